namespace Entente.Numerics.Equilibrium;

/// <summary>
/// One evaluation of the model. A point holds ln ĉ [j,n], X'/X [j,n] and ln ŵ [n], each row padded; the gap is what the equations make of it less the
/// point itself.
/// </summary>
internal sealed class Rounds
{
    private readonly MultiSectorBase from;
    private readonly int n;
    private readonly int sectors;
    private readonly int stride;
    private readonly int[] traded;
    private readonly int[] closed;

    // [traded][importer][exporter], rows padded: π, π·κ̂^(−θ), and that without the new tariff.
    private readonly double[] shares;
    private readonly double[] shifted;
    private readonly double[] net;

    // [j,n], rows padded.
    private readonly double[] spentBefore;
    private readonly double[] own;
    private readonly double[] final;
    private readonly double[] inputs;
    private readonly double[] powers;
    private readonly double[] logPrices;
    private readonly double[] output;
    private readonly double[] costs;
    private readonly double[] spent;

    // [n].
    private readonly double[] homeShift;
    private readonly double[] homeTariff;
    private readonly double[] pay;
    private readonly double[] wages;
    private readonly double[] revenue;
    private readonly double[] deficits;
    private readonly double[] imports;
    private readonly double[] speed;
    private readonly double[] growth;
    private readonly double world;
    private double[] theta;
    private double[] givenDeficits;
    private DeficitRule rule;
    private SpecificFactors? specific;

    public Rounds(MultiSectorBase from)
    {
        (this.from, n, sectors, stride) = (from, from.Countries, from.Sectors, Lanes.Padded(from.Countries));
        (traded, closed) = ([.. Enumerable.Range(0, sectors).Where(Traded)], [.. Enumerable.Range(0, sectors).Where(j => !Traded(j))]);
        shares = new double[traded.Length * n * stride];
        for (var t = 0; t < traded.Length; t++)
        for (var m = 0; m < n; m++)
            from.Shares.AsSpan(from.At(traded[t], m, 0), n).CopyTo(shares.AsSpan(((t * n) + m) * stride));
        (shifted, net) = (new double[shares.Length], new double[shares.Length]);
        (spentBefore, own, final) = (Padded(from.Expenditure), Padded(from.ValueAddedShares), Padded(from.FinalShares));
        inputs = new double[sectors * sectors * stride];
        for (var r = 0; r < sectors * sectors; r++)
            from.InputShares.AsSpan(r * n, n).CopyTo(inputs.AsSpan(r * stride));
        (powers, logPrices, output) = (new double[sectors * stride], new double[sectors * stride], new double[sectors * stride]);
        (costs, spent) = (new double[sectors * stride], new double[sectors * stride]);
        (homeShift, homeTariff) = (new double[sectors * n], new double[sectors * n]);
        (pay, wages, revenue, deficits, imports) = (new double[n], new double[n], new double[n], new double[n], new double[n]);
        (speed, growth) = (new double[n], new double[n]);
        world = from.ValueAdded.Sum();
        (theta, givenDeficits) = (from.Elasticities, from.Deficits);
    }

    /// <summary>Numbers in a point.</summary>
    public int Length => ((2 * sectors) + 1) * stride;

    private bool Traded(int sector)
    {
        for (var m = 0; m < n; m++)
        for (var i = 0; i < n; i++)
            if (i != m && from.Shares[from.At(sector, m, i)] > 0)
                return true;
        return false;
    }

    private double[] Padded(double[] rows)
    {
        var padded = new double[sectors * stride];
        for (var j = 0; j < sectors; j++)
            rows.AsSpan(j * n, n).CopyTo(padded.AsSpan(j * stride));
        return padded;
    }

    /// <summary>Takes a scenario up. Null, or a market where nobody is left to sell.</summary>
    public (int Sector, int Importer)? Prepare(MultiSectorShock shock)
    {
        theta = shock.Elasticities ?? from.Elasticities;
        givenDeficits = shock.Deficits ?? from.Deficits;
        rule = shock.Rule;
        specific = SpecificFactors.Of(from, shock.Supply, theta);
        for (var t = 0; t < traded.Length; t++)
        for (var m = 0; m < n; m++)
        {
            var (j, row) = (traded[t], ((t * n) + m) * stride);
            var left = 0.0;
            for (var i = 0; i < n; i++)
            {
                var cell = from.At(j, m, i);
                var value = shares[row + i] * Shift(shock, cell, theta[j]);
                left += shifted[row + i] = value;
                net[row + i] = value > 0 ? value / (shock.Tariffs ?? from.Tariffs)[cell] : 0;
            }
            if (left <= 0 && from.Expenditure[(j * n) + m] > 0)
                return (j, m);
        }
        foreach (var j in closed)
            for (var m = 0; m < n; m++)
            {
                var cell = from.At(j, m, m);
                var shift = Shift(shock, cell, theta[j]);
                if (shift <= 0 && from.Expenditure[(j * n) + m] > 0)
                    return (j, m);
                homeShift[(j * n) + m] = shift > 0 ? -Math.Log(shift) / theta[j] : 0;
                homeTariff[(j * n) + m] = (shock.Tariffs ?? from.Tariffs)[cell];
            }
        Speeds();
        return null;
    }

