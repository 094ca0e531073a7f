using System.Collections.Concurrent;
using Entente.Numerics.Random;
using Entente.Numerics.Similarity;
using Entente.Sources.Store;

namespace Entente.Sources.Similarity;

/// <summary>Somebody who votes, holds alliances, or is in the categories of a table that a user brought.</summary>
/// <param name="Code">The code of the claim language (`RUS`); the name in a user's table; the publisher's number where no party has it.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Number">The publisher's number, where it has one: in 1990 Germany is a member twice, as 260 and as 255.</param>
public sealed record SimilarityUnit(string Code, string Name, int? Number = null);

/// <summary>One session or year: who was there, and who was in which category in which case.</summary>
public sealed record SimilarityPeriod
{
    /// <summary>The number of the session, or the year.</summary>
    public required int Number { get; init; }

    /// <summary>The year; of a session, the one in which it begins.</summary>
    public required int Year { get; init; }

    /// <summary>In the order of the ballots' units.</summary>
    public required IReadOnlyList<SimilarityUnit> Units { get; init; }

    public required Ballots Ballots { get; init; }

    /// <summary>The place of a unit; -1 where it was not there. Of two of one code, the first.</summary>
    public int IndexOf(string code)
    {
        for (var i = 0; i < Units.Count; i++)
            if (string.Equals(Units[i].Code, code, StringComparison.Ordinal))
                return i;
        return -1;
    }
}

/// <summary>What is wanted beside the coefficients.</summary>
public sealed record SimilarityQuery
{
    /// <summary>The first year; null for the first there is.</summary>
    public int? From { get; init; }

    public int? To { get; init; }

    /// <summary>Draws of the bootstrap; 0 for no intervals.</summary>
    public int Draws { get; init; }

    /// <summary>The same seed gives the same intervals.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The share of draws in an interval.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>True to place the pair among all pairs of the period; takes a sweep of each.</summary>
    public bool Percentiles { get; init; }
}

/// <summary>How alike two units were in one session or year.</summary>
public sealed record SimilarityYear
{
    /// <summary>The number of the session, or the year.</summary>
    public required int Period { get; init; }

    public required int Year { get; init; }

    /// <summary>In how many cases both are known.</summary>
    public required int Cases { get; init; }

    /// <summary>Counts; rows are the first unit's categories.</summary>
    public required CrossTable Table { get; init; }

    public required SimilarityCoefficients Coefficients { get; init; }

    /// <summary>The coefficients of the table of weights; null where cases have none.</summary>
    public SimilarityCoefficients? Weighted { get; init; }

    /// <summary>How many of the cases have no known weight and are not in <see cref="Weighted"/>.</summary>
    public int Unweighed { get; init; }

    /// <summary>By <see cref="Coefficient"/>; empty where none were asked for, null where one is not defined.</summary>
    public IReadOnlyList<ResampledInterval?> Intervals { get; init; } = [];

    /// <summary>
    /// By <see cref="Coefficient"/>, the share of other pairs that were less alike (equals counted half); empty where not asked for.
    /// </summary>
    public IReadOnlyList<double?> Percentiles { get; init; } = [];

    /// <summary>The value of a coefficient; null where it is not defined.</summary>
    public double? this[Coefficient coefficient] => Coefficients[coefficient];

    /// <summary>The interval of a coefficient; null where there is none.</summary>
    public ResampledInterval? Interval(Coefficient coefficient) => (int)coefficient < Intervals.Count ? Intervals[(int)coefficient] : null;

    /// <summary>The place among all pairs, 0 to 1; null where there is none.</summary>
    public double? Percentile(Coefficient coefficient) => (int)coefficient < Percentiles.Count ? Percentiles[(int)coefficient] : null;
}

/// <summary>Votes, alliance portfolios or a user's table, ready to be asked about any pair. Immutable; any number of threads may ask.</summary>
public sealed class SimilarityPanel
{
    private readonly ConcurrentDictionary<int, WeakReference<SimilarityBlock>> blocks = [];

    /// <summary>`votes`, `atop`, `cow` or the name of the user's file.</summary>
    public required string On { get; init; }

    /// <summary>`session`, `year`, or empty where there is one period only.</summary>
    public required string By { get; init; }

