using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Tests.Sources.Store.Faults;

/// <summary>Files that end too early: a publisher's, plain or compressed, and the store's own.</summary>
public sealed class TruncationTests : IDisposable
{
    private readonly FaultBench bench = new();

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_or_is_shorter_by_whole_rows()
    {
        var text = File.ReadAllText(bench.Trade("whole.csv", 300));
        var random = new Random(7);
        using var files = new ImportBench();
        for (var round = 0; round < 10 * FaultBench.Rounds; round++)
        {
            var cut = text[..random.Next(text.Length)];
            var path = files.File(cut, $"cut{round}.csv");
            try
            {
                var import = files.Import("cow-trade", path).Import;
                // A cut in the last number of a row can not be told from a shorter number, but only that one row can be touched.
                import.Rows.ShouldBeInRange(cut.Count(c => c == '\n') - 1, cut.Count(c => c == '\n'));
                files.Store.Undo(import.Id, CancellationToken.None);
            }
            catch (DataFileException e)
            {
                e.Expected.ShouldNotBeEmpty();
            }
            files.Count("dyadic_trade").ShouldBe(0);
        }
        new StoreCheck(files.Store).Run(CancellationToken.None).ShouldBeEmpty();
        files.Import("cow-trade", files.File(text)).Import.Rows.ShouldBe(300);
    }

    [Fact]
    public void A_compressed_file_cut_off_anywhere_is_refused()
    {
        using var files = new ImportBench();
        var path = files.Zipped(File.ReadAllText(bench.Trade("whole.csv", 3000)), "whole.csv.gz");
        var whole = File.ReadAllBytes(path);
        var random = new Random(8);
        for (var round = 0; round < 10 * FaultBench.Rounds; round++)
        {
            // Its last eight bytes say how much there was; before them everything is needed.
            var cut = Path.Combine(files.Folder, $"cut{round}.csv.gz");
            var length = random.Next(whole.Length - 8);
            File.WriteAllBytes(cut, whole[..length]);
            var problem = Should.Throw<DataFileException>(() => files.Import("cow-trade", cut), $"{length} of {whole.Length} bytes");
            problem.Message.ShouldContain($"cut{round}.csv.gz");
            problem.Expected.ShouldNotBeEmpty();
            files.Count("dyadic_trade").ShouldBe(0);
        }
        new StoreCheck(files.Store).Run(CancellationToken.None).ShouldBeEmpty();
        files.Import("cow-trade", path).Import.Rows.ShouldBe(3000);
    }

    [Fact]
    public void A_store_cut_off_anywhere_is_told_and_its_copy_restored()
    {
        bench.Succeeds("record", "import", "cow-trade", bench.Trade("small.csv", FaultBench.RowsOfSmall));
        var copy = Path.Combine(bench.Folder, "copy.db");
        bench.Succeeds("record", "backup", copy);
        var random = new Random(9);
        // Less than a header could not be told from a store that was never written to.
        for (var round = 0; round < FaultBench.Rounds; round++)
        {
            var whole = new FileInfo(bench.StorePath).Length;
            var length = random.NextInt64(512, whole);
            using (var stream = File.OpenWrite(bench.StorePath))
                stream.SetLength(length);
            var because = $"{length} of {whole} bytes";
            var verified = bench.Run("record", "verify");
            verified.Status.ShouldBeOneOf([1, 2], because);
            (verified.Output + verified.Error).ShouldContain("restore", Case.Sensitive, because);
            verified.Error.ShouldNotContain("   at ", Case.Sensitive, because);
            bench.Succeeds("record", "restore", copy);
            bench.Succeeds("record", "verify");
            bench.ShouldBeSound(because).ShouldBeFalse();
        }
    }

    public void Dispose() => bench.Dispose();
}
