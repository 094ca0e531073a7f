using Entente.Numerics.IdealPoints;

namespace Entente.Models.IdealPoints;

/// <summary>Which votes are estimated from, and what a period is.</summary>
public sealed record VoteSelection
{
    /// <summary>Periods are calendar years; otherwise sessions, named by the year in which they begin (session + 1945), as in the release of April 2020.</summary>
    public bool ByYear { get; init; }

    /// <summary>Votes on whole texts only; otherwise those on paragraphs and amendments too, up to 1989.</summary>
    public bool FinalPassageOnly { get; init; }

    /// <summary>The first year of a period; null for the first that there is.</summary>
    public int? From { get; init; }

    public int? To { get; init; }

    /// <summary>Pairs of roll calls on one text, the later first; null to find them by <see cref="Bridging"/>.</summary>
    public IReadOnlyDictionary<long, long>? Bridges { get; init; }
}

/// <summary>Votes as a model takes them, and what its numbers stand for.</summary>
public sealed record SelectedVotes
{
    private const int SessionZero = 1945;
    private const int MissingSession = 19;

    /// <summary>The session in which South Africa, kept out since 1974, cast its single vote.</summary>
    private const int SouthAfricasOne = 48;

    /// <summary>Since this year, paragraphs and amendments are not recorded alike.</summary>
    private const int LastYearOfParts = 1989;

    public required OrdinalVotes Votes { get; init; }

    /// <summary>Codes of the states, in alphabetical order.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>Years of the periods.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>For each item, the roll calls that it is made of, oldest first.</summary>
    public required IReadOnlyList<IReadOnlyList<long>> Items { get; init; }

    /// <summary>How many roll calls repeat an earlier one.</summary>
    public required int Bridges { get; init; }

    /// <summary>How many items were left out because all voted alike.</summary>
    public required int Unanimous { get; init; }

    /// <summary>
    /// The selection of Bailey, Strezhnev and Voeten: without absences, session 19 (one roll call), votes on paragraphs and amendments after 1989,
    /// Zanzibar (two votes), South Africa's one vote of 1993, and items on which all voted alike in all their sessions.
    /// </summary>
    /// <exception cref="ArgumentException">Nothing is left.</exception>
    public static SelectedVotes Of(IReadOnlyList<RollCall> calls, IReadOnlyList<CastVote> votes, VoteSelection selection)
    {
        ArgumentNullException.ThrowIfNull(calls);
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(selection);
        int Year(RollCall c) => selection.ByYear ? c.Year : c.Session + SessionZero;
        var kept = calls
            .Where(c => c.Session != MissingSession && Year(c) >= (selection.From ?? 0) && Year(c) <= (selection.To ?? int.MaxValue))
            .Where(c => !(c.IsAmendment || c.IsParagraph) || (!selection.FinalPassageOnly && c.Year <= LastYearOfParts))
            .ToDictionary(c => c.Id);
        var bridges = selection.Bridges ?? Bridging.Find(calls);
        long First(long call)
        {
            for (var steps = 0; bridges.TryGetValue(call, out var before) && kept.ContainsKey(before) && steps < bridges.Count; steps++)
                call = before;
            return call;
        }
        var root = kept.Keys.ToDictionary(id => id, First);
        var cast = votes.Where(v => kept.TryGetValue(v.RollCall, out var call) && !IsPassedOver(v, call)).ToArray();
        var voted = cast.Select(v => v.RollCall).ToHashSet();
        var seen = new Dictionary<long, int>();
        foreach (var vote in cast)
            seen[root[vote.RollCall]] = seen.GetValueOrDefault(root[vote.RollCall]) | (1 << vote.Choice);
        var divided = seen.Where(s => s.Value is not (1 or 2 or 4)).Select(s => s.Key).ToHashSet();
        var used = cast.Where(v => divided.Contains(root[v.RollCall])).ToArray();
        if (used.Length == 0)
            throw new ArgumentException("no vote is left on which states differ");
        string[] states = [.. used.Select(v => v.State).Distinct().Order(StringComparer.Ordinal)];
        int[] years = [.. used.Select(v => Year(kept[v.RollCall])).Distinct().Order()];
        long[] items = [.. divided.Order()];
        var (stateAt, yearAt, itemAt) = (Places(states), Places(years), Places(items));
        return new()
        {
            Votes = new OrdinalVotes
            {
                States = states.Length,
                Periods = years.Length,
                Items = items.Length,
                State = Array.ConvertAll(used, v => stateAt[v.State]),
                Period = Array.ConvertAll(used, v => yearAt[Year(kept[v.RollCall])]),
                Item = Array.ConvertAll(used, v => itemAt[root[v.RollCall]]),
                Choice = Array.ConvertAll(used, v => v.Choice),
            },
            States = states,
            Years = years,
            Items =
            [
                .. voted
                    .GroupBy(call => root[call])
                    .Where(g => divided.Contains(g.Key))
                    .OrderBy(g => g.Key)
                    .Select(g => g.Order().ToArray()),
            ],
            Bridges = voted.Count(call => root[call] != call && divided.Contains(root[call])),
            Unanimous = seen.Count - divided.Count,
        };
    }

    /// <summary>The number of a state; −1 where it cast no vote that counts.</summary>
    public int StateAt(string code)
    {
        for (var i = 0; i < States.Count; i++)
            if (States[i] == code)
                return i;
        return -1;
    }

    public int PeriodAt(int year)
    {
        for (var i = 0; i < Years.Count; i++)
            if (Years[i] == year)
                return i;
        return -1;
    }

    private static bool IsPassedOver(CastVote vote, RollCall call) =>
        vote.State == "ZZB" || (vote.State == "ZAF" && call.Session == SouthAfricasOne);

    private static Dictionary<T, int> Places<T>(T[] values)
        where T : notnull
    {
        var places = new Dictionary<T, int>(values.Length);
        for (var i = 0; i < values.Length; i++)
            places[values[i]] = i;
        return places;
    }
}
