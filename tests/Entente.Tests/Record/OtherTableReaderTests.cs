using Entente.Catalogue;
using Entente.Record;

namespace Entente.Tests.Record;

/// <summary>Memberships, votes, coverage, known gaps, and the reading of a whole record.</summary>
public sealed class OtherTableReaderTests
{
    private const string Members = "body,member,from,to,status,source,tier,url,note\n";
    private const string Votes = "body,date,resolution,topic,state,vote,basis,source,tier,url\n";
    private const string Coverages = "kind,parties,from,to,complete,source,note\n";

    [Fact]
    public void A_membership_may_lack_its_entry_date()
    {
        var row = MembershipTableReader.Read(Members + "SCO,IND,,,member,AFP,agency,,\n", "m.csv").Rows.ShouldHaveSingleItem();
        (row.Body, row.Member, row.From, row.Status).ShouldBe(("SCO", "IND", null, "member"));
    }

    [Theory]
    [InlineData("SCO,IND,2017-06-09,,full,AFP,agency,,", "'full'")]
    [InlineData("SCO,IND,2017-06-09,2010,member,AFP,agency,,", "'2010'")]
    [InlineData("SCO,,2017-06-09,,member,AFP,agency,,", "nothing")]
    public void A_wrong_membership_is_an_error(string row, string found) =>
        Only(MembershipTableReader.Read(Members + row, "m.csv").Errors).Found.ShouldBe(found);

    [Fact]
    public void A_vote_is_read_or_derived()
    {
        var rows = VoteTableReader
            .Read(
                Votes + "UNGA,2022-03-02,ES-11/1,x,CHN,A,read,AFP,agency,\nUNGA,2022-03-02,ES-11/1,x,RUS,N,derived,AFP,agency,\n",
                "v.csv"
            )
            .Rows;
        rows.Select(r => (r.State, r.Choice, r.Derived)).ShouldBe([("CHN", VoteChoice.Abstain, false), ("RUS", VoteChoice.No, true)]);
    }

    [Theory]
    [InlineData("UNGA,2022-03-02,ES-11/1,x,CHN,abstain,read,AFP,agency,", "'abstain'", 31)]
    [InlineData("UNGA,,ES-11/1,x,CHN,A,read,AFP,agency,", "nothing", 6)]
    [InlineData("UNGA,2022-03-02,ES-11/1,x,CHN,A,guessed,AFP,agency,", "'guessed'", 33)]
    public void A_wrong_vote_is_an_error(string row, string found, int column)
    {
        var error = Only(VoteTableReader.Read(Votes + row, "v.csv").Errors);
        (error.Line, error.Column, error.Found).ShouldBe((2, column, found));
    }

    [Fact]
    public void Coverage_holds_for_the_days_it_names()
    {
        var row = CoverageTableReader.Read(Coverages + "veto,RUS;CHN,1993,2025-02,no,compilation,\n", "c.csv").Rows.ShouldHaveSingleItem();
        row.Parties.ShouldBe(["RUS", "CHN"]);
        row.Period!.Text.ShouldBe("1993..2025-02");
        row.Complete.ShouldBeFalse();
    }

    [Fact]
    public void Coverage_is_yes_or_no() =>
        Only(CoverageTableReader.Read(Coverages + "veto,RUS,1993,2025,mostly,compilation,\n", "c.csv").Errors).Found.ShouldBe("'mostly'");

    [Fact]
    public void A_record_is_read_by_the_names_of_its_tables_and_hashed()
    {
        var rows =
            RecordTableReader.Header + "\ngdp,,CHN,,,2022,17900000000000,USD,=,World Bank,,primary,,https://example.org,,current_usd,,1,\n";
        var one = RecordTables.Read([("economy.csv", rows), ("votes.csv", Votes)]);
        one.Errors.ShouldBeEmpty();
        one.Observations.ShouldHaveSingleItem().Row.ShouldBe(new RowRef("economy.csv", 2));
        RecordTables.Read([("votes.csv", Votes), ("economy.csv", rows)]).Hash.ShouldBe(one.Hash);
        RecordTables.Read([("economy.csv", rows + "\n")]).Hash.ShouldNotBe(one.Hash);
    }

    [Fact]
    public void Events_without_their_sources_are_an_error() =>
        Only(RecordTables.Read([("events.csv", "id,kind,date,end,actors,place,body,title,value,unit,names\n")]).Errors)
            .Found.ShouldBe("no event_sources.csv beside it");

    private static CatalogueError Only(IReadOnlyList<CatalogueError> errors) => errors.ShouldHaveSingleItem();
}
