using Entente.Models;
using Entente.Models.Oil;

namespace Entente.Tests.Models.Oil;

/// <summary>Markets for oil with ranges: draws, numbers that cases share, parts of a discount.</summary>
public sealed class OilRunTests
{
    private static readonly Spread Power = new(0.1, 0.3, 0.5);

    private static OilBuyer Buyer(string code, double limit, double transport) =>
        new()
        {
            Code = code,
            Power = Power,
            Limit = Spread.Exactly(limit),
            Transport = Spread.Exactly(transport),
            Grade = Spread.Exactly(1),
            Slope = Spread.Exactly(0),
            Voyage = Spread.Exactly(1),
            Pipeline = Spread.Exactly(0),
        };

    private static OilCase Case(double cap = double.PositiveInfinity, params OilBuyer[] buyers) =>
        new()
        {
            Name = "test",
            Buyers = buyers,
            FirstCost = Spread.Exactly(10),
            LastCost = Spread.Exactly(30),
            Capacity = Spread.Exactly(4),
            WorldPrice = Spread.Exactly(80),
            Response = Spread.Exactly(4),
            Cap = cap,
            Fleet = Spread.Exactly(1),
            Extra = Spread.Exactly(3),
            Observed = [new(OilMeasure.Discount, ["A"], 20, "test")],
        };

    private static OilQuestion Question(params OilCase[] cases) =>
        new()
        {
            Name = "test",
            Seller = "S",
            Cases = cases,
            Caps = [double.PositiveInfinity, 50, 30],
            Notes = [],
            Figures = (0, 0),
        };

    private static readonly OilBuyer[] Two = [Buyer("A", 3, 5), Buyer("B", 2, 9)];

    [Fact]
    public void A_seed_gives_the_same_on_any_number_of_threads()
    {
        var question = Question(Case(50, Two));
        OilNumber Price(int threads, ulong seed) => OilRun.Answer(question, 200, seed, threads).Cases[0].AsIs.Price;
        Price(1, 3).ShouldBe(Price(4, 3));
        Price(1, 3).ShouldNotBe(Price(1, 4));
    }

    /// <summary>The power that two cases share is drawn once: what is the same in both stays the same in every draw.</summary>
    [Fact]
    public void A_number_that_cases_share_is_one_number()
    {
        var answer = OilRun.Answer(Question(Case(buyers: Two), Case(buyers: Two)), 100, 1, 2);
        answer.Cases[0].AsIs.Price.ShouldBe(answer.Cases[1].AsIs.Price);
        answer.Cases[0].Fits[0].Modelled.ShouldBe(answer.Cases[1].Fits[0].Modelled);
    }

    [Fact]
    public void Parts_of_a_discount_add_up()
    {
        var told = OilRun.Answer(Question(Case(50, Two)), 0, 1, 1).Cases[0];
        (told.Transport.Mode + told.Bargaining.Mode + told.ByCap.Mode).ShouldBe(told.AsIs.Discount.Mode, 1e-9);
        told.Transport.Mode.ShouldBeInRange(6, 10);
        told.Bargaining.Mode.ShouldBeGreaterThan(0);
        told.ByCap.Mode.ShouldBeGreaterThan(0);
        double.IsNaN(told.AsIs.Price.Low).ShouldBeTrue();
        told.Fits[0].Within.ShouldBeNull();
    }

    [Fact]
    public void Without_ranges_nothing_is_drawn()
    {
        var sure = Two.Select(b => b with { Power = Spread.Exactly(0.3) }).ToArray();
        OilRun.Answer(Question(Case(50, sure)), 100, 1, 1).Draws.ShouldBe(0);
    }

    [Fact]
    public void What_makes_no_sense_is_named()
    {
        OilCheck.Problems(Case(buyers: Two)).ShouldBeEmpty();
        First(Case()).ShouldContain("0 buyers");
        First(Case(buyers: Two) with { Capacity = Spread.Exactly(0) }).ShouldContain("capacity");
        First(Case(-1, Two)).ShouldContain("cap");
        First(Case(buyers: [Two[0] with { Power = new(0, 0.5, 1) }])).ShouldContain("power of A");
        First(Case(buyers: [Two[1]])).ShouldContain("'A'");

        static string First(OilCase market) => OilCheck.Problems(market).First().Found;
    }
}
