using Entente.Catalogue;

namespace Entente.Tests.Catalogue;

/// <summary>The quick reader returns what the full parser returns, or nothing.</summary>
public sealed class QuickYamlTests
{
    [Theory]
    [InlineData("actors.yml")]
    [InlineData("items.yml")]
    [InlineData("measures.yml")]
    public void It_reads_what_ships_as_the_full_parser_does(string name)
    {
        var text = File.ReadAllText(Path.Combine(Clone.Root, "catalogue", name)).ReplaceLineEndings("\n");
        var quick = QuickYaml
            .TryRead(text, name)
            .ShouldNotBeNull("the file uses YAML that only the full parser reads: its start-up cost is back");
        Same(quick, LocatedNode.ParseFully(text, name).Root.ShouldNotBeNull(), name);
    }

    [Theory]
    [InlineData("a: b")]
    [InlineData("a: b # comment\n# more\n\nc: d e\n")]
    [InlineData("a: { b: c, d: [e, f g], }\n")]
    [InlineData("a: [ x, \"y: z\", 'it', {b: c} ]")]
    [InlineData("a: [x,\n  y,\n  z]\nb: c")]
    [InlineData("a:\n  b: c\n  d:\n    e: f\ng: h")]
    [InlineData("a:\n  - b\n  - [c, d]\n  - \"e\\\"f\"\ng: h")]
    [InlineData("\"quoted key\": v\n'other': w")]
    [InlineData("Élysée: Île # x\nRobert O'Brien: { a: O'Neill }")]
    [InlineData("a: b#c")]
    [InlineData("- a\n- b")]
    public void It_reads_plain_yaml_as_the_full_parser_does(string text)
    {
        if (QuickYaml.TryRead(text, "f") is { } quick)
            Same(quick, LocatedNode.ParseFully(text, "f").Root.ShouldNotBeNull(), text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment")]
    [InlineData("---\na: b")]
    [InlineData("a: &x b")]
    [InlineData("a: *x")]
    [InlineData("a: !t b")]
    [InlineData("a: |\n  text")]
    [InlineData("a: b\n  continued")]
    [InlineData("a: b: c")]
    [InlineData("a: [b")]
    [InlineData("a: {b}")]
    [InlineData("a: [b: c]")]
    [InlineData("a: 'it''s'")]
    [InlineData("a: \"\\u0041\"")]
    [InlineData("a:\n- b")]
    [InlineData("a:")]
    [InlineData("a: b\r\nc: d")]
    [InlineData("\ta: b")]
    [InlineData(" a: b\nc: d")]
    [InlineData("a: b\n...\n")]
    [InlineData("a: ]")]
    [InlineData("a: \"x\" y")]
    public void It_leaves_anything_else_to_the_full_parser(string text) => QuickYaml.TryRead(text, "f").ShouldBeNull();

    // Cutting shipped text anywhere gives every kind of unfinished form: what is accepted must still be what the full parser reads.
    [Fact]
    public void It_agrees_with_the_full_parser_on_every_cut()
    {
        const string Text = "# c\na: { b: [c, \"d, e\"], f: 'g' } # h\ni:\n  - j k\n  - { l: m }\nn: o\n";
        for (var length = 0; length <= Text.Length; length++)
        {
            var cut = Text[..length];
            if (QuickYaml.TryRead(cut, "f") is { } quick)
                Same(quick, LocatedNode.ParseFully(cut, "f").Root.ShouldNotBeNull(cut), cut);
        }
    }

    private static void Same(LocatedNode quick, LocatedNode full, string path)
    {
        quick.Scalar.ShouldBe(full.Scalar, path);
        (quick.Line, quick.Column).ShouldBe((full.Line, full.Column), path);
        quick.File.ShouldBe(full.File);
        (quick.Items?.Count).ShouldBe(full.Items?.Count, path);
        for (var i = 0; i < (full.Items?.Count ?? 0); i++)
            Same(quick.Items![i], full.Items![i], $"{path}[{i}]");
        (quick.Entries?.Count).ShouldBe(full.Entries?.Count, path);
        for (var i = 0; i < (full.Entries?.Count ?? 0); i++)
        {
            quick.Entries![i].Key.ShouldBe(full.Entries![i].Key, path);
            Same(quick.Entries[i].Value, full.Entries[i].Value, $"{path}.{full.Entries[i].Key}");
        }
    }
}
