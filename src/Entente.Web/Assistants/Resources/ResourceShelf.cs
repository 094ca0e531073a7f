using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Entente.Application.Composition;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Sources.Datasets;
using Entente.Web.Assistants.Tools;
using Entente.Web.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Entente.Web.Assistants.Resources;

/// <summary>What can be read: texts of the opened folders with their checks, samples, the manual, the record's datasets.</summary>
internal sealed class ResourceShelf(AssistantSession session, ProtocolLog log)
{
    private const int PageSize = 100;

    /// <summary>More of a text than anybody hands to an assistant.</summary>
    private const int MostCharacters = 2_000_000;

    private const string Markdown = "text/markdown";
    private const string Plain = "text/plain";
    private const string Json = "application/json";
    private const string Yaml = "application/yaml";

    public Task<ListResourcesResult> ListAsync(string? cursor, CancellationToken requested) =>
        Guard(
            "resources/list",
            cancellation =>
            {
                var from = Offset(cursor);
                var page = All(cancellation).Skip(from).Take(PageSize + 1).ToList();
                return new ListResourcesResult
                {
                    Resources = [.. page.Take(PageSize)],
                    NextCursor = page.Count > PageSize ? Cursor(from + PageSize) : null,
                };
            },
            requested
        );

    public static ListResourceTemplatesResult Templates() =>
        new()
        {
            ResourceTemplates =
            [
                Template(
                    "document",
                    "entente://document/{id}",
                    "The words of a text in an opened folder. resources/list gives the ids.",
                    Plain
                ),
                Template(
                    "document-check",
                    "entente://document/{id}/check",
                    "The same text checked against the record, as JSON (entente/check/1).",
                    Json
                ),
                Template("sample", "entente://sample/{+name}", "A text, scenario or argument that ships with Entente.", Plain),
                Template("sample-check", "entente://sample/{+name}/check", "A sample text checked against the record, as JSON.", Json),
                Template("manual", "entente://manual/{+page}", "A page of the manual, such as claim-language.", Markdown),
                Template(
                    "dataset",
                    "entente://dataset/{name}",
                    "A dataset: producer, citation, licence, and the vintages that were imported. 'record' is what ships.",
                    Json
                ),
            ],
        };

    public Task<ReadResourceResult> ReadAsync(string uri, CancellationToken requested) =>
        Guard("resources/read", cancellation => new ReadResourceResult { Contents = [Read(uri, cancellation)] }, requested);

    private IEnumerable<Resource> All(CancellationToken cancellation)
    {
        foreach (var text in session.Opened.All(cancellation))
            yield return new()
            {
                Uri = EntenteUri.Of(EntenteUri.Document, text.Id),
                Name = text.Name,
                Title = Path.GetFileName(text.Name),
                Description = "A text of the opened folders; with /check after its address, its check as JSON.",
                MimeType = Plain,
            };
        foreach (var (name, file) in ShippedFiles.Samples(session))
            yield return new()
            {
                Uri = EntenteUri.Of(EntenteUri.Sample, name),
                Name = $"samples/{name}",
                Description = name.Contains('/', StringComparison.Ordinal)
                    ? "A sample that ships with Entente."
                    : "A sample text that ships with Entente; some of its figures are false on purpose.",
                MimeType = Kind(name),
                Size = new FileInfo(file).Length,
            };
        foreach (var (name, file) in ShippedFiles.Pages(session))
            yield return new()
            {
                Uri = EntenteUri.Of(EntenteUri.Manual, name),
                Name = $"manual/{name}",
                Title = ShippedFiles.Title(file, name),
                MimeType = Markdown,
                Size = new FileInfo(file).Length,
            };
        yield return new()
        {
            Uri = EntenteUri.Of(EntenteUri.Dataset, DatasetPages.Shipped),
            Name = $"dataset/{DatasetPages.Shipped}",
            Title = "The record that ships with Entente",
            MimeType = Json,
        };
        foreach (var dataset in DatasetCatalogue.All)
            yield return new()
            {
                Uri = EntenteUri.Of(EntenteUri.Dataset, dataset.Name),
                Name = $"dataset/{dataset.Name}",
                Title = dataset.Publication.Title,
                Description = $"{dataset.Publication.Producer}. {dataset.Publication.Licence}",
                MimeType = Json,
            };
    }

