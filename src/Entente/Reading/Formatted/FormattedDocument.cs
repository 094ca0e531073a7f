namespace Entente.Reading.Formatted;

/// <summary>How a document is shown.</summary>
public enum FormattedForm
{
    /// <summary>With its headings, lists, tables and emphasis.</summary>
    Formatted,

    /// <summary>Its sentences as they were read, in paragraphs: for sources that nobody wants to see.</summary>
    Reading,

    /// <summary>Character for character.</summary>
    Plain,
}

/// <summary>A document as it is shown: blocks of elements of a short list, in the order of the text.</summary>
public sealed record FormattedDocument(FormattedForm Form, IReadOnlyList<FormattedNode> Blocks)
{
    /// <summary>Longer sources are shown plainly: nobody formats a book.</summary>
    private const int Longest = 8_000_000;

    /// <summary>A single line as long as this is no prose, and its marks would cost more than they show.</summary>
    private const int LongestLine = 400_000;

    /// <summary>A list is cut into pieces of as many items, so that each can be shown when it comes into sight.</summary>
    private const int ItemsTogether = 20;

    private const int ShortItem = 200;

    /// <summary>The ways to show a document, the best first; the last of them always has every place of the text that was read.</summary>
    public static IEnumerable<FormattedDocument> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (Formatted(document) is { Count: > 0 } blocks)
            yield return new(FormattedForm.Formatted, Flat(blocks));
        yield return document.Format is DocumentFormat.Prose or DocumentFormat.Word
            ? new(FormattedForm.Plain, Plain(document.Text))
            : new(FormattedForm.Reading, Reading(document));
    }

    private static IReadOnlyList<FormattedNode>? Formatted(Document document)
    {
        if (document.Text.Length > Longest)
            return null;
        switch (document.Format)
        {
            case DocumentFormat.Page:
                return FormattedPage.Main(document.Text, document.Url);
            case DocumentFormat.Prose when !HasLongLine(document.Text):
                try
                {
                    return FormattedMarkdown.Of(document.Text);
                }
                catch (ArgumentException)
                {
                    // Nested deeper than the parser follows: an attack or an accident, and as text it is neither.
                    return null;
                }
            default:
                return null;
        }
    }

    private static bool HasLongLine(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
            if (line.Length > LongestLine)
                return true;
        return false;
    }

    /// <summary>Containers at the top give way to what is in them, and what stands bare between blocks becomes a paragraph.</summary>
    private static List<FormattedNode> Flat(IReadOnlyList<FormattedNode> nodes)
    {
        var blocks = new List<FormattedNode>();
        var loose = new List<FormattedNode>();
        void End()
        {
            if (loose.Exists(n => n is not FormattedText { Text: var t } || !string.IsNullOrWhiteSpace(t)))
                blocks.Add(new FormattedElement(FormattedTag.Paragraph, [.. loose]));
            loose.Clear();
        }
        foreach (var node in nodes)
        {
            if (node is not FormattedElement element || !element.Tag.IsBlock())
            {
                loose.Add(node);
                continue;
            }
            End();
            if (element.Tag == FormattedTag.Block)
                blocks.AddRange(Flat(element.Children));
            else if (element.Tag is FormattedTag.List or FormattedTag.NumberedList)
                blocks.AddRange(Pieces(element));
            else
                blocks.Add(element);
        }
        End();
        return blocks;
    }

    private static IEnumerable<FormattedNode> Pieces(FormattedElement list)
    {
        var together = list.Children.Any(i => Length(i) > ShortItem) ? 1 : ItemsTogether;
        // Numbers go on through the list.
        if (list.Tag == FormattedTag.NumberedList || list.Children.Count <= together)
            return [list];
        return list.Children.Chunk(together).Select(part => new FormattedElement(list.Tag, part));
    }

    private static int Length(FormattedNode node) =>
        node is FormattedText text ? text.Text.Length : ((FormattedElement)node).Children.Sum(Length);

    private static List<FormattedNode> Reading(Document document)
    {
        var blocks = new List<FormattedNode>();
        var inline = new List<FormattedNode>();
        for (var i = 0; i < document.Statements.Count; i++)
        {
            var statement = document.Statements[i];
            if (inline.Count > 0)
                inline.Add(new FormattedText(" ", null));
            if (Shown(statement) is { } text)
                inline.Add(text);
            if (i + 1 < document.Statements.Count && document.Statements[i + 1].Paragraph == statement.Paragraph)
                continue;
            if (inline.Count > 0)
                blocks.Add(new FormattedElement(statement.IsHeading ? FormattedTag.Heading2 : FormattedTag.Paragraph, [.. inline]));
            inline.Clear();
        }
        return blocks;
    }

    private static FormattedText? Shown(Statement statement)
    {
        var shown = new ShownText();
        for (var i = 0; i < statement.Text.Length; i++)
        {
            var pair = char.IsHighSurrogate(statement.Text[i]) && i + 1 < statement.Text.Length ? 2 : 1;
            shown.Verbatim(statement.Text.AsSpan(i, pair), statement.Map.ToDocument(i));
            i += pair - 1;
        }
        return shown.Node();
    }

    /// <summary>Paragraphs end at an empty line; within them every line end stays.</summary>
    private static List<FormattedNode> Plain(string text)
    {
        var blocks = new List<FormattedNode>();
        var shown = new ShownText();
        var from = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] != '\n')
                continue;
            var line = text.AsSpan(from, at - from);
            var blank = line.IsWhiteSpace();
            if (!blank)
                shown.Verbatim(text.AsSpan(from, Math.Min(at + 1, text.Length) - from), from);
            if ((blank || at == text.Length || shown.Length > LongestLine) && shown.Node() is { } node)
            {
                blocks.Add(new FormattedElement(FormattedTag.Preformatted, [node]));
                shown = new();
            }
            from = at + 1;
        }
        return blocks;
    }
}
