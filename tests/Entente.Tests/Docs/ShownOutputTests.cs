namespace Entente.Tests.Docs;

/// <summary>
/// What the pages show is what the program prints. A block marked `console` is a command after `$` and its output; the comment
/// `&lt;!-- show: … --&gt;` before it says which part. After a change that is meant, ENTENTE_UPDATE_DOCS=1 rewrites the pages:
/// <code>ENTENTE_UPDATE_DOCS=1 dotnet test --filter FullyQualifiedName~Docs</code>
/// </summary>
public sealed class ShownOutputTests
{
    private static bool Writing => Environment.GetEnvironmentVariable("ENTENTE_UPDATE_DOCS") == "1";

    public static TheoryData<string, string> Shown => Each(b => b.Language == "console");

    public static TheoryData<string, string> Commands
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var path in Page.All)
            foreach (
                var line in Page.Of(path)
                    .Blocks()
                    .Where(b => b.Language == "sh" && !PublicCommandTests.IsPublic(b))
                    .SelectMany(b => b.Lines)
            )
                if (line.Contains("./entente ", StringComparison.Ordinal) && !ServeCommandTests.Serves(line))
                    data.Add(path, line);
            return data;
        }
    }

    public static TheoryData<string, string> Files =>
        Each(b => b.Asked?.StartsWith("file ", StringComparison.Ordinal) == true, b => b.Asked!);

    [Theory]
    [MemberData(nameof(Shown))]
    public void The_program_prints_what_the_page_shows(string path, string command)
    {
        var page = Page.Of(path);
        var blocks = page.Blocks().Where(b => b.Language == "console" && b.Lines[0] == command).ToList();
        // From the last to the first: rewriting one moves those after it.
        foreach (var block in Enumerable.Reverse(blocks))
        {
            var run = Shell.Run(command["$ ".Length..]);
            // A page may show how wrong use is answered, and then shows it.
            run.Status.ShouldBeLessThan(3, $"{path}:{block.Line + 1}: {run.Error}");
            string[] expected = [command, .. Excerpt.Of(run.Error + run.Output, block.Asked)];
            expected.ShouldNotContain(l => l.StartsWith("(no", StringComparison.Ordinal), $"{path}:{block.Line + 1}");
            if (Writing)
                page.Replace(block, expected);
            else
                block.Lines.ShouldBe(expected, $"{path}:{block.Line + 1}: if the change is meant, ENTENTE_UPDATE_DOCS=1 rewrites the page");
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_that_a_page_gives_runs(string path, string command)
    {
        var run = Shell.Run(command);
        run.Status.ShouldBeLessThan(2, $"{path}: {command}: {run.Error}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_a_page_shows_is_the_file(string path, string asked)
    {
        var page = Page.Of(path);
        var block = page.Blocks().Single(b => b.Asked == asked);
        var lines = File.ReadAllText(Page.FullPath(asked["file ".Length..])).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (Writing)
            page.Replace(block, lines);
        else
            block.Lines.ShouldBe(lines);
    }

    /// <summary>The two commands that the first screen promises, and that .ci/run runs.</summary>
    [Fact]
    public void The_two_commands_are_on_the_first_screen()
    {
        var screen = string.Join('\n', Page.Of("README.md").Lines.Take(60));
        screen.ShouldContain("./entente check samples/article.md samples/interview.txt samples/highlights.md");
        screen.ShouldContain("\ndotnet test");
        File.ReadAllText(Path.Combine(Clone.Root, ".ci", "run")).ShouldContain("\ndotnet test ");
    }

    /// <summary>docs/start.md cites the row that decided, by its line: the line moves when rows are added before it.</summary>
    [Fact]
    public void The_row_that_the_tour_cites_is_the_row_that_decided()
    {
        const string Cite = "$ ./entente record cite ";
        var blocks = Page.Of("docs/start.md").Blocks().Where(b => b.Language == "console").ToList();
        var row = blocks.Single(b => b.Lines[0].StartsWith(Cite, StringComparison.Ordinal)).Lines[0][Cite.Length..];
        blocks
            .Single(b => b.Lines[0].EndsWith("= 36%'", StringComparison.Ordinal))
            .Lines.ShouldContain(l => l.Contains(row + "]", StringComparison.Ordinal));
    }

    private static TheoryData<string, string> Each(Func<Block, bool> kind, Func<Block, string>? key = null)
    {
        var data = new TheoryData<string, string>();
        foreach (var path in Page.All)
        foreach (var block in Page.Of(path).Blocks().Where(kind).DistinctBy(key ?? (b => b.Lines[0])))
            data.Add(path, (key ?? (b => b.Lines[0]))(block));
        return data;
    }
}
