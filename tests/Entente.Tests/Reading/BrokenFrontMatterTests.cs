using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Reading;

/// <summary>Front matter that is no YAML is read line by line or left, with a warning; the text under it is always read, and nothing is thrown.</summary>
public sealed class BrokenFrontMatterTests
{
    private const string Body = "Trade between China and Russia reached $240 billion in 2023.";

    [Theory]
    [InlineData("title: [broken\nauthor: x")]
    [InlineData("title: {a: [b\nauthor: x")]
    [InlineData("title: \"open\nauthor: x")]
    [InlineData("title: 'open")]
    [InlineData("? [a\n: b")]
    [InlineData("&a *a : *b")]
    [InlineData("- - - [\n")]
    [InlineData("title: |\n\tx\n  y: [")]
    [InlineData("%YAML 9\ntitle: x")]
    public void The_text_is_read_all_the_same(string yaml) =>
        Installation
            .Read($"---\n{yaml}\n---\n{Body}\n")
            .Statements.ShouldContain(s => s.Text.Contains("$240 billion", StringComparison.Ordinal));

    [Fact]
    public void No_front_matter_throws()
    {
        var piece = Gen.Elements(
            "title",
            ": ",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "\n",
            "- ",
            "&a",
            "*a",
            "|",
            ">",
            "#",
            "? ",
            "%",
            "@",
            "\t",
            "  ",
            "a",
            "2024-01-01",
            ",",
            "!!x "
        );
        var text = from parts in Gen.ListOf(piece) select string.Concat(parts);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                text.ToArbitrary(),
                yaml =>
                {
                    _ = Entente.Reading.DocumentReader.Read(System.Text.Encoding.UTF8.GetBytes($"---\n{yaml}\n---\n{Body}\n"), "x.md");
                    return true;
                }
            )
        );
    }
}
