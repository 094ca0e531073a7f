using Entente.Claims.Extraction.Amounts;
using Entente.Claims.Extraction.Events;
using Entente.Claims.Extraction.Memberships;
using Entente.Claims.Extraction.Rankings;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sayings;
using Entente.Claims.Extraction.Sentences;
using Entente.Claims.Extraction.Stakes;
using Entente.Claims.Extraction.Votes;
using Entente.Claims.Language;
using Entente.Quantities;
using Entente.Reading;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction;

/// <summary>
/// Finds the claims of a document by grammar and catalogue: every quantity is offered to the frames of its kind, then the frames that
/// need no quantity read the sentence. What no frame takes is listed with a reason. Safe for any number of threads.
/// </summary>
public sealed class ClaimExtractor(ExtractionCatalogue catalogue, ITypeEnvironment environment) : IClaimExtractor
{
    // Whether an assertion types depends on the catalogue alone, and texts assert the same things.
    private readonly BoundedMemo<string, bool> typed = new(8_000, StringComparer.Ordinal);

    /// <summary>True to ask every frame at every sentence, whatever cues it declares: must find the same, more slowly.</summary>
    internal bool AsksAll { get; init; }

    /// <summary>When an undated text was written, as far as it says itself; null where it does not.</summary>
    public Period? InferPublished(Document document) => PublicationDate.Infer(document, catalogue);

    public ExtractionResult Extract(Document document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var published = document.Published;
        var discourse = new Discourse
        {
            Published = published?.End,
            PublishedPeriod = published,
            PublishedStated = document.PublishedBasis is PublishedBasis.Stated or PublishedBasis.Given,
        };
        var sentences = new List<SentenceAnalysis>(document.Statements.Count);
        foreach (var statement in document.Statements)
            sentences.Add(SentenceAnalyzer.Analyze(statement, catalogue, discourse, AsksAll));
        discourse.Weigh(sentences);
        var collector = new ClaimCollector(document, environment, typed);
        foreach (var sentence in sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Understand(sentence, discourse, published);
            // A heading asserts what it puts in figures ("Trade tops $218 billion"); without any it is a label.
            if (!sentence.Statement.IsHeading || (sentence.Quantities.Count > 0 && sentence.Measures.Count > 0))
                foreach (var draft in Settle([.. Frames(sentence, discourse)]))
                    if (!IsUnreal(sentence, draft))
                        collector.Add(
                            sentence,
                            Supposed(
                                sentence,
                                SharedCurrencies.OtherDollars(sentence, draft, discourse) is { Count: > 0 } others
                                    ? draft with
                                    {
                                        Alternatives = others,
                                    }
                                    : draft,
                                discourse
                            )
                        );
            SpeakOf(sentence, discourse);
            if (!sentence.Statement.IsHeading)
                collector.AddUnchecked(sentence);
            Remember(sentence, discourse);
        }
        return collector.Finish();
    }

    /// <summary>What might have been, and what is doubted, is not asserted; its figure is listed as not checked.</summary>
    private static bool IsUnreal(SentenceAnalysis sentence, ClaimDraft draft)
    {
        if (draft.Kind is not (ClaimKind.Judgement or ClaimKind.Argument) && ModalityReader.IsDenied(sentence, draft.First, draft.End))
            return true;
        if (
            draft.Kind is not (ClaimKind.Level or ClaimKind.Change or ClaimKind.Share)
            || !ModalityReader.IsUnreal(sentence, draft.First, draft.End)
        )
            return false;
        foreach (var quantity in sentence.Quantities)
            if (quantity.FirstToken < draft.End && quantity.EndToken > draft.First)
                sentence.Used.Remove(quantity);
        return true;
    }

