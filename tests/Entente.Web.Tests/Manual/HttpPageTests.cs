using System.Text.Json;
using Entente.Tests.Docs;
using Entente.Web.Tests.Hosting;

namespace Entente.Web.Tests.Manual;

/// <summary>docs/http.md lists every endpoint of the OpenAPI document. ENTENTE_UPDATE_DOCS=1 rewrites the table.</summary>
public sealed class HttpPageTests
{
    [Fact]
    public async Task The_page_lists_every_endpoint()
    {
        await using var office = await Office.Open();
        var document = await office.Json("/api/openapi.json");
        Region.ShouldHold("docs/http.md", "endpoints", Lines(document));
    }

    private static IEnumerable<string> Lines(JsonElement document)
    {
        yield return "| | address | | answer |";
        yield return "|---|---|---|---|";
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        foreach (var operation in path.Value.EnumerateObject())
        {
            var summary = operation.Value.TryGetProperty("summary", out var said) ? said.GetString()! : "";
            summary.ShouldNotBeEmpty($"{operation.Name} {path.Name}: no summary");
            yield return $"| {operation.Name.ToUpperInvariant()} | `{path.Name}` | {Cell(summary)} | {Cell(Answer(operation.Value))} |";
        }
    }

    /// <summary>What stands at the first answer that is no refusal; a schema's name as code.</summary>
    private static string Answer(JsonElement operation)
    {
        foreach (var response in operation.GetProperty("responses").EnumerateObject().Where(r => r.Name[0] == '2'))
        {
            var text = response.Value.TryGetProperty("description", out var said) ? said.GetString()! : "";
            if (text is "OK" or "Accepted")
                text = response.Value.TryGetProperty("content", out var content) ? content.EnumerateObject().First().Name : "";
            return text.StartsWith("entente/", StringComparison.Ordinal) ? $"`{text}`" : text;
        }
        return "";
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
