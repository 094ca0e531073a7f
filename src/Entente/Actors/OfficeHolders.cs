using NodaTime;

namespace Entente.Actors;

/// <summary>Who held which office when, by office and body.</summary>
internal sealed class OfficeHolders
{
    private readonly Dictionary<string, Dictionary<string, List<Term>>> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OfficeTitle>> titles = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> plural;

    public OfficeHolders(IEnumerable<Actor> actors, IEnumerable<OfficeTitle> officeTitles, HashSet<string> pluralOffices)
    {
        plural = pluralOffices;
        foreach (var title in officeTitles)
        {
            if (!titles.TryGetValue(title.Text, out var same))
                titles[title.Text] = same = [];
            same.Add(title);
        }
        foreach (var actor in actors)
        foreach (var term in actor.Offices)
            Add(actor, term);
    }

    /// <summary>The titles written so, in any case.</summary>
    public IReadOnlyList<OfficeTitle> Titled(string text) => titles.TryGetValue(text, out var found) ? found : [];

    public Actor? Holder(string title, string of, LocalDate day)
    {
        if (ByOffice(title, of, day) is { } direct)
            return direct;
        foreach (var known in Titled(title))
            if ((known.Of is null || known.Of == of) && ByOffice(known.Office, of, day) is { } holder)
                return holder;
        return null;
    }

    /// <summary>The bodies of which an office is one: a title of one body only needs no state beside it ("president of the European Commission").</summary>
    public IReadOnlyList<string> BodiesOf(string office) => terms.TryGetValue(office, out var bodies) ? [.. bodies.Keys] : [];

    private Actor? ByOffice(string office, string of, LocalDate day)
    {
        if (plural.Contains(office) || !terms.TryGetValue(office, out var bodies) || !bodies.TryGetValue(of, out var held))
            return null;
        Actor? best = null;
        LocalDate? since = null;
        foreach (var (person, term) in held)
        {
            // A term without a start is known only to have been held at some time: it says nothing about a day.
            if (term.From is null || !term.HeldOn(day) || term.From < since)
                continue;
            (best, since) = (person, term.From);
        }
        return best;
    }

    private void Add(Actor person, OfficeTerm term)
    {
        if (!terms.TryGetValue(term.Office, out var bodies))
            terms[term.Office] = bodies = new(StringComparer.Ordinal);
        if (!bodies.TryGetValue(term.Of, out var held))
            bodies[term.Of] = held = [];
        held.Add(new Term(person, term));
    }

    private sealed record Term(Actor Person, OfficeTerm Held);
}
