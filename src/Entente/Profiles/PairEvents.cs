using System.Globalization;
using Entente.Quantities;
using Entente.Record;
using NodaTime;

namespace Entente.Profiles;

/// <summary>Events of the record as they concern two states.</summary>
public static class PairEvents
{
    /// <summary>The code of an actor as events name it: `CHN` of `CHN:Xi Jinping`.</summary>
    public static string Code(string actor)
    {
        var colon = actor.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? actor : actor[..colon];
    }

    /// <summary>Whether a party, or one who acts for it, is among the actors.</summary>
    public static bool Has(RecordedEvent recorded, string code)
    {
        foreach (var actor in recorded.Actors)
            if (Code(actor) == code)
                return true;
        return false;
    }

    public static bool Sends(RecordedEvent recorded, string code) => Stands(recorded, code, 0, recorded.Senders);

    public static bool Receives(RecordedEvent recorded, string code) => Stands(recorded, code, recorded.Senders, recorded.Actors.Count);

    /// <summary>Events of some kinds known on the day, the oldest first.</summary>
    public static List<RecordedEvent> Of(ProfileRequest request, Func<RecordedEvent, bool> wanted) =>
        [
            .. request
                .Record.Events.Where(e => e.Date.Start <= request.AsOf && wanted(e))
                .OrderBy(e => e.Date.Start)
                .ThenBy(e => e.Id, StringComparer.Ordinal),
        ];

    public static ProfileEntry Entry(RecordedEvent recorded) =>
        new()
        {
            Date = recorded.Date.Text,
            Text = recorded.Title,
            Id = recorded.Id,
            Cite = CiteOf(recorded),
        };

    public static Cite CiteOf(RecordedEvent recorded) =>
        recorded.Sources is [var source, ..]
            ? new()
            {
                Source = source.Source,
                Published = source.Published?.Text,
                Url = source.Url,
                Row = recorded.Row.ToString(),
            }
            : new() { Source = "the record", Row = recorded.Row.ToString() };

    /// <summary>How many in each year, with years between the first and the last that hold none as zeros only where the record is complete.</summary>
    public static IReadOnlyList<ProfilePoint> ByYear(IEnumerable<RecordedEvent> events, int from, int to, bool complete)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var recorded in events)
            if (recorded.Date.Start.Year is var year && year >= from && year <= to)
                counts[year] = counts.GetValueOrDefault(year) + 1;
        if (complete)
            for (var year = from; year <= to; year++)
                counts.TryAdd(year, 0);
        return [.. counts.Select(c => new ProfilePoint(c.Key, c.Value))];
    }

    /// <summary>The record's own word on whether it has all events of a kind between parties over the years; null where it says nothing.</summary>
    public static Coverage? CoverageOf(ProfileRequest request, string kind) =>
        request.Record.Coverages.FirstOrDefault(c =>
            c.Kind == kind
            && c.Parties.Select(Code).Contains(request.First.Code, StringComparer.Ordinal)
            && c.Parties.Select(Code).Contains(request.Second.Code, StringComparer.Ordinal)
        );

    /// <summary>`2014..2025`, or the one year.</summary>
    public static string Years(int from, int to) => from == to ? Year(from) : $"{Year(from)}..{Year(to)}";

    public static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    public static bool KnownBy(Period? published, LocalDate day) => PublishedDate.KnownBy(published, day);

    private static bool Stands(RecordedEvent recorded, string code, int from, int to)
    {
        for (var i = from; i < Math.Min(to, recorded.Actors.Count); i++)
            if (Code(recorded.Actors[i]) == code)
                return true;
        return false;
    }
}
