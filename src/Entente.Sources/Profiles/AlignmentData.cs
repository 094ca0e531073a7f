using Entente.Actors.Identity;
using Entente.Measures.Alignment;
using Entente.Numerics.Similarity;
using Entente.Profiles;
using Entente.Record;
using Entente.Sources.Datasets.IdealPoints;
using Entente.Sources.Datasets.Vdem;
using Entente.Sources.Similarity;
using Entente.Sources.Store;

namespace Entente.Sources.Profiles;

/// <summary>The yearly series of which an index of alignment is made: each family of evidence in each of its reasonable codings.</summary>
public sealed class AlignmentData(Func<IRecordStore?> open, Func<StateCodes> states, StoreRecord? record, PanelMemory? panels = null)
{
    private readonly PanelMemory panels = panels ?? new();

    private static readonly int FirstYear = 1816;

    /// <param name="request">The pair; all years that there are are read, whatever the profile shows.</param>
    /// <param name="cancellation">Honoured between families.</param>
    public IReadOnlyList<AlignmentSeries> Of(ProfileRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var series = new List<AlignmentSeries>();
        using var store = open();
        if (store is not null && record is not null)
        {
            if (record.Imported("unga-votes") is { } votes)
                Votes(series, store, votes, request, cancellation);
            if (record.Imported("unga-ideal-points") is { } points)
                Ideal(series, points, request);
            foreach (var dataset in PortfolioSimilarity.Datasets)
                if (
                    record.Imported(dataset == "cow" ? "cow-alliances" : dataset) is { } pledges
                    && record.Imported("cow-states") is not null
                )
                    Portfolios(series, store, dataset, pledges, request, cancellation);
            if (record.Imported("cow-trade") is { } dyads && record.Imported("cow-national-trade") is { } nations)
                CowTrade(series, dyads, nations, request);
            if (record.Imported("vdem") is { } regimes)
                Regimes(series, regimes, request);
        }
        cancellation.ThrowIfCancellationRequested();
        Trade(series, request);
        Shared(series, request);
        Arms(series, request);
        return [.. series.Where(s => s.Values.Count >= 3)];
    }

    private void Votes(
        List<AlignmentSeries> series,
        IRecordStore store,
        ImportedRows rows,
        ProfileRequest request,
        CancellationToken cancellation
    )
    {
        var upTo = new SimilarityQuery { To = request.To };
        var panel = panels.Votes(store, states(), cancellation);
        var years = panel.Of(request.First.Code, request.Second.Code, upTo, cancellation).Where(y => y.Cases >= 10).ToList();
        if (years.Count == 0)
            return;
        var last = years[^1].Year;
        var placed = panel.Of(
            request.First.Code,
            request.Second.Code,
            new SimilarityQuery
            {
                From = last,
                To = last,
                Percentiles = true,
            },
            cancellation
        );
        foreach (
            var (coding, coefficient) in new[]
            {
                ("agreement", Coefficient.Agreement),
                ("κ (linear)", Coefficient.KappaLinear),
                ("π (nominal)", Coefficient.PiNominal),
            }
        )
            series.Add(
                new()
                {
                    Family = "votes",
                    Coding = coding,
                    Values = years.Where(y => y[coefficient] is not null).ToDictionary(y => y.Year, y => y[coefficient]!.Value),
                    Source = rows.Release,
                    Percentile = placed.Count > 0 ? placed[0].Percentile(coefficient) : null,
                    PercentileYear = last,
                }
            );
    }

    private static void Ideal(List<AlignmentSeries> series, ImportedRows rows, ProfileRequest request)
    {
        if (rows.PartyOf(request.First.Code) is not { } first || rows.PartyOf(request.Second.Code) is not { } second)
            return;
        var values = new Dictionary<int, double>();
        rows.Read(
            $"select a.year, a.value, b.value from {IdealPointsDataset.Table.Name} a join {IdealPointsDataset.Table.Name} b on a.import_id = b.import_id and a.year = b.year and a.variant = b.variant where a.{rows.Own} and a.variant = 'all' and a.state = @1 and b.state = @2 order by a.year",
            [first, second],
            r =>
            {
                if (!r.IsNull(1) && !r.IsNull(2))
                    values[(int)r.Integer(0)] = -Math.Abs(r.Real(1) - r.Real(2));
            }
        );
        Add(series, "votes", "nearness of ideal points", values, rows.Release);
    }

    private void Portfolios(
        List<AlignmentSeries> series,
        IRecordStore store,
        string dataset,
        ImportedRows rows,
        ProfileRequest request,
        CancellationToken cancellation
    )
    {
        var upTo = new SimilarityQuery { To = request.To };
        var panel = panels.Portfolios(store, states(), dataset, cancellation);
        var years = panel.Of(request.First.Code, request.Second.Code, upTo, cancellation);
        Add(
            series,
            "alliances",
            $"S, squared ({dataset.ToUpperInvariant()})",
            years.Where(y => y[Coefficient.SSquared] is not null).ToDictionary(y => y.Year, y => y[Coefficient.SSquared]!.Value),
            rows.Release
        );
    }

