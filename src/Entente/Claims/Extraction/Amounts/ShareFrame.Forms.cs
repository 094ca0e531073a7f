using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>Shares whose whole stands elsewhere than behind the figure: before it, in a role's noun, in the share told before.</content>
internal sealed partial class ShareFrame
{
    /// <summary>"US imports from China, 13.9 percent of the total": the flow's share in its owner's whole.</summary>
    private ClaimDraft? OfTotal(QuantityMention quantity)
    {
        var i = quantity.EndToken;
        if (!analysis.Is(i, "of") || !analysis.Is(i + 1, "the", "all", "its") || !analysis.Is(i + 2, "total", "whole"))
            return null;
        if (analysis.Measures.Exists(m => m.First > i && m.First <= i + 4))
            return null;
        var span = analysis.Measures.FindLast(m => m.End <= quantity.FirstToken && m.Measure is "exports" or "imports" or "trade");
        // "With 21 percent of the total, China was Japan's largest partner": of what the rank is by.
        var reference =
            span is not null ? resolver.Resolve(span)
            : discourse.Ranks.Count == 1
            && (
                analysis.Word(quantity.FirstToken - 1)
                is "with"
                    or "providing"
                    or "supplying"
                    or "covering"
                    or "taking"
                    or "buying"
                    or "for"
            )
                ? discourse.Ranks[0].Flow
            : null;
        if (reference is not { First: { } a, Second: { } b } flow || flow.Inferred.Any(f => f.IsFallback))
            return null;
        return flow.Measure switch
        {
            "imports" => Build(quantity, flow with { First = b, Second = null }, a, null, i + 3),
            _ => Build(quantity, flow with { Second = null }, b, null, i + 3),
        };
    }

    /// <summary>"supplied Italy with 23 bcm of gas, 40 percent of its imports": an aside to the flow just told, whose own goods it is of.</summary>
    private ClaimDraft? OfItsOwn(QuantityMention quantity, MeasureSpan span)
    {
        if (
            span.Measure is not ("exports" or "imports")
            || !analysis.Is(quantity.FirstToken - 1, ",", "or", "(")
            || !analysis.Is(quantity.EndToken + 1, "its", "the", "their", "all")
            || analysis.Is(span.End, "to", "from")
            || discourse.LastInSentence is not { First: { } seller, Second: { } buyer, Measure: "exports" or "imports" or "volume" } flow
            || analysis.Measures.Exists(m => m.First >= quantity.EndToken && m.End <= span.First)
        )
            return null;
        var (owner, part) = span.Measure == "exports" ? (seller, buyer) : (buyer, seller);
        var whole = analysis.Is(span.First - 1, "total", "overall", "all") || analysis.Is(quantity.EndToken + 1, "all");
        return Build(
            quantity,
            new MeasureRef(span.Measure, owner, null, whole ? resolver.ItemOf(span) : resolver.ItemOf(span) ?? flow.Item),
            part,
            null,
            span.End
        );
    }

    /// <summary>"Turkey's dependence on Russian gas reached 42 percent": of what it imports of these goods.</summary>
    private ClaimDraft? Dependence(QuantityMention quantity)
    {
        for (var i = quantity.FirstToken - 1; i >= Math.Max(0, quantity.FirstToken - 14); i--)
        {
            if (analysis.StrongBreak(i, i + 1))
                return null;
            if (!analysis.Is(i, "dependence", "dependency", "reliance") || !analysis.Is(i + 1, "on", "upon"))
                continue;
            var owner = resolver.Possessor(analysis.Is(i - 1, "export", "import", "energy") ? i - 1 : i)?.Party;
            var start = analysis.Is(i + 2, "the", "mainland") ? i + 3 : i + 2;
            if (owner is null || analysis.ActorStartingAt(start) is not { Party: { } part } actor || part == owner)
                return null;
            if (analysis.Is(i - 1, "export"))
                return Build(quantity, new MeasureRef("exports", owner, null, null), part, null, quantity.EndToken);
            var item = MeasureResolver.Specific(analysis.Items.Find(s => s.First >= actor.End && s.First <= actor.End + 1)?.Item);
            return item is null && !analysis.Is(i - 1, "import")
                ? null
                : Build(quantity, new MeasureRef("imports", owner, null, item), part, null, quantity.EndToken);
        }
        return null;
    }

