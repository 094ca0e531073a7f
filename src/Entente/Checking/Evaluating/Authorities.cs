using Entente.Measures;

namespace Entente.Checking.Evaluating;

/// <summary>Whose word leads: the catalogue's list for the point of view, then its general list, then whoever is nearest the source.</summary>
internal static class Authorities
{
    private const int Unlisted = 1000;
    private const int MirrorOffset = 60;

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

    /// <summary>True where the catalogue names the source before any other for everybody.</summary>
    public static bool IsFirst(Answer answer, MeasureDefinition measure) =>
        measure.Authorities.FirstOrDefault(r => r.For == "*")?.Sources is [var first, ..] && first == answer.Source;

    /// <summary>True where parties have statistics of their own for the measure and the answer is from neither of them.</summary>
    public static bool IsCompiler(Answer answer, MeasureDefinition measure, string? pointOfView) =>
        measure.Authorities.Any(r => r.For != "*")
        && !measure.Authorities.Any(r =>
            r.For != "*" && (r.For == pointOfView || r.For == answer.Reporter) && r.Sources.Contains(answer.Source)
        );

    /// <summary>True where the answer is from a collection of all states' books, such as the catalogue's general list names beside states' own.</summary>
    public static bool IsCollection(Answer answer, MeasureDefinition measure) =>
        measure.Authorities.Any(r => r.For != "*") && answer.Source.Split(" / ").All(s => IsCollection(s, measure.Authorities));

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
            // Who compiles both sides' books speaks for a side only with that side's own.
            if (at >= 0)
                return at + (answer.Mirror && IsCollection(source, rules) ? MirrorOffset : 0);
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
                return offset + at + (answer.Mirror ? MirrorOffset : 0);
        }
        return -1;
    }

    private static bool IsCollection(string source, IReadOnlyList<AuthorityRule> rules)
    {
        foreach (var rule in rules)
            if (rule.For == "*" && IndexOf(rule.Sources, source) >= 0)
                return true;
        return false;
    }

    private static int IndexOf(IReadOnlyList<string> sources, string source)
    {
        for (var i = 0; i < sources.Count; i++)
            if (sources[i] == source)
                return i;
        return -1;
    }

    /// <summary>Answers in order of authority; within one, the deciding and the finer first. What is equal keeps its order.</summary>
    public static IReadOnlyList<Answer> Order(IReadOnlyList<Answer> answers, MeasureDefinition? measure, string? pointOfView)
    {
        if (answers.Count < 2)
            return answers;
        var ranked = new List<(Standing Standing, Answer Answer)>(answers.Count);
        foreach (var answer in answers)
        {
            var standing = Standing.Of(answer, measure, pointOfView);
            // Few answers, mostly in order already: each goes behind the last that is not worse.
            var at = ranked.Count;
            while (at > 0 && standing.CompareTo(ranked[at - 1].Standing) < 0)
                at--;
            ranked.Insert(at, (standing, answer));
        }
        var ordered = new Answer[ranked.Count];
        for (var i = 0; i < ordered.Length; i++)
            ordered[i] = ranked[i].Answer;
        return ordered;
    }

    /// <summary>The first in <see cref="Order"/> of the answers that are admitted; null where none is.</summary>
    public static Answer? First(IReadOnlyList<Answer> answers, Func<Answer, bool> admitted, MeasureDefinition? measure, string? pointOfView)
    {
        Answer? first = null;
        Standing best = default;
        for (var i = 0; i < answers.Count; i++)
        {
            if (!admitted(answers[i]))
                continue;
            var standing = Standing.Of(answers[i], measure, pointOfView);
            if (first is null || standing.CompareTo(best) < 0)
                (first, best) = (answers[i], standing);
        }
        return first;
    }

    /// <summary>What answers are ordered by, the weightiest first.</summary>
    private readonly record struct Standing(bool Informs, bool Contested, int Place, bool Own, AnswerKind Kind, double Width)
    {
        public static Standing Of(Answer answer, MeasureDefinition? measure, string? pointOfView) =>
            new(
                answer.Kind is AnswerKind.Informs,
                answer.Contested,
                Authorities.Place(answer, measure, pointOfView),
                answer.Own,
                answer.Kind,
                answer.Number?.Range.Width ?? 0
            );

        public int CompareTo(Standing other) =>
            Informs != other.Informs ? Informs.CompareTo(other.Informs)
            : Contested != other.Contested ? Contested.CompareTo(other.Contested)
            : Place != other.Place ? Place.CompareTo(other.Place)
            : Own != other.Own ? Own.CompareTo(other.Own)
            : Kind != other.Kind ? ((int)Kind).CompareTo((int)other.Kind)
            : Width.CompareTo(other.Width);
    }
}
