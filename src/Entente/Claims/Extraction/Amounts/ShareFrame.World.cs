using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>A state's part of what all states together have: output, military spending, people, warheads; and of the arms trade.</content>
internal sealed partial class ShareFrame
{
    private string? world;

    /// <summary>"produced 3.4 percent of the world's GDP", "37 percent of global military spending", "…, India 3.4 percent".</summary>
    private ClaimDraft? OfWorldTotal(QuantityMention quantity)
    {
        if (!analysis.Is(quantity.EndToken, "of"))
            return world is { } before && Beside(quantity) is { } other ? PartOfWorld(quantity, before, other) : null;
        // "China and Russia together account for": the sum of two is neither's.
        if (WorldTotalAt(quantity.EndToken + 1) is not { } measure || WorldParty(quantity) is not { } party)
            return null;
        world = measure;
        return PartOfWorld(quantity, measure, party);
    }

    /// <summary>"South Korea's share of world arms exports was 2.2 percent", "its share of global GDP".</summary>
    private ClaimDraft? ShareOfWorld(QuantityMention quantity, int at)
    {
        var arms = false;
        if (!analysis.Is(at + 1, "of", "in"))
            return null;
        foreach (var span in analysis.Measures)
            arms |= span.Measure == "arms_export_share" && span.First > at && span.First <= at + 4 && WorldIn(span);
        var measure = arms ? "arms_export_share" : WorldTotalAt(at + 2);
        if (measure is null)
            return null;
        var part =
            resolver.Possessor(at)?.Party
            ?? (analysis.Is(at - 1, "its") ? resolver.TopicOfSentence(at) ?? discourse.Subject : null)
            ?? (at >= quantity.EndToken ? resolver.SubjectBefore(quantity.FirstToken)?.Party : null);
        if (part is null)
            return null;
        if (arms)
        {
            last = (new MeasureRef(measure, null, null, null), part, null);
            return Simple(quantity, new MeasureRef(measure, part, null, null), quantity.EndToken);
        }
        world = measure;
        return PartOfWorld(quantity, measure, part);
    }

    private string? WorldTotalAt(int i)
    {
        while (analysis.Is(i, "the", "all", "total"))
            i++;
        if (!(analysis.Word(i) is "world" or "global" or "worldwide" or "planet"))
            return null;
        i++;
        while (analysis.Word(i) is "'s" or "’s" or "'" or "’" or "total" or "overall" or "economic" or "entire")
            i++;
        return analysis.Word(i) switch
        {
            "gdp" or "economy" or "output" => "gdp",
            "gross" when analysis.Is(i + 1, "domestic") => "gdp",
            "population" => "population",
            "military"
            or "defence"
            or "defense" when analysis.Word(i + 1) is "spending" or "expenditure" or "outlays" or "expenditures" or "budgets" =>
                "military_expenditure",
            "nuclear" when analysis.Word(i + 1) is "warheads" or "weapons" or "arsenal" or "stockpile" => "nuclear_warheads",
            _ => null,
        };
    }

    private string? WorldParty(QuantityMention quantity)
    {
        ActorSpan? subject = null;
        foreach (var actor in analysis.Actors)
            if (actor.End <= quantity.FirstToken && actor is { Party: not null, IsAdjective: false, Possessive: false })
                subject = actor;
        if (subject is null || Lexicon.Prepositions.Contains(analysis.Word(Article(subject.First) - 1)))
            subject = resolver.SubjectBefore(quantity.FirstToken);
        if (subject is null)
            return null;
        var before = Article(subject.First) - 1;
        return analysis.Is(before, "and", "or") && analysis.ActorEndingAt(before) is not null ? null : subject.Party;
    }

    private int Article(int first) => analysis.Is(first - 1, "the") ? first - 1 : first;

