using System.Globalization;
using System.Text.Json;
using Entente.Models.Voting;
using Entente.Quantities;
using Entente.Record;
using Entente.Reports.Json;

namespace Entente.Cli.Commands.Voting;

/// <summary>The schema `entente/vote/1`: exact fractions stand beside their decimals.</summary>
internal static class VoteJson
{
    public const string Schema = "entente/vote/1";

    public static void Write(TextWriter output, VoteAnswer answer) =>
        JsonText.WriteLine(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", Schema);
                Inputs(json, answer);
                json.WriteStartObject("results");
                if (answer.Outcome is { } outcome)
                    Outcome(json, answer, outcome);
                if (answer.Ways is { } ways)
                {
                    json.WriteStartObject("ways");
                    json.WriteString("passing", ways.Passing.ToString(CultureInfo.InvariantCulture));
                    json.WriteString("all", ways.All.ToString(CultureInfo.InvariantCulture));
                    json.Number("share", new Fraction(ways.Passing, System.Numerics.BigInteger.Max(1, ways.All)).Value);
                    json.WriteString(
                        "follows",
                        ways.Follows switch
                        {
                            Follows.AlwaysPasses => "passes",
                            Follows.NeverPasses => "fails",
                            _ => "open",
                        }
                    );
                    json.WriteEndObject();
                }
                if (answer.Turning is { } turning)
                    Turning(json, answer, turning);
                if (answer.Passage is { } passage)
                    Passage(json, answer, passage);
                if (answer.Power is { } power)
                    Power(json, power);
                json.WriteEndObject();
                json.WriteStartObject("certificate");
                json.WriteBoolean("converged", true);
                json.WriteBoolean("exact", answer.Passage is null or { Draws: null, Residual: 0 });
                json.Number("residual", answer.Passage?.Residual ?? 0);
                json.WriteString("stopped", answer.Passage?.Draws is null ? "every tally was counted" : "all draws were made");
                json.WriteEndObject();
                json.Strings("warnings", answer.Warnings);
                json.WriteEndObject();
            }
        );

    private static void Inputs(Utf8JsonWriter json, VoteAnswer answer)
    {
        var body = answer.Body;
        json.WriteStartObject("inputs");
        json.WriteString("body", body.Code);
        json.WriteString("name", body.Name);
        json.WriteString("rule", body.Rule);
        json.WriteString("source", body.Source);
        json.WriteString("date", Period.OfDay(answer.Day).Text);
        json.WriteStartArray("files");
        foreach (var (path, sha256) in answer.Files)
        {
            json.WriteStartObject();
            json.WriteString("path", path);
            json.WriteString("sha256", sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("members");
        foreach (var seat in body.Seats)
        {
            json.WriteStartObject();
            json.WriteString("member", seat.Name);
            json.WriteNumber("weight", seat.Weight);
            json.WriteBoolean("veto", seat.Veto);
            if (answer.Votes.TryGetValue(seat.Name, out var vote))
                json.WriteString("vote", Word(vote));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("correlation", answer.Correlation);
        json.WriteString("idealPoints", answer.From);
        json.WriteNumber("seed", answer.Seed);
        json.WriteString("version", typeof(VoteJson).Assembly.GetName().Version?.ToString(3));
        json.WriteEndObject();
    }

    private static void Outcome(Utf8JsonWriter json, VoteAnswer answer, VoteOutcome outcome)
    {
        json.WriteStartObject("outcome");
        json.WriteBoolean("passes", outcome.Passes);
        json.Number("shareOfCast", outcome.ShareOfCast);
        json.WriteStartArray("criteria");
        foreach (var tally in outcome.Criteria)
        {
            json.WriteStartObject();
            json.WriteString("name", tally.Name);
            json.WriteNumber("yes", tally.Yes);
            json.WriteNumber("no", tally.No);
            json.WriteNumber("total", tally.Total);
            json.WriteNumber("needed", tally.Needed);
            json.WriteBoolean("met", tally.Met);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Strings("vetoedBy", outcome.VetoedBy);
        json.WriteBoolean("tooFewToBlock", outcome.TooFewToBlock);
        json.Strings("pivotal", answer.Pivotal);
        json.WriteEndObject();
    }

    private static void Turning(Utf8JsonWriter json, VoteAnswer answer, Turning turning)
    {
        json.WriteStartObject("turning");
        json.WriteString("to", turning.ToPass ? "pass" : "block");
        json.WriteNumber("fewest", turning.Fewest);
        json.WriteBoolean("proven", turning.FewestIsProven);
        json.WriteString("sets", turning.Count?.ToString(CultureInfo.InvariantCulture));
        json.WriteStartArray("smallest");
        foreach (var set in turning.Smallest)
            Moves(json, set);
        json.WriteEndArray();
        if (turning.Cheapest is { } cheapest)
        {
            json.WriteStartObject("cheapest");
            json.Number("cost", cheapest.Cost);
            json.WriteString("meaning", answer.CostMeaning);
            json.WriteBoolean("proven", turning.CheapestIsProven);
            json.WritePropertyName("moves");
            Moves(json, cheapest.Moves);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Moves(Utf8JsonWriter json, IReadOnlyList<Move> moves)
    {
        json.WriteStartArray();
        foreach (var move in moves)
        {
            json.WriteStartObject();
            json.WriteString("member", move.Seat);
            json.WriteString("from", Word(move.From));
            json.WriteString("to", Word(move.To));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Passage(Utf8JsonWriter json, VoteAnswer answer, PassageProbability passage)
    {
        json.WriteStartObject("probability");
        json.Number("passes", passage.Passes);
        json.Number("low", passage.Interval.Low);
        json.Number("high", passage.Interval.High);
        if (passage.Draws is { } draws)
            json.WriteNumber("draws", draws);
        json.WriteStartArray("members");
        foreach (var (seat, chances) in answer.Body.Seats.Zip(answer.Chances))
        {
            json.WriteStartObject();
            json.WriteString("member", seat.Name);
            json.Number("yes", chances.Yes);
            json.Number("no", chances.No);
            json.Number("abstain", chances.Abstain);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Power(Utf8JsonWriter json, IReadOnlyList<SeatPower> power)
    {
        json.WriteStartArray("power");
        foreach (var seat in power)
        {
            json.WriteStartObject();
            json.WriteString("member", seat.Seat);
            json.Number("shapleyShubik", seat.ShapleyShubik.Value);
            json.WriteString("shapleyShubikExact", seat.ShapleyShubik.ToString());
            json.WriteString("swings", seat.Swings.ToString(CultureInfo.InvariantCulture));
            json.Number("banzhafAbsolute", seat.BanzhafAbsolute.Value);
            json.Number("banzhaf", seat.Banzhaf.Value);
            json.WriteString("banzhafExact", seat.Banzhaf.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Word(VoteChoice choice) =>
        choice switch
        {
            VoteChoice.Yes => "yes",
            VoteChoice.No => "no",
            VoteChoice.Abstain => "abstain",
            _ => "absent",
        };
}
