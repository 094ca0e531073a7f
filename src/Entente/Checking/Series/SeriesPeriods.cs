using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Measures;
using Entente.Quantities;

namespace Entente.Checking.Series;

/// <summary>A change between two periods that are not a year apart: of what, from when, to when, and whether the claim is of the rate or of the amount.</summary>
internal sealed record SpannedChange(Call Inner, Period Then, Period Now, ChangeForm Form);

internal enum ChangeForm
{
    /// <summary>now ÷ then − 1.</summary>
    Rate,

    /// <summary>now ÷ then.</summary>
    Ratio,

    /// <summary>now − then.</summary>
    Amount,
}

/// <summary>The periods an expression speaks of.</summary>
internal static class SeriesPeriods
{
    public static IReadOnlyList<Period> Of(Expression expression)
    {
        var periods = new List<Period>();
        Expressions.Shift(
            expression,
            p =>
            {
                if (!periods.Contains(p))
                    periods.Add(p);
                return p;
            }
        );
        return periods;
    }

    public static Call With(Call call, Period period) =>
        call with
        {
            Arguments =
            [
                .. call.Arguments.Where(a => a.Name is not null || Arguments.AsPeriod(a.Value) is null),
                new(null, new PeriodLiteral(period)),
            ],
        };

    /// <summary>The change between two periods that an expression is; null where it is none, or from one year to the next.</summary>
    public static SpannedChange? Several(Expression expression, MeasureCatalogue measures)
    {
        var change = expression switch
        {
            Call { Function: "growth" or "change" } call
                when Arguments.First(call) is Call inner
                    && (Arguments.PeriodOf(call) ?? Arguments.PeriodOf(inner)) is { } now
                    && Arguments.AsPeriod(Arguments.Named(call, "since")) is { } then => new SpannedChange(
                Without(inner),
                then,
                now,
                call.Function == "growth" ? ChangeForm.Rate : ChangeForm.Amount
            ),
            Arithmetic
            {
                Operator: ArithmeticOperator.Subtract,
                Left: Arithmetic { Operator: ArithmeticOperator.Divide } ratio,
                Right: QuantityLiteral { Number.Value: 1 }
            } => Quotient(ratio, ChangeForm.Rate, measures),
            Arithmetic { Operator: ArithmeticOperator.Divide } ratio => Quotient(ratio, ChangeForm.Ratio, measures),
            Arithmetic { Operator: ArithmeticOperator.Subtract } difference => Quotient(difference, ChangeForm.Amount, measures),
            Call { Function: "ratio" } ratio when Arguments.Positional(ratio) is [Call later, Call earlier] => Quotient(
                new(ArithmeticOperator.Divide, later, earlier),
                ChangeForm.Ratio,
                measures
            ),
            _ => null,
        };
        return change is null || change.Then.PlusYears(1).SameDays(change.Now) || change.Then.SameDays(change.Now) ? null : change;
    }

    private static SpannedChange? Quotient(Arithmetic of, ChangeForm form, MeasureCatalogue measures) =>
        of is { Left: Call left, Right: Call right }
        && MeasureCall.Of(left, measures, null) is { Period: { } now } later
        && MeasureCall.Of(right, measures, null) is { Period: { } then } earlier
        && later.With(null) == earlier.With(null)
            ? new(Without(left), then, now, form)
            : null;

    private static Call Without(Call call) => call with { Arguments = [.. call.Arguments.Where(a => Arguments.AsPeriod(a.Value) is null)] };
}
