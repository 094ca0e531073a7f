using System.Text;

namespace Entente.Reports.Markdown;

/// <summary>Text made harmless for Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>Text as text: one line, and every sign that Markdown or HTML gives a meaning is escaped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or '\t')
                escaped.Append(' ');
            else if (char.IsControl(c))
                escaped.Append('\uFFFD');
            else
            {
                if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '&' or '~' or '!')
                    escaped.Append('\\');
                escaped.Append(c);
            }
        }
        return escaped.ToString();
    }

    public static string Code(string text) => text.Replace('`', '\'').Replace('\n', ' ').Replace('\r', ' ');
}
