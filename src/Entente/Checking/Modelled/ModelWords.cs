using System.Globalization;

namespace Entente.Checking.Modelled;

/// <summary>Numbers of a model in words: two digits, for a model gives no more.</summary>
internal static class ModelWords
{
    public static string Percent(double share)
    {
        var percent = Math.Abs(share) * 100;
        var text = percent.ToString(
            percent >= 9.95 ? "0"
                : percent >= 0.995 ? "0.0"
                : percent >= 0.0995 ? "0.00"
                : "0.###",
            CultureInfo.InvariantCulture
        );
        return (share < 0 && text != "0" ? "−" : "") + text;
    }

    /// <summary>"1.4 % (0.9 to 2.3)".</summary>
    public static string Ranged(ModelFigure figure) =>
        figure is { Low: { } low, High: { } high } && Percent(low) != Percent(high)
            ? $"{Percent(figure.Value)} % ({Percent(low)} to {Percent(high)})"
            : $"{Percent(figure.Value)} %";

    /// <summary>Some names, all of a few, the first of many.</summary>
    public static string Few(IReadOnlyList<string> names) => names.Count > 3 ? $"{names[0]} and {names.Count - 1} more" : Listed(names);

    /// <summary>A share of draws; what is not all is never rounded up to it.</summary>
    public static string Share(double p) =>
        p is > 0 and < 0.01 ? "under 1 %"
        : p is < 1 and > 0.99 ? "over 99 %"
        : p >= 1 ? "all"
        : p <= 0 ? "none"
        : (p * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    public static string Listed(IReadOnlyList<string> names) =>
        names.Count switch
        {
            0 => "",
            1 => names[0],
            _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
        };
}
