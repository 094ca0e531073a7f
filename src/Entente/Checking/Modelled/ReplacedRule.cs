using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Quantities;

namespace Entente.Checking.Modelled;

/// <summary>What the record says of trade that one partner is said to have made up for: before and after, cited, with both partners.</summary>
internal sealed record RecordedReplacement
{
    /// <summary>What was gained with the one as a share of what was lost with the others; null where nothing was lost or no figures go together.</summary>
    public required double? Share { get; init; }

    public required string Text { get; init; }

    public required string Short { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; init; }

    public required IReadOnlyList<Derivation> Trees { get; init; }

    /// <summary>The record without a model: measures that bear on the claim.</summary>
    public Outcome Alone() =>
        new()
        {
            Verdict = Verdict.Judgement,
            Explanation = Wording.Fitting($"{Text}; no base of the scenarios tells the parties apart", Text, Short),
            Evidence = Evidence,
            Derivation = new() { Op = "on record", Args = Trees },
        };

    public Outcome With(ModelReading reading)
    {
        var spared = reading.Figures.Count > 0 ? reading.Figures[0] : null;
        var held = ModelRule.Held(reading);
        return new()
        {
            Verdict = Verdict.Judgement,
            Explanation = Wording.Fitting(
                spared is null ? $"{Text}; in the trade model {held}" : $"{Text}; the model spares {ModelWords.Ranged(spared)}; {held}",
                spared is null ? null : $"{Short}; the model spares {ModelWords.Ranged(spared)} of the loss; {held}",
                Short
            ),
            Evidence = Evidence,
            Model = reading,
            Derivation = new() { Op = "on record, and in the trade model", Args = [.. Trees, ModelRule.Tree(reading, 3)] },
        };
    }
}

/// <summary>Looks up what was lost with the one and gained with the other.</summary>
internal static class ReplacedRule
{
    private const int YearsBack = 4;

    /// <summary>Null where the expression asks for nothing replaced, or nothing is recorded of it.</summary>
    public static RecordedReplacement? Of(Expression expression, Evaluator evaluator, Names names)
    {
        var call = expression switch
        {
            Comparison { Left: Call { Function: "replaced" } left } => left,
            Comparison { Right: Call { Function: "replaced" } right } => right,
            Within { Value: Call { Function: "replaced" } value } => value,
            _ => null,
        };
        if (call is null || ModelTerms.Parts(call) is not var (actor, lostSaid, by))
            return null;
        var lost = Codes(lostSaid, evaluator.Context.Scenarios);
        if (lost.Count == 0)
            return null;
        var latest = Math.Min(Arguments.PeriodOf(call)?.Start.Year ?? int.MaxValue, evaluator.Context.AsOf.Year - 1);
        for (var year = latest; year > latest - YearsBack; year--)
        {
            var since = Arguments.AsPeriod(Arguments.Named(call, "since"))?.Start.Year ?? Since(evaluator, actor, lost, year);
            if (since < year && Read(actor, lost, by, since, year, evaluator, names) is { } found)
                return found;
        }
        return null;
    }

    // Where the text names no year before, the last in which trade with those that were lost was greater.
    private static int Since(Evaluator evaluator, string actor, IReadOnlyList<string> lost, int year)
    {
        var (best, at) = (double.NegativeInfinity, year);
        for (var y = year; y >= year - YearsBack; y--)
            if (Dollars(Sum(actor, lost, y), evaluator) is { } sum && sum > best)
                (best, at) = (sum, y);
        return at;
    }

    private static RecordedReplacement? Read(
        string actor,
        IReadOnlyList<string> lost,
        string by,
        int since,
        int year,
        Evaluator evaluator,
        Names names
    )
    {
        var gain = $"trade({actor}, {by}, {Year(year)}) - trade({actor}, {by}, {Year(since)})";
        var fall = $"{Grouped(actor, lost, since)} - {Grouped(actor, lost, year)}";
        var ratio = Value($"({gain}) / ({fall})", evaluator);
        // Both sides by the authority that has both; else each by its own.
        if (Value(gain, evaluator, ratio?.Source) is not { } gained || Value(fall, evaluator, ratio?.Source) is not { } fallen)
            return null;
        if (gained.Number is not { } up || fallen.Number is not { } down)
            return null;
        if (down.Best <= 0)
            ratio = null;
        // A group is named by its first.
        var partners = ModelWords.Few([.. lost.Select(names.Actor)]);
        var share = ratio?.Number?.Best;
        var who = Wording.Who(gained);
        var change = Figures.Text(up.Best, up.Unit, signed: true);
        var text =
            share is { } s
                ? $"{since}–{year} trade with {names.Actor(by)} {change}, {ModelWords.Percent(s)} % of the {Figures.Text(down.Best, down.Unit)} lost with {partners} ({who})"
            : down.Best <= 0 ? $"{since}–{year} trade with {partners} did not fall ({who})"
            : $"{since}–{year} trade with {names.Actor(by)} {change}, with {partners} −{Figures.Text(down.Best, down.Unit)}";
        return new()
        {
            Share = share,
            Text = text,
            Short = share is { } part
                ? $"{ModelWords.Percent(part)} % of the trade lost with {partners} gained with {names.Actor(by)}, {since}–{year} ({who})"
                : text,
            Evidence =
            [
                Shown(gained, $"change of trade with {names.Actor(by)}, {since} to {year}", lead: true),
                Shown(fallen, $"loss of trade with {partners}, {since} to {year}"),
                .. ratio is null ? [] : new[] { Shown(ratio, "the one as a part of the other") },
            ],
            Trees = [gained.Derivation, fallen.Derivation],
        };
    }

    private static Evidence Shown(Answer answer, string note, bool lead = false) =>
        Tester.Evidence(new Judged(answer, Match.Undecided, answer.Number), lead) with
        {
            Note = note,
            Verdict = null,
        };

    private static Answer? Value(string text, Evaluator evaluator, string? source = null)
    {
        if (ClaimParser.Parse(text).Expression is not { } expression)
            return null;
        var evaluation = evaluator.Evaluate(expression);
        return evaluation.Answers.FirstOrDefault(a => a.Decides && a.Source == source && a.Number is not null) ?? Pairing.Lead(evaluation);
    }

    private static double? Dollars(string text, Evaluator evaluator) =>
        ClaimParser.Parse(text).Expression is { } expression
            ? evaluator.Evaluate(expression).Answers.FirstOrDefault(a => a.Decides && a.Number?.Unit.Symbol == "USD")?.Number!.Best
            : null;

    private static string Grouped(string actor, IReadOnlyList<string> partners, int year) =>
        partners.Count == 1 ? Sum(actor, partners, year) : $"({Sum(actor, partners, year)})";

    private static string Sum(string actor, IReadOnlyList<string> partners, int year) =>
        string.Join(" + ", partners.Select(p => $"trade({actor}, {p}, {Year(year)})"));

    private static string Year(int year) => year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Codes(Expression lost, IScenarioBook? book) =>
        lost is SetLiteral set ? [.. set.Members.SelectMany(m => Codes(m, book)).Distinct()]
        : Arguments.NameOf(lost) is not { } name ? []
        : book?.Regions(name) is { Count: > 1 } group ? group
        : [name];
}
