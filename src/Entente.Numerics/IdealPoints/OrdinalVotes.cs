namespace Entente.Numerics.IdealPoints;

/// <summary>
/// Votes in three ordered categories, as triples: who (a state in a period), on what (an item), how. Whoever did not vote has no entry.
/// </summary>
public sealed record OrdinalVotes
{
    /// <summary>How many states; they are numbered from 0.</summary>
    public required int States { get; init; }

    /// <summary>How many periods, in the order of time.</summary>
    public required int Periods { get; init; }

    /// <summary>How many items. Roll calls on one and the same text are one item: what is asked does not change, who is asked does.</summary>
    public required int Items { get; init; }

    public required int[] State { get; init; }

    public required int[] Period { get; init; }

    public required int[] Item { get; init; }

    /// <summary>0, 1 or 2: yes, abstain, no.</summary>
    public required byte[] Choice { get; init; }

    public int Count => Choice.Length;

    /// <summary>The votes that <paramref name="keep"/> marks.</summary>
    public OrdinalVotes Where(bool[] keep)
    {
        ArgumentNullException.ThrowIfNull(keep);
        return this with { State = Kept(State, keep), Period = Kept(Period, keep), Item = Kept(Item, keep), Choice = Kept(Choice, keep) };
    }

    private static T[] Kept<T>(T[] values, bool[] keep)
    {
        var kept = new List<T>(values.Length);
        for (var i = 0; i < values.Length; i++)
            if (keep[i])
                kept.Add(values[i]);
        return [.. kept];
    }

    internal void Check()
    {
        if (State.Length != Count || Period.Length != Count || Item.Length != Count)
            throw new ArgumentException("one state, one period, one item and one choice for each vote");
        for (var i = 0; i < Count; i++)
            if ((uint)State[i] >= (uint)States || (uint)Period[i] >= (uint)Periods || (uint)Item[i] >= (uint)Items || Choice[i] > 2)
                throw new ArgumentException(
                    $"vote {i} is state {State[i]} of {States}, period {Period[i]} of {Periods}, item {Item[i]} of {Items}, choice {Choice[i]} of 0 to 2"
                );
    }
}
