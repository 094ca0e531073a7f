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
        Attributed? source = null;
        for (var i = first; i < end; i++)
        {
            if (source is null && AccordingTo(i, end) is { } according)
            {
                // "According to the Post, the consul said that …" has two voices; words before "according to" have one.
                if (i > first)
                    return according;
                source = according;
                while (i + 1 < end && tokens[i + 1].Start < according.End)
                    i++;
                continue;
            }
            if (source is null && AccountOf(i, first, end) is { } account)
                return account;
            if (
                tokens[i].Kind != TokenKind.Word
                || !char.IsLower(tokens[i].Text[0])
                || (IsVerb(i, weak: true) == 0 && !IsExpecting(i))
                || IsNegated(i, first)
            )
                continue;
            if (QuotedAs(i, first) is { } quoted)
                return quoted;
            if (IsPassive(i))
                continue;
            if (
                source is null
                && i > first
                && tokens[i - 1].Text is "," or "("
                && Parenthesis(i, end) is { Kind: not SubjectKind.None } inverted
            )
                return new(inverted, "quote-verb", tokens[first].Start, tokens[i].End);
            var head = source is null || tokens[i].Start < source.Value.End ? first : IndexAt(source.Value.End) + 1;
            if (!(source is null && IsTrailing(i, first, end)) && !(LeadsSentence(i, head) && (HasClause(i, end) || IsExpecting(i))))
                continue;
            var subject = IsAfterthought(i, head) ? HeadPerson(head, i) : SubjectBefore(i, head);
            if (
                subject.Kind == SubjectKind.None
                || subject.Vague
                || subject is { Kind: SubjectKind.Pronoun, Text: "you" or "it" } && source is not null
            )
                continue;
            if (subject is { Kind: SubjectKind.Pronoun, Text: "you" })
                continue;
            if (
                IsExpecting(i)
                && (
                    IsVerb(i, weak: true) == 0
                    && (
                        subject.Kind != SubjectKind.Description
                        || subject.Text is "people" or "many" or "some" or "most" or "few" or "others"
                    )
                )
            )
                continue;
            if (source is { } reporter)
                return new(subject, "quote-verb", reporter.Start, tokens[i].End, reporter.Subject);
            return Nested(i, end, subject) ?? new(subject, "quote-verb", Start(subject, first, i), tokens[i].End);
        }
        return source;
    }

    /// <summary>"Doe writes that Roe said …": Roe speaks, as Doe tells it.</summary>
    private Attributed? Nested(int outer, int end, Subject reporter)
    {
        var that = outer + 1;
        while (that < end && that - outer < 4 && tokens[that].Lower != "that")
            that++;
        if (that >= end || tokens[that].Lower != "that")
            return null;
        for (var i = that + 2; i < end && i - that <= LongestApposition; i++)
        {
            if (tokens[i].Kind == TokenKind.Quote && tokens[i].Text is not ("'" or "’"))
                return null;
            // "Doe said that …, and Roe replied that …": two speakers, neither of whom tells of the other.
            if (tokens[i].Lower is "and" or "but" or "while" && tokens[i - 1].Text == "," && i + 1 < end && tokens[i + 1].Lower != "that")
                return null;
            if (IsVerb(i, weak: false) == 0 || IsPassive(i) || IsNegated(i, that + 1) || !HasClause(i, end))
                continue;
            var subject = SubjectBefore(i, that + 1);
            return subject is { Kind: SubjectKind.Name or SubjectKind.Description, Vague: false }
                ? new(subject, "quote-verb", tokens[that].Start, tokens[i].End, reporter)
                : null;
        }
        return null;
    }

    /// <summary>Who passes on what a verb's subject says: "Doe" at the second verb of "Doe writes that Roe said".</summary>
    private Subject Outer(int verb, int first)
    {
        for (var i = verb - 1; i > first && i >= verb - LongestApposition; i--)
        {
            if (tokens[i].Lower != "that" || !OpensClause(i, first))
                continue;
            for (var k = i - 1; k > first && k >= i - 4; k--)
            {
                if (IsVerb(k, weak: true) > 0 && !IsPassive(k))
                    return SubjectBefore(k, first);
            }
            return Subject.None;
        }
        return Subject.None;
    }

    private bool IsExpecting(int i) => tokens[i].Lower is "expect" or "expects" or "forecast" or "forecasts" or "predict" or "predicts";

    /// <summary>"By the account of two diplomats, …": they speak.</summary>
    private Attributed? AccountOf(int i, int first, int end)
    {
        if (i != first || tokens[i].Lower != "by" || i + 4 >= end || tokens[i + 2].Lower != "account" || tokens[i + 3].Lower != "of")
            return null;
        var to = i + 4;
        while (to < end && !IsStop(tokens, to))
            to++;
        var subject = SubjectPhrase.Read(text, tokens, i + 4, to);
        return subject.Kind == SubjectKind.None ? null : new(subject, "according-to", tokens[i].Start, tokens[to - 1].End);
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
                || IsAdverbial(first)
                || tokens[first].Lower
                    is "but"
                        or "and"
                        or "however"
                        or "yet"
                        or "meanwhile"
                        or "still"
                        or "instead"
                        or "moreover"
                        or "nevertheless"
            );
    }

    private bool IsNegated(int verb, int first)
    {
        if (IsHabit(verb - 1, first))
            return false;
        for (var i = verb - 1; i >= first && i >= verb - 3 && tokens[i].Text != ","; i--)
        {
            if (
                tokens[i].Lower
                is "not"
                    or "never"
                    or "nobody"
                    or "neither"
                    or "didn't"
                    or "doesn't"
                    or "don't"
                    or "hasn't"
                    or "haven't"
                    or "cannot"
                    or "no"
                    or "nothing"
                    or "without"
                    or "refused"
                    or "declined"
            )
                return true;
            var isDirectly = i == verb - 1 || IsAdverb(tokens[verb - 1].Lower) || tokens[verb - 1].Lower is "have" or "be" or "also";
            if (isDirectly && tokens[i].Lower is "if" or "to" or "could" or "might" or "would" or "should" or "can" or "may" or "must")
                return isDirectly;
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
                    or "otherwise"
                    or "more"
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
        var isBetweenCommas = verb + 1 < end && tokens[verb + 1].Text == ",";
        if (!SpeechVerbs.MayTrail(tokens[verb].Lower) || (end - verb > 9 && !isBetweenCommas))
            return false;
        var start = ClauseStart(verb - 1, first);
        if (start <= first + 1 || tokens[start - 1].Text != ",")
            return false;
        if (isBetweenCommas)
            return true;
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
