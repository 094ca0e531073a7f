namespace Entente.Tests.Architecture;

/// <summary>Rules that a compiler does not hold us to.</summary>
public sealed class HouseRuleTests
{
    private const int LongestFile = 400;

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold() =>
        SourceText
            .All.Select(f => (f.Path, Lines: f.Text.AsSpan().Count('\n')))
            .Where(f => f.Lines > LongestFile)
            .Select(f => $"{f.Path}: {f.Lines} lines, at most {LongestFile}: split it by concept")
            .ShouldBeEmpty();

    /// <summary>A backtracking expression on a hostile text takes for ever. Bounded expressions only, or a scanner written by hand.</summary>
    [Fact]
    public void No_expression_backtracks() =>
        SourceText
            .All.SelectMany(f => f.Code.Split('\n').Select((line, i) => (f.Path, Line: i + 1, Text: line)))
            .Where(l => IsUnbounded(l.Text))
            .Select(l => $"{l.Path}:{l.Line}: {l.Text.Trim()}")
            .ShouldBeEmpty();

    [Theory]
    [InlineData("new Regex(pattern)", true)]
    [InlineData("new Regex(pattern, RegexOptions.NonBacktracking)", false)]
    [InlineData("[GeneratedRegex(pattern)]", true)]
    [InlineData("[GeneratedRegex(pattern, RegexOptions.NonBacktracking)]", false)]
    [InlineData("[GeneratedRegex(pattern, RegexOptions.None, 200)]", false)]
    [InlineData("Regex.IsMatch(text, pattern)", true)]
    [InlineData("private static partial Regex Year();", false)]
    public void An_expression_is_bounded_where_it_is_made(string line, bool unbounded) => IsUnbounded(line).ShouldBe(unbounded);

    // A generated expression cannot be non-backtracking; a time limit (the argument after the options) bounds it too.
    private static bool IsUnbounded(string line) =>
        (line.Contains("new Regex(", StringComparison.Ordinal) && !line.Contains("NonBacktracking", StringComparison.Ordinal))
        || (
            line.Contains("[GeneratedRegex(", StringComparison.Ordinal)
            && !line.Contains("NonBacktracking", StringComparison.Ordinal)
            && line.Count(c => c == ',') < 2
        )
        || new[] { "IsMatch", "Match", "Matches", "Replace", "Split", "Count", "EnumerateMatches" }.Any(m =>
            line.Contains($"Regex.{m}(", StringComparison.Ordinal)
        );

    [Fact]
    public void Nothing_in_the_project_names_a_machine()
    {
        string[] folders = ["src", "docs", "samples", "catalogue", ".ci"];
        string[] kinds = [".cs", ".md", ".yml", ".csproj", ".txt", ".props", ""];
        folders
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Clone.Root, f), "*", SearchOption.AllDirectories))
            .Concat([
                Path.Combine(Clone.Root, "README.md"),
                Path.Combine(Clone.Root, "CONTRIBUTING.md"),
                Path.Combine(Clone.Root, "entente"),
            ])
            .Where(f =>
                kinds.Contains(Path.GetExtension(f)) && !f.Replace('\\', '/').Split('/').Any(p => p is "bin" or "obj" or "node_modules")
            )
            .Where(f =>
                File.ReadLines(f)
                    .Any(l =>
                        l.Contains("/home/", StringComparison.Ordinal)
                        || l.Contains("/ro" + "ot/", StringComparison.Ordinal)
                        || l.Contains("C:\\Users", StringComparison.Ordinal)
                    )
            )
            .Select(f => Path.GetRelativePath(Clone.Root, f))
            .ShouldBeEmpty();
    }
}
