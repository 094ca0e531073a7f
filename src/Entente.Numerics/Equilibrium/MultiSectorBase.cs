namespace Entente.Numerics.Equilibrium;

/// <summary>
/// A world at its base: N countries, J sectors. Symbols and equation numbers are those of Caliendo and Parro (2015), Review of Economic Studies 82:1.
/// Arrays are flat: [j,n,i] is (j·N + n)·N + i with importer n and exporter i; [j,k,n] is (j·J + k)·N + n; [j,n] is j·N + n.
/// </summary>
public sealed record MultiSectorBase
{
    public required int Countries { get; init; }

    public required int Sectors { get; init; }

    /// <summary>π, [j,n,i]: the share of n's spending on goods j that goes to i, at prices with tariffs. A row sums to 1, or to 0 where nothing is spent.</summary>
    public required double[] Shares { get; init; }

    /// <summary>τ, [j,n,i]: 1 + the tariff that n takes on goods j of i.</summary>
    public required double[] Tariffs { get; init; }

    /// <summary>γ of value added, [j,n]: value added in gross output.</summary>
    public required double[] ValueAddedShares { get; init; }

    /// <summary>γ of inputs, [j,k,n]: input k in the gross output of sector j. With the value-added share, sums to 1 over k.</summary>
    public required double[] InputShares { get; init; }

    /// <summary>α, [j,n]: sector j in final spending. Sums to 1 over j.</summary>
    public required double[] FinalShares { get; init; }

    /// <summary>wL, [n]: value added.</summary>
    public required double[] ValueAdded { get; init; }

    /// <summary>D, [n]: imports less exports, both without tariffs. Sums to 0.</summary>
    public required double[] Deficits { get; init; }

    /// <summary>X, [j,n]: total spending, final and as inputs.</summary>
    public required double[] Expenditure { get; init; }

    /// <summary>θ, [j]: the trade elasticity, above 0.</summary>
    public required double[] Elasticities { get; init; }

    /// <summary>The place of importer n, exporter i in sector j.</summary>
    public int At(int sector, int importer, int exporter) => (((sector * Countries) + importer) * Countries) + exporter;

    /// <summary>R, [n]: what tariffs bring in.</summary>
    public double[] Revenue()
    {
        var revenue = new double[Countries];
        for (var j = 0; j < Sectors; j++)
        for (var n = 0; n < Countries; n++)
        for (var i = 0; i < Countries; i++)
            revenue[n] += (1 - (1 / Tariffs[At(j, n, i)])) * Shares[At(j, n, i)] * Expenditure[(j * Countries) + n];
        return revenue;
    }

    /// <summary>Trade without tariffs, [j,n,i].</summary>
    public double[] Flows()
    {
        var flows = new double[Shares.Length];
        for (var r = 0; r < Sectors * Countries; r++)
        for (var i = 0; i < Countries; i++)
            flows[(r * Countries) + i] = Shares[(r * Countries) + i] * Expenditure[r] / Tariffs[(r * Countries) + i];
        return flows;
    }
}

/// <summary>A world as accounts give it: trade with oneself included.</summary>
public sealed record FlowAccounts
{
    public required int Countries { get; init; }

    public required int Sectors { get; init; }

    /// <summary>Trade without tariffs, [j,n,i], sales at home on the diagonal.</summary>
    public required double[] Flows { get; init; }

    /// <summary>1 + tariff, [j,n,i].</summary>
    public required double[] Tariffs { get; init; }

    /// <summary>Value added in gross output, [j,n].</summary>
    public required double[] ValueAddedShares { get; init; }

    /// <summary>What part of the inputs of sector j is of sector k, [j,k,n]; sums to 1 over k.</summary>
    public required double[] InputMix { get; init; }

    /// <summary>θ, [j].</summary>
    public required double[] Elasticities { get; init; }

