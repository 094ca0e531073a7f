using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>Whose the words are of a paragraph that is one quotation and names nobody: they are handed over from the paragraph before.</summary>
internal sealed partial class StatementWriter
{
    /// <summary>Who speaks where the next paragraph is one quotation without a word of whose it is; null where this one does not tell.</summary>
    private Speaker? handed;

    /// <summary>
    /// The one who spoke at the end of a paragraph and nobody else in it, or whom its last sentence brings in: "Doe spoke for an hour.",
    /// "Doe had a warning:". After a question the next words are an answer, and after two voices they may be either's: nobody's then.
    /// </summary>
    private Speaker? Handover(
        Passage passage,
        Passage? next,
        int index,
        IReadOnlyList<(int Start, int End)> sentences,
        List<Voice> voices,
        Speaker? reported
    )
    {
        if (next is null || next.Isolated || passage.Default != next.Default || !IsOneQuotation(next))
            return null;
        var text = passage.Text.Text;
        var (start, end) = sentences[^1];
        var attribution = new Attribution(text, resolver.Tokens, persons);
        var lastQuotation = voices.Count > 0 ? voices[^1].Quotation.End : 0;
        if (text[end - 1] == ':' && lastQuotation <= start)
            return Quoted(attribution.Before(end, start) ?? attribution.Announced(end, start));
        Speaker? speaker = null;
        foreach (var voice in voices)
        {
            if (voice.Speaker is null)
                continue;
            if (voice.Speaker.Role != SpeakerRole.Quoted || speaker is not null && speaker.Name != voice.Speaker.Name)
                return null;
            speaker = voice.Speaker;
        }
        if (speaker is not null && lastQuotation > start)
        {
            var last = voices[^1].Quotation;
            var asks = last.InnerEnd > last.InnerStart && text[last.InnerEnd - 1] == '?';
            return asks ? null : speaker with { Via = "continued" };
        }
        if (lastQuotation > start)
            return null;
        if (reported is { Role: SpeakerRole.Quoted })
            return speaker is null || speaker.Name == reported.Name ? reported with { Via = "continued" } : null;
        return voices.Count == 0 ? Quoted(attribution.Stand(start, end)) : null;

        Speaker? Quoted(Attributed? found) =>
            found is { } by && resolver.Resolve(by, passage.Default, index) is { Role: SpeakerRole.Quoted } known ? known : null;
    }

    private static bool StartsQuoted(Passage? passage) =>
        passage is { IsHeading: false } && passage.Text.Text[0] is '“' or '"' or '‘' or '«' or '„';

    /// <summary>True where a paragraph is a single quotation and nothing else; its closing mark may come in a later one.</summary>
    private static bool IsOneQuotation(Passage passage)
    {
        if (!StartsQuoted(passage))
            return false;
        var text = passage.Text.Text;
        var quotations = Quotations.Find(text);
        return quotations.Count == 1 && quotations[0].Start == 0 && (!quotations[0].Closed || quotations[0].End >= text.TrimEnd().Length);
    }
}
