using System.Globalization;
using Entente.Models.IdealPoints;
using Entente.Numerics.IdealPoints;

namespace Entente.Cli.Commands.Estimate;

/// <summary>For a terminal of 80 columns.</summary>
internal static class IdealPointsText
{
    public static void Write(TextWriter output, IdealPointsReport report)
    {
        var (request, selected) = (report.Request, report.Estimate.Selected);
        Say(output, $"Ideal points in the General Assembly, {request.Variant}, {selected.Years[0]}-{selected.Years[^1]}");
        Say(output, $"{report.Import.Dataset} {report.Import.Vintage} (import {report.Import.Id}); above 0: towards the United States");
        Say(
            output,
            $"{selected.Votes.Count:N0} votes by {selected.States.Count} states on {selected.Items.Count:N0} texts; {selected.Bridges:N0} roll calls repeat an earlier text"
        );
        Convergence(output, report);
        if (!report.Estimate.Converged)
            return;
        output.WriteLine();
        Movers(output, report);
        Pair(output, report);
        if (report.Test is { Converged: true } test)
            Test(output, test);
        if (report.Comparison is { } comparison)
            Comparison(output, report, comparison);
    }

    private static void Convergence(TextWriter output, IdealPointsReport report)
    {
        var fit = report.Estimate.Fit;
        if (report.Request.OneSided)
            Say(output, $"one-sided paths, as in the authors' program: for comparison with releases, not the model's posterior");
        if (report.Estimate.Draws is not { } draws)
        {
            Say(
                output,
                $"fast fit: {(fit.Converged ? "converged" : "NOT converged, no figures")} after {fit.Rounds} rounds (furthest move {fit.Residual:0.0e0}), {report.Seconds:0.0} s"
            );
            return;
        }
        Say(
            output,
            $"sampler: {draws.Sampling.Chains} chains, {draws.Sampling.Draws:N0} sweeps kept ({report.Request.Variant}, seed {draws.Sampling.Seed}), {report.Seconds:0} s"
        );
        Say(
            output,
            $"converged: {draws.Converged:p1} of states and years; largest R-hat {draws.LargestRHat:0.000}, fewest effective draws {draws.LeastSize:0}"
        );
    }

    private static void Movers(TextWriter output, IdealPointsReport report)
    {
        Say(output, $"Furthest from first to last year     change   5 %  to 95 %");
        foreach (var m in report.FurthestMovers)
            Say(
                output,
                $"  {m.State, -8}{m.From}-{m.To}                 {m.Change, 8:+0.00;-0.00}{m.Low, 8:+0.00;-0.00}{m.High, 8:+0.00;-0.00}"
            );
        output.WriteLine();
    }

    private static void Pair(TextWriter output, IdealPointsReport report)
    {
        if (report.Request.Pair is not { } pair)
            return;
        var (first, second) = pair;
        var years = report.Estimate.Selected.Years.Where(y => report.Estimate.Difference(first, second, y) is not null).ToArray();
        if (years.Length == 0)
        {
            Say(output, $"{first} and {second}: no year in which both have a position");
            output.WriteLine();
            return;
        }
        Say(output, $"{first} and {second}       {first, 8}{second, 8}   apart   5 %  to 95 %");
        var points = report.Estimate.Points.ToDictionary(p => (p.State, p.Year), p => p.Position);
        foreach (var year in Shown(years))
            if (report.Estimate.Difference(first, second, year) is { } d)
                Say(
                    output,
                    $"  {year}            {Of(points[(first, year)]), 8}{Of(points[(second, year)]), 8}{d.Change, 8:+0.00;-0.00}{d.Low, 7:+0.00;-0.00}{d.High, 8:+0.00;-0.00}"
                );
        foreach (var state in new[] { first, second })
            if (report.Estimate.Drift(state, years[0], years[^1]) is { } drift)
                Say(
                    output,
                    $"  {state} moved {drift.Change:+0.00;-0.00} from {years[0]} to {years[^1]} (90 %: {drift.Low:+0.00;-0.00} to {drift.High:+0.00;-0.00})"
                );
        output.WriteLine();
    }

    /// <summary>A position; a dash where its chains did not agree, though those of the difference may.</summary>
    private static string Of(double position) =>
        double.IsNaN(position) ? "-" : position.ToString("+0.00;-0.00", CultureInfo.InvariantCulture);

    /// <summary>The first and last year, and one in ten between.</summary>
    private static IEnumerable<int> Shown(int[] years) => years.Where((y, i) => i == 0 || i == years.Length - 1 || y % 10 == 1);

    private static void Test(TextWriter output, DimensionTest test)
    {
        Say(output, $"One dimension or two: {test.HeldOut:N0} votes held out");
        Say(output, $"               log score     APRE      GMP");
        Say(
            output,
            $"  one       {test.One.LogScore, 12:0.0000}{test.One.ProportionalReduction, 9:0.000}{test.One.GeometricMean, 9:0.000}"
        );
        Say(
            output,
            $"  two       {test.Two.LogScore, 12:0.0000}{test.Two.ProportionalReduction, 9:0.000}{test.Two.GeometricMean, 9:0.000}"
        );
        Say(
            output,
            $"  gain {test.Gain:+0.0000;-0.0000} a vote, standard error {test.GainError:0.0000}: the second {(test.Gain > 2 * test.GainError ? "says something" : "says nothing that is sure")}"
        );
        output.WriteLine();
    }

    private static void Comparison(TextWriter output, IdealPointsReport report, ReleaseComparison comparison)
    {
        var release = report.Release!.Value;
        Say(output, $"Beside the release {release.Import.Vintage} ({release.Variant}), on its scale by one straight line");
        Say(
            output,
            $"  correlation {comparison.Correlation:0.0000} over {comparison.Points.Count:N0} states and years; {comparison.WithinTwo:p1} within two of its deviations"
        );
        var lowest = comparison
            .ByYear.OrderBy(y => y.Correlation)
            .Take(3)
            .Select(y => string.Create(CultureInfo.InvariantCulture, $"{y.Year} {y.Correlation:0.0000}"));
        Say(
            output,
            $"  within years: below 0.98 in {comparison.ByYear.Count(y => y.Correlation < 0.98)} of {comparison.ByYear.Count}; lowest {string.Join(", ", lowest)}"
        );
        Say(output, $"             released    ours    apart (in its deviations)");
        foreach (var p in Named(comparison))
            Say(output, $"  {p.State} {p.Year}  {p.Released, 9:0.00}{p.Ours, 8:0.00}{p.Apart, 9:+0.0;-0.0}");
    }

    /// <summary>The first and the last year in common of the permanent members.</summary>
    private static IEnumerable<ComparedPoint> Named(ReleaseComparison comparison)
    {
        foreach (var state in new[] { "USA", "GBR", "FRA", "RUS", "CHN" })
        {
            var own = comparison.Points.Where(p => p.State == state).ToArray();
            if (own.Length > 0)
                yield return own[0];
            if (own.Length > 1)
                yield return own[^1];
        }
    }

    private static void Say(TextWriter output, FormattableString line)
    {
        var text = line.ToString(CultureInfo.InvariantCulture);
        // Long sentences go on indented; no line is wider than a terminal.
        const int Width = 80;
        while (text.Length > Width)
        {
            var at = text.LastIndexOf(' ', Width);
            if (at < 4)
                break;
            output.WriteLine(text[..at]);
            text = "  " + text[(at + 1)..];
        }
        output.WriteLine(text);
    }
}
