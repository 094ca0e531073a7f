using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Entente.Web.Hosting;
using Entente.Web.Http;

namespace Entente.Web.Security;

/// <summary>What `--share` needs before anybody else is let in: a token of its own making, and TLS by us or by a proxy that is named.</summary>
internal static class SharingOptions
{
    /// <exception cref="WrongUseException">Something is missing, contradictory or unreadable.</exception>
    public static Sharing? Of(bool share, string? certificate, string? key, string? proxy)
    {
        if (!share)
            return (certificate ?? key ?? proxy) is { } given ? throw Wrong(given, "an option of --share", "--share with it") : null;
        if (certificate is null == proxy is null)
            throw Wrong(
                "--share",
                certificate is null ? "neither --certificate nor --behind-proxy" : "both --certificate and --behind-proxy",
                "one of them",
                "without TLS everybody on the way would read the token: --certificate FILE [--key FILE], or --behind-proxy https://NAME"
            );
        if (key is not null && certificate is null)
            throw Wrong("--key", "no --certificate", "the certificate that the key belongs to");
        return new()
        {
            Token = ShareToken.Create(),
            Certificate = certificate is null ? null : Load(certificate, key),
            BehindProxy = proxy is null ? null : Address(proxy),
        };
    }

    private static X509Certificate2 Load(string certificate, string? key)
    {
        try
        {
            var loaded = Path.GetExtension(certificate) is ".pfx" or ".p12"
                ? X509CertificateLoader.LoadPkcs12FromFile(certificate, password: null)
                : X509Certificate2.CreateFromPemFile(certificate, key);
            return loaded.HasPrivateKey
                ? loaded
                : throw Wrong(certificate, "a certificate without its private key", ".pfx, or .pem with --key FILE");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw Wrong(certificate, "no certificate that can be read", ".pfx without a password, or .pem with --key FILE");
        }
    }

    private static Uri Address(string proxy) =>
        Uri.TryCreate(proxy, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.PathAndQuery == "/"
            ? address
            : throw Wrong("--behind-proxy", $"'{proxy}'", "an https address without a path, such as https://entente.example.org");

    private static WrongUseException Wrong(string where, string found, string expected, string? hint = null) =>
        new(Problems.Problem(where, found, expected, hint));
}
