using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Stakes;

/// <content>Who loses more, and how much.</content>
internal sealed partial class StakesFrame
{
    /// <summary>"China would lose more than the United States from decoupling", "China has more to lose from a decoupling than the US".</summary>
    private ClaimDraft? LosesMore()
    {
        var parting = words.Parting();
        var than = words.Find(0, analysis.Tokens.Count, "than");
        if (parting < 0 || than < 0)
            return null;
        var at = words.Find(0, analysis.Tokens.Count, "lose", "suffer", "loses", "suffers", "hurt", "harm", "cost", "damage", "hit");
        if (at < 1 || words.IsDenied(at, 4) || analysis.Quantities.Count > 0)
            return null;
        var more = words.Find(Math.Max(0, at - 3), than, "more");
        var less = words.Find(Math.Max(0, at - 3), than, "less");
        if ((more < 0) == (less < 0) || than - Math.Max(more, less) > 9)
            return null;
        var parties = words.Parties();
        if (parties is not [_, _])
            return null;
        string? loser;
        if (analysis.Is(at, "lose", "suffer", "loses", "suffers"))
            loser = words.Subject(at);
        else
            loser = analysis.Actors.Find(a => a.First > at && a.First < than && a is { IsAdjective: false, Possessive: false }) is { } hit
                ? StakesWords.Party(hit)
                : null;
        var start = than + 1;
        if (analysis.Is(start, "it") && analysis.Is(start + 1, "would", "will", "does"))
            start += 2;
        var against =
            words.ActorAt(start) is { IsAdjective: false, Possessive: false } rival ? StakesWords.Party(rival)
            : words.ActorAt(start) is null
            && analysis.Actors.Find(a => a.First > than && a.First <= than + 5 && !a.IsAdjective && !a.Possessive) is { } later
            && words.Find(than, later.First, "hurt", "harm", "cost", "would") >= 0
                ? StakesWords.Party(later)
            : null;
        return loser is null || against is null || loser == against || !parties.Contains(loser) || !parties.Contains(against)
            ? null
            : new ClaimDraft
            {
                First = Math.Min(at, parting),
                End = Math.Min(Math.Max(than + 2, at + 1), analysis.Tokens.Count),
                Kind = ClaimKind.Argument,
                Assertion = $"loss({loser}, without: {against}) {(more >= 0 ? ">" : "<")} loss({against}, without: {loser})",
            };
    }

    /// <summary>"Sanctions have cost Russia 5 % of its GDP", "sanctions cut Russia's GDP by 5 %".</summary>
    private ClaimDraft? Costs()
    {
        if (Measures() is not var (word, at) || Percent(at) is not { } quantity)
            return null;
        var verb = words.Find(
            at,
            quantity.FirstToken,
            "cost",
            "costs",
            "shaved",
            "shave",
            "knocked",
            "knock",
            "cut",
            "reduced",
            "lowered",
            "shrank"
        );
        if (verb < 0 || words.IsDenied(verb, 3))
            return null;
        string? victim = null;
        if (analysis.Is(verb, "cost", "costs"))
        {
            // "… cost Russia 5 percent of (its) GDP"
            if (!OfIncome(quantity.EndToken, out _))
                return null;
            victim = Direct(verb + 1, quantity.FirstToken);
        }
        else if (analysis.Is(verb, "shaved", "shave", "knocked", "knock"))
        {
            // "… knocked 5 percent off Russia's GDP"
            if (!analysis.Is(quantity.EndToken, "off", "from") || !OfIncome(quantity.EndToken, out victim))
                return null;
        }
        else if (analysis.Is(quantity.FirstToken - 1, "by") || quantity.Hedge != Hedge.None)
        {
            // "… cut Russia's GDP by 5 percent"
            for (var i = verb + 1; i < quantity.FirstToken; i++)
                if (IsIncome(i) && analysis.Actors.FindLast(a => a.First > verb && a.End <= i) is { } owner)
                    victim = StakesWords.Party(owner);
        }
        var target = Target(at, verb) ?? victim;
        if (victim is null || target is null || IsYearly(quantity.EndToken))
            return null;
        analysis.Used.Add(quantity);
        return new ClaimDraft
        {
            First = at,
            End = quantity.EndToken,
            Kind = ClaimKind.Argument,
            Assertion = $"loss({victim}, under: {word}{(target == victim ? "" : $", on: {target}")}){AssertionText.Tail(quantity)}",
        }.WithQuantity(quantity);
    }

    /// <summary>"Sanctions on Russia hurt Europe more than Russia".</summary>
    private ClaimDraft? HurtsMore()
    {
        var than = words.Find(0, analysis.Tokens.Count, "than");
        if (than < 0 || analysis.Quantities.Count > 0 || Measures() is not var (word, at) || words.Parting() >= 0)
            return null;
        var verb = words.Find(at, than, "hurt", "hurts", "harm", "harmed", "cost", "costs", "damaged", "damage", "hit", "hurting");
        var more = words.Find(verb, than, "more");
        if (verb < 0 || more < 0 || than - more > 1 || words.IsDenied(verb, 3) || Target(at, verb) is not { } target)
            return null;
        var hit = Direct(verb + 1, more);
        var start = than + 1;
        if (analysis.Is(start, "they") && words.Find(start, start + 4, "hurt", "harm", "cost", "did") is var again and > 0)
            start = again + 1;
        var other = words.ActorAt(start) is { IsAdjective: false, Possessive: false } spared ? StakesWords.Party(spared) : null;
        if (hit is null || other is null || hit == other)
            return null;
        string Loss(string who) => $"loss({who}, under: {word}{(who == target ? "" : $", on: {target}")})";
        return new ClaimDraft
        {
            First = at,
            End = Math.Min(start + 1, analysis.Tokens.Count),
            Kind = ClaimKind.Argument,
            Assertion = $"{Loss(hit)} > {Loss(other)}",
        };
    }

