using System.Globalization;
using Entente.Claims.Extraction.Sentences;
using Entente.Claims.Language;
using Entente.Quantities;
using Entente.Reading;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction;

/// <summary>Turns drafts into numbered claims with document offsets, drops repetitions, and lists what was seen but not made a claim.</summary>
internal sealed class ClaimCollector(Document document, ITypeEnvironment environment, BoundedMemo<string, bool> typed)
{
    private static readonly HashSet<string> SilentReasons = new(StringComparer.Ordinal)
    {
        "year",
        "date",
        "list-number",
        "pronoun",
        "word-part",
        "idiom",
        "period-part",
        "not-a-number",
        "identifier",
    };

    private readonly List<Claim> claims = [];
    private readonly List<UncheckedQuantity> leftOver = [];
    private readonly HashSet<(string Statement, string Assertion)> seen = [];

    public void Add(SentenceAnalysis sentence, ClaimDraft draft)
    {
        var first = Math.Clamp(draft.First, 0, sentence.Tokens.Count - 1);
        var end = Math.Clamp(draft.End, first + 1, sentence.Tokens.Count);
        var (assertion, reason) = Validate(draft.Assertion, draft.Reason);
        if (assertion is not null && !seen.Add((sentence.Statement.Id, assertion)))
            return;
        var (start, stop) = sentence.Statement.Map.ToDocument(sentence.Tokens[first].Start, sentence.Tokens[end - 1].End);
        claims.Add(
            new Claim
            {
                Id = "",
                Statement = sentence.Statement.Id,
                Quote = document.Quote(sentence.Statement, sentence.Tokens[first].Start, sentence.Tokens[end - 1].End),
                Start = start,
                End = stop,
                Assertion = assertion,
                Alternatives = [.. draft.Alternatives.Where(a => Validate(a, null).Assertion is not null)],
                Kind = draft.Kind,
                Modality = draft.Modality ?? ModalityReader.Read(sentence, first, end),
                Relation = draft.Relation,
                Value = draft.Value,
                Low = draft.Low,
                High = draft.High,
                Unit = draft.Unit,
                Period = draft.Period,
                Inferred = WithRoles(sentence, assertion, draft.Inferred),
                Reason = reason,
            }
        );
    }

    // A party that the sentence names by role alone is no party it names.
    private static IReadOnlyList<Inference> WithRoles(SentenceAnalysis sentence, string? assertion, IReadOnlyList<Inference> inferred)
    {
        if (assertion is null)
            return inferred;
        foreach (var role in sentence.Actors)
        {
            if (role.Role is not { } from || role.Party is not { } party || !assertion.Contains(party, StringComparison.Ordinal))
                continue;
            var named = false;
            foreach (var other in sentence.Actors)
                named |= other.Role is null && other.Party == party;
            var marked = false;
            foreach (var one in inferred)
                marked |= one.Value == party;
            if (!named && !marked)
                inferred = [.. inferred, new Inference("party", party, from)];
        }
        return inferred;
    }

    /// <summary>An assertion that the language cannot type is not printed as one: the claim stays, with the reason.</summary>
    private (string? Assertion, string? Reason) Validate(string? assertion, string? reason)
    {
        if (assertion is null)
            return (null, reason ?? "not-in-language");
        if (!typed.TryGet(assertion, out var valid))
            typed.Add(
                assertion,
                valid =
                    ClaimParser.Remembered(assertion).Expression is { } expression
                    && TypeChecker.Check(expression, environment).Expression is not null
            );
        return valid ? (assertion, reason) : (null, "not-in-language");
    }

    public void AddUnchecked(SentenceAnalysis sentence)
    {
        foreach (var quantity in sentence.Quantities)
            if (!sentence.Used.Contains(quantity))
                AddUnchecked(
                    sentence,
                    quantity.FirstToken,
                    quantity.EndToken,
                    sentence.Statement.IsQuestion ? "question" : ReasonFor(quantity)
                );
        foreach (var skipped in sentence.Skipped)
            if (!SilentReasons.Contains(skipped.Reason))
                AddUnchecked(sentence, skipped.FirstToken, skipped.EndToken, skipped.Reason);
    }

    private static string ReasonFor(QuantityMention quantity) =>
        quantity.Kind switch
        {
            QuantityKind.Duration => "no-anchor",
            QuantityKind.Ordinal => "no-ranking",
            QuantityKind.Count => "no-measure",
            QuantityKind.Percent or QuantityKind.Fraction => "no-whole",
            _ => "no-measure",
        };

    private void AddUnchecked(SentenceAnalysis sentence, int first, int end, string reason)
    {
        var (start, stop) = sentence.Statement.Map.ToDocument(sentence.Tokens[first].Start, sentence.Tokens[end - 1].End);
        var words = document.Quote(sentence.Statement, sentence.Tokens[first].Start, sentence.Tokens[end - 1].End);
        leftOver.Add(new UncheckedQuantity(words, start, stop, reason));
    }

    public ExtractionResult Finish()
    {
        var written = new HandWritten(document, environment);
        written.Apply(claims, leftOver);
        claims.Sort((a, b) => (a.Start, a.End).CompareTo((b.Start, b.End)));
        return new ExtractionResult
        {
            Claims = [.. claims.Select((c, i) => c with { Id = "c" + (i + 1).ToString(CultureInfo.InvariantCulture) })],
            Unchecked = [.. leftOver.OrderBy(u => u.Start)],
            Warnings = written.Warnings,
        };
    }
}
