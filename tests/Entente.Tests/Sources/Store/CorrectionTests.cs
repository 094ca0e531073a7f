using Entente.Record;
using Entente.Sources.Store;
using Entente.Sources.Store.Corrections;
using Entente.Tests.Cli;

namespace Entente.Tests.Sources.Store;

/// <summary>What is known to be wrong in imported rows: applied where it is read, said with the figure, and loud when the raw row changes.</summary>
public sealed class CorrectionTests : IDisposable
{
    private const string Header = "dataset,table,key,column,raw,corrected,reason,source,date\n";
    private const string Trade = "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,version\n";

    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    private static IReadOnlyList<Correction> Read(string rows)
    {
        var table = CorrectionTableReader.Read(Header + rows, "corrections.csv");
        table.Errors.ShouldBeEmpty();
        return table.Rows;
    }

    private IReadOnlyList<Observation> Find(string measure, string subject, string partner, string corrections) =>
        new StoreRecord(new MemoryRecord([]), bench.Store, ImportBench.States, Read(corrections)).Find(
            new()
            {
                Measure = measure,
                Subject = subject,
                Object = partner,
            }
        );

    private IReadOnlyList<string> Findings(string corrections) =>
        new CorrectionSet(Read(corrections), bench.Store, ImportBench.States).Findings;

    [Fact]
    public void A_correction_changes_the_figure_and_not_the_raw_row()
    {
        bench.Import("cow-trade", bench.File(Trade + "2,20,1990,A,B,5200.1,700.5,1,1,4\n2,20,1991,A,B,5300,710,1,1,4\n"));
        const string Entry =
            "cow-trade,dyadic_trade,state1=USA;state2=CAN;year=1990,flow1,5200.1,52001,decimal point,erratum of 2017,2017-05\n";
        var rows = Find("imports", "USA", "CAN", Entry);
        rows.Select(r => r.Value.Value).ShouldBe([52001e6, 5300e6]);
        rows[0].Note.ShouldNotBeNull();
        rows[0]
            .Note!.ShouldContain(
                "corrected: flow1 5200.1 as published, 52001 here; decimal point (erratum of 2017, 2017-05) [corrections.csv:2]"
            );
        rows[1].Note!.ShouldNotContain("corrected");
        // An expression over the column takes the corrected value too, and says so.
        var sum = Find("trade", "USA", "CAN", Entry)[0];
        sum.Value.Value.ShouldBe((52001 + 700.5) * 1e6, 1);
        sum.Note!.ShouldContain("corrected");
        bench.Numbers("select flow1 from dyadic_trade where year = 1990")[0][0].ShouldBe(5200.1);
        Findings(Entry).ShouldBeEmpty();
    }

    [Fact]
    public void A_value_that_should_not_be_there_goes_and_one_that_is_missing_comes()
    {
        bench.Import("cow-trade", bench.File(Trade + "2,20,1990,A,B,5200.1,-9,1,1,4\n"));
        Find("imports", "USA", "CAN", "cow-trade,dyadic_trade,state1=2;state2=124;year=1990,flow1,5200.1,,not theirs,letter,2020\n")
            .ShouldHaveSingleItem("the key is of no row: 2 is no M49 number here");
        Find("imports", "USA", "CAN", "cow-trade,dyadic_trade,state1=840;state2=124;year=1990,flow1,5200.1,,not theirs,letter,2020\n")
            .ShouldBeEmpty();
        Find("imports", "CAN", "USA", "cow-trade,dyadic_trade,state1=USA;state2=CAN;year=1990,flow2,,750,late report,letter,2020\n")
            .ShouldHaveSingleItem()
            .Value.Value.ShouldBe(750e6);
    }

