using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Models.Equilibrium;
using Entente.Quantities;

namespace Entente.Checking.Modelled;

/// <summary>
/// Claims about what trade is worth, put to the trade model under named scenarios. What comes out is a judgement, whatever the model says: under which
/// share of the declared ranges the claim holds, what drives it, where it turns, and what was taken for granted. A model alone supports nothing and
/// refutes nothing.
/// </summary>
internal static class ModelRule
{
    /// <summary>A figure told as such holds where the model comes this near it, or as near as its digits claim.</summary>
    private const double Nearness = 0.25;

    /// <summary>True for what this rule tests: no other expression costs more than this look at it.</summary>
    public static bool Applies(Expression expression) =>
        expression switch
        {
            Call { Function: "indispensable" } => true,
            Comparison { Left: var left, Right: var right } => IsModelled(left) || IsModelled(right),
            Within { Value: var value } => IsModelled(value),
            _ => false,
        };

    private static bool IsModelled(Expression expression) =>
        expression switch
        {
            Call { Function: "loss" or "replaced" } => true,
            Negate n => IsModelled(n.Operand),
            Arithmetic a => IsModelled(a.Left) || IsModelled(a.Right),
            _ => false,
        };

    public static Outcome Test(Expression expression, Evaluator evaluator, Names names)
    {
        var record = ReplacedRule.Of(expression, evaluator, names);
        if (evaluator.Context.Scenarios is not { } book)
            return record?.Alone() ?? Outcome.CannotTell(new("no-model", "no scenarios are to be had that it could be put to"));
        var terms = new ModelTerms(book, names);
        if (Margin(expression, terms) is not { } margin)
            return record?.Alone()
                ?? Outcome.CannotTell(
                    terms.Unknown is { } unknown
                        ? new("not-in-base", $"no base of the scenarios tells {names.Actor(unknown)} apart")
                        : new("no-model", "no scenario answers to this")
                );
        var (answer, reason) = book.Ask(terms.Cases);
        if (answer is null)
            return record?.Alone() ?? Outcome.CannotTell(reason!);
        var reading = Read(answer, terms.Figures, margin);
        return record is not null ? record.With(reading) : Told(reading, terms);
    }

    /// <summary>The value of a call, for a question: at the modes, with the range of the draws.</summary>
    public static Evaluation Value(Call call, EvaluationContext context)
    {
        if (context.Scenarios is not { } book)
            return Evaluation.Abstain("no-model", "no scenarios are to be had that it could be put to");
        var terms = new ModelTerms(book, new());
        if (terms.Of(call) is not { } term)
            return Evaluation.Abstain("not-in-base", $"no base of the scenarios tells {terms.Unknown ?? "them"} apart");
        var (answer, reason) = book.Ask(terms.Cases);
        if (answer is null || Figure(answer, term) is not { } figure)
            return new() { Abstention = reason ?? new("no-model", "the model gives it no meaning") };
        return new()
        {
            Answers =
            [
                new()
                {
                    Value = new NumberAnswer(new(figure.Low ?? figure.Value, figure.High ?? figure.Value), figure.Value, Units.Share),
                    // A number of a model informs, and decides nothing.
                    Kind = AnswerKind.Informs,
                    Source = $"trade model, {answer.Base}",
                    Tier = Record.Tier.Agency,
                    Note = $"{answer.Scenario}; {answer.Setting}",
                    Derivation = Tree(ClaimPrinter.Print(call), [figure], answer),
                },
            ],
        };
    }

    /// <summary>Above 0 where the expression holds, by how much; null for an expression that is nothing of the kind.</summary>
    private static Func<double[], double?>? Margin(Expression expression, ModelTerms terms)
    {
        switch (expression)
        {
            case Call { Function: "indispensable" } call:
                return terms.Partners(call) is var (asked, greatest) ? l => asked.Value(l) - greatest.Value(l) : null;
            case Within within:
                return (terms.Of(within.Value), terms.Of(within.Low), terms.Of(within.High)) is ({ } value, { } low, { } high)
                    ? l => Math.Min((value.Value(l) - low.Value(l)) ?? double.NaN, (high.Value(l) - value.Value(l)) ?? double.NaN)
                    : null;
            case Comparison comparison:
                if (terms.Of(comparison.Left) is not { } left || terms.Of(comparison.Right) is not { } right)
                    return null;
                var written = comparison.Right is QuantityLiteral { Number: var number } ? (number.High - number.Low) / 2 : 0;
                return comparison.Relation switch
                {
                    Relation.Greater or Relation.GreaterOrEqual => l => left.Value(l) - right.Value(l),
                    Relation.Less or Relation.LessOrEqual => l => right.Value(l) - left.Value(l),
                    var relation => l =>
                        (left.Value(l), right.Value(l)) is ({ } a, { } b)
                            ? (Math.Max(written, Nearness * Math.Abs(b)) - Math.Abs(a - b)) * (relation == Relation.NotEqual ? -1 : 1)
                            : null,
                };
            default:
                return null;
        }
    }

