using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.CshapesDistance;

/// <summary>Distances between states in each year, as the CShapes package computes them from borders: a table of dyad-years in km.</summary>
public sealed class CshapesDistanceDataset : Dataset
{
    /// <summary>km. `minimum` between the nearest points, `capitals` and `centroids` where the table has them. Each pair once, as given.</summary>
    public static TableShape YearlyDistance { get; } =
        new()
        {
            Name = "yearly_distance",
            Key = 3,
            Columns =
            [
                new("state1", CellKind.Integer),
                new("state2", CellKind.Integer),
                new("year", CellKind.Integer),
                new("minimum", CellKind.Real, true),
                new("capitals", CellKind.Real, true),
                new("centroids", CellKind.Real, true),
            ],
        };

    public override string Name => "cshapes-distance";

    public override string Authority => "CShapes";

    public override Publication Publication { get; } =
        new()
        {
            Title = "CShapes 2.0: distances between states",
            Producer = "Guy Schvitz, Luc Girardin, Seraina Ruegger, Nils B. Weidmann, Lars-Erik Cederman and Kristian Skrede Gleditsch",
            Year = 2022,
            In = "Journal of Conflict Resolution 66(1): 144-161",
            Doi = "10.1177/00220027211013563",
            Address = "https://icr.ethz.ch/data/cshapes/",
            Licence = "CC BY-NC-SA: with attribution, not for sale",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [YearlyDistance];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files) => new("2.0", "2021");

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(YearlyDistance);
        var numbers = new CowNumbers(run);
        foreach (
            var file in PublishedFiles.With(
                files,
                h => h.Contains("year") && (h.Contains("ccode1") || h.Contains("gwcode1")) && Array.Exists(Distances, h.Contains),
                "the columns ccode1, ccode2 (or gwcode1, gwcode2), year and mindist, capdist or centdist"
            )
        )
        {
            using var table = new CsvTable(file);
            var cow = table.Has("ccode1");
            var (first, second) = (table.Column(cow ? "ccode1" : "gwcode1"), table.Column(cow ? "ccode2" : "gwcode2"));
            var yearAt = table.Column("year");
            var distances = Array.ConvertAll(Distances, d => table.Has(d) ? table.Column(d) : -1);
            while (table.Next())
            {
                var year = table.Year(yearAt);
                var one = cow ? numbers.Place(table, first, year) : run.Place(CodeSystem.GleditschWard, first, table, year);
                var other = cow ? numbers.Place(table, second, year) : run.Place(CodeSystem.GleditschWard, second, table, year);
                if (one is not { } state1 || other is not { } state2)
                    continue;
                rows.Row(table).Int(state1).Int(state2).Int(year);
                foreach (var distance in distances)
                    if (distance < 0)
                        rows.Missing(Absence.OutOfCoverage);
                    else
                        rows.RealOr(table.RealOrMissing(distance, CowPublisher.Missing), Absence.Unreported);
            }
        }
    }

    private static readonly string[] Distances = ["mindist", "capdist", "centdist"];
}
