using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Web.Tests.Hosting;

/// <summary>Nothing changes by GET, and nothing by a request that another page could have made.</summary>
public sealed class ChangeTests : IAsyncLifetime
{
    private Office office = null!;

    public async Task InitializeAsync() =>
        office = await Office.Open(o =>
            File.WriteAllText(Path.Combine(o.Texts, "note.md"), "Trade between China and Russia fell in 2025.\n")
        );

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task Every_address_that_changes_something_wants_the_token()
    {
        var changing = Endpoints().Where(e => e.Methods.Any(m => m is not ("GET" or "HEAD"))).ToList();
        changing.ShouldNotBeEmpty();
        foreach (var (path, methods) in changing)
        foreach (var method in methods)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent("{}") };
            using var answer = await office.Client.SendAsync(request);
            var problem = await Office.Problem(answer, HttpStatusCode.Forbidden);
            problem.GetProperty("type").GetString().ShouldBe("/problems/antiforgery", $"{method} {path}");
        }
    }

    [Fact]
    public async Task A_token_without_its_cookie_or_of_another_server_is_none()
    {
        var token = await office.Token();
        using var bare = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = office.Address };
        using var without = new HttpRequestMessage(HttpMethod.Delete, "/api/jobs/1");
        without.Headers.Add("X-Entente-Antiforgery", token);
        using var refused = await bare.SendAsync(without);
        await Office.Problem(refused, HttpStatusCode.Forbidden);

        await using var other = await Office.Open();
        using var foreign = new HttpRequestMessage(HttpMethod.Delete, "/api/jobs/1");
        foreign.Headers.Add("X-Entente-Antiforgery", await other.Token());
        using var again = await office.Client.SendAsync(foreign);
        await Office.Problem(again, HttpStatusCode.Forbidden);

        using var own = await office.Send(HttpMethod.Delete, "/api/jobs/1");
        await Office.Problem(own, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_get_that_says_it_is_something_else_stays_a_get()
    {
        foreach (var header in new[] { "X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/jobs/1?_method=DELETE");
            request.Headers.Add(header, "DELETE");
            using var answer = await office.Client.SendAsync(request);
            await Office.Problem(answer, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task No_get_leaves_a_trace()
    {
        // What is remembered of readings may be written; it says nothing but what the texts and the record say.
        static bool Counts(string file) =>
            !file.Contains("results", StringComparison.Ordinal) && !file.Contains("cache", StringComparison.Ordinal);
        string State() =>
            string.Join(
                '\n',
                Directory
                    .EnumerateFiles(office.Folder, "*", SearchOption.AllDirectories)
                    .Where(Counts)
                    .Order(StringComparer.Ordinal)
                    .Select(f => $"{f} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}")
            );
        var before = State();
        foreach (
            var (path, methods) in Endpoints()
                .Where(e => e.Methods.Contains("GET") && !e.Path.EndsWith("/events", StringComparison.Ordinal))
        )
        {
            methods.ShouldNotBeEmpty();
            using var answer = await office.Get(path);
            ((int)answer.StatusCode).ShouldBeLessThan(500, path);
        }
        State().ShouldBe(before);
    }

    [Fact]
    public async Task Every_address_is_in_the_openapi_document_with_a_name_and_a_summary()
    {
        var document = await office.Json("/api/openapi.json");
        var paths = document.GetProperty("paths");
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in Routes())
        {
            // What a parameter may be, or that it takes the rest of an address, is not part of its name in the document.
            var path = endpoint.RoutePattern.Parameters.Aggregate(
                "/" + endpoint.RoutePattern.RawText!.Trim('/'),
                (address, p) => System.Text.RegularExpressions.Regex.Replace(address, $@"\{{\**{p.Name}[^}}]*\}}", $"{{{p.Name}}}")
            );
            var entry = paths.EnumerateObject().FirstOrDefault(p => p.Name.TrimEnd('/') == path);
            entry.Value.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object, path);
            foreach (var operation in entry.Value.EnumerateObject())
            {
                operation.Value.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(path);
                var id = operation.Value.GetProperty("operationId").GetString();
                id.ShouldNotBeNullOrEmpty(path);
            }
            names.Add(endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? path).ShouldBeTrue(path);
        }
    }

    // Every address, with something harmless in the place of each parameter.
    private List<(string Path, IReadOnlyList<string> Methods)> Endpoints() =>
        [
            .. Routes()
                .Select(e =>
                    (
                        "/" + System.Text.RegularExpressions.Regex.Replace(e.RoutePattern.RawText!.Trim('/'), @"\{[^}]*\}", "none"),
                        e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
                    )
                ),
        ];

    private IEnumerable<RouteEndpoint> Routes() =>
        office
            .Server.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText is { } text && text.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
            .Where(e => !e.RoutePattern.RawText!.Contains("documentName", StringComparison.Ordinal));
}
