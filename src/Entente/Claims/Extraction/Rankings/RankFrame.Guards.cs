using Entente.Claims.Extraction.Sentences;

namespace Entente.Claims.Extraction.Rankings;

/// <content>Places told round about, and places that nobody holds yet.</content>
internal sealed partial class RankFrame
{
    // Superlatives, "second only to", "number two", and the words that make an ordinal a place.
    private static readonly Cues Needs = Cues.Of(
        """
        largest biggest greatest strongest highest smallest lowest main leading principal top foremost chief primary important populous
        busiest best second no no. number place spot position rank ranked ranks ranking came placed comes stands stood puts places
        """
    );

    private sealed record Start(int First, int End, int Rank, bool Within, bool Lowest)
    {
        /// <summary>True for a place among several ("ranks first among its partners"), which a plural noun does not undo.</summary>
        public bool Placed { get; init; }

        /// <summary>What is ranked where it stands before the place: "among Vietnam's trading partners, China ranked first".</summary>
        public Noun? Noun { get; init; }
    }

    // "ranks only tenth": the verb of a place stands before an adverb.
    private int Placing(int at)
    {
        var i = at - 1;
        while (analysis.Word(i) is "only" or "just" or "still" or "now" or "again" or "even" or "merely" or "a" or "distant" or "joint")
            i--;
        return i;
    }

    /// <summary>"Beijing's rise can be told through one fact: it has been …": of whom the head of the sentence speaks.</summary>
    private string? ItOfHead(int first)
    {
        var it = -1;
        for (var i = first - 1; i >= Math.Max(1, first - 7); i--)
            if (analysis.Is(i, "it") && analysis.Word(i + 1) is "is" or "has" or "was" or "remains" or "became")
                it = i;
        return it > 0 && analysis.Tokens[it - 1].Text is ":" or "—" or "–"
            ? analysis.Actors is [{ First: <= 1, Party: { } party }, ..] && analysis.Actors[0].IsAdjective is false
                ? party
                : null
            : null;
    }

    /// <summary>"second only to China as a market for Brazilian goods", "second only to Germany among the Dutch trading partners".</summary>
    private Start? SecondOnly(int at)
    {
        if (!analysis.Is(at + 1, "only") || !analysis.Is(at + 2, "to"))
            return null;
        var who = analysis.Is(at + 3, "the") ? at + 4 : at + 3;
        if (analysis.ActorStartingAt(who) is not { } above)
            return null;
        var next = above.End;
        if (!analysis.Is(next, "as", "among", "in", "on"))
            return null;
        next++;
        if (analysis.Is(next, "the", "a", "an"))
            next++;
        return new(at, next, 2, false, false) { Placed = true };
    }

    // "South America's second largest economy", "Africa's top exporter": among the states of a region, which is no set that is known.
    private bool OfRegion(int first)
    {
        if (!analysis.Is(first - 1, "'s", "’s"))
            return false;
        if (analysis.ActorEndingAt(first - 1) is { } owner)
            return owner.Actor.Kind == Actors.ActorKind.Group;
        return first >= 2
            && analysis.Tokens[first - 2].Text is [var letter, ..]
            && char.IsUpper(letter)
            && analysis.Word(first - 2)
                is "america"
                    or "asia"
                    or "africa"
                    or "europe"
                    or "oceania"
                    or "caribbean"
                    or "mediterranean"
                    or "gulf";
    }

    // "for most of 2021", "in part of the year"
    private bool MostOf(Reading.Text.TimeMention time)
    {
        for (var i = Math.Max(0, time.FirstToken - 3); i <= time.FirstToken + 1; i++)
            if (analysis.Word(i) is "most" or "much" or "part" or "parts" or "some" && analysis.Is(i + 1, "of"))
                return true;
        return false;
    }

    // "Vietnam could overtake Mexico as America's chief source": nobody holds the place yet.
    private bool IsMooted(int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 12); i--)
            if (analysis.StrongBreak(i, i + 1) || analysis.Tokens[i].Text is ",")
                return false;
            else if (
                analysis.Word(i) is "could" or "might" or "would" or "may"
                && analysis.Word(i + 1)
                    is "overtake"
                        or "surpass"
                        or "displace"
                        or "replace"
                        or "become"
                        or "soon"
                        or "one"
                        or "yet"
                        or "have"
                        or "be"
                        or "well"
                        or "eventually"
            )
                return true;
        return false;
    }

    // "India second", "with Vietnam moving up to third place"
    private int? OrdinalBehind(int at)
    {
        for (var i = at; i <= at + 4; i++)
            if (Ordinal(analysis.Word(i)) is not null)
                return i;
            else if (
                !(
                    analysis.Word(i)
                    is "in"
                        or "to"
                        or "up"
                        or "down"
                        or "back"
                        or "moving"
                        or "rising"
                        or "climbing"
                        or "slipping"
                        or "falling"
                        or "dropping"
                        or "sliding"
                        or "coming"
                        or "ranking"
                        or "taking"
                        or "now"
                )
            )
                return null;
        return null;
    }

    // "the chief source of televisions": goods that the catalogue does not know are not all goods.
    private bool UnknownGoods(int of)
    {
        if (!analysis.Is(of, "of") || of + 1 >= analysis.Tokens.Count || !char.IsLower(analysis.Tokens[of + 1].Text[0]))
            return false;
        if (
            analysis.Word(of + 1)
            is "the"
                or "all"
                or "its"
                or "their"
                or "last"
                or "choice"
                or "record"
                or "a"
                or "these"
                or "those"
                or "both"
                or "imports"
                or "exports"
                or "trade"
        )
            return false;
        foreach (var item in analysis.Items)
            if (item.First > of && item.First <= of + 4)
                return false;
        foreach (var actor in analysis.Actors)
            if (actor.First > of && actor.First <= of + 3)
                return false;
        return true;
    }

    private bool HasCopulaBefore(int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 6); i--)
            if (Lexicon.Copulas.Contains(analysis.Word(i)) && analysis.Word(i) is not "as")
                return true;
        return false;
    }

    // Of the clause that the place stands in: "its largest supplier was Russia; now it is Norway" tells of no present place of Russia's.
    private bool Present(int at)
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
            if (
                analysis.Word(i) is "is" or "are" or "has" or "have" or "remains" or "remain" or "counts" or "now" or "today" or "currently"
                || analysis.Word(i) is "comes" or "ranks" or "stands" or "sits" or "holds" or "rank" or "come" or "stays" or "still"
            )
                if (!Semicolon(i, at))
                    return true;
        return false;
    }

    private bool Semicolon(int a, int b)
    {
        for (var i = Math.Min(a, b); i < Math.Max(a, b); i++)
            if (analysis.Tokens[i].Text is ";")
                return true;
        return false;
    }
}
