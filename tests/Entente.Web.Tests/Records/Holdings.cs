using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Entente.Sources.Datasets;
using Entente.Sources.Store;
using Entente.Sources.Store.Sqlite;
using Entente.Web.Jobs;
using Entente.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Web.Tests.Records;

/// <summary>What an office's store holds, and what is sent to it.</summary>
internal static class Holdings
{
    /// <summary>Every import with the sums over its rows, counted again from the rows themselves; and every file of the home.</summary>
    public static string Of(Office office, bool files = true)
    {
        var lines = new List<string>();
        if (SqliteStore.OpenExisting(Path.Combine(office.Home, StorePlace.FileName)) is { } opened)
            using (opened)
                foreach (var import in opened.Imports())
                {
                    lines.Add(
                        $"{import.Dataset} {import.Vintage} {import.Published} {import.Unplaced} {string.Join(',', import.Files.Select(f => f.Name + f.Sha256))}"
                    );
                    foreach (var table in import.Tables)
                    {
                        var again = DatasetCatalogue.Tables.FirstOrDefault(t => t.Name == table.Name) is { } shape
                            ? opened.Recount(import.Id, shape, CancellationToken.None)
                            : table;
                        again.Sum.ShouldBe(table.Sum, table.Name);
                        lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {again.Name} {again.Rows} {again.Sum:x16}"));
                    }
                }
        if (files)
            lines.AddRange(Files(office));
        return string.Join('\n', lines);
    }

    /// <summary>What lies in the home beside the store's own log.</summary>
    public static IEnumerable<string> Files(Office office) =>
        Directory
            .EnumerateFileSystemEntries(office.Home, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(office.Home, f))
            .Where(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static MultipartFormDataContent Form(string dataset, string name, byte[] bytes, params (string Name, string Value)[] more)
    {
        var form = new MultipartFormDataContent { { new StringContent(dataset), "dataset" } };
        foreach (var (field, value) in more)
            form.Add(new StringContent(value), field);
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = $"\"{name}\"" };
        form.Add(file);
        return form;
    }

    public static async Task<HttpResponseMessage> Import(
        this Office office,
        string dataset,
        string name,
        byte[] bytes,
        params (string Name, string Value)[] more
    )
    {
        using var form = Form(dataset, name, bytes, more);
        return await office.Send(HttpMethod.Post, "/api/record/imports", form);
    }

    /// <summary>Holds imports where they first say how far they have read, until they are cancelled: however fast the machine, they are on their way.</summary>
    public static IDisposable HoldImports(this Office office)
    {
        var board = office.Server.Services.GetRequiredService<JobBoard>();
        board.Reported += Hold;
        return new Release(() => board.Reported -= Hold);

        static void Hold(Job job)
        {
            if (job is { Kind: "import", Status.Share: > 0 })
                job.Cancellation.WaitHandle.WaitOne(TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>Waits until an import has begun to read.</summary>
    public static async Task Reading(this Office office, HttpResponseMessage accepted)
    {
        var address = accepted.Headers.Location!.ToString();
        while (true)
        {
            var job = await office.Json(address);
            job.GetProperty("state").GetString().ShouldBeOneOf("queued", "running");
            if (job.GetProperty("progress") is { ValueKind: JsonValueKind.Number } share && share.GetDouble() > 0)
                return;
            await Task.Delay(5);
        }
    }

    private sealed class Release(Action act) : IDisposable
    {
        public void Dispose() => act();
    }
}
