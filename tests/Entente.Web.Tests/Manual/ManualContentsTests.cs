using Entente.Web.Manual;

namespace Entente.Web.Tests.Manual;

public sealed class ManualContentsTests
{
    [Theory]
    [InlineData("contents: []", "no contents")]
    [InlineData("x: 1", "no contents")]
    [InlineData("contents:\n  - group: A\n    pages: []", "no group with pages")]
    [InlineData("contents:\n  - pages: [{path: a.md, title: A}]", "no group with pages")]
    [InlineData("contents:\n  - group: A\n    pages: [{title: A}]", "no path")]
    [InlineData("contents:\n  - group: A\n    pages: [{path: a.md}]", "no title")]
    [InlineData("contents:\n  - group: A\n    pages: [{path: ../../secret.md, title: A}]", "../../secret.md")]
    [InlineData("contents:\n  - group: A\n    pages: [{path: /etc/x.md, title: A}]", "/etc/x.md")]
    [InlineData("contents:\n  - group: A\n    pages: [{path: 'a\\b.md', title: A}]", "a\\b.md")]
    [InlineData("contents:\n  - group: A\n    pages: [{path: a.txt, title: A}]", "a.txt")]
    [InlineData("contents:\n  - group: A\n    pages: [{path: a.md, title: A}, {path: a.md, title: B}]", "a.md")]
    public void What_is_wrong_is_said_with_its_place(string yaml, string found)
    {
        var (contents, problem) = ManualContents.Parse(yaml, "contents.yml");
        contents.ShouldBeNull();
        problem!.Found.ShouldBe(found);
        problem.Where.ShouldStartWith("contents.yml:");
    }

    [Theory]
    [InlineData("tutorial.md", "tutorial")]
    [InlineData("models/games.md", "models/games")]
    [InlineData("measures/README.md", "measures")]
    public void A_page_is_named_after_its_path(string path, string name) => ManualContents.NameOf(path).ShouldBe(name);
}
