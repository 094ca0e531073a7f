namespace Entente.Numerics.Gravity;

/// <summary>
/// Weighted least squares of a column on fixed effects alone, in the space of the effects: the heart of the absorption. Cells are the rows in
/// an order of the solver's own, with cells of weight zero where it needs them.
/// </summary>
internal abstract class EffectSolver
{
    /// <summary>How many cells there are.</summary>
    public abstract int Cells { get; }

    /// <summary>For each cell its row in the data; −1 for a cell without one.</summary>
    public abstract int[] Rows { get; }

    /// <summary>How many values a solution has.</summary>
    public abstract int Unknowns { get; }

    public abstract string Name { get; }

    /// <summary>Steps of conjugate gradients so far.</summary>
    public int Steps { get; protected set; }

    /// <summary>Takes the weights of the cells and prepares for them. They are read until the next call.</summary>
    public abstract void Weigh(double[] weights);

    /// <summary>Fits the effects to a column, from the values they have.</summary>
    /// <param name="column">One value for each cell.</param>
    /// <param name="effects">The start, then the solution.</param>
    /// <param name="floor">The squared weighted distance from the solution that is near enough.</param>
    /// <param name="relative">So is this share of the distance at the start.</param>
    /// <param name="most">Steps at most.</param>
    /// <returns>False where the steps did not suffice.</returns>
    public abstract bool Solve(double[] column, double[] effects, double floor, double relative, int most);

    /// <summary>target += factor · the sum of each cell's effects.</summary>
    public abstract void Add(double[] effects, double factor, double[] target);

    /// <summary>Writes one effect's values to its levels.</summary>
    /// <param name="solution">As solved.</param>
    /// <param name="effect">The effect's number in the data.</param>
    /// <param name="codes">The effect's level of each row.</param>
    /// <param name="target">One place for each level; levels without rows are left as they are.</param>
    public abstract void Spread(double[] solution, int effect, Factor codes, double[] target);
}
