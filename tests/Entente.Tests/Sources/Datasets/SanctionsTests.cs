using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Tests.Sources.Datasets;

/// <summary>Cases and steps of sanctions: IST, the Global Sanctions Data Base, and the two dated lists.</summary>
public sealed class SanctionsTests : IDisposable
{
    private const string Ist =
        "caseid,sender,target,startdate,terdate,defactoter,ongoing,gradual,expiry,review,measures,goals,adaptgoal,outcome\n"
        + "EEC_HAI_91,\"1653, 1830\",41,01.10.1991,16.10.1994,,0,1,0,0,\"AS, OE,\nTE\",\"DM, HR\",1,Stalemate\n"
        + "SADC_MAD_09,4250,580,20.3.2009,,,1,0,0,0,DS,DM,0,Blank\n"
        + "USA_YUG_92,2,345,30.05.1992,22.09.1995,,0,1,0,0,\"AE, TB\",Blank,0,missing\n";

    private const string Gsdb =
        "case_id,sanctioned_state,sanctioning_state,begin,end,trade,descr_trade,arms,military,financial,travel,other,target_mult,sender_mult,objective,success\n"
        + "1,Iran,\"EU, United States\",2006,2022,1,\"exp_part,imp_part\",0,0,1,1,0,0,1,\"policy_change,prevent_war\",\"ongoing,ongoing\"\n"
        + "2,\"Congo, Democratic Republic of the\",League of Arab States,1999,2001,0,,1,0,0,0,0,0,1,end_war,failed\n";

    private const string Steps =
        "ID,Date,Type,TRA Good Type,Multiplier,Details\n"
        + "1,2023-07-03,    ANN_Strong,,1,CHN - restrictions on gallium\n"
        + "2,2018-07-06,TRA_Tariff,Energy Products,2.5,US -Tariffs\n";

    private readonly ImportBench bench = new();

    [Fact]
    public void A_case_has_a_row_for_each_sender_in_the_year_it_began()
    {
        bench.Import("ist-sanctions", bench.File(Ist));
        Cases()
            .ShouldBe([
                "1 11653 332 19911001 19941016 0 trade 1 other 1 arms 0",
                "1 97 332 19911001 19941016 0 trade 1 other 1 arms 0",
                "2  450 20090320  1 trade 0 other 1 arms 0",
                // 345 is neither the old Yugoslavia in 1992 nor yet Serbia.
                $"3 840 {ImportBench.States.ByCode("SCG")!.Id} 19920530 19950922 0 trade 0 other 0 arms 1",
            ]);
        Texts("select sender_name from sanction_case where number = 2").ShouldBe(["Southern African Development Community"]);
        Texts("select measures from sanction_case where number = 1").ShouldAllBe(m => m == "AS, OE, TE");
    }

    [Fact]
    public void Cases_are_events_of_a_kind_of_their_own()
    {
        bench.Import("ist-sanctions", bench.File(Ist));
        var record = new StoreRecord(new MemoryRecord([]), bench.Store, ImportBench.States);
        record.Events.ShouldAllBe(e => e.Kind == "sanction_case" && e.Directed);
        record
            .Events.Select(e => $"{string.Join('>', e.Actors)} {e.Date.Text} {e.End?.Text}")
            .Order()
            .First()
            .ShouldBe("EC>HTI 1991-10-01 1994-10-16");
        record.Events.Count.ShouldBe(3);
        record.Coverages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("01.10.1991", "10/01/1991", "column startdate: '10/01/1991'; expected a day as day.month.year")]
    [InlineData("AE, TB", "AE, QQ", "column measures: 'QQ'")]
    [InlineData(",4250,", ",4251,", "column sender: '4251'")]
    [InlineData(",580,", ",589,", "column target: '589'")]
    [InlineData("terdate", "end", "expected a column 'terdate'")]
    public void A_case_that_is_not_as_published_is_refused_with_its_place(string from, string to, string said) =>
        Should
            .Throw<DataFileException>(() => bench.Import("ist-sanctions", bench.File(Ist.Replace(from, to, StringComparison.Ordinal))))
            .Message.ShouldContain(said);

