using System.Globalization;
using Entente.Actors.Identity;
using Entente.Numerics.Similarity;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Datasets.UngaVotes;
using Entente.Sources.Store;

namespace Entente.Sources.Similarity;

/// <summary>Which votes count, and by what they are grouped.</summary>
public sealed record VoteOptions
{
    /// <summary>True groups by session of the General Assembly, false by the year of the vote.</summary>
    public bool BySession { get; init; } = true;

    /// <summary>Any of `me`, `nu`, `di`, `hr`, `co`, `ec`: roll calls that bear one of them; empty for all.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>Only votes that the US Department of State named important; coded for a part of the sessions.</summary>
    public bool Important { get; init; }

    /// <summary>Without votes on amendments and on paragraphs.</summary>
    public bool FinalPassage { get; init; }

    /// <summary>True keeps roll calls in which all who voted voted alike. Agreement is then not Voeten's.</summary>
    public bool KeepUnanimous { get; init; }

    /// <summary>The first year; null for the first there is.</summary>
    public int? From { get; init; }

    public int? To { get; init; }
}

/// <summary>
/// Votes in the General Assembly: yes, abstain, no on a scale of three; absent is missing. Roll calls in which all who voted voted alike are
/// dropped, as Voeten's agreement has it (Voeten 2013, Data and Analyses of Voting in the UN General Assembly).
/// </summary>
public static class VoteSimilarity
{
    /// <summary>What <see cref="VoteOptions.Issues"/> may name, and what each stands for.</summary>
    public static IReadOnlyList<(string Code, string Name)> Issues { get; } =
    [
        ("me", "Palestinian conflict"),
        ("nu", "nuclear weapons"),
        ("di", "arms control and disarmament"),
        ("hr", "human rights"),
        ("co", "colonialism"),
        ("ec", "economic development"),
    ];

    private const int FirstSession = 1946;
    private static readonly string[] Scale = ["yes", "abstain", "no"];

    private sealed class Call
    {
        public required int Period { get; init; }
        public required int Place { get; init; }
        public int Seen { get; set; }
    }

    /// <summary>Reads the votes of the newest import of `unga-votes`.</summary>
    /// <param name="store">Holds them.</param>
    /// <param name="states">Who its parties are.</param>
    /// <param name="options">Which votes; null for all, by session.</param>
    /// <param name="cancellation">Honoured while tables are read.</param>
    /// <exception cref="StoreException">No votes were imported, or the store cannot be read.</exception>
    public static SimilarityPanel Open(
        IRecordStore store,
        StateCodes states,
        VoteOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(states);
        options ??= new();
        var import = SimilarityImports.Newest(store.Imports(), "unga-votes", UngaVotesTables.Vote.Name);
        var notes = new List<string>();
        var (calls, sizes) = Calls(store, import, options, notes, cancellation);
        var votes = Votes(store, import, calls, cancellation);
        return new()
        {
            On = "votes",
            By = options.BySession ? "session" : "year",
            CaseName = "votes",
            Categories = Scale,
            Periods = Periods(states, options, calls, sizes, votes, notes),
            Imports = [import],
            Notes = notes,
        };
    }

    private static (Dictionary<long, Call> Calls, SortedDictionary<int, int> Sizes) Calls(
        IRecordStore store,
        StoredImport import,
        VoteOptions options,
        List<string> notes,
        CancellationToken cancellation
    )
    {
        HashSet<long>? on = null;
        if (options.Issues.Count > 0)
        {
            on = [];
            store.Read(
                new StoreQuery($"select rcid, issue from {UngaVotesTables.Issue.Name} where import_id = @1", import.Id),
                r =>
                {
                    if (options.Issues.Contains(r.Text(1), StringComparer.OrdinalIgnoreCase))
                        on.Add(r.Integer(0));
                },
                cancellation
            );
        }
        var (uncoded, unknown) = (0, 0);
        var calls = new Dictionary<long, Call>();
        var sizes = new SortedDictionary<int, int>();
        store.Read(
            new StoreQuery(
                $"select rcid, session, day, important, amendment, paragraph from {UngaVotesTables.RollCall.Name} where import_id = @1 order by rcid",
                import.Id
            ),
            r =>
            {
                var (session, year) = ((int)r.Integer(1), PeriodCode.Year((int)r.Integer(2)));
                var grouped = options.BySession ? YearOf(session) : year;
                if (grouped < options.From || grouped > options.To || on?.Contains(r.Integer(0)) == false)
                    return;
                if (options.Important && (r.IsNull(3) || r.Integer(3) == 0))
                {
                    unknown += r.IsNull(3) ? 1 : 0;
                    return;
                }
                if (options.FinalPassage)
                {
                    if ((!r.IsNull(4) && r.Integer(4) != 0) || (!r.IsNull(5) && r.Integer(5) != 0))
                        return;
                    uncoded += r.IsNull(4) || r.IsNull(5) ? 1 : 0;
                }
                var period = options.BySession ? session : year;
                var place = sizes.GetValueOrDefault(period);
                sizes[period] = place + 1;
                calls[r.Integer(0)] = new() { Period = period, Place = place };
            },
            cancellation
        );
        if (unknown > 0)
            notes.Add(Words($"roll calls left out, not coded whether they were important: {unknown:#,0}"));
        if (uncoded > 0)
            notes.Add(Words($"roll calls kept, not coded whether on an amendment or a paragraph: {uncoded:#,0}"));
        return (calls, sizes);
    }

