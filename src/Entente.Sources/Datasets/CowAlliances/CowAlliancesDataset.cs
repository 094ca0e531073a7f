using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.CowAlliances;

/// <summary>
/// Formal alliances of the Correlates of War Project, by directed dyad and year: `alliance_v4.1_by_directed_yearly.csv`, one row for each
/// alliance, or a table in which each dyad-year has one row for all of them.
/// </summary>
public sealed class CowAlliancesDataset : Dataset
{
    private static readonly string[] Published = ["defense", "neutrality", "nonaggression", "entente"];
    private static readonly string[] Summed = ["cow_defense", "cow_neutral", "cow_nonagg", "cow_entente"];

    public override string Name => "cow-alliances";

    public override string Authority => CowPublisher.Authority;

    public override Publication Publication { get; } =
        new()
        {
            Title = "Formal Alliances, version 4.1",
            Producer = "Douglas M. Gibler",
            Year = 2009,
            In = "Correlates of War Project; with International Military Alliances, 1648-2008, CQ Press",
            Address = "https://correlatesofwar.org/data-sets/formal-alliances/",
            Licence = CowPublisher.Licence,
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [AlliancePledges.Table];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return PublishedFiles.ReleaseOf(files);
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var merger = new PledgeMerger(run, [1, 0, 1, 1, 1, 0]);
        foreach (
            var file in PublishedFiles.With(
                files,
                h =>
                    h.Contains("ccode1")
                    && h.Contains("ccode2")
                    && h.Contains("year")
                    && (h.Contains("defense") || h.Contains("cow_defense")),
                "the columns of alliance_v4.1_by_directed_yearly.csv: version4id, ccode1, ccode2, year, defense, neutrality, nonaggression, entente …"
            )
        )
        {
            using var table = new CsvTable(file);
            var names = table.Has("cow_defense") ? Summed : Published;
            merger.Read(
                table,
                "ccode1",
                "ccode2",
                table.Has("version4id") ? table.Column("version4id") : -1,
                // offense and consultation are not coded.
                [table.Column(names[0]), -1, table.Column(names[1]), table.Column(names[2]), table.Column(names[3]), -1]
            );
        }
        merger.Write();
    }
}
