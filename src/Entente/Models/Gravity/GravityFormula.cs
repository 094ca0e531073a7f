namespace Entente.Models.Gravity;

/// <summary>A regressor, or a set of them, as the formula names it.</summary>
public abstract record FormulaTerm
{
    /// <summary>`a`, `log(a)`, `a:b`: the product of its parts.</summary>
    /// <param name="Name">As written, without spaces.</param>
    public sealed record Product(string Name, IReadOnlyList<Expression> Parts) : FormulaTerm;

    /// <summary>`i(f)`, `i(f, ref = v)`, `i(f, x)`: one regressor for each level of a column, each times a number where one is named.</summary>
    /// <param name="Factor">The column of levels.</param>
    /// <param name="Times">Null for 1.</param>
    /// <param name="TimesName">As written.</param>
    /// <param name="Reference">The level without a regressor; null where all have one.</param>
    /// <param name="At">Where it begins in the formula, from 1.</param>
    public sealed record Levels(string Factor, Expression? Times, string? TimesName, string? Reference, int At) : FormulaTerm;
}

/// <summary>`Euros ~ log(dist_km) | Destination + Origin + Product^Year`, in fixest's notation.</summary>
public sealed record GravityFormula
{
    /// <summary>As given.</summary>
    public required string Text { get; init; }

    public required Expression Response { get; init; }

    public required string ResponseName { get; init; }

    public required IReadOnlyList<FormulaTerm> Terms { get; init; }

    /// <summary>Without effects a constant is fitted, unless the formula says `- 1` or `+ 0`.</summary>
    public required bool Intercept { get; init; }

    /// <summary>For each set of effects the columns that are crossed.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Effects { get; init; } = [];

    /// <summary>The names of the sets: columns joined by ^.</summary>
    public IReadOnlyList<string> EffectNames => [.. Effects.Select(e => string.Join('^', e))];
}

/// <summary>A formula, or what is wrong with it.</summary>
public sealed record FormulaOutcome(GravityFormula? Formula, GravityProblem? Problem);
