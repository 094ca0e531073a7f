using System.Buffers;
using Entente.Quantities;
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
    private const int Depth = 12;

    private static readonly SearchValues<char> AfterNames = SearchValues.Create("|•·(—");

    private static readonly HashSet<string> Professions = new[]
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
        foreach (var block in blocks)
        {
            if (Boilerplate.IsLine(block.Text.Text))
                walled |= Boilerplate.IsWall(block.Text.Text);
            else
            {
                walled = false; // the text went on after it
                body.Add(block);
            }
        }
        var frame = new ArticleFrame(metadata, body);
        frame.Head();
        frame.Tail();
        frame.Truncated = walled || (body.Count > 0 && BreaksOff(body[^1].Text.Text));
        return frame;
    }

    private void Head()
    {
        var top = 0;
        for (var i = 0; i < Body.Count && i < Depth; i++)
        {
            var block = Body[i];
            var text = block.Text.Text;
            if (text.Length > 300)
            {
                Metadata = Metadata with { Published = Metadata.Published ?? Dateline(text) };
                break;
            }
            if (Byline(text) | DateLine(text))
            {
                Body.RemoveAt(i--);
                continue;
            }
            if (block.Kind == BlockKind.Paragraph && i == top && IsTitleLike(text, first: i == 0))
            {
                Body[i] = block = block with { Kind = BlockKind.Heading };
                top++;
            }
            else if (block.Kind == BlockKind.Heading && i == top)
                top++;
            if (block.Kind == BlockKind.Heading && Metadata.Title is null)
                Metadata = Metadata with { Title = text };
            if (block.Kind == BlockKind.Paragraph)
                Metadata = Metadata with { Published = Metadata.Published ?? Dateline(text) };
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
        var end = names.AsSpan().IndexOfAny(AfterNames);
        names = (end < 0 ? names : names[..end]).Trim();
        if (names.Length == 0 || !char.IsUpper(names[0]))
            return false;
        var found = new List<string>();
        foreach (var name in Metadata.Names(names))
        {
            // "Jane Doe, Senior Fellow", "Jane Doe, March 3": what is no name ends the list.
            var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (
                words.Length is < 2 or > 5
                || !words.All(w => char.IsUpper(w[0]) || w.Length <= 3)
                || Professions.Overlaps(words.Select(w => w.ToLowerInvariant().TrimEnd('s')))
                || DateText.Month(words[0]) > 0
                || name.Any(char.IsAsciiDigit)
            )
                break;
            found.Add(name);
        }
        if (found.Count == 0)
            return false;
        if (Metadata.Authors.Count == 0)
        {
            Metadata = Metadata with { Authors = found };
            AuthorsVia = "byline";
        }
        return true;
    }

    /// <summary>A line that is a date, with or without "Published" or "Updated" and a reading time.</summary>
    private bool DateLine(string text)
    {
        if (text.Length > 150)
            return false;
        var found = false;
        foreach (var part in text.Split(['|', '•', '·', '—'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = part;
            var updated = false;
            foreach (
                var word in (ReadOnlySpan<string>)
                    ["First published", "Published on", "Published", "Updated on", "Updated", "Last updated", "Posted on", "Posted", "Date"]
            )
            {
                if (!rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                    continue;
                updated = word.Contains("pdated", StringComparison.Ordinal);
                rest = rest[word.Length..].TrimStart(':', ' ');
                break;
            }
            if (!DateText.TryParse(rest, out var period) || (rest.Length == 4 && rest.Length == part.Length))
                continue;
            found = true;
            // The first publication dates the claims; a later update does not unless it is all there is.
            if (!updated || Metadata.Published is null)
                Metadata = Metadata with { Published = Metadata.Published ?? period };
        }
        return found;
    }

    /// <summary>The date of "LONDON, March 3, 2023 (Agency) — …" before a first paragraph.</summary>
    private static Period? Dateline(string text)
    {
        var end = text.AsSpan(0, Math.Min(text.Length, 70)).IndexOfAny("(—–");
        var comma = end < 0 ? -1 : text.IndexOf(',', 0, end);
        return
            comma > 0
            && text[..comma].All(c => char.IsUpper(c) || c is ' ' or '.' or '-')
            && DateText.TryParse(text.AsSpan((comma + 1)..end), out var period)
            ? period
            : null;
    }

    private bool IsTitleLike(string text, bool first)
    {
        if (
            text.Length > (first ? 200 : 160)
            || Body.Count < 2
            || text[^1] is '.' or '!' or ':' or ';' or ',' or '…' or '”' or '"'
            || LineWrap.StartsLabel(text)
        )
            return false;
        return first || (Metadata.Title is not null && text[^1] != '?');
    }

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
