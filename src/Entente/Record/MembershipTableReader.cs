namespace Entente.Record;

/// <summary>Reads `memberships.csv`: who belongs to a body, from when to when, as one source gives it.</summary>
public static class MembershipTableReader
{
    private static readonly string[] Columns = ["body", "member", "from", "to", "status", "source", "tier", "url", "note"];
    private static readonly string[] Statuses = ["member", "contested", "suspended", "partner", "signatory"];

    public static TableOutcome<Membership> Read(string csv, string file) => Read(csv, file, new());

    internal static TableOutcome<Membership> Read(string csv, string file, TablePools pools) =>
        new Table(file, Columns, pools).Read(csv, ReadRow);

    private static Membership ReadRow(Table row)
    {
        var (from, to) = (row.OptionalPeriod(2), row.OptionalPeriod(3));
        if (from is not null && to is not null && to.End < from.Start)
            row.Fail(row[3], $"'{to}'", $"an end not before {from}");
        return new()
        {
            Body = row.Required(0),
            Member = row.Required(1),
            From = from,
            To = to,
            Status = row.Word(4, Statuses, Statuses),
            Source = row.Required(5),
            Tier = row.RequiredTier(6),
            Url = row.Optional(7),
            Row = row.Row,
        };
    }
}
