using System.Globalization;
using Entente.Quantities;

namespace Entente.Claims.Language;

/// <content>What may be compared with what.</content>
public static partial class TypeChecker
{
    private sealed partial class Run
    {
        private Typed VisitComparison(Comparison comparison)
        {
            var (left, right) = (Visit(comparison.Left), Visit(comparison.Right));
            (left, right) = (AsMomentBeside(right.Type, left), AsMomentBeside(left.Type, right));
            var rebuilt =
                ReferenceEquals(left.Expression, comparison.Left) && ReferenceEquals(right.Expression, comparison.Right)
                    ? comparison
                    : comparison with
                    {
                        Left = left.Expression,
                        Right = right.Expression,
                    };
            return new(rebuilt, MayCompare(left, right, comparison.Relation) ? ExpressionType.Truth : null);
        }

        private Typed VisitWithin(Within within)
        {
            var (value, low, high) = (Visit(within.Value), Visit(within.Low), Visit(within.High));
            (low, high) = (AsMomentBeside(value.Type, low), AsMomentBeside(value.Type, high));
            var right = MayCompare(value, low, Relation.GreaterOrEqual) & MayCompare(value, high, Relation.LessOrEqual);
            var rebuilt =
                ReferenceEquals(value.Expression, within.Value)
                && ReferenceEquals(low.Expression, within.Low)
                && ReferenceEquals(high.Expression, within.High)
                    ? within
                    : within with
                    {
                        Value = value.Expression,
                        Low = low.Expression,
                        High = high.Expression,
                    };
            return new(rebuilt, right ? ExpressionType.Truth : null);
        }

        /// <summary>A bare year beside a date, an event or a period is a period.</summary>
        private static Typed AsMomentBeside(ExpressionType? other, Typed typed) =>
            other is { IsMoment: true } && AsPeriod(typed.Expression) is { } period ? new(period, ExpressionType.Period) : typed;

        private bool MayCompare(Typed left, Typed right, Relation relation)
        {
            if (left.Type is not { } a || right.Type is not { } b)
                return false;
            if (a.IsMoment && b.IsMoment)
                return true;
            if (
                IsNamed(a)
                && IsNamed(b)
                && (a.Kind, b.Kind)
                    is not ((TypeKind.Word, TypeKind.Word) or (TypeKind.Word, TypeKind.Choice) or (TypeKind.Choice, TypeKind.Word))
            )
                return relation is Relation.Equal or Relation.NotEqual || FailAt(right, b, "'=' or '!=' before it", "names have no order");
            if ((a.Kind == TypeKind.Factor && b.IsNumeric) || (b.Kind == TypeKind.Factor && a.IsNumeric))
                return true;
            if (a.IsNumeric && b.IsNumeric && UnitRules.Comparable(left.Expression, a, right.Expression, b))
                return true;

            // The side that is a literal is the one that was written wrongly; of two calls, the second.
            var (wrong, type, beside) =
                !IsComparable(a) || (IsLiteral(left.Expression) && !IsLiteral(right.Expression) && IsComparable(b))
                    ? (left, a, b)
                    : (right, b, a);
            if (type.Kind == TypeKind.Word)
                return FailName(wrong.Expression, beside);
            if (!IsComparable(beside) || beside.Kind == TypeKind.Word)
                return FailAt(wrong, type, "quantities, dates or votes on both sides of a comparison", SetHint(type));
            return FailAt(wrong, type, beside.DescribeWithExample(), ComparisonHint(wrong.Expression, type, beside));
        }

        // A scenario gives its own meaning to names, so its options and factors compare with any.
        private static bool IsNamed(ExpressionType type) =>
            type.Kind is TypeKind.Choice or TypeKind.Option or TypeKind.Factor or TypeKind.Word;

        private static bool IsComparable(ExpressionType type) => type.IsNumeric || type.IsMoment || IsNamed(type);

        private static bool IsLiteral(Expression expression) =>
            expression is QuantityLiteral or PeriodLiteral or NameReference or StringLiteral
            || (expression is Negate negate && IsLiteral(negate.Operand));

        private static string? SetHint(ExpressionType type) =>
            type.Kind switch
            {
                TypeKind.ActorSet => "sets are tested by 'includes', and counted by count(…)",
                TypeKind.EventSet => "events are counted by count(…)",
                TypeKind.Truth => "a test needs no '= …': write it, or deny it by 'not'",
                _ => null,
            };

        private static string? ComparisonHint(Expression wrong, ExpressionType type, ExpressionType beside) =>
            (type.Kind, beside.Kind) switch
            {
                (TypeKind.Number, TypeKind.Share) when wrong is QuantityLiteral literal =>
                    $"{literal.Digits} could mean {Percent(literal.Number.Value)} or {literal.Digits}%: write one of them",
                (TypeKind.PercentagePoints, TypeKind.Share) =>
                    "percentage points are the difference of two shares, as change(share(…)) gives",
                (TypeKind.Share, TypeKind.PercentagePoints) => "the difference of two shares is in percentage points: write 'pp'",
                (TypeKind.Number, TypeKind.Money) => "write the currency after the number",
                (TypeKind.Number, TypeKind.Physical) => "write the unit after the number",
                (TypeKind.Share, TypeKind.Money) => "a part of a sum is share(X, of: Y), a change is growth(X)",
                (TypeKind.Money, TypeKind.Share) => "compare the amount itself, or change(X)",
                _ => SetHint(type),
            };

        private static string Percent(double fraction) => (fraction * 100).ToString("0.######", CultureInfo.InvariantCulture) + "%";

        private bool FailAt(Typed at, ExpressionType type, string expected, string? hint) =>
            Fail(at.Expression, type.Describe(), expected, hint).Type is not null;

        private bool FailName(Expression at, ExpressionType beside)
        {
            var name = at switch
            {
                NameReference reference => reference.Name,
                StringLiteral text => text.Value,
                _ => "",
            };
            string[] votes = ["yes", "no", "abstain", "absent"];
            var known =
                beside.Kind == TypeKind.Choice ? votes : environment.Measures.Keys.Concat(LanguageFunctions.All.Select(f => f.Name));
            return Fail(
                at,
                "an unknown name",
                IsComparable(beside) ? beside.DescribeWithExample() : "a known name",
                Suggestion.Hint(name, known)
            ).Type
                is not null;
        }

        /// <summary>A period, or the four digits of a year made one; null for anything else.</summary>
        private static PeriodLiteral? AsPeriod(Expression expression) =>
            expression switch
            {
                PeriodLiteral period => period,
                QuantityLiteral { Unit.Dimension: Dimension.Number } year
                    when Period.TryParse(year.Digits.Length == 4 ? year.Digits : null, out var period) => new PeriodLiteral(period)
                {
                    Span = year.Span,
                },
                _ => null,
            };
    }
}
