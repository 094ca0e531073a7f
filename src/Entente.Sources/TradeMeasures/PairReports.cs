using Entente.Actors.Identity;
using Entente.Sources.Datasets;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Sources.TradeMeasures;

/// <summary>Reports of all goods that touch two states, year by year, as read from the store. US$.</summary>
internal sealed class PairReports
{
    private readonly SortedDictionary<int, ReportYear> years = [];

    public IEnumerable<int> Years => years.Keys;

    public ReportYear? At(int year) => years.GetValueOrDefault(year);

    /// <summary>Annual reports of some datasets; where two imports have the same figure, the later one's stands.</summary>
    public static PairReports Load(
        IRecordStore store,
        StateCodes states,
        int first,
        int second,
        IReadOnlyList<StoredImport> imports,
        CancellationToken cancellation
    )
    {
        var reports = new PairReports();
        if (imports.Count == 0)
            return reports;
        var world = states.Find(CodeSystem.M49, "0")?.Id ?? 1;
        var ids = string.Join(", ", imports.Select(i => i.Id).Order());
        foreach (var (party, place) in new[] { (first, 0), (second, 1) })
        {
            // What the state itself reports, of each partner; and what each of the others reports of it.
            Read(
                $"import_id in ({ids}) and reporter = @1",
                row => reports.At(row).Side(place).Own(row, row.Partner == world, IsParty(row.Partner))
            );
            Read(
                $"partner = @1 and import_id in ({ids})",
                row =>
                {
                    if (IsParty(row.Reporter))
                        reports.At(row).Side(place).Other(row);
                }
            );
            void Read(string where, Action<Row> take) => Ask(store, where, party, take, cancellation);
        }
        Ask(
            store,
            $"partner = @1 and import_id in ({ids})",
            world,
            row =>
            {
                if (IsParty(row.Reporter))
                    reports.At(row).World(row);
            },
            cancellation
        );
        return reports;
        bool IsParty(int id) => states.ById(id) is { Kind: IdentityKind.State or IdentityKind.Territory or IdentityKind.Historical };
    }

    /// <summary>Reconciled flows, told as exports: one figure for both sides.</summary>
    public static PairReports OfReconciled(IRecordStore store, int first, int second, StoredImport? import, CancellationToken cancellation)
    {
        var reports = new PairReports();
        if (import is null)
            return reports;
        foreach (var (party, place) in new[] { (first, 0), (second, 1) })
            store.Read(
                new(
                    "select exporter, importer, year, value from reconciled_flow where import_id = @1 and (exporter = @2 or importer = @2)",
                    import.Id,
                    party
                ),
                r =>
                {
                    var row = new Row((int)r.Integer(0), (int)r.Integer(1), (int)r.Integer(2), true, r.Real(3), import.Id);
                    if (row.Reporter == party)
                        reports.At(row).Side(place).Own(row, false, true);
                    else
                        reports.At(row).Side(place).Other(row);
                },
                cancellation
            );
        return reports;
    }

    private ReportYear At(Row row) => years.TryGetValue(row.Year, out var year) ? year : years[row.Year] = new();

    private static void Ask(IRecordStore store, string where, int party, Action<Row> take, CancellationToken cancellation) =>
        store.Read(
            new(
                $"select reporter, partner, period, direction, value, import_id from goods_flow where {where} and item = {GoodsFlow.AllGoods} and direction in ({GoodsFlow.Export}, {GoodsFlow.Import}) and value is not null order by import_id",
                party
            ),
            r =>
            {
                // Whole years only: months of one would be added to it.
                if (r.Integer(2) % 10_000 == 0)
                    take(
                        new(
                            (int)r.Integer(0),
                            (int)r.Integer(1),
                            PeriodCode.Year((int)r.Integer(2)),
                            r.Integer(3) == GoodsFlow.Export,
                            r.Real(4),
                            (int)r.Integer(5)
                        )
                    );
            },
            cancellation
        );

    internal readonly record struct Row(int Reporter, int Partner, int Year, bool IsExport, double Value, int Import);
}

/// <summary>One year of <see cref="PairReports"/>.</summary>
internal sealed class ReportYear
{
    private readonly ReportSide[] sides = [new(), new()];
    private readonly Dictionary<int, double> worldExports = [];
    private readonly Dictionary<int, double> worldImports = [];

    public ReportSide Side(int place) => sides[place];

    /// <summary>What all states together reported to have bought, and how many they were; null where none reported.</summary>
    public (double? Value, int Reports) WorldImports => Sum(worldImports);

    /// <summary>What all states together reported to have sold.</summary>
    public (double? Value, int Reports) WorldExports => Sum(worldExports);

    public void World(PairReports.Row row) => (row.IsExport ? worldExports : worldImports)[row.Reporter] = row.Value;

    internal static (double? Value, int Reports) Sum(Dictionary<int, double> flows)
    {
        var sum = 0.0;
        // In the order of the parties, so that the last digit does not depend on the order of rows.
        foreach (var (_, value) in flows.OrderBy(f => f.Key))
            sum += value;
        return (flows.Count == 0 ? null : sum, flows.Count);
    }
}

/// <summary>Reports of and about one state in a year.</summary>
internal sealed class ReportSide
{
    private readonly HashSet<int> imports = [];

    /// <summary>Own reports by partner.</summary>
    public Dictionary<int, double> Exports { get; } = [];

    public Dictionary<int, double> Imports { get; } = [];

    /// <summary>What others report to have bought from it: its exports as the mirror shows them.</summary>
    public Dictionary<int, double> BoughtFrom { get; } = [];

    /// <summary>What others report to have sold to it.</summary>
    public Dictionary<int, double> SoldTo { get; } = [];

    public double? WorldExports { get; private set; }

    public double? WorldImports { get; private set; }

    /// <summary>The imports of datasets that any of this comes from.</summary>
    public IEnumerable<int> Sources => imports;

    public void Own(PairReports.Row row, bool world, bool party)
    {
        if (world && row.IsExport)
            WorldExports = row.Value;
        else if (world)
            WorldImports = row.Value;
        else if (party)
            (row.IsExport ? Exports : Imports)[row.Partner] = row.Value;
        if (world || party)
            imports.Add(row.Import);
    }

    public void Other(PairReports.Row row)
    {
        (row.IsExport ? SoldTo : BoughtFrom)[row.Reporter] = row.Value;
        imports.Add(row.Import);
    }

    /// <summary>The reported total; where there is none, the sum over the partners reported.</summary>
    public (double? Value, int? Reports) OwnExports() => WorldExports is { } w ? (w, null) : (ReportYear.Sum(Exports).Value, null);

    public (double? Value, int? Reports) OwnImports() => WorldImports is { } w ? (w, null) : (ReportYear.Sum(Imports).Value, null);

    public (double? Value, int? Reports) MirrorExports() => ReportYear.Sum(BoughtFrom) is { Reports: > 0 } sum ? sum : (null, null);

    public (double? Value, int? Reports) MirrorImports() => ReportYear.Sum(SoldTo) is { Reports: > 0 } sum ? sum : (null, null);
}
