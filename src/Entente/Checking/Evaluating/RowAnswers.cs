using System.Globalization;
using Entente.Numerics.Intervals;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>Turns rows of the record into answers: what the digits leave open, what was known when, which basis is the plain one.</summary>
internal static class RowAnswers
{
    /// <summary>Hedges of sources ("about", "nearly") stand for a tenth, as those of texts do.</summary>
    private const double Hedge = 0.10;

    /// <summary>Bases that mean "goods, or not said": the reading that bare words admit.</summary>
    private static readonly string[] PlainBases =
    [
        "",
        "goods",
        "current_usd",
        "midyear",
        "mean",
        "officials",
        "annual_report",
        "settlements",
        "deliveries",
        "text",
        "running_count",
        "press",
        "customs_value",
    ];

    public static bool Known(Observation row, LocalDate asOf, bool stock)
    {
        if (row.Published is not null)
            return PublishedDate.KnownBy(row.Published, asOf);
        // No date: known as soon as it can have been, that is when its period was over (a stock: when it had begun).
        return row.Period is null || (stock ? row.Period.Start : row.Period.End) <= asOf;
    }

    public static SourceCitation Cite(Observation row) =>
        new()
        {
            Source = row.Source,
            Via = row.Via,
            Published = row.Published?.Text,
            Url = row.Url,
            Tier = row.Tier,
            Row = row.Row.ToString(),
        };

    public static bool IsPlain(string basis)
    {
        var first = basis.AsSpan();
        var end = first.IndexOf(';');
        if (end >= 0)
        {
            // "goods;CNY terms" is plain in what it covers; its terms are kept apart.
            if (!basis.EndsWith(" terms", StringComparison.Ordinal))
                return false;
            first = first[..end];
        }
        foreach (var plain in PlainBases)
            if (first.SequenceEqual(plain))
                return true;
        return false;
    }

    /// <summary>Other cuts that a bare word may also mean: they may bear a claim out, they never refute it.</summary>
    public static bool MayBeMeant(string basis) =>
        basis is "goods_services" or "goods;bop" or "cif" or "fob" or "customs_value" or "ppp" or "by_value" or "by_volume";

    public static string? TermsOf(string basis)
    {
        if (!basis.EndsWith(" terms", StringComparison.Ordinal))
            return null;
        var start = basis.LastIndexOf(';', basis.Length - 1) + 1;
        return basis[start..^6].Trim();
    }

    public static Answer Of(Observation row, string label, string? pointOfView, AnswerKind kind = AnswerKind.Published, bool negate = false)
    {
        var number = Number(row);
        if (negate)
            number = new(-number.Range, -number.Best, number.Unit);
        var oneSided = double.IsInfinity(number.Range.Low) || double.IsInfinity(number.Range.High);
        var reporter = row.Reporter;
        return new()
        {
            Value = number,
            Kind =
                kind != AnswerKind.Published ? kind
                : oneSided ? AnswerKind.Bound
                : row.Basis.Contains("mixed", StringComparison.Ordinal) ? AnswerKind.Mixed
                : kind,
            Period = row.Period,
            Source = row.Source,
            Via = row.Via,
            Reporter = reporter,
            Tier = row.Tier,
            Published = row.Published,
            Url = row.Url,
            Basis = row.Basis,
            Derived = row.Derived,
            Own = row.Own,
            Terms = TermsOf(row.Basis),
            Contested = row.Basis.StartsWith("contested", StringComparison.Ordinal),
            Mirror =
                pointOfView is not null
                && (reporter is null ? row.Subject != pointOfView && row.Object == pointOfView : reporter != pointOfView),
            Note = row.Note,
            Derivation = new()
            {
                Op = label,
                Value = number.Best,
                Unit = row.Unit.Symbol,
                Source = Cite(row),
                Note = BoundWord(row.Bound),
            },
        };
    }

    /// <summary>The range that a row leaves open: half of its last digit either side, or what its bounding word says.</summary>
    public static NumberAnswer Number(Observation row)
    {
        var (value, upper) = (row.Value, row.Upper);
        var exact =
            row.Unit.Dimension is Dimension.Rank or Dimension.Date
            || (row.Unit.Dimension == Dimension.Count && Math.Abs(value.Value) < 1000);
        var half = exact ? 0 : Half(value, row.Unit);
        var upperHalf = exact ? 0 : Half(upper, row.Unit);
        var v = value.Value;
        var range = row.Bound switch
        {
            Bound.About => new Interval(Math.Min(v * (1 - Hedge), v * (1 + Hedge)), Math.Max(v * (1 - Hedge), v * (1 + Hedge))),
            Bound.MoreThan => v >= 0 ? new Interval(v, double.PositiveInfinity) : new Interval(double.NegativeInfinity, v),
            Bound.LessThan => v >= 0 ? new Interval(double.NegativeInfinity, v) : new Interval(v, double.PositiveInfinity),
            Bound.Nearly => new Interval(Math.Min(v * (1 - Hedge), v), Math.Max(v * (1 - Hedge), v)),
            Bound.JustOver => new Interval(Math.Min(v * (1 + Hedge), v), Math.Max(v * (1 + Hedge), v)),
            _ => new Interval(Math.Min(v - half, upper.Value - upperHalf), Math.Max(v + half, upper.Value + upperHalf)),
        };
        return new(range, (v + upper.Value) / 2, row.Unit);
    }

    // Percentages are printed in whole percents at the coarsest (0.3 in the record is 30 %); elsewhere two digits count at least,
    // or "200 billion" would mean anything from 150 to 250.
    private static double Half(WrittenNumber number, Unit unit)
    {
        var last = number.LastDigit;
        if (unit.Dimension is Dimension.Share)
            last = Math.Min(last, 0.01);
        else if (number.Value != 0)
            last = Math.Min(last, Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(number.Value))) - 1));
        return last / 2;
    }

    public static string? BoundWord(Bound bound) =>
        bound switch
        {
            Bound.About => "about",
            Bound.MoreThan => "more than",
            Bound.LessThan => "less than",
            Bound.Nearly => "nearly",
            Bound.JustOver => "just over",
            _ => null,
        };

    public static string Invariant(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
