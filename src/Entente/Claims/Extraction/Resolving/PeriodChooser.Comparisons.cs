using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Resolving;

/// <content>Which times are only what a figure is compared with.</content>
internal static partial class PeriodChooser
{
    // "compared with 2021", "from 2021", "than a year earlier": the base of a comparison, not the period of the value.
    private static bool IsComparison(SentenceAnalysis analysis, TimeMention time) =>
        Opener(analysis, time) is var i
        && (
            time.Role == TimeRole.Base
            || (analysis.Word(i) is "than" or "versus" or "vs" or "vs." or "against" or "below" or "above")
            || IsBase(analysis, time)
            || (analysis.Is(i, "with", "to") && analysis.Is(i - 1, "compared", "relative", "comparison"))
            || (analysis.Is(time.FirstToken, "with", "to") && analysis.Is(time.FirstToken - 1, "compared", "relative"))
            || IsWhatItWas(analysis, time)
        );

    // "higher than they were in 2020", "up on what it had been in 2020"
    private static bool IsWhatItWas(SentenceAnalysis analysis, TimeMention time)
    {
        for (var i = time.FirstToken - 1; i >= Math.Max(0, time.FirstToken - 6); i--)
        {
            if (analysis.Tokens[i].Kind is not TokenKind.Word)
                return false;
            if (analysis.Is(i, "what"))
                return (analysis.Word(i - 1) is "on" or "than" or "with" or "to" or "from");
            if (analysis.Is(i, "than"))
                return !InFigure(analysis, i) && (analysis.Word(i + 1) is "it" or "they" or "that" or "those" or "in");
        }
        return false;
    }

    // The word before "the same month of" and the like.
    private static int Opener(SentenceAnalysis analysis, TimeMention time)
    {
        var i = time.FirstToken - 1;
        while (
            (
                analysis.Word(i)
                is "the"
                    or "same"
                    or "period"
                    or "month"
                    or "quarter"
                    or "of"
                    or "in"
                    or "a"
                    or "level"
                    or "levels"
                    or "figure"
                    or "time"
                    or "corresponding"
            ) && !InFigure(analysis, i)
        )
            i--;
        return i;
    }

    // "by more than a quarter in 2023": the words of a figure open no comparison.
    private static bool InFigure(SentenceAnalysis analysis, int i)
    {
        foreach (var quantity in analysis.Quantities)
            if (quantity.FirstToken <= i && i < quantity.EndToken)
                return true;
        return false;
    }

    private static bool IsRecord(SentenceAnalysis analysis, TimeMention time)
    {
        for (var i = Math.Max(0, time.FirstToken - 5); i < time.FirstToken; i++)
            if (
                (
                    analysis.Word(i)
                    is "first"
                        or "biggest"
                        or "largest"
                        or "lowest"
                        or "highest"
                        or "worst"
                        or "fastest"
                        or "steepest"
                        or "slowest"
                        or "best"
                        or "record"
                )
            )
                return true;
        return false;
    }

    private static bool IsBareYearAgo(SentenceAnalysis analysis, TimeMention time) =>
        analysis.Is(time.EndToken - 1, "earlier", "before", "previous", "ago");

    private static bool IsBase(SentenceAnalysis analysis, TimeMention time) =>
        (analysis.Is(Opener(analysis, time), "from", "with", "on", "over") || analysis.Is(time.FirstToken, "from"))
        && !(analysis.Is(Opener(analysis, time), "on") && time.Period is { Kind: PeriodKind.Day })
        && !IsYearOnYear(analysis, Opener(analysis, time))
        && time.Role is not (TimeRole.Before or TimeRole.During)
        && !(analysis.Is(time.EndToken, "to", "until", "through") && !AmountAt(analysis, time.EndToken + 1));

    // "from a year earlier to $54.7 billion": what follows is how much, not until when.
    private static bool AmountAt(SentenceAnalysis analysis, int at)
    {
        foreach (var quantity in analysis.Quantities)
            if (quantity.FirstToken == at && quantity.Kind is QuantityKind.Money or QuantityKind.Physical or QuantityKind.Percent)
                return true;
        return false;
    }

    // "fell 65 percent year on year in 2023"
    private static bool IsYearOnYear(SentenceAnalysis analysis, int on) =>
        analysis.Is(on, "on", "over")
        && (analysis.Is(on - 1, "year", "-") || analysis.Is(on + 1, "year"))
        && analysis.Is(on + 1, "year", "-");
}
