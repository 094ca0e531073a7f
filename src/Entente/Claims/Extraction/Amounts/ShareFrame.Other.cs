using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>Shares put in other ways: of output, in settlements, supplied, of everything, at another time.</content>
internal sealed partial class ShareFrame
{
    /// <summary>"39 percent of everything that Australia exported", "of all the weapons that Pakistan imported".</summary>
    private ClaimDraft? OfEverything(QuantityMention quantity)
    {
        if (!analysis.Is(quantity.EndToken, "of") || !analysis.Is(quantity.EndToken + 1, "everything", "all", "what", "the"))
            return null;
        var verb = analysis.Measures.Find(m => m.IsVerb && m.First > quantity.EndToken + 1 && m.First <= quantity.EndToken + 9);
        if (verb is null || analysis.Is(verb.First, ","))
            return null;
        // "everything it sells abroad": the one who does what the sentence tells of.
        var named =
            analysis.ActorEndingAt(verb.First) is { IsAdjective: false } trader ? trader.Party
            // "38 percent of Belarus's exports and 57 percent of what it imported": the one whose first whole it was.
            : last is { Partner: { } holder, Whole: { Second: null, First: { } its } }
            && analysis.Is(verb.First - 1, "it", "they")
            && resolver.SubjectBefore(quantity.FirstToken)?.Party == holder
                ? its
            : null;
        if ((named ?? (analysis.Is(verb.First - 1, "it", "they") ? resolver.SubjectOf(verb.First) : null)) is not { } owner)
            return null;
        var item = MeasureResolver.Specific(analysis.Items.Find(i => i.First > quantity.EndToken && i.End <= verb.First)?.Item);
        var part = resolver.SubjectBefore(quantity.FirstToken)?.Party;
        // "Smuggled goods make up a fifth of what Iraq buys from Turkey": a part of the flow, not the flow itself.
        if (part is null && HasShareVerb(quantity) && analysis.Is(verb.End, "from", "to"))
            return null;
        if (part is null || part == owner)
            part = resolver.AfterPreposition(verb.End, "from", "to")?.Party ?? PartBehind(PastTimes(verb.End), owner);
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
                if (
                    analysis.ActorEndingAt(k + 1) is { IsAdjective: false, Possessive: false, Party: { } another }
                    && another != same.Whole.First
                    && another != same.Partner
                    && analysis.Word(k + 1) is var gap
                    && (
                        k + 1 == quantity.FirstToken
                        || gap is "still" or "only" or "another" or "just" or "of" or "with" or "at" or "for" or "about" or "took"
                    )
                )
                {
                    // "South Korea and Turkey 10 percent each"
                    if (
                        Each(k + 1, quantity.EndToken)
                        && analysis.ActorEndingAt(k + 1) is { } second
                        && analysis.Is(second.First - 1, "and")
                        && analysis.ActorEndingAt(second.First - 1) is { IsAdjective: false, Party: { } twin }
                    )
                        alike = twin;
                    return Build(quantity, same.Whole, another, null, quantity.EndToken);
                }
        // "imports at 1.7 percent … and exports at 1.4 percent": another whole, which the words leave unsaid.
        if (analysis.Measures.Exists(m => m.End <= quantity.FirstToken && quantity.FirstToken - m.End <= 2))
            return null;
        if (last is not { } before || before.Whole is not { } whole)
            return null;
        var first = quantity.FirstToken;
        // Who is named since the last share is whose this one is ("…, overtaking China's, which fell to 13.9 percent").
        if (NamedSince(first) is { } named && named.Party != whole.First)
        {
            if (named.Party == before.Partner)
                return analysis.Is(first - 1, "from") && analysis.Word(first - 2) is "up" or "down"
                    ? Build(quantity, whole, named.Party, null, quantity.EndToken)
                    : null;
            return
                named.Party is not null
                && before.Partner is not null
                && (
                    (named.Possessive && (analysis.Word(first - 1) is "to" or "at" or "was" or "reached" or "is" or "stood"))
                    || ShareVerbBetween(named.End, first)
                    || (analysis.Is(first - 1, "at", "with", "for") && first - named.End <= 2)
                )
                ? Build(quantity, whole, named.Party, null, quantity.EndToken)
                : null;
        }
        var moves =
            analysis.Is(first - 1, "from", "to")
            && (
                (
                    analysis.Word(first - 2)
                    is "down"
                        or "up"
                        or "rose"
                        or "fell"
                        or "grew"
                        or "increased"
                        or "dropped"
                        or "jumped"
                        or "climbed"
                        or "declined"
                )
                || analysis.Is(first - 1, "to")
                || analysis.Is(first - 2, "share")
                || AfterTo(first)
            );
        var compared =
            analysis.Is(first - 1, "against", "versus", "than")
            || (analysis.Is(first - 1, "with", "to") && analysis.Is(first - 2, "compared", "comparison", "opposed"));
        if (!moves && !compared && !Restated(first))
            return null;
        return Build(quantity, before.Whole, before.Partner, before.Item, quantity.EndToken);
    }

