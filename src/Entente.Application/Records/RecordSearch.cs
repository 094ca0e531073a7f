using System.Globalization;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Application.Results;
using Entente.Checking.Flips;
using Entente.Reports;
using Entente.Sources.Files;
using Entente.Sources.Search;

namespace Entente.Application.Records;

/// <summary>
/// Looking for words in the reading list and in the names that the record uses. The index is brought up to date here, from what runs have left
/// in the journal, so that reading and checking pay nothing for it.
/// </summary>
internal static class RecordSearch
{
    public const string TextKind = "text";
    public const int MostHits = 200;

    private const string FileName = "search.db";

    /// <summary>What can be found.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [TextKind, "measure", "dataset", "event", "source", "item"];

    /// <summary>The best first; nothing where no word is given, but the index is then as new as the record.</summary>
    /// <param name="kinds">Only these; all where none is named.</param>
    /// <exception cref="WrongUseException">There is no place for the index.</exception>
    public static IReadOnlyList<FoundEntry> Find(CommandContext context, string words, IReadOnlyList<string> kinds, int limit)
    {
        var home =
            DataFolders.UserFolder(context.Surroundings.Environment)
            ?? throw new WrongUseException(
                new InputProblem
                {
                    Where = "entente search",
                    Found = "no folder for your own files",
                    Expected = "ENTENTE_HOME set to a folder",
                    Hint = "see 'entente search --help'",
                }
            );
        using var index = SearchIndex.Open(Path.Combine(home, FileName));
        return Find(index, context, home, words, kinds, limit);
    }

    /// <summary>The same in an index that the caller keeps, brought up to date first.</summary>
    /// <param name="home">The user's folder, where the journal lies; null where there is none.</param>
    public static IReadOnlyList<FoundEntry> Find(
        SearchIndex index,
        CommandContext context,
        string? home,
        string words,
        IReadOnlyList<string> kinds,
        int limit
    )
    {
        if (home is not null)
            BringTexts(index, Path.Combine(home, VerdictJournal.FileName));
        BringRecord(index, context);
        return words.Length == 0
            ? []
            :
            [
                .. index
                    .Find(words, [.. kinds], limit)
                    .Select(h => new FoundEntry(
                        h.Entry.Kind,
                        h.Entry.Ref,
                        h.Entry.Title,
                        h.Entry.Detail,
                        h.Snippet.Trim(),
                        h.Score,
                        h.Entry.Kind == TextKind && FileOf(h.Entry.Ref) is null
                    )),
            ];
    }

    /// <summary>The file that a text is in; null where it is gone. `export.json#2` is the second text of a file.</summary>
    public static string? FileOf(string path)
    {
        if (File.Exists(path))
            return path;
        var sign = path.LastIndexOf('#');
        return sign > 0 && File.Exists(path[..sign]) ? path[..sign] : null;
    }

    /// <summary>Takes what the journal has gained since the last time; all of it where it is another file.</summary>
    private static void BringTexts(SearchIndex index, string journal)
    {
        var (id, begin) = ("", 0L);
        foreach (var (line, end) in VerdictJournal.Lines(journal, 0))
        {
            (id, begin) = (Id(line), end);
            break;
        }
        var same = index.Note("journal") == id;
        var from =
            same && long.TryParse(index.Note("offset"), CultureInfo.InvariantCulture, out var known) ? Math.Max(known, begin) : begin;
        var entries = new Dictionary<string, SearchEntry>(StringComparer.Ordinal);
        var to = from;
        foreach (var (line, end) in VerdictJournal.Lines(journal, from))
        {
            if (RememberedLine.Read(line) is { } text)
                entries[text.Path] = Entry(text);
            to = end;
        }
        if (!same || to > from)
            index.Change(
                same ? null : k => k == TextKind,
                entries.Values,
                ("journal", id),
                ("offset", to.ToString(CultureInfo.InvariantCulture))
            );
    }

    /// <summary>Takes the names of record and catalogue again where anything about them has changed.</summary>
    private static void BringRecord(SearchIndex index, CommandContext context)
    {
        var stamp = ResultMemory.Stamp(context.Surroundings);
        if (stamp is not null && index.Note("record") == stamp)
            return;
        index.Change(k => k != TextKind, context.Engine.SearchEntries(), ("record", stamp ?? ""));
    }

    private static SearchEntry Entry(RememberedText text)
    {
        string?[] detail = [string.Join(", ", text.Authors), text.Site, text.Published];
        return new(
            TextKind,
            text.Path,
            text.Title ?? Path.GetFileNameWithoutExtension(text.Path),
            string.Join(" · ", detail.Where(d => !string.IsNullOrEmpty(d))),
            string.Join(" · ", text.Headings.Concat(text.Claims.Select(c => c.Quote))),
            text.Path
        );
    }

    private static string Id(ReadOnlyMemory<byte> header)
    {
        try
        {
            using var parsed = JsonDocument.Parse(header);
            return parsed.RootElement.TryGetProperty("id", out var id) ? id.GetString() ?? "" : "";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return "";
        }
    }
}
