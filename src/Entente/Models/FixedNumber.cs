namespace Entente.Models;

/// <summary>A number that its file declares as a range, and whoever runs it holds at a value: a slider, or `--set`.</summary>
/// <param name="Name">As it is set.</param>
/// <param name="Value">Within the declared range.</param>
/// <param name="Declared">What the file says.</param>
public sealed record FixedNumber(string Name, double Value, Spread Declared);