    [Theory]
    [InlineData(
        "state1=USA;state2=CAN;year=1990,flow1,5200.2,52001",
        "found 5200.1 in import 1 (cow-trade 4.0), expected 5200.2; look at the row again"
    )]
    [InlineData("state1=USA;state2=CAN;year=1990,flow1,99,5200.1", "found 5200.1, which the publisher now prints itself in import 1")]
    [InlineData("state1=USA;state2=CAN;year=1989,flow1,1,2", "found no such row in import 1 (cow-trade 4.0), expected one row")]
    [InlineData("state1=USA,flow1,1,2", "found 2 rows in import 1")]
    [InlineData("state1=Atlantis;year=1990,flow1,1,2", "found 'Atlantis' for state1, expected a number or the code of a state")]
    [InlineData("state1=USA;year=1990,flow9,1,2", "found the column 'flow9', expected one of state1, state2, year, flow1")]
    public void A_correction_that_is_not_as_the_raw_row_is_loud_and_not_applied(string entry, string finding)
    {
        bench.Import("cow-trade", bench.File(Trade + "2,20,1990,A,B,5200.1,700.5,1,1,4\n2,20,1991,A,B,5300,710,1,1,4\n"));
        var line = $"cow-trade,dyadic_trade,{entry},why,who,2020\n";
        Findings(line).ShouldHaveSingleItem().ShouldStartWith("corrections.csv:2: ");
        Findings(line)[0].ShouldContain(finding);
        var figure = Find("imports", "USA", "CAN", line)[0];
        figure.Value.Value.ShouldBe(5200.1e6);
        if (finding.Contains("look at", StringComparison.Ordinal))
            figure.Note!.ShouldContain("a correction of flow1 is stale and not applied [corrections.csv:2]");
    }

    [Fact]
    public void A_release_may_be_named_and_another_one_is_left_alone()
    {
        bench.Import("cow-trade", bench.File(Trade + "2,20,1990,A,B,5200.1,1,1,1,4\n"));
        bench.Import("cow-trade", bench.File(Trade + "2,20,1990,A,B,52001,1,1,1,5\n"));
        Findings("cow-trade,dyadic_trade,state1=USA;year=1990;vintage=4.0,flow1,5200.1,52001,why,who,2020\n").ShouldBeEmpty();
        Findings("cow-trade,dyadic_trade,state1=USA;year=1990,flow1,5200.1,52001,why,who,2020\n").Count.ShouldBe(1);
        Findings("comtrade,goods_flow,year=1990,flow1,5200.1,52001,why,who,2020\n").Count.ShouldBe(1, "no such column, imported or not");
    }

    [Theory]
    [InlineData("cow-trade,dyadic_trade,state1=USA;year,flow1,1,2,why,who,2020", 2, 24, "'year'")]
    [InlineData("cow-trade,dyadic_trade,state1=USA,flow1,x,2,why,who,2020", 2, 41, "'x'")]
    [InlineData("cow-trade,dyadic_trade,state1=USA,flow1,1,1,why,who,2020", 2, 43, "which is the raw value")]
    [InlineData("cow-trade,dyadic_trade,state1=USA,flow1 or 1=1,1,2,why,who,2020", 2, 35, "'flow1 or 1=1'")]
    [InlineData("cow-trade,dyadic_trade,state1=USA,flow1,1,2,,who,2020", 2, 45, "nothing")]
    public void A_broken_entry_is_located(string row, int line, int column, string found)
    {
        var error = CorrectionTableReader.Read(Header + row + "\n", "corrections.csv").Errors.ShouldHaveSingleItem();
        (error.Line, error.Column).ShouldBe((line, column));
        error.Found.ShouldContain(found);
    }

    [Fact]
    public void A_users_corrections_reach_verdicts_and_the_check_of_the_record()
    {
        using var desk = new Desk();
        desk.ImportTrade("2,20,1990,93780.2,7520.1");
        var note = desk.Write("a.md", "In 1990 trade between the United States and Canada was $169 billion.\n");
        desk.Run("check", note).Output.ShouldContain("cannot tell");
        const string Entry =
            "cow-trade,dyadic_trade,state1=USA;state2=CAN;year=1990,flow2,7520.1,75200.1,decimal point,letter of 2025-02-03,2025-02\n";
        desk.Write("home/record/corrections.csv", Header + Entry);
        desk.Run("record", "verify").Output.ShouldBe("the record is sound\n");
        var flip = desk.Run("check", "--changed").Output.ReplaceLineEndings(" ");
        flip.ShouldContain("now ✓ supported");
        desk.Run("check", note, "--format", "json").Output.ShouldContain("[own/corrections.csv:2]");

        desk.Write("home/record/corrections.csv", Header + Entry.Replace("7520.1,", "7520.2,", StringComparison.Ordinal));
        var verify = desk.Run("record", "verify");
        verify.Status.ShouldBe(1);
        verify.Output.ShouldContain("own/corrections.csv:2: the correction of flow2 is stale: found 7520.1 in import ");
        desk.Run("check", note).Output.ShouldContain("cannot tell");

        desk.Write("home/record/corrections.csv", Header + "cow-trade\n");
        desk.Run("check", note).Error.ShouldContain(Path.Combine(desk.Home, "record", "corrections.csv") + ":2:1: found 1 fields");
    }
}
