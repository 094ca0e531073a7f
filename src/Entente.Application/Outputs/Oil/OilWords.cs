using System.Globalization;
using Entente.Models.Oil;

namespace Entente.Application.Outputs.Oil;

/// <summary>What the forms of an answer about oil share.</summary>
internal static class OilWords
{
    public const string Units =
        "Prices in US$ a barrel at the seller's port, volumes in million barrels a day, revenue in million US$ a day.";

    public const string Meaning = "A model of bargaining under declared ranges; not a forecast.";

    public static string Number(double value) => double.IsNaN(value) ? "–" : value.ToString("0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    public static string Volume(double value) => double.IsNaN(value) ? "–" : value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>48.9 [44.1, 55.0].</summary>
    public static string Range(OilNumber number, Func<double, string>? form = null)
    {
        form ??= Number;
        return double.IsNaN(number.Low) ? form(number.Mode) : $"{form(number.Mode)} [{form(number.Low)}, {form(number.High)}]";
    }

    public static string Cap(double cap) => double.IsPositiveInfinity(cap) ? "none" : cap.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Name(OilMeasure measure) =>
        measure switch
        {
            OilMeasure.Price => "price",
            OilMeasure.Discount => "discount",
            OilMeasure.Volume => "volume",
            OilMeasure.Transport => "discount by freight",
            OilMeasure.Bargaining => "discount by power",
            _ => "discount by cap",
        };

    public static string What(OilObservation observed) =>
        Name(observed.Measure) + (observed.Buyers.Count > 0 ? ", " + string.Join(" ", observed.Buyers) : "");

    public static Func<double, string> Form(OilMeasure measure) => measure == OilMeasure.Volume ? Volume : Number;

    /// <summary>How many figures the ranges hold, in a sentence; empty where none can be told.</summary>
    public static string Held(OilAnswer answer)
    {
        var told = answer.Cases.SelectMany(c => c.Fits).Where(f => f.Within is not null).ToList();
        return told.Count == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Of {told.Count} figures that were read, {told.Count(f => f.Within is true)} lie within 90 % of the draws; those that do not say where the model fails."
            );
    }
}
