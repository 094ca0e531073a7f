namespace Entente.Claims.Extraction.Sentences;

/// <content>Words that speak of trade only in company: sales that cross a border, goods that are sent, taken in, or go from one to another.</content>
internal static partial class SentenceAnalyzer
{
    private static readonly Cues TradeInCompany = Cues.Of(
        """
        surplus deficit flows flow business passing moving flowing exchanged travelling traveling crossing moved passed flowed went move pass
        sales
        """
    );

    // "Sales" is exports only of goods that cross a border: of a state's goods, or to a state.
    private static void AddSales(SentenceAnalysis analysis)
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            // "enjoys a surplus with the United States": with a state, it is that of trade.
            if (
                analysis.Word(i) is "surplus" or "deficit"
                && analysis.Word(i - 1) is "a" or "its" or "the" or "large" or "huge" or "record" or "big"
                && Leads(analysis, i + 1, 1, "with")
                && !analysis.Measures.Exists(m => m.First <= i && i < m.End)
            )
                analysis.Measures.Add(new MeasureSpan(i, i + 1, "balance", false, false));
            // "gas flows from Russia to Turkey": of goods, not of money or people.
            if (
                analysis.Is(i, "flows", "flow")
                && analysis.Items.Exists(s => s.End == i)
                && Leads(analysis, i + 1, 4, "to", "from")
                && !analysis.Measures.Exists(m => m.First <= i && i < m.End)
            )
                analysis.Measures.Add(new MeasureSpan(i, i + 1, "exports", false, false));
            // "the flow of goods from Mexico to the United States"
            if (
                analysis.Word(i) is "flow" or "stream" or "movement"
                && analysis.Is(i + 1, "of")
                && analysis.Word(i + 2) is "goods" or "merchandise" or "products"
                && Leads(analysis, i + 3, 1, "from")
                && Leads(analysis, i + 4, 6, "to", "into")
            )
                Add(analysis, i, i + 3, "exports", false, false);
            // "did $90 billion of business with each other", "does more business with China"
            if (
                analysis.Is(i, "business")
                && analysis.Word(i + 1) is "with" or "between"
                && Does(analysis, i)
                && !analysis.Measures.Exists(m => m.First <= i && i < m.End)
            )
                analysis.Measures.Add(new MeasureSpan(i, i + 1, "trade", false, false));
            // "Business between Israel and Turkey, $6.8 billion in 2023"
            if (analysis.Is(i, "business") && analysis.Is(i + 1, "between") && Leads(analysis, i + 1, 1, "between"))
                Add(analysis, i, i + 1, "trade", false, false);
            // "the value of goods passing between China and Mongolia"
            if (
                (
                    analysis.Word(i) is "passing" or "moving" or "flowing" or "exchanged" or "travelling" or "traveling" or "crossing"
                    || analysis.Word(i) is "moved" or "passed" or "flowed" or "went" or "move" or "pass" or "flow"
                )
                && analysis.Is(i + 1, "between")
                && GoodsBefore(analysis, i)
                && !analysis.Measures.Exists(m => m.First <= i && i < m.End)
            )
                analysis.Measures.Add(new MeasureSpan(i, i + 1, "trade", false, false));
            if (!analysis.Is(i, "sales") || analysis.Measures.Exists(m => m.First <= i && i < m.End))
                continue;
            var ofState = analysis.Is(i + 1, "of") && analysis.Actors.Exists(a => a.IsAdjective && a.First >= i + 2 && a.First <= i + 4);
            var toState = Leads(analysis, i + 1, 6, "to");
            var byItem = analysis.Items.Exists(s => s.End == i) || analysis.Actors.Exists(a => a.IsAdjective && a.End == i);
            if (ofState || toState || byItem || analysis.Is(i + 1, "there"))
                analysis.Measures.Add(new MeasureSpan(i, i + 1, "exports", false, false));
        }
    }

    private static bool Does(SentenceAnalysis analysis, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 9); i--)
            if (analysis.Word(i) is "do" or "does" or "did" or "doing" or "done" or "transacted" or "conducted")
                return true;
        return false;
    }

    // "Sent goods worth …", "took in $90 billion of German goods": trade where goods are spoken of, and not where soldiers or letters are.
    // "1.7 million barrels of Russian crude a day reached India": whose the goods are, their adjective says.
    private static bool MadeBefore(SentenceAnalysis analysis, int at)
    {
        foreach (var item in analysis.Items)
            if (item.End <= at && at - item.End <= 2 && analysis.ActorEndingAt(item.First) is { IsAdjective: true, Party: not null })
                return true;
        return false;
    }

    private static void AddGoodsVerbs(SentenceAnalysis analysis)
    {
        if (analysis.Items.Count == 0 || analysis.Actors.Count == 0)
            return;
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            switch (analysis.Word(i))
            {
                case "sent"
                or "sends"
                or "sending"
                or "dispatched"
                or "dispatches"
                    when Goods(analysis, i + 1)
                        && (
                            Leads(analysis, i + 1, 9, "to")
                            || analysis.ActorStartingAt(i + 1)
                                is { IsAdjective: false, Possessive: false, Actor.Kind: Actors.ActorKind.State }
                        ):
                    Add(analysis, i, i + 1, "exports", false);
                    break;
                // "Iraq, India's second-biggest supplier, sent it just over 1 million barrels a day"
                case "sent"
                or "sends"
                or "shipped"
                or "sold"
                or "supplied" when analysis.Is(i + 1, "it", "them") && GoodsBefore(analysis, i) && Weighs(analysis, i + 2):
                    Add(analysis, i, i + 1, "exports", false);
                    break;
                case "received"
                or "receives"
                or "absorbed"
                or "absorbs"
                or "sourced"
                or "sources"
                or "procured"
                or "obtained" when Goods(analysis, i + 1):
                    Add(analysis, i, i + 1, "imports", false);
                    break;
                case "took" or "takes" or "taking" when analysis.Is(i + 1, "in") && Goods(analysis, i + 2):
                    Add(analysis, i, i + 2, "imports", false);
                    break;
                case "arrived"
                or "landed" when GoodsBefore(analysis, i) && Leads(analysis, i + 1, 8, "from") && Leads(analysis, i + 1, 8, "in", "at"):
                    Add(analysis, i, i + 1, "imports", true);
                    break;
                // "Two million tons of coal reached India from South Africa"
                case "reached"
                or "entered"
                    when GoodsBefore(analysis, i)
                        && analysis.ActorStartingAt(analysis.Is(i + 1, "the") ? i + 2 : i + 1)
                            is { IsAdjective: false, Possessive: false, Actor.Kind: Actors.ActorKind.State }
                        && (Leads(analysis, i + 1, 8, "from") || MadeBefore(analysis, i)):
                    Add(analysis, i, i + 1, "imports", true);
                    break;
                case "went"
                or "flowed"
                or "moved"
                or "goes"
                or "flows"
                or "crossed"
                or "travelled"
                    when GoodsBefore(analysis, i) && Leads(analysis, i + 1, 3, "from") && Leads(analysis, i + 1, 9, "to", "into"):
                    Add(analysis, i, i + 1, "exports", true);
                    break;
            }
        }
    }

    /// <summary>"sold its stake in", "bought a Brazilian company": property that changes hands is no trade in goods.</summary>
    private static bool IsOfProperty(SentenceAnalysis analysis, int from)
    {
        for (var i = from; i < from + 5; i++)
            switch (analysis.Word(i))
            {
                case "stake"
                or "stakes"
                or "shares"
                or "share"
                or "bonds"
                or "subsidiary"
                or "business"
                or "businesses"
                or "division"
                or "company"
                or "companies"
                or "maker"
                or "assets"
                or "mine"
                or "bank":
                    return true;
                // "bought dollars", not "imported 191 billion euros' worth of goods"
                case "dollars" or "euros":
                    return i == from;
                case "worth" or "to" or "from" or "in" or "of" or "," or "and" or "goods" or "" or ".":
                    return false;
            }
        return false;
    }

    private static void Add(SentenceAnalysis analysis, int first, int end, string measure, bool passive, bool verb = true)
    {
        foreach (var span in analysis.Measures)
            if (span.First < end && first < span.End)
                return;
        analysis.Measures.Add(new MeasureSpan(first, end, measure, verb, passive));
    }

    private static bool Weighs(SentenceAnalysis analysis, int from)
    {
        for (var i = from; i < from + 9; i++)
            if (analysis.Word(i) is "barrels" or "bpd" or "tonnes" or "tons" or "bcm" or "cubic")
                return true;
        return false;
    }

    private static bool Goods(SentenceAnalysis analysis, int from)
    {
        foreach (var item in analysis.Items)
            if (item.First >= from && item.First <= from + 9 && item.Item is not ("arms" or "ammunition"))
                return true;
        return false;
    }

    private static bool GoodsBefore(SentenceAnalysis analysis, int end)
    {
        foreach (var item in analysis.Items)
            if (item.End <= end && end - item.End <= 8)
                return true;
        return false;
    }

    private static bool Leads(SentenceAnalysis analysis, int from, int reach, params ReadOnlySpan<string> prepositions)
    {
        for (var k = from; k < from + reach; k++)
            if (
                analysis.Is(k, prepositions)
                && (
                    analysis.ActorStartingAt(k + 1) is not null
                    || (analysis.Is(k + 1, "the") && analysis.ActorStartingAt(k + 2) is not null)
                )
            )
                return true;
        return false;
    }
}
