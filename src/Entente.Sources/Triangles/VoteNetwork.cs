using Entente.Actors.Identity;
using Entente.Measures.Alignment;
using Entente.Numerics.Networks;
using Entente.Sources.Store;

namespace Entente.Sources.Triangles;

/// <summary>Who voted with whom in a session of the General Assembly, as a network: its communities and its balance.</summary>
public sealed record VoteNetworkReading
{
    /// <summary>The year in which the session began.</summary>
    public required int Year { get; init; }

    /// <summary>Roll calls on which not all votes cast were the same.</summary>
    public required int RollCalls { get; init; }

    /// <summary>The states that cast a vote on at least half of them, by code.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>Of the network whose ties are S, negative ones included.</summary>
    public required Communities Communities { get; init; }

    public required TieThresholds Thresholds { get; init; }

    /// <summary>Of the network whose ties are the signs that the thresholds give; neutral ties are none.</summary>
    public required BalanceMeasures Balance { get; init; }

    /// <summary>The import that was read.</summary>
    public required string Source { get; init; }
}

/// <summary>Communities and structural balance of the network of votes.</summary>
public static class VoteNetwork
{
    /// <summary>Two hundred states take some 40 ms each; on such networks nearly all searches end alike.</summary>
    private const int Searches = 30;

    /// <param name="store">The imports.</param>
    /// <param name="states">Who the voters are.</param>
    /// <param name="year">The year in which the session began.</param>
    /// <param name="thresholds">For signs of ties.</param>
    /// <param name="seed">Of the search for communities.</param>
    /// <param name="cancellation">Honoured while reading and searching.</param>
    /// <returns>Null where no votes of that session were imported.</returns>
    public static VoteNetworkReading? Of(
        IRecordStore store,
        StateCodes states,
        int year,
        TieThresholds thresholds,
        ulong seed = 1,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(states);
        var import = store
            .Imports()
            .Where(i => i.Dataset == "unga-votes" && i.Tables.Any(t => t.Name == "vote" && t.Rows > 0))
            .MaxBy(i => i.Id);
        if (import is null)
            return null;
        var rolls = new SortedDictionary<long, List<(int State, int Choice)>>();
        store.Read(
            new(
                "select rcid, state, choice from vote where import_id = @1 and rcid in (select rcid from roll_call where import_id = @1 and session = @2)",
                import.Id,
                year - 1945
            ),
            r =>
            {
                if (!rolls.TryGetValue(r.Integer(0), out var votes))
                    rolls[r.Integer(0)] = votes = [];
                if (r.Integer(2) is >= 1 and <= 3)
                    votes.Add(((int)r.Integer(1), (int)r.Integer(2)));
            },
            cancellation
        );
        var divided = rolls.Values.Where(v => v.Select(x => x.Choice).Distinct().Count() > 1).ToArray();
        if (divided.Length == 0)
            return null;
        int[] voters =
        [
            .. divided
                .SelectMany(v => v.Select(x => x.State))
                .CountBy(s => s)
                .Where(s => 2 * s.Value >= divided.Length && states.ById(s.Key) is not null)
                .Select(s => s.Key)
                .OrderBy(s => states.ById(s)!.Code, StringComparer.Ordinal),
        ];
        var weights = Similarities(divided, voters);
        var signs = new int[voters.Length, voters.Length];
        for (var i = 0; i < voters.Length; i++)
        for (var j = 0; j < voters.Length; j++)
            signs[i, j] = i == j ? 0 : SignOf(thresholds.Sign(weights[i, j]));
        return new()
        {
            Year = year,
            RollCalls = divided.Length,
            States = [.. voters.Select(v => states.ById(v)!.Code)],
            Communities = CommunitySearch.Find(weights, seed: seed, searches: Searches, cancellation: cancellation),
            Thresholds = thresholds,
            Balance = SignedBalance.Of(signs, cancellation),
            Source = $"{import.Dataset} {import.Vintage} (import {import.Id})",
        };
    }

    private static int SignOf(TieSign sign) =>
        sign switch
        {
            TieSign.Positive => 1,
            TieSign.Negative => -1,
            _ => 0,
        };

    /// <summary>S of every pair; 0 on the diagonal, as no state is its own partner, and where two never voted together.</summary>
    private static double[,] Similarities(List<(int State, int Choice)>[] rolls, int[] voters)
    {
        var n = voters.Length;
        var place = new Dictionary<int, int>();
        for (var i = 0; i < n; i++)
            place[voters[i]] = i;
        var (apart, both) = (new int[n, n], new int[n, n]);
        foreach (var roll in rolls)
        {
            var cast = roll.Where(v => place.ContainsKey(v.State)).Select(v => (At: place[v.State], v.Choice)).ToArray();
            foreach (var (i, one) in cast)
            foreach (var (j, other) in cast)
            {
                apart[i, j] += Math.Abs(one - other);
                both[i, j]++;
            }
        }
        var weights = new double[n, n];
        for (var i = 0; i < n; i++)
        for (var j = 0; j < n; j++)
            weights[i, j] = i == j || both[i, j] == 0 ? 0 : 1 - ((double)apart[i, j] / both[i, j]);
        return weights;
    }
}