    private static ModelReading Read(LossAnswer answer, IReadOnlyList<ModelTerm> figures, Func<double[], double?> margin)
    {
        var at = Enumerable.Range(0, answer.Draws.Length).Where(d => margin(answer.Draws[d]) is { } m && !double.IsNaN(m)).ToArray();
        double[] margins = [.. at.Select(d => margin(answer.Draws[d])!.Value)];
        double[][] inputs = [.. at.Select(d => answer.Inputs[d])];
        var p = margins.Length == 0 ? (double?)null : margins.Count(m => m > 0) / (double)margins.Length;
        bool? Holds(double[]? losses) => losses is not null && margin(losses) is { } m && !double.IsNaN(m) ? m > 0 : null;
        var centre = Holds(answer.Central);
        (string Setting, bool? Holds)[] settings = [.. answer.Settings.Select(s => (s.Setting, Holds(s.Losses)))];
        return new()
        {
            Scenario = answer.Scenario,
            Base = answer.Base,
            P = p,
            Figures = [.. figures.Select(f => Figure(answer, f)).OfType<ModelFigure>()],
            Drivers = Turning.Drivers(answer.InputNames, inputs, margins),
            BreaksWhen = Turning.Point(answer.InputNames, inputs, margins, centre, settings),
            Assumes =
            [
                answer.Setting,
                $"{answer.FiguresAssumed} of the base's {answer.FiguresAssumed + answer.FiguresCited} figures are assumed",
            ],
            Settings = settings,
            Draws = margins.Length,
            Seed = answer.Seed,
        };
    }

    private static ModelFigure? Figure(LossAnswer answer, ModelTerm term)
    {
        if (term.Value(answer.Central) is not { } value)
            return null;
        var drawn = answer.Draws.Select(term.Value).OfType<double>().Order().ToArray();
        return drawn.Length * 2 < answer.Asked || drawn.Length == 0
            ? new(term.What, value, null, null)
            : new(term.What, value, ScenarioRun.Quantile(drawn, 0.05), ScenarioRun.Quantile(drawn, 0.95));
    }

    private static Outcome Told(ModelReading reading, ModelTerms terms)
    {
        var held = Held(reading);
        var figures = reading.Figures.Take(2).ToArray();
        string Said(Func<ModelFigure, string> number) => string.Join(", ", figures.Select(f => $"{f.What} {number(f)}"));
        return new()
        {
            Verdict = Verdict.Judgement,
            Explanation = Wording.Fitting(
                $"in the trade model: {Said(ModelWords.Ranged)} of real income; {held}",
                $"in the trade model: {Said(ModelWords.Ranged)}; {held}",
                $"in the trade model: {Said(f => ModelWords.Percent(f.Value) + " %")}; {held}",
                $"in the trade model it {held}"
            ),
            Model = reading,
            Derivation = Tree(reading, terms.Cases.Count),
        };
    }

    internal static string Held(ModelReading reading) =>
        reading.P is { } p ? $"holds in {ModelWords.Share(p)} of {reading.Draws} draws" : "nothing was drawn";

    internal static Derivation Tree(ModelReading reading, int cases) =>
        new()
        {
            Op = $"trade model: {reading.Scenario}",
            Value = reading.P,
            Unit = reading.P is null ? null : "share",
            Note = FormattableString.Invariant($"{reading.Base}; {cases} equilibria a draw, {reading.Draws} draws, seed {reading.Seed}"),
            Args =
            [
                .. reading.Figures.Select(f => new Derivation
                {
                    Op = f.What,
                    Value = f.Value,
                    Unit = "share",
                    Note = f is { Low: { } low, High: { } high } ? $"{ModelWords.Percent(low)} to {ModelWords.Percent(high)} %" : null,
                }),
                .. reading.Settings.Select(s => new Derivation
                {
                    Op = s.Setting,
                    Text = s.Holds is { } holds ? (holds ? "holds" : "fails") : "no answer",
                }),
            ],
        };

    private static Derivation Tree(string op, IEnumerable<ModelFigure> figures, LossAnswer answer) =>
        new()
        {
            Op = op,
            Value = figures.First().Value,
            Unit = "share",
            Note = FormattableString.Invariant($"{answer.Scenario}; {answer.Base}; {answer.Draws.Length} draws, seed {answer.Seed}"),
        };
}
