using System.Globalization;

namespace Entente.Checking.Consistency;

/// <summary>Numbers and figures as an explanation writes them: `$129bn`, `73 %`, `+36 %`, `exports RUS → CHN`.</summary>
internal sealed class FigureText(ConsistencyVocabulary vocabulary, string? currency)
{
    /// <param name="value">In the variable's scale.</param>
    /// <param name="form">What it is.</param>
    /// <param name="lastDigit">Weight of the last digit written; 0 for computed values, which get three significant digits.</param>
    public string Number(double value, FigureForm form, double lastDigit = 0) =>
        form switch
        {
            FigureForm.Money => Money(value, lastDigit),
            FigureForm.Share => $"{Digits(value * 100, lastDigit * 100)} %",
            FigureForm.Factor => $"{(value >= 1 ? "+" : "−")}{Digits(Math.Abs(value - 1) * 100, lastDigit * 100)} %",
            FigureForm.Date => Entente.Quantities.Period.OfDay(Checking.Consistency.Days.Date(value)).Text,
            FigureForm.Days => $"{Digits(value, 1)} days",
            FigureForm.Rank => $"rank {Digits(value, 1)}",
            FigureForm.Count => Digits(value, lastDigit),
            _ => Digits(value, lastDigit),
        };

    private string Money(double value, double lastDigit)
    {
        var size = Math.Abs(value);
        var (scale, suffix) =
            size >= 1e12 ? (1e12, "tn")
            : size >= 1e9 ? (1e9, "bn")
            : size >= 1e6 ? (1e6, "m")
            : (1.0, "");
        var symbol = currency switch
        {
            "USD" => "$",
            "EUR" => "€",
            "GBP" => "£",
            null => "",
            _ => currency + " ",
        };
        return $"{(value < 0 ? "−" : "")}{symbol}{Digits(size / scale, lastDigit / scale)}{suffix}";
    }

    private static string Digits(double value, double lastDigit)
    {
        var weight =
            lastDigit > 0 ? lastDigit
            : value == 0 ? 1
            : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        var decimals = Math.Clamp((int)Math.Round(-Math.Log10(weight)), 0, 6);
        return value.ToString((Math.Abs(value) >= 1000 ? "#,0." : "0.") + new string('#', decimals), CultureInfo.InvariantCulture);
    }

    /// <summary>What a figure is, in words; empty for what has none.</summary>
    public string Label(Figure? figure)
    {
        if (figure is null)
            return "";
        var item = figure.Item == Figure.Total ? "" : vocabulary.NameOf(figure.Item).Replace('_', ' ') + " ";
        var what = figure.Role switch
        {
            Figure.Flow when figure.To == Figure.World => $"{item}exports of {Name(figure.From)}",
            Figure.Flow when figure.From == Figure.World => $"{item}imports of {Name(figure.To)}",
            Figure.Flow => $"{item}exports {Name(figure.From)} → {Name(figure.To)}",
            Figure.Trade or Figure.Balance when figure.To == Figure.World => $"{item}{figure.Role} of {Name(figure.From)}",
            Figure.Trade or Figure.Balance => $"{item}{figure.Role} {Name(figure.From)}–{Name(figure.To)}",
            "count" => figure.Measure[Figure.Count.Length..],
            var measure => $"{item}{measure.Replace('_', ' ')} {string.Join('–', figure.From.Split('|').Select(Name))}".TrimEnd(),
        };
        return what;
    }

    /// <summary>The period as short as it can be said; empty where there is none.</summary>
    public static string When(Figure figure)
    {
        if (figure is not { Start: { } start, End: { } end })
            return "";
        var (from, to) = (Quantities.Period.OfDay(start).Text, Quantities.Period.OfDay(end).Text);
        if (start is { Month: 1, Day: 1 } && end is { Month: 12, Day: 31 })
            return start.Year == end.Year ? from[..4] : $"{from[..4]}..{to[..4]}";
        if (start.Day != 1 || end.PlusDays(1).Day != 1)
            return from == to ? from : $"{from}..{to}";
        return start.Month == end.Month && start.Year == end.Year ? from[..7] : $"{from[..7]}..{to[..7]}";
    }

    /// <summary>What people call an actor.</summary>
    public string Name(string code) => vocabulary.NameOf(code);
}
