using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets;

/// <summary>
/// Rows of <see cref="AlliancePledges"/> as two publishers write them. A dyad-year may stand in a file twice for the same alliance, once
/// for each spell within the year: what was promised in either counts, and the first row is named as its place.
/// </summary>
internal sealed class PledgeMerger
{
    private const int Unreported = 1 << 6;
    private readonly ImportRun run;
    private readonly CowNumbers numbers;
    private readonly bool[] coded;
    private readonly Dictionary<(int Dyad, int Year, int Alliance), int> seen = [];
    private readonly List<Row> rows = [];

    // Flags: a bit for each pledge, and from Unreported up one for each that was left open.
    private record struct Row(int State1, int State2, int Year, int Number1, int Number2, int Alliance, int Flags, long Place);

    /// <param name="run">The import that the rows are of.</param>
    /// <param name="coded">For each pledge, 1 where the publisher codes it at all.</param>
    public PledgeMerger(ImportRun run, int[] coded)
    {
        this.run = run;
        numbers = new CowNumbers(run);
        this.coded = Array.ConvertAll(coded, c => c == 1);
    }

    /// <param name="table">The publisher's rows.</param>
    /// <param name="first">The column of the number of who promises.</param>
    /// <param name="second">The column of the number of to whom.</param>
    /// <param name="alliance">The column of the alliance's number; -1 where rows are of all alliances together.</param>
    /// <param name="pledges">The columns of the pledges in their order; -1 for one that is not coded.</param>
    public void Read(CsvTable table, string first, string second, int alliance, int[] pledges)
    {
        var (ccode1, ccode2, yearAt) = (table.Column(first), table.Column(second), table.Column("year"));
        while (table.Next())
        {
            var year = table.Year(yearAt);
            var from = numbers.Place(table, ccode1, year, out var number1);
            var to = numbers.Place(table, ccode2, year, out var number2);
            if (from is not { } state1 || to is not { } state2)
                continue;
            var flags = 0;
            for (var i = 0; i < pledges.Length; i++)
                if (pledges[i] >= 0)
                    flags |= Flag(table, pledges[i]) << i;
            var id = alliance < 0 ? 0 : (int)table.Integer(alliance);
            var key = (number1 * 10_000 + number2, year, id);
            if (seen.TryGetValue(key, out var at))
            {
                // A pledge made in one spell is made; one left open in one and coded in the other is coded.
                var row = rows[at];
                var open = row.Flags & flags & ~(Unreported - 1);
                rows[at] = row with { Flags = open | ((row.Flags | flags) & (Unreported - 1)) };
                continue;
            }
            seen[key] = rows.Count;
            rows.Add(new(state1, state2, year, number1, number2, id, flags, SourceLine.Of(table.FileNumber, table.Line)));
        }
    }

    public void Write()
    {
        var table = run.Table(AlliancePledges.Table);
        foreach (var row in rows)
        {
            table.Row(row.Place).Int(row.State1).Int(row.State2).Int(row.Year).Int(row.Number1).Int(row.Number2).Int(row.Alliance);
            for (var i = 0; i < coded.Length; i++)
                if (!coded[i])
                    table.Missing(Absence.NotApplicable);
                else if (((row.Flags >> i) & Unreported) != 0)
                    table.Missing(Absence.Unreported);
                else
                    table.Int((row.Flags >> i) & 1);
        }
    }

    private static int Flag(CsvTable table, int column) =>
        table.Text(column) switch
        {
            "0" or "0.0" => 0,
            "1" or "1.0" => 1,
            "" or "-9" or "NA" or "." => Unreported,
            var other => throw table.Bad(column, CsvTable.Shown(other), "1 or 0"),
        };
}
