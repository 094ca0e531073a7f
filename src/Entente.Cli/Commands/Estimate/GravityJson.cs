using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Numerics.Gravity;

namespace Entente.Cli.Commands.Estimate;

/// <summary>`entente/gravity/1`.</summary>
internal static class GravityJson
{
    public static void Write(StreamWriter output, ShownGravity shown)
    {
        output.Flush();
        using (
            var json = new Utf8JsonWriter(
                output.BaseStream,
                new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }
            )
        )
            Document(json, shown);
        output.Write('\n');
    }

    private static void Document(Utf8JsonWriter json, ShownGravity shown)
    {
        var (fit, model, request) = (shown.Fit, shown.Estimate.Model, shown.Request);
        json.WriteStartObject();
        json.WriteString("schema", "entente/gravity/1");
        json.WriteString("formula", request.Formula.Text);
        json.WriteString("family", shown.Family.ToLowerInvariant());
        json.WriteString("file", model.Table.File);
        json.WriteStartArray("coefficients");
        foreach (var c in shown.Estimate.Coefficients)
        {
            json.WriteStartObject();
            json.WriteString("name", c.Name);
            Number(json, "estimate", c.Estimate);
            Number(json, "se", c.Error);
            Number(json, "z", c.Statistic);
            Number(json, "p", c.P);
            if (c.Bias is { } bias)
            {
                Number(json, "bias", bias);
                Number(json, "biasCorrected", c.Estimate - bias);
                if (c.CorrectedError is { } error)
                    Number(json, "seBiasCorrected", error);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("collinear");
        foreach (var name in shown.Estimate.Collinear)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteNumber("observations", fit.Observations);
        Dropped(json, shown);
        json.WriteStartArray("effects");
        for (var e = 0; e < fit.Levels.Count; e++)
        {
            json.WriteStartObject();
            json.WriteString("name", request.Formula.EffectNames[e]);
            json.WriteNumber("levels", fit.Levels[e]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (fit.Covariance is { } covariance)
            Errors(json, shown, covariance);
        json.WriteNumber("iterations", fit.Iterations);
        json.WriteBoolean("converged", fit.Converged);
        Number(json, "deviance", fit.Deviance);
        Number(json, "squaredCorrelation", fit.SquaredCorrelation);
        json.WriteStartObject("certificate");
        json.WriteString("stop", fit.Stop);
        Number(json, "violation", fit.Violation);
        json.WriteNumber("innerIterations", fit.InnerIterations);
        json.WriteString("absorption", fit.Absorption);
        json.WriteBoolean("separationSearched", fit.Dropped.SeparationCertified);
        json.WriteEndObject();
        Number(json, "seconds", shown.Seconds);
        json.WriteEndObject();
    }

    private static void Dropped(Utf8JsonWriter json, ShownGravity shown)
    {
        var (dropped, model) = (shown.Fit.Dropped, shown.Estimate.Model);
        json.WriteStartObject("dropped");
        json.WriteStartArray("separated");
        foreach (var line in shown.Estimate.SeparatedLines)
            json.WriteNumberValue(line);
        json.WriteEndArray();
        json.WriteNumber("singletons", dropped.Singletons.Count);
        json.WriteNumber("inZeroLevels", dropped.ZeroLevels.Count);
        json.WriteNumber("weightless", dropped.Weightless);
        json.WriteNumber("missing", model.Missing);
        json.WriteNumber("infinite", model.Infinite);
        json.WriteEndObject();
    }

    private static void Errors(Utf8JsonWriter json, ShownGravity shown, GravityCovariance covariance)
    {
        json.WriteStartObject("standardErrors");
        json.WriteString("kind", covariance.Kind.ToString().ToLowerInvariant());
        json.WriteString("statistic", shown.Statistic);
        json.WriteStartArray("clusters");
        for (var c = 0; c < covariance.Clusters.Count; c++)
        {
            json.WriteStartObject();
            json.WriteString("name", string.Join('^', shown.Request.Clusters[c]));
            json.WriteNumber("count", covariance.Clusters[c]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("smallSample", covariance.SmallSample.ToString());
        json.WriteNumber("countedParameters", covariance.CountedParameters);
        Number(json, "factor", covariance.Factor);
        if (covariance.Degrees is { } degrees)
            json.WriteNumber("degreesOfFreedom", degrees);
        json.WriteBoolean("repaired", covariance.Repaired);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
