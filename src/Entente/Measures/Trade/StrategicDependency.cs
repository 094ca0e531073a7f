namespace Entente.Measures.Trade;

/// <summary>What one supplier sold of the item under test to a state or a bloc.</summary>
/// <param name="Supplier">Who.</param>
/// <param name="Imports">US$; null where not reported.</param>
/// <param name="Inside">True where the supplier belongs to the bloc itself.</param>
public readonly record struct SupplierFlow(string Supplier, double? Imports, bool Inside);

/// <summary>The three indicators, each with its threshold, and whether all three are passed.</summary>
public sealed record StrategicDependencyTest
{
    /// <summary>Above this the imports are concentrated.</summary>
    public const double ConcentrationThreshold = 0.4;

    /// <summary>Above this most of what is imported comes from outside.</summary>
    public const double OutsideThreshold = 0.5;

    /// <summary>Above this what comes from outside could not be replaced by what is sold.</summary>
    public const double ReplacementThreshold = 1;

    /// <summary>Σ s² over the suppliers outside the bloc, 0 to 1.</summary>
    public required TradeFigure Concentration { get; init; }

    /// <summary>Imports from outside the bloc / all imports, 0 to 1.</summary>
    public required TradeFigure OutsideShare { get; init; }

    /// <summary>Imports from outside the bloc / all exports of the item, from 0.</summary>
    public required TradeFigure Replacement { get; init; }

    /// <summary>The greatest supplier from outside, and its share of what comes from outside; null where there is none.</summary>
    public required string? FirstSupplier { get; init; }

    public required TradeFigure FirstShare { get; init; }

    /// <summary>
    /// Whether each threshold is passed, in the order above; null where that cannot be said. Where nothing is sold of the item, nothing
    /// could replace it: the third is passed though it has no value.
    /// </summary>
    public required IReadOnlyList<bool?> Passed { get; init; }

    /// <summary>True where all three are passed, false where one is not, null where that cannot be said.</summary>
    public bool? Dependent =>
        Passed.Contains(false) ? false
        : Passed.Contains(null) ? null
        : true;
}

/// <summary>
/// The bottom-up test for one item: European Commission (2021), Strategic dependencies and capacities, SWD(2021) 352 final, of 5 May 2021.
/// An item is one of dependence where its imports from outside are concentrated (above 0.4), are most of all imports (above 0.5) and exceed
/// what the bloc itself sells of it (above 1). For a single state there is no inside: the second indicator is 1 by definition.
/// </summary>
public static class StrategicDependency
{
    /// <param name="suppliers">Every supplier, once.</param>
    /// <param name="exports">What the bloc sold of the item, US$.</param>
    public static StrategicDependencyTest Test(IReadOnlyList<SupplierFlow> suppliers, double? exports)
    {
        ArgumentNullException.ThrowIfNull(suppliers);
        var outside = suppliers.Where(s => !s.Inside).ToArray();
        var fromOutside = Sum(outside);
        var first = outside
            .Where(s => s.Imports > 0)
            .OrderByDescending(s => s.Imports)
            .ThenBy(s => s.Supplier, StringComparer.Ordinal)
            .FirstOrDefault();
        var concentration = Trade.Concentration.Herfindahl([.. outside.Select(s => s.Imports)]).Unit;
        var outsideShare = suppliers.Count == 0 ? TradeFigure.Without(NoFigure.NothingToSum) : TradeShares.Of(fromOutside, Sum(suppliers));
        var replacement =
            TradeFigure.Fault(fromOutside, exports) is not NoFigure.None and var fault ? TradeFigure.Without(fault)
            : exports == 0 ? TradeFigure.Without(NoFigure.ZeroTotal)
            : TradeFigure.Of(fromOutside!.Value / exports!.Value);
        return new()
        {
            Concentration = concentration,
            OutsideShare = outsideShare,
            Replacement = replacement,
            FirstSupplier = first.Supplier,
            FirstShare = first.Supplier is null ? TradeFigure.Without(NoFigure.NothingToSum) : TradeShares.Of(first.Imports, fromOutside),
            Passed =
            [
                Above(concentration, StrategicDependencyTest.ConcentrationThreshold),
                Above(outsideShare, StrategicDependencyTest.OutsideThreshold),
                replacement.Reason == NoFigure.ZeroTotal && fromOutside > 0
                    ? true
                    : Above(replacement, StrategicDependencyTest.ReplacementThreshold),
            ],
        };
    }

    private static bool? Above(TradeFigure figure, double threshold) => figure.Value is { } value ? value > threshold : null;

    private static double? Sum(IEnumerable<SupplierFlow> suppliers)
    {
        var sum = (double?)0;
        foreach (var supplier in suppliers)
            sum += supplier.Imports;
        return sum;
    }
}
