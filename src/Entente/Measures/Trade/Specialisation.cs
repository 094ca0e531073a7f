namespace Entente.Measures.Trade;

/// <summary>What a state sells relatively much of, and how well it fits what another buys.</summary>
public static class Specialisation
{
    /// <summary>
    /// Revealed comparative advantage (x_ik/x_i) / (x_wk/x_w), from 0; above 1 is an advantage. Bela Balassa (1965), Trade Liberalisation
    /// and "Revealed" Comparative Advantage, The Manchester School 33(2): 99-123.
    /// </summary>
    /// <param name="exportsOfItem">x_ik, US$.</param>
    /// <param name="exports">x_i, US$.</param>
    /// <param name="worldExportsOfItem">x_wk, US$.</param>
    /// <param name="worldExports">x_w, US$.</param>
    public static TradeFigure Balassa(double? exportsOfItem, double? exports, double? worldExportsOfItem, double? worldExports)
    {
        var (own, world) = (TradeShares.Of(exportsOfItem, exports), TradeShares.Of(worldExportsOfItem, worldExports));
        return world.Value == 0 && own.Has ? TradeFigure.Without(NoFigure.ZeroTotal) : TradeFigure.Join(own, world, (a, b) => a / b);
    }

    /// <summary>(RCA − 1)/(RCA + 1), −1 to 1: the same on a scale on which advantage and its lack are equally far from 0.</summary>
    /// <param name="advantage">RCA.</param>
    public static TradeFigure Symmetric(TradeFigure advantage) => advantage.Map(r => (r - 1) / (r + 1));

    /// <summary>
    /// How far what one sells is what the other buys, 100 · (1 − ½ Σ_k |m_jk/m_j − x_ik/x_i|), 0 (nothing in common) to 100 (the same in the
    /// same proportions). Michael Michaely (1996), Trade Preferential Agreements in Latin America, World Bank Policy Research Paper 1583.
    /// </summary>
    /// <param name="exports">x_ik of each item, US$.</param>
    /// <param name="partnerImports">m_jk of the same items in the same order, US$.</param>
    /// <exception cref="ArgumentException">The lists are of different lengths.</exception>
    public static TradeFigure Michaely(IReadOnlyList<double?> exports, IReadOnlyList<double?> partnerImports)
    {
        ArgumentNullException.ThrowIfNull(exports);
        ArgumentNullException.ThrowIfNull(partnerImports);
        if (exports.Count != partnerImports.Count)
            throw new ArgumentException("exports and imports of the same items are needed", nameof(partnerImports));
        if (exports.Count == 0)
            return TradeFigure.Without(NoFigure.NothingToSum);
        var (sold, bought) = (TradeShares.OfAll(exports), TradeShares.OfAll(partnerImports));
        var apart = 0.0;
        for (var i = 0; i < sold.Count; i++)
        {
            if (!sold[i].Has)
                return sold[i];
            if (!bought[i].Has)
                return bought[i];
            apart += Math.Abs(bought[i].Value!.Value - sold[i].Value!.Value);
        }
        return TradeFigure.Of(Math.Clamp(100 * (1 - (apart / 2)), 0, 100));
    }
}

/// <summary>What both sides report of one flow.</summary>
public static class MirrorGap
{
    /// <summary>ln(M_cif / X_fob): above 0 the buyer reports more than the seller. Freight and insurance alone make it about 0.06.</summary>
    /// <param name="importReported">M: the flow as its buyer reports it, with freight, US$.</param>
    /// <param name="exportReported">X: the same flow as its seller reports it, free on board, US$.</param>
    public static TradeFigure Log(double? importReported, double? exportReported) =>
        TradeFigure.Fault(importReported, exportReported) is not NoFigure.None and var fault ? TradeFigure.Without(fault)
        : importReported == 0 || exportReported == 0 ? TradeFigure.Without(NoFigure.ZeroFlow)
        : TradeFigure.Of(Math.Log(importReported!.Value / exportReported!.Value));

    /// <summary>What of the gap freight does not explain: ln(M/X) − ln(1 + c).</summary>
    /// <param name="gap">ln(M_cif / X_fob).</param>
    /// <param name="freight">c: freight and insurance as a share of the value free on board.</param>
    public static TradeFigure BeyondFreight(TradeFigure gap, double freight) => gap.Map(g => g - Math.Log(1 + freight));
}
