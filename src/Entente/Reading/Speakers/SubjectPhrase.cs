using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

internal enum SubjectKind
{
    None,
    Name,
    Description,
    Pronoun,
}

/// <summary>The words before (or after) a verb of saying, understood: a name, two names, a description, or a pronoun.</summary>
/// <param name="Kind">What the words are.</param>
/// <param name="Text">The name without offices, the description as written, or the pronoun in lower case.</param>
/// <param name="Plural">True for two names, "officials", "they".</param>
/// <param name="Vague">True for a description without a word for one who speaks ("the meeting").</param>
internal readonly record struct Subject(SubjectKind Kind, string Text, bool Plural, bool Vague = false)
{
    public static Subject None { get; } = new(SubjectKind.None, "", false);
}

/// <summary>Reads a noun phrase as the one who speaks.</summary>
internal static class SubjectPhrase
{
    private const int LongestDescription = 9;
    private const int Longest = 30;

    /// <summary>Reads tokens from first to end (excluded), adverbs and auxiliaries at the edges ignored.</summary>
    public static Subject Read(string text, IReadOnlyList<Token> tokens, int first, int end)
    {
        while (end > first && IsFiller(tokens[end - 1].Lower))
            end--;
        while (
            first < end
            && (
                IsConnective(tokens[first].Lower)
                || tokens[first].Kind is TokenKind.Quote
                || tokens[first].Text is "," or "—" or "–" or "-" or "(" or "…"
            )
        )
            first++;
        if (first >= end || end - first > Longest)
            return Subject.None;
        if (end - first == 1 && tokens[first].Lower is "he" or "she" or "they" or "i" or "we" or "you" or "it")
            return new(SubjectKind.Pronoun, tokens[first].Lower, tokens[first].Lower is "they" or "we");
        for (var i = first; i < end; i++)
        {
            if (
                tokens[i].Lower
                    is "who"
                        or "which"
                        or "that"
                        or "what"
                        or "whom"
                        or "whose"
                        or "where"
                        or "if"
                        or "because"
                        or "after"
                        or "when"
                        or "while"
                        or "before"
                        or "since"
                        or "although"
                        or "though"
                        or "nobody"
                        or "nothing"
                || tokens[i].Text is "said" or "says" or "told" or "wrote" // "Said" is also a family name
                || tokens[i].Kind is TokenKind.Quote && !IsApostrophe(tokens, i)
                || tokens[i].Kind is TokenKind.Number && !IsAge(tokens, i)
            )
                return Subject.None;
        }
        // "Jane Doe and John Roe": each side a name.
        for (var i = first + 1; i + 1 < end; i++)
        {
            if (tokens[i].Lower is not ("and" or "&"))
                continue;
            // "he and Roe": two, one of them unknown.
            if (tokens[i - 1].Lower is "he" or "she" or "they" or "it")
                return Subject.None;
            var left = Single(text, tokens, first, i);
            var right = Single(text, tokens, i + 1, end);
            if (left.Kind == SubjectKind.Name && right.Kind == SubjectKind.Name)
                return new(SubjectKind.Name, $"{left.Text} and {right.Text}", true);
        }
        return Single(text, tokens, first, end);
    }

