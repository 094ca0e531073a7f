using Entente.Actors;
using Entente.Claims.Extraction.Sentences;
using Entente.Measures;

namespace Entente.Claims.Extraction.Resolving;

/// <content>Measures of one state: its spending, its economy, its reserves.</content>
internal sealed partial class MeasureResolver
{
    /// <summary>The state whose measure it is: "Russia's military spending", "the Chinese economy", "China spends … on defence".</summary>
    private MeasureRef? State(MeasureSpan span)
    {
        // "spent … on its military": the spender is the subject, whoever estimated it.
        var spends = analysis.Is(span.First, "on", "spent");
        if (OfAll(span.First))
            return new MeasureRef(span.Measure, "WLD", null, null);
        var owner =
            Possessor(span.First)?.Party
            ?? Overlapping(span.First)
            ?? BeforeFigure(span.First)
            ?? (spends ? SubjectBefore(span.First)?.Party : null)
            ?? (analysis.Is(span.End, "of", "in", "by") ? AfterPreposition(span.End, "of", "in", "by")?.Party : null)
            ?? SubjectBefore(span.First)?.Party
            ?? AfterPreposition(span.End, "of", "in", "by")?.Party
            ?? SubjectAfter(span)
            ?? RightBehind(span);
        if (owner is not null && catalogue.Actors.TryGetValue(owner, out var actor) && actor.Kind == ActorKind.Group)
            return null;
        if (owner is not null)
            return new MeasureRef(span.Measure, owner, null, span.Measure == "revenue" ? SourceOf(span) : null);
        return PronounBefore(span.First) && discourse.Subject is { } subject
            ? new MeasureRef(span.Measure, subject, null, null) { Inferred = [new Inference("party", subject, "the subject before")] }
            : null;
    }

    // "By size of GDP Indonesia, at $1.37 trillion, …"
    private string? RightBehind(MeasureSpan span) =>
        analysis.Is(0, "by", "in")
        && analysis.ActorStartingAt(analysis.Is(span.End, ",") ? span.End + 1 : span.End)
            is { IsAdjective: false, Possessive: false, Actor.Kind: ActorKind.State } actor
            ? actor.Party
            : null;

    // "oil and gas revenues": what the money came from.
    private string? SourceOf(MeasureSpan span)
    {
        foreach (var item in analysis.Items)
            if (item.End > span.First - 1 && item.End <= span.End)
                return Specific(item.Item);
        return null;
    }

    /// <summary>"World military spending", "the world's GDP": what all states together have.</summary>
    private bool OfAll(int first) =>
        analysis.Word(first - 1) is "world" or "global" or "worldwide"
        || (analysis.Is(first - 1, "total") && analysis.Word(first - 2) is "world" or "global")
        || (analysis.Is(first - 1, "'s") && analysis.Is(first - 2, "world"));

    /// <summary>"Russia's $2 trillion economy": the owner stands before the figure.</summary>
    private string? BeforeFigure(int first)
    {
        foreach (var quantity in analysis.Quantities)
            if (quantity.EndToken == first)
                return Possessor(quantity.FirstToken)?.Party;
        return null;
    }

    /// <summary>"China's military spending": the words of an army's name run into those of the measure.</summary>
    private string? Overlapping(int first)
    {
        foreach (var actor in analysis.Actors)
            if (actor.First < first && actor.End > first)
                return actor.Party;
        return null;
    }
}
