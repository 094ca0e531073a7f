using Entente.Actors;
using Entente.Claims.Extraction.Amounts;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Memberships;

/// <summary>Counts: meetings of leaders, members of a body, votes, vetoes, warheads, people.</summary>
internal sealed partial class CountFrame(
    SentenceAnalysis analysis,
    ExtractionCatalogue catalogue,
    Discourse discourse,
    MeasureResolver resolver
)
{
    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (quantity.Kind == QuantityKind.VoteResult)
            return null;
        if (quantity.Kind is not (QuantityKind.Count or QuantityKind.Physical or QuantityKind.Multiple) || quantity.Number.Value < 0)
            return null;
        var noun = Noun(quantity);
        return noun switch
        {
            "times" or "occasions" when VetoBefore(quantity) => Vetoes(quantity),
            "times" or "occasions" or "meetings" or "encounters" or "summits" or "talks" or "face-to-face meetings" => Meetings(
                quantity,
                noun
            ),
            ""
                when analysis.Is(quantity.FirstToken - 1, "from")
                    && analysis.Is(quantity.FirstToken - 2, "up", "down")
                    && discourse.LastInSentence is { } before
                    && !before.IsFlow => Earlier(quantity, before),
            "" when discourse.LastInSentence is { Measure: "nuclear_warheads", First: { } owner } && DeployedNear(quantity) => Level(
                quantity,
                new MeasureRef("nuclear_warheads_deployed", owner, null, null),
                "warheads"
            ),
            "warheads" or "weapons" or "bombs" or "nukes" => Stock(
                quantity,
                "nuclear_warheads",
                DeployedNear(quantity) ? "nuclear_warheads_deployed" : null
            ),
            "votes" when analysis.Actors.Exists(a => a.Actor.Code == "UNSC") && Seats(quantity) is { } seats => seats,
            "people" or "inhabitants" or "citizens" or "residents" => Population(quantity),
            "members" or "member" or "states" or "countries" or "nations" or "governments" or "signatories" => new MemberCountFrame(
                analysis,
                discourse
            ).Read(quantity),
            "" when Compared(quantity) is { } compared => Level(quantity, compared, "warheads"),
            "" when analysis.Is(quantity.FirstToken - 1, "to", "at") => new MemberCountFrame(analysis, discourse).Read(quantity),
            "vetoes" or "resolutions" or "veto" or "drafts" => Vetoes(quantity),
            "packages" or "rounds" or "tranches" => Packages(quantity),
            "patrols" or "exercises" or "drills" or "manoeuvres" or "maneuvers" => Together(quantity),
            _ => null,
        };
    }

    /// <summary>"That's two votes on the Security Council": the two spoken of have seats there, and permanent ones vote on everything.</summary>
    private ClaimDraft? Seats(QuantityMention quantity)
    {
        if (
            quantity.Number.Value != 2
            || discourse.MainPair is not { } pair
            || !analysis.Is(quantity.EndToken, "votes")
            || !analysis.Is(quantity.EndToken + 1, "on", "in", "at")
        )
            return null;
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, null, discourse, stock: true);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken + 1,
            Kind = ClaimKind.Count,
            Assertion = $"members(P5{(chosen.Period is { } p ? ", " + p.Text : "")}) includes {{{pair.A}, {pair.B}}}",
            Period = chosen.Period,
            Inferred = [new Inference("parties", $"{pair.A}, {pair.B}", "the two whose votes are counted")],
        }.WithQuantity(quantity, unit: Units.Count.Symbol);
    }

    private string Noun(QuantityMention quantity)
    {
        if (quantity.Kind == QuantityKind.Multiple)
            return "times";
        if (quantity.Unit.Symbol == "warheads")
            return "warheads";
        if (quantity.Unit.Symbol == "persons")
            return "people";
        if (quantity.Noun is { } noun)
            return noun.Split(' ')[^1];
        for (var i = quantity.EndToken; i < Math.Min(quantity.EndToken + 4, analysis.Tokens.Count); i++)
            if (
                (
                    analysis.Word(i)
                    is "times"
                        or "meetings"
                        or "warheads"
                        or "members"
                        or "states"
                        or "countries"
                        or "votes"
                        or "vetoes"
                        or "resolutions"
                        or "nations"
                        or "encounters"
                        or "summits"
                )
            )
                return analysis.Word(i);
        // "the 27-member bloc", "a 30-nation alliance"
        if (
            analysis.Is(quantity.EndToken, "-")
            && (analysis.Word(quantity.EndToken + 1) is "member" or "nation" or "state" or "country" or "strong")
        )
            return "member";
        return "";
    }

    private ClaimDraft? Meetings(QuantityMention quantity, string noun)
    {
        var persons = analysis.Actors.Where(a => a.Actor.Kind == ActorKind.Person).Select(a => a.Actor.Code).Distinct().ToList();
        var meets = Enumerable.Range(0, analysis.Tokens.Count).Any(k => Meets(k) || analysis.Is(k, "encounters", "summits", "talks"));
        // "had met twice before, in Bali and …": up to another day than that of either.
        if (
            !meets
            || analysis.Is(quantity.EndToken, "before")
            || (
                noun is "times" or "occasions"
                && !Enumerable.Range(Math.Max(0, quantity.FirstToken - 12), Math.Min(12, quantity.FirstToken)).Any(Meets)
            )
        )
            return null;
        IReadOnlyList<Inference> inferred = [];
        if (persons.Count < 2)
        {
            var holders = Holders(quantity);
            persons = holders.Count == 2 ? holders : discourse.Persons(2);
            if (persons.Count < 2)
                return null;
            inferred =
            [
                new Inference(
                    "parties",
                    string.Join(", ", persons),
                    holders.Count == 2 ? "who held the offices then" : "the two leaders spoken of"
                ),
            ];
        }
        var since = analysis.Times.FirstOrDefault(t => t.Role == TimeRole.Since && t.Period is not null);
        var until = discourse.Published;
        Period? period = null;
        if (since is not null)
        {
            analysis.UsedTimes.Add(since);
            if (until is { } day)
                period = Period.OfRange(
                    since.Period!.Kind == PeriodKind.Range ? Period.OfYear(since.Period.Start.Year) : since.Period!,
                    Period.OfMonth(day.Year, day.Month)
                );
        }
        else if (PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, null, discourse) is { Period: { } said })
        {
            // "By June 2022 … had met": the count runs up to that time.
            var runs =
                Enumerable
                    .Range(0, quantity.FirstToken)
                    .Any(k => analysis.Is(k, "had", "have") && (Meets(k + 1) || analysis.Is(k + 1, "now", "already", "held")))
                && said.Kind is not (PeriodKind.Range or PeriodKind.Year);
            period = runs ? Period.OfRange(Period.OfYear(Math.Max(StartOf(persons[0]), StartOf(persons[1]))), said) : said;
        }
        else if (until is { } day)
        {
            // "have met 40 times": up to the day of writing, from when both held office.
            period = Period.OfRange(Period.OfYear(Math.Max(StartOf(persons[0]), StartOf(persons[1]))), Period.OfMonth(day.Year, day.Month));
            inferred =
            [
                .. inferred,
                new Inference("period", period.Text, "from the later of the two taking office to the time of writing"),
            ];
        }
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = Math.Min(quantity.EndToken + 1, analysis.Tokens.Count),
            Kind = ClaimKind.Count,
            Assertion =
                $"count(meetings(\"{persons[0]}\", \"{persons[1]}\"){(period is null ? "" : ", " + period.Text)}){AssertionText.Tail(quantity, 1, "count")}",
            Period = period,
            Inferred = inferred,
            Reason = period is null ? "no-period" : null,
        }.WithQuantity(quantity, unit: Units.Count.Symbol);
    }

    private int StartOf(string person) =>
        catalogue.Actors.TryGetValue(person, out var actor)
            ? FirstYear(actor, leading: true) ?? FirstYear(actor, leading: false) ?? 1990
            : 1990;

    // Leaders meet as leaders: an earlier office of lesser rank does not count.
    private static int? FirstYear(Actor actor, bool leading)
    {
        int? year = null;
        foreach (var office in actor.Offices)
            if (
                office.From is { } from
                && (!leading || office.Office is "president" or "prime_minister" or "chancellor" or "monarch" or "supreme_leader")
                && (year is null || from.Year < year)
            )
                year = from.Year;
        return year;
    }

    private bool DeployedNear(QuantityMention quantity) =>
        Enumerable.Range(Math.Max(0, quantity.FirstToken - 2), 8).Any(k => analysis.Is(k, "deployed", "operational"));

    private ClaimDraft? Stock(QuantityMention quantity, string measure, string? instead)
    {
        var nuclear = Enumerable
            .Range(Math.Max(0, quantity.FirstToken - 6), 12)
            .Any(k => analysis.Is(k, "nuclear", "atomic", "warheads", "nukes"));
        var owner =
            resolver.SubjectBefore(quantity.FirstToken)?.Party
            ?? PossessorNear(quantity)
            ?? resolver.AfterPreposition(quantity.EndToken, "in", "of", "by")?.Party
            ?? (AllTogether(quantity) ? "WLD" : null);
        // "two more warheads than", "several more" compare.
        if (
            !nuclear
            || owner is null
            || Changed(quantity)
            || Limit(quantity)
            || analysis.Is(quantity.EndToken, "more", "fewer")
            || analysis.Is(quantity.EndToken - 1, "more", "fewer")
        )
            return null;
        return Level(quantity, new MeasureRef(instead ?? measure, owner, null, null), "warheads");
    }

    /// <summary>"up from 410 a year before": the stock just spoken of, earlier.</summary>
    private ClaimDraft? Earlier(QuantityMention quantity, MeasureRef reference)
    {
        var definition = catalogue.Measures.ById[reference.Measure];
        if (definition.Dimension != Dimension.Count)
            return null;
        var time = analysis.Times.FirstOrDefault(t =>
            t.Period is not null && t.FirstToken >= quantity.EndToken && t.FirstToken <= quantity.EndToken + 2
        );
        var period = time is { Kind: TimeKind.Absolute }
            ? time.Period
            : discourse.PeriodOf(reference, analysis.Statement.Paragraph)?.PlusYears(-1);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = time?.EndToken ?? quantity.EndToken,
            Kind = ClaimKind.Level,
            Assertion = reference.Text(period?.Text) + AssertionText.Tail(quantity, 1, definition.Unit ?? "count"),
            Period = period,
            Reason = period is null ? "no-period" : null,
        }.WithQuantity(quantity, unit: definition.Unit ?? Units.Count.Symbol);
    }

    private bool Changed(QuantityMention quantity)
    {
        for (var k = quantity.FirstToken - 1; k >= Math.Max(0, quantity.FirstToken - 3); k--)
            if (
                analysis.Word(k)
                is "lost"
                    or "gained"
                    or "added"
                    or "adding"
                    or "adds"
                    or "loses"
                    or "losing"
                    or "by"
                    or "built"
                    or "dismantled"
                    or "retired"
            )
                return true;
        return false;
    }

    private string? PossessorNear(QuantityMention quantity) =>
        analysis.Actors.FindLast(a => a.End <= quantity.FirstToken && (a.Possessive || a.IsAdjective))?.Party;

    private ClaimDraft? Population(QuantityMention quantity)
    {
        // What a state lost or took in is a change of its people, not their number.
        if (Changed(quantity))
            return null;
        if (
            !Enumerable
                .Range(0, analysis.Tokens.Count)
                .Any(k => (analysis.Word(k) is "population" or "inhabitants" or "citizens" or "home" or "populous" or "living"))
            || quantity.Number.Value < 100_000
        )
            return null;
        var owner =
            (
                analysis.Is(quantity.EndToken, "in", "people", "living", "persons")
                    ? resolver.AfterPreposition(quantity.EndToken, "in")?.Party
                    : null
            )
            ?? resolver.SubjectBefore(quantity.FirstToken)?.Party
            ?? PossessorNear(quantity);
        return owner is null ? null : Level(quantity, new MeasureRef("population", owner, null, null), "persons");
    }

    private ClaimDraft Level(QuantityMention quantity, MeasureRef reference, string unit)
    {
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse, stock: true);
        discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = Math.Min(quantity.EndToken + 1, analysis.Tokens.Count),
            Kind = ClaimKind.Level,
            Assertion = reference.Text(chosen.Period?.Text) + AssertionText.Tail(quantity, 1, unit),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity, unit: unit);
    }

    /// <summary>"It was their 43rd meeting", "his tenth meeting with Xi": so many up to the day.</summary>
    public ClaimDraft? Ordinal(QuantityMention quantity)
    {
        if (quantity.Number.Value < 2 || discourse.Published is not { } day)
            return null;
        var noun = -1;
        for (var k = quantity.EndToken - 1; k <= quantity.EndToken + 2 && noun < 0; k++)
            if (analysis.Is(k, "meeting", "encounter") || (analysis.Is(k, "summit") && analysis.Is(quantity.FirstToken - 1, "their")))
                noun = k;
        if (
            noun < 0
            || !(
                (analysis.Word(quantity.FirstToken - 1) is "their" or "his" or "her" or "the" or "'s" or "’")
                || analysis.ActorEndingAt(quantity.FirstToken) is not null
            )
        )
            return null;
        var persons = analysis.Actors.Where(a => a.Actor.Kind == ActorKind.Person).Select(a => a.Actor.Code).Distinct().ToList();
        var named = persons.Count == 2;
        if (!named)
            persons = discourse.Persons(2);
        if (persons.Count != 2)
            return null;
        var period = Period.OfRange(Period.OfYear(Math.Max(StartOf(persons[0]), StartOf(persons[1]))), Period.OfMonth(day.Year, day.Month));
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = noun + 1,
            Kind = ClaimKind.Count,
            Assertion = FormattableString.Invariant(
                $"count(meetings(\"{persons[0]}\", \"{persons[1]}\"), {period.Text}) = {quantity.Number.Value}"
            ),
            Period = period,
            Inferred =
            [
                new Inference("period", period.Text, "from the later of the two taking office to the time of writing"),
                .. named ? Array.Empty<Inference>() : [new Inference("parties", string.Join(", ", persons), "the two leaders spoken of")],
            ],
        }.WithQuantity(quantity, unit: Units.Count.Symbol);
    }

    private ClaimDraft? Vetoes(QuantityMention quantity)
    {
        var vetoes = Enumerable.Range(0, analysis.Tokens.Count).Any(k => analysis.Is(k, "veto", "vetoes", "vetoed"));
        var state = resolver.SubjectBefore(quantity.FirstToken)?.Party;
        if (!vetoes || state is null)
            return null;
        var since = analysis.Times.FirstOrDefault(t => t.Role == TimeRole.Since && t.Period is not null);
        var period =
            since?.Period is { } from && discourse.Published is { } day
                ? Period.OfRange(from.Kind == PeriodKind.Range ? Period.OfYear(from.Start.Year) : from, Period.OfMonth(day.Year, day.Month))
                : PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, null, discourse).Period;
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken + 1,
            Kind = ClaimKind.Count,
            Assertion = $"count(vetoes({state}){(period is null ? "" : ", " + period.Text)}){AssertionText.Tail(quantity, 1, "count")}",
            Period = period,
            Reason = period is null ? "no-period" : null,
        }.WithQuantity(quantity, unit: Units.Count.Symbol);
    }
}
