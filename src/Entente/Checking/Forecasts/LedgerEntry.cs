namespace Entente.Checking.Forecasts;

/// <summary>An entry of a ledger: the forecast, and the lines it stands on.</summary>
internal sealed class LedgerEntry
{
    public required Forecast Forecast { get; set; }

    /// <summary>Index of the heading's line.</summary>
    public required int First { get; init; }

    /// <summary>Index of each field's line, by its key.</summary>
    public Dictionary<string, int> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Index of the last line that is a field or a line of the history: after it new ones are put.</summary>
    public int Last { get; set; }
}
