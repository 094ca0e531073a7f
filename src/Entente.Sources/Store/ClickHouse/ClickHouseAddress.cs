using System.Globalization;

namespace Entente.Sources.Store.ClickHouse;

/// <summary>
/// Where a cluster is, as one line: `clickhouse://host:port,host:port/database?user=…&amp;password=…&amp;cluster=…`. Every shard is named by the
/// HTTP address of one of its nodes; `clickhouses://` is the same over TLS. A line with one host and no cluster means one server alone.
/// </summary>
internal sealed record ClickHouseAddress
{
    public const string Scheme = "clickhouse://";
    public const string SecureScheme = "clickhouses://";
    public const string DefaultDatabase = "entente";

    /// <summary>The name under which the servers' configuration (`remote_servers`) knows the shards, where the line does not say.</summary>
    public const string DefaultCluster = "entente";

    private const string Form = "clickhouse://host:port,host:port/database?user=NAME&password=WORD&cluster=NAME";

    public required IReadOnlyList<Uri> Hosts { get; init; }

    public required string Database { get; init; }

    public string User { get; init; } = "default";

    public string Password { get; init; } = "";

    /// <summary>The cluster's name; null for one server alone.</summary>
    public string? Cluster { get; init; }

    public static bool Is(string text) =>
        text.StartsWith(Scheme, StringComparison.Ordinal) || text.StartsWith(SecureScheme, StringComparison.Ordinal);

    /// <exception cref="StoreException">The line is not of that form.</exception>
    public static ClickHouseAddress Parse(string text)
    {
        var secure = text.StartsWith(SecureScheme, StringComparison.Ordinal);
        if (!Is(text))
            throw Wrong(text, "another scheme");
        var rest = text.AsSpan((secure ? SecureScheme : Scheme).Length);
        var question = rest.IndexOf('?');
        var options = question < 0 ? [] : rest[(question + 1)..];
        if (question >= 0)
            rest = rest[..question];
        var slash = rest.IndexOf('/');
        var database = slash < 0 ? DefaultDatabase : rest[(slash + 1)..].TrimEnd('/').ToString();
        if (slash >= 0)
            rest = rest[..slash];
        var hosts = new List<Uri>();
        foreach (var range in rest.Split(','))
            hosts.Add(HostOf(rest[range].Trim(), secure));
        if (database.Length == 0)
            database = DefaultDatabase;
        if (!IsName(database))
            throw Wrong(text, $"the database '{database}'");
        var address = new ClickHouseAddress
        {
            Hosts = hosts,
            Database = database,
            Cluster = hosts.Count > 1 ? DefaultCluster : null,
        };
        foreach (var range in options.Split('&'))
        {
            var option = options[range];
            if (option.Length == 0)
                continue;
            var equals = option.IndexOf('=');
            var name = equals < 0 ? option : option[..equals];
            var value = equals < 0 ? "" : Uri.UnescapeDataString(option[(equals + 1)..].ToString());
            address = name switch
            {
                "user" => address with { User = value },
                "password" => address with { Password = value },
                "cluster" when IsName(value) => address with { Cluster = value },
                _ => throw Wrong(text, $"the option '{option}'"),
            };
        }
        return address;
    }

    /// <summary>The address without the password, for messages.</summary>
    public override string ToString() =>
        $"{(Hosts[0].Scheme == Uri.UriSchemeHttps ? SecureScheme : Scheme)}{string.Join(',', Hosts.Select(h => h.Authority))}/{Database}";

    private static Uri HostOf(ReadOnlySpan<char> host, bool secure)
    {
        var colon = host.LastIndexOf(':');
        // A colon inside brackets belongs to an address of version 6.
        if (colon >= 0 && host[colon..].Contains(']'))
            colon = -1;
        var port = secure ? 8443 : 8123;
        if (host.Length == 0 || colon >= 0 && !int.TryParse(host[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port))
            throw Wrong(host.ToString(), $"the host '{host}'");
        var name = colon < 0 ? host : host[..colon];
        return Uri.TryCreate(
            string.Create(CultureInfo.InvariantCulture, $"{(secure ? "https" : "http")}://{name}:{port}/"),
            UriKind.Absolute,
            out var uri
        )
            ? uri
            : throw Wrong(host.ToString(), $"the host '{host}'");
    }

    // Names go into SQL.
    private static bool IsName(string name)
    {
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        return name.Length > 0;
    }

    private static StoreException Wrong(string text, string found)
    {
        // A password has no place in a message.
        var question = text.IndexOf('?', StringComparison.Ordinal);
        return new(question < 0 ? text : text[..question], found, Form);
    }
}
