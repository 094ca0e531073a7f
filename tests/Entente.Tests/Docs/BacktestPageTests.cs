using Entente.Application.Stores;
using Entente.Tests.Cli;
using Entente.Tests.Sources;

namespace Entente.Tests.Docs;

/// <summary>The tables of docs/models/backtest-votes.md are what the command prints. ENTENTE_UPDATE_DOCS=1 rewrites them.</summary>
public sealed class BacktestPageTests
{
    private const string Path = "docs/models/backtest-votes.md";

    [SkippableFact]
    public void The_page_shows_what_the_command_prints()
    {
        using var desk = new Desk();
        var run = desk.Run(
            "record",
            "import",
            "unga-votes",
            ImportBench.Public("unga", "votes.csv.gz"),
            ImportBench.Public("unga", "roll_calls.csv.gz"),
            "--vintage",
            "2021-11"
        );
        run.Status.ShouldBe(0, run.Error);
        foreach (var (state, partner) in new[] { ("CHN", "RUS"), ("RUS", "CHN") })
        {
            var page = Page.Of(Path);
            var block = page.Blocks().Single(b => b.Asked == $"backtest {state} {partner}");
            var printed = desk.Run("estimate", "backtest", "--state", state, "--with", partner);
            printed.Status.ShouldBe(0, printed.Error);
            // The date of import is the reader's own, and the list of choices is not scored.
            string[] lines =
            [
                .. printed
                    .Output.Split('\n')
                    .TakeWhile(l => !l.StartsWith("Dated choices", StringComparison.Ordinal))
                    .Select(l => l.TrimEnd()),
            ];
            lines = [.. lines.Reverse().SkipWhile(l => l.Length == 0).Reverse()];
            if (Environment.GetEnvironmentVariable("ENTENTE_UPDATE_DOCS") == "1")
                page.Replace(block, lines);
            else
                block.Lines.ShouldBe(lines, $"{Path}:{block.Line + 1}: ENTENTE_UPDATE_DOCS=1 rewrites the page");
        }
    }
}
