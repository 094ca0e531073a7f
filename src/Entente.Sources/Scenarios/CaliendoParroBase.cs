using System.Globalization;
using System.IO.Compression;
using Entente.Models;
using Entente.Models.Equilibrium;
using Entente.Numerics.Equilibrium;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Files;

namespace Entente.Sources.Scenarios;

/// <summary>
/// The replication data of Caliendo and Parro (2015) from a folder of the user's: B, GO, IO, T, tariffs1993 and xbilat1993 (.txt or .txt.gz), 31 countries
/// and 40 sectors, of which the first 20 are traded.
/// </summary>
public static class CaliendoParroBase
{
    private const int Traded = 20;

    /// <summary>Of the sectors that are not traded it makes no difference; the authors' value.</summary>
    private const double Closed = 8.22;

    private static readonly string[] Countries =
    [
        .. "ARG AUS AUT BRA CAN CHL CHN DNK FIN FRA DEU GRC HUN IND IDN IRL ITA JPN KOR MEX NLD NZL NOR PRT ZAF ESP SWE TUR GBR USA ROW".Split(
            ' '
        ),
    ];

    private static readonly string[] Sectors =
    [
        .. (
            "Agriculture,Mining,Food,Textile,Wood,Paper,Petroleum,Chemicals,Plastic,Minerals,Basic metals,Metal products,Machinery,Office,Electrical,"
            + "Communication,Medical,Auto,Other transport,Other,Electricity,Construction,Retail,Hotels,Land transport,Water transport,Air transport,"
            + "Aux transport,Post,Finance,Real estate,Renting machinery,Computer,R&D,Other business,Public,Education,Health,Other services,Private"
        ).Split(','),
    ];

    /// <exception cref="DataFileException">A file is missing or has another shape.</exception>
    public static TradeWorld Read(string folder)
    {
        var (n, j) = (Countries.Length, Sectors.Length);
        var (shares, output) = (Table(folder, "B", j, n), Table(folder, "GO", j, n));
        var (mix, theta) = (Table(folder, "IO", n * j, j), Table(folder, "T", Traded, 1));
        var (tariffs, trade) = (Table(folder, "tariffs1993", Traded * n, n), Table(folder, "xbilat1993", Traded * n, n));
        var flows = new double[j * n * n];
        var factors = new double[flows.Length];
        Array.Fill(factors, 1);
        for (var s = 0; s < j; s++)
        {
            var exports = new double[n];
            for (var m = 0; m < n && s < Traded; m++)
            for (var i = 0; i < n; i++)
            {
                if (i == m)
                    continue;
                var cell = (((s * n) + m) * n) + i;
                exports[i] += flows[cell] = trade[(s * n) + m][i] * 1000;
                factors[cell] = 1 + (tariffs[(s * n) + m][i] / 100);
            }
            for (var m = 0; m < n; m++)
                flows[(((s * n) + m) * n) + m] = Math.Max(output[s][m], exports[m]) - exports[m];
        }
        var inputs = new double[j * j * n];
        for (var user = 0; user < j; user++)
        for (var m = 0; m < n; m++)
        {
            var sum = 0.0;
            for (var k = 0; k < j; k++)
                sum += inputs[(((user * j) + k) * n) + m] = mix[(m * j) + k][user];
            // Where no inputs are given nothing is made, or all of it is value added.
            if (sum <= 0)
                shares[user][m] = 1;
        }
        return new()
        {
            Name = "Caliendo and Parro (2015), 1993",
            Unit = "US$",
            Regions = [.. Countries.Select(c => new TradeRegion(c, c))],
            Sectors = [.. Sectors.Select((s, i) => new TradeSector(s, s, Spread.Exactly(i < Traded ? theta[i][0] : Closed)))],
            Accounts = new FlowAccounts
            {
                Countries = n,
                Sectors = j,
                Flows = flows,
                Tariffs = factors,
                ValueAddedShares = [.. shares.SelectMany(row => row)],
                InputMix = inputs,
                Elasticities = new double[j],
            },
            Notes = [$"replication data in {folder}; output below exports is raised to them, as the authors do; Russia is in ROW"],
            Figures = (flows.Length, 0),
        };
    }

    /// <summary>1 + the tariffs of another year in the folder, laid out like the base's; without any where nothing is traded.</summary>
    /// <param name="name">`tariffs2005`, with or without its ending.</param>
    /// <exception cref="DataFileException">The file is missing or has another shape.</exception>
    public static double[] Tariffs(string folder, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var n = Countries.Length;
        var plain = name.EndsWith(".txt", StringComparison.Ordinal) ? name[..^4] : name;
        var rates = Table(folder, plain, Traded * n, n);
        var factors = new double[Sectors.Length * n * n];
        Array.Fill(factors, 1);
        for (var row = 0; row < rates.Length; row++)
        for (var i = 0; i < n; i++)
            if (i != row % n)
                factors[(row * n) + i] = 1 + (rates[row][i] / 100);
        return factors;
    }

    private static double[][] Table(string folder, string name, int rows, int columns)
    {
        ReadableFiles.Require(folder);
        var plain = Path.Combine(folder, name + ".txt");
        var path = File.Exists(plain) ? plain : plain + ".gz";
        if (!File.Exists(path))
            throw new DataFileException(plain, 0, "", "no such file", "the replication data of Caliendo and Parro (2015) in that folder");
        ReadableFiles.Require(path);
        using Stream file = File.OpenRead(path);
        using Stream text = path == plain ? file : new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(text);
        var table = new List<double[]>();
        for (var line = 1; reader.ReadLine() is { } written; line++)
        {
            var cells = written.Split('\t', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (cells.Length == 0)
                continue;
            if (cells.Length != columns)
                throw new DataFileException(path, line, "", $"{cells.Length} cells", $"{columns}");
            table.Add([
                .. cells.Select(
                    (c, at) =>
                        double.TryParse(c, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                            ? value
                            : throw new DataFileException(path, line, $"{at + 1}", $"'{c}'", "a number")
                ),
            ]);
        }
        return table.Count == rows ? [.. table] : throw new DataFileException(path, 0, "", $"{table.Count} rows", $"{rows}");
    }
}
