using System.Text;

namespace Entente.Reports.Markdown;

/// <summary>Text as text in Markdown, whatever signs are in it.</summary>
internal static class MarkdownText
{
    /// <summary>One line, and every sign that Markdown or HTML gives a meaning is escaped.</summary>
    public static string Escape(string text) => Escape(text, obsidian: false);

    /// <summary>
    /// The same for a vault, where more has a meaning: `^` (block identifiers), `$` (formulas), `%%` (comments), `==` (highlights), `::` (fields).
    /// </summary>
    public static string EscapeForObsidian(string text) => Escape(text, obsidian: true);

    /// <summary>A relative path as the target of a link, whatever signs are in its names.</summary>
    public static string Path(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    public static string Code(string text) => text.Replace('`', '\'').Replace('\n', ' ').Replace('\r', ' ');

    private static string Escape(string text, bool obsidian)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\n' or '\r' or '\t')
                escaped.Append(' ');
            else if (char.IsControl(c))
                escaped.Append('\uFFFD');
            else
            {
                if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '&' or '~' or '!')
                    escaped.Append('\\');
                else if (obsidian && (c is '^' or '$' || (c is '%' or '=' or ':' && i > 0 && text[i - 1] == c)))
                    escaped.Append('\\');
                escaped.Append(c);
            }
        }
        return escaped.ToString();
    }
}
