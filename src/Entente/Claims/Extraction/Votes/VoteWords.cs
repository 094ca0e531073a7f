using System.Collections.Frozen;
using Entente.Claims.Extraction.Sentences;

namespace Entente.Claims.Extraction.Votes;

/// <summary>The words of voting, and the heads they form in a sentence.</summary>
internal static class VoteWords
{
    /// <summary>What may stand between voters, their count and the verb.</summary>
    public static readonly FrozenSet<string> Filler = Set(
        """
        , and the both also all or with — – - : ( ) have has had were was then again instead as well including like notably only just
        states countries nations members member governments delegations others other more that which who votes vote voted cast being
        them among therefore either such
        """
    );

    /// <summary>What may stand between a verb of voting and the aside that lists the voters.</summary>
    public static readonly FrozenSet<string> OnTheText = Set(
        "the a this that resolution text draft motion measure proposal vote it from on in on assembly council un"
    );

    private const string VotingWords = """
        abstained abstaining abstain abstains abstentions abstention abstainers voted vote votes voting opposed rejected backed supported
        endorsed approved favoured favored favour favor against vetoed vetoing participate part absent
        condemned deplored opposing rejecting backing supporting endorsing oppose reject back support endorse veto said saying say says support backing
        """;

    private static readonly FrozenSet<string> Voting = Set(VotingWords);

    private static readonly Cues Needs = Cues.Of(VotingWords);

    private static readonly FrozenSet<string> Texts = Set("resolution resolutions text draft motion measure proposal vote it document");

    private static readonly FrozenSet<string> Parliaments = Set(
        """
        senate parliament congress bundestag duma lawmakers mps deputies senators legislators meps shareholders
        knesset diet sejm rada commons lords riksdag cabinet parliamentarians majlis
        """
    );

    private static readonly FrozenSet<string> Acts = Set(
        """
        condemn denounce demand deplore suspend adopt approve support back call endorse expel remove uphold pass recognise recognize urge
        declare establish reaffirm extend create hold reinstate ask request refer criticise criticize rebuke censure accept grant admit
        """
    );

    private const int LongestText = 12;

    private static readonly FrozenSet<string> Adverbs = Set("overwhelmingly again also instead unanimously then all narrowly “ \" ' ‘");

    private static readonly FrozenSet<string> NotYet = Set("will would could may might should must can cannot shall if unless");

    /// <summary>True where a sentence tells of a vote, whether or not it says who voted how.</summary>
    public static bool Announces(SentenceAnalysis analysis)
    {
        foreach (var token in analysis.Tokens)
            if (token.Lower is "resolution" or "vote" or "voted" or "adopted" or "draft")
                return true;
        return false;
    }

