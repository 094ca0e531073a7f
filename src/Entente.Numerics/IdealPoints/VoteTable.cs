using Entente.Numerics.Distributions;

namespace Entente.Numerics.IdealPoints;

/// <summary>
/// Votes laid out for computing. By item: three blocks (yes, abstain, no), each of a whole number of vectors, so that all lanes of a vector are
/// of one kind. By cell (a state in a period in which it voted): where its votes stand among the blocks.
/// </summary>
internal sealed class VoteTable
{
    public const int Choices = 3;

    public VoteTable(OrdinalVotes votes, double smoothing)
    {
        votes.Check();
        (Items, States) = (votes.Items, votes.States);
        Cells = NumberCells(votes, out var cellOfVote);
        LayOutItems(votes, cellOfVote);
        LayOutCells();
        Steps(smoothing);
    }

    public int Items { get; }

    public int States { get; }

    public int Cells { get; }

    public int Votes { get; private set; }

    /// <summary>Where the block of item v and choice y begins: at 3v + y. One more entry is the end of all.</summary>
    public int[] BlockStart { get; private set; } = [];

    /// <summary>How many votes a block has; the rest up to the next block is padding.</summary>
    public int[] BlockCount { get; private set; } = [];

    /// <summary>The cell of each place in the blocks; 0 in the padding.</summary>
    public int[] CellAt { get; private set; } = [];

    /// <summary>The places of the votes of cell c: from CellStart[c] to CellStart[c + 1] in PlaceOf.</summary>
    public int[] CellStart { get; private set; } = [];

    public int[] PlaceOf { get; private set; } = [];

    /// <summary>The item of each entry of PlaceOf.</summary>
    public int[] ItemOf { get; private set; } = [];

    /// <summary>The cells of state i, in the order of time: from StateStart[i] to StateStart[i + 1].</summary>
    public int[] StateStart { get; private set; } = [];

    public int[] StateOfCell { get; private set; } = [];

    public int[] PeriodOfCell { get; private set; } = [];

    /// <summary>The variance of the step from the state's cell before to this one; 0 for its first.</summary>
    public double[] StepVariance { get; private set; } = [];

    /// <summary>The longest three blocks of an item together, for buffers.</summary>
    public int LongestItem { get; private set; }

    /// <summary>The first place of an item; that of the next is its end.</summary>
    public int ItemStart(int item) => BlockStart[item * Choices];

    private int NumberCells(OrdinalVotes votes, out int[] cellOfVote)
    {
        var cellAt = new int[votes.States * votes.Periods];
        for (var i = 0; i < votes.Count; i++)
            cellAt[(votes.State[i] * votes.Periods) + votes.Period[i]] = 1;
        StateStart = new int[votes.States + 1];
        List<int> states = [],
            periods = [];
        for (var state = 0; state < votes.States; state++)
        {
            for (var period = 0; period < votes.Periods; period++)
            {
                if (cellAt[(state * votes.Periods) + period] == 0)
                    continue;
                cellAt[(state * votes.Periods) + period] = states.Count;
                states.Add(state);
                periods.Add(period);
            }
            StateStart[state + 1] = states.Count;
        }
        (StateOfCell, PeriodOfCell) = ([.. states], [.. periods]);
        cellOfVote = new int[votes.Count];
        for (var i = 0; i < votes.Count; i++)
            cellOfVote[i] = cellAt[(votes.State[i] * votes.Periods) + votes.Period[i]];
        return states.Count;
    }

    private void LayOutItems(OrdinalVotes votes, int[] cellOfVote)
    {
        Votes = votes.Count;
        BlockCount = new int[Items * Choices];
        for (var i = 0; i < votes.Count; i++)
            BlockCount[(votes.Item[i] * Choices) + votes.Choice[i]]++;
        BlockStart = new int[BlockCount.Length + 1];
        for (var b = 0; b < BlockCount.Length; b++)
            BlockStart[b + 1] = BlockStart[b] + Padded(BlockCount[b]);
        for (var v = 0; v < Items; v++)
            LongestItem = Math.Max(LongestItem, ItemStart(v + 1) - ItemStart(v));
        CellAt = new int[BlockStart[^1]];
        // By cell, so that the layout does not depend on the order in which votes were given.
        var order = new int[votes.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort((int[])cellOfVote.Clone(), order);
        var next = (int[])BlockStart.Clone();
        foreach (var i in order)
            CellAt[next[(votes.Item[i] * Choices) + votes.Choice[i]]++] = cellOfVote[i];
    }

    private void LayOutCells()
    {
        CellStart = new int[Cells + 1];
        for (var b = 0; b < BlockCount.Length; b++)
        for (var k = 0; k < BlockCount[b]; k++)
            CellStart[CellAt[BlockStart[b] + k] + 1]++;
        for (var c = 0; c < Cells; c++)
            CellStart[c + 1] += CellStart[c];
        PlaceOf = new int[Votes];
        ItemOf = new int[Votes];
        var next = (int[])CellStart.Clone();
        for (var b = 0; b < BlockCount.Length; b++)
        for (var k = 0; k < BlockCount[b]; k++)
        {
            var at = next[CellAt[BlockStart[b] + k]]++;
            PlaceOf[at] = BlockStart[b] + k;
            ItemOf[at] = b / Choices;
        }
    }

    private void Steps(double smoothing)
    {
        StepVariance = new double[Cells];
        for (var c = 1; c < Cells; c++)
            if (StateOfCell[c] == StateOfCell[c - 1])
            {
                var (now, before) = ((double)(CellStart[c + 1] - CellStart[c]), (double)(CellStart[c] - CellStart[c - 1]));
                StepVariance[c] = smoothing * now / (now + before);
            }
    }

    private static int Padded(int count) => (count + StandardNormal.Lanes - 1) / StandardNormal.Lanes * StandardNormal.Lanes;
}
