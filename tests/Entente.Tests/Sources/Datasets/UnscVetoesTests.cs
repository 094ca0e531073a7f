using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Entente.Tests.Checking;

namespace Entente.Tests.Sources.Datasets;

/// <summary>Vetoes are counted from who cast them, never from the flags, and never twice with the shipped record.</summary>
public sealed class UnscVetoesTests : IDisposable
{
    private const string Header =
        "year,date,month,draft,meeting_record,agenda_item,crisis_topic,region,member_veto1,member_veto2,member_veto3,single_veto,multiple_vetoes,China,France,Russia,USSR,USA,UK\n";
    private readonly ImportBench bench = new();

    private const string Rows =
        Header
        + "1946,2/16/1946,2,S/PV.23,S/PV.23,A letter,Lebanon,Middle East,USSR,,,1,0,0,0,0,1,0,0\n"
        + "1976,10/19/1976,10,S/1,S/PV.2,Namibia,Namibia,Africa,France,UK,USA,0,1,0,0,0,0,1,1\n"
        + "2001,3/27/2001,3,S/2001/270,S/PV.4305,Territories,Palestine,Middle East,USA,,,1,0,0,0,0,0,1,0\n"
        + "2007,1/12/2007,1,S/2007/14,\"S/PV.5619\nS/PV.5620\",Myanmar,Myanmar,Asia,Russia,China,,0,1,1,0,1,0,0,0\n";

    [Fact]
    public void Who_cast_a_veto_is_read_from_the_members()
    {
        bench.Import("unsc-vetoes", bench.File(Rows));
        bench
            .Numbers("select number, state, day, agrees from veto order by number, state")
            .Select(r => string.Join(' ', r))
            .ShouldBe([
                "1 643 19460216 1",
                "2 250 19761019 0",
                "2 826 19761019 0",
                "2 840 19761019 0",
                "3 840 20010327 1",
                "4 156 20070112 1",
                "4 643 20070112 1",
            ]);
    }

    [Fact]
    public void Vetoes_of_the_Soviet_Union_are_not_Russias_and_complete_only_since_lists_agree()
    {
        bench.Import("unsc-vetoes", bench.File(Rows));
        var record = Record(new MemoryRecord([]));
        record
            .Events.Select(e => $"{e.Id} {string.Join('+', e.Actors.Order(StringComparer.Ordinal))}")
            .ShouldBe([
                "unsc_veto_1946_02_16 SUN",
                "unsc_veto_1976_10_19 FRA+GBR+USA",
                "unsc_veto_2001_03_27 USA",
                "unsc_veto_2007_01_12 CHN+RUS",
            ]);
        var coverage = record.Coverages.ShouldHaveSingleItem();
        coverage.Period!.Text.ShouldBe("1990-01-01..2007-01-12");
        coverage.Complete.ShouldBeTrue();
        record.Votes("S/2007/14 (vetoed)").Select(v => $"{v.State} {v.Choice}").Order().ShouldBe(["CHN No", "RUS No"]);
        record.VotesOf("SUN").ShouldHaveSingleItem().Topic.ShouldBe("Lebanon");
    }

    [Fact]
    public void A_part_of_the_list_declares_nothing()
    {
        bench.Import("unsc-vetoes", bench.File(Rows.Replace("1946,2/16/1946", "1956,2/16/1956", StringComparison.Ordinal)));
        Record(new MemoryRecord([])).Coverages.ShouldBeEmpty();
    }

    [Fact]
    public void A_veto_that_ships_is_not_told_again()
    {
        bench.Import("unsc-vetoes", bench.File(Rows));
        var shipped = new RecordedEvent
        {
            Id = "own",
            Kind = "veto",
            Date = Period.Parse("2007-01-12"),
            Actors = ["RUS", "CHN"],
            Title = "Veto",
            Row = new RowRef("events.csv", 2),
            Sources =
            [
                new EventSource
                {
                    Source = "x",
                    Tier = Tier.Repost,
                    Note = "draft S/2007/14; record S/PV.5619",
                    Row = default,
                },
            ],
        };
        var record = Record(new MemoryRecord([], [shipped]));
        record.Events.Count(e => e.Date.Text == "2007-01-12").ShouldBe(1);
        // Another draft of that day is another veto.
        var other = shipped with
        {
            Sources = [shipped.Sources[0] with { Note = "draft S/2007/1; record S/PV.5619" }],
        };
        Record(new MemoryRecord([], [other])).Events.Count(e => e.Date.Text == "2007-01-12").ShouldBe(2);
    }

    [Theory]
    [InlineData("2/16/1946", "16.2.1946", "column date: '16.2.1946'")]
    [InlineData(",USSR,,", ",Soviets,,", "column member_veto1: 'Soviets'")]
    [InlineData(",USSR,,", ",,,", "column member_veto1: nothing")]
    [InlineData("member_veto2", "second", "expected a column 'member_veto2'")]
    public void What_is_not_as_published_is_refused_with_its_place(string from, string to, string said) =>
        Should
            .Throw<DataFileException>(() => bench.Import("unsc-vetoes", bench.File(Rows.Replace(from, to, StringComparison.Ordinal))))
            .Message.ShouldContain(said);

    [SkippableFact]
    public void The_published_list_counts_as_is_known()
    {
        bench.Import("unsc-vetoes", ImportBench.Public("unsc", "vetoes_1946_2022.csv"));
        bench.Numbers("select count(distinct number), count(*) from veto").ShouldHaveSingleItem().ShouldBe([214, 265]);
        bench.Numbers("select count(distinct number) from veto where agrees = 0")[0][0].ShouldBe(28);
        bench.Numbers("select count(*) from veto where member = 'Russia' and day >= 20140101")[0][0].ShouldBe(22);
        bench
            .Numbers(
                "select count(*) from veto r join veto c on c.import_id = r.import_id and c.number = r.number and c.member = 'China' where r.member = 'Russia' and r.day >= 20140101"
            )[0][0]
            .ShouldBe(9);
        // With the shipped record: the same 22, none twice.
        var record = Record(Shipped.Record);
        record
            .Events.Count(e =>
                e.Kind == "veto" && e.Actors.Contains("RUS") && e.Date.Start.Year >= 2014 && e.Date.Text.CompareTo("2022-07-09") < 0
            )
            .ShouldBe(22);
        record.Events.Count(e => e.Kind == "veto" && e.Actors.Contains("USA")).ShouldBe(82);
        new StoreCheck(bench.Store).Run(default).ShouldBeEmpty();
    }

    private StoreRecord Record(IRecord shipped) => new(shipped, bench.Store, ImportBench.States);

    public void Dispose() => bench.Dispose();
}
