using Entente.Models.Games;

namespace Entente.Tests.Models.Games;

/// <summary>The tree of three powers in samples/games, by hand (docs/models/tree-game.md).</summary>
public sealed class TriangleTests
{
    private static readonly GameFile Triangle = GambitReader.Read(
        File.ReadAllText(Path.Combine(Clone.Root, "samples", "games", "triangle.efg"))
    );

    /// <summary>
    /// λ = 1, after hostility and a war that Russia wins: it leans with 1/(1 + e⁻²) if China sided and 1/(1 + e⁻¹) if it hedged; China's siding
    /// is worth 3·.8808 + 2·.1192 and its hedging −.2689, so that it sides with 1/(1 + e^−3.1497).
    /// </summary>
    [Fact]
    public void Quantal_response_by_hand()
    {
        var (sided, hedged) = (1 / (1 + Math.Exp(-2)), 1 / (1 + Math.Exp(-1)));
        var worth = (3 * sided) + (2 * (1 - sided)) + (1 - hedged);
        worth.ShouldBe(3.1497, 0.00005);
        P(GameSolver.Quantal, "hostile, prevails, side", 0).ShouldBe(sided, 1e-9);
        P(GameSolver.Quantal, "hostile, prevails, hedge", 0).ShouldBe(hedged, 1e-9);
        P(GameSolver.Quantal, "hostile, prevails", 0).ShouldBe(1 / (1 + Math.Exp(-worth)), 1e-9);
        P(GameSolver.Quantal, "hostile, prevails", 0).ShouldBe(0.9589, 0.00005);
        P(GameSolver.Quantal, "hostile, stalemate", 0).ShouldBe(0.9469, 0.00005);
    }

    [Fact]
    public void Given_hostility_the_choice_of_China_does_not_depend_on_the_war()
    {
        P(GameSolver.Backward, "hostile, prevails", 0).ShouldBe(1);
        P(GameSolver.Backward, "hostile, stalemate", 0).ShouldBe(1);
        P(GameSolver.Backward, "friendly, prevails", 1).ShouldBe(1);
        P(GameSolver.Backward, "USA", 1).ShouldBe(1);
    }

    private static double P(GameSolver solver, string where, int action) =>
        GameSolving
            .Solve(Triangle, solver, lambda: 1, levels: 0)
            .Profiles.ShouldHaveSingleItem()
            .Choices.Single(c => c.Where == where)
            .Likelihoods[action]
            .Value;
}
