using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Actors.Identity;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Measures.Alignment;
using Entente.Sources.Triangles;

namespace Entente.Cli.Commands.Measuring;

/// <summary>`measure triangle A B C`: what kind of triangle three states are, after Dittmer and by structural balance.</summary>
internal static class MeasureTriangle
{
    private const string Where = "measure triangle";
    private const double UsualThreshold = 0.2;

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
            DefaultValueFactory = _ => UsualThreshold,
        };
        var negative = new Option<double>("--negative")
        {
            Description = "Up to here it is a negative one; between the two it is neutral.",
            DefaultValueFactory = _ => -UsualThreshold,
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
            var thresholds = new TieThresholds(parsed.GetValue(positive), parsed.GetValue(negative));
            if (!(thresholds.Negative < thresholds.Positive))
                throw new WrongUseException(
                    new InputProblem
                    {
                        Where = "--negative",
                        Found = Figures.Text(thresholds.Negative, "0.###"),
                        Expected = $"a number below --positive ({Figures.Text(thresholds.Positive, "0.###")})",
                    }
                );
            var states = context.Engine.States();
            StateIdentity[] parties =
            [
                .. new[] { first, second, third }.Select(a => MeasureCommand.Party(states, Where, parsed.GetValue(a)!)),
            ];
            MeasureCommand.Different(Where, parties);
            var own = parsed.GetValue(ties);
            var (when, readings) = own is not null
                ? (parsed.GetValue(year), [Own(own, thresholds)])
                : Imported(context, parties, parsed.GetValue(year), thresholds);
            using var target = OutputTarget.Open(parsed.GetValue(output), context.Surroundings);
            if (parsed.GetValue(format) == "json")
                Figures.Json(target.Writer, j => Json(j, parties, when, readings));
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
        var last = store
            .Imports()
            .SelectMany(i => i.Tables)
            .Where(t => t.Name is "roll_call" or "alliance_pledge" && t.To > 0)
            .Select(t => t.To)
            .DefaultIfEmpty(0)
            .Max();
        // The last session began in the year before the last votes; years without evidence are passed over.
        for (var y = year ?? last; y >= (year ?? last - 10) && y > 0; y--)
            if (TieReadings.Of(store, parties, y, thresholds, context.Cancellation) is { Count: > 0 } found)
                return (y, found);
        throw new WrongUseException(
            new InputProblem
            {
                Where = Where,
                Found = year is { } asked
                    ? $"no imported evidence for {asked.ToString(CultureInfo.InvariantCulture)}"
                    : "no imported evidence",
                Expected = "unga-votes; or atop (or cow-alliances) with ist-sanctions; or --ties of your own",
                Hint = "entente record import unga-votes FILE…",
            }
        );
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
                    $"  {parties[a].Code}–{parties[b].Code}  {(item.Values[tie] is { } v ? Figures.Text(v, "0.000") : "–"), 7}  {Sign(item.Reading.Signs[tie]), -9} {item.Basis[tie]}"
                );
            Figures.Note(output, $"Dittmer: {Kind(item.Reading, parties)}");
            Figures.Note(output, $"structural balance: {Said(item.Reading.Structural)}; weak (Davis): {Said(item.Reading.Weak)}");
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

    private static void Json(Utf8JsonWriter json, StateIdentity[] parties, int? year, IReadOnlyList<TieReading> readings)
    {
        json.WriteStartObject();
        json.WriteStartArray("states");
        foreach (var party in parties)
            json.WriteStringValue(party.Code);
        json.WriteEndArray();
        json.Write("year", year);
        json.WriteStartArray("readings");
        foreach (var item in readings)
        {
            json.WriteStartObject();
            json.WriteString("evidence", item.Evidence);
            json.WriteString("definition", item.Definition);
            json.WriteNumber("positive_from", item.Thresholds.Positive);
            json.WriteNumber("negative_to", item.Thresholds.Negative);
            json.WriteStartArray("ties");
            foreach (var (tie, a, b) in new[] { (0, 0, 1), (1, 0, 2), (2, 1, 2) })
            {
                json.WriteStartObject();
                json.WriteString("between", $"{parties[a].Code}-{parties[b].Code}");
                json.Write("value", item.Values[tie]);
                json.WriteString("sign", Sign(item.Reading.Signs[tie]));
                json.WriteString("basis", item.Basis[tie]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("dittmer", Code(item.Reading.Kind));
            json.WriteStartArray("possible");
            foreach (var kind in item.Reading.Possible)
                json.WriteStringValue(Code(kind));
            json.WriteEndArray();
            if (item.Reading.Place is { } place)
                json.WriteString(item.Reading.Kind == TriangleKind.Romantic ? "pivot" : "outcast", parties[place].Code);
            json.WriteString("structural_balance", Said(item.Reading.Structural));
            json.WriteString("weak_balance", Said(item.Reading.Weak));
            json.WriteStartArray("sources");
            foreach (var source in item.Sources)
                json.WriteStringValue(source);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Kind(TriangleReading reading, StateIdentity[] parties) =>
        reading.Kind switch
        {
            TriangleKind.Menage => "ménage à trois: all three ties positive",
            TriangleKind.Romantic => $"romantic triangle, pivot {parties[reading.Place!.Value].Code}",
            TriangleKind.StableMarriage => $"stable marriage, outcast {parties[reading.Place!.Value].Code}",
            TriangleKind.UnitVeto => "unit veto: all three ties negative",
            _ => $"undecided; possible: {string.Join(", ", reading.Possible.Select(Word))}",
        };

    private static string Word(TriangleKind kind) => kind == TriangleKind.Menage ? "ménage à trois" : Code(kind).Replace('_', ' ');

    private static string Code(TriangleKind kind) =>
        kind switch
        {
            TriangleKind.Menage => "menage_a_trois",
            TriangleKind.Romantic => "romantic_triangle",
            TriangleKind.StableMarriage => "stable_marriage",
            TriangleKind.UnitVeto => "unit_veto",
            _ => "undecided",
        };

    private static string Sign(TieSign sign) =>
        sign switch
        {
            TieSign.Positive => "positive",
            TieSign.Negative => "negative",
            TieSign.Neutral => "neutral",
            _ => "unknown",
        };

    private static string Said(Balance balance) =>
        balance switch
        {
            Balance.Balanced => "balanced",
            Balance.Unbalanced => "unbalanced",
            _ => "undecided",
        };
}
