namespace Entente.Reports;

/// <summary>How a report is laid out where the format leaves a choice.</summary>
public sealed record ReportSettings
{
    /// <summary>Columns that a terminal report may use.</summary>
    public int Width { get; init; } = 80;

    /// <summary>True where escape sequences for colour may be written.</summary>
    public bool Colour { get; init; }
}
