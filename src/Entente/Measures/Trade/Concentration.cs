namespace Entente.Measures.Trade;

/// <summary>
/// The Hirschman–Herfindahl index Σ s² of the shares of partners or items: Albert O. Hirschman (1945), National Power and the Structure of
/// Foreign Trade (who took the root of it), and Orris C. Herfindahl (1950). The two scales are both in use, so both have a name.
/// </summary>
public sealed record HerfindahlIndex
{
    /// <summary>Σ s² with shares from 0 to 1: 1/n where n flows are equal, 1 where there is one.</summary>
    public required TradeFigure Unit { get; init; }

    /// <summary>The same with shares in per cent: 0 to 10,000, as competition authorities write it.</summary>
    public TradeFigure Points => Unit.Map(h => h * 10_000);

    /// <summary>Hirschman's own index, √(Σ s²), 0 to 1.</summary>
    public TradeFigure Root => Unit.Map(Math.Sqrt);

    /// <summary>(H − 1/n) / (1 − 1/n), 0 (all equal) to 1 (one flow); no value for a single flow.</summary>
    public required TradeFigure Normalised { get; init; }

    /// <summary>1/H: how many equal flows would be as concentrated.</summary>
    public TradeFigure Equivalent => Unit.Map(h => 1 / h);

    /// <summary>How many flows above nothing were summed over.</summary>
    public required int Count { get; init; }
}

/// <summary>How few partners or items make up a state's trade.</summary>
public static class Concentration
{
    /// <summary>The index of a list of flows. A flow that is missing leaves the index without a value: leave out only what is known to be nothing.</summary>
    /// <param name="flows">One for each partner or item, the same unit; order does not matter.</param>
    public static HerfindahlIndex Herfindahl(IReadOnlyList<double?> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var (sum, count) = (0.0, 0);
        foreach (var flow in flows)
        {
            if (TradeFigure.Fault(flow) is not NoFigure.None and var fault)
                return Without(fault, 0);
            sum += flow!.Value;
            count += flow > 0 ? 1 : 0;
        }
        if (flows.Count == 0)
            return Without(NoFigure.NothingToSum, 0);
        if (sum == 0)
            return Without(NoFigure.ZeroTotal, 0);
        var index = 0.0;
        foreach (var flow in flows)
            index += flow!.Value / sum * (flow.Value / sum);
        return new()
        {
            Unit = TradeFigure.Of(index),
            Normalised =
                flows.Count == 1
                    ? TradeFigure.Without(NoFigure.ZeroTotal)
                    : TradeFigure.Of(Math.Clamp((index - (1.0 / flows.Count)) / (1 - (1.0 / flows.Count)), 0, 1)),
            Count = count,
        };
    }

    private static HerfindahlIndex Without(NoFigure reason, int count) =>
        new()
        {
            Unit = TradeFigure.Without(reason),
            Normalised = TradeFigure.Without(reason),
            Count = count,
        };
}
