using Entente.Actors.Identity;
using Entente.Checking.Evaluating;
using Entente.Measures.Comparing;
using Entente.Measures.Trade;
using Entente.Profiles;
using Entente.Profiles.Families;
using Entente.Sources.Scenarios;
using Entente.Sources.Store;
using Entente.Sources.TradeMeasures;

namespace Entente.Sources.Profiles;

/// <summary>
/// What the first needs of the second beside what the second needs of the first, by every measure and book: shares by own, others' and reconciled figures,
/// trade against GDP, arms, single goods, and what each would lose by the trade model.
/// </summary>
public sealed class DependenceData(Func<IRecordStore?> open, Func<StateCodes> states, PairLosses losses, PairTradeMemory? trades = null)
{
    private readonly PairTradeMemory trades = trades ?? new();

    /// <summary>Years looked back from the last: a window of five ending as early as a definition may.</summary>
    private const int YearsBack = ComparisonMultiverse.Carried + 4;

    /// <summary>Two series as near as this in their last year are one figure, read twice.</summary>
    private const double Near = 0.002;

    private static readonly (string Measure, string Template)[] Asked =
    [
        ("share in trade", "share(trade({A}, {B}), of: trade({A}), {Y})"),
        ("share in exports", "share(exports({A} -> {B}), of: exports({A}), {Y})"),
        ("share in imports", "share(imports({B} -> {A}), of: imports({A}), {Y})"),
        ("trade against GDP", "trade({A}, {B}, {Y}) / gdp({A}, {Y})"),
        ("share in arms imports", "arms_import_share({B} -> {A}, {Y})"),
    ];

    /// <param name="request">The pair; its <see cref="ProfileRequest.To"/> is the last year.</param>
    /// <param name="cancellation">Honoured between measures.</param>
    public IReadOnlyList<PairedSeries> Of(ProfileRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var series = new List<PairedSeries>();
        Imported(series, request, cancellation);
        foreach (var (measure, template) in Asked)
        {
            cancellation.ThrowIfCancellationRequested();
            OfRecord(series, request, measure, template);
        }
        Goods(series, request);
        foreach (var reading in losses.Of(request.First.Code, request.Second.Code, request.To, cancellation).Readings)
            series.Add(
                new()
                {
                    Measure = "income without the other (model)",
                    Coding = reading.World.Name,
                    // A loss is a fall.
                    Values = new Dictionary<int, (double, double)>
                    {
                        [reading.Year] = (-reading.Loss.First!.Value, -reading.Loss.Second!.Value),
                    },
                    Source = reading.Place,
                }
            );
        return series;
    }

    private void Imported(List<PairedSeries> series, ProfileRequest request, CancellationToken cancellation)
    {
        using var store = open();
        if (
            store is null
            || states() is not { } known
            || known.ByCode(request.First.Code) is null
            || known.ByCode(request.Second.Code) is null
        )
            return;
        var trade = trades.Of(store, known, request.First.Code, request.Second.Code, cancellation);
        var years = trade.Years.Where(y => y <= request.To && y >= request.To - YearsBack).ToDictionary(y => y, trade.Readings);
        (string Measure, Func<TradeReading, (TradeFigure, TradeFigure)> Of)[] measures =
        [
            ("share in trade", r => (r.First.TradeShare, r.Second.TradeShare)),
            ("share in exports", r => (r.First.ExportShare, r.Second.ExportShare)),
            ("share in imports", r => (r.First.ImportShare, r.Second.ImportShare)),
            ("trade against GDP", r => (r.OnealRussett.First, r.OnealRussett.Second)),
        ];
        foreach (var name in years.Values.SelectMany(r => r).Select(r => r.Name).Distinct(StringComparer.Ordinal).ToList())
        foreach (var (measure, of) in measures)
        {
            var values = new Dictionary<int, (double, double)>();
            var source = "";
            foreach (var (year, readings) in years)
                if (
                    readings.FirstOrDefault(r =>
                        r.Name == name && InterdependenceFamily.Whole(r.First) && InterdependenceFamily.Whole(r.Second)
                    )
                        is { } reading
                    && of(reading) is ({ Value: { } left }, { Value: { } right })
                )
                    (values[year], source) = ((left, right), string.Join(", ", reading.Sources));
            Add(series, measure, name, values, source);
        }
    }

