using Entente.Reading;

namespace Entente.Claims.Extraction.Sentences;

/// <summary>How a claim is put: asserted, hedged, conditional, a forecast, an opinion, or somebody else's words reported.</summary>
internal static class ModalityReader
{
    public static Modality Read(SentenceAnalysis sentence, int first, int end)
    {
        var clause = first;
        while (clause > 0 && !sentence.StrongBreak(clause - 1, clause) && !sentence.Is(clause - 1, "."))
            clause--;
        if (sentence.Is(clause, "if", "unless") || sentence.Is(0, "if", "unless") || Any(sentence, Math.Max(0, first - 6), first, "if"))
            return Modality.Conditional;
        if (
            Any(
                sentence,
                Math.Max(clause, first - 8),
                end,
                "will",
                "forecast",
                "forecasts",
                "projected",
                "predicts",
                "predicted",
                "'ll",
                "expects",
                "expect",
                "anticipates",
                "foresees",
                "projects"
            )
            || Phrase(sentence, clause, end, "expected", "to")
            || Phrase(sentence, clause, end, "set", "to")
            || Phrase(sentence, clause, end, "likely", "to")
        )
            return Modality.Forecast;
        if (
            Any(
                sentence,
                Math.Max(clause, first - 8),
                end,
                "may",
                "might",
                "could",
                "perhaps",
                "possibly",
                "probably",
                "reportedly",
                "allegedly",
                "seems",
                "appears"
            )
        )
            return Modality.Hedged;
        if (Any(sentence, clause, first, "think", "believe", "opinion", "feel", "guess"))
            return Modality.Opinion;
        return
            sentence.Statement.Speaker
                is { Via: "indirect" or "according-to" or "said-that" }
                    or { Role: SpeakerRole.Quoted, ReportedBy: not null, Via: "quote-verb-indirect" }
            ? Modality.Reported
            : Modality.Asserted;
    }

    /// <summary>"might have grown", "would have lost", "doubt that it will reach": what the sentence itself says is not so, or may well not be.</summary>
    public static bool IsUnreal(SentenceAnalysis sentence, int first, int end)
    {
        for (var i = Math.Max(0, first - 8); i < end; i++)
            if (sentence.Word(i) is "would" or "might" or "could" && sentence.Word(i + 1) is "have" or "never" or "hardly")
                return !Broken(sentence, i, first);
        // "If the duty went up, exports could halve"
        if (sentence.Is(0, "if", "unless", "should", "were"))
            for (var i = Math.Max(1, first - 8); i < end; i++)
                if (sentence.Word(i) is "could" or "might" or "would")
                    return true;
        for (var i = Math.Max(0, first - 14); i < first; i++)
            if (
                sentence.Word(i) is "doubt" or "doubts" or "doubted" or "doubtful" or "denied" or "denies" or "deny"
                && sentence.Word(i - 1) is not ("no" or "not" or "n't" or "little" or "without" or "never")
            )
                return !Broken(sentence, i, first);
        return false;
    }

    private static bool Broken(SentenceAnalysis sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (sentence.StrongBreak(i, i + 1) || sentence.Word(i) is "," or "but" or "and")
                return true;
        return false;
    }

    private static bool Any(SentenceAnalysis sentence, int from, int to, params ReadOnlySpan<string> words)
    {
        for (var i = from; i < to; i++)
            if (sentence.Is(i, words))
                return true;
        return false;
    }

    private static bool Phrase(SentenceAnalysis sentence, int from, int to, string first, string second)
    {
        for (var i = from; i + 1 < to; i++)
            if (sentence.Is(i, first) && sentence.Is(i + 1, second))
                return true;
        return false;
    }
}
