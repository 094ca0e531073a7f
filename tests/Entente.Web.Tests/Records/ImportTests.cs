using System.Net;
using Entente.Application.Records;
using Entente.Sources.Store;
using Entente.Web.Hosting;
using Entente.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Web.Tests.Records;

/// <summary>A publisher's file is brought in whole or not at all, and taken out again.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task An_import_holds_what_the_command_brings_in()
    {
        var bytes = MadeUp.Gzipped(MadeUp.DyadicTrade());
        using var accepted = await office.Import("cow-trade", "Dyadic_COW_4.0.csv.gz", bytes);
        var job = await office.Ended(accepted);
        job.GetProperty("state").GetString().ShouldBe("done", job.ToString());
        var result = await office.Json(job.GetProperty("result").GetString()!);
        result.GetProperty("import").GetProperty("rows").GetInt64().ShouldBe(45);

        await using var other = await Office.Open();
        var path = Path.Combine(other.Folder, "Dyadic_COW_4.0.csv.gz");
        await File.WriteAllBytesAsync(path, bytes);
        var context = other.Server.Services.GetRequiredService<Workbench>().Context(CancellationToken.None);
        Importing.Run(
            context,
            new ImportWish
            {
                Where = "record import",
                Dataset = "cow-trade",
                Files = [path],
            },
            null
        );
        Holdings.Of(office).ShouldBe(Holdings.Of(other));
        // The page answers from it at once.
        var vintages = await office.Json("/api/record/vintages?measure=imports&subject=USA&object=CAN");
        vintages.GetProperty("periods").EnumerateArray().Select(p => p.GetProperty("period").GetString()).ShouldContain("1995");
    }

    [Fact]
    public async Task The_same_files_go_in_once()
    {
        using var first = await office.Import("cow-trade", "a.csv", MadeUp.DyadicTrade());
        (await office.Ended(first)).GetProperty("state").GetString().ShouldBe("done");
        var before = Holdings.Of(office);
        using var second = await office.Import("cow-trade", "b.csv", MadeUp.DyadicTrade());
        var job = await office.Ended(second);
        (await office.Json(job.GetProperty("result").GetString()!)).GetProperty("already").GetBoolean().ShouldBeTrue();
        Holdings.Of(office).ShouldBe(before);
    }

    [Fact]
    public async Task Cancelled_on_the_way_it_leaves_everything_as_it_was()
    {
        using var small = await office.Import("cow-trade", "small.csv", MadeUp.DyadicTrade());
        (await office.Ended(small)).GetProperty("state").GetString().ShouldBe("done");
        var before = Holdings.Of(office);
        using var held = office.HoldImports();
        using var accepted = await office.Import("cow-trade", "large.csv", MadeUp.Large());
        await office.Reading(accepted);
        using var cancelled = await office.Send(HttpMethod.Delete, accepted.Headers.Location!.ToString());
        (await office.Ended(accepted)).GetProperty("state").GetString().ShouldBe("cancelled");
        Holdings.Of(office).ShouldBe(before);
    }

    [Fact]
    public async Task The_first_import_cancelled_or_failed_leaves_no_store()
    {
        var before = Holdings.Files(office).ToList();
        using (office.HoldImports())
        {
            using var accepted = await office.Import("cow-trade", "large.csv", MadeUp.Large());
            await office.Reading(accepted);
            using var cancelled = await office.Send(HttpMethod.Delete, accepted.Headers.Location!.ToString());
            (await office.Ended(accepted)).GetProperty("state").GetString().ShouldBe("cancelled");
        }
        Holdings.Files(office).ShouldBe(before);

        using var refused = await office.Import("cow-trade", "stranger.csv", MadeUp.WithStranger());
        (await office.Ended(refused)).GetProperty("state").GetString().ShouldBe("failed");
        Holdings.Files(office).ShouldBe(before);
        Directory.EnumerateFileSystemEntries(office.Home).ShouldNotContain(f => f.Contains("record.db", StringComparison.Ordinal));

        using var small = await office.Import("cow-trade", "small.csv", MadeUp.DyadicTrade());
        (await office.Ended(small)).GetProperty("state").GetString().ShouldBe("done");
        Holdings.Files(office).Except(before).ShouldBe(["record.db"]);
    }

    [Fact]
    public async Task A_store_that_another_process_made_meanwhile_stands_and_is_imported_into()
    {
        var place = StorePlace.Of(name => name == "ENTENTE_HOME" ? office.Home : null)!;
        using (var mine = place.Begin()!)
        {
            using (var other = place.Begin()!)
                other.Complete().ShouldBeTrue();
            mine.Complete().ShouldBeFalse();
        }
        place.Begin().ShouldBeNull();
        using var accepted = await office.Import("cow-trade", "small.csv", MadeUp.DyadicTrade());
        (await office.Ended(accepted)).GetProperty("state").GetString().ShouldBe("done");
        Holdings.Of(office).ShouldContain("cow-trade");
    }

    [Fact]
    public async Task A_server_that_stops_during_an_import_leaves_everything_as_it_was()
    {
        using var small = await office.Import("cow-trade", "small.csv", MadeUp.DyadicTrade());
        await office.Ended(small);
        var before = Holdings.Of(office);
        using var held = office.HoldImports();
        using var accepted = await office.Import("cow-trade", "large.csv", MadeUp.Large());
        await office.Reading(accepted);
        await office.Stop();
        Holdings.Of(office).ShouldBe(before);
        await office.StartAgain();
        (await office.Json("/api/record/imports")).GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task What_a_killed_server_left_is_cleared_away_by_the_next_import()
    {
        var left = Path.Combine(office.Home, "uploads", "left");
        Directory.CreateDirectory(left);
        await File.WriteAllTextAsync(Path.Combine(left, ".in-use"), "");
        await File.WriteAllTextAsync(Path.Combine(left, "half.csv"), "ccode1");
        using var accepted = await office.Import("cow-trade", "small.csv", MadeUp.DyadicTrade());
        await office.Ended(accepted);
        Directory.Exists(left).ShouldBeFalse();
        Holdings.Files(office).ShouldNotContain("uploads");
    }

    [Fact]
    public async Task An_import_is_taken_out_with_all_its_rows()
    {
        using var first = await office.Import("cow-trade", "first.csv", MadeUp.DyadicTrade());
        await office.Ended(first);
        var before = Holdings.Of(office);
        using var second = await office.Import("cow-trade", "second.csv", MadeUp.DyadicTrade(factor: 2), ("vintage", "5.0"));
        var location = (await office.Ended(second)).GetProperty("location").GetString()!;
        Holdings.Of(office).ShouldNotBe(before);
        using var undone = await office.Send(HttpMethod.Delete, location);
        (await office.Ended(undone)).GetProperty("state").GetString().ShouldBe("done");
        Holdings.Of(office).ShouldBe(before);
        using var again = await office.Send(HttpMethod.Delete, location);
        await Office.Problem(again, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_party_that_is_not_known_refuses_the_import_or_is_listed()
    {
        using var refused = await office.Import("cow-trade", "a.csv", MadeUp.WithStranger());
        var job = await office.Ended(refused);
        job.GetProperty("state").GetString().ShouldBe("failed");
        job.GetProperty("problem").GetProperty("where").GetString().ShouldBe("a.csv:47, column ccode2");
        (await office.Json("/api/record/imports")).GetProperty("total").GetInt32().ShouldBe(0);

        using var taken = await office.Import("cow-trade", "a.csv", MadeUp.WithStranger(), ("acceptUnplaced", "true"));
        var done = await office.Ended(taken);
        var unplaced = await office.Json(done.GetProperty("location").GetString() + "/unplaced");
        unplaced.GetProperty("items")[0].GetProperty("line").GetInt32().ShouldBe(47);
        unplaced.GetProperty("total").GetInt32().ShouldBe(1);
    }
}
