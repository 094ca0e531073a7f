using Entente.Checking.Evaluating;
using Entente.Quantities;

namespace Entente.Checking;

/// <summary>
/// How far apart two books of one trade normally lie: amounts by the measure's normal gap, rates by <paramref name="Points"/> (0.02 is two
/// percentage points), and those that are <paramref name="Shares"/> by no more than the gap of what they are a share of.
/// </summary>
internal readonly record struct Leeway(double Points, bool Shares)
{
    /// <summary>A share so small that a part of it is less than its rounding may be off by this.</summary>
    private const double Least = 0.0025;

    /// <summary>A rate of growth has the errors of two years in it, whatever its size.</summary>
    public static Leeway Growth => new(0.02, false);

    /// <summary>A share has the errors of its part.</summary>
    public static Leeway Share => new(0.02, true);

    public double Of(double found, double gap) => Shares ? Math.Min(Points, Math.Max(gap * Math.Abs(found), Least)) : Points;
}

/// <content>Figures of those who collect every state's books: each is one side's word, and the other side has its own.</content>
internal sealed partial record Weighing
{
    /// <summary>
    /// The other side's book may say something else by far more than rounding, so that only a figure this many normal gaps away refutes a
    /// text by itself.
    /// </summary>
    private const double GapsToRefute = 5;

    /// <summary>
    /// A figure put together from what each side reports, where no national source is recorded: near enough for two books of one trade, or
    /// too far from them for any; in between nothing is said.
    /// </summary>
    private static Weighing? OfBooks(Judged best, IReadOnlyList<Judged> ordered, Evaluation evaluation, Leeway? leeway)
    {
        if (
            evaluation.Measure is not { } measure
            || best.Converted is not { } found
            || !(found.Unit.IsMoney || found.Unit.Dimension is Dimension.Share or Dimension.Rank)
            || !Authorities.IsCollection(best.Answer, measure)
        )
            return null;
        var gap = measure.NormalGap;
        // One's own books are printed again with small corrections; only the other side's differ by the whole gap.
        if (leeway is { } room && Near(best, best.Answer.Mirror || best.Answer.Reporter is null ? gap : gap / 2, room))
            return Within(best);
        var others = ordered.Where(j =>
            !ReferenceEquals(j, best) && j.Converted is not null && IsFor(j, evaluation) && j.Answer.Kind <= AnswerKind.Mixed
        );
        if (leeway is { } across && others.FirstOrDefault(j => j.Answer.Mirror && Near(j, gap, across)) is { } mirror)
            return Within(mirror) with { Other = best };
        // Rates move with every correction of their two figures, and a place counts goods alone: neither refutes.
        return found.Unit.IsMoney && best.FarBy(GapsToRefute * gap) && others.All(j => j.FarBy(2 * gap)) ? null : Unsettled(best);
    }

    /// <summary>Each side's own exports added up are no side's figure: they bear out an amount that two books may differ by, and refute none.</summary>
    private static Weighing OfBothBooks(Judged loose, double gap, Leeway? leeway) =>
        leeway is { } room && Near(loose, gap, room) ? Within(loose) : Unsettled(loose);

    private static bool Near(Judged judged, double gap, Leeway leeway) =>
        judged is { Converted: { } found, Distance: { } distance }
        && found.Unit.Dimension switch
        {
            Dimension.Money => !judged.FarBy(gap),
            Dimension.Share => !judged.Opposed && distance <= leeway.Of(found.Best, gap),
            Dimension.Rank => judged.InRoom,
            _ => false,
        };

    private static Weighing Within(Judged judged) =>
        new()
        {
            Verdict = Verdict.Close,
            Lead = judged,
            WithinGap = true,
        };

    private static Weighing Unsettled(Judged judged) =>
        new()
        {
            Verdict = Verdict.CannotTell,
            Lead = judged,
            SingleSource = true,
        };
}
