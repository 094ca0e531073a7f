namespace Entente.Numerics.IdealPoints;

/// <summary>How long to sample.</summary>
public sealed record SamplerOptions
{
    /// <summary>Sweeps that are kept, over all chains.</summary>
    public int Draws { get; init; } = 20_000;

    /// <summary>Sweeps of each chain that are not, in which steps are tuned.</summary>
    public int? WarmUp { get; init; }

    public int Chains { get; init; } = 4;

    /// <summary>One sweep of so many is stored.</summary>
    public int Thin { get; init; } = 10;

    public ulong Seed { get; init; } = 1;

    internal int PerChain => (Draws + Chains - 1) / Chains;

    internal int Burn => WarmUp ?? Math.Max(200, PerChain / 4);

    internal int Kept => Math.Max(1, PerChain / Thin);

    internal void Check()
    {
        if (Draws < 1 || Chains < 1 || Thin < 1 || WarmUp < 0)
            throw new ArgumentException($"{Draws} draws, {Chains} chains, one of {Thin} kept, {WarmUp} to warm up");
    }
}
