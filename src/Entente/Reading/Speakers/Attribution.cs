using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>Who is said to speak, by which rule, and which stretch of the paragraph says so.</summary>
internal readonly record struct Attributed(Subject Subject, string Via, int Start, int End);

/// <summary>
/// Finds in one paragraph who says a quotation or a sentence: quotation and verb with a name on either side, "according to", and indirect
/// speech ("she said that …", "…, the ministry said"). Finds nothing rather than guessing.
/// </summary>
internal sealed partial class Attribution(string text, IReadOnlyList<Token> tokens)
{
    private const int FarthestVerb = 16;
    private const int LongestSubject = 14;

    /// <summary>A name with its offices between commas: "Jane Doe, deputy minister of trade and of industry, said".</summary>
    private const int LongestApposition = 24;

    /// <summary>No subject stands further from its verb; a bound on every look back.</summary>
    private const int LongestClause = 40;

    /// <summary>Attribution right after a quotation, before the sentence ends: "…,” Jane Doe, a historian, said", "…,” said Doe".</summary>
    public Attributed? After(int quotationEnd, int sentenceEnd)
    {
        var first = IndexAt(quotationEnd);
        while (first < tokens.Count && tokens[first].Text is "," or "—" or "–" && tokens[first].Start < quotationEnd + 3)
            first++;
        var end = EndBefore(sentenceEnd, first, FarthestVerb + 14);
        if (first >= end)
            return null;
        if (AccordingTo(first, end) is { } according)
            return according;
        if (IsVerb(first, weak: true) is var length and > 0)
        {
            var subjectEnd = first + length;
            while (subjectEnd < end && subjectEnd - first < LongestSubject && !IsStop(tokens[subjectEnd]))
                subjectEnd++;
            // "said Jane Doe in Geneva": the name ends before the next small word that is none of its own.
            var subject = FirstSubject(first + length, subjectEnd);
            return subject.Kind == SubjectKind.None ? null : new(subject, "quote-verb", tokens[first].Start, tokens[subjectEnd - 1].End);
        }
        for (var verb = first + 1; verb < end && verb - first < FarthestVerb + 10; verb++)
        {
            if (tokens[verb].Kind == TokenKind.Quote || tokens[verb].Text is ";" or ":")
                return null;
            if (IsVerb(verb, weak: verb - first <= 4) is 0 || IsPassive(verb))
                continue;
            var comma = first;
            while (comma < verb && tokens[comma].Text != ",")
                comma++;
            var subject = SubjectPhrase.Read(text, tokens, first, comma);
            var isClear =
                comma == verb || tokens[LastWord(first, verb)].Text == "," || comma - first > 0 && tokens[comma + 1].Lower == "who";
            return subject.Kind == SubjectKind.None || !isClear ? null : new(subject, "quote-verb", tokens[first].Start, tokens[verb].End);
        }
        return null;
    }

    /// <summary>Attribution before a quotation in its sentence: "Doe said, “…", "Doe wrote in May: “…", "leaders, she went on, “…".</summary>
    public Attributed? Before(int quotationStart, int sentenceStart)
    {
        var end = IndexAt(quotationStart);
        var first = Math.Min(IndexAt(sentenceStart), end);
        for (var verb = end - 1; verb >= first && end - verb <= FarthestVerb; verb--)
        {
            if (tokens[verb].Kind == TokenKind.Quote && tokens[verb].Text is not ("'" or "’"))
                return null;
            if (tokens[verb].Lower == "to" && verb > first && tokens[verb - 1].Lower == "according")
                return AccordingTo(verb - 1, end);
            var length = IsVerb(verb, weak: end - verb <= 2);
            if (length == 0 || IsPassive(verb))
                continue;
            var subject = SubjectBefore(verb, first);
            if (subject.Kind != SubjectKind.None)
                return new(subject, "quote-verb", tokens[first].Start, tokens[end - 1].End);
        }
        return null;
    }

    /// <summary>True where a sentence is nothing but an attribution: "Doe and Roe wrote."</summary>
    public Attributed? Bare(int sentenceStart, int sentenceEnd)
    {
        var first = IndexAt(sentenceStart);
        var last = IndexAt(sentenceEnd) - 1;
        if (last <= first || last - first > LongestSubject)
            return null;
        if (tokens[last].Text is "." or ":" or ",")
            last--;
        if (last <= first || IsVerb(last, weak: false) == 0 || IsPassive(last))
            return null;
        var subject = SubjectBefore(last, first);
        return subject.Kind == SubjectKind.None ? null : new(subject, "quote-verb", tokens[first].Start, tokens[last].End);
    }

