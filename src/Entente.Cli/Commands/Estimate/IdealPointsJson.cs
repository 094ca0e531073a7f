using System.Text.Json;
using Entente.Application.Stores;
using Entente.Models.IdealPoints;
using Entente.Numerics.IdealPoints;
using Entente.Reports.Json;

namespace Entente.Cli.Commands.Estimate;

/// <summary>`entente/ideal-points/1`.</summary>
internal static class IdealPointsJson
{
    public static void Write(TextWriter output, IdealPointsReport report) =>
        JsonText.WriteLine(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", "entente/ideal-points/1");
                Inputs(json, report);
                json.WriteStartObject("results");
                if (report.Estimate.Converged)
                    Results(json, report);
                json.WriteEndObject();
                Certificate(json, report);
                json.Strings("warnings", report.Warnings);
                json.WriteEndObject();
            }
        );

    private static void Inputs(Utf8JsonWriter json, IdealPointsReport report)
    {
        var (request, selected) = (report.Request, report.Estimate.Selected);
        json.WriteStartObject("inputs");
        json.WriteString("dataset", report.Import.Dataset);
        json.WriteString("vintage", report.Import.Vintage);
        json.WriteNumber("import", report.Import.Id);
        json.WriteStartArray("files");
        foreach (var file in report.Import.Files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("variant", request.Variant);
        json.WriteString("fit", request.Sampler ? "sampler" : "fast");
        json.WriteNumber("dimensions", request.Dimensions);
        if (request.Sampler)
        {
            json.WriteNumber("draws", request.Draws);
            json.WriteNumber("seed", request.Seed);
            json.WriteString("path", request.OneSided ? "one-sided" : "smoothed");
        }
        json.WriteNumber("votes", selected.Votes.Count);
        json.WriteNumber("states", selected.States.Count);
        json.WriteNumber("items", selected.Items.Count);
        json.WriteNumber("bridges", selected.Bridges);
        json.WriteString("bridging", request.Selection.Bridges is null ? "words" : "list");
        json.WriteNumber("unanimous", selected.Unanimous);
        json.WriteEndObject();
    }

    private static void Results(Utf8JsonWriter json, IdealPointsReport report)
    {
        json.WriteStartArray("points");
        foreach (var p in report.Estimate.Points)
        {
            json.WriteStartObject();
            json.WriteString("state", p.State);
            json.WriteNumber("year", p.Year);
            json.Number("position", p.Position);
            json.Number("error", p.Error);
            json.Number("low", p.Low);
            json.Number("high", p.High);
            json.WriteNumber("votes", p.Votes);
            if (p.Second is { } second)
            {
                json.Number("position2", second.Position);
                json.Number("error2", second.Error);
            }
            if (p.Convergence is { } c)
            {
                json.Number("rHat", c.RHat);
                json.Number("effectiveDraws", c.BulkSize);
                json.Number("effectiveTailDraws", c.TailSize);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("movers");
        foreach (var m in report.FurthestMovers)
            Movement(json, null, m);
        json.WriteEndArray();
        Pair(json, report);
        if (report.Test is { Converged: true } test)
            Test(json, test);
        if (report.Comparison is { } comparison)
            Comparison(json, report, comparison);
    }

    private static void Pair(Utf8JsonWriter json, IdealPointsReport report)
    {
        if (report.Request.Pair is not { } pair)
            return;
        var (first, second) = pair;
        json.WriteStartObject("pair");
        json.WriteString("first", first);
        json.WriteString("second", second);
        json.WriteStartArray("differences");
        foreach (var year in report.Estimate.Selected.Years)
            if (report.Estimate.Difference(first, second, year) is { } difference)
                Movement(json, null, difference);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Movement(Utf8JsonWriter json, string? name, Movement m)
    {
        if (name is null)
            json.WriteStartObject();
        else
            json.WriteStartObject(name);
        json.WriteString("state", m.State);
        json.WriteNumber("from", m.From);
        json.WriteNumber("to", m.To);
        json.Number("change", m.Change);
        json.Number("error", m.Error);
        json.Number("low", m.Low);
        json.Number("high", m.High);
        json.WriteEndObject();
    }

    private static void Test(Utf8JsonWriter json, DimensionTest test)
    {
        json.WriteStartObject("dimensionTest");
        json.WriteNumber("heldOut", test.HeldOut);
        json.Number("gain", test.Gain);
        json.Number("gainError", test.GainError);
        foreach (var (name, fit) in new[] { ("one", test.One), ("two", test.Two) })
        {
            json.WriteStartObject(name);
            json.Number("apre", fit.ProportionalReduction);
            json.Number("gmp", fit.GeometricMean);
            json.Number("logScore", fit.LogScore);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Comparison(Utf8JsonWriter json, IdealPointsReport report, ReleaseComparison comparison)
    {
        json.WriteStartObject("comparison");
        json.WriteString("release", report.Release!.Value.Import.Vintage);
        json.WriteString("variant", report.Release.Value.Variant);
        json.Number("intercept", comparison.Intercept);
        json.Number("slope", comparison.Slope);
        json.Number("correlation", comparison.Correlation);
        json.WriteNumber("points", comparison.Points.Count);
        json.Number("withinTwoDeviations", comparison.WithinTwo);
        json.WriteStartArray("byYear");
        foreach (var (year, correlation, states) in comparison.ByYear)
        {
            json.WriteStartObject();
            json.WriteNumber("year", year);
            json.Number("correlation", correlation);
            json.WriteNumber("states", states);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Certificate(Utf8JsonWriter json, IdealPointsReport report)
    {
        var fit = report.Estimate.Fit;
        json.WriteStartObject("certificate");
        json.WriteBoolean("converged", report.Estimate.Converged);
        json.WriteNumber("rounds", fit.Rounds);
        json.Number("residual", fit.Residual);
        if (report.Estimate.Draws is { } draws)
        {
            json.WriteNumber("chains", draws.Sampling.Chains);
            json.Number("convergedShare", draws.Converged);
            json.Number("largestRHat", draws.LargestRHat);
            json.Number("leastEffectiveDraws", draws.LeastSize);
        }
        json.Number("seconds", report.Seconds);
        json.WriteEndObject();
    }
}
