using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction;

/// <summary>
/// Shares: of a partner in a state's flows, of goods in a flow, of spending in output. The whole is the measure after "of" (or "in"
/// after "share"); the part is what stands before the verb, after "from"/"to", or the word that a bracket explains.
/// </summary>
internal sealed class ShareFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (quantity.Kind is not (QuantityKind.Percent or QuantityKind.Fraction))
            return null;
        return OfOutput(quantity) ?? Bracketed(quantity) ?? OfWhole(quantity) ?? OfEverything(quantity) ?? ShareWord(quantity) ?? Goes(quantity);
    }

    /// <summary>"18 percent of Russia's trade", "73 percent of Russian exports to China", "40 percent of its gas from Russia".</summary>
    private ClaimDraft? OfWhole(QuantityMention quantity)
    {
        if (!analysis.Is(quantity.EndToken, "of"))
            return null;
        var from = quantity.EndToken + 1;
        var whole = analysis.Measures.Find(m => m.First >= from && m.First <= from + 8 && !analysis.StrongBreak(from, m.First) && Clear(from, m.First));
        var item = analysis.Items.Find(i => i.First >= from && i.First <= from + 5 && Clear(from, i.First));
        if (whole is null || (whole.IsVerb && item is not null && item.First < whole.First))
            return item is null ? null : Supplies(quantity, item);
        return Draft(quantity, whole, from);
    }

    private bool InBrackets(int at)
    {
        for (var i = at; i >= 0 && !analysis.Is(i, ")"); i--)
            if (analysis.Is(i, "("))
                return true;
        return false;
    }

    /// <summary>"39 percent of everything that Australia exported", "of all the weapons that Pakistan imported".</summary>
    private ClaimDraft? OfEverything(QuantityMention quantity)
    {
        if (!analysis.Is(quantity.EndToken, "of") || !analysis.Is(quantity.EndToken + 1, "everything", "all", "what", "the"))
            return null;
        var verb = analysis.Measures.Find(m => m.IsVerb && m.First > quantity.EndToken + 1 && m.First <= quantity.EndToken + 9);
        if (verb is null || analysis.ActorEndingAt(verb.First) is not { IsAdjective: false, Party: { } owner } || analysis.Is(verb.First, ","))
            return null;
        var item = MeasureResolver.Specific(analysis.Items.Find(i => i.First > quantity.EndToken && i.End <= verb.First)?.Item);
        var part = resolver.SubjectBefore(quantity.FirstToken)?.Party ?? resolver.AfterPreposition(verb.End, "from", "to")?.Party;
        if (part is null || part == owner)
            return null;
        return item == "arms" && verb.Measure == "imports"
            ? Simple(quantity, new MeasureRef("arms_import_share", part, owner, null), verb.End)
            : Build(quantity, new MeasureRef(verb.Measure, owner, null, item), part, null, verb.End);
    }

    /// <summary>"down from 44 percent in 2020", "to 18 percent": the share just spoken of at another time.</summary>
    private ClaimDraft? Goes(QuantityMention quantity)
    {
        // "…, the United States 11.4 percent", "and Russia still 18.3 percent": the same whole, another part.
        if (last is { Partner: not null } same && !same.Whole.IsFlow | same.Whole.Second is null)
            for (var k = quantity.FirstToken - 1; k >= quantity.FirstToken - 2; k--)
                if (analysis.ActorEndingAt(k + 1) is { IsAdjective: false, Possessive: false, Party: { } another } && another != same.Whole.First && another != same.Partner && analysis.Word(k + 1) is var gap && (k + 1 == quantity.FirstToken || gap is "still" or "only" or "another" or "just"))
                    return Build(quantity, same.Whole, another, null, quantity.EndToken);
        // "imports at 1.7 percent … and exports at 1.4 percent": another whole, which the words leave unsaid.
        if (analysis.Measures.Exists(m => m.End <= quantity.FirstToken && quantity.FirstToken - m.End <= 2))
            return null;
        if (last is not { } before || !(analysis.Is(quantity.FirstToken - 1, "from", "to") && (analysis.Is(quantity.FirstToken - 2, "down", "up", "rose", "fell", "grew", "increased", "dropped", "jumped") || analysis.Is(quantity.FirstToken - 1, "to") || analysis.Is(quantity.FirstToken - 2, "share"))))
            return null;
        return Build(quantity, before.Whole, before.Partner, before.Item, quantity.EndToken);
    }

    private (MeasureRef Whole, string? Partner, string? Item)? last;

    private bool Clear(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (analysis.Is(i, ",", ";", "(", ")", "and", "while", "."))
                return false;
        return true;
    }

    private ClaimDraft? Draft(QuantityMention quantity, MeasureSpan whole, int from)
    {
        if (whole.Measure is not ("trade" or "exports" or "imports" or "arms_import_share" or "arms_export_share" or "nuclear_warheads" or "balance"))
            return null;
        var reference = Whole(whole, quantity);
        if (reference is null)
            return null;
        var after = whole.End;
        var partner = PartAfter(after, reference) ?? PartBefore(quantity, reference);
        var partItem = partner is null ? PartItem(quantity, reference) : null;
        // "settled in yuan" is a share of another kind.
        if (Enumerable.Range(quantity.EndToken, 14).Any(k => analysis.Is(k, "settled", "settle", "settlements", "paid", "conducted", "denominated", "invoiced")))
            return Settlement(quantity, reference);
        return Build(quantity, reference, partner, partItem, Math.Max(whole.End, from));
    }

    /// <summary>The whole with its owner: "its trade", "Russia's overall trade", "Russian exports to China", "of exports" in a bracket.</summary>
    private MeasureRef? Whole(MeasureSpan span, QuantityMention quantity)
    {
        var owner = resolver.Possessor(span.First)?.Party;
        if (owner is null && analysis.Is(span.First - 1, "its", "their", "overall", "total", "foreign"))
            owner = OwnerByPronoun(quantity, span);
        if (owner is null && analysis.Is(span.First - 1, "'s") && analysis.Is(span.First - 2, "country", "nation"))
            owner = OwnerByPronoun(quantity, span);
        if (span.Measure is "exports" or "imports")
        {
            var resolved = resolver.Resolve(span);
            var other = span.Measure == "exports" ? resolver.AfterPreposition(span.End, "to")?.Party : resolver.AfterPreposition(span.End, "from")?.Party;
            // "sent 78 percent of its exports … to X" is X's part; "73 percent of Russian exports to China" is of the flow, where another part is named.
            var adjacent = other is not null && analysis.Is(span.End, "to", "from") && (HasShareVerb(quantity) || InBrackets(quantity.FirstToken));
            if (owner is not null && other is not null && owner != other && adjacent)
                return span.Measure == "exports" ? new MeasureRef("exports", owner, other, resolved?.Item) : new MeasureRef("imports", other, owner, resolved?.Item);
            if (owner is not null)
                return new MeasureRef(span.Measure, owner, null, resolved?.Item ?? resolver.ItemOf(span));
            return resolved;
        }
        return owner is not null ? new MeasureRef(span.Measure, owner, null, null) : resolver.Resolve(span);
    }

    /// <summary>Whose "its" is: not the part's own; the topic set off at the start, then a state of the sentence, then the subject before.</summary>
    private string? OwnerByPronoun(QuantityMention quantity, MeasureSpan span)
    {
        var subject = resolver.SubjectBefore(quantity.FirstToken)?.Party;
        if (analysis.Is(0, "as") && analysis.Is(1, "for") && analysis.ActorStartingAt(2) is { Party: { } topic } && topic != subject)
            return topic;
        // "X gets 40 percent of its gas from Y": its is X. "Y accounts for 3 percent of its trade": its is another.
        var accounts = HasShareVerb(quantity);
        if (!accounts)
            return subject ?? discourse.Subject;
        var part = Participle(quantity) ? resolver.TopicOfSentence(quantity.FirstToken) : subject;
        foreach (var actor in Enumerable.Reverse(analysis.Actors))
            if (actor.End <= span.First && actor.Party is { } party && party != part && actor.Actor.Kind != Entente.Actors.ActorKind.Group && (!analysis.Is(span.First - 2, "country", "nation") || actor.Actor.Kind == Entente.Actors.ActorKind.State))
                return party;
        return discourse.Subject is { } before && before != part ? before : part is not null ? discourse.OtherOf(part) : null;
    }

    private bool Participle(QuantityMention quantity) => Enumerable.Range(1, 4).Any(k => analysis.Is(quantity.FirstToken - k, "accounting", "representing", "making", "constituting", "comprising"));

    private bool HasShareVerb(QuantityMention quantity)
    {
        for (var i = quantity.FirstToken - 1; i >= Math.Max(0, quantity.FirstToken - 5); i--)
            if (Lexicon.ShareVerbs.Contains(analysis.Word(i)))
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
        if (found is null && whole.Measure == "exports" && Enumerable.Range(after, 8).Any(k => analysis.Is(k, "destined", "bound", "headed")))
            found = resolver.AfterPreposition(after, "for")?.Party;
        if (found is null && Enumerable.Range(after, 6).FirstOrDefault(k => analysis.Is(k, "were", "was", "are", "is"), -1) is var copula and > 0 && analysis.ActorStartingAt(copula + 1) is { IsAdjective: true } origin && !analysis.Items.Exists(i => i.First == origin.End))
            found = origin.Party;
        if (found is null && whole.Measure == "exports" && Enumerable.Range(after, 6).FirstOrDefault(k => analysis.Is(k, "up") && analysis.Is(k + 1, "in"), -1) is var up and > 0)
            found = resolver.AfterPreposition(up, "in")?.Party;
        return found == whole.First ? null : found;
    }

    private string? PartBefore(QuantityMention quantity, MeasureRef whole)
    {
        // Whoever stands before the verb of "X … 27 percent of Y's exports" is the part, unless X only says so.
        for (var i = quantity.FirstToken - 1; i >= Math.Max(0, quantity.FirstToken - 6); i--)
            if (analysis.Is(i, "said", "says", "estimates", "estimated", "reported", "according", "believes", "showed", "show", "shows", "that", "when", "lost", "cut"))
                return null;
        var part = Participle(quantity) && !analysis.Is(quantity.FirstToken - 1, "with") ? Subject(quantity) : resolver.SubjectBefore(quantity.FirstToken)?.Party;
        // "Mexico, China and Canada accounted for 43 percent": a sum, which is nobody's share alone.
        if (part is not null && analysis.Actors.FindLast(a => a.Party == part && a.End <= quantity.FirstToken) is { } holder && (analysis.Is(holder.First - 1, "and") || (analysis.Is(holder.First - 1, "the") && analysis.Is(holder.First - 2, "and"))) && analysis.Actors.Exists(a => a.End <= holder.First - 1 && holder.First - a.End <= 2 && a.Party is not null && !a.IsAdjective))
            return null;
        // "Russian barrels made up 40 percent of India's oil imports": the adjective names the seller.
        part ??= whole.Measure == "imports" ? analysis.Actors.FindLast(a => a.IsAdjective && a.End < quantity.FirstToken && a.Party != whole.First)?.Party : null;
        return part is not null && part != whole.First && part != whole.Second ? part : null;
    }

    private string? Subject(QuantityMention quantity)
    {
        foreach (var actor in analysis.Actors)
            if (actor.End <= quantity.FirstToken && !actor.IsAdjective && !actor.Possessive && actor.Party is not null && !Lexicon.Prepositions.Contains(analysis.Word(actor.First - 1)))
                return actor.Party;
        return null;
    }

    /// <summary>The goods that are the part: the subject before the verb, past an aside ("energy …—mostly oil—that account for").</summary>
    private string? PartItem(QuantityMention quantity, MeasureRef whole)
    {
        for (var k = analysis.Items.Count - 1; k >= 0; k--)
        {
            var item = analysis.Items[k];
            if (item.End > quantity.FirstToken || analysis.InAsideBefore(item.First, quantity.FirstToken) || MeasureResolver.Specific(item.Item) is null)
                continue;
            return item.Item == whole.Item ? null : item.Item;
        }
        return null;
    }

    /// <summary>"cars (20 percent)", "machinery (around 23 percent of exports)": the bracket's word is the part, the list's flow the whole.</summary>
    private ClaimDraft? Bracketed(QuantityMention quantity)
    {
        if (!analysis.Is(quantity.FirstToken - 1, "(") || analysis.Items.FindLast(i => i.End == quantity.FirstToken - 1) is not { } item)
            return null;
        MeasureRef? flow = null;
        foreach (var span in analysis.Measures)
            if (span.Measure is "exports" or "imports" && !InBrackets(span.First) && resolver.Resolve(span) is { First: not null, Second: not null } resolved && (flow is null || !resolved.PartnerOpen))
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
            if (analysis.Is(i, "share", "shares", "proportion", "portion", "percentage"))
                at = i;
        if (at < 0)
        {
            // "holds a 20 percent share of India's oil imports"
            if (!analysis.Is(quantity.EndToken, "share"))
                return null;
            at = quantity.EndToken;
        }
        var wholeSpan = analysis.Measures.FindLast(m => m.First > at && m.First <= at + 14 && (m.End <= quantity.FirstToken || at >= quantity.FirstToken) && !m.IsVerb && Preceded(m, at));
        if (wholeSpan is null)
            return null;
        var whole = Whole(wholeSpan, quantity);
        if (whole is null)
            return null;
        string? part = null;
        var possessor = resolver.Possessor(at);
        if (possessor?.Party is { } owner && owner != whole.First)
            part = owner;
        part ??= resolver.AfterPreposition(at, "with")?.Party is { } with && with != whole.First ? with : null;
        part ??= resolver.Between(at) is { } between ? between.A == whole.First ? between.B : between.B == whole.First ? between.A : null : null;
        // "the share of China in Russia's imports"
        if (part is null && analysis.Is(at + 1, "of") && analysis.ActorStartingAt(at + 2)?.Party is { } of && of != whole.First)
            part = of;
        // "the share of trade between the two countries in Russia's trade": the other of the two.
        if (part is null && whole.First is not null && analysis.Measures.Any(m => m.First > at && m.End <= wholeSpan.First))
            part = discourse.OtherOf(whole.First);
        var item = part is null ? analysis.Items.Find(i => i.First > at && i.End <= wholeSpan.First) is { } goods ? MeasureResolver.Specific(goods.Item) : null : null;
        return Build(quantity, whole, part, item, quantity.EndToken);
    }

    private bool Preceded(MeasureSpan span, int at)
    {
        for (var i = span.First - 1; i > at; i--)
            if (analysis.Is(i, "in", "of"))
                return true;
        return false;
    }

    /// <summary>"supplied 40 percent of Europe's gas", "gets a third of its oil from Russia": a share of imports of an item.</summary>
    private ClaimDraft? Supplies(QuantityMention quantity, ItemSpan item)
    {
        if (MeasureResolver.Specific(item.Item) is null)
            return null;
        var owner = resolver.Possessor(item.First)?.Party;
        var from = resolver.AfterPreposition(item.End, "from")?.Party;
        var subject = resolver.SubjectBefore(quantity.FirstToken)?.Party;
        var supplies = Enumerable.Range(1, 4).Any(k => analysis.Is(quantity.FirstToken - k, "supplied", "supplies", "supply", "supplying", "provided", "provides", "delivered", "covered", "covers"));
        string? buyer, seller;
        if (from is not null)
            (buyer, seller) = (owner is not null && owner != from ? owner : subject ?? discourse.Subject, from);
        else if (supplies && owner is not null && subject is not null)
            (buyer, seller) = (owner, subject);
        else if (analysis.Is(item.End, "imports", "import") is false && Enumerable.Range(1, 6).Any(k => analysis.Is(quantity.FirstToken - k, "on")) && subject is not null)
            (buyer, seller) = (subject, resolver.AfterPreposition(Math.Max(0, quantity.FirstToken - 6), "on")?.Party);
        else
            return null;
        return buyer is null || seller is null || buyer == seller ? null : Build(quantity, new MeasureRef("imports", buyer, null, item.Item), seller, null, item.End);
    }

    private ClaimDraft? OfOutput(QuantityMention quantity)
    {
        if (!analysis.Is(quantity.EndToken, "of") || !Enumerable.Range(quantity.EndToken + 1, 4).Any(k => analysis.Is(k, "gdp", "output") || (analysis.Is(k, "gross") && analysis.Is(k + 1, "domestic"))))
            return null;
        var military = analysis.Measures.Find(m => m.Measure is "military_expenditure" or "military_expenditure_gdp_share") is { } span ? resolver.Resolve(span) : null;
        var state = military?.First ?? (Enumerable.Range(0, analysis.Tokens.Count).Any(k => analysis.Is(k, "defence", "defense", "military")) ? resolver.SubjectBefore(quantity.FirstToken)?.Party : null);
        if (state is null)
            return null;
        var reference = new MeasureRef("military_expenditure_gdp_share", state, null, null);
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse, stock: true);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken + 2,
            Kind = ClaimKind.Share,
            Assertion = reference.Text(chosen.Period?.Text) + AssertionText.Tail(AsShare(quantity)),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(AsShare(quantity));
    }

    private ClaimDraft? Settlement(QuantityMention quantity, MeasureRef whole)
    {
        var parties = whole.Second is not null ? $"{whole.First}, {whole.Second}" : whole.First is not null && discourse.OtherOf(whole.First) is { } other && whole.Measure == "trade" ? $"{whole.First}, {other}" : whole.First;
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, whole, discourse);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken,
            Kind = ClaimKind.Share,
            Assertion = $"settlement_share({parties}{(Currency() is { } money ? ", " + money : "")}{(chosen.Period is { } p ? ", " + p.Text : "")})" + AssertionText.Tail(AsShare(quantity)),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(whole, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(AsShare(quantity));
    }

    /// <summary>The currency that trade is settled in, as an item of the catalogue: yuan, or roubles and yuan together.</summary>
    private string? Currency()
    {
        var named = analysis.Items.Where(i => i.Item is "cny" or "rub" or "usd" or "eur" or "rub_cny").Select(i => i.Item).Distinct().ToList();
        return named.Contains("rub_cny") || (named.Contains("rub") && named.Contains("cny")) ? "rub_cny" : named.Count == 1 ? named[0] : null;
    }

    private ClaimDraft? Build(QuantityMention quantity, MeasureRef whole, string? partner, string? item, int end, int? first = null)
    {
        string part, all;
        IReadOnlyList<Inference> inferred = whole.Inferred;
        var reference = whole;
        if (whole.Measure == "arms_import_share")
        {
            var buyer = whole.First == partner ? whole.Second : whole.First;
            if (partner is null || buyer is null)
                return null;
            var arms = new MeasureRef("arms_import_share", partner, buyer, null);
            return Simple(quantity, arms, end);
        }
        if (whole.Measure == "arms_export_share" && (partner ?? whole.First) is { } exporter)
            return Simple(quantity, new MeasureRef("arms_export_share", exporter, null, null), end);
        if (partner is not null && whole.First is not null && whole.Second is null)
        {
            (part, all) = whole.Measure switch
            {
                "exports" => (new MeasureRef("exports", whole.First, partner, whole.Item).Text(), whole.Text()),
                "imports" => (new MeasureRef("imports", partner, whole.First, whole.Item).Text(), whole.Text()),
                _ => (new MeasureRef(whole.Measure, whole.First, partner, whole.Item).Text(), whole.Text()),
            };
            reference = new MeasureRef(whole.Measure, whole.Measure == "imports" ? partner : whole.First, whole.Measure == "imports" ? whole.First : partner, null);
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
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse);
        if (analysis.Is(quantity.FirstToken - 1, "from") && chosen.Mention is null && analysis.Quantities.Any(q => q.FirstToken > quantity.EndToken && analysis.Is(q.FirstToken - 1, "to")))
            chosen = chosen with { Period = null, Inference = null };
        discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
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

    private ClaimDraft Simple(QuantityMention quantity, MeasureRef reference, int end)
    {
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = Math.Max(quantity.EndToken, Math.Min(end, quantity.EndToken + 12)),
            Kind = ClaimKind.Share,
            Assertion = reference.Text(chosen.Period?.Text) + AssertionText.Tail(AsShare(quantity)),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            // Shares of the arms trade are told of windows of years; one year has none.
            Reason = chosen.Period is { Kind: PeriodKind.Range } ? null : "no-period",
        }.WithQuantity(AsShare(quantity));
    }

    /// <summary>Fractions in words ("a third") are rough; percentages stand as written.</summary>
    internal static QuantityMention AsShare(QuantityMention quantity) =>
        quantity.Kind == QuantityKind.Fraction ? quantity with { Unit = Units.Share, Hedge = quantity.Hedge == Hedge.None ? Hedge.About : quantity.Hedge } : quantity;
}
