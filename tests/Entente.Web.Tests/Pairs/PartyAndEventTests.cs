using System.Text.Json;
using Entente.Web.Tests.Hosting;

namespace Entente.Web.Tests.Pairs;

/// <summary>Who can be chosen, what happened between two, and three at once.</summary>
public sealed class PartyAndEventTests : IAsyncLifetime
{
    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Theory]
    [InlineData("RUS", "RUS")]
    [InlineData("russ", "RUS")]
    [InlineData("cote", "CIV")]
    [InlineData("turkiye", "TUR")]
    [InlineData("european u", "EU")]
    [InlineData("brit", "GBR")]
    public async Task A_party_is_found_by_whatever_it_is_called(string typed, string first)
    {
        var found = await office.Json($"/api/parties?q={Uri.EscapeDataString(typed)}");
        found.GetProperty("items")[0].GetProperty("code").GetString().ShouldBe(first);
    }

    [Fact]
    public async Task All_parties_come_by_pages_and_none_is_a_person()
    {
        var seen = new HashSet<string>();
        for (string? cursor = "0"; cursor is not null; )
        {
            var page = await office.Json($"/api/parties?limit=100&cursor={cursor}");
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                seen.Add(item.GetProperty("code").GetString()!).ShouldBeTrue();
                item.GetProperty("kind").GetString().ShouldBeOneOf("state", "organisation");
            }
            cursor = page.GetProperty("next").GetString();
        }
        seen.Count.ShouldBeGreaterThan(190);
        seen.ShouldContain("NATO");
    }

    [Fact]
    public async Task Events_come_in_order_with_their_kind_sign_and_source()
    {
        var events = (await office.Json("/api/pairs/CHN/RUS/events?from=1816&limit=500")).GetProperty("items").EnumerateArray().ToList();
        events.Select(e => e.GetProperty("at").GetDouble()).ShouldBeInOrder();
        events
            .Select(e => e.GetProperty("kind").GetString()!)
            .Distinct()
            .ShouldBe(["contact", "treaty", "exercise", "sanction", "vote", "conflict"], ignoreOrder: true);
        events.ShouldAllBe(e => e.GetProperty("glyph").GetString()!.Length == 1 && e.GetProperty("source").GetString() != "");
        events
            .GroupBy(e => e.GetProperty("kind").GetString())
            .ShouldAllBe(g => g.Select(e => e.GetProperty("glyph").GetString()).Distinct().Count() == 1);
        var treaty = events.First(e => e.GetProperty("id").GetString() == "friendship_treaty_2001");
        treaty.GetProperty("kind").GetString().ShouldBe("treaty");
        treaty.GetProperty("ofBoth").GetBoolean().ShouldBeTrue();
        var invasion = events.First(e => e.GetProperty("id").GetString() == "ukraine_invasion_2022");
        invasion.GetProperty("ofBoth").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_after_the_day_is_known_on_it()
    {
        var events = (await office.Json("/api/pairs/CHN/RUS/events?as-of=2014-06-30&limit=500"))
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        events.ShouldNotBeEmpty();
        events.ShouldAllBe(e => e.GetProperty("at").GetDouble() < 2014.51);
    }

    [Fact]
    public async Task A_triangle_without_imports_says_what_it_takes_and_shows_what_there_is()
    {
        var triangle = await office.Json("/api/triangles/CHN/RUS/USA");
        triangle.GetProperty("triangle").ValueKind.ShouldBe(JsonValueKind.Null);
        triangle.GetProperty("missing").GetProperty("remedy").GetString()!.ShouldContain("entente record import");
        foreach (var measure in triangle.GetProperty("measures").EnumerateArray())
        {
            measure.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
            measure.GetProperty("table").GetProperty("columns").GetArrayLength().ShouldBeGreaterThan(2);
        }
    }
}
