using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Polly;
using Polly.Retry;

namespace Entente.Sources.Store.ClickHouse;

/// <summary>
/// One server over its HTTP interface. Questions are asked with `wait_end_of_query`: the server answers when it has the whole answer, so a
/// shard that fails in between is a refusal and never a shorter answer.
/// </summary>
internal sealed class ClickHouseNode : IDisposable
{
    /// <summary>
    /// What makes ClickHouse mean the same as SQLite: a join gives all pairs and nulls where there is none, and a shard that is away is an
    /// error.
    /// </summary>
    private const string ReadSettings =
        "&wait_end_of_query=1&skip_unavailable_shards=0&join_use_nulls=1&join_default_strictness=ALL&distributed_product_mode=global";

    /// <summary>A server that took a statement or rows and says nothing for so long is taken for gone.</summary>
    private static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestQuestion = TimeSpan.FromHours(1);

    private static readonly ResiliencePipeline Patience = new ResiliencePipelineBuilder()
        .AddRetry(
            new RetryStrategyOptions
            {
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Exception is NodeFault { IsPassing: true }),
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(150),
            }
        )
        .Build();

    private readonly HttpClient client;
    private readonly HttpClient inserting;
    private readonly string database;

    public ClickHouseNode(Uri host, ClickHouseAddress address)
    {
        Name = host.Authority;
        database = address.Database;
        client = ClientOf(host, address, TimeSpan.FromSeconds(2));
        // A connection that was used before may be found closed, and the client would then send a second time by itself: never with rows.
        inserting = ClientOf(host, address, TimeSpan.Zero);
    }

    /// <summary>`host:port`, for messages.</summary>
    public string Name { get; }

    /// <summary>The shard it belongs to, from 1.</summary>
    public int Shard { get; set; } = 1;

    /// <summary>Runs a statement that may safely run twice.</summary>
    /// <exception cref="NodeFault">The node refused, or did not answer after several attempts.</exception>
    public void Execute(string sql, CancellationToken cancellation = default) =>
        Patience.Execute(
            static (state, token) =>
                state.Node.Send(state.Node.client, state.Node.RequestOf("&wait_end_of_query=1", state.Sql), token).Dispose(),
            (Node: this, Sql: sql),
            cancellation
        );

    /// <summary>Makes the database; of itself asked of another one, for a server refuses questions to a database that it has not.</summary>
    /// <exception cref="NodeFault">The node refused or did not answer.</exception>
    public void CreateDatabase() =>
        Patience.Execute(
            static node =>
                node.Send(
                        node.client,
                        new HttpRequestMessage(HttpMethod.Post, "?database=system")
                        {
                            Content = new StringContent($"create database if not exists {node.database}", Encoding.UTF8),
                        },
                        CancellationToken.None
                    )
                    .Dispose(),
            this
        );

    /// <summary>Runs a statement once, whatever comes of it.</summary>
    /// <exception cref="NodeFault">The node refused or did not answer.</exception>
    public void ExecuteOnce(string sql, CancellationToken cancellation = default) =>
        Send(inserting, RequestOf("&wait_end_of_query=1", sql), cancellation).Dispose();

    /// <summary>Asks, and calls <paramref name="row"/> for each row once the whole answer is there.</summary>
    /// <exception cref="NodeFault">The node or one it asked cannot answer, or the answer broke off.</exception>
    public void Read(string sql, Action<IStoreRow> row, CancellationToken cancellation = default)
    {
        using var response = Patience.Execute(
            static (state, token) =>
                state.Node.Send(state.Node.client, state.Node.RequestOf(ReadSettings, state.Sql), token, LongestQuestion),
            (Node: this, Sql: sql + " format TabSeparated"),
            cancellation
        );
        using var stream = response.Content.ReadAsStream(cancellation);
        var rows = new TabSeparatedRows(stream);
        var n = 0;
        while (Next(rows))
        {
            if ((++n & 4095) == 0)
                cancellation.ThrowIfCancellationRequested();
            row(rows);
        }
    }

    /// <summary>The first number of an answer.</summary>
    public long Number(string sql, CancellationToken cancellation = default)
    {
        var number = 0L;
        Read(sql, r => number = r.Integer(0), cancellation);
        return number;
    }

    /// <summary>Sends rows in RowBinary, once. After a fault it is not known whether they arrived.</summary>
    /// <param name="into">`insert into … format RowBinary`.</param>
    /// <param name="id">The name under which the server knows the request while it runs.</param>
    /// <exception cref="NodeFault">The node refused or did not answer.</exception>
    public void Insert(string into, ReadOnlyMemory<byte> rows, string id, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"?database={database}&query_id={Uri.EscapeDataString(id)}&query={Uri.EscapeDataString(into)}"
        )
        {
            Content = new ReadOnlyMemoryContent(rows) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } },
        };
        Send(inserting, request, cancellation).Dispose();
    }

    public void Dispose()
    {
        client.Dispose();
        inserting.Dispose();
    }

    private static HttpClient ClientOf(Uri host, ClickHouseAddress address, TimeSpan kept)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(5),
            // Servers close idle connections after three seconds and more.
            PooledConnectionIdleTimeout = kept,
            PooledConnectionLifetime = kept == TimeSpan.Zero ? TimeSpan.Zero : Timeout.InfiniteTimeSpan,
            UseProxy = false,
            UseCookies = false,
        };
        var client = new HttpClient(handler) { BaseAddress = host, Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Add("X-ClickHouse-User", address.User);
        if (address.Password.Length > 0)
            client.DefaultRequestHeaders.Add("X-ClickHouse-Key", address.Password);
        client.DefaultRequestHeaders.ExpectContinue = false;
        return client;
    }

    private HttpRequestMessage RequestOf(string settings, string sql) =>
        new(HttpMethod.Post, $"?database={database}{settings}") { Content = new StringContent(sql, Encoding.UTF8) };

    private HttpResponseMessage Send(
        HttpClient through,
        HttpRequestMessage request,
        CancellationToken cancellation,
        TimeSpan? longest = null
    )
    {
        HttpResponseMessage? response = null;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(longest ?? LongestStatement);
        try
        {
            using (request)
                response = through.Send(request, HttpCompletionOption.ResponseHeadersRead, limited.Token);
            if (response.IsSuccessStatusCode)
            {
                var good = response;
                response = null;
                return good;
            }
            using var reader = new StreamReader(response.Content.ReadAsStream(cancellation), Encoding.UTF8);
            throw NodeFault.Of(Name, response.StatusCode, reader.ReadToEnd().Trim());
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new NodeFault(Name, NodeFault.NoAnswer, "it took the request and says nothing", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException)
        {
            throw new NodeFault(Name, NodeFault.NoAnswer, e.InnerException?.Message ?? e.Message, e);
        }
        finally
        {
            response?.Dispose();
        }
    }

    private bool Next(TabSeparatedRows rows)
    {
        try
        {
            return rows.Next();
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new NodeFault(
                Name,
                NodeFault.NoAnswer,
                string.Create(CultureInfo.InvariantCulture, $"the answer broke off: {e.InnerException?.Message ?? e.Message}"),
                e
            );
        }
    }
}
