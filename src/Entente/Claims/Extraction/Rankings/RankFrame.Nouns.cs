using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Rankings;

/// <content>What is ranked, and among whom.</content>
internal sealed partial class RankFrame
{
    private int? TopCount(int at)
    {
        if (at >= analysis.Tokens.Count)
            return null;
        var word = analysis.Tokens[at].Lower;
        return int.TryParse(word, out var number) && number is > 1 and <= 100
            ? number
            : word switch
            {
                "three" => 3,
                "five" => 5,
                "ten" => 10,
                "two" => 2,
                "four" => 4,
                "six" => 6,
                "seven" => 7,
                "eight" => 8,
                "twenty" => 20,
                _ => null,
            };
    }

    private (int Rank, int First) OrdinalBefore(int first)
    {
        var k = analysis.Is(first - 1, "-", "‑", "–") ? first - 2 : first - 1;
        // "10th largest": digits and their ending
        if (analysis.Is(k, "st", "nd", "rd", "th") && int.TryParse(analysis.Word(k - 1), out var digits) && digits is > 0 and < 300)
            return (digits, k - 1);
        if (
            analysis.Word(k) is [>= '0' and <= '9', ..] written
            && int.TryParse(written.TrimEnd('s', 't', 'n', 'd', 'r', 'h'), out digits)
            && digits is > 0 and < 300
            && written.Length > 2
        )
            return (digits, k);
        return Ordinal(analysis.Word(k)) is { } rank ? (rank, k)
            : analysis.Is(k, "single") ? (1, k)
            : (1, first);
    }

    private static int? Ordinal(string word) =>
        word switch
        {
            "second" or "2nd" => 2,
            "third" or "3rd" => 3,
            "fourth" or "4th" => 4,
            "fifth" or "5th" => 5,
            "sixth" or "6th" => 6,
            "seventh" or "7th" => 7,
            "eighth" or "8th" => 8,
            "ninth" or "9th" => 9,
            "tenth" or "10th" => 10,
            _ => null,
        };

