namespace Entente.Sources.Panel;

/// <summary>A row of the panel: who, with whom, when.</summary>
/// <param name="State1">The state whose row it is, by its place in <see cref="SystemYears.Numbers"/>.</param>
/// <param name="State2">With whom.</param>
/// <param name="Year">From 0.</param>
/// <param name="Slot">Its place in the arrays of directed values; <c>Slot ^ 1</c> is the other direction, <c>Slot &gt;&gt; 1</c> the pair.</param>
internal readonly record struct DyadYear(int State1, int State2, int Year, int Slot);

/// <summary>
/// Where the values of a pair of states in a year lie: every pair has a run of places from the first to the last year in which both were
/// members. So arrays are hardly longer than the panel (a tenth of what all pairs and years would take).
/// </summary>
internal sealed class DyadYears
{
    private readonly SystemYears system;

    /// <summary>For each pair, first the place of year 0 (were it in the run), the first and the last year.</summary>
    private readonly int[] origin;
    private readonly short[] first;
    private readonly short[] last;

    public DyadYears(SystemYears system)
    {
        this.system = system;
        var n = system.Count;
        origin = new int[n * n];
        first = new short[n * n];
        last = new short[n * n];
        for (var i = 0; i < n; i++)
        for (var j = i + 1; j < n; j++)
        {
            var (from, to) = (0, system.Years - 1);
            while (from <= to && !(system.IsMember(i, from) && system.IsMember(j, from)))
                from++;
            while (to >= from && !(system.IsMember(i, to) && system.IsMember(j, to)))
                to--;
            foreach (var pair in (ReadOnlySpan<int>)[(i * n) + j, (j * n) + i])
                (origin[pair], first[pair], last[pair]) = (Pairs - from, (short)from, (short)to);
            Pairs += to - from + 1;
        }
    }

    /// <summary>How many places arrays of undirected values have.</summary>
    public int Pairs { get; }

    /// <summary>How many places arrays of directed values have.</summary>
    public int Slots => Pairs * 2;

    public SystemYears System => system;

    /// <summary>The first and the last year, from 0, in which both were members; the last before the first where there is none.</summary>
    public (int First, int Last) Span(int state1, int state2)
    {
        var pair = (state1 * system.Count) + state2;
        return (first[pair], last[pair]);
    }

    /// <summary>The place of a direction; -1 outside the years of the pair.</summary>
    public int Slot(int state1, int state2, int year)
    {
        if (state1 < 0 || state2 < 0 || state1 == state2)
            return -1;
        var pair = (state1 * system.Count) + state2;
        return year >= first[pair] && year <= last[pair] ? ((origin[pair] + year) * 2) + (state1 < state2 ? 0 : 1) : -1;
    }

    /// <summary>The places of a direction between two parties of a store's table: none, one, or two where one was a member under two numbers.</summary>
    /// <param name="party1">The store's number of the first party.</param>
    /// <param name="party2">Of the second.</param>
    /// <param name="year">The year itself.</param>
    /// <param name="slots">Room for four.</param>
    /// <returns>How many were found.</returns>
    public int Find(int party1, int party2, int year, Span<int> slots)
    {
        year -= system.From;
        if (year < 0 || year >= system.Years)
            return 0;
        var one = system.OfParty(party1, year, out var otherOne);
        var two = system.OfParty(party2, year, out var otherTwo);
        if (one < 0 || two < 0)
            return 0;
        var found = 0;
        Take(Slot(one, two, year), slots, ref found);
        if (otherOne >= 0)
            Take(Slot(otherOne, two, year), slots, ref found);
        if (otherTwo >= 0)
            Take(Slot(one, otherTwo, year), slots, ref found);
        return found;
    }

    private static void Take(int slot, Span<int> slots, ref int found)
    {
        if (slot >= 0)
            slots[found++] = slot;
    }

    /// <summary>How many directed dyad-years there are.</summary>
    public long Rows()
    {
        var rows = 0L;
        for (var year = 0; year < system.Years; year++)
        {
            var members = 0L;
            for (var state = 0; state < system.Count; state++)
                if (system.IsMember(state, year))
                    members++;
            rows += members * (members - 1);
        }
        return rows;
    }
}
