using Entente.Sources.Arguments;

namespace Entente.Tests.Checking.Reasoning;

/// <summary>Which files are about a text is known by the whole hash of it.</summary>
public sealed class ArgumentBookTests
{
    private static readonly string Samples = Path.Combine(Clone.Root, "samples", "arguments");

    /// <summary>What `double-veto.yml` and others are about.</summary>
    private const string Known = "2c9d854b27eb6b97b8c7bf0878c914cb93b2bf20fcc9be4c2561548b3d37fb49";

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("2c9d854b27eb6b97b8c7bf0878c914cb93b2bf20fcc9be4c2561548b3d37fb4")]
    [InlineData("sha256")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_not_the_hash_of_a_text_that_files_are_about_runs_none(string sha256)
    {
        var (readings, problems) = new ArgumentBook([Samples], Read).Of(sha256, CancellationToken.None);
        readings.ShouldBeEmpty();
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_hash_that_files_name_has_them_read() =>
        Should.Throw<FilesAreReadException>(() => new ArgumentBook([Samples], Read).Of(Known, CancellationToken.None));

    private static ArgumentTools Read() => throw new FilesAreReadException();

    private sealed class FilesAreReadException : Exception;
}
