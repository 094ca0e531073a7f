using System.Text;
using Entente.Checking;
using Entente.Reading;

namespace Entente.Reports.Html;

/// <summary>
/// A report on a document whose text is no prose (a page's source, an export, subtitles) as one on its reading text: statement after statement,
/// with every claim where its words are in it. Nobody wants to read tags to find a claim.
/// </summary>
internal static class ReadingView
{
    /// <summary>How many statements may begin inside one that holds a claim.</summary>
    private const int Nested = 50;

    public static CheckReport Of(CheckReport report)
    {
        var document = report.Document;
        if (document.Format is DocumentFormat.Prose or DocumentFormat.Word)
            return report;
        var text = new StringBuilder();
        var placed = new List<(Statement Statement, int At)>(document.Statements.Count);
        foreach (var statement in document.Statements)
        {
            if (placed.Count > 0)
                text.Append(placed[^1].Statement.Paragraph == statement.Paragraph ? " " : "\n\n");
            placed.Add((statement, text.Length));
            text.Append(statement.Text);
        }
        return report with
        {
            Document = document with
            {
                Text = text.ToString(),
                Statements = [.. placed.Select(p => p.Statement with { Start = p.At, End = p.At + p.Statement.Text.Length })],
            },
            Claims =
            [
                .. report.Claims.Select(c =>
                {
                    var (start, end) = Place(c.Claim.Start, c.Claim.End);
                    return c with { Claim = c.Claim with { Start = start, End = end } };
                }),
            ],
            Unchecked =
            [
                .. report.Unchecked.Select(q =>
                {
                    var (start, end) = Place(q.Start, q.End);
                    return q with { Start = start, End = end };
                }),
            ],
        };

        // Statements stand in order, and may lie inside one another (a quotation in its sentence): the nearest before that holds the words has them.
        (int, int) Place(int start, int end)
        {
            int low = 0,
                high = placed.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (placed[middle].Statement.Start <= start)
                    low = middle + 1;
                else
                    high = middle;
            }
            for (var i = low - 1; i >= 0 && i >= low - Nested; i--)
            {
                var (statement, at) = placed[i];
                if (statement.End >= end)
                    return (at + Reading(statement, start), at + Reading(statement, end - 1) + 1);
            }
            return (0, 0);
        }
    }

    /// <summary>The position in the reading text of a place in the document: the last character that stands at it or before.</summary>
    private static int Reading(Statement statement, int place)
    {
        int low = 0,
            high = statement.Text.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (statement.Map.ToDocument(middle) <= place)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
