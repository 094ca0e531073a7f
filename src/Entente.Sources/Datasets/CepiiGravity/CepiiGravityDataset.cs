using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.CepiiGravity;

/// <summary>
/// CEPII's Gravity database: what gravity equations are estimated with, for each directed pair and year. Its trade figures are those of
/// UN Comtrade, BACI and the IMF once more, and are no authority of their own.
/// </summary>
public sealed class CepiiGravityDataset : Dataset
{
    /// <summary>Kilometres; flags 0 or 1.</summary>
    public static TableShape Dyads { get; } =
        Pairs(
            "gravity_dyad",
            ["dist", "distw", "distcap"],
            [
                "contig",
                "comlang_off",
                "comlang_ethno",
                "comcol",
                "col45",
                "col_dep_ever",
                "sibling_ever",
                "diplo_disagreement",
                "comrelig",
                "fta_wto",
            ]
        );

    /// <summary>Thousands of current US$ from origin to destination, by who says so.</summary>
    public static TableShape Flows { get; } =
        Pairs(
            "gravity_flow",
            [
                "tradeflow_comtrade_o",
                "tradeflow_comtrade_d",
                "tradeflow_baci",
                "manuf_tradeflow_baci",
                "tradeflow_imf_o",
                "tradeflow_imf_d",
            ],
            []
        );

    /// <summary>Thousands of people, thousands of current US$, flags of membership.</summary>
    public static TableShape States { get; } =
        new()
        {
            Name = "gravity_state",
            Key = 2,
            Columns =
            [
                new("state", CellKind.Integer),
                new("year", CellKind.Integer),
                .. Monadic.Select(m => new Column(m, CellKind.Real, true)),
            ],
        };

    private static string[] Monadic => ["pop", "gdp", "gdpcap", "gdp_ppp", "gatt", "wto", "eu"];

    public override string Name => "cepii-gravity";

    public override string Authority => "CEPII";

    public override Publication Publication { get; } =
        new()
        {
            Title = "The CEPII Gravity Database",
            Producer = "Maddalena Conte, Pierre Cotterlaz and Thierry Mayer",
            Year = 2022,
            In = "CEPII Working Paper 2022-05, CEPII",
            Address = "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=8",
            Licence = "Etalab Open Licence 2.0: figures may be passed on with attribution",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [Dyads, Flows, States];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
            if (
                file.Name.LastIndexOf("_V", StringComparison.Ordinal) is >= 0 and var at
                && file.Name.Length >= at + 8
                && file.Name[(at + 2)..(at + 8)] is var digits
                && digits.All(char.IsAsciiDigit)
            )
                return new Release(digits, $"{digits[..4]}-{digits[4..]}");
        return null;
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var any = false;
        foreach (var file in files)
        {
            using var table = new CsvTable(file);
            if (file.IsMember && !(table.Has("iso3_o") && table.Has("year")))
                continue;
            any = true;
            Read(table, run);
        }
        if (!any)
            throw new DataFileException(files[0].Name, 0, "", "no table of pairs", "Gravity_V202211.csv or the like among the files");
    }

    private static void Read(CsvTable table, ImportRun run)
    {
        var (yearAt, origin, destination) = (table.Column("year"), table.Column("iso3_o"), table.Column("iso3_d"));
        var (there, thereToo) = (Optional(table, "country_exists_o"), Optional(table, "country_exists_d"));
        int[] dyad = [.. Dyads.Columns.Skip(Dyads.Key).Select(c => Optional(table, c.Name, "distw_harmonic"))];
        int[] flow = [.. Flows.Columns.Skip(Flows.Key).Select(c => Optional(table, c.Name))];
        int[] ofOrigin = [.. Monadic.Select(m => Optional(table, Suffixed(m, "o")))];
        if (Array.TrueForAll(dyad, c => c < 0))
            table.Column("dist");
        var (dyads, flows, states) = (run.Table(Dyads), run.Table(Flows), run.Table(States));
        var seen = new HashSet<(int, int)>();
        while (table.Next())
        {
            // The file is squared: a pair has a row also in years when one of the two was no state. Such a row says nothing.
            if ((there >= 0 && table.Text(there) == "0") || (thereToo >= 0 && table.Text(thereToo) == "0"))
                continue;
            var year = table.Year(yearAt);
            var from = run.Place(CodeSystem.Iso3, origin, table, year);
            var to = run.Place(CodeSystem.Iso3, destination, table, year);
            if (from is not { } a || to is not { } b)
                continue;
            Write(dyads.Row(table).Int(a).Int(b).Int(year), table, dyad);
            if (Any(table, flow))
                Write(flows.Row(table).Int(a).Int(b).Int(year), table, flow);
            if (seen.Add((a, year)) && Any(table, ofOrigin))
                Write(states.Row(table).Int(a).Int(year), table, ofOrigin);
        }
    }

    private static TableShape Pairs(string name, string[] measures, string[] flags) =>
        new()
        {
            Name = name,
            Key = 3,
            Columns =
            [
                new("origin", CellKind.Integer),
                new("destination", CellKind.Integer),
                new("year", CellKind.Integer),
                .. measures.Select(m => new Column(m, CellKind.Real, true)),
                .. flags.Select(m => new Column(m, CellKind.Real, true)),
            ],
        };

    private static string Suffixed(string name, string side) => $"{name}_{side}";

    private static int Optional(CsvTable table, string name, string? instead = null) =>
        table.Has(name) ? table.Column(name)
        : name == "distw" && instead is not null && table.Has(instead) ? table.Column(instead)
        : -1;

    private static bool Any(CsvTable table, int[] columns)
    {
        foreach (var column in columns)
            if (column >= 0 && table.Text(column) is not ("" or "NA"))
                return true;
        return false;
    }

    private static void Write(TableWriter row, CsvTable table, int[] columns)
    {
        foreach (var column in columns)
            if (column < 0)
                row.Missing(Absence.OutOfCoverage);
            else
                row.RealOr(table.RealOrMissing(column, "NA"), Absence.Unreported);
    }
}
