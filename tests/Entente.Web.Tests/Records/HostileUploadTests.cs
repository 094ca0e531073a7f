using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Entente.Web.Records;
using Entente.Web.Tests.Hosting;

namespace Entente.Web.Tests.Records;

/// <summary>Uploads that mean harm or are none: each is refused with a reason, and nothing of it stays.</summary>
public sealed class HostileUploadTests : IAsyncLifetime
{
    private Office office = null!;
    private string before = "";

    public async Task InitializeAsync()
    {
        office = await Office.Open();
        using var first = await office.Import("cow-trade", "first.csv", MadeUp.DyadicTrade());
        await office.Ended(first);
        before = Holdings.Of(office);
    }

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Theory]
    [InlineData("bomb.csv.gz")]
    [InlineData("bomb.zip")]
    public async Task A_file_that_unpacks_without_end_is_given_up(string name)
    {
        var bytes = name.EndsWith(".gz", StringComparison.Ordinal)
            ? MadeUp.Gzipped(MadeUp.Endless())
            : MadeUp.Zipped("trade.csv", MadeUp.Endless());
        using var accepted = await office.Import("cow-trade", name, bytes);
        var job = await office.Ended(accepted);
        job.GetProperty("state").GetString().ShouldBe("failed");
        job.GetProperty("problem").GetProperty("found").GetString().ShouldBe("a file that unpacks to more than 300 times its size");
        Holdings.Of(office).ShouldBe(before);
    }

    [Fact]
    public async Task A_field_without_end_is_given_up()
    {
        using var accepted = await office.Import("cow-trade", "zeros.csv.gz", MadeUp.Gzipped(new byte[8 << 20]));
        var job = await office.Ended(accepted);
        job.GetProperty("problem").GetProperty("found").GetString().ShouldBe("a field of more than a million characters");
        Holdings.Of(office).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_of_another_dataset_is_told_from_its_columns()
    {
        using var accepted = await office.Import("wdi", "Dyadic_COW_4.0.csv", MadeUp.DyadicTrade());
        var job = await office.Ended(accepted);
        job.GetProperty("state").GetString().ShouldBe("failed");
        job.GetProperty("problem").GetProperty("where").GetString()!.ShouldStartWith("Dyadic_COW_4.0.csv");
        Holdings.Of(office).ShouldBe(before);
    }

    [Theory]
    [InlineData("../../outside.csv", "outside.csv")]
    [InlineData("..\\..\\outside.csv", "outside.csv")]
    [InlineData("/etc/cron.d/outside.csv", "outside.csv")]
    [InlineData(".in-use", "in-use")]
    [InlineData("..", "file")]
    [InlineData("a\u0000b;c|d.csv.gz", "a-b-c-d.csv.gz")]
    public void A_name_stays_in_its_folder(string given, string kept) => Upload.SafeName(given).ShouldBe(kept);

    [Fact]
    public async Task A_name_with_a_path_leads_nowhere()
    {
        using var accepted = await office.Import("cow-trade", "../../../outside.csv", MadeUp.DyadicTrade(factor: 3), ("vintage", "9"));
        var job = await office.Ended(accepted);
        var import = await office.Json(job.GetProperty("location").GetString()!);
        import.GetProperty("files")[0].GetProperty("name").GetString().ShouldBe("outside.csv");
        Directory.EnumerateFiles(office.Folder, "outside*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_import_is_refused_before_it_begins()
    {
        await Refused(await office.Import("cow-trade", "empty.csv", []), "an empty file");
        await Refused(await office.Import("no-such-dataset", "a.csv", MadeUp.DyadicTrade()), "'no-such-dataset'");
        await Refused(await office.Import("long-csv", "a.csv", MadeUp.DyadicTrade()), "no mapping");
        await Refused(await office.Import("cow-trade", "a.csv", MadeUp.DyadicTrade(), ("published", "tomorrow")), "'tomorrow'");
        await Refused(
            await office.Import("cow-trade", "a.csv", MadeUp.DyadicTrade(), ("vintage", new string('x', 5_000))),
            "more than 4000"
        );
        using var bare = new StringContent("{}", Encoding.UTF8, "application/json");
        await Refused(await office.Send(HttpMethod.Post, "/api/record/imports", bare), "'application/json; charset=utf-8'");
        using var none = new MultipartFormDataContent { { new StringContent("cow-trade"), "dataset" } };
        await Refused(await office.Send(HttpMethod.Post, "/api/record/imports", none), "no file");
        Holdings.Of(office).ShouldBe(before);
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nccode1,ccode2")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"HUGE\"\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("no form at all")]
    [InlineData("--b\r\n\r\nx\r\n--b--\r\n")]
    public async Task A_form_that_is_torn_or_malformed_is_refused(string body)
    {
        using var content = new ByteArrayContent(
            Encoding.UTF8.GetBytes(body.Replace("HUGE", new string('n', 100_000), StringComparison.Ordinal))
        );
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var answer = await office.Send(HttpMethod.Post, "/api/record/imports", content);
        await Office.Problem(answer, HttpStatusCode.BadRequest);
        Holdings.Of(office).ShouldBe(before);
    }

    [Fact]
    public async Task More_than_there_may_be_is_refused_before_it_is_read()
    {
        using var content = new Announced(Upload.Most + 1);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/record/imports") { Content = content };
        request.Headers.Add("X-Entente-Antiforgery", await office.Token());
        request.Headers.ExpectContinue = true;
        using var answer = await office.Client.SendAsync(request);
        await Office.Problem(answer, HttpStatusCode.RequestEntityTooLarge);
        Holdings.Of(office).ShouldBe(before);
    }

    [Theory]
    [InlineData("/api/record/imports/2/files")]
    [InlineData("/api/record/imports/2/file")]
    [InlineData("/api/record/imports/2/files/first.csv")]
    public async Task No_address_gives_an_imported_file_away(string path)
    {
        using var answer = await office.Get(path);
        await Office.Problem(answer, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_citation_opens_no_file()
    {
        var secret = Path.Combine(office.Folder, "secret.json");
        await File.WriteAllTextAsync(secret, """{"source":"secret","tier":"primary"}""");
        using var answer = await office.Get($"/api/record/cite?what={Uri.EscapeDataString(secret)}");
        await Office.Problem(answer, HttpStatusCode.BadRequest);
    }

    private static async Task Refused(HttpResponseMessage answer, string found)
    {
        using (answer)
            (await Office.Problem(answer, HttpStatusCode.BadRequest)).GetProperty("found").GetString()!.ShouldContain(found);
    }

    /// <summary>Says that it is long, and sends nothing unless it is asked to go on.</summary>
    private sealed class Announced(long length) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new InvalidOperationException("the server asked for more than it may take");

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
