namespace Entente.Checking.Modelled;

/// <summary>One world that a claim asks about: which measures are in force, and with whom a party trades no more.</summary>
/// <param name="Actor">Whose loss of real income is asked: a code of the catalogue.</param>
/// <param name="Without">Codes; empty where all go on trading.</param>
/// <param name="Under">A scenario's file name without its ending, or a word for measures; null for none.</param>
/// <param name="On">Whom the measures are on, where a word names them; null for <paramref name="Actor"/>.</param>
public sealed record LossCase(string Actor, IReadOnlyList<string> Without, string? Under = null, string? On = null);

/// <summary>The losses of some cases in one other setting of what the model takes for granted.</summary>
/// <param name="Setting">"deficits held", "elasticities halved".</param>
/// <param name="Losses">By case; null where the search did not converge.</param>
public sealed record LossSetting(string Setting, double[]? Losses);

/// <summary>What a scenario book answers: losses as fractions of real income (0.01 is 1 %), all cases under the same draws.</summary>
public sealed record LossAnswer
{
    /// <summary>What was asked, in a few words: names of scenarios, who without whom.</summary>
    public required string Scenario { get; init; }

    /// <summary>The base's name.</summary>
    public required string Base { get; init; }

    /// <summary>The base's year; null where it names none.</summary>
    public required int? Year { get; init; }

    /// <summary>The setting that the draws are made in: deficits, elasticities.</summary>
    public required string Setting { get; init; }

    public required int FiguresCited { get; init; }

    public required int FiguresAssumed { get; init; }

    /// <summary>At the modes, by case.</summary>
    public required double[] Central { get; init; }

    /// <summary>By draw, then case; only draws in which every search converged. Empty where hardly any did, or nothing is uncertain.</summary>
    public required double[][] Draws { get; init; }

    /// <summary>What was drawn, by draw, in the order of <see cref="InputNames"/>.</summary>
    public required double[][] Inputs { get; init; }

    public required IReadOnlyList<string> InputNames { get; init; }

    public required int Asked { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>At the modes, in other settings.</summary>
    public required IReadOnlyList<LossSetting> Settings { get; init; }
}

/// <summary>
/// Named scenarios and the bases they stand on. A port: files and searches for equilibria lie outside. Asked only where a claim calls for it, so that a
/// text without such claims costs nothing.
/// </summary>
public interface IScenarioBook
{
    /// <summary>The losses of some cases on one base, or why there are none: `not-in-base`, `no-scenario`, `empty-market`, `no-convergence`, `no-book`.</summary>
    (LossAnswer? Answer, Abstention? Reason) Ask(IReadOnlyList<LossCase> cases);

    /// <summary>
    /// Whom an actor can trade with in the base that a question about it is put to, apart from those who take the measures: codes, without the rest of the
    /// world; empty where no base has the actor.
    /// </summary>
    IReadOnlyList<string> Partners(string actor, string? under, string? on);

    /// <summary>The regions that a code stands for in the base of a question: itself, or the members of a group that a scenario declares; empty for none.</summary>
    IReadOnlyList<string> Regions(string code);
}