    // κ̂^(−θ).
    private double Shift(MultiSectorShock shock, int cell, double elasticity)
    {
        var factor = 1.0;
        if (shock.Tariffs is { } tariffs)
            factor = tariffs[cell] / from.Tariffs[cell];
        if (shock.Costs is { } added)
            factor *= added[cell];
        return factor == 1 ? 1
            : double.IsPositiveInfinity(factor) ? 0
            : Math.Exp(-elasticity * Math.Log(factor));
    }

    // What a country earns falls with its wage by about 1 + θ(1 − share at home), the more the less is sold at home: the step that would settle
    // its labour market alone.
    private void Speeds()
    {
        Array.Clear(speed);
        foreach (var j in traded)
            for (var m = 0; m < n; m++)
            for (var i = 0; i < n; i++)
            {
                var cell = from.At(j, m, i);
                var sale = from.ValueAddedShares[(j * n) + i] * from.Shares[cell] * from.Expenditure[(j * n) + m] / from.Tariffs[cell];
                speed[i] += sale * theta[j] * (1 - from.Shares[cell]);
            }
        for (var i = 0; i < n; i++)
            speed[i] = 1 / (1 + (speed[i] / Math.Max(from.ValueAdded[i], double.Epsilon)));
    }

    public void Begin(double[] point)
    {
        Array.Clear(point);
        for (var j = 0; j < sectors; j++)
            point.AsSpan((sectors + j) * stride, n).Fill(1);
    }

    /// <summary>True where a step leaves spending positive and moves no logarithm out of reach.</summary>
    public bool Sensible(double[] point, double[] before)
    {
        var (first, last) = (sectors * stride, 2 * sectors * stride);
        for (var i = 0; i < point.Length; i++)
            if (i >= first && i < last)
            {
                if (point[i] < 0.05 * before[i])
                    return false;
            }
            else if (!(Math.Abs(point[i] - before[i]) < 2))
                return false;
        return true;
    }

    /// <summary>Evaluates the equations at a point.</summary>
    /// <returns>The largest relative gap.</returns>
    public double Evaluate(double[] point, double[] gap, double wageStep)
    {
        var logWages = point.AsSpan(2 * sectors * stride, stride);
        for (var m = 0; m < n; m++)
            wages[m] = Math.Exp(logWages[m]);
        Trade(point);
        SetIncomes();
        SetDeficits();
        Array.Clear(costs);
        Array.Clear(spent);
        for (var j = 0; j < sectors; j++)
        {
            var cost = costs.AsSpan(j * stride, stride);
            var sold = output.AsSpan(j * stride, stride);
            for (var k = 0; k < sectors; k++)
                Lanes.AddProducts(
                    cost,
                    spent.AsSpan(k * stride, stride),
                    inputs.AsSpan(((j * sectors) + k) * stride, stride),
                    logPrices.AsSpan(k * stride, stride),
                    sold
                );
        }
        Array.Clear(pay);
        var residual = 0.0;
        for (var j = 0; j < sectors; j++)
        for (var m = 0; m < n; m++)
        {
            var (at, x) = ((j * stride) + m, ((sectors + j) * stride) + m);
            pay[m] += specific?.Pay(at, output[at]) ?? (own[at] * output[at]);
            gap[at] = costs[at] + (specific?.Price(at, logWages[m], output[at]) ?? (own[at] * logWages[m])) - point[at];
            var demand = spent[at] + (final[at] * ((growth[m] * from.ValueAdded[m]) + revenue[m] + deficits[m]));
            gap[x] = spentBefore[at] > 0 ? (demand / spentBefore[at]) - point[x] : 0;
            residual = Worse(residual, gap[at]);
            residual = Worse(residual, gap[x] / Math.Max(1, point[x]));
            if (specific is not null)
                gap[at] *= specific.Slope(at);
        }
        return specific is null
            ? Wages(gap.AsSpan(2 * sectors * stride, stride), wageStep, residual)
            : WagesAndRents(point, gap, wageStep, residual);
    }

    // Wages move towards what is paid for work, and world value added stays what it was: the numéraire.
    private double Wages(Span<double> gap, double step, double residual)
    {
        var sum = 0.0;
        for (var m = 0; m < n; m++)
        {
            var ratio = pay[m] / (wages[m] * from.ValueAdded[m]);
            residual = Worse(residual, ratio - 1);
            gap[m] = step * speed[m] * Math.Log(ratio);
            sum += wages[m] * Math.Exp(gap[m]) * from.ValueAdded[m];
        }
        var shift = Math.Log(sum / world);
        for (var m = 0; m < n; m++)
            gap[m] -= shift;
        return residual;
    }

