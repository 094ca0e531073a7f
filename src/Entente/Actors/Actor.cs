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

/// <summary>One way to write an actor, with the neighbouring words that rule the reading out ("Washington" before "Post").</summary>
public sealed record Alias
{
    public required string Text { get; init; }

    /// <summary>The actor's code: ISO 3166 alpha-3 for states, an upper-case abbreviation for organisations, the full name for persons and firms.</summary>
    public required string Actor { get; init; }

    public required AliasKind Kind { get; init; }

    /// <summary>True where the case decides ("US", "Polish").</summary>
    public bool CaseExact { get; init; }

    public IReadOnlyList<string> NotBefore { get; init; } = [];

    public IReadOnlyList<string> NotAfter { get; init; } = [];
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
}
