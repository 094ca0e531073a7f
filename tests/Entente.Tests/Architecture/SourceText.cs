using System.Text;

namespace Entente.Tests.Architecture;

/// <summary>A source file of the project, and its code without comments and without what stands in strings.</summary>
internal sealed record SourceText(string Path, string Text)
{
    private string? code;

    /// <summary>Every C# file under src/, by its path from the root of the clone.</summary>
    public static IReadOnlyList<SourceText> All { get; } =
    [
        .. Directory
            .EnumerateFiles(System.IO.Path.Combine(Clone.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(f => (Full: f, Path: System.IO.Path.GetRelativePath(Clone.Root, f).Replace('\\', '/')))
            .Where(f => !f.Path.Split('/').Any(part => part is "bin" or "obj"))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => new SourceText(f.Path, File.ReadAllText(f.Full))),
    ];

    public string Code => code ??= Strip(Text);

    /// <summary>
    /// Comments and the insides of strings become spaces. Holes of interpolated strings are left out with them: what is in a hole is
    /// used elsewhere too, or is a value.
    /// </summary>
    internal static string Strip(string text)
    {
        var result = new StringBuilder(text.Length);
        var i = 0;
        while (i < text.Length)
        {
            var end = SkippedFrom(text, i);
            if (end == i)
            {
                result.Append(text[i++]);
                continue;
            }
            for (; i < end; i++)
                result.Append(text[i] == '\n' ? '\n' : ' ');
        }
        return result.ToString();
    }

    /// <summary>The end of the comment, string or character that begins at <paramref name="i"/>; <paramref name="i"/> where none does.</summary>
    private static int SkippedFrom(string text, int i)
    {
        if (At(text, i, "//"))
            return EndOf(text, i, "\n");
        if (At(text, i, "/*"))
            return After(text, i + 2, "*/");
        if (At(text, i, "\"\"\""))
        {
            var quotes = 3;
            while (i + quotes < text.Length && text[i + quotes] == '"')
                quotes++;
            return After(text, i + quotes, new string('"', quotes));
        }
        if (text[i] == '"')
            return Quoted(text, i + 1, '"', verbatim: i > 0 && (text[i - 1] == '@' || (text[i - 1] == '$' && i > 1 && text[i - 2] == '@')));
        return text[i] == '\'' ? Quoted(text, i + 1, '\'', verbatim: false) : i;
    }

    private static int Quoted(string text, int i, char quote, bool verbatim)
    {
        for (; i < text.Length && (verbatim || text[i] != '\n'); i++)
            if (!verbatim && text[i] == '\\')
                i++;
            else if (text[i] == quote && verbatim && i + 1 < text.Length && text[i + 1] == quote)
                i++;
            else if (text[i] == quote)
                return i + 1;
        return Math.Min(i, text.Length);
    }

    private static bool At(string text, int i, string what) => string.CompareOrdinal(text, i, what, 0, what.Length) == 0;

    private static int EndOf(string text, int i, string what) =>
        text.IndexOf(what, i, StringComparison.Ordinal) is >= 0 and var at ? at : text.Length;

    private static int After(string text, int i, string what) =>
        text.IndexOf(what, i, StringComparison.Ordinal) is >= 0 and var at ? at + what.Length : text.Length;
}
