using Entente.Claims.Language;
using Entente.Measures;
using Entente.Numerics.Intervals;
using Entente.Quantities;

namespace Entente.Checking.Evaluating;

/// <summary>
/// Evaluates expressions of the claim language against the record: every authority's answer, with its derivation, or a coded reason why
/// there is none. Knows nothing of claims and their precision; that is the checker's. Safe for use by many threads.
/// </summary>
public sealed class Evaluator
{
    public Evaluator(EvaluationContext context) => Context = context;

    public EvaluationContext Context { get; }

    /// <param name="expression">An expression that has a value; truth-valued comparisons are tested by the checker.</param>
    /// <param name="period">The period that inner calls inherit where they have none.</param>
    public Evaluation Evaluate(Expression expression, Period? period = null) =>
        expression switch
        {
            QuantityLiteral q => Literal(q),
            PeriodLiteral p => new() { Answers = [Pairing.Constant(new DateAnswer(p.Period), p.Period.Text)] },
            Negate n => Unary(n, period),
            Arithmetic a => Binary(a, period),
            Call call => EvaluateCall(call, period),
            SetLiteral set => new()
            {
                Answers = [Pairing.Constant(new SetAnswer([.. set.Members.Select(m => Arguments.NameOf(m) ?? "?")], [], [], true), "{…}")],
            },
            NameReference name => Option(name.Name) is { } choice
                ? new() { Answers = [Pairing.Constant(new ChoiceAnswer(choice), name.Name)] }
                : Evaluation.Abstain("not-a-value", $"{name.Name} has no value by itself"),
            _ => Evaluation.Abstain("not-a-value", "the expression is tested for truth, it has no value"),
        };

    private Evaluation EvaluateCall(Call call, Period? period)
    {
        if (MeasureCall.Of(call, Context.Measures, period) is { } measure)
            return MeasureLookup.Evaluate(measure, Context);
        return Context.Memo is { } memo ? memo.Rule(call, period, Context, EvaluateRule) : EvaluateRule(call, period);
    }

    private Evaluation EvaluateRule(Call call, Period? period)
    {
        var at = Arguments.PeriodOf(call) ?? period;
        return call.Function switch
        {
            "growth" => GrowthRule.Evaluate(call, this, at),
            "change" => GrowthRule.Change(call, this, at),
            "share" => ShareRule.Evaluate(call, this, at),
            "ratio" => Ratio(call, at),
            "dependence" => Dependence(call, at),
            "rank" => RankRule.Evaluate(call, this, at),
            "count" => CountRule.Evaluate(call, this, at),
            "office" or "entry" or "exit" => DateRule.Tenure(call, Context),
            "event" or "date" => DateRule.Date(call, this),
            "days" or "weeks" or "months" or "years" => DateRule.Between(call, this),
            "members" => MembershipRule.Members(call, Context, at),
            "member" => MembershipRule.Member(call, Context, at),
            "vote" => VoteRule.Vote(call, Context),
            "target" => TargetRule.Evaluate(call, Context),
            "highest" or "lowest" => ExtremeRule.Evaluate(call, this),
            "loss" or "replaced" => Modelled.ModelRule.Value(call, Context),
            "agreement" or "alignment" or "choice" => Evaluation.Abstain("no-model", $"no figures for {call.Function} are in the record"),
            "passes" => Evaluation.Abstain("no-premise", "whether a body passes something follows only from how its members vote"),
            "meetings" or "vetoes" or "events" or "votes" or "transfers" => Evaluation.Abstain(
                "not-a-value",
                $"{call.Function} is counted with count(…)"
            ),
            _ => Evaluation.Abstain("no-measure", $"the catalogue has no measure '{call.Function}'"),
        };
    }

    private static Evaluation Literal(QuantityLiteral q)
    {
        // A constant inside arithmetic ("- 1") is meant exactly.
        var value = q.Number.Value;
        return new() { Answers = [Pairing.Constant(new NumberAnswer(Interval.Point(value), value, q.Unit), q.Digits)] };
    }

    private Evaluation Unary(Negate negate, Period? period)
    {
        var inner = Evaluate(negate.Operand, period);
        return inner with
        {
            Answers =
            [
                .. inner.Answers.Select(a => a.Number is { } n ? a with { Value = new NumberAnswer(-n.Range, -n.Best, n.Unit) } : a),
            ],
        };
    }

