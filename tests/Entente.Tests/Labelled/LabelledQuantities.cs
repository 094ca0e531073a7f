using System.Text.Json;
using Entente.Application.Stores;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Tests.Labelled;

/// <summary>What the reader makes of one labelled sentence: labels, those found by value and unit, what it found besides, and of the found those
/// whose relation and direction are the labelled ones too.</summary>
internal sealed record QuantityResult(string Split, int Labels, int Found, int Extra, int Whole);

/// <summary>
/// Measures the reading of quantities on tests/Entente.Tests/Labelled/quantities.jsonl. A quantity is found when value and unit are the labelled
/// ones. Names of units that mean the same count as the same: what is counted (persons, states, votes, warheads, things), and a barrel
/// written `bbl`. A range is found when the reported ends enclose the labelled ones within what their digits leave open.
/// </summary>
internal static class LabelledQuantities
{
    private const double Tolerance = 1e-6;

    // The ends of "2 to 3" are reported as 1.5 and 3.5; nothing wider than that is the same range.
    private const double WidestRange = 3;

    public static string Path => System.IO.Path.Combine(Clone.Root, "tests", "Entente.Tests", "Labelled", "quantities.jsonl");

    public static IReadOnlyList<QuantityResult> Measure() => [.. LabelledSetTests.Load(Path).Select(Measure)];

    public static double F1(IEnumerable<QuantityResult> results)
    {
        var list = results.ToList();
        var (labels, found, extra) = (list.Sum(r => r.Labels), list.Sum(r => r.Found), list.Sum(r => r.Extra));
        return labels + found + extra == 0 ? 0 : 2.0 * found / (labels + found + extra);
    }

    private static QuantityResult Measure(JsonElement row)
    {
        var open = QuantityReport.Of(row.GetProperty("text").GetString()!).ToList();
        var labels = row.GetProperty("quantities").EnumerateArray().ToList();
        var (found, whole) = (0, 0);
        foreach (var label in labels)
        {
            if (open.FirstOrDefault(q => Same(label, q)) is not { } hit)
                continue;
            open.Remove(hit);
            found++;
            if (hit.Relation == label.GetProperty("relation").GetString() && hit.Change == label.GetProperty("change").GetString())
                whole++;
        }
        return new(row.GetProperty("split").GetString()!, labels.Count, found, open.Count, whole);
    }

    private static bool Same(JsonElement label, ReportedQuantity found)
    {
        // A count is printed in what it counts; which kind of thing that is, the claims' unit says.
        if (
            Kind(label.GetProperty("unit").GetString()!)
            != Kind(found.Measured is { Dimension: Dimension.Count } counted ? counted.Symbol : found.Unit)
        )
            return false;
        if (label.TryGetProperty("value", out var value))
            return found.Value is { } number && Close(number, value.GetDouble());
        var (low, high) = (label.GetProperty("low").GetDouble(), label.GetProperty("high").GetDouble());
        return found.Value is null
            && found is { Low: { } from, High: { } to }
            && from <= low * (1 + Tolerance)
            && to >= high * (1 - Tolerance)
            && to - from <= WidestRange * (high - low);
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) <= Tolerance * Math.Max(1e-12, Math.Max(Math.Abs(a), Math.Abs(b)));

    private static string Kind(string unit) =>
        Units.TryFind(unit, out var known)
            ? known.Dimension == Dimension.Count
                ? "count"
                : known.Symbol.Replace("/barrel", "/bbl", StringComparison.Ordinal)
            : unit;
}
