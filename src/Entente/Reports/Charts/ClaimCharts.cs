using Entente.Checking;
using Entente.Checking.Series;
using Entente.Quantities;

namespace Entente.Reports.Charts;

/// <summary>The chart of a claim: what it is about over the years around, every authority its own line, and what the text claims laid over them.</summary>
public static class ClaimCharts
{
    private const int MostAuthorities = 12;

    /// <summary>The chart; null where the claim's series was not looked up or there is none, which <see cref="ClaimSeries.Reason"/> explains.</summary>
    public static ChartModel? Of(CheckedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Series is not { Lines.Count: > 0 } series)
            return null;
        var lines = series.Lines.Select(Line).ToList();
        var mark = Mark(claim, series);
        var unit = series.Unit;
        return new()
        {
            Id = claim.Claim.Id,
            Form = ChartForm.Lines,
            Title = Capital(series.What),
            Unit = unit,
            Signed = series.Signed,
            Series = lines,
            Mark = mark,
            Across = series.Lines[0].Points[0].Period.Kind == PeriodKind.Month ? "Month" : "Year",
            Summary = Summary(series, mark),
            Note = series.Implied is null ? null : $"The mark is {series.Implied}.",
        };
    }

    /// <summary>What the claim commits to, against each authority's figure for its period; null where there is no number to place against another.</summary>
    public static ChartModel? Authorities(CheckedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var asserted = claim.Claim;
        if (asserted.Value is null && asserted.Low is null && asserted.High is null)
            return null;
        var rows = claim
            .Evidence.Where(e => e.Value is { } v && double.IsFinite(v) && e.Unit == asserted.Unit)
            .OrderByDescending(e => e.Lead)
            .Take(MostAuthorities)
            .ToList();
        if (rows.Count == 0)
            return null;
        var low = asserted.Low ?? (asserted.High is null ? asserted.Value!.Value : double.NegativeInfinity);
        var high = asserted.High ?? (asserted.Low is null ? asserted.Value!.Value : double.PositiveInfinity);
        ChartSeries Of(bool lead) =>
            new()
            {
                Name = lead ? "the authority that leads" : "others",
                Lead = lead,
                Points =
                [
                    .. rows.Select((e, row) => (Evidence: e, Row: row))
                        .Where(r => r.Evidence.Lead == lead)
                        .Select(r => new ChartPoint
                        {
                            // One authority may have printed several.
                            At =
                                r.Evidence.Published is { } published && rows.Count(e => e.Source == r.Evidence.Source) > 1
                                    ? $"{r.Evidence.Source}, {published}"
                                    : r.Evidence.Source,
                            X = r.Row,
                            Value = r.Evidence.Value!.Value,
                            Published = r.Evidence.Published,
                            Note = r.Evidence.Basis,
                        }),
                ],
            };
        return new()
        {
            Id = $"{asserted.Id}-authorities",
            Form = ChartForm.Rows,
            Title = "The claim against the authorities",
            Unit = asserted.Unit,
            Series = [.. new[] { Of(true), Of(false) }.Where(s => s.Points.Count > 0)],
            Mark = new()
            {
                Text =
                    asserted.Value is { } value && double.IsFinite(low) && double.IsFinite(high)
                        ? $"claimed {HumanNumber.Format(value, asserted.Unit)}"
                        : $"claimed {HumanNumber.FormatRange(low, high, asserted.Unit)}",
                Value = asserted.Value,
                Low = low,
                High = high,
                At = asserted.Period?.Text,
                Verdict = claim.Verdict.Code(),
            },
            Across = "Authority",
            Summary =
                $"Claimed: {HumanNumber.FormatRange(low, high, asserted.Unit)}. "
                + string.Join(
                    "; ",
                    rows.Select(r => $"{r.Source}{(r.Lead ? " (lead)" : "")}: {HumanNumber.Format(r.Value!.Value, r.Unit)}")
                )
                + ".",
        };
    }

    private static ChartSeries Line(SeriesLine line) =>
        new()
        {
            Name = line.Name,
            Source = line.Source,
            Via = line.Via,
            Vintage = line.Points.Select(p => p.Published).Where(p => p is not null).Max(StringComparer.Ordinal),
            Url = line.Points[^1].Url,
            Lead = line.Lead,
            Points =
            [
                .. line.Points.Select(p => new ChartPoint
                {
                    At = p.Period.Text,
                    X = ChartTime.Of(p.Period),
                    Value = p.Value,
                    Published = p.Published,
                    Note = p.Row,
                }),
            ],
        };

    private static ChartMark? Mark(CheckedClaim claim, ClaimSeries series)
    {
        if (series.Low is not { } low || series.High is not { } high)
            return null;
        var what =
            series.Value is { } value && double.IsFinite(low) && double.IsFinite(high)
                ? HumanNumber.Format(value, series.Unit, series.Signed)
                : HumanNumber.FormatRange(low, high, series.Unit);
        return new()
        {
            Text = $"{series.Standing} {what}",
            Value = series.Value,
            Low = low,
            High = high,
            At = series.Period?.Text,
            X = series.Period is { } period ? ChartTime.Of(period) : null,
            Verdict = claim.Verdict.Code(),
            OffBy = OffBy(series),
        };
    }

    /// <summary>How far the claimed figure is from the lead's, as drawn.</summary>
    private static string? OffBy(ClaimSeries series)
    {
        if (series is not { Value: { } claimed, Period: { } period } || series.Lines.FirstOrDefault(l => l.Lead) is not { } lead)
            return null;
        if (
            lead.Points.FirstOrDefault(p => p.Period.SameDays(period)) is not { } point
            || (series.Low <= point.Value && point.Value <= series.High)
        )
            return null;
        var off = claimed - point.Value;
        if (series.Unit == "rank")
            return $"{Phrases.Count((int)Math.Abs(off), "place", "places")} {(off < 0 ? "above" : "below")} {lead.Name}'s";
        var size = series.Unit == "share" ? HumanNumber.Format(Math.Abs(off) * 100, "pp") : HumanNumber.Format(Math.Abs(off), series.Unit);
        return $"{size} {(off < 0 ? "below" : "above")} {lead.Name}";
    }

    private static string Summary(ClaimSeries series, ChartMark? mark)
    {
        var parts = new List<string>();
        if (mark is not null)
            parts.Add($"{Capital(mark.Text)}{(mark.At is null ? "" : $" for {mark.At}")}{(mark.OffBy is null ? "" : $", {mark.OffBy}")}");
        foreach (var line in series.Lines)
        {
            var (first, last) = (line.Points[0], line.Points[^1]);
            string Value(SeriesPoint p) => $"{HumanNumber.Format(p.Value, series.Unit, series.Signed)} in {p.Period.Text}";
            var here = series.Period is { } period ? line.Points.FirstOrDefault(p => p.Period.SameDays(period)) : null;
            var told = new[] { first, here, last }.OfType<SeriesPoint>().DistinctBy(p => p.Period).OrderBy(p => p.Period);
            parts.Add($"{line.Name}{(line.Lead ? " (lead)" : "")}: {string.Join(", ", told.Select(Value))}");
        }
        return string.Join("; ", parts) + ".";
    }

    private static string Capital(string text) =>
        text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
