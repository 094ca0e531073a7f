using System.Globalization;
using System.Text;

namespace Entente.Tests.Labelled;

/// <summary>
/// Holds attribution to what it has reached on the labelled passages, and docs/quality.md to what is measured. The floors are the measured
/// figures rounded down; they are raised when attribution gets better and never lowered to let a change pass. `ENTENTE_UPDATE_DOCS=1` rewrites the page.
/// </summary>
public sealed class SpeakerQualityTests
{
    private static readonly Lazy<IReadOnlyList<SpeakerResult>> Results = new(() => LabelledSpeakers.Measure(LabelledSpeakers.Path));

    [Fact]
    public void The_labelled_set_is_large_and_a_third_of_it_is_held_back()
    {
        var passages = Results.Value.Select(r => (r.Id, r.Held)).Distinct().ToList();
        passages.Count.ShouldBeGreaterThanOrEqualTo(150);
        passages.Count(p => p.Held).ShouldBeInRange(passages.Count / 4, passages.Count / 2);
        Results.Value.Count(r => r.Kind == "none").ShouldBeGreaterThanOrEqualTo(20);
    }

    [Theory]
    [InlineData(false, "direct", 0.99, 0.99)]
    [InlineData(true, "direct", 0.95, 0.82)]
    [InlineData(false, "indirect", 0.97, 0.97)]
    [InlineData(true, "indirect", 0.88, 0.84)]
    public void Precision_and_recall_do_not_fall(bool held, string kind, double precision, double recall)
    {
        var measured = Rates([.. Results.Value.Where(r => r.Held == held && r.Kind == kind)]);
        measured.Precision.ShouldBeGreaterThanOrEqualTo(precision);
        measured.Recall.ShouldBeGreaterThanOrEqualTo(recall);
    }

    [Fact]
    public void What_was_learned_to_read_is_still_read()
    {
        var open = LabelledSpeakers.Measure(LabelledSpeakers.OpenPath);
        var (precision, recall) = Rates(open);
        var lost = string.Join("\n", open.Where(r => r.Outcome is Attributed.Wrong or Attributed.Missed).Select(r => r.Detail));
        precision.ShouldBeGreaterThanOrEqualTo(0.99, lost);
        recall.ShouldBeGreaterThanOrEqualTo(0.97, lost);
    }

    [Fact]
    public void Words_that_the_author_only_marks_have_no_speaker() =>
        string.Join("\n", Results.Value.Where(r => r is { Kind: "none", Outcome: Attributed.Wrong, Held: false }).Select(r => r.Detail))
            .ShouldBe("");

    [Fact]
    public void The_page_says_what_is_measured()
    {
        // Whoever works on the grammar reads the misses of the open part, never those of the other.
        if (Environment.GetEnvironmentVariable("ENTENTE_SHOW_MISSES") is { } file)
            File.WriteAllLines(
                file,
                Results
                    .Value.Where(r => !r.Held && (r.Outcome is Attributed.Wrong or Attributed.Missed || r.ReporterRight == false))
                    .Select(r => r.Detail)
            );
        var page = Path.Combine(Clone.Root, "docs", "quality.md");
        var table = Table(Results.Value);
        const string begin = "<!-- speakers: begin -->",
            end = "<!-- speakers: end -->";
        var text = File.ReadAllText(page);
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("ENTENTE_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(page, text[..from] + "\n\n" + table + "\n" + text[to..]);
            return;
        }
        text[from..to].Trim().ShouldBe(table.Trim());
    }

    /// <summary>Right among those attributed; right among those whose speaker the text tells.</summary>
    private static (double Precision, double Recall) Rates(IReadOnlyList<SpeakerResult> results)
    {
        var right = results.Count(r => r.Outcome == Attributed.Right);
        var attributed = right + results.Count(r => r.Outcome == Attributed.Wrong);
        var told = results.Count - results.Count(r => r.Outcome == Attributed.Abstained);
        return ((double)right / Math.Max(1, attributed), (double)right / Math.Max(1, told));
    }

    private static string Table(IReadOnlyList<SpeakerResult> results)
    {
        var page = new StringBuilder();
        page.Append("| words | stretches | right | wrong | missed | rightly nobody | precision | recall |\n");
        page.Append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var held in new[] { false, true })
        foreach (var (kind, name) in new[] { ("direct", "direct"), ("indirect", "reported"), ("none", "the author's own") })
        {
            List<SpeakerResult> some = [.. results.Where(r => r.Held == held && r.Kind == kind)];
            var (precision, recall) = Rates(some);
            var tells = some.Exists(r => r.Outcome is Attributed.Right or Attributed.Missed);
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {(held ? "held" : "dev")}: {name} | {some.Count} | {Count(Attributed.Right)} | {Count(Attributed.Wrong)} | {Count(Attributed.Missed)} | {Count(Attributed.Abstained)} | {(tells ? precision.ToString("P1", CultureInfo.InvariantCulture) : "–")} | {(tells ? recall.ToString("P1", CultureInfo.InvariantCulture) : "–")} |\n"
            );

            int Count(Attributed outcome) => some.Count(r => r.Outcome == outcome);
        }
        var nested = results.Where(r => r.ReporterRight is not null).ToList();
        page.Append(
            CultureInfo.InvariantCulture,
            $"\nPassages: {results.Select(r => r.Id).Distinct().Count()}. Words passed on by a second speaker, the first of them found: {nested.Count}, the second right too: {nested.Count(r => r.ReporterRight == true)}.\n"
        );
        return page.ToString();
    }
}
