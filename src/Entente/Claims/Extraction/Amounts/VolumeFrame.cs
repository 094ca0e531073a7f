using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>
/// Goods by volume and weight: "1.72 million barrels of crude a day to China", "12.7 bcm of American gas", "deliveries through Power of
/// Siberia will reach 38 bcm". What the goods are is said in the figure, beside its measure, by the pipeline or by the unit.
/// </summary>
internal sealed class VolumeFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (
            quantity.Kind != QuantityKind.Physical
            || quantity.Unit.Symbol is not ("barrel" or "barrel/day" or "bcm" or "bcm/year" or "tonne" or "tonne/year" or "TWh")
        )
            return null;
        if (IsStrangeRate(analysis, quantity))
            return null;
        if (Word(quantity.FirstToken - 1) is "by" || ChangeAfter(quantity.EndToken) || Capacity(quantity))
            return null;
        var span = Span(quantity);
        var pipe = Pipe();
        var taker = span is null && pipe is null ? Taker(quantity) : -1;
        var flowing = span is null && pipe is null && taker < 0 ? Flowing(quantity) : null;
        if (span is null && pipe is null && taker < 0 && flowing is null)
            return null;
        var (seller, buyer) = flowing ?? Parties(quantity, span, pipe);
        if (taker >= 0)
            buyer = resolver.SubjectOf(taker);
        // "shipped 1.1 TWh to Bulgaria and took in 3.5 TWh": the other way round.
        if (span is { Measure: "exports", IsVerb: true } && Taker(quantity) > span.End && AmountBetween(span.End, Taker(quantity)))
            (seller, buyer) = (buyer, seller);
        if (Item(quantity, span, pipe) is not { } item || seller == buyer)
            return null;
        if (seller is null || buyer is null)
            return null;
        var reference = new MeasureRef("volume", seller, buyer, item);
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse);
        // "from about 140 bcm to 61 bcm": the year before, where the first figure has no time of its own.
        if (Word(quantity.FirstToken - 1) is "from" && chosen.Mention is not null && chosen.Mention.FirstToken != quantity.EndToken)
            chosen = chosen with { Period = chosen.Period is { IsWholeYear: true } year ? year.PlusYears(-1) : null };
        discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
        var written = Crossed(quantity);
        if (Intended(quantity) && chosen.Period is { } by)
            return new ClaimDraft
            {
                First = quantity.FirstToken,
                End = quantity.EndToken,
                Kind = ClaimKind.Target,
                Modality = Claims.Modality.Target,
                Assertion = $"target({reference.Text()}, {by.Text})" + AssertionText.Tail(written),
                Period = by,
                Inferred = MoneyFrame.Inferences(reference, chosen),
            }.WithQuantity(written);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken,
            Kind = ClaimKind.Level,
            Assertion = reference.Text(chosen.Period?.Text) + AssertionText.Tail(written),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(written);
    }

    /// <summary>"0.8 billion cubic feet a day": a rate that the language has no unit for is no amount.</summary>
    public static bool IsStrangeRate(SentenceAnalysis analysis, QuantityMention quantity) =>
        quantity.Kind == QuantityKind.Physical
        && (
            analysis.Word(quantity.EndToken) is "daily" or "weekly" or "monthly"
            || (
                analysis.Word(quantity.EndToken) is "a" or "per" or "each"
                && analysis.Word(quantity.EndToken + 1) is "day" or "week" or "month" or "hour"
            )
        );

    /// <summary>"plans to raise deliveries to 20 bcm by 2027": what somebody means to do by a time that is named.</summary>
    private bool Intended(QuantityMention quantity)
    {
        var by = false;
        foreach (var time in analysis.Times)
            by |= time.Role == TimeRole.By && time.FirstToken >= quantity.EndToken && time.FirstToken <= quantity.EndToken + 8;
        if (!by)
            return false;
        for (var i = quantity.FirstToken - 1; i >= Math.Max(0, quantity.FirstToken - 12); i--)
        {
            if (analysis.StrongBreak(i, i + 1))
                return false;
            if (Lexicon.TargetVerbs.Contains(Word(i)) || Lexicon.TargetNouns.Contains(Word(i)))
                return true;
        }
        return false;
    }

    private QuantityMention Crossed(QuantityMention quantity)
    {
        if (
            quantity.Hedge == Hedge.None
            && Word(quantity.FirstToken - 1)
                is "exceeded"
                    or "topped"
                    or "surpassed"
                    or "passed"
                    or "exceeding"
                    or "exceed"
                    or "exceeds"
                    or "top"
                    or "tops"
                    or "topping"
                    or "surpass"
                    or "surpasses"
                    or "surpassing"
        )
            return quantity with { Hedge = Hedge.MoreThan };
        return quantity;
    }

    /// <summary>The trading word that the figure belongs to: the nearest before it, a passive or a flow after it.</summary>
    private MeasureSpan? Span(QuantityMention quantity)
    {
        MeasureSpan? best = null;
        foreach (var m in analysis.Measures)
        {
            if (m.Measure is not ("exports" or "imports"))
                continue;
            if (
                m.End <= quantity.FirstToken
                && !analysis.InAsideBefore(m.First, quantity.FirstToken)
                && analysis.Distance(m.End, quantity.FirstToken) < 22
            )
                best = m;
            else if (
                best is null
                && m.First >= quantity.CoreToken
                && m.First <= quantity.EndToken + 6
                && !analysis.StrongBreak(quantity.EndToken, m.First)
            )
                return m;
        }
        return best;
    }

    /// <summary>"took 8 million tonnes of LNG from Russia": who takes buys.</summary>
    private int Taker(QuantityMention quantity)
    {
        for (var i = quantity.FirstToken - 1; i >= Math.Max(0, quantity.FirstToken - 3); i--)
            if (Word(i) is "took" or "takes" or "received" or "receives" or "got" or "gets" or "absorbed" or "taking" or "receiving")
                return i;
        return -1;
    }

    /// <summary>"Russian pipeline gas to the EU dwindled to 27 bcm": whose goods they are and where they go, without a word for trade.</summary>
    private (string? Seller, string? Buyer)? Flowing(QuantityMention quantity)
    {
        foreach (var item in analysis.Items)
            if (
                item.End < quantity.FirstToken
                && quantity.FirstToken - item.End <= 8
                && Word(item.End) is "to" or "into"
                && analysis.ActorEndingAt(item.First) is { IsAdjective: true, Party: { } seller }
                && analysis.ActorStartingAt(Word(item.End + 1) is "the" ? item.End + 2 : item.End + 1)
                    is { IsAdjective: false, Possessive: false, Party: { } buyer } there
                && there.End < quantity.FirstToken
            )
                return (seller, buyer);
        return null;
    }

    private (string? Seller, string? Buyer) Parties(QuantityMention quantity, MeasureSpan? span, ItemSpan? pipe)
    {
        var limit = Limit(quantity);
        var from = After(quantity.CoreToken, limit, "from") ?? (span is null ? null : After(span.End, quantity.FirstToken, "from"));
        var to =
            After(quantity.CoreToken, limit, "to", "into") ?? (span is null ? null : After(span.End, quantity.FirstToken, "to", "into"));
        var goods = Adjective(quantity, limit) ?? (span is null ? null : Between(span.End, quantity.FirstToken));
        string? owner = null;
        if (span is not null && !span.Passive)
            owner = span.IsVerb
                ? Role(span.First) ?? resolver.SubjectBefore(span.First)?.Party
                : resolver.Possessor(span.First)?.Party ?? Whose(span.First);
        var buys = span?.Measure == "imports";
        // "Chinese imports", "EU imports of Russian gas": the adjective before the noun is the buyer's; "exports": the seller's.
        // "sent India 1.79 million barrels": the buyer stands right behind the verb.
        if (
            !buys
            && span is { IsVerb: true, Passive: false }
            && analysis.ActorStartingAt(span.End) is { IsAdjective: false, Possessive: false } taker
        )
            to ??= taker.Party;
        // "Iraq, India's second-biggest supplier, sent it …": the one of the sentence that does not send.
        if (!buys && to is null && owner is not null && span is { IsVerb: true, Passive: false } && Word(span.End) is "it" or "them")
            to = OtherNamed(span!.First, owner);
        // "arrived in Germany", "reached India": where it comes in.
        if (buys && span is { IsVerb: true, Passive: true })
        {
            var there = Word(span.End) is "in" or "at" ? span.End + 1 : span.End;
            if (analysis.ActorStartingAt(Word(there) is "the" ? there + 1 : there) is { IsAdjective: false } place)
                to ??= place.Party;
        }
        var seller = from ?? goods ?? (buys ? null : owner);
        var buyer = to ?? (buys ? owner : null);
        if (span is { Passive: true })
            seller ??= After(span.End, limit, "by");
        if (pipe is not null && Ends(pipe.Item) is { } ends)
            (seller, buyer) = (seller ?? ends.Seller, buyer ?? ends.Buyer);
        return (seller, buyer);
    }

    private bool AmountBetween(int from, int to)
    {
        foreach (var other in analysis.Quantities)
            if (other.Kind == QuantityKind.Physical && other.FirstToken >= from && other.EndToken <= to)
                return true;
        return false;
    }

    private string? OtherNamed(int before, string than)
    {
        string? other = null;
        foreach (var actor in analysis.Actors)
            if (actor.End <= before && actor.Party is { } party && party != than)
            {
                if (other is not null && other != party)
                    return null;
                other = party;
            }
        return other;
    }

    /// <summary>Where a pipeline leads from and to says whose gas it is.</summary>
    private static (string Seller, string Buyer)? Ends(string item) =>
        item switch
        {
            "pipeline_gas_power_of_siberia" => ("RUS", "CHN"),
            "nord_stream" or "nord_stream_2" => ("RUS", "DEU"),
            _ => null,
        };

    private int Limit(QuantityMention quantity)
    {
        var limit = Math.Min(analysis.Tokens.Count, quantity.EndToken + 14);
        foreach (var other in analysis.Quantities)
            if (
                other.FirstToken >= quantity.EndToken
                && other.FirstToken < limit
                && other.Kind is QuantityKind.Physical or QuantityKind.Money
            )
                limit = other.FirstToken;
        for (var i = quantity.EndToken; i < limit; i++)
            if (Word(i) is ";" or "while" or "whereas" or "but" or "." or "," or "than")
                return i;
        return limit;
    }

    private string? After(int from, int to, string one, string two = "")
    {
        for (var i = from; i < to; i++)
            if (
                (Word(i) == one || Word(i) == two)
                && analysis.ActorStartingAt(Word(i + 1) is "the" ? i + 2 : i + 1) is { IsAdjective: false } actor
            )
                return actor.Party ?? (actor.Actor.Code is "europe" && Word(actor.First) is "europe" ? "EUROPE" : null);
        return null;
    }

    private string? Adjective(QuantityMention quantity, int limit)
    {
        for (var i = quantity.CoreToken; i < Math.Min(limit, quantity.EndToken + 4); i++)
            if (analysis.ActorStartingAt(i) is { IsAdjective: true } actor)
                return actor.Party;
        return null;
    }

    private string? Between(int from, int to)
    {
        if (Word(from) is not "of")
            return null;
        for (var i = from + 1; i < Math.Min(to, from + 4); i++)
            if (analysis.ActorStartingAt(i) is { IsAdjective: true } actor)
                return actor.Party;
        return null;
    }

    /// <summary>"The bloc bought": the one just spoken of, where the words are a role.</summary>
    private string? Role(int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - 3); i--)
            if (Word(i) is "bloc" or "country" or "kingdom" or "union" or "it" && (i == 0 || Word(i - 1) is "the" || Word(i) is "it"))
                return analysis.ActorCovering(i) is null ? discourse.Subject : null;
        return null;
    }

    private string? Whose(int noun)
    {
        for (var i = noun - 1; i >= Math.Max(0, noun - 3); i--)
            if (Word(i) is "its")
                return resolver.TopicOfSentence(i) ?? discourse.Subject;
        return null;
    }

    private ItemSpan? Pipe()
    {
        foreach (var item in analysis.Items)
            if (
                item.Item is "pipeline_gas_power_of_siberia" or "pipeline_gas_turkstream" or "nord_stream" or "pipeline_gas_ukraine_transit"
            )
                return item;
        return null;
    }

    private string? Item(QuantityMention quantity, MeasureSpan? span, ItemSpan? pipe)
    {
        if (pipe is not null && quantity.Unit.Symbol.StartsWith("bcm", StringComparison.Ordinal))
            return pipe.Item;
        ItemSpan? found = null;
        foreach (var item in analysis.Items)
        {
            if (item.First >= quantity.CoreToken && item.First <= quantity.EndToken + 3)
            {
                found = item;
                break;
            }
            if (item.End <= quantity.FirstToken && (span is null || item.First >= span.First - 3))
                found = item;
        }
        var name = MeasureResolver.Specific(found?.Item);
        if (name?.StartsWith("non_", StringComparison.Ordinal) == true)
            return null;
        if (quantity.Unit.Symbol is "bcm" or "bcm/year" && name is null or "natural_gas")
            return Piped() ? "pipeline_gas" : "natural_gas";
        return name ?? (quantity.Unit.Symbol is "barrel" or "barrel/day" ? "crude_oil" : null);
    }

    private bool Piped()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
            if (Word(i) is "pipeline" or "pipelines" or "piped")
                return Word(i + 1) is "gas" or "exports" or "deliveries" or "supplies" or "flows" or "shipments" or "imports"
                    || Word(i - 1) is "by" or "via" or "through";
        return false;
    }

    /// <summary>A pipeline that can carry so much has not carried it, and a contract for it has not either.</summary>
    private bool Capacity(QuantityMention quantity)
    {
        for (var i = Math.Max(0, quantity.FirstToken - 9); i < Math.Min(analysis.Tokens.Count, quantity.EndToken + 6); i++)
            if (
                Word(i)
                is "capacity"
                    or "reserves"
                    or "storage"
                    or "contract"
                    or "stockpile"
                    or "stocks"
                    or "carbon"
                    or "emissions"
                    or "steel"
                    or "can"
            )
                return true;
        return false;
    }

    private bool ChangeAfter(int end)
    {
        foreach (var change in analysis.Changes)
            if (change.IsNoun && change.Token >= end && change.Token <= end + 1)
                return true;
        return Word(end) is "more" or "less" or "fewer";
    }

    private string Word(int i) => analysis.Word(i);
}