    // "…, India 3.4 percent", "and India for 3.4": another state right before the figure.
    private string? Beside(QuantityMention quantity)
    {
        var i = quantity.FirstToken;
        while (analysis.Word(i - 1) is "for" or "only" or "just" or "another" or "some" or "about" or "with")
            i--;
        return analysis.ActorEndingAt(i) is { IsAdjective: false, Possessive: false, Party: { } party } ? party : null;
    }

    private string? BesideBracket(QuantityMention quantity) =>
        analysis.Is(quantity.FirstToken - 1, "(")
        && analysis.ActorEndingAt(quantity.FirstToken - 1) is { IsAdjective: false, Party: { } party }
            ? party
            : null;

    /// <summary>"fourth among arms importers, with 6.8 per cent of the world total": of what the rank's noun says.</summary>
    private ClaimDraft? OfTradersTotal(QuantityMention quantity)
    {
        var i = quantity.EndToken + 1;
        while (analysis.Is(i, "the"))
            i++;
        if (
            !analysis.Is(quantity.EndToken, "of")
            || !(analysis.Word(i) is "world" or "global" && analysis.Word(i + 1) is "total" || analysis.Is(i, "total"))
            || !(analysis.Word(quantity.FirstToken - 1) is "with" or "at" or "," or "for")
        )
            return null;
        for (var k = quantity.FirstToken - 1; k > 1; k--)
        {
            var sells = analysis.Word(k) is "exporter" or "exporters" or "seller";
            if (!sells && !(analysis.Word(k) is "importer" or "importers" or "recipient" or "recipients" or "buyer"))
                continue;
            if (!(analysis.Word(k - 1) is "arms" or "weapons") || resolver.SubjectBefore(k)?.Party is not { } party)
                return null;
            return sells
                ? Simple(quantity, new MeasureRef("arms_export_share", party, null, null), quantity.EndToken)
                : OfWorld(quantity, party, quantity.EndToken);
        }
        return null;
    }

