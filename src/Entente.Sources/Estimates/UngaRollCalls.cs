using Entente.Actors.Identity;
using Entente.Models.IdealPoints;
using Entente.Sources.Datasets.IdealPoints;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Datasets.UngaVotes;
using Entente.Sources.Store;

namespace Entente.Sources.Estimates;

/// <summary>Roll calls and votes of the General Assembly as the newest import of `unga-votes` has them.</summary>
public sealed record UngaRollCalls(StoredImport Import, IReadOnlyList<RollCall> Calls, IReadOnlyList<CastVote> Votes)
{
    private const string Where = "estimate ideal-points";

    /// <exception cref="StoreException">Nothing was imported, or the store cannot be read.</exception>
    public static UngaRollCalls Read(IRecordStore store, StateCodes states, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(states);
        var import =
            Newest(store, "unga-votes", UngaVotesTables.Vote.Name)
            ?? throw new StoreException(Where, "no imported unga-votes", "entente record import unga-votes VOTES ROLL_CALLS before");
        var calls = new List<RollCall>();
        store.Read(
            new(
                $"select rcid, session, day, amendment, paragraph, title, description from {UngaVotesTables.RollCall.Name} where import_id = @1 order by rcid",
                import.Id
            ),
            r =>
                calls.Add(
                    new()
                    {
                        Id = r.Integer(0),
                        Session = (int)r.Integer(1),
                        Year = PeriodCode.Year((int)r.Integer(2)),
                        Date = PeriodCode.Text((int)r.Integer(2)),
                        IsAmendment = !r.IsNull(3) && r.Integer(3) == 1,
                        IsParagraph = !r.IsNull(4) && r.Integer(4) == 1,
                        Title = r.IsNull(5) ? "" : r.Text(5),
                        Description = r.IsNull(6) ? "" : r.Text(6),
                    }
                ),
            cancellation
        );
        var votes = new List<CastVote>(1 << 20);
        var codes = new Dictionary<int, string>();
        store.Read(
            new($"select rcid, state, choice from {UngaVotesTables.Vote.Name} where import_id = @1", import.Id),
            r =>
            {
                var party = (int)r.Integer(1);
                if (!codes.TryGetValue(party, out var code))
                    codes[party] = code = states.ById(party)?.Code ?? FormattableString.Invariant($"#{party}");
                votes.Add(new(r.Integer(0), code, (byte)(r.Integer(2) - 1)));
            },
            cancellation
        );
        return new(import, calls, votes);
    }

    /// <summary>A published release of ideal points.</summary>
    /// <param name="store">Where it was imported.</param>
    /// <param name="states">Codes of parties.</param>
    /// <param name="vintage">`2020-04`; null for the newest import.</param>
    /// <param name="variant">`all`, `fp` or `legacy`.</param>
    /// <param name="cancellation">Honoured while reading.</param>
    /// <returns>Null where that release, or that variant of it, was not imported.</returns>
    public static (StoredImport Import, IReadOnlyList<ReleasedPoint> Points)? Release(
        IRecordStore store,
        StateCodes states,
        string? vintage,
        string variant,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(states);
        // From the 5th to the 95th percentile of a normal distribution.
        const double Width = 2 * 1.6448536269514722;
        if (Newest(store, "unga-ideal-points", IdealPointsDataset.Table.Name, vintage) is not { } import)
            return null;
        var points = new List<ReleasedPoint>();
        store.Read(
            new(
                $"select state, year, value, q5, q95 from {IdealPointsDataset.Table.Name} where import_id = @1 and variant = @2",
                import.Id,
                variant
            ),
            r =>
            {
                if (!r.IsNull(2) && states.ById((int)r.Integer(0))?.Code is { } code)
                    points.Add(
                        new(code, (int)r.Integer(1), r.Real(2), r.IsNull(3) || r.IsNull(4) ? null : (r.Real(4) - r.Real(3)) / Width)
                    );
            },
            cancellation
        );
        return points.Count == 0 ? null : (import, points);
    }

    private static StoredImport? Newest(IRecordStore store, string dataset, string table, string? vintage = null) =>
        store
            .Imports()
            .Where(i =>
                i.Dataset == dataset && (vintage is null || i.Vintage == vintage) && i.Tables.Any(t => t.Name == table && t.Rows > 0)
            )
            .MaxBy(i => i.Id);
}
