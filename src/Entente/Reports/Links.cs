namespace Entente.Reports;

/// <summary>Addresses out of data and documents, which anybody may have written.</summary>
internal static class Links
{
    /// <summary>The address where it leads to a web page and nothing else (no `javascript:`, no control characters); null otherwise.</summary>
    public static string? Safe(string? url)
    {
        if (url is null || url.Length > 2000 || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return null;
        // The canonical form holds only characters that are safe in an attribute and in an escape sequence.
        return uri.AbsoluteUri;
    }

    /// <summary>The host for people: `www.` dropped; null where there is no address.</summary>
    public static string? Host(string? url) =>
        Safe(url) is { } safe
            ? (new Uri(safe).Host is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host)
            : null;
}
