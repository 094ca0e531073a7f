namespace Entente.Reports.Json;

/// <summary>The schema `entente/search/1`.</summary>
public static class SearchJson
{
    public const string Schema = "entente/search/1";

    public static void Write(TextWriter output, string query, IReadOnlyList<FoundEntry> found) =>
        JsonText.WriteLine(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", Schema);
                json.WriteString("query", query);
                json.WriteStartArray("results");
                foreach (var one in found)
                {
                    json.WriteStartObject();
                    json.WriteString("kind", one.Kind);
                    json.WriteString("ref", one.Ref);
                    json.WriteString("title", one.Title);
                    json.WriteString("detail", one.Detail);
                    json.WriteString("snippet", one.Snippet);
                    json.Number("score", Math.Round(one.Score, 3));
                    json.WriteBoolean("gone", one.Gone);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
}
