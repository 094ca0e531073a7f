using System.Text;

namespace Entente.Reports.Html;

/// <summary>
/// Puts text into a page so that it shows and never acts. Every character of the text stays one UTF-16 unit of the page's text, so that
/// offsets into the document hold in the page as well; only what HTML cannot hold (control characters, half surrogate pairs) becomes U+FFFD.
/// </summary>
internal static class HtmlText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        Append(escaped, text);
        return escaped.ToString();
    }

    public static void Append(StringBuilder output, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&':
                    output.Append("&amp;");
                    break;
                case '<':
                    output.Append("&lt;");
                    break;
                case '>':
                    output.Append("&gt;");
                    break;
                case '"':
                    output.Append("&quot;");
                    break;
                case '\'':
                    output.Append("&#39;");
                    break;
                case '\n' or '\t':
                    output.Append(c);
                    break;
                // A carriage return in the source would be read as a line feed; as a reference it stays one.
                case '\r':
                    output.Append("&#13;");
                    break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                        output.Append(c).Append(text[++i]);
                    else
                        output.Append(char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c);
                    break;
            }
        }
    }

    /// <summary>An id for an element: a document's number and a claim's id, letters, digits and hyphens only.</summary>
    public static string Id(string prefix, int document, string id)
    {
        var clean = new StringBuilder(prefix).Append(document).Append('-');
        foreach (var c in id)
            clean.Append(char.IsAsciiLetterOrDigit(c) ? c : '-');
        return clean.ToString();
    }
}
