using System.Text;
using System.Xml;
using Entente.Reading.FrontMatter;
using Entente.Reading.Markup;

namespace Entente.Reading.Word;

/// <summary>A Word document read: its text (paragraphs with a blank line between them), its blocks, and what its properties say.</summary>
internal sealed record WordText(string Text, List<Block> Blocks, Metadata Metadata);

/// <summary>
/// Reads a Word document. The file itself is no text, so that offsets are those of the text taken out of it. What was deleted in it is not
/// read, what was inserted is. When the file was made is not when its text was published, unless nothing else is known.
/// </summary>
internal sealed class WordDocument
{
    private const int DeepestNesting = 2_000;

    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>Names that a program puts where an author should be.</summary>
    private static readonly string[] NoAuthors =
    [
        "admin",
        "administrator",
        "user",
        "windows user",
        "microsoft office user",
        "owner",
        "author",
        "python-docx",
    ];

    private readonly StringBuilder text = new();
    private readonly List<Block> blocks = [];
    private readonly Dictionary<string, string> targets = new(StringComparer.Ordinal);
    private readonly List<PlacedLink> links = [];
    private MappedTextBuilder paragraph = new();
    private string style = "";
    private bool inText;
    private bool inList;
    private bool bold;
    private int boldLength;
    private int rows;
    private string? title;
    private (int Start, string Url)? link;

    private WordDocument() { }

    /// <summary>Reads a package; an error where it is broken.</summary>
    public static WordText? Read(byte[] bytes, string path, out ReadError? error)
    {
        error = null;
        using var package = WordPackage.Open(bytes, out var problem);
        if (package is null)
        {
            error = new(
                path,
                "byte 0",
                problem!,
                "a text, or a Word document (.docx)",
                "give the text itself, saved as plain text or Markdown"
            );
            return null;
        }
        var document = new WordDocument();
        try
        {
            document.Relations(package);
            using (var main = package.Read(WordPackage.MainPart)!)
                document.Body(main);
            return new(document.text.ToString(), document.blocks, document.Properties(package));
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or EndOfStreamException)
        {
            var where = fault is XmlException xml
                ? FormattableString.Invariant($"{WordPackage.MainPart}, line {xml.LineNumber}, column {xml.LinePosition}")
                : WordPackage.MainPart;
            error = new(
                path,
                where,
                $"a broken Word document ({fault.Message.TrimEnd('.')})",
                "one that Word opens",
                "save it again, or as plain text"
            );
            return null;
        }
    }

    private void Relations(WordPackage package)
    {
        using var reader = package.Read("word/_rels/document.xml.rels");
        while (reader?.Read() == true)
        {
            if (
                reader.LocalName == "Relationship"
                && reader.GetAttribute("Id") is { } id
                && reader.GetAttribute("TargetMode") == "External"
                && reader.GetAttribute("Target") is { } target
            )
                targets.TryAdd(id, target);
        }
    }

