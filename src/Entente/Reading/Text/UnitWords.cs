using System.Collections.Frozen;
using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>What a unit word makes of the number before it: value × <see cref="Factor"/> in <see cref="Unit"/>.</summary>
internal sealed record UnitMeaning(QuantityKind Kind, Unit Unit, double Factor);

/// <summary>Currencies by sign, code and name, and the words of physical units and durations.</summary>
internal static class UnitWords
{
    /// <summary>A dollar sign without a country is the United States'; a yen sign is Japan's unless CN stands before it.</summary>
    public static readonly FrozenDictionary<string, string> CurrencySigns = Pairs(
        "$ USD|€ EUR|£ GBP|¥ JPY|￥ JPY|₽ RUB|₹ INR|₩ KRW|₺ TRY|₴ UAH|₪ ILS|₸ KZT|₫ VND|฿ THB"
    );

    /// <summary>Letters before a currency sign ("US$", "HK$", "CN¥").</summary>
    public static readonly FrozenDictionary<string, string> SignPrefixes = Pairs(
        "us USD|u.s. USD|a AUD|au AUD|c CAD|ca CAD|can CAD|hk HKD|nz NZD|s SGD|sg SGD|nt TWD|r BRL|mx MXN|cn CNY|rmb CNY|jp JPY"
    );

    /// <summary>Codes that stand before or after the amount, in capitals; "Rmb" and "Rs" too.</summary>
    public static readonly FrozenDictionary<string, string> CurrencyCodes = Pairs(
        "usd USD|eur EUR|cny CNY|rmb CNY|rub RUB|rur RUB|gbp GBP|jpy JPY|aud AUD|cad CAD|chf CHF|sfr CHF|inr INR|rs INR|krw KRW|brl BRL|zar ZAR|sar SAR|aed AED"
            + "|irr IRR|uah UAH|pln PLN|sek SEK|nok NOK|dkk DKK|mxn MXN|idr IDR|sgd SGD|hkd HKD|twd TWD|ils ILS|kzt KZT|nzd NZD|huf HUF|czk CZK|vnd VND|thb THB|myr MYR"
            + "|pkr PKR|egp EGP|byn BYN"
    );

    public static readonly PhraseTable<string> CurrencyNames = new(
        ("USD", "dollars|dollar|us dollars|us dollar|u.s. dollars|u.s. dollar|american dollars|greenbacks"),
        ("EUR", "euros|euro"),
        ("CNY", "yuan|renminbi|yuan renminbi|chinese yuan"),
        ("RUB", "rubles|ruble|roubles|rouble|russian rubles|russian roubles"),
        ("GBP", "pounds|pounds sterling|british pounds|pound sterling"),
        ("JPY", "yen|japanese yen"),
        ("INR", "rupees|rupee|indian rupees"),
        ("PKR", "pakistani rupees|pakistan rupees"),
        ("KRW", "won|south korean won|korean won"),
        ("TRY", "lira|liras|turkish lira|turkish liras"),
        ("ZAR", "rand|rands|south african rand"),
        ("SAR", "riyals|saudi riyals|riyal"),
        ("IRR", "rials|iranian rials|rial"),
        ("AED", "dirhams|dirham|uae dirhams"),
        ("UAH", "hryvnia|hryvnias|hryvnyas"),
        ("PLN", "zloty|zlotys|zlotych"),
        ("SEK", "kronor|krona|swedish kronor|swedish krona|swedish crowns"),
        ("NOK", "norwegian kroner|norwegian crowns|kroner"),
        ("DKK", "danish kroner|danish crowns"),
        ("CHF", "swiss francs|francs"),
        ("BRL", "reais|brazilian reais|brazilian reals"),
        ("MXN", "mexican pesos|pesos"),
        ("IDR", "rupiah|rupiahs"),
        ("AUD", "australian dollars"),
        ("CAD", "canadian dollars"),
        ("NZD", "new zealand dollars"),
        ("SGD", "singapore dollars"),
        ("HKD", "hong kong dollars"),
        ("TWD", "taiwan dollars|taiwanese dollars|new taiwan dollars"),
        ("ILS", "shekels|israeli shekels"),
        ("KZT", "tenge"),
        ("HUF", "forints|forint"),
        ("CZK", "koruna|koruny|czech crowns"),
        ("VND", "dong|vietnamese dong"),
        ("THB", "baht"),
        ("MYR", "ringgit"),
        ("EGP", "egyptian pounds"),
        ("BYN", "belarusian rubles|belarusian roubles")
    );

