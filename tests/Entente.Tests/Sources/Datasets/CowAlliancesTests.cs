using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Tests.Sources.Datasets;

public sealed class CowAlliancesTests : IDisposable
{
    private const string Published =
        "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,dyad_end_year,"
        + "left_censor,right_censor,defense,neutrality,nonaggression,entente,year,version\n";
    private const long NotCoded = ((long)Absence.NotApplicable << 28) | ((long)Absence.NotApplicable << 44);
    private readonly ImportBench bench = new();

    private static string Row(int id, int defense, int entente) =>
        $"{id},200,United Kingdom,235,Portugal,1,1,1816,,,,1,1,{defense},0,1,{entente},1816,4.1\n";

    [Fact]
    public void Every_alliance_of_a_dyad_has_its_row()
    {
        var outcome = bench.Import("cow-alliances", bench.File(Published + Row(1, 1, 0) + Row(2, 0, 1)));
        outcome.Import.Vintage.ShouldBe("4.1");
        bench
            .Numbers(
                "select state1, state2, year, alliance, defense, offense, nonaggression, entente, absent, line from alliance_pledge order by alliance"
            )
            .ShouldBe([
                [826, 620, 1816, 1, 1, null, 1, 0, NotCoded, 2],
                [826, 620, 1816, 2, 0, null, 1, 1, NotCoded, 3],
            ]);
    }

    [Fact]
    public void Two_spells_of_one_alliance_in_a_year_are_one_row_with_what_either_promised()
    {
        bench.Import("cow-alliances", bench.File(Published + Row(1, 1, 0) + Row(1, 0, 1)));
        bench
            .Numbers("select defense, entente, line from alliance_pledge")
            .ShouldBe([
                [1, 1, 2],
            ]);
    }

    [Fact]
    public void Reads_dyad_years_that_add_alliances_up()
    {
        bench
            .Import(
                "cow-alliances",
                bench.File("ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n2,20,1949,1,0,1,1\n", "alliance_4.1.csv")
            )
            .Import.Vintage.ShouldBe("4.1");
        bench
            .Numbers("select alliance, defense, neutrality, nonaggression, entente from alliance_pledge")
            .ShouldBe([
                [0, 1, 0, 1, 1],
            ]);
    }

    [Theory]
    [InlineData("2,20,1949,2,0,1,1\n", "cow_defense")]
    [InlineData("2,20,49,1,0,1,1\n", "year")]
    [InlineData("2,21,1949,1,0,1,1\n", "'21'")]
    public void A_broken_row_is_refused_with_its_place(string row, string said) =>
        Should
            .Throw<DataFileException>(() =>
                bench.Import("cow-alliances", bench.File("ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n" + row))
            )
            .Message.ShouldContain(said);

    [SkippableFact]
    public void The_table_of_dyad_years_can_be_placed_whole()
    {
        bench.Import("cow-alliances", ImportBench.Public("cow", "alliance_4.1_directed_dyad_year.csv.gz")).Import.Unplaced.ShouldBe(0);
        bench.Count("alliance_pledge").ShouldBe(120_784);
    }

    public void Dispose() => bench.Dispose();
}
