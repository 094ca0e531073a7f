using Entente.Record;

namespace Entente.Tests.Record;

/// <summary>The record that ships: that it reads, fits together, and holds what the sources print.</summary>
public sealed class ShippedRecordTests
{
    private static RecordTables Tables => ShippedRecord.Tables;

    [Fact]
    public void Reads_without_an_error() => Tables.Errors.ShouldBeEmpty();

    [Fact]
    public void Passes_its_own_check() => string.Join('\n', RecordCheck.Run(Tables)).ShouldBe("");

    [Fact]
    public void Every_table_is_small_enough_to_read_and_ends_its_lines_with_a_line_feed()
    {
        foreach (var (path, text) in ShippedRecord.Files)
        {
            text.Length.ShouldBeLessThan(1_400_000, path);
            text.Contains('\r', StringComparison.Ordinal).ShouldBeFalse(path);
            text.EndsWith('\n').ShouldBeTrue(path);
        }
    }

    [Fact]
    public void Rows_stand_in_a_stable_order()
    {
        foreach (var file in Tables.Observations.GroupBy(o => o.Row.File))
        {
            var keys = file.Select(o => string.Join('\u0001', o.Measure, o.Of, o.Subject, o.Object, o.Item, o.Period, o.Source)).ToList();
            for (var i = 1; i < keys.Count; i++)
                string.CompareOrdinal(keys[i - 1], keys[i]).ShouldBeLessThanOrEqualTo(0, $"{file.Key}: {keys[i]}");
        }
    }

    [Fact]
    public void Authorities_of_more_than_a_few_rows_are_described_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(ShippedRecord.Folder, "README.md"));
        foreach (var source in Tables.Observations.Where(o => o.Reporter is not null).GroupBy(o => o.Source).Where(g => g.Count() > 12))
            readme.ShouldContain(source.Key);
    }

    [Fact]
    public void Every_word_of_basis_is_described_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(ShippedRecord.Folder, "README.md")).ReplaceLineEndings(" ");
        foreach (var word in Tables.Observations.SelectMany(o => o.Basis.Split(';')).Where(b => b.Length > 0).Distinct())
            readme.ShouldContain(word.StartsWith("contested claim", StringComparison.Ordinal) ? "`contested claim" : $"`{word}`");
    }

    /// <summary>Values as the sources print them, with the address in the row.</summary>
    [Theory]
    [InlineData("trade", null, "CHN", "RUS", "total", "2022", "GACC", 190.27e9)]
    [InlineData("trade", null, "CHN", "RUS", "total", "2023", "GACC", 240.11e9)]
    [InlineData("growth", "trade", "CHN", "RUS", "total", "2022", "GACC", 0.293)]
    [InlineData("growth", "trade", "CHN", "RUS", "total", "2021", "GACC", 0.358)]
    [InlineData("partner_share", "trade", "RUS", "CHN", "total", "2022", "GACC", 0.03)]
    [InlineData("partner_share", "trade", "CHN", "RUS", "total", "2021", "IMF", 0.1796)]
    [InlineData("item_share", "imports", "CHN", "RUS", "energy", "2022-01..2022-08", "GACC", 0.78)]
    [InlineData("nuclear_warheads", null, "RUS", null, "", "2022-01", "SIPRI", 5977)]
    [InlineData("border_length", null, "CHN", "RUS", "", "2020", "Wikipedia", 4209.3)]
    [InlineData("meetings_count", null, "Xi Jinping", "Vladimir Putin", "", "2022-02", "Xinhua", 38)]
    public void Holds_what_the_sources_print(
        string measure,
        string? of,
        string subject,
        string? other,
        string item,
        string period,
        string source,
        double value
    ) =>
        Tables
            .Observations.Where(o =>
                (o.Measure, o.Of, o.Subject, o.Object, o.Item, o.Period?.Text, o.Source)
                == (measure, of, subject, other, item, period, source)
            )
            .Select(o => o.Value.Value)
            .ShouldContain(value);

    [Theory]
    [InlineData("ukraine_invasion_2022", "2022-02-24")]
    [InlineData("joint_statement_2022", "2022-02-04")]
    [InlineData("crimea_annexation_2014", "2014-03-18")]
    [InlineData("unsc_veto_2022_09_30", "2022-09-30")]
    [InlineData("xi_putin_meeting_2022_02_04", "2022-02-04")]
    public void Well_known_events_have_their_ids(string id, string date) => Tables.Events.Single(e => e.Id == id).Date.Text.ShouldBe(date);

    [Fact]
    public void Lists_called_complete_have_as_many_members_as_published()
    {
        foreach (var coverage in Tables.Coverages.Where(c => c is { Kind: "membership", Complete: true }))
        {
            var body = coverage.Parties[0];
            var count = Tables.Observations.SingleOrDefault(o => o.Measure == "membership_count" && o.Subject == body);
            if (count is not null)
                Tables
                    .Memberships.Where(m => m.Body == body && m.To is null)
                    .Select(m => m.Member)
                    .Distinct()
                    .Count()
                    .ShouldBe((int)count.Value.Value, body);
        }
    }
}
