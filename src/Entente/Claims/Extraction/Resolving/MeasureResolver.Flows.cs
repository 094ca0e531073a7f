using Entente.Actors;
using Entente.Claims.Extraction.Sentences;
using Entente.Measures;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Resolving;

/// <content>Flows whose parties other flows of the text tell.</content>
internal sealed partial class MeasureResolver
{
    /// <summary>
    /// Whose exports or imports go on where only the partner is named: the other side of a flow with that partner, or, as a guess, the one
    /// whose flows of this kind the paragraph tells of ("Japan's exports to the US rose. In contrast, exports to China fell").
    /// </summary>
    private (string Party, string From)? BeforeOther(string measure, string partner) =>
        discourse.LastMeasure(analysis.Statement.Paragraph) is { IsFlow: true, First: { } a, Second: { } b } before
            ? a == partner
                ? (b, "the other side of the flow spoken of before")
                : b == partner
                    ? (a, "the other side of the flow spoken of before")
                    : before.Measure == measure
                        ? (measure == "exports" ? a : b, Inference.SubjectBefore)
                        : (measure == "exports" ? b : a, Inference.SubjectBefore)
            : null;

    /// <summary>"Imports were up 21 percent" after "Sweden's exports to Norway": the same two, from the same one's side.</summary>
    private MeasureRef? Mirrored(string measure, string? item)
    {
        if (
            (discourse.LastInSentence ?? discourse.LastMeasure(analysis.Statement.Paragraph))
            is not { IsFlow: true, First: { } a, Second: { } b, PartnerOpen: false } before
        )
            return null;
        var inferred = new Inference("parties", $"{a}, {b}", "the parties of the flow just spoken of");
        // "Purchases of crude" after "the main customer for its energy": a part of what was just spoken of flows the same way.
        return before.Measure == measure || (item is not null && before.Item is { } group && catalogue.IsPartOf(item, group))
            ? new MeasureRef(measure, a, b, item) { Inferred = [inferred] }
            : new MeasureRef(measure, b, a, item) { Inferred = [inferred] };
    }

    /// <summary>"The United States absorbed €65 billion of Italian exports": who takes what another sells.</summary>
    private string? Taker(MeasureSpan span)
    {
        for (var of = span.First - 1; of >= Math.Max(2, span.First - 5); of--)
        {
            if (!analysis.Is(of, "of"))
                continue;
            foreach (var quantity in analysis.Quantities)
            {
                if (quantity.EndToken != of && quantity.EndToken + 1 != of)
                    continue;
                for (var verb = quantity.FirstToken - 1; verb >= Math.Max(1, quantity.FirstToken - 2); verb--)
                    if (
                        (
                            analysis.Word(verb)
                            is "absorbed"
                                or "absorbs"
                                or "took"
                                or "takes"
                                or "bought"
                                or "buys"
                                or "received"
                                or "receives"
                                or "purchased"
                                or "purchases"
                                or "imported"
                                or "imports"
                        )
                    )
                        return SubjectBefore(verb)?.Party;
            }
        }
        return null;
    }

    private string? LastPartner(string known) =>
        discourse.LastInSentence is { Second: not null, PartnerOpen: false } last
        && (last.First == known || last.Second == known)
        && (last.IsFlow || last.Measure == "trade")
            ? last.First == known
                ? last.Second
                : last.First
            : null;

    // "exports reached $355 billion in 2023: $97 billion to the United States, …": what follows the colon are parts.
    private bool ListOpens(int at, int from)
    {
        if (!analysis.Is(at, ":"))
            return false;
        var figure = false;
        foreach (var quantity in analysis.Quantities)
            if (quantity.FirstToken >= from && quantity.EndToken <= at)
                figure = true;
            else if (figure && quantity.FirstToken == at + 1)
                return true;
        return false;
    }

    private ActorSpan? AdjectiveBefore(int verb)
    {
        var i = verb;
        while (i > 0 && analysis.Word(i - 1) is "was" or "were" or "is" or "are" or "been" or "being" or "has" or "have" or "had")
            i--;
        if (analysis.Is(i - 1, "day") && analysis.Is(i - 2, "a", "per"))
            i -= 2;
        foreach (var item in analysis.Items)
            if (item.End == i && analysis.ActorEndingAt(item.First) is { IsAdjective: true, Party: not null } maker)
                return maker;
        return null;
    }