    private void Body(XmlReader reader)
    {
        var skipped = -1; // depth of an element whose inside is not read
        while (reader.Read())
        {
            if (reader.Depth > DeepestNesting)
                throw new InvalidDataException($"elements nested deeper than {DeepestNesting}");
            if (skipped >= 0)
            {
                if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == skipped)
                    skipped = -1;
                continue;
            }
            if (reader.NodeType == XmlNodeType.Element)
            {
                // The same again for older programs; what was deleted or moved away.
                if (reader.LocalName is "Fallback" or "del" or "moveFrom" && !reader.IsEmptyElement)
                    skipped = reader.Depth;
                else if (reader.NamespaceURI is Word or StrictWord)
                    Start(reader);
            }
            else if (
                reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA
            )
            {
                if (inText)
                    Append(reader.Value);
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.NamespaceURI is Word or StrictWord)
                End(reader.LocalName);
        }
        Flush();
    }

    private void Start(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "p" when rows == 0:
                Flush();
                break;
            case "pStyle":
                style = reader.GetAttribute("val", reader.NamespaceURI) ?? "";
                break;
            case "numPr":
                inList = true;
                break;
            case "tr":
                if (rows++ == 0)
                    Flush();
                break;
            case "r":
                bold = false;
                break;
            case "b" or "i":
                bold = reader.GetAttribute("val", reader.NamespaceURI) is not ("0" or "false");
                break;
            case "t":
                inText = !reader.IsEmptyElement;
                break;
            case "tab" or "br" or "cr":
                Append(" ");
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            case "hyperlink" when !reader.IsEmptyElement:
                var id = reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? "";
                link = targets.TryGetValue(id, out var url) ? (paragraph.Length, url) : null;
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "t":
                inText = false;
                break;
            case "p" or "tc" when rows > 0:
                Append(" ");
                break;
            case "p":
                Flush();
                break;
            case "tr" when rows > 0 && --rows == 0:
                Flush(isRow: true);
                break;
            case "hyperlink" when link is var (start, url):
                if (paragraph.Length > start)
                    links.Add(new(start, paragraph.Length, new Link("", url)));
                link = null;
                break;
        }
    }

    private void Append(string words)
    {
        var before = paragraph.Length;
        foreach (var c in words)
        {
            if (c is '\u00AD' or '\u200B')
                continue;
            // White space that the reading text leaves out is left out of the text too, so that the two are the same.
            var length = paragraph.Length;
            paragraph.Append(c, text.Length);
            if (paragraph.Length > length)
                text.Append(c is '\n' or '\r' or '\t' or '\f' or '\v' ? ' ' : c);
        }
        boldLength += bold ? paragraph.Length - before : 0;
    }

    private void Flush(bool isRow = false)
    {
        if (paragraph.Build() is { } built)
        {
            var kind =
                isRow ? BlockKind.TableRow
                : IsHeading(style) ? BlockKind.Heading
                : inList || style.StartsWith("List", StringComparison.OrdinalIgnoreCase) ? BlockKind.Item
                : BlockKind.Paragraph;
            var placed = links
                .Select(l => (Start: Math.Min(l.Start, built.Text.Length), End: Math.Min(l.End, built.Text.Length), l.Link.Url))
                .Where(l => l.End > l.Start)
                .Select(l => new PlacedLink(l.Start, l.End, new Link(built.Text[l.Start..l.End].Trim(), l.Url)));
            blocks.Add(
                new Block(kind, built.With([.. placed]))
                {
                    Quoted = style.Contains("Quote", StringComparison.OrdinalIgnoreCase),
                    Emphasised = boldLength >= built.Text.Length && kind == BlockKind.Paragraph,
                }
            );
            if (style.Equals("Title", StringComparison.OrdinalIgnoreCase))
                title ??= built.Text;
            text.Append("\n\n");
        }
        if (paragraph.Length > 0)
            paragraph = new();
        links.Clear();
        link = null;
        (style, inList, boldLength, bold) = ("", false, 0, false);
    }

    private static bool IsHeading(string style) =>
        style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase)
        || style.Equals("Title", StringComparison.OrdinalIgnoreCase)
        || style.Equals("Caption", StringComparison.OrdinalIgnoreCase);

    private Metadata Properties(WordPackage package)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        using (var reader = package.Read("docProps/core.xml"))
        {
            string? name = null;
            while (reader?.Read() == true)
            {
                if (reader.NodeType == XmlNodeType.Element)
                    name = reader.LocalName is "title" or "creator" or "created" ? reader.LocalName : null;
                else if (reader.NodeType == XmlNodeType.Text && name is not null && reader.Value.Length < 1_000)
                    values.TryAdd(name, [reader.Value]);
            }
        }
        var metadata = Metadata.From(values);
        return metadata with
        {
            Title =
                title
                ?? (metadata.Title is { } stale && stale.StartsWith("Microsoft Word - ", StringComparison.Ordinal) ? null : metadata.Title),
            Authors = [.. metadata.Authors.Where(a => !Array.Exists(NoAuthors, n => n.Equals(a, StringComparison.OrdinalIgnoreCase)))],
        };
    }
}
