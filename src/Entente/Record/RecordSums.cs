using Entente.Quantities;

namespace Entente.Record;

/// <summary>
/// Accounting identities between rows of one authority for the same parties, period, unit and basis: trade is exports plus imports, the
/// balance is exports less imports, a part is not more than its whole. Compared within the rounding of the digits as printed.
/// </summary>
internal static class RecordSums
{
    public static void Check(IReadOnlyList<Observation> rows, List<RecordFinding> findings)
    {
        var flows = new Dictionary<FlowKey, List<Observation>>();
        foreach (var row in rows)
            if (
                row.Measure is "trade" or "exports" or "imports" or "balance" or "nuclear_warheads" or "nuclear_warheads_deployed"
                && row.Period is not null
            )
                Bucket(flows, KeyOf(row, row.Measure, row.Item)).Add(row);
        foreach (var row in rows)
        {
            if (row.Period is null)
                continue;
            switch (row.Measure)
            {
                case "trade":
                    Sum(row, +1, flows, findings);
                    break;
                case "balance":
                    Sum(row, -1, flows, findings);
                    break;
                case "exports" or "imports" when row.Item is not ("total" or "services" or ""):
                    Part(row, KeyOf(row, row.Measure, "total"), flows, findings);
                    break;
                case "nuclear_warheads_deployed":
                    Part(row, KeyOf(row, "nuclear_warheads", row.Item), flows, findings);
                    break;
            }
        }
    }

    private readonly record struct FlowKey(
        string Measure,
        string Subject,
        string? Object,
        string Item,
        Period Period,
        Unit Unit,
        string Source,
        string Basis,
        string? Reporter
    );

    private static FlowKey KeyOf(Observation row, string measure, string item) =>
        new(measure, row.Subject, row.Object, item, row.Period!, row.Unit, row.Source, row.Basis, row.Reporter);

    private static List<Observation> Bucket(Dictionary<FlowKey, List<Observation>> flows, FlowKey key)
    {
        if (!flows.TryGetValue(key, out var bucket))
            flows[key] = bucket = [];
        return bucket;
    }

    private static void Sum(Observation row, int sign, Dictionary<FlowKey, List<Observation>> flows, List<RecordFinding> findings)
    {
        if (row.Bound is Bound.MoreThan or Bound.LessThan || Parts(flows, row) is not ({ Count: > 0 } exports, { Count: > 0 } imports))
            return;
        // An authority revises: the total must fit some pair of its figures, not every pair.
        var best = double.MaxValue;
        foreach (var e in exports)
        foreach (var i in imports)
        {
            var sum = e.Value.Value + (sign * i.Value.Value);
            var slack = (row.Value.LastDigit + e.Value.LastDigit + i.Value.LastDigit) / 2;
            if (row.Bound is Bound.About or Bound.Nearly or Bound.JustOver || e.Bound != Bound.Exact || i.Bound != Bound.Exact)
                slack += 0.05 * Math.Abs(row.Value.Value);
            if (Math.Abs(sum - row.Value.Value) <= slack * (1 + 1e-9))
                return;
            if (Math.Abs(sum - row.Value.Value) < Math.Abs(best - row.Value.Value))
                best = sum;
        }
        var formula = sign > 0 ? "exports + imports" : "exports - imports";
        findings.Add(
            RecordCheck.Finding(
                "sum",
                row,
                $"{row.Measure} {RecordCheck.Show(row.Value.Value)}",
                $"{formula} = {RecordCheck.Show(best)} within rounding"
            )
        );
    }

    private static (List<Observation>? Exports, List<Observation>? Imports) Parts(
        Dictionary<FlowKey, List<Observation>> flows,
        Observation row
    ) => (flows.GetValueOrDefault(KeyOf(row, "exports", row.Item)), flows.GetValueOrDefault(KeyOf(row, "imports", row.Item)));

    private static void Part(Observation row, FlowKey whole, Dictionary<FlowKey, List<Observation>> flows, List<RecordFinding> findings)
    {
        if (!flows.TryGetValue(whole, out var totals) || totals.Any(t => t.Bound == Bound.MoreThan))
            return;
        var most = totals.Max(t => t.Upper.High);
        if (row.Value.Low > most)
            findings.Add(
                RecordCheck.Finding(
                    "part",
                    row,
                    RecordCheck.Show(row.Value.Value),
                    $"no more than the whole, {RecordCheck.Show(totals.Max(t => t.Upper.Value))}"
                )
            );
    }
}
