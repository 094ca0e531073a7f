using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>A quotation with the one who says it.</summary>
/// <param name="Quotation">The words and their marks.</param>
/// <param name="Speaker">Who says them; null for words that the author only marks ("so-called").</param>
/// <param name="IsWhole">True for a sentence or clause that stands by itself, false for a fragment of the sentence around it.</param>
internal readonly record struct Voice(Quotation Quotation, Speaker? Speaker, bool IsWhole);

/// <summary>Gives each quotation of a paragraph its speaker.</summary>
internal sealed class Voices(string text, Attribution attribution, SpeakerResolver resolver, Speaker byDefault, int passage)
{
    private const int FewestWords = 4;

    private readonly List<Voice> voices = [];
    private IReadOnlyList<(int Start, int End)> sentences = [];
    private Speaker?[] indirect = [];
    private int lastSentence = -1;
    private bool inDialogue;

    /// <summary>Who speaks in each sentence without quotation marks, as far as it says so itself; null for the others.</summary>
    public Speaker? Indirect(int sentence) => indirect[sentence];

    public List<Voice> Of(List<Quotation> quotations, IReadOnlyList<(int Start, int End)> inSentences, Speaker? carried, bool nextIsQuoted)
    {
        sentences = inSentences;
        indirect = new Speaker?[sentences.Count];
        Speaker? previous = null;
        var s = 0;
        var read = 0;
        for (var i = 0; i < quotations.Count; i++)
        {
            var quotation = quotations[i];
            while (s + 1 < sentences.Count && sentences[s].End <= quotation.Start)
                s++;
            // Sentences are read in order: who speaks in one may be the "he" of the next.
            for (; read < s; read++)
                Reported(read);
            var first = sentences[s];
            if (!quotation.Closed && !nextIsQuoted)
            {
                // The closing mark is missing: the quotation is taken to the end of its sentence.
                var end = Math.Max(first.End, quotation.InnerStart);
                quotation = quotation with { InnerEnd = end, End = end, Closed = true };
            }
            var l = s;
            while (l + 1 < sentences.Count && sentences[l].End < quotation.InnerEnd)
                l++;
            read = l + 1;
            var clauseStart = voices.Count > 0 && voices[^1].Quotation.End > first.Start ? voices[^1].Quotation.End : first.Start;
            var voice = Of(quotation, s, l, clauseStart, previous, i == 0 && quotation.Start == 0 ? carried : null);
            voices.Add(voice);
            if (voice.IsWhole || voice.Speaker is not null)
            {
                inDialogue |= previous is not null && voice.Speaker is not null && previous.Name != voice.Speaker.Name;
                previous = voice.Speaker;
                lastSentence = l;
            }
        }
        for (; read < sentences.Count; read++)
            Reported(read);
        return voices;
    }

    private void Reported(int sentence)
    {
        if (attribution.Indirect(sentences[sentence].Start, sentences[sentence].End) is { } found)
            indirect[sentence] = Resolve(found);
    }

