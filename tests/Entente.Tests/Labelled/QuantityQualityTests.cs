using System.Globalization;
using System.Text;
using Entente.Application.Stores;

namespace Entente.Tests.Labelled;

/// <summary>
/// Holds the reading of quantities to what it has reached on the labelled sentences, and docs/quality.md to what is measured
/// (`ENTENTE_UPDATE_DOCS=1` rewrites the page). The floors are the measured figures rounded down.
/// </summary>
public sealed class QuantityQualityTests
{
    private static readonly Lazy<IReadOnlyList<QuantityResult>> Results = new(LabelledQuantities.Measure);

    [Fact]
    public void The_labelled_set_is_large_and_a_third_of_it_is_held_back()
    {
        var rows = LabelledSetTests.Load(LabelledQuantities.Path);
        rows.Count.ShouldBeGreaterThanOrEqualTo(200);
        rows.Select(r => r.GetProperty("text").GetString()).Distinct().Count().ShouldBe(rows.Count);
        rows.ShouldAllBe(r => r.GetProperty("split").GetString() == LabelledSetTests.Split(r.GetProperty("id").GetString()!));
        rows.Count(r => r.GetProperty("split").GetString() == "held").ShouldBeGreaterThan(rows.Count / 4);
    }

    [Theory]
    [InlineData("dev", 0.95)]
    [InlineData("held", 0.95)]
    public void F1_does_not_fall(string split, double floor) =>
        LabelledQuantities.F1(Results.Value.Where(r => r.Split == split)).ShouldBeGreaterThanOrEqualTo(floor);

    [Fact]
    public void The_page_says_what_is_measured() => MeasuredPage.Holds("quantities", Table());

    private static string Table()
    {
        var table = new StringBuilder(
            "| sentences of quantities | quantities | found | surplus | F1 (value and unit) | of the found, relation and direction right |\n| --- | ---: | ---: | ---: | ---: | ---: |\n"
        );
        foreach (var split in new[] { "dev", "held" })
        {
            var list = Results.Value.Where(r => r.Split == split).ToList();
            var (labels, found, extra, whole) = (
                list.Sum(r => r.Labels),
                list.Sum(r => r.Found),
                list.Sum(r => r.Extra),
                list.Sum(r => r.Whole)
            );
            table.Append(
                CultureInfo.InvariantCulture,
                $"| **{split}** ({list.Count}) | {labels} | {found} | {extra} | {LabelledQuantities.F1(list):0.000} | {(double)whole / Math.Max(1, found):P0} |\n"
            );
        }
        return table.ToString();
    }
}
