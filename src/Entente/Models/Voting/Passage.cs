using Entente.Numerics.Distributions;
using Entente.Numerics.Random;
using Entente.Numerics.Voting;

namespace Entente.Models.Voting;

/// <summary>How one seat may vote: the probabilities of yes, no and abstaining (or staying away), which sum to one.</summary>
public readonly record struct Chances(double Yes, double No, double Abstain)
{
    public static Chances Certain(Record.VoteChoice choice) =>
        choice switch
        {
            Record.VoteChoice.Yes => new(1, 0, 0),
            Record.VoteChoice.No => new(0, 1, 0),
            _ => new(0, 0, 1),
        };
}

/// <summary>The probability that a proposal passes.</summary>
public sealed record PassageProbability
{
    public required double Passes { get; init; }

    /// <summary>Holds the probability with 0.95 where it was drawn (Wilson 1927, JASA 22:209); both ends are the probability where it was added up.</summary>
    public required (double Low, double High) Interval { get; init; }

    /// <summary>Draws; null where it was added up exactly.</summary>
    public int? Draws { get; init; }

    /// <summary>In how many steps the common shock was taken; null where there was none or it was drawn.</summary>
    public int? Shocks { get; init; }

    /// <summary>What the probability still moved by when the common shock was taken in half as many steps.</summary>
    public double Residual { get; init; }
}

/// <summary>
/// Passage from vote probabilities. Votes are independent given a common shock m, standard normal: a seat's vote follows √ρ·m + √(1 − ρ)·e, cut where
/// its own probabilities say (a one-factor probit; Vasicek 1987). With ρ = 0 votes are independent; with ρ = 1 all move together.
/// </summary>
public static class Passage
{
    private const double Cells = 4e8;
    private const int FewestSteps = 128;
    private const int MostSteps = 1 << 14;
    private const double Reach = 8;
    private const double Wide = 1.959963984540054;

