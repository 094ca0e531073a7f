using Entente.Checking.Evaluating;
using Entente.Checking.Modelled;
using Entente.Claims.Language;
using Entente.Measures;
using Entente.Quantities;

namespace Entente.Checking;

/// <summary>Tests a truth-valued expression against the record as of one day.</summary>
internal sealed partial class Tester
{
    private const int MostEvidence = 12;
    private readonly Evaluator evaluator;
    private readonly Names names;

    public Tester(EvaluationContext context, Names names)
    {
        evaluator = new Evaluator(context);
        this.names = names;
    }

    /// <summary>True where the verdict alone is wanted: what the number would have been right of is not looked for.</summary>
    public bool VerdictOnly { get; init; }

    private EvaluationContext Context => evaluator.Context;

    public Outcome Test(Expression expression) =>
        expression switch
        {
            _ when ModelRule.Applies(expression) => ModelRule.Test(expression, evaluator, names),
            Comparison c => ClosenessRule.Test(c, evaluator, names) ?? TestComparison(c),
            Within w => TestWithin(w),
            Includes i => SetTest.Test(i, evaluator.Evaluate(i.Whole)),
            Not n => Negated(Test(n.Operand)),
            And a => Both(Test(a.Left), Test(a.Right)),
            Or o => Either(Test(o.Left), Test(o.Right)),
            IfThen => Deduced(expression)
                ?? Outcome.CannotTell(new("no-model", "no rule in the models leads from this premise to this conclusion")),
            Given => Outcome.CannotTell(new("no-model", "a claim under a condition needs a model with that condition in it")),
            Invariant => Outcome.CannotTell(new("no-model", "whether a choice changes with a factor needs a model of the choice")),
            Call { Function: "judgement" } call => JudgementRule.Test(call, evaluator, names),
            Call { Function: "highest" or "lowest" } call when AlignmentRule.Test(call, evaluator, names) is { } judged => judged,
            Call { Function: "passes" } call => Deduced(call) ?? Truth(call),
            Call call => Truth(call),
            _ => Outcome.CannotTell(new("not-a-claim", "the expression has a value but asserts nothing")),
        };

    private Outcome? Deduced(Expression expression)
    {
        if (Context.Deduction?.TryCheck(expression, Context.Record, Context.AsOf) is not { } result)
            return null;
        return new()
        {
            Verdict = result.Verdict,
            Explanation = Wording.Sentence(result.Explanation),
            Premise = result.Premise,
            Derivation = result.Derivation,
            Reason = result.Verdict == Verdict.CannotTell ? new("open-premise", result.Explanation) : null,
        };
    }

    private Outcome Truth(Call call)
    {
        var evaluation = evaluator.Evaluate(call);
        if (evaluation.Answers.FirstOrDefault(a => a.Value is TruthAnswer && a.Decides) is not { } answer)
            return Outcome.CannotTell(
                evaluation.Abstention ?? new("not-a-claim", $"{call.Function} has a value but asserts nothing"),
                Evidences(evaluation, [])
            );
        var holds = ((TruthAnswer)answer.Value).Holds;
        var verdict = holds ? Verdict.Supported : Verdict.Contradicted;
        return new()
        {
            Verdict = verdict,
            Explanation = Wording.Fitting($"{Wording.Who(answer)}: {answer.Note ?? answer.Derivation.Text}", answer.Note),
            Evidence = [Evidence(new(answer, holds ? Match.Holds : Match.Fails, null), lead: true)],
            Derivation = answer.Derivation,
        };
    }

    private Outcome TestWithin(Within within)
    {
        if (Claimed.Between(within.Low, within.High) is not { } claimed)
            return Outcome.CannotTell(new("no-unit", "the ends of a range must be quantities"));
        return TestNumber(within.Value, claimed);
    }

    private Outcome TestComparison(Comparison comparison)
    {
        var (relation, left, right) = (comparison.Relation, comparison.Left, comparison.Right);
        if (IsLiteral(left) && !IsLiteral(right))
            (relation, left, right) = (Mirrored(relation), right, left);
        if (right is NameReference && evaluator.Evaluate(right).Answers is [{ Value: ChoiceAnswer choice }, ..])
            return ChoiceTest.Test(left, relation, choice, evaluator);
        if (IsDated(left) && Arguments.AsPeriod(right) is { } date)
        {
            var dated = evaluator.Evaluate(left);
            // An event is called by its title, a target by what it is a target for.
            var title = left is Call { Function: "date" or "event" } && dated.Answers.Count > 0 ? dated.Answers[0].Derivation.Note : null;
            return DateTest.Test(dated, relation, date, title ?? Describe(left));
        }
        if (Claimed.Of(relation, right) is { } claimed)
            return TestNumber(left, claimed);
        return TestPair(left, relation, right);
    }

