using Entente.Actors.Identity;
using Entente.Models.IdealPoints;
using Entente.Numerics.IdealPoints;
using Entente.Sources.Store;

namespace Entente.Sources.Estimates;

/// <summary>Why two states agree more or less in the General Assembly than they did: positions, agenda, chance, and what a newer release of the votes changed.</summary>
public sealed record AgreementChanges
{
    public required string First { get; init; }

    public required string Second { get; init; }

    /// <summary>The year in which the earlier session began.</summary>
    public required int From { get; init; }

    public required int To { get; init; }

    public required AgreementChange Parts { get; init; }

    /// <summary>
    /// By how much the change is another in the newest release than in the one imported before it, on all votes that divided the house; null
    /// where only one release was imported.
    /// </summary>
    public double? Revision { get; init; }

    /// <summary>The releases that were read, the newest first.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Rounds of the fit, and how far the position that moved furthest moved in the last.</summary>
    public required (int Rounds, double Residual) Fit { get; init; }

    /// <summary>Fits the model to all votes of the newest release and splits the change between two sessions.</summary>
    /// <param name="store">Holds `unga-votes`.</param>
    /// <param name="states">Who its parties are.</param>
    /// <param name="first">The code of a state.</param>
    /// <param name="second">That of another.</param>
    /// <param name="from">The year in which the earlier session began.</param>
    /// <param name="to">The later.</param>
    /// <param name="cancellation">Honoured in each round of the fit.</param>
    /// <returns>Null where they have no votes in common in one of the sessions, or the fit did not converge.</returns>
    /// <exception cref="StoreException">No votes were imported.</exception>
    public static AgreementChanges? Of(
        IRecordStore store,
        StateCodes states,
        string first,
        string second,
        int from,
        int to,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(states);
        var read = UngaRollCalls.Read(store, states, cancellation);
        var selected = SelectedVotes.Of(read.Calls, read.Votes, new VoteSelection());
        var (one, two) = (selected.StateAt(first), selected.StateAt(second));
        var (before, after) = (selected.PeriodAt(from), selected.PeriodAt(to));
        if (one < 0 || two < 0 || before < 0 || after < 0)
            return null;
        var options = new IdealPointOptions { PositiveState = Math.Max(0, selected.StateAt("USA")) };
        var fit = FastFit.Run(selected.Votes, options, cancellation: cancellation);
        if (!fit.Converged || AgreementChange.Of(fit, selected.Votes, one, two, before, after) is not { } parts)
            return null;
        var releases = store.Imports().Where(i => i.Dataset == "unga-votes").OrderByDescending(i => i.Id).ToList();
        return new()
        {
            First = first,
            Second = second,
            From = from,
            To = to,
            Parts = parts,
            Revision = releases.Count < 2 ? null : Revised(store, states, releases[0], releases[1], first, second, from, to, cancellation),
            Sources = [.. releases.Take(2).Select(i => $"{i.Dataset} {i.Vintage} (import {i.Id})")],
            Fit = (fit.Rounds, fit.Residual),
        };
    }

    private static double? Revised(
        IRecordStore store,
        StateCodes states,
        StoredImport newer,
        StoredImport older,
        string first,
        string second,
        int from,
        int to,
        CancellationToken cancellation
    )
    {
        if (states.ByCode(first) is not { } a || states.ByCode(second) is not { } b)
            return null;
        double? Agreement(StoredImport import, int year) => Observed(store, import, a.Id, b.Id, year, cancellation);
        return Agreement(newer, to) - Agreement(newer, from) - (Agreement(older, to) - Agreement(older, from));
    }

    /// <summary>Mean of 1 − |x − y|/2 over the roll calls of a session that both voted on and that not all voted alike on.</summary>
    private static double? Observed(
        IRecordStore store,
        StoredImport import,
        int first,
        int second,
        int year,
        CancellationToken cancellation
    )
    {
        const int FirstSession = 1946;
        var (one, two, seen) = (new Dictionary<long, long>(), new Dictionary<long, long>(), new Dictionary<long, int>());
        store.Read(
            new(
                "select rcid, state, choice from vote where import_id = @1 and rcid in (select rcid from roll_call where import_id = @1 and session = @2)",
                import.Id,
                year - FirstSession + 1
            ),
            r =>
            {
                var (call, state, choice) = (r.Integer(0), (int)r.Integer(1), r.Integer(2));
                if (choice is < 1 or > 3)
                    return;
                seen[call] = seen.GetValueOrDefault(call) | (1 << (int)choice);
                if (state == first)
                    one[call] = choice;
                if (state == second)
                    two[call] = choice;
            },
            cancellation
        );
        var (sum, count) = (0.0, 0);
        foreach (var (call, choice) in one)
            if (two.TryGetValue(call, out var other) && int.PopCount(seen[call]) > 1)
                (sum, count) = (sum + 1 - (Math.Abs(choice - other) / 2.0), count + 1);
        return count == 0 ? null : sum / count;
    }
}
