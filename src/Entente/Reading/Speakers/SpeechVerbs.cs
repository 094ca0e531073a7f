namespace Entente.Reading.Speakers;

/// <summary>The words by which English prose hands over to somebody else's words.</summary>
internal static class SpeechVerbs
{
    private static readonly HashSet<string> Strong = Set(
        "said say says saying told tell tells telling wrote write writes writing argued argue argues arguing warned warn warns warning added add adds adding"
            + " noted explained explain explains claimed claim claiming insisted insist insists insisting stressed stress stresses stressing declared declare declares"
            + " announced announce announces announcing stated stating acknowledged acknowledge acknowledges replied replies responded responds remarked remarks"
            + " observed observes commented cautioned cautions suggested suggests suggesting predicted predicts predicting concluded concludes recalled recalls continued continues"
            + " testified testifies asserted asserts contended contends maintained maintains vowed vows pledged promised urged urges reiterated reiterates"
            + " emphasised emphasized emphasises emphasizes underlined underlines underscored joked quipped lamented lamented complained complains conceded concedes denied denies"
            + " revealed reveals disclosed discloses admitted admits tweeted boasted countered retorted mused opined confirmed confirms asked asks answered exclaimed"
    );

    /// <summary>Also nouns, so they count only beside a quotation or before "that".</summary>
    private static readonly HashSet<string> Weak = Set(
        "notes claims states reports comments posts posted reported estimates estimated promises pledges forecasts answers thinks believes thought believed put"
    );

    /// <summary>Verbs whose object is the one spoken to: "told reporters that".</summary>
    private static readonly HashSet<string> Addressing = Set("told tell tells telling warned warn warns warning assured reminded informed");

    /// <summary>Verbs after which a clause may follow without "that".</summary>
    private static readonly HashSet<string> Bare = Set("said say says");

    /// <summary>Verbs that, with their subject, may stand after a comma at a sentence's end: "…, the ministry said".</summary>
    private static readonly HashSet<string> Trailing = Set(
        "said says say wrote writes added noted explained argued argues warned reported reports announced acknowledged predicted estimated claimed"
    );

    public static bool IsVerb(ReadOnlySpan<char> word) => Has(Strong, word) || Has(Weak, word);

    public static bool IsStrong(ReadOnlySpan<char> word) => Has(Strong, word);

    public static bool IsAddressing(string word) => Addressing.Contains(word);

    public static bool TakesBareClause(string word) => Bare.Contains(word);

    public static bool MayTrail(string word) => Trailing.Contains(word);

    /// <summary>True where the text holds any word that could attribute, so that it is worth looking closer.</summary>
    public static bool AnyIn(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            while (at < text.Length && !char.IsAsciiLetterLower(text[at]))
                at++;
            var start = at;
            while (at < text.Length && char.IsAsciiLetterLower(text[at]))
                at++;
            if (
                at - start >= 3
                && (start == 0 || !char.IsLetter(text[start - 1]))
                && (IsVerb(text[start..at]) || text[start..at] is "according" or "went")
            )
                return true;
            if (start == 0 && text.StartsWith("According to "))
                return true;
        }
        return text.Contains("According to ", StringComparison.Ordinal);
    }

    private static HashSet<string> Set(string words) => words.Split(' ').Distinct().ToHashSet(StringComparer.Ordinal);

    private static bool Has(HashSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
