namespace Entente.Numerics.Equilibrium;

/// <summary>
/// A world of one good from each country (Armington) or one sector (Dekle, Eaton and Kortum 2008, IMF Staff Papers 55:511; Anderson and Yotov 2016,
/// Journal of International Economics 99:279). [n,i] is n·N + i with importer n and exporter i.
/// </summary>
public sealed record OneSectorBase
{
    public required int Countries { get; init; }

    /// <summary>π, [n,i]: the share of n's spending that goes to i. A row sums to 1.</summary>
    public required double[] Shares { get; init; }

    /// <summary>Y, [n].</summary>
    public required double[] Output { get; init; }

    /// <summary>D, [n]: spending less output. Sums to 0.</summary>
    public required double[] Deficits { get; init; }

    /// <summary>θ: of trade to costs; σ − 1 with Armington's σ.</summary>
    public required double Elasticity { get; init; }

    /// <summary>
    /// ψ: of the quantity supplied to its price in terms of the consumers' basket (Allen, Arkolakis and Takahashi 2020, Journal of Political Economy
    /// 128:393); 0 is an endowment, (1 − β)/β what inputs bought with the share 1 − β of costs make of it.
    /// </summary>
    public double SupplyElasticity { get; init; }

    /// <summary>From trade with oneself included, [n,i].</summary>
    public static OneSectorBase Of(int countries, double[] flows, double elasticity, double supplyElasticity = 0)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var (output, spending) = (new double[countries], new double[countries]);
        for (var n = 0; n < countries; n++)
        for (var i = 0; i < countries; i++)
        {
            output[i] += flows[(n * countries) + i];
            spending[n] += flows[(n * countries) + i];
        }
        return new()
        {
            Countries = countries,
            Shares = [.. flows.Select((f, cell) => f / spending[cell / countries])],
            Output = output,
            Deficits = [.. spending.Zip(output, (x, y) => x - y)],
            Elasticity = elasticity,
            SupplyElasticity = supplyElasticity,
        };
    }
}

/// <summary>A world of one sector after a change. World output is the numéraire.</summary>
public sealed record OneSectorEquilibrium
{
    public required OneSectorBase Base { get; init; }

    /// <summary>The change of each good's price at the factory gate, [n]; the wage, where labour is all there is.</summary>
    public required double[] Prices { get; init; }

    /// <summary>P̂, [n]: of the consumers' basket, the inward multilateral resistance.</summary>
    public required double[] ConsumerPrices { get; init; }

    /// <summary>Ŷ, [n].</summary>
    public required double[] Outputs { get; init; }

    /// <summary>E', [n].</summary>
    public required double[] Spending { get; init; }

    /// <summary>π', [n,i].</summary>
    public required double[] Shares { get; init; }

    /// <summary>Ŷ/P̂, [n]: what output buys.</summary>
    public double[] RealOutputs() => [.. Outputs.Zip(ConsumerPrices, (y, p) => y / p)];

    /// <summary>Ê/P̂, [n]: what spending buys, transfers from abroad included.</summary>
    public double[] RealIncomes() => [.. Spending.Select((e, n) => e / (Base.Output[n] + Base.Deficits[n]) / ConsumerPrices[n])];

    /// <summary>π̂_nn^(−1/θ) to the power 1 + ψ, [n]: Arkolakis, Costinot and Rodríguez-Clare (2012), American Economic Review 102:94.</summary>
    public double[] ByDomesticShare() =>
        [
            .. Enumerable
                .Range(0, Base.Countries)
                .Select(n =>
                    Math.Pow(
                        Shares[n * (Base.Countries + 1)] / Base.Shares[n * (Base.Countries + 1)],
                        -(1 + Base.SupplyElasticity) / Base.Elasticity
                    )
                ),
        ];
}

/// <summary>Solves worlds of one sector.</summary>
public static class OneSector
{
    /// <param name="from">The base.</param>
    /// <param name="costs">The factor on the cost of each pair, [n,i], tariff or iceberg; infinite is an embargo.</param>
    /// <param name="deficits">D', [n], or null for the base's.</param>
    /// <param name="rule">What becomes of them.</param>
    /// <exception cref="ArgumentException">A country has nobody left to buy from.</exception>
    public static (Certificate Certificate, OneSectorEquilibrium? Equilibrium) Solve(
        OneSectorBase from,
        double[] costs,
        double[]? deficits = null,
        DeficitRule rule = DeficitRule.Held,
        SolverOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(costs);
        var round = new OneSectorRound(from, costs, deficits ?? from.Deficits, rule);
        var settings = options ?? SolverOptions.Default;
        var point = new double[round.Length];
        var gap = new double[round.Length];
        var anderson = new Anderson(round.Length, settings.Memory);
        for (var iteration = 1; iteration <= settings.Iterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            var residual = round.Evaluate(point, gap);
            var stopped =
                residual < settings.Tolerance ? StopReason.Converged
                : !double.IsFinite(residual) ? StopReason.NotFinite
                : StopReason.IterationLimit;
            if (stopped != StopReason.IterationLimit || iteration == settings.Iterations)
            {
                var certificate = new Certificate
                {
                    Stopped = stopped,
                    Iterations = iteration,
                    Residual = residual,
                    Walras = stopped == StopReason.Converged ? round.Walras() : double.NaN,
                };
                return (certificate, certificate.Converged ? round.Result() : null);
            }
            // The last third of the rounds goes without acceleration, damped.
            if (iteration > settings.Iterations / 3 * 2)
                anderson.Forget();
            anderson.Step(point, gap, iteration > settings.Iterations / 3 * 2 ? 0.3 : 1);
        }
        throw new ArgumentException("at least one iteration", nameof(options));
    }
}
