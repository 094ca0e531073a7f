using Entente.Sources.Store;
using Entente.Sources.Store.Sqlite;

namespace Entente.Tests.Sources.Store;

/// <summary>The contract over the embedded store.</summary>
public sealed class SqliteContractTests : StoreContract
{
    private protected override IRecordStore OpenAnother() => SqliteStore.Open(Files.StorePath);

    private protected override void Tamper() =>
        SqliteStore.Execute(Files.Store.Connection, "update dyadic_trade set flow1 = 1.0000001 where year = 1991");
}
