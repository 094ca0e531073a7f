using System.Collections.Frozen;

namespace Entente.Quantities;

/// <summary>The units that the claim language, the record and the reader share. One table, so that no place converts by itself.</summary>
public static class Units
{
    public static readonly Unit Number = Make("1", Dimension.Number);
    public static readonly Unit Share = Make("share", Dimension.Share);
    public static readonly Unit PercentagePoints = Make("pp", Dimension.PercentagePoints);
    public static readonly Unit Count = Make("count", Dimension.Count);
    public static readonly Unit Rank = Make("rank", Dimension.Rank);
    public static readonly Unit Year = Make("year", Dimension.Date);
    public static readonly Unit Date = Make("date", Dimension.Date);
    public static readonly Unit Truth = Make("truth", Dimension.Truth);
    public static readonly Unit UsDollar = Make("USD", Dimension.Money);
    public static readonly Unit Euro = Make("EUR", Dimension.Money);

    private static readonly string[] Currencies =
    [
        "USD",
        "EUR",
        "CNY",
        "RUB",
        "GBP",
        "JPY",
        "AUD",
        "CAD",
        "CHF",
        "INR",
        "KRW",
        "BRL",
        "ZAR",
        "TRY",
        "SAR",
        "AED",
        "IRR",
        "UAH",
        "PLN",
        "SEK",
        "NOK",
        "DKK",
        "MXN",
        "IDR",
        "SGD",
        "HKD",
        "TWD",
        "ILS",
        "KZT",
        "NZD",
        "HUF",
        "CZK",
        "VND",
        "THB",
        "MYR",
        "PKR",
        "EGP",
        "BYN",
        "MAD",
        "KES",
        "UGX",
        "TZS",
        "NGN",
        "GHS",
        "ETB",
        "BDT",
        "LKR",
        "NPR",
        "PHP",
        "ARS",
        "CLP",
        "COP",
        "PEN",
        "RON",
        "BGN",
        "RSD",
        "ISK",
        "QAR",
        "KWD",
        "OMR",
        "DZD",
        "TND",
        "AZN",
        "GEL",
        "UZS",
        "NAD",
    ];

    private static readonly FrozenDictionary<string, Unit> BySymbol = All().ToFrozenDictionary(u => u.Symbol, StringComparer.Ordinal);

    public static bool TryFind(string symbol, out Unit unit) => BySymbol.TryGetValue(symbol, out unit!);

    /// <summary>The unit of a symbol; throws <see cref="ArgumentException"/> for an unknown one (misuse: symbols from data go through <see cref="TryFind"/>).</summary>
    public static Unit Find(string symbol) =>
        TryFind(symbol, out var unit) ? unit : throw new ArgumentException($"unknown unit '{symbol}'", nameof(symbol));

    public static IEnumerable<string> Symbols => BySymbol.Keys.Order(StringComparer.Ordinal);

    private static IEnumerable<Unit> All()
    {
        yield return Number;
        yield return Share;
        yield return PercentagePoints;
        yield return Count;
        yield return Rank;
        yield return Year;
        yield return Date;
        yield return Truth;
        foreach (var currency in Currencies)
            yield return currency switch
            {
                "USD" => UsDollar,
                "EUR" => Euro,
                _ => Make(currency, Dimension.Money),
            };
        yield return Make("days", Dimension.Duration);
        yield return Make("weeks", Dimension.Duration, 7, "days");
        // Civil months and years have no fixed length: durations in them are counted on the calendar, these factors serve ordering only.
        yield return Make("months", Dimension.Duration, 30.436875, "days");
        yield return Make("years", Dimension.Duration, 365.2425, "days");
        yield return Make("hours", Dimension.Duration, 1 / 24.0, "days");
        yield return Make("minutes", Dimension.Duration, 1 / 1440.0, "days");
        yield return Make("seconds", Dimension.Duration, 1 / 86400.0, "days");
        yield return Make("km", Dimension.Length);
        yield return Make("m", Dimension.Length, 0.001, "km");
        yield return Make("ft", Dimension.Length, 0.0003048, "km");
        yield return Make("miles", Dimension.Length, 1.609344, "km");
        yield return Make("nmi", Dimension.Length, 1.852, "km");
        yield return Make("km2", Dimension.Area);
        yield return Make("mi2", Dimension.Area, 2.589988110336, "km2");
        yield return Make("ha", Dimension.Area, 0.01, "km2");
        yield return Make("acre", Dimension.Area, 0.0040468564224, "km2");
        yield return Make("tonne", Dimension.Mass);
        yield return Make("kg", Dimension.Mass, 0.001, "tonne");
        yield return Make("barrel", Dimension.Volume);
        yield return Make("bcm", Dimension.Volume);
        yield return Make("TWh", Dimension.Energy);
        yield return Make("GWh", Dimension.Energy, 0.001, "TWh");
        yield return Make("MWh", Dimension.Energy, 0.000001, "TWh");
        yield return Make("kWh", Dimension.Energy, 0.000000001, "TWh");
        yield return Make("MW", Dimension.Rate);
        yield return Make("kW", Dimension.Rate, 0.001, "MW");
        yield return Make("barrel/day", Dimension.Rate);
        yield return Make("bcm/year", Dimension.Rate);
        yield return Make("tonne/year", Dimension.Rate);
        yield return Make("USD/bbl", Dimension.Price);
        yield return Make("USD/barrel", Dimension.Price, 1, "USD/bbl");
        yield return Make("USD/tonne", Dimension.Price);
        yield return Make("EUR/MWh", Dimension.Price);
        yield return Make("warheads", Dimension.Count);
        yield return Make("persons", Dimension.Count);
        yield return Make("units", Dimension.Count);
        yield return Make("states", Dimension.Count);
        yield return Make("votes", Dimension.Count);
        yield return Make("words", Dimension.Count);
        yield return Make("TIV", Dimension.Index);
    }

    private static Unit Make(string symbol, Dimension dimension, double toBase = 1, string? baseSymbol = null) =>
        new()
        {
            Symbol = symbol,
            Dimension = dimension,
            ToBase = toBase,
            Base = baseSymbol ?? symbol,
        };
}
