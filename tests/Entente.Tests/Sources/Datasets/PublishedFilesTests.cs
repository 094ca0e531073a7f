using Entente.Sources.Datasets;

namespace Entente.Tests.Sources.Datasets;

public sealed class PublishedFilesTests
{
    [Theory]
    [InlineData("alliance_v4.1_by_directed_yearly.csv", "4.1")]
    [InlineData("version4.1_csv.zip/alliance_v4.1_by_directed_yearly.csv", "4.1")]
    [InlineData("atop5_1ddyr.csv", "5.1")]
    [InlineData("atop_5.1_directed_dyad_year.csv.gz", "5.1")]
    [InlineData("V-Dem-CY-Core-v14.csv", "14")]
    [InlineData("dyadic_formatv3.csv", "3")]
    [InlineData("igo_3_dyad_year.csv.gz", "3")]
    [InlineData("states2016.csv", null)]
    [InlineData("democracy.csv", null)]
    public void The_release_is_read_off_the_name(string name, string? version) => PublishedFiles.VersionIn(name).ShouldBe(version);
}
