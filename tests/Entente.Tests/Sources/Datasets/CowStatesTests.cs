using Entente.Sources.Datasets.Reading;

namespace Entente.Tests.Sources.Datasets;

public sealed class CowStatesTests : IDisposable
{
    private const string Header = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n";
    private readonly ImportBench bench = new();

    [Fact]
    public void Keeps_the_days_of_joining_and_leaving()
    {
        var outcome = bench.Import("cow-states", bench.File(Header + "CAN,20,Canada,1920,1,10,2016,12,31,2016\n"));
        outcome.Import.Vintage.ShouldBe("2016");
        bench
            .Numbers("select state, number, first_day, last_day, line from state_system")
            .ShouldBe([
                [124, 20, 19200110, 20161231, 2],
            ]);
    }

    [Fact]
    public void A_number_that_came_to_mean_others_has_a_row_for_each()
    {
        bench.Import("cow-states", bench.File(Header + "YUG,345,Yugoslavia,1944,10,20,2016,12,31,2016\n"));
        bench
            .Numbers("select state, first_day, last_day from state_system order by first_day")
            .ShouldBe([
                [890, 19441020, 19911231],
                [891, 19920101, 20051231],
                [688, 20060101, 20161231],
            ]);
    }

    [Theory]
    [InlineData("CAN,20,Canada,1920,13,10,2016,12,31,2016\n", "stmonth")]
    [InlineData("CAN,20,Canada,1920,2,30,2016,12,31,2016\n", "stday")]
    [InlineData("CAN,20,Canada,1920,1,10,1919,12,31,2016\n", "endyear")]
    [InlineData("XXX,999,Nowhere,1920,1,10,1990,12,31,2016\n", "'999'")]
    public void A_broken_row_is_refused_with_its_place(string row, string said) =>
        Should
            .Throw<DataFileException>(() => bench.Import("cow-states", bench.File(Header + row)))
            .Message.ShouldSatisfyAllConditions(m => m.ShouldContain(said), m => m.ShouldContain(":2"));

    [SkippableFact]
    public void The_list_of_2016_can_be_placed_whole()
    {
        bench.Import("cow-states", ImportBench.Public("cow", "states2016.csv")).Import.Unplaced.ShouldBe(0);
        bench
            .Numbers("select count(distinct line), count(distinct number) from state_system")
            .ShouldBe([
                [243, 217],
            ]);
    }

    public void Dispose() => bench.Dispose();
}
