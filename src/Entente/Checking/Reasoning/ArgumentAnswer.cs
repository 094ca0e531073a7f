using Entente.Models.Declared;
using Entente.Numerics.Sensitivity;

namespace Entente.Checking.Reasoning;

/// <summary>What an input does to whether a claim holds.</summary>
public sealed record InputDriver
{
    public required DeclaredInput Input { get; init; }

    /// <summary>First-order and total index of the claim's truth; null where it never changes.</summary>
    public SobolIndex? Sobol { get; init; }

    /// <summary>Morris's screening; null where it never changes.</summary>
    public ElementaryEffects? Morris { get; init; }
}

/// <summary>Where a claim turns when one input moves and the others stay at their modes.</summary>
/// <param name="Input">Which.</param>
/// <param name="Below">The nearest such value below the mode; null where there is none.</param>
/// <param name="Above">The nearest above.</param>
public sealed record FlipValue(DeclaredInput Input, double? Below, double? Above)
{
    /// <summary>The nearer one that lies in the declared range; null where none does.</summary>
    public double? Within =>
        new[] { Below, Above }
            .Where(v => v is { } value && value >= Input.Range.Low && value <= Input.Range.High)
            .MinBy(v => Math.Abs(v!.Value - Input.Range.Mode));

    /// <summary>The nearest beyond the range, as far as was looked; null where there is none or one lies within.</summary>
    public double? Beyond =>
        Within is not null ? null : new[] { Below, Above }.Where(v => v is not null).MinBy(v => Math.Abs(v!.Value - Input.Range.Mode));
}

/// <summary>Whether somebody's ranges alone turn a claim.</summary>
/// <param name="Author">Whose.</param>
/// <param name="Inputs">How many numbers are theirs and are ranges.</param>
/// <param name="Turns">The share of draws of their numbers, others at their modes, in which the claim is not what it is at the modes.</param>
public sealed record VoiceTurn(string Author, int Inputs, double Turns);

/// <summary>One bound of a box in which a claim mostly fails.</summary>
/// <param name="Input">Which.</param>
/// <param name="Low">Minus infinity where it is open.</param>
/// <param name="High">Infinity where it is open.</param>
public sealed record BrokenSide(DeclaredInput Input, double Low, double High);

/// <summary>Where a claim breaks: a box of inputs.</summary>
/// <param name="Sides">What is held.</param>
/// <param name="Failing">The share of the box's draws in which the claim fails.</param>
/// <param name="Coverage">The share of all failures that are in it.</param>
public sealed record BrokenBox(IReadOnlyList<BrokenSide> Sides, double Failing, double Coverage);

/// <summary>What became of one claim of an argument.</summary>
public sealed record ClaimAnswer
{
    public required ArgumentClaim Claim { get; init; }

    /// <summary>At the modes; null where it has no value there.</summary>
    public required bool? AtModes { get; init; }

    /// <summary>The share of draws in which it holds, among those in which it has a value. Of declared ranges, not of the world.</summary>
    public required double? P { get; init; }

    /// <summary>Wilson's interval at 95 % for the number of draws.</summary>
    public required (double Low, double High)? Interval { get; init; }

    /// <summary>Draws in which it has no value.</summary>
    public required int Undefined { get; init; }

    /// <summary>The strongest first; none where the claim is the same in every draw, or so few turn it that what drives it cannot be told.</summary>
    public IReadOnlyList<InputDriver> Drivers { get; init; } = [];

    public BrokenBox? Breaks { get; init; }

    public IReadOnlyList<FlipValue> Flips { get; init; } = [];

    public IReadOnlyList<VoiceTurn> Voices { get; init; } = [];
}

/// <summary>What an actor does at a move, at the modes.</summary>
public sealed record ModalMove(string Actor, string Move, IReadOnlyList<(string Option, double Probability)> Options);

/// <summary>What came of running an argument.</summary>
public sealed record ArgumentAnswer
{
    public required DeclaredArgument Argument { get; init; }

    public required int Draws { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Draws without a solution: they are in no share.</summary>
    public required int Failed { get; init; }

    /// <summary>At the modes there is a solution; without one there are no figures.</summary>
    public required bool Converged { get; init; }

    /// <summary>On the path of play, with nothing supposed.</summary>
    public IReadOnlyList<ModalMove> Play { get; init; } = [];

    /// <summary>What each actor expects at the modes.</summary>
    public IReadOnlyList<(string Actor, double Value)> Utilities { get; init; } = [];

    /// <summary>What a named model says at the modes.</summary>
    public IReadOnlyList<(string Name, double Value, string Unit)> Outputs { get; init; } = [];

    public required IReadOnlyList<ClaimAnswer> Claims { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];
}
