using System.Collections.Frozen;

namespace Entente.Reading.Text;

/// <summary>The words that are numbers, scales, ordinals and denominators, each with its value. One table for the whole reader.</summary>
internal static class NumberWords
{
    /// <summary>zero to nineteen and the tens.</summary>
    public static readonly FrozenDictionary<string, int> Cardinals = Table<int>(
        "zero 0|one 1|two 2|three 3|four 4|five 5|six 6|seven 7|eight 8|nine 9|ten 10|eleven 11|twelve 12|thirteen 13|fourteen 14|fifteen 15|sixteen 16"
            + "|seventeen 17|eighteen 18|nineteen 19|twenty 20|thirty 30|forty 40|fourty 40|fifty 50|sixty 60|seventy 70|eighty 80|ninety 90"
    );

    /// <summary>Powers that multiply what stands before them, as words.</summary>
    public static readonly FrozenDictionary<string, double> Scales = Table<double>(
        "hundred 1e2|thousand 1e3|million 1e6|billion 1e9|trillion 1e12|quadrillion 1e15|lakh 1e5|crore 1e7|milliard 1e9"
    );

    /// <summary>Plurals that are vague amounts by themselves ("dozens of", "hundreds of thousands").</summary>
    public static readonly FrozenDictionary<string, double> VagueScales = Table<double>(
        "tens 10|dozens 12|scores 20|hundreds 1e2|thousands 1e3|millions 1e6|billions 1e9|trillions 1e12|lakhs 1e5|crores 1e7"
    );

    /// <summary>Letters after digits. Which of them need to touch the digits or a currency before them is decided by the number reader.</summary>
    public static readonly FrozenDictionary<string, double> ScaleLetters = Table<double>(
        "k 1e3|m 1e6|mn 1e6|mln 1e6|mio 1e6|mm 1e6|b 1e9|bn 1e9|bln 1e9|bil 1e9|mil 1e6|mrd 1e9|tn 1e12|trn 1e12|tln 1e12|t 1e12|cr 1e7"
    );

    public static readonly FrozenDictionary<string, int> Ordinals = Table<int>(
        "first 1|second 2|third 3|fourth 4|fifth 5|sixth 6|seventh 7|eighth 8|ninth 9|tenth 10|eleventh 11|twelfth 12|thirteenth 13|fourteenth 14"
            + "|fifteenth 15|sixteenth 16|seventeenth 17|eighteenth 18|nineteenth 19|twentieth 20|thirtieth 30|fortieth 40|fiftieth 50|sixtieth 60"
            + "|seventieth 70|eightieth 80|ninetieth 90|hundredth 100"
    );

    /// <summary>What a fraction is made of; the plural says it is no ordinal.</summary>
    public static readonly FrozenDictionary<string, int> Denominators = Table<int>(
        "half 2|halves 2|third 3|thirds 3|quarter 4|quarters 4|fourth 4|fourths 4|fifth 5|fifths 5|sixth 6|sixths 6|seventh 7|sevenths 7|eighth 8|eighths 8"
            + "|ninth 9|ninths 9|tenth 10|tenths 10|twelfth 12|twelfths 12|twentieth 20|twentieths 20|hundredth 100|hundredths 100"
    );

    /// <summary>Verbs that multiply: the factor, and by its size the direction.</summary>
    public static readonly FrozenDictionary<string, double> MultiplyingVerbs = Table<double>(
        "doubled 2|doubling 2|doubles 2|double 2|redoubled 2|tripled 3|tripling 3|triples 3|triple 3|trebled 3|trebling 3|treble 3|trebles 3|quadrupled 4|quadrupling 4"
            + "|quadruple 4|quadruples 4|quintupled 5|quintupling 5|quintuple 5|sextupled 6|halved 0.5|halving 0.5|halve 0.5|halves 0.5"
    );

    private static FrozenDictionary<string, T> Table<T>(string rows)
        where T : ISpanParsable<T> =>
        rows.Split('|')
            .Select(row => row.Split(' '))
            .ToFrozenDictionary(
                pair => pair[0],
                pair => T.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture),
                StringComparer.Ordinal
            );
}
