using Entente.Tests.Cli;
using Entente.Tests.Docs.Findings;
using Entente.Tests.Sources;

namespace Entente.Tests.Docs;

/// <summary>
/// A block of commands after `&lt;!-- public data --&gt;` is run on the publishers' own files where these lie beside the project: what it imports is
/// imported, what the comment names besides (`public data: atop, vdem`) before it. File names are the publisher's and need not be ours.
/// </summary>
public sealed class PublicCommandTests
{
    private const string Mark = "<!-- public data";

    public static TheoryData<string, int> Blocks
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var path in Page.All)
            foreach (var block in Page.Of(path).Blocks().Where(IsPublic))
                data.Add(path, block.Line + 1);
            return data;
        }
    }

    internal static bool IsPublic(Block block) => block.Before.StartsWith(Mark, StringComparison.Ordinal);

    [SkippableTheory]
    [MemberData(nameof(Blocks))]
    public void The_commands_of_a_block_run_one_after_the_other(string path, int line)
    {
        var block = Page.Of(path).Blocks().Single(b => b.Line + 1 == line);
        using var desk = new Desk();
        foreach (var dataset in Needed(block))
            Run(desk, path, ["record", "import", dataset, .. FilesOf(dataset)]);
        foreach (var command in block.Lines)
        {
            var words = Shell.Words(command)[1..];
            if (words is ["record", "import", var dataset, ..])
                words = ["record", "import", dataset, .. FilesOf(dataset)];
            var written = words.IndexOf("--out");
            if (written >= 0)
                words[written + 1] = Path.Combine(desk.Folder, words[written + 1]);
            if (words.IndexOf("portfolios.csv") is >= 0 and var own)
                words[own] = ImportBench.Public("measures", "gmyrus14.csv");
            // Minutes are for the reader: here the sampler takes fewer sweeps.
            if (words.Contains("sampler"))
                words = [.. words, "--draws", "1000", "--from", "2015"];
            Run(desk, path, words);
        }
    }

    private static void Run(Desk desk, string path, IReadOnlyList<string> words)
    {
        var run = desk.Run([.. words]);
        run.Status.ShouldBeLessThan(2, $"{path}: ./entente {string.Join(' ', words)}: {run.Error}");
    }

    private static string[] Needed(Block block)
    {
        var colon = block.Before.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? [] : block.Before[(colon + 2)..^" -->".Length].Split(", ");
    }

    private static IEnumerable<string> FilesOf(string dataset) => FindingDesk.Files[dataset].Select(f => ImportBench.Public(f.Split('/')));
}