    /// <summary>What is ranked: the noun after the superlative, with the goods and the other party it names.</summary>
    private Noun? ReadNoun(int from, int first)
    {
        // "ranks first among Vietnam's partners": theirs, not the one's who ranks.
        var owner =
            (
                (analysis.Word(from - 1) is "among" or "in" or "of" or "on" or "the")
                    ? analysis.Actors.Find(a => a.First >= from && a.First <= from + 1 && (a.Possessive || a.IsAdjective))?.Party
                    : null
            )
            ?? (
                analysis.Is(from - 1, "among") || analysis.Is(from - 1, "the") && analysis.Is(from - 2, "among")
                    ? null
                    : resolver.Possessor(first)?.Party
            );
        if (owner is null && analysis.Is(first - 1, "its", "their"))
            owner = "its";
        // "South Africa, whose biggest trading partner is China"
        if (analysis.Is(first - 1, "whose"))
            owner = analysis.ActorEndingAt(analysis.Is(first - 2, ",") ? first - 2 : first - 1)?.Party;
        for (var i = from; i < Math.Min(from + 6, analysis.Tokens.Count); i++)
        {
            if ((analysis.Word(i) is "," or "." or ";" or ":" or "(" or "and"))
                return null;
            var item = MeasureResolver.Specific(analysis.Items.Find(s => s.First >= from && s.End <= i + 1 && s.End > from)?.Item);
            switch (analysis.Word(i))
            {
                case "partner" or "partners":
                    return analysis.Is(i - 1, "trading", "trade", "commercial", "economic") || (analysis.Is(i - 1, "export", "import"))
                        ? new(
                            i + 1,
                            "partners",
                            analysis.Is(i - 1, "export") ? "exports"
                                : analysis.Is(i - 1, "import") ? "imports"
                                : "trade",
                            null,
                            owner ?? Of(i + 1)
                        )
                        : null;
                case "supplier"
                or "suppliers"
                or "source"
                or "sources"
                or "provider"
                or "providers"
                or "exporter"
                or "exporters"
                or "seller"
                or "sellers":
                {
                    var goods = item ?? (analysis.Is(i + 1, "of") ? ItemAfter(i + 2) : null);
                    if (goods is null && UnknownGoods(i + 1))
                        return null;
                    goods ??= owner is null && OfTheWorld() && ArmsTrade() ? "arms" : null;
                    var buyer =
                        owner
                        ?? (WorldsOwn(first) ? null : resolver.AfterPreposition(i + 1, "to", "for")?.Party)
                        ?? Of(i + 1)
                        ?? (goods is null ? null : OwnerOfGoods(i + 1))
                        ?? (goods is null ? null : EuropeBehind(i + 1));
                    // "Mongolia sold China 53 million tons of coal, making it the top supplier": of the one it sold to.
                    if (buyer is null && !OfTheWorld() && MadeBy(first) is { First: { } maker, Second: { } taker } flow)
                        return new(i + 1, "suppliers", "imports", goods ?? flow.Item, taker) { Holder = maker };
                    // A supplier without a customer is one of somebody who was spoken of before; only an exporter may be the world's.
                    if (buyer is null && !OfTheWorld() && !analysis.Is(i, "exporter", "exporters"))
                        return null;
                    if (goods == "arms")
                        return new(i + 1, buyer is null ? "states" : "suppliers", "arms", null, buyer);
                    // Who exports most is told by what it exports, where nobody is named to whom.
                    return new(i + 1, buyer is null ? "states" : "suppliers", buyer is null ? "exports" : "imports", goods, buyer);
                }
                case "buyer"
                or "buyers"
                or "customer"
                or "customers"
                or "importer"
                or "importers"
                or "purchaser"
                or "client"
                or "recipient"
                or "recipients"
                or "consumer"
                or "market"
                or "markets"
                or "destination"
                or "destinations":
                {
                    var goods = item ?? (analysis.Is(i + 1, "of", "for") ? ItemAfter(i + 2) : null);
                    if (goods is null && UnknownGoods(i + 1))
                        return null;
                    goods ??= owner is null && OfTheWorld() && ArmsTrade() ? "arms" : null;
                    var seller = WorldsOwn(first)
                        ? null
                        : owner
                            ?? AdjectiveOfGoods(i + 1)
                            ?? (goods is null ? Of(i + 1) : null)
                            ?? resolver.AfterPreposition(i + 1, "for", "from")?.Party;
                    if (seller is null && analysis.Word(i) is "market" or "markets" or "destination" or "destinations")
                        return null;
                    if (goods == "arms")
                        return new(
                            i + 1,
                            seller is null ? "states" : "buyers",
                            seller is null ? "arms_import_share" : "arms",
                            null,
                            seller
                        );
                    return new(i + 1, seller is null ? "states" : "buyers", seller is null ? "imports" : "exports", goods, seller);
                }
                case "economy" or "economies":
                    return new(i + 1, "states", ByPurchasingPower() ? "gdp_ppp" : "gdp", null, null);
                case "country" or "nation" or "state" when analysis.Is(from - 1, "populous"):
                    return new(i + 1, "states", "population", null, null);
                case "population":
                    return new(i + 1, "states", "population", null, null);
                case "arsenal" or "stockpile" or "warheads":
                    return Enumerable.Range(from, i - from).Any(k => analysis.Is(k, "nuclear", "atomic"))
                        ? new(i + 1, "states", "nuclear_warheads", null, null)
                        : null;
                case "power" or "powers" when analysis.Is(i - 1, "nuclear", "atomic"):
                    return new(i + 1, "states", "nuclear_warheads", null, null);
                case "spender" or "budget" or "spending" when MilitaryAround(from, i):
                    return new(i + 1, "states", "military_expenditure", null, null);
                case "holder" or "creditor" when Enumerable.Range(i, 8).Any(k => analysis.Is(k, "treasuries", "treasury", "bonds", "debt")):
                    return new(i + 1, "states", "holdings", null, null);
            }
        }
        return null;
    }

    // "the world's largest importer": of what all sell; who sold to it is told of it alone.
    private bool WorldsOwn(int first) => analysis.Is(first - 1, "'s") && analysis.Is(first - 2, "world") || analysis.Is(first - 1, "world");

    private bool ArmsTrade()
    {
        foreach (var span in analysis.Measures)
            if (span.Measure is "arms_export_share" or "arms_import_share")
                return true;
        return false;
    }

