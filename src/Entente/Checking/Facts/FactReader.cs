using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Measures;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Facts;

/// <summary>What a figure is of, as the record keeps it: measure, parties, item, period, value. Where it comes from is still to be said.</summary>
public sealed record FactDraft
{
    public required string Measure { get; init; }

    /// <summary>For a growth rate, the measure that grew.</summary>
    public string? Of { get; init; }

    public required string Subject { get; init; }

    public string? Object { get; init; }

    public required string Item { get; init; }

    public Period? Period { get; init; }

    public required WrittenNumber Value { get; init; }

    public required Unit Unit { get; init; }

    public Bound Bound { get; init; }

    /// <summary>The party of the two whose own statistics the source is by the catalogue; null where it is neither's.</summary>
    public string? ReporterFor(string source, MeasureCatalogue measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        if (!measures.ById.TryGetValue(Of ?? Measure, out var measure))
            return null;
        foreach (var party in new[] { Subject, Object })
        foreach (var rule in measure.Authorities)
            if (rule.For == party && rule.Sources.Contains(source))
                return party;
        return null;
    }
}

/// <summary>A draft, or what is wrong with the two texts that it was read from.</summary>
public sealed record FactOutcome
{
    public FactDraft? Draft { get; init; }

    public LanguageError? Error { get; init; }

    /// <summary>True where the error is in the value, its position counted from the value's first character.</summary>
    public bool InValue { get; init; }
}

/// <summary>
/// Reads a fact that somebody enters: an expression of the claim language that asks for one figure, and the figure. Names, types and units are
/// checked as those of a claim, so that what is entered answers what is claimed.
/// </summary>
public static class FactReader
{
    private static readonly (string Sign, Bound Bound)[] Signs =
    [
        (">~", Bound.JustOver),
        ("<~", Bound.Nearly),
        ("~", Bound.About),
        (">", Bound.MoreThan),
        ("<", Bound.LessThan),
        ("=", Bound.Exact),
    ];

    /// <param name="expression">`exports(DEU -&gt; POL, 2023)` or `growth(exports(DEU -&gt; POL), 2023)`.</param>
    /// <param name="value">`90.2e9 EUR`, `36%`; a sign of the record's bounds may stand before it (`&gt;`, `~` …).</param>
    /// <param name="environment">The names that may be used.</param>
    /// <param name="measures">The catalogue's measures.</param>
    public static FactOutcome Read(string expression, string value, ITypeEnvironment environment, MeasureCatalogue measures)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(value);
        var (bound, sign) = BoundOf(value);
        // As a claim the two are checked against each other: a share is no amount of money.
        var left = $"{expression} = ";
        var parsed = ClaimParser.Parse(expression);
        if (!parsed.Succeeded)
            return new() { Error = parsed.Error };
        var outcome = TypeChecker.Check(left + value[sign..], environment);
        if (outcome.Errors is [var error, ..])
            return error.Position >= left.Length
                ? new() { Error = error with { Position = error.Position - left.Length + sign }, InValue = true }
                : new() { Error = error };
        if (outcome.Expression is not Comparison { Left: Call call } test)
            return Unfit(0, expression.Length, "an expression of several figures");
        var (negative, literal) = test.Right is Negate { Operand: QuantityLiteral n } ? (true, n) : (false, test.Right as QuantityLiteral);
        if (literal is null)
            return new()
            {
                Error = new()
                {
                    Position = 0,
                    Length = value.Length,
                    Found = $"'{value}'",
                    Expected = "one figure with its unit, for example '90.2e9 EUR' or '36%'",
                },
                InValue = true,
            };
        var growth = call.Function == "growth";
        var inner = growth ? Arguments.First(call) as Call : call;
        if (
            inner is null
            || MeasureCall.Of(inner, measures, growth ? Arguments.PeriodOf(call) : null) is not { } asked
            || asked.Measure.Id == "volume"
        )
            return Unfit(0, call.Function.Length, $"'{call.Function}'");
        if (growth && asked.Period is null)
            return Unfit(0, expression.Length, "a growth rate without a period");
        if (asked.Measure.Cumulative && asked.Period is null)
            return Unfit(0, expression.Length, $"{asked.Measure.Id} without a period");
        var number = negative ? new WrittenNumber(-literal.Number.Value, literal.Number.LastDigit) : literal.Number;
        var (subject, partner) = Parties(asked);
        return new()
        {
            Draft = new()
            {
                Measure = growth ? "growth" : asked.Measure.Id,
                Of = growth ? asked.Measure.Id : null,
                Subject = subject ?? "",
                Object = partner,
                Item = asked.Item ?? (asked.Measure.TakesItem ? "total" : ""),
                Period = asked.Period,
                Value = number,
                Unit = UnitOf(literal.Unit, asked.Measure, growth),
                Bound = bound,
            },
        };
    }

    /// <summary>The record keeps exports under the seller, imports under the buyer, and the world's side as the world.</summary>
    private static (string? Subject, string? Object) Parties(MeasureCall asked)
    {
        var world = asked.Measure.Parties is Measures.Parties.StateOrDyad or Measures.Parties.StateOrFlow ? MeasureCall.World : null;
        return asked.Measure.Id == "imports" ? (asked.Second, asked.First ?? world) : (asked.First, asked.Second ?? world);
    }

    /// <summary>A bare number takes the unit that the measure is in.</summary>
    private static Unit UnitOf(Unit written, MeasureDefinition measure, bool growth) =>
        !growth
        && written.Dimension is Dimension.Number or Dimension.Count
        && measure.Unit is { } symbol
        && Units.TryFind(symbol, out var unit)
            ? unit
        : !growth && written.Dimension == Dimension.Number && measure.Dimension == Dimension.Count ? Units.Count
        : !growth && written.Dimension == Dimension.Number && measure.Dimension == Dimension.Rank ? Units.Rank
        : written;

    private static (Bound Bound, int Length) BoundOf(string value)
    {
        var start = value.Length - value.AsSpan().TrimStart().Length;
        foreach (var (sign, bound) in Signs)
            if (value.AsSpan(start).StartsWith(sign, StringComparison.Ordinal))
                return (bound, start + sign.Length);
        return (Bound.Exact, start);
    }

    private static FactOutcome Unfit(int position, int length, string found) =>
        new()
        {
            Error = new()
            {
                Position = position,
                Length = length,
                Found = found,
                Expected = "one measure with its parties and period, or the growth of one",
                Hint = "for example exports(DEU -> POL, 2023) or growth(exports(DEU -> POL), 2023)",
            },
        };
}
