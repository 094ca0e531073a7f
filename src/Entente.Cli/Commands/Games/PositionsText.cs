using System.Globalization;
using Entente.Application.Outputs;
using Entente.Models.Positions;
using Entente.Numerics.Positions;

namespace Entente.Cli.Commands.Games;

/// <summary>Models of positions beside each other, in 80 columns.</summary>
internal static class PositionsText
{
    private const int WidestName = 24;

    public static void Write(TextWriter output, PositionComparison comparison, string model)
    {
        var file = comparison.File;
        WrappedText.Write(output, "", Clean(file.Title.Length > 0 ? file.Title : "A table without a title"));
        WrappedText.Write(
            output,
            "",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{file.Actors.Count} actors. Exploratory: models for comparison, fitted to nothing, no forecast."
            )
        );
        for (var issue = 0; issue < file.Issues.Count; issue++)
            Issue(output, comparison, issue, model);
        if (comparison.Spatial is { } run && model == "ktab")
            Actors(output, comparison, run);
        output.Write('\n');
        if (comparison.Spatial is { } spatial)
            WrappedText.Write(
                output,
                "",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Spatial model: {spatial.Turns.Count - 1} turns; {spatial.Stopped} (change of the last turn {spatial.LastChange:0.####} of the first's)."
                )
            );
        if (comparison.ExpectedUtility.Count > 0)
            WrappedText.Write(
                output,
                "",
                "Expected utility: published reconstructions of this model differ; two readings are shown, and what they give after the last round depends on the number of rounds (docs/models/comparison.md)."
            );
    }

    private static void Issue(TextWriter output, PositionComparison comparison, int issue, string model)
    {
        output.Write('\n');
        WrappedText.Write(output, "", Name(comparison.File.Issues[issue]));
        if (model is "all" or "mean")
            Line(output, "weighted mean", Figure(comparison.Mean[issue]));
        if (model is "all" or "median")
            Line(output, "weighted median", Figure(comparison.Median[issue]));
        if (comparison.Spatial is { } run)
        {
            var last = run.Turns[^1];
            var likeliest = Likeliest(last);
            Line(output, "spatial, at rest", Range(last.Positions.Select(p => comparison.OnScale(p[issue]))));
            Line(
                output,
                "  likeliest to win",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Figure(comparison.OnScale(last.Positions[likeliest][issue]))} (P {last.Winning[likeliest]:0.00}, of {Name(comparison.File.Actors[likeliest].Name)})"
                )
            );
        }
        if (comparison.ExpectedUtility.Count == 0)
            return;
        var both = comparison.ExpectedUtility[issue];
        Line(output, "expected utility, as written", Rounds(both.AsWritten));
        Line(output, "  as replicated", Rounds(both.AsReplicated));
    }

    private static void Actors(TextWriter output, PositionComparison comparison, SpatialRun run)
    {
        output.Write("\n  at first:                 risk   P(win)   from → to\n");
        var (first, last) = (run.Turns[0], run.Turns[^1]);
        for (var i = 0; i < comparison.File.Actors.Count; i++)
            WrappedText.Write(
                output,
                "  ",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Name(comparison.File.Actors[i].Name), -WidestName}  {first.Risk[i], 5:0.00}  {first.Winning[i]:0.0000}   {At(first, i)} → {At(last, i)}"
                )
            );

        string At(SpatialTurn turn, int actor) => string.Join(", ", turn.Positions[actor].Select(p => Figure(comparison.OnScale(p))));
    }

    private static int Likeliest(SpatialTurn turn) => Enumerable.Range(0, turn.Winning.Count).MaxBy(i => turn.Winning[i]);

    private static string Rounds(IReadOnlyList<ExpectedUtilityRound> rounds) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"median {Figure(rounds[^1].Median)}, mean {Figure(rounds[^1].Mean)} after {rounds.Count - 1} {(rounds.Count == 2 ? "round" : "rounds")}"
        );

    private static string Range(IEnumerable<double> values)
    {
        var all = values.ToArray();
        return all.Min() == all.Max() ? Figure(all[0]) : $"{Figure(all.Min())} to {Figure(all.Max())}";
    }

    private static void Line(TextWriter output, string what, string value) => WrappedText.Write(output, "  ", $"{what, -30}{value}");

    private static string Figure(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Name(string name)
    {
        var clean = Clean(name.Length > 0 ? name : "(no name)");
        return clean.Length <= WidestName ? clean : clean[..(WidestName - 1)] + "…";
    }

    private static string Clean(string text) => InputProblem.OneLine(text);
}
