using Entente.Reading;

namespace Entente.Tests.Reading;

/// <summary>What a page writes around and between the words of a text.</summary>
public sealed class PageTests
{
    private const string First = "Egypt bought three million tonnes of wheat from Romania in 2020.";
    private const string Last = "Romania was its second-largest seller, and was paid in dollars.";

    [Theory]
    [InlineData("Home | World | Business | Opinion")]
    [InlineData("Home World Politics Business Sport")]
    [InlineData("- Home\n- World\n- Business\n- Opinion")]
    [InlineData(
        "- [Grain prices fall](https://a.example/1)\n- [Ships wait at Suez](https://a.example/2)\n- [The bread question](https://a.example/3)"
    )]
    [InlineData("Share\nFacebook Twitter WhatsApp Email")]
    [InlineData("Facebook | X | Copy link")]
    [InlineData("Related\n\n- Grain prices fall\n- Ships wait at Suez")]
    [InlineData("Related: Grain prices fall for a third year")]
    [InlineData("Most read\n\nGrain prices fall\n\nWho feeds Egypt?")]
    [InlineData("Tags: wheat, Egypt, Romania")]
    [InlineData("#wheat #Egypt #trade")]
    [InlineData("A grain ship at anchor in Port Said on March 3, 2021. REUTERS/Omar Said")]
    [InlineData("A grain ship at anchor. Omar Said/AFP")]
    [InlineData("A grain ship at anchor in Port Said. (AP Photo/Omar Said, File)")]
    [InlineData("A grain ship at anchor (Omar Said/Getty Images)")]
    [InlineData("A grain ship at anchor. Omar Said via AP")]
    [InlineData("Image source, Getty Images")]
    [InlineData("Image caption, A grain ship at anchor in Port Said")]
    [InlineData("Sign up for our newsletter and get the best of the River Review delivered to your inbox every week.")]
    [InlineData("Join our Telegram channel")]
    [InlineData("By clicking “Accept”, you agree to the storing of cookies on your device.")]
    [InlineData("12 comments")]
    [InlineData("1.2K shares | 1,234 views")]
    [InlineData("Comments (3)")]
    [InlineData("Reading time: 5 minutes")]
    public void Left_out(string lines) => Read(lines).ShouldBe([First, Last]);

    [Theory]
    [InlineData("Egypt sold dates, figs and cotton to the sellers of its wheat — AFP/Reuters")]
    [InlineData("Trade in wheat doubled.")]
    [InlineData("12 countries bought wheat.")]
    [InlineData("Related industries, such as milling, grew by 4 percent in the same year.")]
    [InlineData("Share prices of the mills fell by 3 percent on that day, the exchange said.")]
    [InlineData("Follow the money: the mills paid three times the price.")]
    [InlineData("- Egypt bought 3 million tonnes.\n- Jordan bought 1 million tonnes.\n- Lebanon bought none.")]
    public void Kept(string lines) => Read(lines).Length.ShouldBe(2 + lines.Split('\n').Length);

    private static string[] Read(string lines) =>
        [
            .. Texts
                .Read($"Wheat on the River\n\n{First}\n\n{lines}\n\n{Last}\n")
                .Statements.Where(s => !s.IsHeading || !s.Text.StartsWith("Wheat on", StringComparison.Ordinal))
                .Select(s => s.Text),
        ];
}