    /// <summary>"Germany would lose 2 % of its GDP if trade with China stopped".</summary>
    private ClaimDraft? LosesShare()
    {
        var at = words.Find(0, analysis.Tokens.Count, "lose", "cost");
        if (at < 1 || !words.Before(at, 4, "would", "could", "will", "might") || Percent(at) is not { } quantity)
            return null;
        if (!OfIncome(quantity.EndToken, out _) || quantity.FirstToken - at > 6 || words.IsDenied(at, 4))
            return null;
        var parting = words.Parting();
        // "without the Chinese market", "if it lost access to the Chinese market"
        var without = words.Find(0, analysis.Tokens.Count, "without", "lost", "losing");
        StakesWords.Market? market = null;
        if (without >= 0)
            market = words.MarketIn(without + 1, without + 9);
        else if (parting >= 0)
            market = words.MarketIn(Math.Max(0, parting - 7), parting + 7);
        string? loser = analysis.Is(at, "lose") ? words.Subject(at) : Direct(at + 1, quantity.FirstToken);
        var partners =
            market?.Of ?? (parting >= 0 && analysis.Is(parting, "decoupling", "decouple", "decoupled") ? From(parting, loser) : null);
        if (loser is null || partners is null || partners.Contains(loser))
            return null;
        analysis.Used.Add(quantity);
        return new ClaimDraft
        {
            First = at,
            End = quantity.EndToken,
            Kind = ClaimKind.Argument,
            Assertion = $"loss({loser}, without: {Set(partners)}){AssertionText.Tail(quantity)}",
        }.WithQuantity(quantity);
    }

    // "decoupling from China"; "a decoupling between the two" names no partner.
    private IReadOnlyList<string>? From(int parting, string? loser)
    {
        if (!analysis.Is(parting + 1, "from"))
            return null;
        return
            words.ActorAt(parting + 2) is { IsAdjective: false, Possessive: false } actor
            && StakesWords.Party(actor) is { } party
            && party != loser
            ? [party]
            : null;
    }

    /// <summary>The word for measures that an expression takes, and where it stands.</summary>
    private (string Word, int At)? Measures()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            if (analysis.Is(i, "sanctions"))
                return (analysis.Is(i - 1, "secondary") ? "secondary_sanctions" : "sanctions", i);
            if (analysis.Is(i, "controls") && analysis.Is(i - 1, "export"))
                return ("export_controls", i);
            if (analysis.Is(i, "embargo"))
                return ("embargo", i);
        }
        return null;
    }

    // "sanctions on Russia", "sanctions against Moscow", "sanctions imposed on Russia"
    private string? Target(int at, int before)
    {
        for (var i = at + 1; i < Math.Min(before, at + 7); i++)
            if (analysis.Is(i, "on", "against") && words.ActorAt(i + 1) is { IsAdjective: false } actor)
                return StakesWords.Party(actor);
        return null;
    }

    private string? Direct(int from, int to)
    {
        var actors = analysis.Actors.FindAll(a => a.First >= from && a.End <= to);
        return actors is [var one] && one.First - from <= 2 ? StakesWords.Party(one) : null;
    }

    private QuantityMention? Percent(int after)
    {
        QuantityMention? found = null;
        foreach (var quantity in analysis.Quantities)
            if (quantity.Kind is QuantityKind.Percent && quantity.FirstToken > after && !analysis.Used.Contains(quantity))
            {
                if (found is not null)
                    return null;
                found = quantity;
            }
        return found;
    }

    // "of its GDP", "off Russia's GDP"
    private bool OfIncome(int at, out string? owner)
    {
        owner = null;
        if (!analysis.Is(at, "of", "off", "from", "in"))
            return false;
        for (var i = at + 1; i <= at + 6; i++)
        {
            if (analysis.ActorCovering(i) is { } actor)
                owner = StakesWords.Party(actor);
            if (IsIncome(i))
                return true;
            if (analysis.Is(i, ",", ".", ";", "by"))
                return false;
        }
        return false;
    }

    private bool IsIncome(int i) =>
        analysis.Is(i, "gdp", "output", "income", "economy") || (analysis.Is(i, "gross") && analysis.Is(i + 1, "domestic", "national"));

    private bool IsYearly(int end)
    {
        for (var i = end; i < Math.Min(end + 8, analysis.Tokens.Count); i++)
            if (
                analysis.Is(i, "annually", "yearly", "annual")
                || (analysis.Is(i, "a", "per", "each", "every") && analysis.Is(i + 1, "year", "month", "quarter"))
                || analysis.Is(i, "growth")
            )
                return true;
        return false;
    }
}
