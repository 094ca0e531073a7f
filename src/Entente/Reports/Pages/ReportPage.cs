using Entente.Reports.Charts;

namespace Entente.Reports.Pages;

/// <summary>How some words of a line are set.</summary>
public enum SpanStyle
{
    Plain,

    /// <summary>Smaller, beneath: whose it is, where it is from.</summary>
    Small,

    /// <summary>As the claim language or a command writes it.</summary>
    Code,

    Strong,
}

/// <summary>Some words of a line, with an address where they lead somewhere.</summary>
public sealed record Span(string Text, SpanStyle Style = SpanStyle.Plain, string? Url = null);

/// <summary>A line of words, or what is in a cell.</summary>
public sealed record Words(IReadOnlyList<Span> Spans)
{
    public Words(params Span[] spans)
        : this((IReadOnlyList<Span>)spans) { }

    public bool IsEmpty => Spans.All(s => s.Text.Length == 0);

    public static implicit operator Words(string text) => FromString(text);

    public static Words FromString(string text) => new(new Span(text));

    /// <summary>The words alone.</summary>
    public string Plain => string.Join(' ', Spans.Select(s => s.Text).Where(t => t.Length > 0));
}

/// <summary>A part of a page, whatever form the page takes.</summary>
public abstract record Block;

/// <summary>Level 2 begins a section, level 3 a part of it.</summary>
public sealed record HeadingBlock(int Level, Words Text) : Block;

/// <param name="Text">What it says.</param>
/// <param name="Soft">True for what is to be known and is not the matter itself.</param>
public sealed record TextBlock(Words Text, bool Soft = false) : Block;

public sealed record ListBlock(IReadOnlyList<Words> Items) : Block;

/// <summary>A column: its head, and whether figures stand in it.</summary>
public sealed record Column(string Head, bool Figures = false);

/// <param name="Caption">What the table holds; every table has one.</param>
/// <param name="Columns">The first names the rows.</param>
/// <param name="Rows">As many cells as columns.</param>
public sealed record TableBlock(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Words>> Rows) : Block;

/// <param name="Chart">What to draw.</param>
/// <param name="Table">False where a table of the page has its numbers already.</param>
public sealed record ChartBlock(ChartModel Chart, bool Table = true) : Block;

/// <summary>A report as parts in their order, printed as HTML and as Markdown alike.</summary>
public sealed record ReportPage
{
    public required string Title { get; init; }

    /// <summary>Under the title: whose it is, from when; nothing where it is empty.</summary>
    public Words Meta { get; init; } = "";

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>How it came about: draws, seed, versions.</summary>
    public required Words Foot { get; init; }
}

/// <summary>Takes pictures that belong beside a report in Markdown; without one they are left out.</summary>
public interface IPictures
{
    /// <summary>Keeps a drawing and gives its path as seen from the report, with slashes and not escaped. May be called from several threads.</summary>
    /// <param name="name">What it is called, unique in the report: `c7`.</param>
    /// <param name="svg">The text of the file.</param>
    string Add(string name, string svg);
}
