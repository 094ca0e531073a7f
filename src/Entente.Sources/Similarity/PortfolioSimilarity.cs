using System.Globalization;
using Entente.Actors.Identity;
using Entente.Numerics.Similarity;
using Entente.Sources.Datasets;
using Entente.Sources.Datasets.CowNmc;
using Entente.Sources.Datasets.CowStates;
using Entente.Sources.Panel;
using Entente.Sources.Store;

namespace Entente.Sources.Similarity;

/// <summary>Which alliances count.</summary>
public sealed record PortfolioOptions
{
    /// <summary>The first year; null for the first there is.</summary>
    public int? From { get; init; }

    public int? To { get; init; }

    /// <summary>False leaves the weights out, though capabilities were imported.</summary>
    public bool Weights { get; init; } = true;
}

/// <summary>
/// Alliance portfolios: what a state has promised each member of the state system, 0 to 3, itself always 3 (Signorino and Ritter 1999). A
/// case is a state to which both may have promised something; its weight is its index of capability (CINC).
/// </summary>
public static class PortfolioSimilarity
{
    /// <summary>Datasets that portfolios can be made of.</summary>
    public static IReadOnlyList<string> Datasets { get; } = ["atop", "cow"];

    private const byte Self = 3;
    private const int Pledges = 6;

    /// <summary>Columns of the pledges that make a 3, a 2 and a 1, by their places in <see cref="AlliancePledges.Pledges"/>.</summary>
    private sealed record Valuation(string Dataset, string[] Scale, int Three, int Two, int One)
    {
        public byte Of(int pledged) =>
            (byte)(
                (pledged & Three) != 0 ? 3
                : (pledged & Two) != 0 ? 2
                : (pledged & One) != 0 ? 1
                : 0
            );

        /// <summary>A pledge left open that would raise the value makes it unknown.</summary>
        public byte Of(int pledged, int open) => Of(pledged) == Of(pledged | open) ? Of(pledged) : Ballots.Missing;
    }

    private const int Defense = 1,
        Offense = 2,
        Neutrality = 4,
        Nonaggression = 8,
        Entente = 16,
        Consultation = 32;

    /// <summary>
    /// ATOP: defence or offence 3, neutrality or consultation 2, non-aggression 1. Correlates of War, by the order of its own types: defence 3,
    /// neutrality or non-aggression 2, entente 1.
    /// </summary>
    private static Valuation ValuationOf(string on) =>
        on switch
        {
            "atop" => new(
                "atop",
                ["none", "non-aggression", "neutrality or consultation", "defence or offence"],
                Defense | Offense,
                Neutrality | Consultation,
                Nonaggression
            ),
            "cow" => new(
                "cow-alliances",
                ["none", "entente", "neutrality or non-aggression", "defence"],
                Defense,
                Neutrality | Nonaggression,
                Entente
            ),
            _ => throw new ArgumentException($"no alliances '{on}': {string.Join(", ", Datasets)}", nameof(on)),
        };

    /// <summary>Reads the newest imports of alliances, of the state system, and of capabilities where there are any.</summary>
    /// <param name="store">Holds them.</param>
    /// <param name="states">Whom the numbers mean in which year.</param>
    /// <param name="on">One of <see cref="Datasets"/>.</param>
    /// <param name="options">Years, weights; null for all.</param>
    /// <param name="cancellation">Honoured while tables are read.</param>
    /// <exception cref="StoreException">Alliances or the state system were not imported, or the store cannot be read.</exception>
    /// <exception cref="ArgumentException">No such alliances.</exception>
    public static SimilarityPanel Open(
        IRecordStore store,
        StateCodes states,
        string on,
        PortfolioOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(states);
        options ??= new();
        var valuation = ValuationOf(on);
        var imports = store.Imports();
        var alliances = SimilarityImports.Newest(imports, valuation.Dataset, AlliancePledges.Table.Name);
        var list = SimilarityImports.Newest(imports, "cow-states", CowStatesDataset.StateSystem.Name);
        var capabilities = options.Weights
            ? imports.Where(i => i.Dataset == "cow-nmc" && i.Tables.Any(t => t.Rows > 0)).MaxBy(i => i.Id)
            : null;
        var covered = alliances.Tables.First(t => t.Name == AlliancePledges.Table.Name);
        var system = new SystemYears(store, list, null, null, cancellation);
        var from = Math.Max(options.From ?? int.MinValue, Math.Max(covered.From, system.From));
        var to = Math.Min(options.To ?? int.MaxValue, covered.To);
        var members = new Members(system, states, from, to);
        var values = Values(store, alliances, valuation, members, cancellation);
        var cinc = capabilities is null ? null : Capabilities(store, capabilities, members, cancellation);
        var periods = new SimilarityPeriod[Math.Max(0, to - from + 1)];
        Parallel.For(
            0,
            periods.Length,
            new ParallelOptions { CancellationToken = cancellation },
            y => periods[y] = Period(members, from + y, values[y], cinc?[y])
        );
        var notes = new List<string>();
        if (options.Weights && capabilities is null)
            notes.Add("not weighted: no imported cow-nmc");
        if (to > system.To)
            notes.Add(Words($"members after {system.To}, where the list ends, are those of {system.To}"));
        return new()
        {
            On = on,
            By = "year",
            CaseName = "states",
            Categories = valuation.Scale,
            WeightName = capabilities is null ? null : "cinc",
            Periods = periods,
            Imports = capabilities is null ? [alliances, list] : [alliances, list, capabilities],
            Notes = notes,
        };
    }

