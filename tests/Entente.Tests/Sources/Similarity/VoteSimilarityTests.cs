using Entente.Numerics.Similarity;
using Entente.Sources.Similarity;
using Entente.Sources.Store;

namespace Entente.Tests.Sources.Similarity;

/// <summary>Votes in the General Assembly: which count, who is missing, and what was published of them.</summary>
public sealed class VoteSimilarityTests : IDisposable
{
    private const string Calls =
        "rcid,session,importantvote,date,unres,amend,para,short,descr\n"
        + "1,46,0,1991-10-01,R/1,0,0,a,a\n"
        // All alike: nobody learns anything from it.
        + "2,46,1,1991-10-02,R/2,0,0,b,b\n"
        + "3,46,1,1991-12-01,R/3,1,0,c,c\n"
        + "4,46,,1992-01-05,R/4,,,d,d\n"
        + "5,47,0,1992-10-01,R/5,0,1,e,e\n"
        + "6,47,0,1992-10-02,R/6,0,0,f,f\n";

    private const string Cast =
        "rcid,country,country_code,vote\n"
        + "1,Russia,RU,yes\n1,China,CN,abstain\n1,United States,US,no\n"
        + "2,Russia,RU,yes\n2,China,CN,yes\n2,United States,US,yes\n"
        + "3,Russia,RU,yes\n3,China,CN,no\n3,United States,US,no\n"
        // China is away.
        + "4,Russia,RU,no\n4,United States,US,yes\n"
        + "5,Russia,RU,no\n5,China,CN,no\n5,United States,US,yes\n"
        + "6,Namibia,NA,no\n6,United States,US,yes\n6,China,CN,no\n";

    private const string Matters = "rcid,short_name,issue\n1,me,Palestinian conflict\n3,hr,Human rights\n6,me,Palestinian conflict\n";

    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    private SimilarityPanel Open(VoteOptions? options = null)
    {
        if (bench.Store.Imports().Count == 0)
            bench.Import("unga-votes", bench.File(Calls), bench.File(Cast), bench.File(Matters));
        return VoteSimilarity.Open(bench.Store, ImportBench.States, options);
    }

    /// <summary>Profiles and claims that may know only of some years share one panel of all: years do not depend on each other.</summary>
    [Fact]
    public void A_panel_of_all_years_tells_of_fewer_what_a_panel_of_fewer_does()
    {
        var fewer = Open(new VoteOptions { BySession = false, To = 1991 }).Of("RUS", "CHN");
        var memory = new PanelMemory();
        var panel = memory.Votes(bench.Store, ImportBench.States, CancellationToken.None);
        var cut = panel.Of("RUS", "CHN", new SimilarityQuery { To = 1991 });
        cut.Select(y => (y.Year, y.Cases, y[Coefficient.KappaLinear]))
            .ShouldBe(fewer.Select(y => (y.Year, y.Cases, y[Coefficient.KappaLinear])));
        panel.Of("RUS", "CHN").Count.ShouldBeGreaterThan(cut.Count);
        memory.Votes(bench.Store, ImportBench.States, CancellationToken.None).ShouldBeSameAs(panel);
        var network = memory.Network(bench.Store, ImportBench.States, 1991, CancellationToken.None).ShouldNotBeNull();
        memory.Network(bench.Store, ImportBench.States, 1991, CancellationToken.None).ShouldBeSameAs(network);
        memory.Network(bench.Store, ImportBench.States, 1950, CancellationToken.None).ShouldBeNull();
    }

    [Fact]
    public void A_pair_by_session()
    {
        var panel = Open();
        var years = panel.Of("RUS", "CHN");
        years.Select(y => (y.Period, y.Year, y.Cases)).ShouldBe([(46, 1991, 2), (47, 1992, 1)]);
        // Half a step and a whole one; the unanimous vote is not there, nor the one China missed.
        years[0].Coefficients[Coefficient.Agreement].ShouldBe(0.25);
        years[0].Table[0, 1].ShouldBe(1);
        years[0].Table[0, 2].ShouldBe(1);
        panel.Of("CHN", "RUS")[0].Table[1, 0].ShouldBe(1, "directed tables transpose");
        panel.Of("CHN", "NAM").Select(y => (y.Period, y.Cases)).ShouldBe([(47, 1)], "a session without the two has no row");
        panel.Of("RUS", "NAM").Single().Coefficients.Why(Coefficient.Agreement).ShouldBe(Undefined.NoCases);
        panel.Notes.ShouldContain("unanimous roll calls dropped: 1");
        panel.Units.Select(u => u.Code).ShouldBe(["CHN", "NAM", "RUS", "USA"]);
    }

