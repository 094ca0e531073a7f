using System.Diagnostics.CodeAnalysis;

namespace Entente.Claims.Language;

/// <summary>What parsing gives: an expression, or the first error.</summary>
public sealed record ParseOutcome
{
    public Expression? Expression { get; private init; }

    public LanguageError? Error { get; private init; }

    [MemberNotNullWhen(true, nameof(Expression))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Expression is not null;

    internal static ParseOutcome Of(Expression expression) => new() { Expression = expression };

    internal static ParseOutcome Of(LanguageError error) => new() { Error = error };
}
