namespace Entente.Models.Gravity;

/// <summary>What is wrong with a formula or with the table it is put to.</summary>
/// <param name="Where">`--formula, column 12`, or file, line and column of a table.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What could.</param>
/// <param name="Hint">What to do; null where that is plain.</param>
public sealed record GravityProblem(string Where, string Found, string Expected, string? Hint = null);
