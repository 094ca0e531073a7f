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
        || (VerbAt(i) is { } verb && verb.Measure == told.Span?.Measure);

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

    private static bool Alike(QuantityMention one, QuantityMention other) =>
        (one.Unit.Dimension == other.Unit.Dimension || one.Kind == QuantityKind.Count)
        && (
            one.Kind is QuantityKind.Money or QuantityKind.Physical or QuantityKind.Price
            || (one.Kind == QuantityKind.Count && one.Number.Value >= 100)
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
