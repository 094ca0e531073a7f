namespace Entente.Numerics.Equilibrium;

/// <summary>
/// Supply that slopes upwards: value added of a sector is made by labour, which moves between the sectors of a country, and by something that cannot leave
/// the sector (structures, land, deposits), in constant shares β and 1 − β of income: Jones (1971), "A Three-Factor Model in Theory, Trade, and History";
/// in exact hat algebra Caliendo, Dvorkin and Parro (2019), Econometrica 87:741. With what is specific given, the price of value added is
/// v̂ = ŵ^β·Ŷ^(1−β), and its quantity rises with v̂/ŵ by the elasticity s = β/(1 − β): infinite is the model without specific factors, 0 a given quantity.
/// Arrays [j,n] are padded like those of <see cref="Rounds"/>.
/// </summary>
internal sealed class SpecificFactors
{
    private readonly double[] mobile;
    private readonly double[] @fixed;
    private readonly double[] before;
    private readonly double[] labour;
    private readonly double[] slopes;
    private readonly int n;
    private readonly int sectors;
    private readonly int stride;

    private SpecificFactors(MultiSectorBase from, double[] supply, double[] theta)
    {
        (n, sectors, stride) = (from.Countries, from.Sectors, Lanes.Padded(from.Countries));
        var length = sectors * stride;
        (mobile, @fixed, before, slopes) = (new double[length], new double[length], new double[length], new double[length]);
        labour = new double[n];
        for (var j = 0; j < sectors; j++)
        for (var i = 0; i < n; i++)
        {
            var (at, cell) = ((j * stride) + i, (j * n) + i);
            // Sales, and what part of them meets competitors: that part of a market falls by θ as costs rise.
            var (sold, open) = (0.0, 0.0);
            for (var m = 0; m < n; m++)
            {
                var share = from.Shares[from.At(j, m, i)];
                var sale = share * from.Expenditure[(j * n) + m] / from.Tariffs[from.At(j, m, i)];
                (sold, open) = (sold + sale, open + (sale * (1 - share)));
            }
            var part = sold > 0 ? Mobile(supply[cell]) : 1;
            var own = from.ValueAddedShares[cell];
            (before[at], mobile[at], @fixed[at]) = (sold, part * own, (1 - part) * own);
            slopes[at] = sold > 0 ? 1 / (1 + (@fixed[at] * theta[j] * open / sold)) : 1;
            labour[i] += mobile[at] * sold;
        }
    }

    /// <summary>Null where every elasticity is infinite: then nothing is specific.</summary>
    public static SpecificFactors? Of(MultiSectorBase from, double[]? supply, double[] theta) =>
        supply is null || Array.TrueForAll(supply, double.IsPositiveInfinity) ? null : new(from, supply, theta);

    /// <summary>β.</summary>
    private static double Mobile(double elasticity) => double.IsPositiveInfinity(elasticity) ? 1 : elasticity / (1 + elasticity);

    /// <summary>γ·ln v̂ of a sector whose output has become this.</summary>
    public double Price(int at, double logWage, double output) =>
        (mobile[at] * logWage) + (@fixed[at] > 0 ? @fixed[at] * Math.Log(output / before[at]) : 0);

    /// <summary>How far a step in a sector's cost goes: the more it sells against others, the more its own output answers.</summary>
    public double Slope(int at) => slopes[at];

    /// <summary>What is paid for labour.</summary>
    public double Pay(int at, double output) => mobile[at] * output;

    /// <summary>What labour earned at the base; 0 where a country's income is all of specific factors.</summary>
    public double Labour(int country) => labour[country];

    /// <summary>What a country's specific factors earn.</summary>
    public double Rents(int country, double[] output)
    {
        var sum = 0.0;
        for (var j = 0; j < sectors; j++)
            sum += @fixed[(j * stride) + country] * output[(j * stride) + country];
        return sum;
    }
}