    private static bool IsLiteral(Expression e) =>
        e is QuantityLiteral or PeriodLiteral or Negate { Operand: QuantityLiteral } or NameReference;

    private static bool IsDated(Expression e) =>
        e is Call { Function: "date" or "event" }
        || (
            e is Call { Function: "target" } target
            && target.Arguments.Any(a => a.Value is QuantityLiteral q && Arguments.AsPeriod(q) is null)
        );

    public static Relation Mirrored(Relation relation) =>
        relation switch
        {
            Relation.Less => Relation.Greater,
            Relation.Greater => Relation.Less,
            Relation.LessOrEqual => Relation.GreaterOrEqual,
            Relation.GreaterOrEqual => Relation.LessOrEqual,
            _ => relation,
        };

    private Outcome TestNumber(Expression left, Claimed claimed)
    {
        var evaluation = evaluator.Evaluate(left);
        claimed = claimed.Taking(evaluation);
        var judged = Judge(evaluation, claimed);
        // A change of an amount moves with both books; what differs between them is many times the difference.
        Leeway? leeway =
            // "More than 3.6 billion" states a figure as "3.6 billion" does; "more than nothing" states a direction.
            claimed.Relation == Relation.NotEqual
            || claimed.Number.Value == 0
            || left is not Call { Function: not "change" } call
                ? null
            : call.Function == "growth" ? Leeway.Growth
            : Leeway.Share;
        var weighing = Weighing.Of(judged, evaluation, leeway);
        var signed = Wording.IsSigned(left);
        if (weighing.Verdict == Verdict.CannotTell && Neighbours.Of(evaluation, claimed) is { } near)
            return near with { Evidence = Evidences(evaluation, judged), Derivation = evaluation.Answers[0].Derivation };
        var evidence = Evidences(
            evaluation,
            judged,
            weighing.Lead,
            informs: weighing.Verdict != Verdict.Supported || weighing.Lead!.Answer.Kind != AnswerKind.Published
        );
        if (weighing.Verdict == Verdict.CannotTell)
            return Outcome.CannotTell(
                weighing.SingleSource ? Single(weighing.Lead!, signed) : Undecided(evaluation, judged, claimed),
                evidence,
                weighing.Lead?.Answer.Derivation ?? Derivation(evaluation)
            );
        var lead = weighing.Lead!;
        var would =
            !VerdictOnly
            && (weighing.Verdict == Verdict.Contradicted || (weighing.Verdict == Verdict.Disputed && lead.Match == Match.Fails))
                ? WouldBeTrue.Find(left, claimed, evaluation, lead, evaluator, names)
                : null;
        return new()
        {
            Verdict = weighing.Verdict,
            Explanation = Explanations.Of(weighing, claimed, signed, evaluation, would),
            Evidence = evidence,
            Derivation = lead.Answer.Derivation,
            OffBy =
                lead.Converted is { } found && lead.Answer.Kind != AnswerKind.Bound && claimed.Relation is Relation.Equal or Relation.About
                    ? Round(claimed.Number.Value - found.Best)
                    : null,
            WouldBeTrue = would,
        };
    }

    private static double Round(double value) =>
        value == 0 ? 0 : Math.Round(value, Math.Clamp(6 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 12));

    private static Derivation? Derivation(Evaluation evaluation) => evaluation.Answers.Count > 0 ? evaluation.Answers[0].Derivation : null;

    private List<Judged> Judge(Evaluation evaluation, Claimed claimed)
    {
        var result = new List<Judged>();
        foreach (var answer in Authorities.Order(evaluation.Answers, evaluation.Measure, evaluation.PointOfView))
        {
            if (answer.Number is not { } number || claimed.Convert(number, Context, evaluation.Period) is not { } converted)
            {
                result.Add(new(answer, Match.Undecided, null));
                continue;
            }
            var match = claimed.Test(converted, answer.Kind == AnswerKind.Bound);
            var range = claimed.Range;
            var distance = converted.Best < range.Low ? range.Low - converted.Best : Math.Max(0, converted.Best - range.High);
            result.Add(
                new(answer, match, converted)
                {
                    Distance = distance,
                    Opposed = claimed.Number.Value * converted.Best < 0,
                    InRoom = answer.Room is { } room && room.Low - 1e-9 <= range.High && range.Low <= room.High + 1e-9,
                }
            );
        }
        // An authority that prints both currencies is taken at its word in the one the text uses.
        return result.Any(j => j.Converted is not null && j.Answer.Number!.Unit == claimed.Unit && j.Answer.Decides)
            ?
            [
                .. result.Select(j =>
                    claimed.Unit.IsMoney && j.Answer.Number is { } n && n.Unit != claimed.Unit ? j with { Match = Match.Undecided } : j
                ),
            ]
            : result;
    }

