using System.Globalization;
using System.Text;
using Entente.Application.Stores;

namespace Entente.Tests.Labelled;

/// <summary>
/// Holds extraction to what it has reached on the labelled sentences, and docs/quality.md to what is measured. The floors are the measured
/// figures rounded down; they are raised when extraction gets better and never lowered to let a change pass (only a wider set starts them
/// anew). `ENTENTE_UPDATE_DOCS=1` rewrites the page.
/// </summary>
public sealed class ExtractionQualityTests
{
    private static readonly Lazy<IReadOnlyList<LabelledResult>> Results = new(LabelledSentences.Measure);

    [Theory]
    [InlineData("dev", 0.84, 0.51)]
    [InlineData("held", 0.80, 0.45)]
    public void Precision_and_recall_do_not_fall(string split, double precision, double recall)
    {
        var (p, r) = Rates(Results.Value.Where(x => x.Split == split));
        p.ShouldBeGreaterThanOrEqualTo(precision);
        r.ShouldBeGreaterThanOrEqualTo(recall);
    }

    [Fact]
    public void Hard_negatives_yield_next_to_nothing() =>
        Results.Value.Where(r => r.Frame == "negative").Sum(r => r.Extra).ShouldBeLessThanOrEqualTo(3);

    [Fact]
    public void No_verdict_on_a_labelled_sentence_is_wrong() =>
        string.Join("\n", Results.Value.SelectMany(r => r.WrongVerdicts.Select(w => $"{r.Id}: {w}"))).ShouldBe("");

    [Fact]
    public void The_page_says_what_is_measured() => MeasuredPage.Holds("measured", Table(Results.Value));

    private static (double Precision, double Recall) Rates(IEnumerable<LabelledResult> results)
    {
        var list = results.ToList();
        var (found, extra, labels) = (list.Sum(r => r.Found), list.Sum(r => r.Extra), list.Sum(r => r.Labels));
        return ((double)found / Math.Max(1, found + extra), (double)found / Math.Max(1, labels));
    }

    private static string Table(IReadOnlyList<LabelledResult> results)
    {
        var page = new StringBuilder();
        Head(page, "frame");
        foreach (
            var frame in results
                .GroupBy(r => r.Frame)
                .OrderByDescending(g => g.Sum(r => r.Labels))
                .ThenBy(g => g.Key, StringComparer.Ordinal)
        )
            Row(page, frame.Key, [.. frame]);
        page.Append('\n');
        Head(page, "field");
        foreach (var field in results.GroupBy(r => r.Field).OrderBy(g => g.Key, StringComparer.Ordinal))
            Row(page, field.Key, [.. field]);
        Row(page, "**all**", results);
        page.Append('\n');
        foreach (var split in new[] { "dev", "held" })
            Totals(page, split, [.. results.Where(r => r.Split == split)]);
        page.Append(
            CultureInfo.InvariantCulture,
            $"\nVerdicts *supported*, *contradicted* or *inconsistent* on found claims with a labelled verdict: {results.Sum(r => r.Verdicts)}, of them right: {results.Sum(r => r.RightVerdicts)}.\n"
        );
        return page.ToString();
    }

    private static void Head(StringBuilder page, string name) =>
        page.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | sentences | claims | dev: precision | recall | abstains | held: precision | recall | abstains |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        );

    private static void Row(StringBuilder page, string name, IReadOnlyList<LabelledResult> results) =>
        page.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {results.Count} | {results.Sum(r => r.Labels)} | {Cells([.. results.Where(r => r.Split == "dev")])} | {Cells([.. results.Where(r => r.Split == "held")])} |\n"
        );

    private static string Cells(IReadOnlyList<LabelledResult> results)
    {
        var (precision, recall) = Rates(results);
        return string.Join(
            " | ",
            Percent(precision, results.Sum(r => r.Found + r.Extra)),
            Percent(recall, results.Sum(r => r.Labels)),
            Percent(results.Count(r => r.Abstains) / (double)Math.Max(1, results.Count), results.Count)
        );
    }

    private static string Percent(double rate, int of) => of == 0 ? "–" : rate.ToString("P0", CultureInfo.InvariantCulture);

    /// <summary>One line for a part of the set: its claims, and how it fares where there is nothing to assert.</summary>
    private static void Totals(StringBuilder page, string split, IReadOnlyList<LabelledResult> results)
    {
        var silent = results.Where(r => r.Abstains).ToList();
        var empty = results.Where(r => r.Labels == 0).ToList();
        page.Append(
            CultureInfo.InvariantCulture,
            $"- **{split}**: {results.Sum(r => r.Labels)} claims, {results.Sum(r => r.Found)} found, {results.Sum(r => r.Extra)} surplus. Nothing asserted of {silent.Count} sentences, of which {silent.Count(r => r.Labels == 0)} of the {empty.Count} that carry no expressible claim. Numbers that the language has no measure for: {results.Sum(r => r.Inexpressible)}, listed as seen: {results.Sum(r => r.Seen)}.\n"
        );
    }
}
