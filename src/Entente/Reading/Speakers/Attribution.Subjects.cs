using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>The noun phrases around a verb of saying, with appositions on either side.</summary>
internal sealed partial class Attribution
{
    private const int MostSegments = 6;

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
        // "Jane Doe — a diplomat of the old school — put it so"
        if (
            tokens[last].Text is "—" or "–"
            && ClauseStart(last - 1, first) is var inside
            && inside > first + 1
            && tokens[inside - 1].Text is "—" or "–"
        )
            return SubjectBefore(inside - 1, first, relative);
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
        // "the governor, in an interview with the daily Al-Sahel, said": what stands between is nobody.
        for (var aside = ClauseStart(last - 1, first); aside > first + 1 && tokens[aside - 1].Text == "," && IsAdverbial(aside); )
        {
            last = aside - 1;
            aside = ClauseStart(last - 1, first);
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
        // "her old opposite number, Jane Doe": the name speaks, whatever the phrase before it says.
        var mayBeNamed =
            subject.Kind == SubjectKind.Description
            // A text may break off behind the verb.
            || subject.Kind == SubjectKind.None && first < end && NameWords.IsDeterminer(tokens[first].Lower);
        if (
            mayBeNamed
            && !IsAboutColleague(first, subjectEnd)
            && NameAfterComma(subjectEnd, end, out var nameEnd) is { Kind: SubjectKind.Name } named
        )
        {
            subjectEnd = nameEnd;
            return named;
        }
        return subject;
    }

    /// <summary>"said the envoy of his Kyrgyz colleague, Jane Doe": the name is the colleague's.</summary>
    private bool IsAboutColleague(int first, int end)
    {
        for (var i = first + 1; i + 1 < end; i++)
        {
            if (
                tokens[i].Lower is "of" or "to" or "about" or "with" or "beside" or "alongside" or "against"
                && tokens[i + 1].Lower is "his" or "her" or "its" or "their"
            )
                // "the head of their union, Jane Doe": a body has no such name.
                return NameWords.IsSource(tokens[end - 1].Lower) && NameWords.IsPersonal(tokens[end - 1].Lower);
        }
        return false;
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
            if (
                isPlace
                || cut - comma < 3
                || cut == nameEnd
                || tokens[cut].Lower is not ("of" or "from" or "at" or "in" or "as" or "before")
            )
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

    /// <summary>True where a phrase ends in a person's name right behind a plain noun: "at Seoul's Sejong institute Jane Doe".</summary>
    private bool EndsInPerson(int first, int end)
    {
        var from = end;
        while (from > first && SubjectPhrase.IsNamePart(tokens, from - 1, first, end))
            from--;
        return from > first
            && from < end
            && tokens[from - 1].Kind == TokenKind.Word
            && NameWords.IsInstitution(tokens[from - 1].Lower)
            && IsPerson(from, end);
    }

    private Subject FirstSubject(int first, int end)
    {
        var subject = SubjectPhrase.Read(text, tokens, first, end);
        for (var cut = first + 1; cut < end; cut++)
        {
            // "the envoy of his colleague": whom he speaks of.
            if (tokens[cut].Lower == "of" && cut + 1 < end && tokens[cut + 1].Lower is "his" or "her" or "its" or "their")
            {
                if (
                    NameWords.IsSource(tokens[end - 1].Lower)
                    && NameWords.IsPersonal(tokens[end - 1].Lower)
                    && SubjectPhrase.Read(text, tokens, first, cut) is { Kind: not SubjectKind.None } owner
                )
                    return owner;
            }
            // "an official at the commission": the body is his, not the place where he speaks.
            if (
                tokens[cut].Lower == "at"
                && cut + 2 < end
                && tokens[cut + 1].Lower == "the"
                && !NameWords.IsPersonal(tokens[cut + 2].Lower)
            )
                continue;
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
                // "the expert at the institute Jane Doe"
                var isBehind = subject.Kind == SubjectKind.Name && shorter.Kind == SubjectKind.Description && EndsInPerson(cut + 1, end);
                return isBehind || shorter.Kind == SubjectKind.None ? subject : shorter;
            }
        }
        return subject;
    }
}
