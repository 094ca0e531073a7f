using Entente.Web.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Security;

/// <summary>
/// Nothing changes by GET, and every other request must carry the token that the page was handed (and its cookie), which no other page can
/// read: forging one needs more than getting a browser to send a request.
/// </summary>
internal static class Changes
{
    public const string Header = "X-Entente-Antiforgery";
    public const string Cookie = "entente-antiforgery";

    public static async Task Guard(HttpContext http, IAntiforgery antiforgery, RequestDelegate next)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            await next(http);
            return;
        }
        if (http.Request.Headers.ContainsKey(Header) && await antiforgery.IsRequestValidAsync(http))
        {
            await next(http);
            return;
        }
        await Problems
            .Of(
                Problems.AntiForgery,
                StatusCodes.Status403Forbidden,
                Problems.Problem(Header, "no valid token", "the token of GET /api/session, with the cookie that came with it")
            )
            .ExecuteAsync(http);
    }
}
