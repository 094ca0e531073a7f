using System.Collections.Frozen;

namespace Entente.Reading.Text;

/// <summary>A counted noun with the words before it that belong to it: "European countries", whose head is "countries".</summary>
/// <param name="Head">The noun, in lower case.</param>
/// <param name="First">The first token of the phrase.</param>
/// <param name="End">One past its last token, the noun.</param>
internal readonly record struct CountedThing(string Head, int First, int End);

/// <summary>
/// Names what a plain number counts, for who prints it: where a claim needs the plural that a count demands, a reader of quantities wants the
/// modifier too ("a 12 page document" counts pages) and the single thing ("one proposal").
/// </summary>
internal static class CountedThings
{
    private const int Reach = 5;

    /// <summary>How far from its number a counted noun may stand: "20 decently sized coal-fired power plants".</summary>
    private const int Longest = 9;

    private static readonly FrozenSet<string> Followers = "the a an it its their his her our this that these those them him us me not"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Comparatives = (
        "cheaper higher lower larger bigger smaller greater longer shorter older younger better faster slower stronger weaker richer poorer later earlier further"
        + " over under after either never almost overall abroad alone apart away back home inside outside strong flat altogether instead maybe perhaps even else compared unchanged ever however rather together whether altogether"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The thing counted by the number that ends before <paramref name="at"/>; null where the words after do not say.</summary>
    public static CountedThing? After(TokenView view, int at, bool plural)
    {
        if (view.IsHyphen(at) && view.IsWord(at + 1))
            return view.Is(at + 1, "strong") ? new("people", at + 1, at + 1) : new(view.Lower(at + 1), at + 1, at + 2);
        if (view.Lower(at) is "last" or "this" or "next" || (view.Is(at, "of") && view.Is(at + 1, "them")))
            return null;
        while (view.Lower(at) is "more" or "other" or "further" or "additional" && view.IsWord(at + 1))
            at++;
        if (!plural)
            return Single(view, at);
        if (NounWords.Find(view, at, plural: true, out var index, Longest) is { } noun)
            return new(noun, PhraseStart(view, at, index), index + 1);
        // "2.7m digital and physical sales", "dozens of Kia and Hyundai cars"
        if (view.Is(at, "of"))
            at++;
        if (
            view.Is(at + 1, "and")
            && view.IsWord(at)
            && !NounWords.IsStop(view.Lower(at))
            && NounWords.Find(view, at + 2, plural: true, out index) is { } both
        )
            return new(both, at, index + 1);
        return Modifier(view, at);
    }

    /// <summary>The things of which one is meant: "one of the best wireless speakers", "one of Russia's largest banks".</summary>
    public static CountedThing? OneOf(TokenView view, int of)
    {
        var at = of + 1;
        if (view.Lower(at) is "the" or "its" or "their" or "his" or "her" or "our" or "my" or "your" or "these" or "those" or "only")
            at++;
        if (view.IsNumber(at) || NumberWords.Cardinals.ContainsKey(view.Lower(at)))
            return null;
        for (var i = at; i < at + Reach && view.IsWord(i); i++)
            if (view.Is(i, "'s"))
                at = i + 1;
        // "most" is a quantity's word elsewhere, here a superlative's.
        while (view.Lower(at) is "most" or "many" or "very" or "more" or "least")
            at++;
        if (NounWords.Find(view, at, plural: true, out var index) is { } noun)
            return new(noun, PhraseStart(view, at, index), index + 1);
        // "one of the most gifted and unpredictable attackers"
        for (var i = at; i < at + Reach && view.IsWord(i); i++)
            if (view.Is(i, "and") && i > at && NounWords.Find(view, i + 1, plural: true, out index) is { } second)
                return new(second, PhraseStart(view, at, index), index + 1);
        return null;
    }

    /// <summary>"one proposal asks", "one particular demand that": up to what cannot belong to a singular noun's phrase.</summary>
    private static CountedThing? Single(TokenView view, int at)
    {
        var index = -1;
        for (var i = at; i < at + Reach && view.IsWord(i); i++)
        {
            var lower = view.Lower(i);
            if (NounWords.IsStop(lower) || (index >= 0 && IsVerb(lower)))
                break;
            index = i;
            if (view.IsHyphen(i + 1))
                i++;
        }
        return index < 0 ? null : new(view.Lower(index), at, index + 1);
    }

    /// <summary>
    /// A noun that stands before another takes no plural ("a 12 page document"), and abbreviated units have none ("4 ppb", "18 sen"). What a
    /// determiner follows is a verb ("two million see the").
    /// </summary>
    private static CountedThing? Modifier(TokenView view, int at)
    {
        var lower = view.Lower(at);
        return
            !view.IsWord(at)
            || view.IsCapitalised(at)
            || NounWords.IsStop(lower)
            || IsVerb(lower)
            || lower.Length < 3
            || lower.EndsWith("ly", StringComparison.Ordinal)
            || Comparatives.Contains(lower)
            || lower.EndsWith("ing", StringComparison.Ordinal)
            || Followers.Contains(view.Lower(at + 1))
            ? null
            : new(lower, at, at + 1);
    }

    private static bool IsVerb(string lower) =>
        (lower.EndsWith("ed", StringComparison.Ordinal) && !lower.EndsWith("eed", StringComparison.Ordinal) && lower != "bed")
        || (
            lower.Length > 3 && lower[^1] == 's' && lower[^2] is not ('s' or 'u' or 'i') && !lower.EndsWith("ies", StringComparison.Ordinal)
        );

    private static int PhraseStart(TokenView view, int at, int noun)
    {
        while (
            at < noun
            && view.Lower(at)
                is "of"
                    or "the"
                    or "its"
                    or "their"
                    or "these"
                    or "those"
                    or "our"
                    or "his"
                    or "her"
                    or "more"
                    or "other"
                    or "further"
                    or "additional"
                    or "total"
        )
            at++;
        return at;
    }
}
