namespace Entente.Numerics.Gravity;

/// <summary>What a fit may be asked with.</summary>
internal static class GravityChecks
{
    public static void Check(GravityData data, GravityOptions options)
    {
        var n = data.Rows;
        for (var k = 0; k < data.Regressors.Count; k++)
            Column($"regressor {k}", data.Regressors[k], n, double.NegativeInfinity);
        Column("response", data.Response, n, options.Family == GravityFamily.Ppml ? 0 : double.NegativeInfinity);
        if (data.Weights is not null)
            Column("weight", data.Weights, n, 0);
        if (data.Offset is not null)
            Column("offset", data.Offset, n, double.NegativeInfinity);
        foreach (var factor in data.Factors)
            if (factor.Codes.Length != n || Array.Exists(factor.Codes, c => (uint)c >= (uint)factor.Levels))
                throw new ArgumentException("a factor with more or fewer codes than rows, or a code beyond its levels", nameof(data));
        foreach (var crossed in data.Effects.Concat(data.Clusters))
            if (crossed.Length == 0 || Array.Exists(crossed, f => (uint)f >= (uint)data.Factors.Count))
                throw new ArgumentException("an effect or cluster of no factor", nameof(data));
        if (options.Errors == ErrorKind.Clustered && data.Clusters.Count is 0 or > 4)
            throw new ArgumentException("clustered errors need one to four ways of clustering", nameof(data));
        if (options.BiasCorrection && options.Family != GravityFamily.Ppml)
            throw new ArgumentException("the bias correction is of PPML", nameof(options));
    }

    private static void Column(string name, double[] column, int rows, double least)
    {
        if (column.Length != rows)
            throw new ArgumentException($"{name}: {column.Length} values for {rows} rows");
        var at = Array.FindIndex(column, v => !double.IsFinite(v) || v < least);
        if (at >= 0)
            throw new ArgumentException($"{name}, row {at}: {column[at]}");
    }
}
