using System.Text.Json;
using Entente.Checking.Modelled;

namespace Entente.Reports.Json;

/// <summary>What a model says of a claim: `model` of a claim in `entente/check/1`; null where none was asked.</summary>
internal static class ModelJson
{
    public static void Write(Utf8JsonWriter json, ModelReading? model)
    {
        if (model is null)
        {
            json.WriteNull("model");
            return;
        }
        json.WriteStartObject("model");
        json.WriteString("scenario", model.Scenario);
        json.Number("p", model.P);
        json.Strings("drivers", model.Drivers.Select(d => d.Input));
        json.WriteString("breaksWhen", model.BreaksWhen);
        json.WriteString("base", model.Base);
        json.WriteStartArray("figures");
        foreach (var figure in model.Figures)
        {
            json.WriteStartObject();
            json.WriteString("what", figure.What);
            json.WriteNumber("value", figure.Value);
            json.Number("low", figure.Low);
            json.Number("high", figure.High);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("correlations");
        foreach (var driver in model.Drivers)
            json.WriteNumberValue(driver.Correlation);
        json.WriteEndArray();
        json.Strings("assumes", model.Assumes);
        json.WriteStartArray("settings");
        foreach (var (setting, holds) in model.Settings)
        {
            json.WriteStartObject();
            json.WriteString("setting", setting);
            if (holds is { } known)
                json.WriteBoolean("holds", known);
            else
                json.WriteNull("holds");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("draws", model.Draws);
        json.WriteNumber("seed", model.Seed);
        json.WriteEndObject();
    }
}
