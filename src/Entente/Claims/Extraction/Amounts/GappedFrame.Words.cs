using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>The words that may and may not stand between a figure and the one that leans on it.</content>
internal sealed partial class GappedFrame
{
    private string? Sign(int at)
    {
        if (Word(at) is "trailing" or "behind")
            return "<";
        if (
            Word(at)
            is "exceeded"
                or "surpassed"
                or "topped"
                or "outstripped"
                or "dwarfed"
                or "exceeds"
                or "exceed"
                or "dwarfs"
                or "surpasses"
        )
            return ">";
        if (
            Word(at) is "surpassing" or "exceeding" or "topping" or "above" or "overtaking"
            || (Word(at) is "of" && Word(at - 1) is "ahead")
        )
            return ">";
        return Word(at) is "than"
            ? Word(at - 1) switch
            {
                "more" or "higher" or "larger" or "bigger" or "greater" => ">",
                "less" or "fewer" or "lower" or "smaller" => "<",
                _ => null,
            }
            : null;
    }

    private static bool IsMove(string word) =>
        word
            is "to"
                or "reached"
                or "rose"
                or "fell"
                or "grew"
                or "amounted"
                or "totalled"
                or "totaled"
                or "hit"
                or "climbed"
                or "dropped"
                or "from"
                or "accounted"
                or "went"
                or "jumped"
                or "shrank"
                or "sank"
                or "increased";

    /// <summary>Words that may stand between a party and its figure without saying what the figure is.</summary>
    private bool IsLink(int i, Told told) =>
        Word(i) is "'s" or "’s" or "'" or "’" or "," or "at" or "with" or "only" or "just" or "still" or "had" or "has" or "have" or "was"
        || Word(i) is "were" or "is" or "stood" or "held" or "holds" or "some" or "(" or "a" or "its" or "mere" or "came" or "it" or "took"
        || Word(i) is "bought" or "sold" or "around" or "about" or ":" or "the" or "another" or "over" or "nearly" or "almost" or "did"
        || (Word(i) is "one" or "ones" && analysis.ActorEndingAt(i) is { IsAdjective: true })
        || (VerbAt(i) is { } verb && verb.Measure == told.Span?.Measure);

    // "climbing 16 percent to": how much it changed says nothing of what the level is of.
    private bool OfChange(int i)
    {
        foreach (var change in analysis.Changes)
            if (change.Token == i)
                return true;
        foreach (var quantity in analysis.Quantities)
            if (quantity.Kind is QuantityKind.Percent or QuantityKind.Fraction && quantity.FirstToken <= i && i < quantity.EndToken)
                return true;
        return Word(i) is "by" or "sharply" or "slightly";
    }

    /// <summary>"Israel is thought to own 90": where a phrase of supposed having that ends at a token begins; -1 where none does.</summary>
    private int Supposed(int end)
    {
        if (!(Word(end - 1) is "own" or "have" or "possess" or "hold" or "field" or "keep") || Word(end - 2) is not "to")
            return -1;
        var at = end - 3;
        if (!(Word(at) is "thought" or "believed" or "estimated" or "said" or "reckoned" or "reported" or "known"))
            return -1;
        return Word(at - 1) is "is" or "are" or "was" or "were" ? at - 1 : at;
    }

    private bool IsStandIn(ActorSpan actor) => actor.IsAdjective && Word(actor.End) is "one" or "ones";

    /// <summary>
    /// True where somebody else has been spoken of since the last figure whom the words leave unnamed ("…, and its neighbour to the east on
    /// $190 billion"): the next figure is theirs, and nobody's that is known.
    /// </summary>
    public bool Foreign(QuantityMention quantity, Told? told)
    {
        if (told is null || quantity.FirstToken < told.Quantity.EndToken)
            return false;
        var unnamed = false;
        for (var i = told.Quantity.EndToken; i < quantity.FirstToken; i++)
            if (analysis.ActorStartingAt(i) is not null)
                unnamed = false;
            else if (
                Word(i)
                    is "neighbour"
                        or "neighbor"
                        or "rival"
                        or "counterpart"
                        or "ally"
                        or "neighbours"
                        or "neighbors"
                        or "rivals"
                        or "allies"
                && Word(i - 1) is not "with" and not "from"
            )
                unnamed = !Related(i, quantity.FirstToken);
        return unnamed;
    }

    // "than its rival", "to its ally": a partner of what is told, not another who has a figure.
    private bool Related(int role, int to)
    {
        var at = role - 1;
        while (at > 0 && Word(at) is not ("its" or "the" or "their" or "a" or "an" or "'s"))
            at--;
        return Word(at - 1) is "to" or "from" or "with" || role + 8 < to;
    }

