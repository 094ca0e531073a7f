using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Entente.Web.Tests.Hosting;

/// <summary>Attacks from other names, other pages and other machines.</summary>
public sealed class ForeignRequestTests : IAsyncLifetime
{
    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example:PORT")]
    [InlineData("127.0.0.1.evil.example:PORT")]
    [InlineData("evil.example:PORT")]
    [InlineData("localhost:1")]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0:PORT")]
    [InlineData("169.254.169.254:PORT")]
    [InlineData("2130706433:PORT")]
    public async Task A_name_that_is_not_ours_gets_nothing(string host)
    {
        foreach (var path in new[] { "/", "/api/session", "/api/openapi.json", "/shelf" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host.Replace("PORT", $"{office.Address.Port}", StringComparison.Ordinal);
            using var answer = await office.Client.SendAsync(request);
            // 2130706433 is 127.0.0.1 as one number: a browser writes it out, so nobody needs it.
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{host}{path}");
        }
    }

    [Theory]
    [InlineData("localhost:PORT")]
    [InlineData("127.0.0.1:PORT")]
    [InlineData("[::1]:PORT")]
    public async Task Our_own_names_are_answered(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/session");
        request.Headers.Host = host.Replace("PORT", $"{office.Address.Port}", StringComparison.Ordinal);
        using var answer = await office.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost")]
    [InlineData("http://localhost:1")]
    [InlineData("https://127.0.0.1:PORT")]
    [InlineData("http://127.0.0.1.evil.example:PORT")]
    [InlineData("file://")]
    [InlineData("chrome-extension://abcdefgh")]
    public async Task What_a_page_from_elsewhere_sends_is_refused(string origin)
    {
        var token = await office.Token();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete, HttpMethod.Options })
        {
            using var request = new HttpRequestMessage(method, "/api/jobs/1");
            request.Headers.TryAddWithoutValidation("Origin", origin.Replace("PORT", $"{office.Address.Port}", StringComparison.Ordinal));
            request.Headers.Add("X-Entente-Antiforgery", token);
            using var answer = await office.Client.SendAsync(request);
            await Office.Problem(answer, HttpStatusCode.Forbidden);
            answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("cross-site", "no-cors", "image", "/api/jobs", false)]
    [InlineData("cross-site", "cors", "empty", "/api/jobs", false)]
    [InlineData("same-site", "no-cors", "script", "/api/jobs", false)]
    [InlineData("cross-site", "navigate", "iframe", "/shelf", false)]
    [InlineData("cross-site", "navigate", "document", "/shelf", true)]
    [InlineData("same-origin", "cors", "empty", "/api/jobs", true)]
    [InlineData("none", "navigate", "document", "/shelf", true)]
    public async Task A_link_from_elsewhere_may_lead_here_and_nothing_else(
        string site,
        string mode,
        string destination,
        string path,
        bool allowed
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Sec-Fetch-Mode", mode);
        request.Headers.Add("Sec-Fetch-Dest", destination);
        using var answer = await office.Client.SendAsync(request);
        (answer.StatusCode == HttpStatusCode.Forbidden).ShouldBe(!allowed);
    }

    [Fact]
    public async Task Nobody_else_on_the_network_gets_a_connection()
    {
        IPAddress.IsLoopback(IPAddress.Parse(office.Address.Host)).ShouldBeTrue();
        var others = NetworkInterface
            .GetAllNetworkInterfaces()
            .SelectMany(n => n.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .Where(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        foreach (var address in others)
        {
            using var client = new TcpClient(AddressFamily.InterNetwork);
            await Should.ThrowAsync<SocketException>(() => client.ConnectAsync(address, office.Address.Port));
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_policy_whatever_it_is()
    {
        foreach (
            var path in new[] { "/", "/api/session", "/api/jobs", "/api/jobs/none", "/nothing.js", "/api/nothing", "/api/openapi.json" }
        )
        {
            using var answer = await office.Get(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldContain("default-src 'none'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            policy.ShouldNotContain("http");
            policy.ShouldNotContain("*");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
            answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldHaveSingleItem().ShouldBe("same-origin");
            answer.Headers.GetValues("Referrer-Policy").ShouldHaveSingleItem().ShouldBe("no-referrer");
            answer.Headers.Contains("Server").ShouldBeFalse();
        }
    }
}
