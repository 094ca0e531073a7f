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
    );

    private static readonly HashSet<string> Days = Set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december"
    );

    private static readonly HashSet<string> Institutions = Set(
        "party council organization organisation university ministry center centre institute institution war street house news times post affairs committee union nations states"
            + " bank fund group corporation company congress parliament forces agency commission department office court organisation association foundation forum summit conference"
            + " agreement treaty act policy program programme strategy security north south east west northern southern eastern western sea ocean river island islands strait province"
            + " republic kingdom federation people's government world international global new journal review magazine press radio television network school college academy"
    );

    private static readonly HashSet<string> Particles = Set(
        "de van von der den del della di da la le al el bin bint ibn ben ter ten zu abu"
    );

    /// <summary>Family names that come before the given name, as Chinese, Korean and Vietnamese ones do.</summary>
    private static readonly HashSet<string> FamilyFirst = Set(
        "xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng"
            + " lu lü su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long"
            + " wan duan qian yin yi chang kim park moon yoon nguyen tran pham vo tsai lai"
    );

    private static readonly HashSet<string> SourceWords = Set(
        "official officials analyst analysts critic critics expert experts economist economists diplomat diplomats researcher researchers source sources observer observers"
            + " aide aides supporter supporters scholar scholars leaders authorities ministers lawmakers investigators people many some others one most few advisers"
            + " spokesman spokeswoman spokesperson ministry government governments report reports statement study survey commentators journalists reporters officers commanders"
            + " colleagues friends executives traders bankers strategists historians politicians presidents media readout communique communiqué paper document declaration"
            + " agency department office institute bank commission committee council parliament delegation team embassy newspaper magazine press author authors"
            + " adviser advisor minister president leader secretary ambassador envoy general commander commissioner chief head director economist strategist trader"
            + " representative representatives delegate delegates figures data estimates polls forecasters army military police court prosecutors lawyers"
    );

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
