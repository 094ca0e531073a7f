using Entente.Checking.Quotations;
using Entente.Checking.Reasoning;
using Entente.Claims;
using Entente.Claims.Language;
using Entente.Reading;

namespace Entente.Checking;

/// <summary>Checks the claims of a document against the record and against each other. Safe for use by many threads at once.</summary>
public sealed class DocumentChecker
{
    private readonly ClaimChecker claims;
    private readonly IConsistencyChecker? consistency;
    private readonly QuotationChecker? quotations;
    private readonly IArgumentBook? arguments;

    /// <param name="claims">Shared by all documents of a run, so that what several of them assert is looked up once.</param>
    /// <param name="consistency">Null leaves the claims unchecked against each other.</param>
    /// <param name="quotations">Null leaves words in quotation marks alone.</param>
    /// <param name="arguments">Null leaves arguments as they are.</param>
    public DocumentChecker(
        ClaimChecker claims,
        IConsistencyChecker? consistency = null,
        QuotationChecker? quotations = null,
        IArgumentBook? arguments = null
    )
    {
        this.arguments = arguments;
        this.claims = claims;
        this.consistency = consistency;
        this.quotations = quotations;
    }

    public CheckReport Check(Document document, ExtractionResult extraction, CancellationToken cancellationToken = default)
    {
        // A page dated by its month may have been written on its last day, and then knew all that the month brought.
        var written = document.Published?.End;
        var results = new List<CheckedClaim>(extraction.Claims.Count);
        foreach (var claim in extraction.Claims)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(claims.Check(claim, written));
        }
        Reconsider(results);
        var problems = arguments is null ? [] : ArgumentJoin.Add(document, results, arguments, cancellationToken);
        var inconsistencies = consistency?.Find(Comparable(document, results)) ?? [];
        return new()
        {
            Document =
                extraction.Warnings.Count + problems.Count == 0
                    ? document
                    : document with
                    {
                        Warnings = [.. document.Warnings, .. extraction.Warnings, .. problems],
                    },
            Claims = Marked(results, inconsistencies),
            Inconsistencies = inconsistencies,
            Unchecked = extraction.Unchecked,
            Quotations = quotations?.Check(document) ?? [],
            RecordHash = claims.Now.Record.Hash,
            AsOf = claims.Now.AsOf,
        };
    }

    /// <summary>
    /// Where a text gives a collection's figure in one place and quite another for the same in a second, the second is mostly about
    /// something else that was not told apart; and what was filled in from the context is refuted by no collection either.
    /// </summary>
    private void Reconsider(List<CheckedClaim> results)
    {
        var collections = claims.Now.Measures.ById.TryGetValue("trade", out var trade)
            ? trade.Authorities.Where(r => r.For == "*").SelectMany(r => r.Sources).ToHashSet(StringComparer.Ordinal)
            : [];
        HashSet<string>? borneOut = null;
        for (var i = 0; i < results.Count; i++)
        {
            var result = results[i];
            if (
                result.Verdict is not (Verdict.Contradicted or Verdict.Close)
                || result.Claim.WrittenByHand
                || result.Evidence.FirstOrDefault(e => e.Lead) is not { } lead
                || !collections.Contains(lead.Source)
            )
                continue;
            // Nearness bears out what was said, not what we supposed was meant; an amount that all but agrees bears out both.
            if (result.Verdict == Verdict.Close)
            {
                if (result.Claim.Inferred.Any(f => f.IsFallback || f.Slot == "measure") && !IsHeldUp(result))
                    results[i] = Withdrawn(
                        result,
                        new("inferred", "not all of it was said here; as read, the collected figures are near it")
                    );
                continue;
            }
            borneOut ??=
            [
                .. results.Where(r => r.Verdict is Verdict.Supported or Verdict.Close).Select(r => Asserted(r.Claim)).OfType<string>(),
            ];
            var elsewhere = Asserted(result.Claim) is { } what && borneOut.Contains(what);
            if (!elsewhere && result.Claim.Inferred.Count == 0)
                continue;
            Abstention reason = elsewhere
                ? new("misread", "the text gives the recorded figure elsewhere: these words are probably about something else")
                : new("inferred", "not all of it was said here; as read, the collected figures differ");
            results[i] = Withdrawn(result, reason);
        }
    }

    private static CheckedClaim Withdrawn(CheckedClaim result, Abstention reason) =>
        result with
        {
            Verdict = Verdict.CannotTell,
            Verdicts = [Verdict.CannotTell],
            Reason = reason,
            Explanation = Wording.Sentence(reason.Text),
            WouldBeTrue = null,
            OffBy = null,
        };

    /// <summary>What a claim is about, without what it says of it.</summary>
    private static string? Asserted(Claim claim) =>
        claim.Assertion?.LastIndexOf(' ') is { } end and > 0
        && claim.Assertion.AsSpan(0, end).LastIndexOfAny('=', '~', '>') is var sign and > 0
            ? claim.Assertion[..sign].TrimEnd('<', ' ')
            : null;

    /// <summary>Only what one voice states as fact can contradict itself: forecasts, targets and conditions may.</summary>
    private static List<(Claim Claim, Expression Expression, string SpeakerKey)> Comparable(Document document, List<CheckedClaim> results)
    {
        var speakers = document.Statements.ToDictionary(s => s.Id, Key, StringComparer.Ordinal);
        var comparable = new List<(Claim, Expression, string)>();
        foreach (var (claim, reason) in results.Select(r => (r.Claim, r.Reason)))
            // What was filled in from the context and came out of another size is our misreading, no slip of the writer's.
            if (
                !(reason is { Code: "misread" } && claim.Inferred.Count > 0)
                && claim.Modality is (Modality.Asserted or Modality.Hedged)
                && claim.Assertion is { } assertion
                && ClaimParser.Remembered(assertion).Expression is { } expression
            )
                comparable.Add((claim, expression, claim.Speaker?.Name ?? speakers.GetValueOrDefault(claim.Statement, "author")));
        return comparable;
    }

    private static string Key(Statement statement) =>
        statement.Speaker.Role == SpeakerRole.Author ? "author" : statement.Speaker.Name ?? $"unnamed {statement.Id}";

    private static List<CheckedClaim> Marked(List<CheckedClaim> results, IReadOnlyList<Inconsistency> inconsistencies)
    {
        if (inconsistencies.Count == 0)
            return results;
        // What the record bears out is not what is wrong with the set: the rest of it is. Where nothing or everything is borne out, all are.
        var borneOut = results
            .Where(r => r.Verdict is Verdict.Supported or Verdict.Close)
            .Select(r => r.Claim.Id)
            .ToHashSet(StringComparer.Ordinal);
        var first = new Dictionary<string, Inconsistency>(StringComparer.Ordinal);
        foreach (var inconsistency in inconsistencies)
        {
            var suspects = inconsistency.Claims.Where(id => !borneOut.Contains(id)).ToList();
            foreach (var id in suspects.Count > 0 ? suspects : inconsistency.Claims)
                first.TryAdd(id, inconsistency);
        }
        return [.. results.Select(r => first.TryGetValue(r.Claim.Id, out var found) ? Mark(r, found) : r)];
    }

    /// <summary>The gravest verdict stands first, and the others stay.</summary>
    private static CheckedClaim Mark(CheckedClaim result, Inconsistency found)
    {
        var others = string.Join(", ", found.Claims.Where(c => c != result.Claim.Id));
        return result with
        {
            Verdict = Verdict.Inconsistent,
            Verdicts = [Verdict.Inconsistent, .. result.Verdicts],
            Explanation =
                result.Verdict == Verdict.Contradicted
                    ? Wording.Fitting($"{result.Explanation}; and it does not fit {others}", result.Explanation)
                    : found.Explanation,
        };
    }

    /// <summary>How near an amount must lie for its parties to be no accident.</summary>
    private const double TooNearForChance = 0.05;

    // Which year is meant is not told by an amount: those of two years may be near each other.
    private static bool IsHeldUp(CheckedClaim result) =>
        result.Claim is { Kind: ClaimKind.Level, Value: { } value }
        && result.OffBy is { } off
        && Math.Abs(off) <= TooNearForChance * Math.Abs(value)
        && result.Claim.Inferred.All(f => f.Slot is "party" or "partner" or "parties");
}
