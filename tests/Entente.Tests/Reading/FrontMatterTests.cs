using Entente.Reading.FrontMatter;

namespace Entente.Tests.Reading;

/// <summary>The quick way through front matter reads what the full parser reads, or leaves it alone.</summary>
public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("title: Wheat on the River\nauthor: Ana Ruiz\ndate: 2021-03-04\n", true)]
    [InlineData("title: \"Wheat: on the River\"\nurl: https://a.example/2021/03/04/wheat#top\n", true)]
    [InlineData("authors:\n  - Ana Ruiz\n  - Leo Park\ntags: [wheat, trade]\n", true)]
    [InlineData("authors:\n- Ana Ruiz\n- 'Leo Park'\nempty:\ntags: []\r\n# a comment\n\nkind: note\n", true)]
    [InlineData("time: 2021-03-04T10:15:00Z\nprice: $300 # a tonne\n", false)]
    [InlineData("title: Wheat: on the River\n", false)]
    [InlineData("author: [[Ana Ruiz]]\n", false)]
    [InlineData("author: \"[[Ana Ruiz]]\"\n", true)]
    [InlineData("title: >\n  Wheat on\n  the River\n", false)]
    [InlineData("title: Wheat on\n  the River\n", false)]
    [InlineData("a: 1\na: 2\n", false)]
    [InlineData("a: {b: c}\n", false)]
    [InlineData("a:\n  b: c\n", false)]
    [InlineData("a: 'it''s'\n", false)]
    [InlineData("a: \"\\u0041\"\n", false)]
    [InlineData("a: [b, \"c\", d e]\n", true)]
    [InlineData("a: [b, [c]]\n", false)]
    [InlineData("a: &x b\n", false)]
    [InlineData("a:\n  - b\n - c\n", false)]
    [InlineData("text\n", false)]
    public void Reads_the_same_or_nothing(string yaml, bool reads)
    {
        var quick = PlainFrontMatter.TryRead(yaml);
        (quick is not null).ShouldBe(reads);
        if (quick is null)
            return;
        var full = FrontMatterReader.Values(yaml);
        quick.Keys.ShouldBe(full.Keys);
        foreach (var key in full.Keys)
            quick[key].ShouldBe(full[key], key);
    }
}