    public static readonly PhraseTable<UnitMeaning> Physical = new(
        Row("barrel", 1, "barrels|barrel|bbl|bbls|barrels of oil|barrels of crude|barrels of crude oil"),
        Row(
            "barrel/day",
            1,
            "barrels a day|barrels per day|barrels daily|barrels each day|bpd|b / d|bbl / d|bbls / d|barrels of oil a day|barrels of oil per day"
                + "|barrels of crude a day|barrels of crude per day|barrels of crude oil a day|barrels of crude oil per day"
        ),
        Row("barrel/day", 1e6, "mbd|mbpd|mb / d|mmb / d|mmbpd"),
        Row("bcm", 1, "bcm"),
        Row(
            "bcm",
            1e-9,
            "cubic metres|cubic meters|cubic metre|cubic meter|cu m|m ³|m3|cubic metres of gas|cubic meters of gas|cubic metres of natural gas|cubic meters of natural gas"
        ),
        Row("bcm", 1000, "tcm"),
        Row("bcm", 0.028316846592, "bcf"),
        Row("bcm", 28.316846592, "tcf"),
        Row("bcm", 2.8316846592e-11, "cubic feet|cubic foot|cu ft|cubic feet of gas|cubic feet of natural gas"),
        Row(
            "bcm/year",
            1,
            "bcm a year|bcm per year|bcm annually|bcm / year|bcm / y|bcm per annum|bcma|bcm / yr|bcm of gas a year|bcm of gas per year"
        ),
        Row(
            "bcm/year",
            1e-9,
            "cubic metres a year|cubic meters a year|cubic metres per year|cubic meters per year|cubic metres annually|cubic meters annually"
                + "|cubic metres of gas a year|cubic meters of gas a year|cubic metres of gas per year|cubic meters of gas per year|cubic metres of natural gas a year"
        ),
        Row("tonne", 1, "tonnes|tonne|tons|ton|metric tons|metric tonnes|metric ton|mt"),
        Row("tonne", 1000, "kilotons|kilotonnes|kt"),
        Row(
            "tonne/year",
            1,
            "tonnes a year|tonnes per year|tonnes annually|tonnes per annum|tons a year|tons per year|tons annually|metric tons a year|metric tons per year|metric tons annually|tpa"
        ),
        Row("tonne/year", 1e6, "mtpa"),
        Row("kg", 1, "kg|kgs|kilograms|kilogrammes|kilogram|kilos"),
        Row("miles", 1, "miles|mile"),
        Row("nmi", 1, "nautical miles|nautical mile|nmi"),
        Row("km", 1, "km|kms|kilometres|kilometers|kilometre|kilometer"),
        Row("m", 1, "metres|meters|metre|meter"),
        Row("m", 0.3048, "feet|foot|ft"),
        Row(
            "km2",
            1,
            "square kilometres|square kilometers|square kilometre|square kilometer|sq km|sq . km|sq kilometres|sq kilometers|square km|km2|km ²"
        ),
        Row("mi2", 1, "square miles|square mile|sq miles|sq mi"),
        Row("km2", 1e-6, "square metres|square meters|sq m|m ²"),
        Row("ha", 1, "hectares|hectare|ha"),
        Row("ha", 0.40468564224, "acres|acre"),
        Row("TWh", 1, "twh|terawatt hours|terawatt hour"),
        Row("GWh", 1, "gwh|gigawatt hours|gigawatt hour"),
        Row("GWh", 1e-3, "mwh|megawatt hours|megawatt hour"),
        Row("GWh", 1e-6, "kwh|kilowatt hours|kilowatt hour"),
        Row("MW", 1, "mw|megawatts|megawatt"),
        Row("MW", 1000, "gw|gigawatts|gigawatt"),
        Row("MW", 0.001, "kw|kilowatts|kilowatt")
    );

