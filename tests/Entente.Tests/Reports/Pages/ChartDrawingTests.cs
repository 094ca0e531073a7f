using System.Globalization;
using System.Xml.Linq;
using Entente.Reports.Charts;

namespace Entente.Tests.Reports.Pages;

public sealed class ChartDrawingTests
{
    public static TheoryData<ChartForm, ChartWidth> Forms()
    {
        var forms = new TheoryData<ChartForm, ChartWidth>();
        foreach (var form in Enum.GetValues<ChartForm>())
        foreach (var width in Enum.GetValues<ChartWidth>())
            forms.Add(form, width);
        return forms;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Everything_lies_inside_the_drawing(ChartForm form, ChartWidth width)
    {
        foreach (var chart in Charts(form))
        {
            var svg = XElement.Parse(ChartDrawing.Svg(chart, "x", width));
            var box = svg.Attribute("viewBox")!.Value.Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray();
            foreach (var attribute in svg.Descendants().Attributes())
                if (attribute.Name.LocalName is "x" or "y" or "x1" or "x2" or "y1" or "y2" or "cx" or "cy" or "width" or "height")
                {
                    var value = double.Parse(attribute.Value, CultureInfo.InvariantCulture);
                    double.IsFinite(value).ShouldBeTrue();
                    value.ShouldBeInRange(
                        -0.5,
                        (attribute.Name.LocalName.Contains('x') || attribute.Name.LocalName == "width" ? box[2] : box[3]) + 0.5,
                        chart.Title + attribute
                    );
                }
        }
    }

    [Fact]
    public void A_year_without_a_figure_breaks_the_line()
    {
        var chart = Lines([(2014, 1), (2015, 2), (2018, 3), (2019, 4), (2021, 5)]);
        var svg = XElement.Parse(ChartDrawing.Svg(chart, "x"));
        svg.Elements("polyline").Select(p => p.Attribute("points")!.Value.Split(' ').Length).ShouldBe([2, 2]);
        svg.Elements("circle").Count().ShouldBe(5);
    }

    [Fact]
    public void The_claim_is_drawn_at_its_height_and_period()
    {
        var chart = Lines([(2020, 0.1), (2021, 0.2), (2022, 0.3)]) with
        {
            Mark = new()
            {
                Text = "claimed 20 %",
                Value = 0.2,
                Low = 0.195,
                High = 0.205,
                At = "2022",
                X = 2022,
                Verdict = "contradicted",
                OffBy = "10 pp below A",
            },
        };
        var svg = XElement.Parse(ChartDrawing.Svg(chart, "x"));
        var points = svg.Elements("circle").ToList();
        // A diamond about the height of the point of 2021 and above the place of 2022.
        var mark = svg.Elements("path").Single(p => p.Attribute("class")!.Value.StartsWith("mark", StringComparison.Ordinal));
        var at = mark.Attribute("d")!
            .Value[1..]
            .Split(' ', 'L')
            .Take(2)
            .Select(v => double.Parse(v, CultureInfo.InvariantCulture))
            .ToArray();
        at[0].ShouldBe(double.Parse(points[2].Attribute("cx")!.Value, CultureInfo.InvariantCulture), 0.1);
        (at[1] + 6.75).ShouldBe(double.Parse(points[1].Attribute("cy")!.Value, CultureInfo.InvariantCulture), 0.1);
        svg.Elements("text").Select(t => t.Value).ShouldContain("claimed 20 %");
        svg.Elements("text").Select(t => t.Value).ShouldContain("10 pp below A");
    }

    [Fact]
    public void The_first_place_stands_at_the_top()
    {
        var svg = XElement.Parse(ChartDrawing.Svg(Lines([(2020, 5), (2021, 1)]) with { Unit = "rank" }, "x"));
        var heights = svg.Elements("circle").Select(c => double.Parse(c.Attribute("cy")!.Value, CultureInfo.InvariantCulture)).ToList();
        heights[1].ShouldBeLessThan(heights[0]);
    }

    [Fact]
    public void Lines_differ_in_dash_and_shape_and_carry_their_names()
    {
        var svg = XElement.Parse(ChartDrawing.Svg(Several(6), "x"));
        svg.Elements("polyline").Select(p => p.Attribute("class")!.Value).ShouldBeUnique();
        foreach (var name in Several(6).Series.Select(s => s.Name))
            svg.Elements("text").Select(t => t.Value).ShouldContain(name);
        var heights = svg.Elements("text")
            .Where(t => t.Attribute("class")!.Value.StartsWith("nm", StringComparison.Ordinal))
            .Select(t => double.Parse(t.Attribute("y")!.Value, CultureInfo.InvariantCulture))
            .Order()
            .ToList();
        heights.Zip(heights.Skip(1), (a, b) => b - a).ShouldAllBe(gap => gap >= 14.9);
    }

    [Fact]
    public void A_file_is_well_formed_whatever_the_words()
    {
        foreach (var form in Enum.GetValues<ChartForm>())
        {
            var file = ChartDrawing.File(Attack.Chart() with { Form = form });
            file.ShouldStartWith(ChartDrawing.FileBegin);
            var svg = XDocument.Parse(file).Root!;
            svg.Name.NamespaceName.ShouldBe("http://www.w3.org/2000/svg");
            svg.Descendants().Select(e => e.Name.LocalName).ShouldNotContain("script");
            svg.DescendantsAndSelf().Attributes().ShouldNotContain(a => a.Name.LocalName.StartsWith("on"));
            svg.DescendantsAndSelf().Attributes().ShouldNotContain(a => a.Name.LocalName == "href");
        }
    }

    [Fact]
    public void The_table_has_every_number_and_its_csv_no_formula()
    {
        var chart = Several(2) with { Series = [.. Several(2).Series.Select((s, i) => s with { Name = i == 0 ? "=1+1" : "-cmd,\"x\"" })] };
        var table = ChartTable.Of(chart);
        table.Columns.ShouldBe(["Year", "=1+1", "-cmd,\"x\""]);
        table.Rows.Select(r => r[0]).ShouldBe(["2019", "2020", "2021"]);
        table.Rows[0][1].ShouldBe("1 (0.5 to 1.5)");
        var csv = ChartTable.Csv(chart).Split("\r\n");
        csv[0].ShouldBe("series,at,value,low,high,unit,source,published,url");
        csv[1].ShouldBe("'=1+1,2019,1,0.5,1.5,,,,");
        csv[4].ShouldStartWith("\"'-cmd,\"\"x\"\"\",2019,");
    }

    private static IEnumerable<ChartModel> Charts(ChartForm form)
    {
        var lines = Several(4) with
        {
            Form = form,
            Mark = new()
            {
                Text = "claimed at least a great deal of something",
                Low = 900,
                High = double.PositiveInfinity,
                Value = 900,
                At = "2021",
                X = 2021,
                Verdict = "open",
            },
        };
        yield return lines;
        yield return lines with
        {
            Mark = null,
        };
        yield return Lines([(2020, 0)]) with
        {
            Form = form,
        };
        yield return Lines([(2020, -3), (2021, -5)]) with
        {
            Form = form,
        };
        yield return Lines([(2020, 1e15), (2021, 1e-9)]) with
        {
            Form = form,
            Unit = "USD",
        };
        yield return Lines([(2020, 3), (2021, 12)]) with
        {
            Form = form,
            Unit = "rank",
        };
        yield return Lines([(1816, 3), (2026, 12)]) with
        {
            Form = form,
            Events =
            [
                .. Enumerable
                    .Range(0, 30)
                    .Select(i => new ChartEvent
                    {
                        At = "2000",
                        X = 1990 + i,
                        Text = "x",
                    }),
            ],
        };
    }

    private static ChartModel Several(int lines) =>
        Lines([]) with
        {
            Series =
            [
                .. Enumerable
                    .Range(0, lines)
                    .Select(i => new ChartSeries
                    {
                        Name = $"authority {i}",
                        Points =
                        [
                            .. Enumerable
                                .Range(0, 3)
                                .Select(k => Point(2019 + k, 1 + k + (i / 100.0)) with { Low = 0.5 + k, High = 1.5 + k }),
                        ],
                    }),
            ],
        };

    private static ChartModel Lines((int Year, double Value)[] points) =>
        new()
        {
            Id = "x",
            Form = ChartForm.Lines,
            Title = "What is drawn",
            Across = "Year",
            Summary = "in words",
            Series =
            [
                new()
                {
                    Name = "A",
                    Lead = true,
                    Points = [.. points.Select(p => Point(p.Year, p.Value))],
                },
            ],
        };

    private static ChartPoint Point(int year, double value) =>
        new()
        {
            At = year.ToString(CultureInfo.InvariantCulture),
            X = year,
            Value = value,
        };
}
