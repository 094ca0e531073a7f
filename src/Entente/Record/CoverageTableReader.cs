namespace Entente.Record;

/// <summary>Reads `coverage.csv`: for which kinds, parties and periods the record says it is complete, and for which it says it is not.</summary>
public static class CoverageTableReader
{
    private static readonly string[] Columns = ["kind", "parties", "from", "to", "complete", "source", "note"];
    private static readonly string[] YesNo = ["yes", "no"];
    private static readonly bool[] YesNoValues = [true, false];

    public static TableOutcome<Coverage> Read(string csv, string file) => Read(csv, file, new());

    internal static TableOutcome<Coverage> Read(string csv, string file, TablePools pools) =>
        new Table(file, Columns, pools).Read(csv, ReadRow);

    private static Coverage ReadRow(Table row)
    {
        var (from, to) = (row.OptionalPeriod(2), row.OptionalPeriod(3));
        if (from is not null && to is not null && to.End < from.Start)
            row.Fail(row[3], $"'{to}'", $"an end not before {from}");
        return new()
        {
            Kind = row.Required(0),
            Parties = row.Required(1).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            // An open end is not "for ever": coverage without both ends holds at the end it has.
            Period =
                from is null ? to
                : to is null || to == from ? from
                : Period.OfRange(from, to),
            Complete = row.Word(4, YesNo, YesNoValues),
            Source = row.Required(5),
            Note = row.Optional(6),
            Row = row.Row,
        };
    }
}
