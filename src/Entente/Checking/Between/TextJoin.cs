using Entente.Checking.Evaluating;
using Entente.Checking.Quotations;
using Entente.Claims.Language;
using Entente.Numerics.Intervals;
using Entente.Quantities;

namespace Entente.Checking.Between;

/// <summary>
/// Lays texts beside each other: claims are joined on measure, parties and period by their assertions, never by their words. Rows are made
/// on any thread while the texts are checked; the join is made once, at the end, and holds rows only.
/// </summary>
public sealed class TextJoin
{
    /// <summary>Positions and mentions beyond these are compared no further: nobody reads them, and pairs grow with the square.</summary>
    private const int MostPositions = 12;
    private const int MostCompared = 12;

    /// <summary>More values than this for one figure are no disagreement that anybody follows; it bounds the comparisons.</summary>
    private const int MostGroups = 64;

    private readonly EvaluationContext context;
    private readonly Names names;
    private readonly RowMaker maker;
    private readonly QuotationChecker? quotations;

    /// <param name="context">The record, for rates between currencies, and the measures.</param>
    /// <param name="names">How reports call actors.</param>
    /// <param name="quotations">Finds the words in quotation marks; null leaves them out.</param>
    public TextJoin(EvaluationContext context, Names names, QuotationChecker? quotations = null)
    {
        (this.context, this.names, this.quotations) = (context, names, quotations);
        maker = new(context.Measures);
    }

    /// <summary>What one checked text brings.</summary>
    public TextRows Rows(CheckReport report) =>
        new()
        {
            Path = report.Document.Path,
            Title = report.Document.Title,
            Published = report.Document.Published,
            PublishedBasis = report.Document.PublishedBasis,
            Claims = maker.Of(report),
            Quotes = quotations?.Rows(report.Document) ?? [],
        };

