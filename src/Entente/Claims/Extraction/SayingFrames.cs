using Entente.Actors;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction;

/// <summary>Claims that carry no number: votes and what follows from them, absences, comparisons, judgements, arguments, superlatives in time.</summary>
internal sealed class SayingFrames(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    public IEnumerable<ClaimDraft> Read()
    {
        if (Deduction() is { } deduction)
            yield return deduction;
        foreach (var vote in Votes())
            yield return vote;
        foreach (var veto in HaveVeto())
            yield return veto;
        if (Absence() is { } absence)
            yield return absence;
        if (Dependence() is { } dependence)
            yield return dependence;
        if (MoreImportant() is { } important)
            yield return important;
        if (ClosestSince() is { } closest)
            yield return closest;
        if (Judgement() is { } judgement)
            yield return judgement;
        foreach (var argument in Invariant())
            yield return argument;
    }

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
        var council = analysis.Actors.Find(a => a.Actor.Code is "UNSC") ?? (analysis.Actors.Exists(a => a.Actor.Code == "UN") && Find("council") >= 0 ? analysis.Actors.Find(a => a.Actor.Code == "UN") : null);
        if (resolution < 0 || (council is null && !discourse.SpokeOfCouncil))
            return null;
        var pass = Find("pass", "passed", "passes", "adopt", "adopted", "approved", "happen", "through", "succeed");
        var blocked = Find("blocked", "block", "vetoed", "fail", "fails", "doomed", "sabotage");
        var negated = Enumerable.Range(Math.Max(0, pass - 5), Math.Min(5, Math.Max(0, pass))).Any(k => analysis.Is(k, "not", "never", "n't", "cannot", "no", "wo") || analysis.Word(k).EndsWith("n't", StringComparison.Ordinal)) || analysis.Is(resolution, "nothing");
        var general = Enumerable.Range(Math.Max(0, resolution - 6), Math.Min(6, resolution)).Any(k => analysis.Is(k, "any", "every", "no", "all", "each")) || analysis.Is(resolution, "nothing", "anything", "resolutions");
        if (!general || !((pass >= 0 && negated) || (blocked >= 0 && pass < 0)))
            return null;
        var vetoers = analysis.Actors.Where(a => a.Party is "CHN" or "RUS" or "USA" or "GBR" or "FRA").Select(a => a.Party!).Distinct().ToList();
        IReadOnlyList<Inference> inferred = [];
        if (vetoers.Count == 0)
        {
            if (discourse.MainPair is not { } pair)
                return null;
            vetoers = [.. new[] { pair.A, pair.B }.Where(p => p is "CHN" or "RUS" or "USA" or "GBR" or "FRA").OrderDescending(StringComparer.Ordinal)];
            if (vetoers.Count == 0)
                return null;
            inferred = [new Inference("premise", string.Join(", ", vetoers), "the votes spoken of before")];
        }
        var premise = string.Join(" and ", vetoers.Select(v => $"vote({v}) = no"));
        return new ClaimDraft { First = resolution, End = Math.Max(Math.Max(pass, blocked), resolution) + 1, Kind = ClaimKind.Event, Assertion = $"if {premise} then not passes(UNSC)", Inferred = inferred };
    }

    /// <summary>"China abstained", "India voted against resolution ES-11/1".</summary>
    private IEnumerable<ClaimDraft> Votes()
    {
        for (var i = 1; i < analysis.Tokens.Count; i++)
        {
            string? choice = analysis.Is(i, "abstained") || (analysis.Is(i, "abstaining") && analysis.Is(i + 1, "on", "from", "in")) ? "abstain"
                : analysis.Is(i, "voted") && analysis.Is(i + 1, "against", "no") ? "no"
                : analysis.Is(i, "voted") && (analysis.Is(i + 1, "for", "yes") || (analysis.Is(i + 1, "in") && analysis.Is(i + 2, "favour", "favor"))) ? "yes"
                : analysis.Is(i, "vetoed") ? "no" : null;
            if (choice is null || analysis.Quantities.Any(q => q.EndToken <= i && i - q.EndToken <= 2 && q.Kind == QuantityKind.Count) || resolver.SubjectBefore(i) is not { Party: { } state } subject || subject.Actor.Kind == ActorKind.Organisation)
                continue;
            var resolution = discourse.Resolution(analysis);
            resolution ??= discourse.ResolutionOn(analysis) ?? discourse.RecentResolution(analysis);
            yield return new ClaimDraft
            {
                First = subject.First,
                End = Math.Min(i + 2, analysis.Tokens.Count),
                Kind = ClaimKind.Event,
                Assertion = resolution is null ? null : $"vote({state}, \"{resolution}\") = {choice}",
                Reason = resolution is null ? "no-resolution" : null,
            };
        }
    }

    private IEnumerable<ClaimDraft> HaveVeto()
    {
        for (var i = 2; i < analysis.Tokens.Count; i++)
        {
            if (!analysis.Is(i, "veto") || !(analysis.Is(i - 1, "the", "a") && analysis.Is(i - 2, "have", "has", "hold", "holds", "wield", "wields")))
                continue;
            if (analysis.Actors.FindLast(a => a.End == i - 2 && a.Party is not null) is not { } holder)
                continue;
            yield return new ClaimDraft { First = holder.First, End = i + 1, Kind = ClaimKind.Membership, Assertion = $"members(P5{Year().Argument}) includes {{{holder.Party}}}", Period = Year().Period, Inferred = Year().Inferred };
        }
    }

    /// <summary>"has not provided", "never sent": an absence of deliveries.</summary>
    private ClaimDraft? Absence()
    {
        for (var i = 1; i < analysis.Tokens.Count; i++)
        {
            if (!analysis.Is(i, "provided", "supplied", "sent", "delivered", "given", "transferred", "shipped", "supply", "provide", "send", "deliver", "supplying", "providing", "selling", "sold", "exported"))
                continue;
            var negation = -1;
            for (var k = i - 1; k >= Math.Max(0, i - 4) && negation < 0; k--)
                if (analysis.Is(k, "not", "never", "n't", "from") || analysis.Word(k).EndsWith("n't", StringComparison.Ordinal))
                    negation = k;
            if (negation < 0 || (analysis.Is(negation, "from") && !analysis.Is(negation - 1, "refrained", "abstained")))
                continue;
            var arms = -1;
            for (var k = i + 1; k < Math.Min(i + 12, analysis.Tokens.Count) && arms < 0; k++)
                if (analysis.Is(k, "arms", "weapons", "weaponry", "lethal", "military", "munitions", "ammunition", "material", "missiles", "drones", "tanks"))
                    arms = k;
            var giver = resolver.SubjectOf(negation);
            var taker = arms < 0 ? null : resolver.AfterPreposition(i, "to", "for")?.Party ?? analysis.Actors.Find(a => a.First > i && a.Party is not null && a.Party != giver)?.Party;
            if (arms < 0 || giver is null || taker is null || giver == taker)
                continue;
            var since = analysis.Times.FirstOrDefault(t => t.Role == TimeRole.Since && t.Period is not null)?.Period ?? (discourse.LastEventDate is { } date ? date : null);
            var until = discourse.Published;
            var period = since is not null && until is { } day && since.Start <= day ? Period.OfRange(since, Period.OfDay(day)) : until is { } one ? Period.OfYear(one.Year) : null;
            return new ClaimDraft
            {
                First = negation,
                End = arms + 1,
                Kind = ClaimKind.Event,
                Assertion = $"count(transfers({giver} -> {taker}, arms){(period is null ? "" : ", " + period.Text)}) = 0",
                Period = period,
                Inferred = period is null ? [] : [new Inference("period", period.Text, "since the war that the text is about, to the time of writing")],
                Reason = period is null ? "no-period" : null,
            };
        }
        return null;
    }

    /// <summary>"Russia is more dependent on China than China is on Russia", "X needs Y more than Y needs X".</summary>
    private ClaimDraft? Dependence()
    {
        var dependent = Find("dependent", "reliant");
        var needs = Find("needs", "depends", "relies");
        var at = dependent >= 0 ? dependent : needs;
        var than = Find("than");
        if (at < 0 || than < at || !Enumerable.Range(Math.Max(0, at - 3), than - Math.Max(0, at - 3)).Any(k => analysis.Is(k, "more", "less", "far")))
            return null;
        var a = resolver.SubjectBefore(at)?.Party;
        var b = analysis.Actors.Find(x => x.First > at && x.First < than)?.Party;
        if (a is null || b is null || a == b || !analysis.Actors.Any(x => x.First > than && x.Party == b))
            return null;
        var less = analysis.Is(at - 1, "less");
        var year = Year();
        return new ClaimDraft
        {
            First = at - 1,
            End = than + 2,
            Kind = ClaimKind.Comparison,
            Assertion = $"dependence({a}, on: {b}{year.Argument}) {(less ? "<" : ">")} dependence({b}, on: {a}{year.Argument})",
            Period = year.Period,
            Inferred = year.Inferred,
        };
    }

    /// <summary>"The EU remained a more important partner for Russia" (than the partner just spoken of).</summary>
    private ClaimDraft? MoreImportant()
    {
        var partner = Find("partner", "partners");
        if (partner < 0 || !Enumerable.Range(Math.Max(0, partner - 4), Math.Min(4, partner)).Any(k => analysis.Is(k, "more", "larger", "bigger")) || Enumerable.Range(Math.Max(0, partner - 3), 3).Any(k => analysis.Is(k, "much-needed", "junior", "reliable", "security", "closer")))
            return null;
        if (!Enumerable.Range(Math.Max(0, partner - 3), 4).Any(k => analysis.Is(k, "important", "larger", "bigger", "trading", "trade")))
            return null;
        var subject = resolver.SubjectBefore(partner)?.Party;
        var owner = resolver.AfterPreposition(partner + 1, "for", "of", "to")?.Party;
        var than = Enumerable.Range(partner, Math.Max(0, Math.Min(14, analysis.Tokens.Count - partner))).FirstOrDefault(k => analysis.Is(k, "than"), -1);
        var rival = than > 0 ? analysis.Actors.Find(x => x.First > than && x.First <= than + 3)?.Party : owner is not null ? discourse.OtherOf(owner) : null;
        if (subject is null || owner is null || rival is null || subject == rival || subject == owner || rival == owner)
            return null;
        var reference = new MeasureRef("trade", owner, rival, null);
        var chosen = PeriodChooser.Choose(analysis, partner, partner + 1, reference, discourse);
        var period = chosen.Period is { } p ? ", " + p.Text : "";
        return new ClaimDraft
        {
            First = partner - 2,
            End = partner + 1,
            Kind = ClaimKind.Comparison,
            Assertion = $"trade({owner}, {subject}{period}) > trade({owner}, {rival}{period})",
            Period = chosen.Period,
            Inferred = [.. chosen.Inference is { } one ? [one] : Array.Empty<Inference>(), .. than < 0 ? [new Inference("rival", rival, "the partner spoken of before")] : Array.Empty<Inference>()],
            Reason = chosen.Period is null ? "no-period" : null,
        };
    }

    /// <summary>"more firmly aligned now than at any time since the 1950s", "closer than ever".</summary>
    private ClaimDraft? ClosestSince()
    {
        var close = Find("aligned", "closer", "closest", "united", "allied");
        if (close < 0)
            return null;
        var any = false;
        for (var i = close; i < analysis.Tokens.Count; i++)
            any |= (analysis.Is(i, "any") && analysis.Is(i + 1, "time", "point")) || analysis.Is(i, "ever") || (analysis.Is(i, "since") && analysis.Is(close, "closest"));
        if (!any)
            return null;
        var states = analysis.Actors.Where(a => a.Party is not null && a.Actor.Kind is ActorKind.State).Select(a => a.Party!).Distinct().Take(2).ToList();
        if (states.Count < 2)
            return null;
        var since = analysis.Times.FirstOrDefault(t => t.Role == TimeRole.Since && t.Period is not null);
        var year = Year();
        if (since is not null)
            analysis.UsedTimes.Add(since);
        if (year.Period is null)
            return null;
        return new ClaimDraft
        {
            First = close,
            End = since?.EndToken ?? Math.Min(close + 6, analysis.Tokens.Count),
            Kind = ClaimKind.Judgement,
            Assertion = $"highest(alignment({states[0]}, {states[1]}), at: {year.Period.Text}, since: {(since?.Period is { } s ? Period.OfYear(s.Start.Year).Text : "1945")})",
            Value = since?.Period?.Start.Year,
            Unit = since is null ? null : Units.Date.Symbol,
            Period = year.Period,
            Inferred = year.Inferred,
        };
    }

    /// <summary>"the junior partner", "a vassal of", "an ally": judgements that measures bear on.</summary>
    private ClaimDraft? Judgement()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            var (name, end) = analysis.Word(i) switch
            {
                "junior" when analysis.Is(i + 1, "partner", "party") => ("junior_partner", i + 2),
                "senior" when analysis.Is(i + 1, "partner", "party") => ("senior_partner", i + 2),
                "vassal" => ("dependent", i + 1),
                "subservient" or "subordinate" => ("junior_partner", i + 1),
                "unequal" or "asymmetric" or "lopsided" => ("unequal", i + 1),
                "equal" or "equals" when analysis.Is(i - 1, "not") => ("unequal", i + 1),
                _ => (null, 0),
            };
            if (name is null)
                continue;
            var a = resolver.SubjectBefore(i)?.Party ?? analysis.Actors.FindLast(x => x.End <= i && x.Party is not null)?.Party ?? discourse.MainPair?.B;
            var b = resolver.Possessor(i)?.Party is { } whose && whose != a ? whose : resolver.AfterPreposition(end, "to", "of", "with")?.Party ?? (a is not null ? discourse.OtherOf(a) : null);
            if (a is null || b is null || a == b)
                continue;
            var year = Year();
            return new ClaimDraft
            {
                First = i,
                End = end,
                Kind = ClaimKind.Judgement,
                Assertion = $"judgement({name}, {a}, {b}{year.Argument})",
                Period = year.Period,
                Inferred = year.Inferred,
            };
        }
        return null;
    }

    /// <summary>"will side with Russia, regardless of whether Russia wins or loses": a choice that does not hang on a factor.</summary>
    private IEnumerable<ClaimDraft> Invariant()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            var regardless = (analysis.Is(i, "regardless", "irrespective") && analysis.Is(i + 1, "of")) || (analysis.Is(i, "no") && analysis.Is(i + 1, "matter")) || analysis.Is(i, "whoever", "whatever")
                || (analysis.Is(i, "whether") && Enumerable.Range(i, 8).Any(k => analysis.Is(k, "or")) && !analysis.Is(i - 1, "of", "matter"));
            if (!regardless)
                continue;
            var verb = Find("side", "sides", "support", "supports", "back", "backs", "stand", "stands", "align", "aligns");
            if (verb < 0 || resolver.SubjectBefore(verb)?.Party is not { } chooser)
                continue;
            var rest = string.Join(' ', analysis.Tokens.Skip(i).Select(t => t.Lower));
            var factor = rest.Contains("win", StringComparison.Ordinal) || rest.Contains("los", StringComparison.Ordinal) || rest.Contains("war", StringComparison.Ordinal) ? "war.outcome"
                : rest.Contains("sanction", StringComparison.Ordinal) ? "sanctions.level"
                : rest.Contains("election", StringComparison.Ordinal) || rest.Contains("president", StringComparison.Ordinal) || rest.Contains("house", StringComparison.Ordinal) ? "us.government"
                : null;
            var given = Enumerable.Range(0, verb).Any(k => analysis.Is(k, "as") && analysis.Is(k + 1, "long") && analysis.Is(k + 2, "as")) && Find("relations", "relationship", "hostility", "hostile") >= 0 ? " given us.hostility = high" : "";
            yield return new ClaimDraft
            {
                First = verb,
                End = analysis.Tokens.Count,
                Kind = ClaimKind.Argument,
                Assertion = factor is null ? null : $"choice({chooser}, in: triangle) invariant to {factor}{given}",
                Reason = factor is null ? "not-in-language" : null,
            };
            yield break;
        }
    }

    private (Period? Period, string Argument, IReadOnlyList<Inference> Inferred) Year()
    {
        var time = analysis.Times.FirstOrDefault(t => t is { Role: TimeRole.At, Period: not null, Kind: TimeKind.Absolute or TimeKind.Relative });
        if (time is not null)
            return (time.Period, ", " + Period.OfYear(time.Period!.Start.Year).Text, []);
        if (discourse.Published is not { } day)
            return (null, "", []);
        var year = Period.OfYear(day.Year);
        return (year, ", " + year.Text, [new Inference("period", year.Text, "the time of writing")]);
    }
}