    private bool ByPurchasingPower()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
            if (analysis.Is(i, "ppp") || (analysis.Is(i, "purchasing") && analysis.Word(i + 1) is "power" or "-"))
                return true;
        return false;
    }

    private string? ItemAfter(int at) => resolver.ItemAfter(at);

    private string? AdjectiveOfGoods(int from)
    {
        for (var i = from; i < Math.Min(from + 5, analysis.Tokens.Count); i++)
            if (analysis.ActorStartingAt(i) is { Party: { } party } whose && (whose.IsAdjective || whose.Possessive))
                return party;
        return null;
    }

    private string? OwnerOfGoods(int from)
    {
        for (var i = from; i < Math.Min(from + 9, analysis.Tokens.Count); i++)
            if (
                (
                    analysis.Is(i, "to", "for", "of")
                    || (analysis.Is(i, "by") && analysis.Is(i - 1, "imported", "bought", "purchased", "consumed"))
                )
                && analysis.ActorStartingAt(analysis.Is(i + 1, "the") ? i + 2 : i + 1)
                    is { IsAdjective: false, Possessive: false, Party: { } party }
            )
                return party;
        return null;
    }

    private bool OfTheWorld()
    {
        foreach (var token in analysis.Tokens)
            if (token.Lower is "world" or "worldwide" or "global" or "globally")
                return true;
        return false;
    }

    /// <summary>A lost place whose new holder is named behind it: "lost its rank as the third-largest economy to Germany in 2023".</summary>
    private ClaimDraft? Ceded(Start start)
    {
        if (start.Noun is not null || ReadNoun(start.End, start.First) is not { Owner: null } noun || !analysis.Is(noun.End, "to"))
            return null;
        var gives = false;
        for (var i = start.First - 1; i >= Math.Max(0, start.First - 8); i--)
            gives |= analysis.Word(i) is "lost" or "losing" or "ceded" or "ceding" or "loses";
        var at = analysis.Is(noun.End + 1, "the") ? noun.End + 2 : noun.End + 1;
        return gives && analysis.ActorStartingAt(at) is { IsAdjective: false, Possessive: false, Party: { } holder }
            ? Build(start, noun with { Holder = holder })
            : null;
    }

    private string? Of(int at) =>
        analysis.Is(at, "of", "for", "to") && analysis.ActorStartingAt(analysis.Is(at + 1, "the") ? at + 2 : at + 1) is { Party: { } party }
            ? party
            : null;

    private (string? Code, bool World)? Region(int at)
    {
        if (!analysis.Is(at, "in", "among", "within"))
            return null;
        var start = analysis.Is(at + 1, "the") ? at + 2 : at + 1;
        if (analysis.Is(start, "world"))
            return (null, true);
        if (analysis.ActorStartingAt(start) is { Actor.Kind: Actors.ActorKind.Group or Actors.ActorKind.Organisation } group)
            return (group.Actor.Vague ? null : group.Actor.Code, false);
        // "in 2022" is a time; "in Europe" or "in Asia" without an entry is a place that narrows the set.
        return
            start < analysis.Tokens.Count && char.IsUpper(analysis.Tokens[start].Text[0]) && !Lexicon.Months.Contains(analysis.Word(start))
            ? (null, false)
            : null;
    }

    /// <summary>"…, making it the top supplier": the flow that the sentence has told, both of whose parties are named.</summary>
    private MeasureRef? MadeBy(int first)
    {
        var at = analysis.Is(first - 1, "the") ? first - 2 : first - 1;
        if (!analysis.Is(at, "it") || analysis.Word(at - 1) is not ("making" or "made" or "makes" or "leaving"))
            return null;
        MeasureSpan? span = null;
        foreach (var m in analysis.Measures)
            if (m.Measure is "exports" or "imports" && m.End < at)
                span = m;
        if (span is null || resolver.Resolve(span) is not { First: not null, Second: not null, PartnerOpen: false } flow)
            return null;
        if (flow.Item is null)
            foreach (var item in analysis.Items)
                if (item.First >= span.First - 2 && item.End < at)
                    flow = flow with { Item = MeasureResolver.Specific(item.Item) ?? flow.Item };
        return flow.Item is null ? null : flow;
    }

    private string? EuropeBehind(int from)
    {
        for (var i = from; i < Math.Min(from + 6, analysis.Tokens.Count); i++)
            if (
                analysis.Is(i, "to", "for")
                && analysis.ActorStartingAt(i + 1) is { Actor.Code: "europe", IsAdjective: false, Possessive: false }
            )
                return "EUROPE";
        return null;
    }

    private string? HolderOf(MeasureSpan span) =>
        resolver.Possessor(span.First)?.Party
        ?? (analysis.Is(span.End, "of") && resolver.Resolve(span) is { Second: null, First: not "WLD" and { } holder } ? holder : null);

    private bool MilitaryAround(int from, int at)
    {
        for (var k = Math.Max(0, from - 3); k <= at; k++)
            if (analysis.Is(k, "military", "defence", "defense"))
                return true;
        return analysis.Is(at, "spender")
            && (
                analysis.Measures.Exists(m => m.Measure == "military_expenditure")
                || (analysis.Is(at + 1, "on") && (analysis.Is(at + 2, "arms", "defence", "defense") || analysis.Is(at + 3, "military")))
            );
    }
}
