using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>Words that tell a person's name from an office, an institution, a day, or the beginning of a sentence.</summary>
internal static class NameWords
{
    private static readonly HashSet<string> Roles = Set(
        "president prime minister secretary state foreign defense defence chancellor ambassador general leader chief senator sen rep representative professor prof dr mr mrs ms"
            + " director spokesman spokeswoman spokesperson chairman chairwoman chair king queen premier commissioner treasury army admiral vice deputy former senior governor mayor"
            + " judge justice pope crown prince princess sheikh emir sultan lt col maj capt gen adm gov sir lord lady dame baron undersecretary envoy adviser advisor counselor"
            + " counsellor officer executive ceo historian economist analyst reporter correspondent author scholar researcher expert lawmaker congressman congresswoman mp"
            + " interior finance trade commerce energy agriculture affairs security national high special party republican democratic democrat labour conservative tory"
            + " parliament speaker acting interim outgoing then ex-president dictator tsar comrade brother sister father saint attorney cabinet majority minority whip"
            + " sheikha haji datuk dato tan colonel captain major lieutenant brigadier marshal commodore sergeant corporal private archbishop bishop cardinal rabbi imam ayatollah"
            + " reverend hon madam madame monsieur herr frau señor señora congressman councillor inspector superintendent magistrate comptroller auditor negotiator delegate"
            + " commander deputy president-elect miss mx dame count countess duke duchess earl baroness viscount pm dpm fm mullah maulana pandit shri don doña maître maitre advocate counsel solicitor vice-president vice-minister mep msp mla cfo coo vp mufti secretary-general"
    );

