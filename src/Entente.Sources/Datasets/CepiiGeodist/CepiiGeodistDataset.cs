using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.CepiiGeodist;

/// <summary>CEPII's GeoDist: distances and links of pairs (`dist_cepii`) and the geography of countries (`geo_cepii`), saved as CSV.</summary>
public sealed class CepiiGeodistDataset : Dataset
{
    private const string NotKnown = ".";

    /// <summary>The files are of no year, but their codes are: YUG is Serbia and Montenegro, TMP East Timor, ZAR the Congo.</summary>
    private const int YearOfCodes = 2002;

    public override string Name => "cepii-geodist";

    public override string Authority => "CEPII";

    public override Publication Publication { get; } =
        new()
        {
            Title = "GeoDist: notes on CEPII's distances measures",
            Producer = "Thierry Mayer and Soledad Zignago",
            Year = 2011,
            In = "CEPII Working Paper 2011-25",
            Address = "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=6",
            Licence = "free with citation (Etalab Open Licence 2.0 on the publisher's newer files)",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [CepiiGeodistTables.Pairs, CepiiGeodistTables.Places];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files) => new("2011", "2011-12");

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        foreach (
            var file in PublishedFiles.With(
                files,
                h => (h.Contains("iso_o") && h.Contains("iso_d") && h.Contains("distcap")) || (h.Contains("iso3") && h.Contains("city_en")),
                "the columns of dist_cepii (iso_o, iso_d, contig … distwces) or of geo_cepii (iso2, iso3, cnum … city_en … lat, lon)"
            )
        )
        {
            using var table = new CsvTable(file, PublishedFiles.SeparatorOf(file));
            if (table.Has("iso_o"))
                Pairs(table, run);
            else
                Places(table, run);
        }
    }

    private static void Pairs(CsvTable table, ImportRun run)
    {
        var (origin, destination) = (table.Column("iso_o"), table.Column("iso_d"));
        var links = Array.ConvertAll(CepiiGeodistTables.Links, table.Column);
        var distances = Array.ConvertAll(CepiiGeodistTables.Distances, table.Column);
        var rows = run.Table(CepiiGeodistTables.Pairs);
        while (table.Next())
        {
            var first = run.Place(CodeSystem.Iso3, origin, table, YearOfCodes);
            var second = run.Place(CodeSystem.Iso3, destination, table, YearOfCodes);
            if (first is not { } state1 || second is not { } state2)
                continue;
            rows.Row(table).Int(state1).Int(state2);
            foreach (var link in links)
                rows.IntOr(Flag(table, link), Absence.Unreported);
            foreach (var distance in distances)
                rows.RealOr(table.RealOrMissing(distance, NotKnown), Absence.Unreported);
        }
    }

    private static long? Flag(CsvTable table, int column) =>
        table.IntegerOrMissing(column, NotKnown) switch
        {
            null => null,
            0 => 0,
            1 => 1,
            _ => throw table.Bad(column, CsvTable.Shown(table.Text(column)), "1, 0 or a dot"),
        };

    private static void Places(CsvTable table, ImportRun run)
    {
        var (iso3, city) = (table.Column("iso3"), table.Column("city_en"));
        var (area, inside, landlocked) = (table.Column("area"), table.Column("dis_int"), table.Column("landlocked"));
        var (continent, latitude, longitude) = (table.Column("continent"), table.Column("lat"), table.Column("lon"));
        var (capital, main) = (table.Column("cap"), table.Column("maincity"));
        int[] languages = [table.Column("langoff_1"), table.Column("langoff_2"), table.Column("langoff_3")];
        int[] colonisers = [table.Column("colonizer1"), table.Column("colonizer2"), table.Column("colonizer3"), table.Column("colonizer4")];
        var rows = run.Table(CepiiGeodistTables.Places);
        var ranks = new Dictionary<int, int>();
        while (table.Next())
        {
            if (run.Place(CodeSystem.Iso3, iso3, table, YearOfCodes) is not { } state)
                continue;
            var rank = ranks[state] = ranks.GetValueOrDefault(state) + 1;
            rows.Row(table)
                .Int(state)
                .Int(rank)
                .Text(table.Text(city))
                .RealOr(table.RealOrMissing(area, NotKnown), Absence.Unreported)
                .RealOr(table.RealOrMissing(inside, NotKnown), Absence.Unreported)
                .IntOr(Flag(table, landlocked), Absence.Unreported);
            Text(rows, table, [continent], Absence.Unreported);
            rows.RealOr(table.RealOrMissing(latitude, NotKnown), Absence.Unreported)
                .RealOr(table.RealOrMissing(longitude, NotKnown), Absence.Unreported)
                .IntOr(table.IntegerOrMissing(capital, NotKnown), Absence.Unreported)
                .IntOr(Flag(table, main), Absence.Unreported);
            Text(rows, table, languages, Absence.Unreported);
            // A country without one was nobody's colony.
            Text(rows, table, colonisers, Absence.NotApplicable);
        }
    }

    /// <summary>What stands in the columns, those without anything left out, divided by semicolons.</summary>
    private static void Text(TableWriter rows, CsvTable table, int[] columns, Absence reason)
    {
        var texts = columns.Select(table.Text).Where(t => t.Length > 0 && t != NotKnown).ToArray();
        if (texts.Length == 0)
            rows.Missing(reason);
        else
            rows.Text(string.Join("; ", texts));
    }

    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [
        new()
        {
            Measure = "distance",
            Table = CepiiGeodistTables.Pairs,
            Value = "distcap",
            Unit = "km",
            Subject = "state1",
            Object = "state2",
            // The file is of no year; capitals are those of its making. A sum, since a number alone would sort by a column.
            Period = "20110000 + 0",
            // Both directions are published alike.
            Where = "state1 < state2",
            Basis = "capitals",
        },
    ];
}
