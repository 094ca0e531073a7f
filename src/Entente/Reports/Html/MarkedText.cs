using System.Text;
using Entente.Checking;

namespace Entente.Reports.Html;

/// <summary>
/// The document's own text, every character in its place, with claims underlined by verdict and linked to their working. Claims may
/// overlap: a stretch shows the gravest verdict over it, and every claim has its own sign where it ends. What is in no statement
/// (front matter, mark-up, boilerplate) is dimmed: it was seen and not read as prose.
/// </summary>
internal static class MarkedText
{
    public static void Write(StringBuilder output, CheckReport report, int document)
    {
        var text = report.Document.Text;
        var claims = report
            .Claims.Select((c, order) => (Claim: c, Order: order, Span: Clamp(c.Claim.Start, c.Claim.End, text)))
            .Where(c => c.Span.End > c.Span.Start)
            .ToList();
        var cuts = new SortedSet<int> { 0, text.Length };
        foreach (var (_, _, span) in claims)
            Cut(cuts, span);
        foreach (var statement in report.Document.Statements)
            Cut(cuts, Clamp(statement.Start, statement.End, text));
        foreach (var quantity in report.Unchecked)
            Cut(cuts, Clamp(quantity.Start, quantity.End, text));

        var starts = claims.OrderBy(c => c.Span.Start).ThenBy(c => c.Order).ToList();
        var next = 0;
        var active = new List<(CheckedClaim Claim, int Order, (int Start, int End) Span)>();
        var prose = new Sweep(report.Document.Statements.Select(s => (Clamp(s.Start, s.End, text), "")));
        var numbers = new Sweep(report.Unchecked.Select(q => (Clamp(q.Start, q.End, text), q.Reason)));
        var from = 0;
        foreach (var to in cuts.Skip(1))
        {
            while (next < starts.Count && starts[next].Span.Start <= from)
                active.Add(starts[next++]);
            var segment = text.AsSpan(from, to - from);
            if (active.Count > 0)
            {
                var shown = active.MaxBy(c => c.Claim.Verdict).Claim;
                output.Append($"<a class=\"m v-{shown.Verdict.Code()}\" href=\"#{HtmlText.Id("w", document, shown.Claim.Id)}\">");
                HtmlText.Append(output, segment);
                output.Append("</a>");
            }
            else if (numbers.At(from) is { } reason)
            {
                output.Append("<span class=\"u\" title=\"not checked: ");
                HtmlText.Append(output, reason);
                output.Append("\">");
                HtmlText.Append(output, segment);
                output.Append("</span>");
            }
            else if (prose.At(from) is null)
                Machinery(output, text, from, to);
            else
                HtmlText.Append(output, segment);
            foreach (var ending in active.Where(c => c.Span.End == to).OrderBy(c => c.Order))
                Sign(output, ending.Claim, document);
            active.RemoveAll(c => c.Span.End <= to);
            from = to;
        }
    }

    /// <summary>The sign is drawn by the style sheet, so that copying the text copies the text.</summary>
    private static void Sign(StringBuilder output, CheckedClaim claim, int document)
    {
        var id = HtmlText.Escape(claim.Claim.Id);
        output.Append(
            $"<a class=\"r v-{claim.Verdict.Code()}\" id=\"{HtmlText.Id("m", document, claim.Claim.Id)}\" href=\"#{HtmlText.Id("w", document, claim.Claim.Id)}\""
        );
        output.Append($" data-s=\"{claim.Verdict.Sign()}\" aria-label=\"claim {id}: {claim.Verdict.Word()}\"></a>");
    }

    /// <summary>
    /// What is in no statement. Whole lines of it (front matter, boilerplate) are set small as a block of their own, addresses small in their
    /// line; a few words between statements keep their size.
    /// </summary>
    private static void Machinery(StringBuilder output, string text, int from, int to)
    {
        var segment = text.AsSpan(from, to - from);
        var startsLine = from == 0 || text[from - 1] == '\n' || segment[0] is '\n' or '\r';
        var lines = startsLine ? segment.LastIndexOf('\n') + 1 : 0;
        if (segment[..lines].Trim().IsEmpty)
            lines = 0;
        Span("x w b", segment[..lines]);
        var rest = segment[lines..];
        Span(rest.Contains("://", StringComparison.Ordinal) ? "x w" : "x", rest);

        void Span(string style, ReadOnlySpan<char> part)
        {
            if (part.IsEmpty)
                return;
            output.Append($"<span class=\"{style}\">");
            HtmlText.Append(output, part);
            output.Append("</span>");
        }
    }

    private static (int Start, int End) Clamp(int start, int end, string text) =>
        (Math.Clamp(start, 0, text.Length), Math.Clamp(end, 0, text.Length));

    private static void Cut(SortedSet<int> cuts, (int Start, int End) span)
    {
        cuts.Add(span.Start);
        cuts.Add(span.End);
    }

    /// <summary>Answers "which stretch is over this place" for places that only grow.</summary>
    private sealed class Sweep
    {
        private readonly List<((int Start, int End) Span, string Label)> spans;
        private int next;
        private (int End, string Label) current = (-1, "");

        public Sweep(IEnumerable<((int Start, int End) Span, string Label)> spans) => this.spans = [.. spans.OrderBy(s => s.Span.Start)];

        public string? At(int place)
        {
            for (; next < spans.Count && spans[next].Span.Start <= place; next++)
                if (spans[next].Span.End > current.End)
                    current = (spans[next].Span.End, spans[next].Label);
            return place < current.End ? current.Label : null;
        }
    }
}
