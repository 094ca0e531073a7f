using System.Text;
using Entente.Application.Composition;
using Entente.Cli;
using Entente.Tests.Cli;

namespace Entente.Tests.Docs;

/// <summary>`serve` goes on until it is stopped: each command that a page gives is started on a port that is free, without a browser, and stopped.</summary>
public sealed class ServeCommandTests
{
    public static TheoryData<string, string> Commands
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var path in Page.All)
            foreach (var line in Page.Of(path).Blocks().Where(b => b.Language == "sh").SelectMany(b => b.Lines).Where(Serves))
                data.Add(path, line);
            return data;
        }
    }

    internal static bool Serves(string line) => line.StartsWith("./entente serve", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_server_that_a_page_starts_says_where_it_is_and_ends_when_told(string path, string command)
    {
        using var desk = new Desk();
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var error = new StringWriter { NewLine = "\n" };
        var output = new Announced();
        var words = Shell.Words(command)[1..].Where(w => w != "--open").ToList();
        var port = words.IndexOf("--port");
        if (port >= 0)
            words.RemoveRange(port, 2);
        var surroundings = new Surroundings
        {
            OpenInput = () => Stream.Null,
            OpenOutput = () => new Unclosed(output),
            Error = error,
            Environment = name => name == "ENTENTE_HOME" ? desk.Home : null,
            Today = new FixedDay(),
            ProgramFolder = Clone.Root,
        };
        var running = Task.Run(
            () => CommandLine.Run([.. words, "--port", "0"], surroundings, Composer.Compose, stop.Token),
            CancellationToken.None
        );
        var ended = await Task.WhenAny(output.Line, running);
        ended.ShouldBe(output.Line, $"{path}: {command}: {error}");
        (await output.Line).ShouldStartWith("http://127.0.0.1:");
        await stop.CancelAsync();
        (await running).ShouldBe(0, error.ToString());
    }

    private sealed class FixedDay : Entente.Quantities.IToday
    {
        public LocalDate Today => Installation.Today;
    }

    // Says when a whole line has been written.
    private sealed class Announced : MemoryStream
    {
        private readonly TaskCompletionSource<string> line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => line.Task;

        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, count);
            Look();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer);
            Look();
        }

        private void Look()
        {
            var text = Encoding.UTF8.GetString(ToArray());
            if (text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end)
                line.TrySetResult(text[..end]);
        }
    }
}
