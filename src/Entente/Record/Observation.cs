using Entente.Quantities;
using NodaTime;

namespace Entente.Record;

/// <summary>How near a row's page is to the authority whose figure it carries.</summary>
public enum Tier
{
    Primary,
    Agency,
    Repost,
}

/// <summary>What a source said of its own figure: exactly, about, over, under, nearly (slightly below), just over.</summary>
public enum Bound
{
    Exact,
    About,
    MoreThan,
    LessThan,
    Nearly,
    JustOver,
}

/// <summary>One figure as one source gives it: measure, parties, item, period, value, unit, and where it can be found.</summary>
public sealed record Observation
{
    public required string Measure { get; init; }

    /// <summary>For growth, shares, ranks and targets: the measure they are of (`trade`, `exports`); null otherwise.</summary>
    public string? Of { get; init; }

    public required string Subject { get; init; }

    /// <summary>The partner, the whole or the other person; null for measures of one state.</summary>
    public string? Object { get; init; }

    /// <summary>Product group id of the catalogue; `total` for all goods.</summary>
    public required string Item { get; init; }

    /// <summary>Null where the source names none (a target without a year).</summary>
    public Period? Period { get; init; }

    /// <summary>The value in base units with the digits as the source printed them.</summary>
    public required WrittenNumber Value { get; init; }

    /// <summary>The upper end where the source gives a range; else the same as <see cref="Value"/>.</summary>
    public required WrittenNumber Upper { get; init; }

    public required Unit Unit { get; init; }

    public Bound Bound { get; init; }

    /// <summary>The statistical authority (`GACC`, `IMF`), by the short name that the catalogue's authority lists use.</summary>
    public required string Source { get; init; }

    /// <summary>Who passed it on (a news agency), or null.</summary>
    public string? Via { get; init; }

    public required Tier Tier { get; init; }

    /// <summary>When the page appeared, as far as known (`2023`, `2023-01`, `2023-01-13`), an upper bound for when the figure was known; null is unknown.</summary>
    public Period? Published { get; init; }

    public string? Url { get; init; }

    /// <summary>The state whose statistics these are.</summary>
    public string? Reporter { get; init; }

    /// <summary>`goods`, `goods_services`, `cif`, `CNY terms` …, separated by semicolons.</summary>
    public string Basis { get; init; } = "";

    /// <summary>True for figures computed from other rows: informative, never a second authority.</summary>
    public bool Derived { get; init; }

    /// <summary>True for a fact that the user entered. It never stands before a publisher's row of the same authority.</summary>
    public bool Own { get; init; }

    /// <summary>On how many pages the same figure stood.</summary>
    public int Pages { get; init; } = 1;

    public string? Note { get; init; }

    /// <summary>File and line of the row in the record, so that every figure shown can be followed to it.</summary>
    public required RowRef Row { get; init; }
}

/// <summary>Where a row stands: file within the record and line, from 1.</summary>
public readonly record struct RowRef(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>Something dated that happened between or to actors.</summary>
public sealed record RecordedEvent
{
    /// <summary>Readable id, `ukraine_invasion_2022`; what `event(…)` of the claim language names.</summary>
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required Period Date { get; init; }

    public Period? End { get; init; }

    /// <summary>Codes, or `CHN:Xi Jinping` for a named person; for directed kinds the first is the one who acts.</summary>
    public required IReadOnlyList<string> Actors { get; init; }

    /// <summary>True where <see cref="Actors"/> was written `A&gt;B`: the first <see cref="Senders"/> act on the rest.</summary>
    public bool Directed { get; init; }

    public int Senders { get; init; }

    public string? Place { get; init; }

    public string? Body { get; init; }

    public required string Title { get; init; }

    public string? Value { get; init; }

    public string? ValueUnit { get; init; }

    /// <summary>Extra names by which texts call this particular event.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<EventSource> Sources { get; init; } = [];

    public required RowRef Row { get; init; }
}

/// <summary>One source of an event, with the date as that source gives it.</summary>
public sealed record EventSource
{
    public required string Source { get; init; }

    public Period? Date { get; init; }

    public required Tier Tier { get; init; }

    public Period? Published { get; init; }

    public string? Url { get; init; }

    public string? Note { get; init; }

    public required RowRef Row { get; init; }
}

/// <summary>A state's membership of a body. A null <see cref="From"/> is an unknown entry date, not "always".</summary>
public sealed record Membership
{
    public required string Body { get; init; }

    public required string Member { get; init; }

    public Period? From { get; init; }

    public Period? To { get; init; }

    /// <summary>member, contested, suspended, partner.</summary>
    public required string Status { get; init; }

    public required string Source { get; init; }

    public required Tier Tier { get; init; }

    public string? Url { get; init; }

    public required RowRef Row { get; init; }
}

public enum VoteChoice
{
    Yes,
    No,
    Abstain,
    Absent,
}

/// <summary>One state's vote on one resolution.</summary>
public sealed record RecordedVote
{
    public required string Body { get; init; }

    public required Period Date { get; init; }

    public required string Resolution { get; init; }

    public required string Topic { get; init; }

    public required string State { get; init; }

    public required VoteChoice Choice { get; init; }

    /// <summary>True where it follows from the published total and the named votes rather than from a list that was read.</summary>
    public bool Derived { get; init; }

    public required string Source { get; init; }

    public required Tier Tier { get; init; }

    public string? Url { get; init; }

    public required RowRef Row { get; init; }
}

/// <summary>Whether the record is complete for a kind of event, parties and period; without such a row an absence proves nothing.</summary>
public sealed record Coverage
{
    public required string Kind { get; init; }

    public required IReadOnlyList<string> Parties { get; init; }

    public Period? Period { get; init; }

    public required bool Complete { get; init; }

    public required string Source { get; init; }

    public string? Note { get; init; }

    public required RowRef Row { get; init; }
}

/// <summary>A day as the record compares it: the last day a partial date may mean.</summary>
public static class PublishedDate
{
    /// <summary>True when a figure published on <paramref name="published"/> may be taken as known on <paramref name="day"/>; null (unknown) is not "not yet known".</summary>
    public static bool KnownBy(Period? published, LocalDate day) => published is null || published.Start <= day;
}
