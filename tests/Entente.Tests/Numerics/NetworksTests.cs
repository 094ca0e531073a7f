using Entente.Numerics.Networks;

namespace Entente.Tests.Numerics;

/// <summary>Communities and balance of networks against published ones.</summary>
public sealed class NetworksTests
{
    /// <summary>Zachary (1977), An Information Flow Model for Conflict and Fission in Small Groups, J. Anthropological Research 33: 452-473.</summary>
    private const string KarateClub =
        "0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 1-7 1-13 1-17 1-19 1-21 1-30 2-3 2-7 2-8 2-9 2-13 2-27 "
        + "2-28 2-32 3-7 3-12 3-13 4-6 4-10 5-6 5-10 5-16 6-16 8-30 8-32 8-33 9-33 13-33 14-32 14-33 15-32 15-33 18-32 18-33 19-33 20-32 20-33 "
        + "22-32 22-33 23-25 23-27 23-29 23-32 23-33 24-25 24-27 24-31 25-31 26-29 26-33 27-33 28-31 28-33 29-32 29-33 30-32 30-33 31-32 31-33 32-33";

    /// <summary>
    /// Sixteen tribes, friends and foes, the upper half of the matrix row by row: Read (1954), Cultures of the Central Highlands, New Guinea,
    /// Southwestern Journal of Anthropology 10: 1-43.
    /// </summary>
    private static readonly string[] HighlandTribes =
    [
        "+----.....-..++",
        "-.--..--....++",
        "+.+++........",
        "...+........",
        ".+.+....+--",
        "++-.++-..-",
        "+..+++...",
        "..++.-..",
        "+-.+.-.",
        "-.+.-.",
        "+-.--",
        ".---",
        "+--",
        ".-",
        "+",
    ];

    /// <summary>0.41979 with four communities is the proven maximum: Aloise and others (2010), Physical Review E 82: 046112.</summary>
    [Fact]
    public void The_karate_club_has_four_communities()
    {
        var weights = new double[34, 34];
        var edges = KarateClub.Split(' ');
        edges.Length.ShouldBe(78);
        foreach (var edge in edges)
        {
            var ends = edge.Split('-').Select(int.Parse).ToArray();
            weights[ends[0], ends[1]] = weights[ends[1], ends[0]] = 1;
        }
        var found = CommunitySearch.Find(weights);
        Math.Round(found.Quality, 5).ShouldBe(0.41979);
        found.Count.ShouldBe(4);
        CommunitySearch.Modularity(weights, found.Of).ShouldBe(found.Quality, 1e-12);
        // The same seed, the same division; another seed, the same maximum.
        CommunitySearch.Find(weights).Of.ShouldBe(found.Of);
        CommunitySearch.Find(weights, seed: 7).Quality.ShouldBe(found.Quality, 1e-12);
    }

    /// <summary>No division of a small network is better: all of them are tried, with negative ties too.</summary>
    [Fact]
    public void Small_networks_are_divided_as_well_as_can_be()
    {
        var random = new Random(10);
        for (var n = 0; n < 15; n++)
        {
            var weights = new double[7, 7];
            for (var i = 0; i < 7; i++)
            for (var j = 0; j < i; j++)
                weights[i, j] = weights[j, i] = random.Next(3) == 0 ? 0 : Math.Round((random.NextDouble() * 2) - (n % 2 == 0 ? 0 : 0.8), 2);
            var best = Divisions(7).Max(d => CommunitySearch.Modularity(weights, d));
            CommunitySearch.Find(weights).Quality.ShouldBe(best, 1e-9);
        }
    }

    [Fact]
    public void Relabelling_vertices_relabels_communities()
    {
        var weights = new double[6, 6];
        foreach (var (i, j) in new[] { (0, 2), (0, 4), (2, 4), (1, 3), (1, 5), (3, 5), (4, 5) })
            weights[i, j] = weights[j, i] = 1;
        CommunitySearch.Find(weights).Of.ShouldBe([0, 1, 0, 1, 0, 1]);
        Should.Throw<ArgumentException>(() =>
            CommunitySearch.Find(
                new double[,]
                {
                    { 0, 1 },
                    { 2, 0 },
                }
            )
        );
        CommunitySearch.Find(new double[3, 3]).Quality.ShouldBe(0);
    }

    /// <summary>
    /// 29 friendships and 29 enmities; 59 of 68 triads balanced (0.8676471), frustration 7 and level 0.7586207: Aref and Wilson (2018), Measuring
    /// Partial Balance in Signed Networks, J. Complex Networks 6(4): 566-595, and the documentation of signnet (Schoch).
    /// </summary>
    [Fact]
    public void The_tribes_of_the_highlands_are_seven_ties_from_two_camps()
    {
        var measures = SignedBalance.Of(Parse(HighlandTribes));
        measures.Ties.ShouldBe(58);
        Math.Round(measures.BalancedTriads!.Value, 7).ShouldBe(0.8676471);
        measures.Frustration.ShouldBe(7);
        Math.Round(measures.Level!.Value, 7).ShouldBe(0.7586207);
        // The camps are those that leave seven ties frustrated.
        var signs = Parse(HighlandTribes);
        Enumerable
            .Range(0, 16)
            .Sum(i => Enumerable.Range(0, i).Count(j => signs[i, j] != 0 && signs[i, j] > 0 != (measures.Camps[i] == measures.Camps[j])))
            .ShouldBe(7);
    }

    [Fact]
    public void Two_camps_are_balanced_and_three_foes_only_weakly()
    {
        var camps = new int[8, 8];
        for (var i = 0; i < 8; i++)
        for (var j = 0; j < 8; j++)
            camps[i, j] =
                i == j ? 0
                : (i < 3) == (j < 3) ? 1
                : -1;
        var balanced = SignedBalance.Of(camps);
        (balanced.Frustration, balanced.Level, balanced.BalancedTriads).ShouldBe((0, 1.0, 1.0));
        balanced.Camps.ShouldBe([false, false, false, true, true, true, true, true]);
        var foes = SignedBalance.Of(
            new[,]
            {
                { 0, -1, -1 },
                { -1, 0, -1 },
                { -1, -1, 0 },
            }
        );
        (foes.BalancedTriads, foes.WeaklyBalancedTriads, foes.Frustration).ShouldBe((0.0, 1.0, 1));
        SignedBalance.Of(new int[2, 2]).BalancedTriads.ShouldBeNull();
        SignedBalance.Of(new int[40, 40]).Frustration.ShouldBeNull();
    }

    private static int[,] Parse(string[] rows)
    {
        var n = rows.Length + 1;
        var signs = new int[n, n];
        for (var i = 0; i < rows.Length; i++)
        for (var k = 0; k < rows[i].Length; k++)
            signs[i, i + 1 + k] = signs[i + 1 + k, i] = rows[i][k] switch
            {
                '+' => 1,
                '-' => -1,
                _ => 0,
            };
        return signs;
    }

    private static IEnumerable<int[]> Divisions(int n)
    {
        var division = new int[n];
        IEnumerable<int[]> From(int vertex, int used)
        {
            if (vertex == n)
            {
                yield return [.. division];
                yield break;
            }
            for (var c = 0; c <= used; c++)
            {
                division[vertex] = c;
                foreach (var rest in From(vertex + 1, Math.Max(used, c + 1)))
                    yield return rest;
            }
        }
        return From(0, 0);
    }
}
