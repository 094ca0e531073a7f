using System.Collections.Concurrent;
using System.Globalization;
using Entente.Actors.Identity;
using Entente.Models;
using Entente.Models.Equilibrium;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Sources.Scenarios;

/// <summary>The loss of a pair on one base.</summary>
public sealed record LossReading
{
    public required TradeWorld World { get; init; }

    /// <summary>The base's year.</summary>
    public required int Year { get; init; }

    /// <summary>`regions` for the shipped base, `wiod` for an imported table.</summary>
    public required string Base { get; init; }

    /// <summary>Where the base is: its file, or its import.</summary>
    public required string Place { get; init; }

    public required PairLoss Loss { get; init; }
}

/// <summary>A base that gives no loss for the pair, why, and what would.</summary>
public sealed record LossGap(string Why, string? Remedy);

/// <summary>
/// What each of a pair would lose without the other, on every base there is: the small one that ships, and the latest World Input-Output Table in the
/// store. A base that a party is not in, that is later than what may be known, or whose search does not converge gives a reason in place of numbers.
/// </summary>
/// <param name="shipped">The file of the base that ships.</param>
/// <param name="open">The store of imports; null where there is none.</param>
/// <param name="states">Who the states of an imported base are.</param>
/// <param name="within">Which of some codes is a group that a code belonged to in a year; null for none.</param>
public sealed class PairLosses(
    string shipped,
    Func<IRecordStore?> open,
    Func<StateCodes> states,
    Func<string, IEnumerable<string>, int, string?> within
)
{
    public const ulong Seed = 1;

    /// <summary>Of the shipped base, whose solving takes a fraction of a millisecond.</summary>
    private const int Draws = 400;

    /// <summary>Of a World Input-Output Table: one elasticity is drawn, and each draw costs two searches on 41 × 35 markets.</summary>
    private const int WiodDraws = 40;

    private const string WiodRemedy = "entente record import wiod FILE";

    /// <summary>The table gives no elasticities.</summary>
    private static readonly SectorElasticity[] Assumed =
    [
        new([], new Spread(3, 5, 8), "assumed: one elasticity for all industries, about the median of Head and Mayer (2014)"),
    ];

    /// <summary>Pairs whose losses are kept: a table of inputs and outputs takes a second or more of searching for each.</summary>
    private const int Kept = 256;

    /// <summary>The table that was read last: reading and settling one takes longer than searching it for a pair.</summary>
    private TradeWorld? wiod;
    private readonly Lock reading = new();

    private readonly ConcurrentDictionary<
        (string First, string Second, int Latest),
        (IReadOnlyList<LossReading> Readings, IReadOnlyList<LossGap> Gaps)
    > held = new();

    /// <summary>By base: whoever may know of other years mostly stands on the same one.</summary>
    private readonly ConcurrentDictionary<
        (string First, string Second, string Base, int Year),
        (LossReading? Reading, LossGap? Gap)
    > onBase = new();

    /// <param name="first">A party's code.</param>
    /// <param name="second">Another's.</param>
    /// <param name="latest">The last year that a base may be of.</param>
    /// <param name="cancellation">Honoured within each search.</param>
    public (IReadOnlyList<LossReading> Readings, IReadOnlyList<LossGap> Gaps) Of(
        string first,
        string second,
        int latest,
        CancellationToken cancellation
    )
    {
        if (held.TryGetValue((first, second, latest), out var known))
            return known;
        var losses = Searched(first, second, latest, cancellation);
        if (held.Count >= Kept)
            held.Clear();
        held[(first, second, latest)] = losses;
        return losses;
    }

    private (IReadOnlyList<LossReading> Readings, IReadOnlyList<LossGap> Gaps) Searched(
        string first,
        string second,
        int latest,
        CancellationToken cancellation
    )
    {
        var (readings, gaps) = (new List<LossReading>(), new List<LossGap>());
        using var store = open();
        foreach (var outcome in new[] { Shipped(first, second, latest, cancellation), Wiod(store, first, second, latest, cancellation) })
            if (outcome.Reading is { } reading)
                readings.Add(reading);
            else if (outcome.Gap is { } gap)
                gaps.Add(gap);
        return (readings, gaps);
    }

    private (LossReading? Reading, LossGap? Gap) Shipped(string first, string second, int latest, CancellationToken cancellation)
    {
        TradeWorld world;
        try
        {
            world = RegionalBase.Read(shipped);
        }
        catch (DataFileException e)
        {
            return (null, new($"the base that ships cannot be used ({e.Message})", null));
        }
        return Year(world, "the base that ships", latest) is { } gap
            ? (null, gap)
            : Read(world, world.Year!.Value, "regions", Path.GetFileName(shipped), first, second, [], Draws, cancellation);
    }

    private (LossReading? Reading, LossGap? Gap) Wiod(
        IRecordStore? store,
        string first,
        string second,
        int latest,
        CancellationToken cancellation
    )
    {
        if (store is null || InputOutputBase.LatestYear("wiod", store, latest, cancellation) is not { } year)
            return (null, new($"no World Input-Output Table of {Text(latest)} or before has been imported", WiodRemedy));
        TradeWorld world;
        try
        {
            // Who asks while it is read waits for it.
            lock (reading)
                world =
                    wiod is { Year: { } held } last && held == year
                        ? last
                        : wiod = InputOutputBase.Read(
                            "wiod",
                            store,
                            states(),
                            year,
                            s => new DataFileException("wiod", 0, "", s, "a year that was imported"),
                            cancellation
                        );
        }
        catch (DataFileException e)
        {
            return (null, new($"the imported World Input-Output Table cannot be used ({e.Message})", WiodRemedy));
        }
        return Read(world, year, "wiod", $"imported wiod, {Text(year)}", first, second, Assumed, WiodDraws, cancellation);
    }

    private static LossGap? Year(TradeWorld world, string name, int latest) =>
        world.Year is not { } year ? new($"{name} names no year", null)
        : year > latest ? new($"{name} is of {Text(year)}", null)
        : null;

    private (LossReading? Reading, LossGap? Gap) Read(
        TradeWorld world,
        int year,
        string kind,
        string place,
        string first,
        string second,
        SectorElasticity[] elasticities,
        int draws,
        CancellationToken cancellation
    )
    {
        if (onBase.TryGetValue((first, second, kind, year), out var known))
            return known;
        var found = Search(world, year, kind, place, first, second, elasticities, draws, cancellation);
        if (onBase.Count >= Kept)
            onBase.Clear();
        return onBase[(first, second, kind, year)] = found;
    }

    private (LossReading? Reading, LossGap? Gap) Search(
        TradeWorld world,
        int year,
        string kind,
        string place,
        string first,
        string second,
        SectorElasticity[] elasticities,
        int draws,
        CancellationToken cancellation
    )
    {
        if (WorldCheck.Problems(world).FirstOrDefault() is { } problem)
            return (null, new($"{world.Name}: {problem.Cell}: {problem.Found}", null));
        var loss = EndOfTrade.Of(world, first, second, elasticities, draws, Seed, Environment.ProcessorCount, cancellation);
        return loss.Absence == LossAbsence.None
            ? (
                new()
                {
                    World = world,
                    Year = year,
                    Base = kind,
                    Place = place,
                    Loss = loss,
                },
                null
            )
            : (null, Why(world, loss));
    }

    private LossGap Why(TradeWorld world, PairLoss loss) =>
        loss.Absence switch
        {
            LossAbsence.NoRegion when within(loss.Where, world.Regions.Select(r => r.Code), world.Year ?? 0) is { } group => new(
                $"{world.Name} has {loss.Where} only as a part of {group}",
                null
            ),
            LossAbsence.NoRegion => new($"{world.Name} has {loss.Where} only within the rest of the world", null),
            LossAbsence.EmptiedMarket => new($"{world.Name}: without the other nobody would sell {loss.Where}", null),
            _ => new($"{world.Name}: the search for the equilibrium did not converge, so that there are no numbers", null),
        };

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
