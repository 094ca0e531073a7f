using Entente.Checking.Forecasts;

namespace Entente.Tests.Checking.Forecasts;

/// <summary>Probabilities that sentences state, and those that they do not.</summary>
public sealed class StatedProbabilityTests
{
    [Theory]
    [InlineData("There is a 70 percent chance that trade will double.", 0.7)]
    [InlineData("There is a 70% chance that trade will double.", 0.7)]
    [InlineData("He puts the odds at 30 per cent.", 0.3)]
    [InlineData("The probability of 12.5 percent is low.", 0.125)]
    [InlineData("There is a one-in-four chance that it will happen.", 0.25)]
    [InlineData("A 1 in 5 chance remains.", 0.2)]
    [InlineData("Trade is 60 percent likely to grow.", 0.6)]
    [InlineData("Trade is likely to reach $300 billion.", 0.675)]
    [InlineData("Trade is very likely to reach $300 billion.", 0.875)]
    [InlineData("They will almost certainly sign it.", 0.97)]
    [InlineData("The deal is unlikely.", 0.325)]
    public void What_is_stated_is_read(string sentence, double probability) =>
        StatedProbability.Of(sentence, VerbalScale.Directive203)!.Value.Probability.ShouldBe(probability, 1e-9);

    [Theory]
    [InlineData("Trade will reach $300 billion.")]
    [InlineData("Trade is not likely to reach $300 billion.")]
    [InlineData("War is more likely than peace.")]
    [InlineData("Trade will grow by 70 percent.")]
    [InlineData("A 30 percent chance of war and a 50 percent chance of peace.")]
    [InlineData("It is likely that this is unlikely.")]
    [InlineData("A 250 percent chance is nonsense.")]
    [InlineData("")]
    public void None_is_made_up(string sentence) => StatedProbability.Of(sentence, VerbalScale.Directive203).ShouldBeNull();

    [Fact]
    public void A_declared_scale_goes_before_the_ordinary_one() =>
        StatedProbability
            .Of("It is likely.", VerbalScale.Directive203.With([("likely", 0.6, 0.7)]))!
            .Value.Probability.ShouldBe(0.65, 1e-9);
}
