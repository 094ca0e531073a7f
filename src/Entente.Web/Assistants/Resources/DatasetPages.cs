using Entente.Application.Composition;
using Entente.Application.Stores;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Sources.Datasets;
using Entente.Sources.Store;

namespace Entente.Web.Assistants.Resources;

/// <summary>A dataset as JSON (`entente/dataset/1`): who made it, how it is cited, on what terms, and which vintages are there.</summary>
internal static class DatasetPages
{
    public const string Schema = "entente/dataset/1";

    /// <summary>The name of the record that ships.</summary>
    public const string Shipped = "record";

    /// <summary>Null where there is no dataset of the name.</summary>
    public static string? Json(CommandContext context, string name)
    {
        if (name == Shipped)
            return Record(context);
        if (DatasetCatalogue.Find(name) is not { } dataset)
            return null;
        using var store = Stores.OpenExisting(context);
        var imports = store?.Imports().Where(i => i.Dataset == name).ToList() ?? [];
        using var text = new Utf8Text();
        JsonText.WriteLine(
            text,
            json =>
            {
                var publication = dataset.Publication;
                json.WriteStartObject();
                json.WriteString("schema", Schema);
                json.WriteString("name", dataset.Name);
                json.WriteString("title", publication.Title);
                json.WriteString("producer", publication.Producer);
                json.WriteNumber("year", publication.Year);
                json.WriteString("in", publication.In);
                json.WriteString("doi", publication.Doi);
                json.WriteString("address", publication.Address);
                json.WriteString("licence", publication.Licence);
                json.WriteString("citation", Citation.Short(publication));
                json.WriteString("authority", dataset.Authority);
                json.WriteStartArray("imports");
                foreach (var import in imports)
                {
                    json.WriteStartObject();
                    json.WriteNumber("id", import.Id);
                    json.WriteString("vintage", import.Vintage);
                    json.WriteString("published", import.Published);
                    json.WriteString("importedAt", import.ImportedAt);
                    json.WriteNumber("rows", import.Rows);
                    var dated = import.Tables.Where(t => t.From > 0).ToList();
                    json.Number("from", dated.Count > 0 ? dated.Min(t => t.From) : null);
                    json.Number("to", dated.Count > 0 ? dated.Max(t => t.To) : null);
                    json.Strings("sha256", import.Files.Select(f => f.Sha256));
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteString(
                    "note",
                    imports.Count > 0
                        ? null
                        : "not imported: nothing of it is consulted until the user brings it in (entente record import)"
                );
                json.WriteEndObject();
            }
        );
        return text.ToString();
    }

    private static string Record(CommandContext context)
    {
        var record = context.Engine.Record();
        using var text = new Utf8Text();
        JsonText.WriteLine(
            text,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", Schema);
                json.WriteString("name", Shipped);
                json.WriteString("title", "The record of cited facts that ships with Entente, with the user's own facts");
                json.WriteString("hash", record.Hash);
                json.WriteString(
                    "licence",
                    "Single figures are cited as facts, each with its source, date and address; World Bank and IMF data with attribution."
                );
                json.WriteNumber("observations", record.Observations.Count);
                json.WriteNumber("events", record.Events.Count);
                json.WriteNumber("memberships", record.Memberships.Count);
                json.WriteNumber("votes", record.Votes.Count);
                json.WriteStartArray("measures");
                foreach (
                    var measure in record
                        .Observations.GroupBy(o => o.Measure, StringComparer.Ordinal)
                        .OrderBy(g => g.Key, StringComparer.Ordinal)
                )
                {
                    var dated = measure.Where(o => o.Period is not null).Select(o => o.Period!).ToList();
                    json.WriteStartObject();
                    json.WriteString("measure", measure.Key);
                    json.WriteNumber("rows", measure.Count());
                    json.Number("from", dated.Count > 0 ? dated.Min(p => p.Start.Year) : null);
                    json.Number("to", dated.Count > 0 ? dated.Max(p => p.End.Year) : null);
                    json.Strings("sources", measure.Select(o => o.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
        return text.ToString();
    }
}
