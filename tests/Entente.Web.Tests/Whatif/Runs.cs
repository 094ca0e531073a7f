using System.Text.Json;
using Entente.Application.Composition;
using Entente.Cli;
using Entente.Web.Tests.Hosting;

namespace Entente.Web.Tests.Whatif;

/// <summary>Runs by the interface and by the command, to lay beside each other.</summary>
internal static class Runs
{
    public static string Scenario(string name) => Path.Combine(Clone.Root, "samples", "scenarios", name + ".yml");

    public static string Argument(string name) => Path.Combine(Clone.Root, "samples", "arguments", name + ".yml");

    public static async Task<JsonElement> Preview(Office office, object body)
    {
        using var answer = await office.Post("/api/whatif/preview", body);
        return await Office.Json(answer);
    }

    /// <summary>A full run, waited for.</summary>
    public static async Task<JsonElement> Full(Office office, object body)
    {
        using var accepted = await office.Post("/api/whatif/runs", body);
        var job = await office.Ended(accepted);
        job.GetProperty("state").GetString().ShouldBe("done", job.ToString());
        return await office.Json(job.GetProperty("result").GetString()!);
    }

    /// <summary>What the command prints as JSON, with files told as the server tells them.</summary>
    public static string Command(Office office, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var status = CommandLine.Run(
            ["whatif", .. arguments, "--format", "json"],
            office.Surroundings with
            {
                OpenOutput = () => output,
                Error = error,
            },
            Composer.Compose
        );
        status.ShouldBe(0, error.ToString());
        var root = JsonSerializer.Serialize(Clone.Root + Path.DirectorySeparatorChar)[1..^1];
        return Surroundings
            .Utf8.GetString(output.ToArray())
            .TrimEnd('\n')
            .Replace(root, "", StringComparison.Ordinal)
            .Replace("samples/arguments/../", "samples/", StringComparison.Ordinal);
    }
}
