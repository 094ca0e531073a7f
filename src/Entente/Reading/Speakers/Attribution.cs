using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>Who is said to speak, by which rule, and which stretch of the paragraph says so.</summary>
/// <param name="Subject">The one who speaks, in the text's words.</param>
/// <param name="Via">The rule that found it.</param>
/// <param name="Start">First offset of the stretch that says so.</param>
/// <param name="End">One past its last offset.</param>
/// <param name="Reporter">Who passes the words on, where the sentence names somebody between author and speaker.</param>
internal readonly record struct Attributed(Subject Subject, string Via, int Start, int End, Subject Reporter = default);

/// <summary>
/// Finds in one paragraph who says a quotation or a sentence: quotation and verb with a name on either side, "according to", a few quoted
/// words that somebody is said to have used, and indirect speech ("she said that …", "…, the ministry said"). Finds nothing rather than guessing.
/// </summary>
internal sealed partial class Attribution(string text, IReadOnlyList<Token> tokens, PersonIndex persons)
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
        var end = EndBefore(sentenceEnd, first, LongestApposition + FarthestVerb);
        if (first >= end)
            return null;
        if (AccordingTo(first, end) is { } according)
            return according;
        // "…,” and Doe replied that": the next clause.
        if (tokens[first].Lower is "and" or "but" or "while" or "which")
            return null;
        if (tokens[first].Lower is "in" && Wording(first, first, end) is { } wording)
            return wording;
        if (HowPut(first, end) is { } how)
            return how;
        if (tokens[first].Lower == "as" && first + 1 < end)
            first++;
        if (IsVerb(first, weak: true) is var length and > 0)
        {
            if (SpeechVerbs.NeverInverts(tokens[first].Lower))
                return null;
            var subject = SubjectAfter(first + length, end, out var subjectEnd);
            // "…,” reads a slogan on the wall of the embassy": nobody knows whose.
            var isOther =
                subject.Kind == SubjectKind.Description && !StartsWith(subject.Text, first + length, end)
                || subject.Vague && tokens[first].Lower is "read" or "reads";
            return subject.Kind == SubjectKind.None || isOther
                ? null
                : new(subject, "quote-verb", tokens[first].Start, tokens[subjectEnd - 1].End);
        }
        for (var verb = first + 1; verb < end && verb - first < LongestApposition + 2; verb++)
        {
            if (tokens[verb].Kind == TokenKind.Quote && tokens[verb].Text is not ("'" or "’") || tokens[verb].Text is ";" or ":")
                return null;
            if (IsVerb(verb, weak: verb - first <= 4) is 0 || IsPassive(verb))
                continue;
            if (QuotedAs(verb, first) is { } passedOn)
                return passedOn;
            // "…,” Doe, who writes for the Post, said": the verb of a clause about the one who speaks.
            if (tokens[verb - 1].Lower is "who" or "which" && first < verb - 2)
                continue;
            var subject = SubjectBefore(verb, first);
            if (subject.Kind == SubjectKind.None)
            {
                var comma = first;
                while (comma < verb && tokens[comma].Text != ",")
                    comma++;
                var isClear = comma < verb && comma > first && tokens[comma + 1].Lower is "who" or "whose";
                subject = isClear ? SubjectPhrase.Read(text, tokens, first, comma) : Subject.None;
            }
            return subject.Kind == SubjectKind.None ? null : new(subject, "quote-verb", tokens[first].Start, tokens[verb].End);
        }
        return null;
    }

    /// <summary>True where a description begins with the phrase's own first word, or behind an adverb, and was not found further in.</summary>
    private bool StartsWith(string description, int first, int end)
    {
        while (first + 1 < end && (IsAdverb(tokens[first].Lower) || tokens[first].Lower is "also" or "then" or "even"))
            first++;
        return description.StartsWith(tokens[first].Text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The sentence after a quotation that has none of its own: "That was how Doe put it."</summary>
    public Attributed? Behind(int sentenceStart, int sentenceEnd)
    {
        var first = IndexAt(sentenceStart);
        var end = EndBefore(sentenceEnd, first, LongestClause);
        if (first + 2 >= end)
            return null;
        // "So says Doe, who sells fish."
        if (tokens[first].Lower is "so" or "thus" && IsVerb(first + 1, weak: false) == 1)
        {
            var subject = SubjectAfter(first + 2, end, out var subjectEnd);
            return subject.Kind is SubjectKind.None or SubjectKind.Pronoun
                ? null
                : new(subject, "quote-verb", tokens[first].Start, tokens[subjectEnd - 1].End);
        }
        // "Those were the words of Doe."
        if (tokens[first].Lower is "those" or "these" && tokens[first + 1].Lower is "were" or "are" && tokens[first + 2].Lower == "the")
            return Wording(first + 3, first, end);
        // "The question came from Jane Doe, who buys gas."
        if (
            tokens[first].Lower is "the"
            && first + 4 < end
            && (IsWording(tokens[first + 1].Lower) || SpeechVerbs.IsAnnouncing(tokens[first + 1].Lower))
            && tokens[first + 2].Lower is "came" or "comes" or "is" or "was"
            && tokens[first + 3].Lower is "from" or "by"
        )
        {
            var origin = SubjectAfter(first + 4, end, out var originEnd);
            return origin.Kind == SubjectKind.Name ? new(origin, "quote-verb", tokens[first].Start, tokens[originEnd - 1].End) : null;
        }
        return tokens[first].Lower is "that" or "this" or "so" ? HowPut(first + 1, end) : null;
    }

    /// <summary>"is how Doe, a campaigner, sums it up".</summary>
    private Attributed? HowPut(int first, int end)
    {
        if (first + 3 >= end || tokens[first].Lower is not ("is" or "was") || tokens[first + 1].Lower is not ("how" or "what"))
            return null;
        var subject = HeadPerson(first + 2, end);
        if (subject.Kind != SubjectKind.None)
            return new(subject, "quote-verb", tokens[first].Start, tokens[headEnd - 1].End);
        // "is how one columnist described the summer"; "is what the party calls its plan" tells a name and no speaker.
        for (var verb = first + 3; tokens[first + 1].Lower == "how" && verb < end && verb - first < LongestSubject; verb++)
        {
            if (!SpeechVerbs.IsJudging(tokens[verb].Lower) && tokens[verb].Lower is not ("puts" or "put" or "sums" or "summed"))
                continue;
            subject = SubjectPhrase.Read(text, tokens, first + 2, verb);
            return subject.Kind == SubjectKind.None || subject.Vague
                ? null
                : new(subject, "quote-verb", tokens[first].Start, tokens[verb].End);
        }
        return null;
    }

    /// <summary>Attribution before a quotation in its sentence: "Doe said, “…", "Doe wrote in May: “…", "leaders, she went on, “…".</summary>
    public Attributed? Before(int quotationStart, int sentenceStart)
    {
        var end = IndexAt(quotationStart);
        var first = Math.Min(IndexAt(sentenceStart), end);
        var least = Math.Max(first, end - FarthestVerb);
        for (var verb = end - 1; verb >= least; verb--)
        {
            if (tokens[verb].Kind == TokenKind.Quote && tokens[verb].Text is not ("'" or "’"))
                return null;
            if (tokens[verb].Lower == "to" && verb > first && tokens[verb - 1].Lower == "according")
                return AccordingTo(verb - 1, end);
            var length = IsVerb(verb, weak: end - verb <= (tokens[end - 1].Text == ":" ? 8 : 2));
            if (length == 0)
                continue;
            if (QuotedAs(verb, first) is { } passedOn)
                return passedOn;
            if (IsPassive(verb) || IsNegated(verb, first))
                continue;
            if (IsAfterthought(verb, first))
                continue;
            // "The Dutch, says Doe, “…"
            var subject = verb > first && tokens[verb - 1].Text is "," or "(" ? Parenthesis(verb, end) : Subject.None;
            if (subject.Kind == SubjectKind.None)
                subject = SubjectBefore(verb, first);
            if (subject.Kind != SubjectKind.None)
                return new(subject, "quote-verb", Start(subject, first, verb), tokens[end - 1].End, Outer(verb, first));
        }
        for (var verb = end - 1; verb >= least; verb--)
        {
            if (
                IsVerb(verb, weak: false) > 0
                && IsAfterthought(verb, first)
                && HeadPerson(first, verb) is { Kind: not SubjectKind.None } head
            )
                return new(head, "quote-verb", tokens[first].Start, tokens[end - 1].End);
        }
        return null;
    }

    /// <summary>Where a stretch begins that attributes: at its first token, or at the verb for a pronoun, which may mean somebody named before it.</summary>
    private int Start(Subject subject, int first, int verb) => tokens[subject.Kind == SubjectKind.Pronoun ? verb : first].Start;

    /// <summary>True for a verb without a subject of its own: "Doe left the room, saying", "Doe rejected the plan but told the paper".</summary>
    private bool IsAfterthought(int verb, int first)
    {
        if (verb <= first + 1)
            return false;
        if (IsParticiple(verb))
            return tokens[verb - 1].Text is "," or "—" or "–" || tokens[verb - 1].Lower is "and" or "but" or "also" or "while";
        return tokens[LastWord(first, verb)].Lower is "and" or "but";
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

    /// <summary>The person whom the sentence before a quotation shows taking a stand: "Doe, who sells pumps, is not alarmed."</summary>
    public Attributed? Stand(int sentenceStart, int sentenceEnd)
    {
        var first = IndexAt(sentenceStart);
        var end = EndBefore(sentenceEnd, first, LongestClause);
        for (var i = first + 1; i < end; i++)
        {
            if (tokens[i].Kind == TokenKind.Quote)
                return null;
            if (!SpeechVerbs.IsStance(tokens[i].Lower))
                continue;
            var subject = i + 1 < end && tokens[i + 1].Lower == "by" ? Subject.None : HeadPerson(first, i);
            return subject.Kind == SubjectKind.None ? null : new(subject, "sentence-before", tokens[first].Start, tokens[i].End);
        }
        return null;
    }

    /// <summary>True where a sentence is about somebody other than the one who spoke before it.</summary>
    public bool TurnsFrom(int sentenceStart, int sentenceEnd, string? speaker)
    {
        var first = IndexAt(sentenceStart);
        var head = HeadPerson(first, EndBefore(sentenceEnd, first, LongestClause));
        return head.Kind == SubjectKind.Name && persons.Full(head.Text) != speaker;
    }

    private Attributed? AccordingTo(int at, int end)
    {
        if (at + 2 >= end || tokens[at].Lower != "according" || tokens[at + 1].Lower != "to")
            return null;
        var from = at + 2;
        var to = from;
        // "According to Doe it grew": what has its own subject after the name is what Doe says.
        while (
            to < end
            && to - from < LongestSubject
            && !IsStop(tokens, to)
            && !(to > from && tokens[to].Lower is ("it" or "he" or "she" or "we" or "they" or "there"))
        )
            to++;
        if (to == from)
            return null;
        var subject = SubjectPhrase.Read(text, tokens, from, to);
        if (subject.Kind == SubjectKind.Description && NameAfterComma(to, end, out var nameEnd) is { Kind: SubjectKind.Name } named)
            return new(named, "according-to", tokens[at].Start, tokens[nameEnd - 1].End);
        // "according to Washington’s summary of the talks": the summary speaks.
        var hasPossessive = false;
        for (var i = from + 1; i < to; i++)
            hasPossessive |= tokens[i].Lower == "'s";
        if ((hasPossessive && subject.Kind != SubjectKind.Description && !EndsInName(to)) || subject.Kind == SubjectKind.None)
        {
            if (to - from < 2 || tokens[from].Kind is not TokenKind.Word)
                return null;
            subject = new(SubjectKind.Description, text[tokens[from].Start..tokens[to - 1].End].Replace('\u00A0', ' '), false);
        }
        return new(subject, "according-to", tokens[at].Start, tokens[to - 1].End);
    }

    /// <summary>"Doe was quoted by the Post as saying": Doe speaks and the Post passes it on.</summary>
    private Attributed? QuotedAs(int verb, int first)
    {
        if (verb < first + 3 || tokens[verb].Lower is not ("saying" or "telling" or "warning") || tokens[verb - 1].Lower != "as")
            return null;
        for (var i = verb - 2; i > first && i >= verb - LongestSubject; i--)
        {
            if (tokens[i].Lower is not ("quoted" or "cited"))
                continue;
            var isPassive = tokens[i - 1].Lower is "was" or "were" or "been" or "is" or "are";
            if (!isPassive)
            {
                // "the Post quoted Doe as saying"
                var quoted = SubjectAfter(i + 1, verb - 1, out _);
                return quoted.Kind == SubjectKind.None
                    ? null
                    : new(quoted, "quote-verb", tokens[first].Start, tokens[verb].End, SubjectBefore(i, first));
            }
            var be = i - 1;
            while (be > first && tokens[be - 1].Lower is "has" or "have" or "had" or "was" or "were" or "been" or "later" or "also")
                be--;
            var subject = SubjectBefore(be, first);
            var reporter = tokens[i + 1].Lower == "by" ? SubjectPhrase.Read(text, tokens, i + 2, verb - 1) : Subject.None;
            return subject.Kind == SubjectKind.None ? null : new(subject, "quote-verb", tokens[first].Start, tokens[verb].End, reporter);
        }
        return null;
    }

    /// <summary>How many tokens a verb of saying takes at an index; 0 where there is none.</summary>
    private int IsVerb(int i, bool weak)
    {
        var token = tokens[i];
        if (token.Kind != TokenKind.Word || !char.IsLower(token.Text[0]))
            return 0;
        if (i + 1 < tokens.Count && SpeechVerbs.IsPhrasal(token.Lower, tokens[i + 1].Lower))
            return 2;
        if (token.Lower is "went" or "put" or "puts")
            return 0;
        return SpeechVerbs.IsStrong(token.Lower) || (weak && SpeechVerbs.IsVerb(token.Lower)) ? 1 : 0;
    }

    private bool IsParticiple(int i) => tokens[i].Length > 5 && tokens[i].Lower.EndsWith("ing", StringComparison.Ordinal);

    private bool IsPassive(int verb) =>
        verb > 0
        && (
            tokens[verb - 1].Lower is "be" or "been" or "being" or "was" or "were" or "is" or "are" or "'s" or "the" or "a" or "of" or "an"
            || IsOwner(verb - 1)
            || (
                tokens[verb - 1].Lower is "not" or "never" or "often" or "also" or "widely"
                && verb > 1
                && tokens[verb - 2].Lower is "be" or "been" or "was" or "were" or "is" or "are"
            )
        );

    /// <summary>"its claim", "any report": the verb is a noun.</summary>
    private bool IsOwner(int i) => tokens[i].Lower is "its" or "their" or "his" or "her" or "our" or "any" or "every" or "this" or "such";

    private static bool IsStop(IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Text is "," or ";" or ":" or "—" or "–" or "(" or ")" or "?" or "!" or "…"
        || tokens[i].Kind == TokenKind.Quote && tokens[i].Text is not ("'" or "’")
        || tokens[i].Text == "." && !IsPointInName(tokens, i);

    /// <summary>The point of "Prof. Doe", "J. Doe", "Lt. Gen."</summary>
    private static bool IsPointInName(IReadOnlyList<Token> tokens, int i) =>
        i > 0
        && i + 1 < tokens.Count
        && tokens[i - 1].End == tokens[i].Start
        && char.IsUpper(tokens[i - 1].Text[0])
        && (tokens[i - 1].Length == 1 || Abbreviations.BeforeName(tokens[i - 1].Lower))
        && char.IsUpper(tokens[i + 1].Text[0]);

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
