using System.Text.Json;
using Entente.Models.Equilibrium;

namespace Entente.Application.Outputs.Scenarios;

/// <summary>What moves the results of a scenario, as JSON. Shares of variance are fractions; effects and results are fractions of the base.</summary>
internal static class WhatifSensitivityJson
{
    /// <param name="names">Of the outcomes, in their order.</param>
    public static void Write(Utf8JsonWriter json, ScenarioAnswer answer, ScenarioSensitivity sensitivity, IReadOnlyList<string> names)
    {
        json.WriteStartObject("sensitivity");
        json.WriteNumber("samples", sensitivity.Samples);
        json.WriteNumber("solved", sensitivity.Solved);
        json.WriteNumber("undefined", sensitivity.Undefined);
        json.WriteStartArray("inputs");
        foreach (var (name, value) in sensitivity.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("input", name);
            json.WriteNumber("low", value.Low);
            json.WriteNumber("mode", value.Mode);
            json.WriteNumber("high", value.High);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("results");
        foreach (var result in sensitivity.Results)
        {
            json.WriteStartObject();
            json.WriteString("region", answer.World.Regions[result.Region].Code);
            json.WriteString("result", names[(int)result.Outcome]);
            Number(json, "mean", result.Mean);
            Number(json, "variance", result.Variance);
            json.WriteStartArray("inputs");
            for (var i = 0; i < result.Inputs.Count; i++)
                Influence(json, sensitivity.Inputs[i].Name, result.Inputs[i]);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Influence(Utf8JsonWriter json, string name, InputInfluence influence)
    {
        json.WriteStartObject();
        json.WriteString("input", name);
        if (influence.Variance is { } variance)
        {
            Number(json, "first", variance.First);
            Number(json, "firstError", variance.FirstError);
            Number(json, "total", variance.Total);
            Number(json, "totalError", variance.TotalError);
        }
        Number(json, "morrisMean", influence.Effects.Mean);
        Number(json, "morrisMeanAbsolute", influence.Effects.MeanAbsolute);
        Number(json, "morrisDeviation", influence.Effects.Deviation);
        Number(json, "atLow", influence.Low);
        Number(json, "atHigh", influence.High);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
    }
}
