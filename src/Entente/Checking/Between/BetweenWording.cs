using Entente.Quantities;

namespace Entente.Checking.Between;

/// <summary>Sentences about what texts say of one figure.</summary>
internal static class BetweenWording
{
    /// <summary>A stated value for people: `$190bn`, `more than 36`, `2022-02-04`; for what is simply said to hold, the assertion itself.</summary>
    public static string Value(StatedValue value, string assertion)
    {
        if (value.Unit == Units.Truth || (value.Unit == Units.Number && value.OneSided))
            return assertion;
        if (value.Unit == Units.Date)
            return Date(value);
        // The middle of a range of half units is the figure as it was written.
        if (!value.OneSided)
            return value.Width <= Math.Max(value.Step, 0) * 1.000001 || value.Width == 0
                ? Figure(value.Best, value)
                : $"{Figure(value.Low, value)} to {Figure(value.High, value)}";
        return double.IsFinite(value.Low) ? $"at least {Figure(value.Low, value)}" : $"at most {Figure(value.High, value)}";
    }

    public static string Sentence(
        string subject,
        Period? period,
        IReadOnlyList<Position> positions,
        Difference? difference,
        IReadOnlyList<string> reasons
    )
    {
        // The period of the subject's own words is said once.
        var what = period is null || subject.Contains(period.Text, StringComparison.Ordinal) ? subject : $"{subject}, {period.Text}";
        if (difference is null)
            return $"{what}: {Texts(positions[0])} give {positions[0].Text}";
        var values = string.Join("; ", positions.Take(4).Select(p => $"{p.Text} ({Who(p)})"));
        var apart = difference == Difference.Fact ? "" : $": {string.Join("; ", reasons)}";
        return $"{what}: {values}{apart}";
    }

    private static string Texts(Position position)
    {
        var texts = position.Mentions.Select(m => m.Path).Distinct(StringComparer.Ordinal).Count();
        return texts == 1 ? "one text" : $"{texts} texts";
    }

    private static string Who(Position position)
    {
        var first = position.Mentions[0];
        var name = first.Title is { Length: > 0 } title ? title : first.Path;
        var others = position.Mentions.Select(m => m.Path).Distinct(StringComparer.Ordinal).Count() - 1;
        return others == 0 ? name : $"{name} and {others} more";
    }

    private static string Figure(double value, StatedValue stated) =>
        Figures.Text(value, stated.Unit, lastDigit: stated.Unit.Dimension == Dimension.Share ? stated.Step : 0);

    private static string Date(StatedValue value)
    {
        if (!double.IsFinite(value.Low))
            return $"by {Day(value.High)}";
        if (!double.IsFinite(value.High))
            return $"from {Day(value.Low)} on";
        if (value.Width == 0)
            return Day(value.Low);
        var (from, to) = (Date(value.Low), Date(value.High));
        var (year, month) = (Period.OfYear(from.Year), Period.OfMonth(from.Year, from.Month));
        return (year.Start, year.End) == (from, to) ? year.Text
            : (month.Start, month.End) == (from, to) ? month.Text
            : $"{Day(value.Low)} to {Day(value.High)}";
    }

    private static LocalDate Date(double days) => new LocalDate(1, 1, 1).PlusDays((int)days);

    private static string Day(double days) => Period.OfDay(Date(days)).Text;
}
