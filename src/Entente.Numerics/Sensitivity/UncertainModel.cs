namespace Entente.Numerics.Sensitivity;

/// <summary>
/// Outputs as a function of uncertain inputs, each given by the quantile of its distribution. Called on several threads at a time; the same
/// quantiles must give the same bits. An output that has no value is NaN.
/// </summary>
/// <param name="quantiles">One number from 0 to 1 for each input.</param>
/// <param name="outputs">Takes one number for each output.</param>
public delegate void UncertainModel(ReadOnlySpan<double> quantiles, Span<double> outputs);
