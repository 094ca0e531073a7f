using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Entente.Web.Http;

/// <summary>Answers in JSON (or another type) that carry an ETag, so that a page that asks again is told so in a line.</summary>
internal static class Answers
{
    public const string Json = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a writer writes.</summary>
    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>What one of the reports' writers writes onto an output.</summary>
    public static byte[] Text(Action<StreamWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, Surroundings.Utf8, leaveOpen: true) { NewLine = "\n" })
            write(writer);
        return stream.ToArray();
    }

    /// <summary>JSON whose ETag is its own hash.</summary>
    public static IResult Of(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK) => Of(Bytes(write), Json, status);

    /// <summary>Bytes whose ETag is their own hash.</summary>
    public static IResult Of(byte[] body, string contentType = Json, int status = StatusCodes.Status200OK) =>
        new Answer(body, contentType, status, null);

    /// <summary>A file for the user to keep.</summary>
    public static IResult Download(byte[] body, string contentType, string name) => new Answer(body, contentType, 200, name);

    /// <summary>The ETag of some bytes.</summary>
    public static string ETag(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(body, hash);
        // Weak: the same answer may come compressed or not.
        return $"W/\"{Convert.ToHexStringLower(hash[..12])}\"";
    }

    /// <summary>The ETag of an answer that is not made yet, by all that it depends on.</summary>
    public static string ETag(string dependsOn) => ETag(Surroundings.Utf8.GetBytes(dependsOn));

    /// <summary>
    /// Whether the one who asks has this version already. Sets the ETag either way; on true the answer is complete (304). For answers that cost
    /// more to make than to name.
    /// </summary>
    public static bool IsKnown(HttpContext http, string etag)
    {
        http.Response.Headers.ETag = etag;
        http.Response.Headers.CacheControl = "no-cache";
        if (!HttpMethods.IsGet(http.Request.Method) || !Matches(http.Request.Headers.IfNoneMatch, etag))
            return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    /// <summary>Writes a body whose length is known.</summary>
    public static async Task Body(HttpContext http, ReadOnlyMemory<byte> body)
    {
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static bool Matches(StringValues given, string etag) =>
        given.Any(line =>
            line is not null && line.Split(',', StringSplitOptions.TrimEntries).Any(t => t == "*" || Opaque(t) == Opaque(etag))
        );

    private static string Opaque(string etag) => etag.StartsWith("W/", StringComparison.Ordinal) ? etag[2..] : etag;

    private sealed class Answer(byte[] body, string contentType, int status, string? name) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => status;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            if (status == StatusCodes.Status200OK && HttpMethods.IsGet(httpContext.Request.Method))
            {
                // An endpoint that named the version before it did the work keeps that name.
                var etag = response.Headers.ETag is { Count: 1 } given ? given.ToString() : ETag(body);
                if (IsKnown(httpContext, etag))
                    return;
            }
            else
                response.Headers.CacheControl = "no-store";
            response.StatusCode = status;
            response.ContentType = contentType;
            if (name is not null)
                response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(name)}\"";
            await Body(httpContext, body);
        }
    }

    /// <summary>A name without anything that a header or a file system would trip over.</summary>
    public static string FileName(string name)
    {
        var kept = new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')]).Trim('.', '-');
        return kept.Length == 0 ? "entente"
            : kept.Length > 100 ? kept[..100]
            : kept;
    }
}
