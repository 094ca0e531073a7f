using System.Globalization;
using Entente.Sources.Files;
using Entente.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Entente.Web.Records;

/// <summary>
/// What a form with files brought: the files lie in a folder of their own under the user's, are read as data and nothing else, and are gone
/// when this is disposed of. A folder that a killed server left is cleared away by the next upload.
/// </summary>
internal sealed class Upload : IDisposable
{
    /// <summary>The largest of the public datasets, packed, is about half of this.</summary>
    public const long Most = 4L << 30;

    /// <summary>The part of the form that holds a mapping.</summary>
    public const string MappingPart = "mapping";

    // What must be left on the disk beside the upload: the store takes about as much again.
    private const long Spare = 256L << 20;
    private const int MostFiles = 16;
    private const int MostParts = 40;
    private const int MostField = 4_000;
    private const int LongestName = 100;
    private const string FolderName = "uploads";

    private readonly WorkFolder folder;
    private readonly List<string> files = [];
    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);
    private long written;

    private Upload(WorkFolder folder) => this.folder = folder;

    /// <summary>The paths of the data files, in the order they came.</summary>
    public IReadOnlyList<string> Files => files;

    /// <summary>The path of the mapping; null where none came.</summary>
    public string? Mapping { get; private set; }

    /// <summary>The bytes of all files.</summary>
    public long Bytes => written;

    /// <summary>The names of the data files as they are kept.</summary>
    public IEnumerable<string> Names => files.Select(f => Path.GetFileName(f));

    /// <summary>A field of the form; null where it is not given or empty.</summary>
    public string? Field(string name) => fields.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>Reads the form, never more than may be.</summary>
    /// <param name="home">The user's folder.</param>
    /// <exception cref="WrongUseException">It is no form with files, or there is no room for it.</exception>
    /// <exception cref="BadHttpRequestException">It is too large, torn or malformed.</exception>
    public static async Task<Upload> Receive(HttpContext http, string home)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Most;
        if (http.Request.ContentLength is { } announced)
        {
            if (announced > Most)
                throw TooLarge();
            NeedRoom(home, announced);
        }
        if (
            !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 70 } boundary
        )
            throw Wrong("Content-Type", $"'{http.Request.ContentType}'", "multipart/form-data with the publisher's files");
        var upload = Make(home);
        try
        {
            var reader = new MultipartReader(boundary.ToString(), http.Request.Body)
            {
                HeadersCountLimit = 16,
                HeadersLengthLimit = 8 << 10,
            };
            for (var parts = 0; await reader.ReadNextSectionAsync(http.RequestAborted) is { } section; parts++)
            {
                if (parts == MostParts)
                    throw Wrong("the form", $"more than {MostParts} parts", "fewer");
                await upload.Take(section, http.RequestAborted);
            }
            if (upload.files.Count == 0)
                throw Wrong("file", "no file", "the publisher's files, as they are (plain, .gz or .zip)");
            var whole = upload;
            upload = null;
            return whole;
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException($"a form that is torn or malformed ({InputProblem.OneLine(e.Message)})");
        }
        finally
        {
            upload?.Dispose();
        }
    }

    /// <summary>A name that stays in its folder, on any system, with the ending by which a packed file is known.</summary>
    public static string SafeName(string given)
    {
        var bare = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new string([
            .. bare.Normalize().Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' or '(' or ')' ? c : '-'),
        ]).Trim(' ', '.', '-');
        if (kept.Length > LongestName)
        {
            var ending = Path.GetExtension(kept) is { Length: <= 10 } known ? known : "";
            kept = kept[..(LongestName - ending.Length)] + ending;
        }
        return kept.Length == 0 ? "file" : kept;
    }

    public void Dispose() => folder.Dispose();

    private static Upload Make(string home)
    {
        var all = Path.Combine(home, FolderName);
        try
        {
            return new(WorkFolder.In(all));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(all, "a place that cannot be written", "a folder that can be written (ENTENTE_HOME)");
        }
    }

    private async Task Take(MultipartSection section, CancellationToken cancellation)
    {
        if (section.GetContentDispositionHeader() is not { } disposition)
            throw Wrong("the form", "a part without Content-Disposition", "form-data with a name");
        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        if (!disposition.IsFileDisposition())
        {
            fields[name] = await Text(section.Body, name, cancellation);
            return;
        }
        if (files.Count == MostFiles)
            throw Wrong("file", $"more than {MostFiles} files", "fewer");
        var given = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        var path = Free(SafeName(HeaderUtilities.RemoveQuotes(given).ToString()));
        var before = written;
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            await Copy(section.Body, file, cancellation);
        if (written == before)
            throw Wrong(Path.GetFileName(path), "an empty file", "the file as published");
        if (name == MappingPart)
            Mapping = path;
        else
            files.Add(path);
    }

    private string Free(string name)
    {
        var path = Path.Combine(folder.Path, name);
        for (var i = 2; Path.Exists(path); i++)
            path = Path.Combine(folder.Path, string.Create(CultureInfo.InvariantCulture, $"{i}-{name}"));
        return path;
    }

    private async Task Copy(Stream from, FileStream to, CancellationToken cancellation)
    {
        var buffer = new byte[128 << 10];
        var looked = written;
        int read;
        while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
        {
            written += read;
            if (written > Most)
                throw TooLarge();
            if (written - looked > 64 << 20)
            {
                looked = written;
                NeedRoom(folder.Path, 64 << 20);
            }
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }

    private static async Task<string> Text(Stream body, string name, CancellationToken cancellation)
    {
        using var reader = new StreamReader(body, Surroundings.Utf8);
        var buffer = new char[MostField + 1];
        var read = await reader.ReadBlockAsync(buffer, cancellation);
        return read <= MostField
            ? new string(buffer, 0, read).Trim()
            : throw Wrong(InputProblem.OneLine(name), $"more than {MostField} characters", "a short text");
    }

    private static void NeedRoom(string place, long bytes)
    {
        Directory.CreateDirectory(place);
        var free = new DriveInfo(Path.GetFullPath(place)).AvailableFreeSpace;
        if (free < bytes + Spare)
            throw Wrong(
                place,
                string.Create(CultureInfo.InvariantCulture, $"{free >> 20:#,0} MB free"),
                string.Create(CultureInfo.InvariantCulture, $"{(bytes + Spare) >> 20:#,0} MB for the upload and the store"),
                "free some space, or import with 'entente record import', which copies nothing"
            );
    }

    private static BadHttpRequestException TooLarge() =>
        new(
            FormattableString.Invariant($"more than {Most >> 30} GB; 'entente record import' has no bound"),
            StatusCodes.Status413PayloadTooLarge
        );

    private static WrongUseException Wrong(string where, string found, string expected, string? hint = null) =>
        new(Problems.Problem(where, found, expected, hint));
}