    /// <summary>
    /// Shares, final spending as what inputs leave over, deficits. Final spending that comes out negative is cut off at nothing and the rest made to sum
    /// to 1, as Caliendo and Parro do; the base then clears only after it was solved once (<see cref="MultiSectorEquilibrium.AsBase"/>).
    /// </summary>
    public MultiSectorBase ToBase()
    {
        var (n, j) = (Countries, Sectors);
        var spending = new double[j * n];
        var output = new double[j * n];
        var shares = new double[Flows.Length];
        var deficits = new double[n];
        var income = new double[n];
        var valueAdded = new double[n];
        for (var s = 0; s < j; s++)
        for (var m = 0; m < n; m++)
        {
            var row = ((s * n) + m) * n;
            for (var x = 0; x < n; x++)
            {
                var flow = Flows[row + x];
                spending[(s * n) + m] += flow * Tariffs[row + x];
                output[(s * n) + x] += flow;
                income[m] += (Tariffs[row + x] - 1) * flow;
                deficits[m] += flow;
                deficits[x] -= flow;
            }
            for (var x = 0; x < n && spending[(s * n) + m] > 0; x++)
                shares[row + x] = Flows[row + x] * Tariffs[row + x] / spending[(s * n) + m];
        }
        var inputs = new double[InputMix.Length];
        var owns = (double[])ValueAddedShares.Clone();
        var final = (double[])spending.Clone();
        for (var s = 0; s < j; s++)
        for (var m = 0; m < n; m++)
        {
            var own = owns[(s * n) + m];
            var mixed = 0.0;
            for (var k = 0; k < j; k++)
                mixed += InputMix[(((s * j) + k) * n) + m];
            // Nothing bought: all is value added. Otherwise the mix is made to sum to 1 exactly, or income and spending would not meet.
            if (mixed <= 0)
                own = owns[(s * n) + m] = 1;
            valueAdded[m] += own * output[(s * n) + m];
            for (var k = 0; k < j; k++)
            {
                var share = mixed > 0 ? (1 - own) * InputMix[(((s * j) + k) * n) + m] / mixed : 0;
                inputs[(((s * j) + k) * n) + m] = share;
                final[(k * n) + m] -= share * output[(s * n) + m];
            }
        }
        for (var m = 0; m < n; m++)
        {
            var sum = 0.0;
            for (var s = 0; s < j; s++)
                sum += final[(s * n) + m] = Math.Max(0, final[(s * n) + m]);
            for (var s = 0; s < j && sum > 0; s++)
                final[(s * n) + m] /= sum;
        }
        return new()
        {
            Countries = n,
            Sectors = j,
            Shares = shares,
            Tariffs = Tariffs,
            ValueAddedShares = owns,
            InputShares = inputs,
            FinalShares = final,
            ValueAdded = valueAdded,
            Deficits = deficits,
            Expenditure = spending,
            Elasticities = Elasticities,
        };
    }
}

/// <summary>What changes: each null where nothing of the kind does.</summary>
public sealed record MultiSectorShock
{
    /// <summary>τ', [j,n,i]: 1 + the new tariff.</summary>
    public double[]? Tariffs { get; init; }

    /// <summary>d̂, [j,n,i]: the factor on iceberg costs; infinite is an embargo.</summary>
    public double[]? Costs { get; init; }

    /// <summary>D', [n]: the new deficits, in units in which world value added is that of the base. Sums to 0.</summary>
    public double[]? Deficits { get; init; }

    public DeficitRule Rule { get; init; }

    /// <summary>θ, [j], in place of the base's.</summary>
    public double[]? Elasticities { get; init; }

    /// <summary>
    /// s, [j,n]: of a sector's value added to its price over the wage, 0 (a given quantity) to infinity (labour moves in freely); null is infinite
    /// everywhere. Below infinity a part of the sector's income is of factors that cannot leave it.
    /// </summary>
    public double[]? Supply { get; init; }

    public static MultiSectorShock None { get; } = new();

    public static MultiSectorShock ZeroDeficits(MultiSectorBase from)
    {
        ArgumentNullException.ThrowIfNull(from);
        return new() { Deficits = new double[from.Countries] };
    }
}
