using Entente.Checking;

namespace Entente.Reports.Charts;

/// <summary>What the claim commits to, as a band, against each authority's figure, as a dot: the eye sees at once who is inside.</summary>
internal static class EvidencePlot
{
    private const double Width = 400;
    private const double LabelWidth = 96;
    private const double ValueWidth = 64;
    private const double RowHeight = 22;
    private const double Top = 24;
    private const double AxisHeight = 22;
    private const int MaxRows = 12;

    /// <summary>The chart; null where there is no number to place against another.</summary>
    public static string? Draw(CheckedClaim claim, string id)
    {
        var asserted = claim.Claim;
        if (asserted.Value is null && asserted.Low is null && asserted.High is null)
            return null;
        var rows = claim
            .Evidence.Where(e => e.Value is { } v && double.IsFinite(v) && e.Unit == asserted.Unit)
            .OrderByDescending(e => e.Lead)
            .Take(MaxRows)
            .ToList();
        if (rows.Count == 0)
            return null;
        var (left, right) = (LabelWidth, Width - ValueWidth);
        var scale = LinearScale.Over(
            rows.Select(r => r.Value!.Value)
                .Concat(
                    new[] { asserted.Value, asserted.Low, asserted.High }.Where(v => v is { } n && double.IsFinite(n)).Select(v => v!.Value)
                ),
            left,
            right
        );
        var height = Top + (RowHeight * rows.Count) + AxisHeight;
        var svg = new SvgWriter(Width, height, id, "plot", "The claim against the authorities", Describe(claim, rows));
        var bottom = Top + (RowHeight * rows.Count);
        foreach (var tick in scale.Ticks(3))
            svg.Line(scale[tick], Top, scale[tick], bottom, "grid")
                .Text(scale[tick], bottom + 15, HumanNumber.Format(tick, asserted.Unit), "tick", Anchor.Middle);
        Band(svg, claim, scale, left, right, bottom);
        for (var i = 0; i < rows.Count; i++)
        {
            var y = Top + (RowHeight * (i + 0.5));
            var row = rows[i];
            var value = HumanNumber.Format(row.Value!.Value, row.Unit);
            svg.Text(left - 10, y + 4, Shorten(row.Source), row.Lead ? "lead" : "label", Anchor.End)
                .Line(left, y, right, y, "row")
                .Circle(
                    scale[row.Value.Value],
                    y,
                    row.Lead ? 5 : 3.8,
                    row.Lead ? $"dot v-{claim.Verdict.Code()}" : "dot other",
                    $"{row.Source}: {value}{(row.Published is null ? "" : $", {row.Published}")}"
                )
                .Text(Width - ValueWidth + 8, y + 4, value, row.Lead ? "lead" : "label");
        }
        return svg.Finish();
    }

    private static void Band(SvgWriter svg, CheckedClaim claim, LinearScale scale, double left, double right, double bottom)
    {
        var asserted = claim.Claim;
        var low = asserted.Low ?? (asserted.High is null ? asserted.Value!.Value : double.NegativeInfinity);
        var high = asserted.High ?? (asserted.Low is null ? asserted.Value!.Value : double.PositiveInfinity);
        var from = double.IsFinite(low) ? scale[low] : left;
        var to = double.IsFinite(high) ? scale[high] : right;
        // A band as thin as a hair would not be seen.
        if (to - from < 3)
            (from, to) = (((from + to) / 2) - 1.5, ((from + to) / 2) + 1.5);
        svg.Rect(from, Top - 4, to - from, bottom - Top + 4, "band");
        var label = asserted.Value is { } value
            ? $"claimed {HumanNumber.Format(value, asserted.Unit)}"
            : $"claimed {HumanNumber.FormatRange(low, high, asserted.Unit)}";
        // Kept inside the drawing where the band lies at its edge.
        var half = 3.2 * label.Length;
        svg.Text(Math.Clamp((from + to) / 2, half, Width - half), 13, label, "claimed", Anchor.Middle);
    }

    private static string Describe(CheckedClaim claim, IReadOnlyList<Evidence> rows)
    {
        var asserted = claim.Claim;
        var low = asserted.Low ?? (asserted.High is null ? asserted.Value!.Value : double.NegativeInfinity);
        var high = asserted.High ?? (asserted.Low is null ? asserted.Value!.Value : double.PositiveInfinity);
        return $"Claimed: {HumanNumber.FormatRange(low, high, asserted.Unit)}. "
            + string.Join("; ", rows.Select(r => $"{r.Source}{(r.Lead ? " (lead)" : "")}: {HumanNumber.Format(r.Value!.Value, r.Unit)}"))
            + ".";
    }

    private static string Shorten(string source) => source.Length <= 13 ? source : source[..12].TrimEnd() + "…";
}
