using System.Globalization;
using System.Text;
using Entente.Record;
using Entente.Sources.Datasets;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;

namespace Entente.Tests.Sources.Store;

/// <summary>What every store does alike. Run over the embedded store and over a cluster.</summary>
public abstract class StoreContract : IDisposable
{
    private const string Header = "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,version\n";

    // States that the Correlates of War and the M49 both number, in every year from 1950 on.
    private static readonly int[] States = [2, 20, 70, 100, 140, 200, 220, 325, 640, 740];

    private readonly Lazy<IRecordStore> store;

    protected StoreContract() => store = new(OpenAnother);

    private protected ImportBench Files { get; } = new();

    private protected IRecordStore Store => store.Value;

    /// <summary>A further connection to the test's store, as another process has.</summary>
    private protected abstract IRecordStore OpenAnother();

    /// <summary>Changes a stored row behind the program's back.</summary>
    private protected abstract void Tamper();

    [SkippableFact]
    public void A_row_keeps_its_values_its_place_and_why_one_is_missing()
    {
        var import = Import("cow-trade", Files.File(Rows(1990, 3))).Import;
        import.Rows.ShouldBe(3);
        import.Tables.ShouldHaveSingleItem().ShouldBe(import.Tables[0] with { From = 1990, To = 1992 });
        Numbers("select state1, state2, year, flow1, flow2, smooth1, absent, line from dyadic_trade where year = @1", 1992)
            .ShouldHaveSingleItem()
            .ShouldBe([840, 124, 1992, 2, null, 2.5, ((long)Absence.Unreported << 16) | ((long)Absence.Unreported << 24), 4]);
    }

    [SkippableFact]
    public void Numbers_come_back_to_the_last_bit()
    {
        double[] values = [0, 0.1 + 0.2, 1e-7, 1e22, 5e-324, 1.7976931348623157e308, 123456789.01234567, -3.5];
        var text = new StringBuilder(Header);
        for (var i = 0; i < values.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"2,20,{1950 + i},A,B,{values[i]:R},-9,1,-9,4\n");
        // A negative number is no missing mark, but -9 is.
        var import = Import("cow-trade", Files.File(text.ToString())).Import;
        Numbers("select flow1 from dyadic_trade order by year").Select(r => r[0]!.Value).ShouldBe(values);
        Store
            .Recount(import.Id, DatasetCatalogue.Tables.Single(t => t.Name == "dyadic_trade"), CancellationToken.None)
            .ShouldBe(import.Tables[0]);
    }

    [SkippableFact]
    public void Texts_come_back_whatever_they_hold()
    {
        var shape = DatasetCatalogue.Tables.Single(t => t.Name == "roll_call");
        string[] texts = ["tab\there", "line\nend\r", "it's", "back\\slash \\N", "Türkiye – 中国", "", "\\N", new string('x', 100_000)];
        using (var import = Store.Begin(Plan(shape), CancellationToken.None))
        {
            using (var pipe = new BatchPipe(import, CancellationToken.None))
            {
                var rows = pipe.Table(shape);
                for (var i = 0; i < texts.Length; i++)
                    rows.Row(i + 1)
                        .Int(i)
                        .Int(77)
                        .Int(20220302)
                        .Int(1)
                        .Int(0)
                        .Missing(Absence.NotApplicable)
                        .Text("R")
                        .Text(texts[i])
                        .Missing(Absence.Unreported);
                pipe.Complete();
            }
            import.Complete();
        }
        var read = new List<string>();
        Store.Read(
            new StoreQuery("select title, description, resolution from roll_call where resolution = @1 order by rcid", "R"),
            r =>
            {
                read.Add(r.Text(0));
                r.IsNull(0).ShouldBeFalse();
                r.IsNull(1).ShouldBeTrue();
            }
        );
        read.ShouldBe(texts);
        Numbers("select count(*) from roll_call where title = @1", "back\\slash \\N")[0][0].ShouldBe(1);
        Numbers("select count(*) from roll_call where title = @1", "it's")[0][0].ShouldBe(1);
        Check().ShouldBeEmpty();
    }

