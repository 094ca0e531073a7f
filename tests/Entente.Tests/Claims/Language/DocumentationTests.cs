using Entente.Claims.Language;
using Entente.Sources;
using Entente.Sources.Files;

namespace Entente.Tests.Claims.Language;

/// <summary>docs/claim-language.md says what the language is; these tests hold it to that, with the catalogue and the events that ship.</summary>
public sealed class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Clone.Root, "docs", "claim-language.md")).ReplaceLineEndings("\n");

    // The user's own overlay, if any, is not part of what the page describes.
    private static readonly Lazy<ITypeEnvironment> Shipped = new(() => Knowledge.Load(new DataFolders { Root = Clone.Root }).Names);

    public static TheoryData<string> Examples => [.. Blocks("claim").SelectMany(b => b.Split('\n')).Where(l => l.Length > 0).Distinct()];

    public static TheoryData<string> Errors => [.. Blocks("error")];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_parses_checks_and_prints_back(string text)
    {
        var outcome = TypeChecker.Check(text, Shipped.Value);
        outcome.Errors.Select(e => e.Render(text)).ShouldBeEmpty();
        ParserTests.Parse(text).ToString().ShouldBe(text);
        outcome.Expression!.ToString().ShouldBe(text);
        ParserTests.Parse(PeriodInheritance.Resolve(outcome.Expression).ToString()).ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void Every_error_is_shown_as_the_page_shows_it(string block)
    {
        var text = block.Split('\n')[0];
        var errors = TypeChecker.Check(text, Shipped.Value).Errors;
        errors.ShouldHaveSingleItem().Render(text).ShouldBe(block);
    }

    [Fact]
    public void Every_function_has_its_row_and_an_example()
    {
        foreach (var function in LanguageFunctions.All)
        {
            Page.ShouldContain($"| `{function.Usage}` | {function.Result} | {function.Meaning} |");
            Blocks("claim").ShouldContain(b => b.Contains(function.Name + "(", StringComparison.Ordinal), function.Name);
        }
    }

    [Fact]
    public void No_measure_of_the_catalogue_hides_behind_a_function() =>
        Shipped.Value.Measures.Keys.Where(id => LanguageFunctions.Find(id) is not null).ShouldBeEmpty();

    [Fact]
    public void Every_unit_of_the_language_is_listed()
    {
        var listed = Page.Split('`').Where((_, i) => i % 2 == 1).ToHashSet();
        foreach (var symbol in Entente.Quantities.Units.Symbols.Where(s => NumberSyntax.IsWritten(Entente.Quantities.Units.Find(s))))
            listed.ShouldContain(symbol);
    }

    private static IEnumerable<string> Blocks(string language)
    {
        var fence = $"\n```{language}\n";
        for (var at = Page.IndexOf(fence, StringComparison.Ordinal); at >= 0; at = Page.IndexOf(fence, at, StringComparison.Ordinal))
        {
            at += fence.Length;
            var end = Page.IndexOf("\n```", at, StringComparison.Ordinal);
            yield return Page[at..end];
            at = end;
        }
    }
}
