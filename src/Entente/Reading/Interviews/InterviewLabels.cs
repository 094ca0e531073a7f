using System.Buffers;
using Entente.Reading.Markup;
using Entente.Reading.Speakers;
using Entente.Reading.Text;

namespace Entente.Reading.Interviews;

/// <summary>Where a block's label ends, and the label: "YS", "Yun Sun", "Q".</summary>
internal readonly record struct Label(string Name, int TextStart);

/// <summary>Finds the labels of an interview or transcript and who is behind them.</summary>
internal sealed class InterviewLabels
{
    private const int LongestLabel = 40;
    private const int FewestTurns = 3;

    private static readonly SearchValues<char> NotInNames = SearchValues.Create(",;!?“\"");

    private static readonly string[] NotLabels =
    [
        "note",
        "update",
        "updated",
        "correction",
        "source",
        "sources",
        "photo",
        "image",
        "summary",
        "background",
        "context",
        "key",
        "warning",
        "read",
        "more",
        "related",
        "topics",
        "tags",
        "author",
        "title",
        "date",
        "example",
        "url",
        "http",
        "https",
        "published",
        "abstract",
        "keywords",
        "conclusion",
        "introduction",
        "question",
        "theorem",
    ];

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    private InterviewLabels(Label?[] ofBlocks) => OfBlocks = ofBlocks;

    /// <summary>The label of each block, null for a block without.</summary>
    public Label?[] OfBlocks { get; }

    /// <summary>The name of the one who asks, null where nobody does more than the others.</summary>
    public string? Interviewer { get; private set; }

