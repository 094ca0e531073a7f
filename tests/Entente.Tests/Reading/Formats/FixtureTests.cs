using System.Text;
using Entente.Reading;

namespace Entente.Tests.Reading.Formats;

/// <summary>
/// One folder of fixtures for each format, and beside each what is read from it: `ENTENTE_UPDATE_DOCS=1` rewrites those files, and a change in
/// them is read like a change in the program.
/// </summary>
public sealed class FixtureTests
{
    internal static string Folder { get; } = Path.Combine(Clone.Root, "tests", "Entente.Tests", "Reading", "Fixtures");

    internal static IReadOnlyList<string> Names { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'))
            .Where(f => !f.EndsWith(".expected.txt", StringComparison.Ordinal) && !f.StartsWith("word/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Fixtures => [.. Names];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void What_is_read_is_what_was_approved(string fixture) => Approve(fixture, File.ReadAllBytes(Path.Combine(Folder, fixture)));

    [Fact]
    public void A_Word_document()
    {
        byte[] Part(string name) => File.ReadAllBytes(Path.Combine(Folder, "word", name));
        Approve(
            "word/grain.docx",
            WordPackages.Pack(
                ("word/document.xml", Part("document.xml")),
                ("word/_rels/document.xml.rels", Part("document.xml.rels")),
                ("docProps/core.xml", Part("core.xml"))
            )
        );
    }

    /// <summary>Line ends of Windows change nothing but offsets.</summary>
    [Theory]
    [MemberData(nameof(Fixtures))]
    public void With_line_ends_of_Windows(string fixture)
    {
        var unix = File.ReadAllText(Path.Combine(Folder, fixture)).ReplaceLineEndings("\n");
        Shown(fixture, Encoding.UTF8.GetBytes(unix.ReplaceLineEndings("\r\n"))).ShouldBe(Shown(fixture, Encoding.UTF8.GetBytes(unix)));
    }

    private static void Approve(string fixture, byte[] bytes)
    {
        var shown = Shown(fixture, bytes);
        var expected = Path.Combine(Folder, fixture + ".expected.txt");
        if (Environment.GetEnvironmentVariable("ENTENTE_UPDATE_DOCS") == "1")
            File.WriteAllText(expected, shown);
        if (shown != File.ReadAllText(expected))
            Assert.Fail($"{fixture}: if the change is meant, ENTENTE_UPDATE_DOCS=1 rewrites it; now:\n{shown}");
    }

    private static string Shown(string fixture, byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var outcome in DocumentReader.ReadAll(bytes, fixture))
        {
            outcome.Error.ShouldBeNull();
            var document = outcome.Document.ShouldNotBeNull();
            Texts.MapsBack(document);
            text.Append(document.Path).Append(": ").Append(document.Kind).Append(", ").Append(document.Format).Append('\n');
            Line("title", document.Title);
            Line("authors", document.Authors.Count == 0 ? null : string.Join("; ", document.Authors));
            Line("published", document.Published is { } published ? $"{published.Text} ({document.PublishedBasis})" : null);
            Line("url", document.Url);
            Line("site", document.Site);
            foreach (var warning in document.Warnings)
                Line("warning", warning);
            var paragraph = -1;
            foreach (var statement in document.Statements)
            {
                text.Append(statement.Paragraph == paragraph ? "  " : "- ");
                paragraph = statement.Paragraph;
                text.Append(
                    statement.IsHeading ? "(heading)"
                    : statement.IsQuestion ? $"{statement.Speaker.Name ?? "?"} asks"
                    : $"{statement.Speaker.Name ?? "?"}, {statement.Speaker.Role}, {statement.Speaker.Via}"
                );
                text.Append(": ").Append(statement.Text);
                foreach (var link in statement.Links)
                    text.Append(" <").Append(link.Url).Append('>');
                if (statement.Copies.Count > 0)
                    text.Append(" ×").Append(statement.Copies.Count + 1);
                text.Append('\n');
            }
        }
        return text.ToString();

        void Line(string name, string? value)
        {
            if (value is not null)
                text.Append(name).Append(": ").Append(value).Append('\n');
        }
    }
}
