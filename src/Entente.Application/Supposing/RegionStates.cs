using Entente.Application.Composition;

namespace Entente.Application.Supposing;

/// <summary>The states that a model's regions stand for, for a map.</summary>
internal static class RegionStates
{
    /// <param name="engine">Whose catalogue and record are asked.</param>
    /// <param name="code">A region's code.</param>
    /// <param name="year">Of the base; members are those of that year.</param>
    /// <param name="declared">What the scenario itself says.</param>
    /// <returns>Codes of three letters; empty for the rest of the world, and where nobody knows.</returns>
    public static IReadOnlyList<string> Of(
        Engine engine,
        string code,
        int? year,
        IReadOnlyDictionary<string, IReadOnlyList<string>> declared
    )
    {
        if (declared.TryGetValue(code, out var said))
            return said;
        var rows = engine.Record().Memberships.Where(m => m.Body == code && m.Status == "member").ToList();
        if (rows.Count > 0)
            return
            [
                .. rows.Where(m => year is not { } y || ((m.From?.Start.Year ?? 0) <= y && (m.To?.End.Year ?? int.MaxValue) >= y))
                    .Select(m => m.Member)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ];
        return code.Length == 3 && engine.Party(code) == code ? [code] : [];
    }
}
