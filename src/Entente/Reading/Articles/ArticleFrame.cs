using Entente.Reading.FrontMatter;
using Entente.Reading.Markup;
using Entente.Reading.Text;

namespace Entente.Reading.Articles;

/// <summary>
/// What frames the text of an article or interview: title, byline and date before it; authors' notes, corrections and thanks after it; the
/// page's own lines around it. Found once for both kinds; what remains is the text.
/// </summary>
internal sealed class ArticleFrame
{
    /// <summary>How far from either end the frame may reach, in blocks.</summary>
    internal const int Depth = 12;

    internal static readonly HashSet<string> Professions = new[]
    {
        "reporter",
        "correspondent",
        "writer",
        "editor",
        "journalist",
        "columnist",
        "fellow",
        "professor",
        "lecturer",
        "director",
        "author",
        "analyst",
        "researcher",
        "scholar",
        "historian",
        "economist",
        "contributor",
        "freelance",
        "president",
        "chair",
        "ambassador",
        "expert",
        "scientist",
        "associate",
        "founder",
        "advisor",
        "adviser",
        "strategist",
        "candidate",
        "student",
    }.ToHashSet(StringComparer.Ordinal);

    private ArticleFrame(Metadata metadata, List<Block> body) => (Metadata, Body) = (metadata, body);

    public Metadata Metadata { get; private set; }

    /// <summary>The blocks of the text, the title among them as a heading.</summary>
    public List<Block> Body { get; }

    public bool Truncated { get; private set; }

    /// <summary>The rule that found the authors.</summary>
    public string AuthorsVia { get; private set; } = "front-matter";

    public static ArticleFrame Find(List<Block> blocks, Metadata metadata)
    {
        var walled = false;
        var body = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (Boilerplate.IsListTitle(block.Text.Text))
                i = EndOfList(blocks, i + 1) - 1;
            else if (EndOfMenu(blocks, i) is var end && end > i)
                i = end - 1;
            else if (Boilerplate.IsLine(block.Text.Text))
                walled |= Boilerplate.IsWall(block.Text.Text);
            else
            {
                walled = false; // the text went on after it
                body.Add(block);
            }
        }
        var frame = new ArticleFrame(metadata, body);
        var head = new ArticleHead(body, metadata);
        head.Read();
        (frame.Metadata, frame.AuthorsVia) = (head.Metadata, head.AuthorsVia);
        frame.Tail();
        frame.Truncated = walled || (body.Count > 0 && BreaksOff(body[^1].Text.Text));
        return frame;
    }

    /// <summary>Where the lines under "Related" or "Tags" end: short ones that are no sentence, and links to other texts.</summary>
    private static int EndOfList(List<Block> blocks, int from)
    {
        var end = from;
        while (
            end < blocks.Count
            && end - from < Depth
            && blocks[end] is { Kind: BlockKind.Paragraph or BlockKind.Item } block
            && (IsLink(block) || (block.Text.Text.Length <= 140 && block.Text.Text[^1] is not ('.' or '!' or ':' or '”' or '"')))
        )
            end++;
        // A single line by itself may as well be the heading of what follows.
        return end - from == 1 && blocks[from].Kind == BlockKind.Paragraph && !IsLink(blocks[from]) ? from : end;
    }

    /// <summary>Where a menu ends that has each section, or each link, in a line of its own; the start where there is none.</summary>
    private static int EndOfMenu(List<Block> blocks, int from)
    {
        var end = from;
        while (
            end < blocks.Count
            && blocks[end].Kind != BlockKind.Heading
            && (PageLines.IsSections(blocks[end].Text.Text) || (blocks[end].Kind == BlockKind.Item && IsLink(blocks[end])))
        )
            end++;
        return end - from >= 3 ? end : from;
    }

    /// <summary>True for a block that is one short link and nothing else.</summary>
    private static bool IsLink(Block block) =>
        block.Text.Text.Length <= 160
        && block.Text.Links is [var link]
        && link.Start == 0
        && link.End >= block.Text.Text.Length
        && block.Text.Text[^1] is not ('.' or '!');

    /// <summary>Leaves out what follows the text: from the first of the last blocks after which nothing is text any more.</summary>
    private void Tail()
    {
        var from = Body.Count;
        var certain = Body.Count;
        for (var i = Body.Count - 1; i > 0 && Body.Count - i <= Depth; i--)
        {
            var text = Body[i].Text.Text;
            if (Boilerplate.IsClosing(text) || IsBiography(text))
                certain = from = i;
            else if (
                text.Length <= 60
                && text[^1] is not ('.' or '?' or '!' or '”' or '"' or '…')
                && !text.Contains(':', StringComparison.Ordinal)
            )
                from = i; // a name or an office by itself: of the tail only where a note on the author follows it
            else
                break;
        }
        if (certain == Body.Count)
            return;
        // A name above a biography goes with it; a heading in the middle of the text does not.
        while (
            certain > from
            && certain > 1
            && Body[certain - 1].Text.Text.Length <= 60
            && IsBiography(Body[certain].Text.Text) | certain < Body.Count - 1
        )
            certain--;
        Body.RemoveRange(certain, Body.Count - certain);
    }

    /// <summary>"Jane Doe is a reporter at …": a name, a verb of being and a profession in one short block; gives the author where none is known.</summary>
    private bool IsBiography(string text)
    {
        if (text.Length > 700 || !char.IsUpper(text[0]))
            return false;
        var tokens = Tokenizer.Tokenize(text);
        var end = 0;
        if (tokens[0].Lower is "the" && tokens.Count > 3 && tokens[1].Lower is "author" or "writer" or "authors")
            return tokens[2].Lower is "is" or "are" or "was";
        while (
            end < tokens.Count
            && end < 6
            && (char.IsUpper(tokens[end].Text[0]) || tokens[end].Text is "." or "-" or "and" or "de" or "van" or "von")
        )
            end++;
        if (
            end is < 2 or > 6
            || end + 2 >= tokens.Count
            || tokens[end].Lower is not ("is" or "was" or "are" or "covers" or "writes" or "serves" or "teaches" or "reports" or ",")
        )
            return false;
        var isProfession = tokens[end].Lower is "covers" or "writes" or "teaches" or "reports";
        for (var i = end + 1; i < tokens.Count && i < end + 16; i++)
            isProfession |= Professions.Contains(tokens[i].Lower.TrimEnd('s'));
        if (isProfession && tokens[end].Lower != "," && Metadata.Authors.Count == 0 && !tokens.Take(end).Any(t => t.Lower == "and"))
        {
            Metadata = Metadata with { Authors = [text[..tokens[end - 1].End]] };
            AuthorsVia = "biography";
        }
        return isProfession && tokens[end].Lower != ",";
    }

    /// <summary>True where a text ends in an ellipsis, a row of points or a note that something was left out.</summary>
    public static bool BreaksOff(string text)
    {
        var end = text.TrimEnd(' ', '"', '”', ')', ']');
        return end.EndsWith("...", StringComparison.Ordinal)
            || end.EndsWith('…')
            || text.EndsWith("[more]", StringComparison.OrdinalIgnoreCase);
    }
}
