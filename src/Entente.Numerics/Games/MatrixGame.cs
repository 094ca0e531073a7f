namespace Entente.Numerics.Games;

/// <summary>A game in strategic form: every player chooses once, at the same time.</summary>
public sealed class MatrixGame
{
    /// <param name="strategies">How many strategies each player has.</param>
    /// <param name="payoffs">For each player its payoff in every profile; the first player's strategy varies fastest.</param>
    public MatrixGame(IReadOnlyList<int> strategies, IReadOnlyList<IReadOnlyList<Rational>> payoffs)
    {
        if (strategies.Count == 0 || strategies.Any(s => s < 1))
            throw new ArgumentException("expected players with one strategy or more each", nameof(strategies));
        Profiles = strategies.Aggregate(1, (product, s) => checked(product * s));
        if (payoffs.Count != strategies.Count || payoffs.Any(p => p.Count != Profiles))
            throw new ArgumentException($"expected {strategies.Count} × {Profiles} payoffs", nameof(payoffs));
        (Strategies, Payoffs) = (strategies, payoffs);
        var strides = new int[strategies.Count];
        for (int i = 0, stride = 1; i < strides.Length; stride *= strategies[i++])
            strides[i] = stride;
        Strides = strides;
    }

    public IReadOnlyList<int> Strategies { get; }

    public IReadOnlyList<IReadOnlyList<Rational>> Payoffs { get; }

    public int Players => Strategies.Count;

    public int Profiles { get; }

    /// <summary>How far apart in <see cref="Payoffs"/> the profiles are that differ by one in this player's strategy.</summary>
    public IReadOnlyList<int> Strides { get; }

    /// <summary>The strategy of a player in a profile.</summary>
    public int Choice(int profile, int player) => profile / Strides[player] % Strategies[player];
}
