using System.Text.Json;
using Entente.Application.Composition;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Scenarios;

namespace Entente.Application.Supposing;

/// <summary>The schema `entente/scenario/1`: a file of `whatif` with its text and what can be set in it.</summary>
internal static class SuppositionDescriptionJson
{
    public const string Schema = "entente/scenario/1";

    /// <summary>An item of the list.</summary>
    public static void Item(Utf8JsonWriter json, ShelvedSupposition one, SuppositionShelf shelf)
    {
        json.WriteStartObject();
        Heading(json, one, shelf);
        Parameters(json, one.Heading);
        Problem(json, one.Problem, shelf);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, SuppositionDescription described, SuppositionShelf shelf, Engine engine)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        Heading(json, described.Of, shelf);
        json.WriteString("text", described.Text);
        json.WriteString("sha256", SuppositionAnswer.Hash(described.Text));
        Parameters(json, described.Of.Heading);
        json.WriteStartArray("ranges");
        foreach (var range in described.Ranges)
            Range(json, range, shelf, described.Of.File);
        json.WriteEndArray();
        if (described.Trade is var (world, scenario))
        {
            json.WriteStartObject("base");
            json.WriteString("name", world.Name);
            if (world.Year is { } year)
                json.WriteNumber("year", year);
            json.WriteNumber("figuresCited", world.Figures.Cited);
            json.WriteNumber("figuresAssumed", world.Figures.Assumed);
            json.WriteEndObject();
            json.WriteStartArray("regions");
            var members = ScenarioFile.Members(described.Of.File, new() { Text = described.Text });
            foreach (var region in world.Regions)
            {
                json.WriteStartObject();
                json.WriteString("code", region.Code);
                json.WriteString("name", region.Name);
                json.WriteStartArray("states");
                foreach (var state in RegionStates.Of(engine, region.Code, world.Year, members))
                    json.WriteStringValue(state);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            Texts(json, "measures", scenario.Shocks.Select(s => $"{Outputs.Scenarios.WhatifWords.Describe(s)} [{s.Source}]"));
            Texts(json, "runs", scenario.Variants.Select(v => v.Name));
        }
        if (described.Argument is { } argument)
        {
            json.WriteString("unit", argument.Unit);
            Texts(json, "notes", argument.Notes);
            Texts(json, "claims", argument.Claims.Select(c => c.Says.Length > 0 ? $"{c.Says}: {c.Text}" : c.Text));
            json.WriteStartArray("comparable");
            foreach (var other in described.Comparable)
            {
                json.WriteStartObject();
                json.WriteString("id", other.Id);
                json.WriteString("title", other.Heading.Title);
                json.WriteString("author", other.Heading.Author);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (described.Keys is { } keys)
            Keys(json, keys);
        Problem(json, described.Problem, shelf);
        json.WriteEndObject();
    }

    public static void Keys(Utf8JsonWriter json, SuppositionKeys keys)
    {
        json.WriteStartObject("keys");
        json.WriteString("v", keys.Version);
        json.WriteString("h", keys.File);
        json.WriteString("b", keys.Others);
        json.WriteString("r", keys.Record);
        json.WriteEndObject();
    }

    private static void Heading(Utf8JsonWriter json, ShelvedSupposition one, SuppositionShelf shelf)
    {
        json.WriteString("id", one.Id);
        json.WriteString("kind", one.Kind);
        json.WriteString("title", one.Heading.Title);
        json.WriteString("question", one.Heading.Question);
        json.WriteString("file", shelf.Told(one.File));
        json.WriteBoolean("own", one.Own);
        json.WriteString("author", one.Heading.Author);
        json.WriteString("date", one.Heading.Date);
    }

    private static void Parameters(Utf8JsonWriter json, SuppositionFile heading)
    {
        json.WriteStartArray("parameters");
        foreach (var (name, value) in heading.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("value", value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Range(Utf8JsonWriter json, DeclaredRange range, SuppositionShelf shelf, string own)
    {
        json.WriteStartObject();
        json.WriteString("name", range.Name);
        json.WriteString("key", range.Key);
        json.WriteString("about", range.About);
        json.WriteNumber("low", range.Range.Low);
        json.WriteNumber("mode", range.Range.Mode);
        json.WriteNumber("high", range.Range.High);
        json.WriteString("unit", Unit(range.Key));
        json.WriteString("source", range.Source);
        json.WriteString("assumed", range.Assumed);
        json.WriteString("file", shelf.Told(range.File));
        // A line of another file is no place in this text.
        if (range.File == own || shelf.Told(range.File) == shelf.Told(own))
            json.WriteNumber("line", range.Line);
        json.WriteEndObject();
    }

    private static string Unit(string key) =>
        key switch
        {
            "share" or "rate" or "margin" or "detection" or "probability" or "cut" or "reach" or "loss" or "power" => "share",
            "factor" or "cost" => "factor",
            "first_cost" or "last_cost" or "transport" or "grade" or "extra" or "price" => "USD/bbl",
            "capacity" or "limit" or "fleet" or "pipeline" => "million bbl/day",
            _ => "",
        };

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Problem(Utf8JsonWriter json, DataFileException? problem, SuppositionShelf shelf)
    {
        if (problem is null)
            return;
        json.WriteStartObject("problem");
        json.WriteString("where", Where(problem, shelf));
        json.WriteNumber("line", problem.Line);
        json.WriteString("column", problem.Column);
        json.WriteString("found", InputProblem.OneLine(problem.Found));
        json.WriteString("expected", InputProblem.OneLine(problem.Expected));
        if (problem.Hint is { } hint)
            json.WriteString("hint", InputProblem.OneLine(hint));
        json.WriteEndObject();
    }

    /// <summary>A place in a file as it is told.</summary>
    public static string Where(DataFileException problem, SuppositionShelf shelf) =>
        Path.IsPathRooted(problem.File) ? shelf.Told(problem.File) + problem.Where[problem.File.Length..] : problem.Where;
}
