using System.Collections.Concurrent;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Checking;
using Entente.Checking.Between;
using Entente.Reading;
using Entente.Web.Hosting;

namespace Entente.Web.Shelf;

/// <summary>What came of one item: its texts, or why it has none.</summary>
internal sealed record CheckedItem(string Key, IReadOnlyList<CheckedText> Texts, InputProblem? Problem);

/// <summary>
/// The texts of this server: those of the opened paths, and those that were given to the page. What was made of them is remembered until their
/// bytes, the record or the day change. Safe for many threads; nothing outside of the opened paths is ever read.
/// </summary>
internal sealed class TextShelf
{
    // Walking is cheap, but not for every one of a page's requests at once.
    private static readonly TimeSpan WalkedLately = TimeSpan.FromSeconds(1);

    private readonly Workbench workbench;
    private readonly OpenedFiles opened;
    private readonly KeptTexts kept;
    private readonly ConcurrentDictionary<string, CheckedItem> checkedItems = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, object> turns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> hidden = new(StringComparer.Ordinal);
    private readonly RecentReports reports = new();
    private readonly Lock walking = new();
    private (long At, IReadOnlyList<ShelfItem> Items, IReadOnlyList<LeftOut> LeftOut)? walked;
    private volatile Joined? joined;

    public TextShelf(Workbench workbench, ServeOptions options)
    {
        this.workbench = workbench;
        opened = new(options.Paths);
        kept = new(workbench.Home, () => workbench.Surroundings.Now);
        Words = new(workbench);
    }

    /// <summary>The editors' own verdicts.</summary>
    public EditorsWords Words { get; }

    /// <summary>What was met in the opened folders and is no text of theirs.</summary>
    public IReadOnlyList<LeftOut> LeftOut => Walked().LeftOut;

    /// <summary>What is on the shelf: what was given to the page, the newest first, then the files in the order of a walk.</summary>
    public IReadOnlyList<ShelfItem> Items => [.. kept.Items, .. Walked().Items.Where(i => !hidden.ContainsKey(i.Id))];

    /// <summary>What is known of an item without any work: null where it, the record or the day has changed since, or it was never looked at.</summary>
    public CheckedItem? Known(ShelfItem item) =>
        checkedItems.TryGetValue(item.Id, out var known) && known.Key == KeyOf(item, workbench.Today) ? known : null;