    // "to 42 percent in 2023 from 33 percent in 2020"
    private bool AfterTo(int first)
    {
        foreach (var other in analysis.Quantities)
            if (other.Kind == QuantityKind.Percent && other.EndToken < first && first - other.EndToken <= 5)
                return true;
        return false;
    }

    // "…; by 2023 it was more than 30 percent"
    private bool Restated(int first)
    {
        for (var i = first - 1; i >= Math.Max(1, first - 4); i--)
            if ((analysis.Word(i) is "was" or "is" or "stood" or "reached" or "had" or "hit" or "exceeded" or "became" or "been"))
                for (var k = i - 1; k >= Math.Max(0, i - 2); k--)
                    if ((analysis.Word(k) is "it" or "this" or "that" or "share" or "figure" or "proportion"))
                        return true;
        return false;
    }

    /// <summary>"supplied 40 percent of Europe's gas", "gets a third of its oil from Russia": a share of imports of an item.</summary>
    /// <summary>"exported 80 percent of its crude to China": of what the seller sells.</summary>
    private ClaimDraft? Sold(QuantityMention quantity, ItemSpan item)
    {
        var verb = -1;
        for (var i = quantity.FirstToken - 1; i >= Math.Max(0, quantity.FirstToken - 3) && verb < 0; i--)
            if (
                analysis.Word(i)
                is "exported"
                    or "exports"
                    or "exporting"
                    or "sold"
                    or "sells"
                    or "selling"
                    or "sent"
                    or "sends"
                    or "ships"
                    or "shipped"
                    or "shipping"
            )
                verb = i;
        if (verb < 0 || analysis.Word(quantity.EndToken + 1) is not ("its" or "the"))
            return null;
        var buyer = SameClause(item.End, resolver.AfterPreposition(item.End, "to"))?.Party;
        return buyer is not null && resolver.SubjectBefore(verb)?.Party is { } seller && seller != buyer
            ? Build(quantity, new MeasureRef("exports", seller, null, MeasureResolver.Specific(item.Item)), buyer, null, item.End)
            : null;
    }

    // ", keeps its distance from Washington": what stands behind a comma belongs to another clause.
    private ActorSpan? SameClause(int from, ActorSpan? actor)
    {
        // "from Norway and the United States": the sum of two is neither's.
        if (actor is not null && analysis.Word(actor.End) is "and")
        {
            var next = analysis.Word(actor.End + 1) is "the" ? actor.End + 2 : actor.End + 1;
            if (analysis.ActorStartingAt(next) is { IsAdjective: false, Possessive: false })
                return null;
        }
        if (actor is not null)
            for (var i = from; i < actor.First; i++)
                if (analysis.Tokens[i].Text is "," or ";")
                    return null;
        return actor;
    }

