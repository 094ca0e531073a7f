namespace Entente.Record;

/// <summary>A finding of the record's check that stays, because the sources themselves say so, with the reason.</summary>
public sealed record KnownGap
{
    /// <summary>The rule of the check that finds it (`sum`, `part`, …).</summary>
    public required string Rule { get; init; }

    /// <summary>What the finding is about, as the check writes it; no line numbers, so that a new row elsewhere changes nothing.</summary>
    public required string Key { get; init; }

    public required string Reason { get; init; }

    public required RowRef Row { get; init; }
}

/// <summary>Reads `known-gaps.csv`.</summary>
public static class KnownGapTableReader
{
    private static readonly string[] Columns = ["rule", "key", "reason"];

    public static TableOutcome<KnownGap> Read(string csv, string file) => Read(csv, file, new());

    internal static TableOutcome<KnownGap> Read(string csv, string file, TablePools pools) =>
        new Table(file, Columns, pools).Read(csv, ReadRow);

    private static KnownGap ReadRow(Table row) =>
        new()
        {
            Rule = row.Required(0),
            Key = row.Required(1),
            Reason = row.Required(2),
            Row = row.Row,
        };
}
