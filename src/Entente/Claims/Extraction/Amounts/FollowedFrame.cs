using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>What a sentence's last figure was of, for the sentence after it: "China led with $104 billion. The United States followed with …".</summary>
internal sealed record Listing(MeasureRef Reference, Period? Period, QuantityMention Quantity, int Paragraph, int Sentence)
{
    /// <summary>True where it stood beside a place, whose set the next ones belong to: the other party of the flow stays.</summary>
    public bool Ranked { get; init; }

    /// <summary>True where the sentence's verb made the buyer its subject, false where the seller; null where it had no trading verb.</summary>
    public bool? Buys { get; init; }
}

/// <summary>
/// Lists that go on in the next sentence with no measure of their own: "Germany came second ($9.2 billion), India third", "Iraq supplied 0.98
/// million and Saudi Arabia 0.7 million", "Those to France amounted to €116.8 billion".
/// </summary>
internal sealed class FollowedFrame(SentenceAnalysis analysis, Discourse discourse)
{
    /// <summary>The place that the words give beside the figure; null where they give none.</summary>
    public ClaimDraft? Place { get; private set; }

    public ClaimDraft? Read(QuantityMention quantity)
    {
        Place = null;
        if (
            discourse.Listing is not { } listing
            || listing.Paragraph != analysis.Statement.Paragraph
            || listing.Sentence != discourse.Sentence - 1
            || quantity.Upper is not null
            || InUnit(quantity, listing) is not { } amount
        )
            return null;
        return StandIn(amount, listing) ?? Next(amount, listing);
    }

    // "0.98 million" after "1.66 million barrels a day": of the same unit, where nothing is counted.
    private QuantityMention? InUnit(QuantityMention quantity, Listing listing)
    {
        if (quantity.Kind == listing.Quantity.Kind && quantity.Unit.Dimension == listing.Quantity.Unit.Dimension)
            return quantity.Kind == QuantityKind.Count ? null : quantity;
        return
            quantity is { Kind: QuantityKind.Count, Noun: null }
            && quantity.Number.LastDigit >= 1000
            && listing.Quantity.Kind is QuantityKind.Money or QuantityKind.Physical
            && (quantity.EndToken >= analysis.Tokens.Count || Word(quantity.EndToken) is "," or "." or ";" or "and" or "from" or "to" or "")
            ? quantity with
            {
                Kind = listing.Quantity.Kind,
                Unit = listing.Quantity.Unit,
            }
            : null;
    }

    /// <summary>"Those to France amounted to €116.8 billion and those to China to €97.3 billion".</summary>
    private ClaimDraft? StandIn(QuantityMention quantity, Listing listing)
    {
        var at = -1;
        for (var i = quantity.FirstToken - 1; i >= Math.Max(0, quantity.FirstToken - 9) && at < 0; i--)
            if (Word(i) is "those" or "that" && Word(i + 1) is "to" or "from" or "with")
                at = i;
        if (at < 0 || !(at == 0 || Word(at - 1) is "and" or "," or ";" or "while" or "whereas"))
            return null;
        var start = Word(at + 2) is "the" ? at + 3 : at + 2;
        if (analysis.ActorStartingAt(start) is not { IsAdjective: false, Possessive: false, Party: { } party } actor)
            return null;
        for (var i = actor.End; i < quantity.FirstToken; i++)
            if (!IsLevel(Word(i)))
                return null;
        var reference = listing.Reference;
        var other = (Word(at + 1), reference.Measure) switch
        {
            ("to", "exports" or "volume") when reference.Second is not null => reference with { Second = party },
            ("from", "imports" or "volume") when reference.Second is not null => reference with { First = party },
            ("with", "trade" or "balance") when reference.Second is not null => reference with { Second = party },
            _ => null,
        };
        return other is null || other.First == other.Second ? null : Draft(quantity, listing, other, at);
    }

