using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Datasets;

/// <summary>A part of a span of time in which a number stood for one party.</summary>
/// <param name="Party">The party that the number stood for.</param>
/// <param name="From">A <see cref="PeriodCode"/> of the kind that was given: the beginning as published, or the first of January.</param>
/// <param name="To">The end as published, or the last of December.</param>
internal readonly record struct IdentitySpan(int Party, int From, int To);

/// <summary>
/// Divides a span that a publisher gives one number for where the number came to stand for another party: 345 is Yugoslavia, then Serbia
/// and Montenegro, then Serbia.
/// </summary>
internal static class IdentitySpans
{
    /// <param name="run">The import, on whose list a number that means nobody is put.</param>
    /// <param name="row">The row that the span is of.</param>
    /// <param name="column">The column of the number.</param>
    /// <param name="from">The <see cref="PeriodCode"/> of a month or of a day.</param>
    /// <param name="to">The last month or day, within.</param>
    /// <returns>The parts; years in which the number means nobody are put on the import's list, once for the row.</returns>
    public static List<IdentitySpan> Of(ImportRun run, CsvTable row, int column, int from, int to)
    {
        var spans = new List<IdentitySpan>(1);
        var number = row.Text(column);
        var (first, last) = (PeriodCode.Year(from), PeriodCode.Year(to));
        var days = from % 100 != 0;
        var listed = false;
        for (var year = first; year <= last; year++)
        {
            if (CowNumbers.Find(run.States, number, year) is not { } party)
            {
                if (!listed)
                    run.Place(CodeSystem.Cow, column, row, year);
                listed = true;
                continue;
            }
            var begin = year == first ? from : (days ? PeriodCode.OfDay(year, 1, 1) : PeriodCode.OfMonth(year, 1));
            var end = year == last ? to : (days ? PeriodCode.OfDay(year, 12, 31) : PeriodCode.OfMonth(year, 12));
            if (spans.Count > 0 && spans[^1].Party == party.Id && PeriodCode.Year(spans[^1].To) == year - 1)
                spans[^1] = spans[^1] with { To = end };
            else
                spans.Add(new(party.Id, begin, end));
        }
        return spans;
    }
}
