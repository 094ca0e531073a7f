using System.Globalization;
using Entente.Measures.Trade;
using Entente.Sources.TradeMeasures;

namespace Entente.Cli.Commands.Measuring;

/// <summary>A pair's trade for a terminal of 80 columns: tables by view, then what the words mean and where the figures are from.</summary>
internal static class TradeText
{
    public static void Write(TextWriter output, TradeYear year, (string First, string Second) names)
    {
        var (a, b) = (year.First, year.Second);
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Trade in goods of {names.First} ({a}) and {names.Second} ({b}), {year.Year}")
        );
        Table(
            output,
            "Levels, US$ billion at current prices",
            11,
            [$"{a} to {b}", $"{b} to {a}", $"{a} sold", $"{a} bought", $"{b} sold", $"{b} bought"]
        );
        foreach (var reading in year.Readings)
            Line(
                output,
                reading,
                11,
                Figures.Billions(reading.First.Exports ?? Told(reading, reading.Second.Imports)),
                Figures.Billions(reading.Second.Exports ?? Told(reading, reading.First.Imports)),
                Figures.Billions(reading.First.TotalExports),
                Figures.Billions(reading.First.TotalImports),
                Figures.Billions(reading.Second.TotalExports),
                Figures.Billions(reading.Second.TotalImports)
            );
        Table(
            output,
            $"Shares, per cent: {b} in the trade of {a}, {a} in the trade of {b}",
            11,
            ["exports", "imports", $"{a} trade", "exports", "imports", $"{b} trade"]
        );
        foreach (var reading in year.Readings)
            Line(
                output,
                reading,
                11,
                Figures.Percent(reading.First.ExportShare),
                Figures.Percent(reading.First.ImportShare),
                Figures.Percent(reading.First.TradeShare),
                Figures.Percent(reading.Second.ExportShare),
                Figures.Percent(reading.Second.ImportShare),
                Figures.Percent(reading.Second.TradeShare)
            );
        output.WriteLine(Figures.Row("range", 11, "", "", Range(year.FirstShare), "", "", Range(year.SecondShare)));
        Table(output, "Dependence", 11, ["salience", "symmetry", "interdep.", $"T/GDP {a}", $"T/GDP {b}", "lower"]);
        foreach (var reading in year.Readings)
            Line(
                output,
                reading,
                11,
                Figures.Index(reading.Barbieri.Salience),
                Figures.Index(reading.Barbieri.Symmetry),
                Figures.Index(reading.Barbieri.Interdependence),
                Figures.Index(reading.OnealRussett.First),
                Figures.Index(reading.OnealRussett.Second),
                Figures.Index(reading.OnealRussett.Lower)
            );
        Table(
            output,
            $"Balance of {a} (US$ bn), intensity, concentration of partners (HHI, 0–10,000)",
            11,
            ["balance", $"I {a}→{b}", $"I {b}→{a}", $"{a} x/m", "", $"{b} x/m"]
        );
        foreach (var reading in year.Readings)
            Line(
                output,
                reading,
                11,
                Figures.Billions(reading.First.Balance.Value),
                Figures.Ratio(reading.First.Intensity),
                Figures.Ratio(reading.Second.Intensity),
                Partners(reading.First),
                "",
                Partners(reading.Second)
            );
        WriteMirror(output, year);
        if (year.Items is { } items)
            ItemText.Write(output, year, items);
        Notes(output, year);
    }

    public static void WriteYears(TextWriter output, IReadOnlyList<TradeYear> years, TradeView? view, (string First, string Second) names)
    {
        if (years.Count == 0)
        {
            output.WriteLine("no year of that span was imported");
            return;
        }
        var (a, b) = (years[0].First, years[0].Second);
        output.WriteLine($"Trade in goods of {names.First} ({a}) and {names.Second} ({b})");
        output.WriteLine();
        output.WriteLine(YearLine("year", "view", "US$ bn", $"TS {a} %", $"TS {b} %", "salience", "symmetry", "interdep."));
        foreach (var year in years)
        foreach (var reading in year.Readings.Where(r => (view is null || r.View == view) && Says(r)))
            output.WriteLine(
                YearLine(
                    year.Year.ToString(CultureInfo.InvariantCulture),
                    reading.Name,
                    Figures.Billions(reading.Trade.Value),
                    Figures.Percent(reading.First.TradeShare),
                    Figures.Percent(reading.Second.TradeShare),
                    Figures.Index(reading.Barbieri.Salience),
                    Figures.Index(reading.Barbieri.Symmetry),
                    Figures.Index(reading.Barbieri.Interdependence)
                )
            );
        output.WriteLine();
        Views(output, years.SelectMany(y => y.Readings).Where(r => view is null || r.View == view));
        Figures.Note(
            output,
            $"TS: part of the other in all trade of the state, T_ij/T_i ({b} in {a}, {a} in {b}). Years without any are left out."
        );
        Figures.Note(output, "A dash is a figure that no report gives; JSON names the reason.");
        Sources(output, years.SelectMany(y => y.Readings).SelectMany(r => r.Sources));
    }

    private static bool Says(TradeReading reading) => reading.Trade.Has || reading.First.TradeShare.Has || reading.Second.TradeShare.Has;

    private static string YearLine(string year, string view, params ReadOnlySpan<string> cells)
    {
        var line = year.PadRight(6) + view.PadRight(14);
        foreach (var cell in cells)
            line += cell.PadLeft(10);
        return line;
    }

    internal static void Table(TextWriter output, string title, int width, string[] heads)
    {
        output.WriteLine();
        output.WriteLine(title);
        output.WriteLine(Figures.Row("view", width, heads));
    }

    private static void Line(TextWriter output, TradeReading reading, int width, params ReadOnlySpan<string> cells) =>
        output.WriteLine(Figures.Row(reading.Name, width, cells));

    // Where the reports of both sides differ, each side has its own row in the JSON; the table shows the first's view of its own flow.
    private static double? Told(TradeReading reading, double? other) => reading.View is TradeView.Own or TradeView.Mirror ? other : null;

    private static string Range(FigureRange range) =>
        range is not { Low: { } low, High: { } high } ? "–" : $"{Figures.Percent(low)}–{Figures.Percent(high)}";

    private static string Partners(TradeSide side) =>
        $"{(side.ExportPartners is { } e ? Figures.Points(e.Index.Points) : "–")}/{(side.ImportPartners is { } i ? Figures.Points(i.Index.Points) : "–")}";

    private static void WriteMirror(TextWriter output, TradeYear year)
    {
        if (!year.Mirror.Any(m => m.Export is not null || m.Import is not null))
            return;
        output.WriteLine();
        output.WriteLine("Mirror: the same flow as its seller and as its buyer report it, US$ billion");
        output.WriteLine(Figures.Row("flow", 14, "seller (fob)", "buyer (cif)", "ln(M/X)"));
        foreach (var flow in year.Mirror)
            output.WriteLine(
                Figures.Row(
                    $"{flow.Seller} to {flow.Buyer}",
                    14,
                    Figures.Billions(flow.Export),
                    Figures.Billions(flow.Import),
                    Figures.Signed(flow.Gap)
                )
            );
    }

    private static void Notes(TextWriter output, TradeYear year)
    {
        output.WriteLine();
        Views(output, year.Readings);
        foreach (var (reading, side) in year.Readings.SelectMany(r => new[] { (r, r.First), (r, r.Second) }))
            if ((side.ExportReports, side.ImportReports) is not (null, null))
                Figures.Note(
                    output,
                    $"{reading.Name}: totals of {side.State} are sums over {Sums(side)}; who did not report is not in them."
                );
        Figures.Note(
            output,
            "salience √(TS_i·TS_j), symmetry 1−|TS_i−TS_j|, interdependence their product, TS_i = T_ij/T_i (Barbieri 1996)."
        );
        Figures.Note(output, "T/GDP: trade with the other against GDP; the lower of the two is the weak link (Oneal and Russett 1997).");
        Figures.Note(output, "I: (x_ij/x_i)/(m_j/(m_w−m_i)), 1 where trade is as large as the market (Drysdale and Garnaut 1982).");
        Figures.Note(
            output,
            "x/m: HHI of exports and of imports, sum of squared shares of partners with a figure; 10,000 is a single partner."
        );
        Figures.Note(output, "A dash is a figure that no report gives, never nought; the JSON names the reason.");
        Sources(output, year.Readings.SelectMany(r => r.Sources).Concat(year.Gdp.Select(g => g.Source).OfType<TradeSource>()));
    }

    private static string Sums(TradeSide side) =>
        (side.ExportReports, side.ImportReports) switch
        {
            ({ } buyers, { } sellers) => $"{buyers} buyers' and {sellers} sellers' reports",
            ({ } buyers, null) => $"{buyers} buyers' reports (exports)",
            (_, var sellers) => $"{sellers} sellers' reports (imports)",
        };

    private static void Views(TextWriter output, IEnumerable<TradeReading> readings)
    {
        foreach (var view in readings.Select(r => r.View).Distinct().Order())
            Figures.Note(output, $"{PairTrade.NameOf(view)}: {Meaning(view)}");
    }

    internal static string Meaning(TradeView view) =>
        view switch
        {
            TradeView.Cow => "flows as their buyers reported them, totals as each state did (Correlates of War)",
            TradeView.Own => "each state's own reports; the table shows the seller's figure of a flow, the buyer's where there is none",
            TradeView.Mirror => "what the others report of each state",
            TradeView.Seller => "every flow as its seller reports it",
            TradeView.Buyer => "every flow as its buyer reports it",
            TradeView.Baci => "both reports brought to one figure by CEPII",
            _ => "both reports brought to one figure (record reconcile)",
        };

    private static void Sources(TextWriter output, IEnumerable<TradeSource> sources) =>
        Figures.Note(output, $"from: {string.Join(", ", sources.Distinct().OrderBy(s => s.Import).Select(s => s.ToString()))}");
}
