using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>Who or what is the part of a whole, and whose the whole is.</content>
internal sealed partial class ShareFrame
{
    /// <summary>The whole with its owner: "its trade", "Russia's overall trade", "Russian exports to China", "of exports" in a bracket.</summary>
    private MeasureRef? Whole(MeasureSpan span, QuantityMention quantity)
    {
        var owner = resolver.Possessor(span.First)?.Party;
        if (
            owner is null
            && (
                (analysis.Word(span.First - 1) is "its" or "their" or "overall" or "total" or "foreign")
                || analysis.Is(resolver.BeforeModifiers(span.First) - 1, "its", "their")
            )
        )
            owner = OwnerByPronoun(quantity, span);
        if (owner is null && analysis.Is(span.First - 1, "'s") && analysis.Is(span.First - 2, "country", "nation"))
            owner = OwnerByPronoun(quantity, span);
        // "Norway remained Germany's largest gas supplier, covering 43 percent of imports": of what the rank is by.
        if (
            owner is null
            && analysis.Is(span.First - 1, "of")
            && discourse.Ranks.Count == 1
            && discourse.Ranks[0].Flow is { First: { } seller, Second: { } buyer } ranked
            && ranked.Measure == span.Measure
            && !analysis.Is(span.End, "to", "from", "with", "of", "by")
        )
            return ranked with { First = span.Measure == "imports" ? buyer : seller, Second = null };
        if (span.Measure is "exports" or "imports")
        {
            var resolved = resolver.Resolve(span);
            var other =
                span.Measure == "exports"
                    ? resolver.AfterPreposition(span.End, "to")?.Party
                    : resolver.AfterPreposition(span.End, "from")?.Party;
            // "sent 78 percent of its exports … to X" is X's part; "73 percent of Russian exports to China" is of the flow, where another part is named.
            // "its exports to the country": the partner just spoken of.
            if (
                other is null
                && owner is not null
                && analysis.Is(span.End, "to", "from")
                && analysis.Is(span.End + 1, "the", "that")
                && analysis.Is(span.End + 2, "country", "nation", "market")
                && discourse.LastInSentence is { IsFlow: true, First: { } from, Second: { } to } flow
                && flow.Measure == span.Measure
                && (flow.Measure == "exports" ? from : to) == owner
            )
                return new MeasureRef(span.Measure, from, to, resolved?.Item);
            var adjacent =
                other is not null
                && analysis.Is(span.End, "to", "from")
                && (HasShareVerb(quantity) || InBrackets(quantity.FirstToken) || IsGoods(quantity));
            if (owner is not null && other is not null && owner != other && adjacent)
                return span.Measure == "exports"
                    ? new MeasureRef("exports", owner, other, resolved?.Item)
                    : new MeasureRef("imports", other, owner, resolved?.Item);
            if (owner is not null)
                return new MeasureRef(span.Measure, owner, null, resolved?.Item ?? resolver.ItemOf(span));
            return resolved;
        }
        return owner is not null ? new MeasureRef(span.Measure, owner, null, null) : resolver.Resolve(span);
    }

    /// <summary>Whose "its" is: not the part's own; the topic set off at the start, then a state of the sentence, then the subject before.</summary>
    private string? OwnerByPronoun(QuantityMention quantity, MeasureSpan span)
    {
        var subject = resolver.SubjectBefore(quantity.FirstToken)?.Party ?? Antecedent(quantity.FirstToken);
        if (analysis.Is(0, "as") && analysis.Is(1, "for") && analysis.ActorStartingAt(2) is { Party: { } topic } && topic != subject)
            return topic;
        // "X gets 40 percent of its gas from Y": its is X. "Y accounts for 3 percent of its trade": its is another.
        if (last is { Partner: { } same, Whole.First: { } owner } && (subject is null || subject == same))
            return owner;
        var accounts = HasShareVerb(quantity) || SuppliesImports(quantity, span);
        if (!accounts)
            return subject ?? discourse.Subject;
        var part = Participle(quantity) ? resolver.TopicOfSentence(quantity.FirstToken) : subject;
        if (OwnerNamed(span, part, adjectives: false) is { } holder)
            return holder;
        if (OwnerNamed(span, part, adjectives: true) is { } qualified)
            return qualified;
        return discourse.Subject is { } before && before != part ? before
            : part is not null ? discourse.OtherOf(part)
            : null;
    }

    private string? OwnerNamed(MeasureSpan span, string? part, bool adjectives)
    {
        for (var k = analysis.Actors.Count - 1; k >= 0; k--)
        {
            var actor = analysis.Actors[k];
            if (
                actor.IsAdjective == adjectives
                && actor.End <= span.First
                && actor.Party is { } party
                && party != part
                && actor.Actor.Kind != Entente.Actors.ActorKind.Group
                && (!analysis.Is(span.First - 2, "country", "nation") || actor.Actor.Kind == Entente.Actors.ActorKind.State)
            )
                return party;
        }
        return null;
    }

