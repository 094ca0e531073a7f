using System.Text.Json;
using Entente.Checking;
using Entente.Reading;
using Entente.Reading.Formatted;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Web.Http;

namespace Entente.Web.Shelf;

/// <summary>
/// A document to be read in the page, `entente/text/1`: blocks of elements by name, text that bears what lies over it, and a line for each claim.
/// The first way to show it in which every claim has its place is taken.
/// </summary>
internal static class TextJson
{
    private const int LongestQuote = 300;

    public static byte[] Of(CheckedText text, CheckReport report)
    {
        var marks = new TextMarks(report);
        byte[]? last = null;
        foreach (var shown in FormattedDocument.Of(report.Document))
        {
            var blocks = new BlockWriter(report, marks);
            last = Answers.Bytes(json => Write(json, text, report, shown, blocks));
            if (marks.Placeable.All(blocks.Placed.Contains))
                return last;
        }
        return last!;
    }

    private static void Write(Utf8JsonWriter json, CheckedText text, CheckReport report, FormattedDocument shown, BlockWriter blocks)
    {
        var document = report.Document;
        json.WriteStartObject();
        json.WriteString("schema", "entente/text/1");
        json.WriteString("id", text.Id);
        json.WriteString("item", text.Item.Id);
        json.WriteString("form", shown.Form.ToString().ToLowerInvariant());
        json.WriteString("path", InputProblem.OneLine(document.Path));
        json.WriteString("title", document.Title);
        json.Strings("authors", document.Authors);
        json.WriteString("published", document.Published?.Text);
        json.WriteString("publishedBasis", document.PublishedBasis.ToString().ToLowerInvariant());
        json.WriteString("kind", document.Kind.ToString().ToLowerInvariant());
        json.WriteString("site", document.Site);
        json.WriteString("url", SafeUrl(document.Url));
        json.WriteString("checkedOn", Period.OfDay(report.AsOf).Text);
        json.WriteBoolean("truncated", document.Truncated);
        json.Strings("warnings", document.Warnings);
        json.WriteStartObject("summary");
        CheckJson.Counts(json, VerdictCounts.Of(report));
        json.WriteEndObject();
        json.WriteStartArray("blocks");
        foreach (var block in shown.Blocks)
            blocks.Block(json, block);
        json.WriteEndArray();
        Claims(json, text, report);
        json.WriteStartArray("unchecked");
        foreach (var figure in report.Unchecked)
        {
            json.WriteStartObject();
            json.WriteString("text", Short(figure.Text));
            json.WriteString("reason", figure.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("inconsistencies");
        foreach (var inconsistency in report.Inconsistencies)
        {
            json.WriteStartObject();
            json.Strings("claims", inconsistency.Claims);
            json.WriteString("identity", inconsistency.Identity);
            json.WriteString("explanation", inconsistency.Explanation);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Claims(Utf8JsonWriter json, CheckedText text, CheckReport report)
    {
        var statements = new Dictionary<string, Speaker>(StringComparer.Ordinal);
        foreach (var statement in report.Document.Statements)
            statements.TryAdd(statement.Id, statement.Speaker);
        json.WriteStartArray("claims");
        foreach (var claim in report.Claims)
        {
            json.WriteStartObject();
            json.WriteString("id", claim.Claim.Id);
            json.WriteString("quote", Short(claim.Claim.Quote));
            json.WriteString("verdict", claim.Verdict.Code());
            json.WriteString("standing", claim.Standing.Code());
            json.WriteString("explanation", claim.Explanation);
            var speaker = claim.Claim.Speaker ?? statements.GetValueOrDefault(claim.Claim.Statement);
            json.WriteString("speaker", speaker is null ? null : CheckedText.NameOf(report.Document, speaker));
            json.WriteString("forecast", text.Foretold.GetValueOrDefault(claim.Claim.Id));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string? SafeUrl(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;

    private static string Short(string text)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= LongestQuote ? text : text[..LongestQuote].TrimEnd() + "…";
    }
}

/// <summary>Writes blocks: `{ n, k, h }` is an element by name with its children and address, a string is text, `{ t, c, u, e }` is text with what lies over it.</summary>
internal sealed class BlockWriter(CheckReport report, TextMarks marks)
{
    private readonly IReadOnlyList<Statement> statements = report.Document.Statements;

    /// <summary>The claims that have their place.</summary>
    public HashSet<int> Placed { get; } = [];

    /// <summary>A block with whose words are in it.</summary>
    public void Block(Utf8JsonWriter json, FormattedNode block)
    {
        json.WriteStartObject();
        Inside(json, block);
        var (start, end) = Extent(block);
        json.WriteStartArray("s");
        var written = new HashSet<(string?, SpeakerRole)>();
        var read = false;
        for (var i = FirstAt(start); i < statements.Count && statements[i].Start < end; i++)
        {
            read = true;
            var speaker = statements[i].Speaker;
            if (!written.Add((speaker.Name, speaker.Role)))
                continue;
            json.WriteStartObject();
            json.WriteString("name", CheckedText.NameOf(report.Document, speaker));
            json.WriteString("role", speaker.Role.ToString().ToLowerInvariant());
            if (speaker.ReportedBy is { } by)
                json.WriteString("by", by);
            if (statements[i].IsQuestion)
                json.WriteBoolean("asks", true);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (!read)
            json.WriteBoolean("unread", true);
        json.WriteEndObject();
    }

    private void Inside(Utf8JsonWriter json, FormattedNode node)
    {
        if (node is not FormattedElement element)
        {
            json.WriteString("n", "p");
            json.WriteStartArray("k");
            Node(json, node);
            json.WriteEndArray();
            return;
        }
        json.WriteString("n", element.Tag.Name());
        if (element.Children.Count > 0)
        {
            json.WriteStartArray("k");
            foreach (var child in element.Children)
                Node(json, child);
            json.WriteEndArray();
        }
        if (element.Address is { } address)
            json.WriteString("h", address);
    }

    private void Node(Utf8JsonWriter json, FormattedNode node)
    {
        switch (node)
        {
            case FormattedText text:
                Text(json, text);
                break;
            // A claim inside of a link would be a control inside of a control: the words are the claim's, and the link follows them.
            case FormattedElement { Tag: FormattedTag.Link } link when HasClaim(link):
                foreach (var child in link.Children)
                    Node(json, child);
                json.WriteStartObject();
                json.WriteString("n", FormattedTag.Link.Name());
                json.WriteStartArray("k");
                json.WriteEndArray();
                json.WriteString("h", link.Address);
                json.WriteEndObject();
                break;
            case FormattedElement element:
                json.WriteStartObject();
                Inside(json, element);
                json.WriteEndObject();
                break;
        }
    }

    private void Text(Utf8JsonWriter json, FormattedText text)
    {
        if (text.Map is not { } map)
        {
            json.WriteStringValue(text.Text);
            return;
        }
        for (var from = 0; from < text.Text.Length; )
        {
            var (_, mark) = marks.At(map.ToDocument(from));
            var to = from + 1;
            // Stretches of the source that the text leaves out may hold a cut: every character is asked, until the mark is another.
            while (to < text.Text.Length && ReferenceEquals(marks.At(map.ToDocument(to)).Mark, mark))
                to++;
            var piece = text.Text[from..to];
            if (mark.Claims.Length == 0 && mark.Unchecked < 0)
                json.WriteStringValue(piece);
            else
                Marked(json, piece, mark, to == text.Text.Length ? map.ToDocument(to - 1) + 1 : int.MaxValue);
            from = to;
        }
    }

    private void Marked(Utf8JsonWriter json, string piece, Mark mark, int reached)
    {
        json.WriteStartObject();
        json.WriteString("t", piece);
        if (mark.Claims.Length > 0)
        {
            json.WriteStartArray("c");
            foreach (var claim in mark.Claims)
            {
                Placed.Add(claim);
                json.WriteStringValue(report.Claims[claim].Claim.Id);
            }
            json.WriteEndArray();
            // A piece that breaks off before the mark does (bold begins) ends nothing.
            var ends = mark.Ends.Where(c => reached == int.MaxValue || report.Claims[c].Claim.End <= reached).ToList();
            if (ends.Count > 0)
            {
                json.WriteStartArray("e");
                foreach (var claim in ends)
                    json.WriteStringValue(report.Claims[claim].Claim.Id);
                json.WriteEndArray();
            }
        }
        if (mark.Unchecked >= 0)
            json.WriteNumber("u", mark.Unchecked);
        json.WriteEndObject();
    }

    private bool HasClaim(FormattedNode node) =>
        node switch
        {
            FormattedText { Map: { } map } text => Enumerable
                .Range(0, text.Text.Length)
                .Any(i => marks.At(map.ToDocument(i)).Mark.Claims.Length > 0),
            FormattedElement element => element.Children.Any(HasClaim),
            _ => false,
        };

    private static (int Start, int End) Extent(FormattedNode node)
    {
        if (node is FormattedText text)
            return text is { Map: { } map, Text.Length: > 0 }
                ? (map.ToDocument(0), map.ToDocument(text.Text.Length - 1) + 1)
                : (int.MaxValue, 0);
        var (start, end) = (int.MaxValue, 0);
        foreach (var child in ((FormattedElement)node).Children)
        {
            var (from, to) = Extent(child);
            (start, end) = (Math.Min(start, from), Math.Max(end, to));
        }
        return (start, end);
    }

    private int FirstAt(int offset)
    {
        var (low, high) = (0, statements.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (statements[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }
        // One that began before may reach into it: a sign before its first word is not of the block.
        for (var back = 0; back < 8 && low > 0 && statements[low - 1].End > offset; back++)
            low--;
        return low;
    }
}
