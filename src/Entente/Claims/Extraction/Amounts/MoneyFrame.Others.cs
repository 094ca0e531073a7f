using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>Second amounts of a sentence that are somebody else's.</content>
internal sealed partial class MoneyFrame
{
    /// <summary>
    /// The measure of a second amount that its own words give to somebody else: "…, Russia's $2 trillion", "and China an estimated
    /// $296 billion", "against €247 billion with China". Null where somebody else is named and how is not understood; the measure itself
    /// where nobody is.
    /// </summary>
    private MeasureRef? Transferred(QuantityMention quantity, MeasureSpan? span, MeasureRef reference)
    {
        var from = PreviousAmount(quantity);
        // "sold coffee worth $1.2 billion … and flowers for $1.5 billion": goods that the catalogue does not know.
        if (from >= 0 && analysis.Is(quantity.FirstToken - 1, "for", "worth") && UnknownListed(quantity.FirstToken - 2))
            return null;
        if (from < 0 || reference.First is null || (span is not null && span.First >= quantity.EndToken))
            return reference;
        from = Math.Max(from, span?.End ?? 0);
        if (Behind(quantity, reference) is { } behind)
            return behind;
        ActorSpan? named = null;
        foreach (var actor in analysis.Actors)
            if (
                actor.First >= from
                && actor.End <= quantity.FirstToken
                && !actor.IsAdjective
                && !(actor.Party is not null && (actor.Party == reference.First || actor.Party == reference.Second))
            )
                named = actor;
        // "the French $3 trillion"
        if (
            named is null
            && reference.Second is null
            && analysis.ActorEndingAt(quantity.FirstToken) is { IsAdjective: true, Party: { } ofWhom } adjective
            && analysis.Is(adjective.First - 1, "the")
        )
            return reference with { First = ofWhom, Inferred = [] };
        if (named is null)
            return reference;
        if (named.Party is not { } party)
            return null;
        var next = analysis.Is(named.End, "'s", "'", "’") ? named.End + 1 : named.End;
        // Only hedges, "at", "with" or a verb of being or spending stand between a name and its figure.
        for (var i = next; i < quantity.FirstToken; i++)
            if (
                !(
                    analysis.Word(i)
                    is "an"
                        or "a"
                        or "estimated"
                        or "about"
                        or "at"
                        or "with"
                        or "was"
                        or "had"
                        or "spent"
                        or "held"
                        or "came"
                        or "to"
                        or "only"
                        or "just"
                        or "some"
                        or "took"
                        or "bought"
                        or "sold"
                        or "received"
                        or "committed"
                        or "which"
                        or "economy"
                        or "another"
                        or ","
                )
            )
                return null;
        var before = analysis.Is(named.First - 1, "the") ? named.First - 2 : named.First - 1;
        // "the $2.5 billion it paid Iraq" stands the other way round; "from Russia it took" names the seller.
        if (analysis.Is(before, "to", "from", "with"))
            return WithPartner(reference, party, analysis.Word(before));
        if (
            Lexicon.Prepositions.Contains(analysis.Word(before))
            && !(analysis.Word(before) is "than" or "against" or "behind" or "by" or "before")
        )
            return null;
        return reference switch
        {
            { Second: null } => reference with { First = party, Inferred = [] },
            { Measure: "imports" } => reference with { Second = party },
            { Measure: "exports" or "volume" or "holdings" or "aid_committed" or "aid_allocated" } => reference with { First = party },
            _ => null,
        };
    }

    /// <summary>The product group an amount is of: the words before "worth", or after "of"/"in"/"worth of".</summary>
    private string? ItemOf(QuantityMention quantity)
    {
        if (analysis.Is(quantity.FirstToken - 1, "worth"))
            for (var i = quantity.FirstToken - 2; i >= Math.Max(0, quantity.FirstToken - 4); i--)
                if (analysis.Items.Find(s => s.First <= i && i < s.End) is { } before)
                    return MeasureResolver.Specific(before.Item);
        // "…, plastics 30 percent to $420 million"
        if (
            analysis.Is(quantity.FirstToken - 1, "to")
            && analysis.Quantities.FirstOrDefault(q => q.EndToken == quantity.FirstToken - 1 && q.Kind == QuantityKind.Percent) is { } rise
            && analysis.Items.Find(i => i.End == rise.FirstToken) is { } listed
            && analysis.Word(listed.First - 1) is "," or "and" or ";"
        )
            return MeasureResolver.Specific(listed.Item);
        // "plastics rose 40 percent to $137 million": what rose, not all that was spoken of.
        if (ClimbedTo(quantity) is var verb and >= 0 && ClauseSubject.Of(analysis, verb, out _) is { } risen)
            return risen;
        // "2.1 billion euros' worth of pork"
        var end = analysis.Is(quantity.EndToken, "'", "’") ? quantity.EndToken + 1 : quantity.EndToken;
        return analysis.Is(end, "of", "in", "worth") ? resolver.ItemAfter(end) : null;
    }

