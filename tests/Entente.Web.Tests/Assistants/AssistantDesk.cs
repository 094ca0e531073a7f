using System.IO.Pipelines;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Quantities;
using Entente.Web.Assistants;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Entente.Web.Tests.Assistants;

/// <summary>
/// A server and the library's own client over two pipes, with a home and a folder of texts of their own, on catalogue and record as they ship.
/// </summary>
internal sealed class AssistantDesk : IAsyncDisposable
{
    /// <summary>What is tested must not move with the calendar.</summary>
    public static readonly LocalDate Today = new(2026, 11, 1);

    private readonly StringWriter error = new() { NewLine = "\n" };
    private readonly CancellationTokenSource signal = new();
    private readonly Pipe toServer = new();
    private readonly Pipe toClient = new();
    private McpClient? client;
    private Task serving = Task.CompletedTask;

    private AssistantDesk()
    {
        Folder = Directory.CreateTempSubdirectory("entente-mcp-").FullName;
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Texts);
    }

    public string Folder { get; }

    public string Home => Path.Combine(Folder, "home");

    /// <summary>The folder that is opened.</summary>
    public string Texts => Path.Combine(Folder, "texts");

    public McpClient Client => client ?? throw new InvalidOperationException("not connected");

    /// <summary>What was said to standard error.</summary>
    public string Said => error.ToString();

    /// <param name="prepare">Fills the folders before the server starts.</param>
    /// <param name="compose">Another engine than the real one.</param>
    public static async Task<AssistantDesk> Open(Action<AssistantDesk>? prepare = null, Func<Surroundings, Engine>? compose = null)
    {
        var desk = new AssistantDesk();
        prepare?.Invoke(desk);
        var context = new CommandContext(
            desk.Surroundings(),
            () => throw new InvalidOperationException("the server has its own engine"),
            desk.signal.Token
        );
        desk.serving = Task.Run(() => AssistantServer.RunAsync(context, compose ?? Composer.Compose, [desk.Texts], TimeSpan.Zero));
        desk.client = await McpClient.CreateAsync(
            new StreamClientTransport(desk.toServer.Writer.AsStream(), desk.toClient.Reader.AsStream()),
            new()
            {
                ClientInfo = new() { Name = "tests", Version = "1" },
            }
        );
        return desk;
    }

    public string File(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public async Task<CallToolResult> Call(string tool, object? arguments = null, CancellationToken cancellation = default) =>
        await Client.CallToolAsync(tool, Arguments(arguments), cancellationToken: cancellation);

    /// <summary>The structured result of a call that must have one.</summary>
    public async Task<JsonElement> Json(string tool, object? arguments = null)
    {
        var result = await Call(tool, arguments);
        (result.IsError ?? false).ShouldBeFalse(Text(result));
        return Structured(result);
    }

    /// <summary>What was wrong with a call that must fail.</summary>
    public async Task<(string Line, JsonElement Problem)> Fails(string tool, object? arguments = null)
    {
        var result = await Call(tool, arguments);
        (result.IsError ?? false).ShouldBeTrue(Text(result));
        Text(result).ShouldNotContain("   at ");
        return (Text(result), Structured(result));
    }

    public static string Text(CallToolResult result) => string.Join('\n', result.Content.OfType<TextContentBlock>().Select(c => c.Text));

    public static JsonElement Structured(CallToolResult result) =>
        JsonElement.Parse(result.StructuredContent?.ToString() ?? throw new InvalidOperationException("no structured content"));

    /// <summary>Files and folders with their bytes, to see that nothing was changed.</summary>
    public static string Contents(string folder) =>
        string.Join(
            '\n',
            Directory
                .EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(p => System.IO.File.Exists(p) ? $"{p} {Convert.ToBase64String(System.IO.File.ReadAllBytes(p))}" : p)
        );

    /// <summary>The client closes its end, and the server must come to its own.</summary>
    public async Task Close()
    {
        await Client.DisposeAsync();
        await toServer.Writer.CompleteAsync();
        await serving.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        await signal.CancelAsync();
        await Client.DisposeAsync();
        await toServer.Writer.CompleteAsync();
        try
        {
            await serving.WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (OperationCanceledException)
        {
            // As the signal asked.
        }
        signal.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private Surroundings Surroundings() =>
        new()
        {
            OpenInput = () => toServer.Reader.AsStream(),
            OpenOutput = () => toClient.Writer.AsStream(),
            Error = error,
            Environment = name =>
                name switch
                {
                    "ENTENTE_DATA" => Clone.Root,
                    "ENTENTE_HOME" => Home,
                    _ => null,
                },
            Today = new FixedDay(),
            ProgramFolder = AppContext.BaseDirectory,
        };

    private static Dictionary<string, object?> Arguments(object? given) =>
        given is null ? []
        : given is Dictionary<string, object?> named ? named
        : given.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(given));

    private sealed class FixedDay : IToday
    {
        public LocalDate Today => AssistantDesk.Today;
    }
}
