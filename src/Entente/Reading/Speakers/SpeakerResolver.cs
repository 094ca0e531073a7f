using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>Makes speakers of attributions: surnames become full names, and "he", "she" and "they" the one who spoke last.</summary>
internal sealed class SpeakerResolver(PersonIndex persons)
{
    /// <summary>How many passages back a pronoun may reach.</summary>
    private const int Reach = 1;

    /// <summary>How often a passage is searched for the person that a pronoun means.</summary>
    private const int MostSearches = 8;

    private (int Passage, int Count) searches;
    private (string Name, int Passage)? lastOne;
    private (string Name, int Passage)? lastSeveral;

    /// <summary>The speaker of a "they" that nobody before it can be; settled at the end of the document, or never.</summary>
    public const string UnresolvedThey = "pronoun-open";

    /// <summary>Forgets who spoke: a highlight begins that stood elsewhere in its text.</summary>
    public void Forget() => lastOne = lastSeveral = null;

    /// <summary>The speaker; the default one for "I" and "we".</summary>
    /// <param name="attributed">What the text says of the one who speaks.</param>
    /// <param name="byDefault">Who speaks in this passage where nothing else is said.</param>
    /// <param name="passage">The passage's index, for how far a pronoun reaches.</param>
    /// <param name="before">The passage's text before the pronoun, searched for a person where nobody has spoken.</param>
    public Speaker Resolve(Attributed attributed, Speaker byDefault, int passage, ReadOnlySpan<char> before)
    {
        var reporter = byDefault.Name ?? "the author";
        var subject = attributed.Subject;
        switch (subject.Kind)
        {
            case SubjectKind.Name:
            case SubjectKind.Description:
                var name = subject.Kind == SubjectKind.Name ? persons.Full(subject.Text) : subject.Text;
                if (subject.Plural)
                    lastSeveral = (name, passage);
                else
                    lastOne = (name, passage);
                return new()
                {
                    Name = name,
                    Role = SpeakerRole.Quoted,
                    Via = attributed.Via,
                    ReportedBy = reporter,
                };
            case SubjectKind.Pronoun when subject.Text is "i" or "we":
                return byDefault;
        }
        var last = subject.Plural ? lastSeveral : lastOne;
        var found =
            last is var (known, at) && passage - at <= Reach ? known
            : subject.Plural ? null
            : OnlyPersonBefore(before, passage);
        if (found is not null)
            return new()
            {
                Name = found,
                Role = SpeakerRole.Quoted,
                Via = "pronoun",
                ReportedBy = reporter,
            };
        return new()
        {
            Role = SpeakerRole.Unattributed,
            Via = subject.Plural ? UnresolvedThey : "pronoun",
            ReportedBy = reporter,
        };
    }

    private string? OnlyPersonBefore(ReadOnlySpan<char> text, int passage)
    {
        searches = searches.Passage == passage ? (passage, searches.Count + 1) : (passage, 1);
        return searches.Count > MostSearches ? null : OnlyPerson(text);
    }

    /// <summary>The one person whom a text names in full; null where it names none or several.</summary>
    private static string? OnlyPerson(ReadOnlySpan<char> text)
    {
        var tokens = Tokenizer.Tokenize(text[Math.Max(0, text.Length - 1000)..].ToString());
        string? only = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!NameWords.CanBeName(tokens[i]))
                continue;
            var end = i + 1;
            while (end < tokens.Count && NameWords.CanBeName(tokens[end]) && tokens[end].Start == tokens[end - 1].End + 1)
                end++;
            var from = i;
            var isInstitution = i > 0 && tokens[i - 1].Lower == "the";
            for (var k = i; k < end; k++)
            {
                isInstitution |= NameWords.IsInstitution(tokens[k].Lower);
                if (NameWords.IsRole(tokens[k].Lower))
                    from = k + 1;
            }
            i = end - 1;
            if (isInstitution || end - from is < 2 or > 4)
                continue;
            var name = string.Join(' ', Enumerable.Range(from, end - from).Select(k => tokens[k].Text));
            if (only is not null && only != name)
                return null;
            only = name;
        }
        return only;
    }
}
