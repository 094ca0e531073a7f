namespace Entente.Models.Gravity;

/// <summary>Arithmetic on columns, as formulas allow it on both sides.</summary>
public abstract record Expression
{
    /// <summary>The columns it reads, as numbers.</summary>
    public IEnumerable<string> Columns =>
        this switch
        {
            Column c => [c.Name],
            Unary u => u.Of.Columns,
            Binary b => b.Left.Columns.Concat(b.Right.Columns),
            _ => [],
        };

    /// <summary>The value in a row; NaN where a column has none there, infinite or NaN where mathematics has none.</summary>
    public double Value(IReadOnlyDictionary<string, double[]> columns, int row) =>
        this switch
        {
            Constant c => c.Number,
            Column c => columns[c.Name][row],
            Unary u => Apply(u.Function, u.Of.Value(columns, row)),
            Binary b => Apply(b.Operator, b.Left.Value(columns, row), b.Right.Value(columns, row)),
            _ => throw new InvalidOperationException(),
        };

    internal static readonly IReadOnlyList<string> Functions = ["log", "log1p", "exp", "sqrt", "abs", "asinh"];

    private static double Apply(string function, double x) =>
        function switch
        {
            "log" => Math.Log(x),
            "log1p" => Math.Log(1 + x),
            "exp" => Math.Exp(x),
            "sqrt" => Math.Sqrt(x),
            "abs" => Math.Abs(x),
            "asinh" => Math.Asinh(x),
            _ => -x,
        };

    private static double Apply(char @operator, double a, double b) =>
        @operator switch
        {
            '+' => a + b,
            '-' => a - b,
            '*' => a * b,
            '/' => a / b,
            _ => Math.Pow(a, b),
        };

    public sealed record Constant(double Number) : Expression;

    public sealed record Column(string Name) : Expression;

    /// <summary>A function of <see cref="Functions"/>, or "-".</summary>
    public sealed record Unary(string Function, Expression Of) : Expression;

    public sealed record Binary(char Operator, Expression Left, Expression Right) : Expression;
}