    /// <summary>"relies on Russia for 42 percent of its gas imports".</summary>
    private string? Reliance(QuantityMention quantity)
    {
        for (var i = quantity.FirstToken - 1; i >= Math.Max(1, quantity.FirstToken - 7); i--)
            if (
                analysis.Is(i, "on", "upon", "to")
                && (
                    analysis.Word(i - 1)
                        is "relies"
                            or "relied"
                            or "rely"
                            or "relying"
                            or "depends"
                            or "depended"
                            or "depend"
                            or "dependent"
                            or "reliant"
                            or "counts"
                            or "looks"
                            or "turned"
                    || (analysis.Is(i - 1, "and") && Relies(i - 1))
                )
            )
                return
                    analysis.ActorStartingAt(analysis.Is(i + 1, "the") ? i + 2 : i + 1) is { IsAdjective: false, Possessive: false } actor
                    ? actor.Party
                    : null;
        return null;
    }

    private bool Relies(int before)
    {
        for (var i = before - 1; i >= Math.Max(0, before - 8); i--)
            if (
                analysis.Is(i, "on", "upon")
                && analysis.Word(i - 1) is "relies" or "relied" or "depends" or "depended" or "dependent" or "reliant"
            )
                return true;
        return false;
    }

    /// <summary>"Imports from Iran accounted for …", "Trade with China makes up …": the part is named by its own flow.</summary>
    private string? PartFlow(QuantityMention quantity, MeasureRef whole)
    {
        if (whole.Second is not null || !HasShareVerb(quantity))
            return null;
        foreach (var span in analysis.Measures)
        {
            if (span.IsVerb || span.End >= quantity.FirstToken || span.Measure != whole.Measure)
                continue;
            if (!analysis.Is(span.End, "from", "to", "with"))
                continue;
            var start = analysis.Is(span.End + 1, "the") ? span.End + 2 : span.End + 1;
            if (analysis.ActorStartingAt(start) is { IsAdjective: false, Possessive: false, Party: { } part } && part != whole.First)
                return part;
        }
        return null;
    }

    /// <summary>"the US share fell to 24 percent", "Russia's was 7.8": another part of the whole spoken of before.</summary>
    private ClaimDraft? SameWhole(QuantityMention quantity, int at)
    {
        if (analysis.StrongBreak(at, quantity.FirstToken) || analysis.Is(at + 1, "of", "in", "price", "prices"))
            return null;
        var whole =
            last?.Whole
            ?? (discourse.LastShare is { } before && before.Paragraph >= analysis.Statement.Paragraph - 1 ? before.Whole : null);
        if (whole is not { Second: null })
            return null;
        var part =
            resolver.Possessor(at)?.Party
            ?? (analysis.Is(at - 1, "its") ? resolver.TopicOfSentence(at) : null)
            ?? (analysis.ActorEndingAt(at) is { } beside ? beside.Party : null);
        if (part is null && analysis.Is(at - 1, "the", "that", "this"))
            part = last is not null ? last.Value.Partner : discourse.LastShare?.Partner;
        if (part is null || part == whole.First)
            return null;
        if (last is null)
            whole = whole with { Inferred = [.. whole.Inferred, new Inference("whole", whole.Text(), "the whole spoken of before")] };
        return Build(quantity, whole, part, null, quantity.EndToken);
    }

    /// <summary>"Copper's share of Chilean exports to China", "the share of copper in …": goods as a part of the flow.</summary>
    private string? ItemOfShare(int at, MeasureSpan whole)
    {
        foreach (var item in analysis.Items)
            if (
                (item.End == at - 1 && analysis.Is(at - 1, "'s", "'", "’"))
                || (item.First == at + 2 && analysis.Is(at + 1, "of") && analysis.Is(item.End, "in", "among") && item.End < whole.First)
            )
                return MeasureResolver.Specific(item.Item);
        return null;
    }

    /// <summary>"China's share of … went down by twelve percentage points": by how much a share moved.</summary>
    public ClaimDraft? Points(QuantityMention quantity) => ShareWord(quantity);

    private ClaimDraft? Moved(QuantityMention quantity, string share, ChosenPeriod chosen, IReadOnlyList<Inference> inferred)
    {
        ChangeSpan? change = null;
        foreach (var c in analysis.Changes)
            if (
                (c.Token < quantity.FirstToken && quantity.FirstToken - c.Token <= 5)
                || (c.IsNoun && c.Token >= quantity.EndToken && c.Token <= quantity.EndToken + 1)
            )
                change = c;
        if (change is null)
            return null;
        if (chosen is { Period: { Kind: PeriodKind.Range } range, Mention: { } said } && PeriodChooser.Bounds(analysis, said))
        {
            var (from, to) = range.Split();
            chosen = chosen with { Period = to, Since = from };
        }
        var since = PeriodChooser.Base(chosen.Since, chosen.Period) is { } s ? $", since: {s.Text}" : "";
        var sign = change.Direction == Change.Down ? -1.0 : 1.0;
        return new ClaimDraft
        {
            First = Math.Min(quantity.FirstToken, change.Token),
            End = Math.Max(quantity.EndToken, change.Token + 1),
            Kind = ClaimKind.Change,
            Assertion = $"change({share}{(chosen.Period is { } p ? ", " + p.Text : "")}{since})" + AssertionText.Tail(quantity, sign),
            Period = chosen.Period,
            Inferred = chosen.Inference is { } one ? [.. inferred, one] : inferred,
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity, sign);
    }

