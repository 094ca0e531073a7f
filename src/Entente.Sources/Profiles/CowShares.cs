using Entente.Sources.Datasets.CowNationalTrade;
using Entente.Sources.Datasets.CowTrade;
using Entente.Sources.Store;

namespace Entente.Sources.Profiles;

/// <summary>Shares of each one's trade by the Correlates of War tables: what a pair traded against what each traded with all.</summary>
internal static class CowShares
{
    /// <summary>By year, the pair's trade as a share in the first one's total trade and in the second one's; only years in which all four figures are known.</summary>
    public static SortedDictionary<int, (double First, double Second)> Of(ImportedRows dyads, ImportedRows nations, int first, int second)
    {
        var (one, two) = (Totals(nations, first), Totals(nations, second));
        var shares = new SortedDictionary<int, (double, double)>();
        dyads.Read(
            $"select year, flow1, flow2 from {CowTradeDataset.DyadicTrade.Name} where {dyads.Own} and ((state1 = @1 and state2 = @2) or (state1 = @2 and state2 = @1)) order by year",
            [first, second],
            r =>
            {
                var year = (int)r.Integer(0);
                if (!r.IsNull(1) && !r.IsNull(2) && one.TryGetValue(year, out var a) && two.TryGetValue(year, out var b) && a > 0 && b > 0)
                    shares[year] = ((r.Real(1) + r.Real(2)) / a, (r.Real(1) + r.Real(2)) / b);
            }
        );
        return shares;
    }

    /// <summary>The part of all pairs of a year whose geometric mean of the two shares is lower, equals counted half; null where the pair has none.</summary>
    public static double? Percentile(ImportedRows dyads, ImportedRows nations, int first, int second, int year)
    {
        var totals = new Dictionary<int, double>();
        nations.Read(
            $"select state, imports, exports from {CowNationalTradeDataset.NationalTrade.Name} where {nations.Own} and year = @1",
            [year],
            r =>
            {
                if (!r.IsNull(1) && !r.IsNull(2))
                    totals[(int)r.Integer(0)] = r.Real(1) + r.Real(2);
            }
        );
        var all = new List<double>();
        double? own = null;
        dyads.Read(
            $"select state1, state2, flow1, flow2 from {CowTradeDataset.DyadicTrade.Name} where {dyads.Own} and year = @1 order by state1, state2",
            [year],
            r =>
            {
                if (r.IsNull(2) || r.IsNull(3))
                    return;
                var (a, b) = ((int)r.Integer(0), (int)r.Integer(1));
                if (totals.GetValueOrDefault(a) is not (> 0 and var one) || totals.GetValueOrDefault(b) is not (> 0 and var two))
                    return;
                var salience = (r.Real(2) + r.Real(3)) / Math.Sqrt(one * two);
                all.Add(salience);
                if ((a == first && b == second) || (a == second && b == first))
                    own = salience;
            }
        );
        if (own is not { } value || all.Count < 2)
            return null;
        var (less, equal) = (all.Count(v => v < value), all.Count(v => v.Equals(value)) - 1);
        return (less + (equal / 2.0)) / (all.Count - 1);
    }

    private static Dictionary<int, double> Totals(ImportedRows nations, int state)
    {
        var totals = new Dictionary<int, double>();
        nations.Read(
            $"select year, imports, exports from {CowNationalTradeDataset.NationalTrade.Name} where {nations.Own} and state = @1 order by year",
            [state],
            r =>
            {
                if (!r.IsNull(1) && !r.IsNull(2))
                    totals[(int)r.Integer(0)] = r.Real(1) + r.Real(2);
            }
        );
        return totals;
    }
}
