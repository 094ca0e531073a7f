using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Votes;

/// <summary>
/// Which vote a sentence is about: by symbol; by the date, with body and topic; else the one spoken of before, or the one of the days in
/// which the text was written. A relative clause may speak of another vote than the rest of its sentence.
/// </summary>
internal sealed class VoteOccasion(SentenceAnalysis analysis, Ballots ballots, Discourse discourse)
{
    private const int RecentDays = 14;

    private readonly Ballot? before = discourse.LastBallot;
    private HashSet<string>? words;

    /// <summary>True where the sentence, or the text before it, speaks of a body of the United Nations.</summary>
    public bool IsUnitedNations => discourse.LastBody is not null || Body(0, analysis.Tokens.Count) is not null || SpeaksOfUn();

    public (Ballot? Ballot, Inference? Inference) Of(VoteHead? head, List<VoteHead> heads)
    {
        var own = head is { } h ? (From: h.At, To: Window(h)) : (From: 0, To: 0);
        // What stands in another verb's own clause is said of that one's vote.
        var clauses = new List<(int From, int To)>();
        foreach (var other in heads)
            if (other.At != own.From && IsRelative(analysis, other))
                clauses.Add((other.At, Window(other)));
        // "Which had abstained a year earlier": another vote, of which no more is said.
        if (head is { } aside && IsRelative(analysis, aside) && SaysEarlier(aside))
            return (null, null);
        var found = Find(own, clauses);
        if (head is not { } mine || !IsRelative(analysis, mine))
            discourse.LastBallot = found.Ballot ?? (found.Asked ? Ballot.Unknown : discourse.LastBallot);
        return (found.Ballot, found.Inference);
    }

    /// <summary>Takes note of the vote that a sentence reports without saying who voted how.</summary>
    public void Announce(bool votes)
    {
        if (Body(0, analysis.Tokens.Count) is null || Dated((0, 0), []) is null)
            return;
        var found = Find((0, 0), []);
        if (found.Ballot is not null || votes)
            discourse.LastBallot = found.Ballot ?? Ballot.Unknown;
    }

    public static bool IsRelative(SentenceAnalysis analysis, VoteHead head)
    {
        var at = analysis.Is(head.At - 1, "had", "has", "have", "also") ? head.At - 2 : head.At - 1;
        return analysis.Is(at, "which", "who", "that");
    }

    private bool SaysEarlier(VoteHead head)
    {
        for (var i = head.End; i < Window(head); i++)
            if (analysis.Word(i) is "earlier" or "previously" or "before" or "ago" or "previous")
                return true;
        return false;
    }

    private int Window(VoteHead head)
    {
        for (var i = head.End; i < analysis.Tokens.Count; i++)
            if ((analysis.Word(i) is "," or ";" or "while" or "whereas" or "but"))
                return i;
        return analysis.Tokens.Count;
    }

    private (Ballot? Ballot, Inference? Inference, bool Asked) Find((int From, int To) own, List<(int From, int To)> clauses)
    {
        if ((Symbol(own.From, own.To) ?? Symbol(0, analysis.Tokens.Count)) is { } symbol)
            return (ballots.Named(symbol) ?? new Ballot(symbol, "", Period.OfYear(1), []), null, true);
        var body = Body(own.From, own.To) ?? (clauses.Count == 0 ? Body(0, analysis.Tokens.Count) : null);
        if (body is not null)
            discourse.LastBody = body;
        if (Dated(own, clauses) is { } date)
        {
            var ofDate = ballots.Of(body ?? (SpeaksOfUn() ? null : discourse.LastBody), d => date.Contains(d) || d.Contains(date));
            var dated = Ballots.ByTopic(ofDate, Words()) ?? Ballots.ByTopic(ofDate, discourse.Words);
            return dated is null || !IsPlainly(dated)
                ? (null, null, true)
                : (dated, new Inference("resolution", dated.Resolution, "the date of the vote"), true);
        }
        if (before is { } last && (body is null || last.Body == body || last.Body.Length == 0))
            return last.IsKnown
                ? (last, new Inference("resolution", last.Resolution, "the vote spoken of before"), false)
                : (null, null, false);
        body ??= discourse.LastBody;
        if (discourse.PublishedPeriod is { Kind: PeriodKind.Day } day)
        {
            var recent = ballots.Of(body, d => d.Start <= day.Start && d.Start >= day.Start.PlusDays(-RecentDays));
            if ((Ballots.ByTopic(recent, Words()) ?? Ballots.ByTopic(recent, discourse.Words)) is { } one && IsPlainly(one))
                return (one, new Inference("resolution", one.Resolution, "the vote of the days in which the text was written"), true);
            if (recent.Count > 0)
                return (null, null, false);
        }
        if (body is null)
            return (null, null, false);
        var known = ballots.Of(body, d => discourse.Published is not { } written || d.Start <= written);
        return known.Count > 1 && Ballots.ByTopic(known, Words(), 2) is { } topical
            ? (topical, new Inference("resolution", topical.Resolution, Inference.TopicAlone), true)
            : (null, null, false);
    }

