using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Stakes;

/// <content>Who has taken whose place, and the only option that is left.</content>
internal sealed partial class StakesFrame
{
    /// <summary>"Trade with India has made up for a part of the loss", "exports to India have not made up for the loss of the European market".</summary>
    private ClaimDraft? Replaced()
    {
        var (verb, after, bound) = Replacing();
        if (verb < 1 || Substitute(verb) is not var (by, place))
            return null;
        // What is replaced must be told as lost, and as trade.
        var lost = words.Find(
            after,
            Math.Min(after + 12, analysis.Tokens.Count),
            "lost",
            "loss",
            "losses",
            "missing",
            "forgone",
            "shrinking",
            "declining"
        );
        if (lost < 0 || !LostTrade(after, Math.Min(lost + 8, analysis.Tokens.Count)))
            return null;
        if (bound is not { } tail || Degree(verb, after, lost, tail) is not { } degree)
            return null;
        var partner = LostPartner(after, place, by);
        if (partner is null)
            return null;
        var whose = words.Parties().Where(p => p != by && !partner.Contains(p)).ToList();
        IReadOnlyList<Inference> inferred = [];
        var actor = whose is [var one] ? one : null;
        if (actor is null && whose.Count == 0)
        {
            actor = discourse.OtherOf(by) ?? discourse.Subject;
            if (actor is not null)
                inferred = [new("party", actor, Inference.OtherOfTheTwo)];
        }
        if (actor is null || actor == by || partner.Contains(actor))
            return null;
        var (year, from) = Year();
        return new ClaimDraft
        {
            First = place,
            End = Math.Min(lost + 2, analysis.Tokens.Count),
            Kind = ClaimKind.Argument,
            Assertion = $"replaced({actor}, lost: {Set(partner)}, by: {by}{year}) {degree}",
            Inferred = [.. inferred, .. from is null ? [] : new[] { from }],
        };
    }

    // Where the verb is, where what it takes begins, and how much it says by itself; null where it is denied in a way that says neither.
    private (int Verb, int After, string? Bound) Replacing()
    {
        for (var i = 1; i < analysis.Tokens.Count; i++)
        {
            var (verb, after) =
                analysis.Is(i, "replaced", "offset") || (analysis.Is(i, "replace", "replaces", "offsets") && !analysis.Is(i - 1, "to"))
                    ? (i, i + 1)
                : analysis.Is(i, "compensated", "compensate", "compensates") && analysis.Is(i + 1, "for") ? (i, i + 2)
                : analysis.Is(i, "made", "make", "makes") && analysis.Is(i + 1, "up", "good")
                    ? (i, analysis.Is(i + 2, "for") ? i + 3 : i + 2)
                : (-1, -1);
            // "was replaced by": the other way round, and told otherwise.
            if (verb < 0 || analysis.Is(verb - 1, "was", "were", "been", "be", "being") || analysis.Is(after, "by"))
                continue;
            var denied = words.IsDenied(verb, 5) || words.Before(verb, 4, "failed", "fails", "unable");
            return (verb, after, denied ? "denied" : "told");
        }
        return (-1, -1, null);
    }

    // "trade with China", "exports to India", "sales to Turkey", "Chinese demand"; and "China" itself where it buys or sells.
    private (string By, int Place)? Substitute(int verb)
    {
        for (var i = verb - 1; i >= 0; i--)
        {
            if (analysis.Is(i, ";", ".") || (analysis.Is(i, ",") && verb - i > 12))
                return null;
            if (words.IsTrade(i) && words.MarketIn(i, Math.Min(i + 4, verb)) is { Of: [var by], First: var first } && first == i)
                return (by, i);
            if (
                analysis.ActorStartingAt(i) is { } actor
                && (actor.IsAdjective || actor.Possessive || analysis.Is(actor.End, "'s", "’s"))
                && words.MarketIn(i, Math.Min(i + 5, verb)) is { Of: [var whose], First: var start }
                && start == i
            )
                return (whose, i);
        }
        return null;
    }

    private bool LostTrade(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (
                words.IsTrade(i)
                || analysis.Is(i, "income", "revenue", "revenues", "customers", "buyers")
                || analysis.Is(i, "export", "earnings")
            )
                return true;
        return false;
    }

    /// <summary>What the words say of how much: some, most, half, all.</summary>
    private string? Degree(int verb, int after, int lost, string told)
    {
        var most = words.Find(verb - 3, lost, "most", "mostly", "largely", "much", "bulk") >= 0;
        var some = words.Find(verb - 3, lost, "some", "part", "partly", "partially", "portion", "partial") >= 0;
        var all = words.Find(verb - 3, lost, "all", "fully", "entirely", "completely", "wholly") >= 0;
        var half = words.Find(verb, lost, "half") >= 0;
        var beyond = words.Find(verb - 3, verb, "more") >= 0 && words.Find(verb - 3, verb, "than") >= 0;
        // "Little", "hardly any" bound nothing that could be tested.
        if (words.Find(verb - 3, lost, "little", "hardly", "barely", "scarcely") >= 0)
            return null;
        if (told == "denied")
            return most || half ? "< 50%"
                : some || beyond ? null
                : "< 100%";
        return beyond ? "> 100%"
            : most ? "> 50%"
            : half ? (words.Find(verb, lost, "than") >= 0 ? "> 50%" : "~ 50%")
            : some ? "> 0%"
            : all ? ">= 100%"
            // "Made up for the loss" says all of it; "replaced lost exports" says it too.
            : ">= 100%";
    }

