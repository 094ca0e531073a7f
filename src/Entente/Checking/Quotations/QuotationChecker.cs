using Entente.Checking.Between;
using Entente.Quantities;
using Entente.Reading;
using Entente.Reading.Text;
using Entente.Record;

namespace Entente.Checking.Quotations;

/// <summary>
/// Lays the words that a text puts in quotation marks beside the public words they come from, by the content words they share. It says
/// what differs and shows both; whether that is a fault is for the reader. Safe for use by many threads at once.
/// </summary>
public sealed class QuotationChecker
{
    /// <summary>At least this part of the shorter side's content must be shared.</summary>
    private const double LeastShared = 0.5;

    private readonly List<Source> sources = [];
    private readonly Dictionary<string, List<int>> byStem = new(StringComparer.Ordinal);

    private sealed record Source(
        RecordedQuotation Quotation,
        List<string> Stems,
        string Plain,
        string[] Names,
        HashSet<string> NameWords,
        HashSet<string> NameStems
    );

    /// <param name="quotations">The record's.</param>
    /// <param name="namesOf">How texts call the bearer of a code (`RUS`: Russia, Russian, Moscow, the Kremlin).</param>
    public QuotationChecker(IEnumerable<RecordedQuotation> quotations, Func<string, IEnumerable<string>> namesOf)
    {
        foreach (var quotation in quotations)
        {
            string[] names =
            [
                .. quotation.Speakers.SelectMany(s => s.Split(' ')).Where(w => w.Length >= 2),
                .. quotation.Parties.SelectMany(namesOf).Where(n => n.Length >= 2),
            ];
            var words = names.SelectMany(n => ContentWords.Plain(n).Split(' ')).Where(w => w.Length >= 2).ToHashSet(StringComparer.Ordinal);
            // That both speak of Russia is no likeness of words.
            var nameStems = names.SelectMany(n => ContentWords.Of(n)).ToHashSet(StringComparer.Ordinal);
            var stems = ContentWords.Of(quotation.Wording).Where(s => !nameStems.Contains(s)).ToList();
            foreach (var stem in stems)
            {
                if (!byStem.TryGetValue(stem, out var at))
                    byStem[stem] = at = [];
                at.Add(sources.Count);
            }
            sources.Add(new(quotation, stems, ContentWords.Plain(quotation.Wording), names, words, nameStems));
        }
    }

    /// <summary>The quoted words of a document that the record holds, or holds otherwise, in the order of the text.</summary>
    public IReadOnlyList<QuotationNote> Check(Document document)
    {
        var notes = new List<QuotationNote>();
        var named = new NamedIn(document);
        foreach (var quoted in QuotedWords.Of(document))
            if (Match(named, quoted, ContentWords.Of(quoted.Text)) is { } source)
                notes.Add(Note(document, quoted, source));
        return notes;
    }

    internal IReadOnlyList<QuoteRow> Rows(Document document)
    {
        var rows = new List<QuoteRow>();
        var named = new NamedIn(document);
        foreach (var quoted in QuotedWords.Of(document))
        {
            var stems = ContentWords.Of(quoted.Text);
            var source = Match(named, quoted, stems);
            if (source is not null || stems.Count >= QuotationJoin.FewestStems)
                rows.Add(
                    new()
                    {
                        Quote = quoted.Text,
                        Speaker = SpeakerOf(quoted.Statement),
                        Recorded = source?.Quotation.Id,
                        Stems = [.. stems.Select(QuotationJoin.Hash).Order()],
                        Wording = QuotationJoin.LongHash(ContentWords.Plain(quoted.Text)),
                        AsRecorded = source is not null && IsPartOf(quoted.Text, source.Plain),
                    }
                );
        }
        return rows;
    }

    internal IReadOnlyList<SharedQuotation> Join(IReadOnlyList<TextRows> texts, CancellationToken cancellationToken) =>
        QuotationJoin.Of(texts, id => sources.Find(s => s.Quotation.Id == id)?.Quotation, cancellationToken);

    private Source? Match(NamedIn named, QuotedWords quoted, List<string> stems)
    {
        Source? best = null;
        var most = 0.0;
        var seen = new HashSet<int>();
        foreach (var stem in stems)
        {
            if (!byStem.TryGetValue(stem, out var candidates))
                continue;
            foreach (var index in candidates)
                if (seen.Add(index) && Score(named, quoted, stems, sources[index]) is var score && score > most)
                    (best, most) = (sources[index], score);
        }
        return best;
    }

