namespace Entente.Numerics.Positions;

/// <summary>Where actors stand on one or more issues, how much they could bring to bear, and how much they care.</summary>
public sealed class PositionTable
{
    /// <param name="capability">For each actor what it could bring to bear, above 0, on any scale.</param>
    /// <param name="positions">For each actor its position on each issue.</param>
    /// <param name="salience">For each actor how much it cares about each issue, from 0 to 1.</param>
    /// <exception cref="ArgumentException">Not a table: sizes differ, or a number is out of its range.</exception>
    public PositionTable(
        IReadOnlyList<double> capability,
        IReadOnlyList<IReadOnlyList<double>> positions,
        IReadOnlyList<IReadOnlyList<double>> salience
    )
    {
        if (capability.Count == 0 || positions.Count != capability.Count || salience.Count != capability.Count)
            throw new ArgumentException("expected one row of positions and one of saliences for each actor", nameof(positions));
        Issues = positions[0].Count;
        if (Issues == 0 || positions.Any(p => p.Count != Issues) || salience.Any(s => s.Count != Issues))
            throw new ArgumentException("expected the same issues for each actor", nameof(positions));
        if (capability.Any(c => !(c > 0) || !double.IsFinite(c)))
            throw new ArgumentException("expected capabilities above 0", nameof(capability));
        if (salience.Any(s => s.Any(v => v is not (>= 0 and <= 1)) || s.All(v => v == 0)))
            throw new ArgumentException("expected saliences from 0 to 1, one of each actor above 0", nameof(salience));
        if (positions.Any(p => p.Any(v => !double.IsFinite(v))))
            throw new ArgumentException("expected positions that are numbers", nameof(positions));
        (Capability, Positions, Salience) = (capability, positions, salience);
    }

    public IReadOnlyList<double> Capability { get; }

    public IReadOnlyList<IReadOnlyList<double>> Positions { get; }

    public IReadOnlyList<IReadOnlyList<double>> Salience { get; }

    public int Actors => Capability.Count;

    public int Issues { get; }

    /// <summary>The same actors elsewhere.</summary>
    public PositionTable At(IReadOnlyList<IReadOnlyList<double>> positions) => new(Capability, positions, Salience);
}
