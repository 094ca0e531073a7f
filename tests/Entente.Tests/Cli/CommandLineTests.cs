using System.Text;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Checking;
using Entente.Cli;
using Entente.Quantities;
using Entente.Reading;
using Entente.Reading.Text;
using Entente.Reports;
using Entente.Tests.Reports;

namespace Entente.Tests.Cli;

/// <summary>The command line over an engine that finds what a text asks it to: what is tested is files, options, output and exit status.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("entente-cli-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("fine", 0)]
    [InlineData("wrong", 1)]
    public void The_status_says_whether_something_is_contradicted(string text, int status)
    {
        var run = Run("check", File("a.md", text));
        run.Status.ShouldBe(status);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("1 claim: 1 " + (status == 0 ? "supported" : "contradicted"));
        Run("check", File("a.md", text), "--exit-zero").Status.ShouldBe(0);
    }

    [Theory]
    [InlineData(
        "entente: found no command, expected one of check, read, quantities, ask, record, panel, profile, similarity, measure, estimate, whatif, game, vote, forecasts, verdict, search, serve, mcp (see 'entente --help')"
    )]
    [InlineData(
        "entente: found 'fly', expected one of check, read, quantities, ask, record, panel, profile, similarity, measure, estimate, whatif, game, vote, forecasts, verdict, search, serve, mcp (see 'entente --help')",
        "fly"
    )]
    [InlineData(
        "entente check: found '--format xml', expected '--format text|json|html|markdown|obsidian|claimreview' (see 'entente check --help')",
        "check",
        "x",
        "--format",
        "xml"
    )]
    [InlineData(
        "entente quantities: found '--loud', expected an option or argument of this command (see 'entente quantities --help')",
        "quantities",
        "--loud"
    )]
    [InlineData(
        "entente: --as-of: found '9 April', expected a date such as 2024-04-09, 2024-04 or 2024",
        "check",
        "x",
        "--as-of",
        "9 April"
    )]
    [InlineData(
        "entente: --published: found '2024-13', expected a date such as 2024-04-09, 2024-04 or 2024",
        "check",
        "x",
        "--published",
        "2024-13"
    )]
    public void Wrong_use_is_one_line_and_status_2(string line, params string[] args)
    {
        var run = Run(args);
        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldBe(line + "\n");
    }

    [Fact]
    public void A_named_path_that_fails_gives_2_after_the_rest_ran()
    {
        var run = Run("check", Path.Combine(folder, "missing.md"), File("a.md", "fine"), "--format", "json");
        run.Status.ShouldBe(2);
        run.Error.ShouldBe(
            $"entente: {Path.Combine(folder, "missing.md")}: found nothing there, expected a file, a folder or - for standard input\n"
        );
        Lines(run.Output).Select(Schema).ShouldBe(["entente/check/1", "entente/corpus/1"]);
    }

    [Fact]
    public void What_a_folder_holds_besides_texts_is_listed_and_left()
    {
        File("notes/b.md", "fine");
        File("notes/a.txt", "fine");
        File("notes/broken.md", "unreadable");
        File("notes/photo.jpg", "no text");
        File("notes/.obsidian/hidden.md", "fine");
        var run = Run("check", Path.Combine(folder, "notes"), "--format", "json");
        run.Status.ShouldBe(0);
        Lines(run.Output)
            .SkipLast(1)
            .Select(l => Path.GetFileName(JsonDocument.Parse(l).RootElement.GetProperty("document").GetProperty("path").GetString()))
            .ShouldBe(["a.txt", "b.md"]);
        Lines(run.Error).Length.ShouldBe(2);
        run.Error.ShouldContain("broken.md: found no text, expected a text");
        run.Error.ShouldContain("photo.jpg: found a .jpg file, expected a text (.md, .txt, .html, .docx, .srt, .vtt, .json)");
    }

    [Fact]
    public void A_circle_of_links_is_walked_once()
    {
        File("notes/a.md", "fine");
        Directory.CreateSymbolicLink(Path.Combine(folder, "notes", "again"), Path.Combine(folder, "notes"));
        Directory.CreateDirectory(Path.Combine(folder, "notes", "deep"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "notes", "deep", "up"), "..");
        var run = Run("check", Path.Combine(folder, "notes"), "--format", "json");
        Lines(run.Output).Length.ShouldBe(2);
    }

    [Fact]
    public void Results_come_in_the_order_of_the_inputs_however_many_workers()
    {
        for (var i = 0; i < 60; i++)
            File($"many/{i:00}.md", i % 7 == 0 ? "slow" : "fine");
        var run = Run("check", Path.Combine(folder, "many"), "--format", "json");
        Lines(run.Output)
            .SkipLast(1)
            .Select(l => Path.GetFileName(JsonDocument.Parse(l).RootElement.GetProperty("document").GetProperty("path").GetString()))
            .ShouldBe(Enumerable.Range(0, 60).Select(i => $"{i:00}.md"));
        JsonDocument.Parse(Lines(run.Output)[^1]).RootElement.GetProperty("summary").GetProperty("claims").GetInt32().ShouldBe(60);
    }

    [Fact]
    public void Standard_input_is_a_dash()
    {
        var run = Run(new World { Input = "wrong" }, "check", "-", "--format", "json");
        run.Status.ShouldBe(1);
        Lines(run.Output).Length.ShouldBe(1);
    }

    [Fact]
    public void An_endless_line_is_refused_before_it_is_read()
    {
        var path = Path.Combine(folder, "endless.txt");
        using (var file = new FileStream(path, FileMode.Create))
            file.SetLength(200_000_000);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var run = Run("check", path);
        run.Status.ShouldBe(2);
        run.Error.ShouldBe($"entente: {path}: found 190.7 MB, expected at most 64 MB (split it into its texts)\n");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_stream_without_end_is_refused_too()
    {
        var run = Run(new World { InputStream = new EndlessStream() }, "check", "-");
        run.Status.ShouldBe(2);
        run.Error.ShouldBe("entente: standard input: found more than 64 MB, expected at most 64 MB\n");
    }

    [SkippableFact]
    public void A_folder_without_permission_is_said_and_status_2()
    {
        if (OperatingSystem.IsWindows())
            return;
        Skip.If(Environment.IsPrivilegedProcess, "permissions do not bind a privileged user");
        var locked = Directory.CreateDirectory(Path.Combine(folder, "locked"));
        locked.UnixFileMode = UnixFileMode.None;
        try
        {
            var run = Run("check", locked.FullName);
            run.Status.ShouldBe(2);
            run.Error.ShouldContain("found a folder that may not be read, expected read permission");
        }
        finally
        {
            locked.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }
    }

    [Fact]
    public void A_file_of_results_appears_whole_or_not_at_all()
    {
        var report = Path.Combine(folder, "report.html");
        System.IO.File.WriteAllText(report, "before");
        Run("check", File("bad.md", "defect"), "--format", "html", "--out", report).Status.ShouldBe(3);
        System.IO.File.ReadAllText(report).ShouldBe("before");
        Run("check", File("good.md", "fine"), "--format", "html", "--out", report).Status.ShouldBe(0);
        System.IO.File.ReadAllText(report).ShouldStartWith("<!doctype html>");
        Directory.GetFiles(folder, "*.part").ShouldBeEmpty();
        Directory.GetFiles(folder, ".*").ShouldBeEmpty();
        Run("check", File("good.md", "fine"), "--out", Path.Combine(folder, "no", "such", "x")).Status.ShouldBe(2);
    }

    [Fact]
    public void A_defect_is_one_line_and_status_3()
    {
        var run = Run("check", File("a.md", "defect"));
        run.Status.ShouldBe(3);
        run.Error.ShouldBe("entente: this is a defect of Entente: InvalidOperationException: bad state (ENTENTE_DEBUG=1 shows more)\n");
        Run(new World { Debug = true }, "check", File("a.md", "defect")).Error.ShouldContain("   at ");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cancelled_run_ends_with_130(bool several)
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        File("one/a.md", "fine");
        var run = Run(
            new World { Cancellation = cancellation.Token },
            "check",
            several ? Path.Combine(folder, "one") : Path.Combine(folder, "one", "a.md")
        );
        run.Status.ShouldBe(130);
        run.Error.ShouldBe("entente: cancelled\n");
    }

    [Fact]
    public void Colour_only_on_a_terminal_that_wants_it()
    {
        var path = File("a.md", "wrong");
        Run("check", path).Output.ShouldNotContain("\u001b");
        Run(new World { Terminal = true }, "check", path).Output.ShouldContain("\u001b[1;31m");
        Run(new World { Terminal = true, NoColor = "1" }, "check", path).Output.ShouldNotContain("\u001b");
    }

    [Fact]
    public void Messages_hold_no_control_characters()
    {
        var run = Run("check", Path.Combine(folder, "a\u001b[31m\nb.md"));
        run.Error.TrimEnd('\n').ShouldNotContain("\n");
        run.Error.ShouldNotContain("\u001b");
    }

    [Fact]
    public void A_false_answer_is_status_1_and_an_expression_that_does_not_parse_is_2()
    {
        Run("ask", "true").Status.ShouldBe(0);
        Run("ask", "false").Status.ShouldBe(1);
        Run("ask", "false", "--exit-zero").Status.ShouldBe(0);
        var wrong = Run("ask", "((");
        wrong.Status.ShouldBe(2);
        wrong.Error.ShouldBe("entente ask: found '((', expected an expression\n");
    }

    [Fact]
    public void Quantities_answers_every_line_with_a_line()
    {
        var run = Run(new World { Input = "one\n\nthree" }, "quantities", "--format", "json");
        run.Output.ShouldBe(
            "[{\"text\":\"one\",\"start\":0,\"end\":3,\"relation\":\"=\",\"value\":3,\"low\":null,\"high\":null,\"unit\":\"1\",\"change\":null,\"of\":null}]\n[]\n"
                + "[{\"text\":\"three\",\"start\":0,\"end\":5,\"relation\":\"=\",\"value\":5,\"low\":null,\"high\":null,\"unit\":\"1\",\"change\":null,\"of\":null}]\n"
        );
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private static string[] Lines(string text) => text.TrimEnd('\n').Split('\n');

    private static string? Schema(string line) => JsonDocument.Parse(line).RootElement.GetProperty("schema").GetString();

    private static Result Run(params string[] args) => Run(new World(), args);

    private static Result Run(World world, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings
        {
            OpenInput = () => world.InputStream ?? new MemoryStream(Encoding.UTF8.GetBytes(world.Input)),
            OpenOutput = () => new Unclosed(output),
            Error = error,
            OutputIsTerminal = world.Terminal,
            Environment = name =>
                name switch
                {
                    "NO_COLOR" => world.NoColor,
                    "ENTENTE_DEBUG" => world.Debug ? "1" : null,
                    _ => null,
                },
            Today = new FixedToday(),
            ProgramFolder = Clone.Root,
        };
        var status = CommandLine.Run(args, surroundings, _ => Engine, world.Cancellation);
        return new(status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private static Engine Engine { get; } =
        new()
        {
            Read = (bytes, path, _) =>
                Encoding.UTF8.GetString(bytes) is var text && text == "unreadable"
                    ? new InputProblem
                    {
                        Where = path,
                        Found = "no text",
                        Expected = "a text",
                    }
                    : ReportFixture.Document with
                    {
                        Text = text,
                        Path = path,
                        Statements = [],
                        Warnings = [],
                    },
            Extract = (_, _) => new() { Claims = [], Unchecked = [] },
            Check = (document, _, asOf, _) =>
            {
                if (document.Text == "slow")
                    Thread.Sleep(20);
                if (document.Text == "defect")
                    throw new InvalidOperationException("bad state");
                var claim = ReportFixture.Report.Claims[document.Text == "wrong" ? 1 : 0];
                return ReportFixture.Empty with
                {
                    Document = document,
                    AsOf = asOf,
                    Claims = [claim with { Claim = claim.Claim with { Start = 0, End = 1 } }],
                };
            },
            Ask = (expression, _) =>
                expression is "true" or "false"
                    ? new Answer { Expression = expression, Holds = expression == "true" }
                    : new InputProblem
                    {
                        Where = "entente ask",
                        Found = $"'{expression}'",
                        Expected = "an expression",
                    },
            Quantities = line =>
                line.Length == 0
                    ? []
                    :
                    [
                        new ReportedQuantity
                        {
                            Text = line,
                            Start = 0,
                            End = line.Length,
                            Relation = "=",
                            Value = line.Length,
                            Unit = "1",
                        },
                    ],
            Record = () => throw new NotSupportedException(),
            VerifyRecord = () => [],
        };

    private sealed record World
    {
        public string Input { get; init; } = "";

        public Stream? InputStream { get; init; }

        public bool Terminal { get; init; }

        public bool Debug { get; init; }

        public string? NoColor { get; init; }

        public CancellationToken Cancellation { get; init; }
    }

    private sealed record Result(int Status, string Output, string Error);

    private sealed class FixedToday : IToday
    {
        public LocalDate Today => new(2026, 1, 31);
    }
}
