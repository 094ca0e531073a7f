using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>The noun phrases around a verb of saying: appositions on either side, and the person at the head of a sentence.</summary>
internal sealed partial class Attribution
{
    private const int MostSegments = 6;

    /// <summary>One past the person that <see cref="HeadPerson"/> found last, appositions included.</summary>
    private int headEnd;

    /// <summary>
    /// The phrase that governs a verb: back to the last comma or dash, over appositions between commas where there are any. In "a spokesman,
    /// Dmitry Roe, said" and "Jane Doe, minister of trade, energy and war, said" the name counts, wherever it stands.
    /// </summary>
    /// <param name="verb">The verb's index.</param>
    /// <param name="first">Where its sentence begins.</param>
    /// <param name="relative">True where the verb may be that of "a deal that Doe called": its subject follows "that".</param>
    private Subject SubjectBefore(int verb, int first, bool relative = false)
    {
        var last = LastWord(first, verb);
        if (last < first)
            return Subject.None;
        if (tokens[last].Lower == "who" && last > first)
        {
            last--;
            // "signed by Jane Doe, who said"
            var to = tokens[last].Text == "," ? last : last + 1;
            var name = to;
            while (name > first && SubjectPhrase.IsNamePart(tokens, name - 1, first, to))
                name--;
            if (name < to && IsPerson(name, to))
                return SubjectPhrase.Read(text, tokens, name, to);
        }
        if (tokens[last].Text != "," || last == first)
        {
            // "In an interview she said"
            if (tokens[last].Lower is "he" or "she" or "they" && (last == first || !char.IsUpper(tokens[last].Text[0])))
                return SubjectPhrase.Read(text, tokens, last, last + 1);
            // "the Press Agency (PA) reported", "Rep. Jane Doe (D-Ohio) told"
            var end = tokens[last].Text == ")" ? BeforeBrackets(last, first) : last;
            var from = ClauseStart(end, first);
            var subject = SubjectPhrase.Read(text, tokens, from, end + 1);
            if (subject.Kind == SubjectKind.None && relative)
            {
                var that = end;
                while (that > from && tokens[that].Lower is not ("that" or "which" or "what" or "whom" or "where"))
                    that--;
                if (that < end && tokens[that].Lower is "that" or "which" or "what" or "whom" or "where")
                    subject = SubjectPhrase.Read(text, tokens, that + 1, end + 1);
            }
            return subject;
        }
        Span<(int From, int To)> segments = stackalloc (int, int)[MostSegments];
        var count = 0;
        for (var to = last; count < MostSegments && to > first; to = segments[count - 1].From - 1)
        {
            var from = ClauseStart(to - 1, first);
            if (count > 0 && (last - from > LongestApposition || IsAdverbial(from)))
            {
                // "On Thursday Jane Doe, the minister, said"
                var day = from;
                while (day < to && !NameWords.IsDay(tokens[day].Lower) && tokens[day].Kind != TokenKind.Number)
                    day++;
                if (day - from <= 3 && day + 1 < to && IsPureName(day + 1, to))
                    segments[count++] = (day + 1, to);
                break;
            }
            segments[count++] = (from, to);
            if (from <= first || tokens[from - 1].Text != ",")
                break;
        }
        if (count == 0)
            return Subject.None;
        var inner = Read(segments[0]);
        if (count == 1)
            return inner;
        var next = Read(segments[1]);
        if (IsPureName(segments[0].From, segments[0].To))
        {
            // "officials in Cairo, Egypt, said": two places.
            var isPlace = segments[0].To - segments[0].From == 1 && NameWords.CanBeName(tokens[segments[1].To - 1]);
            if (isPlace || IsPureName(segments[1].From, segments[1].To))
                return next.Kind == SubjectKind.None ? inner : next;
            return inner;
        }
        for (var k = 1; k < count; k++)
        {
            if (IsPureName(segments[k].From, segments[k].To))
                return Read(segments[k]);
        }
        for (var k = 1; k < count; k++)
        {
            if (Read(segments[k]) is { Kind: SubjectKind.Name } named)
                return named;
        }
        if (inner.Kind == SubjectKind.Name)
            return inner;
        return next.Kind == SubjectKind.None ? inner : next;

        Subject Read((int From, int To) segment) => SubjectPhrase.Read(text, tokens, segment.From, segment.To);
    }

    /// <summary>The phrase after a verb that stands first ("said Jane Doe in Geneva", "said the minister, Jane Doe."), and where it ends.</summary>
    private Subject SubjectAfter(int first, int end, out int subjectEnd)
    {
        subjectEnd = first;
        while (subjectEnd < end && subjectEnd - first < LongestSubject && !IsStop(tokens, subjectEnd))
            subjectEnd++;
        // The name ends before the next small word that is none of its own.
        var subject = FirstSubject(first, subjectEnd);
        if (subject.Kind == SubjectKind.Description && NameAfterComma(subjectEnd, end, out var nameEnd) is { Kind: SubjectKind.Name } named)
        {
            subjectEnd = nameEnd;
            return named;
        }
        return subject;
    }

