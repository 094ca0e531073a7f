using System.Text;
using Entente.Application.Composition;
using Entente.Application.Profiles;
using Entente.Checking;
using Entente.Reports.Json;
using Entente.Web.Pairs;
using Entente.Web.Shelf;

namespace Entente.Web.Hosting;

/// <summary>
/// What the first readers would otherwise wait for, done once before they ask: a text is read, checked and shown, a claim of every kind is put to the
/// record, a profile is made. What that reads (votes, alliances, tables of trade) is kept by the engine for everybody, and what it runs is compiled;
/// the answers themselves are thrown away, so nobody's claims or pair are answered ahead of others'.
/// </summary>
internal static class Rehearsal
{
    // A pair that few will ask for: what is remembered of a pair helps only those who ask for that one.
    private const string First = "BRA";
    private const string Second = "FRA";

    /// <summary>Sentences of each kind that texts are made of.</summary>
    internal const string Text = """
        ---
        title: A rehearsal
        published: 2023-06-01
        ---

        Trade between Brazil and France reached $9.1 billion in 2022, 12 percent more than the year before. French exports to Brazil stood at $5.4 billion
        in 2022, while imports were worth $4 billion. Energy made up 10 percent of what Brazil sold to France in 2022.

        - Germany is the largest trading partner of France, ahead of every neighbour.
        - France voted for resolution ES-11/1, which was adopted with 141 votes in favour and 5 against.

        > “Brazil depends on France more than France depends on Brazil,” said a senior French official. Trade between the two will exceed $20 billion by 2040.
        """;

    /// <summary>A claim of each kind that reads something of its own.</summary>
    internal static IReadOnlyList<string> Claims { get; } =
    [
        "trade(BRA, FRA, 2022) = 9.1e9 USD",
        "growth(trade(BRA, FRA), 2022) > 5%",
        "share(trade(FRA, BRA), of: trade(FRA), 2022) = 1%",
        "rank(BRA, among: partners(FRA), by: trade, 2022) = 20",
        "vote(FRA, \"ES-11/1\") = yes",
        "if vote(FRA) = no then not passes(UNSC)",
        "dependence(BRA, on: FRA, 2022) > dependence(FRA, on: BRA, 2022)",
        "highest(alignment(BRA, FRA), at: 2022, since: 2000)",
        "loss(BRA, without: FRA) > 1%",
    ];

    /// <summary>Goes through it all. What is wrong with the record is told to the request that meets it, not here.</summary>
    /// <param name="engine">Whose memories are filled.</param>
    /// <param name="today">The day up to which the record is consulted.</param>
    /// <param name="between">Called between the parts.</param>
    /// <param name="cancellation">Honoured by each.</param>
    public static void Run(Engine engine, LocalDate today, Action between, CancellationToken cancellation)
    {
        Read(engine, today, cancellation);
        foreach (var claim in Claims)
        {
            between();
            ClaimDetails.Test(engine, claim, today, Period.OfDay(today), null, cancellation);
        }
        between();
        var wish = new ProfileWish(First, Second, ProfileWishes.UsualFrom, today.Year, today);
        if (engine.Profile(wish, cancellation).Value is { } profile)
        {
            var page = new PairPage(profile);
            _ = (page.Json, page.Charts);
        }
    }

    private static void Read(Engine engine, LocalDate today, CancellationToken cancellation)
    {
        if (engine.Read(Encoding.UTF8.GetBytes(Text), "rehearsal.md", null).Value is not { } document)
            return;
        var report = engine.Check(document, engine.Extract(document, cancellation), today, cancellation);
        var item = new ShelfItem
        {
            Id = "rehearsal",
            Origin = ShelfOrigin.Kept,
            Path = document.Path,
            Stamp = "",
        };
        _ = TextJson.Of(CheckedText.Of(item, 0, report, engine.Join(today)?.Rows(report)), report);
        _ = Http.Answers.Text(output => CheckJson.Write(output, report));
        foreach (var claim in report.Claims)
            _ = ClaimDetails.Of(engine, item.Id, report, claim, cancellation);
    }
}
