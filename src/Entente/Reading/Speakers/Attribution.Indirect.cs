using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>Indirect speech: "she said that …", "…, the ministry said".</summary>
internal sealed partial class Attribution
{
    /// <summary>Indirect speech of a whole sentence.</summary>
    public Attributed? Indirect(int sentenceStart, int sentenceEnd)
    {
        var first = IndexAt(sentenceStart);
        var end = EndBefore(sentenceEnd, first, int.MaxValue);
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Lower == "according" && AccordingTo(i, end) is { } according)
                return according;
            if (
                tokens[i].Kind != TokenKind.Word
                || !char.IsLower(tokens[i].Text[0])
                || IsVerb(i, weak: true) == 0
                || IsPassive(i)
                || IsNegated(i, first)
            )
                continue;
            if (IsTrailing(i, first, end) || (LeadsSentence(i, first) && HasClause(i, end)))
            {
                var subject = SubjectBefore(i, first);
                if (
                    subject.Kind != SubjectKind.None
                    && !subject.Vague
                    && !(subject.Kind == SubjectKind.Pronoun && subject.Text is "it" or "you")
                )
                    return new(subject, "quote-verb", tokens[first].Start, tokens[i].End);
            }
        }
        return null;
    }

    /// <summary>True where a verb and its subject open the sentence, or follow words of place and time ("At the summit, the two leaders said").</summary>
    private bool LeadsSentence(int verb, int first)
    {
        var clause = ClauseStart(verb - 1, first);
        var isApposition = clause > first && tokens[LastWord(first, verb)].Text == ",";
        if (isApposition || (clause > first && EndsInShortForm(verb, first)))
            clause = first; // an apposition or a short form in brackets; its own reading decides
        return verb - clause <= (isApposition ? LongestApposition : LongestSubject)
            && (
                clause == first
                || tokens[first].Lower
                    is "at"
                        or "in"
                        or "on"
                        or "during"
                        or "after"
                        or "before"
                        or "speaking"
                        or "earlier"
                        or "later"
                        or "last"
                        or "since"
                        or "when"
                        or "asked"
                        or "but"
                        or "and"
                        or "however"
                        or "yet"
                        or "meanwhile"
                        or "still"
                        or "instead"
                        or "for"
                        or "writing"
                        or "addressing"
                        or "answering"
            );
    }

    private bool IsNegated(int verb, int first)
    {
        for (var i = verb - 1; i >= first && i >= verb - 3; i--)
        {
            if (
                tokens[i].Lower
                is "not"
                    or "never"
                    or "nobody"
                    or "neither"
                    or "didn't"
                    or "doesn't"
                    or "hasn't"
                    or "haven't"
                    or "if"
                    or "to"
                    or "could"
                    or "might"
                    or "would"
                    or "should"
                    or "can"
            )
                return true;
        }
        return false;
    }

    /// <summary>True where a clause follows as what is said: "that …", or without it after "said".</summary>
    private bool HasClause(int verb, int end)
    {
        var next = verb + 1;
        if (next >= end)
            return false;
        if (tokens[next].Lower == "that")
            return true;
        if (
            SpeechVerbs.TakesBareClause(tokens[verb].Lower)
            && tokens[next].Kind is TokenKind.Word
            && tokens[next].Lower
                is not (
                    "nothing"
                    or "little"
                    or "so"
                    or "no"
                    or "yes"
                    or "goodbye"
                    or "of"
                    or "to"
                    or "about"
                    or "as"
                    or "and"
                    or "or"
                    or "but"
                    or "in"
                    or "on"
                    or "at"
                    or "by"
                    or "with"
                )
        )
            return true;
        for (var i = next; i < end && i - next < 10; i++)
        {
            if (tokens[i].Kind == TokenKind.Quote || tokens[i].Text is ";" or ":")
                return false;
            if (tokens[i].Lower == "that")
                return SpeechVerbs.IsAddressing(tokens[verb].Lower)
                    || tokens[next].Lower is "in" or "on" or "at" or "to" or "during" or "last" or "this"
                    || NameWords.IsDay(tokens[next].Lower);
        }
        return false;
    }

    /// <summary>"…, the ministry said on Friday.": a comma before the subject and little after the verb.</summary>
    private bool IsTrailing(int verb, int first, int end)
    {
        if (!SpeechVerbs.MayTrail(tokens[verb].Lower) || end - verb > 9)
            return false;
        var start = ClauseStart(verb - 1, first);
        if (start <= first + 2 || tokens[start - 1].Text != ",")
            return false;
        for (var i = verb + 1; i < end; i++)
        {
            if (
                tokens[i].Lower is "that"
                || (
                    i == verb + 1
                    && tokens[i].Kind == TokenKind.Word
                    && tokens[i].Lower
                        is not ("in" or "on" or "at" or "during" or "last" or "this" or "earlier" or "yesterday" or "today" or "after")
                    && !NameWords.IsDay(tokens[i].Lower)
                )
            )
                return false;
        }
        return true;
    }
}