    // "exports, mostly grain ($1.1 billion) and oil ($540 million), amounted to $2.9 billion": of all that the list is of.
    private MeasureRef Summed(QuantityMention quantity, MeasureRef last) =>
        last.Item is not null
        && analysis.Is(quantity.FirstToken - 1, "to")
        && analysis.Is(quantity.FirstToken - 2, "amounted", "came", "rose", "fell")
        && analysis.Is(quantity.FirstToken - 3, ",")
            ? last with
            {
                Item = null,
            }
            : last;

    private int ClimbedTo(QuantityMention quantity) => ClimbedTo(analysis, quantity);

    /// <summary>The verb of "rose 40 percent to $137 million"; -1 where an amount is not where something rose to.</summary>
    internal static int ClimbedTo(SentenceAnalysis analysis, QuantityMention quantity)
    {
        if (!analysis.Is(quantity.FirstToken - 1, "to"))
            return -1;
        foreach (var change in analysis.Changes)
            if (!change.IsNoun && change.Token < quantity.FirstToken && quantity.FirstToken - change.Token <= 6)
            {
                var plain = true;
                for (var i = change.Token + 1; i < quantity.FirstToken - 1 && plain; i++)
                    plain =
                        analysis.Word(i) is "by" or "%" or "percent" or "per" or "cent" or "about" or "some" or "a"
                        || analysis.Tokens[i].Kind is TokenKind.Number or TokenKind.Percent;
                if (plain)
                    return change.Token;
            }
        return -1;
    }

    private bool UnknownListed(int at)
    {
        if (at < 1 || analysis.Tokens[at].Kind != TokenKind.Word || !analysis.Is(at - 1, "and", ","))
            return false;
        foreach (var item in analysis.Items)
            if (item.First <= at && at < item.End)
                return false;
        foreach (var time in analysis.Times)
            if (time.FirstToken <= at && at < time.EndToken)
                return false;
        return analysis.ActorCovering(at) is null && analysis.Word(at) is not ("that" or "it" or "them" or "goods" or "products");
    }

    /// <summary>"247 billion euros with China", "13 bcm from Russia", "the $1.55 billion that went to Saudi Arabia": a partner right behind.</summary>
    private MeasureRef? Behind(QuantityMention quantity, MeasureRef reference)
    {
        var i = quantity.EndToken;
        while (
            (
                analysis.Word(i)
                is "that"
                    or "which"
                    or "was"
                    or "recorded"
                    or "it"
                    or "worth"
                    or "of"
                    or "goods"
                    or "came"
                    or "went"
                    or "done"
                    or "paid"
                    or "bought"
                    or "sold"
                    or "shipped"
                    or "in"
                    or "trade"
            )
        )
            i++;
        var paid = analysis.Is(i - 1, "paid");
        // "against 1.41 billion in China"
        if (
            reference.Second is null
            && i == quantity.EndToken + 1
            && analysis.Is(i - 1, "in")
            && analysis.ActorStartingAt(i) is { IsAdjective: false, Possessive: false, Party: { } where }
            && where != reference.First
        )
            return reference with { First = where, Inferred = [] };
        if (!paid && !analysis.Is(i, "with", "from", "to"))
            return null;
        var start = paid ? i : i + 1;
        if (analysis.Is(start, "the"))
            start++;
        return
            analysis.ActorStartingAt(start) is { IsAdjective: false, Possessive: false, Party: { } party }
            && party != reference.First
            && party != reference.Second
            ? WithPartner(reference, party, paid || analysis.Is(i - 1, "went") ? "from" : analysis.Word(i))
            : null;
    }

    private static MeasureRef? WithPartner(MeasureRef reference, string party, string preposition) =>
        (reference.Measure, preposition) switch
        {
            ("trade" or "balance", "with") => reference with { Second = party },
            ("imports", "from") or ("volume", "from") => reference with { First = party },
            ("exports", "to") or ("volume", "to") => reference with { Second = party },
            ("holdings" or "military_expenditure" or "gdp", _) => null,
            ("imports", "to") => reference with { Second = party },
            ("exports", "from") => reference with { First = party },
            _ => null,
        };

