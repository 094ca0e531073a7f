/** One colour of a map: values from `from` to `to`. Its name is a class of styles/charts.css. */
export interface Step {
    name: string;
    from: number;
    to: number;
}

const COUNT = 5;

/** Classes of about as many states each; both ways from zero where the values go both ways. */
export function stepsFor(values: readonly number[], diverging: boolean): Step[] {
    const known = values.filter(Number.isFinite).sort((a, b) => a - b);
    if (known.length === 0) return [];
    if (!diverging) return quantiles(known, COUNT).map((step, i, all) => ({ ...step, name: `q${all.length === 1 ? 3 : Math.round((i * (COUNT - 1)) / (all.length - 1)) + 1}` }));
    const less = quantiles(
        known.filter((value) => value < 0),
        3,
    );
    const more = quantiles(
        known.filter((value) => value >= 0),
        3,
    );
    return [...less.map((step, i) => ({ ...step, name: `n${3 - i - (3 - less.length)}` })), ...more.map((step, i) => ({ ...step, name: `p${i + 1}` }))];
}

function quantiles(sorted: readonly number[], count: number): { from: number; to: number }[] {
    const steps: { from: number; to: number }[] = [];
    for (let i = 0, start = 0; i < count && start < sorted.length; i++) {
        let end = Math.max(start + 1, Math.round(((i + 1) * sorted.length) / count));
        // Equal values are never told apart by colour.
        while (end < sorted.length && sorted[end] === sorted[end - 1]) end++;
        steps.push({ from: sorted[start]!, to: sorted[end - 1]! });
        start = end;
    }
    return steps;
}

export function stepOf(value: number, steps: readonly Step[]): string {
    return steps.find((step) => value <= step.to)?.name ?? steps[steps.length - 1]?.name ?? 'none';
}
