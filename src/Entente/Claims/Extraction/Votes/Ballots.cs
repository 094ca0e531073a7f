using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Claims.Extraction.Votes;

/// <summary>A vote of the record: the resolution with its body and date, and the words by which texts tell it from others.</summary>
internal sealed record Ballot(string Resolution, string Body, Period Date, HashSet<string> Stems)
{
    /// <summary>A vote that the text speaks of and the record does not hold, or not certainly.</summary>
    public static readonly Ballot Unknown = new("", "", Period.OfYear(1), []);

    public bool IsKnown => Resolution.Length > 0;

    /// <summary>As texts write it: `ES-11/1` for the record's `A/RES/ES-11/1`, `S/2022/155` without the note that it was vetoed.</summary>
    public string Symbol
    {
        get
        {
            var symbol =
                Resolution.StartsWith("A/RES/", StringComparison.Ordinal) && !Resolution.Contains('(', StringComparison.Ordinal)
                    ? Resolution[6..]
                    : Resolution;
            return symbol.EndsWith(" (vetoed)", StringComparison.Ordinal) ? symbol[..^9] : symbol;
        }
    }
}

/// <summary>
/// The votes that the record holds, told by body, date and topic. A text rarely gives the symbol: "the Assembly's vote of 2 March", "the
/// resolution on reparations". Where those leave more than one, or none, there is no answer.
/// </summary>
internal sealed class Ballots
{
    // Members that are recorded on nearly every vote: what none of them voted on is not in the record.
    private static readonly string[] Voters = ["CHN", "RUS", "USA", "GBR", "FRA", "IND", "UKR"];

    // What any text on a vote says.
    private static readonly string[] Plain = ["draft", "vetoed", "reject", "text", "amende", "calls", "resolu", "russia"];

    private readonly List<Ballot> all = [];

    public Ballots(IRecord record)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var voter in Voters)
        foreach (var vote in record.VotesOf(voter))
        {
            if (!seen.Add(vote.Resolution))
                continue;
            var stems = new HashSet<string>(StringComparer.Ordinal);
            WordStems.AddAll(stems, vote.Topic);
            WordStems.AddAll(stems, vote.Resolution);
            stems.ExceptWith(Plain);
            foreach (var item in record.Events)
                if (item.Kind == "un_vote" && item.Body == vote.Body && item.Date.Contains(vote.Date) && Fits(item, vote.Resolution))
                    WordStems.AddAll(stems, item.Title);
            all.Add(new Ballot(vote.Resolution, vote.Body, vote.Date, stems));
        }
    }

    /// <summary>The votes of a body (any, where null) on a date or up to another one.</summary>
    public List<Ballot> Of(string? body, Func<Period, bool> when)
    {
        var found = new List<Ballot>();
        foreach (var ballot in all)
            if ((body is null || ballot.Body == body) && when(ballot.Date))
                found.Add(ballot);
        return found;
    }

    public Ballot? Named(string resolution) =>
        all.Find(b =>
            b.Resolution == resolution
            || b.Resolution.EndsWith("/" + resolution, StringComparison.Ordinal)
            || b.Resolution.StartsWith(resolution + " (", StringComparison.Ordinal)
        );

    /// <summary>
    /// The one whose topic the words name: words that all of them share tell nothing, each of the others counts once, and the best must
    /// stand alone.
    /// </summary>
    public static Ballot? ByTopic(List<Ballot> candidates, HashSet<string> words, int least = 1)
    {
        if (candidates.Count <= 1)
            return candidates.Count == 1 ? candidates[0] : null;
        Ballot? best = null;
        var (most, second) = (0, 0);
        foreach (var ballot in candidates)
        {
            var hits = 0;
            foreach (var stem in ballot.Stems)
                if (words.Contains(stem) && !candidates.TrueForAll(c => c.Stems.Contains(stem)))
                    hits++;
            if (hits > most)
                (best, most, second) = (ballot, hits, most);
            else if (hits > second)
                second = hits;
        }
        return most > second && most >= least ? best : null;
    }

    // Two texts of one day are told apart by the symbol in the event's id.
    private static bool Fits(RecordedEvent item, string resolution)
    {
        var symbol = resolution.Split(' ')[0].Split('/', '-');
        return item.Id.Contains("_" + symbol[^1] + "_", StringComparison.Ordinal);
    }
}
