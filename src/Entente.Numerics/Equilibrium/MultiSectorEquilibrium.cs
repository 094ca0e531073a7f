namespace Entente.Numerics.Equilibrium;

/// <summary>The first-order welfare effect that papers print, each part as a fraction of the base income.</summary>
public sealed record FirstOrderWelfare
{
    /// <summary>[n]: exports weighed by the change of the country's own costs, less imports weighed by that of their sellers' costs.</summary>
    public required double[] TermsOfTrade { get; init; }

    /// <summary>[n]: tariff revenue gained or lost as the volume of imports changes.</summary>
    public required double[] VolumeOfTrade { get; init; }

    public double Total(int country) => TermsOfTrade[country] + VolumeOfTrade[country];
}

/// <summary>A world after a change. A hat (ŵ) is new over old. World value added is the numéraire.</summary>
public sealed record MultiSectorEquilibrium
{
    public required MultiSectorBase Base { get; init; }

    public required MultiSectorShock Shock { get; init; }

    public required Certificate Certificate { get; init; }

    /// <summary>ŵ, [n].</summary>
    public required double[] Wages { get; init; }

    /// <summary>Value added, [n]: ŵ·wL, and what specific factors earn where there are any.</summary>
    public required double[] ValueAdded { get; init; }

    /// <summary>ln ĉ, [j,n].</summary>
    public required double[] LogCosts { get; init; }

    /// <summary>ln P̂, [j,n].</summary>
    public required double[] LogPrices { get; init; }

    /// <summary>X', [j,n].</summary>
    public required double[] Expenditure { get; init; }

    /// <summary>Y', [j,n].</summary>
    public required double[] Output { get; init; }

    /// <summary>R', [n].</summary>
    public required double[] Revenue { get; init; }

    /// <summary>D', [n].</summary>
    public required double[] Deficits { get; init; }

    /// <summary>Income I' (value added, R' and D') over the base's, [n].</summary>
    public double[] Incomes()
    {
        var before = Base.Revenue();
        return
        [
            .. Enumerable
                .Range(0, Base.Countries)
                .Select(n => (ValueAdded[n] + Revenue[n] + Deficits[n]) / (Base.ValueAdded[n] + before[n] + Base.Deficits[n])),
        ];
    }

    /// <summary>P̂ of consumers: the product of P̂_j to the power α_j, [n].</summary>
    public double[] ConsumerPrices()
    {
        var sums = new double[Base.Countries];
        for (var j = 0; j < Base.Sectors; j++)
        for (var n = 0; n < Base.Countries; n++)
            sums[n] += Base.FinalShares[(j * Base.Countries) + n] * LogPrices[(j * Base.Countries) + n];
        return [.. sums.Select(Math.Exp)];
    }

    /// <summary>Exact real income Î/P̂, [n].</summary>
    public double[] RealIncomes() => [.. Incomes().Zip(ConsumerPrices(), (i, p) => i / p)];

    /// <summary>Real wage ŵ/P̂, [n].</summary>
    public double[] RealWages() => [.. Wages.Zip(ConsumerPrices(), (w, p) => w / p)];

    /// <summary>π', [j,n,i].</summary>
    public double[] Shares()
    {
        var (n, theta) = (Base.Countries, Shock.Elasticities ?? Base.Elasticities);
        var shares = new double[Base.Shares.Length];
        for (var r = 0; r < Base.Sectors * n; r++)
        for (var i = 0; i < n; i++)
        {
            var (j, cell) = (r / n, (r * n) + i);
            if (Base.Shares[cell] <= 0)
                continue;
            var cost = Math.Log((Shock.Tariffs?[cell] ?? Base.Tariffs[cell]) / Base.Tariffs[cell] * (Shock.Costs?[cell] ?? 1));
            shares[cell] = Base.Shares[cell] * Math.Exp(-theta[j] * (cost + LogCosts[(j * n) + i] - LogPrices[r]));
        }
        return shares;
    }

    /// <summary>The world after the change as the base of a further one.</summary>
    public MultiSectorBase AsBase() =>
        Base with
        {
            Shares = Shares(),
            Tariffs = Shock.Tariffs ?? Base.Tariffs,
            ValueAdded = ValueAdded,
            Deficits = Deficits,
            Expenditure = Expenditure,
            Elasticities = Shock.Elasticities ?? Base.Elasticities,
        };

    /// <summary>
    /// The decomposition of Caliendo and Parro (2015), with ĉ − 1 and M̂ − 1 for the differentials and the weights of the base, which is what their
    /// tables print. For large changes it is far from the exact measure (<see cref="RealIncomes"/>).
    /// </summary>
    public FirstOrderWelfare FirstOrder()
    {
        var n = Base.Countries;
        var (before, after, revenue) = (Base.Flows(), AsBase().Flows(), Base.Revenue());
        var (terms, volume) = (new double[n], new double[n]);
        for (var j = 0; j < Base.Sectors; j++)
        for (var m = 0; m < n; m++)
        for (var i = 0; i < n; i++)
        {
            var cell = Base.At(j, m, i);
            var flow = before[cell];
            if (i == m || flow <= 0)
                continue;
            var cost = Math.Exp(LogCosts[(j * n) + i]) - 1;
            terms[i] += flow * cost;
            terms[m] -= flow * cost;
            volume[m] += (Base.Tariffs[cell] - 1) * (after[cell] - flow - (flow * cost));
        }
        for (var m = 0; m < n; m++)
        {
            var income = Base.ValueAdded[m] + revenue[m] + Base.Deficits[m];
            (terms[m], volume[m]) = (terms[m] / income, volume[m] / income);
        }
        return new() { TermsOfTrade = terms, VolumeOfTrade = volume };
    }
}
