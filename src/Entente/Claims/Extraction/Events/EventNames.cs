using Entente.Claims.Extraction.Sentences;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Events;

/// <summary>Lets the reader of times anchor on events ("before the annexation of Crimea") by the record's names and kinds.</summary>
internal sealed class EventNames(EventFinder events, SentenceAnalysis sentence, Discourse discourse) : IEventNames
{
    public NamedEvent? Find(IReadOnlyList<Token> tokens, int start) =>
        events.TryAt(sentence, start, discourse) is { } span ? new NamedEvent(span.EventId, span.Date, span.End - start) : null;
}
