using Entente.Models;
using Entente.Models.Equilibrium;
using Entente.Numerics.Equilibrium;
using Entente.Tests.Numerics.Equilibrium;

namespace Entente.Tests.Models.Equilibrium;

/// <summary>Transfers of a coalition: who pays, who gets, in what proportion, and that nothing is lost on the way.</summary>
public sealed class TransferTests
{
    private static readonly string[] Codes = ["AAA", "BBB", "CCC", "DDD"];

    private static ScenarioAnswer Answer(DeficitTreatment deficits, params (string[] From, string[] To, double Share)[] transfers)
    {
        var world = new TradeWorld
        {
            Name = "test",
            Unit = "US$",
            Regions = [.. Codes.Select(c => new TradeRegion(c, c))],
            Sectors = [new("goods", "Goods", new(5, 5, 5)), new("more", "More", new(4, 4, 4)), new("home", "Home", new(5, 5, 5))],
            Accounts = GeneratedWorld.Accounts(4, 3, 7),
            Notes = [],
        };
        var scenario = new TradeScenario
        {
            Name = "test",
            Deficits = deficits,
            Elasticities = [],
            Shocks =
            [
                .. transfers.Select(t => new TradeShock
                {
                    Kind = ShockKind.Transfer,
                    From = t.From,
                    To = t.To,
                    Size = Spread.Exactly(t.Share),
                    Source = "test",
                }),
            ],
            Report = [],
        };
        return ScenarioRun.Answer(world, scenario, 0, 1, 1);
    }

    private static double[] Balances((double[] Before, double[] After) flows, bool after)
    {
        var (n, pairs) = (Codes.Length, after ? flows.After : flows.Before);
        return
        [
            .. Enumerable
                .Range(0, n)
                .Select(m => Enumerable.Range(0, n).Sum(i => pairs[(m * n) + i]) - Enumerable.Range(0, n).Sum(j => pairs[(j * n) + m])),
        ];
    }

    // The base as it clears.
    private static double[] Size()
    {
        var from = GeneratedWorld.Accounts(4, 3, 7).ToBase() with { Elasticities = [5, 4, 5] };
        return new MultiSectorSolver(from).Solve(MultiSectorShock.None).Equilibrium!.AsBase().ValueAdded;
    }

    /// <summary>What is given is imported more by takers, by their size, and exported more by givers: Walras' law for a transfer.</summary>
    [Theory]
    [InlineData(DeficitTreatment.Held)]
    [InlineData(DeficitTreatment.Zeroed)]
    public void What_is_paid_arrives_and_is_split_by_size(DeficitTreatment deficits)
    {
        var answer = Answer(deficits, (["AAA", "BBB"], ["CCC", "DDD"], 0.03));
        answer.Certificate.Walras.ShouldBeLessThan(1e-8);
        var (before, after) = (Balances(answer.Flows!.Value, false), Balances(answer.Flows.Value, true));
        double[] change = [.. after.Zip(before, (a, b) => a - b)];
        change.Sum().ShouldBe(0, 1e-6);
        change[0].ShouldBeLessThan(0);
        change[1].ShouldBeLessThan(0);
        // A giver pays three hundredths of its value added each: who is larger pays more; takers get by theirs.
        var size = Size();
        if (deficits == DeficitTreatment.Held)
        {
            change[0].ShouldBe(-0.03 * size[0], 1e-6 * size[0]);
            change[1].ShouldBe(-0.03 * size[1], 1e-6 * size[1]);
            (change[2] / change[3]).ShouldBe(size[2] / size[3], 1e-6);
        }
        var income = answer.Central![(int)RegionOutcome.RealIncome];
        income.Take(2).ShouldAllBe(i => i < -0.01);
        income.Skip(2).ShouldAllBe(i => i > 0.005);
    }

    [Fact]
    public void Nothing_given_changes_nothing_and_what_comes_back_undoes_it()
    {
        Answer(DeficitTreatment.Held, (["AAA"], ["CCC"], 0)).Central![0].ShouldAllBe(i => Math.Abs(i) < 1e-8);
        var size = Size();
        Answer(DeficitTreatment.Held, (["AAA"], ["CCC"], 0.02), (["CCC"], ["AAA"], 0.02 * size[0] / size[2]))
            .Central![0]
            .ShouldAllBe(i => Math.Abs(i) < 1e-8);
    }
}
