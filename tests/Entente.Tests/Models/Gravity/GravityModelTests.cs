using Entente.Models.Gravity;
using Entente.Numerics.Gravity;

namespace Entente.Tests.Models.Gravity;

/// <summary>A formula put to a table.</summary>
public sealed class GravityModelTests
{
    private static readonly double Gap = double.NaN;

    [Fact]
    public void Rows_with_gaps_and_without_finite_values_are_counted_apart()
    {
        var model = Of("log(flow) ~ log(distance) | exporter");
        model.Missing.ShouldBe(2);
        model.Infinite.ShouldBe(1);
        model.Rows.ShouldBe([0, 1, 5]);
        model.Names.ShouldBe(["log(distance)"]);
        model.Data.Response[1].ShouldBe(Math.Log(20), 1e-15);
    }

    [Fact]
    public void Levels_become_regressors_in_order()
    {
        var model = Of("flow ~ i(year, ref = 2010) + i(exporter, distance)");
        model.Names.ShouldBe(["(Intercept)", "year::2009", "year::2011", "exporter::CHN:distance", "exporter::RUS:distance"]);
        model.Data.Regressors[1].ShouldBe([0, 1, 0, 0]);
        model.Data.Regressors[3].ShouldBe([0, 0, 5, 6]);
    }

    [Fact]
    public void A_level_that_is_not_there_is_named_with_those_that_are()
    {
        var problem = Problem("flow ~ i(year, ref = 1999)");
        problem.Where.ShouldBe("--formula, column 8");
        problem.Expected.ShouldBe("a level of year: 2009, 2010, 2011");
    }

    [Fact]
    public void A_negative_flow_is_named_by_its_line()
    {
        var problem = Problem("I(flow - 15) ~ distance");
        (problem.Where, problem.Found, problem.Expected).ShouldBe(("t.csv:2", "I(flow-15) = -5", "a flow of at least 0 (PPML)"));
        Problem("flow ~ distance", weights: "0 - distance").Found.ShouldBe("a weight of -2");
        Problem("log(flow - 1000) ~ distance").Found.ShouldStartWith("no row without");
    }

    private static GravityRequest Request(string formula, string? weights) =>
        new()
        {
            Formula = FormulaParser.Parse(formula).Formula!,
            Weights = weights is null ? null : FormulaParser.ParseExpression("--weights", weights).Expression,
        };

    private static GravityModel Of(string formula) => GravityModel.Of(Request(formula, null), Table()).Model.ShouldNotBeNull();

    private static GravityProblem Problem(string formula, string? weights = null) =>
        GravityModel.Of(Request(formula, weights), Table()).Problem.ShouldNotBeNull();

    private static GravityTable Table() =>
        new()
        {
            File = "t.csv",
            Lines = [2, 3, 4, 5, 6, 7],
            Numbers = new Dictionary<string, double[]> { ["flow"] = [10, 20, Gap, 30, 0, 40], ["distance"] = [2, 3, 4, Gap, 5, 6] },
            Names = new Dictionary<string, NameColumn>
            {
                ["exporter"] = new([0, 0, 0, 0, 1, 1], ["RUS", "CHN"]),
                ["year"] = new([0, 2, 1, 1, 0, 1], ["2010", "2011", "2009"]),
            },
        };
}