    private static Abstention Single(Judged lead, bool signed) =>
        new(
            "single-source",
            $"only {Wording.Who(lead.Answer)} is recorded ({Wording.Value(lead.Answer, lead.Converted, signed)}{Wording.In(lead.Answer.Period)}), no authority that decides"
        );

    private static Abstention Undecided(Evaluation evaluation, IReadOnlyList<Judged> judged, Claimed claimed)
    {
        if (evaluation.Abstention is { } reason)
            return reason;
        if (judged.Any(j => j.Answer.Decides && j.Converted is null && j.Answer.Number is { Unit.IsMoney: true }) && claimed.Unit.IsMoney)
            return new(
                "no-rate",
                $"the figures are in {judged.First(j => j.Answer.Decides).Answer.Number!.Unit}, and no rate to {claimed.Unit} is recorded for the period"
            );
        if (judged.Any(j => j.Answer.Decides && j.Converted is null))
            return new(
                "unit-mismatch",
                $"the figures are in {judged.First(j => j.Answer.Decides).Answer.Number?.Unit.Symbol ?? "dates"}, the claim is in {claimed.Unit}"
            );
        if (judged.Any(j => j.Answer.Kind == AnswerKind.Mixed))
            return new("mixed-authorities", "part and whole stand with different authorities only, and they do not settle it");
        return new("no-data", "what is recorded does not settle it");
    }

    /// <summary>Two expressions compared: by the figures of one authority, so that their bases agree.</summary>
    private Outcome TestPair(Expression left, Relation relation, Expression right)
    {
        var (a, b) = (evaluator.Evaluate(left), evaluator.Evaluate(right));
        var difference = Evaluator.Combined(
            a,
            b,
            static (x, y) => Pairing.Comparable(x.Unit, y.Unit) ? new(x.Range - y.Range, x.Best - y.Best, x.Unit) : null,
            "−"
        );
        var ordered = Authorities.Order(difference.Answers, difference.Measure, difference.PointOfView);
        var judged = ordered
            .Select(j =>
            {
                var n = j.Number!;
                var zero = new Claimed
                {
                    Relation = relation,
                    Number = new(0, 0),
                    Unit = n.Unit,
                };
                var match = relation is Relation.Equal or Relation.About
                    ? (n.Range.Contains(0) ? Match.Holds : Match.Fails)
                    : zero.Test(n, j.Kind == AnswerKind.Bound);
                // Across authorities a small difference may be theirs.
                if (!j.Decides && j.Kind != AnswerKind.Bound && Relative(j) < (difference.Measure?.NormalGap ?? 0.10))
                    match = Match.Undecided;
                // How far apart two authorities must stand before the order of their figures refutes a text.
                return new Judged(j, match, n)
                {
                    Distance = Relative(j) > 2 * (difference.Measure?.NormalGap ?? 0.10) ? Math.Abs(n.Best) : 0,
                };
            })
            .ToArray();
        if (judged.Length == 0)
            return Outcome.CannotTell(difference.Abstention ?? new("no-data", "nothing is recorded for one of the two sides"));
        var weighing = Weighing.Of(judged, difference with { AllAdmissible = false });
        var evidence = judged.Take(MostEvidence).Select(j => Evidence(j, ReferenceEquals(j, weighing.Lead))).ToArray();
        if (weighing.Verdict == Verdict.CannotTell || weighing.Lead is null)
            return Outcome.CannotTell(
                difference.Abstention ?? new("no-data", "what is recorded does not settle it"),
                evidence,
                ordered[0].Derivation
            );
        var args = weighing.Lead.Answer.Derivation.Args;
        var (x, y) = args.Count == 2 ? (args[0].Value, args[1].Value) : (null, null);
        var unit = weighing.Lead.Answer.Number!.Unit;
        var shown =
            x is not null && y is not null
                ? $"{Figures.Text(x.Value, unit)} against {Figures.Text(y.Value, unit)}"
                : Figures.Text(weighing.Lead.Converted!.Best, unit, signed: true);
        return new()
        {
            Verdict = weighing.Verdict,
            Explanation = Wording.Fitting($"{Wording.Who(weighing.Lead.Answer)}: {shown}"),
            Evidence = evidence,
            Derivation = weighing.Lead.Answer.Derivation,
        };
    }

    private static double Relative(Answer difference)
    {
        var sides = difference.Derivation.Args.Select(a => Math.Abs(a.Value ?? 0)).ToArray();
        return sides.Length == 0 || sides.Max() == 0 ? 0 : Math.Abs(difference.Number!.Best) / sides.Max();
    }

    private string Describe(Expression left) => names.Phrase(left, Context.Measures);
}
