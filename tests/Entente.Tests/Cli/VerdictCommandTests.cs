using System.Text;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Application.Stores;
using Entente.Cli;

namespace Entente.Tests.Cli;

/// <summary>The editor's word and the companion notes from the command line, over the program as it ships.</summary>
public sealed class VerdictCommandTests : IDisposable
{
    private const string Note =
        "In 2022 trade between China and Russia reached $190 billion. Trade between China and Russia grew by 36 percent in 2022.\n";

    private readonly string folder = Directory.CreateTempSubdirectory("entente-verdict-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_word_is_given_shown_survives_and_is_taken_back()
    {
        var note = Write("trade.md", Note);
        Run("check", note).Status.ShouldBe(1);
        var set = Run("verdict", "set", $"{note}#c2", "supported", "--by", "Ada Example", "--reason", "The ministry says so.");
        set.Error.ShouldBeEmpty();
        set.Output.ShouldContain("editor's word: supported (Ada Example, 2026-11-01): The ministry says so.");

        var check = Run("check", note);
        check.Status.ShouldBe(0, "the editor's word stands");
        check.Output.ShouldContain("contradicted  GACC");
        check.Output.ShouldContain("editor's word: supported (Ada Example, 2026-11-01)");
        check.Output.ShouldContain("1 contradicted");

        Write("trade.md", "A new beginning.\n\n" + Note);
        var json = JsonDocument.Parse(Run("check", note, "--format", "json").Output).RootElement;
        var word = json.GetProperty("claims")
            .EnumerateArray()
            .Select(c => c.GetProperty("override"))
            .Single(o => o.ValueKind == JsonValueKind.Object);
        word.GetProperty("verdict").GetString().ShouldBe("supported");
        word.GetProperty("computed").GetString().ShouldBe("contradicted");

        Run("verdict", "set", $"{note}#c2", "disputed", "--by", "Ben Example", "--reason", "Not so sure.").Status.ShouldBe(0);
        var list = JsonDocument.Parse(Run("verdict", "list", "--format", "json").Output).RootElement;
        list.GetProperty("overrides").GetArrayLength().ShouldBe(1, "a new word on a claim replaces the old one");
        Run("verdict", "list").Output.ShouldContain("Ben Example, 2026-11-01: Not so sure.");

        Write("trade.md", Note.Replace("36", "37", StringComparison.Ordinal));
        var orphan = Run("check", note);
        orphan.Status.ShouldBe(1);
        orphan.Output.ReplaceLineEndings(" ").ShouldContain("a number in these words");

        Run("verdict", "remove", list.GetProperty("overrides")[0].GetProperty("id").GetString()!).Status.ShouldBe(0);
        Run("verdict", "list").Output.ShouldBe("no word of an editor\n");
    }

    [Theory]
    [InlineData("found no claim 'c99' in ", "set", "NOTE#c99", "supported", "--by", "A", "--reason", "B")]
    [InlineData("found 'fine', expected a verdict: inconsistent, contradicted,", "set", "NOTE#c1", "fine", "--by", "A", "--reason", "B")]
    [InlineData("found no --reason, expected --reason TEXT, why", "set", "NOTE#c1", "open", "--by", "A")]
    [InlineData("expected FILE#CLAIM, for example notes/trade.md#c7", "set", "NOTE", "open", "--by", "A", "--reason", "B")]
    [InlineData("--date: found '2026', expected a day", "set", "NOTE#c1", "open", "--by", "A", "--reason", "B", "--date", "2026")]
    [InlineData("found 'abc', expected a word; there is none", "remove", "abc")]
    public void Wrong_use_is_one_line_and_status_2(string line, params string[] args)
    {
        var note = Write("trade.md", Note);
        var run = Run(["verdict", .. args.Select(a => a.Replace("NOTE", note, StringComparison.Ordinal))]);
        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.TrimEnd('\n').ShouldNotContain("\n");
        run.Error.ShouldContain(line);
    }

    [Fact]
    public void A_broken_file_is_located_and_never_overwritten()
    {
        var note = Write("trade.md", Note);
        var words = Write("words.yml", "- document: trade.md\n  verdict: fine\n");
        var check = Run("check", note, "--overrides", words);
        check.Error.ShouldContain("words.yml:");
        check.Output.ShouldContain("contradicted");
        Run("verdict", "set", $"{note}#c1", "open", "--by", "A", "--reason", "B", "--overrides", words).Status.ShouldBe(2);
        File.ReadAllText(words).ShouldBe("- document: trade.md\n  verdict: fine\n");
        Run("check", note, "--overrides", Path.Combine(folder, "none.yml")).Status.ShouldBe(2);
    }

    [Fact]
    public void Companion_notes_stand_beside_the_notes_and_are_not_checked_themselves()
    {
        var note = Write("vault/trade.md", Note);
        Write("vault/sub/trade.md", Note);
        var vault = Path.GetDirectoryName(note)!;
        Run("check", vault, "--format", "obsidian", "--out", vault).Status.ShouldBe(1);
        Directory
            .EnumerateFiles(vault)
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["trade-2.entente.md", "trade.entente.md", "trade.md"]);
        File.ReadAllText(note).ShouldBe(Note, "the user's words are never altered");
        File.ReadAllText(Path.Combine(vault, "trade.entente.md")).ShouldContain("> In [[trade]]\n");
        var again = Run("check", vault, "--format", "json");
        again.Output.ShouldNotContain("trade.entente.md\"");
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private (int Status, string Output, string Error) Run(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings
        {
            OpenInput = () => Stream.Null,
            OpenOutput = () => new Unclosed(output),
            Error = error,
            Environment = name => name == "ENTENTE_HOME" ? Path.Combine(folder, "home") : null,
            Today = new Fixed(),
            ProgramFolder = Clone.Root,
        };
        var status = CommandLine.Run(args, surroundings, _ => Installation.Engine);
        return (status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private sealed class Fixed : Entente.Quantities.IToday
    {
        public LocalDate Today => Installation.Today;
    }
}
