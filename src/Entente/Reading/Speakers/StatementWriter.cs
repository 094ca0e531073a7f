using System.Globalization;
using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>
/// Makes statements of passages: sentences, and the quotations inside them that are sentences of their own. A quotation that is a whole
/// sentence or clause becomes its speaker's statement, and what is left of the sentence stays its author's; a quoted fragment stays in its
/// sentence, which is then its speaker's if it is attributed and the author's if not.
/// </summary>
internal sealed partial class StatementWriter
{
    /// <summary>What is left of a sentence around a quotation is a statement from this many words on; "she said" is none.</summary>
    private const int FewestWordsLeft = 4;

    /// <summary>A sentence with more quoted fragments than this is not cut by their speakers.</summary>
    private const int MostTurns = 32;

    /// <summary>How many statements back a quotation of several paragraphs can have begun.</summary>
    private const int FarthestBack = 200;

    private readonly List<Statement> statements = [];
    private readonly PersonIndex persons;
    private readonly SpeakerResolver resolver;
    private Speaker? open;

    private StatementWriter(PersonIndex persons) => (this.persons, resolver) = (persons, new(persons));

    /// <summary>The statements of a document in order.</summary>
    /// <param name="passages">The passages in document order.</param>
    /// <param name="persons">The names in the document.</param>
    /// <param name="excerpts">True for highlights, whose "they" may be a pair named in another highlight.</param>
    public static List<Statement> Write(IReadOnlyList<Passage> passages, PersonIndex persons, bool excerpts)
    {
        var writer = new StatementWriter(persons);
        var paragraph = -1;
        for (var i = 0; i < passages.Count; i++)
        {
            if (!passages[i].Continues || paragraph < 0)
                paragraph++;
            writer.Passage(passages[i], i + 1 < passages.Count ? passages[i + 1] : null, i, paragraph);
        }
        writer.SettleThey(excerpts);
        return writer.statements;
    }

    private void Passage(Passage passage, Passage? next, int index, int paragraph)
    {
        var text = passage.Text.Text;
        if (passage.Isolated && !passage.Continues)
            resolver.Forget();
        resolver.Enter(text, index);
        var from = statements.Count;
        handed = passage.IsHeading ? null : handed;
        if (passage.IsHeading)
            foreach (var stretch in text.Length <= SentenceSplitter.Longest ? [(0, text.Length)] : SentenceSplitter.Split(text))
                Add(passage, paragraph, [stretch], passage.Default);
        else
        {
            var sentences = SentenceSplitter.Split(text);
            var mayQuote = Quotations.MayHold(text);
            if (mayQuote || SpeechVerbs.AnyIn(text))
                Attribute(passage, next, index, paragraph, sentences, mayQuote ? Quotations.Find(text) : []);
            else
            {
                foreach (var sentence in sentences)
                    Add(passage, paragraph, [sentence], passage.Default);
                (open, handed) = (null, Handover(passage, next, index, sentences, [], null));
            }
        }
        if (statements.Count - from > 1)
            statements.Sort(
                from,
                statements.Count - from,
                Comparer<Statement>.Create((a, b) => (a.Start, a.End).CompareTo((b.Start, b.End)))
            );
        for (var i = from; i < statements.Count; i++)
            statements[i] = statements[i] with
            {
                Id = "s" + (i + 1).ToString(CultureInfo.InvariantCulture),
                CutOff = passage.CutOff && i == statements.Count - 1,
            };
    }

    private void Attribute(
        Passage passage,
        Passage? next,
        int index,
        int paragraph,
        IReadOnlyList<(int Start, int End)> sentences,
        List<Quotation> quotations
    )
    {
        var text = passage.Text.Text;
        var attribution = new Attribution(text, resolver.Tokens, persons);
        var reading = new Voices(text, attribution, resolver, passage.Default, index);
        var voices = reading.Of(quotations, sentences, open ?? (IsOneQuotation(passage) ? handed : null), StartsQuoted(next));
        handed = Handover(passage, next, index, sentences, voices, reading.Indirect(sentences.Count - 1));
        if (
            open is { Role: SpeakerRole.Unattributed, Via: "quotation" }
            && voices.Count > 0
            && voices[0] is { Quotation.Start: 0, Speaker: { Role: SpeakerRole.Quoted } named }
        )
            SettleQuotation(open, named);
        open = voices.Count > 0 && !voices[^1].Quotation.Closed ? voices[^1].Speaker : null;
        var first = 0;
        for (var s = 0; s < sentences.Count; s++)
        {
            var sentence = sentences[s];
            while (first < voices.Count && voices[first].Quotation.End <= sentence.Start)
                first++;
            var inside = new List<Voice>();
            for (var i = first; i < voices.Count && voices[i].Quotation.Start < sentence.End; i++)
                inside.Add(voices[i]);
            Sentence(passage, paragraph, index, sentence, inside, attribution, reading.Indirect(s));
        }
    }

