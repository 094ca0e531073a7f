using System.Diagnostics.CodeAnalysis;

namespace Entente.Claims.Language;

/// <summary>What type checking gives: the elaborated expression with its type, or the errors in the order of the text.</summary>
public sealed record TypeOutcome
{
    /// <summary>The expression with every bare year that stands for a period made one. Prints as the original does.</summary>
    public Expression? Expression { get; private init; }

    /// <summary>Truth for a claim; any other type for a question whose answer is a value.</summary>
    public ExpressionType? Type { get; private init; }

    public IReadOnlyList<LanguageError> Errors { get; private init; } = [];

    [MemberNotNullWhen(true, nameof(Expression), nameof(Type))]
    public bool Succeeded => Type is not null;

    internal static TypeOutcome Of(Expression expression, ExpressionType type) => new() { Expression = expression, Type = type };

    internal static TypeOutcome Of(IReadOnlyList<LanguageError> errors) => new() { Errors = errors };
}