    private bool Participle(QuantityMention quantity) =>
        Enumerable
            .Range(1, 4)
            .Any(k =>
                (analysis.Word(quantity.FirstToken - k) is "accounting" or "representing" or "making" or "constituting" or "comprising")
            );

    private bool HasShareVerb(QuantityMention quantity)
    {
        for (var i = quantity.FirstToken - 1; i >= Math.Max(0, quantity.FirstToken - 5); i--)
            if (Lexicon.ShareVerbs.Contains(analysis.Word(i)))
                return true;
        return false;
    }

    /// <summary>"Crude oil was 83 percent of Saudi exports to China": the subject of the copula is goods.</summary>
    private bool IsGoods(QuantityMention quantity)
    {
        if (analysis.Word(quantity.FirstToken - 1) is not ("was" or "were" or "is" or "are"))
            return false;
        foreach (var item in analysis.Items)
            if (item.End == quantity.FirstToken - 1)
                return true;
        return false;
    }

    /// <summary>A partner after the whole: "… of its gas from Russia", "… of exports went to China", "… of imports come from".</summary>
    private string? PartAfter(int after, MeasureRef whole)
    {
        if (whole.IsFlow && whole.Second is not null)
            return null;
        var preposition = whole.Measure switch
        {
            "imports" => "from",
            "exports" => "to",
            "arms_import_share" => "from",
            _ => "with",
        };
        var found = resolver.AfterPreposition(after, preposition)?.Party;
        // "… of exports were destined for Germany", "… of imports were Russian"
        if (
            found is null
            && whole.Measure == "exports"
            && Enumerable.Range(after, 8).Any(k => analysis.Is(k, "destined", "bound", "headed"))
        )
            found = resolver.AfterPreposition(after, "for")?.Party;
        if (
            found is null
            && Enumerable.Range(after, 6).FirstOrDefault(k => analysis.Is(k, "were", "was", "are", "is"), -1) is var copula and > 0
            && analysis.ActorStartingAt(copula + 1) is { IsAdjective: true } origin
            && !analysis.Items.Exists(i => i.First == origin.End)
        )
            found = origin.Party;
        if (
            found is null
            && whole.Measure == "exports"
            && Enumerable.Range(after, 6).FirstOrDefault(k => analysis.Is(k, "up") && analysis.Is(k + 1, "in"), -1) is var up and > 0
        )
            found = resolver.AfterPreposition(up, "in")?.Party;
        return found == whole.First ? null : found;
    }

    private string? PartBefore(QuantityMention quantity, MeasureRef whole)
    {
        // Whoever stands before the verb of "X … 27 percent of Y's exports" is the part, unless X only says so.
        for (var i = quantity.FirstToken - 1; i >= Math.Max(0, quantity.FirstToken - 6); i--)
            if (
                (
                    analysis.Word(i)
                    is "said"
                        or "says"
                        or "estimates"
                        or "estimated"
                        or "reported"
                        or "according"
                        or "believes"
                        or "showed"
                        or "show"
                        or "shows"
                        or "that"
                        or "when"
                        or "lost"
                        or "cut"
                )
            )
                return null;
        var part =
            Participle(quantity) && !analysis.Is(quantity.FirstToken - 1, "with")
                ? Subject(quantity)
                : resolver.SubjectBefore(quantity.FirstToken)?.Party;
        // "Mexico, China and Canada accounted for 43 percent": a sum, which is nobody's share alone.
        if (
            part is not null
            && analysis.Actors.FindLast(a => a.Party == part && a.End <= quantity.FirstToken) is { } holder
            && IsJoined(analysis.Is(holder.First - 1, "the") ? holder.First - 1 : holder.First)
        )
        {
            // "The Netherlands and Belgium each accounted for 6 percent": the one as the other.
            var and = analysis.Is(holder.First - 1, "the") ? holder.First - 2 : holder.First - 1;
            if (!Each(holder.End, quantity.EndToken) || analysis.ActorEndingAt(and) is not { IsAdjective: false, Party: { } twin })
                return null;
            alike = twin;
        }
        // "American companies accounted for 43 percent"
        part ??= analysis
            .Actors.FindLast(a =>
                a.IsAdjective
                && a.End < quantity.FirstToken
                && a.Party is not null
                && a.Party != whole.First
                && (
                    analysis.Word(a.End)
                    is "companies"
                        or "firms"
                        or "exporters"
                        or "manufacturers"
                        or "producers"
                        or "suppliers"
                        or "buyers"
                        or "importers"
                )
            )
            ?.Party;
        // "Russian barrels made up 40 percent of India's oil imports": the adjective names the seller.
        part ??=
            whole.Measure == "imports"
                ? analysis.Actors.FindLast(a => a.IsAdjective && a.End < quantity.FirstToken && a.Party != whole.First)?.Party
                : null;
        return part is not null && part != whole.First && part != whole.Second ? part : null;
    }

