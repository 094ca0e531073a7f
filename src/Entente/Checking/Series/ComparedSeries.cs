using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Quantities;

namespace Entente.Checking.Series;

/// <summary>Two things set against each other, over the years, by one authority where one counts both.</summary>
internal sealed class ComparedSeries(SeriesFinder finder, Names names, EvaluationContext context)
{
    public ClaimSeries Of(Expression left, Expression right)
    {
        var (first, second) = (SeriesWords.Of(left, names, context.Measures), SeriesWords.Of(right, names, context.Measures));
        var what = $"{first} and {second}";
        if (SeriesPeriods.Of(left) is not [var period] || SeriesPeriods.Of(right) is not [var other] || !period.Equals(other))
            return SeriesFinder.None(what, "several-periods", "the claim sets figures of different periods against each other");
        if (Unit(left) is not { } unit)
            return SeriesFinder.None(what, "no-data", $"the record holds no {first} for {period.Text}");
        var scale = new Claimed
        {
            Relation = Relation.Equal,
            Number = new(0, 0),
            Unit = unit,
        };
        var (a, b) = (finder.Lines(left, finder.Years(period), scale, null), finder.Lines(right, finder.Years(period), scale, null));
        // Who counts both counts them alike.
        var source = a.Where(l => b.Any(o => o.Source == l.Source))
            .MaxBy(l => l.Points.Count + b.First(o => o.Source == l.Source).Points.Count)
            ?.Source;
        var series = new ClaimSeries
        {
            What = what,
            Expression = left,
            Unit = unit.Symbol,
            Signed = Wording.IsSigned(left),
            Period = period,
        };
        return SeriesFinder.Finished(
            series,
            [
                .. Of(a, source).Select(l => l with { Name = first, Lead = true }),
                .. Of(b, source).Select(l => l with { Name = second, Lead = false }),
            ]
        );
    }

    private Unit? Unit(Expression left) => Pairing.LeadOrLoose(new Evaluator(context).Evaluate(left))?.Number?.Unit;

    private static IEnumerable<SeriesLine> Of(IReadOnlyList<SeriesLine> lines, string? source) =>
        (lines.FirstOrDefault(l => l.Source == source) ?? lines.MaxBy(l => l.Points.Count)) is { } line ? [line] : [];
}
