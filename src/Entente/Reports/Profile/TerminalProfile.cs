using Entente.Profiles;
using Entente.Reports.Terminal;

namespace Entente.Reports.Profile;

/// <summary>A profile for a terminal: figures in columns with the number of their source, series as blocks and dots, sources at the end.</summary>
public static class TerminalProfile
{
    private const int Margin = 2;
    private const int ChartRows = 4;
    private const int NameColumns = 30;

    public static void Write(TextWriter output, PairProfile profile, ReportSettings settings)
    {
        var writer = new Writer(new TerminalPage(output, settings.Width), new Palette(settings.Colour), profile);
        writer.Write();
    }

    private sealed class Writer(TerminalPage page, Palette palette, PairProfile profile)
    {
        private readonly CiteNumbers cites = new(profile);

        public void Write()
        {
            page.Lines("", ProfileWords.Title(profile), palette.Bold);
            page.Lines("", ProfileWords.Subtitle(profile), palette.Dim);
            foreach (var section in profile.Sections)
                if (!section.IsEmpty)
                    Section(section);
            Missing();
            Sources();
        }

        private void Section(ProfileSection section)
        {
            page.Blank();
            page.Lines("", section.Title.ToUpperInvariant(), palette.Bold);
            foreach (var figure in section.Figures.Where(f => f.Side == ProfileSide.Pair))
                Figure(figure);
            SideBySide(section);
            foreach (var chart in section.Charts)
                Chart(chart);
            foreach (var ladder in section.Ladders)
                Ladder(ladder, ladder == section.Ladders[0] && section.Figures.Count == 0 && section.Charts.Count == 0);
            if (section.Entries.Count > 0)
            {
                if (section.Figures.Count > 0 || section.Charts.Count > 0 || section.Ladders.Count > 0)
                    page.Blank();
                foreach (var entry in section.Entries)
                    Entry(entry, Margin);
            }
            if (
                section.Notes.Count > 0
                && (section.Entries.Count > 0 || section.Figures.Count > 0 || section.Charts.Count > 0 || section.Ladders.Count > 0)
            )
                page.Blank();
            foreach (var note in section.Notes)
                page.Lines("  ", note, palette.Dim);
        }

        private void Figure(ProfileFigure figure)
        {
            var right = $"{ProfileWords.Value(figure)}  {figure.Period} [{cites[figure.Cite]}]";
            Columns(figure.Label, right);
            if (ProfileWords.Span(figure) is { } span)
                page.Lines("    ", figure.Others.Count == 0 ? $"95 %: {span}" : $"others: {span} ({Others(figure)})", palette.Dim);
            if (ProfileWords.Note(figure) is { Length: > 0 } note)
                page.Lines("    ", note, palette.Dim);
        }

        /// <summary>Text to the left and to the right of a line, or on two where it does not fit.</summary>
        private void Columns(string left, string right)
        {
            var space = page.Width - Margin - TerminalText.Columns(left) - TerminalText.Columns(right);
            if (space >= 2)
            {
                page.Line($"  {left}{new string(' ', space)}{right}");
                return;
            }
            page.Lines("  ", left);
            page.Line($"{new string(' ', Math.Max(4, page.Width - TerminalText.Columns(right)))}{right}");
        }

        private static string Others(ProfileFigure figure) =>
            string.Join("; ", figure.Others.Take(4).Select(o => $"{o.Label} {ProfileWords.Number(o.Value, figure.Unit)}"));

        private void SideBySide(ProfileSection section)
        {
            var sided = section.Figures.Where(f => f.Side != ProfileSide.Pair).GroupBy(f => f.Label, StringComparer.Ordinal).ToList();
            if (sided.Count == 0)
                return;
            if (section.Figures.Any(f => f.Side == ProfileSide.Pair))
                page.Blank();
            var label = Math.Min(33, Math.Max(20, page.Width - 46));
            var column = (page.Width - Margin - label) / 2;
            page.Line(
                palette.Dim("  " + new string(' ', label) + Pad(profile.First.Name, column) + TerminalText.Cut(profile.Second.Name, column))
            );
            foreach (var row in sided)
            {
                var (first, second) = (Side(row, ProfileSide.First), Side(row, ProfileSide.Second));
                page.Line($"  {Pad(row.Key, label)}{Pad(Cell(first), column)}{Cell(second)}".TrimEnd());
                if (Spans(first) is var a && Spans(second) is var b && (a.Length > 0 || b.Length > 0))
                    page.Line(palette.Dim($"  {new string(' ', label)}{Pad(a, column)}{b}".TrimEnd()));
            }
        }

        private static ProfileFigure? Side(IEnumerable<ProfileFigure> row, ProfileSide side) => row.FirstOrDefault(f => f.Side == side);

        private string Cell(ProfileFigure? figure) =>
            figure is null ? "–" : $"{ProfileWords.Short(figure)} {figure.Period} [{cites[figure.Cite]}]";

        private static string Spans(ProfileFigure? figure) => figure is null ? "" : ProfileWords.Span(figure) ?? "";

        private static string Pad(string text, int width)
        {
            var cut = TerminalText.Cut(text, width - 1);
            return cut + new string(' ', width - TerminalText.Columns(cut));
        }

