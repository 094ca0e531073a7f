using System.Collections.Frozen;
using System.Text;
using Entente.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Pages;

/// <summary>
/// The built page, read once: a request names a file of the bundle or it names nothing, so no path can lead elsewhere. Every other address of
/// the page is a deep link, which the page itself understands.
/// </summary>
internal sealed class PageFiles
{
    private const string Index = "/index.html";
    private const long MostBytes = 64 << 20;

    private readonly FrozenDictionary<string, PageFile> files;

    private PageFiles(FrozenDictionary<string, PageFile> files) => this.files = files;

    /// <summary>Whether there is a page: its build needs Node, which not everybody has.</summary>
    public bool Built => files.ContainsKey(Index);

    /// <param name="folder">Where the bundle lies, with `.br` and `.gz` copies beside its files.</param>
    public static PageFiles Load(string folder)
    {
        var found = new Dictionary<string, PageFile>(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
            return new(found.ToFrozenDictionary());
        long all = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (path.EndsWith(".br", StringComparison.Ordinal) || path.EndsWith(".gz", StringComparison.Ordinal))
                continue;
            if (Type(path) is not { } type)
                continue;
            var body = File.ReadAllBytes(path);
            all += body.Length;
            if (all > MostBytes)
                break;
            var name = "/" + Path.GetRelativePath(folder, path).Replace('\\', '/');
            found[name] = new(body, Beside(path + ".br"), Beside(path + ".gz"), type, Answers.ETag(body), IsHashed(name));
        }
        return new(found.ToFrozenDictionary(StringComparer.Ordinal));
    }

    public async Task Serve(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        var path = http.Request.Path.Value ?? "/";
        if (files.TryGetValue(path, out var file))
        {
            await Send(http, file);
            return;
        }
        // What has an extension is a file that is not there; the rest are addresses within the page.
        var missing = path.StartsWith("/api/", StringComparison.Ordinal) || path == "/api" || Path.HasExtension(path);
        if (missing && !path.StartsWith("/read/", StringComparison.Ordinal))
        {
            await Problems.Missing(path, "no such address", "one of /api/openapi.json, or a view of the page").ExecuteAsync(http);
            return;
        }
        if (files.TryGetValue(Index, out var index))
        {
            await Send(http, index);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.ContentType = "text/html; charset=utf-8";
        await Answers.Body(http, Encoding.UTF8.GetBytes(NotBuilt));
    }

    private const string NotBuilt = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Entente: the page is not built</title></head>
        <body>
        <main>
        <h1>The page is not built</h1>
        <p>Building it needs Node.js 20 or newer with npm, which was not found when this program was built.</p>
        <p>Install Node.js, run <code>./entente serve</code> again, and it is built. Everything else works without:
        the command line, its reports, and the <a href="/api/openapi.json">HTTP interface</a>.</p>
        </main>
        </body>
        </html>
        """;

    private static async Task Send(HttpContext http, PageFile file)
    {
        var response = http.Response;
        if (Answers.IsKnown(http, file.ETag))
            return;
        response.Headers.CacheControl = file.Hashed ? "public, max-age=31536000, immutable" : "no-cache";
        response.ContentType = file.Type;
        var body = Packed.Taken(
            http,
            file.Body,
            file.Brotli is { } brotli ? () => brotli : null,
            file.Gzip is { } gzip ? () => gzip : null
        );
        if (HttpMethods.IsHead(http.Request.Method))
            response.ContentLength = body.Length;
        else
            await Answers.Body(http, body);
    }

    private static byte[]? Beside(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    // The build names what it bundles after its contents: name-ABCDEFGH.js.
    private static bool IsHashed(string name)
    {
        var bare = Path.GetFileNameWithoutExtension(name);
        var dash = bare.LastIndexOf('-');
        return dash > 0 && bare.Length - dash == 9 && bare.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', 'Z') < 0;
    }

    private static string? Type(string path) =>
        Path.GetExtension(path) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".json" => "application/json; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".ico" => "image/x-icon",
            ".woff2" => "font/woff2",
            ".txt" => "text/plain; charset=utf-8",
            ".webmanifest" => "application/manifest+json",
            _ => null,
        };

    private sealed record PageFile(byte[] Body, byte[]? Brotli, byte[]? Gzip, string Type, string ETag, bool Hashed);
}
