using Entente.Claims.Extraction.Sentences;
using Entente.Claims.Language;
using Entente.Reading;
using Entente.Reading.Text;

namespace Entente.Claims.Proposals;

/// <summary>
/// Every test that a proposal must stand: its quotation is in the text, word for word and whole; its assertion parses, types and is true or false; its
/// numbers are those of the quotation; its speaker is named in the text. Nothing is repaired.
/// </summary>
internal sealed class ProposalCheck(Document document, ITypeEnvironment environment)
{
    private const int LongestQuote = 600;

    /// <param name="proposal">What was proposed.</param>
    /// <param name="first">Index of the first statement that the model was shown.</param>
    /// <param name="count">How many it was shown.</param>
    /// <returns>The claim, or the reason why there is none.</returns>
    public (Claim? Claim, string? Refusal) Take(Proposal proposal, int first, int count)
    {
        var quote = proposal.Quote.Trim();
        if (quote.Length is 0 or > LongestQuote)
            return (null, $"a quote of {quote.Length} characters; at most {LongestQuote} are taken");
        if (Find(quote, first, count) is not var (statement, from, start, end))
            return (null, "the quote is not in the text, word for word");
        if (from < 0)
            return (null, "the quote cuts a word or number");
        if (statement.IsQuestion || statement.IsHeading || statement.Text.AsSpan().TrimEnd().EndsWith("?"))
            return (null, "a question or heading asserts nothing");
        var parsed = ClaimParser.Parse(proposal.Assertion);
        if (parsed.Expression is not { } expression)
            return (null, $"the assertion does not parse: {parsed.Error}");
        var typed = TypeChecker.Check(expression, environment);
        if (!typed.Succeeded)
            return (null, $"the assertion does not type: {typed.Errors[0]}");
        if (typed.Type.Kind != TypeKind.Truth)
            return (null, "the assertion is a question, not a claim");
        if (new NumbersHeld(quote, document.Published).Missing(typed.Expression) is { } number)
            return (null, $"the quote does not hold {number}");
        var (speaker, isKnown) = SpeakerOf(proposal.Speaker, statement);
        if (!isKnown)
            return (null, "the speaker is not named in the text");
        var form = AssertionForm.Of(typed.Expression);
        return (
            new Claim
            {
                Id = "",
                Statement = statement.Id,
                Quote = document.Text[start..end],
                Start = start,
                End = end,
                Assertion = ClaimPrinter.Print(expression),
                Kind = form.Kind,
                Modality = ModalityOf(statement, from, quote.Length),
                Relation = form.Relation,
                Value = form.Value,
                Low = form.Low,
                High = form.High,
                Unit = form.Unit,
                Period = form.Period,
                Proposed = true,
                Speaker = speaker,
            },
            null
        );
    }

    /// <summary>The statement that holds the quotation, its position there (−1 where it cuts a word), and its place in the document.</summary>
    private (Statement Statement, int From, int Start, int End)? Find(string quote, int first, int count)
    {
        (Statement, int, int, int)? cut = null;
        for (var i = first; i < first + count; i++)
        {
            var statement = document.Statements[i];
            for (
                var at = statement.Text.IndexOf(quote, StringComparison.Ordinal);
                at >= 0;
                at = statement.Text.IndexOf(quote, at + 1, StringComparison.Ordinal)
            )
            {
                var (start, end) = statement.Map.ToDocument(at, at + quote.Length);
                if (!Cuts(statement.Text, at, at + quote.Length))
                    return (statement, at, start, end);
                cut ??= (statement, -1, start, end);
            }
        }
        return cut;
    }

    private static bool Cuts(string text, int start, int end) =>
        Joins(text, start - 1, start)
        || Joins(text, end - 1, end)
        // "5 percent" inside "2.5 percent", "-5 percent"
        || (
            start > 0
            && char.IsDigit(text[start])
            && (text[start - 1] is '-' or '−' || (start > 1 && text[start - 1] is '.' or ',' && char.IsDigit(text[start - 2])))
        )
        || (end + 1 < text.Length && char.IsDigit(text[end - 1]) && text[end] is '.' or ',' && char.IsDigit(text[end + 1]));

    private static bool Joins(string text, int one, int other) =>
        one >= 0 && other < text.Length && char.IsLetterOrDigit(text[one]) && char.IsLetterOrDigit(text[other]);

    private (Speaker? Speaker, bool IsKnown) SpeakerOf(string? named, Statement statement)
    {
        named = named?.Trim();
        if (
            string.IsNullOrEmpty(named)
            || named == statement.Speaker.Name
            || document.Authors.Contains(named) && statement.Speaker.Role == SpeakerRole.Author
        )
            return (null, true);
        return named.Length <= 200 && document.Text.Contains(named, StringComparison.Ordinal)
            ? (
                new Speaker
                {
                    Name = named,
                    Role = SpeakerRole.Quoted,
                    Via = "proposed",
                },
                true
            )
            : (null, false);
    }

    private static Modality ModalityOf(Statement statement, int from, int length)
    {
        var tokens = Tokenizer.Tokenize(statement.Text);
        var (first, end) = (tokens.Count, 0);
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Start < from + length && tokens[i].End > from)
                (first, end) = (Math.Min(first, i), i + 1);
        return first < end ? ModalityReader.Read(new SentenceAnalysis(statement, tokens), first, end) : Modality.Asserted;
    }
}
