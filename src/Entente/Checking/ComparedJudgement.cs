using System.Globalization;
using Entente.Measures.Comparing;

namespace Entente.Checking;

/// <summary>How a comparison under every reasonable definition is told: how many agree, by measure, and what ends too early to have a say.</summary>
internal static class ComparedJudgement
{
    /// <summary>"Holds under 22 of 24 definitions: share in trade 6 of 6, …"; from the fullest wording to the shortest.</summary>
    public static string[] Told(ComparisonResult result, string what)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"{what} under {result.Holds} of {result.Definitions} definitions");
        var measures = string.Join(
            ", ",
            result.ByMeasure.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Option} {c.Holds} of {c.Definitions}"))
        );
        var against = result.ByMeasure.Where(c => c.Holds < c.Definitions).Select(c => c.Option).ToList();
        var turns = against.Count == 0 ? "" : $"; not by all of {string.Join(", ", against)}";
        var early = result.NotReaching.Count == 0 ? "" : $"; too old to tell: {string.Join(", ", result.NotReaching)}";
        return [$"{start}: {measures}{early}", $"{start}: {measures}", $"{start}{turns}", start];
    }

    public static Derivation Tree(string op, ComparisonResult result, string left, string right) =>
        new()
        {
            Op = op,
            Value = result.Share,
            Unit = result.Share is null ? null : "share",
            Note = string.Create(CultureInfo.InvariantCulture, $"{result.Holds} of {result.Definitions} definitions"),
            Args =
            [
                .. result
                    .Tested.GroupBy(d => (d.Measure, d.Coding))
                    .Select(g => new Derivation
                    {
                        Op = $"{g.Key.Measure} ({g.Key.Coding})",
                        Text = string.Join(
                            "; ",
                            g.Select(d =>
                                string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"{Span(d)} {left} {d.Left:0.####}, {right} {d.Right:0.####}: {(d.Holds ? "holds" : "does not")}"
                                )
                            )
                        ),
                        Note = g.First().Source,
                    }),
                .. result.NotReaching.Select(n => new Derivation { Op = n, Text = "too old to tell" }),
            ],
        };

    private static string Span(ComparedDefinition d) =>
        d.Window == 1
            ? d.Year.ToString("0000", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{d.Year - d.Window + 1}–{d.Year}");
}
