using Entente.Reading.FrontMatter;
using Entente.Reading.Markup;

namespace Entente.Reading.Pages;

/// <summary>Reads a saved web page: its text as blocks, and what it says of itself. Offsets are those of the page's source.</summary>
internal static class Page
{
    /// <summary>With less text than this the page was empty until a program filled it, and the text is looked for in its linked data.</summary>
    private const int Empty = 250;

    /// <summary>Shorter lines before a title are sections, dates and names of sites.</summary>
    private const int ShortestProse = 60;

    private static readonly string[] Starts = ["<!doctype html", "<html", "<head", "<body", "<?xml"];

    /// <summary>True for a text that begins as a page does, or is named as one and has a tag in it.</summary>
    public static bool Fits(string text, string path)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 4_096)).TrimStart();
        while (start.StartsWith("<!--"))
        {
            var close = start.IndexOf("-->");
            if (close < 0)
                return IsNamed(path);
            start = start[(close + 3)..].TrimStart();
        }
        foreach (var begin in Starts)
        {
            if (start.StartsWith(begin, StringComparison.OrdinalIgnoreCase))
                return begin != "<?xml" || start.Contains("<html", StringComparison.OrdinalIgnoreCase);
        }
        return IsNamed(path) && text.Contains("</", StringComparison.Ordinal);
    }

    public static (List<Block> Blocks, Metadata Metadata) Read(string text)
    {
        var tree = PageParser.Parse(text);
        var main = MainText.Find(tree);
        var metadata = PageMetadata.Read(text, tree);
        var address = metadata.Url ?? tree.Base;
        var blocks = PageBlocks.Of(
            text,
            main,
            main.HasTitle ? null : tree.Elements.Find(e => e.Name == "h1" && !e.Hidden && !IsLogo(e)),
            Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null
        );
        if (blocks.Sum(b => b.Text.Text.Length) < Empty && LinkedData.Read(text, tree.LinkedData).Body is { Count: > 0 } body)
            blocks = [.. body.Select(p => new Block(BlockKind.Paragraph, p))];
        return (Trimmed(blocks, PageMetadata.Words(text, tree.Elements.Find(e => e.Name == "h1" && !e.Hidden && !IsLogo(e)))), metadata);
    }

    /// <summary>Without what stands before the title where that is no prose, and without lines that only lead elsewhere.</summary>
    private static List<Block> Trimmed(List<Block> blocks, string? title)
    {
        var first = title is null ? -1 : blocks.FindIndex(b => b.Kind == BlockKind.Heading && b.Text.Text == title);
        if (first > 0 && blocks.Take(first).All(b => b.Text.Text.Length < ShortestProse))
            blocks.RemoveRange(0, first);
        blocks.RemoveAll(b => b.Kind != BlockKind.Heading && IsLink(b));
        return blocks;
    }

    private static bool IsLink(Block block) =>
        block.Text.Text.Length < 160 && block.Text.Links.Sum(l => l.End - l.Start) >= 0.9 * block.Text.Text.Length;

    private static bool IsNamed(string path) =>
        path.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".xhtml", StringComparison.OrdinalIgnoreCase);

    private static bool IsLogo(PageElement heading) =>
        heading.Hints.Contains("logo", StringComparison.Ordinal)
        || heading.Hints.Contains("site", StringComparison.Ordinal)
        || heading.Text == 0;
}
