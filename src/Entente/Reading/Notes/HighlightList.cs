using Entente.Reading.Duplicates;
using Entente.Reading.Markup;

namespace Entente.Reading.Notes;

/// <summary>
/// Collects highlights as passages, whatever wrote them down. One that is there again (after a second synchronisation, say) is read once and
/// keeps all its links and places.
/// </summary>
/// <param name="author">The author of the text that the highlights are from.</param>
internal sealed class HighlightList(Speaker author)
{
    /// <summary>A highlight that is there more often than this shows the links of that many copies.</summary>
    private const int MostLinks = 100;

    private readonly DuplicateIndex index = new();
    private readonly Dictionary<int, int> passageOf = [];
    private readonly Dictionary<int, (List<MappedText> Texts, List<Link> Links)> copies = [];
    private readonly Speaker reader = new() { Role = SpeakerRole.Author, Via = "note" };
    private int pending; // passages since the last list item, which the next link belongs to

    private readonly List<Passage> all = [];
    private readonly HashSet<int> replaced = [];

    /// <summary>What was collected, in the order of the document.</summary>
    public IReadOnlyList<Passage> Passages => replaced.Count == 0 ? all : [.. all.Where((_, i) => !replaced.Contains(i))];

    /// <summary>True for a link to a highlight in a reading service at least once.</summary>
    public bool HasPermalinks { get; private set; }

    public void Heading(MappedText text)
    {
        all.Add(new(text, author) { IsHeading = true });
        pending = 0;
    }

    /// <summary>Words of the reader's own.</summary>
    public void Note(MappedText text)
    {
        all.Add(new(text, reader) { Isolated = true });
        pending = 0;
    }

    /// <summary>The next paragraph begins a highlight of its own.</summary>
    public void Begin() => pending = 0;

    /// <summary>Links that stand after paragraphs without any are theirs too.</summary>
    public void Attach(List<Link> links)
    {
        HasPermalinks |= links.Count > 0;
        for (var i = all.Count - pending; links.Count > 0 && i < all.Count; i++)
            all[i] = all[i] with { Permalinks = [.. all[i].Permalinks, .. links] };
    }

    /// <param name="text">A highlight, or a paragraph of one.</param>
    /// <param name="links">Links to it.</param>
    /// <param name="continues">True where it may go on with the paragraph before it.</param>
    public void Add(MappedText text, List<Link> links, bool continues)
    {
        if (links.Count > 0)
        {
            HasPermalinks = true;
            var key = WordKey.Of(text.Text);
            var (id, rule) = index.FindOrAdd(key, links.Where(Permalinks.IsLocation).Select(l => l.Url));
            if (rule is not null)
            {
                var first = passageOf[id];
                // Marked anew and longer: the longer one has all that the other says, and takes its place.
                if (rule == DuplicateRule.Permalink && key.Count > WordKey.Of(all[first].Text.Text).Count)
                {
                    passageOf[id] = all.Count;
                    replaced.Add(first);
                    all.Add(all[first] with { Text = text, Continues = false });
                    if (copies.Remove(first, out var places))
                        copies[all.Count - 1] = places;
                    (text, first) = (all[first].Text, all.Count - 1);
                }
                Copy(first, text, links);
                pending = 0;
                return;
            }
            passageOf[id] = all.Count;
        }
        all.Add(
            new(text, author)
            {
                Isolated = true,
                Continues = continues && pending > 0,
                Permalinks = links,
            }
        );
        pending = links.Count > 0 ? 0 : pending + 1;
    }

    private void Copy(int first, MappedText text, List<Link> links)
    {
        if (!copies.TryGetValue(first, out var places))
        {
            copies[first] = places = ([], [.. all[first].Permalinks]);
            all[first] = all[first] with { Copies = places.Texts, Permalinks = places.Links };
        }
        places.Texts.Add(text);
        places.Links.AddRange(links.Where(l => !places.Links.Contains(l) && places.Links.Count < MostLinks));
    }
}
