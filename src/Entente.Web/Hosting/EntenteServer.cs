using System.IO.Compression;
using System.Net;
using Entente.Application.Composition;
using Entente.Web.Http;
using Entente.Web.Pages;
using Entente.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Entente.Web.Hosting;

/// <summary>A running server: where it is, and how it ends.</summary>
internal sealed class EntenteServer : IAsyncDisposable
{
    // The bodies of most requests are small; those that are not say so where they are read.
    private const long MostBody = 2 << 20;

    private readonly WebApplication app;

    private EntenteServer(WebApplication app, Uri address) => (this.app, Address) = (app, address);

    /// <summary>The address on this machine, such as `http://127.0.0.1:4750/`.</summary>
    public Uri Address { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Starts; the answer comes when requests are taken.</summary>
    /// <exception cref="WrongUseException">The port is taken.</exception>
    public static async Task<EntenteServer> Start(
        ServeOptions options,
        Surroundings surroundings,
        Func<Surroundings, Engine> compose,
        CancellationToken cancellation = default
    )
    {
        var app = Build(options, surroundings, compose);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception e)
        {
            await app.DisposeAsync();
            if (e is IOException { InnerException: AddressInUseException } or System.Net.Sockets.SocketException)
                throw new WrongUseException(
                    Problems.Problem(
                        FormattableString.Invariant($"--port {options.Port}"),
                        "a port that is not to be had",
                        "a free one",
                        "--port 0 takes any"
                    )
                );
            throw;
        }
        app.Services.GetRequiredService<ReadAhead>().Begin();
        return new(app, new Uri(app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)));
    }

    /// <summary>Until it is stopped.</summary>
    public Task Ended(CancellationToken cancellation) => app.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        try
        {
            await app.StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Somebody held a connection open; the process does not wait for them.
        }
        await app.DisposeAsync();
    }

    private static WebApplication Build(ServeOptions options, Surroundings surroundings, Func<Surroundings, Engine> compose)
    {
        // Empty: neither files in the working folder nor variables of the environment may open an address or change a rule.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = surroundings.ProgramFolder });
        builder.WebHost.UseKestrelCore();
        if (options.Sharing?.Certificate is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBody;
            kestrel.Limits.MaxConcurrentConnections = 1024;
            kestrel.Listen(options.Address, options.Port, listen => Protect(listen, options));
        });
        builder.Logging.AddProvider(new ErrorLog(surroundings.Error)).SetMinimumLevel(LogLevel.Warning);
        // Its keys are never written anywhere, which it warns about.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // What keeps it from starting is said by the command, once.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        var services = builder.Services;
        services.AddRouting();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(o =>
        {
            o.HeaderName = Changes.Header;
            o.Cookie.Name = Changes.Cookie;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = options.Sharing is null ? CookieSecurePolicy.None : CookieSecurePolicy.Always;
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
            o.MimeTypes = ["application/json", "application/problem+json", "text/csv", "image/svg+xml", "text/markdown"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(2));
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, WireTypes.Default));
        services.AddOpenApi("openapi", Documentation.Describe);
        services.AddSingleton(options);
        services.AddSingleton(new Started(SystemClock.Instance.GetCurrentInstant(), options));
        services.AddSingleton(new Workbench(surroundings, compose));
        services.AddSingleton<ReadAhead>();
        Areas.AddServices(services);
        var app = builder.Build();
        Pipeline(app, options, surroundings);
        return app;
    }

    private static void Pipeline(WebApplication app, ServeOptions options, Surroundings surroundings)
    {
        var gate = new Gate(options);
        var ahead = app.Services.GetRequiredService<ReadAhead>();
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Entente.Web");
        var antiforgery = app.Services.GetRequiredService<IAntiforgery>();
        var page = PageFiles.Load(options.PageFolder ?? Path.Combine(surroundings.ProgramFolder, "wwwroot"));
        app.Use(
            (http, next) =>
            {
                if (options.Sharing?.BehindProxy is { } proxy)
                    http.Request.Scheme = proxy.Scheme;
                SafeHeaders.Set(http, options);
                return Problems.Guard(http, next, log);
            }
        );
        app.Use((http, next) => gate.Pass(http, next));
        app.Use((http, next) => ahead.Beside(http, next));
        app.Use((http, next) => Changes.Guard(http, antiforgery, next));
        // A token is never compressed beside what somebody else may have a hand in.
        app.UseWhen(http => http.Request.Path != "/api/session", part => part.UseResponseCompression());
        app.UseRouting();
        Areas.Map(app.MapGroup("/api"));
        app.MapOpenApi("/api/{documentName}.json");
        app.MapFallback("{**path}", page.Serve);
    }

    private static void Protect(ListenOptions listen, ServeOptions options)
    {
        if (options.Sharing?.Certificate is { } certificate)
            listen.UseHttps(certificate);
    }
}
