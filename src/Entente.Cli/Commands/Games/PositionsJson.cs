using System.Text.Json;
using Entente.Application.Outputs;
using Entente.Models.Positions;
using Entente.Numerics.Positions;

namespace Entente.Cli.Commands.Games;

/// <summary>Models of positions beside each other as JSON; every round and turn of those that have some.</summary>
internal static class PositionsJson
{
    public const string Schema = "entente/positions/1";

    public static void Write(StreamWriter output, PositionComparison comparison, string model, string path, string sha256)
    {
        using (var json = ResultJson.On(output))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("standing", "exploratory");
            Inputs(json, comparison, model, path, sha256);
            json.WriteStartObject("results");
            if (model is "all" or "mean")
                Numbers(json, "mean", comparison.Mean);
            if (model is "all" or "median")
                Numbers(json, "median", comparison.Median);
            if (comparison.Spatial is { } run)
                Spatial(json, comparison, run);
            if (comparison.ExpectedUtility.Count > 0)
            {
                json.WriteStartArray("bdm");
                foreach (var issue in comparison.ExpectedUtility)
                {
                    json.WriteStartObject();
                    Rounds(json, "as_written", issue.AsWritten);
                    Rounds(json, "as_replicated", issue.AsReplicated);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
            json.WriteStartObject("certificate");
            json.WriteBoolean("converged", comparison.Spatial?.Converged ?? true);
            if (comparison.Spatial is { } spatial)
            {
                json.WriteNumber("iterations", spatial.Turns.Count - 1);
                Number(json, "last_change", spatial.LastChange);
                json.WriteString("stopped", spatial.Stopped);
            }
            json.WriteEndObject();
            json.WriteStartArray("warnings");
            json.WriteStringValue("exploratory: models for comparison, fitted to nothing; no forecast");
            if (comparison.ExpectedUtility.Count > 0)
                json.WriteStringValue("published reconstructions of bdm differ; both readings are given");
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write('\n');
    }

    private static void Inputs(Utf8JsonWriter json, PositionComparison comparison, string model, string path, string sha256)
    {
        json.WriteStartObject("inputs");
        json.WriteString("path", path);
        json.WriteString("sha256", sha256);
        json.WriteString("title", comparison.File.Title);
        json.WriteString("model", model);
        Numbers(json, "scale", [comparison.Scale.Low, comparison.Scale.High]);
        Strings(json, "issues", comparison.File.Issues);
        Strings(json, "actors", comparison.File.Actors.Select(a => a.Name));
        json.WriteEndObject();
    }

    private static void Spatial(Utf8JsonWriter json, PositionComparison comparison, SpatialRun run)
    {
        json.WriteStartArray("ktab");
        foreach (var turn in run.Turns)
        {
            json.WriteStartObject();
            json.WriteStartArray("positions");
            foreach (var position in turn.Positions)
                Array(json, position.Select(comparison.OnScale));
            json.WriteEndArray();
            Numbers(json, "risk", turn.Risk);
            Numbers(json, "winning", turn.Winning);
            json.WriteStartArray("challenges");
            for (var i = 0; i < turn.Challenges.Count; i++)
                if (turn.Challenges[i] is { } challenge)
                {
                    json.WriteStartObject();
                    json.WriteString("actor", comparison.File.Actors[i].Name);
                    json.WriteString("target", comparison.File.Actors[challenge.Target].Name);
                    json.WriteNumber("gain", challenge.Gain);
                    json.WriteNumber("victory", challenge.Victory);
                    json.WriteEndObject();
                }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Rounds(Utf8JsonWriter json, string name, IReadOnlyList<ExpectedUtilityRound> rounds)
    {
        json.WriteStartArray(name);
        foreach (var round in rounds)
        {
            json.WriteStartObject();
            Number(json, "mean", round.Mean);
            Number(json, "median", round.Median);
            Numbers(json, "positions", round.Positions);
            Numbers(json, "risk_exponent", round.Risk);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WritePropertyName(name);
        Array(json, values);
    }

    private static void Array(Utf8JsonWriter json, IEnumerable<double> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
            if (double.IsFinite(value))
                json.WriteNumberValue(value);
            else
                json.WriteNullValue();
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
