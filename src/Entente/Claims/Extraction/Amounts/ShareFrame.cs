using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>
/// Shares: of a partner in a state's flows, of goods in a flow, of spending in output. The whole is the measure after "of" (or "in"
/// after "share"); the part is what stands before the verb, after "from"/"to", or the word that a bracket explains.
/// </summary>
internal sealed partial class ShareFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    public ClaimDraft? Read(QuantityMention quantity)
    {
        Alike = null;
        alike = null;
        if (quantity.Kind is not (QuantityKind.Percent or QuantityKind.Fraction))
            return null;
        var draft = Frame(quantity);
        if (draft is not null && alike is { } twin && last is { Partner: not null } told && twin != told.Whole.First)
            Alike = Build(quantity, told.Whole, twin, null, draft.End);
        return draft;
    }

    private ClaimDraft? Frame(QuantityMention quantity)
    {
        return OfOutput(quantity)
            ?? OfWorldTotal(quantity)
            ?? Bracketed(quantity)
            ?? FrontedFlow(quantity)
            ?? OfThat(quantity)
            ?? Fronted(quantity)
            ?? OfTradersTotal(quantity)
            ?? OfOwnersTotal(quantity)
            ?? OfTotal(quantity)
            ?? OfWhich(quantity)
            ?? OfRank(quantity)
            ?? OfWhole(quantity)
            ?? OfEverything(quantity)
            ?? ShareWord(quantity)
            ?? Dependence(quantity)
            ?? Listed(quantity)
            ?? Goes(quantity);
    }

    /// <summary>"18 percent of Russia's trade", "73 percent of Russian exports to China", "40 percent of its gas from Russia".</summary>
    private ClaimDraft? OfWhole(QuantityMention quantity)
    {
        if (!analysis.Is(quantity.EndToken, "of"))
            return null;
        var from = quantity.EndToken + 1;
        var whole = analysis.Measures.Find(m =>
            m.First >= from && m.First <= from + 8 && !analysis.StrongBreak(from, m.First) && Clear(from, m.First)
        );
        var item = analysis.Items.Find(i => i.First >= from && i.First <= from + 5 && Clear(from, i.First));
        if (whole is null || (whole.IsVerb && item is not null && item.First < whole.First))
            return item is null ? null : Supplies(quantity, item);
        // "Russian oil, two percent of India's imports before the war": of its imports of oil.
        if (
            whole is { IsVerb: false, Measure: "imports" or "exports" }
            && analysis.Is(quantity.FirstToken - 1, ",")
            && analysis.Items.Find(i => i.End == quantity.FirstToken - 1) is { } apposed
            && MeasureResolver.Specific(apposed.Item) is { } goods
            && analysis.ActorEndingAt(apposed.First) is { IsAdjective: true, Party: { } origin }
            && resolver.Resolve(whole) is { IsFlow: true, Second: null, First: { } taker, Item: null } all
            && taker != origin
        )
            return Build(quantity, all with { Item = goods }, origin, null, whole.End);
        return Draft(quantity, whole, from);
    }

    private bool InBrackets(int at)
    {
        for (var i = at; i >= 0 && !analysis.Is(i, ")"); i--)
            if (analysis.Is(i, "("))
                return true;
        return false;
    }

    private (MeasureRef Whole, string? Partner, string? Item)? last;

    private string? alike;

    /// <summary>The same share of a second holder: "A and B each took 6 percent of C's exports". Null where there is none.</summary>
    public ClaimDraft? Alike { get; private set; }

    private bool Clear(int from, int to)
    {
        for (var i = from; i < to; i++)
            if ((analysis.Word(i) is "," or ";" or "(" or ")" or "and" or "while" or "."))
                return false;
        return true;
    }

    private ClaimDraft? Draft(QuantityMention quantity, MeasureSpan whole, int from)
    {
        if (
            whole.Measure
            is not ("trade" or "exports" or "imports" or "arms_import_share" or "arms_export_share" or "nuclear_warheads" or "balance")
        )
            return whole.Measure == "settlement_share" && resolver.Between(whole.End) is { } payers
                ? Settlement(quantity, new MeasureRef("trade", payers.A, payers.B, null))
                : null;
        // "a quarter of the world's arms imports": of everybody's, not of one supplier's deliveries.
        if (whole.Measure == "arms_import_share" && WorldBefore(whole.First))
            return resolver.SubjectBefore(quantity.FirstToken)?.Party is { } importer ? OfWorld(quantity, importer, whole.End) : null;
        if (whole.Measure == "arms_export_share" && WorldIn(whole) && Exporter(quantity) is { } seller)
        {
            last = (new MeasureRef("arms_export_share", null, null, null), seller, null);
            return Simple(quantity, new MeasureRef("arms_export_share", seller, null, null), whole.End);
        }
        if (OfItsOwn(quantity, whole) is { } aside)
            return aside;
        if (AreGoods(quantity, whole) is var (isGoods, goodsShare) && isGoods)
            return goodsShare;
        var reference = Whole(whole, quantity);
        if (reference is null)
            return null;
        var after = whole.End;
        var partner =
            Reliance(quantity) is { } on && on != reference.First
                ? on
                : PartAfter(after, reference) ?? PartFlow(quantity, reference) ?? PartBefore(quantity, reference);
        // "60 percent of the crude that America imports, and 85 percent of its electricity imports": the same one's part.
        if (
            partner is null
            && analysis.Word(quantity.FirstToken - 1) is "," or "and"
            && analysis.Is(quantity.EndToken + 1, "its", "their")
            && last is { Partner: { } same } before
            && before.Whole.First == reference.First
            && before.Whole.Measure == reference.Measure
        )
            partner = same;
        var partItem = partner is null ? PartItem(quantity, reference) : null;
        // "settled in yuan" is a share of another kind.
        if (
            Enumerable
                .Range(quantity.EndToken, 14)
                .Any(k =>
                    (analysis.Word(k) is "settled" or "settle" or "settlements" or "paid" or "conducted" or "denominated" or "invoiced")
                )
            || (
                Currency() is not null
                && analysis.Is(quantity.FirstToken - 1, "for")
                && analysis.Is(quantity.FirstToken - 2, "paid", "used", "pay")
            )
        )
            return Settlement(quantity, reference);
        return Build(quantity, reference, partner, partItem, Math.Max(whole.End, from));
    }

    /// <summary>"cars (20 percent)", "machinery (around 23 percent of exports)": the bracket's word is the part, the list's flow the whole.</summary>
    private ClaimDraft? Bracketed(QuantityMention quantity)
    {
        if (analysis.Is(quantity.FirstToken - 1, "(") && PartnerInBrackets(quantity) is { } partners)
            return partners;
        // "cars (20 percent)", "(copper 55 percent, lithium 15 percent)"
        var at =
            analysis.Is(quantity.FirstToken - 1, "(") || !InBrackets(quantity.FirstToken) ? quantity.FirstToken - 1 : quantity.FirstToken;
        if (analysis.Is(at, "(") && InOtherWords(quantity, at) is { } restated)
            return restated;
        if (!(at == quantity.FirstToken || analysis.Is(at, "(")) || analysis.Items.FindLast(i => i.End == at) is not { } item)
            return null;
        MeasureRef? flow = null;
        foreach (var span in analysis.Measures)
            if (
                span.Measure is "exports" or "imports"
                && !InBrackets(span.First)
                && resolver.Resolve(span) is { First: not null, Second: not null } resolved
                && (flow is null || !resolved.PartnerOpen)
            )
                flow = resolved;
        flow ??= discourse.LastMeasure(analysis.Statement.Paragraph) is { IsFlow: true } last ? last : null;
        if (flow is null || MeasureResolver.Specific(item.Item) is null)
            return null;
        return Build(quantity, flow with { Item = null }, null, item.Item, quantity.EndToken, item.First);
    }

    /// <summary>"the share of trade with China in Russia's trade rose from ten percent … to 18", "China's share of …  reached 18 percent".</summary>
    private ClaimDraft? ShareWord(QuantityMention quantity)
    {
        var at = -1;
        for (var i = quantity.FirstToken - 1; i >= 0 && at < 0; i--)
            if ((analysis.Word(i) is "share" or "shares" or "proportion" or "portion" or "percentage" or "weight" or "slice"))
                at = i;
        if (at < 0)
        {
            // "holds a 20 percent share of India's oil imports"
            if (!analysis.Is(quantity.EndToken, "share"))
                return null;
            at = quantity.EndToken;
        }
        // "… to 15.4 percent, overtaking China's, which fell to 13.9": the share of whoever has been named since.
        if (NamedSince(quantity.FirstToken) is { Possessive: true } since && since.First > at && FigureAfter(at, since.First))
            return null;
        if (ShareOfWorld(quantity, at) is { } worlds)
            return worlds;
        var wholeSpan = analysis.Measures.FindLast(m =>
            m.First > at
            && m.First <= at + 14
            && (m.End <= quantity.FirstToken || at >= quantity.FirstToken)
            && !m.IsVerb
            && Preceded(m, at)
        );
        if (wholeSpan is null)
            return at < quantity.FirstToken ? SameWhole(quantity, at) : null;
        if (ItemOfShare(at, wholeSpan) is { } goodsPart)
            return resolver.Resolve(wholeSpan) is { IsFlow: true } flow
                ? Build(quantity, flow with { Item = null }, null, goodsPart, quantity.EndToken)
                : null;
        var whole = Whole(wholeSpan, quantity);
        if (whole is null)
            return null;
        // "the share of Russian gas in EU imports": of the imports of gas.
        if (
            whole is { IsFlow: true, Second: null, Item: null }
            && analysis.Is(at + 1, "of")
            && analysis.ActorStartingAt(at + 2) is { IsAdjective: true, Party: { } origin } named
            && origin != whole.First
            && MeasureResolver.Specific(analysis.Items.Find(i => i.First == named.End)?.Item) is { } originated
        )
            return Build(quantity, whole with { Item = originated }, origin, null, quantity.EndToken);
        // "the share of coal from Russia in Korea's imports"
        if (
            whole is { IsFlow: true, Second: null, Item: null }
            && analysis.Is(at + 1, "of")
            && analysis.Items.Find(i => i.First == at + 2) is { } shipped
            && MeasureResolver.Specific(shipped.Item) is { } shippedGoods
            && analysis.Is(shipped.End, "from", "to")
            && analysis.ActorStartingAt(analysis.Is(shipped.End + 1, "the") ? shipped.End + 2 : shipped.End + 1)
                is { IsAdjective: false, Possessive: false, Party: { } end }
            && end != whole.First
        )
            return Build(quantity, whole with { Item = shippedGoods }, end, null, quantity.EndToken);
        if (whole.Measure == "arms_import_share" && WorldBefore(wholeSpan.First))
            return
                (resolver.Possessor(at)?.Party ?? (analysis.Is(at - 1, "its") ? resolver.TopicOfSentence(at) ?? discourse.Subject : null))
                    is { } importer
                ? OfWorld(quantity, importer, quantity.EndToken)
                : null;
        string? part = null;
        var possessor = resolver.Possessor(at);
        if (possessor?.Party is { } owner && owner != whole.First)
            part = owner;
        part ??= resolver.AfterPreposition(at, "with")?.Party is { } with && with != whole.First ? with : null;
        part ??= resolver.Between(at) is { } between
            ? between.A == whole.First
                ? between.B
                : between.B == whole.First
                    ? between.A
                    : null
            : null;
        // "holds a 21 percent share of Turkey's gas imports"
        if (
            part is null
            && at >= quantity.EndToken
            && resolver.SubjectBefore(quantity.FirstToken)?.Party is { } holder
            && holder != whole.First
        )
            part = holder;
        // "the share of China in Russia's imports"
        if (
            part is null
            && analysis.Is(at + 1, "of")
            && analysis.ActorStartingAt(analysis.Is(at + 2, "the") ? at + 3 : at + 2)?.Party is { } of
            && of != whole.First
        )
            part = of;
        // "the proportion of Korean exports going to China"
        part ??= PartAfter(wholeSpan.End, whole);
        // "the share of imports from China in Russia's total"
        if (part is null && analysis.Is(at + 1, "of") && analysis.Is(at + 3, "from", "to", "with"))
            part = resolver.AfterPreposition(at + 3, "from", "to", "with")?.Party is { } flowOf && flowOf != whole.First ? flowOf : null;
        // "its share of India's oil imports fell": the state just spoken of.
        if (
            part is null
            && analysis.Is(at - 1, "its")
            && (resolver.TopicOfSentence(at) ?? discourse.Subject) is { } its
            && its != whole.First
        )
            part = its;
        // "the share of trade between the two countries in Russia's trade": the other of the two.
        if (part is null && whole.First is not null && analysis.Measures.Any(m => m.First > at && m.End <= wholeSpan.First))
            part = discourse.OtherOf(whole.First);
        var item = part is null
            ? analysis.Items.Find(i => i.First > at && i.End <= wholeSpan.First) is { } goods
                ? MeasureResolver.Specific(goods.Item)
                : null
            : null;
        return Build(quantity, whole, part, item, quantity.EndToken);
    }

    private bool Preceded(MeasureSpan span, int at)
    {
        for (var i = span.First - 1; i > at; i--)
            if (analysis.Is(i, "in", "of"))
                return true;
        return false;
    }

    private ClaimDraft? Build(QuantityMention quantity, MeasureRef whole, string? partner, string? item, int end, int? first = null)
    {
        string part,
            all;
        IReadOnlyList<Inference> inferred = whole.Inferred;
        var reference = whole;
        // Shares of a state's arms are told, and recorded, of what it imports.
        if (whole is { Measure: "imports", Item: "arms", Second: null, First: not null } && partner is not null)
        {
            last = (whole, partner, item);
            return Simple(quantity, new MeasureRef("arms_import_share", partner, whole.First, null), end);
        }
        if (whole.Measure == "arms_import_share")
        {
            var buyer = whole.First == partner ? whole.Second : whole.First;
            if (partner is null || buyer is null)
                return null;
            last = (whole with { First = buyer, Second = null }, partner, null);
            var arms = new MeasureRef("arms_import_share", partner, buyer, null);
            return Simple(quantity, arms, end);
        }
        // "India received 30 percent of France's arms exports": one buyer's part, which is no part of the world's.
        if (whole is { Measure: "arms_export_share", First: { } maker } && partner is not null && partner != maker)
        {
            last = (whole, partner, null);
            return OneBuyers(quantity, maker, partner, end);
        }
        if (whole.Measure == "arms_export_share" && (whole.First is null ? partner : partner ?? whole.First) is { } exporter)
            return Simple(quantity, new MeasureRef("arms_export_share", exporter, null, null), end);
        // "its share of India's imports" after a sentence on crude oil: of crude oil, it may be.
        if (
            item is null
            && whole is { Item: null, IsFlow: true }
            && discourse.LastMeasure(analysis.Statement.Paragraph) is { Item: { } goodsBefore } before
            && discourse.LastInSentence is null
            && (before.First == partner || before.Second == partner)
        )
            inferred = [.. inferred, new Inference("item", goodsBefore, Inference.AllGoods)];
        if (partner is not null && whole.First is not null && whole.Second is null)
        {
            (part, all) = whole.Measure switch
            {
                "exports" => (new MeasureRef("exports", whole.First, partner, whole.Item).Text(), whole.Text()),
                "imports" => (new MeasureRef("imports", partner, whole.First, whole.Item).Text(), whole.Text()),
                _ => (new MeasureRef(whole.Measure, whole.First, partner, whole.Item).Text(), whole.Text()),
            };
            reference = new MeasureRef(
                whole.Measure,
                whole.Measure == "imports" ? partner : whole.First,
                whole.Measure == "imports" ? whole.First : partner,
                null
            );
        }
        else if (item is not null && whole.First is not null)
        {
            (part, all) = ((whole with { Item = item }).Text(), (whole with { Item = null }).Text());
        }
        else
        {
            return null;
        }
        last = (whole, partner, item);
        if (partner is not null)
            discourse.LastShare = (whole, partner, analysis.Statement.Paragraph);
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse);
        if (
            analysis.Is(quantity.FirstToken - 1, "from")
            && chosen.Mention is null
            && analysis.Quantities.Any(q => q.FirstToken > quantity.EndToken && analysis.Is(q.FirstToken - 1, "to"))
        )
            chosen = chosen with { Period = null, Inference = null };
        if (discourse.LastInSentence is null || !analysis.Is(quantity.FirstToken - 1, "from", "than", "against"))
            discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
        if (quantity.Kind == QuantityKind.PercentagePoints)
            return Moved(quantity, $"share({part}, of: {all})", chosen, inferred);
        var share = AsShare(quantity);
        return new ClaimDraft
        {
            First = first ?? quantity.FirstToken,
            End = Math.Max(quantity.EndToken, Math.Min(end, quantity.EndToken + 12)),
            Kind = ClaimKind.Share,
            Assertion = $"share({part}, of: {all}{(chosen.Period is { } p ? ", " + p.Text : "")})" + AssertionText.Tail(share),
            Period = chosen.Period,
            Inferred = chosen.Inference is { } one ? [.. inferred, one] : inferred,
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(share);
    }

    /// <summary>Fractions in words ("a third") are rough; percentages stand as written.</summary>
    internal static QuantityMention AsShare(QuantityMention quantity) =>
        quantity.Kind == QuantityKind.Fraction
            ? quantity with
            {
                Unit = Units.Share,
                Hedge = quantity.Hedge == Hedge.None ? Hedge.About : quantity.Hedge,
            }
            : quantity;
}
