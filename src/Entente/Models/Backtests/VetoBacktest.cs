using Entente.Record;

namespace Entente.Models.Backtests;

/// <summary>A veto of the partner, and whether the state joined it.</summary>
/// <param name="Id">In the record.</param>
/// <param name="Date">Of the vote.</param>
/// <param name="Subject">A word of its title that names what the draft was on.</param>
/// <param name="Joined">Whether the state voted no as well.</param>
public sealed record VetoCase(string Id, string Date, string Subject, bool Joined);

/// <summary>Whether a state joins the vetoes of another: forecast from the vetoes before, each scored once.</summary>
public sealed record VetoBacktest
{
    /// <summary>Cases at the base rate that a subject's own rate begins with.</summary>
    private const double Weight = 2;

    private static readonly HashSet<string> Passed = new(StringComparer.Ordinal) { "Veto", "Draft", "European", "North", "South", "US" };

    public required string State { get; init; }

    public required string Partner { get; init; }

    /// <summary>Vetoes that only taught the base rate.</summary>
    public required (int Joined, int All) Learnt { get; init; }

    public required IReadOnlyList<VetoCase> Cases { get; init; }

    /// <summary>Options: joined, not joined.</summary>
    public required IReadOnlyList<ForecastSeries> Series { get; init; }

    /// <param name="events">Of the record.</param>
    /// <param name="state">Who may join.</param>
    /// <param name="partner">Whose vetoes they are.</param>
    /// <param name="from">The first year scored.</param>
    /// <returns>Null where the record has no veto of the partner in those years.</returns>
    public static VetoBacktest? Of(IReadOnlyList<RecordedEvent> events, string state, string partner, int from)
    {
        ArgumentNullException.ThrowIfNull(events);
        var vetoes = events
            .Where(e => e is { Kind: "veto", Body: "UNSC" } && e.Actors.Contains(partner))
            .OrderBy(e => e.Date.Start)
            .ThenBy(e => e.Id, StringComparer.Ordinal)
            .Select(e => (Year: e.Date.Start.Year, Case: new VetoCase(e.Id, e.Date.Text, Subject(e), e.Actors.Contains(state))))
            .ToList();
        var (learnt, cases) = (
            vetoes.Where(v => v.Year < from).Select(v => v.Case).ToList(),
            vetoes.Where(v => v.Year >= from).Select(v => v.Case).ToList()
        );
        if (learnt.Count == 0 || cases.Count == 0)
            return null;
        var rate = (learnt.Count(v => v.Joined) + 1.0) / (learnt.Count + 2.0);
        var steady = learnt.Zip(learnt.Skip(1)).Count(p => p.First.Joined == p.Second.Joined);
        var again = (steady + 1.0) / (learnt.Count - 1 + 2.0);
        int[] came = [.. cases.Select(c => c.Joined ? 0 : 1)];
        ForecastSeries Series(string name, Func<int, double> joins) =>
            new()
            {
                Name = name,
                Knows = Knows.Before,
                Came = came,
                Probabilities = [.. cases.Select((_, i) => joins(i)).Select(p => new[] { p, 1 - p })],
            };
        return new()
        {
            State = state,
            Partner = partner,
            Learnt = (learnt.Count(v => v.Joined), learnt.Count),
            Cases = cases,
            Series =
            [
                Series("base rate", _ => rate),
                Series("persistence", i => (i == 0 ? learnt[^1] : cases[i - 1]).Joined ? again : 1 - again),
                Series(
                    "by subject",
                    i =>
                    {
                        var same = learnt.Concat(cases.Take(i)).Where(c => c.Subject == cases[i].Subject).ToList();
                        return (same.Count(c => c.Joined) + (Weight * rate)) / (same.Count + Weight);
                    }
                ),
            ],
        };
    }

    /// <summary>The last capitalised word of the title that is neither who vetoes nor a word of every title.</summary>
    private static string Subject(RecordedEvent veto)
    {
        var words = veto.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = Array.FindIndex(words, w => w.StartsWith("veto", StringComparison.OrdinalIgnoreCase));
        return words.Skip(start + 1).FirstOrDefault(w => char.IsUpper(w[0]) && !Passed.Contains(w)) ?? "";
    }
}
