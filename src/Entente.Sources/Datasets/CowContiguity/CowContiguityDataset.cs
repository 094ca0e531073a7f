using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.CowContiguity;

/// <summary>Which states border each other, by land or across how much water, and since when: `contdir.csv`, version 3.2.</summary>
public sealed class CowContiguityDataset : Dataset
{
    /// <summary>
    /// `kind`: 1 by land or river, 2 to 5 across at most 12, 24, 150 or 400 miles of water. Months from and to, both within. Each pair once,
    /// as published. A number that stood for several parties over time (345) has a row for each of them.
    /// </summary>
    public static TableShape Contiguity { get; } =
        new()
        {
            Name = "contiguity",
            Key = 4,
            Columns =
            [
                new("state1", CellKind.Integer),
                new("state2", CellKind.Integer),
                new("first_month", CellKind.Integer),
                new("kind", CellKind.Integer),
                new("last_month", CellKind.Integer),
                new("number1", CellKind.Integer),
                new("number2", CellKind.Integer),
            ],
        };

    public override string Name => "cow-contiguity";

    public override string Authority => CowPublisher.Authority;

    public override Publication Publication { get; } =
        new()
        {
            Title = "Direct Contiguity Data, 1816-2016, version 3.2",
            Producer = "Douglas M. Stinnett, Jaroslav Tir, Philip Schafer, Paul F. Diehl and Charles Gochman",
            Year = 2002,
            In = "Correlates of War Project; Conflict Management and Peace Science 19(2): 59-67",
            Doi = "10.1177/073889420201900203",
            Address = "https://correlatesofwar.org/data-sets/direct-contiguity/",
            Licence = CowPublisher.Licence,
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [Contiguity];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return PublishedFiles.ReleaseOf(files);
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(Contiguity);
        foreach (
            var file in PublishedFiles.With(
                files,
                h => h.Contains("statelno") && h.Contains("statehno") && h.Contains("conttype") && h.Contains("begin"),
                "the columns of contdir.csv, the master records: dyad, statelno, statelab, statehno, statehab, conttype, begin, end"
            )
        )
        {
            using var table = new CsvTable(file);
            var (low, high, kind) = (table.Column("statelno"), table.Column("statehno"), table.Column("conttype"));
            var (begin, end) = (table.Column("begin"), table.Column("end"));
            while (table.Next())
            {
                var type = table.Integer(kind);
                if (type is < 1 or > 5)
                    throw table.Bad(kind, CsvTable.Shown(table.Text(kind)), "a kind of contiguity from 1 to 5");
                var (from, to) = (Month(table, begin), Month(table, end));
                if (to < from)
                    throw table.Bad(end, PeriodCode.Text(to), $"a month not before {PeriodCode.Text(from)}");
                var (number1, number2) = (CowNumbers.Number(table, low), CowNumbers.Number(table, high));
                foreach (var first in IdentitySpans.Of(run, table, low, from, to))
                foreach (var second in IdentitySpans.Of(run, table, high, first.From, first.To))
                    rows.Row(table).Int(first.Party).Int(second.Party).Int(second.From).Int(type).Int(second.To).Int(number1).Int(number2);
            }
        }
    }

    /// <summary>A month written YYYYMM.</summary>
    private static int Month(CsvTable table, int column)
    {
        var value = table.Integer(column);
        return value is >= 100_001 and <= 299_912 && value % 100 is >= 1 and <= 12
            ? PeriodCode.OfMonth((int)(value / 100), (int)(value % 100))
            : throw table.Bad(column, CsvTable.Shown(table.Text(column)), "a month such as 192001");
    }
}
