using System.Text;

namespace Entente.Reports.Pages;

/// <summary>What a colour of a page is used for, which decides the contrast it must have.</summary>
internal enum TokenUse
{
    /// <summary>Something lies on it.</summary>
    Ground,

    /// <summary>Words are written in it: 4.5 to 1 against every ground.</summary>
    Text,

    /// <summary>Hair lines that only part things, and need not be seen.</summary>
    Hairline,
}

/// <summary>One colour of all pages by day, by night and on paper.</summary>
internal sealed record Token(string Name, TokenUse Use, string Light, string Dark, string Print);

/// <summary>The colours of all pages and charts, in one place. Tests compute every text colour's contrast against every ground.</summary>
internal static class PageTokens
{
    public static IReadOnlyList<Token> All { get; } =
    [
        new("bg", TokenUse.Ground, "#fbfaf7", "#161514", "#ffffff"),
        new("panel", TokenUse.Ground, "#ffffff", "#1f1e1c", "#ffffff"),
        new("hover", TokenUse.Ground, "#f3f0e9", "#2a2825", "#f6f6f6"),
        new("ink", TokenUse.Text, "#1d1c1a", "#e9e6e0", "#000000"),
        new("soft", TokenUse.Text, "#5d5a54", "#b3aea5", "#333333"),
        new("faint", TokenUse.Text, "#6a655e", "#a19a90", "#595959"),
        new("line", TokenUse.Hairline, "#e3dfd7", "#35322e", "#cccccc"),
        new("link", TokenUse.Text, "#1c4f8a", "#8fbaf0", "#1c4f8a"),
        new("supported", TokenUse.Text, "#1b7341", "#6cc48e", "#1b7341"),
        new("close", TokenUse.Text, "#0d6e75", "#62c3ca", "#0d6e75"),
        new("contradicted", TokenUse.Text, "#b3261e", "#ff8a7d", "#b3261e"),
        new("disputed", TokenUse.Text, "#855700", "#e3b04b", "#855700"),
        new("inconsistent", TokenUse.Text, "#8e2a86", "#e48bdc", "#8e2a86"),
        new("open", TokenUse.Text, "#2559a8", "#8fb4f5", "#2559a8"),
        new("judgement", TokenUse.Text, "#4d5a78", "#a9b6d6", "#4d5a78"),
        new("cannot", TokenUse.Text, "#6a645c", "#a8a197", "#595959"),
        new("c0", TokenUse.Text, "#1c5d99", "#7db4e8", "#1c5d99"),
        new("c1", TokenUse.Text, "#a84814", "#f0996a", "#a84814"),
        new("c2", TokenUse.Text, "#2a7046", "#79c795", "#2a7046"),
        new("c3", TokenUse.Text, "#7b4a9e", "#c39be0", "#7b4a9e"),
        new("c4", TokenUse.Text, "#7a6000", "#d9bd55", "#7a6000"),
        new("c5", TokenUse.Text, "#5b6470", "#aeb6c0", "#4b5560"),
    ];

    /// <summary>The colours as custom properties; by night and on paper others take their place.</summary>
    public static string Sheet { get; } =
        $"{Of(t => t.Light)}\n@media (prefers-color-scheme:dark){{{Of(t => t.Dark)}}}\n@media print{{{Of(t => t.Print)}}}\n";

    private static string Of(Func<Token, string> value)
    {
        var sheet = new StringBuilder(":root{");
        foreach (var token in All)
            sheet.Append("--").Append(token.Name).Append(':').Append(value(token)).Append(';');
        return sheet.Append('}').ToString();
    }
}
