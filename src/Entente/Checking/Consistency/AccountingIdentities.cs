using Entente.Numerics.Feasibility;
using Entente.Numerics.Intervals;

namespace Entente.Checking.Consistency;

/// <summary>The identities that hold between figures whatever their values, added for the figures that a text speaks of.</summary>
internal static class AccountingIdentities
{
    public const string TotalTrade = "total = exports + imports";
    public const string BalanceOfTrade = "balance = exports − imports";
    public const string PartOfWhole = "part ≤ whole";
    public const string SharesOfWhole = "shares sum ≤ 100 %";
    public const string PartsOfPeriod = "year = sum of its parts";
    public const string Subset = "subset ≤ set";
    public const string RankedOrder = "rank order";
    public const string Dates = "dates";
    public const string OneValue = "one figure, one value";

    public static void Add(ClaimSystem system, ExpressionCompiler compiler, ConsistencyVocabulary vocabulary)
    {
        AddTotals(system);
        AddParts(system, vocabulary);
        AddPeriods(system, vocabulary);
        AddShares(system, compiler, vocabulary);
        AddRanks(system);
    }

    /// <summary>Trade and balance bring both flows with them, spoken of or not: each flow alone bounds the total.</summary>
    private static void AddTotals(ClaimSystem system)
    {
        for (var v = 0; v < system.Figures.Count; v++)
        {
            if (system.Figures[v] is not { Role: Figure.Trade or Figure.Balance } figure)
                continue;
            var outward = Flow(figure, figure.From, figure.To);
            var inward = Flow(figure, figure.To, figure.From);
            if (figure.Role == Figure.Trade)
                system.Add(TotalTrade, Linear.Sum(v, outward, inward));
            else
                system.Add(BalanceOfTrade, new Linear([new(-1, v), new(1, outward), new(-1, inward)], Interval.Point(0)));
        }

        int Flow(Figure figure, string from, string to) =>
            system.Variable(
                figure with
                {
                    Measure = Figure.Flow + figure.Suffix,
                    From = from,
                    To = to,
                },
                figure.Suffix.Length == 0 ? FigureForm.Money : FigureForm.Number,
                nonNegative: true
            );
    }

    private static void AddParts(ClaimSystem system, ConsistencyVocabulary vocabulary)
    {
        var ofParty = Grouped(system, static f => (f.Measure, f.From));
        var worldwide = Grouped(system, static f => f.Measure);
        foreach (var figures in worldwide.Values)
            figures.RemoveAll(v => system.Figures[v] is not ({ From: Figure.World } or { To: Figure.World }));
        for (var p = 0; p < system.Figures.Count; p++)
        {
            if (system.Figures[p] is not { } part)
                continue;
            // Every case of IsPart asks that the whole be the same party's or all the world's; both lists are in the order of the figures.
            var (own, all) = (ofParty[(part.Measure, part.From)], worldwide[part.Measure]);
            for (var (i, j) = (0, 0); i < own.Count || j < all.Count; )
            {
                var w = j == all.Count || (i < own.Count && own[i] <= all[j]) ? own[i] : all[j];
                i += i < own.Count && own[i] == w ? 1 : 0;
                j += j < all.Count && all[j] == w ? 1 : 0;
                if (p != w && system.Figures[w] is { } whole && IsPart(part, whole, vocabulary))
                    system.Add(part.Measure.StartsWith(Figure.Count, StringComparison.Ordinal) ? Subset : PartOfWhole, Linear.AtMost(p, w));
            }
        }
    }

    /// <summary>The variables of figures by what they have in common, each group in the order in which the figures came up.</summary>
    private static Dictionary<TKey, List<int>> Grouped<TKey>(ClaimSystem system, Func<Figure, TKey> key)
        where TKey : notnull
    {
        var groups = new Dictionary<TKey, List<int>>();
        for (var v = 0; v < system.Figures.Count; v++)
        {
            if (system.Figures[v] is not { } figure)
                continue;
            var common = key(figure);
            if (!groups.TryGetValue(common, out var group))
                groups.Add(common, group = []);
            group.Add(v);
        }
        return groups;
    }

    /// <summary>True when what the first counts is all counted in the second.</summary>
    public static bool IsPart(Figure part, Figure whole, ConsistencyVocabulary vocabulary)
    {
        if (part == whole)
            return false;
        var samePeriod = part.SamePeriod(whole);
        var addsUp = part.Role switch
        {
            Figure.Flow or Figure.Trade => true,
            "count" => part.Measure is not "count:members",
            Figure.Balance => false,
            var measure => vocabulary.Cumulative(measure),
        };
        if (!samePeriod && !(addsUp && part.PeriodInside(whole)))
            return false;
        var itemIn = part.Item == whole.Item || whole.Item == Figure.Total || vocabulary.ItemWithin(part.Item, whole.Item);
        return part.Role switch
        {
            Figure.Flow => itemIn && Covers(part.From, whole.From) && Covers(part.To, whole.To),
            // trade(A, B) is within trade(A) and within trade(B).
            Figure.Trade => itemIn
                && ((part.From == whole.From && Covers(part.To, whole.To)) || (whole.To == Figure.World && part.To == whole.From)),
            "count" => part.From == whole.From && (part.To == whole.To || whole.To.Length == 0),
            _ => addsUp && itemIn && part.From == whole.From,
        };

        static bool Covers(string one, string other) => one == other || other == Figure.World;
    }