    /// <summary>Who was a member in each year; after the list's last year, its last members.</summary>
    private sealed class Members
    {
        private readonly SystemYears system;
        private readonly int[][] numbers;
        private readonly Dictionary<int, int>[] places;

        public Members(SystemYears system, StateCodes states, int from, int to)
        {
            (this.system, From, To, States) = (system, from, to, states);
            var years = Math.Max(0, to - from + 1);
            numbers = new int[years][];
            places = new Dictionary<int, int>[years];
            for (var year = from; year <= to; year++)
            {
                var at = Math.Min(year, system.To) - system.From;
                int[] present = [.. Enumerable.Range(0, system.Count).Where(s => system.IsMember(s, at)).Select(s => system.Numbers[s])];
                numbers[year - from] = present;
                places[year - from] = present.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i);
            }
        }

        public int From { get; }

        public int To { get; }

        public StateCodes States { get; }

        public int[] Numbers(int year) => numbers[year - From];

        public int Place(int number, int year) => places[year - From].GetValueOrDefault(number, -1);

        public SimilarityUnit Unit(int number, int year)
        {
            var written = number.ToString(CultureInfo.InvariantCulture);
            // A code that has changed hands within the list is placed by its year, the last of the list at most.
            var party = States.Find(CodeSystem.Cow, written, year) ?? States.Find(CodeSystem.Cow, written, Math.Min(year, system.To));
            return new(party?.Code ?? written, party?.Name ?? written, number);
        }
    }

    /// <summary>Year by year, member by member: what the first has promised the second.</summary>
    private static byte[][] Values(
        IRecordStore store,
        StoredImport alliances,
        Valuation valuation,
        Members members,
        CancellationToken cancellation
    )
    {
        var years = Math.Max(0, members.To - members.From + 1);
        // Several alliances of a dyad are several rows: what any of them pledges is pledged.
        var pledged = new byte[years][];
        var open = new byte[years][];
        for (var y = 0; y < years; y++)
        {
            var n = members.Numbers(members.From + y).Length;
            (pledged[y], open[y]) = (new byte[n * n], new byte[n * n]);
        }
        var coded = valuation.Three | valuation.Two | valuation.One;
        store.Read(
            new StoreQuery(
                $"select number1, number2, year, {string.Join(", ", AlliancePledges.Pledges)} from {AlliancePledges.Table.Name} "
                    + "where import_id = @1",
                alliances.Id
            ),
            r =>
            {
                var year = (int)r.Integer(2);
                if (year < members.From || year > members.To)
                    return;
                var (one, two) = (members.Place((int)r.Integer(0), year), members.Place((int)r.Integer(1), year));
                if (one < 0 || two < 0)
                    return;
                var y = year - members.From;
                var at = (one * members.Numbers(year).Length) + two;
                for (var i = 0; i < Pledges; i++)
                    if ((coded & (1 << i)) == 0)
                        continue;
                    else if (r.IsNull(3 + i))
                        open[y][at] |= (byte)(1 << i);
                    else if (r.Integer(3 + i) != 0)
                        pledged[y][at] |= (byte)(1 << i);
            },
            cancellation
        );
        foreach (var (year, flags) in pledged.Index())
            for (var i = 0; i < flags.Length; i++)
                flags[i] = valuation.Of(flags[i], open[year][i]);
        return pledged;
    }

    private static double[][] Capabilities(IRecordStore store, StoredImport import, Members members, CancellationToken cancellation)
    {
        var weights = new double[Math.Max(0, members.To - members.From + 1)][];
        for (var y = 0; y < weights.Length; y++)
        {
            weights[y] = new double[members.Numbers(members.From + y).Length];
            Array.Fill(weights[y], double.NaN);
        }
        store.Read(
            new StoreQuery($"select number, year, cinc from {CowNmcDataset.Capabilities.Name} where import_id = @1", import.Id),
            r =>
            {
                var year = (int)r.Integer(1);
                if (year < members.From || year > members.To || r.IsNull(2))
                    return;
                if (members.Place((int)r.Integer(0), year) is >= 0 and var at)
                    weights[year - members.From][at] = r.Real(2);
            },
            cancellation
        );
        return weights;
    }

    private static SimilarityPeriod Period(Members members, int year, byte[] values, double[]? weights)
    {
        var numbers = members.Numbers(year);
        for (var i = 0; i < numbers.Length; i++)
            values[(i * numbers.Length) + i] = Self;
        return new()
        {
            Number = year,
            Year = year,
            Units = [.. numbers.Select(n => members.Unit(n, year))],
            Ballots = new Ballots(numbers.Length, numbers.Length, 4, values, weights),
        };
    }

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
