using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Entente.Web.Hosting;
using Entente.Web.Security;
using NodaTime;

namespace Entente.Web.Tests.Hosting;

/// <summary>`--share`: a token for everybody, and TLS by us or by a proxy that is named.</summary>
public sealed class SharingTests
{
    private const string Token = "a-token-that-is-known-to-this-test-only";

    [Theory]
    [InlineData(true, null, null, null, "--certificate")]
    [InlineData(true, "x.pfx", null, "https://e.example", "both")]
    [InlineData(true, null, null, "http://e.example", "https")]
    [InlineData(true, null, null, "https://e.example/path", "https")]
    [InlineData(true, null, null, "nonsense", "https")]
    [InlineData(true, "nowhere.pfx", null, null, "certificate")]
    [InlineData(false, "x.pfx", null, null, "--share")]
    [InlineData(false, null, null, "https://e.example", "--share")]
    public void Nothing_is_shared_by_halves(bool share, string? certificate, string? key, string? proxy, string said) =>
        Should.Throw<WrongUseException>(() => SharingOptions.Of(share, certificate, key, proxy)).Problem.ToString().ShouldContain(said);

    [Fact]
    public void Without_share_nobody_is_let_in() => SharingOptions.Of(false, null, null, null).ShouldBeNull();

    [Fact]
    public void Tokens_are_long_and_never_the_same()
    {
        var tokens = Enumerable.Range(0, 100).Select(_ => ShareToken.Create()).ToHashSet(StringComparer.Ordinal);
        tokens.Count.ShouldBe(100);
        tokens.ShouldAllBe(t => t.Length >= 43);
    }

    [Fact]
    public async Task Over_tls_only_who_shows_the_token_comes_in()
    {
        using var certificate = Certificate();
        await using var office = await Office.Open(
            change: (_, o) =>
                o with
                {
                    Sharing = new Sharing { Token = Token, Certificate = certificate },
                }
        );
        office.Address.Scheme.ShouldBe("https");
        foreach (
            var path in new[]
            {
                "/",
                "/api/session",
                "/api/openapi.json",
                "/?token=",
                "/?token=wrong",
                $"/?token={Token}x",
                $"/?token={Token}&token={Token}",
            }
        )
        {
            using var refused = await office.Get(path);
            await Office.Problem(refused, HttpStatusCode.Unauthorized);
            refused.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }
        using var guess = new HttpRequestMessage(HttpMethod.Get, "/api/session");
        guess.Headers.Add("Authorization", "Bearer wrong");
        (await office.Client.SendAsync(guess)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        using var script = new HttpRequestMessage(HttpMethod.Get, "/api/session");
        script.Headers.Add("Authorization", $"Bearer {Token}");
        using var answer = await office.Client.SendAsync(script);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_address_with_the_token_sets_a_cookie_and_leads_on_without_it()
    {
        using var certificate = Certificate();
        await using var office = await Office.Open(
            change: (_, o) =>
                o with
                {
                    Sharing = new Sharing { Token = Token, Certificate = certificate },
                }
        );
        using var first = await office.Get($"/pair/CHN/RUS?from=2000&token={Token}");
        first.StatusCode.ShouldBe(HttpStatusCode.Found);
        first.Headers.Location!.ToString().ShouldBe("/pair/CHN/RUS?from=2000");
        var cookie = first.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        foreach (var flag in new[] { "secure", "httponly", "samesite=lax", "path=/" })
            cookie.ToLowerInvariant().ShouldContain(flag);
        using var second = await office.Get("/api/session");
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        // Changes want their own token beside it.
        using var change = new HttpRequestMessage(HttpMethod.Delete, "/api/jobs/1");
        await Office.Problem(await office.Client.SendAsync(change), HttpStatusCode.Forbidden);
        await Office.Problem(await office.Send(HttpMethod.Delete, "/api/jobs/1"), HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/%5Cevil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task The_token_never_leads_elsewhere(string path)
    {
        using var certificate = Certificate();
        await using var office = await Office.Open(
            change: (_, o) =>
                o with
                {
                    Sharing = new Sharing { Token = Token, Certificate = certificate },
                }
        );
        using var answer = await office.Client.GetAsync(new Uri(office.Address, ".").ToString().TrimEnd('/') + path + $"?token={Token}");
        if (answer.Headers.Location is not { } to)
            return;
        to.IsAbsoluteUri.ShouldBeFalse();
        to.ToString().ShouldStartWith("/");
        to.ToString().ShouldNotStartWith("//");
        to.ToString().ShouldNotStartWith("/\\");
    }

    [Fact]
    public async Task Behind_a_proxy_only_its_name_and_the_token_come_in()
    {
        await using var office = await Office.Open(
            change: (_, o) =>
                o with
                {
                    Sharing = new Sharing { Token = Token, BehindProxy = new Uri("https://entente.example.org") },
                }
        );
        office.Address.Host.ShouldBe("127.0.0.1");
        async Task<HttpStatusCode> As(string host, string? origin, string? token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/session");
            request.Headers.Host = host;
            if (origin is not null)
                request.Headers.Add("Origin", origin);
            if (token is not null)
                request.Headers.Add("Authorization", "Bearer " + token);
            return (await office.Client.SendAsync(request)).StatusCode;
        }
        (await As("entente.example.org", null, Token)).ShouldBe(HttpStatusCode.OK);
        (await As("entente.example.org", "https://entente.example.org", Token)).ShouldBe(HttpStatusCode.OK);
        (await As("entente.example.org", "http://entente.example.org", Token)).ShouldBe(HttpStatusCode.Forbidden);
        (await As("entente.example.org", "https://evil.example", Token)).ShouldBe(HttpStatusCode.Forbidden);
        (await As("entente.example.org", null, null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await As("evil.example", null, Token)).ShouldBe(HttpStatusCode.BadRequest);
        (await As("entente.example.org:81", null, Token)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Plain_http_gets_nothing_from_a_shared_page()
    {
        using var certificate = Certificate();
        await using var office = await Office.Open(
            change: (_, o) =>
                o with
                {
                    Sharing = new Sharing { Token = Token, Certificate = certificate },
                }
        );
        using var plain = new HttpClient();
        await Should.ThrowAsync<HttpRequestException>(() => plain.GetAsync(new UriBuilder(office.Address) { Scheme = "http" }.Uri));
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = SystemClock.Instance.GetCurrentInstant().ToDateTimeOffset();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        // Only what comes from a file has its key in a form that every platform's TLS takes.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
