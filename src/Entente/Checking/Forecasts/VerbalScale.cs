namespace Entente.Checking.Forecasts;

/// <summary>
/// What words of probability stand for, as ranges. The ordinary scale is that of the United States' Intelligence Community Directive 203
/// ("Analytic Standards", 2 January 2015, D.6.e.2.a); a ledger may declare its own. A word counts as the middle of its range.
/// </summary>
public sealed class VerbalScale
{
    private readonly List<(string Words, double Low, double High)> terms;

    private VerbalScale(List<(string Words, double Low, double High)> terms) =>
        // The longest first: "very likely" is not "likely".
        this.terms = [.. terms.OrderByDescending(t => t.Words.Length).ThenBy(t => t.Words, StringComparer.Ordinal)];

    public static VerbalScale Directive203 { get; } =
        new([
            ("almost no chance", 0.01, 0.05),
            ("remote chance", 0.01, 0.05),
            ("very unlikely", 0.05, 0.20),
            ("highly unlikely", 0.05, 0.20),
            ("highly improbable", 0.05, 0.20),
            ("unlikely", 0.20, 0.45),
            ("improbable", 0.20, 0.45),
            ("roughly even chance", 0.45, 0.55),
            ("roughly even odds", 0.45, 0.55),
            ("even chance", 0.45, 0.55),
            ("even odds", 0.45, 0.55),
            ("likely", 0.55, 0.80),
            ("probable", 0.55, 0.80),
            ("probably", 0.55, 0.80),
            ("very likely", 0.80, 0.95),
            ("highly likely", 0.80, 0.95),
            ("highly probable", 0.80, 0.95),
            ("almost certain", 0.95, 0.99),
            ("almost certainly", 0.95, 0.99),
            ("nearly certain", 0.95, 0.99),
        ]);

    public IReadOnlyList<(string Words, double Low, double High)> Terms => terms;

    /// <summary>This scale with some words declared otherwise.</summary>
    public VerbalScale With(IEnumerable<(string Words, double Low, double High)> declared)
    {
        var own = declared.ToList();
        return own.Count == 0
            ? this
            : new([.. own, .. terms.Where(t => !own.Exists(o => o.Words.Equals(t.Words, StringComparison.OrdinalIgnoreCase)))]);
    }
}
