using System.Collections.Concurrent;
using System.Text;
using Entente.Application.Composition;
using Entente.Cli;
using Entente.Quantities;

namespace Entente.Tests.Docs;

/// <summary>
/// Runs a command as a page shows it: `./entente …`, with words in quotes, `NAME=value` before it, and `echo '…' |` as its input. The
/// program runs inside the tests, from the root of the clone, on a fixed day.
/// </summary>
internal static class Shell
{
    // One engine for each overlay: the record is read once.
    private static readonly ConcurrentDictionary<string, Engine> Engines = new(StringComparer.Ordinal);

    static Shell() => Directory.SetCurrentDirectory(Clone.Root);

    public sealed record Result(int Status, string Output, string Error);

    public static Result Run(string command)
    {
        var words = Words(command);
        var input = "";
        if (words[0] == "echo")
        {
            var bar = words.IndexOf("|");
            input = string.Join(' ', words[1..bar]) + "\n";
            words = words[(bar + 1)..];
        }
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        while (words[0].IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
        {
            variables[words[0][..at]] = words[0][(at + 1)..];
            words = words[1..];
        }
        if (words[0] != "./entente")
            throw new InvalidDataException($"found '{words[0]}', expected './entente': {command}");
        // What a page writes to a file goes nowhere near the clone.
        var written = words.IndexOf("--out");
        if (written >= 0)
            words[written + 1] = Path.Combine(Path.GetTempPath(), $"entente-docs-{Guid.NewGuid():N}");
        // Nor does an editor's word reach the editor's own file.
        var engine = variables.GetValueOrDefault("ENTENTE_HOME", "");
        // Nor does what runs leave for later ones get into an example: only the engine sees that folder.
        var shown = new Dictionary<string, string>(variables, StringComparer.Ordinal);
        var home =
            words[1] is "verdict" or "search"
            || words.Contains("--changed")
            || (engine.Length > 0 && words[1] is "check" or "read" or "search")
                ? variables["ENTENTE_HOME"] = Directory.CreateTempSubdirectory("entente-docs-").FullName
                : null;
        try
        {
            return Run(words[1..], variables, shown, input, engine);
        }
        finally
        {
            if (home is not null)
                Directory.Delete(home, recursive: true);
            if (written >= 0)
                File.Delete(words[written + 1]);
        }
    }

    private static Result Run(
        List<string> args,
        Dictionary<string, string> variables,
        Dictionary<string, string> shown,
        string input,
        string engine
    )
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings
        {
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            OpenOutput = () => output,
            Error = error,
            Environment = variables.GetValueOrDefault,
            Today = new FixedToday(),
            ProgramFolder = Clone.Root,
        };
        var status = CommandLine.Run(
            args,
            surroundings,
            s => Engines.GetOrAdd(engine, _ => Composer.Compose(s with { Environment = shown.GetValueOrDefault })),
            CancellationToken.None
        );
        // A stream that was closed still gives its bytes.
        return new(status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Words of a command line; quotes of either kind hold a word together, a `#` after a space begins a comment.</summary>
    internal static List<string> Words(string command)
    {
        var words = new List<string>();
        for (var i = 0; i < command.Length; i++)
        {
            if (command[i] == ' ')
                continue;
            if (command[i] == '#')
                break;
            var word = new StringBuilder();
            for (; i < command.Length && command[i] != ' '; i++)
                if (command[i] is '\'' or '"')
                {
                    var end = command.IndexOf(command[i], i + 1);
                    word.Append(command, i + 1, end - i - 1);
                    i = end;
                }
                else
                    word.Append(command[i]);
            words.Add(word.ToString());
        }
        return words;
    }

    private sealed class FixedToday : IToday
    {
        public LocalDate Today => Installation.Today;
    }
}
