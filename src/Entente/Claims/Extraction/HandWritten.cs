using System.Globalization;
using Entente.Claims.Language;
using Entente.Reading;

namespace Entente.Claims.Extraction;

/// <summary>
/// Puts the claims of fenced `claim` blocks among those that were found: one with a `quote:` stands for the words it quotes and takes the place of
/// whatever was found in them; one without takes the place of what was found about the same thing in the paragraph right above its block, else
/// it is added. What is broken is a warning with its line and changes nothing that was found.
/// </summary>
internal sealed class HandWritten(Document document, ITypeEnvironment environment)
{
    // How far up a quotation is looked for: a block belongs to what it stands under.
    private const int MostStatements = 400;

    private const int MostWarnings = 50;

    private readonly List<string> warnings = [];
    private readonly List<(int Start, int End)> taken = [];
    private readonly HashSet<(string Statement, Expression Subject)> corrected = [];

    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>Adds the written claims to what was found, and removes what they replace.</summary>
    public void Apply(List<Claim> claims, List<UncheckedQuantity> leftOver)
    {
        var own = new List<Claim>(document.WrittenClaims.Count);
        foreach (var written in document.WrittenClaims)
        {
            var above = LastAbove(written.Start);
            var claim = Claim(written, above < 0 ? null : document.Statements[above]);
            if (claim.Assertion is { } assertion)
                claim = Place(claim, written, above, assertion);
            own.Add(claim);
        }
        if (taken.Count > 0)
        {
            taken.Sort();
            leftOver.RemoveAll(u => IsTaken(u.Start, u.End));
        }
        if (taken.Count > 0 || corrected.Count > 0)
            claims.RemoveAll(c => IsTaken(c.Start, c.End) || IsCorrected(c));
        claims.AddRange(own);
    }

    private Claim Place(Claim claim, WrittenClaim written, int above, string assertion)
    {
        if (written.Quote is null)
        {
            if (Subject(assertion) is { } subject)
                for (var i = above; i >= 0 && document.Statements[i].Paragraph == document.Statements[above].Paragraph; i--)
                    corrected.Add((document.Statements[i].Id, subject));
            return claim;
        }
        if (Quoted(written, above) is var (statement, start, end))
        {
            taken.Add((start, end));
            return claim with { Statement = statement.Id, Start = start, End = end, Quote = document.Text[start..end] };
        }
        Warn(
            written.QuoteStart ?? written.Start,
            $"found a quote that is not in the text above ({LanguageError.Quote(written.Quote)}), expected its words as they stand there"
        );
        return claim;
    }

    private bool IsTaken(int start, int end)
    {
        // Quotations seldom overlap; those that begin before the end are looked at from the nearest on.
        var (low, high) = (0, taken.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (taken[middle].Start < end)
                low = middle + 1;
            else
                high = middle;
        }
        for (var i = low - 1; i >= 0 && i >= low - 8; i--)
            if (start < taken[i].End)
                return true;
        return false;
    }

    private bool IsCorrected(Claim claim) =>
        corrected.Count > 0
        && claim.Assertion is { } assertion
        && Subject(assertion) is { } subject
        && corrected.Contains((claim.Statement, subject));

    private Claim Claim(WrittenClaim written, Statement? above)
    {
        var (form, error) = Form(written.Expression);
        if (error is not null)
            Warn(written.Start + Math.Min(error.Position, written.Expression.Length), error.Message);
        var claim = new Claim
        {
            Id = "",
            Statement = above?.Id ?? "",
            Quote = document.Text[written.Start..written.End],
            Start = written.Start,
            End = written.End,
            Kind = form?.Kind ?? ClaimKind.Level,
            Modality = Modality.Asserted,
            WrittenByHand = true,
            Argument = written.Argument,
            Speaker = written.Speaker is { } name
                ? new Speaker
                {
                    Name = name,
                    Role = SpeakerRole.Quoted,
                    Via = "claim-block",
                }
                : null,
        };
        return form is null
            ? claim with
            {
                Reason = "not-in-language",
            }
            : claim with
            {
                Assertion = written.Expression,
                Relation = form.Relation,
                Value = form.Value,
                Low = form.Low,
                High = form.High,
                Unit = form.Unit,
                Period = form.Period,
            };
    }

    private (AssertionForm? Form, LanguageError? Error) Form(string text)
    {
        var parsed = ClaimParser.Remembered(text);
        if (parsed.Expression is not { } expression)
            return (null, parsed.Error);
        var typed = TypeChecker.Check(expression, environment);
        if (!typed.Succeeded)
            return (null, typed.Errors[0]);
        return typed.Type.Kind == TypeKind.Truth
            ? (AssertionForm.Of(typed.Expression), null)
            : (
                null,
                new LanguageError
                {
                    Position = 0,
                    Length = text.Length,
                    Found = "a question, which has a value",
                    Expected = "a claim, which is true or false",
                    Hint = "compare it with a value, e.g. trade(CHN, RUS, 2022) = 190e9 USD",
                }
            );
    }

    /// <summary>The index of the last statement that begins before an offset; −1 where none does.</summary>
    private int LastAbove(int offset)
    {
        var statements = document.Statements;
        var (low, high) = (0, statements.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (statements[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }

    private (Statement Statement, int Start, int End)? Quoted(WrittenClaim written, int above)
    {
        var words = string.Join(' ', written.Quote!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0)
            return null;
        for (var i = above; i >= 0 && i > above - MostStatements; i--)
        {
            var statement = document.Statements[i];
            var at = statement.Text.LastIndexOf(words, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var (start, end) = statement.Map.ToDocument(at, at + words.Length);
            return (statement, start, end);
        }
        return null;
    }

    /// <summary>What an assertion is about: the side of a comparison that has a name in it.</summary>
    private static Expression? Subject(string assertion) =>
        ClaimParser.Remembered(assertion).Expression switch
        {
            Comparison comparison => comparison.Left,
            Within within => within.Value,
            Includes includes => includes.Whole,
            _ => null,
        };

    private void Warn(int offset, string message)
    {
        if (warnings.Count >= MostWarnings)
            return;
        var line = 1 + document.Text.AsSpan(0, Math.Min(offset, document.Text.Length)).Count('\n');
        warnings.Add(string.Create(CultureInfo.InvariantCulture, $"line {line}, claim block: {message}"));
    }
}