    private Voice Of(Quotation quotation, int sentence, int lastOne, int clauseStart, Speaker? previous, Speaker? carried)
    {
        if (quotation.InnerEnd <= quotation.InnerStart)
            return new(quotation, null, false);
        var (first, last) = (sentences[sentence], sentences[lastOne]);
        var startsSentence = quotation.Start == first.Start;
        var fillsSentences = startsSentence && quotation.End >= last.End;
        var upper = StartsUpper(quotation);
        var closing = quotation.InnerEnd - 1;
        while (closing > quotation.InnerStart && text[closing] is '’' or '\'')
            closing--;
        var signInside = text[closing] is ',' or '.' or '?' or '!' or '…' or '—' or '-' or ';';
        var signAfter = quotation.End < text.Length && text[quotation.End] is ',' or '.' or '—' or ';';
        var words = Quotations.Words(text, quotation, FewestWords + 1);

        if (!fillsSentences && (signInside || signAfter) && attribution.After(quotation.End, last.End) is { } after)
        {
            // In "the book “Title,” Doe wrote" the words in marks are no speech, but the sentence is Doe's all the same.
            var whole = upper && (startsSentence || clauseStart > first.Start || EndsClause(quotation.Start));
            return new(quotation, Resolve(after), whole);
        }
        if (!startsSentence)
        {
            var adjacent = EndsClause(quotation.Start);
            var before = adjacent
                ? attribution.Before(quotation.Start, clauseStart) ?? attribution.Announced(quotation.Start, clauseStart)
                : null;
            if (before is { } found)
            {
                if (upper && (words >= 2 || signInside))
                    return new(quotation, Resolve(found), true);
                // Only a fragment that follows its verb directly is spoken by the verb's subject.
                if (quotation.Start - found.End <= 2 && words >= FewestWords)
                    return new(quotation, Resolve(found), false);
            }
            // "“…,” Doe said, “…”"
            if (
                clauseStart > first.Start
                && previous is { Role: SpeakerRole.Quoted }
                && adjacent
                && before is null
                && voices[^1].Speaker == previous
                && !(
                    FollowsThat(quotation.Start) && attribution.Fragment(quotation.Start, quotation.End, clauseStart, last.End) is not null
                )
            )
                return new(quotation, previous, voices[^1].IsWhole);
        }
        if (carried is not null)
            return new(quotation, carried, true);
        // "MINISTER DOE: “The debt will be paid.”": a transcript that sets the turns in marks.
        if (fillsSentences && byDefault.Via == "label" && quotation.Start == 0 && lastOne == sentences.Count - 1)
            return new(quotation, byDefault, true);
        if (!fillsSentences)
        {
            var fragment = attribution.Fragment(quotation.Start, quotation.End, clauseStart, last.End);
            return new(quotation, fragment is { } by && Resolve(by) is { Role: SpeakerRole.Quoted } speaker ? speaker : null, false);
        }
        if (words < FewestWords && !signInside)
            return new(quotation, null, false);
        return new(
            quotation,
            Uncued(quotation, sentence, lastOne, previous)
                ?? new Speaker
                {
                    Role = SpeakerRole.Unattributed,
                    Via = "quotation",
                    ReportedBy = byDefault.Name ?? "the author",
                },
            true
        );
    }

    /// <summary>
    /// The speaker of a quotation that has a sentence to itself: whom the sentence before shows speaking or taking a stand, else the one who
    /// spoke last; nobody in a dialogue whose turns only the marks tell apart.
    /// </summary>
    private Speaker? Uncued(Quotation quotation, int sentence, int lastOne, Speaker? previous)
    {
        if (lastOne + 1 < sentences.Count && attribution.Behind(sentences[lastOne + 1].Start, sentences[lastOne + 1].End) is { } behind)
            return Resolve(behind);
        if (previous is not null && lastSentence >= sentence - 1)
        {
            var isTurn = voices.Count > 0 && IsBlank(voices[^1].Quotation.End, quotation.Start);
            return inDialogue && isTurn ? null : Continued(previous);
        }
        if (sentence == 0)
            return null;
        var (start, end) = sentences[sentence - 1];
        if (attribution.Bare(start, end) is { } bare)
            return Resolve(bare);
        if (indirect[sentence - 1] is { Role: SpeakerRole.Quoted } reported)
            return Continued(reported);
        if (attribution.Stand(start, end) is { } stand)
            return Resolve(stand) is { Role: SpeakerRole.Quoted } person ? person : null;
        return previous is null || attribution.TurnsFrom(start, end, previous.Name) ? null : Continued(previous);
    }

    private static Speaker Continued(Speaker speaker) => speaker.Role == SpeakerRole.Quoted ? speaker with { Via = "continued" } : speaker;

    private bool IsBlank(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
                return false;
        }
        return true;
    }

    private Speaker Resolve(Attributed attributed) => resolver.Resolve(attributed, byDefault, passage);

    private bool StartsUpper(Quotation quotation)
    {
        for (var i = quotation.InnerStart; i < quotation.InnerEnd; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
                return !char.IsLower(text[i]);
        }
        return false;
    }

    /// <summary>True where a quotation follows a comma, colon or dash, as speech does.</summary>
    private bool EndsClause(int start)
    {
        var at = start - 1;
        while (at > 0 && char.IsWhiteSpace(text[at]))
            at--;
        return at <= 0 || text[at] is ',' or ':' or '—' or '–' or ';' or '(' || FollowsThat(start) || EndsWithVerb(at + 1);
    }

    /// <summary>"said that “…”", but also "called that “…”".</summary>
    private bool FollowsThat(int start) => text.AsSpan(0, start).TrimEnd().EndsWith(" that");

    private bool EndsWithVerb(int end)
    {
        var from = end;
        while (from > 0 && char.IsLetter(text[from - 1]))
            from--;
        return SpeechVerbs.IsStrong(text.AsSpan(from, end - from));
    }
}