    [SkippableFact]
    public void Every_table_takes_rows_and_sums_them_again_the_same()
    {
        var tables = DatasetCatalogue.Tables;
        using var import = Store.Begin(Plan([.. tables]), CancellationToken.None);
        using (var pipe = new BatchPipe(import, CancellationToken.None))
        {
            foreach (var table in tables)
                for (var row = 0; row < 40; row++)
                {
                    var writer = pipe.Table(table).Row(SourceLine.Of(row % 3, row + 1));
                    for (var c = 0; c < table.Columns.Count; c++)
                        _ =
                            table.Columns[c].Nullable && (row + c) % 5 == 0 ? writer.Missing((Absence)(1 + (row % 4)))
                            : table.Columns[c].Kind == CellKind.Text ? writer.Text($"{table.Columns[c].Name} {row}")
                            : table.Columns[c].Kind == CellKind.Real ? writer.Real((row - 20) / 7.0)
                            : writer.Int(table.TimeColumn == c ? (table.Columns[c].Name == "year" ? 1990 + row : 19900101 + row) : row - 3);
                }
            pipe.Complete();
        }
        var standing = import.Complete();
        standing.Tables.Select(t => t.Name).ShouldBe(tables.Select(t => t.Name));
        foreach (var table in tables)
            Store
                .Recount(standing.Id, table, CancellationToken.None)
                .ShouldBe(standing.Tables.Single(t => t.Name == table.Name), table.Name);
        import.Dispose();
        Store.Undo(standing.Id, CancellationToken.None).ShouldBeTrue();
        foreach (var table in tables)
            Count(table.Name).ShouldBe(0, table.Name);
    }

    [SkippableFact]
    public void Votes_are_found_by_resolution_and_by_state()
    {
        var (calls, votes) = (
            DatasetCatalogue.Tables.Single(t => t.Name == "roll_call"),
            DatasetCatalogue.Tables.Single(t => t.Name == "vote")
        );
        using (var import = Store.Begin(Plan(calls, votes), CancellationToken.None))
        {
            using (var pipe = new BatchPipe(import, CancellationToken.None))
            {
                for (var call = 1; call <= 3; call++)
                {
                    var row = pipe.Table(calls).Row(call).Int(call).Int(73).Int(20181200 + call).Int(0).Int(0).Int(0);
                    row.Text(call == 3 ? "R/73/1" : $"R/73/7{call}").Text($"topic {call}").Missing(Absence.Unreported);
                    foreach (var state in new[] { 840, 124, 156 })
                        pipe.Table(votes).Row(call).Int(call).Int(state).Int(state == 124 ? 2 : call);
                }
                pipe.Complete();
            }
            import.Complete();
        }
        var record = new StoreRecord(new MemoryRecord([]), Store, ImportBench.States);
        record
            .Votes("A/RES/73/72")
            .Select(v => (v.State, v.Choice, v.Topic))
            .ShouldBe([
                ("CAN", VoteChoice.Abstain, "topic 2"),
                ("CHN", VoteChoice.Abstain, "topic 2"),
                ("USA", VoteChoice.Abstain, "topic 2"),
            ]);
        record
            .VotesOf("USA")
            .Select(v => (v.Resolution, v.Choice))
            .ShouldBe([("A/RES/73/71", VoteChoice.Yes), ("A/RES/73/72", VoteChoice.Abstain), ("A/RES/73/1", VoteChoice.No)]);
    }

    [SkippableFact]
    public void The_same_files_come_in_once_and_another_release_stands_beside()
    {
        var first = Import("cow-trade", Files.File(Rows(1990, 3)));
        Import("cow-trade", Files.File(Rows(1990, 3), "renamed.csv")).Import.Id.ShouldBe(first.Import.Id);
        Count("dyadic_trade").ShouldBe(3);
        Import("cow-trade", Files.File(Rows(1990, 3).Replace(",4\n", ",5\n", StringComparison.Ordinal)));
        Store.Imports().Select(i => i.Vintage).ShouldBe(["4.0", "5.0"]);
        Count("dyadic_trade").ShouldBe(6);
        var stored = Store.Imports()[0];
        (stored.Dataset, stored.ImportedAt, stored.Published, stored.Rows).ShouldBe(("cow-trade", ImportBench.Now, "2016-09", 3L));
        stored.Files.ShouldBe(first.Import.Files);
        stored.Tables.ShouldBe(first.Import.Tables);
    }

    [SkippableTheory]
    [InlineData("2,20,1993,A,B,x,1,1,1,4\n", "'x'")]
    [InlineData("2,20,1990,A,B,1,1,1,1,4\n", "line 5: a second row for state1 840, state2 124, year 1990")]
    [InlineData("2,999,1993,A,B,1,1,1,1,4\n", "'999'")]
    public void One_bad_row_refuses_the_whole(string bad, string found)
    {
        var path = Files.File(Rows(1990, 3) + bad);
        Should.Throw<Exception>(() => Import("cow-trade", path)).Message.ShouldContain(found);
        Store.Imports().ShouldBeEmpty();
        Count("dyadic_trade").ShouldBe(0);
        Check().ShouldBeEmpty();
    }