    /// <summary>
    /// "Sanctions could halve exports", "decoupling would cut output by 2 percent", of a time that is not ahead: supposed, not told, so that no figure of that
    /// time tests it. Of a time ahead it is a forecast and stays one.
    /// </summary>
    private static ClaimDraft Supposed(SentenceAnalysis sentence, ClaimDraft draft, Discourse discourse) =>
        draft.Modality is null
        && draft.Kind is ClaimKind.Level or ClaimKind.Change or ClaimKind.Share
        && !(discourse.Published is { } day && draft.Period is { } period && period.End > day)
        && ModalityReader.IsSupposed(sentence, draft.First, draft.End)
            ? draft with
            {
                Modality = Modality.Conditional,
            }
            : draft;

    /// <summary>
    /// An open partner is settled by a share of the same sentence: "bought oil worth $50 billion … which is two fifths of
    /// Russian exports to China" leaves no doubt whose energy it is.
    /// </summary>
    private static IEnumerable<ClaimDraft> Settle(List<ClaimDraft> drafts) =>
        !drafts.Exists(static d => d.Alternatives.Count > 0)
            ? drafts
            : drafts.Select(d =>
                d.Alternatives.Count > 0
                && d.Assertion is { } text
                && FlowOf(text) is { } flow
                && drafts.Exists(o =>
                    o.Kind == ClaimKind.Share && o.Assertion is { } share && share.Contains(flow, StringComparison.Ordinal)
                )
                    ? d with
                    {
                        Alternatives = [],
                        Inferred = [.. d.Inferred.Where(i => i.Slot != "partner")],
                    }
                    : d
            );

    private static string? FlowOf(string assertion)
    {
        var open = assertion.IndexOf('(', StringComparison.Ordinal);
        var arrow = assertion.IndexOf(" -> ", StringComparison.Ordinal);
        if (arrow < 0 || open < 0 || open > arrow)
            return null;
        var comma = assertion.IndexOf(',', arrow);
        var end = comma < 0 ? -1 : assertion.IndexOfAny([',', ')'], comma + 1);
        return end < 0 ? null : assertion[(open + 1)..end];
    }

    /// <summary>Quantities, times and events of one sentence, with what the text has said before.</summary>
    private void Understand(SentenceAnalysis sentence, Discourse discourse, Period? published)
    {
        discourse.LastInSentence = null;
        discourse.Sentence++;
        RoleFinder.Add(sentence, catalogue, discourse);
        discourse.Ranks.Clear();
        var reading = QuantityReader.Read(sentence.Tokens);
        sentence.Quantities = reading.Mentions.Any(q => IsDefinite(sentence, q))
            ? [.. reading.Mentions.Where(q => !IsDefinite(sentence, q))]
            : reading.Mentions;
        sentence.Quantities = ElidedUnits.Complete(sentence, SharedCurrencies.Tell(sentence, sentence.Quantities, discourse));
        sentence.Skipped = reading.Skipped;
        sentence.Times = TimeReader.Read(
            sentence.Tokens,
            new TimeContext
            {
                Published = published,
                PreviousDate = discourse.LastDate,
                Events = new EventNames(catalogue.Events, sentence, discourse),
            }
        );
        sentence.Quantities = ElidedUnits.CompletePercents(sentence, sentence.Quantities, sentence.Skipped);
        sentence.Events = catalogue.Events.Find(sentence, discourse.Published, sentence.Times, discourse);
        foreach (var actor in sentence.Actors)
            if (VoteOccasion.IsVoting(sentence, actor))
            {
                discourse.SpokeOfCouncil |= actor.Actor.Code == "UNSC";
                discourse.LastBody = actor.Actor.Code;
            }
    }

    /// <summary>"the two leaders", "both countries": a number that points at what is known counts nothing.</summary>
    private static bool IsDefinite(SentenceAnalysis sentence, QuantityMention quantity) =>
        quantity.Kind is QuantityKind.Count
        && quantity.Number.Value <= 10
        && (
            (
                sentence.Word(quantity.FirstToken - 1)
                is "the"
                    or "these"
                    or "those"
                    or "both"
                    or "their"
                    or "its"
                    or "our"
                    or "other"
                    or "all"
            )
            || (
                sentence.Word(quantity.EndToken)
                is "countries"
                    or "sides"
                    or "leaders"
                    or "nations"
                    or "states"
                    or "neighbors"
                    or "neighbours"
                    or "giants"
                    or "powers"
            )
                && quantity.Number.Value == 2
        );