    private void Sentence(
        Passage passage,
        int paragraph,
        int index,
        (int Start, int End) sentence,
        List<Voice> voices,
        Attribution attribution,
        Speaker? reported
    )
    {
        var text = passage.Text.Text;
        if (voices.Count is > 1 and <= MostTurns && Turn(sentence, voices, text) is { } turn)
        {
            var before = voices.TakeWhile(v => v.Quotation.End <= turn).ToList();
            Sentence(passage, paragraph, index, (sentence.Start, turn), before, attribution, null);
            while (char.IsWhiteSpace(text[turn]))
                turn++;
            Sentence(passage, paragraph, index, (turn, sentence.End), voices[before.Count..], attribution, null);
            return;
        }
        var left = new List<(int Start, int End)>();
        var at = sentence.Start;
        Speaker? whole = null;
        Speaker? lastCut = null;
        var pieces = new List<(int Start, int End)>();
        foreach (var voice in voices)
        {
            var quotation = voice.Quotation;
            var start = Math.Max(sentence.Start, quotation.InnerStart);
            var end = Math.Min(sentence.End, quotation.InnerEnd);
            var goesOn = lastCut is not null && lastCut == voice.Speaker && char.IsLower(text[Math.Min(start, text.Length - 1)]);
            var isCut = voice.IsWhole || (start > quotation.InnerStart && voice.Speaker is not null) || goesOn;
            if (!isCut || end <= start)
            {
                whole ??= voice.Speaker;
                continue;
            }
            if (!goesOn)
                Cut();
            else
                pieces.Add((pieces[^1].End, pieces[^1].End)); // keeps the pieces apart; see Cut
            pieces.Add((start, end));
            lastCut = voice.Speaker;
            // Where author's words stand on both sides, the empty marks stay and keep them apart.
            left.Add(
                (at, Math.Max(at, quotation.Start > sentence.Start ? quotation.InnerStart : Math.Max(quotation.Start, sentence.Start)))
            );
            at = Math.Min(sentence.End, quotation.Start > sentence.Start ? quotation.InnerEnd : quotation.End);
        }
        Cut();
        if (lastCut is null)
        {
            whole ??= reported;
            // A sentence with words in marks that nobody is said to have used may still be somebody's in whole.
            if (whole is null && voices.Count > 0 && attribution.Indirect(sentence.Start, sentence.End) is { } indirect)
                whole = resolver.Resolve(indirect, passage.Default, index);
            Add(passage, paragraph, [sentence], whole ?? passage.Default);
            return;
        }
        left.Add((at, sentence.End));
        Left(passage, paragraph, left, whole ?? (GoesOn(text, left) ? lastCut : null));

        void Cut()
        {
            pieces.RemoveAll(p => p.End <= p.Start);
            if (pieces.Count > 0)
                Add(passage, paragraph, Spaced(text, pieces), lastCut ?? passage.Default);
            pieces.Clear();
        }
    }

