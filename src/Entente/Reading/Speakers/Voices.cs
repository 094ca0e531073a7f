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

    public List<Voice> Of(List<Quotation> quotations, IReadOnlyList<(int Start, int End)> sentences, Speaker? carried, bool nextIsQuoted)
    {
        var voices = new List<Voice>(quotations.Count);
        Speaker? previous = null;
        var s = 0;
        for (var i = 0; i < quotations.Count; i++)
        {
            var quotation = quotations[i];
            while (s + 1 < sentences.Count && sentences[s].End <= quotation.Start)
                s++;
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
            var last = sentences[l];
            var clauseStart = voices.Count > 0 && voices[^1].Quotation.End > first.Start ? voices[^1].Quotation.End : first.Start;
            var voice = Of(
                quotation,
                first,
                last,
                clauseStart,
                s > 0 ? sentences[s - 1] : null,
                previous,
                i == 0 && quotation.Start == 0 ? carried : null
            );
            voices.Add(voice);
            previous = voice.IsWhole || voice.Speaker is not null ? voice.Speaker : previous;
        }
        return voices;
    }

    private Voice Of(
        Quotation quotation,
        (int Start, int End) first,
        (int Start, int End) last,
        int clauseStart,
        (int Start, int End)? sentenceBefore,
        Speaker? previous,
        Speaker? carried
    )
    {
        if (quotation.InnerEnd <= quotation.InnerStart)
            return new(quotation, null, false);
        var startsSentence = quotation.Start == first.Start;
        var fillsSentences = startsSentence && quotation.End >= last.End;
        var upper = StartsUpper(quotation);
        var signInside = text[quotation.InnerEnd - 1] is ',' or '.' or '?' or '!' or '…' or '—' or '-' or ';';
        var signAfter = quotation.End < text.Length && text[quotation.End] is ',' or '.' or '—' or ';';
        var words = Quotations.Words(text, quotation, FewestWords + 1);

        if (!fillsSentences && (signInside || signAfter) && attribution.After(quotation.End, last.End) is { } after)
        {
            // In "the book “Title,” Doe wrote" the words in marks are no speech, but the sentence is Doe's all the same.
            var whole = upper && (startsSentence || clauseStart > first.Start || EndsClause(quotation.Start));
            return new(quotation, Resolve(after), whole);
        }
        if (!startsSentence && attribution.Before(quotation.Start, clauseStart) is { } before)
        {
            var adjacent = EndsClause(quotation.Start);
            if (upper && adjacent && (words >= 2 || signInside))
                return new(quotation, Resolve(before), true);
            // "called it “a mistake”" is a fragment; only one that follows its verb directly is spoken by the verb's subject.
            if (quotation.Start - before.End <= 2 && IsDirect(quotation.Start) && words >= FewestWords)
                return new(quotation, Resolve(before), false);
        }
        if (carried is not null)
            return new(quotation, carried, true);
        if (!fillsSentences || (words < FewestWords && !signInside))
            return new(quotation, null, false);
        if (sentenceBefore is var (start, end) && attribution.Bare(start, end) is { } bare)
            return new(quotation, Resolve(bare), true);
        if (previous is not null)
            return new(quotation, previous.Role == SpeakerRole.Quoted ? previous with { Via = "continued" } : previous, true);
        return new(
            quotation,
            new Speaker
            {
                Role = SpeakerRole.Unattributed,
                Via = "quotation",
                ReportedBy = byDefault.Name ?? "the author",
            },
            true
        );
    }

    private Speaker Resolve(Attributed attributed) => resolver.Resolve(attributed, byDefault, passage, text.AsSpan(0, attributed.Start));

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
        return at <= 0
            || text[at] is ',' or ':' or '—' or '–' or ';' or '('
            || text.AsSpan(0, at + 1).EndsWith(" that")
            || EndsWithVerb(at + 1);
    }

    private bool EndsWithVerb(int end)
    {
        var from = end;
        while (from > 0 && char.IsLetter(text[from - 1]))
            from--;
        return SpeechVerbs.IsStrong(text.AsSpan(from, end - from));
    }

    /// <summary>True where the verb itself, "that" or the comma of a parenthesis ("she went on,") stands before the mark.</summary>
    private bool IsDirect(int start) => EndsClause(start);
}
