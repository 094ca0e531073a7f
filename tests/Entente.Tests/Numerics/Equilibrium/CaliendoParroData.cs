using System.Globalization;
using System.IO.Compression;
using Entente.Numerics.Equilibrium;

namespace Entente.Tests.Numerics.Equilibrium;

/// <summary>The data of Caliendo and Parro (2015), Review of Economic Studies 82:1, from their replication archive; tests that need them are skipped elsewhere.</summary>
internal static class CaliendoParroData
{
    public const int Countries = 31;
    public const int Sectors = 40;
    private const int Traded = 20;

    public static (int Canada, int Mexico, int Usa) Nafta => (4, 19, 29);

    public static FlowAccounts Accounts1993()
    {
        var (n, j) = (Countries, Sectors);
        var (shares, output, mix, theta) = (Read("B.txt"), Read("GO.txt"), Read("IO.txt.gz"), Read("T.txt"));
        var (tariffs, trade) = (Read("tariffs1993.txt"), Read("xbilat1993.txt"));
        var flows = new double[j * n * n];
        var factors = new double[flows.Length];
        Array.Fill(factors, 1);
        for (var s = 0; s < j; s++)
        {
            var exports = new double[n];
            for (var m = 0; m < n && s < Traded; m++)
            for (var i = 0; i < n; i++)
                if (i != m)
                {
                    // Thousand US$.
                    exports[i] += flows[At(s, m, i)] = trade[(s * n) + m][i] * 1000;
                    factors[At(s, m, i)] = 1 + (tariffs[(s * n) + m][i] / 100);
                }
            // Output below exports is raised to them, as the authors do.
            for (var m = 0; m < n; m++)
                flows[At(s, m, m)] = Math.Max(output[s][m], exports[m]) - exports[m];
        }
        return new()
        {
            Countries = n,
            Sectors = j,
            Flows = flows,
            Tariffs = factors,
            ValueAddedShares = [.. shares.SelectMany(row => row)],
            InputMix = [.. Cells(j, j, n, (user, input, m) => mix[(m * j) + input][user])],
            Elasticities = [.. Enumerable.Range(0, j).Select(s => s < Traded ? theta[s][0] : 8.22)],
        };
    }

    /// <summary>NAFTA's tariffs on each other as they were in 2005, all others as they were in 1993.</summary>
    public static double[] NaftaTariffs(MultiSectorBase from)
    {
        var after = Read("tariffs2005.txt");
        var tariffs = (double[])from.Tariffs.Clone();
        foreach (var (m, i) in Pairs())
            for (var s = 0; s < Traded; s++)
                tariffs[At(s, m, i)] = 1 + (after[(s * Countries) + m][i] / 100);
        return tariffs;
    }

    /// <summary>Imports of a member from the other two.</summary>
    public static double FromMembers(double[] flows, int importer) =>
        Pairs().Where(p => p.Importer == importer).Sum(p => Enumerable.Range(0, Traded).Sum(s => flows[At(s, importer, p.Exporter)]));

    private static IEnumerable<(int Importer, int Exporter)> Pairs()
    {
        int[] members = [Nafta.Canada, Nafta.Mexico, Nafta.Usa];
        return members.SelectMany(m => members.Where(i => i != m).Select(i => (m, i)));
    }

    private static int At(int sector, int importer, int exporter) => (((sector * Countries) + importer) * Countries) + exporter;

    private static IEnumerable<double> Cells(int a, int b, int c, Func<int, int, int, double> cell)
    {
        for (var x = 0; x < a; x++)
        for (var y = 0; y < b; y++)
        for (var z = 0; z < c; z++)
            yield return cell(x, y, z);
    }

    private static double[][] Read(string name)
    {
        var path = Clone.Shared("data", "cp2015", name);
        Skip.IfNot(File.Exists(path), $"needs {name} of the replication data in ../shared/data/cp2015, which is not beside this clone");
        using Stream file = File.OpenRead(path);
        using var plain = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        var rows = new List<double[]>();
        while (reader.ReadLine() is { } line)
            if (line.Trim().Length > 0)
                rows.Add([
                    .. line.Split('\t', StringSplitOptions.RemoveEmptyEntries).Select(c => double.Parse(c, CultureInfo.InvariantCulture)),
                ]);
        return [.. rows];
    }
}
