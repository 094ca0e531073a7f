using System.Globalization;
using Entente.Sources.Store.Tables;

namespace Entente.Application.Records;

/// <summary>A stretch of years.</summary>
/// <param name="Known">How many states the whole record knows anything of in it: what "all" means.</param>
internal sealed record CoverageColumn(string Label, int From, int To, int Known);

/// <summary>How much there is.</summary>
internal enum CoverageLevel
{
    Missing,
    Few,
    Some,
    Most,
    Complete,
}

/// <summary>What a line has of a stretch of years.</summary>
/// <param name="Values">How many values.</param>
/// <param name="States">How many states have one, in the middle of the years.</param>
/// <param name="Share">Of what could be there, 0 to 1.</param>
/// <param name="Reason">Why there is nothing, or not all; empty where all is there.</param>
internal sealed record CoverageCell(long Values, int States, double Share, CoverageLevel Level, string Reason);

/// <summary>One measure of one dataset, or one state of it.</summary>
internal sealed record CoverageLine(
    string Dataset,
    string Name,
    bool IsMeasure,
    bool Pairs,
    string? State,
    IReadOnlyList<CoverageCell> Cells
);

/// <summary>What a heat map shows: lines over stretches of years.</summary>
internal sealed record CoverageGrid(bool ByDecade, IReadOnlyList<CoverageColumn> Columns, IReadOnlyList<CoverageLine> Lines)
{
    private const int Earliest = 1800;

    /// <summary>Every measure of every dataset, by how many of the known states have a value.</summary>
    public static CoverageGrid Overview(IReadOnlyList<CoverageCounts> counts, int? from, int? to, bool byDecade)
    {
        var columns = Stretches(counts, from, to, byDecade);
        return new(
            byDecade,
            columns,
            [
                .. counts
                    .Where(c => c.Counts.Count > 0)
                    .OrderBy(c => c.Name, StringComparer.Ordinal)
                    .ThenBy(c => c.Dataset, StringComparer.Ordinal)
                    .Select(c => new CoverageLine(c.Dataset, c.Name, c.IsMeasure, c.Pairs, null, Cells(c, columns))),
            ]
        );
    }

    /// <summary>One measure (or table) state by state, over all datasets that have it, or one of them.</summary>
    public static CoverageGrid States(IReadOnlyList<CoverageCounts> counts, string name, string? dataset, int? from, int? to, bool byDecade)
    {
        var chosen = counts.Where(c => c.Name == name && (dataset is null || c.Dataset == dataset)).ToList();
        var columns = Stretches(chosen, from, to, byDecade);
        return new(
            byDecade,
            columns,
            [
                .. chosen.SelectMany(c =>
                    c.Counts.Keys.Select(k => k.State)
                        .Where(s => s.Length > 0)
                        .Distinct(StringComparer.Ordinal)
                        .Order(StringComparer.Ordinal)
                        .Select(s => new CoverageLine(c.Dataset, c.Name, c.IsMeasure, c.Pairs, s, Cells(c, s, columns)))
                ),
            ]
        );
    }

    private static List<CoverageColumn> Stretches(IReadOnlyList<CoverageCounts> counts, int? from, int? to, bool byDecade)
    {
        var years = counts.SelectMany(c => c.Counts.Keys).Select(k => k.Year).Where(y => y >= Earliest).ToHashSet();
        if (years.Count == 0)
            return [];
        var (first, last) = (from ?? years.Min(), to ?? years.Max());
        var known = counts
            .SelectMany(c => c.Counts.Where(v => v.Value.Values > 0).Select(v => v.Key))
            .Where(k => k.State.Length > 0)
            .Distinct()
            .GroupBy(k => k.Year)
            .ToDictionary(g => g.Key, g => g.Count());
        var columns = new List<CoverageColumn>();
        for (var year = byDecade ? first / 10 * 10 : first; year <= last; year += byDecade ? 10 : 1)
        {
            var end = byDecade ? Math.Min(year + 9, last) : year;
            var begin = Math.Max(year, first);
            var label = year.ToString(CultureInfo.InvariantCulture) + (byDecade ? "s" : "");
            columns.Add(new(label, begin, end, Enumerable.Range(begin, end - begin + 1).Max(y => known.GetValueOrDefault(y))));
        }
        return columns;
    }

