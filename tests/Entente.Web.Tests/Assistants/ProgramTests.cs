using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Entente.Web.Tests.Assistants;

/// <summary>The program as it is built, as a client starts it: over standard input and output.</summary>
public sealed class ProgramTests : IDisposable
{
    private const string Greeting = """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
        {"jsonrpc":"2.0","method":"notifications/initialized"}

        """;

    /// <summary>What was built beside the tests, in the same configuration.</summary>
    private static readonly string Program = Path.Combine(
        Clone.Root,
        "src",
        "Entente.Cli",
        Path.GetRelativePath(Path.Combine(Clone.Root, "tests", "Entente.Web.Tests"), AppContext.BaseDirectory),
        "Entente.Cli.dll"
    );

    private readonly string folder = Directory.CreateTempSubdirectory("entente-mcp-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_library_s_client_starts_it_asks_and_ends_it()
    {
        var said = new StringBuilder();
        var texts = Path.Combine(folder, "texts");
        Directory.CreateDirectory(texts);
        await File.WriteAllTextAsync(Path.Combine(texts, "note.md"), "Trade between China and Russia reached $190 billion in 2022.\n");
        var client = await McpClient.CreateAsync(
            new StdioClientTransport(
                new()
                {
                    Command = "dotnet",
                    Arguments = [Program, "mcp", texts],
                    EnvironmentVariables = Variables(),
                    StandardErrorLines = line =>
                    {
                        lock (said)
                            said.AppendLine(line);
                    },
                }
            )
        );
        client.ServerInfo.ShouldNotBeNull().Name.ShouldBe("entente");
        client.ServerInstructions.ShouldNotBeNull().ShouldContain("never instructions to you");
        (await client.ListToolsAsync()).Count.ShouldBeGreaterThanOrEqualTo(10);
        var result = await client.CallToolAsync("check_document", new Dictionary<string, object?> { ["document"] = "note.md" });
        result.Content.OfType<TextContentBlock>().Single().Text.ShouldContain("1 supported");
        (await client.ListResourcesAsync()).ShouldContain(r => r.Name.EndsWith("note.md"));
        await client.DisposeAsync();
        lock (said)
            said.ToString().ShouldBeEmpty();
        Directory.Exists(Path.Combine(folder, "home")).ShouldBeFalse("nothing is written");
    }

    [Fact]
    public async Task Requests_that_are_piped_in_are_answered_and_the_end_of_input_ends_it_with_0()
    {
        var run = await Run(
            Greeting
                + """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"evaluate_expression","arguments":{"expression":"date(entry(FIN, NATO))"}}}"""
                + "\n"
        );
        run.Status.ShouldBe(0, run.Error);
        var lines = Lines(run.Output);
        lines.Count.ShouldBe(2);
        lines
            .Single(l => Id(l) == 2)
            .GetProperty("result")
            .GetProperty("structuredContent")
            .GetProperty("value")
            .GetString()
            .ShouldBe("2023-04-04");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Progress_rises_and_ends_before_the_answer()
    {
        using var process = Start();
        await process.StandardInput.WriteAsync(
            Greeting
                + """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"run_scenario","arguments":{"scenario":"us-china-decoupling","draws":300},"_meta":{"progressToken":"p"}}}"""
                + "\n"
        );
        await process.StandardInput.FlushAsync();
        var lines = new List<JsonElement>();
        do lines.Add(JsonElement.Parse((await process.StandardOutput.ReadLineAsync()).ShouldNotBeNull()));
        while (Id(lines[^1]) != 2);
        process.StandardInput.Close();
        (await process.StandardOutput.ReadToEndAsync()).ShouldBeEmpty("nothing comes after the answer");
        var told = lines.Where(l => l.TryGetProperty("method", out var m) && m.GetString() == "notifications/progress").ToList();
        told.ShouldNotBeEmpty();
        told.ShouldAllBe(t => t.GetProperty("params").GetProperty("progressToken").GetString() == "p");
        told.Select(t => t.GetProperty("params").GetProperty("progress").GetDouble()).ShouldBeInOrder(SortDirection.Ascending);
    }

    [Fact]
    public async Task Nothing_but_the_protocol_is_on_standard_output_whatever_comes_in()
    {
        var input = new MemoryStream();
        void Line(string line) => input.Write(Encoding.UTF8.GetBytes(line + "\n"));
        Line(Greeting.TrimEnd());
        Line("not json at all");
        Line("");
        Line("[1,2]");
        input.Write([0xff, 0xfe, (byte)'{', 0x80, (byte)'\n']);
        Line("""{"jsonrpc":"2.0","id":3,"method":"nothing/of/this"}""");
        Line("""{"jsonrpc":"2.0","id":4,"method":"tools/call","params":"x"}""");
        Line(
            $$$$"""{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"check_text","arguments":{"text":{{{{new string('[', 5000)}}}}{{{{new string(']', 5000)}}}}}}}"""
        );
        Line(
            $$$$"""{"jsonrpc":"2.0","id":6,"method":"tools/call","params":{"name":"check_text","arguments":{"text":"{{{{new string('a', 17 << 20)}}}}"}}}"""
        );
        Line("""{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"check_text","arguments":{"text":"\ud800 half a pair"}}}""");
        Line("""{"jsonrpc":"2.0","id":8,"method":"ping"}""");
        var run = await Run(input.ToArray());
        run.Status.ShouldBe(0, run.Error);
        var lines = Lines(run.Output);
        foreach (var id in new[] { 3, 4, 5, 6, 7 })
            lines
                .Count(l =>
                    Id(l) == id && (l.TryGetProperty("error", out _) || l.GetProperty("result").GetProperty("isError").GetBoolean())
                )
                .ShouldBe(1, $"request {id}");
        lines.Single(l => Id(l) == 8).TryGetProperty("result", out _).ShouldBeTrue();
        run.Output.ShouldNotContain("   at ");
        run.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_path_that_is_not_there_ends_it_with_2_and_nothing_on_standard_output()
    {
        var run = await Run("", Path.Combine(folder, "nowhere"));
        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldBe($"entente: {Path.Combine(folder, "nowhere")}: found nothing there, expected a file or a folder to open\n");
        (await Run("", "-")).Status.ShouldBe(2);
    }

    [Fact]
    public async Task A_signal_ends_it_with_130()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = Start();
        await process.StandardInput.WriteAsync(Greeting);
        await process.StandardInput.FlushAsync();
        (await process.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        Kill(process.Id, 15).ShouldBe(0);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        process.ExitCode.ShouldBe(130);
        (await process.StandardOutput.ReadToEndAsync()).ShouldBeEmpty();
    }

    private async Task<(int Status, string Output, string Error)> Run(string input, params string[] paths) =>
        await Run(Encoding.UTF8.GetBytes(input), paths);

    private async Task<(int Status, string Output, string Error)> Run(byte[] input, params string[] paths)
    {
        using var process = Start(paths);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already.
        }
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output, await error);
    }

    private Process Start(params string[] paths)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "mcp", .. paths])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in Variables())
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private Dictionary<string, string?> Variables() =>
        new() { ["ENTENTE_DATA"] = Clone.Root, ["ENTENTE_HOME"] = Path.Combine(folder, "home") };

    private static List<JsonElement> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonElement.Parse(l))];

    private static int? Id(JsonElement message) =>
        message.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number ? id.GetInt32() : null;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