    /// <param name="body">The body.</param>
    /// <param name="chances">One for each seat, in their order.</param>
    /// <param name="correlation">ρ, 0 to 1.</param>
    /// <param name="draws">How many where it cannot be added up.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="cancellation">Looked at in each step.</param>
    public static PassageProbability Of(
        VotingBody body,
        IReadOnlyList<Chances> chances,
        double correlation = 0,
        int draws = 100_000,
        ulong seed = 1,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(chances);
        ArgumentOutOfRangeException.ThrowIfNotEqual(chances.Count, body.Seats.Count);
        if (!(correlation is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "a number from 0 to 1");
        var tally = Tally.Of(body);
        if (correlation == 1)
            return Exactly(Together(body, chances), 0);
        // The nearer ρ is to 1, the more sharply votes turn with the shock: steps are half as wide as a turn.
        var steps =
            correlation == 0
                ? 0
                : (int)Math.Clamp(4 * Reach / Math.Sqrt((1 - correlation) / correlation) / 2, FewestSteps / 2, MostSteps / 2) * 2;
        if (tally is null || tally.Cost * (steps + 1) > Cells)
            return Drawn(body, draws, seed, correlation, chances, cancellation);
        if (correlation == 0)
            return Exactly(tally.Passes(chances), 0);
        var cuts = chances.Select(Cuts).ToArray();
        var (sum, half, weight, halfWeight) = (0.0, 0.0, 0.0, 0.0);
        for (var step = 0; step <= steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var m = Reach * ((2.0 * step / steps) - 1);
            var density = Math.Exp(-0.5 * m * m);
            var passes = tally.Passes([.. cuts.Select(c => Given(c, m, correlation))]);
            (sum, weight) = (sum + (density * passes), weight + density);
            if (step % 2 == 0)
                (half, halfWeight) = (half + (density * passes), halfWeight + density);
        }
        return Exactly(sum / weight, Math.Abs((sum / weight) - (half / halfWeight))) with { Shocks = steps + 1 };
    }

    /// <summary>With ρ = 1 one number moves all: between the places where somebody's vote turns nobody's does.</summary>
    private static double Together(VotingBody body, IReadOnlyList<Chances> chances)
    {
        double[] turns =
        [
            .. chances
                .SelectMany(c => (double[])[c.Yes, c.Yes + c.Abstain])
                .Append(0)
                .Append(1)
                .Select(t => Math.Clamp(t, 0, 1))
                .Distinct()
                .Order(),
        ];
        var passes = 0.0;
        for (var i = 1; i < turns.Length; i++)
            if (body.Passes([.. chances.Select(c => Vote(c, 0.5 * (turns[i - 1] + turns[i])))]))
                passes += turns[i] - turns[i - 1];
        return passes;
    }

    /// <summary>The mean over cases of which each has its own probabilities and weight ("texts like this one"): votes are independent within a case.</summary>
    public static PassageProbability Mixed(
        VotingBody body,
        IReadOnlyList<(double Weight, IReadOnlyList<Chances> Chances)> cases,
        int draws,
        ulong seed,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(cases);
        var total = cases.Sum(c => c.Weight);
        if (Tally.Of(body) is { } tally && tally.Cost * cases.Count <= Cells)
        {
            var sum = 0.0;
            foreach (var (weight, chances) in cases)
            {
                cancellation.ThrowIfCancellationRequested();
                sum += weight * tally.Passes(chances);
            }
            return Exactly(sum / total, 0);
        }
        var upTo = new double[cases.Count];
        var so = 0.0;
        for (var i = 0; i < upTo.Length; i++)
            upTo[i] = so += cases[i].Weight / total;
        return Counted(
            draws,
            draw =>
            {
                var random = new RandomStream(seed, (ulong)draw);
                var at = Array.BinarySearch(upTo, random.Uniform());
                var chances = cases[Math.Min(at < 0 ? ~at : at, upTo.Length - 1)].Chances;
                var votes = new Record.VoteChoice[chances.Count];
                for (var i = 0; i < votes.Length; i++)
                    votes[i] = Vote(chances[i], random.Uniform());
                return votes;
            },
            body,
            cancellation
        );
    }

    private static PassageProbability Exactly(double passes, double residual)
    {
        var held = Math.Clamp(passes, 0, 1);
        return new()
        {
            Passes = held,
            Interval = (held, held),
            Residual = residual,
        };
    }

    private static PassageProbability Drawn(
        VotingBody body,
        int draws,
        ulong seed,
        double correlation,
        IReadOnlyList<Chances> chances,
        CancellationToken cancellation
    )
    {
        var cuts = chances.Select(Cuts).ToArray();
        return Counted(
            draws,
            draw =>
            {
                var random = new RandomStream(seed, (ulong)draw);
                var m = correlation == 0 ? 0 : StandardNormal.Quantile(random.Uniform());
                var votes = new Record.VoteChoice[cuts.Length];
                for (var i = 0; i < votes.Length; i++)
                    votes[i] = Vote(correlation == 0 ? chances[i] : Given(cuts[i], m, correlation), random.Uniform());
                return votes;
            },
            body,
            cancellation
        );
    }

    private static PassageProbability Counted(
        int draws,
        Func<int, Record.VoteChoice[]> vote,
        VotingBody body,
        CancellationToken cancellation
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var passed = 0;
        for (var draw = 0; draw < draws; draw++)
        {
            if (draw % 1024 == 0)
                cancellation.ThrowIfCancellationRequested();
            passed += body.Passes(vote(draw)) ? 1 : 0;
        }
        var (p, n) = ((double)passed / draws, (double)draws);
        var middle = (p + (Wide * Wide / (2 * n))) / (1 + (Wide * Wide / n));
        var reach = Wide / (1 + (Wide * Wide / n)) * Math.Sqrt((p * (1 - p) / n) + (Wide * Wide / (4 * n * n)));
        return new()
        {
            Passes = p,
            Interval = (Math.Max(0, middle - reach), Math.Min(1, middle + reach)),
            Draws = draws,
        };
    }

    /// <summary>From yes over abstaining to no, so that one number orders them.</summary>
    private static Record.VoteChoice Vote(Chances chances, double u) =>
        u < chances.Yes ? Record.VoteChoice.Yes
        : u < chances.Yes + chances.Abstain ? Record.VoteChoice.Abstain
        : chances.No > 0 ? Record.VoteChoice.No
        : chances.Abstain > 0 ? Record.VoteChoice.Abstain
        : Record.VoteChoice.Yes;

    private static (double Yes, double Abstain) Cuts(Chances c) => (Quantile(c.Yes), Quantile(c.No == 0 ? 1 : c.Yes + c.Abstain));

    private static double Quantile(double share) => StandardNormal.Quantile(Math.Clamp(share, 0, 1));

    private static Chances Given((double Yes, double Abstain) cuts, double m, double correlation)
    {
        var (shift, scale) = (Math.Sqrt(correlation) * m, Math.Sqrt(1 - correlation));
        var yes = Below(cuts.Yes);
        var upTo = Below(cuts.Abstain);
        return new(yes, 1 - upTo, upTo - yes);
        double Below(double cut)
        {
            // With ρ = 1 nothing blurs the vote, and it is below the cut or above it.
            var z = (cut - shift) / scale;
            return double.IsInfinity(z) ? (z < 0 ? 0 : 1) : StandardNormal.Cumulative(z);
        }
    }

    /// <summary>The table in which a body's tallies are added up; null where no table of two counts tells whether it passes.</summary>
    private sealed class Tally
    {
        private readonly VotingBody body;
        private readonly SingleWeight? game;
        private readonly PassageTally table;

        private Tally(VotingBody body, SingleWeight? game, int rows, int columns) =>
            (this.body, this.game, table) = (body, game, new(rows, columns));

        public double Cost => (table.Rows + 1.0) * (table.Columns + 1.0) * body.Seats.Count;

        public static Tally? Of(VotingBody body)
        {
            var quotas = body.Criteria.All(c => c.Threshold is Quota);
            if (body.Also.Count == 0 && body.FewestToBlock is null)
                return Fits(body.TotalWeight, quotas ? 0 : body.TotalWeight)
                    ? new(body, null, body.TotalWeight, quotas ? 0 : body.TotalWeight)
                    : null;
            return quotas && SingleWeight.Of(body) is { } game && Fits(body.Seats.Count, game.Total)
                ? new(body, game, body.Seats.Count, game.Total)
                : null;
        }

        public double Passes(IReadOnlyList<Chances> chances)
        {
            table.Begin();
            for (var i = 0; i < chances.Count; i++)
            {
                var (c, seat) = (chances[i], body.Seats[i]);
                // A veto cast passes nothing: its probability is left out.
                var no = seat.Veto ? 0 : c.No;
                if (game is not null)
                    table.Add(c.Abstain + no, c.Yes, (1, game.Weights[i]), 0, (0, 0));
                else if (table.Columns == 0)
                    table.Add(c.Abstain + no, c.Yes, (seat.Weight, 0), 0, (0, 0));
                else
                    table.Add(c.Abstain, c.Yes, (seat.Weight, 0), no, (0, seat.Weight));
            }
            var sum = 0.0;
            for (var r = 0; r <= table.Rows; r++)
            for (var c = 0; c <= table.Columns; c++)
                if (game is null ? body.Threshold.Met(r, c) : c >= game.Least[r])
                    sum += table[r, c];
            return sum;
        }

        private static bool Fits(long rows, long columns) => (rows + 1) * (columns + 1) <= PowerIndex.MostCells;
    }
}