    private ClaimDraft PartOfWorld(QuantityMention quantity, string measure, string party)
    {
        var reference = new MeasureRef(measure, party, null, null);
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse, stock: true);
        var share = AsShare(quantity);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken,
            Kind = ClaimKind.Share,
            Assertion =
                $"share({reference.Text()}, of: {measure}(WLD){(chosen.Period is { } p ? ", " + p.Text : "")})" + AssertionText.Tail(share),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(share);
    }

    /// <summary>"supplied nearly half of Indian arms imports (49 percent)": the figure for the words before the bracket.</summary>
    private ClaimDraft? InOtherWords(QuantityMention quantity, int bracket)
    {
        if (last is not { } told || !(told.Partner is not null || told.Item is not null))
            return null;
        foreach (var other in analysis.Quantities)
            if (other.Kind is QuantityKind.Fraction or QuantityKind.Multiple && other.EndToken < bracket && bracket - other.EndToken <= 8)
                foreach (var span in analysis.Measures)
                    if (span.First >= other.EndToken && (span.End == bracket || span.End == bracket - 1))
                        return Build(quantity, told.Whole, told.Partner, told.Item, quantity.EndToken);
        return null;
    }

    /// <summary>"was the main supplier of arms to Germany, at 63 percent": the share of the one who holds the place.</summary>
    private ClaimDraft? OfRank(QuantityMention quantity)
    {
        var at = quantity.EndToken;
        var before = quantity.FirstToken - 1;
        if (
            !(analysis.Word(before) is "at" or "with" or "(")
            || !(
                at >= analysis.Tokens.Count
                || analysis.Word(at) is "," or "." or ";" or ")"
                || (analysis.Is(at, "of") && analysis.Word(at + 2) is "total")
            )
            || discourse.RankBefore(quantity.FirstToken, 18) is not { First: { } a, Second: { } b } ranked
        )
            return null;
        // "…, followed by France with 33 percent": the next one's, and only where nobody else stands between.
        var (part, whole) = ranked.Measure is "imports" or "arms_import_share" ? (a, b) : (b, a);
        if (analysis.ActorEndingAt(before) is { IsAdjective: false, Possessive: false, Party: { } beside } other && beside != whole)
        {
            if (beside != part && !(analysis.Is(other.First - 1, "by") || analysis.Is(Article(other.First) - 1, "by")))
                return null;
            part = beside;
        }
        else if (FigureAfter(before - 18, before) && !analysis.Is(before, "("))
        {
            return null;
        }
        return ranked.Measure switch
        {
            "arms_import_share" => Simple(quantity, ranked with { First = part }, at),
            "imports" => Build(quantity, ranked with { First = whole, Second = null }, part, null, at),
            "exports" or "trade" => Build(quantity, ranked with { Second = null }, part, null, at),
            _ => null,
        };
    }

    /// <summary>"India received 30 percent of France's arms exports": one buyer's part of what the maker sells.</summary>
    private ClaimDraft OneBuyers(QuantityMention quantity, string maker, string buyer, int end) =>
        OfArms(quantity, new MeasureRef("exports", maker, buyer, "arms"), maker, end);

    /// <summary>"9.8 percent of the world's arms imports": a state's part of what all states take in.</summary>
    private ClaimDraft OfWorld(QuantityMention quantity, string importer, int end) =>
        OfArms(quantity, new MeasureRef("imports", importer, null, "arms"), "WLD", end);

    private ClaimDraft OfArms(QuantityMention quantity, MeasureRef part, string whole, int end)
    {
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, part, discourse);
        var share = AsShare(quantity);
        var all = new MeasureRef(part.Measure, whole, null, part.Item);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = Math.Max(quantity.EndToken, Math.Min(end, quantity.EndToken + 12)),
            Kind = ClaimKind.Share,
            Assertion =
                $"share({part.Text()}, of: {all.Text()}{(chosen.Period is { } p ? ", " + p.Text : "")})" + AssertionText.Tail(share),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(part, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(share);
    }

    /// <summary>"The largest arms exporters were the United States (40 percent), …": shares of the whole trade in arms.</summary>
    private MeasureRef? ArmsRole(int noun)
    {
        var arms = false;
        for (var i = noun - 3; i <= noun + 4; i++)
            arms |= analysis.Word(i) is "arms" or "weapons";
        return arms && analysis.Word(noun) is "exporter" or "exporters" or "supplier" or "suppliers"
            ? new MeasureRef("arms_export_share", null, null, null)
            : null;
    }

    /// <summary>
    /// "Chile's exports went mainly to China (39 percent) and …", "Russia's arms exports went to three states: India (31 percent), …": a
    /// partner in the list behind a flow whose owner is told.
    /// </summary>
    private MeasureRef? ListedFlow(int bracket)
    {
        for (var k = analysis.Measures.Count - 1; k >= 0; k--)
        {
            var span = analysis.Measures[k];
            if (span.IsVerb || span.End >= bracket || InBrackets(span.First))
                continue;
            var to = span.Measure is "exports" or "arms_export_share";
            if (!to && span.Measure is not ("imports" or "arms_import_share"))
                return null;
            if (WorldBefore(span.First) || resolver.Possessor(span.First)?.Party is not { } owner)
                return null;
            for (var i = span.End; i < bracket; i++)
                if (
                    to
                        ? analysis.Is(i, "to") && analysis.Word(i - 1) is not ("rose" or "fell" or "grew" or "according" or "up" or "down")
                        : analysis.Is(i, "from") && analysis.Word(i - 1) is not ("up" or "down")
                )
                    return new MeasureRef(span.Measure, owner, null, span.Measure is "exports" or "imports" ? resolver.ItemOf(span) : null);
            return null;
        }
        return null;
    }

    private ClaimDraft Simple(QuantityMention quantity, MeasureRef reference, int end)
    {
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse);
        discourse.Mention(reference, chosen.Period, analysis.Statement.Paragraph);
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
}
