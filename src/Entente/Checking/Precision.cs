using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Numerics.Intervals;
using Entente.Quantities;

namespace Entente.Checking;

/// <summary>What one figure says of a claimed quantity.</summary>
internal enum Match
{
    Undecided,
    Holds,

    /// <summary>Off by at most one further unit of the last digit as written.</summary>
    Near,
    Fails,
}

/// <summary>A claimed quantity with the precision its own digits and words give it.</summary>
internal sealed record Claimed
{
    /// <summary>The relation; a range is <see cref="Relation.Equal"/> with <see cref="Upper"/>.</summary>
    public required Relation Relation { get; init; }

    public required WrittenNumber Number { get; init; }

    public WrittenNumber? Upper { get; init; }

    public required Unit Unit { get; init; }

    /// <summary>"About" stands for a tenth either side, or one unit of the last digit where that is more.</summary>
    private const double About = 0.10;

    /// <summary>A bare number takes the unit of what it is compared with, so that a rank is tested as a rank, 20 shows as 20 days and 0 as no money.</summary>
    public Claimed Taking(Evaluation evaluation)
    {
        if (Unit.Dimension is not (Dimension.Number or Dimension.Count))
            return this;
        // "A surplus" is a balance of more than nothing, in whatever it is counted.
        if (Number.Value == 0 && Upper is null && Unit.Dimension == Dimension.Number)
        {
            foreach (var answer in evaluation.Answers)
                if (answer.Number?.Unit is { IsMoney: true } currency)
                    return this with { Unit = currency };
        }
        foreach (var answer in evaluation.Answers)
            if (
                answer.Number?.Unit is { } unit
                && unit != Unit
                && unit.Dimension is Dimension.Rank or Dimension.Count or Dimension.Duration or Dimension.Date
            )
                return this with { Unit = unit };
        return this;
    }

    /// <summary>What the words commit to, in the claim's unit.</summary>
    public Interval Range
    {
        get
        {
            var half = IsCounted ? 0 : Number.LastDigit / 2;
            if (Upper is { } upper)
                return new(Number.Value - half, upper.Value + (IsCounted ? 0 : upper.LastDigit / 2));
            if (Relation == Relation.About)
            {
                var slack = Math.Max(Math.Abs(Number.Value) * About, Number.LastDigit);
                return new(Number.Value - slack, Number.Value + slack);
            }
            return new(Number.Value - half, Number.Value + half);
        }
    }

    /// <summary>Ranks, and counts written to the last one, are right or wrong; a count in thousands has the precision of its digits.</summary>
    public bool IsCounted =>
        Unit.Dimension is Dimension.Rank or Dimension.Date
        || (Unit.Dimension is Dimension.Count && Number.LastDigit <= 1 && Number.Value < 1000);

    public static Claimed? Of(Relation relation, Expression right) =>
        right switch
        {
            QuantityLiteral q => new()
            {
                Relation = relation,
                Number = q.Number,
                Unit = q.Unit,
            },
            Negate { Operand: QuantityLiteral q } => new()
            {
                Relation = relation,
                Number = q.Number with { Value = -q.Number.Value },
                Unit = q.Unit,
            },
            _ => null,
        };

    public static Claimed? Between(Expression low, Expression high) =>
        Of(Relation.Equal, low) is { } l && Of(Relation.Equal, high) is { } h ? l with { Upper = h.Number } : null;

    /// <summary>An answer's number in this claim's unit; null where units or currencies do not meet.</summary>
    public NumberAnswer? Convert(NumberAnswer number, EvaluationContext context, Period? period)
    {
        if (number.Unit == Unit)
            return number;
        if (Unit.IsMoney && number.Unit.IsMoney)
            return Rates.Convert(number, Unit, context, period);
        if (number.Unit.Dimension == Unit.Dimension && number.Unit.Base == Unit.Base)
            return Rescaled(number);
        if (Unit.Dimension == Dimension.PercentagePoints && number.Unit.Dimension == Dimension.Share)
            return new(new Interval(number.Range.Low * 100, number.Range.High * 100), number.Best * 100, Unit);
        if (Unit.Dimension == Dimension.Share && number.Unit.Dimension == Dimension.PercentagePoints)
            return new(new Interval(number.Range.Low / 100, number.Range.High / 100), number.Best / 100, Unit);
        var bare = Unit.Dimension is Dimension.Number or Dimension.Count;
        if (Pairing.IsPlain(number.Unit.Dimension) && Pairing.IsPlain(Unit.Dimension))
            return number with { Unit = Unit };
        return bare && number.Unit.Dimension is Dimension.Duration or Dimension.Count or Dimension.Rank
            ? number with
            {
                Unit = Unit,
            }
            : null;
    }