    private IEnumerable<ClaimDraft> Frames(SentenceAnalysis sentence, Discourse discourse)
    {
        // An interviewer's question is context: what it supposes is not asserted.
        if (sentence.Statement.IsQuestion || sentence.Statement.Text.AsSpan().TrimEnd().EndsWith("?") || SetsAside(sentence))
            yield break;
        var resolver = new MeasureResolver(sentence, catalogue, discourse);
        var ranks = new RankFrame(sentence, discourse, resolver);
        foreach (var draft in ranks.Read())
            yield return draft;
        foreach (var draft in new VoteFrame(sentence, catalogue, discourse, resolver).Read())
            yield return draft;
        var times = new TimeFrames(sentence, catalogue, discourse);
        var matters = new MatterFrames(sentence, catalogue, discourse, resolver);
        // What measures or a parting would cost is no figure of the record: told before the frames that read such.
        var stakes = sentence.Has(StakesFrame.Needs) ? new StakesFrame(sentence, discourse, resolver) : null;
        if (sentence.Quantities.Count > 0 && stakes is not null)
            foreach (var draft in stakes.Figures())
                yield return draft;
        if (sentence.Quantities.Count > 0)
            foreach (var draft in OfQuantities(sentence, discourse, resolver, times, matters))
                yield return draft;
        foreach (var draft in matters.Comparisons())
            yield return draft;
        if (sentence.Measures.Count > 0)
        {
            foreach (var draft in new ComparisonFrame(sentence, catalogue, discourse, resolver).Read())
                yield return draft;
            foreach (var draft in new TrendFrame(sentence, discourse, resolver).Read())
                yield return draft;
        }
        foreach (var draft in new MembershipFrame(sentence, catalogue, discourse).Read())
            yield return draft;
        foreach (var draft in times.Settlements())
            yield return draft;
        foreach (var draft in times.Dates())
            yield return draft;
        foreach (var draft in times.Stages())
            yield return draft;
        foreach (var draft in times.Offices())
            yield return draft;
        foreach (var draft in times.RecognisedDates())
            yield return draft;
        if (times.Order() is { } order)
            yield return order;
        foreach (var draft in new SayingFrames(sentence, discourse, resolver, stakes).Read())
            yield return draft;
    }

    /// <summary>"Palm oil aside, imports fell": what is left is nothing that is recorded.</summary>
    private static bool SetsAside(SentenceAnalysis sentence)
    {
        for (var i = 1; i < Math.Min(7, sentence.Tokens.Count - 1); i++)
            if (sentence.Is(i, "aside", "apart") && sentence.Is(i + 1, ","))
                return sentence.Items.Exists(s => s.End <= i);
        return false;
    }

