using Entente.Models.Games;
using Entente.Models.Positions;
using Entente.Numerics.Positions;

namespace Entente.Tests.Models.Positions;

public sealed class PositionFileTests
{
    private const string Head = "T,\"a, b\",1,1,\nActor,Description,Power,Pstn,Sal,\n";

    [Fact]
    public void Reads_what_KTAB_reads()
    {
        var file = PositionFile.Read(Head + "X, who ,2.5,30,40,\n");
        (file.Title, file.Description).ShouldBe(("T", "a, b"));
        file.Issues.ShouldBe(["Pstn"]);
        var actor = file.Actors.ShouldHaveSingleItem();
        (actor.Name, actor.Description, actor.Capability, actor.Positions[0], actor.Salience[0]).ShouldBe(("X", "who", 2.5, 30, 40));
        file.ToTable(0, 100).Positions[0][0].ShouldBe(0.3, 1e-15);
    }

    [Theory]
    [InlineData("", "line 1, column 1: found the end of the file, expected title, description, number of actors, number of issues")]
    [InlineData("T,d,x,1\n", "line 1, column 5: found 'x', expected a number of actors from 1 to 1000")]
    [InlineData("T,d,0,1\n", "line 1, column 5: found '0', expected a number of actors from 1 to 1000")]
    [InlineData(Head, "line 3, column 1: found the end of the file, expected actor 1 of 1: 5 fields")]
    [InlineData(Head + "X,,1,2\n", "line 3, column 6: found 4 fields, expected actor 1 of 1: 5 fields")]
    [InlineData(Head + "X,,0,2,3\n", "line 3, column 4: found '0', expected a capability above 0")]
    [InlineData(Head + "X,,1,a,3\n", "line 3, column 6: found 'a', expected a position: a number")]
    [InlineData(Head + "X,,1,2,101\n", "line 3, column 8: found '101', expected a salience from 0 to 100")]
    [InlineData(
        Head + "X,,1,2,0\n",
        "line 3, column 1: found 'X' with no salience, expected an actor that cares about one issue or more; leave out who cares about none"
    )]
    [InlineData(Head + "X,,1,2,3\nY,,1,2,3\n", "line 4, column 1: found a further row, expected the end of the file after 1 actors")]
    public void What_is_wrong_is_said_where_it_is(string text, string expected) =>
        Should.Throw<GameFileException>(() => PositionFile.Read(text)).Message.ShouldBe(expected);

    [Fact]
    public void The_spatial_model_asks_for_its_scale()
    {
        var file = PositionFile.Read("T,d,2,1\na,d,c,p,s\nX,,1,4,80\nY,,1,1994,80\n");
        Should
            .Throw<UnsolvableGameException>(() => PositionComparison.Of(file, (0, 100), spatial: true, rounds: null))
            .Found.ShouldContain("1994");
        var eager = PositionFile.Read("T,d,1,2\na,d,c,p,s,p,s\nX,,1,4,80,5,30\n");
        Should
            .Throw<UnsolvableGameException>(() => PositionComparison.Of(eager, (0, 100), spatial: true, rounds: null))
            .Found.ShouldContain("sum to 110");
        Should.Throw<ArgumentException>(() => SpatialModel.Run(eager.ToTable(0, 100)));
        PositionComparison.Of(file, (0, 2000), spatial: true, rounds: 2).ExpectedUtility.Count.ShouldBe(1);
    }
}