    /// <summary>Months, quarters or halves of one figure together are at most the longer period, and equal to it where none is missing.</summary>
    private static void AddPeriods(ClaimSystem system, ConsistencyVocabulary vocabulary)
    {
        var series = Grouped(system, static f => (f.Measure, f.From, f.To, f.Item));
        for (var w = 0; w < system.Figures.Count; w++)
        {
            if (system.Figures[w] is not { } whole)
                continue;
            var parts = new List<int>();
            foreach (var v in series[(whole.Measure, whole.From, whole.To, whole.Item)])
                if (system.Figures[v] is { } figure && figure.PeriodInside(whole) && IsPart(figure, whole, vocabulary))
                    parts.Add(v);
            if (parts.Count < 2)
                continue;
            foreach (var group in parts.GroupBy(v => Step(system.Figures[v]!)).Where(g => g.Key > 0).OrderBy(g => g.Key))
            {
                var ordered = group.OrderBy(v => system.Figures[v]!.Start).ToList();
                // Counts need not add up: a visit over the turn of the month is in both months.
                if (ordered.Count < 2 || whole.Role == "count")
                    continue;
                var gaps = ordered
                    .Zip(ordered.Skip(1))
                    .Select(p => DaysTo(system.Figures[p.Second]!.Start) - DaysTo(system.Figures[p.First]!.End) - 1)
                    .ToList();
                if (gaps.Any(g => g < 0))
                    continue;
                var complete =
                    gaps.All(g => g == 0)
                    && system.Figures[ordered[0]]!.Start == whole.Start
                    && system.Figures[ordered[^1]]!.End == whole.End;
                system.Add(PartsOfPeriod, SumWithin(w, ordered, complete));
            }
        }

        static double DaysTo(LocalDate? day) => Days.Of(day!.Value);

        // Months, quarters and halves by their length in days; other stretches may overlap and are left to "part ≤ whole".
        static int Step(Figure figure) =>
            (DaysTo(figure.End) - DaysTo(figure.Start) + 1) switch
            {
                >= 28 and <= 31 => 1,
                >= 89 and <= 92 => 3,
                >= 181 and <= 184 => 6,
                >= 365 and <= 366 => 12,
                _ => 0,
            };
    }

    /// <summary>Shares of one whole: none above it, a part's share within its own whole's, and those that exclude each other add up to at most all of it.</summary>
    private static void AddShares(ClaimSystem system, ExpressionCompiler compiler, ConsistencyVocabulary vocabulary)
    {
        foreach (var group in compiler.Shares.GroupBy(s => s.Whole))
        {
            var shares = group.ToList();
            foreach (var (share, part, whole) in shares)
            {
                if (IsPart(part, whole, vocabulary))
                    system.Add(PartOfWhole, Linear.In(share, new(0, 1)));
                foreach (var other in shares)
                    if (other.Share != share && IsPart(part, other.Part, vocabulary))
                        system.Add(PartOfWhole, Linear.AtMost(share, other.Share));
            }
            // Grown one by one in the order of the text: a share joins where it excludes all that have joined.
            var apart = new List<(int Share, Figure Part, Figure Whole)>();
            foreach (var candidate in shares)
                if (IsPart(candidate.Part, candidate.Whole, vocabulary) && apart.All(a => Excludes(a.Part, candidate.Part, vocabulary)))
                    apart.Add(candidate);
            if (apart.Count > 1)
                system.Add(SharesOfWhole, new Linear([.. apart.Select(a => new Term(1, a.Share))], new(double.NegativeInfinity, 1)));
        }
    }

    /// <summary>True when nothing is counted in both: other states of the same flow, or items that exclude each other.</summary>
    private static bool Excludes(Figure a, Figure b, ConsistencyVocabulary vocabulary)
    {
        if (a.Measure != b.Measure || !a.SamePeriod(b))
            return false;
        if (a.Item == b.Item)
            return a.Role switch
            {
                Figure.Flow => (a.From == b.From && OtherStates(a.To, b.To)) || (a.To == b.To && OtherStates(a.From, b.From)),
                Figure.Trade => OtherStates(Partner(a, b), Partner(b, a)),
                _ => false,
            };
        return a.From == b.From && a.To == b.To && vocabulary.ItemsApart(a.Item, b.Item);

        bool OtherStates(string x, string y) => x != y && vocabulary.IsState(x) && vocabulary.IsState(y);

        // Of two dyads with one party in common, the party that is not.
        static string Partner(Figure of, Figure other) =>
            of.From == other.From || of.From == other.To ? of.To
            : of.To == other.From || of.To == other.To ? of.From
            : "";
    }

    private static Linear SumWithin(int whole, IReadOnlyList<int> parts, bool complete) =>
        new([new(-1, whole), .. parts.Select(p => new Term(1, p))], new(complete ? 0 : double.NegativeInfinity, 0));

    private static void AddRanks(ClaimSystem system)
    {
        for (var i = 0; i < system.Ranks.Count; i++)
        for (var j = i + 1; j < system.Ranks.Count; j++)
            if (system.Ranks[i].List == system.Ranks[j].List && system.Ranks[i].Party != system.Ranks[j].Party)
                system.Add(
                    RankedOrder,
                    new RankOrder(system.Ranks[i].Rank, system.Ranks[j].Rank, system.Ranks[i].Value, system.Ranks[j].Value)
                );
    }
}
