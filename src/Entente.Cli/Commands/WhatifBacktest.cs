using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Models.Equilibrium;
using Entente.Reports.Pages;

namespace Entente.Cli.Commands;

/// <summary>`whatif FILE.yml --backtest REGION`: what the scenario told of a region's partners, against what came.</summary>
internal static class WhatifBacktest
{
    /// <summary>Further on, more has happened than the measures.</summary>
    private const int YearsAhead = 3;

    public static int Run(
        CommandContext context,
        TradeWorld world,
        TradeScenario scenario,
        string region,
        int draws,
        ulong seed,
        string format,
        string? path,
        string file
    )
    {
        var at = world.RegionOf(region);
        if (at < 0)
            throw Wrong($"'{region}'", $"a region of the base: {string.Join(", ", world.Regions.Select(r => r.Code))}");
        if (world.Year is not { } year)
            throw Wrong($"{world.Name}, which names no year", "a base with year: 2021");
        var code = world.Regions[at].Code;
        int[] years = [.. Enumerable.Range(year + 1, YearsAhead)];
        var observed = context.Engine.Observed(world, code, years, context.AsOf(null));
        if (observed.Count == 0)
            throw Wrong(
                $"no trade of {code} with partners in {year} and after",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"exports or imports of {code} on record for {year} and a year after, by one authority"
                )
            );
        using var messages = context.Messages(path is not null);
        var told = ShareBacktest.Of(world, scenario, code, observed, years, draws, seed, Environment.ProcessorCount, context.Cancellation);
        using var target = OutputTarget.Open(path, context.Surroundings);
        switch (format)
        {
            case "json":
                BacktestJson.Write(target.Writer, told, file);
                break;
            case "html":
                HtmlPage.Write(target.Writer, BacktestPage.Of(told));
                break;
            case "markdown":
                MarkdownPage.Write(target.Writer, BacktestPage.Of(told), target.Pictures);
                break;
            default:
                BacktestText.Write(target.Writer, told);
                break;
        }
        target.Complete();
        return ExitStatus.Done;
    }

    private static WrongUseException Wrong(string found, string expected) =>
        new(
            new InputProblem
            {
                Where = "--backtest",
                Found = found,
                Expected = expected,
            }
        );
}
