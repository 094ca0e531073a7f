using Entente.Numerics.Distributions;

namespace Entente.Numerics.IdealPoints;

/// <summary>Why two states agreed more or less in one period than in an earlier one. The parts add up to the change.</summary>
public sealed record AgreementChange
{
    /// <summary>Mean agreement on the votes that both cast in the first period, 0 to 1.</summary>
    public required double Before { get; init; }

    public required double After { get; init; }

    /// <summary>What of the change comes of the two positions having moved, votes as they were: the mean over both sets of votes.</summary>
    public required double Position { get; init; }

    /// <summary>What comes of other things having been voted on, positions as they were.</summary>
    public required double Agenda { get; init; }

    /// <summary>What is left: what the model does not say of single votes, in the later period less in the earlier.</summary>
    public required double Chance { get; init; }

    /// <summary>How many votes both cast in the first and in the second period.</summary>
    public required (int Before, int After) Votes { get; init; }

    public double Change => After - Before;

    /// <summary>
    /// Splits the change of mean agreement (1 − |x − y|/2 over yes, abstain, no) between two periods. With E(θ, J) the agreement that positions θ
    /// lead one to expect on the votes J, position is the mean of E(θ₁, J₀) − E(θ₀, J₀) and E(θ₁, J₁) − E(θ₀, J₁), agenda the mean of
    /// E(θ₀, J₁) − E(θ₀, J₀) and E(θ₁, J₁) − E(θ₁, J₀) (Shapley's value of two causes; Shorrocks 2013, Journal of Economic Inequality 11:99), chance
    /// the change of what was observed less what was expected.
    /// </summary>
    /// <param name="fit">Positions and items.</param>
    /// <param name="votes">The votes that it was fitted to.</param>
    /// <param name="first">A state.</param>
    /// <param name="second">Another.</param>
    /// <param name="before">The earlier period.</param>
    /// <param name="after">The later.</param>
    /// <returns>Null where one of the two has no position in one of the periods, or they have no vote in common in it.</returns>
    /// <exception cref="InvalidOperationException">The fit did not converge.</exception>
    public static AgreementChange? Of(IdealPointFit fit, OrdinalVotes votes, int first, int second, int before, int after)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(votes);
        if (!fit.Converged)
            throw new InvalidOperationException("the fit did not converge: it says nothing");
        int[] cells = [fit.Cell(first, before), fit.Cell(second, before), fit.Cell(first, after), fit.Cell(second, after)];
        if (cells.Any(c => c < 0))
            return null;
        var (then, now) = (Common(votes, first, second, before), Common(votes, first, second, after));
        if (then.Items.Count == 0 || now.Items.Count == 0)
            return null;
        var e00 = Expected(fit, cells[0], cells[1], then.Items);
        var e01 = Expected(fit, cells[0], cells[1], now.Items);
        var e10 = Expected(fit, cells[2], cells[3], then.Items);
        var e11 = Expected(fit, cells[2], cells[3], now.Items);
        return new()
        {
            Before = then.Agreement,
            After = now.Agreement,
            Position = ((e10 - e00) + (e11 - e01)) / 2,
            Agenda = ((e01 - e00) + (e11 - e10)) / 2,
            Chance = now.Agreement - e11 - (then.Agreement - e00),
            Votes = (then.Items.Count, now.Items.Count),
        };
    }

    /// <summary>The items of a period on which both voted, and how far they agreed.</summary>
    private static (List<int> Items, double Agreement) Common(OrdinalVotes votes, int first, int second, int period)
    {
        var one = new Dictionary<int, byte>();
        var two = new Dictionary<int, byte>();
        for (var i = 0; i < votes.Count; i++)
            if (votes.Period[i] == period)
            {
                if (votes.State[i] == first)
                    one[votes.Item[i]] = votes.Choice[i];
                else if (votes.State[i] == second)
                    two[votes.Item[i]] = votes.Choice[i];
            }
        var items = new List<int>();
        var sum = 0.0;
        foreach (var item in one.Keys.Where(two.ContainsKey).Order())
        {
            items.Add(item);
            sum += 1 - (Math.Abs(one[item] - two[item]) / 2.0);
        }
        return (items, items.Count == 0 ? 0 : sum / items.Count);
    }

    /// <summary>The agreement that the positions of two cells lead one to expect on some items.</summary>
    private static double Expected(IdealPointFit fit, int one, int two, List<int> items)
    {
        var sum = 0.0;
        Span<double> a = stackalloc double[3];
        Span<double> b = stackalloc double[3];
        foreach (var item in items)
        {
            Choices(fit, one, item, a);
            Choices(fit, two, item, b);
            for (var k = 0; k < 3; k++)
            for (var l = 0; l < 3; l++)
                sum += a[k] * b[l] * (1 - (Math.Abs(k - l) / 2.0));
        }
        return sum / items.Count;
    }

    /// <summary>P(yes), P(abstain), P(no) of a cell on an item: Φ(κ₁ − βθ), Φ(κ₂ − βθ) − Φ(κ₁ − βθ), the rest.</summary>
    private static void Choices(IdealPointFit fit, int cell, int item, Span<double> probability)
    {
        var utility = 0.0;
        for (var d = 0; d < fit.Dimensions; d++)
            utility += fit.Discrimination[d][item] * fit.Position[d][cell];
        var (yes, notNo) = (StandardNormal.Cumulative(fit.Cut1[item] - utility), StandardNormal.Cumulative(fit.Cut2[item] - utility));
        (probability[0], probability[1], probability[2]) = (yes, notNo - yes, 1 - notNo);
    }
}
