namespace Entente.Record;

/// <summary>Reads `quotations.csv`: public words in their official wording, with who said them and when.</summary>
public static class QuotationTableReader
{
    /// <summary>A longer stretch is no quotation but a copy of the document.</summary>
    public const int LongestWording = 300;

    private static readonly string[] Columns =
    [
        "id",
        "date",
        "speakers",
        "parties",
        "document",
        "wording",
        "source",
        "tier",
        "published",
        "url",
        "note",
    ];

    public static TableOutcome<RecordedQuotation> Read(string csv, string file) => Read(csv, file, new());

    internal static TableOutcome<RecordedQuotation> Read(string csv, string file, TablePools pools)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return new Table(file, Columns, pools).Read(csv, row => ReadRow(row, ids));
    }

    private static RecordedQuotation ReadRow(Table row, HashSet<string> ids)
    {
        if (!ids.Add(row.Required(0)))
            row.Fail(row[0], $"'{row.Text(0)}' a second time", "an id of its own for each quotation");
        if (row.Required(5).Length > LongestWording)
            row.Fail(row[5], $"{row.Text(5).Length} characters", $"at most {LongestWording}", "keep the words that are quoted");
        var (speakers, parties) = (List(row.Text(2)), List(row.Text(3)));
        if (speakers.Length + parties.Length == 0)
            row.Fail(row[2], "neither speakers nor parties", "at least one of them", "separate several by ;");
        return new()
        {
            Id = row.Text(0),
            Date = row.RequiredPeriod(1),
            Speakers = speakers,
            Parties = parties,
            Document = row.Required(4),
            Wording = row.Text(5),
            Source = row.Required(6),
            Tier = row.RequiredTier(7),
            Published = row.OptionalPeriod(8),
            Url = row.Optional(9),
            Note = row.Optional(10),
            Row = row.Row,
        };
    }

    private static string[] List(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
