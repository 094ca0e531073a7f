using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Voting;
using Entente.Tests.Models.Voting;

namespace Entente.Tests.Sources;

public sealed class VotingBodyFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("entente-bodies-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_council_has_fifteen_seats_in_every_year_that_it_is_known_of()
    {
        for (var year = 2011; year <= 2026; year++)
        {
            var body = Bodies.Shipped("unsc", new LocalDate(year, 7, 1));
            body.Seats.Count.ShouldBe(15, $"{year}");
            body.Seats.Count(s => s.Veto).ShouldBe(5);
        }
    }

    /// <summary>The seats agree with the record, which was read from other pages: whoever cast a vote in the Council had a seat.</summary>
    [Fact]
    public void Whoever_voted_in_the_council_had_a_seat()
    {
        var votes = Installation.Engine.Record().Votes.Where(v => v.Body == "UNSC").ToList();
        votes.Count.ShouldBeGreaterThan(100);
        foreach (var vote in votes)
            Bodies.Shipped("unsc", vote.Date.Start).Seats.ShouldContain(s => s.Name == vote.State, $"{vote.State} {vote.Date.Text}");
    }

    [Fact]
    public void The_assembly_and_the_union_have_the_members_of_the_record()
    {
        Bodies.Shipped("unga").Seats.Count.ShouldBe(193);
        var union = Bodies.Shipped("eu");
        union.Seats.Count.ShouldBe(27);
        union
            .Seats.Select(s => s.Name)
            .ShouldBe(
                Installation.Engine.Record().Memberships.Where(m => m is { Body: "EU", To: null }).Select(m => m.Member),
                ignoreOrder: true
            );
        // 55 % of 27 is 14.85: fifteen.
        union.Threshold.ShouldBe(new Entente.Models.Voting.Quota(15));
        union.FewestToBlock.ShouldBe(4);
    }

    [Theory]
    [InlineData("members:\n  - { name: A }\n  - { name: A }\n", "the member 'A' twice")]
    [InlineData("members:\n  - { name: A, weight: two }\n", "'two'")]
    [InlineData("members: []\n", "no member")]
    [InlineData("members:\n  - { name: A, colour: red }\n", "the key 'colour'")]
    [InlineData("criteria:\n  - { name: people, weight: people, quota: 65% }\nmembers:\n  - { name: A }\n", "no 'people'")]
    public void What_is_wrong_in_a_file_is_said_with_its_place(string rest, string found)
    {
        var path = Write("body.yml", "source: a test\nquota: 1\n" + rest);
        var error = Should.Throw<DataFileException>(() => VotingBodyFile.Read(path, Installation.Today, []));
        error.Found.ShouldContain(found);
        error.Line.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("13")]
    [InlineData("0")]
    [InlineData("165%")]
    [InlineData("most")]
    public void A_quota_that_no_vote_can_meet_is_refused(string quota)
    {
        var path = Write("body.yml", $"source: a test\nquota: {quota}\nmembers:\n  - {{ name: A, weight: 12 }}\n");
        Should.Throw<DataFileException>(() => VotingBodyFile.Read(path, Installation.Today, [])).Line.ShouldBe(2);
    }

    [Fact]
    public void A_CSV_has_its_quotas_from_the_command_line()
    {
        var path = Write("board.csv", "member,weight,veto,people\nA,40,yes,10\nB,35,,60\nC,25,,30\n");
        var body = VotingBodyFile.Read(path, Installation.Today, ["60%", "people=50%"]);
        body.Threshold.ShouldBe(new Entente.Models.Voting.Quota(60));
        body.Also.ShouldHaveSingleItem().Threshold.ShouldBe(new Entente.Models.Voting.Quota(50));
        body.Seats[0].Veto.ShouldBeTrue();
        Should.Throw<DataFileException>(() => VotingBodyFile.Read(path, Installation.Today, [])).Found.ShouldBe("no quota");
        Should.Throw<DataFileException>(() => VotingBodyFile.Read(path, Installation.Today, ["gold=3"])).Found.ShouldBe("no column 'gold'");
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