    /// <summary>Two parts of one quoted sentence get the blank before the second part's mark, so that their words stay apart.</summary>
    private static List<(int Start, int End)> Spaced(string text, List<(int Start, int End)> pieces)
    {
        var spaced = new List<(int, int)>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i > 0)
            {
                var blank = pieces[i].Start - 1;
                while (blank > pieces[i - 1].End && !char.IsWhiteSpace(text[blank]))
                    blank--;
                if (blank > pieces[i - 1].End)
                    spaced.Add((blank, blank + 1));
            }
            spaced.Add(pieces[i]);
        }
        return spaced;
    }

    /// <summary>Where one speaker's half of a sentence ends and another's begins: "Doe called it “old,” and Roe called it “new”"; a semicolon parts nobody's too.</summary>
    private static int? Turn((int Start, int End) sentence, List<Voice> voices, string text)
    {
        for (var i = 1; i < voices.Count; i++)
        {
            if (voices[i - 1] is not { IsWhole: false, Speaker: { } one } || voices[i].IsWhole || one.Name == voices[i].Speaker?.Name)
                continue;
            var at = voices[i - 1].Quotation.End;
            if (voices[i].Speaker is null)
            {
                if (text.IndexOf(';', at, voices[i].Quotation.Start - at) is >= 0 and var semicolon)
                    return semicolon + 1;
                continue;
            }
            while (at < voices[i].Quotation.Start && text[at] is ',' or ';' or '.')
                at++;
            return at > sentence.Start && at < sentence.End ? at : null;
        }
        return null;
    }

    /// <summary>True for "…, adding that the contract runs for five years": what is left of the sentence is the same speaker's.</summary>
    private static bool GoesOn(string text, List<(int Start, int End)> left)
    {
        foreach (var (start, end) in left)
        {
            var piece = text.AsSpan(start, end - start);
            var that = piece.IndexOf("ing that ");
            if (that <= 0)
                continue;
            var from = that;
            while (from > 0 && char.IsAsciiLetterLower(piece[from - 1]))
                from--;
            if (
                from >= 2
                && piece[from - 1] == ' '
                && piece[from - 2] == ','
                && piece[from..that]
                    is "add"
                        or "not"
                        or "say"
                        or "warn"
                        or "argu"
                        or "insist"
                        or "stress"
                        or "explain"
                        or "claim"
                        or "stat"
                        or "writ"
            )
                return true;
        }
        return false;
    }

    private void Left(Passage passage, int paragraph, List<(int Start, int End)> left, Speaker? speaker)
    {
        var text = passage.Text.Text;
        left.RemoveAll(p => p.End <= p.Start);
        while (left.Count > 0 && TrimStart(text, left[0]) is var first)
        {
            if (first.Start < first.End)
            {
                left[0] = first;
                break;
            }
            left.RemoveAt(0);
        }
        while (left.Count > 0 && TrimEnd(text, left[^1]) is var last)
        {
            if (last.Start < last.End)
            {
                left[^1] = last;
                break;
            }
            left.RemoveAt(left.Count - 1);
        }
        if (left.Count > 0 && left.Sum(p => Quotations.Words(text, new(0, p.Start, p.End, 0, true), FewestWordsLeft)) >= FewestWordsLeft)
            Add(passage, paragraph, left, speaker ?? passage.Default);
    }

    private static (int Start, int End) TrimStart(string text, (int Start, int End) piece)
    {
        while (
            piece.Start < piece.End
            && (
                char.IsWhiteSpace(text[piece.Start])
                || text[piece.Start] is '“' or '”' or '"' or ',' or '.' or '—' or '–' or '’' or '‘' or '«' or '»'
            )
        )
            piece.Start++;
        return piece;
    }

    private static (int Start, int End) TrimEnd(string text, (int Start, int End) piece)
    {
        while (
            piece.Start < piece.End
            && (char.IsWhiteSpace(text[piece.End - 1]) || text[piece.End - 1] is '“' or '”' or '"' or ',' or ':' or '‘' or '«' or '»')
        )
            piece.End--;
        return piece;
    }

    private void Add(Passage passage, int paragraph, List<(int Start, int End)> pieces, Speaker speaker)
    {
        var source = passage.Text;
        var (text, map) = source.Join(pieces);
        List<Link>? links = null;
        foreach (var link in source.Links)
        {
            foreach (var (from, to) in pieces)
            {
                if (link.Start < to && link.End > from && link.End > link.Start)
                {
                    (links ??= []).Add(link.Link);
                    break;
                }
            }
        }
        if (passage.Permalinks.Count > 0)
            (links ??= []).AddRange(passage.Permalinks);
        var start = pieces[0].Start;
        statements.Add(
            new Statement
            {
                Id = "",
                Speaker = speaker,
                Text = text,
                Start = source.ToDocument(start),
                End = source.ToDocument(pieces[^1].End - 1) + 1,
                Map = map,
                Links = links ?? [],
                Paragraph = paragraph,
                Copies =
                    passage.Copies.Count == 0
                        ? []
                        : [.. passage.Copies.Select(c => c.ToDocument(c.Text.Length == source.Text.Length ? start : 0))],
                IsHeading = passage.IsHeading,
                IsQuestion = passage.IsInterviewer && text.AsSpan().TrimEnd("\"”’')] ").EndsWith("?"),
            }
        );
    }

    /// <summary>The earlier paragraphs of a quotation whose speaker is named only in a later one.</summary>
    private void SettleQuotation(Speaker unnamed, Speaker named)
    {
        for (var i = statements.Count - 1; i >= 0 && i >= statements.Count - FarthestBack; i--)
        {
            if (ReferenceEquals(statements[i].Speaker, unnamed))
                statements[i] = statements[i] with { Speaker = named with { Via = "continued" } };
        }
    }

    /// <summary>"They" in a highlight is the one pair of speakers that the note names, where there is one; else nobody.</summary>
    private void SettleThey(bool excerpts)
    {
        if (!statements.Exists(s => s.Speaker.Via == SpeakerResolver.UnresolvedThey))
            return;
        string[] pairs = excerpts
            ?
            [
                .. statements
                    .Where(s => s.Speaker is { Role: SpeakerRole.Quoted, Via: not "pronoun" })
                    .Select(s => s.Speaker.Name!)
                    .Where(n => n.Contains(" and ", StringComparison.Ordinal))
                    .Distinct(),
            ]
            : [];
        for (var i = 0; i < statements.Count; i++)
        {
            var speaker = statements[i].Speaker;
            if (speaker.Via != SpeakerResolver.UnresolvedThey)
                continue;
            statements[i] = statements[i] with
            {
                Speaker =
                    pairs.Length == 1
                        ? speaker with
                        {
                            Name = pairs[0],
                            Role = SpeakerRole.Quoted,
                            Via = "pronoun",
                        }
                        : speaker with
                        {
                            Via = "pronoun",
                        },
            };
        }
    }
}
