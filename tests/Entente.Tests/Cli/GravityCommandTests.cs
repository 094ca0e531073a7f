using System.Globalization;
using System.Text;

namespace Entente.Tests.Cli;

/// <summary>`entente estimate gravity`: what is printed, what is written, what is refused.</summary>
public sealed class GravityCommandTests : IDisposable
{
    private const string Formula = "flow ~ log(distance) + agreement | exporter^year + importer^year";

    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    /// <summary>Twelve states, four years; distance with coefficient −0.8, an agreement with 0.3.</summary>
    private string Flows(string? extra = null)
    {
        var draw = new Random(11);
        var text = new StringBuilder("exporter,importer,year,flow,distance,agreement\n");
        var sizes = Enumerable.Range(0, 12).Select(_ => draw.NextDouble() * 3).ToArray();
        var places = Enumerable.Range(0, 12).Select(_ => draw.NextDouble() * 9000).ToArray();
        for (var t = 2018; t < 2022; t++)
        for (var i = 0; i < 12; i++)
        for (var j = 0; j < 12; j++)
        {
            if (i == j)
                continue;
            var (d, a) = (100 + Math.Abs(places[i] - places[j]), draw.Next(2));
            var flow = 1000 * Math.Exp(sizes[i] + sizes[j] - (0.8 * Math.Log(d)) + (0.3 * a) + (0.4 * draw.NextDouble()));
            text.Append(CultureInfo.InvariantCulture, $"S{i:00},S{j:00},{t},{flow:0.###},{d:0.##},{a}\n");
        }
        return desk.Write("flows.csv", text + extra);
    }

    private (int Status, string Output, string Error) Run(string file, params string[] more) =>
        desk.Run(["estimate", "gravity", "--data", file, "--formula", Formula, .. more]);

    [Fact]
    public void A_table_is_printed_on_eighty_columns()
    {
        var run = Run(Flows("S00,S01,2022,5,300,0\nS02,S03,2018,,300,0\n"), "--cluster", "exporter^importer");
        (run.Error, run.Status).ShouldBe(("", 0));
        run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        run.Output.ShouldContain("528 of 530 rows used");
        run.Output.ShouldContain("1 left out: a field is missing");
        run.Output.ShouldContain("1 left out: alone in a level of an effect (singletons)");
        run.Output.ShouldContain("\nlog(distance)");
        run.Output.ShouldContain("clustered by exporter^importer (132)");
        run.Output.ShouldContain("ssc(adj = TRUE, fixef.K = \"nested\", cluster.adj = TRUE, cluster.df = \"min\")");
        run.Output.ShouldContain("first-order conditions");
    }

    [Fact]
    public void Json_has_the_documented_fields()
    {
        var json = desk.Json("estimate", "gravity", "--data", Flows(), "--formula", Formula, "--se", "cluster");
        json.GetProperty("schema").GetString().ShouldBe("entente/gravity/1");
        var first = json.GetProperty("coefficients")[0];
        first.GetProperty("name").GetString().ShouldBe("log(distance)");
        first.GetProperty("estimate").GetDouble().ShouldBe(-0.8, 0.05);
        first.GetProperty("z").GetDouble().ShouldBe(first.GetProperty("estimate").GetDouble() / first.GetProperty("se").GetDouble(), 1e-9);
        first.GetProperty("p").GetDouble().ShouldBeLessThan(1e-6);
        json.GetProperty("coefficients")[1].GetProperty("estimate").GetDouble().ShouldBe(0.3, 0.05);
        json.GetProperty("observations").GetInt32().ShouldBe(528);
        json.GetProperty("dropped").GetProperty("separated").GetArrayLength().ShouldBe(0);
        json.GetProperty("dropped").GetProperty("singletons").GetInt32().ShouldBe(0);
        json.GetProperty("converged").GetBoolean().ShouldBeTrue();
        json.GetProperty("iterations").GetInt32().ShouldBeInRange(2, 20);
        json.GetProperty("deviance").GetDouble().ShouldBeGreaterThan(0);
        json.GetProperty("seconds").GetDouble().ShouldBeGreaterThan(0);
        json.GetProperty("standardErrors").GetProperty("clusters")[0].GetProperty("name").GetString().ShouldBe("exporter^year");
    }

