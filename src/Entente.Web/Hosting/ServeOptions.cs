using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Entente.Web.Hosting;

/// <summary>What `serve` was asked for. The defaults are the safe ones: this machine only.</summary>
internal sealed record ServeOptions
{
    /// <summary>Where the page is looked for unless told otherwise.</summary>
    public const int UsualPort = 4750;

    /// <summary>The port on loopback; 0 takes any that is free.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>Files and folders that are on the shelf from the start. Nothing outside them is ever read for a request.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>How others may come in; null: nobody but this machine.</summary>
    public Sharing? Sharing { get; init; }

    /// <summary>Where the built page lies; null: `wwwroot` beside the program.</summary>
    public string? PageFolder { get; init; }

    /// <summary>Whether what first readers would wait for is gone through behind the first view: worth it for who stays, not for one request.</summary>
    public bool Rehearses { get; init; }

    /// <summary>The address to listen on: loopback unless shared over TLS of our own.</summary>
    public IPAddress Address => Sharing is { Certificate: not null } ? IPAddress.Any : IPAddress.Loopback;
}

/// <summary>`--share`: who has the token comes in, over TLS of our own or behind a proxy that has it.</summary>
internal sealed record Sharing
{
    /// <summary>What a visitor must show: 32 random bytes in base64url.</summary>
    public required string Token { get; init; }

    /// <summary>TLS by ourselves; null where a proxy on this machine does it.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The address that visitors see, where a reverse proxy stands before us; null without one.</summary>
    public Uri? BehindProxy { get; init; }
}
