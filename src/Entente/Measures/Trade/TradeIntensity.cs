namespace Entente.Measures.Trade;

/// <summary>Trade in one item (a heading of a goods classification), US$, as the three measures of intensity need it.</summary>
/// <param name="Item">The heading.</param>
/// <param name="Exports">x_ik: what i sold of it to the world.</param>
/// <param name="Imports">m_ik: what i bought of it from the world.</param>
/// <param name="PartnerImports">m_jk: what j bought of it from the world.</param>
/// <param name="WorldImports">m_wk: what all states bought of it.</param>
public readonly record struct ItemTrade(string Item, double? Exports, double? Imports, double? PartnerImports, double? WorldImports);

/// <summary>Intensity and what it is made of: I = C · B.</summary>
public sealed record IntensityMeasures
{
    /// <summary>I, from 0; 1 where i sells to j as large a part of its exports as j has in the imports of all others.</summary>
    public required TradeFigure Intensity { get; init; }

    /// <summary>C, from 0; above 1 where j buys what i sells.</summary>
    public required TradeFigure Complementarity { get; init; }

    /// <summary>B, from 0; above 1 where i and j trade more than what they sell and buy would lead to expect.</summary>
    public required TradeFigure Bias { get; init; }
}

/// <summary>
/// Intensity of trade and its two factors, by Peter Drysdale and Ross Garnaut (1982), Trade Intensities and the Analysis of Bilateral Trade
/// Flows in a Many-Country World: A Survey, Hitotsubashi Journal of Economics 22(2): 62-84. What i buys itself is taken from the imports of
/// the world, as no state sells to itself.
/// </summary>
public static class TradeIntensity
{
    /// <summary>I = (x_ij / x_i) / (m_j / (m_w − m_i)).</summary>
    /// <param name="exportsToPartner">x_ij, US$.</param>
    /// <param name="exports">x_i, US$.</param>
    /// <param name="partnerImports">m_j, US$.</param>
    /// <param name="imports">m_i, US$.</param>
    /// <param name="worldImports">m_w, US$.</param>
    public static TradeFigure Intensity(
        double? exportsToPartner,
        double? exports,
        double? partnerImports,
        double? imports,
        double? worldImports
    )
    {
        if (TradeFigure.Fault(exportsToPartner, exports, partnerImports, imports, worldImports) is not NoFigure.None and var fault)
            return TradeFigure.Without(fault);
        var others = worldImports!.Value - imports!.Value;
        if (exports == 0 || partnerImports == 0 || others == 0)
            return TradeFigure.Without(NoFigure.ZeroTotal);
        if (partnerImports > others || exportsToPartner > exports)
            return TradeFigure.Without(NoFigure.ExceedsTotal);
        return TradeFigure.Of(exportsToPartner!.Value / exports!.Value / (partnerImports!.Value / others));
    }

    /// <summary>C = Σ_k (x_ik/x_i) · ((m_w − m_i)/(m_wk − m_ik)) · (m_jk/m_j), the totals being the sums over the items given.</summary>
    /// <param name="items">Every item in which any of the sides trades, US$.</param>
    public static TradeFigure Complementarity(IReadOnlyList<ItemTrade> items)
    {
        var sums = Sums.Of(items, out var fault);
        return fault != NoFigure.None ? TradeFigure.Without(fault)
            : sums.Exports == 0 || sums.PartnerImports == 0 || sums.Others == 0 ? TradeFigure.Without(NoFigure.ZeroTotal)
            : TradeFigure.Of(sums.Expected / (sums.Exports * (sums.PartnerImports / sums.Others)));
    }

    /// <summary>
    /// B = x_ij / Σ_k x_ik · m_jk / (m_wk − m_ik): what i sold to j against what it would have sold, had each of its items gone to j in
    /// proportion to j's part in the market of that item. It is the mean of the item biases, weighed by that expectation.
    /// </summary>
    /// <param name="exportsToPartner">x_ij, US$.</param>
    /// <param name="items">Every item in which any of the sides trades, US$.</param>
    public static TradeFigure Bias(double? exportsToPartner, IReadOnlyList<ItemTrade> items)
    {
        var sums = Sums.Of(items, out var fault);
        if (fault == NoFigure.None)
            fault = TradeFigure.Fault(exportsToPartner);
        return fault != NoFigure.None ? TradeFigure.Without(fault)
            : sums.Expected == 0 ? TradeFigure.Without(NoFigure.ZeroTotal)
            : TradeFigure.Of(exportsToPartner!.Value / sums.Expected);
    }

    /// <summary>All three from the same items, each by its own definition; that I = C · B is a consequence.</summary>
    /// <param name="exportsToPartner">x_ij, US$.</param>
    /// <param name="items">Every item in which any of the sides trades, US$.</param>
    public static IntensityMeasures Decompose(double? exportsToPartner, IReadOnlyList<ItemTrade> items)
    {
        var sums = Sums.Of(items, out var fault);
        return new()
        {
            Intensity =
                fault != NoFigure.None
                    ? TradeFigure.Without(fault)
                    : Intensity(exportsToPartner, sums.Exports, sums.PartnerImports, sums.Imports, sums.WorldImports),
            Complementarity = Complementarity(items),
            Bias = Bias(exportsToPartner, items),
        };
    }

    /// <param name="Expected">Σ_k x_ik · m_jk / (m_wk − m_ik).</param>
    private readonly record struct Sums(double Exports, double Imports, double PartnerImports, double WorldImports, double Expected)
    {
        public double Others => WorldImports - Imports;

        public static Sums Of(IReadOnlyList<ItemTrade> items, out NoFigure fault)
        {
            ArgumentNullException.ThrowIfNull(items);
            var sums = new Sums();
            fault = items.Count == 0 ? NoFigure.NothingToSum : NoFigure.None;
            foreach (var item in items)
            {
                fault = TradeFigure.Fault(item.Exports, item.Imports, item.PartnerImports, item.WorldImports);
                if (fault != NoFigure.None)
                    return default;
                var (x, m, partner, world) = (
                    item.Exports!.Value,
                    item.Imports!.Value,
                    item.PartnerImports!.Value,
                    item.WorldImports!.Value
                );
                if (m + partner > world * (1 + 1e-9))
                {
                    fault = NoFigure.ExceedsTotal;
                    return default;
                }
                // An item that j does not buy adds nothing, whatever the market of the others is.
                var expected = x == 0 || partner == 0 ? 0 : x * (partner / (world - m));
                sums = new(
                    sums.Exports + x,
                    sums.Imports + m,
                    sums.PartnerImports + partner,
                    sums.WorldImports + world,
                    sums.Expected + expected
                );
            }
            return sums;
        }
    }
}
