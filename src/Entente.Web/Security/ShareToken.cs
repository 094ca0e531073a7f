using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Entente.Web.Security;

/// <summary>
/// The token of a shared page: shown once in the address (`?token=…`), which sets a cookie and leads on to the same address without it, or in
/// the `Authorization: Bearer` header of a script.
/// </summary>
internal sealed class ShareToken(Sharing sharing)
{
    public const string Cookie = "__Host-entente-token";
    private const string Parameter = "token";

    private readonly byte[] expected = Hash(sharing.Token);

    /// <summary>A new one: 256 bits that nobody guesses.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>True where the request may go on; else it has been answered.</summary>
    public async Task<bool> Admits(HttpContext http)
    {
        var request = http.Request;
        if (request.Query[Parameter] is [{ } shown])
        {
            if (!Fits(shown))
                return await Refuse(http, "another token");
            if (!HttpMethods.IsGet(request.Method))
                return true;
            http.Response.Cookies.Append(
                Cookie,
                sharing.Token,
                new CookieOptions
                {
                    HttpOnly = true,
                    Secure = true,
                    // Lax: a link that somebody sent must work, and no GET changes anything.
                    SameSite = SameSiteMode.Lax,
                    Path = "/",
                }
            );
            var rest = new QueryBuilder(
                request.Query.Where(q => q.Key != Parameter).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? "")))
            );
            // Only ever a path of ours: "//elsewhere" would be another machine.
            http.Response.Redirect("/" + request.Path.ToUriComponent().TrimStart('/', '\\') + rest.ToQueryString());
            return false;
        }
        if (request.Cookies[Cookie] is { } cookie && Fits(cookie))
            return true;
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.Ordinal) && Fits(header["Bearer ".Length..].Trim()))
            return true;
        return await Refuse(http, "no token");
    }

    // Hashes are compared, so that neither length nor contents show in the time it takes.
    private bool Fits(string given) => CryptographicOperations.FixedTimeEquals(Hash(given), expected);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static async Task<bool> Refuse(HttpContext http, string found)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        await Problems
            .Of(
                Problems.Token,
                StatusCodes.Status401Unauthorized,
                Problems.Problem("the token", found, "the address with its token, as 'entente serve --share' printed it")
            )
            .ExecuteAsync(http);
        return false;
    }
}
