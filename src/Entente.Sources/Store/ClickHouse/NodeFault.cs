using System.Globalization;
using System.Net;

namespace Entente.Sources.Store.ClickHouse;

/// <summary>A node did not do what it was asked.</summary>
/// <param name="node">Its address.</param>
/// <param name="code">ClickHouse's number of the error; 0 where no answer came, or where it broke off.</param>
internal sealed class NodeFault(string node, int code, string message, Exception? cause = null) : Exception(message, cause)
{
    // Numbers of ClickHouse's src/Common/ErrorCodes.cpp.
    public const int NoAnswer = 0;
    public const int AlreadyThere = 57;
    public const int UnknownTable = 60;
    public const int UnknownDatabase = 81;
    private const int ReadAfterEnd = 32;
    private const int CannotReadAll = 33;
    private const int Timeout = 159;
    private const int TooManyQueries = 202;
    private const int SocketTimeout = 209;
    private const int Network = 210;
    private const int ReadOnlyTable = 242;
    private const int TooManyParts = 252;
    private const int NoConnection = 279;
    private const int OutOfSpace = 243;
    private const int MemoryLimit = 241;

    public int Code => code;

    /// <summary>True where the same request may succeed in a moment.</summary>
    public bool IsPassing =>
        code
            is NoAnswer
                or ReadAfterEnd
                or CannotReadAll
                or Timeout
                or TooManyQueries
                or SocketTimeout
                or Network
                or ReadOnlyTable
                or TooManyParts
                or NoConnection;

    public StoreException ToStore()
    {
        var (found, expected) = code switch
        {
            NoAnswer => ($"no answer ({Short(Message)})", "a ClickHouse server that runs there; nothing was answered in part"),
            NoConnection or Network or SocketTimeout or ReadAfterEnd or CannotReadAll => (
                $"a shard of the cluster that cannot be reached ({Short(Message)})",
                "all shards running; nothing was answered in part"
            ),
            UnknownDatabase or UnknownTable => (Short(Message), "the store's tables; import something, or look at ENTENTE_STORE"),
            OutOfSpace => ("no room left on the node's disk", "more room; then run it again"),
            MemoryLimit => ("the node's memory limit (max_memory_usage)", "a narrower question or a higher limit"),
            TooManyQueries or TooManyParts => ($"a node that is too busy ({Short(Message)})", "to run it again later"),
            192 or 193 or 194 or 497 or 516 => (
                "a user or password that the server does not take",
                "user=… and password=… in ENTENTE_STORE"
            ),
            _ => ($"ClickHouse error {code.ToString(CultureInfo.InvariantCulture)}: {Short(Message)}", "a store that Entente made"),
        };
        return new StoreException(node, found, expected, this);
    }

    /// <summary>What a server says in the body of a refusal: `Code: 279, e.displayText() = DB::NetException: …, e.what() = …`.</summary>
    public static NodeFault Of(string node, HttpStatusCode status, string body)
    {
        var code = -1;
        var at = body.IndexOf("Code: ", StringComparison.Ordinal);
        if (at >= 0)
        {
            var end = at + 6;
            while (end < body.Length && char.IsAsciiDigit(body[end]))
                end++;
            if (!int.TryParse(body.AsSpan(at + 6, end - at - 6), NumberStyles.None, CultureInfo.InvariantCulture, out code))
                code = -1;
        }
        // Something between us and the server speaks, not the server.
        if (code < 0 && status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)
            code = NoAnswer;
        return new NodeFault(node, code, body.Length == 0 ? $"status {(int)status}" : body);
    }

    /// <summary>The first sentence of a server's message, in one line.</summary>
    private static string Short(string message)
    {
        const string Opening = "DB::Exception: ";
        const string Network = "DB::NetException: ";
        var text = message.AsSpan();
        foreach (var opening in new[] { Opening, Network })
        {
            var at = text.LastIndexOf(opening, StringComparison.Ordinal);
            if (at >= 0)
                text = text[(at + opening.Length)..];
        }
        var end = text.IndexOf(", e.what()", StringComparison.Ordinal);
        if (end >= 0)
            text = text[..end];
        var line = text.IndexOfAny('\r', '\n');
        if (line >= 0)
            text = text[..line];
        return (text.Length > 200 ? text[..200] : text).TrimEnd(". ").ToString();
    }
}