        private void Chart(ProfileChart chart)
        {
            var from = chart.Lines.Min(l => l.Points[0].Year);
            var to = chart.Lines.Max(l => l.Points[^1].Year);
            page.Blank();
            page.Lines("  ", $"{chart.Title}, {from} to {to}");
            if (chart.Lines.Count == 1 && chart.Lines[0].Points.Count > 2)
            {
                Field(chart, chart.Lines[0], from, to);
                return;
            }
            foreach (var line in chart.Lines)
            {
                var (first, last) = (line.Points[0], line.Points[^1]);
                var tail =
                    $" {ProfileWords.Number(first.Value, chart.Unit)} ({first.Year}) → {ProfileWords.Number(last.Value, chart.Unit)} ({last.Year}) [{cites[line.Cite]}]";
                page.Line($"  {TerminalText.Cut(line.Name, page.Width - 4 - TerminalText.Columns(tail))}{palette.Dim(tail)}");
                page.Line($"    {TerminalCharts.Spark(line.Points, from, to, page.Width - 6)}");
            }
        }

        private void Field(ProfileChart chart, ProfileLine line, int from, int to)
        {
            var low = Math.Min(0, line.Points.Min(p => p.Value));
            var high = line.Points.Max(p => p.Value);
            var (top, bottom) = (ProfileWords.Number(high, chart.Unit), ProfileWords.Number(low, chart.Unit));
            var axis = Math.Max(TerminalText.Columns(top), TerminalText.Columns(bottom));
            var columns = page.Width - Margin - axis - 3;
            var rows = TerminalCharts.Braille(line.Points, from, to, low, high, columns, ChartRows);
            for (var i = 0; i < rows.Count; i++)
            {
                var label =
                    i == 0 ? top
                    : i == rows.Count - 1 ? bottom
                    : "";
                page.Line($"  {palette.Dim(new string(' ', axis - TerminalText.Columns(label)) + label + " ┤")}{rows[i]}");
            }
            var (first, last) = (line.Points[0], line.Points[^1]);
            page.Lines(
                "  ",
                $"{line.Name}: {ProfileWords.Number(first.Value, chart.Unit)} in {first.Year}, {ProfileWords.Number(last.Value, chart.Unit)} in {last.Year} [{cites[line.Cite]}]",
                palette.Dim
            );
        }

        private void Ladder(ProfileLadder ladder, bool begins)
        {
            if (!begins)
                page.Blank();
            page.Lines("  ", ladder.Name);
            page.Lines("  ", ladder.Source, palette.Dim);
            if (ladder.Rungs.All(r => r.State == RungState.NoneRecorded))
            {
                page.Lines("  ", $"None of its {ladder.Rungs.Count} rungs has an instance in the record; that proves nothing.");
                return;
            }
            var stage = "";
            foreach (var rung in ladder.Rungs)
            {
                if (rung.Stage != stage)
                    page.Lines("  ", $"{rung.Stage}", palette.Bold);
                stage = rung.Stage;
                page.Lines(
                    $"  {ProfileWords.Sign(rung.State)} ",
                    Margin + 2,
                    $"{rung.Name}: {ProfileWords.State(rung.State)}{(rung.Instances > 0 ? $", {rung.Instances}" : "")}"
                );
                foreach (var entry in rung.Evidence)
                    Entry(entry, Margin + 4);
            }
            if (ladder.Rungs.FirstOrDefault(r => r.State is RungState.NoneRecorded or RungState.Denied or RungState.Contested) is { } next)
                page.Lines("  ", $"What would show that “{next.Name}” is not reached: {next.Falsifier}.", palette.Dim);
        }

        private void Entry(ProfileEntry entry, int indent)
        {
            var mark = entry.Cite is { } cite ? $" [{cites[cite]}]" : "";
            var date = (entry.Date + ' ').PadRight(11);
            page.Lines($"{new string(' ', indent)}{palette.Dim(date)}", indent + date.Length, entry.Text + mark, maxLines: 2);
        }

        private void Missing()
        {
            var missing = profile.Sections.SelectMany(s => s.Missing).ToList();
            if (missing.Count == 0)
                return;
            page.Blank();
            page.Lines("", "NOT SHOWN", palette.Bold);
            foreach (var gap in missing)
                page.Lines("  ", 2, $"{gap.What}: {gap.Why}{(gap.Remedy is null ? "" : $" → {gap.Remedy}")}", hang: 4);
        }

        private void Sources()
        {
            page.Blank();
            page.Lines("", "SOURCES", palette.Bold);
            page.Lines("  ", "Whole addresses are in the JSON and the page (--format json, html).", palette.Dim);
            for (var i = 0; i < cites.All.Count; i++)
            {
                var cite = cites.All[i];
                var url = Links.Safe(cite.Url);
                var where = string.Join(
                    ", ",
                    new[] { cite.Source, cite.Published, url is null ? null : Links.Host(url), cite.Row }.Where(p =>
                        !string.IsNullOrEmpty(p)
                    )
                );
                page.Lines($"  [{i + 1}] ", 2 + $"[{i + 1}] ".Length, where, t => palette.Link(palette.Dim(t), url), hang: 6);
            }
        }
    }
}
