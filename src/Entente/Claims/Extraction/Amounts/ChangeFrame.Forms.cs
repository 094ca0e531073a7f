using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>Changes told by nouns, and the two ends that a change went between.</content>
internal sealed partial class ChangeFrame
{
    /// <summary>
    /// "fell by €4.2 billion (8.1 percent)", "slid to €18 billion (minus 4.7 percent)": a bracket right behind an amount, whose sign or whose
    /// amount's own change says which way.
    /// </summary>
    private (Change Direction, int At)? InBracket(QuantityMention quantity)
    {
        var open = quantity.FirstToken - 1;
        if (!analysis.Is(open, "(") || !analysis.Is(quantity.EndToken, ")"))
            return null;
        foreach (var amount in analysis.Quantities)
        {
            if (amount.Kind is not (QuantityKind.Money or QuantityKind.Physical) || amount.EndToken > open || open - amount.EndToken > 3)
                continue;
            if (quantity.Number.Value < 0)
                return (Change.Up, quantity.FirstToken);
            if (analysis.Is(quantity.FirstToken, "plus"))
                return (Change.Up, quantity.FirstToken);
            if (amount.EndToken < open && !InTime(amount.EndToken, open))
                return null;
            foreach (var c in analysis.Changes)
                if (
                    !c.IsNoun
                        && c.Token < amount.FirstToken
                        && amount.FirstToken - c.Token <= 4
                        && (analysis.Is(amount.FirstToken - 1, "by") || c.Token == amount.FirstToken - 1)
                    || c.IsNoun && c.Token == amount.FirstToken - 2 && analysis.Is(amount.FirstToken - 1, "of")
                )
                    return (c.Direction, c.Token);
        }
        return null;
    }

    private bool InTime(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (!analysis.Times.Any(t => t.FirstToken - 1 <= i && i < t.EndToken))
                return false;
        return true;
    }

    /// <summary>"…, while those to the United States gained 6 percent": the flow just told, with another partner.</summary>
    private MeasureRef? StandIn(int at)
    {
        foreach (var actor in analysis.Actors)
        {
            if (actor.End > at || at - actor.End > 3 || actor.IsAdjective || actor.Possessive || actor.Party is not { } party)
                continue;
            var preposition = analysis.Is(actor.First - 1, "the") ? actor.First - 2 : actor.First - 1;
            if (!analysis.Is(preposition - 1, "those", "that") || discourse.LastInSentence is not { First: { } first } told)
                continue;
            return (told.Measure, analysis.Word(preposition)) switch
            {
                ("exports" or "volume", "to") when party != first => told with { Second = party, PartnerOpen = false },
                ("imports", "from") when (told.Second ?? first) is var buyer && buyer != party => told with
                {
                    First = party,
                    Second = buyer,
                    PartnerOpen = false,
                },
                ("trade" or "balance", "with") when party != first => told with { Second = party, PartnerOpen = false },
                _ => null,
            };
        }
        return null;
    }

    /// <summary>"had more than doubled in three years by 2022": the years that a change took; 0 where they are not told beside it.</summary>
    private int Over(QuantityMention quantity)
    {
        foreach (var other in analysis.Quantities)
            if (
                other is { Kind: QuantityKind.Duration, Unit.Symbol: "years", Upper: null, Hedge: Hedge.None }
                && other.FirstToken == quantity.EndToken + 1
                && analysis.Word(quantity.EndToken) is "in" or "within" or "over"
                && !(analysis.Word(other.EndToken) is "after" or "before" or "of" or "since" or "from" or "to")
                && other.Number.Value % 1 == 0
                && other.Number.Value < 50
            )
                return (int)other.Number.Value;
        return 0;
    }

    /// <summary>
    /// "exports rose by 39 percent and imports from Russia by 31", "Algeria's spending jumped by 76 percent, Poland's by 75", "those from Korea 23
    /// percent": the verb of the change before, which a list leaves out.
    /// </summary>
    private (Change Direction, int At)? Carried(QuantityMention quantity, bool by)
    {
        var first = quantity.FirstToken;
        var at = by ? first - 1 : first;
        QuantityMention? before = null;
        foreach (var other in analysis.Quantities)
            if (other.Kind == QuantityKind.Percent && other.EndToken < first)
                before = other;
        if (before is null)
            return null;
        var named = false;
        foreach (var actor in analysis.Actors)
            if (actor.First >= before.EndToken && actor.End <= at && at - actor.End <= 1)
                named |= by && (actor.Possessive || analysis.Word(actor.First - 1) is "from" or "to" or "with") || StandIn(at) is not null;
        foreach (var span in analysis.Measures)
            named |= by && !span.IsVerb && span.First >= before.EndToken && span.End == at;
        if (!named)
            return null;
        for (var i = before.EndToken; i < first; i++)
            if (analysis.Word(i) is ";" or "while" or "whereas" or "but" or ".")
                return null;
        foreach (var change in analysis.Changes)
            if (!change.IsNoun && change.Token >= before.EndToken && change.Token < first)
                return null;
        foreach (var change in analysis.Changes)
            if (!change.IsNoun && change.Token < before.FirstToken && before.FirstToken - change.Token <= 4)
                return (change.Direction, at);
        return Carried(before, analysis.Is(before.FirstToken - 1, "by")) is { } earlier ? (earlier.Direction, at) : null;
    }

