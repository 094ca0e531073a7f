namespace Entente.Models.Equilibrium;

/// <summary>What became of asking a base for the loss of a pair.</summary>
public enum LossAbsence
{
    None,

    /// <summary>A party is none of the base's regions.</summary>
    NoRegion,

    /// <summary>Without the other somebody could buy a good from nobody any more.</summary>
    EmptiedMarket,

    /// <summary>The search for the equilibrium did not converge: there are no numbers.</summary>
    NotConverged,
}

/// <summary>
/// What two regions would lose if all trade between them ended and everything else adjusted: the exact change of real income Î/P̂ − 1 of each, as a
/// fraction (−0.01 is a loss of 1 %). A model's number, not a figure of any record.
/// </summary>
public sealed record PairLoss
{
    /// <summary>The answer in full; null where the base could not be asked.</summary>
    public required ScenarioAnswer? Answer { get; init; }

    public required LossAbsence Absence { get; init; }

    /// <summary>Which party has no region, or which market is emptied.</summary>
    public string Where { get; init; } = "";

    /// <summary>At the modes of all elasticities; null with an <see cref="Absence"/>.</summary>
    public double? First { get; init; }

    public double? Second { get; init; }

    /// <summary>Over the draws of the elasticities; null where there are no draws, or too few of them converged.</summary>
    public DrawnInterval? FirstRange { get; init; }

    public DrawnInterval? SecondRange { get; init; }
}

/// <summary>The end of all trade between two regions, both ways, as a scenario put to a base.</summary>
public static class EndOfTrade
{
    /// <param name="world">Checked by <see cref="WorldCheck"/>.</param>
    /// <param name="first">A region's code.</param>
    /// <param name="second">Another's.</param>
    /// <param name="elasticities">In place of the base's own; needed where it has none.</param>
    /// <param name="draws">Of the elasticities that are ranges; 0 for none.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="cancellation">Looked at in every round of a search.</param>
    public static PairLoss Of(
        TradeWorld world,
        string first,
        string second,
        IReadOnlyList<SectorElasticity> elasticities,
        int draws,
        ulong seed,
        int threads,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(world);
        foreach (var code in new[] { first, second })
            if (world.RegionOf(code) < 0)
                return Absent(LossAbsence.NoRegion, code);
        var scenario = new TradeScenario
        {
            Name = $"no trade between {first} and {second}",
            // In proportion to value added: a deficit that stayed what it was would have to be financed by others as trade shrinks.
            Deficits = DeficitTreatment.Scaled,
            Elasticities = elasticities,
            Shocks =
            [
                new()
                {
                    Kind = ShockKind.Embargo,
                    From = [first],
                    To = [second],
                    BothWays = true,
                    Source = "the question asked",
                },
            ],
            Report = [first, second],
        };
        foreach (var problem in ScenarioCheck.Problems(world, scenario))
            return Absent(LossAbsence.EmptiedMarket, problem.Cell);
        var answer = ScenarioRun.Answer(world, scenario, draws, seed, threads, cancellation: cancellation);
        if (answer.Central is not { } central)
            return new() { Answer = answer, Absence = LossAbsence.NotConverged };
        var (a, b) = (world.RegionOf(first), world.RegionOf(second));
        var incomes = central[(int)RegionOutcome.RealIncome];
        var ranges = answer.Intervals?[(int)RegionOutcome.RealIncome];
        return new()
        {
            Answer = answer,
            Absence = LossAbsence.None,
            First = incomes[a],
            Second = incomes[b],
            FirstRange = ranges?[a],
            SecondRange = ranges?[b],
        };
    }

    private static PairLoss Absent(LossAbsence why, string where) =>
        new()
        {
            Answer = null,
            Absence = why,
            Where = where,
        };
}
