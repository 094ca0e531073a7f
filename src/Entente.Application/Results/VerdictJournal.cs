using System.Text;
using Entente.Checking;
using Entente.Checking.Flips;
using Entente.Claims;
using Entente.Reading;
using Entente.Sources.Files;

namespace Entente.Application.Results;

/// <summary>
/// What past runs said, in `verdicts.jsonl` of the user's folder: a line for each text that was worked out, only ever appended. The last
/// line of a path is what holds. A line that was torn by a killed process is passed over. Two processes take turns by a lock file.
/// </summary>
internal sealed class VerdictJournal : IDisposable
{
    public const string FileName = "verdicts.jsonl";

    /// <summary>A smaller journal is left as it is, however much of it is stale.</summary>
    private const long SmallestCompacted = 4 << 20;

    /// <summary>Lines are written in one go; what a killed process had not yet written is worked out again with <c>--fresh</c>.</summary>
    private const int Batch = 32 << 10;

    private readonly Lock gate = new();
    private readonly MemoryStream waiting = new();
    private readonly string path;

    private VerdictJournal(string path) => this.path = path;

    /// <summary>Of which build the verdicts are.</summary>
    public static string Program { get; } = typeof(CheckReport).Module.ModuleVersionId.ToString("N")[..12];

    /// <summary>The journal of the user's folder; null where the environment names no place for it. Touches nothing yet.</summary>
    public static VerdictJournal? Of(Surroundings surroundings) => PathOf(surroundings) is { } path ? new(path) : null;

    public static string? PathOf(Surroundings surroundings) =>
        DataFolders.UserFolder(surroundings.Environment) is { } home ? Path.Combine(home, FileName) : null;

    /// <summary>Keeps what a run made of a text. Safe for several threads; standard input has no place to be found at again.</summary>
    public void Add(CheckReport report, string? publishedGiven)
    {
        if (report.Document.Path != "-")
            Add(RememberedText.Of(report, Path.GetFullPath(report.Document.Path), publishedGiven, Program));
    }

    /// <summary>Keeps that a text was read, and the words of its claims.</summary>
    public void Add(Document document, IReadOnlyList<Claim> claims, LocalDate day)
    {
        if (document.Path != "-")
            Add(RememberedText.Of(document, Path.GetFullPath(document.Path), day, claims));
    }

    private void Add(RememberedText text)
    {
        var line = RememberedLine.Write(text);
        lock (gate)
        {
            waiting.Write(line);
            if (waiting.Length > Batch)
                Flush();
        }
    }

    public void Dispose()
    {
        lock (gate)
            Flush();
        waiting.Dispose();
    }

    /// <summary>The last word on every text, in the order of the paths: its verdicts where it was ever checked. Empty where there is no journal.</summary>
    public static IReadOnlyList<RememberedText> Latest(string path) => Latest(Lines(path, 0));

    /// <summary>The whole lines of a journal from an offset on, each with the offset behind it.</summary>
    public static IEnumerable<(ReadOnlyMemory<byte> Line, long End)> Lines(string path, long from)
    {
        if (!File.Exists(path))
            yield break;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        file.Seek(from, SeekOrigin.Begin);
        var line = new MemoryStream();
        var buffer = new byte[1 << 16];
        var at = from;
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            var start = 0;
            while (Array.IndexOf(buffer, (byte)'\n', start, read - start) is >= 0 and var end)
            {
                line.Write(buffer, start, end - start);
                yield return (line.ToArray(), at + end + 1);
                line.SetLength(0);
                start = end + 1;
            }
            line.Write(buffer, start, read - start);
            at += read;
        }
        // What does not end in a line end was cut off, or is being written just now.
    }

    private static List<RememberedText> Latest(IEnumerable<(ReadOnlyMemory<byte> Line, long End)> lines)
    {
        var latest = new SortedDictionary<string, RememberedText>(StringComparer.Ordinal);
        foreach (var (line, _) in lines)
            if (RememberedLine.Read(line) is { } text && Supersedes(text, latest.GetValueOrDefault(text.Path)))
                latest[text.Path] = text;
        return [.. latest.Values];
    }

    /// <summary>Reading a text does not take its verdicts away.</summary>
    private static bool Supersedes(RememberedText text, RememberedText? before) => text.Record is not null || before?.Record is null;

    // A place that cannot be written costs the memory of this run, and never the run.
    private void Flush()
    {
        if (waiting.Length == 0)
            return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (TurnLock.Take(path))
            {
                using (
                    var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 0)
                )
                {
                    if (file.Length == 0)
                        file.Write(Header(0));
                    file.Seek(-1, SeekOrigin.End);
                    // The last writer was killed in the middle of a line: what it left stays a line of its own.
                    if (file.ReadByte() != '\n')
                        file.WriteByte((byte)'\n');
                    file.Write(waiting.GetBuffer(), 0, (int)waiting.Length);
                }
                Compact();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // See above.
        }
        waiting.SetLength(0);
    }

    /// <summary>Writes the journal anew without what is stale, once it has doubled since the last time.</summary>
    private void Compact()
    {
        var length = new FileInfo(path).Length;
        if (length < SmallestCompacted || length < 2 * Kept())
            return;
        var temporary = $"{path}.{Environment.ProcessId}.part";
        try
        {
            var lines = NothingStale() ?? [.. Latest(path).Select(RememberedLine.Write)];
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                file.Write(Header(lines.Sum(l => (long)l.Length)));
                foreach (var line in lines)
                    file.Write(line);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The lines as they are, where no path has two, as when a folder is read for the first time; null where they must be looked into.</summary>
    private List<byte[]>? NothingStale()
    {
        var lines = new List<byte[]>();
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, _) in Lines(path, 0))
        {
            if (lines.Count == 0 && line.Span.StartsWith("{\"schema\":"u8))
                continue;
            var end = line.Span.IndexOf("\",\"sha256\":"u8);
            if (end < 0 || !line.Span.EndsWith("]}"u8) || !paths.Add(Encoding.UTF8.GetString(line.Span[..end])))
                return null;
            lines.Add([.. line.Span, (byte)'\n']);
        }
        return lines;
    }

    /// <summary>The first line: a name by which readers know that the file is another, and its length when it was last written anew.</summary>
    private static byte[] Header(long kept) =>
        Encoding.UTF8.GetBytes(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{{\"schema\":\"entente/verdicts/1\",\"id\":\"{Guid.NewGuid():N}\",\"kept\":{kept}}}\n"
            )
        );

    private long Kept()
    {
        foreach (var (line, _) in Lines(path, 0))
        {
            var text = Encoding.UTF8.GetString(line.Span);
            var at = text.LastIndexOf(':') + 1;
            return long.TryParse(text.AsSpan(at).TrimEnd('}'), out var kept) ? kept : 0;
        }
        return 0;
    }
}
