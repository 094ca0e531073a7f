using Entente.Measures.Trade;
using Entente.Numerics.Breaks;

namespace Entente.Sources.TradeMeasures;

/// <summary>Which series of a pair.</summary>
public enum TradeSeries
{
    /// <summary>T_ij: both flows.</summary>
    Trade,

    /// <summary>x_ij: what the first sold to the second.</summary>
    Exports,

    /// <summary>m_ij: what the first bought from the second.</summary>
    Imports,

    /// <summary>TS_i: the second's part in the first's trade.</summary>
    FirstShare,

    /// <summary>TS_j: the first's part in the second's trade.</summary>
    SecondShare,
}

/// <summary>What is made of the values before breaks are sought.</summary>
public enum SeriesForm
{
    /// <summary>The logarithm, and a line that may change its height and slope: for what grows.</summary>
    LogTrend,

    /// <summary>The change of the logarithm from year to year, whose mean may shift.</summary>
    Growth,

    /// <summary>The values as they are, whose mean may shift: for shares.</summary>
    Level,
}

/// <summary>The breaks of a pair's series, in years, with the record's events beside them.</summary>
public sealed record TradeBreakReading
{
    public required TradeSeries Series { get; init; }

    public required SeriesForm Form { get; init; }

    /// <summary>The name of the reading: <see cref="TradeReading.Name"/>.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<TradeSource> Sources { get; init; }

    /// <summary>The longest run of years without a gap: years outside it are not used, and none is filled in.</summary>
    public required IReadOnlyList<(int Year, double Value)> Values { get; init; }

    /// <summary>Years with a value that lie outside the run.</summary>
    public required int LeftOut { get; init; }

    /// <summary>The year of the first observation analysed (one later than that of the values for growth).</summary>
    public required int From { get; init; }

    public required BreakOutcome Outcome { get; init; }

    /// <summary>One for each break of the chosen division; empty where the analysis has none.</summary>
    public required IReadOnlyList<BreakWithEvents> Breaks { get; init; }
}

/// <summary>Breaks of a pair's trade against events (Bai and Perron).</summary>
public static class TradeBreaks
{
    /// <summary>Finds the breaks of a series of a pair.</summary>
    /// <param name="trade">The pair.</param>
    /// <param name="series">Which series.</param>
    /// <param name="form">What is made of it; null for the usual form of the series.</param>
    /// <param name="view">Through whose reports; null for the view with the longest run of years.</param>
    /// <param name="from">The first year that may be used.</param>
    /// <param name="to">The last.</param>
    /// <param name="options">Trimming, selection and so on; the model follows from the form.</param>
    /// <param name="events">The events to lay beside the breaks.</param>
    /// <returns>Null where no view has the series.</returns>
    public static TradeBreakReading? Of(
        PairTrade trade,
        TradeSeries series,
        SeriesForm? form,
        TradeView? view,
        int? from,
        int? to,
        BreakOptions options,
        IReadOnlyList<DatedEvent> events
    )
    {
        ArgumentNullException.ThrowIfNull(trade);
        ArgumentNullException.ThrowIfNull(options);
        var shape = form ?? (series is TradeSeries.FirstShare or TradeSeries.SecondShare ? SeriesForm.Level : SeriesForm.LogTrend);
        var (chosen, run, all) = ((string?)null, (IReadOnlyList<(int Year, double Value)>)[], 0);
        var names = trade
            .Years.SelectMany(trade.Readings)
            .Where(r => view is null || r.View == view)
            .OrderBy(r => r.View)
            .Select(r => r.Name)
            .Distinct()
            .ToArray();
        foreach (var candidate in names)
        {
            var values = trade
                .Series(candidate, r => FigureOf(series, r))
                .Where(v =>
                    v.Year >= (from ?? int.MinValue) && v.Year <= (to ?? int.MaxValue) && (shape == SeriesForm.Level || v.Value > 0)
                )
                .ToArray();
            var longest = LongestRun(values);
            if (longest.Count > run.Count)
                (chosen, run, all) = (candidate, longest, values.Length);
        }
        if (chosen is not { } seen)
            return null;
        double[] observations = [.. run.Select(v => shape == SeriesForm.Level ? v.Value : Math.Log(v.Value))];
        if (shape == SeriesForm.Growth)
            observations = [.. observations.Skip(1).Select((v, i) => v - observations[i])];
        var first = run[0].Year + (shape == SeriesForm.Growth ? 1 : 0);
        var outcome = BaiPerron.Analyse(
            observations,
            options with
            {
                Model = shape == SeriesForm.LogTrend ? BreakModel.LevelAndTrend : BreakModel.Level,
            }
        );
        var dates = outcome.Analysis?.Dates ?? [];
        return new()
        {
            Series = series,
            Form = shape,
            Name = seen,
            Sources = [.. run.SelectMany(v => trade.Readings(v.Year).First(r => r.Name == seen).Sources).Distinct().OrderBy(s => s.Import)],
            Values = run,
            LeftOut = all - run.Count,
            From = first,
            Outcome = outcome,
            Breaks = BreakEvents.Beside(
                [.. dates.Select(d => (first + d.Last, first + (d.From ?? d.Last), first + (d.To ?? d.Last)))],
                events,
                first,
                run[^1].Year
            ),
        };
    }

    private static TradeFigure FigureOf(TradeSeries series, TradeReading reading) =>
        series switch
        {
            TradeSeries.Trade => reading.Trade,
            TradeSeries.Exports => Flow(reading.First.Exports),
            TradeSeries.Imports => Flow(reading.First.Imports),
            TradeSeries.FirstShare => reading.First.TradeShare,
            _ => reading.Second.TradeShare,
        };

    private static TradeFigure Flow(double? value) => value is { } v ? TradeFigure.Of(v) : TradeFigure.Without(NoFigure.Missing);

    private static List<(int Year, double Value)> LongestRun((int Year, double Value)[] values)
    {
        var (best, current) = (new List<(int, double)>(), new List<(int Year, double)>());
        foreach (var value in values)
        {
            if (current.Count > 0 && current[^1].Year + 1 != value.Year)
                current = [];
            current.Add(value);
            // Of runs of one length the later.
            if (current.Count >= best.Count)
                best = [.. current];
        }
        return best;
    }
}