    private static Subject Single(string text, IReadOnlyList<Token> tokens, int first, int end)
    {
        // "the former", "the latter": which of two is for the reader to look up.
        if (end - first == 2 && tokens[first + 1].Lower is "former" or "latter")
            return Subject.None;
        // "the Press Agency (PA)": the short form adds nothing.
        if (tokens[end - 1].Text == ")" && end - 3 > first && tokens[end - 3].Text == "(")
            end -= 3;
        var last = end - 1;
        // "Maria Silva of the Institute", "Lee, 54": the name is at the head.
        var head = AfterOffices(tokens, first, end);
        if (head < end && NameWords.CanBeName(tokens[head]))
        {
            var headEnd = head;
            while (headEnd < end && IsNamePart(tokens, headEnd, head, end))
                headEnd++;
            // "Secretary of State Jane Doe" has an office at its head, not a name.
            var isOffice =
                headEnd > head && (NameWords.IsRole(tokens[headEnd - 1].Lower) || NameWords.IsInstitution(tokens[headEnd - 1].Lower));
            if (
                !isOffice
                && headEnd < end
                && tokens[headEnd].Lower is "of" or "at" or "from"
                && Strip(tokens, head, headEnd) is var (headFrom, headTo)
                && (headTo - headFrom >= 2 || headFrom > head && headTo > headFrom)
            )
                return new(SubjectKind.Name, Written(text, tokens, headFrom, headTo), false);
        }
        // "Lee Chang-yang" ends in a small letter.
        var isJoined =
            last - 2 >= first
            && tokens[last - 1].Text is "-" or "‐"
            && tokens[last - 1].End == tokens[last].Start
            && tokens[last - 2].End == tokens[last - 1].Start
            && NameWords.CanBeName(tokens[last - 2]);
        if (NameWords.CanBeName(tokens[last]) || isJoined || (tokens[last].Text == "." && last > first))
        {
            var from = last;
            while (from > first && IsNamePart(tokens, from - 1, first, end))
                from--;
            if (Strip(tokens, from, end) is var (nameFrom, nameTo) && nameTo > nameFrom)
            {
                // "a spokesman for Prime Minister Jane Doe": the offices belong to the name; "Secretary of State Jane Doe" has its own inside.
                var isOfficeOf = from > first + 1 && tokens[from - 1].Lower is "of" && char.IsUpper(tokens[from - 2].Text[0]);
                var before = (isOfficeOf ? nameFrom : from) - 1;
                if (before >= first && tokens[before].Lower == "the")
                    before--;
                var underPreposition =
                    before >= first
                    && tokens[before].Lower is "of" or "at" or "for" or "in" or "from" or "to" or "on" or "with" or "by" or "and" or "&";
                var afterDeterminer = nameFrom > first && NameWords.IsDeterminer(tokens[nameFrom - 1].Lower);
                // "the counsellor of the embassy in Cairo Nadia Ann Haddad": a place, then the name.
                if (
                    underPreposition
                    && tokens[before].Lower is "in" or "at" or "to"
                    && nameTo - nameFrom >= 3
                    && before == nameFrom - 1
                    && HasHead(tokens, first, before)
                )
                    return new(SubjectKind.Name, Written(text, tokens, nameFrom + 1, nameTo), false);
                // "Egypt's Foreign Ministry": whose it is belongs to the name.
                if (from > first + 1 && tokens[from - 1].Lower == "'s" && NameWords.IsInstitution(tokens[nameTo - 1].Lower))
                    return new(SubjectKind.Description, Description(text, tokens, first, nameTo), false);
                // "the Office of the Trade Representative" is an office, although its last word is a title.
                var isTitle = nameTo - nameFrom == 1 && NameWords.IsRole(tokens[nameFrom].Lower);
                if ((!underPreposition || !HasHead(tokens, first, before)) && !(isTitle && nameFrom - first >= 2))
                {
                    // "Analysts expect" begins a sentence; "an Egyptian" is no name either.
                    if (
                        nameTo - nameFrom == 1
                        && nameFrom == first
                        && NameWords.IsSource(tokens[nameFrom].Lower)
                        && tokens[nameFrom].Length > 4
                    )
                        return Describe(text, tokens, first, end);
                    var isPeople =
                        afterDeterminer
                        && nameTo - nameFrom == 1
                        && (NameWords.IsDemonym(tokens[nameFrom].Lower) || NameWords.IsInstitution(tokens[nameFrom].Lower));
                    return new(
                        isPeople ? SubjectKind.Description : SubjectKind.Name,
                        isPeople ? Description(text, tokens, nameFrom - 1, nameTo) : Written(text, tokens, nameFrom, nameTo),
                        isPeople
                    );
                }
            }
        }
        return Describe(text, tokens, first, end);
    }

    /// <summary>The index behind offices in small letters, "the economist" in "the economist Jane Doe"; the first where there are none.</summary>
    private static int AfterOffices(IReadOnlyList<Token> tokens, int first, int end)
    {
        var at = first;
        if (NameWords.IsDeterminer(tokens[at].Lower))
            at++;
        var office = at;
        // "Foreign minister Jane Doe of Chile": the capital is the sentence's.
        if (
            at + 1 < end
            && at == first
            && NameWords.IsRole(tokens[at].Lower)
            && char.IsLower(tokens[at + 1].Text[0])
            && NameWords.IsRole(tokens[at + 1].Lower)
        )
            at++;
        while (at < end && char.IsLower(tokens[at].Text[0]) && (NameWords.IsRole(tokens[at].Lower) || NameWords.IsSource(tokens[at].Lower)))
            at++;
        return at > office ? at : first;
    }

