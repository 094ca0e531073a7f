using Entente.Sources.Store;

namespace Entente.Sources.TradeMeasures;

/// <summary>The Correlates of War Project's trade of two states: dyadic flows, each state's totals, and those of all states. US$.</summary>
internal sealed class CowReports
{
    private const double Million = 1e6;
    private readonly SortedDictionary<int, Year> years = [];

    public StoredImport? Dyads { get; private init; }

    public StoredImport? Totals { get; private init; }

    public IEnumerable<int> Years => years.Keys;

    public Year? At(int year) => years.GetValueOrDefault(year);

    /// <summary>One year; the first of the pair is at place 0.</summary>
    internal sealed class Year
    {
        /// <summary>What each imported from each of its partners, and what each partner imported from it.</summary>
        public Dictionary<int, double>[] ImportsFrom { get; } =
        [
            [],
            [],
        ];

        public Dictionary<int, double>[] ExportsTo { get; } =
        [
            [],
            [],
        ];

        public double?[] TotalImports { get; } = new double?[2];

        public double?[] TotalExports { get; } = new double?[2];

        /// <summary>The imports of all states that reported any.</summary>
        public double? WorldImports { get; set; }
    }

    public static CowReports Load(
        IRecordStore store,
        int first,
        int second,
        StoredImport? dyads,
        StoredImport? totals,
        CancellationToken cancellation
    )
    {
        var reports = new CowReports { Dyads = dyads, Totals = totals };
        if (dyads is not null)
            foreach (var (party, place) in new[] { (first, 0), (second, 1) })
            foreach (var one in new[] { true, false })
                store.Read(
                    new(
                        $"select {(one ? "state2" : "state1")}, year, flow1, flow2 from dyadic_trade where import_id = @1 and {(one ? "state1" : "state2")} = @2",
                        dyads.Id,
                        party
                    ),
                    r =>
                    {
                        var year = reports.Of((int)r.Integer(1));
                        // flow1 is what state1 imported from state2.
                        var (bought, sold) = one ? (2, 3) : (3, 2);
                        if (!r.IsNull(bought))
                            year.ImportsFrom[place][(int)r.Integer(0)] = r.Real(bought) * Million;
                        if (!r.IsNull(sold))
                            year.ExportsTo[place][(int)r.Integer(0)] = r.Real(sold) * Million;
                    },
                    cancellation
                );
        if (totals is not null)
            store.Read(
                new(
                    "select state, year, imports, exports from national_trade where import_id = @1 order by state, year, number",
                    totals.Id
                ),
                r =>
                {
                    var year = reports.Of((int)r.Integer(1));
                    var state = (int)r.Integer(0);
                    if (!r.IsNull(2))
                        year.WorldImports = (year.WorldImports ?? 0) + (r.Real(2) * Million);
                    var place =
                        state == first ? 0
                        : state == second ? 1
                        : -1;
                    if (place < 0)
                        return;
                    // Germany has two rows in some years, of which one is empty.
                    year.TotalImports[place] ??= r.IsNull(2) ? null : r.Real(2) * Million;
                    year.TotalExports[place] ??= r.IsNull(3) ? null : r.Real(3) * Million;
                },
                cancellation
            );
        return reports;
    }

    private Year Of(int year) => years.TryGetValue(year, out var known) ? known : years[year] = new();
}
