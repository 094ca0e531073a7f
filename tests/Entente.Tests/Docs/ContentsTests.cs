using Entente.Web.Manual;

namespace Entente.Tests.Docs;

/// <summary>docs/contents.yml, from which the page makes the manual's navigation.</summary>
public sealed class ContentsTests
{
    // Written for whoever changes the program.
    private static readonly string[] ForContributors = ["architecture.md"];

    private static ManualContents Contents
    {
        get
        {
            var (contents, problem) = ManualContents.Parse(File.ReadAllText(Page.FullPath("docs/contents.yml")), "docs/contents.yml");
            problem.ShouldBeNull();
            return contents!;
        }
    }

    [Fact]
    public void Every_page_is_in_the_contents_or_is_for_contributors()
    {
        var named = Contents.Pages.Select(p => p.Path).ToList();
        var there = Page
            .All.Where(p => p.StartsWith("docs/", StringComparison.Ordinal) && !p.StartsWith("docs/decisions/", StringComparison.Ordinal))
            .Select(p => p["docs/".Length..])
            .Except(ForContributors);
        named.ShouldBe(there, ignoreOrder: true);
    }

    /// <summary>Search, and the words of a link, go by titles.</summary>
    [Fact]
    public void No_two_pages_have_one_title() => Contents.Pages.Select(p => p.Title).ShouldBeUnique();
}
