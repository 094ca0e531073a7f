using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.Checking;
using Entente.Claims;
using Entente.Claims.Language;

namespace Entente.Tests.Labelled;

/// <summary>What extraction and checking make of one labelled sentence.</summary>
internal sealed record LabelledResult(
    string Id,
    string Frame,
    string Split,
    int Labels,
    int Found,
    int Extra,
    IReadOnlyList<string> Missed,
    IReadOnlyList<string> Surplus,
    int Verdicts,
    int RightVerdicts,
    IReadOnlyList<string> WrongVerdicts
);

/// <summary>
/// Measures extraction on tests/Entente.Tests/Labelled/sentences.jsonl. A claim is found when an assertion of the program equals the label
/// (or one of its equally right forms) after printing; a surplus is an assertion that no label has. A wrong verdict is *supported* or
/// *contradicted* where the label says otherwise.
/// </summary>
internal static partial class LabelledSentences
{
    public static string Path => System.IO.Path.Combine(Clone.Root, "tests", "Entente.Tests", "Labelled", "sentences.jsonl");

    public static IReadOnlyList<LabelledResult> Measure() => [.. File.ReadLines(Path).Where(l => l.Length > 0).Select(Measure)];

    private static LabelledResult Measure(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var text = root.GetProperty("text").GetString()!;
        var published = Text(root, "published") is { } day ? Period.Parse(day) : null;
        var whole = Text(root, "context") is { } context ? context + " " + text : text;
        var document = Installation.Read(whole + "\n", published);
        var report = Installation.Check(document);
        var from = document.Text.LastIndexOf(text, StringComparison.Ordinal);
        var open = report.Claims.Where(c => c.Claim.Start >= from && c.Claim.Assertion is not null).ToList();
        var missed = new List<string>();
        var wrong = new List<string>();
        var (labels, found, verdicts, right) = (0, 0, 0, 0);
        foreach (var label in root.GetProperty("claims").EnumerateArray())
        {
            var wanted = Forms(label);
            if (wanted.Count == 0)
                continue;
            labels++;
            var hit = open.FirstOrDefault(c =>
                wanted.Contains(Canonical(c.Claim.Assertion!)) || c.Claim.Alternatives.Any(a => wanted.Contains(Canonical(a)))
            );
            if (hit is null)
            {
                missed.Add(label.GetProperty("assertion").GetString()!);
                continue;
            }
            open.Remove(hit);
            found++;
            if (
                Text(label, "verdict") is not { } verdict
                || hit.Verdict is not (Verdict.Supported or Verdict.Contradicted or Verdict.Inconsistent)
            )
                continue;
            verdicts++;
            if (Agrees(verdict, hit))
                right++;
            else
                wrong.Add($"{hit.Claim.Assertion}: {hit.Verdict}, labelled {verdict}: {hit.Explanation}");
        }
        var id = root.GetProperty("id").GetString()!;
        var frame = id.StartsWith("neg.", StringComparison.Ordinal) ? "negative" : id.Split('.')[^2];
        return new(
            id,
            frame,
            root.GetProperty("split").GetString()!,
            labels,
            found,
            open.Count,
            missed,
            [.. open.Select(c => c.Claim.Assertion!)],
            verdicts,
            right,
            wrong
        );
    }

    private static bool Agrees(string label, CheckedClaim claim) =>
        label switch
        {
            "supported" or "close" => claim.Verdict == Verdict.Supported,
            "contradicted" or "inconsistent" => claim.Verdict is Verdict.Contradicted or Verdict.Inconsistent,
            _ => false,
        };

    private static HashSet<string> Forms(JsonElement label)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        if (Text(label, "assertion") is { } assertion)
            forms.Add(Canonical(assertion));
        if (label.TryGetProperty("alt", out var others))
            foreach (var other in others.EnumerateArray())
                forms.Add(Canonical(other.GetString()!));
        return forms;
    }

    /// <summary>The printed form; `~` and `=` count as one (a label marks what the words admit), and so do the two ways to write a membership.</summary>
    private static string Canonical(string assertion)
    {
        var printed = ClaimParser.Parse(assertion).Expression is { } expression
            ? ClaimPrinter.Print(expression).Replace(" ~ ", " = ", StringComparison.Ordinal)
            : assertion;
        return Membership().Replace(printed, "members($2, $3) includes {$1}");
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"member\((\w+), (\w+), ([^)]{4,24})\)", RegexOptions.NonBacktracking)]
    private static partial Regex Membership();
}