    private TextResourceContents Read(string uri, CancellationToken cancellation)
    {
        if (EntenteUri.Parse(uri) is not { } address)
            throw Missing(uri);
        switch (address.Kind)
        {
            case EntenteUri.Manual:
                return ShippedFiles.Page(session, address.Name) is { } page
                    ? Contents(uri, Markdown, File.ReadAllText(page))
                    : throw Missing(uri);
            case EntenteUri.Dataset:
                return DatasetPages.Json(session.Context(cancellation), address.Name) is { } json
                    ? Contents(uri, Json, json)
                    : throw Missing(uri);
            default:
                var text = TextFinder.OrNull(session, EntenteUri.Of(address.Kind, address.Name), cancellation) ?? throw Missing(uri);
                return address.Check ? Check(uri, text, cancellation)
                    : text.Real.EndsWith(".yml", StringComparison.Ordinal) ? Contents(uri, Yaml, File.ReadAllText(text.Real))
                    : Words(uri, text, cancellation);
        }
    }

    private TextResourceContents Words(string uri, FoundText text, CancellationToken cancellation)
    {
        var read = session.Context(cancellation).Engine.Read(text.Bytes(), text.Name, null);
        return read.Problem is { } problem
            ? throw new WrongUseException(problem)
            : Contents(uri, Kind(text.Name), TextFinder.Words(read.Value!));
    }

    private TextResourceContents Check(string uri, FoundText text, CancellationToken cancellation)
    {
        var call = new ToolCall(CheckTools.CheckDocument, null, session, new(null, null), cancellation);
        using var json = new Utf8Text();
        CheckJson.Write(json, CheckTools.Report(call, text.Bytes(), text.Name, null, session.Today));
        return new()
        {
            Uri = uri,
            MimeType = Json,
            Text = json.ToString(),
        };
    }

    private static TextResourceContents Contents(string uri, string kind, string text) =>
        new()
        {
            Uri = uri,
            MimeType = kind,
            Text =
                text.Length <= MostCharacters
                    ? text
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{text[..MostCharacters]}\n[cut here: the text has {text.Length:#,0} characters]"
                    ),
        };

    /// <summary>Expected failure becomes an error of the protocol, with its place; a defect is said without its working.</summary>
    private async Task<T> Guard<T>(string method, Func<CancellationToken, T> work, CancellationToken requested)
    {
        using var linked = session.Linked(requested);
        var cancellation = linked.Token;
        try
        {
            using var turn = await session.TurnAsync(cancellation).ConfigureAwait(false);
            return await Task.Run(() => work(cancellation), cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is McpException || (e is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new McpProtocolException(
                $"{method}: found a file that cannot be read, expected one that can",
                McpErrorCode.InternalError
            );
        }
#pragma warning disable CA1031 // The border of the program: whatever is not foreseen is a defect, said in one line.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (Problems.Foreseen(e) is { } problem)
                throw new McpProtocolException(problem.ToString(), McpErrorCode.InvalidParams);
            log.Defect(method, e);
            throw new McpProtocolException(AssistantProblems.Defect(e).ToString(), McpErrorCode.InternalError);
        }
    }

    private static McpProtocolException Missing(string uri) =>
        new(
            InputProblem.OneLine(
                $"{(uri.Length <= 200 ? uri : uri[..200] + "…")}: found nothing of this address, expected one that resources/list or resources/templates/list gives"
            ),
            McpErrorCode.ResourceNotFound
        );

    private static string Kind(string name) =>
        Path.GetExtension(name) switch
        {
            ".md" or ".markdown" => Markdown,
            ".yml" => Yaml,
            _ => Plain,
        };

    private static ResourceTemplate Template(string name, string uri, string description, string kind) =>
        new()
        {
            Name = name,
            UriTemplate = uri,
            Description = description,
            MimeType = kind,
        };

    private static string Cursor(int offset) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"from:{offset}")));

    private static int Offset(string? cursor)
    {
        if (cursor is null)
            return 0;
        var bytes = new byte[64];
        return
            cursor.Length <= 64
            && Base64Url.TryDecodeFromChars(cursor, bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length) is var text
            && text.StartsWith("from:", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw new McpProtocolException(
                "resources/list: found a cursor that was not given out, expected that of the page before",
                McpErrorCode.InvalidParams
            );
    }
}
