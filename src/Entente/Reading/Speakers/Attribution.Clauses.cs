using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>Where a clause begins, and what stands between a subject and its verb.</summary>
internal sealed partial class Attribution
{
    /// <summary>True at words of place, time or circumstance that open a sentence before its subject.</summary>
    private bool IsAdverbial(int i) =>
        tokens[i].Lower
            is "at"
                or "in"
                or "on"
                or "by"
                or "to"
                or "for"
                or "with"
                or "from"
                or "under"
                or "over"
                or "amid"
                or "despite"
                or "during"
                or "after"
                or "before"
                or "speaking"
                or "earlier"
                or "later"
                or "last"
                or "since"
                or "when"
                or "while"
                or "asked"
                or "writing"
                or "addressing"
                or "answering"
                or "replying"
                or "opening"
                or "responding"
                or "quoting"
                or "citing"
                or "back"
                or "yesterday"
                or "today"
                or "although"
                or "though"
                or "if"
                or "because"
        || NameWords.IsDay(tokens[i].Lower)
        || (
            tokens[i].Kind == TokenKind.Word
            && tokens[i].Length > 5
            && tokens[i].Lower.EndsWith("ing", StringComparison.Ordinal)
            && (i == 0 || tokens[i - 1].Text is "." or "\"" or "”")
            && i + 1 < tokens.Count
            && !NameWords.CanBeName(tokens[i + 1])
        );

    /// <summary>True where one word in brackets stands before a verb: "the Press Agency (PA)".</summary>
    private bool EndsInShortForm(int verb, int first)
    {
        var last = LastWord(first, verb);
        return last - 3 >= first && tokens[last].Text == ")" && tokens[last - 2].Text == "(" && char.IsUpper(tokens[last - 1].Text[0]);
    }

    private int BeforeBrackets(int last, int first)
    {
        for (var i = last - 1; i > first && i >= last - 6; i--)
        {
            if (tokens[i].Text == "(")
                return i - 1;
        }
        return last;
    }

    private int ClauseStart(int from, int first)
    {
        first = Math.Max(first, from - LongestClause);
        while (
            from >= first
            && tokens[from].Text is not ("," or ";" or ":" or "—" or "–" or "(" or ")")
            && (
                tokens[from].Kind != TokenKind.Quote
                || tokens[from].Text is "'" or "’" && from > 0 && tokens[from - 1].End == tokens[from].Start
            )
            && !OpensClause(from, first)
        )
            from--;
        return from + 1;
    }

    /// <summary>"that" after a verb of saying, and "but" or "while" between two sentences in one.</summary>
    private bool OpensClause(int i, int first)
    {
        if (i <= first)
            return false;
        if (tokens[i].Lower is "while" or "whereas" or "although")
            return true;
        if (tokens[i].Lower is not ("that" or "whether" or "how"))
            return false;
        for (var k = i - 1; k >= first && k >= i - 4; k--)
        {
            if (IsVerb(k, weak: true) > 0)
                return k == i - 1 || SpeechVerbs.IsAddressing(tokens[k].Lower) || i - k <= 3;
        }
        return false;
    }

    /// <summary>The last token before a verb that is no adverb or auxiliary.</summary>
    private int LastWord(int first, int verb)
    {
        var last = verb - 1;
        while (
            last > first
            && (
                tokens[last].Lower
                    is "has"
                        or "had"
                        or "have"
                        or "also"
                        or "later"
                        or "then"
                        or "recently"
                        or "once"
                        or "again"
                        or "often"
                        or "still"
                        or "just"
                        or "even"
                        or "now"
                        or "always"
                        or "nevertheless"
                        or "nonetheless"
                        or "himself"
                        or "herself"
                        or "soon"
                        or "each"
                        or "all"
                || IsAdverb(tokens[last].Lower)
                || TimeLength(last, first) > 0
                || IsHabit(last, first)
            )
        )
            last -= Math.Max(IsHabit(last, first) ? 2 : 1, TimeLength(last, first));
        return Math.Max(last, first);
    }

    /// <summary>"likes to say", "used to say", "went on to say".</summary>
    private bool IsHabit(int to, int first) =>
        to > first + 1
        && tokens[to].Lower == "to"
        && tokens[to - 1].Lower is "likes" or "liked" or "like" or "used" or "loves" or "loved" or "continued" or "continues" or "went";

    /// <summary>How many tokens a phrase of time takes that ends at an index: "on Monday", "last week", "yesterday"; 0 for none.</summary>
    private int TimeLength(int last, int first)
    {
        if (tokens[last].Lower is "yesterday" or "today" or "earlier" or "afterwards")
            return 1;
        var isTime =
            NameWords.IsDay(tokens[last].Lower)
            || tokens[last].Lower is "week" or "month" or "year" or "morning" or "afternoon" or "evening" or "night";
        if (last - 2 < first || !isTime)
            return 0;
        return tokens[last - 1].Lower is "on" or "last" or "this" or "in" or "late" or "early" ? 2 : 0;
    }

    private static bool IsAdverb(string lower) =>
        lower.Length > 4
        && lower.EndsWith("ly", StringComparison.Ordinal)
        && lower
            is not ("italy" or "family" or "assembly" or "supply" or "daily" or "weekly" or "monthly" or "ally" or "anomaly" or "monopoly");
}
