using Entente.Actors.Identity;
using Entente.Measures.Alignment;
using Entente.Sources.Store;

namespace Entente.Sources.Triangles;

/// <summary>A triangle by one kind of evidence: three ties, the thresholds laid to them, and what they make.</summary>
public sealed record TieReading
{
    /// <summary>`un_votes` or `pledges_and_sanctions`.</summary>
    public required string Evidence { get; init; }

    /// <summary>What a value is.</summary>
    public required string Definition { get; init; }

    /// <summary>The ties first–second, first–third, second–third; null where there is no evidence.</summary>
    public required IReadOnlyList<double?> Values { get; init; }

    /// <summary>What each value rests on: how many votes, which pledges and sanctions.</summary>
    public required IReadOnlyList<string> Basis { get; init; }

    public required TieThresholds Thresholds { get; init; }

    public required TriangleReading Reading { get; init; }

    /// <summary>The datasets read, with their releases.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>Ties between three states in a year from imported votes, alliances and sanctions.</summary>
public static class TieReadings
{
    private const string Votes = "S over roll calls of the General Assembly's session of the year on which both cast a vote";
    private const string Deeds = "+1 a pledge of alliance in force, −1 sanctions in force, 0 neither or both";

    /// <summary>Every kind of evidence that was imported and covers the year; empty where none does.</summary>
    /// <param name="store">The imports.</param>
    /// <param name="parties">Three different states.</param>
    /// <param name="year">The year; votes are those of the session that began in it.</param>
    /// <param name="thresholds">For the similarity of votes, −1 to 1.</param>
    /// <param name="cancellation">Honoured while tables are read.</param>
    public static IReadOnlyList<TieReading> Of(
        IRecordStore store,
        IReadOnlyList<StateIdentity> parties,
        int year,
        TieThresholds thresholds,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(parties);
        if (parties.Select(p => p.Id).Distinct().Count() != 3 || parties.Count != 3)
            throw new ArgumentException("three different states", nameof(parties));
        var imports = store.Imports();
        int[] ids = [.. parties.Select(p => p.Id)];
        var found = new List<TieReading>();
        if (
            Newest(imports, "unga-votes", "vote", 0) is { } votes
            && OfVotes(store, votes, ids, year, thresholds, cancellation) is { } voted
        )
            found.Add(voted);
        if (OfDeeds(store, imports, ids, year, cancellation) is { } done)
            found.Add(done);
        return found;
    }

    /// <summary>
    /// S = 1 − 2·Σ|Δ|/(Δmax·N) with yes, abstention and no at 1, 2 and 3 (Signorino and Ritter 1999), roll calls on which all votes cast were
    /// the same left out.
    /// </summary>
    private static TieReading? OfVotes(
        IRecordStore store,
        StoredImport import,
        int[] ids,
        int year,
        TieThresholds thresholds,
        CancellationToken cancellation
    )
    {
        // The first session opened in January 1946, the second in that autumn; since then one a year.
        var session = year - 1945;
        const string Session = "rcid in (select rcid from roll_call where import_id = @1 and session = @2)";
        var divided = new HashSet<long>();
        store.Read(
            new($"select rcid, min(choice), max(choice) from vote where import_id = @1 and {Session} group by rcid", import.Id, session),
            r =>
            {
                if (r.Integer(1) != r.Integer(2))
                    divided.Add(r.Integer(0));
            },
            cancellation
        );
        if (divided.Count == 0)
            return null;
        var cast = new Dictionary<long, int>[3];
        for (var i = 0; i < 3; i++)
        {
            var own = cast[i] = [];
            store.Read(
                new($"select rcid, choice from vote where import_id = @1 and {Session} and state = @3", import.Id, session, ids[i]),
                r =>
                {
                    if (divided.Contains(r.Integer(0)) && r.Integer(1) is >= 1 and <= 3)
                        own[r.Integer(0)] = (int)r.Integer(1);
                },
                cancellation
            );
        }
        var (values, basis) = (new double?[3], new string[3]);
        foreach (var (tie, a, b) in Ties)
        {
            var (apart, both) = (0, 0);
            foreach (var (roll, choice) in cast[a])
                if (cast[b].TryGetValue(roll, out var other))
                    (apart, both) = (apart + Math.Abs(choice - other), both + 1);
            values[tie] = both == 0 ? null : 1 - ((double)apart / both);
            basis[tie] = $"{both} votes";
        }
        return new()
        {
            Evidence = "un_votes",
            Definition = Votes,
            Values = values,
            Basis = basis,
            Thresholds = thresholds,
            Reading = Triangle.Read(values[0], values[1], values[2], thresholds),
            Sources = [Name(import)],
        };
    }

    private static TieReading? OfDeeds(
        IRecordStore store,
        IReadOnlyList<StoredImport> imports,
        int[] ids,
        int year,
        CancellationToken cancellation
    )
    {
        var pledges = Newest(imports, "atop", "alliance_pledge", year) ?? Newest(imports, "cow-alliances", "alliance_pledge", year);
        var sanctions = Newest(imports, "ist-sanctions", "sanction_case", year);
        // One without the other would call every pair friends, or foes.
        if (pledges is null || sanctions is null)
            return null;
        var (values, basis) = (new double?[3], new string[3]);
        foreach (var (tie, a, b) in Ties)
        {
            var (pledged, sanctioned) = (0L, 0L);
            store.Read(
                new(
                    "select count(*) from alliance_pledge where import_id = @1 and year = @2 and ((state1 = @3 and state2 = @4) or (state1 = @4 and state2 = @3))",
                    pledges.Id,
                    year,
                    ids[a],
                    ids[b]
                ),
                r => pledged = r.Integer(0),
                cancellation
            );
            store.Read(
                new(
                    "select count(*) from sanction_case where import_id = @1 and ((sender = @3 and target = @4) or (sender = @4 and target = @3)) and period / 10000 <= @2 and (ongoing = 1 or ended / 10000 >= @2)",
                    sanctions.Id,
                    year,
                    ids[a],
                    ids[b]
                ),
                r => sanctioned = r.Integer(0),
                cancellation
            );
            values[tie] = (pledged > 0 ? 1 : 0) - (sanctioned > 0 ? 1 : 0);
            basis[tie] = (pledged > 0, sanctioned > 0) switch
            {
                (true, true) => "pledge and sanctions",
                (true, false) => "pledge",
                (false, true) => "sanctions",
                _ => "neither",
            };
        }
        var thresholds = new TieThresholds(1, -1);
        return new()
        {
            Evidence = "pledges_and_sanctions",
            Definition = Deeds,
            Values = values,
            Basis = basis,
            Thresholds = thresholds,
            Reading = Triangle.Read(values[0], values[1], values[2], thresholds),
            Sources = [Name(pledges), Name(sanctions)],
        };
    }

    private static IEnumerable<(int Tie, int First, int Second)> Ties => [(0, 0, 1), (1, 0, 2), (2, 1, 2)];

    private static string Name(StoredImport import) => $"{import.Dataset} {import.Vintage} (import {import.Id})";

    /// <param name="year">That the table covers; 0 for any.</param>
    private static StoredImport? Newest(IReadOnlyList<StoredImport> imports, string dataset, string table, int year) =>
        imports
            .Where(i =>
                i.Dataset == dataset && i.Tables.Any(t => t.Name == table && t.Rows > 0 && (year == 0 || (t.From <= year && year <= t.To)))
            )
            .MaxBy(i => i.Id);
}
