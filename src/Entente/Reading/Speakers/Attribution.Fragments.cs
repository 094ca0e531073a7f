using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>A few quoted words inside a sentence, and who is said to have used them.</summary>
internal sealed partial class Attribution
{
    /// <summary>
    /// The one whose words a sentence quotes: the subject of the nearest verb before the marks ("Doe called it “a mistake”", "Doe said the
    /// port belonged “to those who dredge it”"), the agent of a passive, or the one a phrase names ("in Doe's words", "to Doe, a banker,").
    /// </summary>
    public Attributed? Fragment(int quotationStart, int quotationEnd, int sentenceStart, int sentenceEnd)
    {
        var first = IndexAt(sentenceStart);
        var open = IndexAt(quotationStart);
        var next = IndexAt(quotationEnd);
        var end = EndBefore(sentenceEnd, next, LongestApposition);
        return Agent(first, open, next, end) ?? Framed(first, open) ?? Governing(first, open);
    }

    /// <summary>The subject of the nearest verb before a quotation by which somebody speaks or judges.</summary>
    private Attributed? Governing(int first, int open)
    {
        var least = Math.Max(first, open - LongestApposition);
        var afterthought = 0;
        for (var verb = open - 1; verb > least; verb--)
        {
            if (tokens[verb].Text == ";" || tokens[verb].Kind == TokenKind.Quote && tokens[verb].Text is "”" or "\"" or "»")
                return null;
            // "Doe called it fair, while Roe spoke of “…”": the words are of the half that has no speaker for them.
            if (tokens[verb].Lower is "while" or "whereas")
                return null;
            var judges = tokens[verb].Kind == TokenKind.Word && SpeechVerbs.IsJudging(tokens[verb].Lower);
            if (!judges && IsVerb(verb, weak: false) == 0)
                continue;
            if (QuotedAs(verb, first) is { } quoted)
                return quoted;
            if (IsPassive(verb) || IsNegated(verb, first) || judges && IsAfterOneComma(verb, first))
                continue;
            var isAfterthought = IsAfterthought(verb, first);
            if (isAfterthought)
                afterthought = Math.Max(afterthought, verb);
            var subject = isAfterthought || judges || tokens[verb - 1].Text != "," ? Subject.None : Parenthesis(verb, open);
            if (subject.Kind == SubjectKind.None && !isAfterthought)
                subject = SubjectBefore(verb, first, relative: true);
            if (subject.Kind == SubjectKind.None || (subject.Vague && judges))
                continue;
            // "Bolivia calls its claim “…”": a name for it, not what somebody said.
            var names = tokens[verb].Lower is "call" or "calls" or "dub" or "dubs" or "dubbed" or "termed" or "labelled" or "labeled";
            if (
                names
                && subject.Kind == SubjectKind.Name
                && !subject.Text.Contains(' ', StringComparison.Ordinal)
                && !HasTitle(verb - 1, first)
            )
                return null;
            if (subject.Kind == SubjectKind.Pronoun && subject.Text is "i" or "we" or "you")
                return null;
            // "people call", "they call it": everybody does.
            if (names && (subject.Plural || subject.Text is "people" or "many" or "some"))
                return null;
            return new(subject, "quote-verb", Start(subject, first, verb), tokens[open - 1].End, Outer(verb, first));
        }
        return afterthought > 0 && HeadPerson(first, afterthought) is { Kind: not SubjectKind.None } head
            ? new(head, "quote-verb", tokens[first].Start, tokens[open - 1].End)
            : null;
    }

    /// <summary>True where "Mr" or the like stands before a name of one word that ends at an index.</summary>
    private bool HasTitle(int name, int first)
    {
        var title = name - 1 > first && tokens[name - 1].Text == "." ? name - 2 : name - 1;
        return title >= first && Genders.OfTitle(tokens[title].Lower) != Gender.Unknown;
    }

    /// <summary>"The exercise, called “…”" has its verb behind a comma; "Jane Doe, a historian, called it “…”" has a second comma before.</summary>
    private bool IsAfterOneComma(int verb, int first)
    {
        if (tokens[verb - 1].Text != ",")
            return false;
        var start = ClauseStart(verb - 2, first);
        return start <= first || tokens[start - 1].Text != ",";
    }

