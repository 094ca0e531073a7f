using Entente.Actors;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>
/// How many live in a state: "Ukraine's population fell to 37.7 million", "a country of 124.5 million people", "home to 1.4 billion",
/// "1.44 billion people living in India". People who fled, died, voted or belong to a part of a population are not counted as one.
/// </summary>
internal sealed class PopulationFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    private const double Least = 5_000;

    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (quantity.Kind != QuantityKind.Count || quantity.Number.Value < Least || quantity.Number.LastDigit < 1)
            return null;
        if (Word(quantity.FirstToken - 1) is "by" || Word(quantity.EndToken) is "more" or "fewer" or "migrants" or "refugees" or "troops")
            return null;
        if (ByNoun(quantity) is { } named)
            return Level(quantity, named);
        return (Persons(quantity) || (quantity.Noun is null && quantity.Number.Value >= 1e6)) && Living(quantity) is { } owner
            ? Level(quantity, owner)
            : null;
    }

    /// <summary>True for people of whom nothing says that they are a state's population.</summary>
    public bool Blocks(QuantityMention quantity) =>
        quantity.Kind == QuantityKind.Count
        && Persons(quantity)
        && Word(quantity.FirstToken - 1) is not "by"
        && Word(quantity.EndToken) is not ("more" or "fewer");

    /// <summary>"the population of X was", "X's population fell from A to B", "a population of A".</summary>
    private string? ByNoun(QuantityMention quantity)
    {
        foreach (var span in analysis.Measures)
        {
            if (span.Measure != "population" || Word(span.End - 1) is not ("population" or "populations"))
                continue;
            if (span.End > quantity.FirstToken || analysis.StrongBreak(span.End, quantity.FirstToken) || Qualified(span))
                continue;
            if (quantity.Noun is not null && !Persons(quantity))
                continue;
            for (var i = span.End; i < quantity.FirstToken; i++)
                if (
                    Word(i) is "," && !Resumes(i, quantity.FirstToken)
                    || Word(i) is "and" or "who" or "lost" or "gained" or "born" or "while"
                )
                    return null;
            // "the population of X", "X's population", "the Polish population"; "X has a population of".
            // "Germany (population: 84 million)"
            if (Word(span.First - 1) is "(" && analysis.ActorEndingAt(span.First - 1) is { } named)
                return Whole(named);
            if (Word(span.End) is "of" or "in" && ActorAt(span.End + 1) is { } of)
                return Whole(of);
            // "Bangladesh, whose population stood at 171 million"
            if (
                Word(span.First - 1) is "whose"
                && Word(span.First - 2) is ","
                && analysis.ActorEndingAt(span.First - 2) is { IsAdjective: false } relative
            )
                return Whole(relative);
            if (resolver.Possessor(span.First) is { } owner)
                return Whole(owner);
            return Word(span.First - 1) is "its" or "a" or "total" or "whole" or "the" or "estimated"
                ? (resolver.SubjectBefore(span.First) ?? Ahead(span.First, quantity)) is { } subject
                    ? Whole(subject)
                    : null
                : null;
        }
        return null;
    }

    // "Ukraine's population, 44 million in 2021," — a comma right before the figure sets it beside its noun.
    private static bool Resumes(int comma, int quantity) => comma >= quantity - 2;

    private bool Qualified(MeasureSpan span)
    {
        var before = Word(span.First - 1);
        // "the working-age population", "the Muslim population of India", "the Russian population of Latvia": a part.
        if (analysis.ActorEndingAt(span.First) is { IsAdjective: true })
            return Word(span.End) is "of" or "in";
        return !(
            before
                is ""
                    or "the"
                    or "a"
                    or "'s"
                    or "’s"
                    or "’"
                    or "'"
                    or "its"
                    or "total"
                    or "whole"
                    or "entire"
                    or "national"
                    or "of"
                    or "in"
            || before
                is "("
                    or "resident"
                    or "current"
                    or "estimated"
                    or "shrinking"
                    or "growing"
                    or "ageing"
                    or "aging"
                    or "large"
                    or "small"
            || before is "declining" or "their" or "and" or "overall" or "combined" or "with" or "whose"
        );
    }

    private bool Persons(QuantityMention quantity) =>
        quantity.Unit.Symbol == "persons"
        || quantity.Noun is "people" or "inhabitants" or "residents" or "citizens"
        || Word(quantity.EndToken) is "people" or "inhabitants" or "residents" or "citizens";

    private string? Living(QuantityMention quantity)
    {
        var end = Word(quantity.EndToken) is "people" or "inhabitants" or "residents" or "citizens"
            ? quantity.EndToken + 1
            : quantity.EndToken;
        var first = quantity.FirstToken;
        // "1.44 billion people living in India", "80 million people live in Turkey"
        if (Word(end) is "living" or "live" or "lived" or "reside" && Word(end + 1) is "in" && ActorAt(end + 2) is { } there)
            return Ends(there.End) ? Whole(there) : null;
        // "a country of 124.5 million people", "a nation of 5 million"
        if (
            Word(first - 1) is "of" or "with"
            && Word(first - 2) is "country" or "nation" or "state" or "republic" or "kingdom" or "neighbour" or "neighbor"
            && Apposed(first - 2) is { } apposed
        )
            return Whole(apposed);
        // "is home to 1.4 billion people"
        if (Word(first - 1) is "to" && Word(first - 2) is "home" && resolver.SubjectBefore(first - 2) is { } host)
            return Whole(host);
        // "is home to 224 million people, Ethiopia to 127 million"
        if (
            Word(first - 1) is "to"
            && analysis.ActorEndingAt(first - 1) is { IsAdjective: false, Possessive: false } next
            && Word(next.First - 1) is "," or "and" or ";"
            && HomeBefore(next.First)
        )
            return Whole(next);
        // "has 84 million inhabitants", "Germany's 84 million inhabitants", "with its 38 million people"
        if (
            Word(first - 1) is "has" or "had" or "have" or "counts" or "counted"
            && (Word(end - 1) is "inhabitants" or "residents" || (Word(end - 1) is "people" && Ends(end)))
            && resolver.SubjectBefore(first - 1) is { } holder
        )
            return Whole(holder);
        if (Word(first - 1) is "with" && first == 1 && Ahead(first, quantity) is { } following)
            return Whole(following);
        if (Word(first - 1) is "'s" or "’s" && analysis.ActorEndingAt(first - 1) is { } owner && Ends(end))
            return Whole(owner);
        return null;
    }

    private bool HomeBefore(int to)
    {
        for (var i = 0; i + 1 < to; i++)
            if (Word(i) is "home" && Word(i + 1) is "to")
                return true;
        return false;
    }

    // After a name a figure of inhabitants is the state's only if nothing narrows it ("in India's cities", "in Germany without a passport").
    private bool Ends(int at)
    {
        if (
            at >= analysis.Tokens.Count
            || Word(at) is "," or "." or ";" or ")" or "and" or "but" or "while" or "—" or "–" or "at" or "against"
        )
            return true;
        if (Word(at) is "compared" or "than" or "today" or "now" or "are" or "were" or "have")
            return Word(at) is not ("are" or "were" or "have");
        foreach (var time in analysis.Times)
            if (time.FirstToken == at || time.FirstToken == at + 1)
                return true;
        return false;
    }

    private ActorSpan? Apposed(int noun)
    {
        var i = noun - 1;
        while (i >= 0 && Word(i) is not ("," or "—" or "–" or "is" or "was" or "as" or "remains"))
        {
            if (noun - i > 5)
                return null;
            i--;
        }
        return analysis.ActorEndingAt(i);
    }

    /// <summary>"With a population of 335 million, America …": who is meant comes after the comma.</summary>
    private ActorSpan? Ahead(int first, QuantityMention quantity)
    {
        if (Word(0) is not "with" || first > 4)
            return null;
        for (var i = quantity.EndToken; i < Math.Min(analysis.Tokens.Count, quantity.EndToken + 5); i++)
            if (Word(i) is ",")
                return ActorAt(i + 1) is { IsAdjective: false, Possessive: false } actor ? actor : null;
        return null;
    }

    private ActorSpan? ActorAt(int at) => analysis.ActorStartingAt(Word(at) is "the" ? at + 1 : at);

    // A capital may be a city of so many, and a group of states has no population of its own in the record.
    private static string? Whole(ActorSpan actor) =>
        actor.Kind != AliasKind.Metonym && actor.Actor.Kind == ActorKind.State ? actor.Party : null;

    private ClaimDraft Level(QuantityMention quantity, string owner)
    {
        var reference = new MeasureRef("population", owner, null, null);
        var chosen = Own(quantity) is { } own
            ? new ChosenPeriod(own.Period, own, null)
            : PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse, stock: true);
        discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken,
            Kind = ClaimKind.Level,
            Assertion = reference.Text(chosen.Period?.Text) + AssertionText.Tail(quantity, 1, "persons"),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity, unit: "persons");
    }

    private TimeMention? Own(QuantityMention quantity)
    {
        foreach (var time in analysis.Times)
            if (
                time is { Period: not null, Kind: TimeKind.Absolute }
                && time.FirstToken >= quantity.EndToken
                && time.FirstToken <= quantity.EndToken + 2
                && Word(quantity.EndToken) is not (",")
            )
                return time;
        return null;
    }

    private string Word(int i) => analysis.Word(i);
}