    /// <param name="texts">In the order of the inputs, which breaks ties.</param>
    /// <param name="cancellationToken">Looked at for each text and each figure.</param>
    public BetweenTexts Join(IReadOnlyList<TextRows> texts, CancellationToken cancellationToken = default)
    {
        var topics = new Dictionary<TopicKey, List<Entry>>();
        for (var i = 0; i < texts.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var row in texts[i].Claims)
            {
                if (!topics.TryGetValue(row.Topic, out var entries))
                    topics[row.Topic] = entries = [];
                entries.Add(new(texts[i], i, row));
            }
        }
        var figures = new List<SharedFigure>();
        foreach (var entries in topics.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entries.Exists(e => e.Index != entries[0].Index) && Figure(entries) is { } figure)
                figures.Add(figure);
        }
        return new()
        {
            Figures =
            [
                .. figures
                    .OrderByDescending(f => f.Difference is { } d ? 1 + (int)d : 0)
                    .ThenByDescending(f => f.Positions.Sum(p => p.Mentions.Count))
                    .ThenBy(f => f.Subject, StringComparer.Ordinal)
                    .ThenBy(f => f.Period),
            ],
            Quotations = quotations?.Join(texts, cancellationToken) ?? [],
        };
    }

    private sealed class Entry(TextRows text, int index, ClaimRow row)
    {
        public TextRows Text => text;

        public int Index => index;

        public ClaimRow Row => row;

        public List<Place> Copies { get; } = [];
    }

    private SharedFigure? Figure(List<Entry> all)
    {
        var entries = Distinct(all);
        if (!entries.Exists(e => e.Index != entries[0].Index))
            return null;
        // The finest first, so that a bound joins whom it does not exclude.
        var groups = new List<List<Entry>>();
        foreach (var entry in entries.OrderBy(e => e.Row.Value.OneSided).ThenBy(e => e.Row.Value.Width).ThenBy(e => e.Index))
        {
            var group = groups.Find(g => g.Take(MostCompared).All(e => Compare(e.Row, entry.Row) == Accord.Agree));
            if (group is not null)
                group.Add(entry);
            else if (groups.Count < MostGroups)
                groups.Add([entry]);
        }
        groups.Sort((a, b) => b.Count != a.Count ? b.Count.CompareTo(a.Count) : a.Min(e => e.Index).CompareTo(b.Min(e => e.Index)));
        var (difference, reasons) = Compare(groups);
        if (difference is null)
        {
            // Where nobody can be compared with anybody, the groups that hold several texts still agree.
            groups.RemoveAll(g => !g.Exists(e => e.Index != g[0].Index));
            if (groups.Count == 0)
                return null;
            groups.RemoveRange(1, groups.Count - 1);
        }
        var positions = groups.Take(MostPositions).Select(Position).ToList();
        var earliest = groups.SelectMany(g => g).OrderBy(e => e.Text.Dated is null).ThenBy(e => e.Text.Dated).ThenBy(e => e.Index).First();
        var subject = Subject(earliest.Row);
        var period = earliest.Row.Definition.Period;
        return new()
        {
            Subject = subject,
            Period = period,
            Positions = positions,
            Difference = difference,
            DiffersIn = reasons,
            Explanation = BetweenWording.Sentence(subject, period, positions, difference, reasons),
        };
    }

    /// <summary>The same statement in several texts is one statement with several places.</summary>
    private static List<Entry> Distinct(List<Entry> all)
    {
        var distinct = new List<Entry>();
        var byLink = new Dictionary<ulong, Entry>();
        var byWords = new Dictionary<ulong, Entry>();
        var byNumbers = new Dictionary<ulong, List<Entry>>();
        // The earliest dated text keeps the statement; the others are its copies.
        foreach (var entry in all.OrderBy(e => e.Text.Dated is null).ThenBy(e => e.Text.Dated).ThenBy(e => e.Index))
        {
            var identity = entry.Row.Identity;
            Entry? known = null;
            if (identity.Permalink != 0)
                byLink.TryGetValue(identity.Permalink, out known);
            if (known is null && identity.Words != 0)
                byWords.TryGetValue(identity.Words, out known);
            if (known is null && byNumbers.TryGetValue(identity.Numbers, out var others))
                known = others.Find(o => o.Row.Identity.IsNear(identity) && o.Row.Value.Equals(entry.Row.Value));
            if (known is not null && known.Row.Value.Equals(entry.Row.Value))
            {
                if (known.Index != entry.Index)
                    known.Copies.Add(new(entry.Text.Path, entry.Row.Claim));
                continue;
            }
            if (identity.Permalink != 0)
                byLink.TryAdd(identity.Permalink, entry);
            if (identity.Words != 0)
                byWords.TryAdd(identity.Words, entry);
            if (!byNumbers.TryGetValue(identity.Numbers, out var same))
                byNumbers[identity.Numbers] = same = [];
            if (same.Count < MostGroups)
                same.Add(entry);
            distinct.Add(entry);
        }
        return distinct;
    }

    private Accord Compare(ClaimRow a, ClaimRow b) => Common(a, b) is var (left, right) ? left.With(right) : Accord.Incomparable;

    /// <summary>Both values in one currency, by the record's rate for the year.</summary>
    private (StatedValue, StatedValue)? Common(ClaimRow a, ClaimRow b)
    {
        var (left, right) = (a.Value, b.Value);
        if (left.Unit.Base == right.Unit.Base)
            return (left, right);
        if (!left.Unit.IsMoney || !right.Unit.IsMoney || left.OneSided || right.OneSided)
            return null;
        var number = new NumberAnswer(new Interval(right.Low, right.High), right.Best, right.Unit);
        if (Rates.Convert(number, left.Unit, context, b.Definition.Period) is not { } converted)
            return null;
        var factor = right.Best == 0 ? 0 : converted.Best / right.Best;
        return (left, new(converted.Range.Low, converted.Range.High, right.Step * factor, left.Unit));
    }

    private (Difference? Gravest, List<string> Reasons) Compare(List<List<Entry>> groups)
    {
        Difference? gravest = null;
        var reasons = new List<string>();
        for (var i = 0; i < Math.Min(groups.Count, MostPositions); i++)
        for (var j = i + 1; j < Math.Min(groups.Count, MostPositions); j++)
            foreach (var a in groups[i].Take(MostCompared))
            foreach (var b in groups[j].Take(MostCompared))
            {
                // A text that contradicts itself has been told so already.
                if (a.Index == b.Index || DifferenceOf(a.Row, b.Row, reasons) is not { } difference)
                    continue;
                if (gravest is null || difference > gravest)
                    gravest = difference;
            }
        // Where some pair differs in fact, what keeps another pair apart would only seem to explain it.
        if (gravest == Difference.Fact)
            return (gravest, []);
        return (gravest, [.. reasons.Distinct(StringComparer.Ordinal).Take(6)]);
    }

    private Difference? DifferenceOf(ClaimRow a, ClaimRow b, List<string> reasons)
    {
        if (Common(a, b) is not var (left, right))
            return null;
        var accord = left.With(right);
        if (accord is Accord.Agree or Accord.Incomparable)
            return null;
        var size = Math.Max(Math.Abs(left.Best), Math.Abs(right.Best));
        var found = a.Definition.DiffersFrom(b.Definition, size == 0 ? 0 : Math.Abs(left.Best - right.Best) / size);
        if (
            a.Readings.Any(r => r.Topic == b.Topic && r.Value.With(b.Value) == Accord.Agree)
            || b.Readings.Any(r => r.Topic == a.Topic && r.Value.With(a.Value) == Accord.Agree)
        )
            found.Add("another reading of the words");
        if (found.Count == 0 && accord == Accord.Rounding)
        {
            reasons.Add("rounding");
            return Difference.Rounding;
        }
        if (found.Count == 0 && (a.Fallback || b.Fallback))
            found.Add("parties or period that one text leaves to be inferred");
        reasons.AddRange(found);
        return found.Count == 0 ? Difference.Fact : Difference.Definition;
    }

    private static Position Position(List<Entry> group)
    {
        var ordered = group.OrderBy(e => e.Text.Dated is null).ThenBy(e => e.Text.Dated).ThenBy(e => e.Index).ToList();
        var finest = group[0].Row.Value;
        var periods = group.Select(e => e.Row.Definition.Period?.Text).Distinct(StringComparer.Ordinal).Count() > 1;
        return new()
        {
            Low = finest.Low,
            High = finest.High,
            Unit = finest.Unit.Symbol,
            Text = BetweenWording.Value(finest, ordered[0].Row.Assertion),
            Mentions =
            [
                .. ordered.Select(e => new Mention
                {
                    Path = e.Text.Path,
                    Title = e.Text.Title,
                    Published = e.Text.Published,
                    PublishedBasis = e.Text.PublishedBasis,
                    Claim = e.Row.Claim,
                    Quote = e.Row.Quote,
                    Speaker = e.Row.Speaker,
                    Assertion = e.Row.Assertion,
                    Verdict = e.Row.Verdict,
                    Definition = e.Row.Definition.Text(periods || e.Row.Definition.Period is { } p && Definition.IsOtherYear(p)),
                    Copies = e.Copies,
                }),
            ],
        };
    }

    private string Subject(ClaimRow row) =>
        ClaimParser.Remembered(row.Assertion).Expression switch
        {
            Comparison { Left: QuantityLiteral or PeriodLiteral } c => names.Phrase(c.Right, context.Measures),
            Comparison { Right: Call or Arithmetic } c => ClaimPrinter.Print(c),
            Comparison { Left: Call { Function: "target" } target } => Target(target),
            Comparison { Left: Call } c => names.Phrase(c.Left, context.Measures),
            Within { Value: Call } w => names.Phrase(w.Value, context.Measures),
            Call call => ClaimPrinter.Print(call),
            _ => row.Assertion,
        };

    private string Target(Call target)
    {
        var amount = target.Arguments.FirstOrDefault(a => a.Value is QuantityLiteral && Arguments.AsPeriod(a.Value) is null)?.Value;
        var phrase = names.Phrase(target, context.Measures);
        return amount is QuantityLiteral q ? $"{phrase} ({Figures.Text(q.Number.Value, q.Unit)})" : phrase;
    }
}
