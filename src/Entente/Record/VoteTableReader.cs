namespace Entente.Record;

/// <summary>Reads `votes.csv`: one state's vote on one resolution, read on a page or derived from the published total.</summary>
public static class VoteTableReader
{
    private static readonly string[] Columns = ["body", "date", "resolution", "topic", "state", "vote", "basis", "source", "tier", "url"];
    private static readonly string[] ChoiceWords = ["Y", "N", "A", "X"];
    private static readonly VoteChoice[] Choices = [VoteChoice.Yes, VoteChoice.No, VoteChoice.Abstain, VoteChoice.Absent];
    private static readonly string[] BasisWords = ["read", "derived"];
    private static readonly bool[] BasisValues = [false, true];

    public static TableOutcome<RecordedVote> Read(string csv, string file) => Read(csv, file, new());

    internal static TableOutcome<RecordedVote> Read(string csv, string file, TablePools pools) =>
        new Table(file, Columns, pools).Read(csv, ReadRow);

    private static RecordedVote ReadRow(Table row) =>
        new()
        {
            Body = row.Required(0),
            Date = row.RequiredPeriod(1),
            Resolution = row.Required(2),
            Topic = row.Required(3),
            State = row.Required(4),
            Choice = row.Word(5, ChoiceWords, Choices),
            Derived = row.Word(6, BasisWords, BasisValues),
            Source = row.Required(7),
            Tier = row.RequiredTier(8),
            Url = row.Optional(9),
            Row = row.Row,
        };
}