    /// <summary>"The United States followed with $36.9 billion, then Argentina with $16.7 billion", "China was next with $296 billion".</summary>
    private ClaimDraft? Next(QuantityMention quantity, Listing listing)
    {
        var k = quantity.FirstToken;
        var (follows, ordinal, sells, takes) = (false, 0, false, false);
        while (k > 0 && analysis.ActorEndingAt(k) is null)
        {
            var word = Word(k - 1);
            if (word is "followed" or "follows" or "next" or "came" or "comes" or "then" or "place" or "ranked" or "behind")
                follows = true;
            else if (Ordinal(word) is var place and > 0)
                (ordinal, follows) = (place, true);
            else if (word is "supplied" or "sold" or "delivered" or "shipped" or "sent" or "provided")
                sells = true;
            else if (word is "took" or "bought" or "absorbed" or "received" or "imported")
                takes = true;
            else if (
                !(
                    word
                    is "with"
                        or "at"
                        or "on"
                        or "("
                        or "was"
                        or "is"
                        or "were"
                        or "in"
                        or ","
                        or "spent"
                        or "the"
                        or "spending"
                        or "only"
                        or "region"
                )
            )
                return null;
            k--;
        }
        if (k == 0 || analysis.ActorEndingAt(k) is not { IsAdjective: false, Possessive: false, Party: { } party } actor)
            return null;
        var first = Word(actor.First - 1) is "the" ? actor.First - 1 : actor.First;
        // The list begins with the sentence and goes on in it.
        var opens = first == 0 || (first == 1 && Word(0) is "then" or "next");
        var goesOn = continued && Word(first - 1) is "," or "and" or ";" or "then" or "by";
        if (!(opens || goesOn) || (opens && !(follows || sells || takes)))
            return null;
        if (analysis.Measures.Exists(m => m.End <= quantity.FirstToken && !(m.IsVerb && (sells || takes || continued))))
            return null;
        var reference = listing.Reference;
        MeasureRef? other = null;
        // One's own figure: "China was next with $296 billion".
        if (reference.Second is null)
            other = sells || takes ? null : reference with { First = party };
        else if (sells || (listing.Ranked && reference.Measure == "imports" && !takes) || seller)
            other = reference with { First = party };
        else if (takes || (listing.Ranked && reference.Measure is "exports" or "trade"))
            other = reference with { Second = party };
        // "The Netherlands bought …. France was next with …": the next one does what the first did.
        else if (listing.Buys is { } buys && !listing.Ranked)
            other = buys ? reference with { Second = party } : reference with { First = party };
        if (other is null || other.First == other.Second || reference.First == party || reference.Second == party)
            return null;
        (continued, seller) = (true, seller || sells);
        if (ordinal > 0 && listing.Ranked)
            Place = PlaceOf(party, ordinal, listing, actor.First, quantity.EndToken);
        return Draft(quantity, listing, other, first);
    }

    private bool continued;
    private bool seller;

    private static ClaimDraft? PlaceOf(string party, int place, Listing listing, int first, int end)
    {
        var reference = listing.Reference;
        var item = reference.Item is null ? "" : ", " + reference.Item;
        var among = reference.Measure switch
        {
            "imports" => $"suppliers({reference.Second}{item})",
            "exports" => $"buyers({reference.First}{item})",
            "trade" => $"partners({reference.First})",
            _ => null,
        };
        return among is null
            ? null
            : new ClaimDraft
            {
                First = first,
                End = end,
                Kind = ClaimKind.Rank,
                Assertion =
                    $"rank({party}, among: {among}, by: {reference.Measure}{(listing.Period is { } p ? ", " + p.Text : "")}) = {place}",
                Relation = "=",
                Value = place,
                Low = place,
                High = place,
                Unit = Units.Rank.Symbol,
                Period = listing.Period,
                Inferred = [From(listing)],
                Reason = listing.Period is null ? "no-period" : null,
            };
    }

    private ClaimDraft Draft(QuantityMention quantity, Listing listing, MeasureRef reference, int first)
    {
        var period = listing.Period;
        foreach (var time in analysis.Times)
            if (time is { Period: { } own, Kind: TimeKind.Absolute or TimeKind.Relative } && time.FirstToken - quantity.EndToken is 0 or 1)
            {
                period = FiscalYears.Read(analysis, time, reference);
                analysis.UsedTimes.Add(time);
            }
        discourse.Remember(reference, period, analysis.Statement.Paragraph);
        return new ClaimDraft
        {
            First = first,
            End = quantity.EndToken,
            Kind = ClaimKind.Level,
            Assertion = reference.Text(period?.Text) + AssertionText.Tail(quantity, reference.Deficit ? -1 : 1),
            Period = period,
            Inferred = [.. reference.Inferred, From(listing)],
            Reason = period is null ? "no-period" : null,
        }.WithQuantity(quantity, reference.Deficit ? -1 : 1);
    }

    private static Inference From(Listing listing) => new("measure", listing.Reference.Text(), "the list of the sentence before");

    private static bool IsLevel(string word) =>
        word
            is "amounted"
                or "to"
                or "came"
                or "were"
                or "was"
                or "worth"
                or "stood"
                or "at"
                or "totalled"
                or "totaled"
                or "reached"
                or "only"
                or "just"
                or "hit";

    private static int Ordinal(string word) =>
        word switch
        {
            "second" => 2,
            "third" => 3,
            "fourth" => 4,
            "fifth" => 5,
            "sixth" => 6,
            _ => 0,
        };

    private string Word(int i) => analysis.Word(i);
}
