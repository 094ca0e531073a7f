using System.Diagnostics.CodeAnalysis;

namespace Entente.Web.Http;

/// <summary>What the page may make a link of.</summary>
internal static class WebAddress
{
    /// <summary>Whether it leads to the web, and to nothing that would run or open here.</summary>
    public static bool Is([NotNullWhen(true)] string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
