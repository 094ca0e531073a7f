namespace Entente.Measures.Trade;

/// <summary>What part of a state's trade is with one partner, and what is left over.</summary>
public static class TradeShares
{
    /// <summary>Two sources round differently: a part may exceed its whole by so much and still be the whole.</summary>
    private const double Rounding = 1e-6;

    /// <summary>A part of a whole, 0 to 1.</summary>
    /// <param name="part">One flow, any unit.</param>
    /// <param name="whole">The sum that it is part of, the same unit.</param>
    public static TradeFigure Of(double? part, double? whole)
    {
        if (TradeFigure.Fault(part, whole) is not NoFigure.None and var fault)
            return TradeFigure.Without(fault);
        if (whole == 0)
            return TradeFigure.Without(NoFigure.ZeroTotal);
        var share = part!.Value / whole!.Value;
        return share > 1 + Rounding ? TradeFigure.Without(NoFigure.ExceedsTotal) : TradeFigure.Of(Math.Min(share, 1));
    }

    /// <summary>x_ij / x_i, 0 to 1.</summary>
    /// <param name="exportsToPartner">x_ij: what i sold to j, US$.</param>
    /// <param name="exports">x_i: what i sold to the world, US$.</param>
    public static TradeFigure OfExports(double? exportsToPartner, double? exports) => Of(exportsToPartner, exports);

    /// <summary>m_ij / m_i, 0 to 1.</summary>
    /// <param name="importsFromPartner">m_ij: what i bought from j, US$.</param>
    /// <param name="imports">m_i: what i bought from the world, US$.</param>
    public static TradeFigure OfImports(double? importsFromPartner, double? imports) => Of(importsFromPartner, imports);

    /// <summary>TS_i = T_ij / T_i = (x_ij + m_ij) / (x_i + m_i), 0 to 1: the trade share of Barbieri (1996).</summary>
    /// <param name="exportsToPartner">x_ij, US$.</param>
    /// <param name="importsFromPartner">m_ij, US$.</param>
    /// <param name="exports">x_i, US$.</param>
    /// <param name="imports">m_i, US$.</param>
    public static TradeFigure OfTrade(double? exportsToPartner, double? importsFromPartner, double? exports, double? imports) =>
        Of(exportsToPartner + importsFromPartner, exports + imports);

    /// <summary>The share of each of several flows in their sum; they add up to 1. A flow that is missing leaves all without a value.</summary>
    /// <param name="flows">One for each partner or item, the same unit.</param>
    public static IReadOnlyList<TradeFigure> OfAll(IReadOnlyList<double?> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var sum = (double?)0;
        foreach (var flow in flows)
            sum += flow;
        var shares = new TradeFigure[flows.Count];
        for (var i = 0; i < shares.Length; i++)
            shares[i] = sum is null ? TradeFigure.Without(NoFigure.Missing) : Of(flows[i], sum);
        return shares;
    }
}

/// <summary>What one side sold more than it bought.</summary>
public static class TradeBalance
{
    /// <summary>x − m, in the unit of the flows; below 0 is a deficit.</summary>
    /// <param name="exports">x, US$.</param>
    /// <param name="imports">m, US$.</param>
    public static TradeFigure Of(double? exports, double? imports) =>
        TradeFigure.Fault(exports, imports) is not NoFigure.None and var fault
            ? TradeFigure.Without(fault)
            : TradeFigure.Of(exports!.Value - imports!.Value);

    /// <summary>(x − m) / (x + m), −1 (only buys) to 1 (only sells).</summary>
    /// <param name="exports">x, US$.</param>
    /// <param name="imports">m, US$.</param>
    public static TradeFigure Relative(double? exports, double? imports) =>
        TradeFigure.Fault(exports, imports) is not NoFigure.None and var fault ? TradeFigure.Without(fault)
        : exports + imports == 0 ? TradeFigure.Without(NoFigure.ZeroTotal)
        : TradeFigure.Of((exports!.Value - imports!.Value) / (exports.Value + imports.Value));

    /// <summary>x / m: what part of the imports the exports pay for.</summary>
    /// <param name="exports">x, US$.</param>
    /// <param name="imports">m, US$.</param>
    public static TradeFigure Cover(double? exports, double? imports) =>
        TradeFigure.Fault(exports, imports) is not NoFigure.None and var fault ? TradeFigure.Without(fault)
        : imports == 0 ? TradeFigure.Without(NoFigure.ZeroTotal)
        : TradeFigure.Of(exports!.Value / imports!.Value);
}
