using Entente.Models.Backtests;
using Entente.Numerics.IdealPoints;
using Entente.Numerics.Random;

namespace Entente.Tests.Models.Backtests;

public sealed class BacktestTests
{
    /// <summary>Known from the record: of Russia's 22 vetoes from 2014 to July 2022 China joined nine, and none of the three on Ukraine.</summary>
    [Fact]
    public void The_known_hard_case_is_in_the_record()
    {
        var vetoes = VetoBacktest.Of(Installation.Engine.Record().Events, "CHN", "RUS", 2014)!;
        var until = vetoes.Cases.Where(c => string.CompareOrdinal(c.Date, "2022-07-31") < 0).ToList();
        (until.Count, until.Count(c => c.Joined)).ShouldBe((22, 9));
        var ukraine = until.Where(c => c.Subject == "Ukraine").ToList();
        (ukraine.Count, ukraine.Count(c => c.Joined)).ShouldBe((3, 0));
        vetoes.Learnt.All.ShouldBe(9);
        vetoes.Series.ShouldAllBe(s => s.Probabilities.All(p => Math.Abs(p.Sum() - 1) < 1e-12));
        // Any pair: what Russia does of China's vetoes.
        VetoBacktest.Of(Installation.Engine.Record().Events, "RUS", "CHN", 2014)!.Cases.Count.ShouldBeLessThan(vetoes.Cases.Count);
        VetoBacktest.Of(Installation.Engine.Record().Events, "CHN", "FRA", 2014).ShouldBeNull();
    }

    [Fact]
    public void Skill_is_one_less_the_ratio_and_its_interval_holds_it()
    {
        double[] other = [1, 0.5, 1, 0.5, 1, 0.5, 1, 0.5];
        var skill = Skill.Of([.. other.Select(o => o / 2)], other, 1)!;
        skill.Value.ShouldBe(0.5, 1e-12);
        skill.Interval.Low.ShouldBe(0.5, 1e-12);
        skill.Interval.High.ShouldBe(0.5, 1e-12);
        Skill.Of(other, other, 1)!.Detectable.ShouldBe(0);
        Skill.Of([1], [1], 1).ShouldBeNull();
        double[] own = [0, 2, 0, 2, 0, 2, 0, 2];
        var wide = Skill.Of(own, other, 1)!;
        wide.Interval.Low.ShouldBeLessThan(wide.Value);
        wide.Interval.High.ShouldBeGreaterThan(wide.Value);
        wide.Detectable.ShouldBeGreaterThan(0);
        Skill.Of(own, other, 1).ShouldBe(wide);
    }

    /// <summary>Brier 1950: for two options twice the squared error of the event; the logarithm is that of what came.</summary>
    [Fact]
    public void Scores_of_a_series()
    {
        var series = new ForecastSeries
        {
            Name = "x",
            Knows = Knows.Before,
            Probabilities =
            [
                [0.9, 0.1],
                [0.8, 0.2],
                [0.3, 0.7],
            ],
            Came = [0, 1, 1],
        };
        (series.Brier.Average() / 2).ShouldBe(0.246667, 5e-7);
        series.Logarithmic.Average().ShouldBe(0.690491, 5e-7);
        series.Hits.ShouldBe(2 / 3.0, 1e-12);
    }

    [Fact]
    public void A_text_is_found_again_from_votes_on_it()
    {
        var random = new RandomStream(3, 1);
        var (positions, choices) = (new double[4000], new byte[4000]);
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = (random.Uniform() * 4) - 2;
            var (yes, abstain, _) = new Entente.Models.IdealPoints.TextPosition(1.2, -0.4, 0.6).Chances(positions[i]);
            var u = random.Uniform();
            choices[i] = (byte)(
                u < yes ? 0
                : u < yes + abstain ? 1
                : 2
            );
        }
        var text = TextFit.Run(positions, choices);
        text.Converged.ShouldBeTrue();
        text.Discrimination.ShouldBe(1.2, 0.1);
        text.Cut1.ShouldBe(-0.4, 0.1);
        text.Cut2.ShouldBe(0.6, 0.1);
    }

    [Fact]
    public void A_text_that_nearly_all_support_is_finite()
    {
        var text = TextFit.Run([.. Enumerable.Range(0, 60).Select(i => (i - 30) / 20.0)], new byte[60]);
        text.Converged.ShouldBeTrue();
        double.IsFinite(text.Discrimination + text.Cut1 + text.Cut2).ShouldBeTrue();
        text.Cut2.ShouldBeGreaterThan(text.Cut1);
        new Entente.Models.IdealPoints.TextPosition(text.Discrimination, text.Cut1, text.Cut2).Chances(0).Yes.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void A_yearly_choice_is_forecast_from_the_years_before()
    {
        var years = Enumerable.Range(2000, 20).Select(y => (y, y % 4 != 0)).ToList();
        var backtest = YearlyBacktest.Of(years, 2012)!;
        (backtest.Learnt.Count, backtest.Cases.Count).ShouldBe((12, 8));
        // Nine of twelve, and one of each beforehand.
        backtest.Series[0].Probabilities[0][0].ShouldBe(10 / 14.0, 1e-12);
        YearlyBacktest.Of(years, 1999).ShouldBeNull();
    }
}
