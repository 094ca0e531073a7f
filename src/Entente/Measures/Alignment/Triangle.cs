namespace Entente.Measures.Alignment;

/// <summary>What a tie between two states is, once thresholds are laid to it.</summary>
public enum TieSign
{
    /// <summary>There is no figure.</summary>
    Unknown,

    Negative,

    /// <summary>Between the thresholds: neither.</summary>
    Neutral,

    Positive,
}

/// <summary>
/// Lowell Dittmer's kinds of triangle: The Strategic Triangle: An Elementary Game-Theoretical Analysis, World Politics 33(4), 1981: 485-515.
/// </summary>
public enum TriangleKind
{
    /// <summary>A tie is neutral or unknown; see <see cref="TriangleReading.Possible"/>.</summary>
    Undecided,

    /// <summary>Ménage à trois: all three ties are positive.</summary>
    Menage,

    /// <summary>Two positive ties and one negative: the pivot has both positive ones, the two wings are at odds.</summary>
    Romantic,

    /// <summary>One positive tie and two negative ones: two partners and an outcast.</summary>
    StableMarriage,

    /// <summary>All three ties are negative.</summary>
    UnitVeto,
}

/// <summary>Whether a triangle is balanced.</summary>
public enum Balance
{
    /// <summary>A tie is neutral or unknown, and the others do not decide.</summary>
    Undecided,

    /// <summary>The product of the three signs is positive.</summary>
    Balanced,

    /// <summary>It is negative: some state has a friend whose friend is its foe.</summary>
    Unbalanced,
}

/// <summary>From which value on a tie is positive, and from which on negative; between them it is neutral.</summary>
/// <param name="Positive">Values at or above it are positive.</param>
/// <param name="Negative">Values at or below it are negative; less than <paramref name="Positive"/>.</param>
public readonly record struct TieThresholds(double Positive, double Negative)
{
    /// <exception cref="ArgumentException">The thresholds are not in order.</exception>
    public TieSign Sign(double? value) =>
        !(Negative < Positive) ? throw new ArgumentException("the negative threshold lies below the positive one")
        : value is not { } v || double.IsNaN(v) ? TieSign.Unknown
        : v >= Positive ? TieSign.Positive
        : v <= Negative ? TieSign.Negative
        : TieSign.Neutral;
}

/// <summary>A triangle of states as two schools see it: Dittmer's kind, and structural balance. They do not say the same; both are given.</summary>
public sealed record TriangleReading
{
    /// <summary>The signs of the ties first–second, first–third, second–third.</summary>
    public required IReadOnlyList<TieSign> Signs { get; init; }

    public required TriangleKind Kind { get; init; }

    /// <summary>The kinds that are possible, should neutral and unknown ties be either way; one where the kind is decided.</summary>
    public required IReadOnlyList<TriangleKind> Possible { get; init; }

    /// <summary>Romantic: the place (0, 1, 2) of the pivot. Stable marriage: that of the outcast. Null otherwise.</summary>
    public required int? Place { get; init; }

    /// <summary>
    /// By Dorwin Cartwright and Frank Harary (1956), Structural Balance: A Generalization of Heider's Theory, Psychological Review 63(5):
    /// 277-293: one or three positive ties are balanced, none or two are not.
    /// </summary>
    public required Balance Structural { get; init; }

    /// <summary>
    /// By James A. Davis (1967), Clustering and Structural Balance in Graphs, Human Relations 20(2): 181-187: three foes need not be
    /// unstable; only two positive ties and one negative are.
    /// </summary>
    public required Balance Weak { get; init; }

    /// <summary>True where Dittmer has a state gain (the pivot) in what structural balance calls unstable.</summary>
    public bool SchoolsDisagree => Kind == TriangleKind.Romantic;
}

/// <summary>Reads three ties between three states.</summary>
public static class Triangle
{
    /// <summary>Classifies by values and thresholds.</summary>
    /// <param name="firstSecond">The tie of the first and the second, in the unit of the thresholds; null where unknown.</param>
    /// <param name="firstThird">The tie of the first and the third.</param>
    /// <param name="secondThird">The tie of the second and the third.</param>
    /// <param name="thresholds">Stated wherever the reading is shown: another choice may give another triangle.</param>
    public static TriangleReading Read(double? firstSecond, double? firstThird, double? secondThird, TieThresholds thresholds) =>
        Read(thresholds.Sign(firstSecond), thresholds.Sign(firstThird), thresholds.Sign(secondThird));

    /// <summary>Classifies by signs.</summary>
    public static TriangleReading Read(TieSign firstSecond, TieSign firstThird, TieSign secondThird)
    {
        TieSign[] signs = [firstSecond, firstThird, secondThird];
        var (positive, open) = (0, 0);
        foreach (var sign in signs)
        {
            positive += sign == TieSign.Positive ? 1 : 0;
            open += sign is TieSign.Positive or TieSign.Negative ? 0 : 1;
        }
        var possible = new List<TriangleKind>();
        for (var more = 0; more <= open; more++)
            possible.Add(KindOf(positive + more));
        var kind = open == 0 ? possible[0] : TriangleKind.Undecided;
        return new()
        {
            Signs = signs,
            Kind = kind,
            Possible = possible,
            Place = PlaceOf(kind, signs),
            Structural = Verdict(possible, k => k is TriangleKind.Menage or TriangleKind.StableMarriage),
            Weak = Verdict(possible, k => k is not TriangleKind.Romantic),
        };
    }

    private static TriangleKind KindOf(int positive) =>
        positive switch
        {
            3 => TriangleKind.Menage,
            2 => TriangleKind.Romantic,
            1 => TriangleKind.StableMarriage,
            _ => TriangleKind.UnitVeto,
        };

    /// <summary>The state that the odd tie does not touch: the pivot is no party to the only negative tie, the outcast to the only positive one.</summary>
    private static int? PlaceOf(TriangleKind kind, TieSign[] signs) =>
        kind switch
        {
            TriangleKind.Romantic => 2 - Array.IndexOf(signs, TieSign.Negative),
            TriangleKind.StableMarriage => 2 - Array.IndexOf(signs, TieSign.Positive),
            _ => null,
        };

    private static Balance Verdict(List<TriangleKind> possible, Func<TriangleKind, bool> balanced) =>
        possible.TrueForAll(k => balanced(k)) ? Balance.Balanced
        : possible.Exists(k => balanced(k)) ? Balance.Undecided
        : Balance.Unbalanced;
}
