namespace Entente.Numerics.IdealPoints;

/// <summary>
/// Where a fit begins: one position for each state over all periods, the leading components of the votes after each item's mean is taken off, found by
/// iterating the power method over the votes that there are.
/// </summary>
internal static class StartingPositions
{
    private const int Rounds = 40;

    public static void Set(VoteTable table, FitState fit, int dimensions)
    {
        var first = Component(table, null);
        var second = dimensions == 2 ? Component(table, first) : first;
        for (var c = 0; c < table.Cells; c++)
        {
            fit.X[c] = first[table.StateOfCell[c]];
            fit.Y[c] = dimensions == 2 ? second[table.StateOfCell[c]] : 0;
        }
        fit.Standardise(dimensions);
        if (dimensions == 1)
            Array.Clear(fit.Y);
    }

    private static double[] Component(VoteTable table, double[]? without)
    {
        var votes = new double[table.States];
        for (var c = 0; c < table.Cells; c++)
            votes[table.StateOfCell[c]] += table.CellStart[c + 1] - table.CellStart[c];
        var states = new double[table.States];
        for (var i = 0; i < states.Length; i++)
            states[i] = Math.Cos(i + (without is null ? 0 : 0.5));
        var next = new double[table.States];
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(next);
            for (var v = 0; v < table.Items; v++)
                Item(table, v, states, next);
            for (var i = 0; i < next.Length; i++)
                next[i] /= Math.Max(1, votes[i]);
            if (without is not null)
                Deflate(next, without, votes);
            Scale(next, votes);
            (states, next) = (next, states);
        }
        return states;
    }

    private static void Item(VoteTable table, int item, double[] states, double[] next)
    {
        var (all, sum) = (0, 0);
        for (var choice = 0; choice < VoteTable.Choices; choice++)
        {
            var count = table.BlockCount[(item * VoteTable.Choices) + choice];
            all += count;
            sum += count * choice;
        }
        if (all == 0)
            return;
        var mean = (double)sum / all;
        var loading = 0.0;
        for (var pass = 0; pass < 2; pass++)
        for (var choice = 0; choice < VoteTable.Choices; choice++)
        {
            var block = (item * VoteTable.Choices) + choice;
            for (var k = 0; k < table.BlockCount[block]; k++)
            {
                var state = table.StateOfCell[table.CellAt[table.BlockStart[block] + k]];
                if (pass == 0)
                    loading += (choice - mean) * states[state] / all;
                else
                    next[state] += (choice - mean) * loading;
            }
        }
    }

    private static void Deflate(double[] values, double[] without, double[] votes)
    {
        var (shared, all) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            shared += votes[i] * values[i] * without[i];
            all += votes[i] * without[i] * without[i];
        }
        for (var i = 0; i < values.Length; i++)
            values[i] -= shared / all * without[i];
    }

    private static void Scale(double[] values, double[] votes)
    {
        var (squares, all) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            squares += votes[i] * values[i] * values[i];
            all += votes[i];
        }
        var size = Math.Sqrt(squares / all);
        for (var i = 0; i < values.Length; i++)
            values[i] = size > 0 ? values[i] / size : 0;
    }
}
