using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>
/// Prices of benchmarks ("a barrel of Brent cost $122.71", "Urals traded above the $60 cap", "$35 below Brent") and the caps that states
/// put on them ("the EU lowered its cap on Russian crude to $47.60").
/// </summary>
internal sealed class PriceFrame(SentenceAnalysis analysis, ExtractionCatalogue catalogue, Discourse discourse, MeasureResolver resolver)
{
    private const double Highest = 400;

    /// <summary>What a barrel costs in dollars, which a text may leave to be understood.</summary>
    public static readonly Unit PerBarrel = Units.Find("USD/barrel");

    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (
            quantity.Kind is not (QuantityKind.Money or QuantityKind.Price)
            || quantity.Number.Value > Highest
            || quantity.Number.LastDigit > 10
        )
            return null;
        if (quantity.Kind == QuantityKind.Price && quantity.Unit.Symbol is not ("USD/barrel" or "USD/bbl"))
            return null;
        if (quantity.Kind == QuantityKind.Money && quantity.Unit.Symbol != "USD")
            return null;
        if (Cap(quantity) is { } cap)
            return cap;
        return Discount(quantity) ?? Benchmark(quantity);
    }

    private ClaimDraft? Benchmark(QuantityMention quantity)
    {
        for (var i = Math.Max(0, quantity.FirstToken - 9); i < quantity.FirstToken; i++)
            if (Word(i) is "gap" or "spread" or "discount" or "premium" or "difference")
                return null;
        if (Nearest(quantity.FirstToken) is not { } item || Word(quantity.FirstToken - 1) is "by" || ChangeAt(quantity.EndToken))
            return null;
        // Without "a barrel" the words must say that it is a price.
        if (quantity.Kind == QuantityKind.Money && !SaysPrice(item, quantity))
            return null;
        var written = quantity;
        // "below the price cap of $60": the bound stands before the cap's words.
        var reach =
            Word(quantity.FirstToken - 1) is "of" && Word(quantity.FirstToken - 2) is "cap" or "ceiling" or "mark" or "level" ? 6 : 2;
        if (quantity.Hedge == Hedge.None)
            for (var i = quantity.FirstToken - 1; i >= Math.Max(0, quantity.FirstToken - reach); i--)
                if (Word(i) is "above" or "over" or "exceeded" or "past" or "topped" or "breached" or "exceeding")
                    written = quantity with { Hedge = Hedge.MoreThan };
                else if (Word(i) is "below" or "under" or "beneath")
                    written = quantity with { Hedge = Hedge.LessThan };
        // "the $60 cap" names a mark; the benchmark only stands somewhere beside it.
        if ((IsCap(quantity.EndToken) || reach > 2) && written.Hedge == Hedge.None)
            return null;
        var reference = new MeasureRef("price", null, null, item.Item);
        return Draft(quantity, written, reference, reference.Text);
    }

    /// <summary>"Urals trading about $35 lower" after Brent, "$15 below Brent", "at a discount of $12 to Brent".</summary>
    private ClaimDraft? Discount(QuantityMention quantity)
    {
        var end = quantity.EndToken;
        var low =
            Word(end) is "lower" or "below" or "cheaper" or "under" or "less" or "discount"
            || Word(quantity.FirstToken - 1) is "of" && Word(quantity.FirstToken - 2) is "discount";
        var high =
            Word(end) is "higher" or "above" or "dearer" or "premium"
            || Word(quantity.FirstToken - 1) is "of" && Word(quantity.FirstToken - 2) is "premium";
        // "the gap between Brent and Urals was $11"
        var gap = false;
        for (var i = Math.Max(0, quantity.FirstToken - 9); i < quantity.FirstToken; i++)
            gap |= Word(i) is "gap" or "spread" or "difference" && Word(i + 1) is "between";
        if (gap && Word(quantity.FirstToken - 1) is "by")
            return null;
        high |= gap;
        if (!low && !high)
        {
            // "Urals' discount to Brent narrowed to $12"
            for (
                var i = quantity.FirstToken - 1;
                i >= Math.Max(0, quantity.FirstToken - 16) && !low && !analysis.StrongBreak(i, i + 1);
                i--
            )
                low = Word(i) is "discount" && Word(i + 1) is "to" or "against" or "on" or "of";
            if (!low || Word(quantity.FirstToken - 1) is "by")
                return null;
        }
        ItemSpan? first = null,
            second = null;
        foreach (var item in analysis.Items)
            if (catalogue.IsPriced(item.Item) && (first is null || item.Item != first.Item))
                (first, second) = first is null ? (item, null) : (first, second ?? item);
        if (first is null || second is null)
            return null;
        // Who is cheaper: the one right before the figure, or the one not named after "to", "than", "below".
        var named = Named(end) ?? Named(quantity.FirstToken - 8);
        if (gap)
            named = second.Item;
        var other =
            named is not null ? named
            : second.End <= quantity.FirstToken ? first.Item
            : second.Item;
        var own = other == first.Item ? second.Item : first.Item;
        var (a, b) = low ? (other, own) : (own, other);
        return Draft(
            quantity,
            quantity,
            new MeasureRef("price", null, null, own),
            p => new MeasureRef("price", null, null, a).Text(p) + " - " + new MeasureRef("price", null, null, b).Text(p)
        );
    }

    private string? Named(int from)
    {
        for (var i = Math.Max(0, from); i < Math.Min(analysis.Tokens.Count, from + 7); i++)
            if (Word(i) is "to" or "than" or "below" or "above" or "against" or "under")
                foreach (var item in analysis.Items)
                    if (catalogue.IsPriced(item.Item) && item.First > i && item.First <= i + 2)
                        return item.Item;
        return null;
    }

    /// <summary>"lowered its cap on Russian crude to $47.60", "the G7 price cap of $60", "capped Russian oil at $60 a barrel".</summary>
    private ClaimDraft? Cap(QuantityMention quantity)
    {
        var at = -1;
        for (var i = Math.Max(0, quantity.FirstToken - 14); i < Math.Min(analysis.Tokens.Count, quantity.EndToken + 4); i++)
            if (IsCapWord(i) && !analysis.StrongBreak(Math.Min(i, quantity.FirstToken), Math.Max(i, quantity.FirstToken)))
                at = i;
        if (at < 0)
            return null;
        // "traded above the $60 cap": a price, not the cap.
        if (
            Nearest(quantity.FirstToken) is { } priced
            && priced.End <= quantity.FirstToken
            && (at >= quantity.EndToken || priced.First > at)
        )
            return null;
        ActorSpan? target = null;
        foreach (var actor in analysis.Actors)
            if (
                actor is { IsAdjective: true, Party: not null }
                && catalogue.Actors.TryGetValue(actor.Party, out var who)
                && who.Kind == Actors.ActorKind.State
                && analysis.Distance(actor.First, at) < 9
            )
                target ??= actor;
        var sender = Sender(at, target);
        if (sender is null || target?.Party is not { } of || of == sender)
            return null;
        IReadOnlyList<Inference> inferred = [];
        // The coalition's cap is in force in the Union by the Union's own decision, and is recorded there.
        if (sender == "G7")
        {
            sender = "EU";
            inferred = [new Inference("party", "EU", "the Union put the G7's cap into force")];
        }
        var item = "crude_oil";
        foreach (var goods in analysis.Items)
            if (goods.Item is "oil_products" or "diesel")
                item = "oil_products";
        var reference = new MeasureRef("price_cap", sender, of, item) { Inferred = inferred };
        return Draft(quantity, quantity, reference, reference.Text);
    }

    private string? Sender(int cap, ActorSpan? target)
    {
        if (resolver.Possessor(Word(cap - 1) is "price" ? cap - 1 : cap) is { } owner && owner != target)
            return owner.Party ?? (owner.Actor.Code == "G7" ? "G7" : null);
        for (var k = analysis.Actors.Count - 1; k >= 0; k--)
        {
            var actor = analysis.Actors[k];
            // "The G7, the EU and Australia agreed to cap …": what they do together is recorded of the Union.
            if (
                actor.End <= cap
                && actor != target
                && actor.Actor.Code is not ("EU" or "G7")
                && Word(Word(actor.First - 1) is "the" ? actor.First - 2 : actor.First - 1) is "and" or ","
                && analysis.Actors.Exists(a => a.End <= actor.First && actor.First - a.End <= 6 && a.Actor.Code is "EU" or "G7")
            )
                continue;
            if (
                actor.End <= cap
                && actor != target
                && !Lexicon.Prepositions.Contains(Word(Word(actor.First - 1) is "the" ? actor.First - 2 : actor.First - 1))
            )
                return actor.Party;
        }
        return null;
    }

    private bool IsCapWord(int i) =>
        Word(i) is "cap" or "ceiling" or "capped" or "caps" && !(Word(i) is "ceiling" && Word(i - 1) is "debt");

    private bool IsCap(int end) => Word(end) is "cap" or "ceiling" || (Word(end) is "price" or "-" or "a" && IsCapNear(end));

    private bool IsCapNear(int end) => Word(end + 1) is "cap" or "ceiling" || Word(end + 2) is "cap" or "ceiling";

    private ItemSpan? Nearest(int at)
    {
        ItemSpan? best = null;
        var least = 21;
        foreach (var item in analysis.Items)
            if (catalogue.IsPriced(item.Item) && analysis.Distance(item.First, at) is var cost && cost < least)
                (best, least) = (item, cost);
        // "Brent, which had stood at $71 in 2021 on average, cost $123": a clause may stand between, where only one thing has a price.
        if (best is null && Word(at - 1) is "cost" or "averaged" or "fetched")
            foreach (var item in analysis.Items)
                if (catalogue.IsPriced(item.Item) && item.End < at)
                {
                    if (best is not null && best.Item != item.Item)
                        return null;
                    best = item;
                }
        return best;
    }

    private bool SaysPrice(ItemSpan item, QuantityMention quantity)
    {
        if (Word(item.First - 1) is "of" && Word(item.First - 2) is "barrel")
            return true;
        for (var i = Math.Min(item.First, quantity.FirstToken); i < Math.Min(analysis.Tokens.Count, quantity.EndToken + 3); i++)
            if (
                Word(i)
                    is "traded"
                        or "trading"
                        or "trades"
                        or "averaged"
                        or "averaging"
                        or "averages"
                        or "cost"
                        or "costs"
                        or "price"
                        or "prices"
                || Word(i)
                    is "barrel"
                        or "fetched"
                        or "slipped"
                        or "slid"
                        or "dropped"
                        or "climbed"
                        or "fell"
                        or "rose"
                        or "sank"
                        or "climbed"
                        or "closed"
                        or "settled"
                        or "priced"
                        or "sold"
                || Word(i) is "was" or "stood" or "hit" or "at"
            )
                return true;
        return false;
    }

    private bool ChangeAt(int end)
    {
        foreach (var change in analysis.Changes)
            if (change.IsNoun && change.Token == end)
                return true;
        return Word(end) is "more" or "less" or "higher" or "lower" or "cheaper";
    }

    private ClaimDraft Draft(QuantityMention quantity, QuantityMention written, MeasureRef reference, Func<string?, string> text)
    {
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse);
        if (chosen is { Mention: { } mention, Period: { IsWholeYear: true } year } && Season(mention, year.Start.Year) is { } season)
            chosen = chosen with { Period = season };
        // "lowered its cap from $60 to $47.60 in July": what it was before has a time that nobody said.
        if (reference.Measure == "price_cap" && Word(quantity.FirstToken - 1) is "from" && chosen.Mention?.FirstToken != quantity.EndToken)
            chosen = chosen with { Period = null, Inference = null };
        else
            discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
        written = written with { Unit = PerBarrel };
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken,
            Kind = ClaimKind.Level,
            Assertion = text(chosen.Period?.Text) + AssertionText.Tail(written),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(written);
    }

    // Prices are told by the month, so that a season is its months and not its year.
    private Period? Season(TimeMention mention, int year)
    {
        for (var i = mention.FirstToken; i < mention.EndToken; i++)
            if (
                Word(i) switch
                {
                    "spring" => 3,
                    "summer" => 6,
                    "autumn" or "fall" => 9,
                    _ => 0,
                }
                    is var month
                && month > 0
            )
                return Period.OfRange(Period.OfMonth(year, month), Period.OfMonth(year, month + 2));
        return null;
    }

    private string Word(int i) => analysis.Word(i);
}
