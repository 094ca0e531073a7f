using Entente.Record;

namespace Entente.Tests.Record;

public sealed class ShippedRecordTests
{
    private static RecordTables Tables => ShippedRecord.Tables;

    [Fact]
    public void Reads_without_an_error() => Tables.Errors.ShouldBeEmpty();

    [Fact]
    public void Passes_its_own_check() => RecordCheck.Run(Tables).Select(f => f.ToString()).ShouldBeEmpty();
}
