namespace Entente.Reports;

/// <summary>One thing that a search found, as reports show it.</summary>
/// <param name="Gone">True for a text that is no longer where it was.</param>
public sealed record FoundEntry(string Kind, string Ref, string Title, string Detail, string Snippet, double Score, bool Gone);
