using System.Text;
using Entente.Checking;
using Entente.Checking.Between;
using Entente.Checking.Quotations;
using Entente.Record;

namespace Entente.Reports.Html;

/// <summary>What several texts say together, as cards of the overview; and the quoted words of one text beside their source.</summary>
internal static class HtmlBetween
{
    public static void Write(StringBuilder html, BetweenTexts between)
    {
        foreach (var (title, sign, of) in BetweenPhrases.Sections)
        {
            var figures = of(between).ToList();
            if (figures.Count == 0)
                continue;
            var style = sign switch
            {
                "✗" => Verdict.Contradicted,
                "±" => Verdict.Disputed,
                _ => Verdict.Supported,
            };
            // What agrees is read last and by few.
            var open = style == Verdict.Supported ? "" : " open";
            html.Append($"<details class=\"between\"{open}><summary><h2>{HtmlText.Escape(title)} ({figures.Count})</h2></summary>\n");
            foreach (var figure in figures.Take(BetweenPhrases.MostShown))
                Figure(html, figure, sign, style.Code());
            More(html, figures.Count);
            html.Append("</details>\n");
        }
        if (between.Quotations.Count == 0)
            return;
        html.Append(
            $"<details class=\"between\" open><summary><h2>The same words, otherwise ({between.Quotations.Count})</h2></summary>\n"
        );
        foreach (var quotation in between.Quotations.Take(BetweenPhrases.MostShown))
        {
            Open(html, BetweenPhrases.Apart(quotation.Difference));
            html.Append("<ul class=\"plain\">");
            if (quotation.Recorded is { } recorded)
                html.Append($"<li>{Source(recorded)}</li>");
            foreach (var wording in quotation.Wordings.Take(BetweenPhrases.MostMentions))
                html.Append($"<li>{HtmlText.Escape(BetweenPhrases.Wording(wording))}</li>");
            html.Append("</ul></article>\n");
        }
        More(html, between.Quotations.Count);
        html.Append("</details>\n");
    }

    public static void Notes(StringBuilder html, IReadOnlyList<QuotationNote> notes)
    {
        foreach (var note in notes.Where(n => n.Difference != QuotationDifference.None))
        {
            Open(html, BetweenPhrases.Apart(note.Difference));
            html.Append(
                $"<p class=\"why\">{HtmlText.Escape(BetweenPhrases.Said(note))}</p><p class=\"line\">{Source(note.Recorded)}</p></article>\n"
            );
        }
    }

    private static void Open(StringBuilder html, string what) =>
        html.Append(
            $"<article class=\"card set v-disputed\"><header><h3 class=\"badge\"><span class=\"s\" aria-hidden=\"true\">”</span>{HtmlText.Escape(what)}</h3></header>"
        );

    private static void Figure(StringBuilder html, SharedFigure figure, string sign, string style)
    {
        html.Append(
            $"<article class=\"card set v-{style}\"><header><h3 class=\"badge\"><span class=\"s\" aria-hidden=\"true\">{sign}</span>{HtmlText.Escape(BetweenPhrases.Heading(figure))}</h3></header>"
        );
        if (figure.DiffersIn.Count > 0)
            html.Append($"<p class=\"who\">{HtmlText.Escape(string.Join("; ", figure.DiffersIn))}</p>");
        foreach (var position in figure.Positions)
        {
            html.Append($"<p class=\"why\">{HtmlText.Escape(BetweenPhrases.Position(position))}</p><ul class=\"plain\">");
            foreach (var mention in position.Mentions.Take(BetweenPhrases.MostMentions))
                html.Append($"<li>{HtmlText.Escape(BetweenPhrases.Mention(mention))}</li>");
            if (position.Mentions.Count > BetweenPhrases.MostMentions)
                html.Append($"<li>and {position.Mentions.Count - BetweenPhrases.MostMentions} more</li>");
            html.Append("</ul>");
        }
        html.Append("</article>\n");
    }

    private static void More(StringBuilder html, int count)
    {
        if (count > BetweenPhrases.MostShown)
            html.Append($"<p class=\"who\">and {count - BetweenPhrases.MostShown} more</p>");
    }

    private static string Source(RecordedQuotation recorded)
    {
        var source = Links.Safe(recorded.Url) is { } url
            ? $"<a href=\"{HtmlText.Escape(url)}\" rel=\"noreferrer noopener\">{HtmlText.Escape(recorded.Source)}</a>"
            : HtmlText.Escape(recorded.Source);
        return $"{HtmlText.Escape(BetweenPhrases.Recorded(recorded))} {source}";
    }
}