    [Fact]
    public void Separated_flows_are_listed_by_their_lines()
    {
        // A state that sells nothing, and a year in which another sells nothing to one: the whole level is zero.
        var json = desk.Json("estimate", "gravity", "--data", Flows("S99,S00,2018,0,10,0\nS99,S01,2018,0,10,0\n"), "--formula", Formula);
        json.GetProperty("dropped").GetProperty("separated").EnumerateArray().Select(l => l.GetInt32()).ShouldBe([530, 531]);
        var text = Run(desk.Folder + "/flows.csv").Output;
        text.ShouldContain("2 left out: separated");
        text.ShouldContain("lines 530, 531");
    }

    [Fact]
    public void Latex_is_a_table_with_escaped_names()
    {
        var run = Run(Flows(), "--format", "latex");
        run.Output.ShouldStartWith("\\begin{tabular}{lc}\n");
        run.Output.ShouldContain("exporter\\textasciicircum{}year effects & 48 \\\\");
        run.Output.ShouldEndWith("\\end{tabular}\n");
    }

    [Fact]
    public void Least_squares_has_t_and_its_degrees()
    {
        var json = desk.Json(
            "estimate",
            "gravity",
            "--data",
            Flows(),
            "--formula",
            "log(flow) ~ log(distance) | exporter + importer",
            "--family",
            "ols",
            "--cluster",
            "exporter,importer",
            "--ssc",
            "fixef.K=full,cluster.df=conventional"
        );
        json.GetProperty("standardErrors").GetProperty("degreesOfFreedom").GetInt32().ShouldBe(11);
        json.GetProperty("standardErrors").GetProperty("countedParameters").GetInt32().ShouldBe(24);
        json.GetProperty("standardErrors").GetProperty("statistic").GetString().ShouldBe("t");
    }

    [Fact]
    public void Fitted_flows_effects_and_resistances_are_written_as_csv()
    {
        var (flows, effects, resistances) = (
            Path.Combine(desk.Folder, "p.csv"),
            Path.Combine(desk.Folder, "e.csv"),
            Path.Combine(desk.Folder, "r.csv")
        );
        var run = Run(
            Flows(),
            "--predict",
            flows,
            "--effects",
            effects,
            "--resistances",
            resistances,
            "--exporter",
            "exporter",
            "--importer",
            "importer",
            "--reference",
            "S03"
        );
        (run.Error, run.Status).ShouldBe(("", 0));
        var fitted = File.ReadAllLines(flows);
        fitted[0].ShouldBe("line,exporter,year,importer,flow,fitted");
        fitted.Length.ShouldBe(529);
        // PPML with effects keeps every exporter's total of every year (Fally 2015).
        var rows = fitted.Skip(1).Select(l => l.Split(',')).ToArray();
        foreach (var group in rows.GroupBy(r => (r[1], r[2])))
            group.Sum(Fitted).ShouldBe(group.Sum(r => double.Parse(r[4], CultureInfo.InvariantCulture)), 1e-3);
        File.ReadAllLines(effects).Length.ShouldBe(97);
        var found = File.ReadAllLines(resistances).Skip(1).Select(l => l.Split(',')).ToDictionary(r => (r[0], r[1]));
        found.Count.ShouldBe(48);
        found[("S03", "2019")][3].ShouldBe("1");
        // X = Y E t / (Π P): every flow is its totals, its costs and two resistances (Anderson and van Wincoop 2003).
        var json = desk.Json("estimate", "gravity", "--data", desk.Folder + "/flows.csv", "--formula", Formula);
        double Beta(int k) => json.GetProperty("coefficients")[k].GetProperty("estimate").GetDouble();
        var lines = File.ReadAllLines(Path.Combine(desk.Folder, "flows.csv"));
        foreach (var row in rows.Take(50))
        {
            var source = lines[int.Parse(row[0], CultureInfo.InvariantCulture) - 1].Split(',');
            var costs = Math.Exp((Beta(0) * Math.Log(Number(source[4]))) + (Beta(1) * Number(source[5])));
            var sold = rows.Where(r => r[1] == row[1] && r[2] == row[2]).Sum(r => Number(r[4]));
            var bought = rows.Where(r => r[3] == row[3] && r[2] == row[2]).Sum(r => Number(r[4]));
            var resisted = Number(found[(row[1], row[2])][2]) * Number(found[(row[3], row[2])][3]);
            (sold * bought * costs / resisted).ShouldBe(Fitted(row), 1e-6 * Fitted(row));
        }

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
        static double Fitted(string[] row) => Number(row[5]);
    }

