using System.Text.Json;
using Entente.Claims;
using Entente.Reading;
using Entente.Reading.Anchors;

namespace Entente.Reports.Json;

/// <summary>
/// `selectors` and `link` of a claim: the two selectors of the W3C's Web Annotation Data Model, and for a text with a web address the link that
/// scrolls to the words. The position selector counts Unicode code points, as the W3C has it; `start` and `end` of the claim count UTF-16 code units.
/// </summary>
internal sealed class AnchorJson
{
    private readonly string text;
    private readonly TextFragment? links;

    // Offsets of the second halves of surrogate pairs: what code units have more than code points.
    private readonly List<int> halves = [];

    public AnchorJson(Document document)
    {
        text = document.Text;
        links = TextFragment.Of(document);
        for (var at = text.AsSpan().IndexOfAnyInRange('\uDC00', '\uDFFF'); at >= 0; )
        {
            if (at > 0 && char.IsHighSurrogate(text[at - 1]))
                halves.Add(at);
            var next = text.AsSpan(at + 1).IndexOfAnyInRange('\uDC00', '\uDFFF');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    public void Write(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartArray("selectors");
        if (claim.Start < claim.End && claim.End <= text.Length)
        {
            var anchor = TextAnchor.Of(text, claim.Start, claim.End);
            json.WriteStartObject();
            json.WriteString("type", "TextQuoteSelector");
            json.WriteString("exact", anchor.Exact);
            json.WriteString("prefix", anchor.Prefix);
            json.WriteString("suffix", anchor.Suffix);
            json.WriteEndObject();
            json.WriteStartObject();
            json.WriteString("type", "TextPositionSelector");
            json.WriteNumber("start", CodePoints(anchor.Start));
            json.WriteNumber("end", CodePoints(anchor.End));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("link", links?.To(claim.Statement, claim.Start, claim.End));
    }

    private int CodePoints(int offset)
    {
        if (halves.Count == 0)
            return offset;
        var before = halves.BinarySearch(offset);
        return offset - (before < 0 ? ~before : before);
    }
}
