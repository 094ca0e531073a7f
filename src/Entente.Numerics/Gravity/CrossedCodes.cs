using System.Runtime.InteropServices;

namespace Entente.Numerics.Gravity;

/// <summary>Crossed factors as one: levels numbered as they are met.</summary>
internal static class CrossedCodes
{
    private const long MostDirect = 1L << 25;

    public static Factor Of(GravityData data, int[] factors)
    {
        var crossed = data.Factors[factors[0]];
        for (var f = 1; f < factors.Length; f++)
            crossed = Cross(crossed, data.Factors[factors[f]]);
        return crossed;
    }

    public static Factor Cross(Factor a, Factor b)
    {
        var codes = new int[a.Codes.Length];
        var levels = 0;
        if ((long)a.Levels * b.Levels <= MostDirect)
        {
            var known = new int[a.Levels * b.Levels];
            for (var r = 0; r < codes.Length; r++)
            {
                ref var code = ref known[(a.Codes[r] * b.Levels) + b.Codes[r]];
                if (code == 0)
                    code = ++levels;
                codes[r] = code - 1;
            }
            return new(codes, levels);
        }
        var met = new Dictionary<long, int>();
        for (var r = 0; r < codes.Length; r++)
        {
            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(met, ((long)a.Codes[r] * b.Levels) + b.Codes[r], out var there);
            if (!there)
                code = levels++;
            codes[r] = code;
        }
        return new(codes, levels);
    }
}
