using Entente.Actors;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Votes;

/// <summary>How a voting word stands to its voters.</summary>
internal enum VoteForm
{
    /// <summary>"China abstained", "141 states voted for", "13 in favour": voters before it.</summary>
    Active,

    /// <summary>"was opposed by": voters after "by".</summary>
    By,

    /// <summary>"the abstentions included", "those that voted against were": voters after it.</summary>
    Listed,

    /// <summary>"a Russian veto": the voter owns the vote.</summary>
    Owned,
}

/// <summary>A word or phrase that says how somebody voted.</summary>
internal readonly record struct VoteHead(int At, int End, string Choice, VoteForm Form);

/// <summary>
/// Votes in a body of the United Nations: who voted how, and how many did. Voters stand before the verb, after "by", after "included" or
/// in an aside; the resolution is told by symbol, date, body and topic (<see cref="VoteOccasion"/>).
/// </summary>
internal sealed partial class VoteFrame(
    SentenceAnalysis analysis,
    ExtractionCatalogue catalogue,
    Discourse discourse,
    MeasureResolver resolver
)
{
    private const int FarthestJoined = 20;
    private readonly List<VoteHead> heads = [];

    public List<ClaimDraft> Read()
    {
        var drafts = new List<ClaimDraft>();
        VoteWords.Find(analysis, heads);
        var results = false;
        foreach (var quantity in analysis.Quantities)
            results |= quantity.Kind == QuantityKind.VoteResult;
        if ((heads.Count == 0 && !results && !SpeaksOfBody()) || VoteWords.OfAParliament(analysis))
            return drafts;
        var occasion = new VoteOccasion(analysis, catalogue.Ballots, discourse);
        if (heads.Count == 0 && !results)
            occasion.Announce(VoteWords.Announces(analysis));
        foreach (var head in heads)
            Read(head, occasion, drafts);
        if (results)
            foreach (var quantity in analysis.Quantities)
                if (quantity is { Kind: QuantityKind.VoteResult, Vote: { } vote })
                    Results(quantity, vote, occasion, drafts);
        return drafts;
    }

    // A veto that the sentence does not date may be any, or none in particular.
    private bool IsDated()
    {
        foreach (var time in analysis.Times)
            if (
                time is { Kind: TimeKind.Absolute or TimeKind.Relative, Role: TimeRole.At, Period.Kind: PeriodKind.Day or PeriodKind.Month }
            )
                return true;
        return false;
    }

    private bool SpeaksOfBody()
    {
        foreach (var actor in analysis.Actors)
            if (actor.Actor.Code is "UNGA" or "UNSC" or "HRC" or "UN")
                return true;
        return false;
    }

    private void Read(VoteHead head, VoteOccasion occasion, List<ClaimDraft> drafts)
    {
        var voters = new Voters();
        if (head.Form == VoteForm.Active)
        {
            Before(head, voters);
            After(head.End, voters, onlyAside: true);
        }
        else if (head.Form == VoteForm.Owned)
        {
            if (
                (analysis.ActorEndingAt(head.At) ?? analysis.ActorEndingAt(head.At - 1)) is { } owner
                && IsVoter(owner)
                && (!analysis.Is(head.End - 1, "veto") || IsDated())
            )
                voters.Actors.Add(owner);
        }
        else
        {
            After(head.End, voters, onlyAside: false);
            Companions(head, voters);
        }
        if (voters.Actors.Count == 0 && voters.Count is null && head.Form == VoteForm.Active && Subject(head) is { } subject)
            voters.Actors.Add(subject);
        if (voters.Actors.Count == 0 && voters.Count is null)
            return;
        var (ballot, inference) = occasion.Of(head, heads);
        if (ballot is null && !occasion.IsUnitedNations && !occasion.SpeaksOfResolution())
            return;
        if (ballot is { Body: "UNSC" or "HRC" } && voters.Count is { } number && number.Number.Value + voters.Extra > 50)
            return;
        IReadOnlyList<Inference> inferred = inference is null ? [] : [inference];
        if (ballot is null)
        {
            // Of an unknown vote one line is enough: nothing of it can be tested.
            if (voters.Count is { } unknown)
                analysis.Used.Add(unknown);
            drafts.Add(
                new ClaimDraft
                {
                    First = Math.Min(head.At, voters.Count?.FirstToken ?? voters.Actors[0].First),
                    End = head.End,
                    Kind = ClaimKind.Event,
                    Reason = "no-resolution",
                }
            );
            return;
        }
        foreach (var actor in voters.Actors)
        {
            // In a list, each name is its own claim and is quoted by itself.
            var beside = voters.Actors.Count == 1 || (actor.End <= head.At && head.At - actor.End <= 2);
            drafts.Add(
                new ClaimDraft
                {
                    First = beside ? Math.Min(actor.First, head.At) : actor.First,
                    End = beside ? Math.Max(head.End, actor.End) : actor.End,
                    Kind = ClaimKind.Event,
                    Assertion = $"vote({actor.Party}, \"{ballot.Symbol}\") = {head.Choice}",
                    Inferred = inferred,
                }
            );
        }
        if (voters.Count is not { } count || analysis.Used.Contains(count))
            return;
        analysis.Used.Add(count);
        var total = voters.Extra == 0 ? AssertionText.Tail(count, 1, "count") : null;
        total ??= FormattableString.Invariant($" = {count.Number.Value + voters.Extra}");
        drafts.Add(
            new ClaimDraft
            {
                First = Math.Min(count.FirstToken, head.At),
                End = Math.Max(count.EndToken, head.End),
                Kind = ClaimKind.Count,
                Assertion = $"count(votes(\"{ballot.Symbol}\", {head.Choice})){total}",
                Inferred = inferred,
            }.WithQuantity(count, unit: Units.Count.Symbol)
        );
    }

    /// <summary>"141–5 with 35 abstentions": three counts of one vote.</summary>
    private void Results(QuantityMention quantity, VoteCount vote, VoteOccasion occasion, List<ClaimDraft> drafts)
    {
        var (ballot, inference) = occasion.Of(null, heads);
        if (ballot is null || analysis.Used.Contains(quantity))
            return;
        analysis.Used.Add(quantity);
        Add("yes", vote.Yes);
        Add("no", vote.No);
        if (vote.Abstain is { } abstain)
            Add("abstain", abstain);

        void Add(string choice, int count) =>
            drafts.Add(
                new ClaimDraft
                {
                    First = quantity.FirstToken,
                    End = quantity.EndToken,
                    Kind = ClaimKind.Count,
                    Assertion = FormattableString.Invariant($"count(votes(\"{ballot.Symbol}\", {choice})) = {count}"),
                    Relation = "=",
                    Value = count,
                    Low = count,
                    High = count,
                    Unit = Units.Count.Symbol,
                    Inferred = inference is null ? [] : [inference],
                }
            );
    }

    // "China, which buys its oil there, abstained"; "It abstained": the subject across what the walk does not pass.
    private ActorSpan? Subject(VoteHead head)
    {
        if (head.Choice is "yes" or "no" && analysis.Is(head.At, "in", "against"))
            return null;
        // "Cuba did not vote against the text; it abstained."
        if (
            analysis.Is(head.At - 1, "it")
            && analysis.Word(head.At - 2) is ";" or "," or "and" or "but" or ":" or "—" or "–"
            && (analysis.ActorStartingAt(0) ?? (analysis.Is(0, "the") ? analysis.ActorStartingAt(1) : null))
                is { IsAdjective: false, Possessive: false } first
            && IsVoter(first)
        )
            return first;
        if (analysis.Is(head.At - 1, "it") && discourse.Subject is { } before && catalogue.Actors.TryGetValue(before, out var state))
            return state.Kind == ActorKind.State ? new ActorSpan(head.At - 1, head.At, state, AliasKind.Name, before) : null;
        return
            resolver.SubjectBefore(head.At) is { Party: not null } subject
            && IsVoter(subject)
            && !analysis.StrongBreak(subject.End, head.At)
            && head.At - subject.End <= 14
            && !CrossesHead(subject.End, head.At)
            ? subject
            : null;
    }

    private bool CrossesHead(int from, int to)
    {
        foreach (var head in heads)
            if (head.At >= from && head.At < to && !VoteOccasion.IsRelative(analysis, head))
                return true;
        return false;
    }

    private static bool IsVoter(ActorSpan actor) => actor.Party is not null && actor.Actor.Kind is ActorKind.State or ActorKind.Person;

    /// <summary>Walks back from a verb over a list of states, an aside and a count: "Four countries – A, B, C and D – joined E in voting against".</summary>
    private void Before(VoteHead head, Voters voters)
    {
        var from = head.At;
        for (var k = head.At - 1; k >= Math.Max(0, head.At - FarthestJoined); k--)
            if (Joins(k) && (head.At - k <= 8 || OnlyNames(k + 1, head.At)))
            {
                foreach (var actor in analysis.Actors)
                    if (actor.First > k && actor.End <= head.At && IsVoter(actor) && !actor.IsAdjective)
                        voters.Actors.Add(actor);
                voters.Extra += voters.Actors.Count;
                from = k;
                // "Mali, which had abstained a year earlier, joined Russia": the subject lies across the aside.
                if (analysis.Is(k - 1, ",") && resolver.SubjectBefore(k) is { } subject && IsVoter(subject))
                {
                    voters.Actors.Insert(0, subject);
                    return;
                }
                break;
            }
        var listed = 0;
        for (var k = from - 1; k >= 0; )
        {
            if (CountEnding(k + 1) is { } count)
            {
                // "India was among the 35 that abstained", "one of the five": those named before are of them.
                var article = analysis.Is(count.FirstToken - 1, "the", "only") ? 1 : 0;
                // "Thirteen of the Council's fifteen members": those that voted are the first number.
                if (PartOf(count) is { } part)
                {
                    // "Egypt, Indonesia and Mexico were three of the 58": the three are those named.
                    if (analysis.Is(part.FirstToken - 1, "were", "are", "was", "is"))
                    {
                        voters.Count = count;
                        k = part.FirstToken - 2;
                        while (k >= 0 && Step(ref k, voters, ref listed)) { }
                        return;
                    }
                    voters.Count = part;
                    return;
                }
                if (analysis.Is(count.FirstToken - 1 - article, "among", "of"))
                {
                    voters.Count = count;
                    k = count.FirstToken - 1;
                    while (k >= 0 && (Among.Contains(analysis.Word(k)) ? k-- >= 0 : Step(ref k, voters, ref listed))) { }
                    return;
                }
                voters.Count = count;
                if (!analysis.Is(count.EndToken, "others", "other", "more") && !analysis.Is(count.EndToken - 1, "others", "other", "more"))
                    return;
                // "China, India and 33 others": those named are to be added.
                k = count.FirstToken - 1;
                var named = voters.Actors.Count;
                while (k >= 0 && Step(ref k, voters, ref listed)) { }
                voters.Extra += voters.Actors.Count - named;
                Introduced(voters);
                return;
            }
            if (!Step(ref k, voters, ref listed))
                return;
        }
    }

    // "joined Russia, Belarus, North Korea and Syria in opposing": a list as long as it may be.
    private bool OnlyNames(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (analysis.ActorCovering(i) is null && !(analysis.Word(i) is "," or "and" or "the" or "with" or "in" or "by"))
                return false;
        return true;
    }

    // "Joined Russia in voting against", "sided with Moscow, voting no".
    private bool Joins(int k) =>
        analysis.Word(k) is "joined" or "joining" or "join"
        || (analysis.Word(k) is "sided" or "siding" or "sides" && analysis.Is(k + 1, "with"));

    private static readonly HashSet<string> Among = new(StringComparer.Ordinal) { "among", "one", "of", "the", "were", "was", "are", "is" };

    // "Apart from Russia, four other countries": the one set apart is counted with them.
    private void Introduced(Voters voters)
    {
        var at =
            analysis.Is(0, "apart", "aside") && analysis.Is(1, "from") ? 2
            : analysis.Is(0, "besides") ? 1
            : analysis.Is(0, "along", "together") && analysis.Is(1, "with") ? 2
            : analysis.Is(0, "in") && analysis.Is(1, "addition") && analysis.Is(2, "to") ? 3
            : -1;
        if (at < 0 || analysis.ActorStartingAt(at) is not { } actor || !IsVoter(actor) || voters.Actors.Contains(actor))
            return;
        voters.Actors.Add(actor);
        voters.Extra++;
    }

    private bool Step(ref int k, Voters voters, ref int listed)
    {
        if (analysis.ActorEndingAt(k + 1) is { } actor)
        {
            if (actor.IsAdjective || actor.Possessive || !IsVoter(actor))
                return false;
            var before = actor.First - 1;
            if (analysis.Is(before, "the"))
                before--;
            var hangs =
                (Lexicon.Prepositions.Contains(analysis.Word(before)) && !analysis.Is(before, "with", "like"))
                // "Serbia, despite its gas contract with Russia, abstained": a contract with it, no company.
                || (
                    analysis.Is(before, "with")
                    && before > 0
                    && !(analysis.Word(before - 1) is "," or "along" or "together" or "—" or "–" or "(" or "and")
                )
                || analysis.Is(before, "unlike", "except", "despite");
            if (hangs)
                return false;
            voters.Actors.Add(actor);
            listed++;
            k = actor.First - 1;
            return true;
        }
        if (!VoteWords.Filler.Contains(analysis.Word(k)))
            return false;
        k--;
        return true;
    }

    private QuantityMention? PartOf(QuantityMention whole)
    {
        foreach (var quantity in analysis.Quantities)
            if (
                quantity.Kind == QuantityKind.Count
                && quantity.EndToken < whole.FirstToken
                && whole.FirstToken - quantity.EndToken <= 5
                && quantity.Number.Value < whole.Number.Value
                && (analysis.Is(quantity.EndToken, "of") || analysis.Is(quantity.EndToken - 1, "of"))
            )
                return quantity;
        return null;
    }

    private QuantityMention? CountEnding(int end)
    {
        foreach (var quantity in analysis.Quantities)
            if (
                quantity.EndToken == end
                && quantity.Kind is QuantityKind.Count
                && quantity.Upper is null
                && quantity.Number.Value >= 1
                && !InSymbol(quantity.FirstToken)
            )
                return OfSome(quantity) ? null : quantity;
        return null;
    }

    // "Resolution ES-11/7" counts nothing.
    private bool InSymbol(int number) =>
        analysis.Is(number - 1, "/", "-") && analysis.Tokens[number - 1].End == analysis.Tokens[number].Start;

    // "Nineteen African countries", "all 27 EU members": a part of those that voted so.
    private bool OfSome(QuantityMention quantity)
    {
        for (var i = quantity.FirstToken; i <= quantity.EndToken; i++)
            if (analysis.ActorCovering(i) is not null)
                return true;
        return false;
    }
}
