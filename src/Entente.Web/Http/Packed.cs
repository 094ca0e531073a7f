using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Entente.Web.Http;

/// <summary>An answer that is given many times: compressed once, the first time somebody takes it so.</summary>
internal sealed class Packed(byte[] body)
{
    /// <summary>Below, the names of the encodings weigh more than they save.</summary>
    private const int Least = 1024;

    private readonly Lazy<byte[]> brotli = new(() => Compressed(body, s => new BrotliStream(s, CompressionLevel.Optimal)));
    private readonly Lazy<byte[]> gzip = new(() => Compressed(body, s => new GZipStream(s, CompressionLevel.Optimal)));

    public ReadOnlyMemory<byte> Body => body;

    /// <summary>Writes it as the one who asks takes it. Headers that tell its version are set before.</summary>
    public Task Write(HttpContext http, string contentType)
    {
        var response = http.Response;
        response.ContentType = contentType;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        if (body.Length < Least)
            return Answers.Body(http, body);
        if (accepted.Contains("br", StringComparison.Ordinal))
        {
            response.Headers.ContentEncoding = "br";
            return Answers.Body(http, brotli.Value);
        }
        if (accepted.Contains("gzip", StringComparison.Ordinal))
        {
            response.Headers.ContentEncoding = "gzip";
            return Answers.Body(http, gzip.Value);
        }
        return Answers.Body(http, body);
    }

    private static byte[] Compressed(byte[] body, Func<Stream, Stream> into)
    {
        using var stream = new MemoryStream();
        using (var compressing = into(stream))
            compressing.Write(body);
        return stream.ToArray();
    }
}
