using Entente.Actors;
using Entente.Claims.Extraction.Memberships;
using Entente.Claims.Extraction.Rankings;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Claims.Extraction.Stakes;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Sayings;

/// <summary>Claims that carry no number: votes and what follows from them, absences, comparisons, judgements, arguments, superlatives in time.</summary>
internal sealed partial class SayingFrames(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver, StakesFrame? stakes)
{
    public IEnumerable<ClaimDraft> Read()
    {
        if (analysis.Has(Resolutions) && Deduction() is { } deduction)
            yield return deduction;
        if (analysis.Has(Vetoing))
            foreach (var veto in HaveVeto())
                yield return veto;
        if (analysis.Has(Deliveries) && Absence() is { } absence)
            yield return absence;
        if (analysis.Has(AbsenceFrame.Needs))
            foreach (var draft in new AbsenceFrame(analysis, discourse, resolver).Read())
                yield return draft;
        if (analysis.Has(ExtremeFrame.Needs) && new ExtremeFrame(analysis, discourse, resolver).Read() is { } extreme)
            yield return extreme;
        if (stakes is not null)
            foreach (var stake in stakes.Read())
                yield return stake;
        if (analysis.Has(Depending) && Dependence() is { } dependence)
            yield return dependence;
        if (analysis.Has(Partners) && MoreImportant() is { } important)
            yield return important;
        if (analysis.Has(Closeness) && ClosestSince() is { } closest)
            yield return closest;
        if (analysis.Has(Closer) && CloserTo() is { } closer)
            yield return closer;
        if (analysis.Has(Judging) && Judgement() is { } judgement)
            yield return judgement;
        if (analysis.Has(Choosing))
            foreach (var argument in Invariant())
                yield return argument;
    }

    private static readonly Cues Resolutions = Cues.Of("resolution resolutions motion draft drafts anything nothing action");

    private static readonly Cues Vetoing = Cues.Of("veto");

    private static readonly Cues Deliveries = Cues.Of(
        """
        provided supplied sent delivered given transferred shipped supply provide send deliver supplying providing selling sold exported
        """
    );

    private int Find(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
            if (analysis.Is(i, words))
                return i;
        return -1;
    }

    /// <summary>"any Security Council resolution would not be passed", "nothing gets through the Council": what the two votes just named imply.</summary>
    private ClaimDraft? Deduction()
    {
        var resolution = Find("resolution", "resolutions", "motion", "draft", "drafts", "anything", "nothing", "action");
        var council =
            analysis.Actors.Find(a => a.Actor.Code is "UNSC")
            ?? (
                analysis.Actors.Exists(a => a.Actor.Code == "UN") && Find("council") >= 0
                    ? analysis.Actors.Find(a => a.Actor.Code == "UN")
                    : null
            );
        if (
            resolution < 0
            || (council is null && !discourse.SpokeOfCouncil && !(Find("council") >= 0 && Find("veto", "vetoes", "votes") >= 0))
        )
            return null;
        var pass = Find("pass", "passed", "passes", "adopt", "adopted", "approved", "happen", "through", "succeed");
        var blocked = Find(
            "blocked",
            "block",
            "vetoed",
            "fail",
            "fails",
            "doomed",
            "sabotage",
            "stop",
            "sink",
            "kill",
            "prevent",
            "defeat"
        );
        var negated =
            Enumerable
                .Range(Math.Max(0, pass - 5), Math.Min(5, Math.Max(0, pass)))
                .Any(k =>
                    (analysis.Word(k) is "not" or "never" or "n't" or "cannot" or "no" or "wo")
                    || analysis.Word(k).EndsWith("n't", StringComparison.Ordinal)
                ) || analysis.Is(resolution, "nothing");
        var general =
            Enumerable
                .Range(Math.Max(0, resolution - 6), Math.Min(6, resolution))
                .Any(k => (analysis.Word(k) is "any" or "every" or "no" or "all" or "each"))
            || analysis.Is(resolution, "nothing", "anything", "resolutions")
            || (analysis.Is(0, "if", "should") && analysis.Is(resolution - 1, "the", "a"))
            || AnyOfFive();
        // "Has vetoed six resolutions" is a tally of what was, not what follows from a vote.
        if (pass < 0 && blocked >= 0 && analysis.Word(blocked) is "vetoed" or "blocked" && Tallied(blocked))
            return null;
        if (!general || !((pass >= 0 && negated) || (blocked >= 0 && pass < 0)))
            return null;
        // "If the United States votes no, nothing passes, and China …": the votes are those of the premise.
        var comma = Find(",");
        var premiseEnd = analysis.Is(0, "if", "should") && comma > 0 ? comma : analysis.Tokens.Count;
        var vetoers = analysis
            .Actors.Where(a => a.Party is "CHN" or "RUS" or "USA" or "GBR" or "FRA" && a.First < premiseEnd)
            .Select(a => a.Party!)
            .Distinct()
            .ToList();
        IReadOnlyList<Inference> inferred = [];
        // "A single permanent member voting against is enough": whichever of the five.
        if (vetoers.Count == 0 && AnyOfFive())
            vetoers = ["P5"];
        if (vetoers.Count == 0)
        {
            if (discourse.MainPair is not { } pair)
                return null;
            vetoers =
            [
                .. new[] { pair.A, pair.B }
                    .Where(p => p is "CHN" or "RUS" or "USA" or "GBR" or "FRA")
                    .OrderDescending(StringComparer.Ordinal),
            ];
            if (vetoers.Count == 0)
                return null;
            inferred = [new Inference("premise", string.Join(", ", vetoers), "the votes spoken of before")];
        }
        var premise = string.Join(" and ", vetoers.Select(v => $"vote({v}) = no"));
        return new ClaimDraft
        {
            First = resolution,
            End = Math.Max(Math.Max(pass, blocked), resolution) + 1,
            Kind = ClaimKind.Event,
            Assertion = $"if {premise} then not passes(UNSC)",
            Inferred = inferred,
        };
    }

