using System.Globalization;
using Entente.Checking;
using Entente.Checking.Forecasts;

namespace Entente.Reports.Terminal;

/// <summary>Forecasts and scores for a terminal.</summary>
public static class TerminalForecasts
{
    public static void Write(TextWriter output, ForecastReport report, ReportSettings settings)
    {
        var (page, palette) = (new TerminalPage(output, settings.Width), new Palette(settings.Colour));
        if (report.Command == "score")
        {
            if (report.Scores.Count == 0)
                page.Lines("", "no forecast in the ledger");
            for (var i = 0; i < report.Scores.Count; i++)
            {
                if (i > 0)
                    page.Blank();
                Score(page, palette, report.Scores[i]);
            }
            return;
        }
        foreach (var forecast in report.Forecasts)
        {
            Forecast(page, palette, forecast);
            page.Blank();
        }
        page.Lines("", Summary(report), palette.Bold);
    }

    private static void Forecast(TerminalPage page, Palette palette, Forecast forecast)
    {
        var status = forecast.Status;
        var painted = palette.Verdict(
            status switch
            {
                ForecastStatus.True => Verdict.Supported,
                ForecastStatus.False => Verdict.Contradicted,
                ForecastStatus.Open => Verdict.Open,
                _ => Verdict.CannotTell,
            },
            ForecastPhrases.Sign(status)
        );
        page.Lines(
            $"{painted} {palette.Dim(forecast.Id)} ",
            forecast.Id.Length + 3,
            $"“{(forecast.Sentence.Length > 0 ? forecast.Sentence : forecast.Quote)}”",
            palette.Bold,
            maxLines: 3,
            hang: 2
        );
        var said = forecast.Said is { } day ? $", {day.Text}" : "";
        var probability = forecast.Probability is { } p ? $", {Figures.Percent(p)} ({forecast.ProbabilityWords ?? "as entered"})" : "";
        page.Lines("  ", 2, $"{forecast.Speaker}{said}{probability}", hang: 4);
        if (forecast.Criterion is { } criterion)
            page.Lines("    ", 4, $"{criterion}{(forecast.Deadline is { } by ? $", by {Period.OfDay(by).Text}" : "")}", palette.Dim);
        var outcome = ForecastPhrases.Word(status);
        if (forecast.Why is { } why)
            page.Lines("    ", 4, $"{outcome}: {why}");
        else if (status is not ForecastStatus.Open)
        {
            var observed = forecast.Observed is { } value ? $": {HumanNumber.Format(value, forecast.ObservedUnit)}" : "";
            var source = string.Join(", ", new[] { forecast.By, forecast.Source }.Where(s => s is not null));
            page.Lines("    ", 4, $"{outcome}{observed} ({source})");
        }
    }

    private static string Summary(ForecastReport report)
    {
        var counts = string.Join(
            ", ",
            report.Forecasts.GroupBy(f => f.Status).OrderBy(g => g.Key).Select(g => $"{g.Count()} {ForecastPhrases.Word(g.Key)}")
        );
        var forecasts = Phrases.Count(report.Forecasts.Count, "forecast", "forecasts");
        return report.Command switch
        {
            "add" => $"{forecasts} added to {report.Ledger}{(counts.Length > 0 ? $" ({counts})" : "")}; {report.Known} there already",
            "resolve" => report.Forecasts.Count == 0 ? "nothing is due that the record decides" : $"{forecasts}: {counts}",
            _ => report.Forecasts.Count == 0 ? $"no forecast in {report.Ledger}" : $"{forecasts}: {counts}",
        };
    }

    private static void Score(TerminalPage page, Palette palette, SpeakerScore score)
    {
        page.Lines("", score.Speaker, palette.Bold);
        var rate = score.HitRate is { } hit ? $", {Figures.Percent(hit)} came true" : "";
        page.Lines(
            "  ",
            2,
            $"{Phrases.Count(score.Resolved, "forecast", "forecasts")} decided{rate}; {score.Open} open, {score.Void} void, {score.Unresolvable} unresolvable"
        );
        if (score.TargetsDecided > 0)
            page.Lines("  ", 2, $"{Phrases.Count(score.TargetsDecided, "target", "targets")} reported, {score.TargetsMet} met");
        if (score.Scored == 0)
        {
            page.Lines("  ", 2, "no score: none of the decided was said with a probability", palette.Dim);
            return;
        }
        page.Lines(
            "  ",
            2,
            $"{score.Scored} with a stated probability: Brier {ForecastPhrases.Score(score.Brier)}, log {ForecastPhrases.Score(score.Logarithmic)}"
        );
        foreach (var interval in score.Intervals)
            page.Lines(
                "  ",
                2,
                $"interval score {HumanNumber.Format(interval.Mean, interval.Unit)} ({Phrases.Count(interval.Forecasts, "range", "ranges")})"
            );
        Calibration(page, palette, score);
    }

    private static void Calibration(TerminalPage page, Palette palette, SpeakerScore score)
    {
        if (score is { Calibrates: true, Murphy: { } murphy })
            page.Lines(
                "  ",
                2,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Brier = reliability {murphy.Reliability:0.000} - resolution {murphy.Resolution:0.000} + uncertainty {murphy.Uncertainty:0.000} + within tenths {murphy.WithinBins:0.000;-0.000}"
                )
            );
        foreach (var bin in score.Calibration)
            page.Lines(
                "    ",
                4,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"said {bin.Low * 100:0}–{bin.High * 100:0} % ({Figures.Percent(bin.MeanForecast)} on average): {bin.CameTrue * 100:0} % of {bin.Forecasts} came true"
                )
            );
        if (!score.Calibrates)
        {
            page.Lines(
                "  ",
                2,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"n = {score.Scored}: fewer than {SpeakerScore.FewestForCalibration}, too few to say how well calibrated"
                ),
                palette.Dim
            );
            return;
        }
        page.Line("    came true, 0 to 100 % (█ part that did, ▏ what was said)");
        foreach (var bin in score.Calibration)
            page.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"    {bin.Low * 100, 3:0}–{bin.High * 100, 3:0} % {Bar(bin.CameTrue, bin.MeanForecast)} n = {bin.Forecasts}"
                )
            );
    }

    /// <summary>A bar of fifty columns with a mark where the forecasts were.</summary>
    private static string Bar(double came, double said)
    {
        const int Columns = 50;
        var (filled, mark) = ((int)Math.Round(came * Columns), Math.Min(Columns - 1, (int)(said * Columns)));
        return string.Create(
            Columns,
            (filled, mark),
            static (span, at) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] =
                        i == at.mark ? '▏'
                        : i < at.filled ? '█'
                        : '·';
            }
        );
    }
}
