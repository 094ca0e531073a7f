using Entente.Checking;

namespace Entente.Web.Shelf;

/// <summary>The reports looked at last, as many as a bound of memory allows: the rest is worked out again when it is asked for.</summary>
internal sealed class RecentReports
{
    // A report weighs about this many times its text, by its statements, maps and evidence.
    private const long MostCharacters = 24 << 20;
    private const int Least = 4_000;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Id, string Key), LinkedListNode<(string Id, string Key, CheckReport Report)>> known = [];
    private readonly LinkedList<(string Id, string Key, CheckReport Report)> recent = [];
    private long characters;

    public CheckReport? Find(string id, string key)
    {
        lock (gate)
        {
            if (!known.TryGetValue((id, key), out var node))
                return null;
            recent.Remove(node);
            recent.AddFirst(node);
            return node.Value.Report;
        }
    }

    public void Add(string id, string key, CheckReport report)
    {
        lock (gate)
        {
            if (known.ContainsKey((id, key)))
                return;
            known[(id, key)] = recent.AddFirst((id, key, report));
            characters += Weight(report);
            while (characters > MostCharacters && recent.Count > 1)
            {
                var last = recent.Last!.Value;
                recent.RemoveLast();
                known.Remove((last.Id, last.Key));
                characters -= Weight(last.Report);
            }
        }
    }

    private static long Weight(CheckReport report) => Least + report.Document.Text.Length;
}