    private Attributed? AccordingTo(int at, int end)
    {
        if (at + 2 >= end || tokens[at].Lower != "according" || tokens[at + 1].Lower != "to")
            return null;
        var from = at + 2;
        var to = from;
        while (to < end && to - from < LongestSubject && !IsStop(tokens[to]))
            to++;
        if (to == from)
            return null;
        var subject = SubjectPhrase.Read(text, tokens, from, to);
        // "according to Washington’s summary of the talks": the summary speaks.
        var hasPossessive = false;
        for (var i = from + 1; i < to; i++)
            hasPossessive |= tokens[i].Lower == "'s";
        if (hasPossessive || subject.Kind == SubjectKind.None)
        {
            if (to - from < 2 || tokens[from].Kind is not TokenKind.Word)
                return null;
            subject = new(SubjectKind.Description, text[tokens[from].Start..tokens[to - 1].End].Replace('\u00A0', ' '), false);
        }
        return new(subject, "according-to", tokens[at].Start, tokens[to - 1].End);
    }

    /// <summary>The phrase that governs a verb: back to the last comma or dash, over an apposition between commas where there is one.</summary>
    private Subject SubjectBefore(int verb, int first)
    {
        var last = LastWord(first, verb);
        if (last < first)
            return Subject.None;
        if (tokens[last].Lower == "who" && last > first)
            last--;
        if (tokens[last].Text == "," && last > first)
        {
            var previous = ClauseStart(last - 1, first);
            if (previous <= first || tokens[previous - 1].Text != ",")
                return SubjectPhrase.Read(text, tokens, previous, last);
            var inner = SubjectPhrase.Read(text, tokens, previous, last);
            var outer = SubjectPhrase.Read(text, tokens, ClauseStart(previous - 2, first), previous - 1);
            // "a spokesman, Dmitry Roe, said" and "Jane Doe, a historian, said": the name counts, wherever it stands.
            if (outer.Kind == SubjectKind.Name)
                return outer;
            return inner.Kind == SubjectKind.Name ? inner : outer;
        }
        // "the Press Agency (PA) reported"
        var end = tokens[last].Text == ")" && EndsInShortForm(verb, first) ? last - 3 : last;
        return SubjectPhrase.Read(text, tokens, ClauseStart(end, first), end + 1);
    }

    /// <summary>True where one word in brackets stands before a verb: "the Press Agency (PA)".</summary>
    private bool EndsInShortForm(int verb, int first)
    {
        var last = LastWord(first, verb);
        return last - 3 >= first && tokens[last].Text == ")" && tokens[last - 2].Text == "(" && char.IsUpper(tokens[last - 1].Text[0]);
    }

    private int ClauseStart(int from, int first)
    {
        first = Math.Max(first, from - LongestClause);
        while (
            from >= first
            && tokens[from].Text is not ("," or ";" or ":" or "—" or "–" or "(" or ")")
            && tokens[from].Kind != TokenKind.Quote
        )
            from--;
        return from + 1;
    }

    /// <summary>The last token before a verb that is no adverb or auxiliary.</summary>
    private int LastWord(int first, int verb)
    {
        var last = verb - 1;
        while (
            last > first
            && tokens[last].Lower
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
                    or "repeatedly"
                    or "reportedly"
                    or "publicly"
                    or "reportedly"
        )
            last--;
        return last;
    }

    private Subject FirstSubject(int first, int end)
    {
        var subject = SubjectPhrase.Read(text, tokens, first, end);
        for (var cut = first + 1; cut < end; cut++)
        {
            if (
                tokens[cut].Lower
                    is "in"
                        or "on"
                        or "at"
                        or "during"
                        or "after"
                        or "when"
                        or "as"
                        or "to"
                        or "last"
                        or "this"
                        or "who"
                        or "with"
                || NameWords.IsDay(tokens[cut].Lower)
            )
            {
                var shorter = SubjectPhrase.Read(text, tokens, first, cut);
                return shorter.Kind == SubjectKind.None ? subject : shorter;
            }
        }
        return subject;
    }

    /// <summary>How many tokens a verb of saying takes at an index; 0 where there is none.</summary>
    private int IsVerb(int i, bool weak)
    {
        var token = tokens[i];
        if (token.Kind != TokenKind.Word || !char.IsLower(token.Text[0]))
            return 0;
        if (token.Lower == "went")
            return i + 1 < tokens.Count && tokens[i + 1].Lower == "on" ? 2 : 0;
        if (token.Lower == "put")
            return i + 1 < tokens.Count && tokens[i + 1].Lower == "it" ? 2 : 0;
        return SpeechVerbs.IsStrong(token.Lower) || (weak && SpeechVerbs.IsVerb(token.Lower)) ? 1 : 0;
    }

    private bool IsPassive(int verb) =>
        verb > 0 && tokens[verb - 1].Lower is "be" or "been" or "being" or "was" or "were" or "is" or "are" or "s" or "the" or "a" or "of";

    private static bool IsStop(Token token) =>
        token.Text is "," or "." or ";" or ":" or "—" or "–" or "(" or ")" or "?" or "!" || token.Kind == TokenKind.Quote;

    /// <summary>The first token that starts at or after an offset.</summary>
    private int IndexAt(int offset)
    {
        int low = 0,
            high = tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private int EndBefore(int offset, int first, int most)
    {
        var end = IndexAt(offset);
        return most == int.MaxValue ? end : Math.Min(end, first + most);
    }
}
