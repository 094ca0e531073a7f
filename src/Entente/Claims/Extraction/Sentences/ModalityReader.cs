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

    /// <summary>"could shrink", "would result in": a modal and a bare verb that bring about what is claimed.</summary>
    public static bool IsSupposed(SentenceAnalysis sentence, int first, int end)
    {
        for (var i = Math.Max(0, first - 10); i < end - 1; i++)
        {
            if (!(sentence.Word(i) is "would" or "could" or "might"))
                continue;
            var verb = sentence.Word(i + 1).EndsWith("ly", StringComparison.Ordinal) ? i + 2 : i + 1;
            if (verb < sentence.Tokens.Count && char.IsLower(sentence.Tokens[verb].Text[0]) && !sentence.Is(verb, "not", "n't", "have"))
                return !Broken(sentence, i, first);
        }
        return false;
    }

    /// <summary>"Critics wrongly claim that …", "rumours that … proved false", "whether … is disputed": told as not so, or as open.</summary>
    public static bool IsDenied(SentenceAnalysis sentence, int first, int end)
    {
        for (var i = Math.Max(0, first - 16); i < first; i++)
            switch (sentence.Word(i))
            {
                case "wrongly" or "falsely" or "mistakenly" or "erroneously" when Claims(sentence, i + 1) || Claims(sentence, i - 1):
                    return !Ends(sentence, i, first);
                case "myth" or "fallacy" or "misconception" or "rumour" or "rumor" when sentence.Is(i + 1, "that"):
                    return !Ends(sentence, i, first);
                case "whether" when !sentence.Is(i - 1, "of", "matter") && i >= first - 10:
                    return !Ends(sentence, i, first) && !sentence.Is(first - 1, ",");
                case "denies"
                or "denied"
                or "deny"
                or "doubts"
                or "doubt"
                or "doubted"
                or "disputes"
                or "disputed" when sentence.Is(i + 1, "that", "having") && sentence.Word(i - 1) is not ("no" or "not" or "n't" or "never"):
                    return !Ends(sentence, i, first);
                case "true" or "case" or "clear" when sentence.Is(i + 1, "that") && sentence.Word(i - 1) is "not" or "n't" or "hardly":
                    return !Ends(sentence, i, first);
            }
        // "Rumours that it had been admitted proved false", "reports … were wrong"
        for (var i = end; i < Math.Min(end + 12, sentence.Tokens.Count); i++)
        {
            if (sentence.Tokens[i].Text is ";" or "." || sentence.Word(i) is "but")
                return false;
            if (
                sentence.Word(i) is "false" or "untrue" or "unfounded" or "groundless" or "premature" or "mistaken"
                && sentence.Word(i - 1) is "proved" or "proves" or "were" or "was" or "is" or "are" or "be" or "simply" or "turned"
            )
                return true;
        }
        return false;
    }

    private static bool Claims(SentenceAnalysis sentence, int at) =>
        sentence.Word(at)
            is "claim"
                or "claims"
                or "claimed"
                or "say"
                or "says"
                or "said"
                or "believe"
                or "believes"
                or "believed"
                or "assert"
                or "asserted"
        || sentence.Word(at)
            is "asserts"
                or "report"
                or "reported"
                or "reports"
                or "assume"
                or "assumed"
                or "assumes"
                or "think"
                or "thought"
                or "stated"
                or "suggested"
                or "suggests"
                or "called";

    private static bool Ends(SentenceAnalysis sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (sentence.Tokens[i].Text is ";" or "." || sentence.Word(i) is "but")
                return true;
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