    /// <summary>Lengths of time; the factor brings decades and centuries to years and fortnights to weeks.</summary>
    public static readonly FrozenDictionary<string, UnitMeaning> Durations = new (string Words, string Unit, double Factor)[]
    {
        ("hour|hours|hr|hrs", "hours", 1),
        ("minute|minutes|mins", "hours", 1 / 60.0),
        ("day|days", "days", 1),
        ("week|weeks", "weeks", 1),
        ("fortnight|fortnights", "weeks", 2),
        ("month|months", "months", 1),
        ("year|years|yr|yrs", "years", 1),
        ("decade|decades", "years", 10),
        ("century|centuries", "years", 100),
    }
        .SelectMany(row =>
            row.Words.Split('|').Select(word => (word, new UnitMeaning(QuantityKind.Duration, Units.Find(row.Unit), row.Factor)))
        )
        .ToFrozenDictionary(p => p.word, p => p.Item2, StringComparer.Ordinal);

    /// <summary>What a price is for: the denominator as unit symbols write it.</summary>
    public static readonly PhraseTable<string> PriceBases = new(
        ("bbl", "barrel|bbl"),
        ("tonne", "tonne|ton|metric ton|metric tonne"),
        ("MWh", "mwh|megawatt hour"),
        ("kWh", "kwh|kilowatt hour"),
        ("kcm", "thousand cubic metres|thousand cubic meters|1,000 cubic metres|1,000 cubic meters|1000 cubic metres|1000 cubic meters"),
        ("mmbtu", "million british thermal units|mmbtu|million btu"),
        ("ounce", "ounce|troy ounce"),
        ("kg", "kilogram|kg|kilo"),
        ("gallon", "gallon"),
        ("litre", "litre|liter"),
        ("person", "person|head|capita|inhabitant|household"),
        ("unit", "unit|piece|shell|missile|vehicle|drone")
    );

    /// <summary>Counted nouns that have a unit of their own.</summary>
    public static readonly FrozenDictionary<string, Unit> CountedNouns = new (string Nouns, string Unit)[]
    {
        (
            "people|persons|person|men|women|children|troops|soldiers|personnel|civilians|refugees|migrants|workers|students|citizens|inhabitants|residents|residents"
                + "|fighters|conscripts|recruits|reservists|servicemen|peacekeepers|diplomats|officials|officers|prisoners|hostages|casualties|deaths|victims|tourists"
                + "|immigrants|employees|engineers|experts|advisers|volunteers|mercenaries|evacuees|passengers|visitors|protesters|expatriates|nationals",
            "persons"
        ),
        ("warheads|warhead", "warheads"),
        ("countries|country|states|state|nations|nation|powers|governments|republics", "states"),
        ("votes|vote", "votes"),
        ("words|word", "words"),
    }
        .SelectMany(row => row.Nouns.Split('|').Distinct().Select(noun => (noun, Units.Find(row.Unit))))
        .ToFrozenDictionary(p => p.noun, p => p.Item2, StringComparer.Ordinal);

    /// <summary>The unit of a price; those the shared table knows come from there.</summary>
    public static Unit PriceUnit(string currency, string basis) =>
        Units.TryFind($"{currency}/{basis}", out var known)
            ? known
            : new Unit
            {
                Symbol = $"{currency}/{basis}",
                Base = $"{currency}/{basis}",
                Dimension = Dimension.Price,
            };

    private static (UnitMeaning, string) Row(string unit, double factor, string phrases) =>
        (new(QuantityKind.Physical, Units.Find(unit), factor), phrases);

    private static FrozenDictionary<string, string> Pairs(string rows) =>
        rows.Split('|').Select(row => row.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
