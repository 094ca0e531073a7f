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
            + " reckons reckoned alleged alleges affirmed affirms reaffirmed proclaimed quoth intoned interjected protested protests pleaded pleads whispered shouted"
            + " ask reply remembered remembers demanded thundered thunders sighs sighed grumbles grumbled groaned scoffs scoffed enthused fumed muttered murmured confides confided snapped bemoaned ventured shrugged jokes"
            + " advised counselled promises swore tells recounted recounts relates related attests reminded reminds assured assures stipulated hinted exhorted tweets"
            + " quips quipping joking laments lamenting cautioning counters countering retorts musing muses opines exclaims boasts boasting gushed gushes hissed barked sniffed sneered chided"
            + " scolded griped gripes fretted frets marvelled marveled marvels implored implores implied implies insinuated insinuates rejoined reasoned reasons reflected reflects"
            + " noting explaining replying responding complaining predicting remarking observing commenting recalling conceding admitting declaiming declaimed drawled growled roared"
            + " cried cries wailed moaned blurted volunteered informed informs notified mourned mourns theorised theorized speculated speculates concurred concurs demurred cabled"
            + " shouts whispers mutters murmurs snaps fumes pleading vowing vows vents vented rued rues ventures reassured reassures specified specifies clarified clarifies"
            + " elaborated elaborates repeated repeats repeating summarised summarises summarized summarizes"
    );

    /// <summary>Also nouns, so they count only beside a quotation or before "that".</summary>
    private static readonly HashSet<string> Weak = Set(
        "notes claims states reports comments posts posted reported estimates estimated promises pledges forecasts answers thinks believes thought believed put reads read wonders wondered reckon reckons"
    );

    /// <summary>
    /// Verbs that hand over a few quoted words rather than a clause: "called it “a mistake”", "accused them of “theft”". They count
    /// only before such words, and only of one who can speak: a state that calls its policy something names it.
    /// </summary>
    private static readonly HashSet<string> Judging = Set(
        "called calls labelled labeled branded brands termed dubbed described describe describes dismissed dismisses hailed hails praised praises denounced denounces condemned condemns"
            + " criticised criticized slammed blasted decried derided characterised characterized accused accuses accusing blamed blames likened likens compared compares"
            + " thanked thanks threatened threatens advised advises rejected rejects defended defends welcomed welcomes lauded lambasted deplored ridiculed mocked referred refers"
            + " spoke speak speaks spoken talked talks expressed voiced demanded demands hinted hints lashed railed invoked expects expected hoped hopes feared fears"
            + " ordered instructed invited encouraged agreed swore sworn swears begged implored summarised summarized"
            + " objected objects attributed attributes ascribed ascribes sees saw regards regarded views viewed considers considered deems greeted greets"
    );

    /// <summary>What one does, or is said to be, before words that follow without a verb of their own: "Doe is not alarmed. “…”".</summary>
    private static readonly HashSet<string> Stance = Set(
        "agrees agreed disagrees disagreed defended defends criticised criticized criticises criticizes rejected rejects welcomed welcomes dismissed dismisses doubts doubted"
            + " worries worried fears feared hopes hoped blames blamed shrugged shrugs laughed laughs smiled smiles sighed sighs nodded grinned winced chuckled objects objected"
            + " praised praises condemned condemns scoffed scoffs demurred demurs concurs concurred unmoved unconvinced alarmed optimistic pessimistic sceptical skeptical blunt"
            + " blunter clear adamant unrepentant cautious dismissive defiant scathing sanguine unimpressed unfazed hopeful doubtful frank categorical emphatic undeterred"
            + " waved waves brushed brushes downplayed downplays bristled bristles relented retorted disputed disputes bitter furious delighted relieved upbeat wary spoke speaks elaborated explained otherwise differently progress remembers remembered recalls recalled warned warns apologised apologized"
    );

    /// <summary>What may stand before a colon instead of a verb of saying: "Doe has a warning for them: “…”".</summary>
    private static readonly HashSet<string> Announcing = Set(
        "warning message answer reply explanation advice question word words line verdict response motto maxim rule blunt clear plain short simple terse succinct frank adamant"
            + " shrugged laughed smiled sighed nodded thus way categorical emphatic theory view opinion assessment plea appeal request demand complaint comment quip conclusion"
    );

    /// <summary>Verbs whose object is the one spoken to: "told reporters that".</summary>
    private static readonly HashSet<string> Addressing = Set("told tell tells telling warned warn warns warning assured reminded informed");

    /// <summary>Verbs after which a clause may follow without "that".</summary>
    private static readonly HashSet<string> Bare = Set(
        "said say says estimates believes thinks claims insist insists insisted reckon reckons argues"
    );

    /// <summary>Verbs that, with their subject, may stand after a comma at a sentence's end: "…, the ministry said".</summary>
    private static readonly HashSet<string> Trailing = Set(
        "said says say wrote writes added adds noted notes explained explains argued argues warned warns reported reports announced acknowledged predicted estimated estimates claimed"
    );

    public static bool IsVerb(ReadOnlySpan<char> word) => Has(Strong, word) || Has(Weak, word);

    public static bool IsStrong(ReadOnlySpan<char> word) => Has(Strong, word);

    /// <summary>Verbs that may stand before their subject between two commas: "Poland, said Doe, buys more".</summary>
    public static bool MayInvert(string word) =>
        word
            is "said"
                or "says"
                or "say"
                or "wrote"
                or "writes"
                or "argued"
                or "argues"
                or "added"
                or "adds"
                or "noted"
                or "notes"
                or "insisted"
                or "insists";

    /// <summary>Verbs that need the one spoken to behind them, or are participles: none of them stands before its subject.</summary>
    public static bool NeverInverts(string word) =>
        word
            is "told"
                or "tell"
                or "tells"
                or "assured"
                or "assures"
                or "informed"
                or "informs"
                or "notified"
                or "reminded"
                or "reminds"
                or "reassured"
                or "reassures"
        || word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal);

    /// <summary>Verbs of two words: "pointed out", "made clear", "shot back".</summary>
    public static bool IsPhrasal(string verb, string behind) =>
        behind switch
        {
            "on" => verb is "went" or "posted",
            "it" => verb is "put" or "puts",
            "out" => verb is "pointed" or "points" or "pointing" or "blurted",
            "in" => verb is "chimed" or "chimes",
            "clear" => verb is "made" or "makes" or "making",
            "back" => verb is "shot" or "shoots" or "fired" or "hit" or "wrote" or "writes",
            _ => false,
        };

    public static bool IsJudging(string word) => Judging.Contains(word);

    public static bool IsStance(string word) => Stance.Contains(word);

    public static bool IsAnnouncing(string word) => Announcing.Contains(word);

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
                && (
                    IsVerb(text[start..at])
                    || text[start..at]
                        is "according"
                            or "went"
                            or "account"
                            or "expect"
                            or "expects"
                            or "pointed"
                            or "points"
                            or "made"
                            or "makes"
                )
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
