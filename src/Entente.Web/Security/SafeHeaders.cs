using Entente.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Security;

/// <summary>What every answer tells the browser to refuse.</summary>
internal static class SafeHeaders
{
    /// <summary>
    /// Nothing from elsewhere, no script or style but the bundle's own files, no frame around the page. Charts are drawn with an interpreter,
    /// so not even they need `eval`.
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; "
        + "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Set(HttpContext http, ServeOptions options)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        if (options.Sharing is not null)
            headers.StrictTransportSecurity = "max-age=31536000";
    }
}
