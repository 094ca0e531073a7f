using Entente.Catalogue;
using Entente.Record;

namespace Entente.Tests.Record;

public sealed class RecordTableReaderTests
{
    private const string Good =
        "trade,,CHN,RUS,total,2022,190270000000,USD,=,GACC,TASS,agency,2023-01-13,https://example.org/a,CHN,goods,,2,\"first, then \"\"second\"\"\"";

    private static TableOutcome<Observation> Read(params string[] rows) =>
        RecordTableReader.Read(string.Join('\n', [RecordTableReader.Header, .. rows]) + "\n", "trade/test.csv");

    private static CatalogueError Only(TableOutcome<Observation> outcome)
    {
        outcome.Rows.ShouldBeEmpty();
        return outcome.Errors.ShouldHaveSingleItem();
    }

    private static string With(int column, string value)
    {
        var fields = Good.Split(',', 19);
        fields[column] = value;
        return string.Join(',', fields);
    }

    [Fact]
    public void Reads_every_column_of_a_row()
    {
        var row = Read(Good).Rows.ShouldHaveSingleItem();
        row.Measure.ShouldBe("trade");
        row.Of.ShouldBeNull();
        (row.Subject, row.Object, row.Item).ShouldBe(("CHN", "RUS", "total"));
        row.Period!.Text.ShouldBe("2022");
        row.Value.Value.ShouldBe(190_270_000_000);
        row.Unit.Symbol.ShouldBe("USD");
        (row.Source, row.Via, row.Tier).ShouldBe(("GACC", "TASS", Tier.Agency));
        row.Published!.Text.ShouldBe("2023-01-13");
        (row.Reporter, row.Basis, row.Derived, row.Pages).ShouldBe(("CHN", "goods", false, 2));
        row.Note.ShouldBe("first, then \"second\"");
        row.Row.ShouldBe(new RowRef("trade/test.csv", 2));
    }

    [Theory]
    [InlineData("190270000000", "USD", 1e7)] // 190.27 billion
    [InlineData("240000000000", "USD", 1e10)]
    [InlineData("0.293", "share", 1e-3)]
    [InlineData("60", "USD/barrel", 1)] // nobody pads below a thousand
    [InlineData("2010", "year", 1)]
    [InlineData("10", "rank", 1)]
    [InlineData("4209.3", "km", 0.1)]
    public void The_digits_say_how_precise_a_figure_is(string value, string unit, double lastDigit)
    {
        var row = Read(With(6, value).Replace(",USD,", $",{unit},", StringComparison.Ordinal)).Rows.ShouldHaveSingleItem();
        row.Value.LastDigit.ShouldBe(lastDigit, lastDigit * 1e-9);
    }

    [Fact]
    public void A_range_has_two_ends()
    {
        var row = Read(With(6, "30..40")).Rows.ShouldHaveSingleItem();
        (row.Value.Value, row.Upper.Value).ShouldBe((30, 40));
    }

    [Theory]
    [InlineData("=", Bound.Exact)]
    [InlineData("~", Bound.About)]
    [InlineData(">", Bound.MoreThan)]
    [InlineData("<", Bound.LessThan)]
    [InlineData("<~", Bound.Nearly)]
    [InlineData(">~", Bound.JustOver)]
    public void Bounds_are_read(string sign, Bound bound)
    {
        Read(With(8, sign)).Rows.ShouldHaveSingleItem().Bound.ShouldBe(bound);
        RecordTableReader.Sign(bound).ShouldBe(sign);
    }

    [Theory]
    [InlineData(0, "", "nothing", "measure")]
    [InlineData(5, "2022-13", "'2022-13'", "period")]
    [InlineData(5, "2022-11..2022-01", "'2022-11..2022-01'", "period")]
    [InlineData(6, "190 billion", "'190 billion'", "plain number")]
    [InlineData(6, "NaN", "'NaN'", "plain number")]
    [InlineData(6, "40..30", "'40..30'", "plain number")]
    [InlineData(7, "dollars", "unit 'dollars'", "USD")]
    [InlineData(8, ">=", "'>='", "one of = ~ > < <~ >~")]
    [InlineData(9, "", "nothing", "source")]
    [InlineData(11, "press", "'press'", "primary agency repost")]
    [InlineData(12, "yesterday", "'yesterday'", "published")]
    [InlineData(13, "www.example.org", "'www.example.org'", "https://")]
    [InlineData(16, "true", "'true'", "yes")]
    [InlineData(17, "many", "'many'", "pages")]
    public void A_wrong_field_is_an_error_at_its_place(int column, string value, string found, string expected)
    {
        var error = Only(Read(With(column, value)));
        error.File.ShouldBe("trade/test.csv");
        error.Line.ShouldBe(2);
        error.Column.ShouldBe(string.Join(',', Good.Split(',', 19).Take(column)).Length + (column == 0 ? 1 : 2));
        error.Found.ShouldBe(found);
        error.Expected.ShouldContain(expected);
    }

    [Fact]
    public void Good_rows_are_read_beside_bad_ones()
    {
        var outcome = Read(Good, With(7, "dollars"), Good);
        outcome.Rows.Select(r => r.Row.Line).ShouldBe([2, 4]);
        outcome.Errors.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Fact]
    public void A_missing_column_is_an_error_in_the_header()
    {
        var error = Only(
            RecordTableReader.Read(RecordTableReader.Header.Replace(",via", "", StringComparison.Ordinal) + "\n" + Good, "t.csv")
        );
        (error.Line, error.Found, error.Expected).ShouldBe((1, "column 'tier'", "column 'via'"));
        error.Hint!.ShouldContain(RecordTableReader.Header);
    }

    [Fact]
    public void A_further_column_is_an_error() =>
        Only(RecordTableReader.Read(RecordTableReader.Header + ",colour\n", "t.csv"))
            .ToString()
            .ShouldStartWith($"t.csv:1:{RecordTableReader.Header.Length + 2}: found column 'colour', expected no further column");

    [Fact]
    public void A_row_with_an_unquoted_comma_says_how_many_fields_it_has() =>
        Only(Read(Good + ",more")).ToString().ShouldStartWith("trade/test.csv:2:1: found 20 fields, expected 19 fields");

    [Theory]
    [InlineData("\"open", 2, "a quoted field without an end")]
    [InlineData("a\"b", 2, "a quote inside an unquoted field")]
    [InlineData("\"a\"b", 2, "'b' after a closing quote")]
    public void Broken_quoting_is_an_error(string note, int line, string found)
    {
        var error = Only(Read(With(18, note)));
        (error.Line, error.Found).ShouldBe((line, found));
    }

    [Fact]
    public void A_line_end_inside_quotes_does_not_lose_the_count()
    {
        var outcome = Read(With(18, "\"two\r\nlines\""), With(7, "dollars"));
        outcome.Rows.ShouldHaveSingleItem().Note.ShouldBe("two\r\nlines");
        outcome.Errors.ShouldHaveSingleItem().Line.ShouldBe(4);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Either_line_end_and_a_byte_order_mark_are_read(string end) =>
        RecordTableReader.Read('\uFEFF' + RecordTableReader.Header + end + Good + end + end, "t.csv").Errors.ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n")]
    public void An_empty_table_lacks_its_header(string text) =>
        Only(RecordTableReader.Read(text, "t.csv")).Expected.ShouldContain("measure");

    [Fact]
    public void Binary_text_is_an_error_and_no_exception() =>
        RecordTableReader
            .Read(new string([.. Enumerable.Range(0, 4000).Select(i => (char)(i * 7919 % 65536))]), "t.csv")
            .Errors.ShouldNotBeEmpty();
}