    [Fact]
    public void Three_way_bias_is_shown_beside_the_estimate()
    {
        var run = desk.Run(
            "estimate",
            "gravity",
            "--data",
            Flows(),
            "--formula",
            "flow ~ agreement | exporter^year + importer^year + exporter^importer",
            "--cluster",
            "exporter^importer",
            "--bias-correction"
        );
        (run.Error, run.Status).ShouldBe(("", 0));
        run.Output.ShouldContain("less bias");
        run.Output.ShouldContain("dense cube");
        run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
    }

    [Theory]
    [InlineData("flow ~ | year", "--formula, column 8: found '|', expected a column, a number or a function")]
    [InlineData(
        "flow ~ size | year",
        "flows.csv:1: found no column 'size', expected one of exporter, importer, year, flow, distance, agreement"
    )]
    [InlineData("flow ~ exporter", "flows.csv:2, column exporter: found 'S00', expected a number (i(exporter) makes regressors of names)")]
    [InlineData("I(flow - 1e9) ~ distance", "flows.csv:2: found I(flow-1e9) = -")]
    public void Wrong_formulas_are_refused_with_their_place(string formula, string said)
    {
        var run = desk.Run("estimate", "gravity", "--data", Flows(), "--formula", formula);
        (run.Status, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain(said);
        run.Error.TrimEnd('\n').ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("--ssc", "adj=perhaps")]
    [InlineData("--cluster", "exporter^")]
    [InlineData("--weights", "1 +")]
    [InlineData("--threads", "0")]
    [InlineData("--family", "logit")]
    [InlineData("--resistances", "r.csv")]
    [InlineData("--cluster", "a,b,c,d,e")]
    public void Wrong_options_are_refused(string option, string value)
    {
        var run = Run(Flows(), option, value);
        run.Status.ShouldBe(2);
        run.Error.ShouldContain(option);
    }

    [Fact]
    public void A_bias_that_cannot_be_corrected_is_refused()
    {
        Run(Flows(), "--bias-correction")
            .Error.ShouldContain("exporter × time, importer × time and exporter × importer, and one row for each cell");
        Run(Flows(), "--bias-correction", "--family", "ols").Error.ShouldContain("least squares has no such bias");
    }

    [Fact]
    public void What_is_not_there_to_show_is_said()
    {
        var file = Flows();
        desk.Run("estimate", "gravity", "--data", file).Error.ShouldContain("found no '--formula', expected '--formula FORMULA'");
        var alone = desk.Run("estimate", "gravity", "--data", file, "--formula", "flow ~ log(distance) | exporter^importer");
        alone.Output.ShouldContain("explained by others or by effects: log(distance)");
        alone.Output.ShouldContain("No regressor is left: effects alone are fitted.");
        desk.Run("estimate", "gravity", "--data", file, "--formula", "flow ~ 1").Output.ShouldNotContain("correlation");
        var nowhere = desk.Run("estimate", "gravity", "--data", file, "--formula", "flow ~ 1", "--predict", "/nowhere/at/all.csv");
        (nowhere.Status, nowhere.Output).ShouldBe((2, ""));
        var zeros = desk.Run("estimate", "gravity", "--data", desk.Write("z.csv", "a,b\n0,1\n0,2\n"), "--formula", "a ~ b");
        (zeros.Status, zeros.Error).ShouldBe((0, ""));
        zeros.Output.ShouldContain("Not converged, so there are no numbers: no row is left to fit.");
    }
}