    private Evaluation Binary(Arithmetic arithmetic, Period? period)
    {
        if (GrowthRule.AsGrowth(arithmetic, this, period) is { } growth)
            return growth;
        var (left, right) = (Evaluate(arithmetic.Left, period), Evaluate(arithmetic.Right, period));
        return Combined(
            left,
            right,
            Join(arithmetic.Operator),
            arithmetic.Operator switch
            {
                ArithmeticOperator.Add => "+",
                ArithmeticOperator.Subtract => "−",
                ArithmeticOperator.Multiply => "×",
                _ => "÷",
            }
        );
    }

    internal static Evaluation Combined(
        Evaluation left,
        Evaluation right,
        Func<NumberAnswer, NumberAnswer, NumberAnswer?> join,
        string label,
        string? note = null
    )
    {
        var answers = Pairing.Combine(left, right, join, label, note);
        var frame = left.Measure is null ? right : left;
        var reason = left.Abstention ?? right.Abstention;
        if (answers.Count == 0 && reason is null)
            reason =
                left.Answers.Count > 0 && right.Answers.Count > 0
                    ? new("no-rate", "the two figures are in different units or currencies and no rate is recorded")
                    : new("no-data", "nothing recorded");
        return new()
        {
            Answers = answers,
            Abstention = answers.Any(a => a.Decides) ? null : reason,
            Measure = frame.Measure,
            PointOfView = frame.PointOfView,
            Period = frame.Period,
        };
    }

    private static Func<NumberAnswer, NumberAnswer, NumberAnswer?> Join(ArithmeticOperator op) =>
        op switch
        {
            ArithmeticOperator.Add => static (x, y) => Aligned(x, y) is { } z ? new(x.Range + z.Range, x.Best + z.Best, x.Unit) : null,
            ArithmeticOperator.Subtract => static (x, y) => Aligned(x, y) is { } z ? new(x.Range - z.Range, x.Best - z.Best, x.Unit) : null,
            ArithmeticOperator.Multiply => static (x, y) =>
                Pairing.IsPlain(y.Unit.Dimension) ? new(x.Range * y.Range, x.Best * y.Best, x.Unit)
                : Pairing.IsPlain(x.Unit.Dimension) ? new(x.Range * y.Range, x.Best * y.Best, y.Unit)
                : null,
            _ => static (x, y) =>
                y.Best == 0 ? null
                : Pairing.IsPlain(y.Unit.Dimension) && !Pairing.IsPlain(x.Unit.Dimension) ? new(x.Range / y.Range, x.Best / y.Best, x.Unit)
                : Pairing.Divide(x, y, Units.Number),
        };

    /// <summary>The second number in the first one's unit.</summary>
    private static NumberAnswer? Aligned(NumberAnswer x, NumberAnswer y)
    {
        if (!Pairing.Comparable(x.Unit, y.Unit))
            return null;
        var factor = x.Unit.Dimension == y.Unit.Dimension ? y.Unit.ToBase / x.Unit.ToBase : 1;
        return new(new Interval(y.Range.Low * factor, y.Range.High * factor), y.Best * factor, x.Unit);
    }

    private Evaluation Ratio(Call call, Period? at)
    {
        var parts = Arguments.Positional(call);
        return parts.Count < 2
            ? Evaluation.Abstain("no-measure", "ratio needs two values")
            : Combined(Evaluate(parts[0], at), Evaluate(parts[1], at), static (x, y) => Pairing.Divide(x, y, Units.Number), "÷");
    }

    /// <summary>Dependence as the partner's share of all trade (Barbieri 1996): T_ij ÷ T_i.</summary>
    private Evaluation Dependence(Call call, Period? at)
    {
        var on = Arguments.Named(call, "on");
        var parts = Arguments.Positional(call);
        if (on is null || parts.Count == 0)
            return Evaluation.Abstain("no-partner", "dependence needs a state and whom it depends on");
        var trade = new Call("trade", [new(null, parts[0]), new(null, on)]);
        var share = new Call("share", [new(null, trade), new("of", new Call("trade", [new(null, parts[0])]))]);
        return ShareRule.Evaluate(share, this, at);
    }

    private static Record.VoteChoice? Option(string name) =>
        name switch
        {
            "yes" => Record.VoteChoice.Yes,
            "no" => Record.VoteChoice.No,
            "abstain" => Record.VoteChoice.Abstain,
            "absent" => Record.VoteChoice.Absent,
            _ => null,
        };
}
