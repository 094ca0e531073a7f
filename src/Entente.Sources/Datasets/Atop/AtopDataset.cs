using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.Atop;

/// <summary>Alliance Treaty Obligations and Provisions, by directed dyad and year: `atop5_1ddyr.csv`.</summary>
public sealed class AtopDataset : Dataset
{
    private static readonly string[] Pledges = ["defense", "offense", "neutral", "nonagg", "consul"];

    public override string Name => "atop";

    public override string Authority => "ATOP";

    public override Publication Publication { get; } =
        new()
        {
            Title = "Alliance Treaty Obligations and Provisions, 1815-2018",
            Producer = "Brett Ashley Leeds, Jeffrey M. Ritter, Sara McLaughlin Mitchell and Andrew G. Long",
            Year = 2002,
            In = "International Interactions 28: 237-260; ATOP version 5.1",
            Doi = "10.1080/03050620213653",
            Address = "http://www.atopdata.org/data.html",
            Licence = "free for research with citation; terms on passing the file on are not stated",
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
        var merger = new PledgeMerger(run, [1, 1, 1, 1, 0, 1]);
        foreach (
            var file in PublishedFiles.With(
                files,
                h => h.Contains("year") && ((h.Contains("stateA") && h.Contains("defense")) || h.Contains("atop_defense")),
                "the columns of atop5_1ddyr.csv (directed dyad-years): stateA, stateB, year, defense, offense, neutral, nonagg, consul …"
            )
        )
        {
            using var table = new CsvTable(file);
            var published = table.Has("stateA");
            var columns = Array.ConvertAll(Pledges, p => table.Column(published ? p : "atop_" + p));
            merger.Read(
                table,
                published ? "stateA" : "ccode1",
                published ? "stateB" : "ccode2",
                -1,
                // Ententes are a kind of the Correlates of War Project.
                [columns[0], columns[1], columns[2], columns[3], -1, columns[4]]
            );
        }
        merger.Write();
    }
}
