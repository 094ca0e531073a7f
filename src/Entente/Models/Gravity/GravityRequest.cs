using Entente.Numerics.Gravity;

namespace Entente.Models.Gravity;

/// <summary>What is to be estimated.</summary>
public sealed record GravityRequest
{
    public required GravityFormula Formula { get; init; }

    /// <summary>For each way of clustering the columns that are crossed.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Clusters { get; init; } = [];

    /// <summary>The column of time, for the bias correction; null takes the one of the effects' whose names are all whole numbers.</summary>
    public string? Period { get; init; }

    public Expression? Weights { get; init; }

    public Expression? Offset { get; init; }

    public GravityOptions Options { get; init; } = new();

    /// <summary>The columns that must be numbers.</summary>
    public IReadOnlyList<string> NumberColumns =>
        [
            .. Formula
                .Response.Columns.Concat(Formula.Terms.OfType<FormulaTerm.Product>().SelectMany(t => t.Parts).SelectMany(p => p.Columns))
                .Concat(Formula.Terms.OfType<FormulaTerm.Levels>().SelectMany(t => t.Times?.Columns ?? []))
                .Concat(Weights?.Columns ?? [])
                .Concat(Offset?.Columns ?? [])
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The columns that are read as names.</summary>
    public IReadOnlyList<string> NameColumns =>
        [
            .. Formula
                .Effects.Concat(Clusters)
                .SelectMany(s => s)
                .Concat(Formula.Terms.OfType<FormulaTerm.Levels>().Select(t => t.Factor))
                .Distinct(StringComparer.Ordinal),
        ];
}
