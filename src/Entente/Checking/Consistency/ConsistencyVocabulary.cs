using Entente.Quantities;

namespace Entente.Checking.Consistency;

/// <summary>
/// What consistency needs to know of the catalogue. Every default is the careful answer: what is not known to be part of something is
/// not taken for a part, what is not known to add up is not added.
/// </summary>
public sealed record ConsistencyVocabulary
{
    /// <summary>True for single states, which do not contain each other; bodies and groups may.</summary>
    public Func<string, bool> IsState { get; init; } =
        static code => code.Length == 3 && !ThreeLetterBodies.Contains(code) && code.All(char.IsAsciiLetterUpper);

    /// <summary>True when the first item is a part of the second ("crude_oil" of "energy"). `total` contains every item without being asked.</summary>
    public Func<string, string, bool> ItemWithin { get; init; } = static (_, _) => false;

    /// <summary>True when nothing can be in both items, so that their shares add up.</summary>
    public Func<string, string, bool> ItemsApart { get; init; } = static (_, _) => false;

    /// <summary>The dimension of a measure of the catalogue; null when unknown.</summary>
    public Func<string, Dimension?> DimensionOf { get; init; } = static _ => null;

    /// <summary>True for measures whose months add up to the year.</summary>
    public Func<string, bool> Cumulative { get; init; } = static _ => false;

    /// <summary>What people call an actor or item.</summary>
    public Func<string, string> NameOf { get; init; } = static code => code;

    // Bodies whose abbreviation looks like a state's code.
    private static readonly HashSet<string> ThreeLetterBodies = new(StringComparer.Ordinal)
    {
        "SCO",
        "CIS",
        "GCC",
        "IMF",
        "WTO",
        "ICC",
        "HRC",
        "WLD",
        "EAC",
        "OIC",
        "IEA",
        "WHO",
        "OAS",
        "EEC",
        "EEA",
    };
}