    /// <summary>"was hailed by Doe as “…”", "was called “…” by Doe".</summary>
    private Attributed? Agent(int first, int open, int next, int end)
    {
        if (next < end && tokens[next].Lower == "by" && PassiveJudging(open - 1, first) >= 0)
        {
            var agent = SubjectAfter(next + 1, end, out var agentEnd);
            return agent.Kind == SubjectKind.None || agent.Vague
                ? null
                : new(agent, "passive", tokens[first].Start, tokens[Math.Max(next, agentEnd - 1)].End);
        }
        var at = open - 1;
        if (at > first && NameWords.IsDeterminer(tokens[at].Lower))
            at--;
        if (at <= first || tokens[at].Lower != "as")
            return null;
        for (var by = at - 1; by > first && by >= at - LongestApposition; by--)
        {
            if (tokens[by].Lower != "by" || PassiveJudging(by - 1, first) < 0)
                continue;
            var agent = SubjectAfter(by + 1, at, out _);
            return agent.Kind == SubjectKind.None || agent.Vague ? null : new(agent, "passive", tokens[first].Start, tokens[open - 1].End);
        }
        return null;
    }

    /// <summary>The index of "called" in "was called" at most three words back; −1 where there is none.</summary>
    private int PassiveJudging(int last, int first)
    {
        for (var i = last; i > first && i >= last - 3; i--)
        {
            if (SpeechVerbs.IsJudging(tokens[i].Lower) && IsPassive(i))
                return i;
        }
        return -1;
    }

    /// <summary>"In the words of Doe", "in Doe's view", "as Doe put it", "to Doe, a banker, …", "for Roe the base was …".</summary>
    private Attributed? Framed(int first, int open)
    {
        for (var i = open - 1; i > first && i >= open - LongestApposition; i--)
        {
            if (tokens[i].Kind == TokenKind.Quote && tokens[i].Text is not ("'" or "’"))
                break;
            if (Wording(i, first, open) is { } wording)
                return wording;
        }
        if (tokens[first].Lower is not ("to" or "for") || open - first < 3)
            return null;
        var end = first + 1;
        while (end < open && SubjectPhrase.IsNamePart(tokens, end, first + 1, open))
            end++;
        var hasOffice = end < open && tokens[end].Text == "," && end + 1 < open && tokens[end + 1].Lower is "a" or "an" or "the" or "who";
        var name = end > first + 1 ? text[tokens[first + 1].Start..tokens[end - 1].End] : "";
        var known = name.Length > 0 && persons.Full(name) != name;
        return (hasOffice || known) && IsPerson(first + 1, end)
            ? new(SubjectPhrase.Read(text, tokens, first + 1, end), "words-of", tokens[first].Start, tokens[end - 1].End)
            : null;
    }

    /// <summary>"in the words of Doe" from its first word or its noun on, "in Doe's view" from its noun on.</summary>
    private Attributed? Wording(int i, int first, int end)
    {
        if (tokens[i].Lower == "in" && i + 2 < end && tokens[i + 1].Lower == "the")
            i += 2;
        else if (tokens[i].Lower == "in")
        {
            var noun = i + 1;
            while (noun < end && noun - i < 8 && !IsWording(tokens[noun].Lower))
                noun++;
            i = Math.Min(noun, end - 1);
        }
        if (i <= first || !IsWording(tokens[i].Lower))
            return null;
        if (i + 1 < end && tokens[i + 1].Lower == "of" && tokens[i - 1].Lower == "the")
        {
            var to = i + 2;
            while (to < end && !IsStop(tokens, to))
                to++;
            var subject = FirstSubject(i + 2, to);
            if (subject.Kind == SubjectKind.Description && NameAfterComma(to, end, out _) is { Kind: SubjectKind.Name } named)
                subject = named;
            if (subject.Kind != SubjectKind.None)
                return new(subject, "words-of", tokens[i].Start, tokens[to - 1].End);
        }
        var owner = i - 1;
        if (owner > first && tokens[owner].Lower is "own")
            owner--;
        if (tokens[owner].Lower != "'s" && !(tokens[owner].Kind == TokenKind.Quote && tokens[owner].Text is "'" or "’"))
            return null;
        var from = owner - 1;
        while (from > first && tokens[from].Lower is not ("in" or "by" or "to") && owner - from < LongestSubject)
            from--;
        if (tokens[from].Lower is not ("in" or "by" or "to"))
            return null;
        var speaker = SubjectPhrase.Read(text, tokens, from + 1, owner);
        return speaker.Kind is SubjectKind.Name or SubjectKind.Description
            ? new(speaker, "words-of", tokens[from].Start, tokens[i].End)
            : null;
    }

    private static bool IsWording(string lower) =>
        lower
            is "words"
                or "view"
                or "opinion"
                or "phrase"
                or "telling"
                or "account"
                or "eyes"
                or "reading"
                or "judgment"
                or "judgement"
                or "estimation"
                or "description"
                or "formulation";
}
