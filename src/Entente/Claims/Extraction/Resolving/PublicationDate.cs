using Entente.Actors;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading;
using Entente.Reading.Text;
using Entente.Record;

namespace Entente.Claims.Extraction.Resolving;

/// <summary>When an undated text was written, as far as it says: the latest date it mentions, dates of recorded events it reports included.</summary>
internal static class PublicationDate
{
    public static Period? Infer(Document document, ExtractionCatalogue catalogue)
    {
        Period? latest = null;
        var persons = new HashSet<string>(StringComparer.Ordinal);
        var places = new List<(TokenList Tokens, bool Meeting)>();
        foreach (var statement in document.Statements)
        {
            var tokens = TokenList.Of(Tokenizer.Tokenize(statement.Text));
            foreach (var time in TimeReader.Read(tokens, new TimeContext()))
                if (
                    time is { Kind: TimeKind.Absolute or TimeKind.Vague, Period: { } period, Role: not (TimeRole.By or TimeRole.Until) }
                    && !IsGoal(tokens, time)
                    && period.Start.Year is > 1900 and < 2100
                    && (latest is null || period.End > latest.End || (period.End == latest.End && period.Start > latest.Start))
                )
                    latest = period;
            var meets = false;
            for (var i = 0; i < tokens.Count; i++)
            {
                meets |= tokens[i].Lower is "meeting" or "summit" or "met" or "talks" or "visit" or "conference";
                foreach (var (_, (actor, _)) in catalogue.Aliases.At(tokens, i))
                    if (actor is { Kind: ActorKind.Person })
                        persons.Add(actor.Code);
            }
            places.Add((tokens, meets));
        }
        foreach (var item in catalogue.Record.Events)
            if (
                item.Kind is "meeting" or "visit"
                && item.Date.Kind == PeriodKind.Day
                && (latest is null || item.Date.End > latest.End)
                && Reports(item, persons, places)
            )
                latest = item.Date;
        return latest;
    }

    // A year that is wished for is no date of writing.
    private static bool IsGoal(TokenList tokens, TimeMention time)
    {
        for (var i = Math.Max(0, time.FirstToken - 14); i < time.FirstToken; i++)
            if (
                Lexicon.TargetNouns.Contains(tokens[i].Lower)
                || tokens[i].Lower is "will" or "forecast" or "expected" or "until" or "aims" or "intended" or "plans" or "planned"
            )
                return true;
        return false;
    }

    private static bool Reports(RecordedEvent item, HashSet<string> persons, List<(TokenList Tokens, bool Meeting)> sentences)
    {
        if (
            item.Place is not { Length: > 3 } place
            || item.Actors.Count < 2
            || !item.Actors.All(a => a.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && persons.Contains(a[(colon + 1)..]))
        )
            return false;
        // A capital is named for many reasons; a place that is no capital of the parties, in a sentence on a meeting, names this one.
        return place
                is not (
                    "Moscow"
                    or "Beijing"
                    or "Washington"
                    or "New Delhi"
                    or "Brussels"
                    or "Berlin"
                    or "Paris"
                    or "London"
                    or "Tokyo"
                    or "telephone"
                )
            && sentences.Exists(s => s.Meeting && s.Tokens.Any(t => t.Text == place));
    }
}
