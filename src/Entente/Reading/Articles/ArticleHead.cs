using Entente.Reading.FrontMatter;
using Entente.Reading.Markup;

namespace Entente.Reading.Articles;

/// <summary>
/// Reads what stands before a text: section names, title and standfirst, byline, dates, and the place and agency before the first words.
/// What is no text is taken out of the blocks; titles stay as headings, because headlines make claims.
/// </summary>
internal sealed class ArticleHead(List<Block> body, Metadata metadata)
{
    /// <summary>From so many paragraphs of prose on, a date by itself is a heading of the text and not when it was published.</summary>
    private const int ProseBeforeDates = 2;

    private static readonly string[] AfterNames = ["|", "•", "·", "(", "—", " - ", " – ", " on ", " in ", " for ", " at "];

    private bool stated = metadata.Published is not null;

    public Metadata Metadata { get; private set; } = metadata;

    /// <summary>The rule that found the authors.</summary>
    public string AuthorsVia { get; private set; } = "front-matter";

    public void Read()
    {
        var top = 0;
        var prose = 0;
        for (var i = 0; i < body.Count && i < ArticleFrame.Depth; i++)
        {
            var block = body[i];
            var text = block.Text.Text;
            if (Byline(text) | Dated(text, prose) || (i == 0 && IsKicker(text)))
            {
                body.RemoveAt(i--);
                continue;
            }
            if (i == top && block.Kind is BlockKind.Paragraph or BlockKind.Heading && Title(i) is { } title)
            {
                if (title.Text.Text.Length == 0 || IsRepeated(title.Text.Text, i))
                {
                    body.RemoveAt(i--);
                    continue;
                }
                body[i] = block = title;
                text = title.Text.Text;
                top++;
            }
            if (block.Kind == BlockKind.Heading && Metadata.Title is null)
                Metadata = Metadata with { Title = text };
            if (block.Kind != BlockKind.Paragraph)
                continue;
            if (Dateline.Read(text) is { } dateline)
            {
                body[i] = block with { Text = block.Text.Slice(dateline.End, text.Length) };
                Metadata = Metadata with
                {
                    Published = Metadata.Published ?? dateline.Date,
                    PublishedDay = Metadata.PublishedDay ?? dateline.Day,
                };
            }
            prose++;
        }
    }

    private bool Byline(string text)
    {
        if (
            !text.StartsWith("By ", StringComparison.OrdinalIgnoreCase)
            || text.Length > 150
            || text[^1] is '.' or '?' or '!'
            || text.Split(' ').Length > 20
        )
            return false;
        var names = text[3..];
        foreach (var after in AfterNames)
        {
            var end = names.IndexOf(after, StringComparison.Ordinal);
            if (end >= 0)
                names = names[..end];
        }
        names = names.Trim();
        if (names.Length == 0 || !char.IsUpper(names[0]))
            return false;
        var found = new List<string>();
        foreach (var name in Metadata.Names(names))
        {
            // "Jane Doe, Senior Fellow", "Jane Doe, March 3": what is no name ends the list.
            var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (
                words.Length is < 2 or > 5
                || words[0] == "The"
                || !words.All(w => char.IsUpper(w[0]) || w.Length <= 3)
                || ArticleFrame.Professions.Overlaps(words.Select(w => w.ToLowerInvariant().TrimEnd('s')))
                || DateText.Month(words[0]) > 0
                || name.Any(char.IsAsciiDigit)
            )
                break;
            found.Add(name);
        }
        // "By Staff Writer", "By Reuters": a byline that names nobody.
        if (found.Count == 0)
            return Metadata.Title is not null && text.Length <= 60 && DateLine.IsByline(text);
        if (Metadata.Authors.Count == 0)
        {
            Metadata = Metadata with { Authors = found };
            AuthorsVia = "byline";
        }
        return true;
    }

    /// <summary>Takes the dates of a date line. The first publication dates the claims; a later update does not unless it is all there is.</summary>
    private bool Dated(string text, int prose)
    {
        if (!DateLine.TryRead(text, out var line) || (prose >= ProseBeforeDates && !line.Labelled))
            return false;
        // The first line may be a title with a date in it ("Trade Watch - May 2023"): only a date by itself is none.
        if (Metadata.Title is null && !line.Labelled && body[0].Text.Text == text && DateText.Scan(text, out _) == DateShape.None)
            return false;
        if (!stated)
        {
            stated = line.Published is not null;
            Metadata = Metadata with { Published = line.Published ?? Metadata.Published ?? line.Updated };
        }
        return true;
    }

    /// <summary>True for the section that a page shows above a title: "World | Europe", "ANALYSIS".</summary>
    private bool IsKicker(string text) =>
        text.Length <= 60
        && body.Count > 2
        && Metadata.Title is null
        && PageLines.IsSections(text)
        && body[1].Kind is BlockKind.Paragraph or BlockKind.Heading
        && (body[1].Kind == BlockKind.Heading || IsTitleLike(body[1].Text.Text, first: true));

    /// <summary>The block as a heading where it is a title or standfirst, the site's name behind it left out.</summary>
    private Block? Title(int i)
    {
        var block = body[i];
        if (block.Kind == BlockKind.Paragraph && !IsTitleLike(block.Text.Text, first: i == 0))
            return null;
        var end = i == 0 ? PageLines.TitleEnd(block.Text.Text) : block.Text.Text.Length;
        return block with { Kind = BlockKind.Heading, Text = block.Text.Slice(0, end) };
    }

    /// <summary>True for a title that stands above already.</summary>
    private bool IsRepeated(string text, int i)
    {
        for (var k = 0; k < i; k++)
        {
            if (string.Equals(body[k].Text.Text.Trim(), text.Trim(), StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private bool IsTitleLike(string text, bool first)
    {
        if (text.Length > (first ? 200 : 160) || body.Count < 2 || text[^1] is ':' or ';' or ',' or '…')
            return false;
        var last = text.AsSpan(text.LastIndexOf(' ') + 1);
        // "… to the U.S." ends in an abbreviation; a full stop before a date line ends a title all the same.
        var isAbbreviation = last.Length >= 4 && last[^1] == '.' && last[^3] == '.';
        var isDated = first && text.Length <= 120 && body[0].Text.Text == text && DateLine.TryRead(body[1].Text.Text, out _);
        if (text[^1] is '.' or '!' && !isAbbreviation && !isDated)
            return false;
        if (text[^1] is '”' or '"' or '’' && (text.Length < 2 || text[^2] is '.' or ',' || !first))
            return false;
        if (LineWrap.StartsLabel(text))
        {
            // "Trade row: …" is a title; a label comes again.
            var label = text.AsSpan(0, text.IndexOf(':', StringComparison.Ordinal) + 1);
            if (!first || label.Length <= 2)
                return false;
            var turns = 0;
            foreach (var block in body)
                turns += block.Text.Text.AsSpan().StartsWith(label) ? 1 : 0;
            if (turns > 1)
                return false;
        }
        return first || (Metadata.Title is not null && text[^1] != '?');
    }
}
