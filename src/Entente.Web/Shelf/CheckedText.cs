using Entente.Checking;
using Entente.Checking.Between;
using Entente.Checking.Forecasts;
using Entente.Claims.Language;
using Entente.Reading;
using Entente.Reports;

namespace Entente.Web.Shelf;

/// <summary>Who speaks in a text, and how many of its claims are theirs.</summary>
internal sealed record Voice(string Name, SpeakerRole Role, int Claims);

/// <summary>One text of the shelf, checked: what lists, filters and the comparison of texts need, without the report itself.</summary>
internal sealed record CheckedText
{
    /// <summary>Texts longer than this are searched up to here.</summary>
    private const int MostSearched = 4_000_000;

    public required string Id { get; init; }

    public required ShelfItem Item { get; init; }

    /// <summary>Which of the item's texts, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>As reports print it: the item's, or `export.json#2`.</summary>
    public required string Path { get; init; }

    public string? Title { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public Period? Published { get; init; }

    public required PublishedBasis PublishedBasis { get; init; }

    public required DocumentKind Kind { get; init; }

    public required string Sha256 { get; init; }

    public required bool Truncated { get; init; }

    public required VerdictCounts Counts { get; init; }

    public required int Unchecked { get; init; }

    public required int Inconsistencies { get; init; }

    /// <summary>In the order of how much they claim.</summary>
    public required IReadOnlyList<Voice> Voices { get; init; }

    /// <summary>The pairs that its claims are about, `CHN-RUS`, the most spoken of first.</summary>
    public required IReadOnlyList<(string Pair, int Claims)> Pairs { get; init; }

    /// <summary>The claims that foretell something, by id, with the id of the forecast in every ledger.</summary>
    public required IReadOnlyDictionary<string, string> Foretold { get; init; }

    public required TextRows? Rows { get; init; }

    /// <summary>Its words, to be searched: the text itself, or what a reader sees of a source with tags.</summary>
    public required string Words { get; init; }

    public static CheckedText Of(ShelfItem item, int index, CheckReport report, TextRows? rows)
    {
        var document = report.Document;
        return new()
        {
            Id = item.IdOf(index),
            Item = item,
            Index = index,
            Path = document.Path,
            Title = document.Title,
            Authors = document.Authors,
            Published = document.Published,
            PublishedBasis = document.PublishedBasis,
            Kind = document.Kind,
            Sha256 = document.Sha256,
            Truncated = document.Truncated,
            Counts = VerdictCounts.Of(report),
            Unchecked = report.Unchecked.Count,
            Inconsistencies = report.Inconsistencies.Count,
            Voices = VoicesOf(report),
            Pairs = PairsOf(report),
            Foretold = ForecastFinder.Ids(document, report.Claims.Select(c => c.Claim)),
            Rows = rows,
            Words = WordsOf(document),
        };
    }

    /// <summary>What a speaker is called; null for an author whom nobody names.</summary>
    public static string? NameOf(Document document, Speaker speaker) =>
        speaker.Name ?? (speaker.Role == SpeakerRole.Author && document.Authors.Count > 0 ? string.Join(", ", document.Authors) : null);

    private static string WordsOf(Document document)
    {
        var words = document.Format is DocumentFormat.Prose or DocumentFormat.Word
            ? document.Text
            : string.Join('\n', document.Statements.Select(s => s.Text));
        return words.Length > MostSearched ? words[..MostSearched] : words;
    }

    private static List<Voice> VoicesOf(CheckReport report)
    {
        var statements = new Dictionary<string, Speaker>(StringComparer.Ordinal);
        foreach (var statement in report.Document.Statements)
            statements.TryAdd(statement.Id, statement.Speaker);
        return
        [
            .. report
                .Claims.Select(c => c.Claim.Speaker ?? statements.GetValueOrDefault(c.Claim.Statement))
                .OfType<Speaker>()
                .Select(s => (Name: NameOf(report.Document, s), s.Role))
                .Where(s => s.Name is not null)
                .GroupBy(s => s.Name!, StringComparer.Ordinal)
                .Select(g => new Voice(g.Key, g.First().Role, g.Count()))
                .OrderByDescending(v => v.Claims)
                .ThenBy(v => v.Name, StringComparer.Ordinal),
        ];
    }

    private static List<(string, int)> PairsOf(CheckReport report)
    {
        var pairs = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var claim in report.Claims)
            if (claim.Claim.Assertion is { } assertion)
                foreach (var pair in ClaimParties.PairsOf(assertion))
                    pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        return [.. pairs.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, p.Value))];
    }
}

/// <summary>The states that an assertion is about.</summary>
internal static class ClaimParties
{
    /// <summary>A claim about more states than this is about none of their pairs in particular.</summary>
    private const int Most = 4;

    public static IEnumerable<string> PairsOf(string assertion)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        if (ClaimParser.Parse(assertion).Expression is { } expression)
            Collect(expression, names);
        if (names.Count is < 2 or > Most)
            yield break;
        var list = names.ToList();
        for (var i = 0; i < list.Count; i++)
        for (var j = i + 1; j < list.Count; j++)
            yield return $"{list[i]}-{list[j]}";
    }

    /// <summary>`CHN-RUS` for whatever order and sign the two are given in; null where they are not two codes.</summary>
    public static string? Pair(string given)
    {
        var parts = given.Split(['-', '/', ',', '–'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2)
            return null;
        var (a, b) = (parts[0].ToUpperInvariant(), parts[1].ToUpperInvariant());
        return string.CompareOrdinal(a, b) < 0 ? $"{a}-{b}" : $"{b}-{a}";
    }

    private static void Collect(Expression expression, SortedSet<string> to)
    {
        switch (expression)
        {
            case NameReference { Name: { Length: 3 } name } when name.All(char.IsAsciiLetterUpper):
                to.Add(name);
                break;
            case FlowLiteral flow:
                Collect(flow.From, to);
                Collect(flow.To, to);
                break;
            case SetLiteral set:
                foreach (var member in set.Members)
                    Collect(member, to);
                break;
            case Call call:
                foreach (var argument in call.Arguments)
                    Collect(argument.Value, to);
                break;
            case Arithmetic a:
                Collect(a.Left, to);
                Collect(a.Right, to);
                break;
            case Negate n:
                Collect(n.Operand, to);
                break;
            case Comparison c:
                Collect(c.Left, to);
                Collect(c.Right, to);
                break;
            case Within w:
                Collect(w.Value, to);
                break;
            case Includes i:
                Collect(i.Whole, to);
                Collect(i.Part, to);
                break;
            case Invariant i:
                Collect(i.Value, to);
                break;
            case Not n:
                Collect(n.Operand, to);
                break;
            case And a:
                Collect(a.Left, to);
                Collect(a.Right, to);
                break;
            case Or o:
                Collect(o.Left, to);
                Collect(o.Right, to);
                break;
            case IfThen i:
                Collect(i.Premise, to);
                Collect(i.Conclusion, to);
                break;
            case Given g:
                Collect(g.Body, to);
                Collect(g.Condition, to);
                break;
        }
    }
}
