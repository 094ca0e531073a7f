using System.Net;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Security;

/// <summary>
/// Who may ask at all. The Host must be a name of ours, so that no foreign name can be pointed at this machine (DNS rebinding); what a page of
/// another origin sends is refused, whatever it is; and where the page is shared, the token must be shown.
/// </summary>
internal sealed class Gate(ServeOptions options)
{
    private readonly ShareToken? token = options.Sharing is { } sharing ? new(sharing) : null;

    public async Task Pass(HttpContext http, RequestDelegate next)
    {
        if (!IsOurHost(http))
        {
            await Refuse(http, "Host", http.Request.Host.Value ?? "nothing", "the address that 'entente serve' printed", 400);
            return;
        }
        if (Foreign(http) is { } found)
        {
            await Refuse(http, "Origin", found, "a request from the page itself", 403);
            return;
        }
        if (token is not null && !await token.Admits(http))
            return;
        await next(http);
    }

    private bool IsOurHost(HttpContext http)
    {
        var host = http.Request.Host;
        if (options.Sharing?.BehindProxy is { } proxy && Same(host, proxy))
            return true;
        if (!host.HasValue || (host.Port ?? (http.Request.IsHttps ? 443 : 80)) != http.Connection.LocalPort)
            return false;
        var name = host.Host.Trim('[', ']');
        if (name.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            return true;
        // Written as addresses are written: other spellings of the same number are nobody's but an attacker's.
        if (IPAddress.TryParse(name, out var address) && address.ToString() == name)
            return IPAddress.IsLoopback(address)
                || (options.Sharing is not null && address.Equals(Unmapped(http.Connection.LocalIpAddress)));
        // A shared page is called by the name that its certificate is for.
        return options.Sharing?.Certificate is { } certificate && certificate.MatchesHostname(name, allowWildcards: true);
    }

    private static IPAddress? Unmapped(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;

    private static bool Same(HostString host, Uri address) =>
        host.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase) && (host.Port ?? address.Port) == address.Port;

    /// <summary>What shows that the request comes from elsewhere; null where nothing does.</summary>
    private string? Foreign(HttpContext http)
    {
        var request = http.Request;
        var origin = request.Headers.Origin;
        if (origin.Count > 0 && !(origin.Count == 1 && IsOurs(origin[0], http)))
            return InputProblem.OneLine(origin.ToString());
        // Browsers say where a request comes from even where they send no Origin. A link from elsewhere may lead here; a page from elsewhere
        // may neither embed nor fetch anything.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "cross-site" or "same-site")
        {
            var led = request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
            if (!led || !HttpMethods.IsGet(request.Method))
                return $"a {site} request";
        }
        return null;
    }

    private bool IsOurs(string? origin, HttpContext http)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var from))
            return false;
        if (
            options.Sharing?.BehindProxy is { } proxy
            && Uri.Compare(from, proxy, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
        )
            return true;
        return from.Scheme == http.Request.Scheme && Same(http.Request.Host, from);
    }

    private static Task Refuse(HttpContext http, string where, string found, string expected, int status) =>
        Problems.Of(Problems.Foreign, status, Problems.Problem(where, $"'{InputProblem.OneLine(found)}'", expected)).ExecuteAsync(http);
}
