using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>
/// Money that a state holds or gives: government debt of another, the reserves of its central bank, aid committed and aid allocated.
/// </summary>
internal sealed partial class FinanceFrame(
    SentenceAnalysis analysis,
    ExtractionCatalogue catalogue,
    Discourse discourse,
    MeasureResolver resolver
)
{
    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (quantity.Kind != QuantityKind.Money)
            return null;
        if (Changes(quantity))
            return Moved(quantity);
        var reference = Holdings(quantity) ?? Reserves(quantity) ?? Aid(quantity);
        return reference is null ? null : Level(quantity, reference);
    }

    /// <summary>"cut its holdings of Treasuries by $173 billion", "a $20 billion fall in its reserves": by how much a stock moved.</summary>
    private ClaimDraft? Moved(QuantityMention quantity)
    {
        if ((Holdings(quantity) ?? Reserves(quantity)) is not { } reference)
            return null;
        var direction = Change.None;
        foreach (var change in analysis.Changes)
            if (change.IsNoun ? change.Token >= quantity.EndToken && change.Token <= quantity.EndToken + 1 : Verb(change.Token, quantity))
                direction = change.Direction;
        for (var i = Math.Max(0, quantity.FirstToken - 12); i < quantity.FirstToken && direction == Change.None; i++)
            direction = Word(i) switch
            {
                "cut" or "shed" or "reduced" or "trimmed" or "pared" or "slashed" or "lowered" or "reducing" or "cutting" => Change.Down,
                "raised" or "increased" or "added" or "boosted" or "expanded" or "raising" or "increasing" => Change.Up,
                _ => Change.None,
            };
        if (direction == Change.None)
            return null;
        var chosen = AtEnd(PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse));
        var period = chosen.Period is { } p ? ", " + p.Text + (chosen.Since is { } s ? ", since: " + s.Text : "") : "";
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken,
            Kind = ClaimKind.Change,
            Assertion = $"change({reference.Text()}{period})" + AssertionText.Tail(quantity, direction == Change.Down ? -1.0 : 1.0),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity, direction == Change.Down ? -1.0 : 1.0);
    }

    private static bool Verb(int token, QuantityMention quantity) => token < quantity.FirstToken && quantity.FirstToken - token <= 14;

    /// <summary>"held $1.1 trillion of Treasuries", "China's holdings of US government debt fell to", "Treasury securities worth".</summary>
    private MeasureRef? Holdings(QuantityMention quantity)
    {
        var paper = Paper(quantity);
        if (paper < 0)
            return null;
        var debtor = analysis.ActorEndingAt(paper)?.Party ?? analysis.ActorStartingAt(paper)?.Party ?? "USA";
        var holder = Holder(quantity, paper);
        return holder is null || holder == debtor ? null : new MeasureRef("holdings", holder, debtor, null);
    }

    /// <summary>True for money in government debt that is not said to be held: sales, purchases, issues. No stock is claimed.</summary>
    public bool Blocks(QuantityMention quantity) =>
        quantity.Kind == QuantityKind.Money && Paper(quantity) >= 0 && (!Held(quantity) || Changes(quantity));

    private bool Held(QuantityMention quantity)
    {
        for (var i = 0; i < Math.Min(analysis.Tokens.Count, quantity.EndToken + 10); i++)
            if (
                Word(i)
                is "held"
                    or "holds"
                    or "hold"
                    or "holding"
                    or "holdings"
                    or "owned"
                    or "owns"
                    or "owning"
                    or "stockpile"
                    or "portfolio"
                    or "holder"
            )
                return true;
        return false;
    }

    private int Paper(QuantityMention quantity)
    {
        foreach (var item in analysis.Items)
            if (item.Item == "treasury_securities" && analysis.Distance(item.First, quantity.FirstToken) < 16)
                return item.First;
        foreach (var span in analysis.Measures)
            if (span.Measure == "holdings" && analysis.Distance(span.First, quantity.FirstToken) < 16)
                return span.First;
        return -1;
    }

    private string? Holder(QuantityMention quantity, int paper)
    {
        for (var i = Math.Min(paper, quantity.FirstToken) - 1; i >= 0; i--)
        {
            if (IsHoard(Word(i)))
                return resolver.Possessor(i)?.Party ?? ByPronoun(i);
            if (Word(i) is "holder")
                return resolver.SubjectBefore(i)?.Party;
            if (Word(i) is "held" or "holds" or "hold" or "holding" or "owned" or "owns" or "owning" or "sat" or "kept")
                return Word(i + 1) is "by" ? analysis.ActorStartingAt(Word(i + 2) is "the" ? i + 3 : i + 2)?.Party : resolver.SubjectOf(i);
        }
        for (var i = Math.Max(paper, quantity.EndToken - 1); i < Math.Min(analysis.Tokens.Count, quantity.EndToken + 8); i++)
            if (Word(i) is "held" or "owned" && Word(i + 1) is "by")
                return analysis.ActorStartingAt(Word(i + 2) is "the" ? i + 3 : i + 2)?.Party;
        if (HolderBehind(quantity, paper) is { } behind)
            return behind;
        if (IsHoard(Word(paper + 1)) && ByPronoun(paper) is { } its)
            return its;
        // "China's Treasury holdings", "China's $759 billion of Treasuries"
        return resolver.Possessor(Math.Min(paper, quantity.FirstToken)) is { } owner && (owner.Possessive || IsHoard(Word(paper + 1)))
            ? owner.Party
            : null;
    }

    /// <summary>"the Bank of Russia's reserves of $640 billion", "Russia's foreign-exchange reserves stood at", "$3.2 trillion in reserves".</summary>
    private MeasureRef? Reserves(QuantityMention quantity)
    {
        var at = -1;
        for (var i = Math.Max(0, quantity.FirstToken - 14); i < Math.Min(analysis.Tokens.Count, quantity.EndToken + 7) && at < 0; i++)
            if (Word(i) is "reserves" && !analysis.StrongBreak(Math.Min(i, quantity.FirstToken), Math.Max(i, quantity.FirstToken)))
                at = i;
        if (
            at < 0
            || Word(at - 1) is "oil" or "gas" or "petroleum" or "coal" or "uranium" or "gold" or "lithium"
            || Word(at + 1) is "of" && Word(at + 2) is "oil" or "gas" or "crude" or "gold" or "yuan"
        )
            return null;
        // A part that is frozen, or abroad, is not the whole.
        for (var i = 0; i < analysis.Tokens.Count; i++)
            if (
                Word(i)
                is "frozen"
                    or "immobilised"
                    or "immobilized"
                    or "froze"
                    or "seized"
                    or "half"
                    or "part"
                    or "abroad"
                    or "blocked"
                    or "overseas"
            )
                return null;
        var bank = Bank();
        if (!Monetary(at) && bank is null)
            return null;
        var owner =
            bank
            ?? resolver.Possessor(Start(at))?.Party
            ?? (Word(at + 1) is "of" ? analysis.ActorStartingAt(Word(at + 2) is "the" ? at + 3 : at + 2)?.Party : null)
            ?? resolver.SubjectBefore(Math.Min(at, quantity.FirstToken))?.Party;
        return owner is null || !catalogue.Actors.TryGetValue(owner, out var actor) || actor.Kind != Actors.ActorKind.State
            ? null
            : new MeasureRef("central_bank_reserves", owner, null, null);
    }

    private int Start(int at)
    {
        while (
            Word(at - 1)
                is "foreign"
                    or "exchange"
                    or "currency"
                    or "international"
                    or "official"
                    or "-"
                    or "fx"
                    or "forex"
                    or "and"
                    or "gold"
                    or "central"
                    or "bank"
        )
            at--;
        return at;
    }

    private bool Monetary(int at) =>
        Word(at - 1) is "exchange" or "currency" or "foreign" or "international" or "fx" or "forex" or "bank" or "official";

    /// <summary>"the Bank of Russia", "the Turkish central bank", "the central bank of India".</summary>
    private string? Bank()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            if (Word(i) is not "bank")
                continue;
            if (Word(i + 1) is "of" && analysis.ActorStartingAt(Word(i + 2) is "the" ? i + 3 : i + 2) is { } of)
                return of.Party;
            if (Word(i - 1) is "central" && resolver.Possessor(i - 1) is { } owner)
                return owner.Party;
        }
        foreach (var actor in analysis.Actors)
            if (actor.End - actor.First >= 2 && Word(actor.First) is "bank" or "central")
                return actor.Party;
        return null;
    }

    /// <summary>"has allocated €43bn in military aid to Ukraine", "committed $14 billion to Ukraine", "Germany's aid commitments to Ukraine".</summary>
    private MeasureRef? Aid(QuantityMention quantity)
    {
        var verb = -1;
        for (var i = quantity.FirstToken - 1; i >= Math.Max(0, quantity.FirstToken - 10) && verb < 0; i--)
            if (
                Word(i)
                is "allocated"
                    or "earmarked"
                    or "allocations"
                    or "committed"
                    or "pledged"
                    or "promised"
                    or "commitments"
                    or "pledges"
            )
                verb = i;
        var after = -1;
        for (var i = quantity.EndToken; i < Math.Min(analysis.Tokens.Count, quantity.EndToken + 12) && after < 0; i++)
            if (Word(i) is "," or ";" or ".")
                break;
            else if (Word(i) is "aid" or "assistance" or "support" or "help")
                after = i;
        if (verb < 0)
            return null;
        var helps = after >= 0;
        for (var i = verb; i < quantity.FirstToken && !helps; i++)
            helps = Word(i) is "aid" or "assistance" or "support";
        helps |= Word(verb - 1) is "aid" or "assistance";
        // To Ukraine money is committed as aid, even where the word is not said.
        for (var i = quantity.EndToken; i < quantity.EndToken + 4 && !helps && Word(i) is not ("," or "." or "and"); i++)
            helps = Word(i) is "to" or "for" && analysis.ActorStartingAt(i + 1)?.Party is "UKR";
        if (!helps)
            return null;
        var from = Math.Max(after, quantity.EndToken);
        var receiver =
            resolver.AfterPreposition(quantity.EndToken, "to", "for")?.Party
            ?? resolver.AfterPreposition(verb, "to", "for")?.Party
            ?? analysis
                .Actors.Find(a => a.First > verb && a.First < from && !a.IsAdjective && !a.Possessive && Word(a.First - 1) == Word(verb))
                ?.Party;
        var giver = Word(verb) is "commitments" or "pledges" or "allocations"
            ? resolver.Possessor(Word(verb - 1) is "aid" ? verb - 1 : verb)?.Party
            : resolver.SubjectOf(verb);
        giver ??= Continent(verb);
        if (giver is null || receiver is null || giver == receiver)
            return null;
        var allocated = Word(verb) is "allocated" or "earmarked" or "allocations";
        return new MeasureRef(allocated ? "aid_allocated" : "aid_committed", giver, receiver, Kind(Math.Max(0, verb - 2), from));
    }

    /// <summary>"Europe" as a whole stands in the record of aid, and nowhere else as one party.</summary>
    private string? Continent(int verb)
    {
        for (var k = analysis.Actors.Count - 1; k >= 0; k--)
            if (analysis.Actors[k] is { IsAdjective: false } actor && actor.End <= verb)
                return actor.Actor.Code is "europe" or "EUROPE" && Word(actor.First) is "europe" ? "EUROPE" : null;
        return null;
    }

    private string? Kind(int from, int to)
    {
        for (var i = from; i <= to; i++)
            if (Word(i) is "military")
                return "military";
            else if (Word(i) is "humanitarian" or "financial")
                return Word(i);
        return null;
    }

    /// <summary>"cut its holdings by $50 billion", "a $20 billion fall": no level.</summary>
    private bool Changes(QuantityMention quantity)
    {
        if (Word(quantity.FirstToken - 1) is "by" || Adds(quantity))
            return true;
        foreach (var change in analysis.Changes)
            if (change.IsNoun && change.Token >= quantity.EndToken && change.Token <= quantity.EndToken + 1)
                return true;
        return Word(quantity.EndToken) is "more" or "less";
    }

    private ClaimDraft Level(QuantityMention quantity, MeasureRef reference)
    {
        var cumulative = reference.Measure is "aid_committed" or "aid_allocated";
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse, !cumulative);
        // What has been given between two times is the sum of the stretch, whatever stands before the figure.
        if (cumulative && chosen.Mention is { Period: { Kind: PeriodKind.Range } stretch })
            chosen = chosen with { Period = stretch };
        // Aid to Ukraine is counted from January 2022: "by the end of February 2025" is all until then.
        if (
            cumulative
            && reference.Second == "UKR"
            && chosen
                is {
                    Period: { Kind: PeriodKind.Day or PeriodKind.Month or PeriodKind.Year } until,
                    Mention.Role: TimeRole.By or TimeRole.Until
                }
        )
            chosen = chosen with { Period = Period.OfRange(Period.OfMonth(2022, 1), Period.OfMonth(until.End.Year, until.End.Month)) };
        // "has pledged £12 billion since February 2022": all from then to the day of writing.
        if (
            cumulative
            && reference.Second == "UKR"
            && chosen.Mention is null
            && (chosen.Since ?? SinceEvent()) is { } begun
            && discourse.Published is { } today
        )
            chosen = chosen with
            {
                Period = Period.OfRange(Period.OfMonth(begun.Start.Year, begun.Start.Month), Period.OfMonth(today.Year, today.Month)),
            };
        if (!cumulative && StockBefore(chosen, analysis) is { } eve)
            chosen = chosen with { Period = eve };
        if (!cumulative)
            chosen = AtEnd(chosen);
        // Holdings and reserves are of a month's end; a day or "the end of" a month is that month.
        if (!cumulative && chosen.Period is { Kind: PeriodKind.Day } day)
            chosen = chosen with { Period = Period.OfMonth(day.Start.Year, day.Start.Month) };
        var written = Bound(quantity);
        discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
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

    /// <summary>For what is counted at a moment: "on the eve of X" is the month of the day before X, "before X" the month before X.</summary>
    internal static Period? StockBefore(ChosenPeriod chosen, SentenceAnalysis analysis)
    {
        foreach (var time in analysis.Times)
        {
            if (
                time is not { Kind: TimeKind.Event, Role: TimeRole.Before, Period: { } at }
                || (chosen.Mention is not null && chosen.Mention != time)
            )
                continue;
            var eve = false;
            for (var i = Math.Max(0, time.FirstToken - 3); i < time.EndToken; i++)
                eve |= analysis.Is(i, "eve");
            var day = eve ? at.Start.PlusDays(-1) : at.Start.PlusMonths(-1);
            return Period.OfMonth(day.Year, day.Month);
        }
        return null;
    }

    /// <summary>"sank below the threshold of $1 trillion", "passed the $3 trillion mark".</summary>
    private QuantityMention Bound(QuantityMention quantity)
    {
        if (quantity.Hedge != Hedge.None)
            return quantity;
        var mark =
            Lexicon.ThresholdNouns.Contains(Word(quantity.EndToken))
            || (Word(quantity.FirstToken - 1) is "of" && Lexicon.ThresholdNouns.Contains(Word(quantity.FirstToken - 2)));
        for (var i = quantity.FirstToken - 1; i >= Math.Max(0, quantity.FirstToken - (mark ? 5 : 1)); i--)
            if (Word(i) is "below" or "under" or "beneath")
                return quantity with { Hedge = Hedge.LessThan };
            else if (Word(i) is "above" or "over" or "past" or "passed" or "crossed" or "exceeded" or "surpassed" or "topped")
                return quantity with { Hedge = Hedge.MoreThan };
        return quantity;
    }

    private string Word(int i) => analysis.Word(i);
}
