using NodaTime;

namespace Entente.Profiles;

/// <summary>A party of a profile: its code and what people call it.</summary>
public sealed record ProfileParty(string Code, string Name);

/// <summary>
/// What the record and the measures say of two states: sections of figures, each with its source, series over time, dated evidence, and
/// what is missing and why. It holds no verdict.
/// </summary>
public sealed record PairProfile
{
    public required ProfileParty First { get; init; }

    public required ProfileParty Second { get; init; }

    /// <summary>The first year that series begin with, where the record reaches so far.</summary>
    public required int From { get; init; }

    /// <summary>The last year.</summary>
    public required int To { get; init; }

    /// <summary>Only what was known on this day was consulted.</summary>
    public required LocalDate AsOf { get; init; }

    public required IReadOnlyList<ProfileSection> Sections { get; init; }

    /// <summary>What courses over years are read against, the oldest first.</summary>
    public IReadOnlyList<ProfileEntry> Landmarks { get; init; } = [];

    /// <summary>SHA-256 over all that was consulted.</summary>
    public required string RecordHash { get; init; }

    /// <summary>Everybody whose figures are shown, in the order of their first appearance.</summary>
    public IReadOnlyList<Cite> Sources()
    {
        var seen = new HashSet<(string, string?)>();
        var all = new List<Cite>();
        foreach (var section in Sections)
        foreach (var cite in section.Cites())
            if (seen.Add((cite.Source, cite.Url)))
                all.Add(cite);
        return all;
    }
}

/// <summary>Where a figure can be found again.</summary>
public sealed record Cite
{
    /// <summary>The authority or publication.</summary>
    public required string Source { get; init; }

    public string? Published { get; init; }

    public string? Url { get; init; }

    /// <summary>File and line of the record, or table and row of the store.</summary>
    public string? Row { get; init; }

    public string? Basis { get; init; }
}

/// <summary>Of whom a figure is.</summary>
public enum ProfileSide
{
    Pair,
    First,
    Second,
}

/// <summary>One figure: what it is, of whom and when, the value, the span of those who count independently, and its source.</summary>
public sealed record ProfileFigure
{
    public required string Label { get; init; }

    public ProfileSide Side { get; init; }

    /// <summary>In base units (USD, a share as a fraction).</summary>
    public required double Value { get; init; }

    /// <summary>The lowest that an independent authority has for the same; the value itself where there is one authority.</summary>
    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>A unit symbol; null for a bare number.</summary>
    public string? Unit { get; init; }

    /// <summary>True for a change, printed with its sign.</summary>
    public bool IsChange { get; init; }

    /// <summary>True where a model computed it under assumptions: no figure of the record.</summary>
    public bool IsModel { get; init; }

    /// <summary>The period it is for, as the claim language writes it.</summary>
    public required string Period { get; init; }

    public required Cite Cite { get; init; }

    /// <summary>The expression that `entente ask` evaluates to the same; null where it comes of a table that has none.</summary>
    public string? Expression { get; init; }

    /// <summary>What other authorities say, or other definitions give.</summary>
    public IReadOnlyList<ProfileVariant> Others { get; init; } = [];

    /// <summary>What to know of this one; begins with <see cref="AtLeast"/> where it is a lower bound.</summary>
    public string? Note { get; init; }

    /// <summary>How the note of a lower bound begins.</summary>
    public const string AtLeast = "at least";

    public bool IsLowerBound => Note?.StartsWith(AtLeast, StringComparison.Ordinal) == true;
}

/// <summary>The same figure by another authority or another definition.</summary>
public sealed record ProfileVariant(string Label, double Value, Cite? Cite);

/// <summary>A value of a series, with its interval where it has one.</summary>
public readonly record struct ProfilePoint(int Year, double Value, double? Low = null, double? High = null);

/// <summary>One line of a chart: who counted what, by year.</summary>
public sealed record ProfileLine
{
    public required string Name { get; init; }

    public ProfileSide Side { get; init; }

    /// <summary>By year, rising; a year without a figure is not there.</summary>
    public required IReadOnlyList<ProfilePoint> Points { get; init; }

    public required Cite Cite { get; init; }
}

/// <summary>Lines of one unit over the same years.</summary>
public sealed record ProfileChart
{
    public required string Title { get; init; }

    public string? Unit { get; init; }

    public required IReadOnlyList<ProfileLine> Lines { get; init; }
}

/// <summary>Something dated that bears on the pair.</summary>
public sealed record ProfileEntry
{
    public required string Date { get; init; }

    public required string Text { get; init; }

    /// <summary>A readable id of the record (`friendship_treaty_2001`), where it has one.</summary>
    public string? Id { get; init; }

    public Cite? Cite { get; init; }
}

/// <summary>What the record says of a rung of a ladder.</summary>
public enum RungState
{
    /// <summary>At least one dated instance.</summary>
    Evidence,

    /// <summary>Sources contradict each other.</summary>
    Contested,

    /// <summary>The record holds nothing; that proves nothing.</summary>
    NoneRecorded,

    /// <summary>A source says that it is not so.</summary>
    Denied,
}

/// <summary>A rung of an alliance ladder with what is there for it.</summary>
public sealed record ProfileRung
{
    public required string Name { get; init; }

    /// <summary>The stage of the ladder it belongs to (`moderate`, `deep`).</summary>
    public required string Stage { get; init; }

    public required RungState State { get; init; }

    public IReadOnlyList<ProfileEntry> Evidence { get; init; } = [];

    /// <summary>How many instances there are; <see cref="Evidence"/> shows the latest.</summary>
    public int Instances { get; init; }

    /// <summary>What would show that the rung is not reached.</summary>
    public required string Falsifier { get; init; }
}

/// <summary>A published scale of how alliance-like an alignment is.</summary>
public sealed record ProfileLadder
{
    public required string Name { get; init; }

    /// <summary>The work that defines it.</summary>
    public required string Source { get; init; }

    public required IReadOnlyList<ProfileRung> Rungs { get; init; }
}

/// <summary>What is not there, why, and what would bring it.</summary>
public sealed record ProfileGap(string What, string Why, string? Remedy = null);

/// <summary>One subject of a profile.</summary>
public sealed record ProfileSection
{
    /// <summary>`trade`, `votes`, `contacts`: stable, for scripts.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public IReadOnlyList<ProfileFigure> Figures { get; init; } = [];

    public IReadOnlyList<ProfileChart> Charts { get; init; } = [];

    public IReadOnlyList<ProfileEntry> Entries { get; init; } = [];

    public IReadOnlyList<ProfileLadder> Ladders { get; init; } = [];

    /// <summary>What to know before using the figures.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<ProfileGap> Missing { get; init; } = [];

    /// <summary>Nothing to show: not even the word that a list, looked through, has nothing.</summary>
    public bool IsEmpty => Figures.Count == 0 && Charts.Count == 0 && Entries.Count == 0 && Ladders.Count == 0 && Notes.Count == 0;

    internal IEnumerable<Cite> Cites() =>
        Figures
            .Select(f => f.Cite)
            .Concat(Charts.SelectMany(c => c.Lines).Select(l => l.Cite))
            .Concat(Entries.Concat(Ladders.SelectMany(l => l.Rungs).SelectMany(r => r.Evidence)).Select(e => e.Cite).OfType<Cite>());
}
