namespace Entente.Checking.Modelled;

/// <summary>What a model says of a claim: under which scenario, in what share of the draws it holds, what drives it, where it turns.</summary>
public sealed record ModelReading
{
    /// <summary>The question put to the model, in a few words.</summary>
    public required string Scenario { get; init; }

    /// <summary>What the question was put to.</summary>
    public required string Base { get; init; }

    /// <summary>Share of draws in which the claim holds under the declared ranges; null where nothing is drawn. Not the probability that it is true.</summary>
    public required double? P { get; init; }

    /// <summary>The numbers that the claim is about, as the model has them.</summary>
    public required IReadOnlyList<ModelFigure> Figures { get; init; }

    /// <summary>The uncertain numbers that move the claim's margin, the strongest first.</summary>
    public required IReadOnlyList<ModelDriver> Drivers { get; init; }

    /// <summary>In words: where the claim stops (or begins) to hold; null where it holds, or fails, everywhere that was tried.</summary>
    public required string? BreaksWhen { get; init; }

    /// <summary>What is taken for granted, and so is not in <see cref="P"/>.</summary>
    public required IReadOnlyList<string> Assumes { get; init; }

    /// <summary>Whether it holds at the modes in other settings of what is taken for granted; null where a setting gave no answer.</summary>
    public required IReadOnlyList<(string Setting, bool? Holds)> Settings { get; init; }

    public required int Draws { get; init; }

    public required ulong Seed { get; init; }
}

/// <summary>A number of the model: at the modes, and the middle 90 % of the draws; null ends without draws.</summary>
/// <param name="What">"loss of China without the United States".</param>
public sealed record ModelFigure(string What, double Value, double? Low, double? High);

/// <summary>Spearman's rank correlation of an uncertain number with the claim's margin: positive where more of it makes the claim truer.</summary>
public sealed record ModelDriver(string Input, double Correlation);
