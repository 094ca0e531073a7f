using Entente.Claims;
using Entente.Claims.Language;
using Entente.Numerics.Feasibility;
using Entente.Numerics.Intervals;
using Entente.Quantities;

namespace Entente.Checking.Consistency;

/// <summary>Turns the claims of one speaker, in one currency, into a <see cref="ClaimSystem"/>.</summary>
internal sealed class AssertionCompiler
{
    private readonly ClaimSystem system = new();
    private readonly ConsistencyVocabulary vocabulary;
    private readonly ExpressionCompiler compiler;
    private readonly string? currency;
    private readonly bool oneCurrency;
    private readonly List<(int Claim, Call Extreme)> extremes = [];

    /// <param name="vocabulary">What the catalogue knows.</param>
    /// <param name="currency">Claims in other money are left out: without a rate they bind nothing here. Null where the text has no money.</param>
    /// <param name="oneCurrency">False where the text speaks in several: then a growth rate does not say of which it is one.</param>
    private AssertionCompiler(ConsistencyVocabulary vocabulary, string? currency, bool oneCurrency)
    {
        (this.vocabulary, this.currency, this.oneCurrency) = (vocabulary, currency, oneCurrency);
        compiler = new(system, vocabulary);
    }

    public static ClaimSystem Compile(
        IEnumerable<(int Index, Claim Claim, Expression Expression)> claims,
        ConsistencyVocabulary vocabulary,
        string? currency,
        bool oneCurrency
    )
    {
        var all = new AssertionCompiler(vocabulary, currency, oneCurrency);
        foreach (var (index, claim, expression) in claims)
            all.Assert(index, expression, claim.Modality == Modality.Hedged);
        AccountingIdentities.Add(all.system, all.compiler, vocabulary);
        all.AssertExtremes();
        return all.system;
    }

    private void Assert(int claim, Expression expression, bool hedged)
    {
        switch (expression)
        {
            case And and:
                Assert(claim, and.Left, hedged);
                Assert(claim, and.Right, hedged);
                break;
            case Comparison comparison:
                Compare(
                    claim,
                    hedged && comparison.Relation == Relation.Equal ? comparison with { Relation = Relation.About } : comparison
                );
                break;
            case Within within:
                Between(claim, within);
                break;
            case Includes { Whole: Call { Function: "members" } body } includes:
                AtLeastAsMany(claim, body, includes.Part.Members.Count);
                break;
            case Call { Function: "highest" or "lowest" } extreme:
                extremes.Add((claim, extreme));
                break;
        }
    }

    private void Compare(int claim, Comparison node)
    {
        if (node.Relation == Relation.NotEqual)
            return;
        var (left, relation, right) =
            IsValue(node.Left) && !IsValue(node.Right)
                ? (node.Right, Flip(node.Relation), node.Left)
                : (node.Left, node.Relation, node.Right);
        if (Literals.Quantity(right) is { } quantity)
            CompareWithQuantity(claim, left, relation, quantity.Number, quantity.Unit);
        else if (CallArguments.PeriodOf(right) is { } period)
            CompareWithDate(claim, left, relation, period);
        else
            CompareTwo(claim, left, relation, right);
    }

    private void CompareWithQuantity(int claim, Expression left, Relation relation, WrittenNumber number, Unit unit)
    {
        if (!Admits(left, unit, out var physical) || compiler.Compile(left, null, physical) is not { } operand)
            return;
        var form = system.Forms[operand.Variable];
        if (form == FigureForm.Date)
        {
            if (unit.Dimension == Dimension.Number && number.Value is >= 1000 and <= 2999 && number.LastDigit == 1)
                CompareWithDate(claim, left, relation, Quantities.Period.OfYear((int)number.Value));
            return;
        }
        // A duration with a unit of its own is in days whatever the call counts in.
        if (unit.Dimension == Dimension.Duration)
            operand = new(operand.Variable);
        var written = number.Times(unit.ToBase);
        var dimension = form switch
        {
            FigureForm.Rank => Dimension.Rank,
            FigureForm.Count => Dimension.Count,
            _ => unit.Dimension,
        };
        var interval = WrittenInterval.Of(written, dimension, relation);
        Add(
            claim,
            operand,
            interval,
            written,
            relation switch
            {
                Relation.Equal => '=',
                Relation.About => '~',
                Relation.Less or Relation.LessOrEqual => '<',
                _ => '>',
            }
        );
    }

    private void Between(int claim, Within within)
    {
        if (Literals.Quantity(within.Low) is not { } low || Literals.Quantity(within.High) is not { } high || low.Unit != high.Unit)
            return;
        if (
            !Admits(within.Value, low.Unit, out var physical)
            || compiler.Compile(within.Value, null, physical) is not { } operand
            || system.Forms[operand.Variable] == FigureForm.Date
        )
            return;
        var (from, to) = (low.Number.Times(low.Unit.ToBase), high.Number.Times(low.Unit.ToBase));
        var middle = new WrittenNumber((from.Value + to.Value) / 2, from.LastDigit);
        Add(claim, operand, WrittenInterval.Between(from, to, low.Unit.Dimension), middle, '~');
    }

