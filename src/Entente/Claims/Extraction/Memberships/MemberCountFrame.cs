using Entente.Actors;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Memberships;

/// <summary>
/// How many members a body has: "NATO has 32 members", "the 27-member bloc", "brought the SCO to ten", "the union's 27 states". Members that
/// do something ("ten members agreed") are a part of the body and no count of it.
/// </summary>
internal sealed class MemberCountFrame(SentenceAnalysis analysis, Discourse discourse)
{
    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (
            quantity.Upper is not null
            || analysis.Is(quantity.FirstToken - 1, "of") && analysis.Is(quantity.FirstToken - 2, "some", "one", "most")
        )
            return null;
        var noun = NounAfter(quantity, out var hyphen);
        var (body, says) =
            hyphen ? (After(quantity.EndToken, 6) ?? Before(quantity, 3), true)
            : noun ? Said(quantity)
            : (null, false);
        if (!says && Brought(quantity) is { } grown)
            (body, says) = (grown, true);
        if (body is null || !says || (analysis.Word(quantity.EndToken) is "more" or "other" or "new" or "others" or "of"))
            return null;
        var group = Group(quantity);
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, null, discourse, stock: true);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = Math.Max(quantity.EndToken + (hyphen ? 2 : 0), (group?.End ?? quantity.EndToken) + 1),
            Kind = ClaimKind.Membership,
            Assertion =
                $"count(members({body.Actor.Code}){(group is null ? "" : ", in: " + group.Actor.Code)}{(chosen.Period is { } p ? ", " + p.Text : "")}){AssertionText.Tail(quantity, 1, "count")}",
            Period = chosen.Period,
            Inferred = chosen.Inference is { } one ? [one] : [],
        }.WithQuantity(quantity, unit: Units.Count.Symbol);
    }

    private bool NounAfter(QuantityMention quantity, out bool hyphen)
    {
        hyphen =
            analysis.Is(quantity.EndToken, "-", "‑")
            && (analysis.Word(quantity.EndToken + 1) is "member" or "nation" or "state" or "country" or "strong" or "members");
        if (hyphen)
            return true;
        for (var i = quantity.CoreToken; i <= quantity.EndToken + 2; i++)
            if ((analysis.Word(i) is "members" or "member" or "states" or "countries" or "nations" or "signatories" or "economies"))
                return true;
        return false;
    }

    /// <summary>"BODY has / counts / consists of N members", "the N members of BODY", "BODY's N members", "with N members".</summary>
    private (ActorSpan? Body, bool Says) Said(QuantityMention quantity)
    {
        var first = quantity.FirstToken;
        if (Before(quantity, 18) is { } body)
        {
            // "BODY's 27 members"
            if (body.Possessive && first - body.End <= 2)
                return (body, !Acts(quantity));
            if (IsOfItsBeginning(body.End, quantity))
                return (null, false);
            if (!analysis.StrongBreak(body.End, first))
                for (var k = body.End; k < first; k++)
                    if (
                        (
                            analysis.Word(k)
                            is "has"
                                or "have"
                                or "had"
                                or "comprises"
                                or "comprised"
                                or "comprising"
                                or "includes"
                                or "include"
                                or "included"
                                or "numbers"
                                or "counts"
                                or "counted"
                                or "groups"
                                or "consists"
                                or "consisted"
                                or "brings"
                                or "unites"
                                or "with"
                        )
                        || (analysis.Is(k, "made") && analysis.Is(k + 1, "up"))
                        || ((analysis.Word(k) is "grown" or "grew" or "expanded" or "enlarged" or "swelled") && Within(k, first, "to"))
                    )
                        return (body, k + 8 > first || Group(quantity) is not null);
        }
        // "there are 32 countries in NATO"
        if (analysis.Word(first - 1) is "are" or "were" && analysis.Is(first - 2, "there"))
            for (var k = quantity.CoreToken; k <= quantity.EndToken + 2; k++)
                if (analysis.Is(k, "in") && After(k, 2) is { } within)
                    return (within, true);
        // "only five states – … – made up BRICS"
        for (var k = quantity.EndToken; k < Math.Min(quantity.EndToken + 22, analysis.Tokens.Count); k++)
            if (analysis.Word(k) is "made" or "make" && analysis.Is(k + 1, "up") && After(k + 2, 1) is { } whole)
                return (whole, true);
        // "the 32 members of NATO", "all 27 members of the union"
        for (var k = quantity.CoreToken; k <= quantity.EndToken + 3; k++)
            if (analysis.Is(k, "of") && After(k, 3) is { } after)
                return (after, (analysis.Word(first - 1) is "the" or "all" or "its" or "has" or "are") || analysis.Is(first, "all", "the"));
        return (null, false);
    }

    // "was founded with six members", "had twelve founding members": so many it had then. "founded in 1991, has five members" tells of today.
    private bool IsOfItsBeginning(int from, QuantityMention quantity)
    {
        for (var k = quantity.EndToken; k >= from; k--)
            if (analysis.Word(k) is "founding" or "original")
                return true;
            else if (k < quantity.FirstToken && analysis.Word(k) is "," or "has" or "have" or "now" or "counts" or "numbers" or "comprises")
                return false;
            else if (analysis.Word(k) is "founded" or "began" or "started" or "originally" or "launched" or "created" or "established")
                return true;
        return false;
    }

    // "The bloc's 27 members agreed" speaks of all; "ten members agreed" does not come here, having no owner.
    private bool Acts(QuantityMention quantity) => analysis.Is(quantity.EndToken, "more", "other");

    private bool Within(int from, int to, string word)
    {
        for (var k = from; k < to; k++)
            if (analysis.Is(k, word))
                return true;
        return false;
    }

    /// <summary>"bringing the number of members to 31", "took its membership to twelve", "brought the SCO to ten members".</summary>
    private ActorSpan? Brought(QuantityMention quantity)
    {
        if (!analysis.Is(quantity.FirstToken - 1, "to", "at") || quantity.Kind != QuantityKind.Count)
            return null;
        var verb = -1;
        var members = NounAfter(quantity, out _);
        for (var k = quantity.FirstToken - 2; k >= Math.Max(0, quantity.FirstToken - 10); k--)
        {
            members |= analysis.Is(k, "members", "membership", "member");
            if (
                (
                    analysis.Word(k)
                    is "bringing"
                        or "brings"
                        or "brought"
                        or "raising"
                        or "raised"
                        or "taking"
                        or "took"
                        or "takes"
                        or "expanding"
                        or "expanded"
                        or "increasing"
                        or "increased"
                        or "enlarged"
                        or "grew"
                )
            )
            {
                verb = k;
                break;
            }
        }
        return verb < 0 || !members ? null : After(verb, 8, quantity.FirstToken) ?? Before(quantity, 40) ?? Last();
    }

    private ActorSpan? Last() => discourse.LastOrganisation;

    private ActorSpan? Before(QuantityMention quantity, int reach)
    {
        ActorSpan? found = null;
        foreach (var actor in analysis.Actors)
            if (actor.Actor.Kind == ActorKind.Organisation && actor.End <= quantity.FirstToken && quantity.FirstToken - actor.End <= reach)
                found = actor;
        return found;
    }

    private ActorSpan? After(int at, int reach, int limit = int.MaxValue)
    {
        // Of "UN Security Council" the whole is the body.
        foreach (var actor in analysis.Actors)
            if (actor.Actor.Kind == ActorKind.Organisation && actor.First >= at && actor.First <= at + reach && actor.End <= limit)
                return actor;
        return null;
    }

    private ActorSpan? Group(QuantityMention quantity)
    {
        foreach (var actor in analysis.Actors)
            if (
                actor.Actor is { Kind: ActorKind.Group, Members.Count: > 0 }
                && (
                    (actor.First >= quantity.EndToken - 2 && actor.First <= quantity.EndToken + 1)
                    || (actor.First < quantity.EndToken && actor.End > quantity.CoreToken)
                )
            )
                return actor;
        return null;
    }
}
