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

    /// <summary>Verbs that tell an event only between persons: "Xi received Putin", "Xi called Zelensky", "Xi set off for Moscow".</summary>
    private static readonly string[] Visiting =
    [
        "received",
        "hosted",
        "welcomed",
        "went",
        "left",
        "headed",
        "departed",
        "set",
        "called",
        "phoned",
        "telephoned",
        "rang",
    ];

    private static string? OfPersons(SentenceAnalysis analysis, int i)
    {
        static bool Is(ActorSpan? actor) => actor is { Actor.Kind: Actors.ActorKind.Person, Possessive: false };
        switch (analysis.Word(i))
        {
            case "received" or "hosted" or "welcomed" when Is(analysis.ActorStartingAt(i + 1)):
                return analysis.Is(i - 1, "was", "were", "be", "been") ? null : "meeting";
            case "went" or "left" or "headed" or "departed" when analysis.Is(i + 1, "for", "to") && Is(analysis.ActorEndingAt(i)):
                return "visit";
            case "set" when analysis.Is(i + 1, "off", "out") && analysis.Is(i + 2, "for", "to") && Is(analysis.ActorEndingAt(i)):
                return "visit";
            // By telephone, where a person is called nothing.
            case "called"
            or "phoned"
            or "telephoned"
            or "rang" when Is(analysis.ActorEndingAt(i)) && analysis.ActorStartingAt(i + 1) is { } called && Is(called):
                return analysis.Word(called.End) is "." or "," or "on" or "in" or "a" or "two" or "three" or "shortly" or "again"
                    ? "call"
                    : null;
            default:
                return null;
        }
    }
}
