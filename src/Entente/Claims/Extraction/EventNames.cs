using Entente.Reading.Text;

namespace Entente.Claims.Extraction;

/// <summary>Lets the reader of times anchor on events ("before the annexation of Crimea") by the record's names and kinds.</summary>
internal sealed class EventNames(EventFinder events, SentenceAnalysis sentence, Discourse discourse) : IEventNames
{
    public bool TryFind(IReadOnlyList<Token> tokens, int at, out EventName found)
    {
        if (events.TryAt(sentence, at, discourse) is { } span)
        {
            found = new EventName(span.EventId, span.Date, span.End - at);
            return true;
        }
        found = null!;
        return false;
    }
}
