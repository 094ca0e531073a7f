using Entente.Reports.ClaimReview;
using Entente.Reports.Html;
using Entente.Reports.Json;
using Entente.Reports.Markdown;
using Entente.Reports.Obsidian;
using Entente.Reports.Terminal;

namespace Entente.Reports;

/// <summary>The report formats by the names that the command line gives them.</summary>
public static class ReportFormats
{
    /// <summary>True for the formats that draw the series of claims, which are looked up for them alone.</summary>
    public static bool Draws(string name) => name == "html" || HasPictures(name);

    /// <summary>True for the formats whose pictures are files beside the report.</summary>
    public static bool HasPictures(string name) => name is "markdown" or "obsidian";

    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static IReportFormat Create(string name, ReportSettings settings) =>
        name switch
        {
            "text" => new TerminalReport(settings),
            "json" => new JsonReport(),
            "html" => new HtmlReport(),
            "markdown" => new MarkdownReport(settings.Pictures),
            "obsidian" => new ObsidianReport(settings.Pictures),
            "claimreview" => new ClaimReviewReport(settings),
            _ => throw new ArgumentException($"no report format '{name}'", nameof(name)),
        };
}
