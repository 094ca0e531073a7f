using System.Text.Json;
using Entente.Checking.Between;
using Entente.Checking.Quotations;
using Entente.Record;

namespace Entente.Reports.Json;

/// <summary>What `entente/corpus/1` says of several texts together.</summary>
internal static class BetweenJson
{
    public static void Write(Utf8JsonWriter json, BetweenTexts between)
    {
        Figures(json, "agreements", between.Agreements);
        Figures(json, "contradictions", between.Contradictions);
        Figures(json, "differences", between.Differences);
        json.WriteStartArray("quotations");
        foreach (var quotation in between.Quotations)
            Shared(json, quotation);
        json.WriteEndArray();
    }

    /// <summary>The quoted words of one document beside the record's.</summary>
    public static void Notes(Utf8JsonWriter json, IReadOnlyList<QuotationNote> notes)
    {
        json.WriteStartArray("quotations");
        foreach (var note in notes)
        {
            json.WriteStartObject();
            json.WriteString("statement", note.Statement);
            json.WriteString("quote", note.Quote);
            json.WriteNumber("start", note.Start);
            json.WriteNumber("end", note.End);
            json.WriteString("speaker", note.Speaker);
            json.WriteString("date", note.Date?.Text);
            json.Strings("differsIn", Names(note.Difference));
            json.WritePropertyName("recorded");
            Recorded(json, note.Recorded);
            json.WriteString("explanation", note.Explanation);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Figures(Utf8JsonWriter json, string name, IEnumerable<SharedFigure> figures)
    {
        json.WriteStartArray(name);
        foreach (var figure in figures)
        {
            json.WriteStartObject();
            json.WriteString("subject", figure.Subject);
            json.WriteString("period", figure.Period?.Text);
            json.WriteString(
                "kind",
                figure.Difference switch
                {
                    null => "agreement",
                    Difference.Fact => "fact",
                    Difference.Definition => "definition",
                    _ => "rounding",
                }
            );
            json.Strings("differsIn", figure.DiffersIn);
            json.WriteString("explanation", figure.Explanation);
            json.WriteStartArray("positions");
            foreach (var position in figure.Positions)
                Position(json, position);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Position(Utf8JsonWriter json, Position position)
    {
        json.WriteStartObject();
        json.WriteString("text", position.Text);
        // Days since year 1 are nobody's dates; the text has them.
        var number = position.Unit is not ("date" or "truth");
        json.Number("low", number ? position.Low : null);
        json.Number("high", number ? position.High : null);
        json.WriteString("unit", position.Unit);
        json.WriteString("earliest", position.Earliest?.Path);
        json.WriteStartArray("mentions");
        foreach (var mention in position.Mentions)
        {
            json.WriteStartObject();
            json.WriteString("path", mention.Path);
            json.WriteString("claim", mention.Claim);
            json.WriteString("title", mention.Title);
            json.WriteString("published", mention.Published?.Text);
            json.WriteString("publishedBasis", JsonNames.Of(mention.PublishedBasis));
            json.WriteString("speaker", mention.Speaker);
            json.WriteString("quote", mention.Quote);
            json.WriteString("assertion", mention.Assertion);
            json.WriteString("verdict", mention.Verdict.Code());
            json.WriteString("definition", mention.Definition);
            json.WriteStartArray("copies");
            foreach (var copy in mention.Copies)
            {
                json.WriteStartObject();
                json.WriteString("path", copy.Path);
                json.WriteString("claim", copy.Claim);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Shared(Utf8JsonWriter json, SharedQuotation quotation)
    {
        json.WriteStartObject();
        json.WritePropertyName("recorded");
        if (quotation.Recorded is { } recorded)
            Recorded(json, recorded);
        else
            json.WriteNullValue();
        json.Strings("differsIn", Names(quotation.Difference));
        json.WriteStartArray("wordings");
        foreach (var wording in quotation.Wordings)
        {
            json.WriteStartObject();
            json.WriteString("quote", wording.Quote);
            json.WriteString("speaker", wording.Speaker);
            json.WriteString("path", wording.Path);
            json.WriteString("title", wording.Title);
            json.WriteString("published", wording.Published?.Text);
            json.WriteString("publishedBasis", JsonNames.Of(wording.PublishedBasis));
            json.WriteNumber("repetitions", wording.Repetitions);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Recorded(Utf8JsonWriter json, RecordedQuotation recorded)
    {
        json.WriteStartObject();
        json.WriteString("id", recorded.Id);
        json.WriteString("wording", recorded.Wording);
        json.Strings("speakers", recorded.Speakers);
        json.Strings("parties", recorded.Parties);
        json.WriteString("document", recorded.Document);
        json.WriteString("date", recorded.Date.Text);
        json.WriteString("source", recorded.Source);
        json.WriteString("url", recorded.Url);
        json.WriteString("row", recorded.Row.ToString());
        json.WriteEndObject();
    }

    private static IEnumerable<string> Names(QuotationDifference difference)
    {
        if (difference.HasFlag(QuotationDifference.Wording))
            yield return "wording";
        if (difference.HasFlag(QuotationDifference.Speaker))
            yield return "speaker";
        if (difference.HasFlag(QuotationDifference.Date))
            yield return "date";
    }
}
