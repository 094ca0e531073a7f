using Entente.Quantities;

namespace Entente.Claims.Language;

/// <summary>Which quantities may be compared, added, multiplied and divided, and what comes of it. Currencies mix: a rate turns one into the other.</summary>
internal static class UnitRules
{
    /// <summary>True when the two are quantities of one kind, so that their order and difference mean something.</summary>
    public static bool SameQuantity(ExpressionType a, ExpressionType b) =>
        a.Kind == b.Kind
            ? a.Kind switch
            {
                TypeKind.Count => a.IsPlainCount || b.IsPlainCount || a.Unit!.Symbol == b.Unit!.Symbol,
                TypeKind.Physical => a.Dimension == Dimension.Physical
                    || b.Dimension == Dimension.Physical
                    || a.Dimension == b.Dimension && (a.Unit is null || b.Unit is null || a.Unit.Base == b.Unit.Base),
                _ => a.IsNumeric,
            }
            : (a.Kind == TypeKind.Number && TakesBareNumber(b)) || (b.Kind == TypeKind.Number && TakesBareNumber(a));

    /// <summary>True for types whose literals are written without a unit.</summary>
    public static bool TakesBareNumber(ExpressionType type) =>
        type.Kind is TypeKind.Number or TypeKind.Count or TypeKind.Rank or TypeKind.Duration
        || (type.Kind == TypeKind.Physical && type.Dimension == Dimension.Index);

    /// <summary>
    /// Comparison, a little wider than <see cref="SameQuantity"/>: a computed ratio compares with a share (`a / b - 1 = -40%`), and a written 0 is
    /// zero in every unit. A written 0.36 beside a share stays an error, since it may mean 36 % or 0.36 %.
    /// </summary>
    public static bool Comparable(Expression left, ExpressionType a, Expression right, ExpressionType b) =>
        SameQuantity(a, b)
        || (a.Kind == TypeKind.Number && b.IsNumeric && (IsZero(left) || (b.Kind == TypeKind.Share && !IsBare(left))))
        || (b.Kind == TypeKind.Number && a.IsNumeric && (IsZero(right) || (a.Kind == TypeKind.Share && !IsBare(right))));

    /// <summary>The type of a sum or a difference; null where there is none.</summary>
    public static ExpressionType? Sum(ArithmeticOperator op, ExpressionType a, ExpressionType b) =>
        (a.Kind, b.Kind) switch
        {
            // The difference of two shares is in percentage points: 38 % less 18 % is 20 points, not 20 %.
            (TypeKind.Share, TypeKind.Share) when op == ArithmeticOperator.Subtract => ExpressionType.PercentagePoints,
            (TypeKind.Share, TypeKind.PercentagePoints) => a,
            (TypeKind.PercentagePoints, TypeKind.Share) when op == ArithmeticOperator.Add => b,
            (TypeKind.Share, TypeKind.Number) or (TypeKind.Number, TypeKind.Share) => ExpressionType.Number,
            (TypeKind.Rank, TypeKind.Rank or TypeKind.Number) or (TypeKind.Number, TypeKind.Rank) => ExpressionType.Number,
            (TypeKind.Date or TypeKind.Event or TypeKind.Period, TypeKind.Duration) => ExpressionType.Date,
            _ when !SameQuantity(a, b) => null,
            (TypeKind.Number, _) => b,
            (_, TypeKind.Number) => a,
            (TypeKind.Count, TypeKind.Count) => a.IsPlainCount ? b : a,
            _ => Merge(a, b),
        };

    /// <summary>The type of a product; null where there is none (money times money).</summary>
    public static ExpressionType? Product(ExpressionType a, ExpressionType b) =>
        IsScale(a) && IsScalable(b) ? (a.Kind == TypeKind.Count && b.Kind == TypeKind.Number ? a : b)
        : IsScale(b) && IsScalable(a) ? a
        : null;

    /// <summary>The type of a quotient: like by like is a number, and a quantity by a scale keeps its type.</summary>
    public static ExpressionType? Quotient(ExpressionType a, ExpressionType b)
    {
        if (!a.IsNumeric || !b.IsNumeric || a.Kind == TypeKind.Rank || b.Kind == TypeKind.Rank)
            return null;
        if (a.Kind == b.Kind && SameQuantity(a, b))
            return ExpressionType.Number;
        return IsScale(b)
            ? (a.Kind == TypeKind.Number || b.Kind == TypeKind.Count && a.Kind == TypeKind.Share ? ExpressionType.Number : a)
            : null;
    }

    /// <summary>True for a number as written, with or without a minus.</summary>
    public static bool IsBare(Expression expression) =>
        expression is QuantityLiteral { Unit.Dimension: Dimension.Number } || (expression is Negate negate && IsBare(negate.Operand));

    private static bool IsZero(Expression expression) =>
        expression is QuantityLiteral { Unit.Dimension: Dimension.Number, Number.Value: 0 };

    private static bool IsScale(ExpressionType type) => type.Kind is TypeKind.Number or TypeKind.Share or TypeKind.Count;

    private static bool IsScalable(ExpressionType type) => type.IsNumeric && type.Kind != TypeKind.Rank;

    // Two currencies, or two units of one dimension, leave the unit open; the evaluator settles it.
    private static ExpressionType Merge(ExpressionType a, ExpressionType b) => a.Unit == b.Unit ? a : a with { Unit = null };
}
