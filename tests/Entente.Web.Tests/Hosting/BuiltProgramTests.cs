using System.Diagnostics;

namespace Entente.Web.Tests.Hosting;

/// <summary>
/// The program as it is built, started as a reader starts it: it finds out nothing about types while it runs, as in machine code, and answers as
/// the server of the other tests does.
/// </summary>
public sealed class BuiltProgramTests : IDisposable
{
    private static readonly string Program = Path.Combine(
        Clone.Root,
        "src",
        "Entente.Cli",
        Path.GetRelativePath(Path.Combine(Clone.Root, "tests", "Entente.Web.Tests"), AppContext.BaseDirectory),
        "Entente.Cli.dll"
    );

    private readonly string folder = Directory.CreateTempSubdirectory("entente-serve-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_answers_without_reflection_and_ends_when_told()
    {
        await using var office = await Office.Open();
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [Program, "serve", "--port", "0"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["ENTENTE_DATA"] = Clone.Root, ["ENTENTE_HOME"] = Path.Combine(folder, "home") },
            }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            var address = (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2))).ShouldNotBeNull();
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            var described = await client.GetStringAsync("/api/openapi.json");
            described.ShouldBe(
                (await office.Client.GetStringAsync("/api/openapi.json")).Replace(
                    office.Address.AbsoluteUri,
                    address,
                    StringComparison.Ordinal
                )
            );
            foreach (var path in new[] { "/api/session", "/api/documents", "/api/record/datasets", "/api/jobs" })
                (await Office.Json(await client.GetAsync(path))).ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object, path);
            await Office.Problem(await client.GetAsync("/api/documents/nothing"), System.Net.HttpStatusCode.NotFound);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        (await error).ShouldNotContain("defect");
    }
}