    /// <summary>"China's rose by 28 percent, Italy's crept up by 1.4", "that of Italy fell": whose measure a clause goes on with.</summary>
    private string? Standing(MeasureSpan span, int change)
    {
        foreach (var actor in analysis.Actors)
            if (
                actor.First > span.End
                && actor.End <= change
                && change - actor.End <= 2
                && actor.Party is { } party
                && (
                    (actor.Possessive && analysis.Word(actor.First - 1) is not ("in" or "of" or "to" or "from" or "with"))
                    || (!actor.IsAdjective && analysis.Is(actor.First - 1, "of") && analysis.Word(actor.First - 2) is "that" or "those")
                )
            )
                return party;
        return null;
    }

    /// <summary>"more than halved (–53 per cent)", "fell sharply (by 12 percent)": the bracket says by how much.</summary>
    private (Change Direction, int At)? Restated(QuantityMention quantity)
    {
        var open = quantity.FirstToken - 1;
        while (open > quantity.FirstToken - 4 && analysis.Word(open) is "by" or "-" or "–" or "−" or "+" or "down" or "up")
            open--;
        if (!analysis.Is(open, "("))
            return null;
        foreach (var change in analysis.Changes)
            if (!change.IsNoun && change.Token < open && open - change.Token <= 2)
                return (change.Direction, change.Token);
        foreach (var other in analysis.Quantities)
            if (other.Kind == QuantityKind.Multiple && other.EndToken == open)
            {
                var down = other.Change == Change.Down || analysis.Word(other.CoreToken).StartsWith("halv", StringComparison.Ordinal);
                return (down ? Change.Down : Change.Up, other.CoreToken);
            }
        return null;
    }

    /// <summary>"The fall in US exports to Russia was 65 percent": a noun whose measure stands between it and its figure.</summary>
    private (Change Direction, int At)? Nominal(QuantityMention quantity)
    {
        var first = quantity.FirstToken;
        if (!(analysis.Word(first - 1) is "was" or "is" or "reached" or "came" or "hit" or "of" or "at" or "amounted" or "to" or "been"))
            return null;
        foreach (var c in analysis.Changes)
            if (
                c.IsNoun
                && c.Token < first
                && first - c.Token <= 16
                && analysis.Is(c.Token + 1, "in", "of")
                && analysis.Measures.Exists(m => !m.IsVerb && m.First > c.Token + 1 && m.First <= c.Token + 6 && m.End < first)
                && NothingBetween(c.Token + 1, first)
            )
                return (c.Direction, c.Token);
        return null;
    }

    /// <summary>The measure behind a verb that a change is the subject of.</summary>
    private MeasureSpan? Taken(int end)
    {
        for (var i = end; i < Math.Min(end + 5, analysis.Tokens.Count); i++)
        {
            if (
                !(
                    analysis.Word(i)
                    is "took"
                        or "takes"
                        or "lifted"
                        or "brought"
                        or "pushed"
                        or "sent"
                        or "carried"
                        or "left"
                        or "drove"
                        or "propelled"
                        or "recorded"
                        or "registered"
                        or "seen"
                        or "observed"
                        or "posted"
                        or "reported"
                )
            )
                continue;
            foreach (var span in analysis.Measures)
                if (!span.IsVerb && span.First > i && span.First <= i + 8 && !analysis.StrongBreak(i, span.First))
                    return span;
            return null;
        }
        return null;
    }

    /// <summary>"A tenfold rise in military spending … for Ukraine": the one state of the sentence, where its measure names none.</summary>
    private MeasureRef? OnlyState(MeasureSpan span)
    {
        if (catalogue.Measures.ById[span.Measure].Parties != Entente.Measures.Parties.State)
            return null;
        string? only = null;
        foreach (var actor in analysis.Actors)
            if (actor.Party is { } party && party != only)
            {
                if (only is not null)
                    return null;
                only = party;
            }
        return only is null
            ? null
            : new MeasureRef(span.Measure, only, null, null) { Inferred = [new Inference("party", only, Inference.MainParty)] };
    }

    /// <summary>"… has all but vanished: it is down": the pronoun takes up what came before, however far.</summary>
    private bool TakenUp(int from, int to)
    {
        for (var i = to - 1; i >= Math.Max(from, to - 3); i--)
            if (analysis.Is(i, "it", "this", "that", "they") && (analysis.Word(i - 1) is ":" or ";" or "," or "and" or "—"))
                return true;
        return false;
    }

