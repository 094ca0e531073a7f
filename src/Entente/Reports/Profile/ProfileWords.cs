using Entente.Profiles;

namespace Entente.Reports.Profile;

/// <summary>Words that all forms of a profile share.</summary>
internal static class ProfileWords
{
    private const double LeastShare = 0.0005;
    private const double LeastIndex = 0.0005;

    /// <summary>Below, what a model computes is told to two digits.</summary>
    private const double LeastSteadyChange = 0.1;

    public static string Title(PairProfile profile) => $"{profile.First.Name} and {profile.Second.Name}";

    public static string Subtitle(PairProfile profile) =>
        $"what the record and the measures say, {profile.From} to {profile.To}, as known on {Entente.Quantities.Period.OfDay(profile.AsOf).Text}";

    public static string Value(ProfileFigure figure) => (figure.IsLowerBound ? "≥ " : "") + Printed(figure.Value, figure);

    /// <summary>An amount as everywhere; an index with three digits after the point, where small differences are what matters.</summary>
    public static string Number(double value, string? unit, bool signed = false) =>
        // What is small is not nothing.
        unit == "share"
        && !signed
        && value is > 0 and < LeastShare
            ? "< 0.1 %"
        : (unit is null or "1") && value != 0 && Math.Abs(value) < LeastIndex ? (value < 0 ? "> −0.001" : "< 0.001")
        : (unit is null or "1") && Math.Abs(value) < 10
            ? value.ToString(signed ? "+0.000;−0.000;0" : "0.000;−0.000;0", System.Globalization.CultureInfo.InvariantCulture)
        // Of thousands the cents are noise.
        : unit == "USD" && Math.Abs(value) is >= 1000 and < 1e6 ? HumanNumber.Format(Math.Round(value), unit, signed)
        : HumanNumber.Format(value, unit, signed);

    /// <summary>What a model computes is not rounded by anybody before: below a few per cent two digits are told.</summary>
    private static string Printed(double value, ProfileFigure figure) =>
        figure is { IsModel: true, Unit: "share" } && Math.Abs(value) < LeastSteadyChange
            ? (value * 100).ToString(figure.IsChange ? "+0.00;−0.00;0.00" : "0.00;−0.00", System.Globalization.CultureInfo.InvariantCulture)
                + " %"
            : Number(value, figure.Unit, figure.IsChange);

    /// <summary>Beside a label that says what is counted, the number alone.</summary>
    public static string Short(ProfileFigure figure) => Counted(figure) ? HumanNumber.Format(figure.Value, "count") : Value(figure);

    private static bool Counted(ProfileFigure figure) =>
        figure.Unit is { } unit
        && Entente.Quantities.Units.TryFind(unit, out var known)
        && known.Dimension == Entente.Quantities.Dimension.Count;

    /// <summary>The span of independent authorities where it is wider than what is printed.</summary>
    public static string? Span(ProfileFigure figure)
    {
        if (figure is not { Low: { } low, High: { } high } || low >= high)
            return null;
        // Beside the value its unit is told already.
        string End(double value) => Counted(figure) ? HumanNumber.Format(value, "count") : Printed(value, figure);
        var (from, to) = (End(low), End(high));
        return from == to ? null : $"{from} to {to}";
    }

    public static string Note(ProfileFigure figure) =>
        figure.IsLowerBound ? figure.Note![ProfileFigure.AtLeast.Length..].TrimStart(';', ' ') : figure.Note ?? "";

    public static string State(RungState state) =>
        state switch
        {
            RungState.Evidence => "evidence",
            RungState.Contested => "contested",
            RungState.Denied => "denied",
            _ => "none recorded",
        };

    /// <summary>A sign for a state, so that it is not told by colour alone.</summary>
    public static string Sign(RungState state) =>
        state switch
        {
            RungState.Evidence => "●",
            RungState.Contested => "◐",
            RungState.Denied => "○",
            _ => "·",
        };
}