    private bool WorldIn(MeasureSpan span) => WorldBefore(span.First + 1) || analysis.Is(span.End, "worldwide", "globally");

    private bool WorldBefore(int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 3); i--)
            if (analysis.Is(i, "world", "global", "worldwide", "international"))
                return true;
        return false;
    }

    /// <summary>"American companies accounted for 43 percent of global arms exports": whose sales they are.</summary>
    private string? Exporter(QuantityMention quantity) =>
        resolver.SubjectBefore(quantity.FirstToken)?.Party
        ?? analysis.Actors.FindLast(a => a.End <= quantity.FirstToken && quantity.FirstToken - a.End <= 6 && a.Party is not null)?.Party;

    /// <summary>"Russia (42 percent), Azerbaijan (21 percent) and Iran (11 percent) were Turkey's main gas suppliers": of what the role's noun stands for.</summary>
    private ClaimDraft? PartnerInBrackets(QuantityMention quantity)
    {
        if (analysis.ActorEndingAt(quantity.FirstToken - 1) is not { IsAdjective: false, Possessive: false, Party: { } part })
            return null;
        // A whole said in the bracket itself is read as any other.
        if (analysis.Is(quantity.EndToken, "of"))
            return null;
        var whole = last is { Partner: not null, Whole.Second: null } same ? same.Whole : RoleWhole() ?? ListedFlow(quantity.FirstToken);
        return whole is null || whole.First == part ? null : Build(quantity, whole, part, null, quantity.EndToken, quantity.FirstToken - 2);
    }

    private MeasureRef? RoleWhole()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            var measure = analysis.Word(i) switch
            {
                "supplier" or "suppliers" or "source" or "sources" or "provider" or "providers" => "imports",
                "buyer" or "buyers" or "customer" or "customers" or "market" or "markets" or "destination" or "destinations" => "exports",
                "exporter" or "exporters" or "importer" or "importers" or "recipient" or "recipients" => "arms",
                "partner" or "partners" when analysis.Is(i - 1, "trading", "trade") => "trade",
                _ => null,
            };
            if (measure is null)
                continue;
            if (measure == "arms")
                return ArmsRole(i);
            var item = analysis.Items.Find(s => s.End == i)?.Item ?? (analysis.Is(i + 1, "of", "for") ? resolver.ItemAfter(i + 2) : null);
            var owner = resolver.Possessor(i)?.Party;
            for (var k = i + 1; owner is null && k < Math.Min(i + 6, analysis.Tokens.Count); k++)
                if (analysis.Is(k, "of", "for", "to"))
                    owner = analysis.ActorStartingAt(analysis.Is(k + 1, "the") ? k + 2 : k + 1)?.Party;
            if (owner is null)
                return ArmsRole(i);
            item = MeasureResolver.Specific(item);
            return item == "arms"
                ? measure == "imports"
                    ? new MeasureRef("arms_import_share", owner, null, null)
                    : null
                : new MeasureRef(measure, owner, null, item);
        }
        return null;
    }

    /// <summary>The last actor named between the last figure and a position; null where none was.</summary>
    private ActorSpan? NamedSince(int at)
    {
        var from = 0;
        foreach (var other in analysis.Quantities)
            if (other.EndToken <= at && other.EndToken > from)
                from = other.EndToken;
        ActorSpan? named = null;
        foreach (var actor in analysis.Actors)
            if (actor.First >= from && actor.End <= at)
                named = actor;
        return named;
    }

    private bool FigureAfter(int from, int to)
    {
        foreach (var other in analysis.Quantities)
            if (other.Kind == QuantityKind.Percent && other.FirstToken > from && other.EndToken <= to)
                return true;
        return false;
    }

    private bool ShareVerbBetween(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (
                Lexicon.ShareVerbs.Contains(analysis.Word(i))
                || (
                    analysis.Word(i)
                    is "took"
                        or "takes"
                        or "supplied"
                        or "supplies"
                        or "provided"
                        or "held"
                        or "holds"
                        or "had"
                        or "bought"
                )
            )
                return true;
        return false;
    }
}
