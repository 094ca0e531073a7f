namespace Entente.Numerics.Voting;

/// <summary>
/// The probability of each tally where seats vote independently: what is counted of a vote is its weight of yes and, where asked for, its weight of
/// no, or how many vote yes and their weight. Added up seat by seat (Mann and Shapley 1962, RAND RM-3158, with probabilities in place of counts).
/// </summary>
public sealed class PassageTally
{
    private readonly int columns;
    private double[] now;
    private double[] next;

    /// <param name="rows">Largest first count.</param>
    /// <param name="columns">Largest second count.</param>
    public PassageTally(int rows, int columns)
    {
        this.columns = columns + 1;
        now = new double[(rows + 1L) * this.columns];
        next = new double[now.Length];
        (Rows, Columns) = (rows, columns);
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>The probability of a pair of counts, less what was lost to vetoes.</summary>
    public double this[int row, int column] => At(row, column);

    /// <summary>Nobody has voted.</summary>
    public void Begin()
    {
        Array.Clear(now);
        now[0] = 1;
        (usedRows, usedColumns) = (0, 0);
    }

    private int usedRows;
    private int usedColumns;

    /// <summary>One seat votes.</summary>
    /// <param name="stay">Probability of what changes neither count.</param>
    /// <param name="first">Probability of what adds <paramref name="step"/>; a probability left out of all three is of votes that block.</param>
    /// <param name="step">What the first adds to the two counts.</param>
    /// <param name="second">Probability of what adds <paramref name="other"/>.</param>
    /// <param name="other">What the second adds.</param>
    public void Add(double stay, double first, (int Row, int Column) step, double second, (int Row, int Column) other)
    {
        var (rows, last) = (
            Math.Min(Rows, usedRows + Math.Max(step.Row, other.Row)),
            Math.Min(Columns, usedColumns + Math.Max(step.Column, other.Column))
        );
        for (var r = 0; r <= rows; r++)
        for (var c = 0; c <= last; c++)
            next[(r * columns) + c] =
                (stay * At(r, c)) + (first * At(r - step.Row, c - step.Column)) + (second * At(r - other.Row, c - other.Column));
        (usedRows, usedColumns) = (rows, last);
        (now, next) = (next, now);
    }

    // Cells beyond those in use hold what an earlier seat left there two steps ago.
    private double At(int row, int column) =>
        row < 0 || column < 0 || row > usedRows || column > usedColumns ? 0 : now[(row * columns) + column];
}
