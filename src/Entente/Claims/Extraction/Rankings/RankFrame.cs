using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Rankings;

/// <summary>Ranks and superlatives: "Russia's second-largest trading partner", "the world's largest nuclear arsenal", "into its top 10".</summary>
internal sealed partial class RankFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    private sealed record Noun(int End, string Set, string By, string? Item, string? Owner)
    {
        /// <summary>Who holds the rank, where what is ranked says it: "Japan's budget was the tenth-largest in the world".</summary>
        public string? Holder { get; init; }
    }

    /// <summary>All ranks of the sentence, with the ordinal or "top N" quantities they use.</summary>
    public IEnumerable<ClaimDraft> Read()
    {
        for (var i = analysis.Has(Needs) ? 0 : analysis.Tokens.Count; i < analysis.Tokens.Count; i++)
        {
            if (Superlative(i) is not { } start)
                continue;
            if (IsLost(start.First))
            {
                // "lost its place as the third-biggest economy to Germany": it is Germany's now.
                if (Ceded(start) is { } ceded)
                    yield return ceded;
                continue;
            }
            if (IsMooted(start.First) || OfRegion(start.First))
                continue;
            // "one of the largest" names no rank.
            if (
                Enumerable
                    .Range(Math.Max(0, start.First - 7), Math.Min(7, start.First))
                    .Any(k => analysis.Is(k, "one", "some", "among") && analysis.Is(k + 1, "of") && !analysis.Is(k + 2, "which"))
            )
                continue;
            var noun = start.Noun ?? ReadNoun(start.End, start.First) ?? OfMeasure(start);
            if (noun is null)
                continue;
            // "X, Y and Z were the main suppliers": several share what is nobody's rank.
            if (start is { Rank: 1, Within: false, Placed: false } && IsPlural(noun.End - 1) && !analysis.Is(noun.End, "of", "is", "was"))
                continue;
            var draft = Build(start, noun);
            if (draft is null)
                continue;
            foreach (var quantity in analysis.Quantities)
                if (quantity.FirstToken < start.End && quantity.EndToken > start.First)
                    analysis.Used.Add(quantity);
            yield return draft;
            foreach (var next in Following(start, noun, draft))
                yield return next;
            if (Earlier(Math.Max(start.End, noun.End), draft) is { } earlier)
                yield return earlier;
            i = Math.Max(i, Math.Max(start.End, noun.End) - 1);
        }
    }

    /// <summary>"largest", "second-largest", "No. 1", "top", "top 10", "number two" at a token.</summary>
    private Start? Superlative(int i)
    {
        var word = analysis.Word(i);
        if (
            word
            is "largest"
                or "biggest"
                or "greatest"
                or "strongest"
                or "highest"
                or "smallest"
                or "lowest"
                or "main"
                or "leading"
                or "principal"
                or "top"
                or "foremost"
                or "chief"
                or "primary"
                or "important"
                or "populous"
                or "busiest"
                or "best"
        )
        {
            if (word == "important" && !analysis.Is(i - 1, "most"))
                return null;
            if (word == "best" && !analysis.Is(i + 1, "customer", "customers", "client", "market"))
                return null;
            if (word == "populous" && !analysis.Is(i - 1, "most"))
                return null;
            if (word == "top" && TopCount(i + 1) is { } count)
                return new(i, i + 2, count, true, false);
            if (
                word is "main" or "leading" or "principal" or "chief" or "primary" or "top"
                && (
                    analysis.Word(i + 1)
                    is "diplomat"
                        or "diplomats"
                        or "leader"
                        or "leaders"
                        or "officials"
                        or "official"
                        or "priority"
                        or "goal"
                        or "adviser"
                        or "reason"
                        or "role"
                )
            )
                return null;
            var first = analysis.Is(i - 1, "most") ? i - 1 : i;
            var (rank, from) = OrdinalBefore(first);
            return new(from, i + 1, rank, false, word is "smallest" or "lowest");
        }
        if (word is "second" && SecondOnly(i) is { } after)
            return after;
        // "Among buyers of Brazilian goods, China led with $104 billion"
        if (word is "led" or "leads" && analysis.ActorEndingAt(i) is { IsAdjective: false } && NounBefore(i) is { } head)
            return new(i, i + 1, 1, false, false) { Placed = true, Noun = head };
        // "in tenth place among the EU's trading partners", "ranked fifth among"
        if (
            (Ordinal(word) ?? (word is "first" or "1st" ? 1 : DigitOrdinal(i))) is { } place
            && (
                analysis.Is(i + 1, "place", "spot", "position", "rank")
                || (
                    analysis.Word(Placing(i))
                    is "ranked"
                        or "ranks"
                        or "ranking"
                        or "rank"
                        or "came"
                        or "placed"
                        or "comes"
                        or "stands"
                        or "stood"
                )
                || (
                    analysis.ActorEndingAt(i) is { IsAdjective: false, Possessive: false } placed
                    && analysis.Word(placed.First - 1) is "ranks" or "ranked" or "puts" or "places" or "placed" or "rank"
                )
            )
        )
        {
            if (NounBefore(i) is { } before)
                return new(i, i + 1, place, false, false) { Placed = true, Noun = before };
            var from = analysis.Is(i + 1, "place", "spot", "position", "rank") ? i + 2 : i + 1;
            if (analysis.Is(from, "among", "in", "of", "on"))
                return new(
                    i,
                    analysis.Is(from + 1, "the") && analysis.ActorStartingAt(from + 2) is null ? from + 2 : from + 1,
                    place,
                    false,
                    false
                )
                {
                    Placed = true,
                };
        }
        if (word is "no" or "no." or "number")
        {
            var at = analysis.Is(i + 1, ".") ? i + 2 : i + 1;
            if (analysis.Is(at, "one") || (int.TryParse(analysis.Word(at), out var digit) && digit is > 0 and <= 20))
                return new(
                    i,
                    at + 1,
                    analysis.Is(at, "one") ? 1 : int.Parse(analysis.Word(at), System.Globalization.CultureInfo.InvariantCulture),
                    false,
                    false
                );
        }
        return null;
    }

    private ClaimDraft? Build(Start start, Noun noun)
    {
        var owner = noun.Owner;
        var subject = noun.Holder ?? Subject(start, noun, owner == "its" ? null : owner);
        if (owner == "its")
            owner =
                resolver.TopicOfSentence(start.First) is { } topic && topic != subject ? topic
                : OwnerBefore(start.First, subject) is { } named ? named
                : discourse.Subject is { } before && before != subject ? before
                : subject is not null ? discourse.OtherOf(subject)
                : null;
        if (subject is null || subject == owner || (noun.Set is not "states" && owner is null))
            return null;
        // "in Europe", "in the region", "after China": the set is narrower or the rank shifted; only what can be written is written.
        var among = SetOf(noun, owner);
        string? reason = null;
        if (Region(AfterGoods(noun.End)) is { } region)
        {
            if (noun.Set == "states" && region.Code is not null)
                among = $"members({region.Code})";
            else if (!region.World)
                reason = "not-in-language";
        }
        // "its largest market outside Europe": among the rest only.
        if (analysis.Is(noun.End, "outside", "beyond", "except", "excluding"))
            reason = "not-in-language";
        var rank = start.Rank;
        if (
            analysis.Is(noun.End, "after", "behind")
            && rank == 1
            && analysis.ActorStartingAt(analysis.Is(noun.End + 1, "the") ? noun.End + 2 : noun.End + 1) is not null
        )
            rank = 2;
        if (ButOne(noun.End) && !start.Within)
            rank++;
        var by =
            noun.By == "arms"
                ? noun.Set == "states"
                    ? "arms_export_share"
                    : "arms_import_share"
                : noun.By;
        var stock =
            by is "nuclear_warheads" or "military_expenditure_gdp_share" or "population" or "gdp" or "military_expenditure" or "holdings";
        var reference = new MeasureRef(by, subject, owner, null);
        var chosen = PeriodChooser.Choose(analysis, start.First, noun.End, reference, discourse, stock);
        // "grew between 2014–18 and 2019–23, and France became …": a place is held in the later of two times.
        if (chosen is { Period: { Kind: PeriodKind.Range } both, Mention: { } two } && PeriodChooser.Bounds(analysis, two))
            chosen = chosen with { Period = (FiscalYears.Windows(analysis, two, reference)?.To) ?? both.Split().To };
        // "was its largest partner until 2020": not in that year any more; "for most of 2021": not of the whole year.
        if (chosen.Mention is { Role: Reading.Text.TimeRole.Until } || chosen.Mention is { } said && MostOf(said))
            return null;
        // "has been the largest partner since 2010": the earliest year it was, by its own words.
        if (chosen.Mention is null && Present(start.First) && SinceWhen(noun.End) is { } since)
            chosen = new(since, null, null);
        // A rank by trade in the present tense is of the last full year; one by stocks of the day.
        if (chosen.Period is null && discourse.Published is { } day && Present(start.First))
            chosen = new(
                Period.OfYear(day.Year - 1),
                null,
                new Inference("period", Period.OfYear(day.Year - 1).Text, Inference.LastFullYear)
            );
        var place = new Place(subject, among, by)
        {
            Owner = owner,
            Item = noun.Set == "states" ? noun.Item : null,
            Lowest = start.Lowest,
            Period = chosen.Period,
        };
        var relation = start.Within ? "<=" : "=";
        MeasureRef? ranked = noun.Set switch
        {
            "partners" when by == "trade" => new MeasureRef("trade", owner, subject, null),
            "suppliers" when by == "arms_import_share" => new MeasureRef(by, subject, owner, null),
            "suppliers" when by == "imports" => new MeasureRef("imports", subject, owner, noun.Item),
            "buyers" when by == "exports" => new MeasureRef("exports", owner, subject, noun.Item),
            _ => null,
        };
        if (ranked is not null)
        {
            discourse.Ranks.Add((Math.Max(start.End, noun.End), ranked));
            discourse.Mention(ranked, chosen.Period, analysis.Statement.Paragraph);
        }
        if (noun.Set == "partners" && by == "trade" && owner is not null)
            discourse.LastInSentence = new MeasureRef("trade", owner, subject, null);
        built = reason is null ? place : null;
        return new ClaimDraft
        {
            First = start.First,
            End = noun.End,
            Kind = ClaimKind.Rank,
            Assertion = reason is not null ? null : place.Text(rank, relation),
            Relation = relation,
            Value = rank,
            Low = start.Within ? null : rank,
            High = rank,
            Unit = Units.Rank.Symbol,
            Period = chosen.Period,
            Inferred = chosen.Inference is { } one ? [one] : [],
            Reason = reason ?? (chosen.Period is null ? "no-period" : null),
        };
    }

    /// <summary>Who holds the rank: the subject before a copula, the appositive ("X, Y's largest partner," or "Y's largest partner, X"), "overtook … to become".</summary>
    private string? Subject(Start start, Noun noun, string? owner)
    {
        // "Y's largest trading partner, X," right after a comma.
        var after = analysis.Is(noun.End, ",") ? noun.End + 1 : noun.End;
        after = PastQualifiers(after);
        if ((analysis.Word(after) is "is" or "was" or "remains" or "remained" or "became"))
            after++;
        else
            after = analysis.Is(noun.End, ",") ? noun.End + 1 : noun.End;
        if (
            after > noun.End
            && analysis.ActorStartingAt(analysis.Is(after, "the") ? after + 1 : after) is { IsAdjective: false, Party: { } apposed }
            && apposed != owner
            && !HasCopulaBefore(start.First)
        )
            return apposed;
        // "making Spain its main partner"
        if (Made(start.First) is { } made && made != owner)
            return made;
        // "exports to the United States, its second-biggest market,"
        if (Apposed(start.First) is { } beside && beside != owner)
            return beside;
        // "a state, which is the second-largest …": the relative clause speaks of the noun before it, which must be an actor to be one.
        for (var i = start.First - 1; i >= Math.Max(0, start.First - 5); i--)
            if (analysis.Is(i, "which", "who"))
            {
                var antecedent = analysis.Is(i - 1, ",") ? i - 1 : i;
                if (analysis.ActorEndingAt(antecedent) is { IsAdjective: false, Party: { } meant })
                    return meant != owner ? meant : null;
                // "China gains a vassal state, which …": of two parties it is the one that does not gain.
                var two = analysis
                    .Actors.Where(a => a.End <= antecedent && a is { IsAdjective: false, Party: not null })
                    .Select(a => a.Party!)
                    .Distinct()
                    .ToList();
                return
                    two.Count == 2
                    && (
                        analysis.Word(antecedent - 1)
                        is "state"
                            or "country"
                            or "nation"
                            or "ally"
                            or "partner"
                            or "neighbour"
                            or "neighbor"
                    )
                    && resolver.SubjectBefore(antecedent - 1)?.Party is { } gainer
                    ? two.Find(p => p != gainer && p != owner)
                    : null;
            }
        if (
            analysis.Is(noun.End, "is", "was")
            && analysis.ActorStartingAt(noun.End + 1) is { IsAdjective: true, Party: { } whose }
            && !HasCopulaBefore(start.First)
        )
            return whose;
        for (var k = analysis.Actors.Count - 1; k >= 0; k--)
        {
            var actor = analysis.Actors[k];
            if (
                actor.End > start.First
                || actor.Party is null
                || actor.Party == owner
                || actor.IsAdjective
                || analysis.InAsideBefore(actor.First, start.First)
            )
                continue;
            var before = actor.First - 1;
            while (analysis.Is(before, "the"))
                before--;
            // "overtook Qatar and Australia": each of a list.
            while (
                analysis.Is(before, "and", ",")
                && analysis.ActorEndingAt(before) is { IsAdjective: false, Possessive: false } listed
                && listed.Party != owner
            )
                before = analysis.Is(listed.First - 1, "the") ? listed.First - 2 : listed.First - 1;
            // The one overtaken, or the one the rank is "for", is not who holds it.
            if (
                (
                    analysis.Word(before)
                    is "overtook"
                        or "overtake"
                        or "overtaken"
                        or "surpass"
                        or "displace"
                        or "replace"
                        or "overtaking"
                        or "surpassed"
                        or "surpassing"
                        or "replaced"
                        or "replacing"
                        or "passed"
                        or "displaced"
                        or "displacing"
                        or "ahead"
                        or "past"
                )
                || (analysis.Word(before) is "longer" or "not" or "once" && analysis.Word(before - 1) is "no" or "and" or "," or "but")
                || analysis.Word(before) is "leapfrogged" or "leapfrogging" or "outstripped" or "eclipsed" or "pipped" or "pipping"
                || (Lexicon.Prepositions.Contains(analysis.Word(before)) && !analysis.Is(before, "for"))
                || (analysis.Is(before, "for") && !analysis.Is(before - 1, "as"))
            )
                continue;
            if (actor.Possessive)
                continue;
            return actor.Party;
        }
        if (ItOfHead(start.First) is { } told && told != owner)
            return told;
        if (
            analysis.Tokens.Take(start.First).Any(t => t.Lower is "it" or "which" or "they")
            && discourse.Subject is { } last
            && last != owner
        )
            return last;
        return null;
    }
}