    // "Korean exports rose 18 percent, those to China 16": where a partner's part is told apart, the first are of all partners.
    private bool StandInFollows(int end)
    {
        for (var i = end; i < analysis.Tokens.Count - 2; i++)
            if (
                analysis.Is(i, "those", "that")
                && analysis.Is(i + 1, "to", "from", "with")
                && (analysis.ActorStartingAt(i + 2) ?? (analysis.Is(i + 2, "the") ? analysis.ActorStartingAt(i + 3) : null)) is not null
            )
                return true;
            // "2.9 bcm, of which 1 bcm came from Azerbaijan"
            else if (analysis.Is(i, "of") && analysis.Is(i + 1, "which", "these") && i > 0 && analysis.Is(i - 1, ","))
                foreach (var actor in analysis.Actors)
                    if (actor.First > i)
                        return true;
        return false;
    }

    // "bought €502 billion worth of European goods": of a group that no figure is kept of.
    private bool VagueGoods(int from)
    {
        foreach (var actor in analysis.Actors)
            if (actor is { IsAdjective: true, Party: null } && actor.First >= from && actor.First <= from + 8)
                return true;
        return false;
    }

    private bool SaysWorld(MeasureSpan span) =>
        Enumerable.Range(span.First, 6).Any(k => analysis.Is(k, "world", "worldwide", "globally", "global"))
        || analysis.Is(span.First - 1, "total", "overall", "foreign");

    /// <summary>True where nobody is named before a measure's word, so that whose it is must come from elsewhere: "Exports to China rose".</summary>
    private bool IsBare(MeasureSpan span)
    {
        var i = BeforeModifiers(span.First);
        return i == 0
            || (
                !(analysis.Word(i - 1) is "'s" or "'" or "’" or "its" or "their" or "his" or "our")
                && analysis.ActorEndingAt(i) is null
                && !char.IsUpper(analysis.Tokens[i - 1].Text[0])
            );
    }

    /// <summary>
    /// "exports to the region", "imports from its neighbours", "exports to Ruritania": somebody the program does not know, whose flow is not that
    /// of all the world. "Exports to the world", "to grow" and "to a record" name nobody.
    /// </summary>
    private bool UnknownPartner(int end, string preposition)
    {
        if (!analysis.Is(end, preposition))
            return false;
        var at = end + 1;
        if (at >= analysis.Tokens.Count || analysis.Tokens[at].Kind != TokenKind.Word)
            return false;
        // "to its northern neighbour" may have been found to be somebody.
        for (var i = at; i < at + 4; i++)
            if (analysis.ActorStartingAt(i) is not null)
                return false;
        foreach (var time in analysis.Times)
            if (time.FirstToken <= at && at < time.EndToken)
                return false;
        foreach (var quantity in analysis.Quantities)
            if (quantity.FirstToken <= at + 1 && at < quantity.EndToken)
                return false;
        if (analysis.Word(at) is "the" or "its" or "their" or "our" or "his" or "her" or "these" or "those" or "other" or "both" or "most")
            return analysis.Word(at + 1)
                is not (
                    "world"
                    or "rest"
                    or "outside"
                    or "tune"
                    or "highest"
                    or "lowest"
                    or "level"
                    or "levels"
                    or "equivalent"
                    or "value"
                    or "point"
                    or "end"
                    or "same"
                    or "former"
                    or "latter"
                    or "two"
                    or "countries"
                    or "country"
                    or "other"
                    or "previous"
                    or "record"
                );
        return char.IsUpper(analysis.Tokens[at].Text[0]) && analysis.ActorCovering(at) is null;
    }

    /// <summary>The one after "with" in a phrase before a position: "in trade with Vietnam, …".</summary>
    private string? PartnerBefore(int at, string than)
    {
        for (var i = at - 1; i > 0; i--)
            if (
                analysis.Is(i - 1, "trade", "commerce", "dealings", "exchanges")
                && analysis.Is(i, "with")
                && analysis.ActorStartingAt(analysis.Is(i + 1, "the") ? i + 2 : i + 1) is { IsAdjective: false, Party: { } party }
                && party != than
            )
                return party;
        return null;
    }

    // "its exports as a whole": to everybody, whoever was spoken of before.
    private string? AsAWhole(MeasureSpan span) =>
        !span.IsVerb
        && (
            (analysis.Is(span.End, "as") && analysis.Is(span.End + 1, "a") && analysis.Is(span.End + 2, "whole"))
            || analysis.Is(span.End, "altogether", "overall", "worldwide")
        )
            ? Possessor(span.First)?.Party ?? PossessiveRole(span.First)
            : null;
}
