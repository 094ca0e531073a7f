using Entente.Numerics.Games;

namespace Entente.Models.Declared;

/// <summary>Moves that are supposed to be made, whoever would choose otherwise.</summary>
public sealed record Supposition(IReadOnlyList<PathStep> Steps);

/// <summary>An argument's numbers put together: what pays what, what is how likely, and under which suppositions the game is solved.</summary>
public sealed record DeclaredScenario
{
    /// <summary>The game; null where the argument rests on a named model.</summary>
    public DeclaredGame? Game { get; init; }

    /// <summary>What each gets at each end: [node · actors + actor]; null elsewhere.</summary>
    public IReadOnlyList<Term?> Payoffs { get; init; } = [];

    /// <summary>By move, for moves of chance, the weight of each option; weights are made to sum to 1.</summary>
    public IReadOnlyList<IReadOnlyList<Term>> Chances { get; init; } = [];

    /// <summary>λ of quantal response; null for backward induction.</summary>
    public Term? Lambda { get; init; }

    /// <summary>The first supposes nothing.</summary>
    public IReadOnlyList<Supposition> Suppositions { get; init; } = [new([])];

    public IDeclaredModel? Model { get; init; }

    /// <summary>In the model's order.</summary>
    public IReadOnlyList<Term> ModelInputs { get; init; } = [];
}

/// <summary>One draw of an argument's numbers and what follows from them. Work space of one thread.</summary>
public sealed class Situation
{
    private readonly DeclaredScenario scenario;
    private readonly double[] payoffs;
    private readonly (int Node, int Move)[] chances;
    private readonly double[][] weights;
    private readonly double[] modelInputs;

    public Situation(DeclaredScenario scenario, int inputs)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        this.scenario = scenario;
        Inputs = new double[inputs];
        Outputs = new double[scenario.Model?.Outputs.Count ?? 0];
        modelInputs = new double[scenario.ModelInputs.Count];
        if (scenario.Game is not { } game)
        {
            (payoffs, chances, weights, Plays) = ([], [], [], []);
            return;
        }
        payoffs = new double[game.Tree.Nodes.Count * game.Actors.Count];
        chances =
        [
            .. Enumerable
                .Range(0, game.Tree.Nodes.Count)
                .Where(n => game.Tree.Nodes[n].Kind == NodeKind.Chance)
                .Select(n => (n, game.MoveAt(n))),
        ];
        weights = [.. scenario.Chances.Select(c => new double[c.Count])];
        Plays = [.. scenario.Suppositions.Select(s => Play(game, s))];
    }

    public double[] Inputs { get; }

    /// <summary>What a named model says.</summary>
    public double[] Outputs { get; }

    /// <summary>One for each supposition.</summary>
    public IReadOnlyList<TreePlay> Plays { get; }

    /// <summary>Solves for what stands in <see cref="Inputs"/>.</summary>
    /// <returns>False where there is no solution: the inputs make no chances, are out of the bounds of a model, or the path to λ could not be followed.</returns>
    public bool Solve()
    {
        if (scenario.Model is { } model)
        {
            for (var i = 0; i < modelInputs.Length; i++)
            {
                modelInputs[i] = scenario.ModelInputs[i].Of(this);
                // What makes no sense to the model has no answer: bending it to the nearest end would answer another question.
                if (!(modelInputs[i] >= model.Inputs[i].Least && modelInputs[i] <= model.Inputs[i].Most))
                    return false;
            }
            model.Evaluate(modelInputs, Outputs);
        }
        if (Plays.Count == 0)
            return true;
        for (var i = 0; i < payoffs.Length; i++)
            if (scenario.Payoffs[i] is { } payoff)
            {
                payoffs[i] = payoff.Of(this);
                if (!double.IsFinite(payoffs[i]))
                    return false;
            }
        if (!Weigh())
            return false;
        var lambda = scenario.Lambda?.Of(this) ?? double.PositiveInfinity;
        if (double.IsNaN(lambda) || lambda < 0)
            return false;
        for (var s = 0; s < Plays.Count; s++)
        {
            Fill(s);
            if (!Plays[s].Solve(lambda))
                return false;
        }
        return true;
    }

    private TreePlay Play(DeclaredGame game, Supposition supposition)
    {
        var play = new TreePlay(game.Tree, payoffs);
        foreach (var (move, option) in supposition.Steps)
            for (var node = 0; node < game.Tree.Nodes.Count; node++)
                if (game.MoveAt(node) == move && game.Tree.Nodes[node].Kind == NodeKind.Decision)
                    play.Forced[game.Tree.Nodes[node].InformationSet] = option;
        return play;
    }

    private bool Weigh()
    {
        for (var move = 0; move < weights.Length; move++)
        {
            var own = weights[move];
            var sum = 0.0;
            for (var o = 0; o < own.Length; o++)
            {
                own[o] = scenario.Chances[move][o].Of(this);
                if (!(own[o] >= 0))
                    return false;
                sum += own[o];
            }
            if (own.Length > 0 && !(sum > 0 && double.IsFinite(sum)))
                return false;
            for (var o = 0; o < own.Length; o++)
                own[o] /= sum;
        }
        return true;
    }

    private void Fill(int supposition)
    {
        var play = Plays[supposition];
        var steps = scenario.Suppositions[supposition].Steps;
        foreach (var (node, move) in chances)
        {
            var forced = -1;
            for (var s = 0; s < steps.Count; s++)
                if (steps[s].Move == move)
                    forced = steps[s].Option;
            for (var o = 0; o < weights[move].Length; o++)
                play.Chances[play.EdgeOf(node, o)] =
                    forced < 0 ? weights[move][o]
                    : forced == o ? 1
                    : 0;
        }
    }
}
