namespace Entente.Reports;

/// <summary>How a report is laid out where the format leaves a choice.</summary>
public sealed record ReportSettings
{
    /// <summary>Columns that a terminal report may use.</summary>
    public int Width { get; init; } = 80;

    /// <summary>True where escape sequences for colour may be written.</summary>
    public bool Colour { get; init; }

    /// <summary>Takes pictures that belong beside the report; null leaves them out.</summary>
    public Pages.IPictures? Pictures { get; init; }

    /// <summary>The organisation that signs a published review; Entente where it is null.</summary>
    public string? Reviewer { get; init; }

    /// <summary>The address of the page that a published review will stand on; null leaves it out.</summary>
    public string? ReviewUrl { get; init; }
}
