using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Entente.Web.Tests.Hosting;

/// <summary>Attacks on the addresses of files: nothing but the bundle is ever served.</summary>
public sealed class BundlePathTests : IAsyncLifetime
{
    private Office office = null!;

    public async Task InitializeAsync() =>
        office = await Office.Open(
            o =>
            {
                Directory.CreateDirectory(Path.Combine(o.Folder, "page", "assets"));
                File.WriteAllText(Path.Combine(o.Folder, "page", "index.html"), "<!doctype html><title>the page</title>");
                File.WriteAllText(Path.Combine(o.Folder, "page", "assets", "main-ABCD1234.js"), "export {}");
                File.WriteAllText(Path.Combine(o.Folder, "page", "assets", "strange.exe"), "MZ");
                File.WriteAllText(Path.Combine(o.Folder, "secret.txt"), "nobody's business");
            },
            (o, options) => options with { PageFolder = Path.Combine(o.Folder, "page") }
        );

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/assets/../../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/..\\secret.txt")]
    [InlineData("/%252e%252e/secret.txt")]
    [InlineData("//etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("/assets/....//....//secret.txt")]
    [InlineData("/assets/main-ABCD1234.js/../../../secret.txt")]
    [InlineData("/secret.txt%00.js")]
    public async Task No_path_leads_out_of_the_bundle(string target)
    {
        // Raw, for a client would tidy the path up.
        var answer = await Raw($"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{office.Address.Port}\r\nConnection: close\r\n\r\n");
        answer.ShouldNotContain("nobody's business");
        answer.ShouldNotContain("root:");
        answer.ShouldStartWith("HTTP/1.1 ");
    }

    [Fact]
    public async Task Deep_links_are_the_page_and_missing_files_are_missing()
    {
        foreach (var path in new[] { "/", "/shelf", "/pair/CHN/RUS?from=2000", "/read/0123abcd", "/manual/claim-language" })
            (await (await office.Get(path)).Content.ReadAsStringAsync()).ShouldContain("the page", Case.Sensitive, path);
        await Office.Problem(await office.Get("/assets/gone-ABCD1234.js"), HttpStatusCode.NotFound);
        await Office.Problem(await office.Get("/assets/strange.exe"), HttpStatusCode.NotFound);
        await Office.Problem(await office.Get("/api/nothing/here"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_named_after_its_contents_is_kept_and_the_page_is_asked_for_again()
    {
        using var script = await office.Get("/assets/main-ABCD1234.js");
        script.Headers.CacheControl!.ToString().ShouldContain("immutable");
        script.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        using var page = await office.Get("/");
        page.Headers.CacheControl!.NoCache.ShouldBeTrue();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/");
        again.Headers.TryAddWithoutValidation("If-None-Match", page.Headers.ETag!.ToString());
        using var same = await office.Client.SendAsync(again);
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Where_the_page_is_not_built_the_answer_says_what_is_missing()
    {
        await using var bare = await Office.Open(change: (o, options) => options with { PageFolder = Path.Combine(o.Folder, "none") });
        using var answer = await bare.Get("/");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Node.js");
        using var still = await bare.Get("/api/session");
        still.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    [InlineData("TRACE / HTTP/1.1\r\nHost: evil\r\nConnection: close\r\n\r\n")]
    [InlineData("\0\0\0\0\r\n\r\n")]
    [InlineData(
        "POST /api/jobs HTTP/1.1\r\nHost: evil\r\nConnection: close\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    )]
    public async Task What_is_no_request_of_ours_is_refused_in_a_line(string request)
    {
        var answer = await Raw(request);
        answer.ShouldStartWith("HTTP/1.1 4");
        answer.ShouldNotContain("   at ");
    }

    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(office.Address.Host, office.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await reader.ReadToEndAsync(patience.Token);
    }
}