    /// <summary>"A third of Serbia's exports to Russia are apples": what the flow consists of, known or not, is said behind the copula.</summary>
    private (bool Is, ClaimDraft? Share) AreGoods(QuantityMention quantity, MeasureSpan whole)
    {
        if (whole.IsVerb || !analysis.Is(whole.End, "to", "from"))
            return default;
        if (
            analysis.ActorStartingAt(analysis.Is(whole.End + 1, "the") ? whole.End + 2 : whole.End + 1)
                is not { IsAdjective: false, Possessive: false } partner
            || analysis.Word(partner.End) is not ("are" or "were" or "is" or "was" or "consist" or "consists" or "consisted")
        )
            return default;
        var at = analysis.Is(partner.End + 1, "of") ? partner.End + 2 : partner.End + 1;
        if (analysis.Word(at).EndsWith("ed", StringComparison.Ordinal) || analysis.Word(at) is "made" or "sold" or "now" or "not" or "paid")
            return default;
        var goods = analysis.Items.Find(i => i.First >= at && i.First <= at + 1);
        return (
            true,
            goods is not null
            && MeasureResolver.Specific(goods.Item) is { } item
            && resolver.Resolve(whole) is { First: not null, Second: not null } flow
                ? Build(quantity, flow with { Item = null }, null, item, goods.End)
                : null
        );
    }

    private bool Each(int from, int end) =>
        analysis.Is(from, "each", "both") || analysis.Is(end, "each", "apiece") || analysis.Is(from + 1, "each");

    // "X and Hong Kong took a third": what goes before "and" is part of the sum, known or not; "…, and Russia took" begins anew.
    private bool IsJoined(int first)
    {
        if (
            !analysis.Is(first - 1, "and")
            || analysis.Tokens[Math.Max(0, first - 2)].Kind != TokenKind.Word
            || Lexicon.Prepositions.Contains(analysis.Word(first - 2))
        )
            return false;
        foreach (var quantity in analysis.Quantities)
            if (quantity.EndToken <= first && first - quantity.EndToken <= 12)
                return false;
        foreach (var time in analysis.Times)
            if (time.EndToken == first - 1)
                return false;
        return true;
    }

    private string? Subject(QuantityMention quantity)
    {
        foreach (var actor in analysis.Actors)
            if (
                actor.End <= quantity.FirstToken
                && !actor.IsAdjective
                && !actor.Possessive
                && actor.Party is not null
                && !Lexicon.Prepositions.Contains(analysis.Word(actor.First - 1))
            )
                return actor.Party;
        return null;
    }

    /// <summary>The goods that are the part: the subject before the verb, past an aside ("energy …—mostly oil—that account for").</summary>
    private string? PartItem(QuantityMention quantity, MeasureRef whole)
    {
        for (var k = analysis.Items.Count - 1; k >= 0; k--)
        {
            var item = analysis.Items[k];
            if (
                item.End > quantity.FirstToken
                || analysis.InAsideBefore(item.First, quantity.FirstToken)
                || MeasureResolver.Specific(item.Item) is null
            )
                continue;
            // "Gas from Russia made up 17 percent of what Austria imported": one seller's goods, which are not all of them.
            if (
                whole.Second is null
                && analysis.Is(item.End, "from")
                && analysis.ActorStartingAt(analysis.Is(item.End + 1, "the") ? item.End + 2 : item.End + 1) is not null
            )
                return null;
            // "copper, iron ore and fishmeal made up 85 percent": a sum, known or not.
            if (
                analysis.Is(item.First - 1, "and")
                || (analysis.Is(item.End, "and") && !analysis.Is(item.End + 1, "which", "that"))
                || (analysis.Is(item.End, ",") && analysis.Items.Exists(o => o.First == item.End + 1))
            )
                return null;
            return item.Item == whole.Item ? null : item.Item;
        }
        return null;
    }

    /// <summary>The currency that trade is settled in, as an item of the catalogue: yuan, or roubles and yuan together.</summary>
    private string? Currency()
    {
        var named = analysis
            .Items.Where(i => i.Item is "usd_eur" or "cny" or "rub" or "usd" or "eur" or "rub_cny")
            .Select(i => i.Item)
            .Distinct()
            .ToList();
        return named.Contains("usd") && named.Contains("eur") && named.Count == 2 ? "usd_eur"
            : named.Contains("rub_cny") || (named.Contains("rub") && named.Contains("cny")) ? "rub_cny"
            : named.Count == 1 ? named[0]
            : null;
    }
}