    /// <summary>A name between a comma and the next stop: "the minister, Jane Doe, …".</summary>
    private Subject NameAfterComma(int comma, int end, out int nameEnd)
    {
        nameEnd = comma;
        if (comma + 1 >= end || tokens[comma].Text != ",")
            return Subject.None;
        nameEnd = comma + 1;
        while (nameEnd < end && !IsStop(tokens, nameEnd))
            nameEnd++;
        var isPlace = nameEnd - comma == 2 && NameWords.CanBeName(tokens[comma - 1]);
        if (!IsPureName(comma + 1, nameEnd) || isPlace)
        {
            // "the spokesman, Ahmed Roe of the ministry, …" and "the minister, Jane Doe told him": a name that something follows.
            var cut = comma + 1;
            while (cut < nameEnd && SubjectPhrase.IsNamePart(tokens, cut, comma + 1, nameEnd))
                cut++;
            if (isPlace || cut - comma < 3 || cut == nameEnd || tokens[cut].Lower is not ("of" or "from" or "at" or "in" or "as" or "before"))
                return Subject.None;
            return IsPureName(comma + 1, cut) ? SubjectPhrase.Read(text, tokens, comma + 1, cut) : Subject.None;
        }
        return SubjectPhrase.Read(text, tokens, comma + 1, nameEnd);
    }

    /// <summary>"Poland, said Jane Doe, buys more": verb and subject between two commas.</summary>
    private Subject Parenthesis(int verb, int end)
    {
        var length = IsVerb(verb, weak: false);
        if (length == 0 || verb + length >= end || !SpeechVerbs.MayInvert(tokens[verb].Lower))
            return Subject.None;
        var subject = SubjectAfter(verb + length, end, out var subjectEnd);
        // "…, said it would be years": what follows is what is said.
        for (var i = verb + length; i < subjectEnd; i++)
        {
            if (
                tokens[i].Lower
                    is "would"
                        or "will"
                        or "was"
                        or "were"
                        or "is"
                        or "are"
                        or "had"
                        or "has"
                        or "have"
                        or "be"
                        or "could"
                        or "should"
                        or "did"
                        or "may"
                        or "can"
                || i == verb + length && subjectEnd > i + 1 && tokens[i].Lower is "it" or "there" or "they" or "that"
            )
                return Subject.None;
        }
        var closes = subjectEnd < end && tokens[subjectEnd].Text is "," or "." or ")";
        var mayBeObject = subject.Kind == SubjectKind.Description && !SpeechVerbs.TakesBareClause(tokens[verb].Lower);
        return closes && !mayBeObject && subject is { Vague: false } ? subject : Subject.None;
    }

    /// <summary>
    /// The person whom a sentence begins with, behind words of place and time: "In Tirana, the mayor, Jane Doe, laughed". None where the
    /// sentence begins with anything else; a person is known by two names, an office, or a full name elsewhere.
    /// </summary>
    private Subject HeadPerson(int first, int end)
    {
        headEnd = first;
        var from = first;
        for (var skipped = 0; skipped < 2 && from < end && IsAdverbial(from); skipped++)
        {
            var comma = from;
            while (comma < end && tokens[comma].Text != ",")
                comma++;
            if (comma == end)
                return Subject.None;
            from = comma + 1;
        }
        while (from < end && tokens[from].Lower is "but" or "and" or "yet" or "still" or "as" or "for" or "however" or ",")
            from++;
        if (from < end && end - from <= 2 && tokens[from].Lower is "he" or "she")
        {
            headEnd = from + 1;
            return new(SubjectKind.Pronoun, tokens[from].Lower, false);
        }
        var at = from;
        while (at < end && at - from < LongestSubject && !SubjectPhrase.CanStartName(tokens, at, from) && IsOffice(at))
            at++;
        if (at < end && tokens[at].Text == "," && at > from && NameAfterComma(at, end, out var nameEnd) is { Kind: SubjectKind.Name } named)
        {
            headEnd = nameEnd;
            return IsPerson(at + 1, nameEnd) ? named : Subject.None;
        }
        var to = at;
        while (to < end && SubjectPhrase.IsNamePart(tokens, to, at, end))
            to++;
        if (to == at || to < end && tokens[to].Lower == "'s")
        {
            // "Peru's trade minister, Jane Doe," begins with a name that is not the person's.
            if (to < end && to > at && tokens[to].Lower == "'s")
            {
                var comma = to + 1;
                while (comma < end && comma - to < LongestSubject && !IsStop(tokens, comma))
                    comma++;
                if (NameAfterComma(comma, end, out nameEnd) is { Kind: SubjectKind.Name } owned && IsPerson(comma + 1, nameEnd))
                {
                    headEnd = nameEnd;
                    return owned;
                }
                // "Zambia's minister Jane Doe laughed"
                var start = to + 1;
                while (start < comma && !NameWords.CanBeName(tokens[start]) && IsOffice(start))
                    start++;
                var stop = start;
                while (stop < comma && SubjectPhrase.IsNamePart(tokens, stop, start, comma))
                    stop++;
                if (stop - start >= 2 && IsPerson(start, stop))
                {
                    headEnd = stop;
                    return SubjectPhrase.Read(text, tokens, start, stop);
                }
            }
            return Subject.None;
        }
        if (!IsPerson(at, to) || (to < end && tokens[to].Lower is "and" or "&"))
            return Subject.None;
        headEnd = to;
        // ", mayor of a town on the border," goes with the name.
        if (to < end && tokens[to].Text == ",")
        {
            var close = to + 1;
            while (close < end && close - to < LongestApposition && tokens[close].Text is not ("," or ";" or "—"))
                close++;
            headEnd = close;
        }
        return SubjectPhrase.Read(text, tokens, at, to);
    }

