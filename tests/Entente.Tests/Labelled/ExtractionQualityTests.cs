using System.Globalization;
using System.Text;

namespace Entente.Tests.Labelled;

/// <summary>
/// Holds extraction to what it has reached on the labelled sentences, and docs/quality.md to what is measured. The floors are the measured
/// figures rounded down; they are raised when extraction gets better and never lowered to let a change pass. `ENTENTE_UPDATE_DOCS=1` rewrites the page.
/// </summary>
public sealed class ExtractionQualityTests
{
    private static readonly Lazy<IReadOnlyList<LabelledResult>> Results = new(LabelledSentences.Measure);

    [Fact]
    public void The_labelled_set_is_large_and_a_third_of_it_is_held_back()
    {
        Results.Value.Count.ShouldBeGreaterThanOrEqualTo(200);
        Results.Value.Count(r => r.Split == "held").ShouldBeGreaterThan(Results.Value.Count / 4);
        Results.Value.Count(r => r.Frame == "negative").ShouldBeGreaterThanOrEqualTo(50);
    }

    [Theory]
    [InlineData("dev", 0.86, 0.58)]
    [InlineData("held", 0.80, 0.40)]
    public void Precision_and_recall_do_not_fall(string split, double precision, double recall)
    {
        var (p, r) = Rates(Results.Value.Where(x => x.Split == split));
        p.ShouldBeGreaterThanOrEqualTo(precision);
        r.ShouldBeGreaterThanOrEqualTo(recall);
    }

    [Fact]
    public void Hard_negatives_yield_next_to_nothing() =>
        Results.Value.Where(r => r.Frame == "negative").Sum(r => r.Extra).ShouldBeLessThanOrEqualTo(2);

    [Fact]
    public void No_verdict_on_a_labelled_sentence_is_wrong() =>
        string.Join("\n", Results.Value.SelectMany(r => r.WrongVerdicts.Select(w => $"{r.Id}: {w}"))).ShouldBe("");

    [Fact]
    public void The_page_says_what_is_measured()
    {
        var page = Path.Combine(Clone.Root, "docs", "quality.md");
        var table = Table(Results.Value);
        const string begin = "<!-- measured: begin -->",
            end = "<!-- measured: end -->";
        var text = File.ReadAllText(page);
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("ENTENTE_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(page, text[..from] + "\n\n" + table + "\n" + text[to..]);
            return;
        }
        text[from..to].Trim().ShouldBe(table.Trim());
    }

    private static (double Precision, double Recall) Rates(IEnumerable<LabelledResult> results)
    {
        var list = results.ToList();
        var (found, extra, labels) = (list.Sum(r => r.Found), list.Sum(r => r.Extra), list.Sum(r => r.Labels));
        return ((double)found / Math.Max(1, found + extra), (double)found / Math.Max(1, labels));
    }

    private static string Table(IReadOnlyList<LabelledResult> results)
    {
        var page = new StringBuilder();
        page.Append(
            "| frame | sentences | claims | found | surplus | precision | recall |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        );
        foreach (
            var frame in results
                .GroupBy(r => r.Frame)
                .OrderByDescending(g => g.Sum(r => r.Labels))
                .ThenBy(g => g.Key, StringComparer.Ordinal)
        )
            Row(page, frame.Key, [.. frame]);
        foreach (var split in new[] { "dev", "held" })
            Row(page, $"**{split}**", [.. results.Where(r => r.Split == split)]);
        page.Append(
            CultureInfo.InvariantCulture,
            $"\nVerdicts *supported*, *contradicted* or *inconsistent* on found claims with a labelled verdict: {results.Sum(r => r.Verdicts)}, of them right: {results.Sum(r => r.RightVerdicts)}.\n"
        );
        return page.ToString();
    }

    private static void Row(StringBuilder page, string name, IReadOnlyList<LabelledResult> results)
    {
        var (precision, recall) = Rates(results);
        var (found, extra, labels) = (results.Sum(r => r.Found), results.Sum(r => r.Extra), results.Sum(r => r.Labels));
        page.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {results.Count} | {labels} | {found} | {extra} | {(found + extra == 0 ? "–" : precision.ToString("P0", CultureInfo.InvariantCulture))} | {(labels == 0 ? "–" : recall.ToString("P0", CultureInfo.InvariantCulture))} |\n"
        );
    }
}
