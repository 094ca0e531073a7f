using System.Globalization;
using System.Text;
using Entente.Profiles;
using Entente.Reports.Charts;
using Entente.Reports.Html;
using Entente.Reports.Pages;

namespace Entente.Reports.Profile;

/// <summary>A profile as one page that holds everything: no script, nothing fetched, figures with their sources, charts as inline SVG with their data beneath.</summary>
public static class HtmlProfile
{
    public static void Write(TextWriter output, PairProfile profile, string version)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(profile);
        PageFrame.Begin(
            output,
            $"{ProfileWords.Title(profile)}: a profile",
            ProfileStyle.Sheet,
            $"As known on {Period.OfDay(profile.AsOf).Text}"
        );
        output.Write(new Page(profile, new(profile)).Render(version));
        PageFrame.End(output);
    }

    private sealed class Page(PairProfile profile, CiteNumbers cites)
    {
        private readonly StringBuilder html = new(1 << 16);

        public StringBuilder Render(string version)
        {
            html.Append("<article class=\"page profile\" aria-labelledby=\"title\">\n");
            html.Append(
                $"<header class=\"top\"><h1 id=\"title\">{E(ProfileWords.Title(profile))}</h1><p class=\"meta\">{E(ProfileWords.Subtitle(profile))}</p>"
            );
            var shown = profile.Sections.Where(s => !s.IsEmpty).ToList();
            html.Append("<nav class=\"toc\" aria-label=\"Sections\">");
            foreach (var section in shown)
                html.Append($"<a href=\"#{section.Id}\">{E(section.Title)}</a>");
            html.Append("</nav></header>\n");
            foreach (var section in shown)
                Section(section);
            Missing();
            Sources();
            html.Append(
                $"<footer>Record <code title=\"SHA-256\">{E(profile.RecordHash[..Math.Min(12, profile.RecordHash.Length)])}</code>, Entente {E(version)}.</footer>\n</article>\n"
            );
            return html;
        }

        private void Section(ProfileSection section)
        {
            html.Append(
                $"<section id=\"{section.Id}\" aria-labelledby=\"{section.Id}-h\"><h2 id=\"{section.Id}-h\">{E(section.Title)}</h2>\n"
            );
            Figures(section, [.. section.Figures.Where(f => f.Side == ProfileSide.Pair)]);
            SideBySide(section);
            foreach (var (chart, drawn) in section.Charts.Zip(ProfileCharts.Of(profile, section)))
                ChartFigure.Write(
                    html,
                    drawn,
                    $"g-{drawn.Id}",
                    mark: string.Concat(chart.Lines.Select(l => cites[l.Cite]).Distinct().Select(Mark))
                );
            foreach (var ladder in section.Ladders)
                Ladder(ladder);
            if (section.Entries.Count > 0)
            {
                html.Append("<ul class=\"entries\">");
                foreach (var entry in section.Entries)
                    Entry(entry);
                html.Append("</ul>\n");
            }
            foreach (var note in section.Notes)
                html.Append($"<p class=\"note\">{E(note)}</p>\n");
            html.Append("</section>\n");
        }

        private void Figures(ProfileSection section, List<ProfileFigure> figures)
        {
            if (figures.Count == 0)
                return;
            html.Append(
                $"{PageFrame.Scrolling($"{section.Title}: figures")}<table class=\"fig\"><caption class=\"sr\">{E(section.Title)}: figures</caption><thead><tr><th scope=\"col\">Figure</th><th scope=\"col\" class=\"n\">Value</th><th scope=\"col\">Period</th><th scope=\"col\">Others</th></tr></thead><tbody>\n"
            );
            foreach (var figure in figures)
            {
                html.Append($"<tr><th scope=\"row\">{E(figure.Label)}");
                if (ProfileWords.Note(figure) is { Length: > 0 } note)
                    html.Append($"<small>{E(note)}</small>");
                html.Append($"</th><td class=\"n\">{E(ProfileWords.Value(figure))}{Mark(figure.Cite)}</td><td>{E(figure.Period)}</td><td>");
                html.Append(E(string.Join("; ", figure.Others.Select(o => $"{o.Label} {ProfileWords.Number(o.Value, figure.Unit)}"))));
                html.Append("</td></tr>\n");
            }
            html.Append("</tbody></table></div>\n");
        }

        private void SideBySide(ProfileSection section)
        {
            var rows = section.Figures.Where(f => f.Side != ProfileSide.Pair).GroupBy(f => f.Label, StringComparer.Ordinal).ToList();
            if (rows.Count == 0)
                return;
            html.Append(
                $"{PageFrame.Scrolling($"{section.Title}, side by side")}<table class=\"two\"><caption class=\"sr\">{E(section.Title)}, side by side</caption><thead><tr><th scope=\"col\"><span class=\"sr\">Figure</span></th><th scope=\"col\">{E(profile.First.Name)}</th><th scope=\"col\">{E(profile.Second.Name)}</th></tr></thead><tbody>\n"
            );
            foreach (var row in rows)
            {
                html.Append($"<tr><th scope=\"row\">{E(row.Key)}</th>");
                foreach (var side in (ProfileSide[])[ProfileSide.First, ProfileSide.Second])
                    Cell(row.FirstOrDefault(f => f.Side == side));
                html.Append("</tr>\n");
            }
            html.Append("</tbody></table></div>\n");
        }

        private void Cell(ProfileFigure? figure)
        {
            if (figure is null)
            {
                html.Append("<td class=\"n\">–</td>");
                return;
            }
            html.Append($"<td class=\"n\">{E(ProfileWords.Short(figure))}{Mark(figure.Cite)}<small>{E(figure.Period)}");
            if (ProfileWords.Span(figure) is { } span)
                html.Append($", {E(span)}");
            html.Append("</small></td>");
        }

        private void Ladder(ProfileLadder ladder)
        {
            html.Append($"<h3>{E(ladder.Name)}</h3><p class=\"note\">{E(ladder.Source)}</p>\n");
            var stage = "";
            foreach (var rung in ladder.Rungs)
            {
                if (rung.Stage != stage)
                    html.Append($"<h4>{E(rung.Stage)}</h4>\n");
                stage = rung.Stage;
                html.Append(
                    $"<div class=\"rung\"><span aria-hidden=\"true\">{ProfileWords.Sign(rung.State)}</span> {E(rung.Name)}: <span class=\"st{(rung.State == RungState.NoneRecorded ? " st-none" : "")}\">{ProfileWords.State(rung.State)}</span>"
                );
                if (rung.Instances > 0)
                    html.Append($" ({rung.Instances.ToString(CultureInfo.InvariantCulture)})");
                html.Append("<ul>");
                foreach (var entry in rung.Evidence)
                    Entry(entry);
                html.Append($"<li>Not reached if: {E(rung.Falsifier)}</li></ul></div>\n");
            }
        }

        private void Entry(ProfileEntry entry) =>
            html.Append($"<li><time>{E(entry.Date)}</time> {E(entry.Text)}{(entry.Cite is { } cite ? Mark(cite) : "")}</li>");

        private void Missing()
        {
            var missing = profile.Sections.SelectMany(s => s.Missing).ToList();
            if (missing.Count == 0)
                return;
            html.Append("<section id=\"missing\" aria-labelledby=\"missing-h\"><h2 id=\"missing-h\">Not shown</h2><ul class=\"gap\">\n");
            foreach (var gap in missing)
                html.Append($"<li>{E(gap.What)}: {E(gap.Why)}{(gap.Remedy is null ? "" : $". <code>{E(gap.Remedy)}</code>")}</li>\n");
            html.Append("</ul></section>\n");
        }

        private void Sources()
        {
            html.Append("<section id=\"sources\" aria-labelledby=\"sources-h\"><h2 id=\"sources-h\">Sources</h2><ol class=\"sources\">\n");
            for (var i = 0; i < cites.All.Count; i++)
            {
                var cite = cites.All[i];
                html.Append($"<li id=\"src{i + 1}\">{E(cite.Source)}");
                if (cite.Published is { } published)
                    html.Append($", {E(published)}");
                if (Links.Safe(cite.Url) is { } url)
                    html.Append($", <a href=\"{E(url)}\" rel=\"noreferrer noopener\">{E(Links.Host(url)!)}</a>");
                if (cite.Row is { } row)
                    html.Append($" <code>{E(row)}</code>");
                html.Append("</li>\n");
            }
            html.Append("</ol></section>\n");
        }

        private string Mark(Cite cite) => Mark(cites[cite]);

        private static string Mark(int number) => $"<a class=\"cite\" href=\"#src{number}\" aria-label=\"source {number}\">[{number}]</a>";

        private static string E(string text) => HtmlText.Escape(text);
    }
}
