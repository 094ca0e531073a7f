using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>A person whom a text names, for "he" and "she" to mean.</summary>
/// <param name="Name">The name without offices, in full where the text gives it so before.</param>
/// <param name="Gender">What title or given name say.</param>
/// <param name="IsHead">True where the name begins its sentence, offices aside: what the sentence is about.</param>
internal readonly record struct PersonMention(string Name, Gender Gender, bool IsHead);

/// <summary>Finds the persons named in a stretch of text outside quotation marks: two to four capitalised words that are no place and no institution.</summary>
internal static class PersonMentions
{
    private const int Longest = 1500;

    private static readonly HashSet<string> NotPersons = new(
        (
            "kong city bay valley region pact deal plan palace hotel airport tribune herald gazette telegraph guardian television airlines energy oil gas steel motors hall square"
            + " stream doctrine declaration protocol convention accord accords front movement army navy force mission square canal dam bridge line belt road games cup"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Adds the persons of a stretch of text in order.</summary>
    /// <param name="tokens">The words of the text.</param>
    /// <param name="start">The stretch's first offset; of a long one only the end is read.</param>
    /// <param name="stop">One past its last offset.</param>
    /// <param name="known">A name whose last word alone means it.</param>
    /// <param name="persons">The names in the document, for a family name whose full one stands elsewhere.</param>
    /// <param name="found">Where they are added.</param>
    public static void Find(IReadOnlyList<Token> tokens, int start, int stop, string? known, PersonIndex persons, List<PersonMention> found)
    {
        start = Math.Max(start, stop - Longest);
        var begin = IndexAt(tokens, start);
        var count = IndexAt(tokens, stop);
        var quoted = false;
        var sentence = begin;
        var heads = true;
        var someone = false;
        for (var i = begin; i < count; i++)
        {
            var token = tokens[i];
            switch (token.Text)
            {
                case "“" or "«" or "„":
                    quoted = true;
                    continue;
                case "”" or "»":
                    quoted = false;
                    (sentence, heads) = (i + 1, EndsSentence(tokens, i - 1));
                    continue;
                case "\"":
                    quoted = !quoted;
                    continue;
            }
            if (quoted)
                continue;
            if (EndsSentence(tokens, i))
            {
                Unnamed();
                (sentence, heads) = (i + 1, true);
                continue;
            }
            if (!NameWords.CanBeName(token))
            {
                someone |= heads && IsSomeone(tokens, i, sentence);
                heads &= IsBeforeHead(tokens, i);
                if (!heads)
                    Unnamed();
                continue;
            }
            var end = i + 1;
            while (end < count && SubjectPhrase.IsNamePart(tokens, end, i, count) && tokens[end].Start <= tokens[end - 1].End + 1)
                end++;
            if (Read(tokens, i, end, known, persons, found, heads && i - sentence < 12) is { } mention)
            {
                found.Add(mention);
                (heads, someone) = (false, false);
            }
            else if (end < count && tokens[end].Kind == TokenKind.Word && !IsBeforeHead(tokens, end))
            {
                heads = false;
                Unnamed();
            }
            i = end - 1;
        }
        Unnamed();

        void Unnamed()
        {
            if (someone)
                found.Add(new(NoName, Gender.Unknown, true));
            someone = false;
        }
    }

    /// <summary>The name of a person whom a sentence brings in without one.</summary>
    public const string NoName = "";

    /// <summary>True at the word for a person whom nobody has met yet: "a banker", "his counterpart", "Italy's envoy", "so did the envoy".</summary>
    private static bool IsSomeone(IReadOnlyList<Token> tokens, int i, int sentence)
    {
        // "said Jane Doe, a former minister": the stretch begins inside a sentence.
        if (sentence > 0 && tokens[sentence - 1].Text is not ("." or "?" or "!" or "”" or "»" or "\""))
            return false;
        if (!NameWords.IsSource(tokens[i].Lower) || tokens[i].Lower.EndsWith('s') || !NameWords.IsPersonal(tokens[i].Lower))
            return false;
        for (var k = i - 1; k >= sentence && k >= i - 5; k--)
        {
            if (tokens[k].Lower is "a" or "an" or "one" or "another" or "his" or "her" or "its" or "their" or "'s")
                return true;
        }
        return false;
    }

    private static int IndexAt(IReadOnlyList<Token> tokens, int offset)
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

    private static PersonMention? Read(
        IReadOnlyList<Token> tokens,
        int from,
        int to,
        string? known,
        PersonIndex persons,
        List<PersonMention> found,
        bool isHead
    )
    {
        var gender = from > 0 ? Genders.OfTitle(tokens[from - 1].Lower) : Gender.Unknown;
        var start = from;
        var hasTitle = false;
        for (var k = from; k < to; k++)
        {
            if (NameWords.IsInstitution(tokens[k].Lower) || NotPersons.Contains(tokens[k].Lower))
                return null;
            if (!NameWords.IsRole(tokens[k].Lower))
                continue;
            gender = Genders.OfTitle(tokens[k].Lower) is var title and not Gender.Unknown ? title : gender;
            hasTitle = true;
            start = k + 1;
            if (start < to && tokens[start].Text == ".")
                start++;
        }
        if (start >= to || (!hasTitle && from > 0 && tokens[from - 1].Lower == "the") || NameWords.IsPlaceHead(tokens[start].Lower))
            return null;
        // "in Kuala Lumpur", "to Hong Kong"; "Zambia's"
        if (!hasTitle && from > 0 && tokens[from - 1].Lower is "in" or "at")
            return null;
        var words = 0;
        for (var k = start; k < to; k++)
            words += NameWords.CanBeName(tokens[k]) && (k == start || tokens[k - 1].Text is not ("-" or "‐")) ? 1 : 0;
        var name = Written(tokens, start, to);
        if (words == 1 && Full(name, known, found) is { } full)
            return new(full, gender == Gender.Unknown ? Genders.OfName(full) : gender, isHead);
        // "Doe was more cautious", where the document has named Jane Doe; a place has no given name.
        if (words == 1 && isHead && persons.Full(name) is var elsewhere && Genders.OfName(elsewhere) is var given and not Gender.Unknown)
            return new(elsewhere, given, isHead);
        if (words is < 2 or > 4 && !(words == 1 && hasTitle))
            return null;
        return new(name, gender == Gender.Unknown ? Genders.OfName(name) : gender, isHead);
    }

    private static string? Full(string name, string? known, List<PersonMention> found)
    {
        if (known is not null && known.EndsWith(name, StringComparison.Ordinal) && known.Length > name.Length)
            return known;
        foreach (var mention in found)
        {
            if (mention.Name.EndsWith(name, StringComparison.Ordinal) && mention.Name.Length > name.Length)
                return mention.Name;
        }
        return null;
    }

    private static string Written(IReadOnlyList<Token> tokens, int from, int to)
    {
        var name = tokens[from].Text;
        for (var k = from + 1; k < to; k++)
            name += (tokens[k].Start > tokens[k - 1].End ? " " : "") + tokens[k].Text;
        return name;
    }

    private static bool EndsSentence(IReadOnlyList<Token> tokens, int i) =>
        i >= 0
        && tokens[i].Text is "." or "?" or "!"
        && !(i > 0 && char.IsUpper(tokens[i - 1].Text[0]) && (tokens[i - 1].Length == 1 || Abbreviations.BeforeName(tokens[i - 1].Lower)));

    /// <summary>Words that may stand between a sentence's beginning and the person it is about.</summary>
    private static bool IsBeforeHead(IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Text is "," or "-"
        || NameWords.IsDeterminer(tokens[i].Lower)
        || NameWords.IsRole(tokens[i].Lower)
        || NameWords.IsSource(tokens[i].Lower)
        || tokens[i].Lower is "'s" or "but" or "and" or "of" or "so" or "did" or "does";
}
