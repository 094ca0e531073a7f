using System.Buffers;
using Entente.Checking.Evaluating;
using Entente.Claims;
using Entente.Claims.Language;

namespace Entente.Checking;

/// <summary>
/// Tests claims against the record, as known on the day of writing and as known now. One checker serves any number of documents and
/// threads: what an assertion comes to is remembered by its text and day.
/// </summary>
public sealed class ClaimChecker
{
    // With its evidence an outcome takes a few kilobytes; what is repeated is mostly repeated nearby.
    private readonly BoundedMemo<(string Assertion, LocalDate AsOf, string Terms, bool VerdictOnly), Outcome> remembered = new(
        4_000,
        onlyRepeated: true
    );

    private static readonly (string Word, string Currency)[] TermWords =
    [
        ("yuan", "CNY"),
        ("renminbi", "CNY"),
        ("RMB", "CNY"),
        ("rouble terms", "RUB"),
        ("ruble terms", "RUB"),
        ("in roubles", "RUB"),
        ("in rubles", "RUB"),
    ];

    private static readonly SearchValues<string> AnyTerm = SearchValues.Create(
        [.. TermWords.Select(t => t.Word)],
        StringComparison.OrdinalIgnoreCase
    );

    private readonly EvaluationContext now;
    private readonly Names names;

    /// <param name="now">The record, the measures, and the day up to which the record is consulted.</param>
    /// <param name="names">How explanations call actors; codes where it is null.</param>
    public ClaimChecker(EvaluationContext now, Names? names = null)
    {
        this.now = now with { Memo = new() };
        this.names = names ?? new();
    }

    public EvaluationContext Now => now;

    /// <summary>Tests an expression that asserts something, as known now; for expressions with a value only, see <see cref="Evaluator"/>.</summary>
    public Outcome Test(Expression expression, LocalDate? asOf = null) =>
        new Tester(now with { AsOf = asOf ?? now.AsOf }, names).Test(expression);

    /// <summary>What the claim is about over the periods around its own, as every authority has it; with the reason where it has no course.</summary>
    /// <param name="claim">A claim that was checked against the same record.</param>
    /// <param name="asOf">Only what was known on this day; the checker's own day where it is null.</param>
    public Series.ClaimSeries Series(CheckedClaim claim, LocalDate? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new Series.SeriesFinder(now with { AsOf = asOf ?? now.AsOf, Terms = TermsOf(claim.Claim.Quote) }, names).Of(claim);
    }

    /// <param name="claim">The claim; its assertion and alternatives are parsed here.</param>
    /// <param name="written">The day of writing, null where unknown: then only what is known now is said.</param>
    public CheckedClaim Check(Claim claim, LocalDate? written)
    {
        if (claim.Assertion is null)
            return Result(claim, Outcome.CannotTell(new(claim.Reason ?? "not-in-language", Unreadable(claim.Reason))), null);
        var terms = TermsOf(claim.Quote);
        var (present, expression) = Combined(claim, now.AsOf, terms, verdictOnly: false);
        if (expression is null)
            return Result(claim, present, null);
        // Whatever the record holds for some year, the text has not said that it means that year.
        if (claim.Reason is "no-period")
            return Result(claim, Outcome.CannotTell(new(claim.Reason, Unreadable(claim.Reason)), present.Evidence), null);
        if (claim.Modality == Modality.Conditional && present.Verdict != Verdict.Judgement && expression is not (IfThen or Given))
            return Result(
                claim,
                Outcome.CannotTell(new("conditional", "said under a condition, which no figure tests"), present.Evidence),
                null
            );
        present = Plausibility.Of(claim, present, written);
        var ahead = IsAhead(claim, expression, written);
        if (ahead && present.Verdict == Verdict.CannotTell && Undecidable(expression))
            present = present with { Verdict = Verdict.Open, Reason = null, Explanation = Wording.Sentence(Opening(expression)) };
        (LocalDate, Verdict)? then = null;
        if (written is { } day)
            then = (
                day,
                ahead ? Verdict.Open
                : day >= now.AsOf ? present.Verdict
                : Plausibility.Of(claim, Combined(claim, day, terms, verdictOnly: true).Outcome, written).Verdict
            );
        return Result(claim, present, then);
    }