    [SkippableFact]
    public void What_cannot_be_placed_is_kept_on_a_list_where_that_is_wanted()
    {
        var path = Files.File(Rows(1990, 3) + "2,999,1993,A,B,1,1,1,1,4\n");
        var options = new ImportOptions
        {
            Now = ImportBench.Now,
            Program = "test",
            AcceptUnplaced = true,
        };
        var import = Run(Store, "cow-trade", options, CancellationToken.None, path).Import;
        (import.Rows, import.Unplaced).ShouldBe((3L, 1L));
        var row = Store.Unplaced(import.Id).ShouldHaveSingleItem();
        (row.Line, row.Column, row.Found).ShouldBe((5, "ccode2", "'999'"));
        Store.Unplaced(import.Id + 1).ShouldBeEmpty();
    }

    [SkippableFact]
    public void Undoing_takes_the_rows_out_and_no_others()
    {
        var first = Import("cow-trade", Files.File(Rows(1990, 3))).Import;
        var second = Import("cow-trade", Files.File(Rows(1970, 5))).Import;
        Store.Undo(first.Id, CancellationToken.None).ShouldBeTrue();
        Store.Undo(first.Id, CancellationToken.None).ShouldBeFalse();
        Count("dyadic_trade").ShouldBe(5);
        Store.Imports().ShouldHaveSingleItem().Id.ShouldBe(second.Id);
        Import("cow-trade", Files.File(Rows(1990, 3))).Import.Id.ShouldBeGreaterThan(second.Id);
        Check().ShouldBeEmpty();
    }

    [SkippableFact]
    public void An_import_is_seen_by_nobody_before_it_is_complete_and_leaves_nothing_if_it_is_not()
    {
        var shape = DatasetCatalogue.Tables.Single(t => t.Name == "vote");
        using (var import = Store.Begin(Plan(shape), CancellationToken.None))
        {
            using (var pipe = new BatchPipe(import, CancellationToken.None))
            {
                var rows = pipe.Table(shape);
                for (var i = 0; i < 100_000; i++)
                    rows.Row(i + 1).Int(i / 190).Int(i % 190).Int(1);
                pipe.Complete();
            }
            using var other = OpenAnother();
            other.Imports().ShouldBeEmpty();
            other.Read(new StoreQuery("select count(*) from vote"), r => r.Integer(0).ShouldBe(0));
        }
        Store.Imports().ShouldBeEmpty();
        Count("vote").ShouldBe(0);
        Check().ShouldBeEmpty();
    }