    [Fact]
    public void A_pair_by_year_and_within_years()
    {
        Open(new() { BySession = false }).Of("RUS", "USA").Select(y => (y.Year, y.Cases)).ShouldBe([(1991, 2), (1992, 2)]);
        Open(new() { From = 1992 }).Of("RUS", "USA").Select(y => y.Period).ShouldBe([47]);
        Open().Of("RUS", "USA", new() { To = 1991 }).Select(y => y.Period).ShouldBe([46]);
    }

    [Fact]
    public void Which_votes_count_can_be_chosen()
    {
        Open(new() { Issues = ["ME"] }).Of("CHN", "USA").Select(y => (y.Period, y.Cases)).ShouldBe([(46, 1), (47, 1)]);
        Open(new() { Issues = ["me", "hr"] }).Of("CHN", "USA").Sum(y => y.Cases).ShouldBe(3);
        var important = Open(new() { Important = true });
        important.Of("RUS", "USA").Select(y => (y.Period, y.Cases)).ShouldBe([(46, 1)]);
        important.Notes.ShouldContain("roll calls left out, not coded whether they were important: 1");
        var final = Open(new() { FinalPassage = true });
        final.Of("RUS", "USA").Select(y => (y.Period, y.Cases)).ShouldBe([(46, 2)]);
        final.Notes.ShouldContain("roll calls kept, not coded whether on an amendment or a paragraph: 1");
        Open(new() { KeepUnanimous = true }).Of("RUS", "USA")[0].Cases.ShouldBe(4);
    }

    /// <summary>Agreement, and all else, is the same whatever unanimous votes there were beside.</summary>
    [Fact]
    public void Unanimous_votes_change_nothing()
    {
        var without = Open().Of("RUS", "CHN")[0];
        using var other = new ImportBench();
        var more = string.Concat(Enumerable.Range(10, 40).Select(i => $"{i},46,0,1991-11-01,R/{i},0,0,u,u\n"));
        var votes = string.Concat(Enumerable.Range(10, 40).Select(i => $"{i},Russia,RU,yes\n{i},China,CN,yes\n"));
        other.Import("unga-votes", other.File(Calls + more), other.File(Cast + votes));
        var with = VoteSimilarity.Open(other.Store, ImportBench.States).Of("RUS", "CHN")[0];
        with.Cases.ShouldBe(without.Cases);
        foreach (var c in Enum.GetValues<Coefficient>())
            with[c].ShouldBe(without[c]);
    }

    [Fact]
    public void Intervals_belong_to_the_pair_and_not_to_who_is_named_first()
    {
        var panel = Open();
        var query = new SimilarityQuery { Draws = 50, Seed = 9 };
        var (one, two) = (panel.Of("RUS", "USA", query), panel.Of("USA", "RUS", query));
        one[0].Intervals.ShouldBe(two[0].Intervals);
        one[0].Interval(Coefficient.Agreement).ShouldNotBeNull();
        panel.Of("RUS", "USA", query with { From = 1992 })[0].Intervals.ShouldBe(one[1].Intervals, "nor to what else is asked");
        panel.Of("RUS", "USA")[0].Interval(Coefficient.Agreement).ShouldBeNull();
    }

    [Fact]
    public void A_pair_has_a_place_among_all()
    {
        var years = Open().Of("CHN", "USA", new() { Percentiles = true });
        // 46: CHN–USA .75 over .25 (RUS–CHN) and 0 (RUS–USA).
        years[0].Percentile(Coefficient.Agreement).ShouldBe(1);
        Open().Of("RUS", "RUS", new() { Percentiles = true })[0].Percentiles.ShouldBeEmpty();
    }

