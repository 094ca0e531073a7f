using System.Globalization;
using Entente.Numerics.Breaks;
using Entente.Sources.TradeMeasures;

namespace Entente.Cli.Commands.Measuring;

/// <summary>Breaks of a series for a terminal.</summary>
internal static class BreakText
{
    /// <summary>As many events are shown for a break; the rest are counted.</summary>
    private const int Shown = 8;

    public static void Write(
        TextWriter output,
        TradeBreakReading reading,
        (string Code, string Name) first,
        (string Code, string Name) second
    )
    {
        var (from, to) = (reading.Values[0].Year, reading.Values[^1].Year);
        output.WriteLine($"Breaks of {What(reading.Series, first.Code, second.Code)}: {first.Name} and {second.Name}");
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{from}–{to}, {reading.Values.Count} years, view {reading.Name}; {Form(reading.Form)}"
            )
        );
        if (reading.Outcome.Analysis is not { } analysis)
        {
            output.WriteLine($"no analysis: {Absence(reading.Outcome.Absence)}");
            Notes(output, reading);
            return;
        }
        Partitions(output, reading, analysis);
        Tests(output, analysis);
        output.WriteLine();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"chosen: {analysis.Count} (by {Name(analysis.Selection)}); by BIC {analysis.ByBic}, LWZ {analysis.ByLwz}, sequential test {analysis.BySequential?.ToString(CultureInfo.InvariantCulture) ?? "–"}"
            )
        );
        foreach (var regime in analysis.Regimes)
            output.WriteLine(Regime(reading, regime));
        for (var i = 0; i < analysis.Dates.Count; i++)
            Break(output, reading, analysis, i);
        Notes(output, reading);
    }

    private static void Partitions(TextWriter output, TradeBreakReading reading, BreakAnalysis analysis)
    {
        output.WriteLine();
        output.WriteLine($"{"breaks", -8}{"last years before them", -36}{"SSR", 12}{"BIC", 12}{"LWZ", 12}");
        for (var m = 0; m < analysis.Partitions.Count; m++)
        {
            var partition = analysis.Partitions[m];
            var years = string.Join(", ", partition.Breaks.Select(b => Year(reading, b)));
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{m, -8}{years, -36}{Figures.Text(partition.SumOfSquares, "0.0000"), 12}{Figures.Text(partition.Bic, "0.00"), 12}{Figures.Text(partition.Lwz, "0.0000"), 12}"
                )
            );
        }
    }

    private static void Tests(TextWriter output, BreakAnalysis analysis)
    {
        if (analysis.Tests is not { } tests)
        {
            output.WriteLine($"tests: none; {Absence(analysis.TestsAbsent)}");
            return;
        }
        var level = Figures.Text(analysis.Options.Significance * 100, "0.#");
        output.WriteLine($"tests at {level} %, critical value in brackets, * rejected:");
        Figures.Note(output, "supF(m) " + string.Join("  ", tests.SupF.Select((t, i) => $"{i + 1}: {Value(t)}")));
        Figures.Note(output, $"UDmax {Value(tests.UdMax)}  WDmax {Value(tests.WdMax)}");
        Figures.Note(
            output,
            "supF(l+1|l) " + string.Join("  ", tests.Sequential.Select((t, i) => $"{i + 1}|{i}: {(t is { } v ? Value(v) : "no room")}"))
        );
    }

    private static string Value(TestValue test) =>
        $"{Figures.Text(test.Statistic, "0.00")} [{Figures.Text(test.Critical, "0.00")}]{(test.Rejects ? "*" : "")}";

    private static string Regime(TradeBreakReading reading, BreakRegime regime)
    {
        var years = $"{Year(reading, regime.First)}–{Year(reading, regime.Last)}";
        return reading.Form switch
        {
            SeriesForm.LogTrend =>
                $"  {years}: {Growth(regime.Slope!.Value)} % a year (error {Figures.Text(regime.SlopeError!.Value * 100, "0.0")})",
            SeriesForm.Growth => $"  {years}: {Growth(regime.Level)} % a year (error {Figures.Text(regime.LevelError * 100, "0.0")})",
            _ => $"  {years}: mean {Level(reading, regime.Level)} (error {Level(reading, regime.LevelError)})",
        };
    }

    private static void Break(TextWriter output, TradeBreakReading reading, BreakAnalysis analysis, int i)
    {
        var (date, beside) = (analysis.Dates[i], reading.Breaks[i]);
        output.WriteLine();
        var interval = date.From is null
            ? "no interval"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Figures.Text(analysis.Options.Confidence * 100, "0.#")} % interval {beside.From}–{beside.To}"
            );
        var jump = reading.Form == SeriesForm.LogTrend ? $"; jump {Growth(date.Jump)} %" : "";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"break after {beside.Year}, {interval}{jump}"));
        if (date.From < 0 || date.To >= analysis.Observations)
        {
            output.WriteLine("  it leaves the series: the date is hardly known, any event might be beside it");
            return;
        }
        if (date.From is null)
            return;
        foreach (var item in beside.Events.Take(Shown))
            Figures.Note(output, $"· {item.Title}");
        if (beside.Events.Count > Shown)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {beside.Events.Count - Shown} more"));
        if (beside.Events.Count == 0)
            output.WriteLine("  no event of the record within a year of the interval");
        output.WriteLine($"  {Figures.Text(beside.ByChance * 100, "0")} % of the years lie that near: so many events would by chance");
    }

    private static void Notes(TextWriter output, TradeBreakReading reading)
    {
        output.WriteLine();
        if (reading.LeftOut > 0)
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{reading.LeftOut} years with figures lie beyond a gap and were not used; none is filled in"
                )
            );
        Figures.Note(
            output,
            "Dates are those of the least sum of squares over all divisions (Bai and Perron 1998, 2003); intervals by Bai (1997). That an event stands beside a break is no evidence that it made it. US$ at current prices: inflation and prices of fuel are in the series."
        );
        Figures.Note(output, $"from: {string.Join(", ", reading.Sources.Select(s => s.ToString()))}");
    }

    internal static string What(TradeSeries series, string first, string second) =>
        series switch
        {
            TradeSeries.Trade => $"the trade of {first} with {second}",
            TradeSeries.Exports => $"the exports of {first} to {second}",
            TradeSeries.Imports => $"the imports of {first} from {second}",
            TradeSeries.FirstShare => $"the part of {second} in the trade of {first}",
            _ => $"the part of {first} in the trade of {second}",
        };

    internal static string Absence(BreakAbsence absence) =>
        absence switch
        {
            BreakAbsence.TooShort => "too few years for two regimes",
            BreakAbsence.NoVariation => "the series does not vary",
            BreakAbsence.NotFinite => "a value is no number",
            BreakAbsence.TrendNotTabulated => "critical values do not hold for a line that grows",
            BreakAbsence.TrimmingNotTabulated => "no critical values for so short a series",
            _ => "",
        };

    internal static string Name(BreakSelection selection) =>
        selection switch
        {
            BreakSelection.Sequential => "the sequential test",
            BreakSelection.Bic => "BIC",
            _ => "LWZ",
        };

    private static string Form(SeriesForm form) =>
        form switch
        {
            SeriesForm.LogTrend => "line of the logarithm",
            SeriesForm.Growth => "change of the logarithm",
            _ => "mean of the values",
        };

    private static string Level(TradeBreakReading reading, double value) =>
        reading.Series is TradeSeries.FirstShare or TradeSeries.SecondShare
            ? $"{Figures.Percent(value)} %"
            : $"US$ {Figures.Billions(value)} bn";

    private static string Growth(double log) => ((Math.Exp(log) - 1) * 100).ToString("+0.0;−0.0", CultureInfo.InvariantCulture);

    private static string Year(TradeBreakReading reading, int observation) =>
        (reading.From + observation).ToString(CultureInfo.InvariantCulture);
}