    [SkippableFact]
    public void A_cancelled_import_leaves_nothing()
    {
        using var source = new CancellationTokenSource();
        var path = Files.File(Rows(1000, 1999));
        var options = new ImportOptions
        {
            Now = ImportBench.Now,
            Program = "test",
            Progress = new Cancelling(source),
        };
        Should.Throw<OperationCanceledException>(() => Run(Store, "cow-trade", options, source.Token, path));
        Store.Imports().ShouldBeEmpty();
        Count("dyadic_trade").ShouldBe(0);
        Import("cow-trade", path).Import.Rows.ShouldBe(1999);
        Check().ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Two_processes_at_once_both_get_their_rows_in()
    {
        var paths = Enumerable.Range(0, 4).Select(i => Files.File(Rows(1000 + (100 * i), 90))).ToArray();
        _ = Store.Imports();
        var ids = await Task.WhenAll(
            paths.Select(p =>
                Task.Run(() =>
                {
                    using var other = OpenAnother();
                    return Run(other, "cow-trade", Usual, CancellationToken.None, p).Import.Id;
                })
            )
        );
        ids.Distinct().Count().ShouldBe(4);
        Count("dyadic_trade").ShouldBe(360);
        Check().ShouldBeEmpty();
    }

    [SkippableFact]
    public void A_row_altered_behind_our_back_is_found()
    {
        Import("cow-trade", Files.File(Rows(1990, 3)));
        Check().ShouldBeEmpty();
        Tamper();
        Check().ShouldNotBeEmpty();
    }

    [SkippableFact]
    public void The_record_asks_every_store_the_same()
    {
        Import("cow-trade", Files.File(Pairs(1)));
        Import("comtrade", Files.File(Goods()));
        var record = new StoreRecord(new MemoryRecord([]), Store, ImportBench.States);
        var found = record.Find(
            new RecordQuery
            {
                Measure = "imports",
                Subject = "USA",
                Object = "CAN",
            }
        );
        found.Select(o => (o.Source, o.Period!.Text, o.Value.Value)).ShouldContain(("COW", "1985", 985e6));
        found.Select(o => o.Source).Distinct().Count().ShouldBe(2);
        record
            .Find(
                new RecordQuery
                {
                    Measure = "trade",
                    Subject = "USA",
                    Object = "CAN",
                }
            )
            .Count.ShouldBe(20);
        record
            .Find(
                new RecordQuery
                {
                    Measure = "imports",
                    Subject = "USA",
                    Object = "ISL",
                }
            )
            .ShouldBeEmpty();
        // Two datasets that speak of the same flows agree, and do not where one is a thousand times too large.
        Check().ShouldBeEmpty();
        Import("cow-trade", Files.File(Pairs(1000).Replace(",4\n", ",5\n", StringComparison.Ordinal)));
        Check().ShouldContain(f => f.Contains("shared figures", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void A_question_without_an_answer_is_an_error_that_names_the_place()
    {
        Should.Throw<StoreException>(() => Store.Read(new StoreQuery("select 1 from no_such_table"), _ => { })).Where.ShouldNotBeEmpty();
    }

    public virtual void Dispose()
    {
        if (store.IsValueCreated)
            store.Value.Dispose();
        Files.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static ImportOptions Usual => new() { Now = ImportBench.Now, Program = "test" };

    private protected static string Rows(int from, int count)
    {
        var text = new StringBuilder(Header);
        for (var i = 0; i < count; i++)
            text.Append(CultureInfo.InvariantCulture, $"2,20,{from + i},A,B,{i},-9,{i}.5,-9,4\n");
        return text.ToString();
    }

    private protected static ImportPlan Plan(params TableShape[] tables) =>
        new()
        {
            Dataset = "unga-votes",
            Vintage = "1",
            Files = [new("made", "00", 0)],
            Tables = tables,
            ImportedAt = ImportBench.Now,
            Program = "test",
        };

    private protected static ImportOutcome Run(
        IRecordStore store,
        string dataset,
        ImportOptions options,
        CancellationToken cancellation,
        params string[] paths
    ) => new ImportRunner(store, ImportBench.States).Run(DatasetCatalogue.Find(dataset)!, paths, options, cancellation);

    private protected ImportOutcome Import(string dataset, params string[] paths) =>
        Run(Store, dataset, Usual, CancellationToken.None, paths);

    private protected IReadOnlyList<string> Check() => new StoreCheck(Store).Run(CancellationToken.None);

    private protected long Count(string table) => (long)Numbers($"select count(*) from {table}")[0][0]!;

    private protected IReadOnlyList<double?[]> Numbers(string sql, params object[] values)
    {
        var rows = new List<double?[]>();
        var columns = sql[..sql.IndexOf(" from ", StringComparison.Ordinal)].Count(c => c == ',') + 1;
        Store.Read(
            new StoreQuery(sql, values),
            r => rows.Add([.. Enumerable.Range(0, columns).Select(c => r.IsNull(c) ? (double?)null : r.Real(c))])
        );
        return rows;
    }

    private static string Pairs(int factor)
    {
        var text = new StringBuilder(Header);
        foreach (var a in States)
        foreach (var b in States.Where(b => b > a))
            for (var year = 1980; year < 2000; year++)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{a},{b},{year},A,B,{Flow(a, b, year) * factor},{Flow(b, a, year) * factor},1,1,4\n"
                );
        return text.ToString();
    }

    private static string Goods()
    {
        var text = new StringBuilder("refYear,refMonth,reporterCode,partnerCode,flowCode,cmdCode,primaryValue\n");
        foreach (var a in States)
        foreach (var b in States.Where(b => b != a))
            for (var year = 1980; year < 2000; year++)
                text.Append(CultureInfo.InvariantCulture, $"{year},12,{Number(a)},{Number(b)},M,TOTAL,{Flow(a, b, year) * 1_030_000L}\n");
        return text.ToString();
    }

    /// <summary>US$ million that a imports from b, made up; 985 for the United States and Canada in 1985.</summary>
    private static long Flow(int a, int b, int year) => year - 1000 + (a == 2 ? 0 : (10 * a) + b);

    private static string Number(int cow) =>
        ImportBench
            .States.Find(Entente.Actors.Identity.CodeSystem.Cow, cow.ToString(CultureInfo.InvariantCulture), 1985)!
            .Id.ToString("000", CultureInfo.InvariantCulture);

    private sealed class Cancelling(CancellationTokenSource source) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Share > 0.3)
                source.Cancel();
        }
    }
}
