using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Measures.Comparing;

namespace Entente.Checking;

/// <summary>
/// Judgements get no verdict of right or wrong but the measures that bear on them, and how many point the same way. What a word like
/// "junior" means is put as comparisons, each of which the record can test.
/// </summary>
internal static class JudgementRule
{
    /// <summary>Comparisons that bear on "A is the lesser": each is true where A is the weaker or the more dependent.</summary>
    private static readonly string[] Lesser =
    [
        "dependence({A}, on: {B}, {Y}) > dependence({B}, on: {A}, {Y})",
        "gdp({A}, {Y}) < gdp({B}, {Y})",
        "military_expenditure({A}, {Y}) < military_expenditure({B}, {Y})",
        "population({A}, {Y}) < population({B}, {Y})",
        "nuclear_warheads({A}, {Y}) < nuclear_warheads({B}, {Y})",
    ];

    private static readonly string[] Dependent =
    [
        "dependence({A}, on: {B}, {Y}) > dependence({B}, on: {A}, {Y})",
        "share(exports({A} -> {B}), of: exports({A}), {Y}) > share(imports({A} -> {B}), of: imports({B}), {Y})",
        "share(imports({B} -> {A}), of: imports({A}), {Y}) > share(exports({B} -> {A}), of: exports({B}), {Y})",
    ];

    private static readonly string[] Closer =
    [
        "trade({A}, {B}, {Y}) > trade({A}, {B}, {Z})",
        "dependence({A}, on: {B}, {Y}) > dependence({A}, on: {B}, {Z})",
        "dependence({B}, on: {A}, {Y}) > dependence({B}, on: {A}, {Z})",
    ];

    private static readonly string[] Larger =
    [
        "gdp({A}, {Y}) > gdp({B}, {Y})",
        "military_expenditure({A}, {Y}) > military_expenditure({B}, {Y})",
        "population({A}, {Y}) > population({B}, {Y})",
    ];

    /// <summary>Comparisons that bear on "intertwined": each has the other among its first partners, and a tenth of its trade with it.</summary>
    private static readonly string[] Intertwined =
    [
        "rank({B}, among: partners({A}), by: trade, {Y}) <= 5",
        "rank({A}, among: partners({B}), by: trade, {Y}) <= 5",
        "share(trade({A}, {B}), of: trade({A}), {Y}) >= 10%",
        "share(trade({A}, {B}), of: trade({B}), {Y}) >= 10%",
    ];

    private const int YearsBack = 4;
    private const int SpanForTrends = 10;

    public static Outcome Test(Call call, Evaluator evaluator, Names names)
    {
        var arguments = Arguments.Positional(call).Select(Arguments.NameOf).Where(n => n is not null).Select(n => n!).ToArray();
        if (arguments.Length < 3)
            return new()
            {
                Verdict = Verdict.Judgement,
                Explanation = "A judgement; the text names no pair of states for measures to bear on",
            };
        var (name, a, b) = (arguments[0], arguments[1], arguments[2]);
        var templates = name switch
        {
            "junior_partner" or "vassal" or "weaker" or "client_state" or "junior" or "unequal" => Lesser,
            "dependent" or "reliant" or "needs_more" or "dependence" => Dependent,
            "stronger" or "senior_partner" or "dominant" or "superior" or "superpower" => Larger,
            "intertwined" or "interdependent" => Intertwined,
            "closest" or "closer" or "close" or "ally" or "aligned" or "partner" or "friend" => Closer,
            _ => [],
        };
        var latest = (Arguments.PeriodOf(call)?.Start.Year) ?? evaluator.Context.AsOf.Year - 1;
        var results = new List<(string Text, Outcome Outcome)>();
        foreach (var template in templates)
            if (Latest(template, a, b, Math.Min(latest, evaluator.Context.AsOf.Year - 1), evaluator, names) is { } found)
                results.Add(found);
        var compared = templates == Lesser || templates == Dependent ? Dependence(a, b, latest, evaluator) : null;
        if (results.Count == 0 && compared is null)
            return new()
            {
                Verdict = Verdict.Judgement,
                Explanation = "A judgement; the record holds no measure that bears on it for this pair",
            };
        var agree = results.Count(r => r.Outcome.Verdict is Verdict.Supported or Verdict.Close);
        // "Unequal" does not say who is the lesser: the measures agree that point the same way.
        if (name == "unequal")
            agree = Math.Max(agree, results.Count - agree);
        return new()
        {
            Verdict = Verdict.Judgement,
            Explanation = Wording.Fitting(Told(name, results, agree, compared)),
            Evidence =
            [
                .. results.SelectMany(r =>
                    r.Outcome.Evidence.Take(1)
                        .Select(e => e with { Verdict = r.Outcome.Verdict, Lead = false, Note = $"{r.Text}: {r.Outcome.Explanation}" })
                ),
            ],
            Derivation = new()
            {
                Op = $"judgement({name}, {a}, {b})",
                Args =
                [
                    .. results.Select(r => new Derivation
                    {
                        Op = r.Text,
                        Text = r.Outcome.Verdict.ToString(),
                        Args = r.Outcome.Derivation is { } d ? [d] : [],
                    }),
                    .. compared is null
                        ? Array.Empty<Derivation>()
                        : [ComparedJudgement.Tree($"{names.Actor(a)} depends more", compared, names.Actor(a), names.Actor(b))],
                ],
            },
        };
    }

    /// <summary>Whether the first depends more on the second than the second on it, under every definition; null where nothing tells.</summary>
    private static ComparisonResult? Dependence(string a, string b, int at, Evaluator evaluator)
    {
        if (evaluator.Context.Dependence is not { } read)
            return null;
        at = Math.Min(at, evaluator.Context.AsOf.Year - 1);
        var result = ComparisonMultiverse.Test(read(a, b, at), at);
        return result.Definitions == 0 ? null : result;
    }

    private static string[] Told(string name, List<(string Text, Outcome Outcome)> results, int agree, ComparisonResult? compared)
    {
        var start = $"{agree} of {results.Count} measures that bear on it agree";
        if (compared is null)
            return
            [
                $"{start}: {string.Join("; ", results.Select(r => r.Text))}",
                $"{start}: {string.Join("; ", results.Take(2).Select(r => r.Text))}",
                start,
            ];
        // "Unequal" does not say who is the lesser.
        var told = ComparedJudgement.Told(compared, name == "unequal" ? "the first depends more" : "depends more");
        return results.Count == 0 ? told : [.. told.Select(t => $"{start}; {t}"), .. told];
    }

    /// <summary>The latest year, up to the one asked, for which the record can tell.</summary>
    private static (string Text, Outcome Outcome)? Latest(string template, string a, string b, int year, Evaluator evaluator, Names names)
    {
        for (var y = year; y > year - YearsBack; y--)
        {
            var text = template
                .Replace("{A}", a, StringComparison.Ordinal)
                .Replace("{B}", b, StringComparison.Ordinal)
                .Replace("{Y}", Four(y), StringComparison.Ordinal)
                .Replace("{Z}", Four(y - SpanForTrends), StringComparison.Ordinal);
            if (ClaimParser.Parse(text).Expression is not { } expression)
                return null;
            var outcome = new Tester(evaluator.Context, names).Test(expression);
            if (outcome.Verdict is Verdict.Supported or Verdict.Contradicted or Verdict.Close)
                return (text, outcome);
        }
        return null;
    }

    private static string Four(int year) => year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
}
