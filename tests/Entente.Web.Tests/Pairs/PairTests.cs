using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Reports.Profile;
using Entente.Web.Hosting;
using Entente.Web.Pairs;
using Entente.Web.Sessions;
using Entente.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Web.Tests.Pairs;

/// <summary>A pair over HTTP: its profile, its charts, its events, and what is not a pair. On the record as it ships.</summary>
public sealed class PairTests : IAsyncLifetime
{
    private const string Pair = "/api/pairs/CHN/RUS";

    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task A_profile_is_what_the_command_prints()
    {
        var engine = office.Server.Services.GetRequiredService<Workbench>().Engine;
        var profile = engine.Profile(new ProfileWish("CHN", "RUS", 1990, 2026, Office.Today), CancellationToken.None).Value!;
        using var printed = new StringWriter { NewLine = "\n" };
        ProfileJson.Write(printed, profile, SessionEndpoints.Version);
        using var answer = await office.Get($"{Pair}/profile");
        (await answer.Content.ReadAsStringAsync()).ShouldBe(printed.ToString());
    }

    [Fact]
    public async Task Names_and_codes_in_any_case_mean_the_same_pair()
    {
        var by = await office.Json("/api/pairs/china/Russian%20Federation/profile?from=2000");
        by.GetProperty("results").GetProperty("first").GetProperty("code").GetString().ShouldBe("CHN");
        by.GetProperty("results").GetProperty("second").GetProperty("code").GetString().ShouldBe("RUS");
        by.GetProperty("inputs").GetProperty("from").GetInt32().ShouldBe(2000);
    }

