using Entente.Actors;
using Entente.Claims.Extraction.Amounts;
using Entente.Claims.Extraction.Votes;
using Entente.Quantities;

namespace Entente.Claims.Extraction.Sentences;

/// <summary>A measure with its parties and item as an expression of the claim language will name them.</summary>
internal sealed record MeasureRef(string Measure, string? First, string? Second, string? Item)
{
    public IReadOnlyList<Inference> Inferred { get; init; } = [];

    /// <summary>For balances: true where the text speaks of a deficit, so that its amounts are negative balances of the first party.</summary>
    public bool Deficit { get; init; }

    /// <summary>True where the partner was neither said nor certain: "Chinese exports" in a text about two states.</summary>
    public bool PartnerOpen { get; init; }

    public bool IsFlow => Measure is "exports" or "imports";

    public bool SameMatter(MeasureRef other) =>
        Measure == other.Measure && First == other.First && Second == other.Second && Item == other.Item;

    /// <summary>`trade(CHN, RUS)`, `exports(RUS -&gt; CHN, energy)`, `gdp(CHN)`; the period is appended by the caller where it is fixed inside.</summary>
    public string Text(string? period = null)
    {
        var arguments = new List<string>(3);
        if (First is not null && Second is not null)
            arguments.Add(
                IsFlow
                || Measure
                    is "tariff_rate"
                        or "aid_committed"
                        or "aid_allocated"
                        or "holdings"
                        or "arms_import_share"
                        or "volume"
                        or "price_cap"
                    ? $"{First} -> {Second}"
                    : $"{First}, {Second}"
            );
        else if (First is not null)
            arguments.Add(First);
        if (Item is not null)
            arguments.Add(Item);
        if (period is not null)
            arguments.Add(period);
        return $"{Measure}({string.Join(", ", arguments)})";
    }
}

/// <summary>
/// What the text has spoken of so far: whom it is mainly about, who was introduced by full name, the last measure with its period.
/// One per document, fed in reading order; inheritance from it is always marked on the claim.
/// </summary>
internal sealed class Discourse
{
    private readonly List<string> persons = [];
    private readonly Dictionary<string, int> partyCounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> firstNamed = new(StringComparer.Ordinal);
    private readonly HashSet<string> introduced = new(StringComparer.Ordinal);
    private readonly List<(MeasureRef Ref, Period? Period, int Paragraph)> measures = [];

    public LocalDate? Published { get; init; }

    /// <summary>The date of writing as precisely as it is known.</summary>
    public Period? PublishedPeriod { get; init; }

    /// <summary>False where the date of writing was inferred from the text.</summary>
    public bool PublishedStated { get; init; }

    /// <summary>The two states or organisations a text is mainly about, in order of weight; null where it is about one or none.</summary>
    public (string A, string B)? MainPair { get; private set; }

    public string? MainParty { get; private set; }

    /// <summary>Subject of the last sentence that had one.</summary>
    public string? Subject { get; set; }

    /// <summary>The last calendar period or event date that the text fixed.</summary>
    public Period? LastDate { get; set; }

    public string? LastEvent { get; set; }

    public Period? LastEventDate { get; set; }

    /// <summary>True once the text has spoken of the Security Council.</summary>
    public bool SpokeOfCouncil { get; set; }

    /// <summary>What "later" counts from: the last event of another kind, else the last date.</summary>
    public string? Anchor(string? than) =>
        LastEvent is { } last && last != than ? $"event({last})"
        : LastDate is { Kind: PeriodKind.Day } date ? date.Text
        : null;

    public void Introduce(Actor actor, Alias alias)
    {
        if (alias.Kind is AliasKind.FullName or AliasKind.Name)
            introduced.Add(actor.Code);
        if (actor.Kind == ActorKind.Person)
        {
            persons.Remove(actor.Code);
            persons.Add(actor.Code);
        }
    }

    /// <summary>The persons spoken of last, in catalogue codes; fewer than asked where the text has named fewer.</summary>
    public List<string> Persons(int count) => persons.Count < count ? [] : [.. persons.TakeLast(count)];

    /// <summary>The organisation named last in a sentence before.</summary>
    public ActorSpan? LastOrganisation { get; set; }

    /// <summary>The vote spoken of last.</summary>
    public Ballot? LastBallot { get; set; }

    /// <summary>The body of the United Nations spoken of last.</summary>
    public string? LastBody { get; set; }

