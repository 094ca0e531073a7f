using System.Globalization;
using Entente.Application.Outputs;
using Entente.Models.Backtests;

namespace Entente.Cli.Commands.Estimate;

/// <summary>For a terminal of 80 columns. A bad score stands where a good one would.</summary>
internal static class BacktestText
{
    private static readonly string[] Choices = ["yes", "abstain", "no"];

    public static void Write(TextWriter output, BacktestReport report)
    {
        var votes = report.Votes;
        var (options, learnt) = (votes.Options, votes.Forecasters);
        Say(output, "", $"Backtest of {options.State}: learnt to {options.Freeze}, scored once after it");
        Say(
            output,
            "",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Import}; positions from {options.From}-{options.Freeze}, {votes.Fit.Rounds} rounds, residual {votes.Fit.Residual:0.0e0}"
            )
        );
        Say(
            output,
            "",
            string.Create(
                CultureInfo.InvariantCulture,
                $"λ = {learnt.Precision:0.00}, σ = {learnt.Shock:0.00}, fitted on {learnt.Learnt} roll calls of {options.Freeze - options.Learn + 1}-{options.Freeze}"
            )
        );
        Section(
            output,
            $"General Assembly, {options.Freeze + 1}-{options.To}: {votes.RollCalls[0].Came.Count} roll calls, {Came(votes.RollCalls[0].Came, Choices)}",
            votes.RollCalls,
            options.Seed
        );
        if (votes.Texts.Count > 0)
        {
            Section(
                output,
                $"Assembly texts of the record: {votes.Texts.Count}, {Came(votes.OnTexts[0].Came, Choices)}",
                votes.OnTexts,
                options.Seed
            );
            Texts(output, votes);
        }
        if (report.Vetoes is { } vetoes)
            Vetoes(output, vetoes, options.Seed);
        if (report.Trade is { } trade)
        {
            Section(
                output,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Does trade with {report.Partner} rise? {trade.Cases[0].Year}-{trade.Cases[^1].Year}: {trade.Cases.Count} years, {Came(trade.Series[0].Came, ["rose", "fell"])}; learnt {trade.Learnt[0].Year}-{trade.Learnt[^1].Year}"
                ),
                trade.Series,
                options.Seed
            );
        }
        Dated(output, report);
    }

    private static void Section(TextWriter output, string title, IReadOnlyList<ForecastSeries> series, ulong seed)
    {
        output.Write('\n');
        Say(output, "", title);
        output.Write("  forecaster           knows         Brier    log    right\n");
        foreach (var one in series)
            output.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {one.Name, -21}{(one.Knows == Knows.Before ? "the past" : "others' votes"), -14}{one.Brier.Average(), 5:0.000} {one.Logarithmic.Average(), 6:0.000}   {one.Hits * 100, 4:0} %\n"
                )
            );
        var own = series[^1];
        Say(output, "  ", $"skill of {own.Name}, 1 - its score over the other's, with its 95 % interval:");
        foreach (var other in series.Take(series.Count - 1))
        {
            Line(output, "Brier", other.Name, Skill.Of(own.Brier, other.Brier, seed));
            Line(output, "log", other.Name, Skill.Of(own.Logarithmic, other.Logarithmic, seed));
        }
    }

    private static void Line(TextWriter output, string rule, string against, Skill? skill)
    {
        if (skill is null)
        {
            Say(output, "    ", $"{rule} against {against}: none, too few cases");
            return;
        }
        output.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"    {rule, -6}{against, -21}{skill.Value, 6:+0.00;-0.00} [{skill.Interval.Low:+0.00;-0.00}, {skill.Interval.High:+0.00;-0.00}]  detectable {skill.Detectable:0.00}\n"
            )
        );
    }

    private static void Texts(TextWriter output, VoteBacktest votes)
    {
        Say(output, "  ", "probability given to what came: base rate, persistence, nearest, spatial");
        for (var i = 0; i < votes.Texts.Count; i++)
        {
            var text = votes.Texts[i];
            var given = string.Join(
                "  ",
                votes.OnTexts.Select(s => s.Probabilities[i][s.Came[i]].ToString("0.00", CultureInfo.InvariantCulture))
            );
            output.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {text.Date} {Short(text.Resolution), -16} {Choices[text.Came], -8} {given}{(text.InSample ? "  in-sample" : "")}{(text.Others < 100 ? $"  {text.Others} others" : "")}\n"
                )
            );
        }
    }

    private static void Vetoes(TextWriter output, VetoBacktest vetoes, ulong seed)
    {
        var joined = vetoes.Cases.Count(c => c.Joined);
        Section(
            output,
            $"Does {vetoes.State} join a veto of {vetoes.Partner}? {vetoes.Cases.Count} vetoes from {vetoes.Cases[0].Date} to {vetoes.Cases[^1].Date}, joined {joined}; learnt from {vetoes.Learnt.All} before, joined {vetoes.Learnt.Joined}",
            vetoes.Series,
            seed
        );
        var subjects = vetoes
            .Cases.Where(c => c.Subject.Length > 0)
            .GroupBy(c => c.Subject)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key} {g.Count(c => c.Joined)} of {g.Count()}");
        Say(output, "  ", $"joined by subject: {string.Join(", ", subjects)}");
    }

    private static void Dated(TextWriter output, BacktestReport report)
    {
        if (report.Dated.Count == 0)
            return;
        output.Write('\n');
        Say(
            output,
            "",
            "Dated choices of the record, not scored: the record lists what was done and not how often it was not, so that no base rate is known."
        );
        foreach (var kind in report.Dated.GroupBy(c => (c.Kind, c.Contested)))
        {
            Say(
                output,
                "  ",
                $"{kind.Key.Kind.Replace('_', ' ')}: {kind.Count()}{(kind.Key.Contested ? ", contested: each side is shown and none is taken for the outcome" : "")}"
            );
            foreach (var choice in kind)
                Say(output, "    ", $"{choice.Date} {choice.What} [{choice.Evidence}]");
        }
    }

    public static string Came(IReadOnlyList<int> came, string[] words) =>
        string.Join(", ", words.Select((w, k) => string.Create(CultureInfo.InvariantCulture, $"{came.Count(c => c == k)} {w}")));

    private static string Short(string resolution) =>
        resolution.StartsWith("A/RES/", StringComparison.Ordinal) ? resolution["A/RES/".Length..].Split(' ')[0] : resolution;

    private static void Say(TextWriter output, string indent, string text) => WrappedText.Write(output, indent, text);
}
