using System.Text.Json;
using Entente.Application.Outputs;
using Entente.Checking.Reasoning;
using Entente.Models;
using Entente.Models.Declared;

namespace Entente.Application.Outputs.Arguments;

/// <summary>An argument's report as JSON.</summary>
internal static class ArgumentJson
{
    private const string Schema = "entente/argument/1";

    public static void Write(StreamWriter output, ArgumentAnswer answer, ArgumentDivision? division)
    {
        using (var json = ResultJson.On(output))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            Inputs(json, answer);
            json.WriteBoolean("converged", answer.Converged);
            json.WriteStartArray("results");
            foreach (var claim in answer.Claims)
                Claim(json, claim);
            json.WriteEndArray();
            AtModes(json, answer);
            if (division is not null)
                Division(json, division);
            json.WriteStartObject("certificate");
            json.WriteString("solution", answer.Argument.Solution);
            json.WriteNumber("drawsFailed", answer.Failed);
            json.WriteString("stopped", answer.Converged ? "all draws were made" : "no solution at the modes");
            json.WriteEndObject();
            json.WriteStartArray("warnings");
            json.WriteStringValue(ArgumentWords.Label);
            if (ArgumentWords.Readings(answer.Argument) is { } readings)
                json.WriteStringValue(readings);
            foreach (var warning in answer.Warnings)
                json.WriteStringValue(warning);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write('\n');
    }

