using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>Makes speakers of attributions: surnames become full names, and "he", "she", "it" and "they" the one they can only mean.</summary>
internal sealed class SpeakerResolver(PersonIndex persons)
{
    /// <summary>How many passages back a pronoun may reach.</summary>
    private const int Reach = 1;

    /// <summary>How often a passage is searched for the person that a pronoun means.</summary>
    private const int MostSearches = 8;

    private readonly List<PersonMention> mentions = [];
    private (int Passage, int Count) searches;
    private Known? lastPerson;
    private Known? otherPerson;
    private Known? lastBody;
    private (string Name, int Passage)? lastSeveral;
    private string? textBefore;
    private string textNow = "";
    private IReadOnlyList<Token>? tokensBefore;
    private IReadOnlyList<Token>? tokensNow;
    private int passageNow = -1;

    /// <summary>The speaker of a "they" that nobody before it can be; settled at the end of the document, or never.</summary>
    public const string UnresolvedThey = "pronoun-open";

    /// <summary>One who spoke, and where.</summary>
    private readonly record struct Known(string Name, Gender Gender, int Passage, int End);

    /// <summary>Forgets who spoke: a highlight begins that stood elsewhere in its text.</summary>
    public void Forget()
    {
        lastPerson = otherPerson = lastBody = null;
        lastSeveral = null;
        textBefore = null;
        textNow = "";
        tokensBefore = tokensNow = null;
    }

    /// <summary>Begins a passage; the one before it is kept for the pronouns of this one.</summary>
    public void Enter(string text, int passage)
    {
        (textBefore, tokensBefore) = passageNow == passage - 1 ? (textNow, tokensNow) : (null, null);
        (textNow, tokensNow, passageNow) = (text, null, passage);
    }

    /// <summary>The words of the passage entered last, for whoever reads it: they are made once, and only where somebody asks.</summary>
    public IReadOnlyList<Token> Tokens => tokensNow ??= Tokenizer.Tokenize(textNow);

