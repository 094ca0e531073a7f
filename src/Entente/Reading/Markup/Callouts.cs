namespace Entente.Reading.Markup;

/// <summary>What the kinds of Obsidian callouts say about whose words are in them.</summary>
internal static class Callouts
{
    private static readonly string[] Own = ["note", "comment", "info", "tip", "todo", "question", "idea", "thought", "warning", "my note"];

    /// <summary>A reference, a link to the file: nothing that anybody claims.</summary>
    private static readonly string[] Apparatus = ["cite", "link", "md", "metadata", "meta", "bibliography"];

    /// <summary>Titles that only say what a callout is.</summary>
    private static readonly string[] Plain = ["highlight", "annotation", "quote", "note", "comment", "image", "underline"];

    /// <summary>True for those in which the note's writer speaks, as against those in which a text is quoted.</summary>
    public static bool IsOwn(Block block) => block.Callout is { } kind && Own.Contains(kind);

    public static bool IsApparatus(Block block) => block.Callout is { } kind && Apparatus.Contains(kind);

    /// <summary>True for a title that says something of the content.</summary>
    public static bool IsTitle(ReadOnlySpan<char> title, string kind)
    {
        if (title.IsEmpty || title[0] is '[' or '<' || title.Equals(kind, StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var plain in Plain)
        {
            if (title.Equals(plain, StringComparison.OrdinalIgnoreCase))
                return false;
        }
        return true;
    }
}
