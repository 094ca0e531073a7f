using System.Globalization;
using Entente.Models.Equilibrium;

namespace Entente.Application.Outputs;

/// <summary>A scenario against what came, as tables for a terminal. A bad score is printed as plainly as a good one.</summary>
internal static class BacktestText
{
    private const int MostMisses = 5;

    public static void Write(TextWriter output, ShareBacktest told)
    {
        var region = told.World.Regions[told.World.RegionOf(told.Region)].Name;
        output.WriteLine($"Backtest: {told.Scenario.Name}");
        output.WriteLine($"Partners' shares of {region}'s trade, told from the base and the measures alone");
        output.WriteLine($"Base: {told.World.Name}");
        if (told.Sides.Count == 0)
        {
            output.WriteLine();
            output.WriteLine("No answer: the search for the equilibrium did not converge.");
            return;
        }
        foreach (var side in told.Sides)
        {
            output.WriteLine();
            Shares(output, told, side);
        }
        output.WriteLine();
        Scores(output, told);
        output.WriteLine();
        Failures(output, told);
        output.WriteLine();
        output.WriteLine("MAE and RMSE in percentage points; rank: Spearman's correlation of the shares, and");
        output.WriteLine("of their changes. Persistence: what was stays. Shift: what the measures take from");
        output.WriteLine("those who take them goes to the others by their old shares.");
        output.WriteLine(Invariant($"Draws: {told.Draws}, seed {told.Seed}"));
    }

    private static void Shares(TextWriter output, ShareBacktest told, SideBacktest side)
    {
        output.WriteLine($"{side.Side}, per cent ({side.Authority})");
        output.WriteLine(
            Invariant($"{"", -5}{told.World.Year, 6} |{"model", 6} {"90 % of draws", -14}{"shift", 6} |")
                + string.Concat(told.Years.Select(y => Invariant($"{y, 6}")))
        );
        foreach (var share in side.Shares)
            output.WriteLine(
                Invariant(
                    $"{share.Partner.Code, -5}{Percent(share.Before), 6} |{Percent(share.Model), 6} {Range(share), -14}{Percent(share.Shift), 6} |"
                ) + string.Concat(share.After.Select(a => Invariant($"{(a is { } came ? Percent(came) : "–"), 6}")))
            );
    }

    private static void Scores(TextWriter output, ShareBacktest told)
    {
        output.WriteLine(Invariant($"{"", -8} {"", 4} {"", -12}{"MAE", 6}{"RMSE", 7}{"rank", 7}{"of changes", 12}  within"));
        foreach (var side in told.Sides)
        foreach (var score in side.Scores)
            output.WriteLine(
                Invariant(
                    $"{side.Side, -8} {score.Year, 4} {Name(score.Method), -12}{100 * score.MeanAbsolute, 6:0.00}{100 * score.RootMeanSquare, 7:0.00}{Text(score.Rank), 7}{Text(score.RankOfChanges), 12}"
                ) + (score.Within is { } within ? Invariant($"  {within} of {score.Partners}") : "")
            );
    }

    private static void Failures(TextWriter output, ShareBacktest told)
    {
        foreach (var line in Verdicts(told))
            output.WriteLine(line);
        output.WriteLine("Where the model fails most:");
        foreach (var side in told.Sides)
        foreach (var (share, year, came) in Misses(side, told.Years))
            output.WriteLine(
                Invariant(
                    $"  {side.Side.ToString().ToLowerInvariant()} {year} {share.Partner.Name}: told {Percent(share.Model)}, came {Percent(came)}"
                ) + (share.Low <= came && came <= share.High ? "" : ", outside its interval")
            );
    }

    /// <summary>Which of the rules that need no model beat it, by side, over all years.</summary>
    public static IEnumerable<string> Verdicts(ShareBacktest told)
    {
        foreach (var side in told.Sides)
        {
            var mean = Enum.GetValues<ShareMethod>()
                .ToDictionary(m => m, m => side.Scores.Where(s => s.Method == m).Average(s => s.MeanAbsolute));
            foreach (var rule in new[] { ShareMethod.Persistence, ShareMethod.Shift })
                yield return Invariant(
                    $"{side.Side}: the model {(mean[ShareMethod.Model] < mean[rule] ? "beats" : "does not beat")} {Name(rule)} (mean error {100 * mean[ShareMethod.Model]:0.00} against {100 * mean[rule]:0.00})"
                );
        }
    }

    public static IEnumerable<(ToldShare Share, int Year, double Came)> Misses(SideBacktest side, IReadOnlyList<int> years)
    {
        var last = Enumerable.Range(0, years.Count).Last(y => side.Shares.Any(s => s.After[y] is not null));
        return side
            .Shares.Where(s => s.After[last] is not null)
            .OrderByDescending(s => Math.Abs(s.Model - s.After[last]!.Value))
            .Take(MostMisses)
            .Select(s => (s, years[last], s.After[last]!.Value));
    }

    public static string Name(ShareMethod method) => method.ToString().ToLowerInvariant();

    private static string Range(ToldShare share) => share is { Low: { } low, High: { } high } ? $"[{Percent(low)}, {Percent(high)}]" : "";

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Text(double? correlation) => correlation?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
