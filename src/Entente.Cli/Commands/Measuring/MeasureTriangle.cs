using System.CommandLine;
using System.Globalization;
using Entente.Actors.Identity;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Parties;
using Entente.Application.Triangles;
using Entente.Measures.Alignment;
using Entente.Sources.Triangles;

namespace Entente.Cli.Commands.Measuring;

/// <summary>`measure triangle A B C`: what kind of triangle three states are, after Dittmer and by structural balance.</summary>
internal static class MeasureTriangle
{
    private const string Where = "measure triangle";

    public static Command Create(CommandContext context)
    {
        var (first, second, third) = (
            MeasureCommand.State("A", "A state: ISO letters or a name."),
            MeasureCommand.State("B", "Another."),
            MeasureCommand.State("C", "A third.")
        );
        var year = MeasureCommand.Year("--year", "The year (default: the last with votes or pledges).");
        var positive = new Option<double>("--positive")
        {
            Description = "From here on a similarity of votes (−1 to 1) is a positive tie.",
            DefaultValueFactory = _ => TriangleRun.UsualThreshold,
        };
        var negative = new Option<double>("--negative")
        {
            Description = "Up to here it is a negative one; between the two it is neutral.",
            DefaultValueFactory = _ => -TriangleRun.UsualThreshold,
        };
        var ties = new Option<string?>("--ties")
        {
            Description = "Your own three ties, A–B, A–C, B–C, as numbers with commas, instead of imported evidence.",
            HelpName = "AB,AC,BC",
        };
        var format = CommonOptions.Format("text", "json");
        var output = CommonOptions.Out();
        var command = new Command("triangle", "Dittmer's strategic triangle of three states, beside structural balance.")
        {
            first,
            second,
            third,
            year,
            positive,
            negative,
            ties,
            format,
            output,
        };
        command.SetAction(parsed =>
        {
            var thresholds = TriangleRun.Thresholds(parsed.GetValue(positive), parsed.GetValue(negative), "--negative", "--positive");
            var states = context.Engine.States();
            StateIdentity[] parties = [.. new[] { first, second, third }.Select(a => StateParties.Of(states, Where, parsed.GetValue(a)!))];
            StateParties.Different(Where, parties);
            var own = parsed.GetValue(ties);
            var (when, readings) = own is not null
                ? (parsed.GetValue(year), [Own(own, thresholds)])
                : Imported(context, parties, parsed.GetValue(year), thresholds);
            using var target = OutputTarget.Open(parsed.GetValue(output), context.Surroundings);
            if (parsed.GetValue(format) == "json")
                Figures.Json(target.Writer, j => TriangleJson.Write(j, parties, when, readings));
            else
                Text(target.Writer, parties, when, readings);
            target.Complete();
            return ExitStatus.Done;
        });
        return command;
    }

    private static (int? Year, IReadOnlyList<TieReading> Readings) Imported(
        CommandContext context,
        StateIdentity[] parties,
        int? year,
        TieThresholds thresholds
    )
    {
        using var store = MeasureCommand.Store(context, Where, "unga-votes");
        return TriangleRun.Imported(store, parties, year, thresholds, context.Cancellation) is { } found
            ? found
            : throw new WrongUseException(TriangleRun.NoEvidence(Where, year));
    }

    private static TieReading Own(string text, TieThresholds thresholds)
    {
        var values = text.Split(',')
            .Select(p => double.TryParse(p.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var v) ? v : (double?)null)
            .ToArray();
        if (values.Length != 3 || values.Any(v => v is null))
            throw new WrongUseException(
                new InputProblem
                {
                    Where = "--ties",
                    Found = $"'{text}'",
                    Expected = "three numbers with commas, such as 0.7,-0.5,0.1",
                }
            );
        return new()
        {
            Evidence = "given",
            Definition = "ties as given with --ties",
            Values = values,
            Basis = ["given", "given", "given"],
            Thresholds = thresholds,
            Reading = Triangle.Read(values[0], values[1], values[2], thresholds),
            Sources = [],
        };
    }

    private static void Text(TextWriter output, StateIdentity[] parties, int? year, IReadOnlyList<TieReading> readings)
    {
        output.WriteLine(
            $"Triangle of {string.Join(", ", parties.Select(p => p.Code))}{(year is { } y ? $", {y.ToString(CultureInfo.InvariantCulture)}" : "")}"
        );
        foreach (var item in readings)
        {
            output.WriteLine();
            Figures.Note(output, $"{item.Evidence}: {item.Definition}");
            Figures.Note(
                output,
                $"positive from {Figures.Text(item.Thresholds.Positive, "0.###")}, negative up to {Figures.Text(item.Thresholds.Negative, "0.###")}"
            );
            foreach (var (tie, a, b) in new[] { (0, 0, 1), (1, 0, 2), (2, 1, 2) })
                output.WriteLine(
                    $"  {parties[a].Code}–{parties[b].Code}  {(item.Values[tie] is { } v ? Figures.Text(v, "0.000") : "–"), 7}  {TriangleWords.Sign(item.Reading.Signs[tie]), -9} {item.Basis[tie]}"
                );
            Figures.Note(output, $"Dittmer: {TriangleWords.Kind(item.Reading, parties)}");
            Figures.Note(
                output,
                $"structural balance: {TriangleWords.Said(item.Reading.Structural)}; weak (Davis): {TriangleWords.Said(item.Reading.Weak)}"
            );
            if (item.Reading.SchoolsDisagree)
                Figures.Note(
                    output,
                    "The two disagree: what balance calls unstable is to Dittmer the place in which the pivot gains most."
                );
            if (item.Sources.Count > 0)
                Figures.Note(output, $"from: {string.Join(", ", item.Sources)}");
        }
        output.WriteLine();
        Figures.Note(
            output,
            "Dittmer (1981), World Politics 33(4): 485-515; Cartwright and Harary (1956); Davis (1967). Other thresholds or other evidence may make another triangle."
        );
    }
}
