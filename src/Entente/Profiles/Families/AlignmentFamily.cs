using System.Globalization;
using Entente.Measures.Alignment;
using Entente.Numerics.Factors;

namespace Entente.Profiles.Families;

/// <summary>
/// One line through the families of evidence (a dynamic factor, its loadings shown), and under how many definitions the latest year is the
/// closest there was.
/// </summary>
/// <param name="read">Reads all series of a pair.</param>
public sealed class AlignmentFamily(Func<ProfileRequest, CancellationToken, IReadOnlyList<AlignmentSeries>> read) : IProfileFamily
{
    private const int FewestYears = 10;
    private const double Sigmas = 1.959964;

    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var series = read(request, cancellation);
        var reference = Reference(series);
        if (reference.Count < 2)
            return new()
            {
                Id = "alignment",
                Title = "Alignment over time",
                Missing =
                [
                    new(
                        "an index of alignment",
                        reference.Count == 0
                            ? "no family of evidence has ten years of figures"
                            : $"only one family of evidence ({reference[0].Family}) has ten years of figures",
                        "entente record import unga-votes | cow-trade | atop | cow-igo | vdem | sipri-transfers FILE"
                    ),
                ],
            };
        var figures = new List<ProfileFigure>();
        var charts = new List<ProfileChart>();
        var notes = new List<string>();
        Factor(request, reference, figures, charts, notes, cancellation);
        foreach (var placed in series.Where(s => s.Percentile is not null))
            figures.Add(
                new()
                {
                    Label = $"pairs of states less close in {placed.Family}, by {placed.Coding}",
                    Value = placed.Percentile!.Value,
                    Unit = "share",
                    Period = PairEvents.Year(placed.PercentileYear!.Value),
                    Cite = new() { Source = placed.Source },
                }
            );
        Compare(request, reference, figures, cancellation);
        Statement(request, series, figures, notes, cancellation);
        return new()
        {
            Id = "alignment",
            Title = "Alignment over time",
            Figures = figures,
            Charts = charts,
            Notes = notes,
        };
    }

    /// <summary>Beside the pair's latest figure of each family those of the pairs that were named, of the same year and coding.</summary>
    private void Compare(
        ProfileRequest request,
        List<AlignmentSeries> reference,
        List<ProfileFigure> figures,
        CancellationToken cancellation
    )
    {
        if (request.Beside.Count == 0)
            return;
        var others = request
            .Beside.Select(p =>
                (
                    Name: $"{p.First.Name} and {p.Second.Name}",
                    Series: read(request with { First = p.First, Second = p.Second }, cancellation)
                )
            )
            .ToList();
        foreach (var own in reference)
        {
            var shared = own.Values.Keys.Where(y => y >= request.From && y <= request.To).OrderDescending().ToList();
            var variants = new List<ProfileVariant>();
            int? year = null;
            foreach (var (name, series) in others)
            {
                if (series.FirstOrDefault(s => s.Family == own.Family && s.Coding == own.Coding) is not { } other)
                    continue;
                year ??= shared.Find(other.Values.ContainsKey) is > 0 and var found ? found : null;
                if (year is { } at && other.Values.TryGetValue(at, out var value))
                    variants.Add(new(name, value, new() { Source = other.Source }));
            }
            if (year is { } then && variants.Count > 0)
                figures.Add(
                    new()
                    {
                        Label = $"{own.Family}, {own.Coding}, beside other pairs",
                        Value = own.Values[then],
                        Low = Math.Min(own.Values[then], variants.Min(v => v.Value)),
                        High = Math.Max(own.Values[then], variants.Max(v => v.Value)),
                        Period = PairEvents.Year(then),
                        Cite = new() { Source = own.Source },
                        Others = variants,
                    }
                );
        }
    }

    /// <summary>Of each family the coding with most years.</summary>
    private static List<AlignmentSeries> Reference(IReadOnlyList<AlignmentSeries> series) =>
        [
            .. series
                .Where(s => s.Values.Count >= FewestYears)
                .GroupBy(s => s.Family, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.OrderByDescending(s => s.Values.Count).ThenBy(s => s.Coding, StringComparer.Ordinal).First()),
        ];

    private static void Factor(
        ProfileRequest request,
        List<AlignmentSeries> series,
        List<ProfileFigure> figures,
        List<ProfileChart> charts,
        List<string> notes,
        CancellationToken cancellation
    )
    {
        var (from, to) = (Math.Max(request.From, series.Min(s => s.First)), Math.Min(request.To, series.Max(s => s.Last)));
        var kept = series.Where(s => s.Values.Keys.Count(y => y >= from && y <= to) >= FewestYears).ToList();
        if (kept.Count < 2)
        {
            notes.Add("Fewer than two families have ten years of figures within the years asked for: no common factor is fitted.");
            return;
        }
        var fit = DynamicFactor.Fit([.. kept.Select(s => Standardised(s, from, to))], cancellation: cancellation);
        if (!fit.Converged)
        {
            notes.Add($"The common factor did not converge in {fit.Iterations} rounds: it is not shown.");
            return;
        }
        var sources = string.Join("; ", kept.Select(s => s.Source).Distinct(StringComparer.Ordinal));
        var cite = new Cite { Source = $"common factor of {sources}" };
        // Where no family has a figure the smoother only carries on what was; those years are not drawn.
        var shown = Enumerable.Range(from, to - from + 1).Where(y => kept.Any(s => s.Values.ContainsKey(y)));
        charts.Add(
            new()
            {
                Title = "Common factor of the families (standard deviations)",
                Lines =
                [
                    new()
                    {
                        Name = "alignment",
                        Points =
                        [
                            .. shown.Select(y => new ProfilePoint(
                                y,
                                fit.Factor[y - from],
                                fit.Factor[y - from] - (Sigmas * fit.StandardError[y - from]),
                                fit.Factor[y - from] + (Sigmas * fit.StandardError[y - from])
                            )),
                        ],
                        Cite = cite,
                    },
                ],
            }
        );
        for (var i = 0; i < kept.Count; i++)
            figures.Add(
                new()
                {
                    Label = $"loading of {kept[i].Family} ({kept[i].Coding})",
                    Value = fit.Loadings[i],
                    Low = double.IsNaN(fit.LoadingErrors[i]) ? null : fit.Loadings[i] - (Sigmas * fit.LoadingErrors[i]),
                    High = double.IsNaN(fit.LoadingErrors[i]) ? null : fit.Loadings[i] + (Sigmas * fit.LoadingErrors[i]),
                    Period = PairEvents.Years(Math.Max(from, kept[i].First), Math.Min(to, kept[i].Last)),
                    Cite = new() { Source = kept[i].Source },
                }
            );
        notes.Add(
            "The factor is what the families have in common; a loading near zero or below says that a family moves by itself or against the rest, "
                + "and then there is no one alignment to speak of. Bands are 95 %, the loadings taken as known."
        );
    }

    private static double[] Standardised(AlignmentSeries series, int from, int to)
    {
        var inside = series.Values.Where(v => v.Key >= from && v.Key <= to).Select(v => v.Value).ToArray();
        var mean = inside.Average();
        var deviation = Math.Sqrt(inside.Sum(v => (v - mean) * (v - mean)) / inside.Length);
        var values = new double[to - from + 1];
        for (var year = from; year <= to; year++)
            values[year - from] =
                !series.Values.TryGetValue(year, out var v) ? double.NaN
                : deviation > 0 ? (v - mean) / deviation
                : 0;
        return values;
    }

    /// <summary>Whether the last year that two families reach is the closest since the first shown, under every definition.</summary>
    private static void Statement(
        ProfileRequest request,
        IReadOnlyList<AlignmentSeries> series,
        List<ProfileFigure> figures,
        List<string> notes,
        CancellationToken cancellation
    )
    {
        if (LastCommon(series, request.To) is not { } at || at - request.From < 5)
            return;
        var result = AlignmentMultiverse.Test(series, new(at, request.From, Highest: true), cancellation);
        if (result.Share is not { } share)
            return;
        figures.Add(
            new()
            {
                Label = string.Create(
                    CultureInfo.InvariantCulture,
                    $"definitions, of {result.Definitions}, by which {at} was closer than any year since {request.From}"
                ),
                Value = share,
                Unit = "share",
                Period = PairEvents.Years(request.From, at),
                Cite = new() { Source = $"all codings, windows, weights and scales of {string.Join(", ", result.Reaching)}" },
                Others = [.. result.Choices.Select(c => new ProfileVariant($"{c.Choice}: {c.Option}", c.Share, null))],
            }
        );
        notes.Add($"The definitions are made of {string.Join(", ", result.Reaching)}.");
        if (result.MostDecisive is { } decisive)
            notes.Add(
                $"Most hangs on {decisive}: {string.Join(", ", result.Choices.Where(c => c.Choice == decisive).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Option} {c.Share * 100:0} %")))}."
            );
        if (result.NotReaching.Count > 0)
            notes.Add($"Not in it, for they do not reach from {request.From} to {at}: {string.Join(", ", result.NotReaching)}.");
    }

    /// <summary>The last year up to which two families have figures.</summary>
    private static int? LastCommon(IReadOnlyList<AlignmentSeries> series, int to)
    {
        var ends = series
            .GroupBy(s => s.Family, StringComparer.Ordinal)
            .Select(g => Math.Min(to, g.Max(s => s.Last)))
            .OrderDescending()
            .ToList();
        return ends.Count < 2 ? null : ends[1];
    }
}