    private void CompareWithDate(int claim, Expression left, Relation relation, Period period)
    {
        if (compiler.Compile(left) is not { Scale: 1, Offset: 0 } operand || system.Forms[operand.Variable] != FigureForm.Date)
            return;
        var days = Days.Of(period);
        var allowed = relation switch
        {
            Relation.Less or Relation.LessOrEqual => new Interval(double.NegativeInfinity, days.High),
            Relation.Greater or Relation.GreaterOrEqual => new Interval(days.Low, double.PositiveInfinity),
            _ => days,
        };
        var sign = relation switch
        {
            Relation.Equal => '=',
            Relation.About => '~',
            Relation.Less or Relation.LessOrEqual => '<',
            _ => '>',
        };
        // A month or a year is no single day: it takes part, but a sentence shall not reckon with its first day.
        int? variable = period.Start == period.End ? operand.Variable : null;
        system.Assertions.Add(
            new()
            {
                Claim = claim,
                Constraints = [Linear.In(operand.Variable, allowed)],
                Variable = variable,
                Nominal = days.Low,
                LastDigit = 1,
                Relation = sign,
            }
        );
    }

    private void CompareTwo(int claim, Expression left, Relation relation, Expression right)
    {
        // "About" and "=" between two computed things promise no precision that could be held against them, orders do.
        if (relation is Relation.Equal or Relation.About || compiler.Compile(left) is not { } l || compiler.Compile(right) is not { } r)
            return;
        if (system.Forms[l.Variable] != system.Forms[r.Variable])
            return;
        var (small, large) = relation is Relation.Less or Relation.LessOrEqual
            ? (compiler.Plain(l), compiler.Plain(r))
            : (compiler.Plain(r), compiler.Plain(l));
        system.Assertions.Add(new() { Claim = claim, Constraints = [Linear.AtMost(small, large)] });
    }

    private void AtLeastAsMany(int claim, Call members, int named)
    {
        if (compiler.Compile(new Call("count", [new(null, members)])) is { } count)
            Add(claim, count, new(named, double.PositiveInfinity), new(named, 1), '>');
    }

    /// <summary>"The highest since 2000" puts every other figure of those years, where the text gives one, on its other side.</summary>
    private void AssertExtremes()
    {
        foreach (var (claim, call) in extremes)
        {
            var arguments = new CallArguments(call, null);
            if (
                arguments.Positional is not [Call of]
                || !arguments.Named.TryGetValue("at", out var at)
                || CallArguments.PeriodOf(at) is not { } when
            )
                continue;
            var since = arguments.Named.TryGetValue("since", out var from) ? CallArguments.PeriodOf(from) : null;
            if (
                compiler.FigureOf(of.Function, new CallArguments(of, when), null, out var negated) is not { } best
                || negated
                || !system.Has(best, out var top)
            )
                continue;
            var constraints = new List<Constraint>();
            for (var v = 0; v < system.Figures.Count; v++)
                if (
                    system.Figures[v] is { } other
                    && v != top
                    && other with { Start = best.Start, End = best.End } == best
                    && other.End < best.Start
                    && (since is null || other.Start >= since.Start)
                    && SameLength(other, best)
                )
                    constraints.Add(call.Function == "highest" ? Linear.AtMost(v, top) : Linear.AtMost(top, v));
            if (constraints.Count > 0)
                system.Assertions.Add(new() { Claim = claim, Constraints = constraints });
        }
    }

    private static bool SameLength(Figure a, Figure b) =>
        Math.Abs(Days.Of(a.End!.Value) - Days.Of(a.Start!.Value) - Days.Of(b.End!.Value) + Days.Of(b.Start!.Value)) <= 3;

    /// <summary>Whether an amount in this unit may be laid against the others here; physical units name figures of their own.</summary>
    private bool Admits(Expression left, Unit unit, out string? physical)
    {
        physical = unit.Dimension
            is Dimension.Mass
                or Dimension.Volume
                or Dimension.Energy
                or Dimension.Rate
                or Dimension.Price
                or Dimension.Index
            ? unit.Base
            : null;
        return unit.Dimension switch
        {
            Dimension.Money => unit.Symbol == currency,
            Dimension.PercentagePoints => false,
            _ => oneCurrency || !Speaks(left, "growth", "change", "ratio"),
        };
    }

    private static bool Speaks(Expression expression, params ReadOnlySpan<string> functions)
    {
        if (expression is Call call)
        {
            if (functions.Contains(call.Function))
                return true;
            foreach (var argument in call.Arguments)
                if (Speaks(argument.Value, functions))
                    return true;
        }
        return expression is Arithmetic arithmetic
            && (
                arithmetic.Operator == ArithmeticOperator.Divide
                || Speaks(arithmetic.Left, functions)
                || Speaks(arithmetic.Right, functions)
            );
    }

    private void Add(int claim, Operand operand, Interval interval, WrittenNumber written, char relation)
    {
        // value = scale·x + offset, so x lies in (interval − offset) ÷ scale.
        var x = operand is { Scale: 1, Offset: 0 }
            ? interval
            : Outward.Divide(Outward.Subtract(interval, Interval.Point(operand.Offset)), Interval.Point(operand.Scale));
        system.Assertions.Add(
            new()
            {
                Claim = claim,
                Constraints = [Linear.In(operand.Variable, x)],
                Variable = operand.Variable,
                Nominal = (written.Value - operand.Offset) / operand.Scale,
                LastDigit = written.LastDigit / Math.Abs(operand.Scale),
                Relation =
                    operand.Scale > 0
                        ? relation
                        : relation switch
                        {
                            '<' => '>',
                            '>' => '<',
                            _ => relation,
                        },
            }
        );
    }

    private static bool IsValue(Expression expression) => Literals.Quantity(expression) is not null || expression is PeriodLiteral;

    private static Relation Flip(Relation relation) =>
        relation switch
        {
            Relation.Less => Relation.Greater,
            Relation.Greater => Relation.Less,
            Relation.LessOrEqual => Relation.GreaterOrEqual,
            Relation.GreaterOrEqual => Relation.LessOrEqual,
            _ => relation,
        };
}
