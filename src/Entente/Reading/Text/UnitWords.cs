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
        "us USD|u.s. USD|a AUD|au AUD|c CAD|ca CAD|can CAD|hk HKD|nz NZD|s SGD|sg SGD|nt TWD|r BRL|mx MXN|cn CNY|rmb CNY|jp JPY|n NAD"
    );

    /// <summary>
    /// Codes that stand before or after the amount, in capitals; "Rmb" and "Rs" too. "PS2.7m" is what becomes of a pound sign where a text
    /// was forced into ASCII.
    /// </summary>
    public static readonly FrozenDictionary<string, string> CurrencyCodes = Pairs(
        "usd USD|eur EUR|cny CNY|rmb CNY|rub RUB|rur RUB|gbp GBP|jpy JPY|aud AUD|cad CAD|chf CHF|sfr CHF|inr INR|rs INR|krw KRW|brl BRL|zar ZAR|sar SAR|aed AED"
            + "|irr IRR|uah UAH|pln PLN|sek SEK|nok NOK|dkk DKK|mxn MXN|idr IDR|sgd SGD|hkd HKD|twd TWD|ils ILS|kzt KZT|nzd NZD|huf HUF|czk CZK|vnd VND|thb THB|myr MYR"
            + "|pkr PKR|egp EGP|byn BYN|ps GBP|rm MYR|rp IDR"
            + "|mad MAD|kes KES|ugx UGX|tzs TZS|ngn NGN|ghs GHS|etb ETB|bdt BDT|lkr LKR|npr NPR|php PHP|ars ARS|clp CLP|ron RON|bgn BGN|rsd RSD|isk ISK|qar QAR|kwd KWD|omr OMR|dzd DZD|tnd TND|azn AZN|gel GEL|uzs UZS|nad NAD|ksh KES|kshs KES|ush UGX|ushs UGX|tk BDT"
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
        ("BYN", "belarusian rubles|belarusian roubles"),
        ("MAD", "moroccan dirhams"),
        ("KES", "kenyan shillings|kenya shillings|shillings"),
        ("UGX", "ugandan shillings|uganda shillings"),
        ("TZS", "tanzanian shillings|tanzania shillings"),
        ("NGN", "naira|nairas"),
        ("GHS", "cedis|ghana cedis"),
        ("ETB", "birr|ethiopian birr"),
        ("BDT", "taka"),
        ("LKR", "sri lankan rupees"),
        ("NPR", "nepali rupees|nepalese rupees"),
        ("PHP", "philippine pesos"),
        ("ARS", "argentine pesos"),
        ("CLP", "chilean pesos"),
        ("COP", "colombian pesos"),
        ("PEN", "soles|peruvian soles"),
        ("RON", "lei|romanian lei"),
        ("BGN", "leva|levs|bulgarian leva|bulgarian levs"),
        ("RSD", "serbian dinars"),
        ("ISK", "icelandic kronur|icelandic crowns|kronur"),
        ("QAR", "qatari riyals"),
        ("KWD", "kuwaiti dinars"),
        ("OMR", "omani rials"),
        ("DZD", "algerian dinars"),
        ("TND", "tunisian dinars"),
        ("AZN", "manat|manats|azerbaijani manats"),
        ("GEL", "lari|georgian lari"),
        ("UZS", "uzbek sums|uzbek soums")
    );

    public static readonly PhraseTable<UnitMeaning> Physical = new(
        Row("barrel", 1, "barrels|barrel|bbl|bbls|barrels of oil|barrels of crude|barrels of crude oil"),
        Row(
            "barrel/day",
            1,
            "barrels a day|barrels per day|barrel a day|barrel per day|barrels daily|barrels each day|bpd|b / d|bbl / d|bbls / d|barrels of oil a day|barrels of oil per day"
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
        Row("tonne", 1e6, "megatons|megatonnes|megaton|megatonne"),
        Row("tonne", 1e9, "gigatons|gigatonnes|gigaton|gigatonne"),
        Row("kg", 1, "kg|kgs|kilograms|kilogrammes|kilogram|kilos"),
        Own("mg", Dimension.Mass, "mg|milligrams|milligram"),
        Own("ml", Dimension.Volume, "ml|millilitres|milliliters"),
        Own("g", Dimension.Mass, "g|grams|gram|grammes"),
        Own("lb", Dimension.Mass, "lb|lbs"),
        Own("oz", Dimension.Mass, "oz|ounces|ounce|troy ounces|troy ounce"),
        Own("bushel", Dimension.Volume, "bushels|bushel"),
        Own("litre", Dimension.Volume, "litres|liters|litre|liter|l"),
        Own("gallon", Dimension.Volume, "gallons|gallon"),
        Own("TEU", Dimension.Volume, "teu|teus|twenty foot equivalent units"),
        Row("miles", 1, "miles|mile"),
        Row("nmi", 1, "nautical miles|nautical mile|nmi"),
        Row("km", 1, "km|kms|kilometres|kilometers|kilometre|kilometer"),
        Row("m", 1, "metres|meters|metre|meter"),
        Row("ft", 1, "feet|foot|ft"),
        Own("yard", Dimension.Length, "yards|yard|yds"),
        Own("inch", Dimension.Length, "inches|inch"),
        Own("µm", Dimension.Length, "µm|μm|micrometres|micrometers|microns|micron"),
        Own("cm", Dimension.Length, "cm|cms|centimetres|centimeters|centimetre|centimeter"),
        Own("mm", Dimension.Length, "mm|millimetres|millimeters|millimetre|millimeter"),
        Row(
            "km2",
            1,
            "square kilometres|square kilometers|square kilometre|square kilometer|sq km|sq . km|sq kilometres|sq kilometers|square km|km2|km ²"
        ),
        Row("mi2", 1, "square miles|square mile|sq miles|sq mi"),
        Row("km2", 1e-6, "square metres|square meters|square metre|square meter|sq m|sqm|m ²"),
        Row("ha", 1, "hectares|hectare|ha"),
        Row("acre", 1, "acres|acre"),
        Own("ft2", Dimension.Area, "square feet|square foot|sq ft|sq . ft|ft ²"),
        Row("TWh", 1, "twh|terawatt hours|terawatt hour"),
        Row("GWh", 1, "gwh|gigawatt hours|gigawatt hour"),
        Row("MWh", 1, "mwh|megawatt hours|megawatt hour"),
        Row("kWh", 1, "kwh|kilowatt hours|kilowatt hour"),
        Row("MW", 1, "mw|megawatts|megawatt"),
        Row("MW", 1000, "gw|gigawatts|gigawatt"),
        Row("kW", 1, "kw|kilowatts|kilowatt"),
        Own("W", Dimension.Rate, "w|watts|watt"),
        Own("hp", Dimension.Rate, "hp|bhp|horsepower|brake horsepower"),
        Own("lb-ft", Dimension.Energy, "lb ft|pound feet|pound foot|lb ft of torque|pound feet of torque|lb feet"),
        Own("Nm", Dimension.Energy, "newton metres|newton meters"),
        Own("nm", Dimension.Length, "nm|nanometres|nanometers|nanometre|nanometer"),
        Own("BTU", Dimension.Energy, "btu|british thermal units"),
        Own("MMBtu", Dimension.Energy, "mmbtu|million btu|million british thermal units"),
        Own("mph", Dimension.Rate, "mph|m.p.h.|m.p.h|miles per hour|miles an hour"),
        Own(
            "km/h",
            Dimension.Rate,
            "kmh|kph|km / h|km / hr|km per hour|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour"
        ),
        Own("m/s", Dimension.Rate, "m / s|metres per second|meters per second|metres a second|meters a second"),
        Own("knot", Dimension.Rate, "knots|knot"),
        Own("mpg", Dimension.Rate, "mpg|miles per gallon"),
        Own("psi", Dimension.Index, "psi"),
        Own("ksi", Dimension.Index, "ksi"),
        Own("MPa", Dimension.Index, "mpa|megapascals|megapascal"),
        Own("GPa", Dimension.Index, "gpa|gigapascals|gigapascal"),
        Own("kV", Dimension.Index, "kv|kilovolts"),
        Own("rpm", Dimension.Rate, "rpm|revolutions per minute"),
        Own("Hz", Dimension.Rate, "hz|hertz"),
        Own("kHz", Dimension.Rate, "khz|kilohertz"),
        Own("MHz", Dimension.Rate, "mhz|megahertz"),
        Own("GHz", Dimension.Rate, "ghz|gigahertz"),
        Own("V", Dimension.Index, "volts|volt"),
        Own("°C", Dimension.Index, "° c|℃|celsius|centigrade|degrees celsius|degree celsius|degrees c|degrees centigrade|deg c|degc"),
        Own("°F", Dimension.Index, "° f|℉|fahrenheit|degrees fahrenheit|degree fahrenheit|degrees f|deg f|degf"),
        Own("degree", Dimension.Index, "°|degrees|degree"),
        Own("kB", Dimension.Index, "kb|kilobytes"),
        Own("MB", Dimension.Index, "mb|megabytes|megabyte"),
        Own("GB", Dimension.Index, "gb|gigabytes|gigabyte"),
        Own("TB", Dimension.Index, "tb|terabytes|terabyte"),
        Own("Mbit/s", Dimension.Rate, "mbps|mb / s|megabits per second"),
        Own("Gbit/s", Dimension.Rate, "gbps|gigabits per second"),
        Own("megapixel", Dimension.Index, "megapixels|megapixel|mp"),
        Own("mAh", Dimension.Index, "mah|milliamp hours"),
        Own("cent", Dimension.Price, "cents|cent|¢"),
        Own("pence", Dimension.Price, "pence|penny")
    );

    /// <summary>Abbreviations that are other words in other letters: "45g" is grams and "5G" is none.</summary>
    public static bool IsWritten(string text, string lower) =>
        lower switch
        {
            "g" => text == "g",
            "w" => text == "W",
            "l" => text == "l",
            "mp" => text == "MP",
            "nm" => text == "nm",
            "mb" or "gb" or "tb" or "kb" => text != lower,
            _ => true,
        };

    /// <summary>Lengths of time; the factor brings decades and centuries to years and fortnights to weeks.</summary>
    public static readonly FrozenDictionary<string, UnitMeaning> Durations = new (string Words, string Unit, double Factor)[]
    {
        ("hour|hours|hr|hrs", "hours", 1),
        ("minute|minutes|min|mins", "minutes", 1),
        ("seconds|secs", "seconds", 1),
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
        ("mmbtu", "million british thermal units|mmbtu|million btu|mbtu"),
        ("ounce", "ounce|troy ounce"),
        ("kg", "kilogram|kg|kilo"),
        ("gallon", "gallon"),
        ("litre", "litre|liter"),
        ("person", "person|head|capita|inhabitant|household"),
        ("g", "gram|gramme"),
        ("lb", "pound|lb"),
        ("ha", "hectare"),
        ("acre", "acre"),
        ("ft2", "square foot|sq ft"),
        ("m2", "square metre|square meter|sq m|sqm"),
        ("mile", "mile"),
        ("share", "share"),
        ("bushel", "bushel"),
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

    /// <summary>A unit that no measure of the record is in: read and printed as written, and no symbol of the claim language.</summary>
    private static (UnitMeaning, string) Own(string symbol, Dimension dimension, string phrases) =>
        (
            new(
                QuantityKind.Physical,
                new()
                {
                    Symbol = symbol,
                    Base = symbol,
                    Dimension = dimension,
                },
                1
            ),
            phrases
        );

    private static FrozenDictionary<string, string> Pairs(string rows) =>
        rows.Split('|').Select(row => row.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