    /// <summary>A second amount far behind the first's measure, whose own words say how it differs: "…; from Russia it took 87 million tonnes".</summary>
    private MeasureRef? FromFirst(QuantityMention quantity) =>
        PreviousAmount(quantity) >= 0
        && discourse.LastInSentence is { } first
        && Transferred(quantity, null, first) is { } other
        && !ReferenceEquals(other, first)
            ? other
            : null;

    /// <summary>One past the amount before this one, where there is one of the same kind; else -1.</summary>
    private int PreviousAmount(QuantityMention quantity)
    {
        var end = -1;
        foreach (var other in analysis.Quantities)
            if (other.EndToken <= quantity.FirstToken && (other.Kind == quantity.Kind || other.Unit.Symbol == quantity.Unit.Symbol))
                end = other.EndToken;
        return end;
    }

    /// <summary>"90.6 billion euros ($98 billion)": the same amount once more, in another currency or unit.</summary>
    private bool IsSameInOtherUnit(QuantityMention quantity)
    {
        foreach (var other in analysis.Quantities)
            if (other.EndToken == quantity.FirstToken - 1 && other.Kind == quantity.Kind)
                return other.Unit.Symbol != quantity.Unit.Symbol;
        return false;
    }

    /// <summary>"gas … via the Power of Siberia pipeline": the goods by the way they took, where the words name it.</summary>
    private string? ByWay(string goods)
    {
        foreach (var item in analysis.Items)
            if (
                item.Item != goods
                && catalogue.IsPartOf(item.Item, goods)
                && (
                    analysis.Is(item.First - 1, "via", "through", "by")
                    || (analysis.Is(item.First - 1, "the") && analysis.Is(item.First - 2, "via", "through"))
                )
            )
                return item.Item;
        return null;
    }

    /// <summary>"the €50.6 billion that the EU spent on Russian imports".</summary>
    private MeasureRef? SpentOn(QuantityMention quantity)
    {
        for (var i = quantity.EndToken; i < Math.Min(analysis.Tokens.Count, quantity.EndToken + 6); i++)
        {
            if (analysis.Is(i, ",", ";", "."))
                return null;
            if (!analysis.Is(i, "spent", "paid", "spends", "pays") || !analysis.Is(i + 1, "on", "for"))
                continue;
            return
                analysis.ActorStartingAt(i + 2) is { IsAdjective: true, Party: { } seller } goods
                && analysis.ActorEndingAt(i) is { IsAdjective: false, Party: { } buyer }
                && seller != buyer
                && (analysis.Is(goods.End, "imports", "goods", "products") || resolver.ItemAfter(goods.End) is not null)
                ? new MeasureRef("imports", seller, buyer, analysis.Is(goods.End, "imports") ? null : resolver.ItemAfter(goods.End))
                : null;
        }
        return null;
    }

    /// <summary>"$65.9 billion, or 4.1 percent of its GDP, on its armed forces": past what the figure is put in other terms with.</summary>
    private int PastAside(int end)
    {
        var bracket = analysis.Is(end, "(");
        if (
            !bracket
            && !(analysis.Is(end, ",") && analysis.Word(end + 1) is "or" or "equal" or "equivalent" or "about" or "some" or "roughly")
        )
            return end;
        var share = false;
        for (var i = end + 1; i < Math.Min(end + 14, analysis.Tokens.Count); i++)
        {
            foreach (var other in analysis.Quantities)
                share |= other.Kind is QuantityKind.Percent or QuantityKind.Fraction && other.FirstToken <= i && i < other.EndToken;
            if (bracket ? analysis.Is(i, ")") : analysis.Tokens[i].Text is ",")
                return share ? i + 1 : end;
        }
        return end;
    }

    /// <summary>Whose amount stands after "against": the one compared with, where the sentence compares two; the first itself where it compares none.</summary>
    private string? OtherCompared(QuantityMention quantity, string one)
    {
        if (!analysis.Quantities.Any(q => q.Kind == QuantityKind.Multiple && q.EndToken <= quantity.FirstToken))
            return one;
        string? other = null;
        foreach (var actor in analysis.Actors)
            if (actor.Party is { } party && party != one)
            {
                if (other is not null && other != party)
                    return null;
                other = party;
            }
        return other;
    }
}
