using Entente.Actors;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;

namespace Entente.Claims.Extraction.Sayings;

/// <content>"Closer to B than to C", "intertwined": how near two states are beside a third, and to each other.</content>
internal sealed partial class SayingFrames
{
    private const int FarthestThan = 6;

    /// <summary>"India is closer to the United States than to Russia", "more closely aligned with B than with C".</summary>
    private ClaimDraft? CloserTo()
    {
        // Of the map, not of politics.
        if (Find("km", "kilometres", "kilometers", "miles", "geographically", "distance", "border", "map", "coast", "capital") >= 0)
            return null;
        for (var i = 1; i < analysis.Tokens.Count; i++)
        {
            var end =
                analysis.Is(i, "closer") ? i + 1
                : analysis.Is(i, "closely") && analysis.Is(i - 1, "more") && analysis.Is(i + 1, "aligned", "allied") ? i + 2
                : 0;
            if (end == 0 || !IsState(i) || Party(end) is not var (near, after))
                continue;
            var than = Enumerable.Range(after, FarthestThan).FirstOrDefault(k => analysis.Is(k, "than"), -1);
            if (than < 0)
                continue;
            // "than it is to C"
            var to = Enumerable.Range(than + 1, 3).FirstOrDefault(k => analysis.Is(k, "to", "with"), -1);
            if (to < 0 || Party(to) is not var (far, last))
                continue;
            var subject = resolver.SubjectBefore(i);
            if (subject?.Party is not { } one || subject.Actor.Kind != ActorKind.State || one == near || one == far || near == far)
                continue;
            var year = Year();
            var argument = year.Inferred.Count > 0 ? "" : year.Argument;
            return new ClaimDraft
            {
                First = i,
                End = last,
                Kind = ClaimKind.Judgement,
                Assertion = $"alignment({one}, {near}{argument}) > alignment({one}, {far}{argument})",
                Period = year.Period,
                Inferred = year.Inferred,
            };
        }
        return null;
    }

    /// <summary>A state of things that is asserted: "is closer", not "moved closer", "may be closer" or "is not closer".</summary>
    private bool IsState(int at)
    {
        var copula = false;
        for (var k = at - 1; k >= Math.Max(0, at - 4); k--)
        {
            if (analysis.ActorCovering(k) is not null)
                break;
            if (analysis.Word(k) is "not" or "n't" or "never" or "no" or "may" or "might" or "could" or "would" or "if" or "whether")
                return false;
            copula |= analysis.Word(k) is "is" or "are" or "was" or "were" or "remains" or "remained" or "stands" or "stood" or "been";
        }
        return copula;
    }

    /// <summary>A state, or the European Union, after "to" or "with"; and where it ends.</summary>
    private (string Code, int End)? Party(int preposition)
    {
        if (!analysis.Is(preposition, "to", "with"))
            return null;
        var at = analysis.Is(preposition + 1, "the") ? preposition + 2 : preposition + 1;
        return
            analysis.ActorStartingAt(at) is { IsAdjective: false, Possessive: false, Party: { } code } found
            && (found.Actor.Kind == ActorKind.State || code == "EU")
            ? (code, found.End)
            : null;
    }

    /// <summary>The two of whom something mutual is said: those before it, or the subject and the one after "with".</summary>
    private (string A, string B)? Both(int at, int end)
    {
        var before = analysis
            .Actors.Where(a => a.First < at && a.Party is not null && a.Actor.Kind == ActorKind.State)
            .Select(a => a.Party!)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return before is [var one, var other] ? (one, other)
            : before is [var alone] && resolver.AfterPreposition(end, "with")?.Party is { } with && with != alone ? (alone, with)
            : null;
    }
}
