using Entente.Tests.Cli;

namespace Entente.Tests.Docs;

/// <summary>
/// A block marked `session` shows several commands, each after `$`, that follow one another on one desk: what the first leaves in the user's
/// folder the next one finds, and what one writes by `&gt; FILE` another may read. The user's folder is shown as `~/entente`, the clone as
/// `~/clone`. ENTENTE_UPDATE_DOCS=1 rewrites these blocks too.
/// </summary>
public sealed class SessionTests
{
    private const string Prompt = "$ ./entente ";

    public static TheoryData<string, int> Sessions
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var path in Page.All)
            {
                var n = Page.Of(path).Blocks().Count(b => b.Language == "session");
                for (var i = 0; i < n; i++)
                    data.Add(path, i);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sessions))]
    public void The_program_prints_what_the_page_shows(string path, int number)
    {
        var page = Page.Of(path);
        var block = page.Blocks().Where(b => b.Language == "session").ElementAt(number);
        using var desk = new Desk();
        var lines = new List<string>();
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var command in block.Lines.Where(l => l.StartsWith(Prompt, StringComparison.Ordinal)))
        {
            if (lines.Count > 0)
                lines.Add("");
            lines.Add(command);
            var words = Shell.Words(command["$ ".Length..]);
            var into = words.IndexOf(">");
            var args = words[1..(into < 0 ? words.Count : into)].Select(w => written.Contains(w) ? Path.Combine(desk.Folder, w) : w);
            var run = desk.Run([.. args]);
            run.Status.ShouldBeLessThan(3, $"{path}: {command}: {run.Error}");
            if (into >= 0)
            {
                written.Add(words[into + 1]);
                desk.Write(words[into + 1], run.Output);
                run.Output.ShouldNotBeEmpty($"{path}: {command}");
            }
            var shown = run.Error + (into < 0 ? run.Output : "");
            if (shown.Length > 0)
                lines.AddRange(Shown(shown, desk));
        }
        if (Environment.GetEnvironmentVariable("ENTENTE_UPDATE_DOCS") == "1")
            page.Replace(block, lines);
        else
            block.Lines.ShouldBe(lines, $"{path}:{block.Line + 1}: if the change is meant, ENTENTE_UPDATE_DOCS=1 rewrites the page");
    }

    private static string[] Shown(string output, Desk desk) =>
        output
            .Replace(desk.Home, "~/entente", StringComparison.Ordinal)
            .Replace(Clone.Root, "~/clone", StringComparison.Ordinal)
            .Replace('\u00a0', ' ')
            .Replace('\u202f', ' ')
            .TrimEnd('\n')
            .Split('\n');
}
