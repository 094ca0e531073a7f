using System.Globalization;
using Entente.Actors.Identity;
using Entente.Numerics.Mirror;
using Entente.Sources.Datasets;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Datasets.Reconciled;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store;

/// <summary>How a reconciliation came out.</summary>
public sealed record ReconciliationOutcome
{
    public required StoredImport Import { get; init; }

    public required bool Already { get; init; }

    /// <summary>Flows that both sides reported.</summary>
    public required long Pairs { get; init; }

    public required int Iterations { get; init; }
}

/// <summary>
/// Works out from annual reports of all goods what each flow most likely was, with an interval: imports are brought to free on board, each
/// reporter's scatter is estimated from all its mirror gaps, and the two reports are weighed by it. See docs/reconciled.md.
/// </summary>
public sealed class Reconciliation(IRecordStore store, StateCodes states)
{
    /// <summary>
    /// What freight and insurance add to goods on their way, where no margin is known: six per cent, the mean of Miao and Fortanier (2017),
    /// Estimating Transport and Insurance Costs of International Trade, OECD Statistics Working Papers 2017/04.
    /// </summary>
    public const double UsualMargin = 0.06;

    /// <summary>Smaller flows tell of rounding and of single parcels.</summary>
    private const double LeastValue = 1e6;

    private const double Normal95 = 1.959963984540054;

    private readonly record struct Reports(double Export, double Import);

    /// <summary>Works it out from the newest reports; nothing is done where that has been done from the same imports.</summary>
    /// <exception cref="StoreException">No reports have been imported, or the search did not converge (nothing is kept then).</exception>
    public ReconciliationOutcome Run(string now, string program, CancellationToken cancellation)
    {
        var imports = store.Imports().Where(i => i.Tables.Any(t => t.Name == GoodsFlow.Table.Name && t.Rows > 0)).ToArray();
        if (imports.Length == 0)
            throw new StoreException(
                store.Place,
                "no reports of goods flows",
                "an import of comtrade or imf-imts before: entente record import comtrade FILE…"
            );
        var basis = string.Join(", ", imports.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Id}")));
        if (store.Imports().FirstOrDefault(i => i.Dataset == "reconciled" && i.Vintage == $"of {basis}") is { } standing)
            return new()
            {
                Import = standing,
                Already = true,
                Pairs = standing.Rows,
                Iterations = 0,
            };
        var flows = Load(imports, cancellation);
        var keys = flows.Keys.Order().ToArray();
        var (exporters, importers) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        List<int> x = [],
            m = [];
        List<double> gaps = [],
            weights = [];
        foreach (var key in keys)
        {
            var (a, b) = (Numbered(exporters, key.Exporter), Numbered(importers, key.Importer));
            var (export, import) = flows[key];
            if (export < LeastValue || import < LeastValue || double.IsNaN(export) || double.IsNaN(import))
                continue;
            x.Add(a);
            m.Add(b);
            gaps.Add(Math.Log(import) - Math.Log(export));
            weights.Add(Math.Sqrt(Math.Min(import, export)));
        }
        var fit = Mirror.Fit([.. x], [.. m], [.. gaps], [.. weights], exporters.Count, importers.Count, cancellation);
        if (!fit.Converged)
            throw new StoreException(
                "record reconcile",
                $"no convergence after {fit.Iterations} rounds",
                "reports that can be weighed; nothing was kept"
            );
        using var import2 = store.Begin(
            new ImportPlan
            {
                Dataset = "reconciled",
                Vintage = $"of {basis}",
                Files = [new($"computed from imports {basis}", StoreRecord.HashOf("", imports), 0)],
                Tables = [ReconciledDataset.Table],
                ImportedAt = now,
                Program = program,
            },
            cancellation
        );
        using var pipe = new BatchPipe(import2, cancellation);
        Write(pipe.Table(ReconciledDataset.Table), keys, flows, exporters, importers, fit);
        pipe.Complete();
        return new()
        {
            Import = import2.Complete(),
            Already = false,
            Pairs = gaps.Count,
            Iterations = fit.Iterations,
        };
    }