    /// <summary>How much of the content is shared, 0 where it is too little or the text speaks of nobody whose words they could be.</summary>
    private static double Score(NamedIn named, QuotedWords quoted, List<string> stems, Source source)
    {
        var shared = stems.Where(source.Stems.Contains).ToList();
        var own = stems.Count(s => !source.NameStems.Contains(s));
        var weight = shared.Count + shared.Count(ContentWords.IsDenial);
        var part = (double)shared.Count / Math.Max(1, Math.Min(own, source.Stems.Count));
        if (part < LeastShared)
            return 0;
        var sentence = quoted.Statement.Text;
        if (shared.Count == 1)
        {
            // "No limits" alone is said of many things: the sentence must speak of the bond, or of those who are bound by it.
            if (!ContentWords.IsDenial(shared[0]))
                return 0;
            var around = ContentWords.Of(sentence);
            if (!around.Any(s => s != shared[0] && source.Stems.Contains(s)) && !Names(sentence, source))
                return 0;
        }
        else if (weight < 3 && source.Stems.Count > 4)
        {
            // Two common words of many are a coincidence, unless the sentence around them speaks of the same thing.
            var around = ContentWords.Of(sentence);
            if (around.Count(s => !shared.Contains(s) && source.Stems.Contains(s)) < 2)
                return 0;
        }
        return Names(sentence, source) || named.Is(source) ? weight * part : 0;
    }

    /// <summary>Whether a document names those whose words they are; looked up once for each source, since a text may quote a thousand times.</summary>
    private sealed class NamedIn(Document document)
    {
        private readonly Dictionary<Source, bool> known = new(ReferenceEqualityComparer.Instance);

        public bool Is(Source source)
        {
            if (!known.TryGetValue(source, out var named))
                known[source] = named = Names(document.Title ?? "", source) || Names(document.Text, source);
            return named;
        }
    }

    private static bool Names(string text, Source source)
    {
        foreach (var name in source.Names)
            if (name.Length >= 3 && text.Contains(name, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static QuotationNote Note(Document document, QuotedWords quoted, Source source)
    {
        var speaker = SpeakerOf(quoted.Statement);
        var date = DateOf(document, quoted.Statement);
        var difference = QuotationDifference.None;
        if (!IsPartOf(quoted.Text, source.Plain))
            difference |= QuotationDifference.Wording;
        if (speaker is not null && IsName(speaker) && !ContentWords.Plain(speaker).Split(' ').Any(source.NameWords.Contains))
            difference |= QuotationDifference.Speaker;
        if (date is not null && !date.Contains(source.Quotation.Date) && !source.Quotation.Date.Contains(date))
            difference |= QuotationDifference.Date;
        return new()
        {
            Statement = quoted.Statement.Id,
            Quote = quoted.Text,
            Start = quoted.Start,
            End = quoted.End,
            Speaker = speaker,
            Date = date,
            Recorded = source.Quotation,
            Difference = difference,
            Explanation = QuotationWording.Explain(quoted.Text, speaker, date, source.Quotation, difference),
        };
    }

    /// <summary>Whether all the words stand in the source in their order, with nothing left out but where the quotation shows it.</summary>
    private static bool IsPartOf(string quote, string plain)
    {
        var from = 0;
        foreach (var piece in quote.Replace("...", "…", StringComparison.Ordinal).Split('…'))
        {
            var words = ContentWords.Plain(piece);
            if (words.Length == 0)
                continue;
            var at = $" {plain} ".IndexOf($" {words} ", from, StringComparison.Ordinal);
            if (at < 0)
                return false;
            from = at + words.Length;
        }
        return true;
    }

    /// <summary>Whose words the text says they are; null for the author's own pages of prose, where the sentence may name several.</summary>
    private static string? SpeakerOf(Statement statement) =>
        statement.Speaker.Role is SpeakerRole.Quoted or SpeakerRole.Interviewee ? statement.Speaker.Name : null;

    /// <summary>"The two leaders" names nobody who could be another.</summary>
    private static bool IsName(string speaker) => char.IsUpper(speaker[0]) && !speaker.StartsWith("The ", StringComparison.Ordinal);

    /// <summary>The one full date of the sentence: with two, which is the quotation's is not said.</summary>
    private static Period? DateOf(Document document, Statement statement)
    {
        Period? only = null;
        foreach (var time in TimeReader.Read(Tokenizer.Tokenize(statement.Text), new TimeContext { Published = document.Published }))
        {
            if (time is not { Kind: TimeKind.Absolute, Period: { Kind: PeriodKind.Day or PeriodKind.Month } period })
                continue;
            if (only is not null && only != period)
                return null;
            only = period;
        }
        return only;
    }
}