    // "… lost with Europe", "the lost European market", else what ties are said to have gone before.
    private IReadOnlyList<string>? LostPartner(int after, int place, string by)
    {
        for (var i = after; i < Math.Min(after + 12, analysis.Tokens.Count); i++)
            if (
                analysis.Is(i, "with", "to", "in", "from")
                && words.ActorAt(i + 1) is { IsAdjective: false, Possessive: false } partner
                && StakesWords.Party(partner) is { } named
                && named != by
            )
                return [named];
        // "the lost European market"; "Russia's lost exports" are Russia's own.
        if (
            words.MarketIn(after, Math.Min(after + 14, analysis.Tokens.Count)) is { } market
            && !market.Of.Contains(by)
            && words.Find(market.First, market.End, "lost", "loss", "losses", "missing") < 0
        )
            return market.Of;
        // "As its ties to the West crumble, …"
        for (var i = 0; i < place; i++)
            if (
                analysis.Is(i, "ties", "links", "trade", "relations", "exports", "sales", "business")
                && analysis.Is(i + 1, "to", "with")
                && words.ActorAt(i + 2) is { IsAdjective: false } gone
                && StakesWords.Party(gone) is { } before
                && before != by
            )
                return [before];
        return null;
    }

    /// <summary>"Export controls have left Russia no option but to buy from China".</summary>
    private ClaimDraft? OnlyOption()
    {
        var at = words.Find(1, analysis.Tokens.Count, "option", "choice", "alternative", "options", "alternatives");
        if (at < 1 || !words.Before(at, 5, "no", "little", "few", "not", "n't", "any") || words.Before(at, 5, "little", "few", "not"))
            return null;
        int tail;
        if (analysis.Is(at + 1, "but"))
            tail = at + 2;
        else if (analysis.Is(at + 1, "than", "except"))
            tail = at + 2;
        else if (analysis.Is(at + 1, "other") && analysis.Is(at + 2, "than"))
            tail = at + 3;
        else if (analysis.Is(at, "alternative", "alternatives") && analysis.Is(at + 1, "to"))
            tail = at + 2;
        else
            return null;
        if (Supplier(tail) is not var (by, end))
            return null;
        // Whose option: "left Russia (with) no option", "Russia has no other option".
        var whose = analysis.Actors.FindLast(a => a.End <= at && at - a.End <= 6 && a is { IsAdjective: false, Possessive: false })
            is { } close
            ? StakesWords.Party(close)
            : words.Subject(at);
        if (whose is null || whose == by)
            return null;
        var measures = Measures() is var (word, place) && place < at ? word : null;
        return new ClaimDraft
        {
            First = Math.Max(0, words.Find(at - 5, at, "no", "n't", "any")),
            End = end,
            Kind = ClaimKind.Argument,
            Assertion = $"indispensable({by}, for: {whose}{(measures is null ? "" : $", under: {measures}")})",
            Inferred =
            [
                new(
                    "reading",
                    "indispensable",
                    "“no other option”, read as the greatest loss among the partners that the model tells apart"
                ),
            ],
        };
    }

    // "to buy from China", "to turn to the Chinese market", "importing Chinese machinery": whom it is to trade with, and that it is to trade.
    private (string By, int End)? Supplier(int from)
    {
        var to = Math.Min(from + 14, analysis.Tokens.Count);
        var trading = -1;
        for (var i = from; i < to; i++)
        {
            if (analysis.Is(i, ".", ";"))
                break;
            // Arms are bought for other reasons than incomes.
            if (analysis.Is(i, "weapons", "arms", "ammunition", "missiles") || analysis.Is(i, "drones", "jets", "shells", "tanks"))
                return null;
            if (
                words.IsTrade(i)
                || analysis.Is(i, "import", "importing", "buy", "buying")
                || analysis.Is(i, "sell", "selling", "export", "exporting")
                || analysis.Is(i, "imported", "goods", "supplies", "suppliers")
            )
                trading = i;
            if (
                analysis.ActorStartingAt(i) is { } actor
                && StakesWords.Party(actor) is { } party
                && (trading >= 0 || words.MarketIn(i, i + 4) is { First: var first } && first == i)
            )
            {
                // "to buy from China or India" names two.
                if (analysis.Is(actor.End, "or", "and") && analysis.ActorStartingAt(actor.End + 1) is not null)
                    return null;
                return (party, actor.End);
            }
        }
        return null;
    }

    private (string Argument, Inference? Inferred) Year()
    {
        var time = analysis.Times.FirstOrDefault(t =>
            t is { Role: TimeRole.At, Period: not null, Kind: TimeKind.Absolute or TimeKind.Relative }
        );
        if (time?.Period is { } period)
            return ($", {Period.OfYear(period.Start.Year).Text}", null);
        if (discourse.Published is not { } day)
            return ("", null);
        var year = Period.OfYear(day.Year).Text;
        return ($", {year}", new("period", year, "the time of writing"));
    }
}
