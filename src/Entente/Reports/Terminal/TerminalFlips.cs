using Entente.Checking;
using Entente.Checking.Flips;

namespace Entente.Reports.Terminal;

/// <summary>Past verdicts that newer data turned, for a terminal: one block for each, old above new.</summary>
public static class TerminalFlips
{
    public static void Write(TextWriter output, FlipReport report, ReportSettings settings)
    {
        var (page, palette) = (new TerminalPage(output, settings.Width), new Palette(settings.Colour));
        string? path = null;
        foreach (var flip in report.Flips)
        {
            if (flip.Path != path)
            {
                page.Lines("", flip.Path + (flip.Edited ? " (edited since)" : ""), palette.Bold);
                path = flip.Path;
            }
            page.Lines(
                $"  {palette.Dim(flip.Now.Claim.Id)} ",
                flip.Now.Claim.Id.Length + 3,
                $"“{flip.Now.Claim.Quote}”",
                maxLines: 3,
                hang: 4
            );
            if (flip.Now.Claim.Assertion is { } assertion)
                page.Lines("    ", 4, assertion, palette.Dim);
            Side(page, palette, "was", flip.Before.Verdict, Period.OfDay(flip.Day).Text, flip.Before.Figure);
            Side(page, palette, "now", flip.Now.Verdict, Period.OfDay(report.Day).Text, flip.Figure);
            if (flip.Now.Override is { } word)
                page.Lines("        ", 8, $"editor's word: {word.Verdict.Word()} ({word.By})");
            page.Blank();
        }
        foreach (var gone in report.Gone)
            page.Lines("gone: ", gone);
        page.Lines("", Summary(report), palette.Bold);
        if (report.OtherProgram > 0 && report.Flips.Count > 0)
            page.Lines(
                "",
                $"{Phrases.Count(report.OtherProgram, "text was", "texts were")} last checked by another build of Entente: not data alone may have turned a verdict."
            );
    }

    private static void Side(TerminalPage page, Palette palette, string when, Verdict verdict, string day, RememberedFigure? figure)
    {
        var said = $"{verdict.Sign()} {verdict.Word()}";
        page.Lines($"    {when} {palette.Verdict(verdict, said)}  ", 10 + said.Length, $"{day}: {Of(figure)}", hang: 8);
    }

    private static string Of(RememberedFigure? figure)
    {
        if (figure is null)
            return "no figure";
        var value = figure.Value is { } number ? HumanNumber.Format(number, figure.Unit) : figure.Text ?? "–";
        string?[] parts =
        [
            value,
            $"{figure.Source}{(figure.Published is null ? "" : $" {figure.Published}")}",
            figure.Row is null ? null : $"[{figure.Row}]",
            figure.Note,
        ];
        return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static string Summary(FlipReport report)
    {
        if (report.Texts == 0)
            return "no text has been checked before";
        var wrong = report.Flips.Count(f => f.Now.Standing.IsWrong());
        var texts = Phrases.Count(report.Texts, "text", "texts");
        return report.Checked == 0
            ? $"{texts} checked before, all against the present record"
            : $"{Phrases.Count(report.Flips.Count, "past verdict", "past verdicts")} turned in {report.Checked} of {texts} checked before{(wrong == 0 ? "" : $", {wrong} now contradicted or inconsistent")}";
    }
}
