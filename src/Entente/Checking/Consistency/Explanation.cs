using System.Text;
using Entente.Numerics.Feasibility;

namespace Entente.Checking.Consistency;

/// <summary>
/// Says why a smallest set of claims cannot hold, with the arithmetic: what follows from all claims but one, and what that one says
/// instead ("$129bn ÷ 73 % = $177bn of exports RUS → CHN; + $111bn = $288bn, not $240bn").
/// </summary>
internal sealed class Explanation
{
    public const int MaxLength = 200;

    private readonly ClaimSystem system;
    private readonly IReadOnlyList<Assertion> assertions;
    private readonly IReadOnlyList<Identity> identities;
    private readonly FigureText text;

    public Explanation(
        ClaimSystem system,
        IReadOnlyList<Assertion> assertions,
        IReadOnlyList<Identity> identities,
        ConsistencyVocabulary vocabulary,
        string? currency
    )
    {
        (this.system, this.assertions, this.identities) = (system, assertions, identities);
        text = new(vocabulary, currency);
    }

    /// <summary>The names of the identities that the set breaks together, the totals first.</summary>
    public string Identities =>
        identities.Count == 0
            ? AccountingIdentities.OneValue
            : string.Join(
                "; ",
                identities
                    .Select(i => i.Name)
                    .Distinct(StringComparer.Ordinal)
                    .OrderBy(n => n == AccountingIdentities.TotalTrade ? 0 : 1)
                    .ThenBy(n => n, StringComparer.Ordinal)
            );

    /// <param name="quote">The words of a claim, for what cannot be said in numbers.</param>
    public string Text(Func<int, string> quote)
    {
        var sentence = SameFigure() ?? Ranked() ?? Derived(true) ?? Excess();
        if (sentence is null || sentence.Length > MaxLength)
            sentence = (sentence is null ? null : Derived(false)) ?? Listed(quote);
        return sentence.Length <= MaxLength ? sentence : string.Concat(sentence.AsSpan(0, MaxLength - 1), "…");
    }

    private string? SameFigure()
    {
        if (
            identities.Count > 0
            || assertions is not [{ Variable: { } variable } first, { Variable: { } other } second]
            || variable != other
        )
            return null;
        var figure = system.Figures[variable];
        var of = figure is null ? "one figure" : $"{text.Label(figure)} {FigureText.When(figure)}".TrimEnd();
        return $"{of}: {Asserted(first)} and {Asserted(second)}";
    }

    /// <summary>"CHN rank 2 with $240bn, IND rank 1 with $65bn": an order of ranks that the values turn round, or one rank given twice.</summary>
    private string? Ranked()
    {
        if (identities.FirstOrDefault(i => i.Constraint is RankOrder)?.Constraint is not RankOrder order)
            return null;
        var known = Known(assertions);
        foreach (var step in Arithmetician.Derive(known, identities))
            known[step.Result] = step.Value;
        var parts = new List<string>();
        foreach (var (rank, value) in new[] { (order.FirstRank, order.FirstValue), (order.SecondRank, order.SecondValue) })
        {
            if (assertions.FirstOrDefault(a => a.Variable == rank) is not { } ranked)
                return null;
            var party = text.Name(system.Ranks.First(r => r.Rank == rank).Party);
            parts.Add($"{party} {Asserted(ranked)}" + (known.ContainsKey(value) ? $" with {Value(value, known)}" : ""));
        }
        return string.Join(", ", parts);
    }

    /// <summary>The reckoning that ends at a claim's own figure: growth or a length of time if there is one, else the total, else what the text says last.</summary>
    private string? Derived(bool labels)
    {
        var ends = assertions
            .Where(a => a.Variable is not null)
            .OrderBy(a => system.Forms[a.Variable!.Value] is FigureForm.Factor or FigureForm.Days ? 0 : 1)
            .ThenBy(a => system.Figures[a.Variable!.Value]?.Role is Figure.Trade or Figure.Balance ? 0 : 1)
            .ThenByDescending(a => a.Claim);
        foreach (var end in ends)
        {
            var known = Known(assertions.Where(a => a != end));
            if (known.ContainsKey(end.Variable!.Value))
                continue;
            var steps = Arithmetician.Behind(end.Variable.Value, Arithmetician.Derive(known, identities));
            if (steps.Count > 0)
                return Chain(steps, labels) + Instead(end);
        }
        return null;
    }

