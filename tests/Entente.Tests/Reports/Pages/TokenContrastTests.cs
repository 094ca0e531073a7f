using System.Globalization;
using Entente.Reports.Pages;

namespace Entente.Tests.Reports.Pages;

/// <summary>WCAG 2.2, 1.4.3: every colour that words are written in, against every ground they may lie on, by day, by night and on paper.</summary>
public sealed class TokenContrastTests
{
    private const double Least = 4.5;

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var text in PageTokens.All.Where(t => t.Use == TokenUse.Text))
        foreach (var ground in PageTokens.All.Where(t => t.Use == TokenUse.Ground))
            pairs.Add(text.Name, ground.Name);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Words_are_read_on_every_ground(string text, string ground)
    {
        var (words, under) = (PageTokens.All.Single(t => t.Name == text), PageTokens.All.Single(t => t.Name == ground));
        Contrast(words.Light, under.Light).ShouldBeGreaterThanOrEqualTo(Least, "by day");
        Contrast(words.Dark, under.Dark).ShouldBeGreaterThanOrEqualTo(Least, "by night");
        Contrast(words.Print, under.Print).ShouldBeGreaterThanOrEqualTo(Least, "on paper");
    }

    /// <summary>The examples of the definition: black on white is 21 to 1, a colour on itself 1 to 1, #767676 on white just enough.</summary>
    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#336699", "#336699", 1)]
    [InlineData("#767676", "#ffffff", 4.54)]
    public void Contrast_is_as_defined(string one, string other, double expected) => Contrast(one, other).ShouldBe(expected, 0.005);

    [Fact]
    public void Every_colour_of_the_sheets_is_a_token()
    {
        foreach (var token in PageTokens.All)
            PageSheet.Base.ShouldContain($"--{token.Name}:");
        foreach (var used in PageSheet.Base.Split("var(--").Skip(1).Select(u => u[..u.IndexOfAny([',', ')'])]))
            // A verdict's and a series' own colour, a kind of line, and the ground around a mark are set from tokens.
            PageTokens.All.Select(t => t.Name).Concat(["v", "u", "c", "d", "halo"]).ShouldContain(used);
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }
}