    /// <summary>A claim with alternatives is right if one reading is, and contradicted only when all fail.</summary>
    private (Outcome Outcome, Expression? Expression) Combined(Claim claim, LocalDate asOf, IReadOnlyList<string> terms, bool verdictOnly)
    {
        var (best, expression) = Remembered(claim.Assertion!, asOf, terms, verdictOnly);
        foreach (var alternative in claim.Alternatives)
        {
            var (other, parsed) = Remembered(alternative, asOf, terms, verdictOnly);
            if (parsed is null)
                continue;
            best =
                Tester.Standing(other.Verdict) > Tester.Standing(best.Verdict)
                    ? other with
                    {
                        Evidence = [.. other.Evidence, .. best.Evidence],
                    }
                    : best with
                    {
                        Evidence = [.. best.Evidence, .. other.Evidence],
                    };
        }
        return (best, expression);
    }

    private (Outcome Outcome, Expression? Expression) Remembered(
        string assertion,
        LocalDate asOf,
        IReadOnlyList<string> terms,
        bool verdictOnly
    )
    {
        var parsed = ClaimParser.Remembered(assertion);
        if (parsed.Expression is not { } expression)
            return (Outcome.CannotTell(new("not-in-language", $"the assertion does not parse: {parsed.Error}")), null);
        var key = (assertion, asOf, terms is [] ? "" : string.Join(',', terms), verdictOnly);
        if (!remembered.TryGet(key, out var outcome))
            remembered.Add(
                key,
                outcome = new Tester(now with { AsOf = asOf, Terms = terms }, names) { VerdictOnly = verdictOnly }.Test(expression)
            );
        return (outcome, expression);
    }

    private static bool IsAhead(Claim claim, Expression expression, LocalDate? written)
    {
        if (
            (claim.Modality == Modality.Forecast || claim.Kind == ClaimKind.Forecast)
            && claim.Kind is not (ClaimKind.Argument or ClaimKind.Judgement)
        )
            return true;
        return written is { } day && Expressions.Latest(expression) is { } period && period.Start > day;
    }

    /// <summary>True while what is forecast has not run its course.</summary>
    private bool Undecidable(Expression expression) => Expressions.Latest(expression) is not { } period || period.End > now.AsOf;

    private static string Opening(Expression expression) =>
        Expressions.Latest(expression) is { } period ? $"a forecast; to be scored when {period.Text} is over" : "a forecast without a date";

    /// <summary>Growth "in yuan terms" is another rate than growth in dollars.</summary>
    private static IReadOnlyList<string> TermsOf(string quote)
    {
        if (!quote.AsSpan().ContainsAny(AnyTerm))
            return [];
        foreach (var (word, currency) in TermWords)
            if (quote.Contains(word, StringComparison.OrdinalIgnoreCase))
                return [currency];
        return [];
    }

    private static string Unreadable(string? reason) =>
        reason switch
        {
            "no-period" => "no period is named, and none of the same measure stands near",
            "no-partner" => "one side of the relation is not named",
            "no-measure" => "what is counted is not in the catalogue",
            "no-unit" => "the number has no unit",
            "out-of-scope" => "not about relations between states",
            _ => "the words could not be put into the claim language",
        };

    private static CheckedClaim Result(Claim claim, Outcome outcome, (LocalDate Date, Verdict Verdict)? then)
    {
        var explanation = outcome.Explanation;
        if (then is { } known && known.Verdict != outcome.Verdict && known.Verdict is not (Verdict.CannotTell or Verdict.Open))
            explanation = Wording.Fitting($"{explanation}; on the day of writing: {Word(known.Verdict)}", explanation);
        return new()
        {
            Claim = claim,
            Verdict = outcome.Verdict,
            Verdicts = [outcome.Verdict],
            AsOf = then,
            Reason = outcome.Verdict == Verdict.CannotTell ? outcome.Reason : null,
            OffBy = outcome.OffBy,
            Explanation = explanation,
            WouldBeTrue = outcome.WouldBeTrue,
            Evidence = outcome.Evidence,
            Derivation = outcome.Derivation,
            Premise = outcome.Premise,
            Model = outcome.Model,
        };
    }

    private static string Word(Verdict verdict) =>
        verdict switch
        {
            Verdict.CannotTell => "cannot tell",
            var other => other.ToString().ToLowerInvariant(),
        };
}
