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
    string Field,
    string Split,
    int Labels,
    int Found,
    int Extra,
    IReadOnlyList<string> Missed,
    IReadOnlyList<string> Surplus,
    int Verdicts,
    int RightVerdicts,
    IReadOnlyList<string> WrongVerdicts
)
{
    /// <summary>Nothing at all is asserted of the sentence.</summary>
    public bool Abstains => Asserted == 0;

    /// <summary>How many assertions were made of the sentence, right or wrong.</summary>
    public required int Asserted { get; init; }

    /// <summary>Numbers that the language cannot express, and how many of them the program lists as seen.</summary>
    public required int Inexpressible { get; init; }

    public required int Seen { get; init; }
}

/// <summary>
/// Measures extraction on tests/Entente.Tests/Labelled/sentences.jsonl. A claim is found when an assertion of the program equals the label
/// (or one of its equally right forms) after printing; a surplus is an assertion that no label has. A label marked `optional` (what an editor
/// may also read into the words) is neither missed nor surplus. A label with `assertion: null` is a number that the language has no measure
/// for: asserting anything of it is a surplus. A wrong verdict is *supported* or *contradicted* where the label says otherwise.
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
        var asserted = open.Count;
        var missed = new List<string>();
        var wrong = new List<string>();
        var (labels, found, verdicts, right, inexpressible) = (0, 0, 0, 0, 0);
        foreach (var label in root.GetProperty("claims").EnumerateArray())
        {
            var wanted = Forms(label);
            if (wanted.Count == 0)
            {
                if (label.TryGetProperty("value", out var number) && number.ValueKind == JsonValueKind.Number)
                    inexpressible++;
                continue;
            }
            var optional = label.TryGetProperty("optional", out var may) && may.GetBoolean();
            if (!optional)
                labels++;
            var hit = open.FirstOrDefault(c =>
                wanted.Contains(Canonical(c.Claim.Assertion!)) || c.Claim.Alternatives.Any(a => wanted.Contains(Canonical(a)))
            );
            if (hit is null)
            {
                if (!optional)
                    missed.Add(label.GetProperty("assertion").GetString()!);
                continue;
            }
            open.Remove(hit);
            if (!optional)
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
        var seen =
            report.Unchecked.Count(q => q.Start >= from) + report.Claims.Count(c => c.Claim.Start >= from && c.Claim.Assertion is null);
        return new(
            root.GetProperty("id").GetString()!,
            root.GetProperty("frame").GetString()!,
            root.GetProperty("field").GetString()!,
            root.GetProperty("split").GetString()!,
            labels,
            found,
            open.Count,
            missed,
            [.. open.Select(c => c.Claim.Assertion!)],
            verdicts,
            right,
            wrong
        )
        {
            Asserted = asserted,
            Inexpressible = inexpressible,
            Seen = Math.Min(seen, inexpressible),
        };
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
