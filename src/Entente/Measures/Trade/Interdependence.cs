namespace Entente.Measures.Trade;

/// <summary>
/// The three measures of a dyad by Katherine Barbieri (1996), Economic Interdependence: A Path to Peace or a Source of Interstate
/// Conflict?, Journal of Peace Research 33(1): 29-49. They rest on the trade shares of the two sides, TS_i = T_ij / T_i.
/// </summary>
public sealed record BarbieriMeasures
{
    /// <summary>TS_i: the second's part in the trade of the first, 0 to 1.</summary>
    public required TradeFigure FirstShare { get; init; }

    /// <summary>TS_j: the first's part in the trade of the second, 0 to 1.</summary>
    public required TradeFigure SecondShare { get; init; }

    /// <summary>√(TS_i · TS_j), 0 to 1: how much the tie matters to both.</summary>
    public required TradeFigure Salience { get; init; }

    /// <summary>1 − |TS_i − TS_j|, 0 to 1: how equally it matters. Near 1 also where it matters to neither.</summary>
    public required TradeFigure Symmetry { get; init; }

    /// <summary>Salience × symmetry, 0 to 1.</summary>
    public required TradeFigure Interdependence { get; init; }

    /// <summary>TS_i − TS_j, −1 to 1: above 0 the first leans more on the second than the second on the first.</summary>
    public required TradeFigure Asymmetry { get; init; }
}

/// <summary>
/// Trade against income, by John R. Oneal and Bruce M. Russett (1997), The Classical Liberals Were Right: Democracy, Interdependence, and
/// Conflict, 1950-1985, International Studies Quarterly 41(2): 267-294. The lower of the two ratios is the constraint of the dyad (weak
/// link). T_ij / GDP_i is the trade share times the openness of the state, T_ij / T_i · T_i / GDP_i (Gartzke and Li 2003).
/// </summary>
public sealed record OnealRussettMeasures
{
    /// <summary>T_ij / GDP_i, from 0; above 1 where goods only pass through.</summary>
    public required TradeFigure First { get; init; }

    /// <summary>T_ij / GDP_j, from 0.</summary>
    public required TradeFigure Second { get; init; }

    /// <summary>The lower of the two.</summary>
    public required TradeFigure Lower { get; init; }

    /// <summary>The higher of the two.</summary>
    public required TradeFigure Higher { get; init; }
}

/// <summary>How much two states' trade with each other is to each, and how equally.</summary>
public static class Interdependence
{
    /// <summary>Salience, symmetry and interdependence of a dyad.</summary>
    /// <param name="firstShare">TS_i = T_ij / T_i, 0 to 1.</param>
    /// <param name="secondShare">TS_j = T_ij / T_j, 0 to 1.</param>
    public static BarbieriMeasures Barbieri(TradeFigure firstShare, TradeFigure secondShare)
    {
        var salience = TradeFigure.Join(firstShare, secondShare, (i, j) => Math.Sqrt(i * j));
        var symmetry = TradeFigure.Join(firstShare, secondShare, (i, j) => 1 - Math.Abs(i - j));
        return new()
        {
            FirstShare = firstShare,
            SecondShare = secondShare,
            Salience = salience,
            Symmetry = symmetry,
            Interdependence = TradeFigure.Join(salience, symmetry, (a, b) => a * b),
            Asymmetry = TradeFigure.Join(firstShare, secondShare, (i, j) => i - j),
        };
    }

    /// <summary>Trade with each other against the income of each.</summary>
    /// <param name="trade">T_ij = x_ij + m_ij, US$ at current prices.</param>
    /// <param name="firstGdp">GDP_i, US$ at current prices.</param>
    /// <param name="secondGdp">GDP_j, US$ at current prices.</param>
    public static OnealRussettMeasures OnealRussett(double? trade, double? firstGdp, double? secondGdp)
    {
        var (first, second) = (Ratio(trade, firstGdp), Ratio(trade, secondGdp));
        return new()
        {
            First = first,
            Second = second,
            Lower = TradeFigure.Join(first, second, Math.Min),
            Higher = TradeFigure.Join(first, second, Math.Max),
        };
    }

    private static TradeFigure Ratio(double? trade, double? gdp) =>
        TradeFigure.Fault(trade, gdp) is not NoFigure.None and var fault ? TradeFigure.Without(fault)
        : gdp == 0 ? TradeFigure.Without(NoFigure.ZeroTotal)
        : TradeFigure.Of(trade!.Value / gdp!.Value);
}
