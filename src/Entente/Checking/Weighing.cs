using Entente.Checking.Evaluating;
using Entente.Measures;

namespace Entente.Checking;

/// <summary>Which of several authorities decides, and when another one makes the verdict disputed.</summary>
internal sealed partial record Weighing
{
    public required Verdict Verdict { get; init; }

    /// <summary>The answer whose word decided; null where none did.</summary>
    public Judged? Lead { get; init; }

    /// <summary>The answer that disputes or corrects the lead's.</summary>
    public Judged? Other { get; init; }

    /// <summary>True where only one source, and none that the catalogue names, speaks against the claim.</summary>
    public bool SingleSource { get; init; }

    /// <summary>True where the verdict rests on the two sides' books differing by no more than they normally do.</summary>
    public bool WithinGap { get; init; }

    /// <param name="ordered">Every authority's answer against the claim, the leading one first.</param>
    /// <param name="evaluation">What was asked.</param>
    /// <param name="leeway">What two books of one trade may differ by; none where the words are no plain statement of a figure.</param>
    public static Weighing Of(IReadOnlyList<Judged> ordered, Evaluation evaluation, Leeway? leeway = null)
    {
        var deciding = ordered.Where(j => j.Answer.Decides && j.Match != Match.Undecided).ToArray();
        var plain = deciding.Where(j => !j.Answer.Contested).ToArray();
        if (plain.Length == 0 && deciding.Length > 0)
            return Contested(deciding);
        if (plain.Length > 0)
            return Decided(plain, ordered, evaluation, leeway);
        if (Meant(ordered, evaluation) is { } other)
            return new() { Verdict = Outcome.Of(other.Match), Lead = other };
        var bounds = ordered.Where(j => j.Answer.Kind == AnswerKind.Bound && !j.Answer.Contested).ToArray();
        if (Bounded(bounds, evaluation) is { } bounded)
            return bounded;
        return Loose(ordered, evaluation.Measure, leeway);
    }

    private static Weighing Decided(Judged[] plain, IReadOnlyList<Judged> ordered, Evaluation evaluation, Leeway? leeway)
    {
        var lead = plain[0];
        var listed = evaluation.Measure is not null && Authorities.IsListed(lead.Answer, evaluation.Measure, evaluation.PointOfView);
        // Without a named authority, and where every answer is admissible, the words are right if any answer makes them so.
        var admissible =
            evaluation.AllAdmissible || !listed
                ? plain
                : plain
                    // What the user entered beside a publisher's figure is no reading of that publisher's.
                    .Where(j =>
                        j.Answer.Source == lead.Answer.Source && j.Answer.Mirror == lead.Answer.Mirror && j.Answer.Own == lead.Answer.Own
                    )
                    .ToArray();
        // The first in order among those that match best; of several that hold, the nearest.
        var rank = admissible.Max(j => Rank(j.Match));
        var best = admissible.Where(j => Rank(j.Match) == rank).MinBy(j => rank == Rank(Match.Fails) ? 0 : j.Distance ?? 0)!;
        var others = plain.Except(admissible).ToArray();
        if (best.Match is Match.Fails or Match.Near && Meant(ordered, evaluation) is { Match: Match.Holds, Answer.Terms: null } meant)
            return new()
            {
                Verdict = Verdict.Supported,
                Lead = meant,
                Other = best,
            };
        switch (best.Match)
        {
            case Match.Fails
                when others
                    .Concat(ordered.Where(j => j.Answer.Kind == AnswerKind.Mixed))
                    .FirstOrDefault(o => o.Match == Match.Holds && MayDefend(o, evaluation))
                    is { } defender:
                return new()
                {
                    Verdict = Verdict.Disputed,
                    Lead = best,
                    Other = defender,
                };
            case Match.Holds
            or Match.Near when others.FirstOrDefault(o => o.Match == Match.Fails && MayDispute(o, best, evaluation)) is { } disputer:
                return new()
                {
                    Verdict = Verdict.Disputed,
                    Lead = best,
                    Other = disputer,
                };
            case Match.Fails when OfBooks(best, ordered, evaluation, leeway) is { } books:
                return books;
            // The other side's mirror of a flow differs by habit.
            case Match.Fails
                when best is { Converted: not null, Answer.Mirror: true }
                    && evaluation.Measure is { Parties: Parties.StateOrFlow }
                    && !best.FarBy(0.3):
                return new()
                {
                    Verdict = Verdict.CannotTell,
                    Lead = best,
                    SingleSource = true,
                };
            // Who compiles both sides' figures differs from each side's own by more than a party's two vintages do: a small distance refutes nothing, and of shares and rates none does.
            case Match.Fails
                when best.Converted is not null
                    && evaluation.Measure is { } measure
                    && Authorities.IsCompiler(best.Answer, measure, evaluation.PointOfView)
                    && (best.Converted.Unit.Dimension == Quantities.Dimension.Share || !best.FarBy(2 * measure.NormalGap)):
                return new()
                {
                    Verdict = Verdict.CannotTell,
                    Lead = best,
                    SingleSource = true,
                };
            // Collections of what each state estimates of itself differ by as much as the measure's normal gap.
            case Match.Fails
                when best.Converted is { Unit.IsMoney: true } or { Unit.Symbol: "persons" }
                    && evaluation.Measure is { Cumulative: false } stock
                    && stock.Authorities.All(r => r.For == "*")
                    && best.Answer.Tier == Record.Tier.Primary
                    && best.Answer.Reporter is null
                    && !best.FarBy(Authorities.IsFirst(best.Answer, stock) ? stock.NormalGap : GapsToRefute * stock.NormalGap):
                return new()
                {
                    Verdict = Verdict.CannotTell,
                    Lead = best,
                    SingleSource = true,
                };
            // Growth at constant prices is revised with every new base year: it bears a text out or nearly so, and refutes none.
            case Match.Fails
                when evaluation.Measure is { RealGrowth: true }
                    && best
                        is { Answer.Kind: AnswerKind.Computed, Converted.Unit.Dimension: Quantities.Dimension.Share, Distance: { } off }:
                return off <= RealGrowthGap
                    ? new() { Verdict = Verdict.Close, Lead = best }
                    : new()
                    {
                        Verdict = Verdict.CannotTell,
                        Lead = best,
                        SingleSource = true,
                    };
            // One source that the catalogue does not name is too little to call a text wrong.
            case Match.Fails
                when !listed
                    && !evaluation.AllAdmissible
                    && evaluation.Measure is not null
                    && admissible.Select(j => j.Answer.Source).Distinct().Count() < 2:
                return new()
                {
                    Verdict = Verdict.CannotTell,
                    Lead = best,
                    SingleSource = true,
                };
            default:
                return new()
                {
                    Verdict = Outcome.Of(best.Match),
                    Lead = best,
                    Other = others.FirstOrDefault(),
                };
        }
    }