    private static List<CoverageCell> Cells(CoverageCounts counts, List<CoverageColumn> columns)
    {
        var byYear = counts
            .Counts.GroupBy(c => c.Key.Year)
            .ToDictionary(
                g => g.Key,
                g =>
                    (
                        Values: g.Sum(c => c.Value.Values),
                        States: g.Count(c => c.Value.Values > 0),
                        Missing: g.Sum(c => c.Value.Missing),
                        Reason: g.Max(c => c.Value.Reason),
                        Nobody: g.All(c => c.Key.State.Length == 0)
                    )
            );
        var (first, last) = (byYear.Keys.Min(), byYear.Keys.Max());
        return
        [
            .. columns.Select(column =>
            {
                var years = Enumerable
                    .Range(column.From, column.To - column.From + 1)
                    .Where(byYear.ContainsKey)
                    .Select(y => byYear[y])
                    .ToList();
                var values = years.Sum(y => y.Values);
                if (values == 0)
                    return new CoverageCell(
                        0,
                        0,
                        0,
                        CoverageLevel.Missing,
                        Outside(column, first, last, years.Count > 0 ? years.Max(y => y.Reason) : null)
                    );
                var length = column.To - column.From + 1;
                var states = years.Max(y => y.States);
                // Rows that are nobody's in particular (votes, resolutions) are there or are not.
                var share = years.All(y => y.Nobody) || column.Known == 0 ? 1 : years.Sum(y => y.States) / (double)length / column.Known;
                var reason =
                    years.Sum(y => y.Missing) is > 0 and var missing
                        ? string.Create(CultureInfo.InvariantCulture, $"{missing:#,0} {Word(years.Max(y => y.Reason))}")
                    : years.Count < length ? "not every year"
                    : "";
                return new CoverageCell(values, states, Math.Min(1, share), LevelOf(share), reason);
            }),
        ];
    }

    private static List<CoverageCell> Cells(CoverageCounts counts, string state, List<CoverageColumn> columns)
    {
        var own = counts.Counts.Where(c => c.Key.State == state).ToDictionary(c => c.Key.Year, c => c.Value);
        var (first, last) = (counts.Counts.Keys.Min(k => k.Year), counts.Counts.Keys.Max(k => k.Year));
        var most = own.Values.Max(v => v.Values);
        return
        [
            .. columns.Select(column =>
            {
                var length = column.To - column.From + 1;
                var years = Enumerable.Range(column.From, length).Where(own.ContainsKey).Select(y => own[y]).ToList();
                var values = years.Sum(y => y.Values);
                if (values == 0)
                    return new CoverageCell(
                        0,
                        0,
                        0,
                        CoverageLevel.Missing,
                        years.Count > 0 && years.Max(y => y.Reason) is not Absence.None and var why
                            ? Word(why)
                            : Outside(column, first, last, null)
                    );
                var share =
                    years.Count(y => y.Values > 0)
                    / (double)length
                    * (counts.Pairs ? years.Max(y => y.Values) / (double)Math.Max(1, most) : 1);
                var reason =
                    years.Any(y => y.Missing > 0) ? Word(years.Max(y => y.Reason))
                    : years.Count < length ? "not every year"
                    : "";
                return new CoverageCell(values, 1, Math.Min(1, share), LevelOf(share), reason);
            }),
        ];
    }

    private static CoverageLevel LevelOf(double share) =>
        share switch
        {
            >= 0.9 => CoverageLevel.Complete,
            >= 0.5 => CoverageLevel.Most,
            >= 0.25 => CoverageLevel.Some,
            > 0 => CoverageLevel.Few,
            _ => CoverageLevel.Missing,
        };

    private static string Outside(CoverageColumn column, int first, int last, Absence? reason) =>
        column.To < first ? FormattableString.Invariant($"begins in {first}")
        : column.From > last ? FormattableString.Invariant($"ends in {last}")
        : reason is { } why and not Absence.None ? Word(why)
        : "no row";

    private static string Word(Absence reason) =>
        reason switch
        {
            Absence.Unreported => "not reported",
            Absence.OutOfCoverage => "outside the publisher's coverage",
            Absence.NotApplicable => "not applicable",
            Absence.Suppressed => "withheld by the publisher",
            _ => "missing",
        };
}
