using System.Net;
using System.Text.Json;
using Entente.Web.Tests.Hosting;

namespace Entente.Web.Tests.Manual;

/// <summary>The manual as the server gives it, and attacks on its addresses.</summary>
public sealed class ManualEndpointTests : IAsyncLifetime
{
    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task The_contents_lead_to_every_page()
    {
        var contents = await office.Json("/api/manual");
        contents.GetProperty("schema").GetString().ShouldBe("entente/manual/1");
        var names = contents
            .GetProperty("groups")
            .EnumerateArray()
            .SelectMany(g => g.GetProperty("pages").EnumerateArray())
            .Select(p => p.GetProperty("page").GetString()!)
            .ToList();
        names[0].ShouldBe("tutorial");
        JsonElement? before = null;
        foreach (var name in names)
        {
            var page = await office.Json($"/api/manual/pages/{name}");
            page.GetProperty("page").GetString().ShouldBe(name);
            page.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
            page.GetProperty("html").GetString()!.ShouldStartWith("<");
            if (before is { } last)
            {
                last.GetProperty("next").GetProperty("page").GetString().ShouldBe(name);
                page.GetProperty("previous").GetProperty("page").GetString().ShouldBe(last.GetProperty("page").GetString());
            }
            before = page;
        }
        before!.Value.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_said_so_in_a_line()
    {
        using var first = await office.Get("/api/manual/pages/tutorial");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/manual/pages/tutorial");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        using var same = await office.Client.SendAsync(again);
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Search_is_a_list_with_a_cursor()
    {
        var first = await office.Json("/api/manual/search?q=trade&limit=3");
        first.GetProperty("items").GetArrayLength().ShouldBe(3);
        first.GetProperty("total").GetInt32().ShouldBeGreaterThan(3);
        var next = await office.Json($"/api/manual/search?q=trade&limit=3&cursor={first.GetProperty("next").GetString()}");
        next.GetProperty("items")[0].ToString().ShouldNotBe(first.GetProperty("items")[0].ToString());
        await Office.Problem(await office.Get("/api/manual/search?q=" + new string('a', 500)), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Pictures_are_served_as_what_they_are()
    {
        using var picture = await office.Get("/api/manual/images/report.png");
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await picture.Content.ReadAsByteArrayAsync())[..4].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
    }

    [Theory]
    [InlineData("/api/manual/pages/architecture")]
    [InlineData("/api/manual/pages/decisions/README")]
    [InlineData("/api/manual/pages/..%2FREADME")]
    [InlineData("/api/manual/pages/%2e%2e%2fREADME")]
    [InlineData("/api/manual/pages/tutorial.md")]
    [InlineData("/api/manual/pages/%2Fetc%2Fpasswd")]
    [InlineData("/api/manual/pages/")]
    [InlineData("/api/manual/images/make")]
    [InlineData("/api/manual/images/..%2Fcontents.yml")]
    [InlineData("/api/manual/images/%2e%2e/%2e%2e/LICENSE")]
    [InlineData("/api/manual/images/..%5C..%5CLICENSE")]
    [InlineData("/api/manual/images/%2Fetc%2Fpasswd")]
    [InlineData("/api/manual/images/")]
    public async Task No_address_leads_out_of_the_manual(string address) =>
        await Office.Problem(await office.Get(address), HttpStatusCode.NotFound);
}
