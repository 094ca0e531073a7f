using System.Collections.Frozen;

namespace Entente.Reading.Text;

/// <summary>Tells the counts that only describe ("trade between the two countries", "its three biggest partners") from those that state.</summary>
internal static class DefiniteCounts
{
    private static readonly FrozenSet<string> Determiners = "the these those both our their its his her my your"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words between a determiner and its count: "the first two", "their other three".</summary>
    private static readonly FrozenSet<string> Between = "first last other past next remaining previous former latter same final only all"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that single out as a superlative does.</summary>
    private static readonly FrozenSet<string> Singling = "most least best worst key main leading top principal"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> NoSuperlatives =
        "forest interest request protest contest guest quest honest modest invest harvest arrest conquest"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="view">The tokens.</param>
    /// <param name="first">The first token, hedges included.</param>
    /// <param name="end">One past the last token of the number and its unit.</param>
    /// <param name="duration">Whether it is a length of time, whose last token is its unit.</param>
    public static bool Is(TokenView view, int first, int end, bool duration)
    {
        var before = first - 1;
        for (var skip = 0; skip < 2 && Between.Contains(view.Lower(before)); skip++)
            before--;
        if (Determiners.Contains(view.Lower(before)))
            return true;
        if (duration)
            return view.IsHyphen(end - 2) && view.Lower(end - 1)[^1] != 's';
        // "three biggest commodity types", "five most important goods"
        var after = view.PastHyphen(end);
        var next = view.Lower(after);
        return Singling.Contains(next)
            || (
                next.Length > 4
                && next.EndsWith("est", StringComparison.Ordinal)
                && !NoSuperlatives.Contains(next)
                && !view.IsCapitalised(after)
            );
    }
}
