using System.Text.Json;
using Entente.Sources.Store.Sqlite;
using Entente.Tests.Cli;
using Entente.Tests.Sources;

namespace Entente.Tests.Docs.Findings;

/// <summary>A desk on which the public datasets that a page needs are imported once for all its tests; skipped where a file is not beside the project.</summary>
public sealed class FindingDesk : IDisposable
{
    internal static readonly Dictionary<string, string[]> Files = new(StringComparer.Ordinal)
    {
        ["unga-votes"] = ["unga/votes.csv.gz", "unga/roll_calls.csv.gz", "unga/issues.csv.gz"],
        ["cow-states"] = ["cow/states2016.csv"],
        ["cow-nmc"] = ["cow/nmc_7.0_abridged.csv.gz"],
        ["cow-alliances"] = ["cow/alliance_4.1_directed_dyad_year.csv.gz"],
        ["atop"] = ["atop/atop_5.1_directed_dyad_year.csv.gz"],
        ["sipri-transfers"] = ["sipri/trade_register_2000_2023.csv.gz"],
        ["unga-ideal-points"] = ["unga/ideal_points_2020-04.csv.gz"],
        ["cow-igo"] = ["cow/igo_3_dyad_year.csv.gz", "cow/igo_3_state_year.csv"],
        ["cow-contiguity"] = ["cow/contdir_3.2.csv"],
        ["cshapes-distance"] = ["cow/cshapes_mindist.csv.gz"],
        ["vdem"] = ["vdem/cw_democracy.csv.gz"],
        ["china-fuel-imports"] = ["energy/china_imports_wind_2022-12.csv.gz"],
        ["wiod"] = ["wiod/wiot_2011.csv.gz"],
        ["unsc-vetoes"] = ["unsc/vetoes_1946_2022.csv"],
        ["cow-trade"] = ["cow/dyadic_trade_4.0.csv.gz"],
        ["cow-national-trade"] = ["cow/national_trade_4.0.csv.gz"],
        ["imf-imts"] = ["imf/imts_russia_2016_2024.csv"],
        ["wdi"] = ["worldbank/gdp_current_usd.csv.gz"],
        ["comtrade"] =
        [
            .. Enumerable.Range(2014, 9).Select(y => $"comtrade/comtrade_all_exports_{y}A.csv.gz"),
            "comtrade/comtrade_all_imports_2021A.csv.gz",
        ],
    };

    private readonly Desk desk = new();
    private readonly HashSet<string> imported = new(StringComparer.Ordinal);

    public void Dispose() => desk.Dispose();

    public void Import(IEnumerable<string> datasets)
    {
        foreach (var dataset in datasets)
        {
            var paths = Files[dataset].Select(f => ImportBench.Public(f.Split('/'))).ToArray();
            if (!imported.Add(dataset))
                continue;
            var run = desk.Run(["record", "import", dataset, .. paths]);
            (run.Error, run.Status).ShouldBe(("", 0));
        }
    }

    /// <summary>Runs a command as a page writes it.</summary>
    public JsonElement Json(string command) => desk.Json([.. Shell.Words(command)]);

    /// <summary>Several lines of JSON, one object each.</summary>
    public List<JsonElement> Lines(string command)
    {
        var run = desk.Run([.. Shell.Words(command), "--format", "json"]);
        (run.Error, run.Status).ShouldBe(("", 0));
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    /// <summary>A number from the store, for what a page puts together of several results; 0 where there is none.</summary>
    public double Sum(string sql, params object[] values)
    {
        using var store = SqliteStore.Open(Path.Combine(desk.Home, "record.db"));
        var sum = 0.0;
        store.Read(new(sql, values), r => sum = r.IsNull(0) ? 0 : r.Real(0));
        return sum;
    }
}
