using Entente.Numerics.Intervals;

namespace Entente.Numerics.Feasibility;

/// <summary>
/// A relation between variables that can narrow their intervals. Narrowing only removes values that take part in no solution, and
/// narrows at least as far from smaller intervals: on that rests that every superset of a refuted set is refuted too.
/// </summary>
public abstract record Constraint
{
    /// <summary>The variables it relates, as indices.</summary>
    public abstract IReadOnlyList<int> Variables { get; }

    /// <summary>Intersects the domains with what the relation allows. An empty domain refutes the whole.</summary>
    public abstract void Narrow(Span<Interval> domains);

    /// <summary>Intersects one domain; false when nothing is left.</summary>
    protected static bool Keep(Span<Interval> domains, int variable, Interval allowed)
    {
        domains[variable] = domains[variable].Intersect(allowed);
        return !domains[variable].IsEmpty;
    }
}

/// <summary>A term of a linear relation.</summary>
public readonly record struct Term(double Coefficient, int Variable);

/// <summary>Σ coefficient·variable lies in <paramref name="Range"/>: sums and differences (range 0), ≤ (range from −∞), bounds on one variable.</summary>
public sealed record Linear(IReadOnlyList<Term> Terms, Interval Range) : Constraint
{
    public override IReadOnlyList<int> Variables { get; } = [.. Terms.Select(t => t.Variable)];

    /// <summary>whole = Σ parts.</summary>
    public static Linear Sum(int whole, params ReadOnlySpan<int> parts)
    {
        var terms = new List<Term> { new(-1, whole) };
        foreach (var part in parts)
            terms.Add(new(1, part));
        return new(terms, Interval.Point(0));
    }

    /// <summary>small ≤ large.</summary>
    public static Linear AtMost(int small, int large) => new([new(1, small), new(-1, large)], new(double.NegativeInfinity, 0));

    /// <summary>The variable lies in the range.</summary>
    public static Linear In(int variable, Interval range) => new([new(1, variable)], range);

    public override void Narrow(Span<Interval> domains)
    {
        for (var i = 0; i < Terms.Count; i++)
        {
            var rest = Range;
            for (var j = 0; j < Terms.Count; j++)
                if (j != i)
                    rest = Outward.Subtract(rest, Scaled(Terms[j].Coefficient, domains[Terms[j].Variable]));
            var coefficient = Terms[i].Coefficient;
            var allowed =
                coefficient is 1 ? rest
                : coefficient is -1 ? -rest
                : Outward.Divide(rest, Interval.Point(coefficient));
            if (!Keep(domains, Terms[i].Variable, allowed))
                return;
        }
    }

    private static Interval Scaled(double coefficient, Interval x) =>
        coefficient is 1 ? x
        : coefficient is -1 ? -x
        : Outward.Multiply(Interval.Point(coefficient), x);
}

/// <summary>result = left · right; with the result and a factor known it is the division of them.</summary>
public sealed record Product(int Result, int Left, int Right) : Constraint
{
    public override IReadOnlyList<int> Variables { get; } = [Result, Left, Right];

    public override void Narrow(Span<Interval> domains)
    {
        if (
            Keep(domains, Result, Outward.Multiply(domains[Left], domains[Right]))
            && Keep(domains, Left, Outward.Divide(domains[Result], domains[Right]))
        )
            Keep(domains, Right, Outward.Divide(domains[Result], domains[Left]));
    }
}

/// <summary>size = |value|.</summary>
public sealed record Absolute(int Size, int Value) : Constraint
{
    public override IReadOnlyList<int> Variables { get; } = [Size, Value];

    public override void Narrow(Span<Interval> domains)
    {
        var value = domains[Value];
        var smallest = value.Contains(0) ? 0 : Math.Min(Math.Abs(value.Low), Math.Abs(value.High));
        if (!Keep(domains, Size, new(smallest, Math.Max(Math.Abs(value.Low), Math.Abs(value.High)))))
            return;
        var size = domains[Size];
        // Where one sign alone is left, the smallest size bounds the value from within too.
        var low = value.Low > -size.Low ? size.Low : -size.High;
        var high = value.High < size.Low ? -size.Low : size.High;
        Keep(domains, Value, new(low, high));
    }
}

/// <summary>
/// A better rank (a smaller number) comes with a value at least as high, and two distinct things do not share a rank. Acts once the
/// rank intervals are apart, or are the same single number.
/// </summary>
public sealed record RankOrder(int FirstRank, int SecondRank, int FirstValue, int SecondValue) : Constraint
{
    public override IReadOnlyList<int> Variables { get; } = [FirstRank, SecondRank, FirstValue, SecondValue];

    public override void Narrow(Span<Interval> domains)
    {
        var (first, second) = (domains[FirstRank], domains[SecondRank]);
        if (first.Low == first.High && second.Low == second.High && first.Low == second.Low)
            domains[FirstRank] = Outward.Empty;
        else if (first.High < second.Low)
            Linear.AtMost(SecondValue, FirstValue).Narrow(domains);
        else if (second.High < first.Low)
            Linear.AtMost(FirstValue, SecondValue).Narrow(domains);
    }
}