    // Rents follow output, not wages: the numéraire is kept by moving every price and all spending at once.
    private double WagesAndRents(double[] point, double[] gap, double step, double residual)
    {
        var (first, sum) = (2 * sectors * stride, 0.0);
        for (var m = 0; m < n; m++)
        {
            var labour = specific!.Labour(m);
            // Without labour the wage is in no equation; it is taken along with income.
            var ratio = labour > 0 ? pay[m] / (wages[m] * labour) : growth[m] / wages[m];
            residual = Worse(residual, ratio - 1);
            gap[first + m] = step * speed[m] * Math.Log(ratio);
            sum += growth[m] * from.ValueAdded[m];
        }
        var shift = Math.Log(sum / world);
        residual = Worse(residual, shift);
        var scale = Math.Exp(-shift);
        for (var r = 0; r < (2 * sectors) + 1; r++)
        for (var m = 0; m < n; m++)
        {
            var at = (r * stride) + m;
            if (r < sectors || r == 2 * sectors)
                gap[at] -= shift;
            else if (point[at] > 0)
                gap[at] = ((point[at] + gap[at]) * scale) - point[at];
        }
        return residual;
    }

    // What value added becomes, as a factor: the wage where all of it is labour's.
    private void SetIncomes()
    {
        for (var m = 0; m < n; m++)
            growth[m] = specific is null ? wages[m] : ((wages[m] * specific.Labour(m)) + specific.Rents(m, output)) / from.ValueAdded[m];
    }

    // Not Math.Max: what is not a number must show.
    private static double Worse(double residual, double gap) => Math.Abs(gap) <= residual ? residual : Math.Abs(gap);

    private void Trade(double[] point)
    {
        Array.Clear(output);
        Array.Clear(imports);
        Array.Clear(revenue);
        for (var t = 0; t < traded.Length; t++)
        {
            var j = traded[t];
            var power = powers.AsSpan(j * stride, stride);
            var sold = output.AsSpan(j * stride, stride);
            for (var i = 0; i < n; i++)
                power[i] = Math.Exp(-theta[j] * point[(j * stride) + i]);
            for (var m = 0; m < n; m++)
            {
                var row = ((t * n) + m) * stride;
                var without = net.AsSpan(row, stride);
                var (all, untaxed) = Lanes.Dot(shifted.AsSpan(row, stride), without, power);
                var at = (j * stride) + m;
                if (all <= 0)
                {
                    logPrices[at] = 0;
                    continue;
                }
                logPrices[at] = -Math.Log(all) / theta[j];
                var spending = point[((sectors + j) * stride) + m] * spentBefore[at];
                var scale = spending / all;
                Lanes.Add(sold, scale, without);
                imports[m] += scale * untaxed;
                revenue[m] += spending - (scale * untaxed);
            }
            for (var i = 0; i < n; i++)
                sold[i] *= power[i];
        }
        foreach (var j in closed)
            for (var m = 0; m < n; m++)
            {
                var at = (j * stride) + m;
                var spending = point[((sectors + j) * stride) + m] * spentBefore[at];
                logPrices[at] = point[at] + homeShift[(j * n) + m];
                output[at] = spending / homeTariff[(j * n) + m];
                imports[m] += output[at];
                revenue[m] += spending - output[at];
            }
    }

    private void SetDeficits()
    {
        var (lacking, total) = (0.0, 0.0);
        for (var m = 0; m < n; m++)
        {
            lacking += growth[m] * givenDeficits[m];
            total += growth[m] * from.ValueAdded[m];
        }
        for (var m = 0; m < n; m++)
            deficits[m] =
                rule == DeficitRule.Held ? givenDeficits[m] : growth[m] * (givenDeficits[m] - (from.ValueAdded[m] * lacking / total));
    }

    /// <summary>The gap in Walras' law after the last evaluation; `imports` holds what is bought at home too, which cancels.</summary>
    public double Walras()
    {
        var worst = 0.0;
        for (var m = 0; m < n; m++)
        {
            var sold = 0.0;
            for (var j = 0; j < sectors; j++)
                sold += output[(j * stride) + m];
            worst = Worse(worst, (imports[m] - sold - deficits[m]) / (growth[m] * from.ValueAdded[m]));
        }
        return worst;
    }

    public MultiSectorEquilibrium Result(double[] point, MultiSectorShock shock, Certificate certificate)
    {
        var spending = new double[sectors * n];
        for (var j = 0; j < sectors; j++)
        for (var m = 0; m < n; m++)
            spending[(j * n) + m] = point[((sectors + j) * stride) + m] * spentBefore[(j * stride) + m];
        return new()
        {
            Base = from,
            Shock = shock,
            Certificate = certificate,
            Wages = (double[])wages.Clone(),
            ValueAdded = [.. growth.Zip(from.ValueAdded, (g, v) => g * v)],
            LogCosts = Unpadded(point),
            LogPrices = Unpadded(logPrices),
            Expenditure = spending,
            Output = Unpadded(output),
            Revenue = (double[])revenue.Clone(),
            Deficits = (double[])deficits.Clone(),
        };
    }

    private double[] Unpadded(double[] rows)
    {
        var plain = new double[sectors * n];
        for (var j = 0; j < sectors; j++)
            rows.AsSpan(j * stride, n).CopyTo(plain.AsSpan(j * n));
        return plain;
    }
}
