using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Records;
using Entente.Sources.Store;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Entente.Web.Jobs;

namespace Entente.Web.Records;

/// <summary>The work that changes the store: imports and their undoing, one at a time.</summary>
internal sealed class RecordJobs(JobBoard board, Workbench workbench, Desk desk)
{
    private const int Listed = 20;

    /// <summary>Brings uploaded files in; the upload is gone when the job ends, however it ends.</summary>
    /// <exception cref="WrongUseException">There is no such dataset, or it cannot be imported so.</exception>
    public Job Import(Upload upload)
    {
        ImportWish wish;
        try
        {
            wish = new ImportWish
            {
                Where = "import",
                Dataset =
                    upload.Field("dataset") ?? throw new WrongUseException(Problems.Problem("dataset", "nothing", "the name of a dataset")),
                Files = upload.Files,
                Vintage = upload.Field("vintage"),
                Published = upload.Field("published"),
                AcceptUnplaced = upload.Field("acceptUnplaced") is "true" or "on" or "1",
                Mapping = upload.Mapping,
            };
            Importing.Dataset(wish.Where, wish.Dataset, wish.Mapping is not null);
            if (wish.Published is { } published)
                CommandContext.Published(published);
        }
        catch
        {
            upload.Dispose();
            throw;
        }
        return board.Start(
            "import",
            $"{wish.Dataset}: {string.Join(", ", upload.Names)}",
            job => Changing(job, () => Import(job, wish)),
            upload
        );
    }

    /// <summary>Takes an import out.</summary>
    public Job Undo(StoredImport import) =>
        board.Start(
            "undo",
            string.Create(CultureInfo.InvariantCulture, $"{import.Dataset} {import.Vintage}: import {import.Id}"),
            job =>
                Changing(
                    job,
                    () =>
                    {
                        job.Report(null, string.Create(CultureInfo.InvariantCulture, $"taking out {import.Rows:#,0} rows"));
                        Importing.Undo(workbench.Context(job.Cancellation), "undo", import.Id);
                        return new JobResult(
                            Answers.Bytes(json =>
                            {
                                json.WriteStartObject();
                                json.WriteString("schema", "entente/undo/1");
                                json.WritePropertyName("import");
                                ImportJson.Write(json, import);
                                json.WriteEndObject();
                            }),
                            Location: "/api/record/imports"
                        );
                    }
                )
        );

    private JobResult Import(Job job, ImportWish wish)
    {
        var context = workbench.Context(job.Cancellation);
        job.Report(0, "reading");
        var outcome = Importing.Run(context, wish, new Told(job));
        var import = outcome.Import;
        var unplaced = import.Unplaced > 0 ? Importing.Unplaced(context, import.Id) : [];
        return new JobResult(
            Answers.Bytes(json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", "entente/import/1");
                json.WriteBoolean("already", outcome.Already);
                json.WritePropertyName("import");
                ImportJson.Write(json, import);
                json.WriteStartArray("unplaced");
                foreach (var row in unplaced.Take(Listed))
                    ImportJson.Write(json, row);
                json.WriteEndArray();
                json.WriteEndObject();
            }),
            Location: FormattableString.Invariant($"/api/record/imports/{import.Id}")
        );
    }

    private async Task<JobResult> Changing(Job job, Func<JobResult> work)
    {
        if (!await desk.Turn.WaitAsync(0, job.Cancellation))
        {
            job.Report(null, "waiting for another change of the record");
            await desk.Turn.WaitAsync(job.Cancellation);
        }
        try
        {
            var result = work();
            workbench.Renew();
            return result;
        }
        finally
        {
            desk.Turn.Release();
        }
    }

    /// <summary>Progress for people: a few times a second is all that can be read.</summary>
    private sealed class Told(Job job) : IProgress<ImportProgress>
    {
        private const long Milliseconds = 150;

        // Written by whichever thread reads; two lines in one moment do no harm.
        private long last;

        public void Report(ImportProgress value)
        {
            var now = Environment.TickCount64;
            if (now - Interlocked.Read(ref last) < Milliseconds)
                return;
            Interlocked.Exchange(ref last, now);
            // The last of the work, sorting and the commit, begins when everything has been read.
            job.Report(
                value.Share * 0.98,
                value.Share >= 1
                    ? string.Create(CultureInfo.InvariantCulture, $"{value.Rows:#,0} rows read; writing")
                    : string.Create(CultureInfo.InvariantCulture, $"{value.Rows:#,0} rows")
            );
        }
    }
}