    private ClaimDraft? Supplies(QuantityMention quantity, ItemSpan item)
    {
        // What is used or needed is more than what is bought.
        if (
            MeasureResolver.Specific(item.Item) is null
            || (
                analysis.Word(item.End)
                is "consumption"
                    or "demand"
                    or "needs"
                    or "requirements"
                    or "production"
                    or "output"
                    or "use"
                    or "reserves"
                    or "generation"
            )
        )
            return null;
        if ((Sold(quantity, item) ?? Whereto(quantity, item)) is { } sold)
            return sold;
        // "… of Hungary's gas, 46 percent of its coal and 27 percent of its oil": other goods of the same two.
        if (
            analysis.Word(quantity.EndToken + 1) is "its" or "their"
            && analysis.Word(quantity.FirstToken - 1) is "," or "and"
            && last is { Partner: { } supplier, Whole: { Measure: "imports", Second: null, Item: not null } taken }
            && (NamedSince(quantity.FirstToken)?.Party is not { } since || since == taken.First)
        )
            return Build(quantity, taken with { Item = item.Item }, supplier, null, item.End);
        var possessor = resolver.Possessor(item.First);
        var owner = possessor?.Party ?? (possessor is { Actor.Code: "europe", IsAdjective: false } ? "EUROPE" : null);
        var from = SameClause(item.End, resolver.AfterPreposition(item.End, "from"))?.Party;
        var served = analysis.Is(quantity.FirstToken - 1, "with") ? analysis.ActorEndingAt(quantity.FirstToken - 1) : null;
        var subject = resolver.SubjectBefore(served?.First ?? quantity.FirstToken)?.Party;
        var supplies = Enumerable
            .Range(1, 4)
            .Any(k =>
                (
                    analysis.Word(quantity.FirstToken - k)
                    is "supplied"
                        or "supplies"
                        or "supply"
                        or "supplying"
                        or "provided"
                        or "provides"
                        or "delivered"
                        or "covered"
                        or "covers"
                )
            );
        string? buyer,
            seller;
        // "provides Hungary with 80 percent of its gas"
        if (supplies && from is null && owner is null && analysis.Is(quantity.FirstToken - 1, "with"))
            owner = served is { IsAdjective: false } ? served.Party : null;
        if (from is not null)
            (buyer, seller) = (owner is not null && owner != from ? owner : subject ?? discourse.Subject, from);
        else if (supplies && owner is not null && subject is not null)
            (buyer, seller) = (owner, subject);
        else if (
            analysis.Is(item.End, "imports", "import") is false
            && Enumerable.Range(1, 6).Any(k => analysis.Is(quantity.FirstToken - k, "on"))
            && subject is not null
        )
            (buyer, seller) = (subject, resolver.AfterPreposition(Math.Max(0, quantity.FirstToken - 6), "on")?.Party);
        else
            return null;
        return buyer is null || seller is null || buyer == seller
            ? null
            : Build(quantity, new MeasureRef("imports", buyer, null, item.Item), seller, null, item.End);
    }

    private bool ofOutput;

    private ClaimDraft? OfOutput(QuantityMention quantity)
    {
        // "Kyiv spent 37 percent of its GDP on defence, Moscow 5.9 percent"
        if (
            ofOutput
            && !analysis.Is(quantity.EndToken, "of")
            && (Beside(quantity) ?? BesideBracket(quantity) ?? ComparedIn(quantity)) is { } next
        )
            return Burden(quantity, next);
        if (
            !analysis.Is(quantity.EndToken, "of")
            || !Enumerable
                .Range(quantity.EndToken + 1, 4)
                .Any(k => analysis.Is(k, "gdp", "output") || (analysis.Is(k, "gross") && analysis.Is(k + 1, "domestic")))
        )
            return null;
        var military = analysis.Measures.Find(m => m.Measure is "military_expenditure" or "military_expenditure_gdp_share") is { } span
            ? resolver.Resolve(span)
            : null;
        var state =
            military?.First
            ?? (
                Enumerable
                    .Range(0, analysis.Tokens.Count)
                    .Any(k =>
                        analysis.Is(k, "defence", "defense", "military", "forces")
                        || (analysis.Is(k, "armed") && analysis.Is(k + 1, "forces"))
                    )
                    ? resolver.SubjectBefore(quantity.FirstToken)?.Party ?? SubjectBehind(quantity)
                    : null
            );
        if (state is null)
            return null;
        ofOutput = true;
        return Burden(quantity, state);
    }

