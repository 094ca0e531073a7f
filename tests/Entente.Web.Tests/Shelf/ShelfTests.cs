using System.Net;
using System.Text;
using System.Text.Json;
using Entente.Web.Tests.Hosting;

namespace Entente.Web.Tests.Shelf;

/// <summary>Texts of opened folders and texts given to the page: listed, checked in the background, found, removed and put back.</summary>
public sealed class ShelfTests : IAsyncLifetime
{
    private const string Claim = "China's exports to Russia rose by 36 percent in 2023.";

    private Office office = null!;

    public async Task InitializeAsync() =>
        office = await Office.Open(o =>
        {
            foreach (var name in new[] { "article.md", "interview.txt", "highlights.md" })
                File.Copy(Path.Combine(Clone.Root, "samples", name), Path.Combine(o.Texts, name));
        });

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task Texts_are_checked_in_the_background_and_then_found_by_whatever_they_say()
    {
        var before = await office.Json("/api/documents");
        before.GetProperty("waiting").GetInt32().ShouldBe(3);
        before.GetProperty("items").EnumerateArray().ShouldAllBe(r => r.GetProperty("state").GetString() == "waiting");

        var job = await office.Ended(await office.Post("/api/documents/check", new { }));
        job.GetProperty("state").GetString().ShouldBe("done");
        var all = await office.Json("/api/documents");
        all.GetProperty("waiting").GetInt32().ShouldBe(0);
        all.GetProperty("total").GetInt32().ShouldBe(3);
        Names(all).ShouldBe(["article.md", "highlights.md", "interview.txt"]);

        Names(await office.Json("/api/documents?verdict=inconsistent")).ShouldContain("article.md");
        Names(await office.Json("/api/documents?pair=rus/chn")).ShouldContain("article.md");
        Names(await office.Json("/api/documents?pair=IND-RUS&q=interview")).ShouldNotContain("highlights.md");
        Names(await office.Json("/api/documents?q=%22exports+to+Russia+rose%22")).ShouldBe(["article.md"]);
        Names(await office.Json("/api/documents?from=2024-06&to=2024-06-30")).ShouldContain("article.md");
        Names(await office.Json("/api/documents?to=1999")).ShouldBeEmpty();
        var speaker = all.GetProperty("speakers")[0].GetProperty("value").GetString()!;
        Names(await office.Json($"/api/documents?speaker={Uri.EscapeDataString(speaker)}")).ShouldNotBeEmpty();
        var found = (await office.Json("/api/documents?q=themoscowtimes")).GetProperty("items");
        found.GetArrayLength().ShouldBe(0);
        var snippet = (await office.Json("/api/documents?q=pipeline")).GetProperty("items")[0].GetProperty("found");
        snippet.GetProperty("text").GetString()!.Substring(snippet.GetProperty("start").GetInt32(), 8).ShouldBe("pipeline");
    }

    [Theory]
    [InlineData("verdict=wrong", "verdict")]
    [InlineData("pair=CHN", "pair")]
    [InlineData("from=yesterday", "from")]
    [InlineData("limit=0", "limit")]
    [InlineData("cursor=-1", "cursor")]
    public async Task What_is_asked_wrongly_is_told_where(string query, string where)
    {
        using var answer = await office.Get("/api/documents?" + query);
        (await Office.Problem(answer, HttpStatusCode.BadRequest)).GetProperty("where").GetString().ShouldBe(where);
    }

