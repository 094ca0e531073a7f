using Entente.Reading.Markup;

namespace Entente.Reading.Articles;

/// <summary>Reads a text that one author (or several together) wrote: every paragraph is the author's.</summary>
internal static class Article
{
    public static Layout Read(ArticleFrame frame)
    {
        var author = Authorship.Of(frame.Metadata, frame.AuthorsVia);
        var passages = new List<Passage>(frame.Body.Count);
        var reader = new Speaker { Role = SpeakerRole.Author, Via = "note" };
        foreach (var block in frame.Body)
        {
            if (!Callouts.IsApparatus(block))
                passages.Add(new(block.Text, Callouts.IsOwn(block) ? reader : author) { IsHeading = IsHeading(block) });
        }
        return Finish(DocumentKind.Article, frame, passages);
    }

    /// <summary>The layout of an article or interview, its last passage cut off where the text is.</summary>
    internal static Layout Finish(DocumentKind kind, ArticleFrame frame, List<Passage> passages)
    {
        if (frame.Truncated && passages.Count > 0)
            passages[^1] = passages[^1] with { CutOff = true };
        return new(kind, frame.Metadata, passages) { Truncated = frame.Truncated };
    }

    /// <summary>A heading by its mark-up, or a short line that ends like no sentence.</summary>
    internal static bool IsHeading(Block block)
    {
        if (block.Kind is BlockKind.Heading or BlockKind.TableRow)
            return true;
        var text = block.Text.Text;
        return block.Kind == BlockKind.Paragraph
            && text.Length <= 100
            && char.IsLetterOrDigit(text[^1])
            && char.IsUpper(text[0])
            && text.Split(' ').Length <= 14;
    }
}
