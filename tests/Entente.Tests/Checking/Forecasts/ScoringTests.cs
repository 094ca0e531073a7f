using Entente.Checking.Forecasts;

namespace Entente.Tests.Checking.Forecasts;

/// <summary>The scoring rules, on published values where there are any.</summary>
public sealed class ScoringTests
{
    /// <summary>
    /// Brier (1950), table 1: ten occasions of rain forecast with 0.7, 0.9, 0.8, 0.4, 0.2, 0, 0, 0, 0 and 0.1, rain on the second, third and
    /// fourth; P = 0.19 over both classes, which is twice the score of the event.
    /// </summary>
    [Fact]
    public void Briers_own_ten_days_of_rain()
    {
        double[] forecasts = [0.7, 0.9, 0.8, 0.4, 0.2, 0, 0, 0, 0, 0.1];
        bool[] rain = [false, true, true, true, false, false, false, false, false, false];
        (2 * forecasts.Zip(rain, Scoring.Brier).Average()).ShouldBe(0.19, 0.005);
    }

    [Theory]
    [InlineData(0.5, true, 0.6931471805599453)]
    [InlineData(0.5, false, 0.6931471805599453)]
    [InlineData(1, true, 0)]
    [InlineData(0.25, false, 0.2876820724517809)]
    public void The_logarithmic_score_is_minus_the_logarithm_of_what_was_given_to_what_came(double p, bool happened, double score) =>
        Scoring.Logarithmic(p, happened).ShouldBe(score, 1e-12);

    [Fact]
    public void What_came_though_it_was_held_impossible_costs_everything() =>
        Scoring.Logarithmic(0, true).ShouldBe(double.PositiveInfinity);

    [Theory]
    [InlineData(4, 6, 0.2, 5, 2)]
    [InlineData(4, 6, 0.2, 3, 12)]
    [InlineData(4, 6, 0.2, 6.5, 7)]
    [InlineData(4, 6, 0.05, 7, 42)]
    public void The_interval_score_is_the_width_and_two_over_alpha_of_the_miss(
        double low,
        double high,
        double alpha,
        double x,
        double score
    ) => Scoring.Interval(low, high, alpha, x).ShouldBe(score, 1e-12);

    /// <summary>A rule is proper when nobody does better by saying another probability than they hold (Gneiting and Raftery 2007, section 2).</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.37)]
    [InlineData(0.8)]
    public void Saying_what_one_holds_is_best(double held)
    {
        double Expected(Func<double, bool, double> rule, double said) => (held * rule(said, true)) + ((1 - held) * rule(said, false));
        for (var said = 0.01; said < 1; said += 0.01)
        {
            Expected(Scoring.Brier, said).ShouldBeGreaterThanOrEqualTo(Expected(Scoring.Brier, held) - 1e-12);
            Expected(Scoring.Logarithmic, said).ShouldBeGreaterThanOrEqualTo(Expected(Scoring.Logarithmic, held) - 1e-12);
        }
    }

    [Fact]
    public void What_is_no_probability_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Scoring.Brier(1.1, true));
        Should.Throw<ArgumentOutOfRangeException>(() => Scoring.Logarithmic(-0.1, true));
        Should.Throw<ArgumentOutOfRangeException>(() => Scoring.Interval(1, 2, 0, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => Scoring.Interval(2, 1, 0.1, 1));
    }

    [Fact]
    public void A_speaker_is_scored_by_what_was_decided_and_said_with_a_probability()
    {
        var scores = Scoreboard.Of([
            Said("A", ForecastStatus.True, 0.8),
            Said("A", ForecastStatus.False, 0.8),
            Said("A", ForecastStatus.True, null),
            Said("A", ForecastStatus.Void, 0.9),
            Said("A", ForecastStatus.Open, 0.9),
            Said("A", ForecastStatus.True, null) with
            {
                IsTarget = true,
            },
            Said("B", ForecastStatus.Unresolvable, null),
            Said("A", ForecastStatus.True, 0.8) with
            {
                Criterion = "growth(gdp(CHN), 2025) within [4%, 5%]",
                Observed = 0.055,
                ObservedUnit = "share",
            },
        ]);
        scores.Select(s => s.Speaker).ShouldBe(["A", "B"]);
        var a = scores[0];
        (a.Resolved, a.CameTrue, a.Scored, a.Open, a.Void).ShouldBe((4, 3, 3, 1, 1));
        (a.TargetsDecided, a.TargetsMet).ShouldBe((1, 1));
        a.Brier!.Value.ShouldBe((0.04 + 0.64 + 0.04) / 3, 1e-12);
        var bin = a.Calibration.ShouldHaveSingleItem();
        (bin.Low, bin.High, bin.Forecasts).ShouldBe((0.8, 0.9, 3));
        bin.CameTrue.ShouldBe(2 / 3.0, 1e-12);
        // 0.01 wide, missed by 0.005 at 1 − α = 0.8.
        a.Intervals.ShouldHaveSingleItem().Mean.ShouldBe(0.01 + (2 / 0.2 * 0.005), 1e-12);
        (scores[1].HitRate, scores[1].Brier, scores[1].Unresolvable).ShouldBe((null, null, 1));
    }

    private static Forecast Said(string speaker, ForecastStatus status, double? probability) =>
        new()
        {
            Id = "f-1",
            Quote = "q",
            Sentence = "q",
            Speaker = speaker,
            Status = status,
            Probability = probability,
        };
}
