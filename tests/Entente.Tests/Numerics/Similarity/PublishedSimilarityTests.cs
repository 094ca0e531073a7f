using System.Globalization;
using Entente.Numerics.Similarity;

namespace Entente.Tests.Numerics.Similarity;

/// <summary>Printed values of the worked example that the literature shares: alliance portfolios of Germany and Russia in 1914.</summary>
public sealed class PublishedSimilarityTests
{
    // Signorino and Ritter (1999), ISQ 43:115, Table 6, in the order GMY RUS UKG FRN AUH ITA BEL SPN TUR NTH SWD RUM POR SWZ GRC DEN YUG BUL
    // NOR ALB: 3 defence, 2 neutrality, 1 entente, 0 none; with each state's share of the system's capabilities.
    private static readonly byte[] Germany = [3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] Russia = [0, 3, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly double[] Capability =
    [
        0.25,
        0.21,
        0.20,
        0.08,
        0.08,
        0.05,
        0.03,
        0.03,
        0.02,
        0.01,
        0.01,
        0.01,
        0.01,
        0.01,
        0,
        0,
        0,
        0,
        0,
        0,
    ];

    private static SimilarityCoefficients Plain => SimilarityCoefficients.Of(CrossTable.Of(Germany, Russia, 4));

    [Theory]
    [InlineData(Coefficient.SAbsolute, 0.4, 1e-12, "Signorino and Ritter (1999), Table 6")]
    [InlineData(Coefficient.SSquared, 0.4444444, 5e-8, "fpsim 0.2.0, srs()")]
    [InlineData(Coefficient.KappaQuadratic, -0.07758621, 5e-9, "fpsim 0.2.0, cohenk(), levels 0:3")]
    [InlineData(Coefficient.PiNominal, -0.04477612, 5e-9, "fpsim 0.2.0, spi()")]
    [InlineData(Coefficient.AAbsolute, -0.04, 1e-12, "fpsim 0.2.0, bcai(), absolute")]
    [InlineData(Coefficient.ASquared, -0.04, 1e-12, "fpsim 0.2.0, bcai(), squared")]
    [InlineData(Coefficient.TauB, 0.03031695, 5e-9, "fpsim 0.2.0, taub()")]
    public void Germany_and_Russia_1914(Coefficient coefficient, double published, double tolerance, string source) =>
        Plain[coefficient]!.Value.ShouldBe(published, tolerance, source);

    /// <summary>The same table: S weighted by capability.</summary>
    [Fact]
    public void Germany_and_Russia_1914_weighted() =>
        SimilarityCoefficients.Of(CrossTable.Of(Germany, Russia, 4, Capability))[Coefficient.SAbsolute]!.Value.ShouldBe(
            -0.46,
            1e-12,
            "Signorino and Ritter (1999), Table 6"
        );

    /// <summary>The range is the scale's: nobody used 2, and dropping it from the scale would give other values.</summary>
    [Fact]
    public void The_range_is_the_scales() => Plain[Coefficient.SSquared].ShouldNotBe(Squeezed[Coefficient.SSquared]);

    private static SimilarityCoefficients Squeezed =>
        SimilarityCoefficients.Of(
            CrossTable.Of([.. Germany.Select(c => (byte)Math.Min(c, (byte)2))], [.. Russia.Select(c => (byte)Math.Min(c, (byte)2))], 3)
        );

    /// <summary>What the file beside the project holds is the table above, and its expected values are met.</summary>
    [SkippableFact]
    public void The_shared_file_says_the_same()
    {
        var rows = File.ReadAllLines(Entente.Tests.Sources.ImportBench.Public("measures", "gmyrus14.csv"))
            .Skip(1)
            .Select(l => l.Split(','));
        rows.Select(r => byte.Parse(r[2], CultureInfo.InvariantCulture)).ShouldBe(Germany);
        var expected = File.ReadAllLines(Entente.Tests.Sources.ImportBench.Public("measures", "gmyrus14_expected.csv")).Skip(1).ToArray();
        double Printed(string start) =>
            double.Parse(expected.Single(l => l.StartsWith(start, StringComparison.Ordinal)).Split(',')[^2], CultureInfo.InvariantCulture);
        Plain[Coefficient.TauB]!.Value.ShouldBe(Printed("tau_b"), 5e-9);
        Plain[Coefficient.SAbsolute]!.Value.ShouldBe(Printed("S,\"absolute distance, unweighted"), 1e-12);
        Plain[Coefficient.KappaQuadratic]!.Value.ShouldBe(Printed("cohen_kappa"), 5e-9);
        Plain[Coefficient.AAbsolute]!.Value.ShouldBe(Printed("alignment_index_bcai,\"absolute"), 1e-12);
        Plain[Coefficient.ASquared]!.Value.ShouldBe(Printed("alignment_index_bcai,\"squared"), 1e-12);
    }
}
