namespace Entente.Models.Gravity;

/// <summary>One state's resistances in one period.</summary>
/// <param name="State">As in the table.</param>
/// <param name="Period">Empty where there is none.</param>
/// <param name="Outward">Π^(1−σ) as exporter; NaN where it did not export.</param>
/// <param name="Inward">P^(1−σ) as importer, 1 for the reference; NaN where it did not import.</param>
public sealed record Resistance(string State, string Period, double Outward, double Inward);

/// <summary>
/// Multilateral resistances from the effects of PPML (Fally 2015, Journal of International Economics 97:76; Anderson, Larch and Yotov 2018):
/// with the effect χ of the reference importer R at 0, P_j^(1−σ) = E_j / E_R · exp(−χ_j) and Π_i^(1−σ) = Y_i E_R · exp(−π_i), in which Y_i and
/// E_j are the totals of the flows used.
/// </summary>
public static class Resistances
{
    /// <param name="estimate">Converged, with effects of the exporter and of the importer, each alone or crossed with the same other columns.</param>
    /// <param name="exporter">The column of exporters.</param>
    /// <param name="importer">The column of importers.</param>
    /// <param name="reference">The importer whose resistance is 1; null for the one that imports most in the first period.</param>
    public static (IReadOnlyList<Resistance>? Found, GravityProblem? Problem) Of(
        GravityEstimate estimate,
        string exporter,
        string importer,
        string? reference
    )
    {
        ArgumentNullException.ThrowIfNull(estimate);
        var effects = estimate.Model.Request.Formula.Effects;
        var of = Side(effects, exporter, importer);
        var to = Side(effects, importer, exporter);
        if (of < 0 || to < 0)
            return (
                null,
                new(
                    "--resistances",
                    $"effects {string.Join(" + ", estimate.Model.Request.Formula.EffectNames)}",
                    $"an effect of {exporter} and one of {importer}, alone or each crossed with the period"
                )
            );
        var period = effects[of].Where(c => c != exporter).ToArray();
        if (!period.Order(StringComparer.Ordinal).SequenceEqual(effects[to].Where(c => c != importer).Order(StringComparer.Ordinal)))
            return (
                null,
                new(
                    "--resistances",
                    $"{string.Join('^', effects[of])} and {string.Join('^', effects[to])}",
                    "both crossed with the same columns"
                )
            );
        var (sent, received) = (Totals(estimate, of, [exporter], period), Totals(estimate, to, [importer], period));
        reference ??= received
            .OrderByDescending(r => r.Value.Total)
            .ThenBy(r => r.Key.State, StringComparer.Ordinal)
            .Select(r => r.Key.State)
            .FirstOrDefault();
        var found = new List<Resistance>();
        foreach (
            var key in sent
                .Keys.Union(received.Keys)
                .OrderBy(k => k.Period, StringComparer.Ordinal)
                .ThenBy(k => k.State, StringComparer.Ordinal)
        )
        {
            if (!received.TryGetValue((reference!, key.Period), out var own))
                return (
                    null,
                    new(
                        "--reference",
                        $"'{reference}' without imports{(key.Period == "" ? "" : " in " + key.Period)}",
                        $"a level of {importer} that imports in every period"
                    )
                );
            found.Add(
                new(
                    key.State,
                    key.Period,
                    sent.TryGetValue(key, out var s) ? s.Total * own.Total * Math.Exp(-(s.Effect + own.Effect)) : double.NaN,
                    received.TryGetValue(key, out var r) ? r.Total / own.Total * Math.Exp(own.Effect - r.Effect) : double.NaN
                )
            );
        }
        return (found, null);
    }

    private static int Side(IReadOnlyList<IReadOnlyList<string>> effects, string own, string other)
    {
        for (var e = 0; e < effects.Count; e++)
            if (effects[e].Contains(own) && !effects[e].Contains(other))
                return e;
        return -1;
    }

    private static Dictionary<(string State, string Period), (double Total, double Effect)> Totals(
        GravityEstimate estimate,
        int effect,
        string[] state,
        string[] period
    )
    {
        var fit = estimate.Fit;
        var found = new Dictionary<(string, string), (double Total, double Effect)>();
        for (var r = 0; r < estimate.Model.Rows.Length; r++)
        {
            if (double.IsNaN(fit.Fitted![r]))
                continue;
            var key = (estimate.Level(state, r), estimate.Level(period, r));
            found[key] = (
                found.GetValueOrDefault(key).Total + estimate.Model.Data.Response[r],
                fit.Effects![effect][fit.EffectCodes![effect][r]]
            );
        }
        return found;
    }
}
