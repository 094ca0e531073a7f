using NodaTime;

namespace Entente.Actors;

public enum ActorKind
{
    State,
    Organisation,
    Group,
    Person,
    Company,
}

/// <summary>Why a word names an actor; decides how far it may be read (a capital may be the place, a surname needs an introduction).</summary>
public enum AliasKind
{
    Name,
    Adjective,
    Demonym,
    Metonym,
    FullName,
    Surname,
    Office,
    Prefix,
    Group,
}

/// <summary>Where a state or organisation stands apart from the ordinary.</summary>
public enum ActorStatus
{
    Ordinary,

    /// <summary>Its statehood is not recognised by all (Taiwan, Kosovo, Palestine).</summary>
    Contested,

    /// <summary>Part of another state with figures of its own (Hong Kong).</summary>
    Territory,

    /// <summary>No longer in being (the Soviet Union).</summary>
    Historical,

    /// <summary>A sum over partners, not a party ("world").</summary>
    Aggregate,
}

/// <summary>
/// One way to write an actor, with the neighbouring words that rule the reading out ("Washington" before "Post"). Neighbours are one or
/// several words, compared exactly as written: "Kyiv Independent" is a paper, "Kyiv independent of" is not.
/// </summary>
public sealed record Alias
{
    public required string Text { get; init; }

    /// <summary>The actor's code: ISO 3166 alpha-3 for states, an upper-case abbreviation for organisations, the full name for persons and firms.</summary>
    public required string Actor { get; init; }

    public required AliasKind Kind { get; init; }

    /// <summary>True where the case decides ("US", "Polish").</summary>
    public bool CaseExact { get; init; }

    /// <summary>Words that rule the alias out where they directly follow it.</summary>
    public IReadOnlyList<string> NotBefore { get; init; } = [];

    /// <summary>Words that rule the alias out where they directly precede it.</summary>
    public IReadOnlyList<string> NotAfter { get; init; } = [];

    /// <summary>True where another actor is written so too ("Congo", "Bush", "Li"): what the text said before decides, or nothing does.</summary>
    public bool Shared { get; init; }

    /// <summary>True for a surname that is also an everyday word or a common name ("May", "Rice"): no mention before the full name was.</summary>
    public bool OnlyAfterFullName { get; init; }
}

/// <summary>An office held by a person for a time; an open end is still held, an unknown start is null.</summary>
public sealed record OfficeTerm
{
    public required string Office { get; init; }

    /// <summary>The state or organisation it is an office of.</summary>
    public required string Of { get; init; }

    public LocalDate? From { get; init; }

    public LocalDate? To { get; init; }

    public bool HeldOn(LocalDate day) => (From is null || From <= day) && (To is null || day <= To);
}

/// <summary>A state, organisation, vague group, person or company that texts speak of.</summary>
public sealed record Actor
{
    public required string Code { get; init; }

    public required ActorKind Kind { get; init; }

    public required string Name { get; init; }

    public string? Adjective { get; init; }

    public IReadOnlyList<Alias> Aliases { get; init; } = [];

    public string? Iso2 { get; init; }

    public int? Cow { get; init; }

    public int? Gw { get; init; }

    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Codes of the members, for groups that are definite lists; empty where unknown or kept in the record with dates.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>True for collectives that are never a party to a checkable claim by themselves ("the West").</summary>
    public bool Vague { get; init; }

    /// <summary>The state a person or company belongs to.</summary>
    public string? State { get; init; }

    public IReadOnlyList<OfficeTerm> Offices { get; init; } = [];

    public ActorStatus Status { get; init; }

    /// <summary>Seat of government, for information; only a metonym stands for the state in a text.</summary>
    public string? Capital { get; init; }

    /// <summary>The id of the office whose holder leads it ("president" for Russia, "chancellor" for Germany); null where not declared.</summary>
    public string? LedBy { get; init; }

    /// <summary>For a vague group, the definite actor that comes closest ("Europe": EU). For notes, never for a verdict.</summary>
    public string? Near { get; init; }

    /// <summary>For a historical state, who continues its seat.</summary>
    public string? Successor { get; init; }

    /// <summary>Other codes that data files use for the same actor (EUU for EU).</summary>
    public IReadOnlyList<string> OtherCodes { get; init; } = [];

    /// <summary>True where trade is recorded for the body as a whole.</summary>
    public bool IsTradeBloc { get; init; }

    /// <summary>When a historical actor came into being; null where unknown or not given.</summary>
    public LocalDate? From { get; init; }

    /// <summary>When a historical actor ended; null where it still exists.</summary>
    public LocalDate? To { get; init; }
}

/// <summary>A title by which texts call the holder of an office.</summary>
public sealed record OfficeTitle
{
    /// <summary>The title as written in the catalogue ("foreign minister", "secretary of state").</summary>
    public required string Text { get; init; }

    /// <summary>The office's id ("foreign_minister").</summary>
    public required string Office { get; init; }

    /// <summary>The one state or organisation where the title means this office; null where it is used of any.</summary>
    public string? Of { get; init; }
}
