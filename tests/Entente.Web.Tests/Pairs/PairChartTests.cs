using System.Net;
using System.Text.Json;
using Entente.Reports.Charts;
using Entente.Web.Tests.Hosting;

namespace Entente.Web.Tests.Pairs;

/// <summary>The charts of a pair: what they say, what is drawn, what can be taken along.</summary>
public sealed class PairChartTests : IAsyncLifetime
{
    private const string Charts = "/api/pairs/CHN/RUS/charts";

    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task The_list_tells_each_chart_in_words_with_its_years_and_sources()
    {
        var list = await office.Json(Charts);
        list.GetProperty("schema").GetString().ShouldBe("entente/pair-charts/1");
        var charts = list.GetProperty("charts").EnumerateArray().ToList();
        charts.Count.ShouldBeGreaterThan(3);
        foreach (var chart in charts)
        {
            chart.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
            chart.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
            chart
                .GetProperty("reach")
                .GetProperty("from")
                .GetInt32()
                .ShouldBeLessThan(chart.GetProperty("reach").GetProperty("to").GetInt32());
            chart.GetProperty("sources").GetArrayLength().ShouldBeGreaterThan(0);
        }
        var trade = charts.First(c => c.GetProperty("id").GetString() == "trade-1");
        trade.GetProperty("summary").GetString()!.ShouldContain("$228.1bn in 2025");
        list.GetProperty("overview").GetProperty("lines").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_chart_holds_all_years_and_tells_those_that_are_asked_for()
    {
        var one = await office.Json($"{Charts}/trade-1?from=2015&to=2024");
        var spec = one.GetProperty("spec");
        var years = spec.GetProperty("datasets")
            .GetProperty("figures")
            .EnumerateArray()
            .Select(f => f.GetProperty("x").GetDouble())
            .ToList();
        years.Min().ShouldBeLessThan(2015);
        years.Max().ShouldBeGreaterThan(2024);
        var parameters = spec.GetProperty("params")
            .EnumerateArray()
            .ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("value"));
        parameters["from"].GetInt32().ShouldBe(2015);
        parameters["to"].GetInt32().ShouldBe(2024);
        var rows = one.GetProperty("table").GetProperty("rows").EnumerateArray().Select(r => int.Parse(r[0].GetString()!)).ToList();
        rows.Min().ShouldBeGreaterThanOrEqualTo(2015);
        rows.Max().ShouldBeLessThanOrEqualTo(2024);
        // Nothing in it can ask for anything from elsewhere.
        spec.GetRawText().ShouldNotContain("\"url\"");
    }

    [Fact]
    public async Task A_year_without_a_figure_breaks_the_line_and_is_an_empty_cell_never_a_nought()
    {
        var one = await office.Json($"{Charts}/trade-2");
        var figures = one.GetProperty("spec").GetProperty("datasets").GetProperty("figures").EnumerateArray().ToList();
        foreach (var line in figures.GroupBy(f => f.GetProperty("s").GetString()))
        {
            var points = line.OrderBy(f => f.GetProperty("x").GetDouble()).ToList();
            for (var i = 1; i < points.Count; i++)
            {
                var gap = points[i].GetProperty("x").GetDouble() - points[i - 1].GetProperty("x").GetDouble() > 1;
                (points[i].GetProperty("g").GetInt32() != points[i - 1].GetProperty("g").GetInt32()).ShouldBe(gap);
            }
        }
        var cells = one.GetProperty("table").GetProperty("rows").EnumerateArray().SelectMany(r => r.EnumerateArray().Skip(1)).ToList();
        cells.ShouldContain(c => c.ValueKind == JsonValueKind.Null);
        cells.ShouldNotContain(c => c.ValueKind == JsonValueKind.Number && c.GetDouble() == 0);
    }

    [Fact]
    public async Task Years_without_a_figure_say_so()
    {
        var one = await office.Json($"{Charts}/trade-1?from=1850&to=1860");
        one.GetProperty("missing").GetString()!.ShouldContain("No figure from 1850 to 1860");
        one.GetProperty("table").GetProperty("rows").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Another_pair_is_laid_over_and_the_difference_told_in_words()
    {
        var one = await office.Json($"{Charts}/trade-1?with=IND,CHN");
        one.GetProperty("compared").GetBoolean().ShouldBeTrue();
        one.GetProperty("title").GetString()!.ShouldContain("beside India and China");
        one.GetProperty("summary").GetString()!.ShouldContain(" times ");
        one.GetProperty("series").EnumerateArray().ShouldContain(s => s.GetProperty("beside").GetBoolean());
        var none = await office.Json($"{Charts}/council-1?with=TUV,NRU");
        none.GetProperty("compared").GetBoolean().ShouldBeFalse();
        none.GetProperty("notes").EnumerateArray().ShouldContain(n => n.GetString()!.Contains("Tuvalu and Nauru"));
    }

    [Fact]
    public async Task The_figures_come_as_a_file_with_full_digits_and_their_sources()
    {
        using var answer = await office.Get($"{Charts}/trade-1.csv?from=2000");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        answer.Content.Headers.ContentDisposition!.FileName!.ShouldContain("CHN-RUS-trade-1.csv");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("series,at,value,low,high,unit,source,published,url");
        lines.Length.ShouldBeGreaterThan(10);
        lines.Skip(1).ShouldAllBe(l => l.Contains(",USD,") && l.Contains("http"));
    }

    [Theory]
    [InlineData("trade-9")]
    [InlineData("..%2F..%2Frecord.csv")]
    [InlineData("trade-9.csv")]
    [InlineData(".csv")]
    public async Task A_chart_that_is_not_there_is_not_found(string id)
    {
        using var answer = await office.Get($"{Charts}/{id}");
        await Office.Problem(answer, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("-1+cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public void A_cell_never_begins_like_a_formula(string text)
    {
        var chart = new ChartModel
        {
            Id = "x",
            Form = ChartForm.Lines,
            Title = "x",
            Across = "Year",
            Summary = "",
            Series =
            [
                new()
                {
                    Name = text,
                    Source = text,
                    Url = text,
                    Points =
                    [
                        new()
                        {
                            At = "2020",
                            X = 2020,
                            Value = -5,
                        },
                    ],
                },
            ],
        };
        var csv = ChartTable.Csv(chart);
        csv.ShouldContain("'" + text[0]);
        csv.ShouldContain(",-5,");
        foreach (var cell in csv[(csv.IndexOf('\n') + 1)..].Split(',').Select(c => c.TrimStart('"')).Where(c => c.Length > 0 && c != "-5"))
            "=+-@\t\r".ShouldNotContain(cell[0]);
    }
}