    /// <summary>"$129bn of x is more than $111bn of y": an order that is broken.</summary>
    private string? Excess()
    {
        var known = Known(assertions);
        var steps = Arithmetician.Derive(known, identities);
        foreach (var step in steps)
            known[step.Result] = step.Value;
        foreach (var identity in identities)
        {
            if (
                identity.Constraint is not Linear { Range.Low: double.NegativeInfinity } order
                || order.Variables.Any(v => !known.ContainsKey(v))
            )
                continue;
            var parts = order.Terms.Where(t => t.Coefficient > 0).ToList();
            var whole = order.Terms.Where(t => t.Coefficient < 0).ToList();
            if (parts.Sum(t => known[t.Variable]) <= order.Range.High + whole.Sum(t => known[t.Variable]))
                continue;
            var before = steps.Count > 0 ? Chain(steps, true) + "; " : "";
            var sum = string.Join(" + ", parts.Select(t => Value(t.Variable, known)));
            var form = system.Forms[parts[0].Variable];
            if (parts.Count > 1)
                sum += $" = {text.Number(parts.Sum(t => known[t.Variable]), form)}";
            else
                sum += Of(parts[0].Variable);
            return whole.Count == 0
                ? $"{before}{sum}, more than {text.Number(order.Range.High, form)} of the whole"
                : $"{before}{sum} is more than {Value(whole[0].Variable, known)}{Of(whole[0].Variable)}";
        }
        return Alone();
    }

    /// <summary>One part that is already more than its whole, the other part being unknown.</summary>
    private string? Alone()
    {
        foreach (var identity in identities)
        {
            if (
                identity.Constraint is not Linear { Terms: [{ Coefficient: -1 } whole, ..] } sum
                || assertions.FirstOrDefault(a => a.Variable == whole.Variable) is not { } total
            )
                continue;
            foreach (var term in sum.Terms.Skip(1))
                if (
                    term.Coefficient > 0
                    && assertions.FirstOrDefault(a => a.Variable == term.Variable) is { } part
                    && part.Nominal > total.Nominal
                )
                    return $"{Asserted(part)}{Of(term.Variable)} alone is more than {Asserted(total)}{Of(whole.Variable)}";
        }
        return null;
    }

    private string Listed(Func<int, string> quote) =>
        "cannot all hold: " + string.Join("; ", assertions.Select(a => a.Claim).Distinct().Order().Select(c => $"“{quote(c)}”"));

    private static Dictionary<int, double> Known(IEnumerable<Assertion> from)
    {
        var known = new Dictionary<int, double>();
        foreach (var assertion in from)
            if (assertion.Variable is { } variable)
                known.TryAdd(variable, assertion.Nominal);
        return known;
    }

