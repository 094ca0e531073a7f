using System.Net;
using System.Text;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Quantities;
using Entente.Web.Hosting;

namespace Entente.Web.Tests.Hosting;

/// <summary>
/// A real server on a free port, with a home and a folder of its own, on the catalogue and the record as they ship. Gone when the test is over.
/// </summary>
internal sealed class Office : IAsyncDisposable
{
    /// <summary>The day up to which the record is consulted: what is tested must not move with the calendar.</summary>
    public static readonly LocalDate Today = new(2026, 11, 1);

    private readonly StringWriter error = new() { NewLine = "\n" };
    private readonly bool ownsFolder;
    private EntenteServer? server;
    private readonly Func<Surroundings, Engine> compose;
    private Func<Office, ServeOptions, ServeOptions>? change;
    private int port;

    private Office(string? folder, Func<Surroundings, Engine> compose)
    {
        this.compose = compose;
        ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("entente-office-").FullName;
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Texts);
    }

    public string Folder { get; }

    public string Home => Path.Combine(Folder, "home");

    /// <summary>A folder of texts; on the shelf unless the options say otherwise.</summary>
    public string Texts => Path.Combine(Folder, "texts");

    public HttpClient Client { get; private set; } = new();

    public Uri Address => Server.Address;

    public EntenteServer Server => server ?? throw new InvalidOperationException("it is closed");

    /// <summary>What a command would be run in that is asked beside the server.</summary>
    public Surroundings Surroundings =>
        new Surroundings
        {
            OpenInput = () => Stream.Null,
            OpenOutput = () => Stream.Null,
            Error = TextWriter.Synchronized(error),
            Environment = name => name == "ENTENTE_HOME" ? Home : null,
            Today = new Day(),
            ProgramFolder = Clone.Root,
        };

    /// <summary>What the server said to standard error.</summary>
    public string Said => error.ToString();

    /// <param name="prepare">Fills home and texts before the server starts.</param>
    /// <param name="change">Changes the options.</param>
    /// <param name="folder">The folder of an office that was there before; it stays when this one is gone.</param>
    /// <param name="compose">Another engine than the real one.</param>
    public static async Task<Office> Open(
        Action<Office>? prepare = null,
        Func<Office, ServeOptions, ServeOptions>? change = null,
        string? folder = null,
        Func<Surroundings, Engine>? compose = null
    )
    {
        var office = new Office(folder, compose ?? Composer.Compose);
        prepare?.Invoke(office);
        office.change = change;
        await office.Start(change);
        return office;
    }

    /// <summary>Ends the server and starts another on the same home, as after a restart.</summary>
    public async Task Restart()
    {
        await Stop();
        await StartAgain();
    }

    /// <summary>After <see cref="Stop"/>: another server, at the same address.</summary>
    public Task StartAgain() => Start((office, options) => (change?.Invoke(office, options) ?? options) with { Port = port });

    public async Task Stop()
    {
        if (server is not null)
            await server.DisposeAsync();
        server = null;
    }

    /// <summary>A request as the page sends it: with the token and the cookie where it changes something.</summary>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (method != HttpMethod.Get)
            request.Headers.Add("X-Entente-Antiforgery", await Token());
        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> Get(string path) => Send(HttpMethod.Get, path);

    public Task<HttpResponseMessage> Post(string path, object body) =>
        Send(HttpMethod.Post, path, new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"));

    /// <summary>The JSON of an address that must answer with it.</summary>
    public async Task<JsonElement> Json(string path)
    {
        using var answer = await Get(path);
        return await Json(answer);
    }

    public static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }

    /// <summary>Problem details, which must be whole and tell no stack trace.</summary>
    public static async Task<JsonElement> Problem(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(text).RootElement.Clone();
        foreach (var name in new[] { "type", "title", "detail", "where", "found", "expected" })
            problem.GetProperty(name).GetString().ShouldNotBeNullOrEmpty(name);
        text.ShouldNotContain("   at ");
        text.ShouldNotContain("Exception");
        return problem;
    }

    /// <summary>A job, followed to its end.</summary>
    public async Task<JsonElement> Ended(HttpResponseMessage accepted)
    {
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted, await accepted.Content.ReadAsStringAsync());
        var address = accepted.Headers.Location!.ToString();
        while (true)
        {
            var job = await Json(address);
            if (job.GetProperty("state").GetString() is "done" or "failed" or "cancelled")
                return job;
            await Task.Delay(20);
        }
    }

    public async Task<string> Token() => (await Json("/api/session")).GetProperty("token").GetString()!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Stop();
        await error.DisposeAsync();
        if (ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private async Task Start(Func<Office, ServeOptions, ServeOptions>? with)
    {
        var options = new ServeOptions { Port = 0, Paths = [Texts] };
        server = await EntenteServer.Start(with?.Invoke(this, options) ?? options, Surroundings, compose);
        port = Address.Port;
        Client.Dispose();
        // What the certificates of tests say is tested where it matters.
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
            ServerCertificateCustomValidationCallback = (_, _, _, _) => true,
        };
        Client = new HttpClient(handler) { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(5) };
    }

    private sealed class Day : IToday
    {
        LocalDate IToday.Today => Today;
    }
}
