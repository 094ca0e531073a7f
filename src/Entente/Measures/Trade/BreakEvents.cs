namespace Entente.Measures.Trade;

/// <summary>Something dated that may stand beside a break.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="First">The year in which it began.</param>
/// <param name="Last">The year in which it ended; the first where it took no time.</param>
/// <param name="Title">What happened.</param>
public readonly record struct DatedEvent(string Id, int First, int Last, string Title);

/// <summary>A break of a series and the events around it. That they stand together is no evidence that one made the other.</summary>
public sealed record BreakWithEvents
{
    /// <summary>The last year before the change.</summary>
    public required int Year { get; init; }

    /// <summary>The interval of the date, in years.</summary>
    public required int From { get; init; }

    public required int To { get; init; }

    /// <summary>Events that touch the interval widened by the margin, nearest to the break first.</summary>
    public required IReadOnlyList<DatedEvent> Events { get; init; }

    /// <summary>
    /// Part of all years of the series that lie within the widened interval, 0 to 1: the share of events that would stand beside the break by
    /// chance, were they spread evenly.
    /// </summary>
    public required double ByChance { get; init; }
}

/// <summary>Lays the breaks of a series against dated events.</summary>
public static class BreakEvents
{
    /// <param name="breaks">Of each break the last year before it, and the interval of that year.</param>
    /// <param name="events">The events of the pair.</param>
    /// <param name="from">The first year of the series.</param>
    /// <param name="to">Its last year.</param>
    /// <param name="margin">Years by which an interval is widened at both ends.</param>
    public static IReadOnlyList<BreakWithEvents> Beside(
        IReadOnlyList<(int Year, int From, int To)> breaks,
        IReadOnlyList<DatedEvent> events,
        int from,
        int to,
        int margin = 1
    )
    {
        ArgumentNullException.ThrowIfNull(breaks);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfNegative(margin);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var found = new List<BreakWithEvents>();
        foreach (var (year, low, high) in breaks)
        {
            var (first, last) = (low - margin, high + margin);
            found.Add(
                new()
                {
                    Year = year,
                    From = low,
                    To = high,
                    Events =
                    [
                        .. events
                            .Where(e => e.First <= last && e.Last >= first)
                            .OrderBy(e => Distance(e, year))
                            .ThenBy(e => e.First)
                            .ThenBy(e => e.Id, StringComparer.Ordinal),
                    ],
                    ByChance = (double)Math.Max(0, Math.Min(last, to) - Math.Max(first, from) + 1) / (to - from + 1),
                }
            );
        }
        return found;
    }

    // The year of a break is the last of the old regime: what happened in the next year is as near as what happened in it.
    private static int Distance(DatedEvent item, int year) =>
        item.Last < year ? year - item.Last
        : item.First > year + 1 ? item.First - year - 1
        : 0;
}