    /// <summary>Puts a text on the shelf, once it is seen to be one.</summary>
    /// <param name="name">Its file name; empty for what was pasted.</param>
    /// <param name="bytes">The bytes, which are kept as they are and never run.</param>
    /// <exception cref="WrongUseException">They are no text, or the shelf is full.</exception>
    public ShelfItem Add(string name, byte[] bytes)
    {
        var shown = KeptTexts.NameOf(name, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        var read = Read(bytes, shown);
        return read.Problem is { } problem ? throw new WrongUseException(problem) : kept.Add(name, bytes);
    }

    /// <summary>Takes an item off the shelf, or puts it back. A file stays where it is: it is only not shown until the server starts again.</summary>
    /// <returns>False where there is none in that state.</returns>
    public bool SetRemoved(string id, bool removed)
    {
        if (kept.Set(id, removed))
            return true;
        return removed ? Walked().Items.Any(i => i.Id == id) && hidden.TryAdd(id, true) : hidden.TryRemove(id, out _);
    }

    /// <summary>The item of a text's id; null where there is none on the shelf.</summary>
    public ShelfItem? ItemOf(string documentId)
    {
        var dash = documentId.IndexOf('-', StringComparison.Ordinal);
        var id = dash < 0 ? documentId : documentId[..dash];
        var found = Items.FirstOrDefault(i => i.Id == id);
        return found is { Origin: ShelfOrigin.File } ? opened.Again(found) : found;
    }

    /// <summary>Reads and checks an item, unless that is known.</summary>
    public CheckedItem Check(ShelfItem item, CancellationToken cancellation)
    {
        if (Known(item) is { } known)
            return known;
        lock (turns.GetOrAdd(item.Id, static _ => new()))
        {
            if (Known(item) is { } meanwhile)
                return meanwhile;
            var day = workbench.Today;
            var key = KeyOf(item, day);
            var found = Work(item, day, key, cancellation);
            return checkedItems[item.Id] = found;
        }
    }

    /// <summary>A text and its report, the editors' words on it; null where there is no such text.</summary>
    /// <param name="documentId">The text's id.</param>
    /// <param name="asOf">The day up to which the record is consulted; null for today.</param>
    /// <param name="cancellation">Stops the work where it has to be done.</param>
    /// <exception cref="WrongUseException">The item is there and is no text.</exception>
    public (CheckedText Text, CheckReport Report)? Find(string documentId, LocalDate? asOf, CancellationToken cancellation)
    {
        if (ItemOf(documentId) is not { } item)
            return null;
        var found = Check(item, cancellation);
        if (found.Problem is { } problem)
            throw new WrongUseException(problem);
        if (found.Texts.FirstOrDefault(t => t.Id == documentId) is not { } text)
            return null;
        var key = KeyOf(item, asOf ?? workbench.Today);
        if (reports.Find(documentId, key) is { } report)
            return (text, Words.Apply(report));
        lock (turns.GetOrAdd(item.Id, static _ => new()))
            if (reports.Find(documentId, key) is null)
                Work(item, asOf ?? workbench.Today, key, cancellation);
        return reports.Find(documentId, key) is { } again ? (text, Words.Apply(again)) : null;
    }

    /// <summary>What an answer about a text depends on, for its ETag; null where there is no such text.</summary>
    public string? StampOf(string documentId, LocalDate? asOf) =>
        ItemOf(documentId) is { } item ? $"{KeyOf(item, asOf ?? workbench.Today)} {Words.Stamp}" : null;

    /// <summary>The texts that are checked by now, in the order of the shelf.</summary>
    public IReadOnlyList<CheckedText> Checked => [.. Items.SelectMany(i => Known(i)?.Texts ?? [])];

    /// <summary>What the checked texts say of the same figures.</summary>
    public BetweenTexts Between(CancellationToken cancellation)
    {
        var texts = Checked.Where(t => t.Rows is not null).ToList();
        var key = string.Join('\n', texts.Select(t => $"{t.Id} {KeyOf(t.Item, workbench.Today)}"));
        if (joined is { } known && known.Key == key)
            return known.Between;
        var between = workbench.Engine.Join(workbench.Today)?.Join([.. texts.Select(t => t.Rows!)], cancellation) ?? BetweenTexts.None;
        joined = new(key, between);
        return between;
    }

    // One object, so that no thread sees the key of one and the contents of another.
    private sealed record Joined(string Key, BetweenTexts Between);

    private CheckedItem Work(ShelfItem item, LocalDate day, string key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var engine = workbench.Engine;
        var bytes = Bytes(item);
        if (bytes.Problem is { } unreadable)
            return new(key, [], unreadable);
        var read = Read(bytes.Value!, item.Path);
        if (read.Problem is { } problem)
            return new(key, [], problem);
        var join = engine.Join(day);
        var texts = new List<CheckedText>();
        foreach (var document in read.Value!)
        {
            var report = engine.Check(document, engine.Extract(document, cancellation), day, cancellation);
            reports.Add(item.IdOf(texts.Count), key, report);
            texts.Add(CheckedText.Of(item, texts.Count, report, join?.Rows(report)));
        }
        return new(key, texts, null);
    }

    private Outcome<byte[]> Bytes(ShelfItem item)
    {
        if (item.Origin == ShelfOrigin.File)
        {
            var read = BoundedBytes.Read(new InputItem { Path = item.File!, Named = true }, static () => Stream.Null);
            // Where it really lies is nobody's business: it is called as it was named.
            return read.Problem is { } problem ? problem with { Where = item.Path } : read;
        }
        return kept.Bytes(item) is { } bytes
            ? bytes
            : Http.Problems.Problem(item.Path, "bytes that are gone", "a text as it was given", "drop it again");
    }

    private Outcome<Document[]> Read(byte[] bytes, string path)
    {
        var engine = workbench.Engine;
        if (engine.ReadAll is { } all)
            return all(bytes, path, null);
        var one = engine.Read(bytes, path, null);
        return one.Problem is { } problem ? problem : new[] { one.Value! };
    }

    private string KeyOf(ShelfItem item, LocalDate day) =>
        FormattableString.Invariant($"{item.Id} {item.Stamp} {workbench.Generation} {Period.OfDay(day).Text}");

    private (long At, IReadOnlyList<ShelfItem> Items, IReadOnlyList<LeftOut> LeftOut) Walked()
    {
        lock (walking)
        {
            if (walked is { } lately && System.Diagnostics.Stopwatch.GetElapsedTime(lately.At) < WalkedLately)
                return lately;
            var (items, leftOut) = opened.Walk();
            var now = (System.Diagnostics.Stopwatch.GetTimestamp(), items, leftOut);
            walked = now;
            return now;
        }
    }
}
