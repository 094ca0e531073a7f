using System.Text.Json;
using Entente.Tests.Cli;

namespace Entente.Tests.Profiles;

/// <summary>`profile`, as a user sees it on a fresh clone: the shipped record alone.</summary>
public sealed class ProfileCommandTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private string Text(params string[] args)
    {
        var run = desk.Run(["profile", .. args]);
        run.Error.ShouldBeEmpty();
        run.Status.ShouldBe(0);
        return run.Output;
    }

    [Fact]
    public void A_fresh_clone_says_much_of_China_and_Russia()
    {
        var text = Text("CHN", "RUS");
        foreach (
            var section in new[]
            {
                "SIDE BY SIDE",
                "TRADE",
                "WHO NEEDS WHOM",
                "SECURITY COUNCIL VETOES",
                "CONTACTS",
                "HOW ALLIANCE-LIKE",
                "SANCTIONS",
                "SOURCES",
            }
        )
            text.ShouldContain(section);
        text.ShouldContain("Trade, as China counts");
        text.ShouldContain("GACC");
        text.ShouldNotContain("NaN", Case.Sensitive);
        text.ShouldNotContain("∞");
    }

    [Theory]
    [InlineData("CHN", "RUS")]
    [InlineData("USA", "EU")]
    [InlineData("TUR", "GRC")]
    [InlineData("FRA", "DEU")]
    [InlineData("BRA", "PNG")]
    public void No_line_is_wider_than_a_terminal(string first, string second) =>
        Text(first, second).Split('\n').Where(l => l.Length > 80).ShouldBeEmpty();

    [Fact]
    public void Every_figure_has_a_source_and_every_source_a_number_that_is_listed()
    {
        var json = desk.Json("profile", "CHN", "RUS");
        json.GetProperty("schema").GetString().ShouldBe("entente/profile/1");
        json.GetProperty("inputs").GetProperty("record").GetString()!.Length.ShouldBe(64);
        var figures = Sections(json).SelectMany(s => s.GetProperty("figures").EnumerateArray()).ToList();
        figures.Count.ShouldBeGreaterThan(20);
        figures.ShouldAllBe(f => f.GetProperty("source").GetString()!.Length > 0);
        figures.ShouldAllBe(f => f.GetProperty("period").GetString()!.Length > 0);
        Sections(json)
            .SelectMany(s => s.GetProperty("series").EnumerateArray())
            .SelectMany(s => s.GetProperty("lines").EnumerateArray())
            .ShouldAllBe(l => l.GetProperty("source").GetString()!.Length > 0 && l.GetProperty("points").GetArrayLength() > 0);
    }

    /// <summary>What a profile shows can be put to `ask`.</summary>
    [Fact]
    public void A_figure_made_by_an_expression_is_what_ask_answers()
    {
        var figure = Sections(desk.Json("profile", "CHN", "RUS"))
            .Single(s => s.GetProperty("id").GetString() == "trade")
            .GetProperty("figures")
            .EnumerateArray()
            .First(f => f.GetProperty("label").GetString() == "Trade, as Russia counts");
        var answer = desk.Json("ask", figure.GetProperty("expression").GetString()!);
        answer
            .GetProperty("alternatives")
            .EnumerateArray()
            .Select(a => a.GetProperty("value").GetDouble())
            .ShouldContain(figure.GetProperty("value").GetDouble());
    }

    [Fact]
    public void Names_do_as_well_as_codes_and_the_order_only_turns_the_columns()
    {
        Text("China", "russia").ShouldStartWith("China and Russia\n");
        var (one, two) = (desk.Json("profile", "CHN", "RUS"), desk.Json("profile", "RUS", "CHN"));
        double Share(JsonElement json, string side) =>
            Sections(json)
                .Single(s => s.GetProperty("id").GetString() == "dependence")
                .GetProperty("figures")
                .EnumerateArray()
                .First(f => f.GetProperty("label").GetString() == "its share in all trade" && f.GetProperty("side").GetString() == side)
                .GetProperty("value")
                .GetDouble();
        Share(one, "first").ShouldBe(Share(two, "second"));
        Share(one, "second").ShouldBe(Share(two, "first"));
    }

    [Fact]
    public void Nothing_later_than_the_day_of_consultation_is_shown()
    {
        foreach (var section in Sections(desk.Json("profile", "CHN", "RUS", "--as-of", "2021-06-30")))
        {
            foreach (var figure in section.GetProperty("figures").EnumerateArray())
                string.CompareOrdinal(figure.GetProperty("period").GetString()!.Split("..")[^1], "2022").ShouldBeLessThan(0);
            foreach (var entry in section.GetProperty("entries").EnumerateArray())
                (
                    entry.GetProperty("date").GetString() is var date && (date == "undated" || string.CompareOrdinal(date, "2021-07") < 0)
                ).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_pair_of_which_little_is_known_says_what_is_missing_and_what_would_bring_it()
    {
        var text = Text("BRA", "PNG");
        text.ShouldContain("NOT SHOWN");
        text.ShouldContain("entente record import");
    }

    [Fact]
    public void Imported_data_bring_series_measures_and_what_they_lack()
    {
        // Germany 255, Poland 290: imports in US$ million, rising with the years.
        desk.ImportTrade([.. Enumerable.Range(1996, 19).Select(y => $"255,290,{y},{100 + (10 * (y - 1996))},{80 + (5 * (y - 1996))}")]);
        var json = desk.Json("profile", "DEU", "POL");
        var trade = Sections(json).Single(s => s.GetProperty("id").GetString() == "trade");
        var cow = trade
            .GetProperty("series")[0]
            .GetProperty("lines")
            .EnumerateArray()
            .Single(l => l.GetProperty("name").GetString() == "COW")
            .GetProperty("points");
        cow.GetArrayLength().ShouldBe(19);
        cow[0].GetProperty("value").GetDouble().ShouldBe(180e6);
        cow[18].GetProperty("value").GetDouble().ShouldBe(450e6);
        // Shares need totals, which were not imported: missing, not zero.
        Sections(json)
            .Single(s => s.GetProperty("id").GetString() == "interdependence")
            .GetProperty("figures")
            .EnumerateArray()
            .ShouldNotContain(f => f.GetProperty("label").GetString()!.StartsWith("its share"));
        Sections(json).Single(s => s.GetProperty("id").GetString() == "votes").GetProperty("missing").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void The_page_runs_nothing_and_fetches_nothing()
    {
        var run = desk.Run("profile", "CHN", "RUS", "--format", "html");
        run.Status.ShouldBe(0);
        run.Output.ShouldStartWith("<!doctype html>");
        run.Output.ShouldContain("default-src 'none'");
        run.Output.ShouldNotContain("<script");
        run.Output.ShouldNotContain("src=");
        run.Output.ShouldContain("<svg");
        run.Output.ShouldContain("<title");
        run.Output.ShouldContain("Not shown");
    }

    [Theory]
    [InlineData("'Atlantis'", "profile", "Atlantis", "RUS")]
    [InlineData("China twice", "profile", "CHN", "China")]
    [InlineData("'USA'", "profile", "CHN", "RUS", "--compare", "USA")]
    [InlineData("'Atlantis'", "profile", "CHN", "RUS", "--compare", "USA,Atlantis")]
    [InlineData("2020 to 2010", "profile", "CHN", "RUS", "--from", "2020", "--to", "2010")]
    [InlineData("1500 to 2010", "profile", "CHN", "RUS", "--from", "1500", "--to", "2010")]
    public void What_cannot_be_is_said_in_one_line(string found, params string[] args)
    {
        var run = desk.Run(args);
        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain(found);
    }

    private static JsonElement.ArrayEnumerator Sections(JsonElement json) =>
        json.GetProperty("results").GetProperty("sections").EnumerateArray();
}
