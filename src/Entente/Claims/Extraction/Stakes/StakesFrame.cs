using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Stakes;

/// <summary>
/// What trade is worth to whom: a market that cannot be lost, a friendship not worth one, who needs whom more, what measures cost, who has filled whose
/// place, an option that is the only one. Each becomes a call that a trade model answers. Only where the words speak of trade: a state that cannot afford
/// to lose a friend says nothing of a market.
/// </summary>
internal sealed partial class StakesFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    /// <summary>Without one of these the frame finds nothing.</summary>
    public static readonly Cues Needs = Cues.Of(
        """
        afford worth risk jeopardise jeopardize sacrifice needs need depends decoupling decouple break rupture severing severance cutoff cessation
        sanctions controls embargo replaced replace replaces offset offsets compensated compensate compensates made make makes option options choice
        alternative alternatives without lose trade
        """
    );

    private readonly StakesWords words = new(analysis, discourse, resolver);

    /// <summary>What is told in figures: asked before the frames that read figures of the record.</summary>
    public IEnumerable<ClaimDraft> Figures() => Asserted([Costs(), LosesShare()]);

    public IEnumerable<ClaimDraft> Read() =>
        Asserted([Afford(), NotWorth(), Unwilling(), NeedsMore(), LosesMore(), HurtsMore(), Replaced(), OnlyOption()]);

    private IEnumerable<ClaimDraft> Asserted(ClaimDraft?[] found) =>
        found.OfType<ClaimDraft>().Where(d => !ModalityReader.IsDenied(analysis, d.First, d.End));

    /// <summary>"cannot afford to lose the Chinese market": of all markets its loss would cost most.</summary>
    private ClaimDraft? Afford()
    {
        var at = words.Find(0, analysis.Tokens.Count, "afford");
        if (at < 1 || !words.Before(at, 4, "can", "ca", "cannot", "could", "can't", "couldn't"))
            return null;
        var losing = analysis.Is(at + 1, "to") ? LosingAt(at + 2) : LosingAt(at + 1);
        if (losing < 0 || words.MarketIn(losing, losing + 9) is not { Of: [var market] } phrase)
            return null;
        if (words.Subject(at) is not { } subject || subject == market || !Near(losing, phrase))
            return null;
        var negated = words.IsDenied(at);
        return new ClaimDraft
        {
            First = at - 1,
            End = phrase.End,
            Kind = ClaimKind.Argument,
            Assertion = $"{(negated ? "" : "not ")}indispensable({market}, for: {subject})",
            Inferred =
            [
                new(
                    "reading",
                    "indispensable",
                    $"“{(negated ? "cannot" : "can")} afford to lose”, read as {(negated ? "the" : "not the")} greatest loss among the partners that the model tells apart"
                ),
            ],
        };
    }

    /// <summary>The word after "lose", "give up", "do without" …; -1 where nothing is given up.</summary>
    private int LosingAt(int i)
    {
        if (analysis.Is(i, "the"))
            i++;
        if (
            analysis.Is(i, "lose", "losing", "forgo", "forfeit", "sacrifice", "sacrificing", "jeopardise", "jeopardize", "jeopardising")
            || analysis.Is(
                i,
                "jeopardizing",
                "endanger",
                "endangering",
                "imperil",
                "imperilling",
                "surrender",
                "abandon",
                "compromise",
                "compromising"
            )
        )
            return i + 1;
        if (analysis.Is(i, "risk", "risking"))
            return analysis.Is(i + 1, "losing") ? i + 2 : i + 1;
        if (analysis.Is(i, "loss") && analysis.Is(i + 1, "of"))
            return i + 2;
        if (
            (analysis.Is(i, "give", "giving") && analysis.Is(i + 1, "up"))
            || (analysis.Is(i, "do", "live", "go") && analysis.Is(i + 1, "without"))
            || (analysis.Is(i, "risk") && analysis.Is(i + 1, "of") && analysis.Is(i + 2, "losing"))
        )
            return i + (analysis.Is(i, "risk") ? 3 : 2);
        if (
            analysis.Is(i, "be")
            && analysis.Is(i + 1, "cut", "shut", "locked")
            && analysis.Is(i + 2, "off", "out")
            && analysis.Is(i + 3, "from", "of")
        )
            return i + 4;
        return -1;
    }

    // Between giving up and what is given up stand only words such as "its lucrative access to the".
    private bool Near(int from, StakesWords.Market phrase)
    {
        for (var i = from; i < phrase.First; i++)
            if (
                analysis.Is(i, ",", "because", "when", "if", "by", "that")
                || analysis.Is(i, "as", "who", "which", "support", "friendship")
                || analysis.ActorCovering(i) is { IsAdjective: false, Possessive: false } && !analysis.Is(i + 1, "'s", "’s")
            )
                return false;
        return true;
    }

    /// <summary>"Helping Russia is not worth jeopardising access to the American market".</summary>
    private ClaimDraft? NotWorth()
    {
        var at = words.Find(0, analysis.Tokens.Count, "worth");
        if (at < 1)
            return null;
        var losing = LosingAt(at + 1);
        if (
            losing < 0
            || words.MarketIn(losing, losing + 9) is not { Of: { Count: <= 2 } markets } phrase
            || !OwnerOnly(losing, phrase, out var owner)
        )
            return null;
        var negated = words.IsDenied(at);
        if (!negated && !analysis.Is(at - 1, "is", "was", "be", "are", "well"))
            return null;
        var before = analysis
            .Actors.Where(a => a.End <= at && StakesWords.Party(a) is { } p && !markets.Contains(p))
            .Select(a => (Party: StakesWords.Party(a)!, Span: a))
            .ToList();
        var named = before.Select(b => b.Party).Distinct().ToList();
        string? actor = owner ?? Beneficiary(phrase.End);
        if (analysis.Is(0, "for") && before.Count > 0 && before[0].Span.First <= 2)
            actor ??= before[0].Party;
        IReadOnlyList<Inference> inferred = [];
        string? other;
        if (actor is not null)
            other = named.FindAll(n => n != actor) is [var one] ? one : null;
        else if (named.Count == 2)
            (actor, other) = (named[0], named[1]);
        else
        {
            other = named is [var one] ? one : null;
            actor = other is null ? null : discourse.OtherOf(other);
            if (actor is not null)
                inferred = [new("party", actor, Inference.OtherOfTheTwo)];
        }
        return Dearer(actor, markets, other, negated, at, phrase.End, inferred);
    }

    /// <summary>"China is not willing to risk its access to the American market for Russia".</summary>
    private ClaimDraft? Unwilling()
    {
        var at = words.Find(0, analysis.Tokens.Count, "risk", "jeopardise", "jeopardize", "sacrifice");
        if (at < 2)
            return null;
        var losing = LosingAt(at);
        if (
            losing < 0
            || words.MarketIn(losing, losing + 9) is not { Of: { Count: <= 2 } markets } phrase
            || !OwnerOnly(losing, phrase, out _)
        )
            return null;
        var negated = words.Before(at, 5, "unwilling", "refuse", "refuses", "refused", "reluctant", "unlikely") || words.IsDenied(at, 6);
        if (!negated || words.Find(0, at, "afford", "worth", "if", "may", "might") >= 0)
            return null;
        var subject = words.Subject(at);
        // "… for Russia", "… to help Russia", "… by supporting Moscow"
        string? other = null;
        for (var i = phrase.End; i < Math.Min(phrase.End + 8, analysis.Tokens.Count) && other is null; i++)
        {
            if (analysis.Is(i, ".", ";", ",") || analysis.Is(i, "while", "but", "because", "when"))
                break;
            if (
                analysis.Is(i, "for", "help", "support", "save")
                || analysis.Is(i, "supporting", "helping", "backing", "aiding")
                || analysis.Is(i, "back", "aid", "rescue", "bail")
                || (analysis.Is(i, "of") && analysis.Is(i - 1, "sake", "behalf"))
            )
                other = words.ActorAt(i + 1) is { IsAdjective: false, Possessive: false } helped ? StakesWords.Party(helped) : null;
        }
        return Dearer(subject, markets, other, true, at, phrase.End, []);
    }

    private static ClaimDraft? Dearer(
        string? actor,
        IReadOnlyList<string> markets,
        string? other,
        bool dearer,
        int first,
        int end,
        IReadOnlyList<Inference> inferred
    ) =>
        actor is null || other is null || actor == other || markets.Contains(actor) || markets.Contains(other)
            ? null
            : new ClaimDraft
            {
                First = first,
                End = end,
                Kind = ClaimKind.Argument,
                Assertion = $"loss({actor}, without: {Set(markets)}) {(dearer ? ">" : "<")} loss({actor}, without: {other})",
                Inferred = inferred,
            };

    private static string Set(IReadOnlyList<string> codes) => codes.Count == 1 ? codes[0] : $"{{{string.Join(", ", codes)}}}";

    // "China's access to the US market": whose it is; false where anything else stands between.
    private bool OwnerOnly(int from, StakesWords.Market phrase, out string? owner)
    {
        owner = null;
        for (var i = from; i < phrase.First; i++)
        {
            if (analysis.ActorCovering(i) is { } actor)
            {
                if (!(actor.Possessive || actor.IsAdjective || analysis.Is(actor.End, "'s", "’s")))
                    return false;
                owner = StakesWords.Party(actor);
            }
            if (analysis.Is(i, ",", "because", "by", "that"))
                return false;
        }
        return true;
    }

    // "… the US market for China"
    private string? Beneficiary(int end)
    {
        if (!analysis.Is(end, "for"))
            return null;
        return words.ActorAt(end + 1) is { IsAdjective: false } actor ? StakesWords.Party(actor) : null;
    }

    /// <summary>"Russia needs China's market more than China needs Russia's".</summary>
    private ClaimDraft? NeedsMore()
    {
        var at = words.Find(0, analysis.Tokens.Count, "needs", "need", "depends");
        var than = words.Find(at + 1, analysis.Tokens.Count, "than");
        if (at < 1 || than < 0 || words.MarketIn(at + 1, than) is not { Of: [var market] })
            return null;
        var more = words.Find(at, than, "more");
        var less = words.Find(at, than, "less");
        if ((more < 0) == (less < 0) || than - Math.Max(more, less) > 2 || words.IsDenied(at, 3))
            return null;
        // Some wares of a market are not the market.
        if (words.Subject(at) is not { } subject || subject == market || analysis.Items.Exists(i => i.First > at && i.First < than))
            return null;
        var rest = analysis.Actors.Where(a => a.First > than).Select(StakesWords.Party).OfType<string>().ToList();
        var back =
            (rest is [var first, ..] && first == market && (rest.Count == 1 || rest[1] == subject))
            || (analysis.Is(than + 1, "the") && analysis.Is(than + 2, "reverse", "other"))
            || analysis.Is(than + 1, "vice");
        if (!back || (rest.Count == 1 && !(words.Find(than, analysis.Tokens.Count, "it", "does", "its") >= 0)))
            return null;
        return new ClaimDraft
        {
            First = at - 1,
            End = Math.Min(than + 2, analysis.Tokens.Count),
            Kind = ClaimKind.Argument,
            Assertion = $"loss({subject}, without: {market}) {(more >= 0 ? ">" : "<")} loss({market}, without: {subject})",
        };
    }
}
