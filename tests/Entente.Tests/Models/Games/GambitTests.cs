using Entente.Models.Games;

namespace Entente.Tests.Models.Games;

public sealed class GambitTests
{
    private const string Payoffs = """
        NFG 1 R "A game \"of\" two\n" { "A" "B" } { 3 2 }
        "a note"
        1 1 0 2 0.50 2 1/3 1 0 3 2 -1.5e1
        """;

    private const string Outcomes = """
        NFG 1 D "" { "A" "B" } { { "u" "d" } { "l" "r" } }
        { { "" 1, 1 } { "x" 0, 2 } }
        1 2 0 1
        """;

    private const string Tree = """
        EFG 2 R "t" { "A" "B" } "note"
        c "root" 1 "(0,1)" { "g" 1/3 "b" 2/3 } 7 "stage" { 1.0, 0 }
        p "" 1 4 "h" { "H" "L" } 0
        t "" 1 "w" { 1, 2 }
        t "" 0
        p "" 1 4 0
        t "" 1
        t "" 2 "" { 3 4 }
        """;

    [Theory]
    [InlineData(Payoffs)]
    [InlineData(Outcomes)]
    [InlineData(Tree)]
    public void What_is_read_is_written_without_loss(string text)
    {
        var written = GambitWriter.Write(GambitReader.Read(text));
        GambitWriter.Write(GambitReader.Read(written)).ShouldBe(written);
        foreach (var figure in new[] { "0.50", "1/3", "-1.5e1", "1.0", "\"note\"", "\"a note\"", "A game \\\"of\\\" two\\n" })
            written.Contains(figure, StringComparison.Ordinal).ShouldBe(text.Contains(figure, StringComparison.Ordinal), figure);
    }

    [Fact]
    public void Outcomes_on_the_way_add_up()
    {
        var tree = ((SequentialGame)GambitReader.Read(Tree)).ToTree();
        tree.Sets.ShouldHaveSingleItem().Actions.ShouldBe(2);
        tree.Members[0].Count.ShouldBe(2);
        // Always H: the stage's 1, and outcome 1 from either node.
        tree.Value([1, 0]).ShouldBe([2, 2]);
    }

    [Theory]
    [InlineData("", "line 1, column 1: found the end of the file, expected NFG or EFG")]
    [InlineData(
        "NFG 1 R \"\" { \"A\" } { 2 }\n1",
        "line 2, column 2: found the end of the file, expected the payoff of \"A\" in profile 2 of 2"
    )]
    [InlineData("NFG 1 R \"\" { \"A\" } { 1 }\n1 2", "line 2, column 3: found '2', expected the end of the file after 1 profiles")]
    [InlineData("NFG 1 R \"\" { \"A\" } { 1 }\nx", "line 2, column 1: found 'x', expected the payoff of \"A\" in profile 1 of 1")]
    [InlineData(
        "NFG 1 R \"\" { \"A\" } { { \"s\" } } { { \"\" 1 } }\n2",
        "line 2, column 1: found outcome 2, expected the outcome of profile 1 of 1: a number from 0 to 1"
    )]
    [InlineData(
        "EFG 2 R \"\" { \"A\" }\nc \"\" 1 \"\" { \"x\" 0.5 \"y\" 0.4 } 0",
        "line 2, column 6: found chance that sums to 9/10, expected chance that sums to exactly 1 (fractions such as 1/3 may be written)"
    )]
    [InlineData("EFG 2 R \"\" { \"A\" }\nt \"\" 1 \"\" { }", "line 2, column 13: found '}', expected the payoff of player 1 of 1, \"A\"")]
    [InlineData(
        "EFG 2 R \"\" { \"A\" }\np \"\" 1 1 0",
        "line 2, column 8: found number 1 for the first time, expected its name and actions after it"
    )]
    [InlineData("EFG 2 R \"\" { \"A\" }\np \"\" 2 1 0", "line 2, column 6: found player 2, expected a player from 1 to 1")]
    [InlineData(
        "EFG 2 R \"\" { \"A\" }\np \"\" 1 1 \"\" { \"a\" } 0\n",
        "line 3, column 1: found the end of the file, expected the next node, c, p or t: a branch of the tree has no end yet"
    )]
    [InlineData("NFG 1 R \"x", "line 1, column 9: found a label without an end, expected a closing quotation mark")]
    [InlineData(
        "NFG 1 R \"\" { \"A\" \"B\" } { 99999 99999 }",
        "line 1, column 32: found more profiles than can be held, expected at most 1048576 profiles"
    )]
    public void What_is_wrong_is_said_where_it_is(string text, string expected) =>
        Should.Throw<GameFileException>(() => GambitReader.Read(text)).Message.ShouldBe(expected);
}