    /// <summary>Words that may stand before the name of the one who holds an office: "the former deputy trade minister".</summary>
    private bool IsOffice(int i)
    {
        var token = tokens[i];
        if (token.Kind != TokenKind.Word)
            return token.Text is "-";
        return NameWords.IsDeterminer(token.Lower)
            || NameWords.IsRole(token.Lower)
            || NameWords.IsSource(token.Lower)
            || char.IsUpper(token.Text[0])
            || token.Lower is "of" or "for" or "and" or "'s"
            || i + 1 < tokens.Count && NameWords.IsRole(tokens[i + 1].Lower);
    }

    /// <summary>A name of two words, of one that the document gives in full, or of one behind a title; no institution or place.</summary>
    private bool IsPerson(int from, int to)
    {
        var hasTitle = false;
        var names = 0;
        for (var i = from; i < to; i++)
        {
            if (NameWords.IsRole(tokens[i].Lower))
            {
                hasTitle = true;
                names = 0;
                continue;
            }
            if (NameWords.IsInstitution(tokens[i].Lower) || (names == 0 && NameWords.IsPlaceHead(tokens[i].Lower)))
                return false;
            names += char.IsUpper(tokens[i].Text[0]) && tokens[i].Length > 1 ? 1 : 0;
        }
        if (names >= 2 && tokens[to - 1].Text.AsSpan().ContainsAnyInRange('a', 'z'))
            return true;
        if (names != 1 && !hasTitle)
            return false;
        var name = text[tokens[to - 1].Start..tokens[to - 1].End];
        return hasTitle || persons.Full(name) != name;
    }

    /// <summary>True where every word belongs to one name, offices before it allowed.</summary>
    private bool IsPureName(int from, int to)
    {
        var names = 0;
        for (var i = from; i < to; i++)
        {
            if (!SubjectPhrase.IsNamePart(tokens, i, from, to))
                return false;
            names += NameWords.CanBeName(tokens[i]) && !NameWords.IsRole(tokens[i].Lower) ? 1 : 0;
        }
        return names > 0;
    }

    private bool EndsInName(int end) => NameWords.CanBeName(tokens[end - 1]);

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
            && (tokens[from].Kind != TokenKind.Quote || tokens[from].Text is "'" or "’" && from > 0 && tokens[from - 1].End == tokens[from].Start)
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
        && lower is not ("italy" or "family" or "assembly" or "supply" or "daily" or "weekly" or "monthly" or "ally" or "anomaly" or "monopoly");

    private Subject FirstSubject(int first, int end)
    {
        var subject = SubjectPhrase.Read(text, tokens, first, end);
        for (var cut = first + 1; cut < end; cut++)
        {
            if (
                tokens[cut].Lower
                    is "in"
                        or "at"
                        or "on"
                        or "to"
                        or "with"
                        or "during"
                        or "after"
                        or "before"
                        or "when"
                        or "while"
                        or "as"
                        or "last"
                        or "this"
                        or "who"
                        or "through"
                        or "about"
                        or "by"
                        or "because"
                        or "earlier"
                        or "over"
                        or "following"
                || NameWords.IsDay(tokens[cut].Lower)
            )
            {
                var shorter = SubjectPhrase.Read(text, tokens, first, cut);
                return shorter.Kind == SubjectKind.None ? subject : shorter;
            }
        }
        return subject;
    }
}
