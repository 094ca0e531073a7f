using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>Parts of the total just told: by partner ("of which China took $37bn and America $16bn", ": $97bn to America, …") and by direction.</content>
internal sealed partial class GappedFrame
{
    // The total whose parts are listed; the figure told before is then already a part.
    private MeasureRef? whole;

    private ClaimDraft? PartOf(QuantityMention quantity, Told told)
    {
        var all =
            told.Reference is { Measure: "exports" or "imports", First: not null, Second: null }
            && Opens(told.Quantity.EndToken, quantity.FirstToken)
                ? told.Reference
            : IsPart(told.Reference) ? whole
            : null;
        if (all is null || (Holder(quantity, told) ?? Place(quantity, all)) is not { } partner || partner == all.First)
            return null;
        whole = all;
        var part = all.Measure is "imports" ? all with { First = partner, Second = all.First } : all with { Second = partner };
        return Draft(quantity, told, part with { PartnerOpen = false }, null, quantity.FirstToken);
    }

    private bool IsPart(MeasureRef told) =>
        whole is not null && told.Measure == whole.Measure && (told.Measure is "imports" ? told.Second : told.First) == whole.First;

    /// <summary>True where a list of parts begins between two figures: "of which", "of this", "including", a colon.</summary>
    private bool Opens(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (Word(i) is ":" or "including" || (Word(i) is "of" && Word(i + 1) is "which" or "this" or "that" or "it"))
                return true;
        return false;
    }

    /// <summary>"of which China took $37.4 billion", "and the United States $15.7 billion": who stands right before the figure.</summary>
    private string? Holder(QuantityMention quantity, Told told)
    {
        var k = quantity.FirstToken;
        while (
            k > told.Quantity.EndToken
            && Word(k - 1) is "took" or "takes" or "bought" or "absorbed" or "received" or "supplied" or "provided" or "accounted" or "for"
        )
            k--;
        return
            analysis.ActorEndingAt(k) is { IsAdjective: false, Possessive: false, Party: { } party } actor
            && actor.First >= told.Quantity.EndToken
            && Word(BeforeArticle(actor.First) - 1) is "which" or "and" or "," or "this" or "that" or "it" or ":" or ";"
            ? party
            : null;
    }

    /// <summary>"$97 billion to the United States", "and $23 billion from Japan".</summary>
    private string? Place(QuantityMention quantity, MeasureRef all)
    {
        var at = quantity.EndToken;
        if (Word(at) is "went" or "came" or "goes" or "comes" or "worth")
            at++;
        // "of which $70 billion were absorbed by EU countries"
        if (
            all.Measure is "exports"
            && Word(at) is "was" or "were"
            && Word(at + 1) is "absorbed" or "bought" or "taken" or "received" or "imported"
            && Word(at + 2) is "by"
            && Word(quantity.FirstToken - 1) is "which" or "," or "and"
        )
            return comparables.ActorAt(at + 3)?.Party;
        return
            Word(at) == (all.Measure is "imports" ? "from" : "to")
            && Word(quantity.FirstToken - 1) is "," or "and" or ":" or "which" or ";" or "including"
            && comparables.ActorAt(at + 1) is { IsAdjective: false, Possessive: false, Party: { } party }
            ? party
            : null;
    }

    /// <summary>"$111 billion with America, out of a total of $683 billion", "a fifth of its overall $266 billion": the whole that the part is of.</summary>
    private ClaimDraft? Total(QuantityMention quantity, Told told)
    {
        if (
            told.Reference is not { First: not null, Second: not null, PartnerOpen: false, Measure: "trade" or "exports" or "imports" } part
        )
            return null;
        var i = quantity.FirstToken - 1;
        if (Word(i) is "of" or "at" && Word(i - 1) is "total" or "whole" or "sum")
            i -= 2;
        else if (Word(i) is "overall" or "total")
            i--;
        else
            return null;
        if (!(Word(i) is "a" or "an" or "its" or "overall" or "the") || !(Word(i - 1) is "of" || Word(i - 1) is "a" or "an" or "its"))
            return null;
        // Of the one whose the flow was told to be.
        return part.Measure == "imports"
            ? Draft(quantity, told, part with { First = part.Second, Second = null }, null, quantity.FirstToken)
            : Draft(quantity, told, part with { Second = null }, null, quantity.FirstToken);
    }

    /// <summary>"Switzerland's trade with China was worth 33 billion, of which exports made up 15.4 billion": the one direction of a trade told.</summary>
    private ClaimDraft? Direction(QuantityMention quantity, Told told)
    {
        if (
            told.Reference is not { Measure: "trade", First: { } one, Second: { } other }
            || told.Span is not { } trade
            || Word(trade.End) is not "with"
        )
            return null;
        for (var i = quantity.FirstToken - 1; i > told.Quantity.EndToken + 1; i--)
        {
            if (analysis.ActorCovering(i) is not null || Word(i) is ";" or "." or "and")
                return null;
            if (
                Word(i - 1) is not "which"
                || !(Word(i) is "exports" or "imports" or "sales" or "purchases")
                || Word(i + 1) is "to" or "from"
            )
                continue;
            return Word(i) is "exports" or "sales"
                ? Draft(quantity, told, new MeasureRef("exports", one, other, told.Reference.Item), null, i)
                : Draft(quantity, told, new MeasureRef("imports", other, one, told.Reference.Item), null, i);
        }
        return null;
    }
}