    private static List<(Call Call, int State, byte Choice)> Votes(
        IRecordStore store,
        StoredImport import,
        Dictionary<long, Call> calls,
        CancellationToken cancellation
    )
    {
        var votes = new List<(Call, int, byte)>();
        var (last, call) = (long.MinValue, (Call?)null);
        store.Read(
            new StoreQuery($"select rcid, state, choice from {UngaVotesTables.Vote.Name} where import_id = @1", import.Id),
            r =>
            {
                // Rows of a roll call stand together.
                if (r.Integer(0) is var rcid && rcid != last)
                    (last, call) = (rcid, calls.GetValueOrDefault(rcid));
                if (call is null)
                    return;
                var choice = (byte)(r.Integer(2) - 1);
                call.Seen |= 1 << choice;
                votes.Add((call, (int)r.Integer(1), choice));
            },
            cancellation
        );
        return votes;
    }

    private static List<SimilarityPeriod> Periods(
        StateCodes states,
        VoteOptions options,
        Dictionary<long, Call> calls,
        SortedDictionary<int, int> sizes,
        List<(Call Call, int State, byte Choice)> votes,
        List<string> notes
    )
    {
        var members = new Dictionary<int, SortedSet<int>>();
        foreach (var (call, state, _) in votes)
            (members.TryGetValue(call.Period, out var set) ? set : members[call.Period] = []).Add(state);
        // One bit seen: everybody voted alike. (No bit: nobody's vote is known.)
        var unanimous = options.KeepUnanimous ? 0 : calls.Values.Count(c => int.PopCount(c.Seen) == 1);
        if (unanimous > 0)
            notes.Add(Words($"unanimous roll calls dropped: {unanimous:#,0}"));
        var matrices = new Dictionary<int, (int[] Parties, byte[] Choices)>();
        var places = new Dictionary<(int Period, int State), int>();
        foreach (var (period, set) in members)
        {
            int[] parties = [.. set];
            var choices = new byte[parties.Length * sizes[period]];
            Array.Fill(choices, Ballots.Missing);
            matrices[period] = (parties, choices);
            for (var i = 0; i < parties.Length; i++)
                places[(period, parties[i])] = i * sizes[period];
        }
        foreach (var (call, state, choice) in votes)
            if (options.KeepUnanimous || int.PopCount(call.Seen) > 1)
                matrices[call.Period].Choices[places[(call.Period, state)] + call.Place] = choice;
        return
        [
            .. matrices
                .OrderBy(m => m.Key)
                .Select(m => new SimilarityPeriod
                {
                    Number = m.Key,
                    Year = options.BySession ? YearOf(m.Key) : m.Key,
                    Units = [.. m.Value.Parties.Select(p => Unit(states, p))],
                    Ballots = new Ballots(m.Value.Parties.Length, sizes[m.Key], Scale.Length, m.Value.Choices),
                }),
        ];
    }

    /// <summary>The first session met in 1946, every later one from the autumn of its year.</summary>
    private static int YearOf(int session) => FirstSession + session - 1;

    private static SimilarityUnit Unit(StateCodes states, int party) =>
        states.ById(party) is { } known
            ? new(known.Code, known.Name)
            : new(party.ToString(CultureInfo.InvariantCulture), Words($"party {party}"));

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Finds imports.</summary>
internal static class SimilarityImports
{
    /// <exception cref="StoreException">There is none.</exception>
    public static StoredImport Newest(IReadOnlyList<StoredImport> imports, string dataset, string table) =>
        imports.Where(i => i.Dataset == dataset && i.Tables.Any(t => t.Name == table && t.Rows > 0)).MaxBy(i => i.Id)
        ?? throw new StoreException("similarity", $"no imported {dataset}", $"entente record import {dataset} FILE before");
}
