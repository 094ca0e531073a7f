using System.Text.Json;
using Entente.Reports;
using Entente.Reports.Json;
using NodaTime.Text;

namespace Entente.Web.Shelf;

/// <summary>A row of the shelf: an item that was not looked at yet, one that is no text, or a checked text.</summary>
internal sealed record ShelfRow(ShelfItem Item, CheckedText? Text, InputProblem? Problem);

/// <summary>The shelf's list as JSON.</summary>
internal static class ShelfJson
{
    private const int MostFacets = 200;

    public static void Row(Utf8JsonWriter json, ShelfRow row, ShelfQuery query)
    {
        json.WriteStartObject();
        json.WriteString("id", row.Text?.Id ?? row.Item.Id);
        json.WriteString("item", row.Item.Id);
        json.WriteString("origin", row.Item.Origin == ShelfOrigin.File ? "file" : "kept");
        json.WriteString("path", InputProblem.OneLine(row.Text?.Path ?? row.Item.Path));
        json.WriteString("added", row.Item.Added is { } added ? InstantPattern.General.Format(added) : null);
        json.WriteString(
            "state",
            row.Text is not null ? "checked"
                : row.Problem is not null ? "unreadable"
                : "waiting"
        );
        if (row.Problem is { } problem)
            Problem(json, problem);
        if (row.Text is { } text)
            Text(json, text, query);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, CheckedText text, ShelfQuery query)
    {
        json.WriteString("title", text.Title);
        json.WriteStartArray("authors");
        foreach (var author in text.Authors)
            json.WriteStringValue(author);
        json.WriteEndArray();
        json.WriteString("published", text.Published?.Text);
        json.WriteString("publishedBasis", text.PublishedBasis.ToString().ToLowerInvariant());
        json.WriteString("kind", text.Kind.ToString().ToLowerInvariant());
        json.WriteString("sha256", text.Sha256);
        json.WriteBoolean("truncated", text.Truncated);
        json.WriteStartArray("speakers");
        foreach (var voice in text.Voices)
        {
            json.WriteStartObject();
            json.WriteString("name", voice.Name);
            json.WriteString("role", voice.Role.ToString().ToLowerInvariant());
            json.WriteNumber("claims", voice.Claims);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("pairs");
        foreach (var (pair, claims) in text.Pairs.Take(12))
        {
            json.WriteStartObject();
            json.WriteString("pair", pair);
            json.WriteNumber("claims", claims);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("unchecked", text.Unchecked);
        json.WriteNumber("inconsistencies", text.Inconsistencies);
        json.WriteStartObject("summary");
        CheckJson.Counts(json, text.Counts);
        json.WriteEndObject();
        if (query.Snippet(text) is var (shown, start, length))
        {
            json.WriteStartObject("found");
            json.WriteString("text", shown);
            json.WriteNumber("start", start);
            json.WriteNumber("length", length);
            json.WriteEndObject();
        }
    }

    /// <summary>What the whole shelf holds, whatever was asked for: how much is checked, and what can be filtered by.</summary>
    public static void Whole(
        Utf8JsonWriter json,
        IReadOnlyList<ShelfRow> all,
        IReadOnlyList<ShelfRow> shown,
        IReadOnlyList<LeftOut> leftOut
    )
    {
        var texts = all.Select(r => r.Text).OfType<CheckedText>().ToList();
        json.WriteNumber("texts", texts.Count);
        json.WriteNumber("waiting", all.Count(r => r.Text is null && r.Problem is null));
        json.WriteNumber("unreadable", all.Count(r => r.Problem is not null));
        json.WriteStartObject("summary");
        CheckJson.Counts(json, shown.Select(r => r.Text).OfType<CheckedText>().Aggregate(VerdictCounts.Zero, (sum, t) => sum + t.Counts));
        json.WriteEndObject();
        Facet(json, "speakers", texts.SelectMany(t => t.Voices.Select(v => v.Name)));
        Facet(json, "pairs", texts.SelectMany(t => t.Pairs.Select(p => p.Pair)));
        json.WriteStartArray("leftOut");
        foreach (var left in leftOut.Take(MostFacets))
        {
            json.WriteStartObject();
            json.WriteString("path", InputProblem.OneLine(left.Path));
            Problem(json, left.Problem);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Facet(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (
            var value in values
                .GroupBy(v => v, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Take(MostFacets)
        )
        {
            json.WriteStartObject();
            json.WriteString("value", value.Key);
            json.WriteNumber("texts", value.Count());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Problem(Utf8JsonWriter json, InputProblem problem)
    {
        json.WriteStartObject("problem");
        json.WriteString("where", InputProblem.OneLine(problem.Where));
        json.WriteString("found", InputProblem.OneLine(problem.Found));
        json.WriteString("expected", InputProblem.OneLine(problem.Expected));
        json.WriteString("hint", problem.Hint);
        json.WriteEndObject();
    }
}
