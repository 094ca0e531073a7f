using Entente.Numerics.Gravity;

namespace Entente.Tests.Numerics.Gravity;

/// <summary>Flows made by a gravity equation with known coefficients, 0.5 of an agreement and −0.2 of a continuous regressor.</summary>
internal static class MadeFlows
{
    public static readonly int[][] ThreeWay =
    [
        [0, 2],
        [1, 2],
        [0, 1],
    ];

    /// <param name="states">Exporters and importers.</param>
    /// <param name="years">Periods.</param>
    /// <param name="filled">The share of cells that have a row.</param>
    /// <param name="zeros">The share of flows set to zero.</param>
    /// <param name="seed">Of the generator.</param>
    public static GravityData Panel(int states, int years, double filled = 1, double zeros = 0.1, ulong seed = 1)
    {
        var draw = new Random((int)seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - draw.NextDouble())) * Math.Cos(2 * Math.PI * draw.NextDouble());
        double[] Effect(int n) => [.. Enumerable.Range(0, n).Select(_ => Normal())];
        var (exporter, importer, pair) = (Effect(states * years), Effect(states * years), Effect(states * states));
        var (y, agreement, other) = (new List<double>(), new List<double>(), new List<double>());
        var (of, to, when) = (new List<int>(), new List<int>(), new List<int>());
        for (var t = 0; t < years; t++)
        for (var i = 0; i < states; i++)
        for (var j = 0; j < states; j++)
        {
            if (draw.NextDouble() > filled)
                continue;
            var a = draw.NextDouble() < 0.4 ? 1 : 0;
            var x = Normal() + (0.3 * exporter[(i * years) + t]);
            var mu = Math.Exp((0.5 * a) - (0.2 * x) + exporter[(i * years) + t] + importer[(j * years) + t] + pair[(i * states) + j]);
            y.Add(draw.NextDouble() < zeros ? 0 : mu * Math.Exp(Normal() - 0.5));
            agreement.Add(a);
            other.Add(x);
            of.Add(i);
            to.Add(j);
            when.Add(t);
        }
        return new()
        {
            Response = [.. y],
            Regressors =
            [
                [.. agreement],
                [.. other],
            ],
            Factors = [new([.. of], states), new([.. to], states), new([.. when], years)],
            Effects = ThreeWay,
            Clusters =
            [
                [0, 1],
            ],
        };
    }

    /// <summary>The effects as columns of zeros and ones, for fits without absorption; collinear ones included.</summary>
    public static GravityData WithDummies(GravityData data)
    {
        var columns = data.Regressors.ToList();
        foreach (var effect in data.Effects)
        {
            var crossed = CrossedCodes.Of(data, effect);
            for (var level = 0; level < crossed.Levels; level++)
                columns.Add([.. crossed.Codes.Select(c => c == level ? 1.0 : 0)]);
        }
        return data with { Regressors = columns, Effects = [] };
    }

    public static GravityData Rows(GravityData data, int[] rows) =>
        data with
        {
            Response = [.. rows.Select(r => data.Response[r])],
            Regressors = [.. data.Regressors.Select(x => rows.Select(r => x[r]).ToArray())],
            Factors = [.. data.Factors.Select(f => f with { Codes = [.. rows.Select(r => f.Codes[r])] })],
            Weights = data.Weights is null ? null : [.. rows.Select(r => data.Weights[r])],
            Offset = data.Offset is null ? null : [.. rows.Select(r => data.Offset[r])],
        };
}
