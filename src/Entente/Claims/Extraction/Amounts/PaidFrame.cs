using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>
/// Trade told by the money that changes hands, without a word for trade: "India's bill for Russian oil", "the Netherlands paid Norway
/// €19bn for gas", "what Berlin earns in China – €97bn", "goods worth €5bn left Austria for Switzerland".
/// </summary>
internal sealed class PaidFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    private const int Reach = 9;

    // "spent €5.6bn on LNG from the United States and €2.3bn on that from Russia": the flow that the next sum leans on.
    private MeasureRef? before;

    public ClaimDraft? Read(QuantityMention quantity)
    {
        // By how much a sum moved is not the sum.
        if (quantity.Kind != QuantityKind.Money || Word(quantity.FirstToken - 1) is "by")
            return null;
        var reference = Again(quantity) ?? Bill(quantity) ?? Paid(quantity) ?? Earned(quantity) ?? Left(quantity);
        if (reference is null)
            return null;
        before = reference;
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse);
        discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken,
            Kind = ClaimKind.Level,
            Assertion = reference.Text(chosen.Period?.Text) + AssertionText.Tail(quantity),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity);
    }

    /// <summary>"India's bill for Russian oil came to …", "Germany's spending on gas from Norway was …".</summary>
    private MeasureRef? Bill(QuantityMention quantity)
    {
        for (var i = quantity.FirstToken - 1; i >= Math.Max(1, quantity.FirstToken - 14); i--)
        {
            if (analysis.StrongBreak(i, i + 1) || Amount(i))
                return null;
            if (
                !(Word(i) is "bill" or "outlay" or "outlays" or "spending" or "expenditure" or "payments")
                || Word(i + 1) is not ("for" or "on")
            )
                continue;
            var buyer =
                resolver.Possessor(i)?.Party
                ?? (Word(resolver.BeforeModifiers(i) - 1) is "its" ? resolver.TopicOfSentence(i) ?? discourse.Subject : null);
            return buyer is null ? null : Goods(i + 2, quantity.FirstToken, buyer, null);
        }
        return null;
    }

    /// <summary>"paid Norway €19bn for gas", "paid it €7.6bn for oil", "spent €5.6bn on LNG from America", "For the gas it bought from Algeria, Italy paid €17bn".</summary>
    private MeasureRef? Paid(QuantityMention quantity)
    {
        var verb = -1;
        for (var i = quantity.FirstToken - 1; i >= Math.Max(1, quantity.FirstToken - 5) && verb < 0; i--)
            if (Word(i) is "paid" or "pays" or "spent" or "spends" or "paying" or "spending")
                verb = i;
            else if (Word(i) is "," or ";" or "." or "and")
                return null;
        if (verb < 0)
            return null;
        var buyer = Word(verb - 1) is "it" or "they" ? resolver.SubjectOf(verb) : resolver.SubjectBefore(verb)?.Party;
        if (buyer is null)
            return null;
        var at = Word(verb + 1) is "the" ? verb + 2 : verb + 1;
        var seller =
            analysis.ActorStartingAt(at) is { IsAdjective: false, Possessive: false, Party: { } payee } named
            && named.End <= quantity.FirstToken
                ? payee
            : Word(at) is "it" or "them" && discourse.Subject != buyer ? discourse.Subject
            : null;
        if (Word(quantity.EndToken) is "for" or "on")
            return Goods(quantity.EndToken + 1, analysis.Tokens.Count, buyer, seller);
        // What was paid for stands at the head of the sentence.
        if (Word(0) is "for" && Comma(verb) is var comma and > 0)
            return Goods(1, comma, buyer, seller);
        return null;
    }

    /// <summary>"What Berlin earns in China – €97 billion in 2023": the sum is what the clause speaks of.</summary>
    private MeasureRef? Earned(QuantityMention quantity)
    {
        for (var i = quantity.FirstToken - 1; i >= Math.Max(1, quantity.FirstToken - Reach); i--)
        {
            if (!(Word(i) is "earns" or "earned" or "sells" or "sold" or "makes") || Word(i + 1) is not ("in" or "from" or "to"))
                continue;
            if (
                analysis.ActorEndingAt(i) is not { IsAdjective: false, Possessive: false, Party: { } seller } maker
                || Word(BeforeArticle(maker.First) - 1) is not "what"
                || At(i + 2) is not { IsAdjective: false, Possessive: false, Party: { } buyer } market
                || buyer == seller
            )
                return null;
            for (var k = market.End; k < quantity.FirstToken; k++)
                if (!(Word(k) is "–" or "—" or "," or "(" or ":" or "is" or "was" or "some" or "about" or "in") && !InTime(k))
                    return null;
            return new MeasureRef("exports", seller, buyer, null);
        }
        return null;
    }

    /// <summary>"Goods worth €5.7 billion left Austria for Switzerland", "… went from Austria to Switzerland".</summary>
    private MeasureRef? Left(QuantityMention quantity)
    {
        if (
            Word(quantity.FirstToken - 1) is not ("worth" or "of")
            || analysis.Items.Find(i => i.End == quantity.FirstToken - 1) is not { } item
        )
            return null;
        var leaves = Word(quantity.EndToken) is "left";
        if (!leaves && !(Word(quantity.EndToken) is "went" or "flowed" or "moved" or "travelled" && Word(quantity.EndToken + 1) is "from"))
            return null;
        return
            At(quantity.EndToken + (leaves ? 1 : 2)) is { IsAdjective: false, Possessive: false, Party: { } seller } from
            && Word(from.End) == (leaves ? "for" : "to")
            && At(from.End + 1) is { IsAdjective: false, Possessive: false, Party: { } buyer }
            && buyer != seller
            ? new MeasureRef("exports", seller, buyer, MeasureResolver.Specific(item.Item))
            : null;
    }

    /// <summary>"and €2.3 billion on that from Russia": the same goods of another seller.</summary>
    private MeasureRef? Again(QuantityMention quantity) =>
        before is { Measure: "imports", Second: not null }
        && Word(quantity.FirstToken - 1) is "and" or ","
        && Word(quantity.EndToken) is "on" or "for"
        && Word(quantity.EndToken + 1) is "that" or "those" or "goods"
        && Word(quantity.EndToken + 2) is "from"
        && At(quantity.EndToken + 3) is { IsAdjective: false, Possessive: false, Party: { } seller }
        && seller != before.Second
            ? before with
            {
                First = seller,
            }
            : null;

    /// <summary>The goods paid for, and whose they are: by the adjective or genitive before them or by "from" behind them.</summary>
    private MeasureRef? Goods(int from, int to, string buyer, string? seller)
    {
        foreach (var item in analysis.Items)
        {
            if (item.First < from || item.End > to)
                continue;
            if (item.First > from + 4)
                return null;
            for (var i = from; i < item.First; i++)
                if (Word(i) is "," or ";" or "." or "(")
                    return null;
            // "paid €2bn for oil tankers": what the goods only qualify.
            if (analysis.Tokens.Count > item.End && IsHead(item.End))
                return null;
            if (analysis.ActorEndingAt(item.First) is { Party: { } maker } own && (own.IsAdjective || own.Possessive))
                seller = maker;
            else if (analysis.ActorEndingAt(item.First - 1) is { Possessive: true, Party: { } owner })
                seller = owner;
            else
                for (var i = item.End; i < Math.Min(to, item.End + 4); i++)
                {
                    if (Word(i) is "," or "." or ";" or "and")
                        break;
                    if (Word(i) is "from" && At(i + 1) is { IsAdjective: false, Possessive: false, Party: { } origin } source)
                    {
                        // "from Norway and the United States": the sum of two is neither's.
                        if (Word(source.End) is "and" && At(source.End + 1) is { IsAdjective: false })
                            return null;
                        seller = origin;
                    }
                }
            if (seller is null || seller == buyer)
                return null;
            return new MeasureRef("imports", seller, buyer, MeasureResolver.Specific(item.Item));
        }
        return null;
    }

    // A noun right behind the goods makes them a qualifier: "oil tankers", "gas pipelines". A time, a verb and a preposition do not.
    private bool IsHead(int at) =>
        Word(at)
            is "tanker"
                or "tankers"
                or "pipeline"
                or "pipelines"
                or "field"
                or "fields"
                or "company"
                or "companies"
                or "firm"
                or "firms"
                or "plant"
                or "plants"
                or "storage"
                or "infrastructure"
                or "assets"
                or "stake"
                or "shares"
                or "deal"
                or "project"
                or "projects"
                or "subsidies"
                or "refineries"
                or "refinery"
                or "terminals"
                or "terminal";

    private int Comma(int to)
    {
        for (var i = 2; i < to; i++)
            if (Word(i) is ",")
                return i;
        return -1;
    }

    private bool Amount(int at)
    {
        foreach (var other in analysis.Quantities)
            if (other.Kind is QuantityKind.Money or QuantityKind.Physical && other.FirstToken <= at && at < other.EndToken)
                return true;
        return false;
    }

    private bool InTime(int at)
    {
        foreach (var time in analysis.Times)
            if (time.FirstToken <= at && at < time.EndToken)
                return true;
        return false;
    }

    private ActorSpan? At(int at) => analysis.ActorStartingAt(Word(at) is "the" ? at + 1 : at);

    private int BeforeArticle(int first) => Word(first - 1) is "the" ? first - 1 : first;

    private string Word(int i) => analysis.Word(i);
}