    private ClaimDraft? Burden(QuantityMention quantity, string state)
    {
        var reference = new MeasureRef("military_expenditure_gdp_share", state, null, null);
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse, stock: true);
        // "plans to lift its defence budget to 2.45 percent of GDP in 2025": a goal, not what is.
        if (Intended(quantity.FirstToken))
            return chosen.Mention is null || chosen.Period is not { } due
                ? null
                : new ClaimDraft
                {
                    First = quantity.FirstToken,
                    End = quantity.EndToken + 2,
                    Kind = ClaimKind.Target,
                    Modality = Claims.Modality.Target,
                    Assertion = $"target({reference.Text()}, {due.Text})" + AssertionText.Tail(AsShare(quantity)),
                    Period = due,
                    Inferred = MoneyFrame.Inferences(reference, chosen),
                }.WithQuantity(AsShare(quantity));
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

    private bool Intended(int before)
    {
        for (var i = before - 1; i > Math.Max(0, before - 12); i--)
            if (
                analysis.Word(i) is ";" or "."
                || analysis.Quantities.Any(q => q.FirstToken <= i && i < q.EndToken && q.Kind == QuantityKind.Percent)
            )
                return false;
            else if (analysis.Is(i, "to") && Lexicon.TargetVerbs.Contains(analysis.Word(i - 1)) || analysis.Word(i) is "goal" or "target")
                return true;
        return false;
    }

    /// <summary>"At 3.4 percent of GDP, Estonia devotes more to defence": the subject that an opening figure waits for.</summary>
    private string? SubjectBehind(QuantityMention quantity)
    {
        if (quantity.FirstToken > 2)
            return null;
        for (var i = quantity.EndToken; i < Math.Min(quantity.EndToken + 6, analysis.Tokens.Count); i++)
            if (analysis.Tokens[i].Text is ",")
                return analysis.ActorStartingAt(analysis.Is(i + 1, "the") ? i + 2 : i + 1) is { IsAdjective: false } actor
                    ? actor.Party
                    : null;
        return null;
    }

    private ClaimDraft? Settlement(QuantityMention quantity, MeasureRef whole)
    {
        var parties =
            whole.Second is not null ? $"{whole.First}, {whole.Second}"
            : whole.First is not null && discourse.OtherOf(whole.First) is { } other && whole.Measure == "trade" ? $"{whole.First}, {other}"
            : whole.First;
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, whole, discourse);
        // "is now settled in roubles": how payments are made is told as of the month.
        if (
            (chosen.Period is null || chosen.Inference?.From == Inference.LastFullYear)
            && discourse.PublishedPeriod is { Kind: PeriodKind.Day or PeriodKind.Month } written
            && analysis.Tokens.Any(t => t.Lower is "now" or "already" or "currently" or "today")
        )
        {
            var month = Period.OfMonth(written.Start.Year, written.Start.Month);
            chosen = new(month, null, new Inference("period", month.Text, "the time of writing"));
        }
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken,
            Kind = ClaimKind.Share,
            Assertion =
                $"settlement_share({parties}{(Currency() is { } money ? ", " + money : "")}{(chosen.Period is { } p ? ", " + p.Text : "")})"
                + AssertionText.Tail(AsShare(quantity)),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(whole, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(AsShare(quantity));
    }
}
