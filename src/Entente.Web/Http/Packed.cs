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
        return Answers.Body(
            http,
            body.Length < Least ? Taken(http, body, null, null) : Taken(http, body, () => brotli.Value, () => gzip.Value)
        );
    }

    /// <summary>What the one who asks takes of the forms that there are, told in the headers.</summary>
    public static byte[] Taken(HttpContext http, byte[] plain, Func<byte[]>? brotli, Func<byte[]>? gzip)
    {
        var headers = http.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        foreach (var (encoding, packed) in new[] { ("br", brotli), ("gzip", gzip) })
        {
            if (packed is null || !accepted.Contains(encoding, StringComparison.Ordinal))
                continue;
            headers.ContentEncoding = encoding;
            return packed();
        }
        return plain;
    }

    private static byte[] Compressed(byte[] body, Func<Stream, Stream> into)
    {
        using var stream = new MemoryStream();
        using (var compressing = into(stream))
            compressing.Write(body);
        return stream.ToArray();
    }
}
