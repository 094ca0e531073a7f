using System.Security.Cryptography;
using System.Text;
using Entente.Application.Outputs.Arguments;
using Entente.Application.Outputs.Oil;
using Entente.Application.Outputs.Scenarios;
using Entente.Checking.Reasoning;
using Entente.Models.Equilibrium;
using Entente.Models.Oil;
using Entente.Reports.Charts;
using Entente.Reports.Pages;

namespace Entente.Application.Supposing;

/// <summary>What came of it: the answers of one kind, the others empty.</summary>
/// <param name="File">As it is told.</param>
internal sealed record SuppositionAnswer(string File)
{
    /// <summary>SHA-256 of the text that was read, where it was another than the file's; null for the file's own.</summary>
    public string? Sha256 { get; init; }

    /// <summary>One for each run of a scenario of trade.</summary>
    public IReadOnlyList<ScenarioAnswer> Trade { get; init; } = [];

    public OilAnswer? Oil { get; init; }

    public ArgumentAnswer? Argument { get; init; }

    /// <summary>What divides the argument and the one it was laid against; null where it was laid against none.</summary>
    public ArgumentDivision? Division { get; init; }

    public void WriteJson(StreamWriter output)
    {
        if (Argument is { } argument)
            ArgumentJson.Write(output, argument, Division);
        else if (Oil is { } oil)
            OilJson.Write(output, oil, File, Sha256);
        else
            WhatifJson.Write(output, Trade, File, Sha256);
    }

    /// <summary>The report in its parts, whatever form it is printed in.</summary>
    public ReportPage Page() =>
        Argument is { } argument ? ArgumentPage.Of(argument, Division)
        : Oil is { } oil ? OilPage.Of(oil)
        : ScenarioPage.Of(Trade);

    public void WriteHtml(TextWriter output) => HtmlPage.Write(output, Page());

    /// <param name="output">Takes the text.</param>
    /// <param name="pictures">Takes the drawings of charts; null leaves them out.</param>
    public void WriteMarkdown(TextWriter output, IPictures? pictures) => MarkdownPage.Write(output, Page(), pictures);

    public void WriteText(StreamWriter output)
    {
        if (Argument is { } argument)
        {
            ArgumentText.Write(output, argument);
            if (Division is not null)
                ArgumentText.Write(output, Division);
        }
        else if (Oil is { } oil)
            OilText.Write(output, oil);
        else
            WhatifText.Write(output, Trade);
    }

    /// <summary>The figures of all charts as one table of comma-separated values.</summary>
    public void WriteCsv(TextWriter output)
    {
        var heading = true;
        foreach (var chart in Charts())
        {
            var lines = ChartTable.Csv(chart).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            if (heading)
                output.Write($"chart,{lines[0]}\r\n");
            heading = false;
            foreach (var line in lines.Skip(1))
                output.Write($"{chart.Id},{line}\r\n");
        }
    }

    public IReadOnlyList<ChartModel> Charts() =>
        Argument is { } argument ? ArgumentCharts.Of(argument)
        : Oil is { } oil ? OilCharts.Of(oil)
        : ScenarioCharts.Of(Trade);

    /// <summary>False where the search found nothing: then there are no numbers.</summary>
    public bool Converged => Argument?.Converged ?? Oil?.Converged ?? Trade.Any(a => a.Central is not null);

    /// <summary>SHA-256 of a text as it would lie in a file.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
