using Entente.Sources.Store;
using Entente.Sources.Store.ClickHouse;
using Entente.Tests.Sources.Store;

namespace Entente.Tests.Sources.ClickHouse;

/// <summary>The contract over a cluster of two shards.</summary>
[Collection(TestCluster.Name)]
public sealed class ClusterContractTests : StoreContract
{
    private readonly TestCluster cluster;
    private readonly Lazy<string> line;

    public ClusterContractTests(TestCluster cluster)
    {
        TestCluster.Need();
        this.cluster = cluster;
        line = new(cluster.NewLine);
    }

    private protected override IRecordStore OpenAnother() => cluster.Open(line.Value);

    private protected override void Tamper()
    {
        foreach (var node in ((ClickHouseStore)Store).Shards)
        {
            var before = node.Number("select count() from dyadic_trade_local");
            node.Execute("insert into dyadic_trade_local select * from dyadic_trade_local where year = 1991");
            if (before > 0)
                node.Number("select count() from dyadic_trade_local").ShouldBe(before + 1);
        }
    }
}

/// <summary>The contract over one server alone.</summary>
[Collection(TestCluster.Name)]
public sealed class SingleServerContractTests : StoreContract
{
    private readonly TestCluster cluster;
    private readonly Lazy<string> line;

    public SingleServerContractTests(TestCluster cluster)
    {
        TestCluster.Need();
        this.cluster = cluster;
        line = new(cluster.NewSingleLine);
    }

    private protected override IRecordStore OpenAnother() => cluster.Open(line.Value);

    private protected override void Tamper()
    {
        var node = ((ClickHouseStore)Store).First;
        node.Execute("alter table dyadic_trade_local delete where year = 1991");
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (node.Number("select count() from dyadic_trade_local") > 2 && waited.Elapsed.TotalSeconds < 20)
            Thread.Sleep(20);
    }
}
