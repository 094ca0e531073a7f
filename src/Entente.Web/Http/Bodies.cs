using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Entente.Web.Http;

/// <summary>Reads what a request brings, never more than it may.</summary>
internal static class Bodies
{
    /// <summary>Enough for any form of the page; texts and datasets have bounds of their own.</summary>
    public const int MostJson = 1 << 20;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>An object of JSON. The caller disposes of it.</summary>
    /// <exception cref="WrongUseException">It is none, or too large.</exception>
    public static async Task<JsonDocument> Json(HttpContext http, int most = MostJson)
    {
        if (!http.Request.HasJsonContentType())
            throw new WrongUseException(Problems.Problem("Content-Type", $"'{http.Request.ContentType}'", "application/json"));
        var bytes = await Bytes(http, most);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, Options);
        }
        catch (JsonException e)
        {
            var place = FormattableString.Invariant($"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
            throw new WrongUseException(Problems.Problem($"the request's body, {place}", "no JSON", "an object of JSON"));
        }
        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return document;
        var kind = document.RootElement.ValueKind;
        document.Dispose();
        throw new WrongUseException(Problems.Problem("the request's body", $"JSON that is {kind}", "an object"));
    }

    /// <summary>The whole body.</summary>
    /// <exception cref="BadHttpRequestException">It is larger than it may be (413).</exception>
    public static async Task<byte[]> Bytes(HttpContext http, long most)
    {
        using var stream = new MemoryStream();
        await Copy(http, stream, most);
        return stream.ToArray();
    }

    /// <summary>Copies the body, and stops where it is larger than it may be.</summary>
    public static async Task Copy(HttpContext http, Stream target, long most)
    {
        Allow(http, most);
        if (http.Request.ContentLength > most)
            throw TooLarge(most);
        var buffer = new byte[64 << 10];
        long all = 0;
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            all += read;
            if (all > most)
                throw TooLarge(most);
            await target.WriteAsync(buffer.AsMemory(0, read), http.RequestAborted);
        }
    }

    /// <summary>A string of an object; null where it is not there.</summary>
    /// <exception cref="WrongUseException">It is something else.</exception>
    public static string? String(JsonElement body, string name) =>
        !body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new WrongUseException(Problems.Problem(name, $"JSON that is {value.ValueKind}", "a string"));

    /// <summary>A string that must be there.</summary>
    /// <exception cref="WrongUseException">It is not, or is empty.</exception>
    public static string Required(JsonElement body, string name) =>
        String(body, name) is { Length: > 0 } value ? value : throw new WrongUseException(Problems.Problem(name, "nothing", "a string"));

    private static void Allow(HttpContext http, long most)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most;
    }

    private static BadHttpRequestException TooLarge(long most) =>
        new(FormattableString.Invariant($"more than {most} bytes"), StatusCodes.Status413PayloadTooLarge);
}
