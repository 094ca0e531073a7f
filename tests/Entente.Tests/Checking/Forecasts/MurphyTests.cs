using Entente.Checking.Forecasts;
using Entente.Numerics.Random;

namespace Entente.Tests.Checking.Forecasts;

public sealed class MurphyTests
{
    /// <summary>Exact: p = .9, .8, .3 and what came 1, 0, 0: (.01 + .64 + .09) / 3 = .246667; (−ln .9 − ln .2 − ln .7) / 3 = .690491.</summary>
    [Fact]
    public void The_exact_value_of_three_forecasts()
    {
        (double, bool)[] three = [(0.9, true), (0.8, false), (0.3, false)];
        three.Average(f => Scoring.Brier(f.Item1, f.Item2)).ShouldBe(0.246667, 5e-7);
        three.Average(f => Scoring.Logarithmic(f.Item1, f.Item2)).ShouldBe(0.690491, 5e-7);
        Murphy.Of(three)!.Brier.ShouldBe(0.246667, 5e-7);
    }

    /// <summary>Murphy 1973, J. Appl. Meteorol. 12:595, with Stephenson et al. 2008 for what bins leave over: the parts add up to the score.</summary>
    [Fact]
    public void The_parts_add_up()
    {
        var random = new RandomStream(2, 1);
        var forecasts = Enumerable.Range(0, 500).Select(_ => random.Uniform()).Select(p => (p, random.Uniform() < p * p)).ToList();
        var murphy = Murphy.Of(forecasts)!;
        murphy.Brier.ShouldBe(forecasts.Average(f => Scoring.Brier(f.p, f.Item2)), 1e-12);
        murphy.Reliability.ShouldBeGreaterThan(0.01, "said p, came p²");
        murphy.Resolution.ShouldBeGreaterThan(0);
        Math.Abs(murphy.WithinBins).ShouldBeLessThan(0.005);
    }

    [Fact]
    public void Forecasts_all_alike_in_their_bins_leave_nothing_over()
    {
        (double, bool)[] forecasts = [(0.2, false), (0.2, false), (0.2, true), (0.7, true), (0.7, true)];
        var murphy = Murphy.Of(forecasts)!;
        murphy.WithinBins.ShouldBe(0, 1e-15);
        murphy.Uncertainty.ShouldBe(0.6 * 0.4, 1e-15);
        murphy.Reliability.ShouldBe(((3 * Math.Pow(0.2 - (1 / 3.0), 2)) + (2 * 0.09)) / 5, 1e-15);
        Murphy.Of([]).ShouldBeNull();
    }

    [Theory]
    [InlineData("growth(trade(CHN, RUS), 2024) > 5%", "trade")]
    [InlineData("exports(CHN -> RUS, 2024) > 150e9 USD", "exports")]
    [InlineData("share(exports(RUS -> CHN, energy), of: exports(RUS -> CHN), 2024) > 50%", "exports")]
    [InlineData(null, "no measure")]
    public void A_topic_is_the_measure_of_the_criterion(string? criterion, string topic) =>
        ForecastTopic.Of(Made(0.5, true) with { Criterion = criterion }).ShouldBe(topic);

    [Fact]
    public void Topics_are_scored_apart_and_a_small_sample_makes_no_claim()
    {
        var few = Enumerable.Range(0, 5).Select(i => Made(0.7, i < 3) with { Topic = "energy" });
        var many = Enumerable.Range(0, 25).Select(i => Made(0.3, i < 8) with { Topic = "trade" });
        var scores = Scoreboard.Of(few.Concat(many), ScoredBy.Topic);
        scores.Select(s => (s.Speaker, s.Scored, s.Calibrates)).ShouldBe([("energy", 5, false), ("trade", 25, true)]);
        Scoreboard.Of(few.Concat(many), ScoredBy.All).ShouldHaveSingleItem().Scored.ShouldBe(30);
    }

    private static Forecast Made(double probability, bool came) =>
        new()
        {
            Id = "f-00000000",
            Quote = "q",
            Sentence = "s",
            Speaker = "A",
            Probability = probability,
            Status = came ? ForecastStatus.True : ForecastStatus.False,
        };
}
