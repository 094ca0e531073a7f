using Entente.Claims.Language;
using Entente.Numerics.Feasibility;
using Entente.Numerics.Intervals;
using Entente.Quantities;

namespace Entente.Checking.Consistency;

/// <summary>What an expression comes to: scale · variable + offset.</summary>
internal readonly record struct Operand(int Variable, double Scale = 1, double Offset = 0);

/// <summary>
/// Turns numeric expressions into variables of a <see cref="ClaimSystem"/> and the identities that define them. What cannot be turned
/// gives null, and its claim takes no part.
/// </summary>
/// <param name="system">Receives variables and identities.</param>
/// <param name="vocabulary">What the catalogue knows.</param>
internal sealed class ExpressionCompiler(ClaimSystem system, ConsistencyVocabulary vocabulary)
{
    private const double DaysPerMonth = 30.436875;
    private const double DaysPerYear = 365.2425;

    /// <summary>Share variables with the figures they relate, for the identities among shares of one whole.</summary>
    public List<(int Share, Figure Part, Figure Whole)> Shares { get; } = [];

    /// <param name="expression">A numeric expression.</param>
    /// <param name="period">The period it inherits.</param>
    /// <param name="physical">Base unit where the amount is not money (`tonne`): exports in tonnes and in dollars are two figures.</param>
    public Operand? Compile(Expression expression, Period? period = null, string? physical = null) =>
        expression switch
        {
            Call call => Call(call, period, physical),
            Negate negate => Compile(negate.Operand, period, physical) is { } x ? new(x.Variable, -x.Scale, -x.Offset) : null,
            Arithmetic arithmetic => Arithmetic(arithmetic, period, physical),
            PeriodLiteral literal => Day(literal.Period),
            _ => null,
        };

    /// <summary>The variable of an operand; scaled or shifted ones get one of their own.</summary>
    public int Plain(Operand operand)
    {
        if (operand is { Scale: 1, Offset: 0 })
            return operand.Variable;
        var name = FormattableString.Invariant($"{operand.Scale:R}·v{operand.Variable}+{operand.Offset:R}");
        var variable = system.Variable(name, system.Forms[operand.Variable], Interval.All, out var isNew);
        if (isNew)
            system.Add(
                "arithmetic",
                new Linear([new(-1, variable), new(operand.Scale, operand.Variable)], Interval.Point(-operand.Offset))
            );
        return variable;
    }

    private Operand? Arithmetic(Arithmetic node, Period? period, string? physical)
    {
        var (leftNumber, rightNumber) = (Literals.Plain(node.Left), Literals.Plain(node.Right));
        if (rightNumber is { } b && Compile(node.Left, period, physical) is { } x)
            return node.Operator switch
            {
                ArithmeticOperator.Add => x with { Offset = x.Offset + b },
                ArithmeticOperator.Subtract => x with { Offset = x.Offset - b },
                ArithmeticOperator.Multiply => new(x.Variable, x.Scale * b, x.Offset * b),
                ArithmeticOperator.Divide when b != 0 => new(x.Variable, x.Scale / b, x.Offset / b),
                _ => null,
            };
        if (leftNumber is { } a && Compile(node.Right, period, physical) is { } y)
            return node.Operator switch
            {
                ArithmeticOperator.Add => y with { Offset = y.Offset + a },
                ArithmeticOperator.Subtract => new(y.Variable, -y.Scale, a - y.Offset),
                ArithmeticOperator.Multiply => new(y.Variable, y.Scale * a, y.Offset * a),
                _ => null,
            };
        if (Compile(node.Left, period, physical) is not { } left || Compile(node.Right, period, physical) is not { } right)
            return null;
        var (l, r) = (Plain(left), Plain(right));
        return node.Operator switch
        {
            ArithmeticOperator.Divide => new(Ratio(l, r, OneFigureTwice(l, r) ? FigureForm.Factor : FigureForm.Number)),
            ArithmeticOperator.Add => new(Combined("+", l, r, 1)),
            ArithmeticOperator.Subtract => new(Combined("-", l, r, -1)),
            _ => null,
        };
    }