    private bool AnyOfFive()
    {
        for (var i = 1; i < analysis.Tokens.Count - 1; i++)
            if (
                analysis.Is(i, "permanent")
                && (
                    analysis.Is(i + 1, "member") && analysis.Word(i - 1) is "a" or "any" or "single" or "one" or "each" or "every"
                    || analysis.Is(i + 1, "members") && AnyOf(i - 1)
                )
            )
                return true;
        return false;
    }

    // "any of the five permanent members"
    private bool AnyOf(int at)
    {
        while (analysis.Word(at) is "five" or "the" or "its" or "council" or "'s")
            at--;
        return analysis.Is(at, "of") && analysis.Word(at - 1) is "any" or "each" or "one";
    }

    private bool Tallied(int verb)
    {
        for (var k = verb - 1; k >= Math.Max(0, verb - 4); k--)
            if (analysis.Word(k) is "be" or "is" or "are" or "been" or "being" or "get" or "gets")
                return false;
        return true;
    }

    private IEnumerable<ClaimDraft> HaveVeto()
    {
        for (var i = 2; i < analysis.Tokens.Count; i++)
        {
            if (
                !analysis.Is(i, "veto")
                || !(
                    analysis.Is(i - 1, "the", "a") && (analysis.Word(i - 2) is "have" or "has" or "hold" or "holds" or "wield" or "wields")
                )
            )
                continue;
            if (analysis.Actors.FindLast(a => a.End == i - 2 && a.Party is not null) is not { } holder)
                continue;
            yield return new ClaimDraft
            {
                First = holder.First,
                End = i + 1,
                Kind = ClaimKind.Membership,
                Assertion = $"members(P5{Year().Argument}) includes {{{holder.Party}}}",
                Period = Year().Period,
                Inferred = Year().Inferred,
            };
        }
    }

    private string? OtherAfter(int token, string? party) =>
        analysis.Actors.Find(a => a.First > token && a.Party is not null && a.Party != party)?.Party;

    /// <summary>"has not provided", "never sent": an absence of deliveries.</summary>
    private ClaimDraft? Absence()
    {
        for (var i = 1; i < analysis.Tokens.Count; i++)
        {
            if (
                !(
                    analysis.Word(i)
                    is "provided"
                        or "supplied"
                        or "sent"
                        or "delivered"
                        or "given"
                        or "transferred"
                        or "shipped"
                        or "supply"
                        or "provide"
                        or "send"
                        or "deliver"
                        or "supplying"
                        or "providing"
                        or "selling"
                        or "sold"
                        or "exported"
                )
            )
                continue;
            var negation = -1;
            for (var k = i - 1; k >= Math.Max(0, i - 4) && negation < 0; k--)
                if (analysis.Is(k, "not", "never", "n't", "from") || analysis.Word(k).EndsWith("n't", StringComparison.Ordinal))
                    negation = k;
            if (negation < 0 || (analysis.Is(negation, "from") && !analysis.Is(negation - 1, "refrained", "abstained")))
                continue;
            var arms = -1;
            for (var k = i + 1; k < Math.Min(i + 12, analysis.Tokens.Count) && arms < 0; k++)
                if (
                    (
                        analysis.Word(k)
                        is "arms"
                            or "weapons"
                            or "weaponry"
                            or "lethal"
                            or "military"
                            or "munitions"
                            or "ammunition"
                            or "material"
                            or "missiles"
                            or "drones"
                            or "tanks"
                    )
                )
                    arms = k;
            var giver = resolver.SubjectOf(negation);
            var taker = arms < 0 ? null : resolver.AfterPreposition(i, "to", "for")?.Party ?? OtherAfter(i, giver);
            if (arms < 0 || giver is null || taker is null || giver == taker)
                continue;
            var since =
                analysis.Times.FirstOrDefault(t => t.Role == TimeRole.Since && t.Period is not null)?.Period
                ?? (discourse.LastEventDate is { } date ? date : null);
            var until = discourse.Published;
            var period =
                since is not null && until is { } day && since.Start <= day ? Period.OfRange(since, Period.OfDay(day))
                : until is { } one ? Period.OfYear(one.Year)
                : null;
            return new ClaimDraft
            {
                First = negation,
                End = arms + 1,
                Kind = ClaimKind.Event,
                Assertion = $"count(transfers({giver} -> {taker}, arms){(period is null ? "" : ", " + period.Text)}) = 0",
                Period = period,
                Inferred = period is null
                    ? []
                    : [new Inference("period", period.Text, "since the war that the text is about, to the time of writing")],
                Reason = period is null ? "no-period" : null,
            };
        }
        return null;
    }

    private (Period? Period, string Argument, IReadOnlyList<Inference> Inferred) Year()
    {
        var time = analysis.Times.FirstOrDefault(t =>
            t is { Role: TimeRole.At, Period: not null, Kind: TimeKind.Absolute or TimeKind.Relative }
        );
        if (time is not null)
            return (time.Period, ", " + Period.OfYear(time.Period!.Start.Year).Text, []);
        if (discourse.Published is not { } day)
            return (null, "", []);
        var year = Period.OfYear(day.Year);
        return (year, ", " + year.Text, [new Inference("period", year.Text, "the time of writing")]);
    }
}