    private MeasureSpan? VerbAt(int i)
    {
        foreach (var m in analysis.Measures)
            if (m.IsVerb && m.First <= i && i < m.End)
                return m;
        return null;
    }

    /// <summary>True where only the first figure's own time, place and goods lie between two figures: no other clause, no other measure.</summary>
    private bool Coordinated(int from, int to, Told told)
    {
        var joined = false;
        for (var i = from; i < to; i++)
        {
            if (
                Word(i)
                is ","
                    or "and"
                    or ";"
                    or "against"
                    or "versus"
                    or "while"
                    or "whereas"
                    or "but"
                    or "than"
                    or "compared"
                    or "–"
                    or "—"
            )
                joined = true;
            foreach (var m in analysis.Measures)
                if (m.First == i && !Same(m.Measure, told) && m.Measure != told.Span?.Measure)
                    return false;
            if (Word(i) is "who" or "because" or "after" or "if" or "lost" or "invested")
                return false;
            // "the €50.6 billion that the EU spent on Russian imports" spells the first figure out; any other spending is another matter.
            if (Word(i) is "paid" or "spent" && Word(from) is not ("that" or "which"))
                return false;
        }
        return joined;
    }

    /// <summary>True where a measure's word of its own stands between the two figures or right after the second.</summary>
    private bool OwnMeasure(QuantityMention quantity, Told told)
    {
        foreach (var m in analysis.Measures)
        {
            if (
                m.First >= told.Quantity.EndToken
                && m.End <= quantity.FirstToken
                && !(m.IsVerb && m.Measure == told.Span?.Measure)
                && !(
                    m.First <= told.Quantity.EndToken + (Word(told.Quantity.EndToken) is "that" or "which" ? 8 : 4)
                    && (Same(m.Measure, told) || m.Measure == "population" && told.Reference.Measure == "population")
                )
            )
                return true;
            if (m.First >= quantity.EndToken && m.First <= quantity.EndToken + 4 && !m.IsVerb && Adjoins(quantity.EndToken, m.First))
                return true;
        }
        return false;
    }

    // "$1.1 trillion of Treasuries", "138 billion euros in aid": the first figure's own measure said after it.
    private static bool Same(string measure, Told told) =>
        measure == told.Reference.Measure
        || (measure.StartsWith("aid_", StringComparison.Ordinal) && told.Reference.Measure.StartsWith("aid_", StringComparison.Ordinal));

    private bool Adjoins(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (Word(i) is "," or ";" or "." or "and" or "(" or ")" || analysis.Tokens[i].Kind is TokenKind.Number or TokenKind.Currency)
                return false;
        return true;
    }

    private bool NounFollows(QuantityMention quantity) =>
        MeasureStarts(quantity.EndToken) || MeasureStarts(quantity.EndToken + 1) || MeasureStarts(quantity.EndToken + 2);

    private bool MeasureStarts(int i)
    {
        foreach (var m in analysis.Measures)
            if (m.First == i)
                return true;
        return false;
    }

    private static bool Alike(QuantityMention one, Told told) => Alike(one, told.Quantity, told.Reference.Measure);

    private static bool Alike(QuantityMention one, QuantityMention other, string measure) =>
        (one.Unit.Dimension == other.Unit.Dimension || one.Kind == QuantityKind.Count)
        && (
            one.Kind is QuantityKind.Money or QuantityKind.Physical or QuantityKind.Price
            || (
                one.Kind == QuantityKind.Count
                && (one.Number.Value >= 100 || measure.StartsWith("nuclear_", StringComparison.Ordinal) && one.Noun is null)
            )
        )
        && one.Kind == other.Kind;

    private int PastNoun(QuantityMention quantity) =>
        Word(quantity.EndToken) is "people" or "inhabitants" or "residents" or "citizens" or "living"
            ? quantity.EndToken + 1
            : quantity.EndToken;

    private int BeforeArticle(int first) => Word(first - 1) is "the" ? first - 1 : first;

    private bool InTime(int i)
    {
        foreach (var time in analysis.Times)
            if (time.FirstToken <= i && i < time.EndToken)
                return true;
        return false;
    }

    private TimeMention? TimeAfter(int end)
    {
        foreach (var time in analysis.Times)
            if (
                time.Period is not null
                && time.Kind is TimeKind.Absolute or TimeKind.Relative or TimeKind.Anaphoric
                && time.FirstToken >= end
                && time.FirstToken <= end + 2
                && Word(end) is not ("," or "and" or ";" or ".")
            )
                return time;
        return null;
    }

    private string Word(int i) => analysis.Word(i);
}
