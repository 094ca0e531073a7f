using System.Collections.Frozen;

namespace Entente.Reading.Text;

/// <summary>Finds the noun that a number counts: the head of the words after it, adjectives passed over, without a dictionary of nouns.</summary>
internal static class NounWords
{
    private const int Reach = 6;

    private static readonly FrozenSet<string> Stops = (
        "of in on at by for from to with without within into onto over under about against between among through during before after since until till than as and or but nor so yet if"
        + " because while when where who whom which that this these those the a an its his her their our your my it he she they we you i is are was were be been being am has have had"
        + " having do does did will would can could may might must shall should not no never also only just then there here up down out off again still already both all each every any"
        + " some such more less fewer most least very said says say told went came come goes go took take made make got get gave give put per via versus vs plus minus toward towards upon outside inside amid amongst unlike throughout following regarding concerning below above near"
        + " across along around behind beyond despite except near ago later earlier now today yesterday tomorrow if whether although though however thus percent agreed signed held met"
        + " voted bought sold sent saw remain remains remained include including includes included according 's"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> IrregularPlurals =
        "people men women children personnel troops aircraft servicemen spokesmen police cattle fish sheep data media criteria phenomena staff headquarters series species means forces spacecraft feet teeth lives wives"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that end like a plural and are none.</summary>
    private static readonly FrozenSet<string> NoPlurals =
        "was is has as this us less various serious previous numerous famous continuous consecutive plus perhaps always towards besides express cross mass gross press business process access success crisis basis analysis religious dangerous precious obvious overseas thus does goes says"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    public static bool IsStop(string lower) => Stops.Contains(lower);

    /// <summary>True for a word that looks like a plural noun.</summary>
    public static bool IsPlural(string lower) =>
        IrregularPlurals.Contains(lower)
        || (lower.Length > 3 && lower[^1] == 's' && lower[^2] is not ('s' or 'u' or '\'' or 'i') && !NoPlurals.Contains(lower));

    /// <summary>
    /// The counted noun in the words from a token on: the first run of plurals where a plural is due, else the last word before the phrase
    /// ends. Null where there is none.
    /// </summary>
    /// <param name="view">The tokens.</param>
    /// <param name="at">The first token after the number.</param>
    /// <param name="plural">Whether the number asks for a plural.</param>
    /// <param name="index">The noun's token.</param>
    /// <param name="reach">How many tokens to look at.</param>
    public static string? Find(TokenView view, int at, bool plural, out int index, int reach = Reach)
    {
        index = -1;
        if (view.Is(at, "of") && view.Lower(at + 1) is "the" or "its" or "their" or "these" or "those" or "our" or "his" or "her")
            at += 2;
        else if (view.Is(at, "of") && plural)
            at++;
        var end = Math.Min(view.Count, at + reach);
        for (var i = view.PastHyphen(at); i < end; i++)
        {
            // "48 FA-50 jets": a model's number is a part of its name.
            if (view.IsHyphen(i) || (view.IsNumber(i) && view.IsHyphen(i - 1)))
                continue;
            if (!view.IsWord(i))
            {
                // Adjectives in a row: "five large, modern ships".
                if (view.Is(i, ",") && index < 0 && plural && view.IsWord(i + 1) && !IsStop(view.Lower(i + 1)))
                    continue;
                break;
            }
            var lower = view.Lower(i);
            // "two gas-only options": a hyphen makes any word a part of its neighbour.
            if (IsStop(lower) && !view.IsHyphen(i - 1))
                break;
            if (plural && IsPlural(lower) && !view.IsHyphen(i + 1))
            {
                index = i;
                // "two trade routes agreements": the last of a run of plurals; "United States bases" goes on too.
                if (!IsPlural(view.Lower(i + 1)) || !view.IsWord(i + 1))
                    break;
                continue;
            }
            if (index >= 0 && plural)
                break;
            if (!plural)
            {
                if (index >= 0 && lower.EndsWith("ed", StringComparison.Ordinal) && !view.IsHyphen(i + 1))
                    break;
                index = i;
            }
        }
        if (index < 0)
            return null;
        return view.Lower(index);
    }
}
