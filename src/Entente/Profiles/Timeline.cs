using Entente.Record;

namespace Entente.Profiles;

/// <summary>What sort of happening it is, to choose by.</summary>
public enum TimelineKind
{
    /// <summary>Leaders and governments met, spoke or said something together.</summary>
    Contact,

    /// <summary>Treaties, agreements and what was founded.</summary>
    Treaty,

    /// <summary>Armed forces of the two together, or of one at the other.</summary>
    Exercise,

    /// <summary>Sanctions, tariffs, controls and bans.</summary>
    Sanction,

    /// <summary>How both voted on a text, and vetoes of either.</summary>
    Vote,

    /// <summary>Wars begun, ties cut.</summary>
    Conflict,

    Other,
}

/// <summary>Something dated that concerns two parties.</summary>
public sealed record TimelineEvent
{
    /// <summary>The record's readable id, or the body and the text voted on.</summary>
    public required string Id { get; init; }

    /// <summary>A period of the claim language.</summary>
    public required Period Date { get; init; }

    public Period? End { get; init; }

    public required TimelineKind Kind { get; init; }

    /// <summary>The record's own word for it (`meeting`, `export_control`).</summary>
    public required string Sort { get; init; }

    public required string Text { get; init; }

    /// <summary>True where both parties had a hand in it; false for what a third one did, or one of them did elsewhere.</summary>
    public required bool OfBoth { get; init; }

    public required Cite Cite { get; init; }
}

/// <summary>All that the record holds of two parties with a date: what a chart over years is read beside.</summary>
public static class Timeline
{
    private static readonly Dictionary<string, TimelineKind> Kinds = new(StringComparer.Ordinal)
    {
        ["meeting"] = TimelineKind.Contact,
        ["visit"] = TimelineKind.Contact,
        ["summit_attendance"] = TimelineKind.Contact,
        ["call"] = TimelineKind.Contact,
        ["video_call"] = TimelineKind.Contact,
        ["joint_statement"] = TimelineKind.Contact,
        ["embassy"] = TimelineKind.Contact,
        ["inauguration"] = TimelineKind.Contact,
        ["treaty"] = TimelineKind.Treaty,
        ["agreement"] = TimelineKind.Treaty,
        ["ratification"] = TimelineKind.Treaty,
        ["partnership"] = TimelineKind.Treaty,
        ["pipeline"] = TimelineKind.Treaty,
        ["arms_deal"] = TimelineKind.Treaty,
        ["founding"] = TimelineKind.Treaty,
        ["truce"] = TimelineKind.Treaty,
        ["peace_plan"] = TimelineKind.Treaty,
        ["joint_exercise"] = TimelineKind.Exercise,
        ["exercise"] = TimelineKind.Exercise,
        ["joint_patrol"] = TimelineKind.Exercise,
        ["sanction"] = TimelineKind.Sanction,
        ["export_control"] = TimelineKind.Sanction,
        ["designation"] = TimelineKind.Sanction,
        ["tariff"] = TimelineKind.Sanction,
        ["import_ban"] = TimelineKind.Sanction,
        ["payment_curb"] = TimelineKind.Sanction,
        ["price_cap"] = TimelineKind.Sanction,
        ["veto"] = TimelineKind.Vote,
        ["un_vote"] = TimelineKind.Vote,
        ["invasion"] = TimelineKind.Conflict,
        ["annexation"] = TimelineKind.Conflict,
        ["rupture"] = TimelineKind.Conflict,
        ["suspension"] = TimelineKind.Conflict,
        ["incident"] = TimelineKind.Conflict,
        ["cancellation"] = TimelineKind.Conflict,
    };

    /// <param name="record">What is known.</param>
    /// <param name="first">A party.</param>
    /// <param name="second">The other.</param>
    /// <param name="asOf">Nothing later than this day.</param>
    /// <returns>The oldest first.</returns>
    public static IReadOnlyList<TimelineEvent> Of(IRecord record, ProfileParty first, ProfileParty second, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var found = new List<TimelineEvent>();
        foreach (var recorded in record.Events)
            if (recorded.Date.Start <= asOf && Concerns(recorded, first.Code, second.Code))
                found.Add(Of(recorded, first.Code, second.Code));
        found.AddRange(Votes(record, first, second, asOf));
        return [.. found.OrderBy(e => e.Date.Start).ThenBy(e => e.Id, StringComparer.Ordinal)];
    }

    private static TimelineKind KindOf(RecordedEvent recorded) => Kinds.GetValueOrDefault(recorded.Kind, TimelineKind.Other);

    /// <summary>What both had a hand in; beside it, what was done to either, what either vetoed, and the wars either began.</summary>
    private static bool Concerns(RecordedEvent recorded, string first, string second) =>
        (PairEvents.Has(recorded, first) && PairEvents.Has(recorded, second))
        || KindOf(recorded) switch
        {
            TimelineKind.Sanction => PairEvents.Receives(recorded, first) || PairEvents.Receives(recorded, second),
            TimelineKind.Vote => PairEvents.Has(recorded, first) || PairEvents.Has(recorded, second),
            TimelineKind.Conflict => PairEvents.Sends(recorded, first) || PairEvents.Sends(recorded, second),
            _ => false,
        };

    private static TimelineEvent Of(RecordedEvent recorded, string first, string second) =>
        new()
        {
            Id = recorded.Id,
            Date = recorded.Date,
            End = recorded.End,
            Kind = KindOf(recorded),
            Sort = recorded.Kind,
            Text = recorded.Title,
            OfBoth = PairEvents.Has(recorded, first) && PairEvents.Has(recorded, second),
            Cite = PairEvents.CiteOf(recorded),
        };

    private static IEnumerable<TimelineEvent> Votes(IRecord record, ProfileParty first, ProfileParty second, LocalDate asOf)
    {
        foreach (var (one, other) in VotesByName.Of(record, first.Code, second.Code))
            if (one.Date.Start <= asOf)
                yield return new()
                {
                    Id = $"{one.Body} {one.Resolution}",
                    Date = one.Date,
                    Kind = TimelineKind.Vote,
                    Sort = "vote",
                    Text = VotesByName.Text(one, other, first, second),
                    OfBoth = true,
                    Cite = VotesByName.CiteOf(one),
                };
    }
}