    private static readonly HashSet<string> Days = Set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december"
    );

    private static readonly HashSet<string> Institutions = Set(
        "party council organization organisation university ministry center centre institute institution war street house news times post affairs committee union nations states"
            + " bank fund group corporation company congress parliament forces agency commission department office court organisation association foundation forum summit conference"
            + " agreement treaty act policy program programme strategy security north south east west northern southern eastern western sea ocean river island islands strait province"
            + " republic kingdom federation people's government world international global new journal review magazine press radio television network school college academy guard command embassy secretariat"
    );

    private static readonly HashSet<string> Particles = Set(
        "de van von der den del della di da la le al el ul bin bint ibn ben ter ten zu zum abu dos das do du des af av"
    );

    /// <summary>Family names that come before the given name, as Chinese, Korean and Vietnamese ones do.</summary>
    private static readonly HashSet<string> FamilyFirst = Set(
        "xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng"
            + " lu lü su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long"
            + " wan duan qian yin yi chang kim park moon yoon nguyen tran pham vo tsai lai"
            + " choi jung jeong kang cho lim shin seo kwon hwang ahn hong yoo bae noh nguyễn trần lê phạm hoàng phan võ đặng bùi đỗ hồ ngô dương hoang dang bui ngo duong"
    );

    private static readonly HashSet<string> SourceWords = Set(
        "official officials analyst analysts critic critics expert experts economist economists diplomat diplomats researcher researchers source sources observer observers"
            + " aide aides supporter supporters scholar scholars leaders authorities ministers lawmakers investigators people many some others one most few advisers"
            + " spokesman spokeswoman spokesperson chair boss ministry government governments report reports statement study survey commentators journalists reporters officers commanders"
            + " colleagues friends executives traders bankers strategists historians politicians presidents media readout communique communiqué paper document declaration"
            + " agency department office institute bank commission committee council parliament delegation team embassy newspaper magazine press author authors"
            + " adviser advisor minister president leader secretary ambassador envoy general commander commissioner chief head director economist strategist trader"
            + " representative representatives delegate delegates figures data estimates polls forecasters army military police court prosecutors lawyers"
            + " coastguard navy treasury palace regulator chamber union federation association spokespeople negotiator negotiators commentator journalist reporter executive officer"
            + " businessman businesswoman farmer farmers driver banker lawyer scholar historian professor student students resident residents witness witnesses soldier soldiers"
            + " politician lawmaker senator deputy mayor governor king queen premier chancellor person participant participants attendee insider insiders industry company companies"
            + " firm group foundation organisation organization society authority bureau service mission consulate chairman chairwoman founder owner manager engineer scientist"
            + " scientists activist activists campaigner campaigners veteran pilot captain colonel admiral judge prosecutor inspector inspectors monitor monitors regulators bookseller"
            + " counterpart counterparts neighbour neighbor friend colleague aide-de-camp television radio broadcaster broadcasters commentary editorial article letter banner tweet post note memo summary poll board staff"
    );

    /// <summary>First words of places and peoples of two words, which are no given names: "Saudi Arabia", "New Delhi".</summary>
    private static readonly HashSet<string> PlaceHeads = Set(
        "new north south east west central saudi sri costa el san santa los las buenos addis kuala tel cape port papua sierra burkina cabo great united european african"
            + " asian latin middle black red baltic persian soviet cold world wall white foreign financial rio bosnia trinidad equatorial ivory arab islamic democratic"
            + " people's american british chinese russian indian french german brazilian turkish japanese korean israeli iranian ukrainian bank radio capitol air asia europe africa"
            + " amnesty human greenpeace silk belt iron big g7 brics nato opec eu un us u.s. uk u.k. gulf southeast northeast northwest southwest"
    );

    private static readonly HashSet<string> Nationalities = Set(
        "afghan albanian algerian american angolan argentine argentinian armenian australian austrian azerbaijani azeri bahraini bangladeshi belarusian belgian bolivian bosnian"
            + " brazilian british bulgarian burmese cambodian canadian chilean chinese colombian croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati english eritrean"
            + " estonian ethiopian european filipino finnish french georgian german ghanaian greek guatemalan guinean honduran hungarian icelandic indian indonesian iranian iraqi irish"
            + " israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovar kuwaiti kyrgyz lao latvian lebanese libyan lithuanian malaysian malian maltese mexican"
            + " moldovan mongolian moroccan namibian nepali nepalese nigerian nigerien norwegian omani pakistani palestinian panamanian paraguayan peruvian philippine polish portuguese"
            + " qatari romanian russian rwandan saudi scottish senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tajik tanzanian thai"
            + " tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese western yemeni zambian zimbabwean visiting"
    );

    /// <summary>True for an adjective of nationality, which no name begins with.</summary>
    public static bool IsNationality(string lower) => Nationalities.Contains(lower);

    /// <summary>True for a word that means a people: "Turks", "British", "Americans".</summary>
    public static bool IsDemonym(string lower) =>
        lower.EndsWith("ese", StringComparison.Ordinal)
        || lower.EndsWith("ish", StringComparison.Ordinal)
        || lower.EndsWith("ians", StringComparison.Ordinal)
        || lower.EndsWith("cans", StringComparison.Ordinal)
        || lower
            is "french"
                or "dutch"
                or "germans"
                or "greeks"
                or "turks"
                or "poles"
                or "saudis"
                or "swiss"
                or "thai"
                or "iraqis"
                or "israelis";

    private static readonly HashSet<string> Bodies = Set(
        "ministry government governments report reports statement study survey media television radio broadcaster readout communique communiqué paper document declaration agency department office institute"
            + " bank commission committee council parliament delegation team embassy newspaper magazine press figures data estimates polls forecasts army military police court"
            + " coastguard navy treasury palace regulator chamber union federation association industry company companies firm group foundation organisation organization society"
            + " authority bureau service mission consulate commentary editorial article letter banner tweet post note memo summary poll board staff kremlin house"
    );

    /// <summary>True for a description of a person ("a senior official"), false for one of a ministry, a firm or a paper.</summary>
    public static bool IsPersonal(string description)
    {
        var end = description.Length;
        foreach (var preposition in (ReadOnlySpan<string>)[" of ", " in ", " at ", " from ", " for ", " on "])
        {
            if (description.IndexOf(preposition, StringComparison.Ordinal) is > 0 and var at && at < end)
                end = at;
        }
        var head = description[..end];
        return !Bodies.Contains(head[(head.LastIndexOf(' ') + 1)..].ToLowerInvariant());
    }

    /// <summary>True for things that are read: what stands in marks behind them is theirs and nobody's speech.</summary>
    public static bool IsText(string lower) =>
        lower
            is "letter"
                or "banner"
                or "sign"
                or "slogan"
                or "poster"
                or "placard"
                or "headline"
                or "title"
                or "caption"
                or "inscription"
                or "label"
                or "name"
                or "treaty"
                or "article"
                or "clause"
                or "text"
                or "book"
                or "note"
                or "passage"
                or "line"
                or "verse"
                or "proverb"
                or "saying"
                or "song"
                or "poem"
                or "paragraph"
                or "sentence"
                or "memo"
                or "cable"
                or "telegram"
                or "email"
                or "message"
                or "statute"
                or "law"
                or "constitution"
                or "charter"
                or "preamble";

    public static bool IsPlaceHead(string lower) => PlaceHeads.Contains(lower);

    public static bool IsRole(string lower) => Roles.Contains(lower);

    public static bool IsDay(string lower) => Days.Contains(lower);

    public static bool IsInstitution(string lower) => Institutions.Contains(lower);

    public static bool IsParticle(string lower) => Particles.Contains(lower);

    public static bool IsFamilyFirst(string lower) => FamilyFirst.Contains(lower);

    public static bool IsSource(string lower) => SourceWords.Contains(lower);

    /// <summary>A word with a capital letter that can be part of a name: not a sentence opener such as "But", not a day.</summary>
    public static bool CanBeName(Token token) =>
        token.Kind == TokenKind.Word && char.IsUpper(token.Text[0]) && !Abbreviations.Opens(token.Text) && !Days.Contains(token.Lower);

    public static bool IsDeterminer(string lower) =>
        lower
            is "the"
                or "a"
                or "an"
                or "one"
                or "another"
                or "some"
                or "several"
                or "many"
                or "most"
                or "other"
                or "two"
                or "three"
                or "its"
                or "their"
                or "both"
                or "his"
                or "her"
                or "our";

    private static HashSet<string> Set(string words) => words.Split(' ').Distinct().ToHashSet(StringComparer.Ordinal);
}
