using Entente.Measures;

namespace Entente.Checking.Evaluating;

/// <summary>Whose word leads: the catalogue's list for the point of view, then its general list, then whoever is nearest the source.</summary>
internal static class Authorities
{
    private const int Unlisted = 1000;

    /// <summary>0 is best; unlisted authorities come after every listed one.</summary>
    public static int Place(Answer answer, MeasureDefinition? measure, string? pointOfView)
    {
        var listed = Listed(answer, measure, pointOfView);
        if (listed >= 0)
            return listed + (answer.Derived && answer.Kind == AnswerKind.Published ? 200 : 0);
        var place = Unlisted;
        if (answer.Mirror)
            place += 100;
        if (answer.Derived)
            place += 10;
        return place + (int)answer.Tier;
    }

    /// <summary>True where the catalogue names the source for this measure and point of view.</summary>
    public static bool IsListed(Answer answer, MeasureDefinition? measure, string? pointOfView) =>
        Listed(answer, measure, pointOfView) >= 0;

    /// <summary>True where parties have statistics of their own for the measure and the answer is from neither of them.</summary>
    public static bool IsCompiler(Answer answer, MeasureDefinition measure, string? pointOfView) =>
        measure.Authorities.Any(r => r.For != "*")
        && !measure.Authorities.Any(r =>
            r.For != "*" && (r.For == pointOfView || r.For == answer.Reporter) && r.Sources.Contains(answer.Source)
        );

    private static int Listed(Answer answer, MeasureDefinition? measure, string? pointOfView)
    {
        var source = answer.Source;
        if (measure is null)
            return -1;
        var (offset, rules) = (0, measure.Authorities);
        foreach (var rule in rules)
        {
            if (rule.For != pointOfView)
                continue;
            var at = IndexOf(rule.Sources, source);
            if (at >= 0)
                return at;
            offset = 100;
        }
        // The other side's own statistics come before those who compile both.
        foreach (var rule in rules)
            if (rule.For == answer.Reporter && rule.For != pointOfView && IndexOf(rule.Sources, source) is >= 0 and var own)
                return 50 + own;
        offset = Math.Max(offset, 100);
        foreach (var rule in rules)
        {
            if (rule.For != "*")
                continue;
            var at = IndexOf(rule.Sources, source);
            if (at >= 0)
                return offset + at;
        }
        return -1;
    }

    private static int IndexOf(IReadOnlyList<string> sources, string source)
    {
        for (var i = 0; i < sources.Count; i++)
            if (sources[i] == source)
                return i;
        return -1;
    }

    /// <summary>Answers in order of authority; within one, the deciding and the finer first.</summary>
    public static IReadOnlyList<Answer> Order(IEnumerable<Answer> answers, MeasureDefinition? measure, string? pointOfView) =>
        [
            .. answers
                .Select((a, i) => (a, i))
                .OrderBy(x => x.a.Kind is AnswerKind.Informs ? 1 : 0)
                .ThenBy(x => x.a.Contested)
                .ThenBy(x => Place(x.a, measure, pointOfView))
                .ThenBy(x => x.a.Kind)
                .ThenBy(x => x.a.Number?.Range.Width ?? 0)
                .ThenBy(x => x.i)
                .Select(x => x.a),
        ];
}
