namespace Entente.Reading.Text;

/// <summary>Words whose point does not end a sentence, and words that begin one.</summary>
internal static class Abbreviations
{
    private static readonly HashSet<string> BeforeNames = Set(
        "mr mrs ms mx dr prof gen lt col maj capt cpt cmdr sgt adm brig gov sen sens rep reps rev hon st ste pres amb atty supt messrs fr mt ft mme mlle hr"
    );

    private static readonly HashSet<string> BeforeFigures = Set(
        "no nos vol vols art arts sec secs para paras p pp fig figs ch chap approx est ca cf c jan feb mar apr jun jul aug sep sept oct nov dec res ed eds"
    );

    private static readonly HashSet<string> Inside = Set(
        "vs v al etc inc ltd co corp bros dept govt intl natl assn univ jr sr esq plc bn tn mn pct viz incl excl ave blvd rd"
    );

    /// <summary>Words that, with a capital letter, begin a sentence rather than go on with a name.</summary>
    private static readonly HashSet<string> Openers = Set(
        "the a an in it its he she his her him they their we our you your i my but and or so yet nor for if as at on by to of with from this that these those there here"
            + " when while where what who why how after before since until although though because however moreover meanwhile instead indeed still even despite"
            + " now then thus both not no nor only one two three some many most much more several each every all any such under over between among during within"
            + " according another other others like unlike together today yesterday tomorrow last next once again also perhaps maybe is are was were has have had"
            + " do does did will would could should may might can must let through throughout across against without about"
    );

    public static bool BeforeName(ReadOnlySpan<char> word) => Has(BeforeNames, word);

    public static bool BeforeFigure(ReadOnlySpan<char> word) => Has(BeforeFigures, word);

    public static bool WithinSentence(ReadOnlySpan<char> word) => Has(Inside, word);

    public static bool Opens(ReadOnlySpan<char> word) => Has(Openers, word);

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static bool Has(HashSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