    /// <summary>"a senior official", "Chinese diplomats in Geneva": from the determiner (or the first word) on, if a word for a source is in it.</summary>
    private static Subject Describe(string text, IReadOnlyList<Token> tokens, int first, int end)
    {
        var hasSource = false;
        var hasOwner = false;
        var from = first;
        for (var i = first; i < end; i++)
        {
            hasSource |= NameWords.IsSource(tokens[i].Lower);
            hasOwner |= tokens[i].Lower == "'s" && i > first && char.IsUpper(tokens[i - 1].Text[0]) && i + 1 < end;
            // What comes before the last determiner is another phrase ("At the summit a diplomat"), unless "of the" ties them.
            if (
                i > from
                && i + 1 < end // "a Turkish one" ends in no determiner
                && NameWords.IsDeterminer(tokens[i].Lower)
                && !NameWords.IsDeterminer(tokens[i - 1].Lower)
                && tokens[i - 1].Lower
                    is not (
                        "of"
                        or "at"
                        or "for"
                        or "in"
                        or "from"
                        or "to"
                        or "on"
                        or "with"
                        or "about"
                        or "between"
                        or "into"
                        or "behind"
                        or "by"
                        or "and"
                    )
            )
                from = i;
        }
        if (end - from > LongestDescription || !hasSource && !hasOwner && !NameWords.IsDeterminer(tokens[from].Lower))
            return Subject.None;
        if (!hasSource && (end - from < 2 || tokens[from].Lower is "its" or "their" or "his" or "her" or "our"))
            return Subject.None;
        return new(SubjectKind.Description, Description(text, tokens, from, end), tokens[end - 1].Lower.EndsWith('s'), !hasSource);
    }

    private static string Description(string text, IReadOnlyList<Token> tokens, int from, int end)
    {
        var written = Written(text, tokens, from, end);
        // The capital of a sentence's first word is not the phrase's own.
        var lowers = NameWords.IsDeterminer(tokens[from].Lower) || NameWords.IsSource(tokens[from].Lower);
        return lowers ? char.ToLowerInvariant(written[0]) + written[1..] : written;
    }

    private static string Written(string text, IReadOnlyList<Token> tokens, int from, int end) =>
        text[tokens[from].Start..tokens[end - 1].End].Replace('\u00A0', ' ');

    /// <summary>True at the first word of a person's name, behind offices and nationality ("Egyptian trade minister Jane Doe").</summary>
    public static bool CanStartName(IReadOnlyList<Token> tokens, int i, int first)
    {
        if (!NameWords.CanBeName(tokens[i]) || NameWords.IsRole(tokens[i].Lower) || NameWords.IsInstitution(tokens[i].Lower))
            return false;
        if (i + 1 >= tokens.Count || tokens[i + 1].Kind != TokenKind.Word || char.IsUpper(tokens[i + 1].Text[0]))
            return true;
        return !NameWords.IsRole(tokens[i + 1].Lower) && !(NameWords.IsSource(tokens[i + 1].Lower) && i > first);
    }

    /// <summary>True where a token can stand inside a name between two bounds: capitalised words, particles, joining hyphens, points of initials.</summary>
    public static bool IsNamePart(IReadOnlyList<Token> tokens, int i, int first, int end)
    {
        var token = tokens[i];
        if (NameWords.CanBeName(token))
            return true;
        var capitalAfter =
            i + 1 < end
            && (NameWords.CanBeName(tokens[i + 1]) || NameWords.IsParticle(tokens[i + 1].Lower) || char.IsLower(tokens[i + 1].Text[0]));
        if (NameWords.IsParticle(token.Lower) && char.IsLower(token.Text[0]))
            return capitalAfter && (i > first || IsJoining(tokens, i + 1, end))
                || i > first && IsJoining(tokens, i + 1, end) && i + 2 < end && NameWords.CanBeName(tokens[i + 2]);
        // "Min-seo"
        if (char.IsLower(token.Text[0]))
            return i > first + 1 && IsJoining(tokens, i - 1, end) && NameWords.CanBeName(tokens[i - 2]);
        // "Jean-Noël", "J. Smith"
        if (token.Text is "-" or "‐")
            return i > first && i + 1 < end && tokens[i - 1].End == token.Start && token.End == tokens[i + 1].Start;
        return token.Text == "."
            && i > first
            && tokens[i - 1].Length is 1 or 2 or 3 or 4
            && tokens[i - 1].End == token.Start
            && (tokens[i - 1].Length <= 2 || Abbreviations.BeforeName(tokens[i - 1].Lower));
    }

