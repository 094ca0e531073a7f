using System.Globalization;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;

namespace Entente.Claims.Extraction.Rankings;

/// <content>Places that are lost, shared, told behind what they are among, or taken by those who follow.</content>
internal sealed partial class RankFrame
{
    /// <summary>Who is ranked among whom by what, without the rank.</summary>
    private sealed record Place(string Subject, string Among, string By)
    {
        /// <summary>Whose partners the set is of.</summary>
        public string? Owner { get; init; }

        public string? Item { get; init; }

        public bool Lowest { get; init; }

        public Period? Period { get; init; }

        public string Text(int rank, string relation = "=") =>
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"rank({Subject}, among: {Among}, by: {By}{(Item is null ? "" : ", item: " + Item)}{(Lowest ? ", order: lowest" : "")}{(Period is null ? "" : ", " + Period.Text)}) {relation} {rank}"
            );
    }

    private static string SetOf(Noun noun, string? owner) =>
        noun.Set switch
        {
            "partners" => $"partners({owner})",
            "suppliers" or "buyers" => noun.Item is null ? $"{noun.Set}({owner})" : $"{noun.Set}({owner}, {noun.Item})",
            _ => "states",
        };

    /// <summary>What the last rank was built of; null where it could not be written.</summary>
    private Place? built;

    /// <summary>"lost its place as the biggest supplier", "used to be our largest partner", "no longer": a rank that is denied.</summary>
    private bool IsLost(int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 8); i--)
        {
            if (analysis.StrongBreak(i, i + 1) || analysis.Is(i, ",", "."))
                return false;
            if (
                (
                    analysis.Word(i)
                    is "lost"
                        or "losing"
                        or "loses"
                        or "ceased"
                        or "not"
                        or "n't"
                        or "never"
                        or "former"
                        or "formerly"
                        or "longer"
                ) || (analysis.Is(i, "used") && analysis.Is(i + 1, "to"))
            )
                return true;
        }
        return false;
    }

    // "the largest supplier of crude in Africa": the place stands behind the goods.
    private int AfterGoods(int at)
    {
        if (!analysis.Is(at, "of", "for"))
            return at;
        foreach (var item in analysis.Items)
            if (item.First > at && item.First <= at + 2)
                return item.End;
        return at;
    }

    /// <summary>The one that a rank between commas explains: "to the United States, its second-biggest market, …".</summary>
    private string? Apposed(int first)
    {
        var i = first;
        if (analysis.Is(i - 1, "its", "their", "the", "his"))
            i--;
        else if (analysis.Is(i - 1, "'s") && analysis.ActorEndingAt(i - 1) is { } owner)
            i = owner.First;
        else if (analysis.ActorEndingAt(i) is { } whose && (whose.IsAdjective || whose.Possessive))
            i = whose.First;
        return analysis.Is(i - 1, ",") && analysis.ActorEndingAt(i - 1) is { IsAdjective: false, Possessive: false } beside
            ? beside.Party
            : null;
    }

    /// <summary>"the second-largest buyer of Chilean goods in 2022 was": past the goods and the time, to the copula.</summary>
    private int PastQualifiers(int at)
    {
        for (var i = at; i < Math.Min(at + 12, analysis.Tokens.Count); i++)
        {
            // ", ahead of the United States,": an aside between the two commas.
            if (analysis.Tokens[i].Text is "," && analysis.Word(i + 1) is "ahead" or "after" or "behind" or "followed" or "before")
            {
                var close = i + 2;
                while (close < analysis.Tokens.Count && analysis.Tokens[close].Text is not ",")
                    close++;
                if (close - i > 8)
                    return at;
                i = close;
                continue;
            }
            if (analysis.Word(i) is "is" or "was" or "remained" or "became" or "remains")
                return i;
            if (analysis.Tokens[i].Text is "," or ";" or "(" or "." || analysis.Word(i) is "and" or "that" or "which" or "who")
                return at;
        }
        return at;
    }

    /// <summary>"Japan's defence budget was the tenth-largest in the world": the measure stands before the copula, with its owner.</summary>
    private Noun? OfMeasure(Start start)
    {
        // "India's economy was the fifth biggest, just ahead of Britain's": nothing but an aside may follow where the world is not said.
        var bare =
            start.End >= analysis.Tokens.Count
            || analysis.Word(start.End) is "." or "," or ";" or ")"
            || analysis.Word(start.End) is "after" or "behind" or "ahead";
        if (
            bare
            && (start.Rank == 1 || analysis.Word(start.First - 1) is not "the" || !Lexicon.Copulas.Contains(analysis.Word(start.First - 2)))
        )
            return null;
        if (
            !bare
            && !(
                analysis.Word(start.End) is "in" or "of" && analysis.Word(start.End + 1) is "the" && analysis.Word(start.End + 2) is "world"
            )
            && analysis.Word(start.End) is not ("worldwide" or "globally")
        )
            return null;
        foreach (var span in analysis.Measures)
            if (
                span
                    is {
                        IsVerb: false,
                        Measure: "military_expenditure" or "military_expenditure_gdp_share" or "gdp" or "population" or "nuclear_warheads"
                    }
                && span.End <= start.First
                && !analysis.StrongBreak(span.End, start.First)
                && HasCopulaBefore(start.First)
                && HolderOf(span) is { } holder
            )
                return new(start.End, "states", span.Measure, null, null) { Holder = holder };
        return null;
    }

    private string? Made(int first)
    {
        var i = first;
        if (analysis.Word(i - 1) is "its" or "their" or "the")
            i--;
        // "military spending in the United Kingdom rose …, making it the sixth biggest spender"
        if (analysis.Is(i - 1, "it") && analysis.Word(i - 2) is "making" or "made" or "makes")
        {
            foreach (var span in analysis.Measures)
                if (span.End < i && !span.IsVerb && resolver.Resolve(span) is { First: { } whose, Second: null })
                    return whose;
            return resolver.TopicOfSentence(i - 2);
        }
        if (i == first && analysis.ActorEndingAt(i) is { } owner && (owner.Possessive || owner.IsAdjective))
            i = owner.First;
        if (analysis.ActorEndingAt(i) is not { IsAdjective: false, Possessive: false, Party: { } made } actor)
            return null;
        var before = analysis.Word(actor.First - 1) is "the" ? actor.First - 2 : actor.First - 1;
        return analysis.Word(before) is "making" or "made" or "makes" ? made : null;
    }

    // "Morocco's trade with Spain …, making Spain its main partner": whose the sentence's measure is.
    private string? OwnerBefore(int at, string? subject)
    {
        foreach (var actor in analysis.Actors)
            if (actor.End <= at && actor is { Possessive: true, Party: { } party } && party != subject)
                return party;
        return null;
    }

    /// <summary>"the largest supplier but one", "the top buyer of coal bar one": one place further down.</summary>
    private bool ButOne(int end)
    {
        for (var i = end; i < Math.Min(end + 4, analysis.Tokens.Count); i++)
            if (analysis.Word(i) is "but" or "bar" && analysis.Word(i + 1) is "one")
                return true;
        return false;
    }

    private Period? SinceWhen(int end)
    {
        foreach (var time in analysis.Times)
            if (
                time is { Role: Reading.Text.TimeRole.Since, Period: { Kind: PeriodKind.Year } since }
                && (time.FirstToken >= end && time.FirstToken <= end + 4 || time.FirstToken <= 1)
            )
                return since;
        return null;
    }

    private bool IsPlural(int at) =>
        (
            analysis.Word(at)
            is "suppliers"
                or "buyers"
                or "customers"
                or "importers"
                or "exporters"
                or "sellers"
                or "partners"
                or "economies"
                or "powers"
                or "sources"
                or "markets"
                or "destinations"
                or "providers"
        );

    private int? DigitOrdinal(int i)
    {
        var word = analysis.Word(i);
        if (
            analysis.Is(i + 1, "st", "nd", "rd", "th")
            && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
        )
            return digits is > 0 and < 300 ? digits : null;
        return
            word.Length > 2
            && char.IsAsciiDigit(word[0])
            && word.AsSpan(word.Length - 2) is "st" or "nd" or "rd" or "th"
            && int.TryParse(word.AsSpan(0, word.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            && rank is > 0 and < 300
            ? rank
            : null;
    }

    /// <summary>"Among Vietnam's trading partners, China ranked first": what stands at the head.</summary>
    private Noun? NounBefore(int place)
    {
        if (analysis.Is(place + 1, "among", "in", "of") && !analysis.Is(place + 2, "19", "20"))
            for (var k = place + 2; k < Math.Min(place + 7, analysis.Tokens.Count); k++)
                if (IsPlural(k))
                    return null;
        // "In terms of trade with Russia, Turkey ranked third"
        foreach (var span in analysis.Measures)
            if (
                span is { IsVerb: false, Measure: "trade" or "exports" or "imports" }
                && span.First <= 5
                && span.End < place
                && analysis.Is(span.First - 1, "of", "in", "by")
                && analysis.Is(span.End, "with", "to", "from")
                && analysis.ActorStartingAt(analysis.Is(span.End + 1, "the") ? span.End + 2 : span.End + 1)
                    is { IsAdjective: false, Possessive: false, Party: { } with } other
                && analysis.Is(other.End, ",")
            )
                return span.Measure switch
                {
                    "trade" => new(other.End, "partners", "trade", null, with),
                    "exports" => new(other.End, "suppliers", "imports", resolver.ItemOf(span), with),
                    _ => new(other.End, "buyers", "exports", resolver.ItemOf(span), with),
                };
        // What is ranked must stand before whoever holds the place.
        for (var i = place - 2; i >= 0; i--)
        {
            if (!analysis.Is(i, "among", "of"))
                continue;
            var from = analysis.Is(i + 1, "the") ? i + 2 : i + 1;
            var noun = ReadNoun(from, from);
            return noun is not null && noun.End < place && IsPlural(noun.End - 1) ? noun : null;
        }
        return null;
    }

    /// <summary>"…; in 2021–22 it had been 25th", "up from 11th in 2021": the place held at another time that is named.</summary>
    private ClaimDraft? Earlier(int from, ClaimDraft later)
    {
        if (built is not { Period: { } period } place || later.Relation != "=")
            return null;
        for (var i = from; i < analysis.Tokens.Count; i++)
        {
            if (
                (DigitOrdinal(i) ?? Ordinal(analysis.Word(i))) is not { } rank
                || !(analysis.Word(i - 1) is "from" or "been" or "was" or "ranked" or "came")
            )
                continue;
            if (Superlative(i + 1) is not null || Superlative(i + 2) is not null)
                return null;
            // Whose fiscal year it is: the owner's of the set.
            var reference = new MeasureRef("trade", place.Subject, place.Owner, null);
            foreach (var time in analysis.Times)
            {
                if (
                    time.Period is null
                    || !(time.FirstToken >= i && time.FirstToken <= i + 2) && !(time.EndToken <= i && time.EndToken >= i - 4)
                )
                    continue;
                var then = FiscalYears.Read(analysis, time, reference);
                if (then.Equals(period))
                    return null;
                foreach (var quantity in analysis.Quantities)
                    if (quantity.FirstToken <= i && i < quantity.EndToken)
                        analysis.Used.Add(quantity);
                return later with
                {
                    First = i,
                    End = i + 1,
                    Assertion = (place with { Period = then }).Text(rank),
                    Period = then,
                    Value = rank,
                    Low = rank,
                    High = rank,
                };
            }
            return null;
        }
        return null;
    }

    /// <summary>"…, followed by Japan and India": those who come next, in the order they are named.</summary>
    private IEnumerable<ClaimDraft> Following(Start start, Noun noun, ClaimDraft first)
    {
        if (start.Within || start.Lowest || built is not { } place || noun.Set is "states" && noun.Item is not null)
            yield break;
        var at = -1;
        for (var i = noun.End; i < Math.Min(noun.End + 12, analysis.Tokens.Count) && at < 0; i++)
            if (analysis.Is(i, "followed") && analysis.Is(i + 1, "by"))
                at = i + 2;
        if (at < 0)
        {
            foreach (var placed in Placed(noun, first, place))
                yield return placed;
            yield break;
        }
        var rank = start.Rank;
        foreach (var actor in analysis.Actors)
        {
            if (actor.First < at || actor.IsAdjective || actor.Possessive || actor.Party is not { } party)
                continue;
            // Only a list of names goes on; a figure in brackets may stand between.
            if (actor.First - at > 12 || analysis.StrongBreak(at, actor.First))
                yield break;
            rank++;
            yield return first with
            {
                First = actor.First,
                End = actor.End,
                Assertion = (place with { Subject = party }).Text(rank),
                Value = rank,
                Low = rank,
                High = rank,
                Unit = Units.Rank.Symbol,
            };
            at = actor.End;
            if (rank - start.Rank >= 4)
                yield break;
        }
    }

    /// <summary>"…, with India second and Spain third": names with the place each holds.</summary>
    private IEnumerable<ClaimDraft> Placed(Noun noun, ClaimDraft first, Place place)
    {
        foreach (var actor in analysis.Actors)
        {
            if (
                actor.First < noun.End
                || actor.IsAdjective
                || actor.Possessive
                || actor.Party is not { } party
                || OrdinalBehind(actor.End) is not { } at
                || Ordinal(analysis.Word(at)) is not { } rank
                || analysis.Tokens[Math.Min(at + 1, analysis.Tokens.Count - 1)].Kind == Reading.Text.TokenKind.Word
                    && !analysis.Is(at + 1, "and", "with", "in", "place", "spot", "position")
            )
                continue;
            foreach (var quantity in analysis.Quantities)
                if (quantity.FirstToken == at)
                    analysis.Used.Add(quantity);
            yield return first with
            {
                First = actor.First,
                End = at + 1,
                Assertion = (place with { Subject = party }).Text(rank),
                Value = rank,
                Low = rank,
                High = rank,
                Unit = Units.Rank.Symbol,
            };
        }
    }
}