    /// <summary>One figure in two periods: their quotient is growth, however it is written.</summary>
    private bool OneFigureTwice(int left, int right) =>
        system.Figures[left] is { } now && system.Figures[right] is { } then && then with { Start = now.Start, End = now.End } == now;

    private int Combined(string sign, int left, int right, double coefficient)
    {
        var variable = system.Variable($"v{left}{sign}v{right}", system.Forms[left], Interval.All, out var isNew);
        if (isNew)
            system.Add("arithmetic", new Linear([new(-1, variable), new(1, left), new(coefficient, right)], Interval.Point(0)));
        return variable;
    }

    private int Ratio(int top, int bottom, FigureForm form)
    {
        var variable = system.Variable($"v{top}/v{bottom}", form, Interval.All, out var isNew);
        if (isNew)
            system.Add(
                form == FigureForm.Share ? "share = part ÷ whole"
                    : form == FigureForm.Factor ? "growth = now ÷ then − 1"
                    : "ratio",
                new Product(top, variable, bottom)
            );
        return variable;
    }

    private Operand? Call(Call call, Period? outer, string? physical)
    {
        var arguments = new CallArguments(call, outer);
        switch (call.Function)
        {
            case "share":
                return Share(arguments);
            case "growth":
            case "change":
                return Change(call.Function, arguments, physical);
            case "ratio":
                return
                    arguments.Positional is [var top, var bottom]
                    && Compile(top, arguments.Period) is { } t
                    && Compile(bottom, arguments.Period) is { } b
                    ? new(Ratio(Plain(t), Plain(b), FigureForm.Number))
                    : null;
            case "rank":
                return Rank(arguments);
            case "count":
                return Count(arguments);
            case "event":
            case "date":
                return Date(call);
            case "days":
            case "weeks":
            case "months":
            case "years":
                return Duration(call);
            // These have no figure behind them that an identity could bind.
            case "target"
            or "highest"
            or "lowest"
            or "first"
            or "judgement"
            or "dependence"
            or "agreement"
            or "alignment"
            or "choice"
            or "loss"
            or "replaced"
            or "indispensable"
            or "members"
            or "member"
            or "vote"
            or "passes"
            or "meetings"
            or "vetoes"
            or "events"
            or "transfers"
            or "votes":
                return null;
            default:
                return MeasureOf(call.Function, arguments, physical);
        }
    }

    /// <summary>The figure a measure's call means; null where its parties or period are missing.</summary>
    public Figure? FigureOf(string measure, CallArguments arguments, string? physical, out bool negated)
    {
        negated = false;
        if (!arguments.TrySplit(out var parties, out var directed, out var item))
            return null;
        var timeless = vocabulary.DimensionOf(measure) is Dimension.Length or Dimension.Area;
        if (arguments.Period is null && !timeless)
            return null;
        var suffix = physical is null ? "" : ":" + physical;
        switch (measure)
        {
            case "exports" or "imports":
                return parties switch
                {
                    [var from, var to] when directed => Figure.Of(Figure.Flow + suffix, from, to, item, arguments.Period),
                    [var one] when measure == "exports" => Figure.Of(Figure.Flow + suffix, one, Figure.World, item, arguments.Period),
                    [var one] => Figure.Of(Figure.Flow + suffix, Figure.World, one, item, arguments.Period),
                    _ => null,
                };
            case "trade" or "balance" when !directed && parties.Count is 1 or 2:
                var (first, second) = (parties[0], parties.Count == 2 ? parties[1] : Figure.World);
                if (measure == "balance" && second != Figure.World && string.CompareOrdinal(second, first) < 0)
                    (first, second, negated) = (second, first, true);
                return measure == "balance"
                    ? Figure.Of(Figure.Balance + suffix, first, second, item, arguments.Period)
                    : Figure.OfTrade(suffix, first, second, item, arguments.Period);
            case "trade" or "balance":
                return null;
            default:
                var key = directed ? string.Join('>', parties) : string.Join('|', parties.Order(StringComparer.Ordinal));
                return Figure.Of(measure + suffix, key, "", item, arguments.Period);
        }
    }