    private static bool IsJoining(IReadOnlyList<Token> tokens, int i, int end) =>
        i > 0
        && i + 1 < end
        && tokens[i].Text is "-" or "‐"
        && tokens[i - 1].End == tokens[i].Start
        && tokens[i].End == tokens[i + 1].Start;

    /// <summary>Leaves out offices before a name ("Foreign Minister Wang Yi"): everything up to the last such word that has a name after it.</summary>
    private static (int From, int To) Strip(IReadOnlyList<Token> tokens, int from, int to)
    {
        // "the Foreign Ministry", "Central Bank": no name stands behind the office.
        if (NameWords.IsInstitution(tokens[to - 1].Lower) && !HasNameBefore(tokens, from, to))
            return (from, to);
        for (var i = to - 2; i >= from; i--)
        {
            if (NameWords.IsRole(tokens[i].Lower))
            {
                var next = i + 1;
                if (next < to && tokens[next].Text is "." or "-")
                    next++;
                // "the US Commerce Department": "commerce" is no office here.
                if (next == to - 1 && NameWords.IsInstitution(tokens[next].Lower))
                    return (from, to);
                // "Vice-President Doe", "Chancellor-designate Doe"
                if (next < to && tokens[next - 1].Text == "-" && !char.IsUpper(tokens[next].Text[0]))
                    next++;
                return next < to ? (next, to) : (from, to);
            }
        }
        // "Chilean Lucía Rojas", but "the Polish Border Guard"
        var name = from;
        while (
            !NameWords.IsInstitution(tokens[to - 1].Lower)
            && name < to - 1
            && NameWords.IsNationality(tokens[name].Lower)
            && tokens[name + 1].Kind == TokenKind.Word
        )
            name++;
        return to - name >= 2 ? (name, to) : (from, to);
    }

    private static bool HasNameBefore(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var i = from; i < to - 1; i++)
        {
            if (
                char.IsUpper(tokens[i].Text[0])
                && !NameWords.IsRole(tokens[i].Lower)
                && !NameWords.IsInstitution(tokens[i].Lower)
                && !NameWords.IsDemonym(tokens[i].Lower)
            )
                return true;
        }
        return false;
    }

    private static bool HasHead(IReadOnlyList<Token> tokens, int first, int before)
    {
        for (var i = first; i < before; i++)
        {
            if (NameWords.IsSource(tokens[i].Lower) || NameWords.IsRole(tokens[i].Lower) || NameWords.IsDeterminer(tokens[i].Lower))
                return true;
        }
        return false;
    }

    private static bool IsAge(IReadOnlyList<Token> tokens, int i) => i > 0 && tokens[i - 1].Text == ",";

    /// <summary>The bare apostrophe of a plural: "the miners’ union".</summary>
    private static bool IsApostrophe(IReadOnlyList<Token> tokens, int i) =>
        i > 0 && tokens[i].Text is "'" or "’" && tokens[i - 1].End == tokens[i].Start && tokens[i - 1].Lower.EndsWith('s');

    private static bool IsConnective(string lower) =>
        lower is "but" or "and" or "as" or "then" or "so" or "yet" or "or" or "still" or "however" or "nor";

    private static bool IsFiller(string lower) =>
        lower
            is "has"
                or "had"
                or "have"
                or "also"
                or "later"
                or "then"
                or "once"
                or "recently"
                or "would"
                or "will"
                or "just"
                or "even"
                or "went"
                or "still"
                or "often"
                or "again"
                or "who"
                or "to"
                or "did"
                or "each"
                or "both"
                or "all"
        || lower.Length > 4
            && lower.EndsWith("ly", StringComparison.Ordinal)
            && lower is not ("italy" or "family" or "assembly" or "supply");
}
