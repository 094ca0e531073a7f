using System.Net;
using System.Net.Sockets;
using Entente.Application.Composition;
using Entente.Cli;
using Entente.Quantities;

namespace Entente.Web.Tests.Hosting;

/// <summary>`serve` on the command line.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("entente-serve-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Neither_files_of_the_working_folder_nor_variables_open_another_address()
    {
        var port = FreePort();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "appsettings.json"),
            $$"""{ "urls": "http://0.0.0.0:{{port}}", "Kestrel": { "Endpoints": { "Open": { "Url": "http://0.0.0.0:{{port}}" } } } }"""
        );
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = $"http://0.0.0.0:{port}",
            ["DOTNET_URLS"] = $"http://0.0.0.0:{port}",
            ["ASPNETCORE_HTTP_PORTS"] = $"{port}",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Kestrel__Endpoints__Open__Url"] = $"http://0.0.0.0:{port}",
        };
        using var served = await ServedProcess.Start(folder, variables);
        served.Address.Host.ShouldBe("127.0.0.1");
        served.Address.Port.ShouldNotBe(port);
        using var client = new HttpClient { BaseAddress = served.Address };
        using var answer = await client.GetAsync("/api/session");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var other = new TcpClient();
        await Should.ThrowAsync<SocketException>(() => other.ConnectAsync(IPAddress.Loopback, port));
        var (status, error) = await served.Interrupt();
        status.ShouldBe(0);
        error.ShouldBe("entente: serving; Ctrl+C ends it\n");
    }

    [Theory]
    [InlineData("--port 99999", "--port: found 99999, expected 0 to 65535")]
    [InlineData("nowhere.md", "nowhere.md: found nothing there, expected a file or a folder to put on the shelf")]
    [InlineData("--share", "neither --certificate nor --behind-proxy")]
    [InlineData("--behind-proxy https://a.example", "expected --share with it")]
    [InlineData("--listen 0.0.0.0", "--listen: found nothing there")]
    public void Wrong_use_is_said_in_a_line_and_nothing_is_opened(string args, string said)
    {
        var (status, error) = Run(args.Split(' '));
        status.ShouldBe(2);
        error.ShouldContain(said);
        error.Trim().ShouldNotContain('\n');
    }

    [Fact]
    public void A_port_that_is_taken_is_said()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var (status, error) = Run("--port", $"{port}");
        status.ShouldBe(2);
        error.ShouldContain($"--port {port}: found a port that is not to be had, expected a free one (--port 0 takes any)");
    }

    private (int Status, string Error) Run(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var status = CommandLine.Run(
            ["serve", .. args],
            new Surroundings
            {
                OpenInput = () => Stream.Null,
                OpenOutput = () => output,
                Error = error,
                Environment = name => name == "ENTENTE_HOME" ? Path.Combine(folder, "home") : null,
                Today = new Day(),
                ProgramFolder = Clone.Root,
            },
            Composer.Compose
        );
        return (status, error.ToString());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Day : IToday
    {
        public LocalDate Today => Office.Today;
    }
}
