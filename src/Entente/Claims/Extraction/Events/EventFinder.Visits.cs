using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Claims.Extraction.Events;

/// <content>Journeys that the record knows by the meeting they led to.</content>
internal sealed partial class EventFinder
{
    /// <summary>
    /// "Modi's trip to Moscow in July 2024": no visit of its own in the record, but one meeting at that place and time with the traveller in it.
    /// </summary>
    private RecordedEvent? Occasion(SentenceAnalysis analysis, Discourse discourse, Period then, LocalDate? published, ref int score)
    {
        if (!byKind.TryGetValue("meeting", out var candidates))
            return null;
        var present = new Present(analysis, discourse);
        RecordedEvent? only = null;
        foreach (var candidate in candidates)
        {
            var item = candidate.Event;
            if (!then.Contains(item.Date) || item.Date.Start > published || !present.NamesOneOf(candidate.Places))
                continue;
            var travels = false;
            foreach (var person in candidate.Persons)
            foreach (var actor in analysis.Actors)
                travels |= actor.Actor.Code == person;
            if (!travels)
                continue;
            if (only is not null)
                return null;
            only = item;
        }
        if (only is not null)
            score = 4;
        return only;
    }
}
