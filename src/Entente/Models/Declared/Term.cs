namespace Entente.Models.Declared;

/// <summary>
/// A number or a truth (1 and 0) of a <see cref="Situation"/>; NaN where it has no value. Built once for an argument and asked for at every draw, so nothing
/// in it allocates.
/// </summary>
public abstract class Term
{
    public abstract double Of(Situation at);

    public static Term Exactly(double value) => new Constant(value);

    public static Term Input(int place) => new InputTerm(place);

    /// <summary>What a named model says, by the place of the output.</summary>
    public static Term Output(int place) => new OutputTerm(place);

    /// <summary>A term of terms, worked out at once where all are constants.</summary>
    public static Term Of(TermKind kind, params IReadOnlyList<Term> parts)
    {
        var made = new Combined(kind, [.. parts]);
        return parts.All(p => p is Constant) ? new Constant(made.Of(null!)) : made;
    }

    public double? AsConstant => this is Constant c ? c.Value : null;

    private sealed class Constant(double value) : Term
    {
        public double Value => value;

        public override double Of(Situation at) => value;
    }

    private sealed class InputTerm(int place) : Term
    {
        public override double Of(Situation at) => at.Inputs[place];
    }

    private sealed class OutputTerm(int place) : Term
    {
        public override double Of(Situation at) => at.Outputs[place];
    }

    private sealed class Combined(TermKind kind, Term[] parts) : Term
    {
        private readonly Term first = parts[0];
        private readonly Term second = parts[^1];

        public override double Of(Situation at) =>
            kind switch
            {
                TermKind.Add => first.Of(at) + second.Of(at),
                TermKind.Subtract => first.Of(at) - second.Of(at),
                // Nothing of what does not count is nothing, whatever it would be worth.
                TermKind.Multiply => first.Of(at) is var a && a == 0 ? 0 : a * second.Of(at),
                TermKind.Divide => first.Of(at) / second.Of(at),
                TermKind.Negate => -first.Of(at),
                TermKind.Least => Extreme(at, -1),
                TermKind.Most => Extreme(at, 1),
                TermKind.Not => 1 - first.Of(at),
                TermKind.And => All(at, 0),
                TermKind.Or => All(at, 1),
                TermKind.Same => Same(at),
                _ => Compared(first.Of(at), second.Of(at)),
            };

        private double Compared(double a, double b)
        {
            if (double.IsNaN(a) || double.IsNaN(b))
                return double.NaN;
            var holds = kind switch
            {
                TermKind.Equal => Near(a, b),
                TermKind.NotEqual => !Near(a, b),
                TermKind.Less => a < b,
                TermKind.Greater => a > b,
                TermKind.LessOrEqual => a <= b,
                _ => a >= b,
            };
            return holds ? 1 : 0;
        }

        private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1e-9, Math.Max(Math.Abs(a), Math.Abs(b)));

        private double Extreme(Situation at, int sign)
        {
            var best = first.Of(at);
            for (var i = 1; i < parts.Length; i++)
                best = parts[i].Of(at) is var next && (double.IsNaN(next) || (next - best) * sign > 0) ? next : best;
            return best;
        }

        // One part that settles it does so whatever the others are; without one, a part without a value leaves the whole without.
        private double All(Situation at, double settles)
        {
            var open = false;
            foreach (var part in parts)
            {
                var value = part.Of(at);
                if (value == settles)
                    return settles;
                open |= double.IsNaN(value);
            }
            return open ? double.NaN : 1 - settles;
        }

        private double Same(Situation at)
        {
            var value = first.Of(at);
            if (double.IsNaN(value))
                return double.NaN;
            var same = 1.0;
            for (var i = 1; i < parts.Length; i++)
            {
                var other = parts[i].Of(at);
                if (double.IsNaN(other))
                    return double.NaN;
                if (!Near(value, other))
                    same = 0;
            }
            return same;
        }
    }
}

/// <summary>What a term does with its parts.</summary>
public enum TermKind
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    Least,
    Most,
    Equal,
    NotEqual,
    Less,
    Greater,
    LessOrEqual,
    GreaterOrEqual,
    Not,
    And,
    Or,

    /// <summary>All parts have one value.</summary>
    Same,
}
