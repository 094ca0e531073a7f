using System.Globalization;
using Entente.Numerics.Distributions;

namespace Entente.Checking.Modelled;

/// <summary>What moves a margin over the draws, and where it turns.</summary>
internal static class Turning
{
    private const int MostDrivers = 3;
    private const double LeastCorrelation = 0.1;

    /// <summary>Fewer draws than this on a side tell nothing of it.</summary>
    private const int LeastSide = 10;

    public static IReadOnlyList<ModelDriver> Drivers(IReadOnlyList<string> names, double[][] inputs, double[] margins)
    {
        if (margins.Length < 2 * LeastSide)
            return [];
        return
        [
            .. names
                .Select((name, i) => new ModelDriver(name, Ranks.Correlation([.. inputs.Select(x => x[i])], margins) ?? 0))
                .Where(d => Math.Abs(d.Correlation) >= LeastCorrelation)
                .OrderByDescending(d => Math.Abs(d.Correlation))
                .Take(MostDrivers),
        ];
    }

    /// <summary>
    /// Where the claim turns: the one cut through one number that best parts the draws in which it holds from those in which it fails; and the settings
    /// in which it is otherwise than in the one that was drawn in. Null where neither turns it.
    /// </summary>
    public static string? Point(
        IReadOnlyList<string> names,
        double[][] inputs,
        double[] margins,
        bool? centre,
        IReadOnlyList<(string Setting, bool? Holds)> settings
    )
    {
        var parts = new List<string>();
        if (Cut(names, inputs, margins) is { } cut)
            parts.Add(cut);
        foreach (var (setting, holds) in settings)
            if (holds is { } other && centre is { } own && other != own)
                parts.Add($"{(other ? "holds" : "fails")} with {setting}");
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    private static string? Cut(IReadOnlyList<string> names, double[][] inputs, double[] margins)
    {
        var holding = margins.Count(m => m > 0);
        if (holding == 0 || holding == margins.Length || margins.Length < 2 * LeastSide)
            return null;
        (int Input, double At, double Below, double Above, double Gain) best = (-1, 0, 0, 0, 0);
        for (var i = 0; i < names.Count; i++)
        {
            var order = Enumerable.Range(0, margins.Length).OrderBy(d => inputs[d][i]).ToArray();
            var below = 0;
            for (var k = 1; k < order.Length; k++)
            {
                below += margins[order[k - 1]] > 0 ? 1 : 0;
                if (k < LeastSide || order.Length - k < LeastSide)
                    continue;
                var (low, high) = (below / (double)k, (holding - below) / (double)(order.Length - k));
                // What the cut takes from the spread of holding and failing (Gini).
                var gain = (low - high) * (low - high) * k * (order.Length - k);
                if (gain > best.Gain)
                    best = (i, (inputs[order[k - 1]][i] + inputs[order[k]][i]) / 2, low, high, gain);
            }
        }
        if (best.Input < 0 || Math.Abs(best.Below - best.Above) < 0.1)
            return null;
        var (side, there) = best.Below < best.Above ? ("below", best.Below) : ("above", best.Above);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{names[best.Input]} {side} {best.At:0.##}: it holds in {ModelWords.Share(there)} of those draws"
        );
    }
}
