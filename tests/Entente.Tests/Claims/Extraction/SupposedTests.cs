using Entente.Checking;
using Entente.Claims;
using Entente.Quantities;

namespace Entente.Tests.Claims.Extraction;

/// <summary>What would happen under something is not what happened.</summary>
public sealed class SupposedTests
{
    [Theory]
    [InlineData("On these assumptions an embargo would mean a drop of 2 percent in China's GDP in 2022.")]
    [InlineData("Full sanctions could shrink Chinese exports to Russia by half in 2022, he estimated.")]
    [InlineData("A trade war would reduce China's gross domestic product by 5 per cent in 2022, the model says.")]
    public void A_change_that_something_would_bring_about_is_tested_by_no_figure(string sentence)
    {
        var claim = Of(sentence, "2023-05-09").ShouldHaveSingleItem();
        claim.Claim.Modality.ShouldBe(Modality.Conditional);
        claim.Verdict.ShouldBe(Verdict.CannotTell);
    }

    [Theory]
    [InlineData("Chinese exports to Russia could reach $150 billion in 2026.", "2023-05-09")]
    [InlineData("Trade between China and Russia would exceed $300 billion by 2030, he said.", "2023-05-09")]
    public void Of_a_time_ahead_it_stays_a_forecast(string sentence, string published)
    {
        var claim = Of(sentence, published).ShouldHaveSingleItem();
        claim.Claim.Modality.ShouldNotBe(Modality.Conditional);
        claim.Verdict.ShouldBe(Verdict.Open);
    }

    private static IReadOnlyList<CheckedClaim> Of(string sentence, string published) =>
        Installation.Check(Installation.Read(sentence + "\n", Period.Parse(published))).Claims;
}
