using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Entente.Tests.Architecture;

/// <summary>What may mention what. docs/architecture.md shows the same table; a new line here is a decision, not a repair.</summary>
public sealed class LayerTests
{
    /// <summary>For each folder of src/Entente, the other folders that its code may mention.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Quantities"] = [],
        ["Catalogue"] = [],
        ["Actors"] = ["Catalogue", "Quantities"],
        ["Measures"] = ["Catalogue", "Numerics", "Quantities"],
        ["Record"] = ["Catalogue", "Quantities"],
        ["Models"] = ["Quantities", "Record", "Numerics"],
        ["Reading"] = ["Quantities"],
        ["Claims"] = ["Actors", "Measures", "Quantities", "Reading", "Record"],
        ["Checking"] = ["Actors", "Catalogue", "Claims", "Measures", "Models", "Numerics", "Quantities", "Reading", "Record"],
        ["Profiles"] = ["Actors", "Checking", "Measures", "Numerics", "Quantities", "Record"],
        ["Reports"] = ["Checking", "Claims", "Profiles", "Quantities", "Reading", "Record"],
    };

    private static readonly Dictionary<string, string[]> Projects = new(StringComparer.Ordinal)
    {
        ["Entente.Numerics"] = [],
        ["Entente"] = ["Entente.Numerics"],
        ["Entente.Sources"] = ["Entente"],
        ["Entente.Application"] = ["Entente", "Entente.Sources"],
        ["Entente.Web"] = ["Entente.Application"],
        ["Entente.Cli"] = ["Entente.Application", "Entente.Web"],
    };

    public static TheoryData<string> Folders => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_mentions_only_what_it_may(string folder)
    {
        var forbidden = Names().Where(n => n != folder && !Allowed[folder].Contains(n)).ToArray();
        var mentions = Forbidden(forbidden);
        Of($"src/Entente/{folder}/").SelectMany(f => Found(f, mentions)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_of_the_domain_has_its_line() =>
        SourceText
            .All.Where(f => f.Path.StartsWith("src/Entente/", StringComparison.Ordinal))
            .Select(f => f.Path.Split('/'))
            .Where(parts => parts.Length > 3)
            .Select(parts => parts[2])
            .Distinct()
            .ShouldBe(Allowed.Keys, ignoreOrder: true);

    [Fact]
    public void The_namespace_is_the_folder() =>
        Of("src/Entente/")
            .Where(f => f.Path.Split('/').Length > 3)
            .Where(f => !f.Code.Contains($"namespace {f.Path[4..f.Path.LastIndexOf('/')].Replace('/', '.')};", StringComparison.Ordinal))
            .Select(f => f.Path)
            .ShouldBeEmpty();

    [Fact]
    public void Numerics_knows_nothing_of_ours() =>
        Of("src/Entente.Numerics/")
            .SelectMany(f => Found(f, Forbidden([.. Allowed.Keys, "Sources", "Application", "Web", "Cli"])))
            .ShouldBeEmpty();

    [Fact]
    public void The_domain_touches_no_file_no_network_no_console_and_no_clock() =>
        Of("src/Entente/").Concat(Of("src/Entente.Numerics/")).SelectMany(f => Found(f, Outside)).ShouldBeEmpty();

    [Theory]
    [InlineData("Entente.Numerics")]
    [InlineData("Entente")]
    [InlineData("Entente.Sources")]
    [InlineData("Entente.Application")]
    [InlineData("Entente.Web")]
    [InlineData("Entente.Cli")]
    public void A_project_references_only_what_it_may(string project)
    {
        var file = XDocument.Load(Path.Combine(Clone.Root, "src", project, project + ".csproj"));
        file.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
            .ShouldBe(Projects[project], ignoreOrder: true);
    }

    [Theory]
    [InlineData("using Entente.Claims;", true)]
    [InlineData("using static Entente.Claims.Language.Lexer;", true)]
    [InlineData("var c = new Claims.Claim();", true)]
    [InlineData("var c = new global::Entente.Claims.Claim();", true)]
    [InlineData("// see Entente.Claims.Claim", false)]
    [InlineData("var s = \"using Entente.Claims\";", false)]
    [InlineData("report.Claims.Count()", false)]
    [InlineData("IReadOnlyList<Row> Claims { get; }", false)]
    public void A_mention_is_a_using_or_a_qualified_name(string line, bool mention) =>
        Found(new SourceText("x.cs", line), Forbidden(["Claims"])).Any().ShouldBe(mention);

    private static Regex Outside { get; } =
        Expression(
            @"(?<![\w.])(File|Directory|FileStream|Console|HttpClient|Process|SystemClock|Stopwatch)\s*\.\s*\w|using System\.(IO(?!\.Compression\b)|Net)\b"
        );

    private static string[] Names() => [.. Allowed.Keys, "Numerics", "Sources", "Application", "Web", "Cli"];

    private static IEnumerable<SourceText> Of(string folder) =>
        SourceText.All.Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal));

    // "Entente.X", or "X." where nothing that X could be a member of stands before it: inside namespace Entente that is the namespace.
    // "Sources" is a common name of a property, and nobody would write "Sources.Knowledge".
    private static Regex Forbidden(string[] names)
    {
        var any = string.Join('|', names);
        var bare = string.Join('|', names.Where(n => n != "Sources"));
        return Expression($@"\bEntente\.({any})\b|(^|[^\w.])({bare})\.[A-Z]");
    }

    private static Regex Expression(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.Multiline);

    private static IEnumerable<string> Found(SourceText file, Regex what) =>
        what.Matches(file.Code).Select(m => $"{file.Path}:{file.Code.AsSpan(0, m.Index).Count('\n') + 1}: {m.Value.Trim()}");
}
