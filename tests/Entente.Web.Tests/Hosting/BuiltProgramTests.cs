namespace Entente.Web.Tests.Hosting;

/// <summary>
/// The program as it is built, started as a reader starts it: it finds out nothing about types while it runs, as in machine code, and answers as
/// the server of the other tests does.
/// </summary>
public sealed class BuiltProgramTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("entente-serve-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_answers_without_reflection()
    {
        await using var office = await Office.Open();
        using var served = await ServedProcess.Start(folder, new Dictionary<string, string>(StringComparer.Ordinal));
        using var client = new HttpClient { BaseAddress = served.Address };
        var described = await client.GetStringAsync("/api/openapi.json");
        described.ShouldBe(
            (await office.Client.GetStringAsync("/api/openapi.json")).Replace(
                office.Address.AbsoluteUri,
                served.Address.AbsoluteUri,
                StringComparison.Ordinal
            )
        );
        foreach (var path in new[] { "/api/session", "/api/documents", "/api/record/datasets", "/api/jobs" })
            (await Office.Json(await client.GetAsync(path))).ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object, path);
        await Office.Problem(await client.GetAsync("/api/documents/nothing"), System.Net.HttpStatusCode.NotFound);
        (await served.Interrupt()).Error.ShouldNotContain("defect");
    }
}
