using System.Security.Cryptography;
using Entente.Application.Results;
using Entente.Reading;
using NodaTime;

namespace Entente.Web.Shelf;

/// <summary>
/// Texts that were dropped or pasted into the page: their bytes under their hash in the user's folder, with a small index, so that they are there
/// after a restart; in memory where there is no such folder. Bounded in number and size. What is removed stays for a while, to be put back.
/// </summary>
internal sealed class KeptTexts
{
    public const int MostTexts = 1_000;
    public const long MostBytes = 512L << 20;
    private const int LongestName = 120;

    private static readonly Duration Patience = Duration.FromDays(7);

    private readonly string? folder;
    private readonly Func<Instant> now;
    private readonly Lock gate = new();
    private readonly Dictionary<string, byte[]> inMemory = [];
    private List<KeptText> texts = [];
    private (long Length, DateTime Written) read;

    /// <param name="home">The user's folder; null keeps everything in memory.</param>
    /// <param name="now">The moment.</param>
    public KeptTexts(string? home, Func<Instant> now)
    {
        (folder, this.now) = (home is null ? null : Path.Combine(home, "shelf"), now);
        lock (gate)
            if (folder is not null && File.Exists(IndexPath))
                Change(_ => { });
    }

    private string IndexPath => Path.Combine(folder!, "index.json");

    /// <summary>What is on the shelf, the newest first.</summary>
    public IReadOnlyList<ShelfItem> Items
    {
        get
        {
            lock (gate)
            {
                Load();
                return [.. texts.Where(t => t.Removed is null).OrderByDescending(t => t.Added).Select(Item)];
            }
        }
    }

    /// <summary>Puts a text on the shelf; the same bytes are there once, under the name they came with last.</summary>
    /// <exception cref="WrongUseException">There are too many.</exception>
    public ShelfItem Add(string name, byte[] bytes)
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var text = new KeptText(sha, NameOf(name, sha), bytes.Length, now(), null);
        lock (gate)
            Change(all =>
            {
                all.RemoveAll(t => t.Sha256 == sha);
                if (
                    all.Count(t => t.Removed is null) >= MostTexts
                    || all.Where(t => t.Removed is null).Sum(t => t.Length) + text.Length > MostBytes
                )
                    throw new WrongUseException(
                        Http.Problems.Problem(
                            "the shelf",
                            FormattableString.Invariant($"{MostTexts} texts or {MostBytes >> 20} MB that were given to the page already"),
                            "fewer",
                            "remove some, or open a folder: entente serve FOLDER"
                        )
                    );
                WriteBytes(sha, bytes);
                all.Add(text);
            });
        return Item(text);
    }

    /// <summary>Takes a text away, or puts it back; false where there is none.</summary>
    public bool Set(string id, bool removed)
    {
        var found = false;
        lock (gate)
            Change(all =>
            {
                var at = all.FindIndex(t => IdOf(t.Sha256) == id && t.Removed is null == removed);
                if (found = at >= 0)
                    all[at] = all[at] with { Removed = removed ? now() : null };
            });
        return found;
    }

    public byte[]? Bytes(ShelfItem item)
    {
        if (item.File is null)
            lock (gate)
                return inMemory.GetValueOrDefault(item.Stamp);
        return File.Exists(item.File) && new FileInfo(item.File).Length <= DocumentReader.MaxBytes ? File.ReadAllBytes(item.File) : null;
    }

    /// <summary>A bare name that shows and never acts: no folders, no control or direction signs, and something where nothing was given.</summary>
    public static string NameOf(string name, string sha)
    {
        var bare = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new string([
            .. bare.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format),
        ])
            .Trim()
            .TrimStart('.');
        if (kept.Length > LongestName)
            kept = string.Concat(kept.AsSpan(0, LongestName - 20), kept.AsSpan(kept.Length - 20));
        return kept.Length == 0 ? $"pasted-{sha[..6]}.md" : kept;
    }

    private static string IdOf(string sha) => "t" + sha[..15];

    private ShelfItem Item(KeptText text) =>
        new()
        {
            Id = IdOf(text.Sha256),
            Origin = ShelfOrigin.Kept,
            Path = text.Name,
            File = folder is null ? null : Path.Combine(folder, text.Sha256),
            Stamp = text.Sha256,
            Added = text.Added,
        };

    /// <summary>Changes the list as it is now on disk, where another server of the same user may have written.</summary>
    private void Change(Action<List<KeptText>> change)
    {
        if (folder is null)
        {
            change(texts);
            return;
        }
        try
        {
            Directory.CreateDirectory(folder);
            using var turn = TurnLock.Take(IndexPath);
            Load();
            var changed = texts.ToList();
            change(changed);
            Purge(changed);
            var temporary = FormattableString.Invariant($"{IndexPath}.{Environment.ProcessId}.part");
            File.WriteAllBytes(temporary, KeptIndex.Write(changed));
            File.Move(temporary, IndexPath, overwrite: true);
            texts = changed;
            read = Stamp();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException(Http.Problems.Problem(folder, "a folder that cannot be written", "a writable folder"));
        }
    }

    private void Purge(List<KeptText> all)
    {
        foreach (var old in all.Where(t => t.Removed is { } removed && now() - removed > Patience).ToList())
        {
            all.Remove(old);
            File.Delete(Path.Combine(folder!, old.Sha256));
        }
    }

    private void WriteBytes(string sha, byte[] bytes)
    {
        if (folder is null)
        {
            inMemory[sha] = bytes;
            return;
        }
        var path = Path.Combine(folder, sha);
        var temporary = FormattableString.Invariant($"{path}.{Environment.ProcessId}.part");
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, path, overwrite: true);
    }

    private void Load()
    {
        if (folder is null || !File.Exists(IndexPath) || Stamp() == read)
            return;
        read = Stamp();
        if (KeptIndex.Read(File.ReadAllBytes(IndexPath)) is { } index)
            texts = [.. index.Where(t => File.Exists(Path.Combine(folder, t.Sha256)))];
        else
        {
            // Somebody's edit broke it: the texts are all there, only their names are lost; what was written stays to be looked at.
            File.Move(IndexPath, IndexPath + ".broken", overwrite: true);
            texts = [.. new DirectoryInfo(folder).EnumerateFiles().Where(f => KeptIndex.IsHash(f.Name)).Select(Found)];
        }
    }

    private KeptText Found(FileInfo file) =>
        new(file.Name, NameOf("", file.Name), file.Length, Instant.FromDateTimeUtc(file.LastWriteTimeUtc), null);

    private (long, DateTime) Stamp() =>
        File.Exists(IndexPath) ? (new FileInfo(IndexPath).Length, File.GetLastWriteTimeUtc(IndexPath)) : default;
}