    private static void Write(
        TableWriter rows,
        (int Exporter, int Importer, int Year)[] keys,
        Dictionary<(int, int, int), Reports> flows,
        Dictionary<int, int> exporters,
        Dictionary<int, int> importers,
        MirrorVariances fit
    )
    {
        var line = 0;
        foreach (var key in keys)
        {
            line++;
            var (export, import) = flows[key];
            var (log, error) = Mirror.Reconcile(
                export > 0 ? Math.Log(export) : double.NaN,
                import > 0 ? Math.Log(import) : double.NaN,
                fit.OfExporter[exporters[key.Exporter]],
                fit.OfImporter[importers[key.Importer]]
            );
            if (double.IsNaN(log))
                continue;
            var both = export > 0 && import > 0;
            rows.Row(line)
                .Int(key.Exporter)
                .Int(key.Importer)
                .Int(key.Year)
                .Real(Math.Exp(log))
                .Real(Math.Exp(log - (Normal95 * error)))
                .Real(Math.Exp(log + (Normal95 * error)))
                .Int(
                    both ? 3
                    : export > 0 ? 1
                    : 2
                )
                .RealOr(both ? Math.Log(import / export) : null, Absence.Unreported);
        }
    }

    /// <summary>Both reports of every flow and year, imports already free on board; a later import's figure stands for an earlier one's.</summary>
    private Dictionary<(int Exporter, int Importer, int Year), Reports> Load(StoredImport[] imports, CancellationToken cancellation)
    {
        var margins = Margins(cancellation);
        var flows = new Dictionary<(int, int, int), Reports>();
        var ids = string.Join(", ", imports.Select(i => i.Id));
        store.Read(
            new StoreQuery(
                $"select reporter, partner, period, direction, value from goods_flow where import_id in ({ids}) and item = {GoodsFlow.AllGoods} and value is not null order by import_id"
            ),
            r =>
            {
                var period = (int)r.Integer(2);
                var (reporter, partner) = ((int)r.Integer(0), (int)r.Integer(1));
                // Years, states and territories only: sums and residuals have no mirror.
                if (period % 10_000 != 0 || !IsParty(reporter) || !IsParty(partner) || reporter == partner)
                    return;
                var year = PeriodCode.Year(period);
                var value = r.Real(4);
                if (r.Integer(3) == GoodsFlow.Export)
                {
                    var key = (reporter, partner, year);
                    flows[key] = flows.TryGetValue(key, out var known) ? known with { Export = value } : new(value, double.NaN);
                }
                else
                {
                    var key = (partner, reporter, year);
                    var free = value * (1 - margins.GetValueOrDefault((reporter, partner, year), UsualMargin / (1 + UsualMargin)));
                    flows[key] = flows.TryGetValue(key, out var known) ? known with { Import = free } : new(double.NaN, free);
                }
            },
            cancellation
        );
        return flows;
    }

    /// <summary>Known margins of freight and insurance as a share of the import's value, by importer, exporter and year.</summary>
    private Dictionary<(int Importer, int Exporter, int Year), double> Margins(CancellationToken cancellation)
    {
        var margins = new Dictionary<(int, int, int), double>();
        var table = DatasetCatalogue.Tables.FirstOrDefault(t => t.Name == "cif_margin");
        if (table is null)
            return margins;
        store.Read(
            new StoreQuery(
                "select importer, exporter, year, margin from cif_margin where item = 0 and margin is not null order by import_id"
            ),
            r => margins[((int)r.Integer(0), (int)r.Integer(1), (int)r.Integer(2))] = r.Real(3) / 100,
            cancellation
        );
        return margins;
    }

    private bool IsParty(int id) => states.ById(id) is { Kind: IdentityKind.State or IdentityKind.Territory or IdentityKind.Historical };

    private static int Numbered(Dictionary<int, int> numbers, int id)
    {
        if (!numbers.TryGetValue(id, out var number))
            numbers[id] = number = numbers.Count;
        return number;
    }
}