    private HashSet<string> Words()
    {
        if (words is not null)
            return words;
        words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in analysis.Tokens)
            if (WordStems.Of(token.Lower) is { } stem)
                words.Add(stem);
        return words;
    }

    private string? Body(int from, int to)
    {
        foreach (var actor in analysis.Actors)
            if (actor.First >= from && actor.End <= to && IsVoting(analysis, actor))
                return actor.Actor.Code;
        for (var i = from; i < to; i++)
            if (analysis.ActorCovering(i) is null)
            {
                if (analysis.Is(i, "assembly"))
                    return "UNGA";
                if (analysis.Is(i, "council") && analysis.Is(i - 1, "the", "member", "security", "'s"))
                    return "UNSC";
            }
        return null;
    }

    /// <summary>True where the body named is one that votes, not one that somebody is put out of ("suspended from the Human Rights Council").</summary>
    public static bool IsVoting(SentenceAnalysis analysis, ActorSpan actor) =>
        actor.Actor.Code is "UNSC" or "UNGA" or "HRC"
        && !(
            analysis.Is(actor.First - 1, "the", "’s", "'s") && analysis.Is(actor.First - 2, "from", "to", "of") && actor.Actor.Code == "HRC"
        )
        && !(actor.Actor.Code == "HRC" && analysis.Is(actor.First - 1, "from"));

    private bool SpeaksOfUn()
    {
        foreach (var actor in analysis.Actors)
            if (actor.Actor.Code is "UN")
                return true;
        return false;
    }

    // Where no body was named, the words must at least be about the same matter.
    private bool IsPlainly(Ballot ballot) => IsUnitedNations || SpeaksOfResolution() || Words().Overlaps(ballot.Stems);

    public bool SpeaksOfResolution()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
            if (analysis.Is(i, "resolution", "resolutions"))
                return true;
        return false;
    }

    // The date in the verb's own clause, else one of the sentence that stands in no other's.
    private Period? Dated((int From, int To) own, List<(int From, int To)> clauses)
    {
        Period? anywhere = null;
        foreach (var time in analysis.Times)
        {
            if (
                time is not { Period: { Kind: PeriodKind.Day or PeriodKind.Month or PeriodKind.Year } period }
                || time.Role is not (TimeRole.At or TimeRole.During)
                || time.Kind is not (TimeKind.Absolute or TimeKind.Relative)
                || OfAnother(time)
            )
                continue;
            if (time.FirstToken >= own.From && time.EndToken <= own.To)
                return period;
            if (!clauses.Exists(c => time.FirstToken >= c.From && time.EndToken <= c.To))
                anywhere ??= period;
        }
        return anywhere;
    }

    // "since the invasion in February 2022": the date of what the vote was about.
    private bool OfAnother(TimeMention time)
    {
        foreach (var span in analysis.Events)
            if (span.Date.Contains(time.Period!) && time.FirstToken - span.End is >= 0 and <= 2)
                return true;
        return false;
    }

    private string? Symbol(int from, int to)
    {
        for (var i = from; i + 1 < to; i++)
        {
            if (analysis.Is(i, "es") && analysis.Is(i + 1, "-"))
                return Read(i);
            if (
                analysis.Is(i, "resolution")
                && analysis.Tokens[i + 1].Kind == TokenKind.Number
                && (analysis.Tokens[i + 1].Text.Length >= 3 || analysis.Is(i + 2, "/"))
            )
                return Read(i + 1);
        }
        return null;
    }

    private string Read(int at)
    {
        var end = at + 1;
        while (
            end < analysis.Tokens.Count
            && analysis.Tokens[end].Start == analysis.Tokens[end - 1].End
            && !(analysis.Word(end) is "," or "." or ";" or ")" or "’" or "'" or "'s" or ":")
        )
            end++;
        return analysis.Slice(at, end);
    }
}
