using Entente.Measures.Alignment;

namespace Entente.Measures.Comparing;

/// <summary>
/// Tests "A more than B" under every reasonable definition: every measure by every book or coding, in the latest year and averaged over three and five
/// (a multiverse: Steegen, Tuerlinckx, Gelman and Vanpaemel 2016, Perspectives on Psychological Science 11:702).
/// </summary>
public static class ComparisonMultiverse
{
    /// <summary>The name of the choice between measures.</summary>
    public const string Measure = "measure";

    /// <summary>A series speaks of a year where its last value is not older than this.</summary>
    public const int Carried = 4;

    private static readonly int[] Windows = [1, 3, 5];

    /// <param name="series">All measures in all codings.</param>
    /// <param name="at">The year that is spoken of; values of later years are not looked at.</param>
    public static ComparisonResult Test(IReadOnlyList<PairedSeries> series, int at)
    {
        ArgumentNullException.ThrowIfNull(series);
        var (tested, early) = (new List<ComparedDefinition>(), new List<string>());
        foreach (var one in series.OrderBy(s => s.Measure, StringComparer.Ordinal).ThenBy(s => s.Coding, StringComparer.Ordinal))
        {
            var years = one.Values.Keys.Where(y => y <= at).ToList();
            if (years.Count == 0)
                continue;
            var last = years.Max();
            if (last < at - Carried)
            {
                early.Add(FormattableString.Invariant($"{one.Measure} ({one.Coding}: {last})"));
                continue;
            }
            var before = 0;
            foreach (var window in Windows)
            {
                var within = years.Where(y => y > last - window).ToList();
                // A window without a further year would be the same definition again.
                if (within.Count == before)
                    continue;
                before = within.Count;
                tested.Add(
                    new(
                        one.Measure,
                        one.Coding,
                        window,
                        last,
                        within.Average(y => one.Values[y].Left),
                        within.Average(y => one.Values[y].Right),
                        one.Source
                    )
                );
            }
        }
        return new()
        {
            Tested = tested,
            Choices =
            [
                .. Choice(tested, Measure, d => d.Measure),
                .. tested.GroupBy(d => d.Measure, StringComparer.Ordinal).SelectMany(g => Several(Choice([.. g], g.Key, d => d.Coding))),
                .. Several(Choice(tested, "window", d => d.Window == 1 ? "1 year" : FormattableString.Invariant($"{d.Window} years"))),
            ],
            NotReaching = early,
        };
    }

    private static List<ChoiceShare> Choice(List<ComparedDefinition> tested, string choice, Func<ComparedDefinition, string> option) =>
        [
            .. tested
                .GroupBy(option, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new ChoiceShare(choice, g.Key, g.Count(), g.Count(d => d.Holds))),
        ];

    private static List<ChoiceShare> Several(List<ChoiceShare> options) => options.Count > 1 ? options : [];
}
