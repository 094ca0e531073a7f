namespace Entente.Models.Declared;

/// <summary>
/// A model that an argument's file can name: numbers that somebody must declare go in, what the model says comes out. Knows no states and no texts;
/// the file says whose numbers they are. The same numbers in give the same bits out, on any thread.
/// </summary>
public interface IDeclaredModel
{
    /// <summary>As a file names it: lower case, words joined by hyphens ("threshold-deterrence").</summary>
    string Name { get; }

    /// <summary>One sentence: what it tells from what.</summary>
    string Summary { get; }

    /// <summary>What must be declared, in the order in which <see cref="Evaluate"/> takes it.</summary>
    IReadOnlyList<ModelInput> Inputs { get; }

    /// <summary>What comes out, in the order in which <see cref="Evaluate"/> writes it.</summary>
    IReadOnlyList<ModelOutput> Outputs { get; }

    /// <summary>One evaluation.</summary>
    /// <param name="inputs">One number for each of <see cref="Inputs"/>, each within its bounds.</param>
    /// <param name="outputs">Takes one number for each of <see cref="Outputs"/>; NaN where the model has no answer for these inputs.</param>
    void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs);
}

/// <summary>A number that a model needs.</summary>
/// <param name="Name">As a file writes it: lower case, words joined by underscores.</param>
/// <param name="Meaning">What it is, for a reader.</param>
/// <param name="Unit">"1" for a pure number, "US$ bn", "share", "utility" …</param>
/// <param name="Least">Below this it makes no sense.</param>
/// <param name="Most">Above this it makes no sense.</param>
/// <param name="Default">Taken where a file says nothing; null where it must say.</param>
public sealed record ModelInput(string Name, string Meaning, string Unit, double Least, double Most, double? Default = null);

/// <summary>A number that a model gives.</summary>
/// <param name="Name">As a predicate writes it.</param>
/// <param name="Meaning">What it is, for a reader.</param>
/// <param name="Unit">"truth" where it is 1 for yes and 0 for no.</param>
public sealed record ModelOutput(string Name, string Meaning, string Unit);