    private string Chain(List<Step> steps, bool labels)
    {
        var line = new StringBuilder();
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var carried = i > 0 && step.By.Constraint.Variables.Contains(steps[i - 1].Result) ? steps[i - 1].Result : (int?)null;
            // |x| = x says nothing to a reader.
            if (step.By.Constraint is Absolute)
                continue;
            if (line.Length > 0)
                line.Append("; ");
            line.Append(Formula(step, carried, steps)).Append(" = ").Append(Result(step));
            var last = i == steps.Count - 1;
            if (labels && !last && system.Figures[step.Result] is { } figure)
                line.Append(" of ").Append(text.Label(figure));
        }
        return line.ToString();
    }

    private string Result(Step step)
    {
        // The sign of a difference of dates depends only on which was named first.
        var shown = system.Forms[step.Result] == FigureForm.Days ? Math.Abs(step.Value) : step.Value;
        return text.Number(shown, system.Forms[step.Result]);
    }

    /// <summary>The left-hand side of a step; a value carried over from the step before is left to stand there.</summary>
    private string Formula(Step step, int? carried, List<Step> steps)
    {
        string Show(int variable) => variable == carried ? "" : Value(variable, steps);
        switch (step.By.Constraint)
        {
            case Product p when system.Forms[p.Left] == FigureForm.Factor && step.Result == p.Left:
                return $"{Value(p.Result, steps)} ÷ {Value(p.Right, steps)} − 1";
            case Product p when step.Result == p.Result:
                return system.Forms[p.Left] == FigureForm.Factor
                    ? $"{Show(p.Right)} {Value(p.Left, steps)}".TrimStart()
                    : $"{Show(p.Right)} × {Value(p.Left, steps)}".TrimStart();
            case Product p:
                var divisor = step.Result == p.Left ? p.Right : p.Left;
                var divided = divisor == carried ? Value(p.Result, steps) : Show(p.Result);
                var by =
                    system.Forms[divisor] == FigureForm.Factor ? text.Number(Of(divisor, steps), FigureForm.Number) : Value(divisor, steps);
                return $"{divided} ÷ {by}".TrimStart();
            case Linear linear:
                var own = linear.Terms.First(t => t.Variable == step.Result).Coefficient;
                var others = linear
                    .Terms.Where(t => t.Variable != step.Result)
                    .Select(t => (t.Variable, Coefficient: -t.Coefficient / own))
                    .OrderByDescending(t => t.Variable == carried && t.Coefficient > 0)
                    .ThenByDescending(t => t.Coefficient);
                var sum = new StringBuilder();
                foreach (var (variable, coefficient) in others)
                {
                    var first = sum.Length == 0;
                    if (first && variable == carried && coefficient > 0)
                    {
                        sum.Append(' ');
                        continue;
                    }
                    sum.Append(
                            coefficient < 0 ? (first ? "−" : " − ")
                            : first ? ""
                            : " + "
                        )
                        .Append(Value(variable, steps));
                }
                return sum.ToString().Trim();
            default:
                return "";
        }
    }

    private double Of(int variable, List<Step> steps) =>
        assertions.FirstOrDefault(a => a.Variable == variable)?.Nominal ?? steps.First(s => s.Result == variable).Value;

    private string Value(int variable, List<Step> steps) =>
        assertions.FirstOrDefault(a => a.Variable == variable) is { } written && steps.All(s => s.Result != variable)
            ? text.Number(written.Nominal, system.Forms[variable], written.LastDigit)
            : text.Number(steps.FirstOrDefault(s => s.Result == variable)?.Value ?? 0, system.Forms[variable]);

    private string Value(int variable, Dictionary<int, double> known) =>
        assertions.FirstOrDefault(a => a.Variable == variable) is { } written
            ? text.Number(written.Nominal, system.Forms[variable], written.LastDigit)
            : text.Number(known[variable], system.Forms[variable]);

    private string Of(int variable) => system.Figures[variable] is { } figure ? $" of {text.Label(figure)}" : "";

    private string Instead(Assertion end)
    {
        var form = system.Forms[end.Variable!.Value];
        var written = text.Number(end.Nominal, form, end.LastDigit);
        return end.Relation switch
        {
            '<' => $", not less than {written}",
            '>' => $", not more than {written}",
            '~' => $", not about {written}",
            _ => $", not {written}",
        };
    }

    private string Asserted(Assertion a)
    {
        var written = text.Number(a.Nominal, system.Forms[a.Variable!.Value], a.LastDigit);
        return a.Relation switch
        {
            '<' => $"less than {written}",
            '>' => $"more than {written}",
            '~' => $"about {written}",
            _ => written,
        };
    }
}