    /// <summary>"Arms imports by Saudi Arabia": from whomever, which the record's shares cannot say.</summary>
    private MeasureRef? ArmsImports(MeasureSpan span)
    {
        if (span.Measure != "arms_import_share")
            return null;
        var buyer =
            resolver.Possessor(span.First)?.Party
            ?? (analysis.Is(span.End, "by", "of", "in") ? resolver.AfterPreposition(span.End, "by", "of", "in")?.Party : null);
        return buyer is null ? null : new MeasureRef("imports", buyer, null, "arms");
    }

    /// <summary>"wanted to cut … by two thirds": what is meant to happen.</summary>
    private bool IsIntended(int change)
    {
        if (!analysis.Is(change - 1, "to"))
            return false;
        for (var i = change - 2; i >= Math.Max(0, change - 4); i--)
            if (Lexicon.TargetVerbs.Contains(analysis.Word(i)))
                return true;
        return false;
    }

    private bool OneClause(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (analysis.Tokens[i].Kind == TokenKind.Number || analysis.Is(i, ",", "and", "but", "which"))
                return false;
        return true;
    }

    /// <summary>True where no amount, share or clause stands between a verb and its "by".</summary>
    private bool NothingBetween(int from, int to)
    {
        foreach (var other in analysis.Quantities)
            if (
                other.FirstToken >= from
                && other.EndToken <= to
                && other.Kind is QuantityKind.Money or QuantityKind.Percent or QuantityKind.Physical
            )
                return false;
        return !analysis.StrongBreak(from, to);
    }

    /// <summary>"imports of $104 million (+0.7 percent)": a change in brackets is of the amount before it, and of nothing where that was not read.</summary>
    private bool OfUnreadAmount(QuantityMention quantity)
    {
        foreach (var other in analysis.Quantities)
            if (other.Kind == QuantityKind.Money && other.EndToken < quantity.FirstToken && quantity.FirstToken - other.EndToken <= 3)
                for (var i = other.EndToken; i < quantity.FirstToken; i++)
                    if (analysis.Is(i, "("))
                        return !analysis.Used.Contains(other);
        return false;
    }

    /// <summary>True where a figure of a stretch is compared with another stretch: then the stretch is one time, not two.</summary>
    private bool HasBase(TimeMention than)
    {
        foreach (var time in analysis.Times)
            if (time.Role == TimeRole.Base && time.FirstToken >= than.EndToken)
                return true;
        return false;
    }

    /// <summary>The times of "from A in P1 to B in P2" behind a change.</summary>
    private (TimeMention From, TimeMention To)? Ends(QuantityMention quantity)
    {
        TimeMention? from = null;
        foreach (var other in analysis.Quantities)
        {
            if (
                other.FirstToken < quantity.EndToken
                || other.Kind is not (QuantityKind.Money or QuantityKind.Physical or QuantityKind.Percent)
            )
                continue;
            var own = TimeRightBehind(other.EndToken);
            if (own is null)
                continue;
            if (analysis.Is(other.FirstToken - 1, "from"))
                from = own;
            else if (analysis.Is(other.FirstToken - 1, "to") && from is not null)
                return (from, own);
        }
        return null;
    }

    private TimeMention? TimeRightBehind(int end)
    {
        foreach (var time in analysis.Times)
            if (time.Period is not null && time.FirstToken >= end && time.FirstToken <= end + 1)
                return time;
        return null;
    }

    private bool Continues(QuantityMention quantity, int change)
    {
        for (var i = Math.Min(change, quantity.FirstToken) - 1; i >= 0 && i >= change - 8; i--)
            if ((analysis.Word(i) is "it" or "figure" or "total" or "value" or "volume" or "that" or "this" or "turnover"))
                return true;
        return analysis.Is(Math.Min(change, quantity.FirstToken) - 1, ",")
            && analysis.Is(Math.Min(change, quantity.FirstToken), "up", "down", "an", "a");
    }

    private int PreviousEnd(QuantityMention quantity)
    {
        var previous = analysis.Quantities.LastOrDefault(q => q.EndToken <= quantity.FirstToken);
        return previous?.EndToken ?? 0;
    }

    // "a seventh less than those to South Korea": beside another's, not beside its own of another time.
    private bool AgainstOthers(QuantityMention quantity) =>
        analysis.Word(quantity.EndToken) is "more" or "less" or "higher" or "lower" or "fewer"
        && analysis.Is(quantity.EndToken + 1, "than")
        && analysis.Is(quantity.EndToken + 2, "those", "that")
        && analysis.Is(quantity.EndToken + 3, "to", "from", "with");
}
