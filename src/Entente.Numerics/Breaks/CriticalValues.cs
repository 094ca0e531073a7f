namespace Entente.Numerics.Breaks;

/// <summary>
/// Critical values for one regressor whose coefficient may change (q = 1): Jushan Bai and Pierre Perron (2003), Critical Values for Multiple
/// Structural Change Tests, Econometrics Journal 6(1): 72-78. Rows are the levels 10, 5, 2.5 and 1 %.
/// </summary>
internal static class CriticalValues
{
    private static readonly double[] Levels = [0.10, 0.05, 0.025, 0.01];

    /// <summary>At one trimming: supF against m = 1, 2 … breaks; UDmax and WDmax; supF(l+1|l) for l = 0 … 9.</summary>
    private sealed record Table(double Trimming, double[][] SupF, double[][] DoubleMax, double[][] Sequential);

    private static readonly Table[] Tables =
    [
        new(
            0.10,
            [
                [7.42, 6.93, 6.09, 5.44, 4.85, 4.32, 3.83, 3.22],
                [9.10, 7.92, 6.84, 6.03, 5.37, 4.80, 4.23, 3.58],
                [10.56, 8.90, 7.55, 6.64, 5.88, 5.22, 4.61, 3.90],
                [13.00, 10.14, 8.42, 7.31, 6.48, 5.74, 5.05, 4.28],
            ],
            [
                [8.05, 8.63],
                [9.52, 10.39],
                [10.83, 12.06],
                [13.07, 14.53],
            ],
            [
                [7.42, 9.05, 9.97, 10.49, 10.91, 11.29, 11.86, 12.26, 12.57, 12.84],
                [9.10, 10.55, 11.36, 12.35, 12.97, 13.45, 13.88, 14.12, 14.45, 14.51],
                [10.56, 12.37, 13.46, 14.13, 14.51, 14.88, 15.37, 15.47, 15.62, 15.79],
                [13.00, 14.51, 15.44, 15.73, 16.39, 16.60, 16.78, 16.90, 16.99, 17.04],
            ]
        ),
        new(
            0.15,
            [
                [7.04, 6.28, 5.21, 4.41, 3.47],
                [8.58, 7.22, 5.96, 4.99, 3.91],
                [10.18, 8.14, 6.72, 5.51, 4.34],
                [12.29, 9.36, 7.60, 6.19, 4.91],
            ],
            [
                [7.46, 8.20],
                [8.88, 9.91],
                [10.39, 11.67],
                [12.37, 13.83],
            ],
            [
                [7.04, 8.51, 9.41, 10.04, 10.58, 11.03, 11.43, 11.75, 12.01, 12.20],
                [8.58, 10.13, 11.14, 11.83, 12.25, 12.66, 13.08, 13.35, 13.75, 13.89],
                [10.18, 11.86, 12.66, 13.40, 13.89, 14.32, 14.73, 14.89, 15.22, 15.29],
                [12.29, 13.89, 14.80, 15.28, 15.76, 16.27, 16.63, 16.77, 16.81, 17.01],
            ]
        ),
        new(
            0.20,
            [
                [6.72, 5.59, 4.37],
                [8.22, 6.53, 5.08],
                [9.77, 7.49, 5.73],
                [11.94, 8.77, 6.58],
            ],
            [
                [6.96, 7.67],
                [8.43, 9.27],
                [9.94, 10.93],
                [12.02, 13.16],
            ],
            [
                [6.72, 8.13, 9.07, 9.66, 10.17, 10.59, 10.95, 11.28, 11.64, 11.89],
                [8.22, 9.71, 10.66, 11.34, 11.93, 12.30, 12.68, 12.92, 13.21, 13.61],
                [9.77, 11.34, 12.31, 12.99, 13.61, 13.87, 14.25, 14.37, 14.73, 14.86],
                [11.94, 13.61, 14.31, 14.80, 15.26, 15.76, 15.87, 16.23, 16.33, 16.63],
            ]
        ),
    ];

    /// <summary>True where a trimming is tabulated.</summary>
    public static bool Has(double trimming) => Find(trimming) is not null;

    /// <summary>The most breaks that supF has critical values for at a trimming.</summary>
    public static int MostBreaks(double trimming) => Find(trimming)?.SupF[0].Length ?? int.MaxValue;

    /// <param name="breaks">m, from 1.</param>
    public static double SupF(double trimming, double level, int breaks) => Find(trimming)!.SupF[Row(level)][breaks - 1];

    public static double UdMax(double trimming, double level) => Find(trimming)!.DoubleMax[Row(level)][0];

    public static double WdMax(double trimming, double level) => Find(trimming)!.DoubleMax[Row(level)][1];

    /// <param name="breaks">l, from 0.</param>
    public static double Sequential(double trimming, double level, int breaks) => Find(trimming)!.Sequential[Row(level)][breaks];

    /// <exception cref="ArgumentOutOfRangeException">The level is not tabulated.</exception>
    public static int Row(double level)
    {
        for (var i = 0; i < Levels.Length; i++)
            if (Math.Abs(Levels[i] - level) < 1e-9)
                return i;
        throw new ArgumentOutOfRangeException(nameof(level), level, "0.10, 0.05, 0.025 or 0.01");
    }

    private static Table? Find(double trimming) => Array.Find(Tables, t => Math.Abs(t.Trimming - trimming) < 1e-9);
}