    private Operand? MeasureOf(string measure, CallArguments arguments, string? physical)
    {
        if (FigureOf(measure, arguments, physical, out var negated) is not { } figure)
            return null;
        var dimension = vocabulary.DimensionOf(measure);
        var goods = measure is "exports" or "imports" or "trade";
        var form =
            physical is not null ? FigureForm.Number
            : goods || measure == "balance" || dimension == Dimension.Money ? FigureForm.Money
            : dimension == Dimension.Count ? FigureForm.Count
            : dimension == Dimension.Share ? FigureForm.Share
            : FigureForm.Number;
        var nonNegative =
            goods
            || dimension is Dimension.Money or Dimension.Count or Dimension.Length or Dimension.Area or Dimension.Mass or Dimension.Volume;
        return new(system.Variable(figure, form, nonNegative && measure != "balance"), negated ? -1 : 1);
    }

    private Operand? Share(CallArguments arguments)
    {
        if (arguments.Positional is not [Call part] || !arguments.Named.TryGetValue("of", out var of) || of is not Call whole)
            return null;
        if (
            Compile(part, arguments.Period) is not { Scale: 1, Offset: 0 } p
            || Compile(whole, arguments.Period) is not { Scale: 1, Offset: 0 } w
        )
            return null;
        var share = Ratio(p.Variable, w.Variable, FigureForm.Share);
        if (
            system.Figures[p.Variable] is { } partFigure
            && system.Figures[w.Variable] is { } wholeFigure
            && Shares.All(s => s.Share != share)
        )
            Shares.Add((share, partFigure, wholeFigure));
        return new(share);
    }

    private Operand? Change(string function, CallArguments arguments, string? physical)
    {
        if (arguments.Positional is not [Call of] || of.Function is "balance" or "growth" or "rank")
            return null;
        // The inner call's own period is the "now" where the outer one names none.
        var now = new CallArguments(of, arguments.Period).Period;
        if (now is null)
            return null;
        var then = arguments.Named.TryGetValue("since", out var since) ? CallArguments.PeriodOf(since) : now.PlusYears(-1);
        var inner = of with
        {
            Arguments = [.. of.Arguments.Where(a => a.Name is not (null or "period") || CallArguments.PeriodOf(a.Value) is null)],
        };
        if (then is null || Compile(inner, now, physical) is not { } x || Compile(inner, then, physical) is not { } y)
            return null;
        return function == "growth" ? new(Ratio(Plain(x), Plain(y), FigureForm.Factor), 1, -1) : new(Combined("-", Plain(x), Plain(y), -1));
    }

    private Operand? Rank(CallArguments arguments)
    {
        if (
            arguments.Positional is not [var who]
            || CallArguments.NameOf(who) is not { } party
            || arguments.Period is not { } period
            || !arguments.Named.TryGetValue("among", out var among)
            || !arguments.Named.TryGetValue("by", out var by)
            || CallArguments.NameOf(by) is not { } measure
            || arguments.Named.ContainsKey("order")
            || !vocabulary.IsState(party)
        )
            return null;
        var item = arguments.Named.TryGetValue("item", out var named) ? CallArguments.NameOf(named) ?? Figure.Total : Figure.Total;
        var list = $"{CallArguments.Text(among)}|{measure}|{item}|{period.Start}|{period.End}";
        var rank = system.Variable($"rank|{party}|{list}", FigureForm.Rank, new(1, double.PositiveInfinity), out var isNew);
        if (isNew)
        {
            var value = RankedValue(party, among, measure, item, period) is { } operand
                ? Plain(operand)
                : system.Variable($"ranked|{party}|{list}", FigureForm.Number, Interval.All, out _);
            system.Ranks.Add((rank, party, value, list));
        }
        return new(rank);
    }

