using System.Text.Json;
using Entente.Record;
using Entente.Sources.Datasets;
using Entente.Sources.Store;

namespace Entente.Web.Records;

/// <summary>What the program knows of datasets, imported or not, and of the tables that come with it.</summary>
internal static class DatasetsJson
{
    public static void Write(Utf8JsonWriter json, Dataset dataset, IEnumerable<StoredImport> imports)
    {
        var publication = dataset.Publication;
        json.WriteStartObject();
        json.WriteString("name", dataset.Name);
        json.WriteString("title", publication.Title);
        json.WriteString("producer", publication.Producer);
        json.WriteNumber("year", publication.Year);
        json.WriteString("in", publication.In);
        json.WriteString("doi", publication.Doi);
        json.WriteString("address", publication.Address);
        json.WriteString("licence", publication.Licence);
        json.WriteString("authority", dataset.Authority);
        json.WriteString("citation", Citation.Short(publication));
        json.WriteBoolean("needsMapping", dataset.NeedsMapping);
        // Reconciled flows are worked out from other imports; there is no file to bring.
        json.WriteBoolean("importable", dataset.Name != "reconciled");
        json.WriteStartArray("answers");
        foreach (var measure in dataset.Readings.Select(r => r.Measure).Concat(dataset.Answers).Distinct(StringComparer.Ordinal))
            json.WriteStringValue(measure);
        json.WriteEndArray();
        json.WriteStartArray("tables");
        foreach (var table in dataset.Tables)
            json.WriteStringValue(table.Name);
        json.WriteEndArray();
        json.WriteStartArray("imports");
        foreach (var import in imports)
            ImportJson.Write(json, import);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>One table that comes with the program, or the user's own facts.</summary>
    public static void Write(Utf8JsonWriter json, IGrouping<string, Observation> table)
    {
        var dated = table.Where(o => o.Period is not null).ToList();
        json.WriteStartObject();
        json.WriteString("file", table.Key);
        json.WriteBoolean("own", table.First().Own);
        json.WriteNumber("rows", table.Count());
        if (dated.Count > 0)
        {
            json.WriteNumber("from", dated.Min(o => o.Period!.Start.Year));
            json.WriteNumber("to", dated.Max(o => o.Period!.End.Year));
        }
        else
        {
            json.WriteNull("from");
            json.WriteNull("to");
        }
        json.WriteNumber("sources", table.Select(o => o.Source).Distinct(StringComparer.Ordinal).Count());
        json.WriteStartArray("measures");
        foreach (var measure in table.Select(o => o.Measure).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            json.WriteStringValue(measure);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