    /// <summary>By how much two vintages of one year's growth at constant prices normally differ.</summary>
    private const double RealGrowthGap = 0.005;

    private static int Rank(Match match) =>
        match switch
        {
            Match.Holds => 3,
            Match.Near => 2,
            Match.Fails => 1,
            _ => 0,
        };

    /// <summary>Goods with services, or a rate in yuan where no other is printed: another cut for the same period that bears the words out.</summary>
    private static Judged? Meant(IReadOnlyList<Judged> ordered, Evaluation evaluation) =>
        ordered.FirstOrDefault(j =>
            j.Answer.Kind == AnswerKind.Informs
            && !j.Answer.Contested
            && (j.Match is Match.Holds or Match.Near)
            && IsFor(j, evaluation)
            && (RowAnswers.MayBeMeant(j.Answer.Basis) || (j.Answer.Terms is not null && RowAnswers.IsPlain(j.Answer.Basis)))
        );

    private static bool IsFor(Judged judged, Evaluation evaluation) =>
        judged.Answer.Period is null || evaluation.Period is null || judged.Answer.Period.SameDays(evaluation.Period);

    /// <summary>
    /// A printed figure that says what the text says keeps the text from being called wrong, whoever printed it; a computed one only
    /// where its authority is one the catalogue names.
    /// </summary>
    private static bool MayDefend(Judged other, Evaluation evaluation) =>
        other.Answer is { Kind: AnswerKind.Published, Derived: false } or { Kind: AnswerKind.Mixed }
        || (evaluation.Measure is not null && evaluation.Measure.Authorities.Any(r => r.Sources.Contains(other.Answer.Source)));