    [Fact]
    public async Task Pages_lead_to_the_next_and_together_hold_every_text_once()
    {
        var seen = new List<string>();
        var path = "/api/documents?limit=2";
        while (path is not null)
        {
            using var answer = await office.Get(path);
            var page = await Office.Json(answer);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            path = answer.Headers.TryGetValues("Link", out var links) ? links.First().Split('<', '>')[1] : null;
        }
        seen.Count.ShouldBe(3);
        seen.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_text_that_is_given_keeps_its_id_over_a_restart_and_removal_can_be_undone()
    {
        var added = await Add("mine.md", Claim);
        var id = added.GetProperty("id").GetString()!;
        (await Add("again.md", Claim)).GetProperty("id").GetString().ShouldBe(id);
        (await office.Json("/api/documents")).GetProperty("total").GetInt32().ShouldBe(4);

        await office.Restart();
        var check = await office.Json($"/api/documents/{id}");
        check.GetProperty("document").GetProperty("path").GetString().ShouldBe("again.md");
        check.GetProperty("claims")[0].GetProperty("verdict").GetString().ShouldBe("contradicted");
        var file = (await office.Json("/api/documents?limit=500"))
            .GetProperty("items")
            .EnumerateArray()
            .First(i => i.GetProperty("origin").GetString() == "file");
        file.GetProperty("id").GetString().ShouldNotBeNull();

        using (var removed = await office.Send(HttpMethod.Delete, $"/api/documents/{id}"))
            (await Office.Json(removed)).GetProperty("restore").GetString().ShouldBe($"/api/documents/{id}/restore");
        using (var gone = await office.Get($"/api/documents/{id}"))
            await Office.Problem(gone, HttpStatusCode.NotFound);
        using (var twice = await office.Send(HttpMethod.Delete, $"/api/documents/{id}"))
            await Office.Problem(twice, HttpStatusCode.NotFound);
        using (var back = await office.Post($"/api/documents/{id}/restore", new { }))
            back.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await office.Json($"/api/documents/{id}")).GetProperty("claims").GetArrayLength().ShouldBe(1);

        // A file of the folder is only not shown; it stays where it is.
        var other = file.GetProperty("id").GetString()!;
        using (var removed = await office.Send(HttpMethod.Delete, $"/api/documents/{other}"))
            removed.StatusCode.ShouldBe(HttpStatusCode.OK);
        Directory.GetFiles(office.Texts).Length.ShouldBe(3);
        using (var back = await office.Post($"/api/documents/{other}/restore", new { }))
            back.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_with_several_files_puts_each_on_the_shelf()
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Claim)), "file", "one.txt" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("<html><body><p>" + Claim + "</p></body></html>")), "file", "two.html" },
        };
        using var answer = await office.Send(HttpMethod.Post, "/api/documents", form);
        var items = (await Office.Json(answer)).GetProperty("items");
        items.EnumerateArray().Select(i => i.GetProperty("path").GetString()).ShouldBe(["one.txt", "two.html"]);
        foreach (var item in items.EnumerateArray())
            (await office.Json($"/api/documents/{item.GetProperty("id").GetString()}")).GetProperty("claims").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("../../escape.md", "escape.md")]
    [InlineData("..\\..\\escape.md", "escape.md")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData(".hidden", "hidden")]
    [InlineData("a\u202Etxt.exe", "atxt.exe")]
    [InlineData("a\r\nSet-Cookie: x.md", "aSet-Cookie: x.md")]
    public async Task A_name_is_a_name_and_never_a_place(string name, string kept)
    {
        (await Add(name, Claim)).GetProperty("path").GetString().ShouldBe(kept);
        Directory
            .GetFiles(Path.Combine(office.Home, "shelf"))
            .Select(Path.GetFileName)
            .ShouldAllBe(f => f == "index.json" || f == "index.json.lock" || f!.Length == 64);
    }

    [Fact]
    public async Task What_is_no_text_is_refused_and_nothing_of_it_is_kept()
    {
        using var content = new ByteArrayContent([0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 0, 1, 2, 3, 0, 255, 254, 0, 0]);
        using var answer = await office.Send(HttpMethod.Post, "/api/documents?name=a.md", content);
        await Office.Problem(answer, HttpStatusCode.BadRequest);
        using var empty = await office.Send(HttpMethod.Post, "/api/documents?name=a.md", new ByteArrayContent([]));
        await Office.Problem(empty, HttpStatusCode.BadRequest);
        Directory.Exists(Path.Combine(office.Home, "shelf")).ShouldBeFalse();
    }

    [Fact]
    public async Task More_bytes_than_a_text_may_have_are_refused_before_they_are_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/documents?name=a.md")
        {
            Content = new StreamContent(new Endless(65L << 20)),
        };
        request.Content.Headers.ContentLength = 65L << 20;
        request.Headers.Add("X-Entente-Antiforgery", await office.Token());
        request.Headers.ExpectContinue = true;
        using var answer = await office.Client.SendAsync(request);
        await Office.Problem(answer, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_link_that_leads_out_of_the_folder_is_left_out_and_what_it_leads_to_is_never_read()
    {
        var outside = Path.Combine(office.Folder, "secret.md");
        await File.WriteAllTextAsync(outside, "A secret. " + Claim);
        File.CreateSymbolicLink(Path.Combine(office.Texts, "link.md"), outside);
        Directory.CreateSymbolicLink(Path.Combine(office.Texts, "folder"), office.Home);
        await File.WriteAllTextAsync(Path.Combine(office.Home, "inner.md"), "A secret. " + Claim);
        File.CreateSymbolicLink(Path.Combine(office.Texts, "within.md"), Path.Combine(office.Texts, "article.md"));
        await Task.Delay(1100);

        await office.Ended(await office.Post("/api/documents/check", new { }));
        var list = await office.Json("/api/documents");
        list.GetProperty("items").EnumerateArray().Count().ShouldBe(3);
        var left = list.GetProperty("leftOut").EnumerateArray().Select(l => Path.GetFileName(l.GetProperty("path").GetString())).ToList();
        left.ShouldContain("link.md");
        left.ShouldContain("inner.md");
        (await office.Json("/api/documents?q=secret")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_changes_is_read_again_and_one_that_turns_into_a_link_is_not()
    {
        var path = Path.Combine(office.Texts, "note.md");
        await File.WriteAllTextAsync(path, Claim);
        await Task.Delay(1100);
        var id = (await office.Json("/api/documents"))
            .GetProperty("items")
            .EnumerateArray()
            .First(i => i.GetProperty("path").GetString()!.EndsWith("note.md", StringComparison.Ordinal))
            .GetProperty("id")
            .GetString()!;
        using var first = await office.Get($"/api/documents/{id}");
        var etag = first.Headers.ETag!.ToString();
        (await Office.Json(first)).GetProperty("claims")[0].GetProperty("verdict").GetString().ShouldBe("contradicted");

        using (var same = new HttpRequestMessage(HttpMethod.Get, $"/api/documents/{id}"))
        {
            same.Headers.TryAddWithoutValidation("If-None-Match", etag);
            using var known = await office.Client.SendAsync(same);
            known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }
        await File.WriteAllTextAsync(path, "China's exports to Russia rose by 46.9 percent in 2023.");
        using var second = await office.Get($"/api/documents/{id}");
        second.Headers.ETag!.ToString().ShouldNotBe(etag);
        (await Office.Json(second)).GetProperty("claims")[0].GetProperty("verdict").GetString().ShouldBe("supported");

        var outside = Path.Combine(office.Folder, "secret.md");
        await File.WriteAllTextAsync(outside, Claim);
        File.Delete(path);
        File.CreateSymbolicLink(path, outside);
        using var third = await office.Get($"/api/documents/{id}");
        await Office.Problem(third, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Texts_that_differ_are_laid_side_by_side()
    {
        await File.WriteAllTextAsync(Path.Combine(office.Texts, "a.md"), "Trade between China and Russia reached $240 billion in 2023.");
        await File.WriteAllTextAsync(Path.Combine(office.Texts, "b.md"), "Trade between China and Russia reached $210 billion in 2023.");
        await Task.Delay(1100);
        await office.Ended(await office.Post("/api/documents/check", new { }));
        var corpus = await office.Json("/api/corpus");
        corpus.GetProperty("schema").GetString().ShouldBe("entente/corpus/1");
        var positions = corpus
            .GetProperty("contradictions")
            .EnumerateArray()
            .First(f =>
                f.GetProperty("period").GetString() == "2023"
                && f.GetProperty("subject").GetString()!.Contains("trade", StringComparison.OrdinalIgnoreCase)
            )
            .GetProperty("positions");
        positions.GetArrayLength().ShouldBeGreaterThan(1);
        var paths = (await office.Json("/api/corpus/paths"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(p => p.GetProperty("path").GetString())
            .ToHashSet();
        foreach (var mention in positions.EnumerateArray().SelectMany(p => p.GetProperty("mentions").EnumerateArray()))
            paths.ShouldContain(mention.GetProperty("path").GetString());
    }

    [Fact]
    public async Task An_index_that_somebody_broke_costs_names_and_no_texts()
    {
        var id = (await Add("mine.md", Claim)).GetProperty("id").GetString()!;
        await office.Stop();
        await File.WriteAllTextAsync(
            Path.Combine(office.Home, "shelf", "index.json"),
            """{ "schema": "entente/shelf/1", "texts": [ { "sha256": "../../texts/article.md" } ] }"""
        );
        await office.StartAgain();
        var check = await office.Json($"/api/documents/{id}");
        check.GetProperty("claims").GetArrayLength().ShouldBe(1);
        File.Exists(Path.Combine(office.Home, "shelf", "index.json.broken")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("html", "text/html", "<!doctype html>")]
    [InlineData("markdown", "text/markdown", "exports to Russia rose")]
    [InlineData("obsidian", "text/markdown", "exports to Russia rose")]
    [InlineData("claimreview", "application/json", "ClaimReview")]
    [InlineData("json", "application/json", "entente/check/1")]
    public async Task Reports_can_be_taken_along(string format, string type, string holds)
    {
        var id = (await Add("mine.md", Claim)).GetProperty("id").GetString()!;
        using var answer = await office.Get($"/api/documents/{id}/report?format={format}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await answer.Content.ReadAsStringAsync()).ShouldContain(holds, Case.Insensitive);
    }

    private async Task<JsonElement> Add(string name, string text)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        using var answer = await office.Send(HttpMethod.Post, "/api/documents?name=" + Uri.EscapeDataString(name), content);
        return (await Office.Json(answer)).GetProperty("items")[0];
    }

    private static List<string> Names(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(i => Path.GetFileName(i.GetProperty("path").GetString())!)];

    private sealed class Endless(long length) : Stream
    {
        private long left = length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var some = (int)Math.Min(count, left);
            left -= some;
            Array.Fill(buffer, (byte)'a', offset, some);
            return some;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