    // A figure that was converted has been rounded before as well as after: 4,209.3 km is 2,615 miles by way of 4,209 km.
    private NumberAnswer Rescaled(NumberAnswer number)
    {
        var factor = number.Unit.ToBase / Unit.ToBase;
        var range = number.Range;
        var unit = Number.LastDigit / factor;
        if (number.Unit.Dimension != Dimension.Duration && unit > range.Width && unit > 0)
        {
            var step = Math.Pow(10, Math.Floor(Math.Log10(unit)));
            var rounded = Math.Round(number.Best / step) * step;
            range = new Interval(Math.Min(range.Low, rounded - (step / 2)), Math.Max(range.High, rounded + (step / 2)));
        }
        return new(new Interval(range.Low * factor, range.High * factor), number.Best * factor, Unit);
    }

    /// <param name="found">In this claim's unit.</param>
    /// <param name="bound">True where the range is all that is known, so that lying inside it proves nothing.</param>
    public Match Test(NumberAnswer found, bool bound = false)
    {
        var counted = IsCounted;
        var (value, unit) = (Number.Value, counted ? 0 : Number.LastDigit);
        var bounded = bound || double.IsInfinity(found.Range.Low) || double.IsInfinity(found.Range.High);
        switch (Relation)
        {
            case Relation.Greater:
                return OneSided(found.Range.Low, found.Range.High, found.Best, value, unit, strict: true, bounded);
            case Relation.GreaterOrEqual:
                return OneSided(found.Range.Low, found.Range.High, found.Best, value, unit, strict: false, bounded);
            case Relation.Less:
                return OneSided(-found.Range.High, -found.Range.Low, -found.Best, -value, unit, strict: true, bounded);
            case Relation.LessOrEqual:
                return OneSided(-found.Range.High, -found.Range.Low, -found.Best, -value, unit, strict: false, bounded);
            case Relation.NotEqual:
                return Equality(found, counted, unit, bounded) switch
                {
                    Match.Holds => Match.Fails,
                    Match.Fails => Match.Holds,
                    var other => other,
                };
            default:
                return Equality(found, counted, unit, bounded);
        }
    }

    private Match Equality(NumberAnswer found, bool counted, double unit, bool bounded)
    {
        var range = counted ? new Interval(Number.Value, Upper?.Value ?? Number.Value) : Range;
        if (Relation == Relation.About || Upper is not null)
            range = Range;
        // Binary fractions are not to decide; against figures given to the last dollar a billionth would be too much.
        var tiny = Math.Min(Math.Abs(Number.Value) * 1e-9, Number.LastDigit * 1e-3);
        range = new(range.Low - tiny, range.High + tiny);
        // Two rounding intervals that only touch are one unit apart: 37 is not 38.
        var touching =
            !bounded
            && !counted
            && found.Range.Width > 0
            && (found.Range.High <= range.Low + (2 * tiny) || found.Range.Low >= range.High - (2 * tiny));
        // A figure rounded to the whole million says nothing of eighty thousand.
        if (!counted && found.Range.Width >= 2 * Math.Abs(Number.Value) && found.Range.Overlaps(range))
            return Match.Undecided;
        if (found.Range.Overlaps(range) && !touching)
        {
            if (bounded)
                return Match.Undecided;
            // The record's rounding may hide a difference that the claim's digits commit to: then it is near, not right.
            var fine = range.Contains(found.Best) || Distance(range, found.Best) <= unit || found.Range.Width <= range.Width;
            return fine ? Match.Holds : Match.Near;
        }
        var further = new Interval(range.Low - unit, range.High + unit);
        var apart = found.Range.Width > 0 && (found.Range.High <= further.Low + (2 * tiny) || found.Range.Low >= further.High - (2 * tiny));
        return !counted && !apart && found.Range.Overlaps(further)
            ? bounded
                ? Match.Undecided
                : Match.Near
            : Match.Fails;
    }

    private static double Distance(Interval range, double value) =>
        value < range.Low ? range.Low - value
        : value > range.High ? value - range.High
        : 0;

    private static Match OneSided(double low, double high, double best, double value, double unit, bool strict, bool bounded)
    {
        if (strict ? low > value : low >= value)
            return Match.Holds;
        if (strict ? high <= value : high < value)
            return high > value - unit && unit > 0 && !bounded ? Match.Near : Match.Fails;
        if (bounded)
            return Match.Undecided;
        // The figure's own rounding straddles the limit: its printed value decides, and never gravely.
        return (strict ? best > value : best >= value) ? Match.Holds : Match.Near;
    }
}
