using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Entente.Sources.Store.ClickHouse;

namespace Entente.Tests.Sources.ClickHouse;

/// <summary>
/// Two ClickHouse servers on loopback, each with a folder and ports of its own, that know each other as the two shards of one cluster. Started
/// once for all tests that need it; where no server is installed those are skipped.
/// </summary>
public sealed class TestCluster : IDisposable
{
    public const string Name = "ClickHouse";

    private static readonly string[] Places = ["/usr/bin/clickhouse-server", "/usr/sbin/clickhouse-server"];

    private readonly string folder = Directory.CreateTempSubdirectory("entente-clickhouse-").FullName;
    private readonly Node[] nodes;
    private int databases;

    public TestCluster()
    {
        nodes = [];
        if (Binary is null)
            return;
        var ports = FreePorts(6);
        nodes =
        [
            new Node(Path.Combine(folder, "1"), ports[0], ports[1], ports[2]),
            new Node(Path.Combine(folder, "2"), ports[3], ports[4], ports[5]),
        ];
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
        foreach (var node in nodes)
        {
            node.Configure(nodes);
            node.Launch();
        }
        foreach (var node in nodes)
            node.Wait();
    }

    private static string? Binary => Array.Find(Places, File.Exists);

    /// <summary>Skips the test where there is no server.</summary>
    public static void Need() => Skip.If(Binary is null, "clickhouse-server is not installed (apt-get install clickhouse-server)");

    /// <summary>A database of its own, as ENTENTE_STORE names it.</summary>
    public string NewLine() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"clickhouse://127.0.0.1:{nodes[0].Http},127.0.0.1:{nodes[1].Http}/test{Interlocked.Increment(ref databases)}"
        );

    /// <summary>One of the servers alone.</summary>
    public string NewSingleLine() =>
        string.Create(CultureInfo.InvariantCulture, $"clickhouse://127.0.0.1:{nodes[0].Http}/single{Interlocked.Increment(ref databases)}");

    internal ClickHouseStore Open(string line, ClickHouseLimits? limits = null) =>
        ClickHouseStore.Open(ClickHouseAddress.Parse(line), limits);

    /// <summary>Ends a server at once, as a power cut would.</summary>
    public void Kill(int node) => nodes[node].Kill();

    public void Start(int node)
    {
        nodes[node].Launch();
        nodes[node].Wait();
    }

    public void Dispose()
    {
        Kill();
        Directory.Delete(folder, recursive: true);
    }

    private void Kill()
    {
        foreach (var node in nodes)
            node.Kill();
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
            listener.Start();
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
            listener.Stop();
        return ports;
    }

    private sealed class Node(string folder, int http, int tcp, int between)
    {
        private Process? process;

        public int Http => http;

        public void Configure(IEnumerable<Node> all)
        {
            foreach (var part in new[] { "data", "tmp", "user_files", "format_schemas" })
                Directory.CreateDirectory(Path.Combine(folder, part));
            var shards = string.Concat(all.Select(n => $"<shard><replica><host>127.0.0.1</host><port>{n.Tcp}</port></replica></shard>"));
            File.WriteAllText(
                Path.Combine(folder, "config.xml"),
                $"""
                <yandex>
                  <logger><level>warning</level><log>{folder}/server.log</log><errorlog>{folder}/error.log</errorlog><size>10M</size><count>1</count></logger>
                  <listen_host>127.0.0.1</listen_host>
                  <http_port>{http}</http_port><tcp_port>{tcp}</tcp_port>
                  <interserver_http_port>{between}</interserver_http_port><interserver_http_host>127.0.0.1</interserver_http_host>
                  <path>{folder}/data/</path><tmp_path>{folder}/tmp/</tmp_path>
                  <user_files_path>{folder}/user_files/</user_files_path><format_schema_path>{folder}/format_schemas/</format_schema_path>
                  <users_config>{folder}/users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
                  <mark_cache_size>67108864</mark_cache_size><uncompressed_cache_size>0</uncompressed_cache_size>
                  <remote_servers><entente>{shards}</entente></remote_servers>
                </yandex>
                """
            );
            File.WriteAllText(
                Path.Combine(folder, "users.xml"),
                """
                <yandex>
                  <profiles><default><max_memory_usage>2000000000</max_memory_usage></default></profiles>
                  <users>
                    <default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>
                  </users>
                  <quotas><default><interval><duration>3600</duration><queries>0</queries><errors>0</errors><result_rows>0</result_rows><read_rows>0</read_rows><execution_time>0</execution_time></interval></default></quotas>
                </yandex>
                """
            );
        }

        private int Tcp => tcp;

        public void Launch()
        {
            var start = new ProcessStartInfo(Binary!)
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
                WorkingDirectory = folder,
            };
            start.ArgumentList.Add($"--config-file={folder}/config.xml");
            process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        public void Wait()
        {
            var waited = Stopwatch.StartNew();
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(1) };
            while (true)
            {
                try
                {
                    using var answer = client.Send(new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{http}/ping"));
                    if (answer.IsSuccessStatusCode)
                        return;
                }
                catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
                {
                    if (waited.Elapsed > TimeSpan.FromSeconds(60) || process!.HasExited)
                        throw new InvalidOperationException(
                            $"the server in {folder} did not start: {(File.Exists($"{folder}/error.log") ? File.ReadAllText($"{folder}/error.log") : "no log")}",
                            e
                        );
                }
                Thread.Sleep(50);
            }
        }

        public void Kill()
        {
            if (process is null)
                return;
            process.Kill();
            process.WaitForExit();
            process.Dispose();
            process = null;
        }
    }
}

[CollectionDefinition(TestCluster.Name)]
public sealed class TestClusterCollection : ICollectionFixture<TestCluster>;