    private Operand? RankedValue(string party, Expression among, string measure, string item, Period period)
    {
        Expression who = new NameReference(party);
        if (among is Call { Arguments: [{ Name: null, Value: var other }, ..] } list)
        {
            Expression? parties = (list.Function, measure) switch
            {
                ("partners", "trade") => null,
                ("suppliers", "exports" or "imports") => new FlowLiteral(who, other),
                ("buyers", "exports" or "imports") => new FlowLiteral(other, who),
                _ => who,
            };
            if (
                list.Function is not ("partners" or "suppliers" or "buyers" or "members")
                || (list.Function == "partners" && measure != "trade")
            )
                return null;
            IReadOnlyList<Argument> arguments = parties is null ? [new(null, who), new(null, other)] : [new(null, parties)];
            return Compile(
                new Call(measure, item == Figure.Total ? arguments : [.. arguments, new(null, new NameReference(item))]),
                period
            );
        }
        return Compile(
            new Call(measure, item == Figure.Total ? [new(null, who)] : [new(null, who), new(null, new NameReference(item))]),
            period
        );
    }

    private Operand? Count(CallArguments arguments)
    {
        if (arguments.Positional is not [Call of])
            return null;
        var inner = new CallArguments(of, arguments.Period);
        // The votes on a resolution and the members on a day need no period of their own; anything that goes on happening does.
        if (inner.Period is null && of.Function != "votes")
            return null;
        var things = string.Join(
            ',',
            inner
                .Positional.Select(CallArguments.Text)
                .Concat(inner.Named.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => $"{n.Key}:{CallArguments.Text(n.Value)}"))
        );
        var group = arguments.Named.TryGetValue("in", out var within) ? CallArguments.Text(within) : "";
        return new(
            system.Variable(
                Figure.Of(Figure.Count + of.Function, things, group, Figure.Total, inner.Period),
                FigureForm.Count,
                nonNegative: true
            )
        );
    }

    private Operand? Date(Call call) =>
        call switch
        {
            { Function: "date", Arguments: [{ Value: var inner }] } => inner is Call { Function: "event" } e ? Date(e)
            : CallArguments.PeriodOf(inner) is { } p ? Day(p)
            : null,
            { Function: "event", Arguments: [{ Value: var id }] } when CallArguments.NameOf(id) is { } name => new(
                system.Variable($"event|{name}", FigureForm.Date, Interval.All, out _)
            ),
            _ => null,
        };

    private Operand Day(Period period) => new(system.Variable($"day|{period.Start}|{period.End}", FigureForm.Date, Days.Of(period), out _));

    private Operand? Duration(Call call)
    {
        if (call.Arguments is not [{ Value: var from }, { Value: var to }])
            return null;
        var (a, b) = (Moment(from), Moment(to));
        if (a is not { } start || b is not { } end)
            return null;
        var difference = system.Variable($"v{end.Variable}-v{start.Variable}", FigureForm.Days, Interval.All, out var isNew);
        var size = system.Variable($"|v{end.Variable}-v{start.Variable}|", FigureForm.Days, new(0, double.PositiveInfinity), out _);
        if (isNew)
        {
            system.Add(
                AccountingIdentities.Dates,
                new Linear([new(-1, difference), new(1, end.Variable), new(-1, start.Variable)], Interval.Point(0))
            );
            system.Add(AccountingIdentities.Dates, new Absolute(size, difference));
        }
        return new(
            size,
            call.Function switch
            {
                "weeks" => 1 / 7.0,
                "months" => 1 / DaysPerMonth,
                "years" => 1 / DaysPerYear,
                _ => 1,
            }
        );
    }

    private Operand? Moment(Expression expression) =>
        CallArguments.PeriodOf(expression) is { } period ? Day(period)
        : expression is Call { Function: "event" or "date" } call ? Date(call)
        : null;
}