    /// <summary>The stems of all words of the text, for telling what it is about; made when first asked for.</summary>
    public HashSet<string> Words
    {
        get
        {
            if (words is null)
            {
                words = new HashSet<string>(StringComparer.Ordinal);
                foreach (var sentence in text)
                foreach (var token in sentence.Tokens)
                    if (WordStems.Of(token.Lower) is { } stem)
                        words.Add(stem);
            }
            return words;
        }
    }

    private HashSet<string>? words;
    private IReadOnlyList<SentenceAnalysis> text = [];

    /// <summary>True when the text has named the actor in full before.</summary>
    public bool WasIntroduced(Actor actor) => introduced.Contains(actor.Code);

    /// <summary>Counts the parties of the whole text; a title counts five times. Called once, before frames run.</summary>
    public void Weigh(IReadOnlyList<SentenceAnalysis> sentences)
    {
        text = sentences;
        for (var i = 0; i < sentences.Count; i++)
            foreach (var actor in sentences[i].Actors)
                if (actor.Party is { } party && actor.Actor.Kind != ActorKind.Group && !IsBodyOnly(actor))
                {
                    partyCounts[party] = partyCounts.GetValueOrDefault(party) + (sentences[i].Statement.IsHeading ? 5 : 1);
                    firstNamed.TryAdd(party, i);
                }
        var ranked = partyCounts.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).ToList();
        MainParty = ranked.Count > 0 ? ranked[0].Key : null;
        // A pair needs a real second party: a text on one state that names another in passing is not about the two.
        var total = ranked.Sum(r => r.Value);
        MainPair =
            ranked.Count > 1 && ranked[1].Value * 4 >= ranked[0].Value && (ranked[1].Value >= 2 || (total <= 6 && ranked.Count == 2))
                ? InOrder(sentences, ranked[0].Key, ranked[1].Key)
                : null;
    }

    // The pair is named as the text names it first: "China and Russia" stays that way round.
    private static (string A, string B) InOrder(IReadOnlyList<SentenceAnalysis> sentences, string a, string b)
    {
        foreach (var sentence in sentences)
        foreach (var actor in sentence.Actors)
            if (actor.Party == a || actor.Party == b)
                return actor.Party == a ? (a, b) : (b, a);
        return (a, b);
    }

    /// <summary>The two that "the two countries" are: those that the last sentence to name exactly two named, else the text's two.</summary>
    public (string A, string B)? Pair => lastPair ?? MainPair;

    /// <summary>Takes note of the two states (or a state and a body) that a sentence names; one that names more leaves the text's two.</summary>
    public void RememberPair(SentenceAnalysis sentence)
    {
        string? first = null,
            second = null;
        foreach (var actor in sentence.Actors)
        {
            if (
                actor.Party is not { } party
                || actor.Actor.Kind == ActorKind.Group
                || IsBodyOnly(actor)
                || party == first
                || party == second
            )
                continue;
            if (first is null)
                first = party;
            else if (second is null)
                second = party;
            else
            {
                lastPair = null;
                return;
            }
        }
        if (first is not null && second is not null)
            lastPair = (first, second);
    }

    private (string A, string B)? lastPair;

    /// <summary>The state a speaker speaks for: a person's of the catalogue, or that of the office the text introduces the speaker with; null where neither.</summary>
    public string? StateOf(string speaker, ExtractionCatalogue catalogue)
    {
        if (speakers.TryGetValue(speaker, out var known))
            return known;
        string? state = null;
        if (catalogue.Actors.TryGetValue(speaker, out var actor) && actor.Kind == ActorKind.Person)
            state = actor.State;
        else
            foreach (var sentence in text)
                if (sentence.Has(Offices) && (state = OfficeHolder(sentence, speaker)) is not null)
                    break;
        return speakers[speaker] = state;
    }

    private static readonly Cues Offices = Cues.Of("ambassador president minister chancellor premier envoy senator consul representative");

    private readonly Dictionary<string, string?> speakers = new(StringComparer.Ordinal);

    // "the German ambassador, Anna Weiss", "Anna Weiss, Germany's ambassador to Poland".
    private static string? OfficeHolder(SentenceAnalysis sentence, string speaker)
    {
        var surname = speaker.AsSpan(speaker.LastIndexOf(' ') + 1);
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            if (!surname.SequenceEqual(sentence.Tokens[i].Text))
                continue;
            foreach (var actor in sentence.Actors)
                if (
                    actor.Actor.Kind == ActorKind.State
                    && (actor.IsAdjective || actor.Possessive)
                    && Math.Abs(actor.First - i) <= 8
                    && (IsOffice(sentence, actor.End) || IsOffice(sentence, actor.End + 1) || IsOffice(sentence, actor.End + 2))
                )
                    return actor.Party;
        }
        return null;
    }

    private static bool IsOffice(SentenceAnalysis sentence, int at) =>
        (
            sentence.Word(at)
            is "ambassador"
                or "president"
                or "minister"
                or "chancellor"
                or "premier"
                or "envoy"
                or "senator"
                or "consul"
                or "representative"
        );

    /// <summary>True when the text names the party anywhere.</summary>
    public bool Mentions(string party) => partyCounts.ContainsKey(party);

    private static bool IsBodyOnly(ActorSpan actor) =>
        actor.Actor.Kind == ActorKind.Organisation && actor.Actor.Code is not ("EU" or "NATO");

    /// <summary>The other party of the main pair, if <paramref name="party"/> is one of it and the other has been named by now.</summary>
    public string? OtherOf(string party)
    {
        var other =
            MainPair is not { } pair ? null
            : party == pair.A ? pair.B
            : party == pair.B ? pair.A
            : null;
        return other is not null && firstNamed.GetValueOrDefault(other) < Math.Max(1, Sentence) ? other : null;
    }

    /// <summary>How many sentences have been begun.</summary>
    public int Sentence { get; set; }

    /// <summary>What the last figure of the sentence before was of; null where it had none.</summary>
    public Listing? Listing { get; set; }

    /// <summary>The last measure of the sentence being read; null at its start.</summary>
    public MeasureRef? LastInSentence { get; set; }

    /// <summary>The flows that ranks of this sentence are by, with where each rank's words end: an amount right behind one is of its flow.</summary>
    public List<(int End, MeasureRef Flow)> Ranks { get; } = [];

    /// <summary>The flow of the rank that ends last before a token, where it stands within reach.</summary>
    public MeasureRef? RankBefore(int at, int reach)
    {
        MeasureRef? found = null;
        foreach (var (end, flow) in Ranks)
            if (end <= at && at - end <= reach)
                found = flow;
        return found;
    }

    /// <summary>The last period that was guessed; who inherits it inherits the guess.</summary>
    public Period? Guessed { get; set; }

    /// <summary>The whole that shares were last told of, with the partner whose share it was and the paragraph it stood in.</summary>
    public (MeasureRef Whole, string Partner, int Paragraph)? LastShare { get; set; }

    public void Remember(MeasureRef reference, Period? period, int paragraph)
    {
        LastInSentence = reference;
        measures.Add((reference, period, paragraph));
        if (measures.Count > 64)
            measures.RemoveAt(0);
    }

    /// <summary>A flow spoken of without a figure: the next sentence may go on with it, this one does not.</summary>
    public void Mention(MeasureRef reference, Period? period, int paragraph)
    {
        var here = LastInSentence;
        Remember(reference, period, paragraph);
        LastInSentence = here;
    }

    /// <summary>The last measure that was spoken of in the same or the previous paragraph.</summary>
    public MeasureRef? LastMeasure(int paragraph)
    {
        for (var i = measures.Count - 1; i >= 0; i--)
            if (measures[i].Paragraph >= paragraph - 1)
                return measures[i].Ref;
        return null;
    }

    /// <summary>The period last given to a measure among the same parties (either direction), most recent first.</summary>
    public Period? PeriodOf(MeasureRef reference, int paragraph)
    {
        for (var i = measures.Count - 1; i >= 0; i--)
        {
            var (other, period, where) = measures[i];
            if (
                period is not null
                && where >= paragraph - 1
                && SameParties(reference, other)
                && SameFamily(reference.Measure, other.Measure)
            )
                return period;
        }
        // A second share of the same state's trade in the same paragraph speaks of the same time.
        for (var i = measures.Count - 1; i >= 0; i--)
            if (
                measures[i] is { Period: { } period } other
                && other.Paragraph == paragraph
                && other.Ref.Measure == reference.Measure
                && (other.Ref.First == reference.First || reference.Measure is "arms_export_share" or "arms_import_share")
            )
                return period;
        return null;
    }

    private static bool SameParties(MeasureRef a, MeasureRef b) =>
        (a.First == b.First && a.Second == b.Second)
        || (a.First == b.Second && a.Second == b.First)
        || (a.Second is null && b.Second is not null && (a.First == b.First || a.First == b.Second))
        || (b.Second is null && a.Second is not null && (b.First == a.First || b.First == a.Second));

    private static bool SameFamily(string a, string b) => a == b || (IsTrade(a) && IsTrade(b));

    private static bool IsTrade(string measure) => measure is "trade" or "exports" or "imports" or "balance" or "volume";
}
