using System.Security.Cryptography;
using System.Text;
using Entente.Reports.Html;

namespace Entente.Reports.Pages;

/// <summary>
/// The frame of every page: one file that holds everything and asks for nothing. Its policy lets in its own style sheet by hash and pictures that are in
/// it, and no script at all, so that hostile text can do nothing in it.
/// </summary>
public static class PageFrame
{
    /// <summary>The page up to the inside of its main part.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="title">The page's title; on paper it stands at the head of every sheet.</param>
    /// <param name="sheet">What this kind of page adds to the sheet of all.</param>
    /// <param name="margin">Words at the head of every sheet of paper beside the title: a date.</param>
    /// <param name="skipTo">The id that the skip link leads to.</param>
    public static void Begin(TextWriter output, string title, string sheet, string margin = "", string skipTo = "main")
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(title);
        var style = PageSheet.Base + sheet + Margins(title, margin);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        output.Write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        output.Write(
            $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
        );
        output.Write(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Entente\">\n"
        );
        output.Write($"<title>{HtmlText.Escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n");
        output.Write($"<a class=\"skip\" href=\"#{skipTo}\">Skip to the content</a>\n<main id=\"main\" tabindex=\"-1\">\n");
    }

    public static void End(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write("</main>\n</body>\n</html>\n");
    }

    /// <summary>Opens a part that scrolls by itself where it is wider than the page, by keyboard too.</summary>
    internal static string Scrolling(string what) =>
        $"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{HtmlText.Escape(what)}\">";

    /// <summary>Text that shows in a page and never acts.</summary>
    public static string Text(string text) => HtmlText.Escape(text);

    /// <summary>A link where the address leads to a web page; the words alone otherwise.</summary>
    public static string Link(string text, string? url) =>
        Links.Safe(url) is { } safe
            ? $"<a href=\"{HtmlText.Escape(safe)}\" rel=\"noreferrer noopener\">{HtmlText.Escape(text)}</a>"
            : HtmlText.Escape(text);

    /// <summary>The title, the date and the number of the sheet, on every sheet of paper.</summary>
    private static string Margins(string title, string margin)
    {
        const string Small = ";font:8pt system-ui,sans-serif;color:#595959}";
        return "@page{margin:20mm 16mm 18mm;"
            + $"@top-left{{content:{Quoted(Short(title))}{Small}@top-right{{content:{Quoted(margin)}{Small}"
            + $"@bottom-right{{content:counter(page) \" / \" counter(pages){Small}}}\n";
    }

    private static string Short(string title) => title.Length <= 80 ? title : title[..79].TrimEnd() + "…";

    /// <summary>A string of a style sheet: whatever is not a plain letter or digit is written by its number.</summary>
    internal static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == ' '))
                quoted.Append((char)rune.Value);
            else if (!Rune.IsControl(rune))
                // The blank ends the number and is not printed.
                quoted.Append('\\').Append(rune.Value.ToString("x", System.Globalization.CultureInfo.InvariantCulture)).Append(' ');
        return quoted.Append('"').ToString();
    }
}