    [Fact]
    public async Task Sixty_four_who_ask_at_once_are_answered_from_one_computation()
    {
        var desk = office.Server.Services.GetRequiredService<PairDesk>();
        desk.Made.ShouldBe(0);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 64).Select(_ => Task.Run(() => office.Client.GetStringAsync("/api/pairs/IND/IRN/profile")))
        );
        desk.Made.ShouldBe(1);
        answers.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        await office.Json("/api/pairs/IND/IRN/profile?from=1995");
        desk.Made.ShouldBe(2);
    }

    [Fact]
    public async Task A_version_that_is_known_is_told_so_before_any_work()
    {
        var desk = office.Server.Services.GetRequiredService<PairDesk>();
        using var first = await office.Get($"{Pair}/profile");
        var made = desk.Made;
        using (var again = await Conditional($"{Pair}/profile", first.Headers.ETag!))
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        desk.Made.ShouldBe(made);
        using (var other = await Conditional($"{Pair}/profile?from=2001", first.Headers.ETag!))
            other.StatusCode.ShouldBe(HttpStatusCode.OK);
        office.Server.Services.GetRequiredService<Workbench>().Renew();
        using var renewed = await Conditional($"{Pair}/profile", first.Headers.ETag!);
        renewed.StatusCode.ShouldBe(HttpStatusCode.OK, "the record has changed");
    }

    [Fact]
    public async Task A_triangle_that_is_known_asks_nothing_of_the_engine()
    {
        var asked = 0;
        await using var other = await Office.Open(compose: s =>
        {
            var engine = Composer.Compose(s);
            return engine with
            {
                Alignment = (a, b, asOf) =>
                {
                    Interlocked.Increment(ref asked);
                    return engine.Alignment(a, b, asOf);
                },
            };
        });
        const string Triangle = "/api/triangles/CHN/RUS/USA";
        using var first = await other.Get(Triangle);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        asked.ShouldBe(3, "once for each pair");
        // Nothing of it is remembered any more, but the one who asks still has it.
        for (var year = 1900; year < 1940; year++)
            await other.Json($"/api/triangles/CHN/RUS/IND?year={year}");
        asked = 0;
        using (var again = await Conditional(other, Triangle, first.Headers.ETag!))
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        asked.ShouldBe(0);
        foreach (var another in new[] { "?from=2001", "?year=2000", "?positive=0.3", "?as-of=2020-01-01" })
            using (var answer = await Conditional(other, Triangle + another, first.Headers.ETag!))
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, another);
        using var missing = await other.Get($"{Triangle}/charts/m99.csv");
        await Office.Problem(missing, HttpStatusCode.NotFound);
        missing.Headers.ETag.ShouldBeNull("what is not there has no version");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_compressed_profile_is_the_same_profile(string encoding)
    {
        using var plain = await office.Get($"{Pair}/profile");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Pair}/profile");
        request.Headers.AcceptEncoding.Add(new(encoding));
        using var packed = await office.Client.SendAsync(request);
        packed.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        await using var body = await packed.Content.ReadAsStreamAsync();
        await using Stream unpacked =
            encoding == "br"
                ? new System.IO.Compression.BrotliStream(body, System.IO.Compression.CompressionMode.Decompress)
                : new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        (await reader.ReadToEndAsync()).ShouldBe(await plain.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("IND/IRN")]
    [InlineData("TUR/RUS")]
    [InlineData("USA/MEX")]
    [InlineData("TUV/NRU")]
    [InlineData("CHN/EU")]
    [InlineData("PRK/KOR")]
    public async Task Any_pair_has_a_profile_charts_and_events(string pair)
    {
        var profile = await office.Json($"/api/pairs/{pair}/profile");
        var sections = profile.GetProperty("results").GetProperty("sections").EnumerateArray().ToList();
        sections.ShouldNotBeEmpty();
        // What is not there has a reason.
        foreach (var gap in sections.SelectMany(s => s.GetProperty("missing").EnumerateArray()))
            gap.GetProperty("why").GetString().ShouldNotBeNullOrEmpty();
        var charts = await office.Json($"/api/pairs/{pair}/charts");
        foreach (var chart in charts.GetProperty("charts").EnumerateArray())
        {
            var one = await office.Json($"/api/pairs/{pair}/charts/{chart.GetProperty("id").GetString()}");
            one.GetProperty("spec").GetProperty("datasets").GetProperty("figures").GetArrayLength().ShouldBeGreaterThan(1);
        }
        (await office.Json($"/api/pairs/{pair}/events")).GetProperty("total").GetInt32().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Theory]
    [InlineData("/api/pairs/CHN/Rusia/profile", "Russia")]
    [InlineData("/api/pairs/Atlantis/RUS/profile", null)]
    [InlineData("/api/pairs/CHN/Xi%20Jinping/charts", null)]
    [InlineData("/api/pairs/CHN/..%2F..%2Fetc%2Fpasswd/profile", null)]
    [InlineData("/api/triangles/CHN/RUS/Nowhere", null)]
    public async Task A_party_that_nobody_knows_is_not_found_and_the_nearest_are_named(string path, string? near)
    {
        using var answer = await office.Get(path);
        var problem = await Office.Problem(answer, HttpStatusCode.NotFound);
        if (near is not null)
            problem.GetProperty("hint").GetString()!.ShouldContain(near);
    }

    [Theory]
    [InlineData("/api/pairs/CHN/China/profile", "twice")]
    [InlineData("/api/triangles/CHN/RUS/russia", "twice")]
    [InlineData(Pair + "/profile?from=2020&to=2010", "2020 to 2010")]
    [InlineData(Pair + "/profile?from=1000", "1000")]
    [InlineData(Pair + "/profile?to=3000", "3000")]
    [InlineData(Pair + "/profile?from=-5", "-5")]
    [InlineData(Pair + "/profile?from=99999999999999999999", "99999")]
    [InlineData(Pair + "/profile?from=2000&from=2001", "2000")]
    [InlineData(Pair + "/profile?from=%D9%A1%D9%A9%D9%A9%D9%A0", "a year")]
    [InlineData(Pair + "/profile?as-of=yesterday", "yesterday")]
    [InlineData(Pair + "/profile?as-of=2024", "2024")]
    [InlineData(Pair + "/profile?compare=USA", "two parties")]
    [InlineData(Pair + "/profile?compare=USA,USA", "twice")]
    [InlineData(
        Pair + "/profile?compare=A,B&compare=A,B&compare=A,B&compare=A,B&compare=A,B&compare=A,B&compare=A,B&compare=A,B&compare=A,B",
        "9 pairs"
    )]
    [InlineData(Pair + "/charts?with=IND", "two parties")]
    [InlineData(Pair + "/charts?with=IND,RUS&with=IND,CHN", "one pair")]
    [InlineData(Pair + "/events?limit=100000", "100000")]
    [InlineData("/api/triangles/CHN/RUS/USA?positive=NaN", "NaN")]
    [InlineData("/api/triangles/CHN/RUS/USA?positive=-0.5&negative=0.5", "below")]
    public async Task What_cannot_be_asked_is_said_where_it_stands(string path, string says)
    {
        using var answer = await office.Get(path);
        var problem = await Office.Problem(answer, HttpStatusCode.BadRequest);
        problem.GetProperty("detail").GetString()!.ShouldContain(says);
        office.Server.Services.GetRequiredService<PairDesk>().Made.ShouldBe(0, "nothing is computed for it");
    }

    [Fact]
    public async Task A_name_without_end_is_refused_unread()
    {
        using var answer = await office.Get($"/api/pairs/CHN/{new string('R', 4000)}/profile");
        await Office.Problem(answer, HttpStatusCode.BadRequest);
        using var parties = await office.Get($"/api/parties?q={new string('x', 4000)}");
        await Office.Problem(parties, HttpStatusCode.BadRequest);
    }

    private Task<HttpResponseMessage> Conditional(string path, EntityTagHeaderValue known) => Conditional(office, path, known);

    private static async Task<HttpResponseMessage> Conditional(Office office, string path, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(known);
        return await office.Client.SendAsync(request);
    }
}