    /// <summary>Independent, on the same basis, not a repost, not computed by others, not coarser, and farther away than such figures normally are.</summary>
    private static bool MayDispute(Judged other, Judged lead, Evaluation evaluation)
    {
        var (a, b) = (other.Answer, lead.Answer);
        if (
            a.Derived
            || a.Tier == Record.Tier.Repost
            || a.Mirror != b.Mirror
            || a.Kind != AnswerKind.Published
            || !SameBasis(a.Basis, b.Basis)
        )
            return false;
        if (a.Number is not { } x || b.Number is not { } y)
            return true;
        if (x.Range.Width > Math.Max(y.Range.Width, Math.Abs(y.Best) * 0.005))
            return false;
        return Gap(other, lead) > (evaluation.Measure?.NormalGap ?? 0.10);
    }

    private static bool SameBasis(string a, string b) => a == b || a.Length == 0 || b.Length == 0;

    private static double Gap(Judged other, Judged lead)
    {
        var (x, y) = (other.Converted?.Best ?? other.Answer.Number!.Best, lead.Converted?.Best ?? lead.Answer.Number!.Best);
        return y == 0 ? double.PositiveInfinity : Math.Abs(x - y) / Math.Abs(y);
    }

    private static Weighing Contested(Judged[] contested)
    {
        var (one, other) = (contested[0], contested.FirstOrDefault(c => c.Match != contested[0].Match));
        return new()
        {
            Verdict = Verdict.Disputed,
            Lead = one,
            Other = other,
        };
    }

    /// <summary>Bounds of the leading source: one that cannot be met refutes, unless another source's bound is met.</summary>
    private static Weighing? Bounded(Judged[] bounds, Evaluation evaluation)
    {
        if (bounds.Length == 0)
            return null;
        var lead = bounds[0].Answer.Source;
        var own = bounds.Where(b => b.Answer.Source == lead && b.Answer.Mirror == bounds[0].Answer.Mirror).ToArray();
        if (own.FirstOrDefault(b => b.Match == Match.Fails) is { } broken)
        {
            // A bound that only the one source breaks while another's on the same side leaves room proves nothing.
            var room =
                bounds.Any(b => b.Match == Match.Holds)
                || bounds
                    .Where(b => b.Answer.Source != lead && SameSide(b, broken))
                    .GroupBy(b => b.Answer.Source)
                    .Any(g => g.All(b => b.Match != Match.Fails));
            // The part of one side's books may be more than the whole of the other's.
            room |=
                evaluation.Measure is { } measure
                && Authorities.IsCollection(broken.Answer, measure)
                && broken.Converted is { } limit
                && (
                    limit.Unit.Dimension == Quantities.Dimension.Rank
                    || (limit.Unit.IsMoney && !BrokenBy(broken, limit, GapsToRefute * measure.NormalGap))
                );
            return new() { Verdict = room ? Verdict.CannotTell : Verdict.Contradicted, Lead = broken };
        }
        if (bounds.FirstOrDefault(b => b.Match == Match.Holds) is { } met && !bounds.Any(b => b.Match == Match.Fails))
            return new() { Verdict = Verdict.Supported, Lead = met };
        return null;
    }

    private static bool BrokenBy(Judged broken, NumberAnswer limit, double fraction)
    {
        var end = double.IsInfinity(limit.Range.High) ? limit.Range.Low : limit.Range.High;
        var away = Math.Abs(limit.Best - end) + (broken.Distance ?? 0);
        return away > fraction * Math.Abs(end);
    }

    private static bool SameSide(Judged a, Judged b)
    {
        var (x, y) = (a.Answer.Number, b.Answer.Number);
        return x is not null && y is not null && double.IsInfinity(x.Range.High) == double.IsInfinity(y.Range.High);
    }

    /// <summary>Figures that were not made to go together: they may agree; to refute they must be far off.</summary>
    private static Weighing Loose(IReadOnlyList<Judged> ordered, MeasureDefinition? measure, Leeway? leeway)
    {
        var loose = ordered.FirstOrDefault(j => j.Answer.Kind is AnswerKind.Mixed or AnswerKind.Estimated);
        if (loose is null)
            return new() { Verdict = Verdict.CannotTell };
        if (loose.Match is Match.Holds or Match.Near)
            return new() { Verdict = Outcome.Of(loose.Match), Lead = loose };
        if (loose.Answer.BothBooks || (loose.Answer.Mirror && measure is not null && Authorities.IsCollection(loose.Answer, measure)))
            return OfBothBooks(loose, measure?.NormalGap ?? 0.10, leeway);
        var wide = loose.Converted is not null && loose.Match == Match.Fails && loose.FarBy(2 * (measure?.NormalGap ?? 0.10));
        return new() { Verdict = wide ? Verdict.Contradicted : Verdict.CannotTell, Lead = loose };
    }
}