    /// <summary>True where the sentence is about a vote of a parliament or of a people.</summary>
    public static bool OfAParliament(SentenceAnalysis analysis)
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
            if (Parliaments.Contains(analysis.Word(i)) || (analysis.Is(i, "house") && !analysis.Is(i - 1, "white")))
                return true;
        return false;
    }

    public static void Find(SentenceAnalysis analysis, List<VoteHead> heads)
    {
        if (!analysis.Has(Needs))
            return;
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            if (!Voting.Contains(analysis.Word(i)))
                continue;
            if (At(analysis, i) is not { } head)
                continue;
            if (head.Choice != "absent" && !Happened(analysis, head.At))
                continue;
            heads.Add(analysis.Is(head.At - 1, "to") ? head with { At = head.At - 2 } : head);
            i = Math.Max(i, head.End - 1);
        }
    }

    private static VoteHead? At(SentenceAnalysis analysis, int i)
    {
        switch (analysis.Word(i))
        {
            case "abstained" or "abstaining" or "abstain" or "abstains":
                return Lists(analysis, i + 1) is { } after
                    ? new(i, after, "abstain", VoteForm.Listed)
                    : new(i, i + 1, "abstain", VoteForm.Active);
            case "abstentions" or "abstention" or "abstainers":
                return Lists(analysis, i + 1) is { } list ? new(i, list, "abstain", VoteForm.Listed)
                    : analysis.ActorEndingAt(i) is { Possessive: true } || analysis.Word(i - 1) is "'s" or "’s"
                        ? new(i, i + 1, "abstain", VoteForm.Owned)
                    : analysis.Is(i + 1, "by", "from") ? new(i, i + 2, "abstain", VoteForm.By)
                    : new(i, i + 1, "abstain", VoteForm.Active);
            case "voted" or "vote" or "votes" or "voting":
                return Voted(analysis, i);
            case "opposed" or "rejected" or "backed" or "supported" or "endorsed" or "approved" or "favoured" or "favored":
            case "opposing" or "rejecting" or "backing" or "supporting" or "endorsing":
                return Backed(analysis, i);
            case "oppose" or "reject" or "back" or "support" or "endorse" when analysis.Is(i - 1, "to"):
                return Backed(analysis, i);
            // "141 condemned the invasion": what so many states did in a body, they did by vote.
            case "condemned" or "deplored" when CountBefore(analysis, i):
                return new(i, i + 1, "yes", VoteForm.Active);
            case "said" or "saying" or "say" or "says":
                return Said(analysis, i);
            case "veto":
                return Veto(analysis, i);
            // "Serbia came down in favour of the text"
            case "favour"
            or "favor" when analysis.Is(i - 1, "in") && analysis.Is(i - 2, "down", "out") && analysis.Is(i - 3, "came", "come"):
                return new(i - 3, i + 1, "yes", VoteForm.Active);
            case "favour" or "favor" when analysis.Is(i - 1, "in"):
                return new(i - 1, i + 1, "yes", VoteForm.Active);
            case "against" when CountBefore(analysis, i) && analysis.ActorStartingAt(i + 1) is null && !analysis.Is(i + 1, "the", "a"):
                return new(i, i + 1, "no", VoteForm.Active);
            case "vetoed" or "vetoing":
                return Passive(analysis, i) is { } by ? new(i, by, "no", VoteForm.By) : new(i, i + 1, "no", VoteForm.Active);
            // "won the support of 140 states"
            case "support" or "backing" when analysis.Is(i + 1, "of") && Won(analysis, i):
                return new(i, i + 2, "yes", VoteForm.By);
            case "participate" or "part" when Refused(analysis, i) is { } at:
                return new(at, i + 1, "absent", VoteForm.Active);
            case "absent" when analysis.Is(i - 1, "was", "were") && !analysis.Is(i + 1, "from"):
                return new(i - 1, i + 1, "absent", VoteForm.Active);
            default:
                return null;
        }
    }

    private static VoteHead? Voted(SentenceAnalysis analysis, int i)
    {
        if (Refused(analysis, i) is { } refused && analysis.Is(i, "vote") && !analysis.Is(i + 1, "against", "for", "in", "to"))
            return new(refused, i + 1, "absent", VoteForm.Active);
        // "140 yes votes", "China's no vote"
        if (analysis.Is(i, "vote", "votes") && Kind(analysis.Word(i - 1)) is { } kind)
            return CountBefore(analysis, i - 1) ? new(i - 1, i + 1, kind, VoteForm.Active)
                : Owned(analysis, i - 1) ? new(i - 1, i + 1, kind, VoteForm.Owned)
                : null;
        if (analysis.Is(i, "votes") && Carried(analysis, i))
            return new(i, i + 1, "yes", VoteForm.Active);
        var verb = analysis.Is(i, "voted", "voting");
        var next = i + 1;
        while (Adverbs.Contains(analysis.Word(next)))
            next++;
        // "voted with Russia against the text": those it voted with are no voters of another kind.
        if (analysis.Is(next, "with", "alongside"))
            for (var k = next + 1; k <= next + 5; k++)
                if (analysis.Is(k, "against"))
                    return new(i, next + 1, "no", VoteForm.Active);
                else if (analysis.Is(k, "for") || (analysis.Is(k, "in") && analysis.Is(k + 1, "favour", "favor")))
                    return new(i, next + 1, "yes", VoteForm.Active);
        string? choice = null;
        var end = next + 1;
        if (analysis.Is(next, "against") || (verb && analysis.Is(next, "no")))
            choice = "no";
        else if (verb && analysis.Is(next, "for", "yes"))
            choice = "yes";
        else if (analysis.Is(next, "in") && analysis.Is(next + 1, "favour", "favor", "support"))
            (choice, end) = ("yes", next + 2);
        else if (verb && analysis.Is(next, "to"))
            (choice, end) = (Object(analysis, next + 1), next + 2);
        else if (analysis.Is(i, "voted") && Date(analysis, next) is { } past && analysis.Is(past, "to", "for", "against"))
            (choice, end) =
                analysis.Is(past, "against") ? ("no", past + 1)
                : analysis.Is(past, "for") ? ("yes", past + 1)
                : (Object(analysis, past + 1), past + 2);
        if (choice is null)
            return null;
        // "Hungary's vote in favour"
        if (analysis.Is(i, "vote") && Owned(analysis, i))
            return new(i, end, choice, VoteForm.Owned);
        return Lists(analysis, end) is { } list ? new(i, list, choice, VoteForm.Listed) : new(i, end, choice, VoteForm.Active);
    }

    private static string? Kind(string word) =>
        word switch
        {
            "yes" or "affirmative" or "favourable" or "favorable" or "positive" => "yes",
            "no" or "negative" or "dissenting" or "opposing" => "no",
            _ => null,
        };

    // "was carried with 93 votes", "received 140 votes": those for it. "By 93 votes to 24" is a result and read as one.
    private static bool Carried(SentenceAnalysis analysis, int i)
    {
        if (!CountBefore(analysis, i) || analysis.Is(i + 1, "to", "against", "for", "in", "of", "short", "were"))
            return false;
        for (var k = i - 2; k >= Math.Max(1, i - 4); k--)
            if (
                analysis.Is(k, "with", "by") && analysis.Is(k - 1, "carried", "adopted", "passed", "approved")
                || analysis.Word(k) is "received" or "won" or "got" or "drew" or "attracted" or "garnered" or "secured" or "gathered"
            )
                return true;
        return false;
    }

    private static bool Won(SentenceAnalysis analysis, int i)
    {
        var verb = analysis.Is(i - 1, "the") ? i - 2 : i - 1;
        if (!(analysis.Word(verb) is "won" or "drew" or "received" or "attracted" or "got" or "gained" or "secured" or "garnered"))
            return false;
        for (var k = verb - 1; k >= Math.Max(0, verb - 9); k--)
            if (analysis.Word(k) is "resolution" or "text" or "draft" or "motion")
                return true;
        return false;
    }

    // "China's no vote", "the Hungarian vote against"
    private static bool Owned(SentenceAnalysis analysis, int at) =>
        analysis.ActorEndingAt(at) is { IsAdjective: true } or { Possessive: true }
        || analysis.Is(at - 1, "'s", "’s") && analysis.ActorEndingAt(at - 1) is not null;

    // "said no to the text"
    private static VoteHead? Said(SentenceAnalysis analysis, int i)
    {
        if (!analysis.Is(i + 1, "no", "yes") || !analysis.Is(i + 2, "to"))
            return null;
        for (var k = i + 3; k <= i + 6; k++)
            if (analysis.Word(k) is "resolution" or "draft" or "text" or "motion")
            {
                var choice = analysis.Is(i + 1, "no") ? "no" : "yes";
                return Lists(analysis, i + 3) is { } list ? new(i, list, choice, VoteForm.Listed) : new(i, i + 3, choice, VoteForm.Active);
            }
        return null;
    }

    // "voted in October 2022 to reject": a date may stand between.
    private static int? Date(SentenceAnalysis analysis, int at)
    {
        foreach (var time in analysis.Times)
            if (time.FirstToken == at || (time.FirstToken == at + 1 && analysis.Is(at, "in", "on")))
                return time.EndToken;
        return null;
    }

    // "to condemn" adopts; "to reject the draft" does not.
    private static string? Object(SentenceAnalysis analysis, int verb)
    {
        if (!analysis.Is(verb, "reject", "oppose", "block", "defeat"))
            return Acts.Contains(analysis.Word(verb)) ? "yes" : null;
        for (var k = verb + 1; k <= verb + 4; k++)
            if (Texts.Contains(analysis.Word(k)))
                return "no";
        return "yes";
    }

    private static VoteHead? Backed(SentenceAnalysis analysis, int i)
    {
        var choice = analysis.Word(i) is "opposed" or "rejected" or "opposing" or "rejecting" or "oppose" or "reject" ? "no" : "yes";
        if (Passive(analysis, i) is { } by)
        {
            for (var k = i - 1; k >= Math.Max(0, i - 9); k--)
                if (Texts.Contains(analysis.Word(k)))
                    return new(i, by, choice, VoteForm.By);
            return null;
        }
        if (analysis.Is(i, "approved"))
            return null;
        for (var k = i + 1; k <= i + 4; k++)
            if (analysis.Word(k) is "resolution" or "draft" or "text" or "motion" or "suspension" || (k == i + 1 && analysis.Is(k, "it")))
                return new(i, i + 1, choice, VoteForm.Active);
        return null;
    }

    // "Russia cast its veto", "a Russian veto on 28 March ended the panel's work"; what a veto would do is a rule, not a vote.
    private static VoteHead? Veto(SentenceAnalysis analysis, int i)
    {
        for (var k = i + 1; k <= i + 4; k++)
            if (NotYet.Contains(analysis.Word(k)) || analysis.Word(k) is "suffices" or "means")
                return null;
        var verb = analysis.Word(i - 1) is "its" or "a" or "the" or "another" ? i - 2 : i - 1;
        if (analysis.Word(verb) is "cast" or "used" or "wielded" or "exercised" or "casting" or "using" or "exercising")
            return new(verb, i + 1, "no", VoteForm.Active);
        return
            analysis.ActorEndingAt(i) is { IsAdjective: true } or { Possessive: true }
            || analysis.Is(i - 1, "'s", "’s") && analysis.ActorEndingAt(i - 1) is not null
            ? new(i, i + 1, "no", VoteForm.Owned)
            : null;
    }

    private static int? Passive(SentenceAnalysis analysis, int i) => analysis.Is(i + 1, "by") ? i + 2 : null;

    // "The countries that abstained from the vote included …", "those voting against were …"
    private static int? Lists(SentenceAnalysis analysis, int at)
    {
        for (var i = at; i < at + LongestText; i++)
            if (analysis.Is(i, "included", "include", "were", "are") && !analysis.Is(i + 1, "not"))
                return i + 1;
            // "Among those that voted against it was Eritrea"
            else if (analysis.Is(i, "was", "is") && analysis.Is(0, "among") && !analysis.Is(i + 1, "not"))
                return i + 1;
            else if (!OnTheText.Contains(analysis.Word(i)) && !OfSymbol(analysis, i))
                return null;
        return null;
    }

    // The parts of "ES-11/1", which are words of their own.
    private static bool OfSymbol(SentenceAnalysis analysis, int i) =>
        i < analysis.Tokens.Count
        && (analysis.Tokens[i].Kind == Reading.Text.TokenKind.Number || analysis.Word(i) is "es" or "-" or "/")
        && analysis.Tokens[i - 1].End >= analysis.Tokens[i].Start - 1;

    private static int? Refused(SentenceAnalysis analysis, int i)
    {
        for (var k = i - 1; k >= Math.Max(1, i - 3); k--)
            if (analysis.Is(k, "not", "n't") && analysis.Is(k - 1, "did", "do", "does"))
                return k - 1;
            else if (analysis.Is(k, "didn't", "didn’t"))
                return k;
        return null;
    }

    private static bool Happened(SentenceAnalysis analysis, int at)
    {
        for (var k = at - 1; k >= Math.Max(0, at - 3); k--)
        {
            if (NotYet.Contains(analysis.Word(k)) || analysis.Is(k, "not", "n't", "never"))
                return false;
            if (analysis.Is(k, "to") && k == at - 1)
                return analysis.Word(k - 1)
                    is "chose"
                        or "decided"
                        or "opted"
                        or "preferred"
                        or "elected"
                        or "states"
                        or "countries"
                        or "nations"
                        or "members"
                        or "governments"
                        or "joined";
        }
        // "It takes nine votes in favour to pass": a rule, not a result.
        for (var k = Math.Max(0, at - 10); k < at; k++)
            if (
                (
                    analysis.Word(k)
                    is "requires"
                        or "required"
                        or "need"
                        or "needs"
                        or "needed"
                        or "takes"
                        or "require"
                        or "hoped"
                        or "hopes"
                        or "urged"
                        or "urges"
                )
            )
                return false;
        return true;
    }

    private static bool CountBefore(SentenceAnalysis analysis, int i)
    {
        foreach (var quantity in analysis.Quantities)
            if (quantity.Kind == Reading.Text.QuantityKind.Count && quantity.EndToken <= i && i - quantity.EndToken <= 1)
                return true;
        return false;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