    /// <summary>Reads the labels; null where the text is no interview: fewer than two voices, or too few turns.</summary>
    public static InterviewLabels? Find(List<Block> blocks, PersonIndex persons)
    {
        var labels = new Label?[blocks.Count];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind is BlockKind.Heading or BlockKind.TableRow || Read(blocks[i].Text.Text) is not { } label)
                continue;
            labels[i] = label;
            counts[label.Name] = counts.GetValueOrDefault(label.Name) + 1;
        }
        var found = new InterviewLabels(labels);
        foreach (var name in counts.Keys)
            found.names[name] = name;
        found.JoinInitials(counts);
        // A transcript that sets its labels in capitals has one even for who speaks once.
        // A list whose points have titles in capitals ("- OIL: …") has not; "INTERVIEWER:" tells an interview from its first answer on.
        var fewest = counts.Keys.Any(IsAsker) ? 2 : FewestTurns;
        var inCapitals = counts.Count(c => IsCapitals(c.Key)) >= 2 && counts.Where(c => IsCapitals(c.Key)).Sum(c => c.Value) >= fewest;
        inCapitals = inCapitals && (counts.Values.Max() >= 2 || !IsList(blocks, labels));
        // So has a conversation that is labels throughout.
        var start = Array.FindIndex(labels, l => l is not null);
        var labelled = counts.Values.Sum();
        var throughout = start >= 0 && labelled >= FewestTurns && counts.Values.Max() >= 2 && labelled * 3 >= (labels.Length - start) * 2;
        // A label that comes once and belongs to nobody else is a colon in a sentence ("The result: …").
        var voices = counts
            .GroupBy(c => found.names[c.Key])
            .Where(g => g.Sum(c => c.Value) >= 2 || (inCapitals && IsCapitals(g.Key)) || (throughout && IsKnown(g.Key, persons)))
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        if (voices.Count < 2)
            return null;
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] is { } label && !voices.Contains(found.names[label.Name]))
                labels[i] = null;
        }
        if (labels.Count(l => l is not null) < fewest)
            return null;
        found.FindInterviewer(blocks);
        found.FullNames(blocks, persons);
        return found;
    }

    /// <summary>The name behind a label.</summary>
    public string Name(Label label) => names[label.Name];

    /// <summary>The name behind a label as it is written; null for one that is not among the labels.</summary>
    public string? NameOf(string label)
    {
        var bracket = label.AsSpan().IndexOfAny('(', '[');
        return names.GetValueOrDefault((bracket > 0 ? label[..bracket] : label).Trim());
    }

    /// <summary>A label at the head of a block: capitalised words and a colon, a time stamp before it or in brackets after it left out.</summary>
    private static Label? Read(string text)
    {
        var at = 0;
        if (
            text[0] is '[' or '('
            && text.AsSpan(0, Math.Min(text.Length, 16)).IndexOfAny(']', ')') is > 0 and var stamp
            && char.IsAsciiDigit(text[1])
        )
            at = stamp + 1;
        while (at < text.Length && text[at] == ' ')
            at++;
        // "Q. Who pays?" "A. Nobody."
        if (at + 3 < text.Length && text[at] is 'Q' or 'A' && text[at + 1] is '.' && text[at + 2] == ' ')
            return new(text[at] == 'Q' ? "Q" : "A", at + 3);
        var colon = text.IndexOf(':', at, Math.Min(text.Length - at, LongestLabel));
        if (colon <= at || (colon + 1 < text.Length && !char.IsWhiteSpace(text[colon + 1])))
            return null;
        var name = text[at..colon];
        var bracket = name.AsSpan().IndexOfAny('(', '[');
        if (bracket > 0)
            name = name[..bracket];
        name = name.Trim();
        if (
            name.Length == 0
            || !char.IsUpper(name[0])
            || (name != "QUESTION" && Array.Exists(NotLabels, n => n.Equals(name, StringComparison.OrdinalIgnoreCase)))
        )
            return null;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (
            words.Length > 4
            || !words.All(w =>
                char.IsUpper(w[0]) || NameWords.IsParticle(w) || (w != words[0] && w.Length <= 2 && w.All(char.IsAsciiDigit))
            )
            || name.AsSpan().ContainsAny(NotInNames)
        )
            return null;
        var start = colon + 1;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        return start < text.Length ? new(name, start) : null;
    }

    /// <summary>"YS" is the "Yun Sun" and "G" the "Grid" that stood there in full before.</summary>
    private void JoinInitials(Dictionary<string, int> counts)
    {
        foreach (var label in counts.Keys)
        {
            if (!label.All(char.IsUpper))
                continue;
            string[] full = [.. counts.Keys.Where(o => o.Length > label.Length && Initials(o) == label)];
            if (full.Length == 1)
                names[label] = full[0];
        }
        // "Sun" beside "Yun Sun"
        foreach (var label in counts.Keys.Where(l => !l.Contains(' ', StringComparison.Ordinal) && names[l] == l))
        {
            string[] full = [.. counts.Keys.Where(o => o.EndsWith(" " + label, StringComparison.OrdinalIgnoreCase))];
            if (full.Length == 1)
                names[label] = full[0];
        }
    }

    /// <summary>A name of two words, or of one that the text gives in full.</summary>
    private static bool IsKnown(string label, PersonIndex persons) =>
        label.Contains(' ', StringComparison.Ordinal) || persons.Full(label) != label || persons.ByGiven(label) is not null;

    private static bool IsAsker(string label) => label.ToLowerInvariant() is "interviewer" or "host" or "moderator" or "presenter";

    /// <summary>True where every label stands at the head of a point in a list.</summary>
    private static bool IsList(List<Block> blocks, Label?[] labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] is not null && blocks[i].Kind != BlockKind.Item)
                return false;
        }
        return true;
    }

    private static bool IsCapitals(string label) => label.Length >= 3 && !label.Any(char.IsLower);

    private static string Initials(string name) =>
        string.Concat(
            (name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name)
                .Split(' ', '-')
                .Where(w => w.Length > 0 && char.IsUpper(w[0]))
                .Select(w => w[0])
        );

    private void FindInterviewer(List<Block> blocks)
    {
        var turns = new Dictionary<string, (int Turns, int Questions)>(StringComparer.Ordinal);
        string? voice = null;
        var asks = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (OfBlocks[i] is { } label)
            {
                Count();
                voice = Name(label);
            }
            if (voice is not null)
                asks = blocks[i].Text.Text.EndsWith('?') || (OfBlocks[i] is null && asks && blocks[i].Kind == BlockKind.Heading);
        }
        Count();
        Interviewer = turns.Keys.FirstOrDefault(n =>
            n.ToLowerInvariant() is "q" or "interviewer" or "host" or "moderator" or "question" or "reporter" or "journalist"
        );
        if (Interviewer is not null)
            return;
        var most = turns.MaxBy(t => (double)t.Value.Questions / t.Value.Turns);
        if (most.Value.Questions * 2 >= most.Value.Turns)
            Interviewer = most.Key;

        void Count()
        {
            if (voice is null)
                return;
            var (all, questions) = turns.GetValueOrDefault(voice);
            turns[voice] = (all + 1, questions + (asks ? 1 : 0));
        }
    }

    /// <summary>Full names from the text: initials and surnames that no full label explains, and who "A" is.</summary>
    private void FullNames(List<Block> blocks, PersonIndex persons)
    {
        foreach (var (label, name) in names.ToArray())
        {
            if (name != label)
                continue;
            names[label] = FullName(label, blocks, persons);
            if (Interviewer == label)
                Interviewer = names[label];
        }
        foreach (var (label, name) in names.ToArray())
        {
            if (name != label && names.TryGetValue(name, out var further))
                names[label] = further;
        }
    }

    private string FullName(string label, List<Block> blocks, PersonIndex persons)
    {
        if (label is "A" or "Answer")
            return Interviewee(blocks.TakeWhile((_, i) => OfBlocks[i] is null)) ?? label;
        var capitals = label.Any(char.IsLetter) && !label.Any(char.IsLower);
        if (capitals && label.Length is 2 or 3)
            return persons.ByInitials(label) ?? label;
        var words = (capitals ? Capitalised(label) : label).Split(' ');
        // "FOREIGN MINISTER DOE" is Doe, "Dr. Jane Doe" Jane Doe; "MODERATOR" is whom the list of participants calls so.
        var name = words.Length - 1;
        while (name > 0 && !NameWords.IsRole(words[name - 1].TrimEnd('.').ToLowerInvariant()))
            name--;
        var bare = string.Join(' ', words[name..]);
        if (label.Contains(' ', StringComparison.Ordinal) && name == 0)
            return label.Length > 4 && capitals ? bare : label;
        if (name == 0 && IsFunction(bare))
            return InBrackets(bare, blocks) ?? bare;
        if (bare.Contains(' ', StringComparison.Ordinal))
            return label.Length > 4 && capitals ? bare : label;
        var full = persons.Full(bare);
        if (full == bare)
            full = persons.ByGiven(bare) ?? bare;
        return full == bare && name > 0 ? string.Join(' ', words) : full;
    }

    private static bool IsFunction(string label) =>
        label.ToLowerInvariant() is "moderator" or "host" or "chair" or "presenter" or "anchor" or "interviewer";

    /// <summary>The name in "Jane Doe (moderator)" before the first turn.</summary>
    private string? InBrackets(string function, List<Block> blocks)
    {
        for (var i = 0; i < blocks.Count && OfBlocks[i] is null; i++)
        {
            var text = blocks[i].Text.Text;
            var at = text.IndexOf($" ({function})", StringComparison.OrdinalIgnoreCase);
            if (at <= 0)
                continue;
            var start = text.LastIndexOfAny([',', ':', ';', '.'], at - 1) + 1;
            var name = text[start..at].Trim();
            if (name.Length is > 3 and < LongestLabel && char.IsUpper(name[0]))
                return name.StartsWith("and ", StringComparison.Ordinal) ? name[4..] : name;
        }
        return null;
    }

    /// <summary>"ANSAH-POKU" as it is written elsewhere: "Ansah-Poku".</summary>
    private static string Capitalised(string upper) =>
        string.Create(
            upper.Length,
            upper,
            static (written, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    written[i] = i > 0 && char.IsLetter(source[i - 1]) ? char.ToLowerInvariant(source[i]) : source[i];
            }
        );

    /// <summary>The name in "spoke with Jane Doe, director of …" in what comes before the first turn.</summary>
    public static string? Interviewee(IEnumerable<Block> introduction)
    {
        foreach (var block in introduction)
        {
            var text = block.Text.Text;
            foreach (
                var phrase in (ReadOnlySpan<string>)
                    [
                        "spoke with ",
                        "spoke to ",
                        "spoken with ",
                        "speaks with ",
                        "speaks to ",
                        "talked to ",
                        "talked with ",
                        "talks to ",
                        "talks with ",
                        "interviewed ",
                        "interview with ",
                        "conversation with ",
                        "q&a with ",
                        "questions to ",
                        "questions for ",
                        "sat down with ",
                        "asked ",
                    ]
            )
            {
                var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
                if (at < 0)
                    continue;
                var rest = text[(at + phrase.Length)..];
                var tokens = Tokenizer.Tokenize(rest.Length > 200 ? rest[..200] : rest);
                var end = 0;
                while (end < tokens.Count && tokens[end].Text is not ("," or "." or ";" or "(" or "—"))
                    end++;
                var subject = SubjectPhrase.Read(rest, tokens, 0, end);
                for (var cut = 1; cut < end; cut++)
                {
                    if (tokens[cut].Lower is "about" or "on" or "for" or "in" or "at")
                    {
                        subject = SubjectPhrase.Read(rest, tokens, 0, cut);
                        break;
                    }
                }
                if (subject.Kind == SubjectKind.Name)
                    return subject.Text;
            }
        }
        return null;
    }
}