    private static void Inputs(Utf8JsonWriter json, ArgumentAnswer answer)
    {
        var argument = answer.Argument;
        json.WriteStartObject("inputs");
        json.WriteString("file", argument.File);
        json.WriteStartArray("files");
        foreach (var (file, sha256) in argument.Files)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("sha256", sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("record", argument.RecordHash);
        json.WriteNumber("draws", answer.Draws);
        json.WriteNumber("seed", answer.Seed);
        json.WriteString("version", typeof(ArgumentJson).Assembly.GetName().Version?.ToString(3));
        json.WriteString("argument", argument.Title);
        json.WriteString("question", argument.Question);
        json.WriteString("unit", argument.Unit);
        json.WriteStartObject("source");
        json.WriteString("author", argument.Source.Author);
        json.WriteString("title", argument.Source.Title);
        json.WriteString("date", argument.Source.Date);
        json.WriteString("address", argument.Source.Address);
        json.WriteString("sha256", argument.Source.Sha256);
        if (argument.Source.Position is var (start, end))
        {
            json.WriteNumber("start", start);
            json.WriteNumber("end", end);
        }
        json.WriteEndObject();
        json.WriteStartArray("assumptions");
        foreach (var input in argument.Inputs)
            Input(json, input);
        json.WriteEndArray();
        FixedNumbers.Json(json, argument.Fixed);
        json.WriteEndObject();
    }

    private static void Input(Utf8JsonWriter json, DeclaredInput input)
    {
        json.WriteStartObject();
        json.WriteString("name", input.Name);
        Range(json, input.Range);
        json.WriteString(
            "origin",
            input.Origin switch
            {
                InputOrigin.Stated => "stated",
                InputOrigin.Record => "record",
                _ => "trade-model",
            }
        );
        json.WriteString("author", input.Author);
        json.WriteString("date", input.Date);
        json.WriteString("meaning", input.Meaning);
        json.WriteString("assumed", input.Assumed);
        json.WriteStartArray("formulas");
        foreach (var formula in input.Formulas)
            json.WriteStringValue(formula);
        json.WriteEndArray();
        json.WriteStartArray("evidence");
        foreach (var evidence in input.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("id", evidence.Id);
            json.WriteString("said", evidence.Said);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Range(Utf8JsonWriter json, Spread range)
    {
        json.WriteNumber("low", range.Low);
        json.WriteNumber("mode", range.Mode);
        json.WriteNumber("high", range.High);
    }

    private static void Claim(Utf8JsonWriter json, ClaimAnswer claim)
    {
        json.WriteStartObject();
        json.WriteString("claim", claim.Claim.Text);
        json.WriteString("says", claim.Claim.Says);
        Optional(json, "p", claim.P);
        if (claim.Interval is var (low, high))
        {
            json.WriteNumber("low", low);
            json.WriteNumber("high", high);
            json.WriteNumber("level", 0.95);
        }
        json.WriteNumber("undefined", claim.Undefined);
        Truth(json, "atModes", claim.AtModes);
        json.WriteStartArray("drivers");
        foreach (var driver in claim.Drivers)
        {
            json.WriteStartObject();
            json.WriteString("name", driver.Input.Name);
            json.WriteString("author", driver.Input.Author);
            Optional(json, "first", driver.Sobol?.First);
            Optional(json, "firstError", driver.Sobol?.FirstError);
            Optional(json, "total", driver.Sobol?.Total);
            Optional(json, "totalError", driver.Sobol?.TotalError);
            Optional(json, "morrisMeanAbsolute", driver.Morris?.MeanAbsolute);
            Optional(json, "morrisDeviation", driver.Morris?.Deviation);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Box(json, claim.Breaks);
        json.WriteStartArray("flips");
        foreach (var flip in claim.Flips)
        {
            json.WriteStartObject();
            json.WriteString("name", flip.Input.Name);
            Optional(json, "at", flip.Within);
            Optional(json, "beyondRange", flip.Beyond);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("turnedBy");
        foreach (var voice in claim.Voices)
        {
            json.WriteStartObject();
            json.WriteString("author", voice.Author);
            json.WriteNumber("ranges", voice.Inputs);
            json.WriteNumber("share", voice.Turns);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Box(Utf8JsonWriter json, BrokenBox? box)
    {
        if (box is null)
        {
            json.WriteNull("breaksWhen");
            return;
        }
        json.WriteStartObject("breaksWhen");
        json.WriteStartArray("sides");
        foreach (var side in box.Sides)
        {
            json.WriteStartObject();
            json.WriteString("name", side.Input.Name);
            Optional(json, "low", side.Low);
            Optional(json, "high", side.High);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("failing", box.Failing);
        json.WriteNumber("coverage", box.Coverage);
        json.WriteEndObject();
    }

    private static void AtModes(Utf8JsonWriter json, ArgumentAnswer answer)
    {
        json.WriteStartObject("atModes");
        json.WriteStartArray("choices");
        foreach (var move in answer.Play)
        {
            json.WriteStartObject();
            json.WriteString("actor", move.Actor);
            json.WriteString("move", move.Move);
            json.WriteStartObject("options");
            foreach (var (option, probability) in move.Options)
                json.WriteNumber(option, probability);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("expected");
        foreach (var (actor, value) in answer.Utilities)
            json.WriteNumber(actor, value);
        json.WriteEndObject();
        json.WriteStartObject("outputs");
        foreach (var (name, value, _) in answer.Outputs)
            Optional(json, name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Division(Utf8JsonWriter json, ArgumentDivision division)
    {
        json.WriteStartObject("against");
        json.WriteString("file", division.Second.File);
        json.WriteString("argument", division.Second.Title);
        json.WriteString("author", division.Second.Source.Author);
        json.WriteNumber("differing", division.Differing);
        json.WriteNumber("draws", division.Draws);
        json.WriteStartArray("claims");
        foreach (var claim in division.Claims)
        {
            json.WriteStartObject();
            json.WriteString("claim", claim.Text);
            json.WriteBoolean("claimedHere", claim.ClaimedBy.First);
            json.WriteBoolean("claimedThere", claim.ClaimedBy.Second);
            Optional(json, "p", claim.P.First);
            Optional(json, "pThere", claim.P.Second);
            Truth(json, "atModes", claim.AtModes.First);
            Truth(json, "atModesThere", claim.AtModes.Second);
            json.WriteStartArray("dividedBy");
            foreach (var share in claim.Shares)
            {
                json.WriteStartObject();
                json.WriteString("name", share.First.Name);
                json.WriteNumber("share", share.Share);
                Optional(json, "alone", share.Alone);
                json.WriteBoolean("turns", share.Turns);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void Truth(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } truth)
            json.WriteBoolean(name, truth);
        else
            json.WriteNull(name);
    }
}