    [Fact]
    public void The_documented_layout_of_the_data_base_is_read()
    {
        bench.Import("gsdb", bench.File(Gsdb, "GSDB_V4.csv")).Import.Vintage.ShouldBe("4");
        Cases()
            .ShouldBe([
                "1 97 364 20060000 20220000  trade 1 other 0 arms 0",
                "1 840 364 20060000 20220000  trade 1 other 0 arms 0",
                $"2 {ImportBench.States.ByCode("LAS")?.Id} 180 19990000 20010000  trade 0 other 0 arms 1",
            ]);
        Texts("select measures from sanction_case where number = 1").ShouldAllBe(m => m == "exp_part,imp_part");
    }

    [Theory]
    [InlineData("Iran,", "Irann,", "column sanctioned_state: 'Irann'")]
    [InlineData("2006,2022", "2006,2002", "column end: 2002; expected a year from 2006 on")]
    [InlineData("1,\"exp_part", "2,\"exp_part", "column trade: '2'; expected 0 or 1")]
    [InlineData("objective", "aim", "expected a column 'objective'")]
    public void A_row_that_is_not_as_documented_is_refused_with_its_place(string from, string to, string said) =>
        Should
            .Throw<DataFileException>(() => bench.Import("gsdb", bench.File(Gsdb.Replace(from, to, StringComparison.Ordinal))))
            .Message.ShouldContain(said);

    [Fact]
    public void Who_acts_begins_the_description_of_a_step()
    {
        bench.Import("eu-russia-measures", bench.File(Steps));
        bench
            .Numbers("select number, sender, target, day, multiplier from sanction_step order by number")
            .Select(r => string.Join(' ', r))
            .ShouldBe(["1 156 840 20230703 1", "2 840 156 20180706 2.5"]);
        Should
            .Throw<DataFileException>(() =>
                bench.Import("eu-russia-measures", bench.File(Steps.Replace("CHN - ", "EU - ", StringComparison.Ordinal)))
            )
            .Message.ShouldContain(":2, column Details: 'EU - restrictions on gallium'");
    }

    [Fact]
    public void The_other_list_is_the_Unions_on_Russia()
    {
        bench.Import("eu-russia-measures", bench.File("ID,Date,Type,Multiplier,Details\n3,41715,individual,21,names\n,,,,\n"));
        bench.Numbers("select sender, target, day, multiplier from sanction_step").ShouldHaveSingleItem().ShouldBe([97, 643, 20140317, 21]);
    }

    [SkippableFact]
    public void The_published_cases_are_read_whole()
    {
        var import = bench.Import("ist-sanctions", ImportBench.Public("sanctions", "ist.csv")).Import;
        (import.Rows, import.Unplaced).ShouldBe((416L, 0L));
        new StoreCheck(bench.Store).Run(default).ShouldBeEmpty();
        bench.Numbers("select count(distinct number) from sanction_case")[0][0].ShouldBe(399);
        bench.Numbers("select count(distinct number) from sanction_case where ongoing = 1")[0][0].ShouldBe(108);
        bench
            .Numbers("select min(period), max(period) from sanction_case")
            .ShouldHaveSingleItem()
            .Select(v => (int)v! / 10_000)
            .ShouldBe([1948, 2018]);
    }

    [SkippableFact]
    public void The_published_lists_of_steps_are_read_whole()
    {
        bench.Import("eu-russia-measures", ImportBench.Public("sanctions", "eu_russia_sanction_list.csv")).Import.Rows.ShouldBe(137);
        bench.Import("eu-russia-measures", ImportBench.Public("sanctions", "us_china_sanction_list.csv")).Import.Rows.ShouldBe(211);
        bench
            .Numbers("select min(day), max(day) from sanction_step where target = 643")
            .ShouldHaveSingleItem()
            .ShouldBe([20140303, 20230313]);
        bench
            .Numbers("select min(day), max(day) from sanction_step where sender = 840 or sender = 156")
            .ShouldHaveSingleItem()
            .ShouldBe([20180213, 20230703]);
    }

    private List<string> Cases() =>
        [
            .. bench
                .Numbers(
                    "select number, sender, target, period, ended, ongoing, trade, other, arms from sanction_case order by number, sender_name, target_name"
                )
                .Select(r =>
                    FormattableString.Invariant($"{r[0]} {r[1]} {r[2]} {r[3]} {r[4]} {r[5]} trade {r[6]} other {r[7]} arms {r[8]}")
                ),
        ];

    private List<string> Texts(string sql)
    {
        var texts = new List<string>();
        bench.Store.Read(new StoreQuery(sql), r => texts.Add(r.Text(0)));
        return texts;
    }

    public void Dispose() => bench.Dispose();
}
