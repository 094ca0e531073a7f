using Entente.Record;

namespace Entente.Sources.Store;

/// <summary>
/// Events of imported datasets beside those of the shipped record. The same event in both is the shipped one: of the same kind, on the same
/// day, with the same number of a document among its sources, or, where the shipped one names none, with the same who.
/// </summary>
internal static class StoreEvents
{
    public static IReadOnlyList<RecordedEvent> Beside(IReadOnlyList<RecordedEvent> shipped, IEnumerable<RecordedEvent> imported)
    {
        var byDay = new Dictionary<(string, string), List<RecordedEvent>>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var known in shipped)
        {
            ids.Add(known.Id);
            if (!byDay.TryGetValue((known.Kind, known.Date.Text), out var list))
                byDay[(known.Kind, known.Date.Text)] = list = [];
            list.Add(known);
        }
        var all = new List<RecordedEvent>(shipped);
        foreach (var item in imported)
        {
            if (byDay.TryGetValue((item.Kind, item.Date.Text), out var known) && known.FindIndex(k => Same(k, item)) is >= 0 and var at)
            {
                // Each shipped event stands for one of the imported ones.
                known.RemoveAt(at);
                continue;
            }
            if (ids.Add(item.Id))
                all.Add(item);
        }
        return all;
    }

    private static bool Same(RecordedEvent known, RecordedEvent item)
    {
        var mark = item.Value ?? "";
        var named = false;
        foreach (var source in known.Sources)
            if (source.Note is { } note && note.Contains("draft S/", StringComparison.Ordinal))
            {
                named = true;
                if (mark.Length > 0 && Mentions(note, mark))
                    return true;
            }
        return !named && known.Actors.Order(StringComparer.Ordinal).SequenceEqual(item.Actors.Order(StringComparer.Ordinal));
    }

    /// <summary>The number as a whole, not as the beginning of a longer one.</summary>
    private static bool Mentions(string note, string mark)
    {
        var at = note.IndexOf(mark, StringComparison.Ordinal);
        return at >= 0
            && (at + mark.Length == note.Length || !(char.IsLetterOrDigit(note[at + mark.Length]) || note[at + mark.Length] == '/'));
    }
}
