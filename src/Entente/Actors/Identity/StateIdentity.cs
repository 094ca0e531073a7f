namespace Entente.Actors.Identity;

/// <summary>The ways in which data files write a state.</summary>
public enum CodeSystem
{
    /// <summary>ISO 3166-1 alpha-3, with the letters that publishers use beside it (KOS, W00, G001).</summary>
    Iso3,

    /// <summary>ISO 3166-1 alpha-2.</summary>
    Iso2,

    /// <summary>United Nations M49 and the numbers of UN Comtrade that depart from it (842, 251).</summary>
    M49,

    /// <summary>Correlates of War country numbers.</summary>
    Cow,

    /// <summary>Correlates of War state abbreviations.</summary>
    CowLetters,

    /// <summary>Gleditsch and Ward's numbers.</summary>
    GleditschWard,

    /// <summary>IMF numbers.</summary>
    Imf,

    /// <summary>A name, compared without regard to case, accents and punctuation.</summary>
    Name,
}

public enum IdentityKind
{
    State,
    Territory,

    /// <summary>No longer in being, with figures of its own that are not its successor's (Yugoslavia, South Vietnam).</summary>
    Historical,
    Organisation,

    /// <summary>A sum over partners or a residual ("World", "Areas, nes"): never a party.</summary>
    Aggregate,
}

/// <summary>
/// One party that data files speak of, whatever code they use. A state that a publisher numbers differently over time is one identity
/// (Germany 255 and 260, the Soviet Union and Russia 365); one number that stands for different states over time leads to several
/// (345: Yugoslavia, Serbia and Montenegro, Serbia).
/// </summary>
public sealed record StateIdentity
{
    /// <summary>The number by which stores keep it, the same on every machine: M49 where there is one, else one above 10,000.</summary>
    public required int Id { get; init; }

    /// <summary>The code of the claim language: ISO alpha-3 for what exists today.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required IdentityKind Kind { get; init; }

    /// <summary>The first year of a historical party; null where not given.</summary>
    public int? From { get; init; }

    /// <summary>The last year; null where it still exists.</summary>
    public int? To { get; init; }

    /// <summary>The code of who followed it, for information; figures are never carried over.</summary>
    public string? Successor { get; init; }
}

/// <summary>One way of writing a party, with the years in which it means that party.</summary>
/// <param name="Party">The party's own code.</param>
/// <param name="System">How it is written.</param>
/// <param name="Value">The code or name.</param>
/// <param name="From">First year, or null.</param>
/// <param name="To">Last year, or null.</param>
public sealed record StateCode(string Party, CodeSystem System, string Value, int? From, int? To);
