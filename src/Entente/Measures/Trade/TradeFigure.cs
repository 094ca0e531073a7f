namespace Entente.Measures.Trade;

/// <summary>Why a measure of trade has no value.</summary>
public enum NoFigure
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>A figure that it needs was not reported, or is not in the source. A missing figure is never taken for nothing.</summary>
    Missing,

    /// <summary>It divides by a total that is nothing.</summary>
    ZeroTotal,

    /// <summary>It takes the logarithm of a flow of nothing.</summary>
    ZeroFlow,

    /// <summary>A figure is below nothing, or no finite number.</summary>
    NotAFlow,

    /// <summary>A part is greater than the whole that it is part of: the two are not of one source, or one is wrong.</summary>
    ExceedsTotal,

    /// <summary>There are no items or partners to sum over.</summary>
    NothingToSum,
}

/// <summary>The value of a measure, or the coded reason why there is none. Never NaN, never a zero that stands for something missing.</summary>
public readonly record struct TradeFigure
{
    /// <summary>The value in the measure's own unit; null where there is none.</summary>
    public double? Value { get; private init; }

    /// <summary>Why there is none; <see cref="NoFigure.None"/> where there is one.</summary>
    public NoFigure Reason { get; private init; }

    /// <summary>True where there is a value.</summary>
    public bool Has => Value is not null;

    /// <summary>The reason as machine-readable output names it; empty where there is a value.</summary>
    public string Code =>
        Reason switch
        {
            NoFigure.None => Has ? "" : "missing",
            NoFigure.Missing => "missing",
            NoFigure.ZeroTotal => "zero_total",
            NoFigure.ZeroFlow => "zero_flow",
            NoFigure.NotAFlow => "not_a_flow",
            NoFigure.ExceedsTotal => "exceeds_total",
            _ => "nothing_to_sum",
        };

    /// <summary>A value; a number that is not finite becomes a reason.</summary>
    public static TradeFigure Of(double value) => double.IsFinite(value) ? new() { Value = value } : Without(NoFigure.NotAFlow);

    /// <summary>No value, and why.</summary>
    public static TradeFigure Without(NoFigure reason) => new() { Reason = reason == NoFigure.None ? NoFigure.Missing : reason };

    /// <summary>The value under a function; the reason stays.</summary>
    public TradeFigure Map(Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Value is { } value ? Of(function(value)) : this;
    }

    /// <summary>Two values under a function; the first reason stays.</summary>
    public static TradeFigure Join(TradeFigure a, TradeFigure b, Func<double, double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return a.Value is { } x
            ? b.Value is { } y
                ? Of(function(x, y))
                : b
            : a;
    }

    /// <summary>The first thing that keeps figures from being flows: one is missing, below nothing, or no number.</summary>
    internal static NoFigure Fault(params ReadOnlySpan<double?> flows)
    {
        foreach (var flow in flows)
            if (flow is null)
                return NoFigure.Missing;
        foreach (var flow in flows)
            if (!(flow >= 0) || !double.IsFinite(flow.Value))
                return NoFigure.NotAFlow;
        return NoFigure.None;
    }
}
