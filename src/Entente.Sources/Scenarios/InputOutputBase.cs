using System.Globalization;
using Entente.Actors.Identity;
using Entente.Models.Equilibrium;
using Entente.Numerics.Equilibrium;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Sources.Scenarios;

/// <summary>A base from an imported table between countries and industries, WIOD's or the OECD's: all of them, without tariffs.</summary>
public static class InputOutputBase
{
    private const double LeastValueAdded = 0.01;

    /// <summary>The datasets that are such tables, by name.</summary>
    public static readonly IReadOnlyDictionary<string, string> Datasets = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["wiod"] = "World Input-Output Database",
        ["icio"] = "OECD Inter-Country Input-Output Tables",
    };

    /// <summary>The latest year that the store has a table of a dataset of, up to one; null where there is none.</summary>
    public static int? LatestYear(string dataset, IRecordStore store, int upTo, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        int? latest = null;
        foreach (var import in store.Imports().Where(i => i.Dataset == dataset))
        foreach (var table in import.Tables.Where(t => t.Name == "io_cell" && t.From <= upTo))
            // An import may hold several years with gaps between them; its last is certain.
            if (table.To <= upTo)
                latest = Math.Max(latest ?? table.To, table.To);
            else
                store.Read(
                    new("select max(year) from io_cell where import_id = @1 and year <= @2", import.Id, upTo),
                    r => latest = r.IsNull(0) ? latest : Math.Max(latest ?? 0, (int)r.Integer(0)),
                    cancellation
                );
        return latest;
    }

    /// <param name="dataset">One of <see cref="Datasets"/>.</param>
    /// <param name="store">Where it was imported.</param>
    /// <param name="states">Who its states are.</param>
    /// <param name="year">Of the table.</param>
    /// <param name="wrong">Makes the error where there is no such table.</param>
    public static TradeWorld Read(
        string dataset,
        IRecordStore store,
        StateCodes states,
        int year,
        Func<string, DataFileException> wrong,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(wrong);
        var import =
            store
                .Imports()
                .Where(i => i.Dataset == dataset && i.Tables.Any(t => t.Name == "io_cell" && t.From <= year && year <= t.To))
                .MaxBy(i => i.Id)
            ?? throw wrong(string.Create(CultureInfo.InvariantCulture, $"no table of {year} in the store"));
        var codes = new Dictionary<int, string>();
        store.Read(
            new("select number, code from io_sector where import_id = @1", import.Id),
            r => codes[(int)r.Integer(0)] = r.Text(1),
            cancellation
        );
        var merged = Merged(codes);
        var cells = new List<(int RowState, int RowSector, int State, int Sector, double Value)>();
        store.Read(
            new(
                "select row_state, row_sector, column_state, column_sector, value from io_cell where import_id = @1 and year = @2",
                import.Id,
                year
            ),
            r =>
                cells.Add(
                    (
                        (int)r.Integer(0),
                        merged.GetValueOrDefault((int)r.Integer(1), (int)r.Integer(1)),
                        (int)r.Integer(2),
                        merged.GetValueOrDefault((int)r.Integer(3), (int)r.Integer(3)),
                        r.Real(4)
                    )
                ),
            cancellation
        );
        // An industry is what has a row of some country; what is a column only is final use, or the total.
        int[] sectors =
        [
            .. cells
                .Where(c => states.ById(c.RowState)?.Code != "WLD" && !IsTax(codes.GetValueOrDefault(c.RowSector, "")))
                .Select(c => c.RowSector)
                .Distinct()
                .Order(),
        ];
        int[] regions =
        [
            .. cells
                .Select(c => c.RowState)
                .Distinct()
                .Where(s => states.ById(s) is { Code: not "WLD" })
                .OrderBy(s => states.ById(s)!.Code, StringComparer.Ordinal),
        ];
        if (sectors.Length == 0 || regions.Length < 2)
            throw wrong(string.Create(CultureInfo.InvariantCulture, $"no table of {year} in the store"));
        return World(Datasets[dataset], store, import, year, states, codes, cells, sectors, regions);
    }

    // The OECD's editions with parts of China and Mexico have their industries apart (`CN1:01T02`): each is one industry of the state here.
    private static Dictionary<int, int> Merged(Dictionary<int, string> codes)
    {
        var plain = codes.ToLookup(c => c.Value, c => c.Key, StringComparer.Ordinal);
        var merged = new Dictionary<int, int>();
        foreach (var (number, code) in codes)
            if (code.IndexOf(':') is > 0 and var at)
            {
                var whole = code[(at + 1)..];
                var to = plain[whole]
                    .Concat(codes.Where(c => c.Value.EndsWith(":" + whole, StringComparison.Ordinal)).Select(c => c.Key))
                    .ToList();
                merged[number] = plain[whole].Any() ? plain[whole].First() : to.Min();
            }
        return merged;
    }

    // Taxes less subsidies of a state, a row beside its industries.
    private static bool IsTax(string code) => code.EndsWith("TAXSUB", StringComparison.Ordinal) || code == "TLS";

    private static TradeWorld World(
        string title,
        IRecordStore store,
        StoredImport import,
        int year,
        StateCodes states,
        Dictionary<int, string> codes,
        List<(int RowState, int RowSector, int State, int Sector, double Value)> cells,
        int[] sectors,
        int[] regions
    )
    {
        var (j, n) = (sectors.Length, regions.Length);
        var (sectorAt, regionAt) = (Index(sectors), Index(regions));
        var flows = new double[j * n * n];
        var mix = new double[j * j * n];
        foreach (var cell in cells)
        {
            if (!regionAt.TryGetValue(cell.RowState, out var i) || !sectorAt.TryGetValue(cell.RowSector, out var s))
                continue;
            // The total of a row is in a column of the world.
            if (!regionAt.TryGetValue(cell.State, out var m))
                continue;
            flows[(((s * n) + m) * n) + i] += cell.Value;
            if (sectorAt.TryGetValue(cell.Sector, out var user))
                mix[(((user * j) + s) * n) + m] += cell.Value;
        }
        var (cut, raised) = (0, 0);
        for (var cell = 0; cell < flows.Length; cell++)
            if (flows[cell] < 0)
                (flows[cell], cut) = (0, cut + 1);
        var shares = new double[j * n];
        for (var s = 0; s < j; s++)
        for (var i = 0; i < n; i++)
        {
            var (made, used) = (0.0, 0.0);
            for (var m = 0; m < n; m++)
                made += flows[(((s * n) + m) * n) + i];
            for (var k = 0; k < j; k++)
                used += mix[(((s * j) + k) * n) + i] = Math.Max(0, mix[(((s * j) + k) * n) + i]);
            var share = made > 0 && used > 0 ? 1 - (used / made) : 1;
            if (share < LeastValueAdded)
                (share, raised) = (LeastValueAdded, raised + 1);
            shares[(s * n) + i] = share;
            for (var k = 0; k < j && used > 0; k++)
                mix[(((s * j) + k) * n) + i] /= used;
        }
        return new()
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"{title}, {year}"),
            Year = year,
            Unit = "US$ million",
            Regions = [.. regions.Select(r => new TradeRegion(states.ById(r)!.Code, states.ById(r)!.Name))],
            Sectors = [.. sectors.Select(s => new TradeSector(Plain(codes, s), Plain(codes, s), null))],
            Accounts = new FlowAccounts
            {
                Countries = n,
                Sectors = j,
                Flows = flows,
                Tariffs = [.. flows.Select(_ => 1.0)],
                ValueAddedShares = shares,
                InputMix = mix,
                Elasticities = new double[j],
            },
            Notes =
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{import.Dataset} {import.Vintage} (import {import.Id}) in {store.Place}, {year}; no tariffs"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{cut} flows that inventories make negative are taken as 0; {raised} shares of value added below {LeastValueAdded} are raised to it"
                ),
                "final demand that comes out negative is cut off at 0, and the base is cleared before the change",
            ],
            Figures = (cells.Count, 0),
        };
    }

    private static string Plain(Dictionary<int, string> codes, int sector) =>
        codes.TryGetValue(sector, out var code) ? code[(code.IndexOf(':') + 1)..] : sector.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<int, int> Index(int[] numbers) =>
        numbers.Select((number, at) => (number, at)).ToDictionary(p => p.number, p => p.at);
}
