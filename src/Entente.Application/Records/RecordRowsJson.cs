using System.Text.Json;
using Entente.Record;
using Entente.Reports.Json;

namespace Entente.Application.Records;

/// <summary>The schema `entente/record-rows/1`: rows of the record, each with where it comes from and where it stands.</summary>
internal static class RecordRowsJson
{
    public const string Schema = "entente/record-rows/1";

    /// <param name="total">How many rows hold the words; those given may be fewer.</param>
    public static void Write(
        TextWriter output,
        IReadOnlyList<string> words,
        string recordHash,
        int total,
        IEnumerable<Observation> figures,
        IEnumerable<RecordedEvent> events
    ) =>
        JsonText.WriteLine(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", Schema);
                json.Strings("words", words);
                json.WriteString("record", recordHash);
                json.WriteNumber("total", total);
                json.WriteStartArray("rows");
                foreach (var figure in figures)
                    Figure(json, figure);
                json.WriteEndArray();
                json.WriteStartArray("events");
                foreach (var one in events)
                    Event(json, one);
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );

    /// <summary>One figure with where it comes from and where it stands.</summary>
    public static void Figure(Utf8JsonWriter json, Observation o)
    {
        json.WriteStartObject();
        json.WriteString("measure", o.Measure);
        json.WriteString("of", o.Of);
        json.WriteString("subject", o.Subject);
        json.WriteString("object", o.Object);
        json.WriteString("item", o.Item);
        json.WriteString("period", o.Period?.Text);
        json.Number("value", o.Value.Value);
        json.Number("upper", o.Upper.Value);
        json.WriteString("unit", o.Unit.Symbol);
        json.WriteString(
            "bound",
            o.Bound switch
            {
                Bound.About => "about",
                Bound.MoreThan => "more than",
                Bound.LessThan => "less than",
                Bound.Nearly => "nearly",
                Bound.JustOver => "just over",
                _ => "exact",
            }
        );
        json.WriteString("source", o.Source);
        json.WriteString("via", o.Via);
        json.WriteString("published", o.Published?.Text);
        json.WriteString("url", o.Url);
        json.WriteString("tier", Tier(o.Tier));
        json.WriteString("basis", o.Basis);
        json.WriteString("note", o.Note);
        json.WriteBoolean("own", o.Own);
        json.WriteString("row", o.Row.ToString());
        json.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter json, RecordedEvent one)
    {
        json.WriteStartObject();
        json.WriteString("id", one.Id);
        json.WriteString("kind", one.Kind);
        json.WriteString("date", one.Date.Text);
        json.WriteString("end", one.End?.Text);
        json.Strings("actors", one.Actors);
        json.WriteString("title", one.Title);
        json.WriteStartArray("sources");
        foreach (var source in one.Sources)
        {
            json.WriteStartObject();
            json.WriteString("source", source.Source);
            json.WriteString("date", source.Date?.Text);
            json.WriteString("published", source.Published?.Text);
            json.WriteString("url", source.Url);
            json.WriteString("tier", Tier(source.Tier));
            json.WriteString("row", source.Row.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("row", one.Row.ToString());
        json.WriteEndObject();
    }

    private static string Tier(Tier tier) =>
        tier switch
        {
            Record.Tier.Primary => "primary",
            Record.Tier.Agency => "agency",
            _ => "repost",
        };
}
