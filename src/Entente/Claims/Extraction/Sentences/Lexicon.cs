using System.Collections.Frozen;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Sentences;

/// <summary>The closed classes of words that frames are built on: change, share, rank, copula, reporting. Open classes are the catalogue's.</summary>
internal static class Lexicon
{
    private static readonly string[] UpVerbs = Words(
        """
        grow grows grew grown growing rise rises rose risen rising increase increases increased increasing jump jumps
        jumped jumping surge surges surged surging soar soars soared soaring climb climbs climbed climbing expand
        expands expanded expanding swell swelled gain gained leap leapt leaped skyrocket skyrocketed rocket rocketed
        balloon ballooned spike spiked accelerate accelerated up rebound rebounded recover recovered widen widened
        shoot shot edged inched advance advanced crept creep creeps creeping mounted
        """
    );

    private static readonly string[] DownVerbs = Words(
        """
        fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease
        decreases decreased decreasing shrink shrinks shrank shrunk shrinking slump slumped plunge plunged plunging
        tumble tumbled contract contracted slide slid dip dipped collapse collapsed plummet plummeted sink sank narrow
        narrowed reduce reduced cut slipped slip dwindled crashed down retreated halve ebbed tapered
        """
    );

    private static readonly string[] UpNouns = Words(
        """
        growth increase increases rise jump surge gain gains expansion leap spike uptick boost upswing rebound boom
        hike
        """
    );

    private static readonly string[] DownNouns = Words(
        """
        drop decline decrease fall slump plunge contraction reduction slide dip collapse downturn shrinkage cut
        """
    );

    public static readonly FrozenDictionary<string, Change> ChangeVerbs = Table(UpVerbs, DownVerbs);

    public static readonly FrozenDictionary<string, Change> ChangeNouns = Table(UpNouns, DownNouns);

    /// <summary>"X accounts for 18 percent of Y".</summary>
    public static readonly FrozenSet<string> ShareVerbs = Set(
        """
        account accounts accounted accounting represent represents represented representing constitute constitutes
        constituted constituting comprise comprises comprised comprising make makes made making contribute contributed
        contributes form forms formed
        """
    );

    public static readonly FrozenSet<string> ThresholdNouns = Set(
        """
        mark threshold milestone barrier level line
        """
    );

    public static readonly FrozenSet<string> TargetNouns = Set(
        """
        target targets goal goals objective aim ambition
        """
    );

    public static readonly FrozenSet<string> TargetVerbs = Set(
        """
        aim aims aimed aiming plan plans planned planning pledge pledged pledges pledging vow vowed vows intend
        intended intends want wants wanted hope hopes hoped hoping seek seeks sought agreed agree agrees committed
        resolved set undertook undertake undertakes promise promised promises
        """
    );

    public static readonly FrozenSet<string> CrossVerbs = Set(
        """
        surpass surpasses surpassed surpassing exceed exceeds exceeded exceeding top topped topping tops cross crossed
        crosses crossing pass passed passing break broke breaking breached breach breaching overshot eclipsed hit
        reached reach reaching hitting
        """
    );

    public static readonly FrozenSet<string> Copulas = Set(
        """
        is are was were be been being became become becomes becoming remain remains remained remaining as made stayed
        ranked ranks emerged has have had represents still now possesses owns fields boasts maintains holds
        """
    );

    public static readonly FrozenSet<string> Prepositions = Set(
        """
        to from with of for against in by on toward towards into between among at over about via through than like
        without under after before since during within outside near behind
        """
    );

    public static readonly FrozenSet<string> Months = Set(
        """
        january february march april may june july august september october november december
        """
    );

    public static readonly FrozenSet<string> Auxiliaries = Set(
        """
        is are was were be been being has have had having do does did will would can could may might must shall should
        """
    );

    private static FrozenDictionary<string, Change> Table(string[] up, string[] down)
    {
        var table = new Dictionary<string, Change>(StringComparer.Ordinal);
        foreach (var word in up)
            table[word] = Change.Up;
        foreach (var word in down)
            table.TryAdd(word, Change.Down);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The words of a text as a set.</summary>
    internal static FrozenSet<string> Set(string words) => Words(words).ToFrozenSet(StringComparer.Ordinal);

    private static string[] Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
