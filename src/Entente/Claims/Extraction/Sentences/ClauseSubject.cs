using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Sentences;

/// <summary>
/// Of what a verb of change is said: "imports from Turkey … rose", "rubber goods, which rose", "metals rose". A noun of its own right before
/// the verb, which names neither a measure nor an actor, takes the figure away from the measure spoken of before.
/// </summary>
internal static class ClauseSubject
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Neutral = Lexicon.Set(
        """
        figure figures total totals value values volume volumes number numbers amount amounts sum sums turnover rate share shares growth level
        levels gap flow flows bill sales shipments deliveries purchases supplies commerce business dealings goods products merchandise exchange
        exchanges trade exports imports deficit surplus balance it they that those this these which both each latter former rest two sides
        countries country nations nation year years month months quarter quarters period half spending expenditure economy output gdp budget
        population prices price bloc one ones data statistics who there here then terms average result decline fall drop rise increase growth
        kingdom partner neighbour neighbor rival ally decade index holdings reserves aid assistance warheads stockpile arsenal
        """
    );

    /// <summary>The goods that the subject right before the verb names; null with <paramref name="foreign"/> true where it names something unknown.</summary>
    public static string? Of(SentenceAnalysis analysis, int verb, out bool foreign)
    {
        foreign = false;
        var i = verb - 1;
        while (i >= 0 && (Lexicon.Auxiliaries.Contains(analysis.Word(i)) || IsAdverb(analysis.Word(i))))
            i--;
        var relative = analysis.Is(i, "which", "that") && analysis.Is(i - 1, ",");
        if (relative)
            i -= 2;
        for (var steps = 0; steps < 12 && i > 0; steps++)
        {
            if (Step(analysis, i) is var past and >= 0)
            {
                i = past;
                continue;
            }
            var made = analysis.Word(i) is "goods" or "products" && IsKind(analysis, i - 1);
            if (analysis.Tokens[i].Kind != TokenKind.Word || (Neutral.Contains(analysis.Word(i)) && !made) || Measured(analysis, i))
                return null;
            ItemSpan? item = null;
            foreach (var span in analysis.Items)
                if (span.First <= i && i < span.End || (made && span.End == i && Specific(span) is not null))
                    item = span;
            // Back to where the noun's own phrase begins.
            var start = item?.First ?? i;
            while (start > 0 && IsOfPhrase(analysis, start - 1))
                start--;
            // "imports of metals rose", "a rise in imports of coal": the phrase hangs on the noun before it.
            if (Lexicon.Prepositions.Contains(analysis.Word(start - 1)) && !relative)
            {
                // "Exports to Turkey of chemical products rose": not all exports.
                if (analysis.Is(start - 1, "of") && (item is not null || made))
                {
                    foreign = item is null || Specific(item) is null || Listed(analysis, item);
                    return foreign ? null : item!.Item;
                }
                i = start - 2;
                continue;
            }
            // Only a list or a clause of its own has a subject of its own: "…, metals rose", "…, and electrical machinery rose".
            if (!(analysis.Word(start - 1) is "," or "and" or ";" or "while" or "to" or "but" or "whereas"))
                return null;
            if (item is not null && Listed(analysis, item))
            {
                foreign = true;
                return null;
            }
            foreign = item is null || Specific(item) is null;
            return foreign ? null : item!.Item;
        }
        return null;
    }

    private static string? Specific(ItemSpan item) => item.Item is "goods" or "total" ? null : item.Item;

    // "rubber goods", "industry products": of a kind, where "Turkish goods" and "the goods" are all of them.
    private static bool IsKind(SentenceAnalysis analysis, int i) =>
        i > 0
        && analysis.Tokens[i].Kind == TokenKind.Word
        && analysis.ActorCovering(i) is null
        && !Lexicon.Prepositions.Contains(analysis.Word(i))
        && !(
            analysis.Word(i)
            is "the"
                or "its"
                or "their"
                or "all"
                or "these"
                or "those"
                or "such"
                or "and"
                or "'s"
                or "imported"
                or "exported"
                or "foreign"
                or "more"
                or "fewer"
        );

    // "plastics and rubber goods": two goods have one figure, which is neither's.
    private static bool Listed(SentenceAnalysis analysis, ItemSpan item) =>
        analysis.Is(item.First - 1, "and") && analysis.Items.Exists(o => o.End == item.First - 1);

    private static bool Measured(SentenceAnalysis analysis, int i)
    {
        foreach (var span in analysis.Measures)
            if (span.First <= i && i < span.End)
                return true;
        foreach (var change in analysis.Changes)
            if (change.Token == i)
                return true;
        return analysis.ActorCovering(i) is not null;
    }

    // Past a time, a figure, a partner behind its preposition: what stands between a subject and its verb. -1 where none ends here.
    private static int Step(SentenceAnalysis analysis, int i)
    {
        foreach (var time in analysis.Times)
            if (time.FirstToken <= i && i < time.EndToken)
                return Lexicon.Prepositions.Contains(analysis.Word(time.FirstToken - 1)) ? time.FirstToken - 2 : time.FirstToken - 1;
        if (analysis.ActorCovering(i) is { } actor)
        {
            var before = analysis.Is(actor.First - 1, "the") ? actor.First - 2 : actor.First - 1;
            if (Lexicon.Prepositions.Contains(analysis.Word(before)) || analysis.Is(before, "and"))
                return before - 1;
        }
        return -1;
    }

    private static bool IsOfPhrase(SentenceAnalysis analysis, int i) =>
        analysis.Tokens[i].Kind == TokenKind.Word
        && !Lexicon.Prepositions.Contains(analysis.Word(i))
        && !Lexicon.Auxiliaries.Contains(analysis.Word(i))
        && !Measured(analysis, i)
        && !(analysis.Word(i) is "and" or "while" or "but" or "whereas" or "or" or "that" or "which" or "who" or "due" or "as");

    private static bool IsAdverb(string word) =>
        word is "also" or "then" or "even" or "only" or "just" or "again" || word.EndsWith("ly", StringComparison.Ordinal);
}
