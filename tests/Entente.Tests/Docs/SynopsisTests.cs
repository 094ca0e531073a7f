using Entente.Tests.Cli;

namespace Entente.Tests.Docs;

/// <summary>
/// Every command of a page is run by one of the tests here: in `console`, `session` and `sh` blocks. What is indented instead is the form of a
/// command, with words in capitals to be replaced or what it does beside it; the program must know the command and its options.
/// </summary>
public sealed class SynopsisTests
{
    private static readonly string[] Run = ["console", "session", "sh"];
    private static readonly string[] NotCommands = ["claim", "error", "yaml", "markdown", "csharp", "json", "text"];
    private static readonly string[] Placeholders = ["FILE", "PATH", "EXPRESSION", "WORD", "WHAT", "ROW", "ID", "NAME", "FOLDER"];

    public static TheoryData<string> Pages => [.. Page.All];

    public static TheoryData<string, string> Forms
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var path in Page.All)
            foreach (var line in Page.Of(path).Lines.Where(IsIndented))
                data.Add(path, line.Trim());
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_command_escapes(string path)
    {
        var page = Page.Of(path);
        // What a test of its own writes has a comment that says so.
        foreach (var block in page.Blocks().Where(b => b.Language.Length > 0 || b.Asked is null))
        {
            Run.Concat(NotCommands).ShouldContain(block.Language, $"{path}:{block.Line + 1}: a kind of block that no test looks at");
            if (NotCommands.Contains(block.Language))
                block.Lines.ShouldNotContain(
                    l => l.StartsWith("./entente ", StringComparison.Ordinal) || l.StartsWith("$ ", StringComparison.Ordinal),
                    $"{path}:{block.Line + 1}"
                );
            if (block.Language == "sh")
                block.Lines.ShouldAllBe(l => IsRun(l), $"{path}:{block.Line + 1}");
        }
        foreach (var line in page.Lines.Where(IsIndented))
            IsForm(line.Trim())
                .ShouldBeTrue($"{path}: '{line.Trim()}' could be run: it belongs into a block marked sh, console or session");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_program_knows_the_form_of_a_command(string path, string form)
    {
        var words = Shell.Words(form)[1..];
        var name = words.TakeWhile(w => w.All(c => char.IsAsciiLetterLower(c) || c == '-') && w[0] != '-').ToList();
        using var desk = new Desk();
        // What follows a command may be said in plain words: the longest beginning that is a command counts.
        while (
            name.Count > 1 && !desk.Run([.. name, "--help"]).Output.Contains($"entente {string.Join(' ', name)}", StringComparison.Ordinal)
        )
            name.RemoveAt(name.Count - 1);
        var help = desk.Run([.. name, "--help"]);
        help.Status.ShouldBe(0, $"{path}: {form}");
        foreach (var option in words.Select(w => w.Trim('[', ']')).Where(w => w.StartsWith("--", StringComparison.Ordinal)))
            help.Output.ShouldContain(option, Case.Sensitive, $"{path}: {form}");
    }

    // Two are run by .ci/run itself, and what installs the program is no command of it.
    private static bool IsRun(string line) =>
        line.Length == 0 || line.Contains("./entente ", StringComparison.Ordinal) || line.StartsWith("dotnet ", StringComparison.Ordinal);

    private static bool IsIndented(string line) =>
        line.StartsWith("    ./entente ", StringComparison.Ordinal) || line.StartsWith("    entente ", StringComparison.Ordinal);

    private static bool IsForm(string line) =>
        line.Contains("   ", StringComparison.Ordinal)
        || line.Split(' ').Any(w => Placeholders.Contains(w.Trim('[', ']', '…')) || w.Contains('|', StringComparison.Ordinal));
}
