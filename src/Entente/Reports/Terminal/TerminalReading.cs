using Entente.Claims;
using Entente.Reading;

namespace Entente.Reports.Terminal;

/// <summary>What `read` prints for people: who says what, and the claims in it.</summary>
public static class TerminalReading
{
    public static void Write(TextWriter output, Document document, ExtractionResult extraction, ReportSettings settings)
    {
        var page = new TerminalPage(output, settings.Width);
        var palette = new Palette(settings.Colour);
        TerminalHeading.Write(page, palette, document);
        var claims = extraction.Claims.ToLookup(c => c.Statement, StringComparer.Ordinal);
        foreach (var statement in document.Statements)
        {
            page.Blank();
            var speaker = Phrases.Speaker(statement.Speaker);
            page.Lines(
                palette.Dim(statement.Id.PadRight(4)) + " ",
                Math.Max(4, statement.Id.Length) + 1,
                speaker is null ? statement.Text : $"{speaker}: {statement.Text}",
                hang: 5
            );
            foreach (var claim in claims[statement.Id])
                page.Lines(
                    palette.Dim("     → "),
                    7,
                    claim.Assertion is { } assertion
                        ? $"{claim.Id} {assertion}"
                        : $"{claim.Id} “{claim.Quote}”: {claim.Reason ?? "not in the claim language"}",
                    hang: 9
                );
        }
        page.Blank();
        page.Lines(
            "",
            0,
            $"{Phrases.Count(document.Statements.Count, "statement", "statements")}, {Phrases.Count(extraction.Claims.Count, "claim", "claims")}, "
                + $"{Phrases.Count(extraction.Unchecked.Count, "number", "numbers")} left unclaimed",
            palette.Bold
        );
        page.Blank();
    }
}
