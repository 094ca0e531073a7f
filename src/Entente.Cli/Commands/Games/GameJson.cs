using System.Text.Json;
using Entente.Application.Outputs;
using Entente.Models.Games;

namespace Entente.Cli.Commands.Games;

/// <summary>A solved game as JSON: exact fractions stand beside their decimals.</summary>
internal static class GameJson
{
    public const string Schema = "entente/game/1";

    public static void Write(StreamWriter output, GameSolution solution, string solver, string path, string sha256)
    {
        using (var json = ResultJson.On(output))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteStartObject("inputs");
            json.WriteString("path", path);
            json.WriteString("sha256", sha256);
            json.WriteString("title", solution.Game.Title);
            json.WriteString("form", solution.Game is StrategicGame ? "strategic" : "extensive");
            json.WriteStartArray("players");
            foreach (var player in solution.Game.Players)
                json.WriteStringValue(player);
            json.WriteEndArray();
            json.WriteString("solver", solver);
            if (solution.Lambda is { } lambda)
                json.WriteNumber("lambda", lambda);
            json.WriteEndObject();
            json.WriteStartArray("results");
            foreach (var profile in solution.Profiles)
                Profile(json, solution.Game, profile);
            json.WriteEndArray();
            Certificate(json, solution.Certificate);
            json.WriteStartArray("warnings");
            foreach (var warning in solution.Warnings)
                json.WriteStringValue(warning);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write('\n');
    }

    private static void Profile(Utf8JsonWriter json, GameFile game, GameProfile profile)
    {
        json.WriteStartObject();
        if (profile.Component is { } component)
            json.WriteNumber("component", component);
        if (profile.Level is { } level)
            json.WriteNumber("level", level);
        json.WriteStartArray("choices");
        foreach (var choice in profile.Choices)
        {
            json.WriteStartObject();
            json.WriteString("player", choice.Player);
            if (choice.Where.Length > 0)
                json.WriteString("set", choice.Where);
            json.WriteBoolean("reached", choice.Likelihoods.Count > 0);
            json.WriteStartArray("actions");
            for (var a = 0; a < choice.Actions.Count; a++)
            {
                json.WriteStartObject();
                json.WriteString("name", choice.Actions[a]);
                if (choice.Likelihoods.Count > 0)
                    Figure(json, "p", choice.Likelihoods[a]);
                if (choice.AsGood.Contains(choice.Actions[a]))
                    json.WriteBoolean("as_good", true);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("payoffs");
        for (var p = 0; p < game.Players.Count; p++)
        {
            json.WriteStartObject();
            json.WriteString("player", game.Players[p]);
            Figure(json, "payoff", profile.Payoffs[p]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, string name, Likelihood figure)
    {
        json.WriteNumber(name, figure.Value);
        if (figure.Exact is { } exact)
            json.WriteString("exact", exact.ToString());
    }

    private static void Certificate(Utf8JsonWriter json, GameCertificate certificate)
    {
        json.WriteStartObject("certificate");
        json.WriteBoolean("converged", certificate.Converged);
        json.WriteBoolean("exact", certificate.Exact);
        if (certificate.Residual is { } residual)
            json.WriteNumber("residual", residual);
        if (certificate.Iterations is { } iterations)
            json.WriteNumber("iterations", iterations);
        if (certificate.Path is { } path)
        {
            json.WriteNumber("steps", path.Steps);
            json.WriteNumber("turns", path.Turns);
        }
        if (certificate.Degenerate is { } degenerate)
            json.WriteBoolean("degenerate", degenerate);
        json.WriteString("stopped", certificate.Stopped);
        json.WriteEndObject();
    }
}
