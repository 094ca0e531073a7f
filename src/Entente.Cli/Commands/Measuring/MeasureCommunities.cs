using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Measures.Alignment;
using Entente.Sources.Triangles;

namespace Entente.Cli.Commands.Measuring;

/// <summary>`measure communities`: who votes with whom at the General Assembly.</summary>
internal static class MeasureCommunities
{
    private const string Where = "measure communities";
    private static readonly TieThresholds Usual = new(0.2, -0.2);

    public static Command Create(CommandContext context)
    {
        var year = new Option<int>("--year")
        {
            Description = "The year in which the session began.",
            HelpName = "YEAR",
            Required = true,
        };
        var seed = new Option<int>("--seed") { Description = "Of the search.", DefaultValueFactory = _ => 1 };
        var format = CommonOptions.Format("text", "json");
        var output = CommonOptions.Out();
        var command = new Command("communities", "Communities and structural balance of the network of votes at the General Assembly.")
        {
            year,
            seed,
            format,
            output,
        };
        command.SetAction(parsed =>
        {
            using var store = MeasureCommand.Store(context, Where, "unga-votes");
            var reading =
                VoteNetwork.Of(
                    store,
                    context.Engine.States(),
                    parsed.GetValue(year),
                    Usual,
                    (ulong)Math.Max(0, parsed.GetValue(seed)),
                    context.Cancellation
                )
                ?? throw new WrongUseException(
                    new InputProblem
                    {
                        Where = "--year",
                        Found = $"no imported votes of the session of {parsed.GetValue(year).ToString(CultureInfo.InvariantCulture)}",
                        Expected = "a year whose session is in unga-votes",
                        Hint = "entente record import unga-votes FILE…",
                    }
                );
            using var target = OutputTarget.Open(parsed.GetValue(output), context.Surroundings);
            if (parsed.GetValue(format) == "json")
                Figures.Json(target.Writer, j => Json(j, reading));
            else
                Text(target.Writer, reading);
            target.Complete();
            return ExitStatus.Done;
        });
        return command;
    }

    private static IEnumerable<string[]> Members(VoteNetworkReading reading) =>
        Enumerable
            .Range(0, reading.Communities.Count)
            .Select(c => reading.States.Where((_, i) => reading.Communities.Of[i] == c).ToArray())
            .OrderByDescending(m => m.Length)
            .ThenBy(m => m[0], StringComparer.Ordinal);

    private static void Text(TextWriter output, VoteNetworkReading reading)
    {
        var (found, balance) = (reading.Communities, reading.Balance);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Votes of the session of {reading.Year}: {reading.States.Count} states, {reading.RollCalls} roll calls that divided them"
            )
        );
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{found.Count} communities, modularity {Figures.Text(found.Quality, "0.0000")} (ended in by {found.Found} of {found.Searches} searches)"
            )
        );
        foreach (var members in Members(reading))
            Figures.Note(output, string.Create(CultureInfo.InvariantCulture, $"{members.Length}: {string.Join(' ', members)}"));
        output.WriteLine();
        Figures.Note(
            output,
            string.Create(
                CultureInfo.InvariantCulture,
                $"triads by positive ties: three {balance.Triads[3]}, two {balance.Triads[2]}, one {balance.Triads[1]}, none {balance.Triads[0]}; balanced {Figures.Percent(balance.BalancedTriads)} %, weakly {Figures.Percent(balance.WeaklyBalancedTriads)} %"
            )
        );
        Figures.Note(
            output,
            $"ties: S over roll calls both voted on; for triads positive from {Figures.Text(reading.Thresholds.Positive, "0.###")}, negative up to {Figures.Text(reading.Thresholds.Negative, "0.###")}. A division found by few searches is one of several as good."
        );
        Figures.Note(output, $"from: {reading.Source}");
    }

    private static void Json(Utf8JsonWriter json, VoteNetworkReading reading)
    {
        json.WriteStartObject();
        json.WriteNumber("year", reading.Year);
        json.WriteNumber("roll_calls", reading.RollCalls);
        json.WriteNumber("states", reading.States.Count);
        json.WriteNumber("modularity", reading.Communities.Quality);
        json.WriteNumber("found", reading.Communities.Found);
        json.WriteNumber("searches", reading.Communities.Searches);
        json.WriteStartArray("communities");
        foreach (var members in Members(reading))
        {
            json.WriteStartArray();
            foreach (var member in members)
                json.WriteStringValue(member);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteStartArray("triads_by_positive_ties");
        foreach (var count in reading.Balance.Triads)
            json.WriteNumberValue(count);
        json.WriteEndArray();
        json.Write("balanced_triads", reading.Balance.BalancedTriads);
        json.Write("weakly_balanced_triads", reading.Balance.WeaklyBalancedTriads);
        json.WriteString("source", reading.Source);
        json.WriteEndObject();
    }
}