    [Fact]
    public void Without_votes_it_says_what_to_import() =>
        Should
            .Throw<StoreException>(() => VoteSimilarity.Open(bench.Store, ImportBench.States))
            .Message.ShouldContain("record import unga-votes FILE");

    private SimilarityPanel Public()
    {
        bench.Import(
            "unga-votes",
            ImportBench.Public("unga", "votes.csv.gz"),
            ImportBench.Public("unga", "roll_calls.csv.gz"),
            ImportBench.Public("unga", "issues.csv.gz")
        );
        return VoteSimilarity.Open(bench.Store, ImportBench.States);
    }

    /// <summary>
    /// Recomputed from the released votes (Voeten, Strezhnev and Bailey, doi:10.7910/DVN/LEJUQZ, in the layout of the R package unvotes) by
    /// the definitions of Häge (2011) and of Benati and Capurri (2026), session by session.
    /// </summary>
    [SkippableFact]
    public void The_published_votes()
    {
        var panel = Public();
        void Is(string one, string two, int session, int? n, params (Coefficient Coefficient, double Value, double Tolerance)[] expected)
        {
            var year = panel.Of(one, two).Single(y => y.Period == session);
            if (n is { } cases)
                year.Cases.ShouldBe(cases);
            foreach (var (c, value, tolerance) in expected)
                year[c]!.Value.ShouldBe(value, tolerance, $"{one}–{two}, session {session}: {c}");
        }
        Is(
            "RUS",
            "CHN",
            73,
            93,
            (Coefficient.Agreement, .86559, 5e-6),
            (Coefficient.SAbsolute, .73118, 5e-6),
            (Coefficient.KappaLinear, .583408, 5e-7),
            (Coefficient.KappaQuadratic, .637971, 5e-7),
            (Coefficient.PiNominal, .513280, 5e-7),
            (Coefficient.AAbsolute, .376460, 5e-7)
        );
        Is(
            "USA",
            "CHN",
            73,
            93,
            (Coefficient.Agreement, .21505, 5e-6),
            (Coefficient.SAbsolute, -.56989, 5e-6),
            (Coefficient.KappaLinear, -.192727, 5e-7),
            (Coefficient.KappaQuadratic, -.207220, 5e-7),
            (Coefficient.PiNominal, -.505924, 5e-7),
            (Coefficient.AAbsolute, -.253671, 5e-7)
        );
        Is("RUS", "CHN", 46, null, (Coefficient.Agreement, .76119, 5e-6), (Coefficient.KappaLinear, -.073073, 5e-7));
        panel.Of("RUS", "CHN").Single(y => y.Period == 46).Coefficients.FlipsByChance.ShouldBeTrue();
        Agreement_of_the_release(panel);
        Threads(panel);
    }

    /// <summary>Agreement as a later release prints it, by year: the same but for votes added or coded anew since.</summary>
    private static void Agreement_of_the_release(SimilarityPanel panel)
    {
        var path = ImportBench.Public("unga", "agreement_subset_2024-06.csv.gz");
        using var reader = new StreamReader(
            new System.IO.Compression.GZipStream(File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress)
        );
        var gaps = new List<double>();
        while (reader.ReadLine() is { } line)
            if (line.Contains("\"('Australia', 'United States of America')\"", StringComparison.Ordinal))
            {
                var year = (int)
                    double.Parse(line[..line.IndexOf(',', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
                var printed = double.Parse(line.Split("\",")[1].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);
                if (panel.Of("AUS", "USA", new() { From = year, To = year }) is [var own])
                    gaps.Add(Math.Abs(own[Coefficient.Agreement]!.Value - printed));
            }
        gaps.Count.ShouldBeGreaterThan(60);
        gaps.Sort();
        gaps[gaps.Count / 2].ShouldBeLessThan(0.03);
    }

    private static void Threads(SimilarityPanel panel)
    {
        Ballots[] periods = [.. panel.Periods.Take(30).Select(p => p.Ballots)];
        var (one, many) = (SimilaritySweep.All(periods, 1), SimilaritySweep.All(periods, 4));
        for (var p = 0; p < periods.Length; p++)
        for (var pair = 0; pair < one[p].Pairs; pair++)
            many[p].Values(pair).SequenceEqual(one[p].Values(pair)).ShouldBeTrue();
    }
}