    /// <summary>The speaker; the default one for "I" and "we".</summary>
    /// <param name="attributed">What the text says of the one who speaks.</param>
    /// <param name="byDefault">Who speaks in this passage where nothing else is said.</param>
    /// <param name="passage">The passage's index, for how far a pronoun reaches.</param>
    public Speaker Resolve(Attributed attributed, Speaker byDefault, int passage)
    {
        var reporter = attributed.Reporter.Kind is SubjectKind.Name or SubjectKind.Description
            ? persons.Full(attributed.Reporter.Text)
            : byDefault.Name ?? "the author";
        var subject = attributed.Subject;
        switch (subject.Kind)
        {
            case SubjectKind.Name:
            case SubjectKind.Description:
                var name = subject.Kind == SubjectKind.Name ? persons.Full(subject.Text) : persons.ByOffice(subject.Text) ?? subject.Text;
                Remember(attributed, name, passage);
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
        var found = subject.Text switch
        {
            "they" => lastSeveral is var (several, at) && passage - at <= Reach ? several : null,
            "it" => lastBody is { } body && passage - body.Passage <= Reach ? body.Name : null,
            _ => Answering(attributed, passage) ? Other(subject.Text, attributed, passage) : Person(subject.Text, attributed, passage),
        };
        if (found is not null)
        {
            Keep(found, subject.Text, attributed, passage);
            return new()
            {
                Name = found,
                Role = SpeakerRole.Quoted,
                Via = "pronoun",
                ReportedBy = reporter,
            };
        }
        return new()
        {
            Role = SpeakerRole.Unattributed,
            Via = subject.Plural ? UnresolvedThey : "pronoun",
            ReportedBy = reporter,
        };
    }

    /// <summary>Whom a pronoun meant spoke here too: the next pronoun counts from here.</summary>
    private void Keep(string found, string pronoun, Attributed attributed, int passage)
    {
        var end = Math.Min(attributed.End, textNow.Length);
        if (pronoun == "they")
            lastSeveral = (found, passage);
        else if (pronoun == "it")
            lastBody = new(found, Gender.Unknown, passage, end);
        else
            Speaks(new(found, pronoun == "she" ? Gender.Female : Gender.Male, passage, end));
    }

    private void Speaks(Known person)
    {
        if (lastPerson is { } before && before.Name != person.Name)
            otherPerson = before;
        lastPerson = person;
    }

    /// <summary>"“Germany always wants more,” she replied": somebody else has spoken, and the text says nothing of a question.</summary>
    private bool Answering(Attributed attributed, int passage)
    {
        if (lastPerson is not { } last || last.Passage != passage || last.End > attributed.Start)
            return false;
        var clause = textNow.AsSpan(attributed.Start, Math.Min(attributed.End, textNow.Length) - attributed.Start);
        if (!clause.Contains("replied", StringComparison.Ordinal) && !clause.Contains("retorted", StringComparison.Ordinal))
            return false;
        var between = textNow.AsSpan(last.End, attributed.Start - last.End);
        return !between.Contains("ask", StringComparison.OrdinalIgnoreCase)
            && !between.Contains("question", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The one who answers the last speaker: who spoke before, else the only other person whom the passage names.</summary>
    private string? Other(string pronoun, Attributed attributed, int passage)
    {
        var last = lastPerson!.Value;
        if (otherPerson is { } other && passage - other.Passage <= Reach)
            return Genders.Excludes(other.Gender, pronoun) ? null : other.Name;
        mentions.Clear();
        PersonMentions.Find(Tokens, 0, attributed.Start, last.Name, persons, mentions);
        string? only = null;
        foreach (var mention in mentions)
        {
            if (mention.Name == last.Name || Genders.Excludes(mention.Gender, pronoun))
                continue;
            if (mention.Name == PersonMentions.NoName || only is not null && only != mention.Name)
                return null;
            only = mention.Name;
        }
        return only;
    }

    private void Remember(Attributed attributed, string name, int passage)
    {
        var subject = attributed.Subject;
        if (subject.Plural)
        {
            lastSeveral = (name, passage);
            return;
        }
        var end = Math.Min(attributed.End, textNow.Length);
        var isBody = IsBody(subject, name);
        var known = new Known(name, isBody ? Gender.Unknown : GenderOf(subject, name, attributed), passage, end);
        // A name of one word that stands nowhere in full may be either.
        if (isBody || !name.Contains(' ', StringComparison.Ordinal))
            lastBody = known;
        if (!isBody)
            Speaks(known);
    }

    private static bool IsBody(Subject subject, string name)
    {
        if (subject.Kind == SubjectKind.Name)
        {
            foreach (var word in name.AsSpan().Split(' '))
            {
                if (NameWords.IsInstitution(name[word].ToLowerInvariant()))
                    return true;
            }
            return NameWords.IsPlaceHead(name.Split(' ')[0].ToLowerInvariant());
        }
        return !NameWords.IsPersonal(name);
    }

    /// <summary>What the title before the name, the word of a description, or the given name says.</summary>
    private Gender GenderOf(Subject subject, string name, Attributed attributed)
    {
        if (subject.Kind == SubjectKind.Description)
            return Genders.OfTitle(subject.Text[(subject.Text.LastIndexOf(' ') + 1)..].ToLowerInvariant());
        var from = Math.Clamp(attributed.Start, 0, textNow.Length);
        var at = textNow.IndexOf(subject.Text, from, Math.Clamp(attributed.End, from, textNow.Length) - from, StringComparison.Ordinal);
        if (at > 1)
        {
            var end = at - 1;
            if (end > 0 && textNow[end - 1] is '.' or ',')
                end--;
            var start = end;
            while (start > 0 && char.IsLetter(textNow[start - 1]))
                start--;
            if (Genders.OfTitle(textNow[start..end].ToLowerInvariant()) is var title and not Gender.Unknown)
                return title;
        }
        return Genders.OfName(name);
    }

    /// <summary>
    /// The person that "he" or "she" means: the one who spoke last, unless the text has turned to somebody else since; where nobody spoke,
    /// the only one whom the text names. Nobody where two fit.
    /// </summary>
    private string? Person(string pronoun, Attributed attributed, int passage)
    {
        var start = attributed.Start;
        searches = searches.Passage == passage ? (passage, searches.Count + 1) : (passage, 1);
        var last =
            lastPerson is { } spoke && passage - spoke.Passage <= Reach && !Genders.Excludes(spoke.Gender, pronoun) ? lastPerson : null;
        if (searches.Count > MostSearches)
            return last?.Name;
        mentions.Clear();
        if (lastPerson is { } far && passage - far.Passage == Reach + 1 && textBefore is not null && !Genders.Excludes(far.Gender, pronoun))
        {
            // A paragraph that names nobody does not change who "she" is.
            tokensBefore ??= Tokenizer.Tokenize(textBefore);
            PersonMentions.Find(tokensBefore, 0, textBefore.Length, far.Name, persons, mentions);
            PersonMentions.Find(Tokens, 0, Math.Clamp(start, 0, textNow.Length), far.Name, persons, mentions);
            if (mentions.TrueForAll(m => m.Name == far.Name))
                return far.Name;
            mentions.Clear();
        }
        var position = lastPerson is { } any && passage - any.Passage <= Reach ? lastPerson : null;
        if (textBefore is not null && position?.Passage != passage)
        {
            tokensBefore ??= Tokenizer.Tokenize(textBefore);
            var spokeAt = position is { } p && p.Passage == passage - 1 ? p.End : 0;
            PersonMentions.Find(tokensBefore, spokeAt, textBefore.Length, position?.Name, persons, mentions);
        }
        var from = position is { } here && here.Passage == passage ? Math.Min(here.End, start) : 0;
        PersonMentions.Find(Tokens, from, Math.Clamp(start, from, textNow.Length), position?.Name, persons, mentions);
        string? only = null;
        string? head = null;
        var several = false;
        foreach (var mention in mentions)
        {
            if (Genders.Excludes(mention.Gender, pronoun))
                continue;
            several |= only is not null && only != mention.Name;
            only = mention.Name;
            if (mention.IsHead)
                head = mention.Name;
        }
        if (last is { } speaker)
        {
            // Two have spoken here, and the pronoun fits the first for certain and the second perhaps.
            var isTurn =
                otherPerson is { } other && other.Passage == passage && speaker.Passage == passage && speaker.Gender == Gender.Unknown;
            if (isTurn && otherPerson!.Value.Gender == (pronoun == "she" ? Gender.Female : Gender.Male))
                return null;
            if (head is null || head == speaker.Name)
                return speaker.Name;
            if (head == PersonMentions.NoName)
                return null;
            return several && !mentions.TrueForAll(m => m.Name == head || m.Name == speaker.Name || Genders.Excludes(m.Gender, pronoun))
                ? null
                : head;
        }
        return several
            ? TellsOther(pronoun, attributed)
                ? OnlyCertain(pronoun)
                : null
            : only == PersonMentions.NoName
                ? null
                : only;
    }

    /// <summary>"she told him": two people of whom one is a woman and the other a man.</summary>
    private bool TellsOther(string pronoun, Attributed attributed)
    {
        var start = Math.Clamp(attributed.Start, 0, textNow.Length);
        var clause = textNow.AsSpan(start, Math.Min(attributed.End + 5, textNow.Length) - start);
        var other = pronoun == "she" ? " him" : " her";
        var at = clause.IndexOf(other);
        if (at < 0 || !clause[..at].EndsWith("told") && !clause[..at].EndsWith("tells") && !clause[..at].EndsWith("assured"))
            return false;
        // "told her minister": hers, not her.
        var behind = textNow.AsSpan(start + at + other.Length);
        return behind.Length > 0
            && (
                behind[0] is ',' or '.' or ':' or ';'
                || behind.StartsWith(" that ")
                || behind[0] == ' '
                    && (other == " him" || behind.StartsWith(" in ") || behind.StartsWith(" over ") || behind.StartsWith(" on "))
            );
    }

    /// <summary>The one of the people found whom the pronoun fits for certain; null where it is none or several.</summary>
    private string? OnlyCertain(string pronoun)
    {
        string? certain = null;
        foreach (var mention in mentions)
        {
            if (mention.Gender != (pronoun == "she" ? Gender.Female : Gender.Male) || mention.Name == PersonMentions.NoName)
                continue;
            if (certain is not null && certain != mention.Name)
                return null;
            certain = mention.Name;
        }
        return certain;
    }
}
