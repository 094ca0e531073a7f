using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>The person whom a sentence begins with, and what makes a name a person's.</summary>
internal sealed partial class Attribution
{
    /// <summary>One past the person that <see cref="HeadPerson"/> found last, appositions included.</summary>
    private int headEnd;

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
        {
            at++;
            // "the consul in Cairo, Jane Doe"
            if (
                at + 1 < end
                && tokens[at].Lower is "in" or "to" or "at"
                && NameWords.IsSource(tokens[at - 1].Lower)
                && NameWords.CanBeName(tokens[at + 1])
            )
            {
                at += 2;
                while (at < end && SubjectPhrase.IsNamePart(tokens, at, at - 1, end))
                    at++;
                break;
            }
        }
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
        // "Ms. Doe was not so sure": the title tells that one name is enough.
        var titled = at;
        while (titled > from && (tokens[titled - 1].Text == "." || NameWords.IsRole(tokens[titled - 1].Lower)))
            titled--;
        if (!IsPerson(titled, to) || (to < end && tokens[to].Lower is "and" or "&"))
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
            return token.Text is "-" || token.Text == "." && IsPointInName(tokens, i);
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

    /// <summary>A colon after what announces words without a verb of saying: "Doe has a warning for them: “…”", "Doe: “…”".</summary>
    public Attributed? Announced(int quotationStart, int sentenceStart)
    {
        var colon = IndexAt(quotationStart) - 1;
        var first = IndexAt(sentenceStart);
        if (colon <= first || tokens[colon].Text != ":" || colon - first > LongestClause)
            return null;
        var subject = HeadPerson(first, colon);
        if (subject.Kind == SubjectKind.None)
            return Holding(first, colon);
        // "Doe, the envoy, was less sure: “…”"
        var predicate = headEnd < colon && tokens[headEnd].Text == "," ? headEnd + 1 : headEnd;
        var isState =
            predicate + 1 < colon
            && tokens[predicate].Lower is "is" or "was" or "sounds" or "sounded" or "seems" or "seemed" or "remains" or "remained"
            && !IsParticiple(predicate + 1);
        var announces = headEnd == colon || isState;
        // "Doe would not go so far: “…”"
        announces |=
            predicate + 2 < colon
            && tokens[predicate + 1].Lower is "not"
            && tokens[predicate].Kind == TokenKind.Word
            && !NamesText(predicate, colon);
        for (var i = Math.Max(headEnd, first); i < colon && !announces; i++)
            announces = SpeechVerbs.IsAnnouncing(tokens[i].Lower) || SpeechVerbs.IsStance(tokens[i].Lower);
        return announces ? new(subject, "colon", tokens[first].Start, tokens[colon].End) : null;
    }

    /// <summary>One without a name who has something to say: "Chad's trade minister had a simpler explanation: “…”".</summary>
    private Attributed? Holding(int first, int colon)
    {
        for (var i = first + 2; i < colon - 1 && i - first < LongestSubject; i++)
        {
            if (tokens[i].Lower is not ("has" or "had" or "gave" or "gives" or "offered" or "offers"))
                continue;
            var subject = SubjectPhrase.Read(text, tokens, first, i);
            if (subject is not { Kind: SubjectKind.Description, Vague: false } || !NameWords.IsPersonal(subject.Text))
                return null;
            for (var k = i + 1; k < colon; k++)
            {
                if (tokens[k].Lower is "for" or "from" or "of" || NameWords.CanBeName(tokens[k]))
                    return null;
            }
            return SpeechVerbs.IsAnnouncing(tokens[colon - 1].Lower) ? new(subject, "colon", tokens[first].Start, tokens[colon].End) : null;
        }
        return null;
    }

    /// <summary>True where a stretch names something that is read rather than said, or somebody else.</summary>
    private bool NamesText(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (NameWords.CanBeName(tokens[i]) || NameWords.IsText(tokens[i].Lower))
                return true;
        }
        return false;
    }
}