    private static void Regimes(List<AlignmentSeries> series, ImportedRows rows, ProfileRequest request)
    {
        if (rows.PartyOf(request.First.Code) is not { } first || rows.PartyOf(request.Second.Code) is not { } second)
            return;
        var (one, two) = (new Dictionary<int, double>(), new Dictionary<int, double>());
        rows.Read(
            $"select year, state, polyarchy from {VdemDataset.Democracy.Name} where {rows.Own} and (state = @1 or state = @2) order by year",
            [first, second],
            r =>
            {
                if (!r.IsNull(2))
                    (r.Integer(1) == first ? one : two)[(int)r.Integer(0)] = r.Real(2);
            }
        );
        Add(
            series,
            "regimes",
            "nearness in electoral democracy",
            one.Where(v => two.ContainsKey(v.Key)).ToDictionary(v => v.Key, v => -Math.Abs(v.Value - two[v.Key])),
            rows.Release
        );
    }

    private static void CowTrade(List<AlignmentSeries> series, ImportedRows dyads, ImportedRows nations, ProfileRequest request)
    {
        if (dyads.PartyOf(request.First.Code) is not { } first || dyads.PartyOf(request.Second.Code) is not { } second)
            return;
        var shares = CowShares.Of(dyads, nations, first, second);
        if (shares.Count == 0)
            return;
        var last = shares.Keys.Last();
        var place = CowShares.Percentile(dyads, nations, first, second, last);
        Codings(series, "COW", dyads.Release, shares.ToDictionary(s => s.Key, s => s.Value), place, last);
    }

    /// <summary>The ways to put two shares into one number.</summary>
    private static void Codings(
        List<AlignmentSeries> series,
        string who,
        string source,
        Dictionary<int, (double First, double Second)> shares,
        double? percentile = null,
        int? year = null
    )
    {
        void Coding(string name, Func<(double First, double Second), double> of, double? place = null)
        {
            if (shares.Count >= 3)
                series.Add(
                    new()
                    {
                        Family = "trade",
                        Coding = $"{name} ({who})",
                        Values = shares.ToDictionary(s => s.Key, s => of(s.Value)),
                        Source = source,
                        Percentile = place,
                        PercentileYear = place is null ? null : year,
                    }
                );
        }
        Coding("lower of the two shares", s => Math.Min(s.First, s.Second));
        Coding("mean of the two shares", s => (s.First + s.Second) / 2);
        Coding("salience", s => Math.Sqrt(s.First * s.Second), percentile);
    }

    private static void Trade(List<AlignmentSeries> series, ProfileRequest request)
    {
        var wide = request with { From = FirstYear };
        var (first, second) = (Shares(wide), Shares(wide.Turned()));
        var both = first.Keys.Intersect(second.Keys).Order().ToList();
        if (both.Count == 0)
            return;
        var source = string.Join(", ", first.Values.Concat(second.Values).Select(v => v.Source).Distinct().Order(StringComparer.Ordinal));
        Codings(series, "lead authority", source, both.ToDictionary(y => y, y => (first[y].Value, second[y].Value)));
    }

    private static Dictionary<int, (double Value, string Source)> Shares(ProfileRequest request)
    {
        var shares = new Dictionary<int, (double, string)>();
        for (var year = request.From; year <= request.To; year++)
            foreach (
                var answer in request
                    .Ask(
                        $"share(trade({request.First.Code}, {request.Second.Code}), of: trade({request.First.Code}), {PairEvents.Year(year)})"
                    )
                    .Answers
            )
                if (answer is { Decides: true, IsConstant: false, Number: { } number })
                {
                    shares[year] = (number.Best, answer.Source);
                    break;
                }
        return shares;
    }

    private static void Shared(List<AlignmentSeries> series, ProfileRequest request)
    {
        var rows = request
            .Record.Find(
                new RecordQuery
                {
                    Measure = "shared_memberships",
                    Subject = request.First.Code,
                    Object = request.Second.Code,
                }
            )
            .Concat(
                request.Record.Find(
                    new RecordQuery
                    {
                        Measure = "shared_memberships",
                        Subject = request.Second.Code,
                        Object = request.First.Code,
                    }
                )
            )
            .Where(r => r.Period is not null)
            .ToList();
        if (rows.Count > 0)
            Add(
                series,
                "organisations",
                "shared memberships",
                rows.GroupBy(r => r.Period!.Start.Year).ToDictionary(g => g.Key, g => g.First().Value.Value),
                rows[0].Source
            );
    }

    private static void Arms(List<AlignmentSeries> series, ProfileRequest request)
    {
        foreach (
            var (from, to, name) in new[]
            {
                (request.First.Code, request.Second.Code, request.Second.Name),
                (request.Second.Code, request.First.Code, request.First.Name),
            }
        )
        {
            var rows = request
                .Record.Find(
                    new RecordQuery
                    {
                        Measure = "arms_import_share",
                        Subject = from,
                        Object = to,
                    }
                )
                .Where(r =>
                    r.Period is { Kind: Entente.Quantities.PeriodKind.Year } && r.Source.StartsWith("SIPRI", StringComparison.Ordinal)
                )
                .ToList();
            if (rows.Count > 0)
                Add(
                    series,
                    "arms",
                    $"the other's share in {name}'s arms imports",
                    rows.GroupBy(r => r.Period!.Start.Year).ToDictionary(g => g.Key, g => g.First().Value.Value),
                    rows[0].Source
                );
        }
    }

    private static void Add(List<AlignmentSeries> series, string family, string coding, Dictionary<int, double> values, string source)
    {
        if (values.Count >= 3)
            series.Add(
                new()
                {
                    Family = family,
                    Coding = coding,
                    Values = values,
                    Source = source,
                }
            );
    }
}