    private static void OfRecord(List<PairedSeries> series, ProfileRequest request, string measure, string template)
    {
        var byBooks = new SortedDictionary<string, (Dictionary<int, (double, double)> Values, SortedSet<string> Sources)>(
            StringComparer.Ordinal
        );
        for (var year = request.To - YearsBack; year <= request.To; year++)
        {
            var (left, right) = (ByBooks(request, template, year), ByBooks(request.Turned(), template, year));
            foreach (var (books, (value, source)) in left)
            {
                if (!right.TryGetValue(books, out var other))
                    continue;
                if (!byBooks.TryGetValue(books, out var found))
                    byBooks[books] = found = ([], new(StringComparer.Ordinal));
                found.Values[year] = (value, other.Value);
                found.Sources.UnionWith([source, other.Source]);
            }
        }
        foreach (var (books, found) in byBooks)
            Add(series, measure, books, found.Values, string.Join(", ", found.Sources));
    }

    /// <summary>For each point of view the first figure: each one's own books, the other's, or an authority that is of neither.</summary>
    private static Dictionary<string, (double Value, string Source)> ByBooks(ProfileRequest view, string template, int year)
    {
        var found = new Dictionary<string, (double, string)>(StringComparer.Ordinal);
        var expression = template
            .Replace("{A}", view.First.Code, StringComparison.Ordinal)
            .Replace("{B}", view.Second.Code, StringComparison.Ordinal)
            .Replace("{Y}", PairEvents.Year(year), StringComparison.Ordinal);
        foreach (var answer in view.Ask(expression).Answers)
            if ((answer.Decides || answer.Kind == AnswerKind.Mixed) && answer is { IsConstant: false, Number: { } number })
                found.TryAdd(
                    answer.BothBooks ? "both books"
                        : answer.Reporter is null ? answer.Source
                        : answer.Mirror ? "the other's books"
                        : "own books",
                    (number.Best, answer.Source)
                );
        return found;
    }

    /// <summary>Of the single goods that the record has of each one's purchases from the other, the highest share.</summary>
    private static void Goods(List<PairedSeries> series, ProfileRequest request)
    {
        var (left, right) = (Highest(request), Highest(request.Turned()));
        if (left is not { } one || right is not { } other)
            return;
        var year = Math.Min(one.Year, other.Year);
        Add(
            series,
            "single goods",
            $"highest share of imports: {one.Item}, {other.Item}",
            new() { [year] = (one.Share, other.Share) },
            $"{one.Source}, {other.Source}"
        );
    }

    private static (double Share, int Year, string Item, string Source)? Highest(ProfileRequest view)
    {
        (double Share, int Year, string Item, string Source)? highest = null;
        foreach (var item in ItemsFamily.Items(view))
            for (var year = view.To; year >= view.To - ComparisonMultiverse.Carried; year--)
                if (
                    ByBooks(view, $"share(imports({{B}} -> {{A}}, {item}), of: imports({{A}}, {item}), {{Y}})", year).Values is
                    { Count: > 0 } found
                )
                {
                    var (share, source) = found.First();
                    if (highest is null || share > highest.Value.Share)
                        highest = (share, year, item.Replace('_', ' '), source);
                    break;
                }
        return highest;
    }

    private static void Add(
        List<PairedSeries> series,
        string measure,
        string coding,
        Dictionary<int, (double Left, double Right)> values,
        string source
    )
    {
        if (values.Count == 0)
            return;
        var last = values[values.Keys.Max()];
        bool Same(double a, double b) => Math.Abs(a - b) <= Near * Math.Max(Math.Abs(a), Math.Abs(b));
        // The record answers from imports too: what is there already is not counted a second time.
        foreach (var other in series)
            if (
                other.Measure == measure
                && other.Last == values.Keys.Max()
                && other.Values[other.Last] is var known
                && Same(known.Left, last.Left)
                && Same(known.Right, last.Right)
            )
                return;
        series.Add(
            new()
            {
                Measure = measure,
                Coding = coding,
                Values = values,
                Source = source,
            }
        );
    }
}
