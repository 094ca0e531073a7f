using System.Text;
using Entente.Application.Composition;
using Entente.Cli;
using Entente.Quantities;

namespace Entente.Tests.Cli;

/// <summary>A folder that is checked again: only what has changed is worked out, and the report is what it would have been.</summary>
public sealed class RememberedRunsTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("entente-again-").FullName;
    private int extractions;

    public RememberedRunsTests()
    {
        Directory.CreateDirectory(Texts);
        Write("a.md", "Trade between China and Russia reached $240 billion in 2023. Xi said: “We will not yield”.");
        Write("b.md", "Trade between China and Russia reached $190 billion in 2023.");
        Write("c.md", "---\ntitle: Zug\n---\nThe border is long. In 2022 trade between China and Russia grew by 36 percent.");
    }

    private string Texts => Path.Combine(root, "texts");

    private string Home => Path.Combine(root, "home");

    private string Store => Path.Combine(Home, "results", "results.bin");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("obsidian")]
    [InlineData("claimreview")]
    public void The_second_report_is_the_first_and_costs_nothing(string format)
    {
        var first = Check("--format", format);
        extractions.ShouldBe(3);
        Check("--format", format).ShouldBe(first);
        extractions.ShouldBe(3);
        Check("--format", format, "--fresh").ShouldBe(first);
        extractions.ShouldBe(6);
    }

    [Fact]
    public void Only_what_has_changed_is_worked_out()
    {
        Check();
        Write("b.md", "Trade between China and Russia reached $111 billion in 2023.");
        Check().ShouldContain("$111 billion");
        extractions.ShouldBe(4);
        File.Move(Path.Combine(Texts, "a.md"), Path.Combine(Texts, "d.md"));
        Check().ShouldContain("d.md");
        extractions.ShouldBeGreaterThan(4);
    }

    [Fact]
    public void Another_day_or_another_option_is_another_result()
    {
        Check();
        Check("--as-of", "2023-01-01");
        extractions.ShouldBe(6);
        Check("--published", "2024-02-03");
        extractions.ShouldBe(9);
    }

    [Fact]
    public void An_editors_word_is_heard_at_once()
    {
        Check().ShouldNotContain("Ada Example");
        var set = Run("verdict", "set", Path.Combine(Texts, "b.md") + "#c1", "supported", "--by", "Ada Example", "--reason", "Looked up.");
        set.Error.ShouldBeEmpty();
        Check().ShouldContain("Ada Example");
    }

    [Fact]
    public void A_store_that_somebody_wrote_into_is_not_believed()
    {
        var first = Check();
        var bytes = File.ReadAllBytes(Store);
        for (var at = 18; at < bytes.Length; at += 97)
        {
            var torn = bytes.ToArray();
            torn[at] ^= 0x55;
            File.WriteAllBytes(Store, at % 2 == 0 ? torn : torn[..at]);
            Check().ShouldBe(first, $"byte {at}");
        }
    }

    [Fact]
    public void A_home_that_is_a_file_costs_only_the_memory()
    {
        File.WriteAllText(Home, "");
        Check();
        Check().ShouldContain("$240 billion");
        extractions.ShouldBe(6);
    }

    [Fact]
    public void A_single_text_is_always_worked_out()
    {
        Run("check", Path.Combine(Texts, "a.md"));
        Run("check", Path.Combine(Texts, "a.md"));
        extractions.ShouldBe(2);
        File.Exists(Store).ShouldBeFalse();
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Texts, name), text + "\n");

    private string Check(params string[] options) => Run(["check", Texts, .. options]).Output;

    private (string Output, string Error) Run(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings
        {
            OpenInput = () => Stream.Null,
            OpenOutput = () => new Unclosed(output),
            Error = error,
            Environment = name => name == "ENTENTE_HOME" ? Home : null,
            Today = new Fixed(),
            ProgramFolder = Clone.Root,
        };
        var engine = Installation.Engine with
        {
            Extract = (document, cancellation) =>
            {
                Interlocked.Increment(ref extractions);
                return Installation.Engine.Extract(document, cancellation);
            },
        };
        CommandLine.Run(args, surroundings, _ => engine).ShouldBeLessThan(2);
        return (Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private sealed class Fixed : IToday
    {
        public LocalDate Today => Installation.Today;
    }
}
