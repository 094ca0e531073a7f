using System.Globalization;
using Entente.Models.Games;
using Entente.Numerics.Positions;

namespace Entente.Models.Positions;

/// <summary>The expected-utility model on one issue, read in two ways; positions as the file has them.</summary>
public sealed record ExpectedUtilityComparison(
    IReadOnlyList<ExpectedUtilityRound> AsWritten,
    IReadOnlyList<ExpectedUtilityRound> AsReplicated
);

/// <summary>
/// Models of collective decision set beside each other on one table. Exploratory: none of them is fitted to anything here, and reconstructions of one
/// and the same model differ.
/// </summary>
public sealed record PositionComparison
{
    public required PositionFile File { get; init; }

    /// <summary>The ends of the scale that the spatial model measures distances by.</summary>
    public required (double Low, double High) Scale { get; init; }

    /// <summary>For each issue the mean weighted by capability × salience.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>For each issue the median weighted so.</summary>
    public required IReadOnlyList<double> Median { get; init; }

    /// <summary>The spatial model, its positions from 0 to 1; null where not asked for.</summary>
    public SpatialRun? Spatial { get; init; }

    /// <summary>For each issue the expected-utility model; empty where not asked for.</summary>
    public IReadOnlyList<ExpectedUtilityComparison> ExpectedUtility { get; init; } = [];

    /// <param name="file">The table.</param>
    /// <param name="scale">The ends of the scale of positions.</param>
    /// <param name="spatial">Whether the spatial model is run.</param>
    /// <param name="rounds">How many rounds of the expected-utility model; null for none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="UnsolvableGameException">The spatial model is not made for this table.</exception>
    public static PositionComparison Of(
        PositionFile file,
        (double Low, double High) scale,
        bool spatial,
        int? rounds,
        CancellationToken cancellation = default
    )
    {
        var table = file.ToTable(0, 1);
        var issues = Enumerable.Range(0, table.Issues).ToArray();
        return new()
        {
            File = file,
            Scale = scale,
            Mean = [.. issues.Select(d => WeightedPositions.Mean(table, d))],
            Median = [.. issues.Select(d => WeightedPositions.Median(table, d))],
            Spatial = spatial ? Run(file, scale, cancellation) : null,
            ExpectedUtility = rounds is { } r ? [.. issues.Select(d => Compare(file, d, r, cancellation))] : [],
        };
    }

    /// <summary>A position of the spatial model on the file's scale.</summary>
    public double OnScale(double part) => Scale.Low + (part * (Scale.High - Scale.Low));

    private static SpatialRun Run(PositionFile file, (double Low, double High) scale, CancellationToken cancellation)
    {
        foreach (var actor in file.Actors)
        {
            if (actor.Positions.FirstOrDefault(p => p < scale.Low || p > scale.High, double.NaN) is var off && !double.IsNaN(off))
                throw new UnsolvableGameException(
                    string.Create(CultureInfo.InvariantCulture, $"'{actor.Name}' at {off}, off the scale from {scale.Low} to {scale.High}"),
                    "positions on the scale; --scale LOW:HIGH names another"
                );
            if (actor.Salience.Sum() > 100 + 1e-9)
                throw new UnsolvableGameException(
                    string.Create(CultureInfo.InvariantCulture, $"'{actor.Name}' with saliences that sum to {actor.Salience.Sum():0.##}"),
                    "at most 100 over all issues in the spatial model"
                );
        }
        return SpatialModel.Run(file.ToTable(scale.Low, scale.High), cancellation);
    }

    private static ExpectedUtilityComparison Compare(PositionFile file, int issue, int rounds, CancellationToken cancellation)
    {
        // Who does not care about this issue has no say in it.
        var caring = file.Actors.Where(a => a.Salience[issue] > 0).ToList();
        var one = new PositionTable(
            [.. caring.Select(a => a.Capability)],
            [.. caring.Select(a => (IReadOnlyList<double>)[a.Positions[issue]])],
            [.. caring.Select(a => (IReadOnlyList<double>)[a.Salience[issue] / 100])]
        );
        return new(
            ExpectedUtilityModel.Run(one, ExpectedUtilityReading.AsWritten, rounds, cancellation),
            ExpectedUtilityModel.Run(one, ExpectedUtilityReading.AsReplicated, rounds, cancellation)
        );
    }
}
