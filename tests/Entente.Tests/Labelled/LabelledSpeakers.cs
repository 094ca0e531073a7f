using System.Text;
using System.Text.Json;
using Entente.Reading;

namespace Entente.Tests.Labelled;

/// <summary>How one labelled stretch of words was attributed.</summary>
internal enum Attributed
{
    /// <summary>To the one who says it.</summary>
    Right,

    /// <summary>To somebody who does not say it.</summary>
    Wrong,

    /// <summary>To nobody, although the text tells.</summary>
    Missed,

    /// <summary>To nobody, and the text does not tell.</summary>
    Abstained,
}

/// <summary>One labelled stretch: a quotation, reported speech, or words of the author's own.</summary>
/// <param name="Id">The passage.</param>
/// <param name="Group">The construction: the id up to its point.</param>
/// <param name="Held">True in the third that nobody looks at while the grammar is worked on.</param>
/// <param name="Kind">`direct`, `indirect` or `none`.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="ReporterRight">Whether the one who passes the words on is right; null where the label does not ask.</param>
/// <param name="Detail">Words, label and finding, for whoever works on the grammar.</param>
internal sealed record SpeakerResult(
    string Id,
    string Group,
    bool Held,
    string Kind,
    Attributed Outcome,
    bool? ReporterRight,
    string Detail
);

/// <summary>
/// Measures who is said to speak on tests/Entente.Tests/Labelled/speakers.jsonl. Each line holds a passage and stretches of it with their
/// speaker: a name, a description (`official*`: any description that begins so), or null where the text does not tell. A name is right
/// when it is the labelled one or one of its other forms, an article before it aside. `none` marks words that the author only
/// sets in marks or says himself: whoever is found there is wrong.
/// </summary>
internal static class LabelledSpeakers
{
    public static string Path => System.IO.Path.Combine(Clone.Root, "tests", "Entente.Tests", "Labelled", "speakers.jsonl");

    /// <summary>Further passages, none held back: the grammar was worked on with them, so they tell what it can and not how well it reads.</summary>
    public static string OpenPath => System.IO.Path.Combine(Clone.Root, "tests", "Entente.Tests", "Labelled", "speakers-open.jsonl");

    public static IReadOnlyList<SpeakerResult> Measure(string path) =>
        [.. File.ReadLines(path).Where(l => l.Length > 0).SelectMany(MeasureLine)];

    private static List<SpeakerResult> MeasureLine(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var id = root.GetProperty("id").GetString()!;
        var text = root.GetProperty("text").GetString()!;
        var read = DocumentReader.Read(Encoding.UTF8.GetBytes(text + "\n"), id + ".md");
        var document = read.Document ?? throw new InvalidDataException($"{id}: {read.Error}");
        var results = new List<SpeakerResult>();
        foreach (var quote in root.GetProperty("quotes").EnumerateArray())
        {
            var words = quote.GetProperty("words").GetString()!;
            var kind = quote.GetProperty("kind").GetString()!;
            var speaker = document.Statements.FirstOrDefault(s => s.Text.Contains(words, StringComparison.Ordinal))?.Speaker;
            var found = speaker is { Role: SpeakerRole.Quoted or SpeakerRole.Interviewee } or { Via: "label" or "question" }
                ? speaker.Name
                : null;
            var labels = Labels(quote);
            var outcome = found is null
                ? labels.Contains(null)
                    ? Attributed.Abstained
                    : Attributed.Missed
                : labels.Exists(l => l is not null && Same(l, found))
                    ? Attributed.Right
                    : Attributed.Wrong;
            var reporter =
                quote.TryGetProperty("reportedBy", out var by) && outcome == Attributed.Right
                    ? speaker!.ReportedBy is { } passedOn && Same(by.GetString()!, passedOn)
                    : (bool?)null;
            results.Add(
                new(
                    id,
                    id[..id.IndexOf('.', StringComparison.Ordinal)],
                    IsHeld(id),
                    kind,
                    outcome,
                    reporter,
                    $"{id} {outcome} “{words}”: {found ?? "nobody"} [{speaker?.Via ?? "not found"}, by {speaker?.ReportedBy ?? "-"}], labelled {string.Join(" or ", labels.Select(l => l ?? "nobody"))}"
                )
            );
        }
        return results;
    }

    private static List<string?> Labels(JsonElement quote)
    {
        var labels = new List<string?> { quote.TryGetProperty("speaker", out var speaker) ? speaker.GetString() : null };
        if (quote.TryGetProperty("or", out var others))
            labels.AddRange(others.EnumerateArray().Select(o => o.GetString()));
        return labels;
    }

    private static bool Same(string label, string found)
    {
        found = Bare(found);
        return label.EndsWith('*')
            ? found.StartsWith(Bare(label[..^1]), StringComparison.OrdinalIgnoreCase)
            : Bare(label).Equals(found, StringComparison.OrdinalIgnoreCase);
    }

    private static string Bare(string name)
    {
        foreach (var article in (ReadOnlySpan<string>)["the ", "a ", "an "])
        {
            if (name.StartsWith(article, StringComparison.OrdinalIgnoreCase))
                return name[article.Length..].Replace('’', '\'');
        }
        return name.Replace('’', '\'');
    }

    /// <summary>A third of the passages, by FNV-1a (32 bits) of the id: the same on every machine and for ever.</summary>
    private static bool IsHeld(string id)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(id))
            hash = unchecked((hash ^ b) * 16777619u);
        return hash % 3 == 0;
    }
}
