using System.Net;
using System.Text;
using System.Text.Json;
using Entente.Web.Tests.Hosting;

namespace Entente.Web.Tests.Forecasts;

/// <summary>The ledger over HTTP: the user's own file, changed only as it was seen, and put back where asked.</summary>
public sealed class LedgerTests : IAsyncLifetime
{
    private Office office = null!;

    private string Ledger => Path.Combine(office.Home, "forecasts.md");

    public async Task InitializeAsync() =>
        office = await Office.Open(o =>
        {
            File.Copy(Path.Combine(Clone.Root, "docs", "examples", "forecasts.md"), Path.Combine(o.Home, "forecasts.md"));
            File.WriteAllText(
                Path.Combine(o.Texts, "note.md"),
                "---\nauthor: Tomas Ferle\ndate: 2024-06-03\n---\nTrade between China and Russia will probably exceed $260 billion in 2025.\n\nTrade between China and Russia was $240 billion in 2023.\n"
            );
        });

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task The_list_tells_what_is_due_and_filters()
    {
        var list = await office.Json("/api/forecasts");
        list.GetProperty("total").GetInt32().ShouldBe(3);
        list.GetProperty("counts").GetProperty("right").GetInt32().ShouldBe(1);
        (await office.Json("/api/forecasts?status=wrong"))
            .GetProperty("items")[0]
            .GetProperty("speaker")
            .GetString()
            .ShouldBe("Odile Brandt");
        (await office.Json("/api/forecasts?speaker=Tomas%20Ferle")).GetProperty("total").GetInt32().ShouldBe(1);
        using var unknown = await office.Get("/api/forecasts?status=maybe");
        await Office.Problem(unknown, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_claim_is_added_once_resolved_by_hand_and_all_of_it_undone()
    {
        var before = await File.ReadAllBytesAsync(Ledger);
        var document = (await office.Json("/api/documents")).GetProperty("items")[0].GetProperty("id").GetString()!;
        using var added = await office.Post("/api/forecasts", new { document });
        var answer = await Office.Json(added);
        var one = answer.GetProperty("results").EnumerateArray().Single();
        var id = one.GetProperty("id").GetString()!;
        one.GetProperty("speaker").GetString().ShouldBe("Tomas Ferle");
        var between = await File.ReadAllBytesAsync(Ledger);

        using var again = await office.Post("/api/forecasts", new { document });
        (await Office.Json(again)).GetProperty("known").GetInt32().ShouldBe(1);
        (await File.ReadAllBytesAsync(Ledger)).ShouldBe(between);

        using var decided = await office.Post(
            $"/api/forecasts/{id}/resolve",
            new
            {
                outcome = "false",
                source = "https://example.org/figures",
                by = "An Editor",
            }
        );
        var undo = (await Office.Json(decided)).GetProperty("undo").GetString()!;
        (await office.Json("/api/forecasts?status=wrong")).GetProperty("total").GetInt32().ShouldBe(2);

        using var first = await office.Post("/api/forecasts/undo", new { undo });
        await Office.Json(first);
        (await File.ReadAllBytesAsync(Ledger)).ShouldBe(between);
        using var second = await office.Post("/api/forecasts/undo", new { undo = answer.GetProperty("undo").GetString() });
        await Office.Json(second);
        (await File.ReadAllBytesAsync(Ledger)).ShouldBe(before);
    }

    [Fact]
    public async Task An_entry_says_where_on_the_shelf_it_stands()
    {
        var document = (await office.Json("/api/documents")).GetProperty("items")[0].GetProperty("id").GetString()!;
        var text = await office.Json($"/api/documents/{document}/text");
        var claim = text.GetProperty("claims").EnumerateArray().Single(c => c.GetProperty("forecast").ValueKind != JsonValueKind.Null);
        var (id, forecast) = (claim.GetProperty("id").GetString()!, claim.GetProperty("forecast").GetString()!);
        using var added = await office.Post("/api/forecasts", new { document, claim = id });
        (await Office.Json(added)).GetProperty("results")[0].GetProperty("id").GetString().ShouldBe(forecast);

        var place = (await Entry(forecast)).GetProperty("text");
        place.GetProperty("id").GetString().ShouldBe(document);
        place.GetProperty("claim").GetString().ShouldBe(id);
        // What the example's entries name is not on the shelf.
        (await Entry("f-78800007"))
            .GetProperty("text")
            .ValueKind.ShouldBe(JsonValueKind.Null);

        // Before anybody has looked at the text again, its claims are not known.
        await office.Stop();
        await office.StartAgain();
        using var list = await office.Get($"/api/forecasts?q={forecast}");
        place = (await Office.Json(list)).GetProperty("items")[0].GetProperty("text");
        place.GetProperty("id").GetString().ShouldBe(document);
        place.GetProperty("claim").ValueKind.ShouldBe(JsonValueKind.Null);

        // And an answer that was kept is not taken for the present one when that changes.
        await office.Json($"/api/documents/{document}/text");
        using var later = await office.Get($"/api/forecasts?q={forecast}");
        later.Headers.ETag.ShouldNotBe(list.Headers.ETag);
        (await Office.Json(later)).GetProperty("items")[0].GetProperty("text").GetProperty("claim").GetString().ShouldBe(id);
    }

    private async Task<JsonElement> Entry(string id) => (await office.Json($"/api/forecasts?q={id}")).GetProperty("items")[0];

    [Fact]
    public async Task What_is_due_is_decided_by_the_record()
    {
        using var added = await office.Post(
            "/api/forecasts",
            new
            {
                criterion = "trade(CHN, RUS, 2023) > 200e9 USD",
                speaker = "Somebody",
                said = "2022-01-05",
                probability = 0.7,
            }
        );
        var id = (await Office.Json(added)).GetProperty("results")[0].GetProperty("id").GetString();
        (await office.Json("/api/forecasts?status=due")).GetProperty("total").GetInt32().ShouldBe(1);
        using var resolved = await office.Post("/api/forecasts/resolve", new { });
        var one = (await Office.Json(resolved)).GetProperty("results").EnumerateArray().Single(r => r.GetProperty("id").GetString() == id);
        one.GetProperty("status").GetString().ShouldBe("true");
        one.GetProperty("by").GetString().ShouldBe("the record");
        var chart = await office.Json("/api/forecasts/calibration?of=Somebody");
        chart.GetProperty("table").GetProperty("rows").GetArrayLength().ShouldBe(1);
        chart.GetProperty("enoughForCalibration").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_slip_in_what_is_written_is_located_and_nothing_changes()
    {
        var before = await File.ReadAllBytesAsync(Ledger);
        foreach (
            var (body, where) in new (object, string)[]
            {
                (new { criterion = "trde(CHN, RUS, 2030) > 1 USD", speaker = "A" }, "criterion"),
                (new { criterion = "trade(CHN, RUS, 2030) > 1 USD" }, "speaker"),
                (new { criterion = "trade(CHN, RUS) > 1 USD", speaker = "A" }, "deadline"),
                (
                    new
                    {
                        criterion = "trade(CHN, RUS, 2030) > 1 USD",
                        speaker = "A",
                        probability = 70,
                    },
                    "probability"
                ),
                (new { document = "nothing" }, "document"),
            }
        )
        {
            using var answer = await office.Post("/api/forecasts", body);
            (await Office.Problem(answer, HttpStatusCode.BadRequest)).GetProperty("where").GetString()!.ShouldStartWith(where);
        }
        (await File.ReadAllBytesAsync(Ledger)).ShouldBe(before);
    }

    [Fact]
    public async Task A_ledger_that_was_edited_meanwhile_is_not_written_over()
    {
        var seen = (await office.Json("/api/forecasts")).GetProperty("version").GetString();
        using var mine = await Decide(seen!);
        var undo = (await Office.Json(mine)).GetProperty("undo").GetString();
        var edited = await File.ReadAllTextAsync(Ledger) + "\nA line of mine.\n";
        await File.WriteAllTextAsync(Ledger, edited);

        using var late = await Decide(seen!);
        await Office.Problem(late, HttpStatusCode.PreconditionFailed);
        using var back = await office.Post("/api/forecasts/undo", new { undo });
        await Office.Problem(back, HttpStatusCode.PreconditionFailed);
        (await File.ReadAllTextAsync(Ledger)).ShouldBe(edited);

        var now = (await office.Json("/api/forecasts")).GetProperty("version").GetString();
        using var again = await Decide(now!);
        await Office.Json(again);
        (await File.ReadAllTextAsync(Ledger)).ShouldEndWith("\nA line of mine.\n");
    }

    [Theory]
    [InlineData("../home/forecasts.md")]
    [InlineData("/etc/passwd")]
    [InlineData("nothing.md")]
    [InlineData("link.md")]
    public async Task A_ledger_outside_of_the_opened_folders_is_refused(string ledger)
    {
        if (ledger == "link.md")
            File.CreateSymbolicLink(Path.Combine(office.Texts, "link.md"), Ledger);
        using var answer = await office.Get($"/api/forecasts?ledger={Uri.EscapeDataString(ledger)}");
        (await Office.Problem(answer, HttpStatusCode.BadRequest)).GetProperty("where").GetString().ShouldBe("ledger");
    }

    [Fact]
    public async Task A_ledger_in_an_opened_folder_is_kept_there()
    {
        File.Copy(Ledger, Path.Combine(office.Texts, "ours.md"));
        var list = await office.Json("/api/forecasts?ledger=ours.md");
        list.GetProperty("total").GetInt32().ShouldBe(3);
        var before = await File.ReadAllBytesAsync(Ledger);
        using var answer = await office.Post(
            "/api/forecasts?ledger=ours.md",
            new { criterion = "trade(CHN, RUS, 2030) > 1 USD", speaker = "A" }
        );
        await Office.Json(answer);
        (await office.Json("/api/forecasts?ledger=ours.md")).GetProperty("total").GetInt32().ShouldBe(4);
        (await File.ReadAllBytesAsync(Ledger)).ShouldBe(before);
    }

    [Fact]
    public async Task A_list_that_has_not_changed_is_not_sent_again()
    {
        using var first = await office.Get("/api/forecasts");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/forecasts");
        request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        using var second = await office.Client.SendAsync(request);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    private async Task<HttpResponseMessage> Decide(string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/forecasts/f-78800007/resolve")
        {
            Content = new StringContent(
                JsonSerializer.Serialize(
                    new
                    {
                        outcome = "void",
                        source = "https://example.org",
                        by = "An Editor",
                    }
                ),
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Add("X-Entente-Antiforgery", await office.Token());
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await office.Client.SendAsync(request);
    }
}