    private IEnumerable<ClaimDraft> OfQuantities(
        SentenceAnalysis sentence,
        Discourse discourse,
        MeasureResolver resolver,
        TimeFrames times,
        MatterFrames matters
    )
    {
        var money = new MoneyFrame(sentence, catalogue, discourse, resolver);
        var changes = new ChangeFrame(sentence, catalogue, discourse, resolver);
        var shares = new ShareFrame(sentence, discourse, resolver);
        var tariffs = new TariffFrame(sentence, discourse, resolver);
        var counts = new CountFrame(sentence, catalogue, discourse, resolver);
        var comparisons = new ComparisonFrame(sentence, catalogue, discourse, resolver);
        var followed = discourse.Listing is null ? null : new FollowedFrame(sentence, discourse);
        Listing? listing = null;
        foreach (var quantity in sentence.Quantities)
        {
            if (sentence.Used.Contains(quantity))
                continue;
            var next = followed?.Read(quantity);
            if (followed?.Place is { } placed)
                yield return placed;
            var draft = next ?? matters.Read(quantity);
            if (draft is null && matters.Blocks(quantity))
                continue;
            draft ??= quantity.Kind switch
            {
                QuantityKind.Money or QuantityKind.Physical or QuantityKind.Price => money.Read(quantity) ?? counts.Read(quantity),
                QuantityKind.Percent => tariffs.Read(quantity)
                    ?? comparisons.Ratio(quantity)
                    ?? changes.Read(quantity)
                    ?? shares.Read(quantity),
                QuantityKind.PercentagePoints => shares.Points(quantity),
                QuantityKind.Fraction => shares.Read(quantity) ?? changes.Read(quantity) ?? comparisons.Ratio(quantity),
                QuantityKind.Multiple => comparisons.Ratio(quantity) ?? changes.Read(quantity) ?? counts.Read(quantity),
                QuantityKind.Duration => times.Interval(quantity),
                QuantityKind.Count or QuantityKind.VoteResult => comparisons.Ratio(quantity)
                    ?? counts.Read(quantity)
                    ?? money.Read(quantity),
                QuantityKind.Ordinal => counts.Ordinal(quantity),
                _ => null,
            };
            if (draft is null)
                continue;
            sentence.Used.Add(quantity);
            if (draft.Kind == ClaimKind.Share && shares.Alike is { } alike)
                yield return alike;
            matters.Note(quantity, draft);
            if (draft.Kind == ClaimKind.Level && discourse.LastInSentence is { } told)
                listing = new Listing(told, draft.Period, quantity, sentence.Statement.Paragraph, discourse.Sentence)
                {
                    Buys =
                        sentence.Measures.FindLast(m => m is { IsVerb: true, Passive: false } && m.End <= quantity.FirstToken) is { } verb
                            ? verb.Measure == "imports"
                        : next is null ? null
                        : discourse.Listing?.Buys,
                    Ranked = discourse.Ranks.Count > 0 || (next is not null && discourse.Listing is { Ranked: true }),
                };
            yield return draft;
            if (quantity.Kind == QuantityKind.Money && draft.Kind != ClaimKind.Target && money.GoalOf(quantity) is { } goal)
                yield return goal;
        }
        discourse.Listing = listing;
    }

    /// <summary>"Trade between China and Russia keeps rising.": what a sentence without figures speaks of is what the next one's figure is of.</summary>
    private void SpeakOf(SentenceAnalysis sentence, Discourse discourse)
    {
        if (discourse.LastInSentence is not null || sentence.Statement.IsQuestion)
            return;
        foreach (var span in sentence.Measures)
            if (
                !span.IsVerb
                && span.Measure is "trade" or "exports" or "imports" or "balance"
                && new MeasureResolver(sentence, catalogue, discourse).Resolve(span) is { First: not null, Second: not null } reference
            )
            {
                discourse.Remember(reference, null, sentence.Statement.Paragraph);
                return;
            }
    }

    private static void Remember(SentenceAnalysis sentence, Discourse discourse)
    {
        discourse.RememberPair(sentence);
        foreach (var actor in sentence.Actors)
            if (actor.Actor.Kind == Actors.ActorKind.Organisation && actor.Actor.State is null)
                discourse.LastOrganisation = actor;
        // "It …" goes on with the subject before; what stands in brackets or after "including" is nobody's subject.
        if (!sentence.Is(0, "it", "they"))
            foreach (var actor in sentence.Actors)
                if (
                    !sentence.Is(actor.First - 1, "including", "like", "(")
                    && actor.Party is { } party
                    && !actor.IsAdjective
                    && !actor.Possessive
                    && actor.Actor.Kind is Actors.ActorKind.State or Actors.ActorKind.Organisation
                    && !Lexicon.Prepositions.Contains(sentence.Word(actor.First - 1))
                )
                {
                    discourse.Subject = actor.Party;
                    break;
                }
        foreach (var time in sentence.Times)
            if (time is { Period: not null, Kind: TimeKind.Absolute or TimeKind.Relative, Role: TimeRole.At or TimeRole.During })
                discourse.LastDate = time.Period;
        if (sentence.Events.Count > 0)
        {
            discourse.LastEvent = sentence.Events[^1].EventId;
            discourse.LastEventDate = sentence.Events[^1].Date;
        }
    }
}
