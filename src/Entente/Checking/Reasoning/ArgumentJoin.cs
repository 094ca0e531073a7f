using System.Globalization;
using Entente.Claims;
using Entente.Claims.Language;
using Entente.Reading;

namespace Entente.Checking.Reasoning;

/// <summary>
/// Puts arguments that are known of a text beside its claims. A claim that the record decides keeps its verdict: an argument is tied only to claims that are
/// arguments themselves or that could not be told, and where there is none it becomes a claim of its own. None is ever right or wrong: it is a judgement.
/// </summary>
internal static class ArgumentJoin
{
    private const double TellingIndex = 0.05;
    private const int MostDrivers = 4;

    /// <returns>What is wrong with files of arguments.</returns>
    public static IReadOnlyList<string> Add(
        Document document,
        List<CheckedClaim> results,
        IArgumentBook book,
        CancellationToken cancellation
    )
    {
        var problems = new List<string>();
        for (var i = 0; i < results.Count; i++)
        {
            if (results[i].Claim.Argument is not { } name)
                continue;
            var (reading, problem) = book.Named(name, cancellation);
            if (problem is not null)
                problems.Add(problem);
            else if (reading is not null)
                results[i] = Tied(results[i], reading);
        }
        var (readings, broken) = book.Of(document.Sha256, cancellation);
        problems.AddRange(broken);
        foreach (var reading in readings.OrderBy(r => r.Argument.Source.Position!.Value.Start))
        {
            var (start, end) = reading.Argument.Source.Position!.Value;
            if (end > document.Text.Length || reading.Answer.Claims.Count == 0)
                continue;
            var tied = false;
            for (var i = 0; i < results.Count; i++)
                if (results[i].Argued is null && results[i].Claim.Start < end && start < results[i].Claim.End && MayBe(results[i]))
                {
                    results[i] = Tied(results[i], reading);
                    tied = true;
                }
            if (!tied)
                results.Add(Tied(Own(document, results.Count, start, end), reading));
        }
        return problems;
    }

    private static bool MayBe(CheckedClaim result) =>
        result.Claim.Kind == ClaimKind.Argument
        || (result.Verdict == Verdict.CannotTell && result.Reason?.Code is "no-model" or "not-in-language");

    private static CheckedClaim Tied(CheckedClaim result, ArgumentReading reading)
    {
        var claim = Asked(result.Claim, reading) ?? reading.Answer.Claims[0];
        var argued = new ArguedClaim
        {
            Scenario = reading.Argument.Name,
            Title = reading.Argument.Title,
            Predicate = claim.Claim.Text,
            P = claim.P,
            Drivers =
            [
                .. claim.Drivers.Where(d => d.Sobol!.Total >= TellingIndex).Take(MostDrivers).Select(d => (d.Input.Name, d.Input.Author)),
            ],
            BreaksWhen = claim.Breaks is { } box ? string.Join(" and ", box.Sides.Select(Side)) : null,
        };
        return result with
        {
            Verdict = Verdict.Judgement,
            Verdicts = [Verdict.Judgement],
            AsOf = null,
            Reason = null,
            OffBy = null,
            WouldBeTrue = null,
            Explanation = Explain(argued),
            Argued = argued,
        };
    }

    /// <summary>The predicate that the text itself asserts, where the argument runs that one.</summary>
    private static ClaimAnswer? Asked(Claim claim, ArgumentReading reading)
    {
        if (claim.Assertion is not { } assertion || ClaimParser.Remembered(assertion).Expression is not { } expression)
            return null;
        var text = WithoutScenario(expression).ToString();
        return reading.Answer.Claims.FirstOrDefault(c => c.Claim.Text == text);
    }

    private static Expression WithoutScenario(Expression expression) =>
        expression switch
        {
            Call { Function: "choice" } call => call with { Arguments = [.. call.Arguments.Where(a => a.Name != "in")] },
            Comparison c => c with { Left = WithoutScenario(c.Left), Right = WithoutScenario(c.Right) },
            Invariant i => i with { Value = WithoutScenario(i.Value) },
            Given g => g with { Body = WithoutScenario(g.Body), Condition = WithoutScenario(g.Condition) },
            IfThen i => i with { Premise = WithoutScenario(i.Premise), Conclusion = WithoutScenario(i.Conclusion) },
            Not n => n with { Operand = WithoutScenario(n.Operand) },
            And a => a with { Left = WithoutScenario(a.Left), Right = WithoutScenario(a.Right) },
            Or o => o with { Left = WithoutScenario(o.Left), Right = WithoutScenario(o.Right) },
            _ => expression,
        };

    private static CheckedClaim Own(Document document, int count, int start, int end)
    {
        var statement =
            document.Statements.LastOrDefault(s => s.Start <= start) ?? (document.Statements.Count > 0 ? document.Statements[0] : null);
        return new()
        {
            Claim = new()
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"c{count + 1}"),
                Statement = statement?.Id ?? "",
                Quote = document.Text[start..end],
                Start = start,
                End = end,
                Kind = ClaimKind.Argument,
                Modality = Modality.Opinion,
            },
            Verdict = Verdict.Judgement,
            Verdicts = [Verdict.Judgement],
            Explanation = "",
        };
    }

    private static string Explain(ArguedClaim argued)
    {
        var holds = argued.P is { } p
            ? string.Create(CultureInfo.InvariantCulture, $"'{argued.Predicate}' holds in {100 * p:0.#} % of draws (no forecast)")
            : $"'{argued.Predicate}' has no value under the declared ranges";
        var driven = argued.Drivers.Count > 0 ? $"; driven by {string.Join(", ", argued.Drivers.Select(d => d.Name))}" : "";
        var breaks = argued.BreaksWhen is { } when ? $"; breaks when {when}" : "";
        return Wording.Fitting(
            $"Argument {argued.Scenario}: {holds}{driven}{breaks}",
            $"Argument {argued.Scenario}: {holds}{breaks}",
            $"Argument {argued.Scenario}: {holds}{driven}",
            $"Argument {argued.Scenario}: {holds}",
            argued.P is { } share
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"Argument {argued.Scenario}: what it comes to holds in {100 * share:0.#} % of draws (no forecast)"
                )
                : null
        );
    }

    private static string Side(BrokenSide side) =>
        double.IsNegativeInfinity(side.Low) ? string.Create(CultureInfo.InvariantCulture, $"{side.Input.Name} <= {side.High:G3}")
        : double.IsPositiveInfinity(side.High) ? string.Create(CultureInfo.InvariantCulture, $"{side.Input.Name} >= {side.Low:G3}")
        : string.Create(CultureInfo.InvariantCulture, $"{side.Input.Name} from {side.Low:G3} to {side.High:G3}");
}
