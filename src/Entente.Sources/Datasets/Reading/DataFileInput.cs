using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Entente.Sources.Datasets.Reading;

/// <summary>
/// A file of a publisher, as it was given: plain, gzipped, or a member of a zip. Opened as often as needed; each opening reads from the
/// beginning. UTF-8 with or without its mark, else Windows-1252 where the bytes are no UTF-8.
/// </summary>
public sealed class DataFileInput
{
    private const int MostMembers = 2_000;

    private readonly string path;
    private readonly string? member;

    private DataFileInput(string path, string? member, long bytes)
    {
        this.path = path;
        this.member = member;
        Bytes = bytes;
        var file = System.IO.Path.GetFileName(path);
        Name = member is null ? file : $"{file}/{member}";
    }

    /// <summary>The name for messages and for the ledger: the file's own, without folders.</summary>
    public string Name { get; }

    /// <summary>Bytes as stored, for progress.</summary>
    public long Bytes { get; }

    /// <summary>True for a member of a zip, which may stand beside the one that is meant.</summary>
    public bool IsMember => member is not null;

    /// <summary>Its number in the import, from 0.</summary>
    internal int Number { get; set; }

    /// <summary>The path it was opened from; shared by the members of a zip.</summary>
    internal string Path => path;

    /// <summary>Told how many of <see cref="Bytes"/> have been read.</summary>
    internal Action<long>? OnRead { get; set; }

    /// <summary>The inputs of a path: the file itself, or every member of a zip that is not a folder, in the order of the zip.</summary>
    /// <exception cref="DataFileException">Not there, not readable, or a broken zip.</exception>
    public static IReadOnlyList<DataFileInput> Of(string path)
    {
        try
        {
            var bytes = new FileInfo(path).Length;
            if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                return [new(path, null, bytes)];
            using var zip = ZipFile.OpenRead(path);
            if (zip.Entries.Count > MostMembers)
                throw new DataFileException(
                    System.IO.Path.GetFileName(path),
                    0,
                    "",
                    FormattableString.Invariant($"{zip.Entries.Count} files in one zip"),
                    FormattableString.Invariant($"a publisher's zip, of at most {MostMembers}")
                );
            return
            [
                .. zip
                    .Entries.Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX", StringComparison.Ordinal))
                    .Select(e => new DataFileInput(path, e.FullName, e.CompressedLength)),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new DataFileException(path, 0, "", Reason(e), "a readable data file");
        }
    }

    /// <summary>SHA-256 over the bytes as stored, of the whole file where it is a member of a zip.</summary>
    /// <exception cref="DataFileException">The file cannot be read.</exception>
    public static string HashOf(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, 0, "", Reason(e), "a readable data file");
        }
    }

    /// <exception cref="DataFileException">The file cannot be opened.</exception>
    public TextReader OpenText()
    {
        try
        {
            return new DataFileReader(this, new StreamReader(new FallbackStream(OpenBytes), Encoding.UTF8, true, 1 << 16));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new DataFileException(Name, 0, "", Reason(e), "a readable data file");
        }
    }

    /// <summary>The first lines, for finding out what a file is.</summary>
    public IReadOnlyList<string> Head(int lines)
    {
        using var reader = OpenText();
        var head = new List<string>(lines);
        while (head.Count < lines && reader.ReadLine() is { } line)
            head.Add(line);
        return head;
    }

    internal static string Reason(Exception fault) =>
        fault switch
        {
            FileNotFoundException or DirectoryNotFoundException => "no such file",
            UnauthorizedAccessException => "a file that may not be read",
            InvalidDataException => "a broken or torn compressed file",
            _ => fault.Message.TrimEnd('.'),
        };

    private Stream OpenBytes()
    {
        if (member is not null)
        {
            var zip = ZipFile.OpenRead(path);
            var entry = zip.GetEntry(member)!;
            var (unpacked, packed) = (Math.Max(1, entry.Length), Math.Max(1, entry.CompressedLength));
            // What unpacks to more than it says ends where it says.
            return new CountingStream(
                new UnpackedStream(entry.Open(), () => packed),
                n => OnRead?.Invoke((long)(n * ((double)packed / unpacked))),
                zip
            );
        }
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        var counting = new CountingStream(stream, n => OnRead?.Invoke(n), null);
        Span<byte> magic = stackalloc byte[2];
        var zipped = stream.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
        stream.Position = 0;
        if (!zipped)
            return counting;
        // Without this the runtime takes a torn file for a shorter one. Too late where something was decompressed before: programs of
        // ours have it in their configuration (Directory.Build.props).
        AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);
        return new UnpackedStream(new GZipStream(counting, CompressionMode.Decompress), () => counting.Total);
    }
}