    /// <summary>What the cases are called: `votes`, `states`, `cases`.</summary>
    public required string CaseName { get; init; }

    /// <summary>What the categories are called, in their order.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>What cases are weighted by (`cinc`); null where they are not.</summary>
    public string? WeightName { get; init; }

    /// <summary>In their order.</summary>
    public required IReadOnlyList<SimilarityPeriod> Periods { get; init; }

    /// <summary>The imports that were read.</summary>
    public IReadOnlyList<StoredImport> Imports { get; init; } = [];

    /// <summary>What was left out or assumed, in words.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The units of all periods, each code once, in the order of their codes.</summary>
    public IReadOnlyList<SimilarityUnit> Units =>
        field ??= [.. Periods.SelectMany(p => p.Units).DistinctBy(u => u.Code).OrderBy(u => u.Code, StringComparer.Ordinal)];

    /// <summary>
    /// How alike two units were in each period in which both were there. A period without the two has no row: missing is never zero.
    /// </summary>
    /// <param name="first">A code of <see cref="Units"/>.</param>
    /// <param name="second">Another, or the same.</param>
    /// <param name="query">Years, intervals, percentiles.</param>
    /// <param name="cancellation">Honoured between periods and draws.</param>
    public IReadOnlyList<SimilarityYear> Of(
        string first,
        string second,
        SimilarityQuery? query = null,
        CancellationToken cancellation = default
    )
    {
        query ??= new();
        var found = new SimilarityYear?[Periods.Count];
        Parallel.For(
            0,
            Periods.Count,
            new ParallelOptions { CancellationToken = cancellation },
            p =>
            {
                var period = Periods[p];
                if (period.Year < query.From || period.Year > query.To)
                    return;
                var (one, two) = (period.IndexOf(first), period.IndexOf(second));
                if (one >= 0 && two >= 0)
                    found[p] = Row(p, one, two, query, cancellation);
            }
        );
        return [.. found.OfType<SimilarityYear>()];
    }

    /// <summary>All pairs of a period. Kept as long as there is room: those of all years are hundreds of megabytes.</summary>
    /// <param name="period">The place in <see cref="Periods"/>.</param>
    /// <param name="cancellation">Honoured between units.</param>
    public SimilarityBlock Block(int period, CancellationToken cancellation = default)
    {
        if (blocks.TryGetValue(period, out var kept) && kept.TryGetTarget(out var block))
            return block;
        block = SimilarityBlock.Of(Periods[period].Ballots, cancellation);
        blocks[period] = new(block);
        return block;
    }

    private SimilarityYear Row(int at, int one, int two, SimilarityQuery query, CancellationToken cancellation)
    {
        var period = Periods[at];
        var table = period.Ballots.Table(one, two);
        // The same stream whichever of the two comes first, and whatever else is asked.
        var (low, high) = (Math.Min(one, two), Math.Max(one, two));
        var symmetric = one <= two ? table : table.Transposed();
        return new()
        {
            Period = period.Number,
            Year = period.Year,
            Cases = (int)table.Total,
            Table = table,
            Coefficients = SimilarityCoefficients.Of(table),
            Weighted = period.Ballots.Weighted ? SimilarityCoefficients.Of(period.Ballots.WeightedTable(one, two)) : null,
            Unweighed = period.Ballots.Unweighed(one, two),
            Intervals =
                query.Draws > 0
                    ? SimilarityBootstrap.Of(
                        symmetric,
                        query.Draws,
                        query.Seed,
                        RandomStream.Task(period.Number, Key(period.Units[low]), Key(period.Units[high])),
                        query.Level,
                        cancellation
                    )
                    : [],
            Percentiles = query.Percentiles && one != two ? Places(Block(at, cancellation), one, two) : [],
        };
    }

    private static double?[] Places(SimilarityBlock block, int one, int two) =>
        [.. Enum.GetValues<Coefficient>().Select(c => block.Percentile(c, one, two))];

    /// <summary>A number for a unit that is the same in every run.</summary>
    private static int Key(SimilarityUnit unit)
    {
        var key = 17;
        foreach (var c in unit.Code)
            key = unchecked((key * 31) + c);
        return key;
    }
}
