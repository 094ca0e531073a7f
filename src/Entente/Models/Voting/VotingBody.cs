using Entente.Record;

namespace Entente.Models.Voting;

/// <summary>A seat: its name, its weight, and whether its no alone blocks.</summary>
/// <param name="Name">State code, or a place-holder ("elected member 3") where seats rotate.</param>
/// <param name="Weight">Votes it casts.</param>
/// <param name="Veto">True where a no of this seat blocks whatever the others do.</param>
public sealed record Seat(string Name, int Weight = 1, bool Veto = false);

/// <summary>What it takes to pass, apart from vetoes.</summary>
public abstract record Threshold
{
    /// <param name="yes">Weight of the yes votes.</param>
    /// <param name="no">Weight of the no votes; who abstains or stays away is in neither.</param>
    public abstract bool Met(int yes, int no);
}

/// <summary>At least this weight of yes, whatever the others do: abstaining is as good as no.</summary>
public sealed record Quota(int Yes) : Threshold
{
    public override bool Met(int yes, int no) => yes >= Yes;
}

/// <summary>At least (or, strict, more than) this fraction of yes among yes and no: abstaining counts on neither side.</summary>
public sealed record Majority(int Numerator, int Denominator, bool Strict) : Threshold
{
    // In whole numbers, so that exactly two thirds is exactly that. No vote cast passes nothing.
    public override bool Met(int yes, int no)
    {
        var (have, need) = ((long)yes * Denominator, (long)(yes + no) * Numerator);
        return yes > 0 && (Strict ? have > need : have >= need);
    }
}

/// <summary>How one vote came out, with the tally that decided.</summary>
public sealed record VoteOutcome
{
    public required bool Passes { get; init; }

    public required int Yes { get; init; }

    public required int No { get; init; }

    /// <summary>Abstaining, absent or not voting.</summary>
    public required int Neither { get; init; }

    /// <summary>Seats whose no blocked by itself.</summary>
    public required IReadOnlyList<string> VetoedBy { get; init; }

    /// <summary>Yes as a fraction of yes and no; null where nobody voted either way.</summary>
    public double? ShareOfCast => Yes + No == 0 ? null : (double)Yes / (Yes + No);
}

/// <summary>A body that decides by votes: seats, threshold, vetoes, and where its rule is written.</summary>
public sealed record VotingBody
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<Seat> Seats { get; init; }

    public required Threshold Threshold { get; init; }

    /// <summary>The rule in one sentence, for explanations.</summary>
    public required string Rule { get; init; }

    /// <summary>Where the rule is written ("UN Charter, Article 27(3)").</summary>
    public required string Source { get; init; }

    /// <summary>True for seats that rotate: any state may sit on them, and a premise about one takes such a seat.</summary>
    public Func<string, bool> IsRotating { get; init; } = static _ => false;

    public int TotalWeight => Seats.Sum(s => s.Weight);

    /// <summary>Decides a vote. A seat without a choice is taken as absent; a name that is no seat is misuse.</summary>
    public VoteOutcome Decide(IReadOnlyDictionary<string, VoteChoice> votes)
    {
        foreach (var name in votes.Keys)
            if (!Seats.Any(s => s.Name == name))
                throw new ArgumentException(
                    $"'{name}' has no seat in {Code}; seats are {string.Join(", ", Seats.Take(6).Select(s => s.Name))}{(Seats.Count > 6 ? " …" : "")}",
                    nameof(votes)
                );
        var (yes, no) = (0, 0);
        var vetoes = new List<string>();
        foreach (var seat in Seats)
        {
            switch (votes.TryGetValue(seat.Name, out var choice) ? choice : VoteChoice.Absent)
            {
                case VoteChoice.Yes:
                    yes += seat.Weight;
                    break;
                case VoteChoice.No:
                    no += seat.Weight;
                    if (seat.Veto)
                        vetoes.Add(seat.Name);
                    break;
            }
        }
        return Outcome(yes, no, vetoes);
    }

    /// <summary>Decides from a tally alone, for bodies without weights and vetoes ("93–24–58").</summary>
    public VoteOutcome Decide(int yes, int no) => Outcome(yes, no, []);

    private VoteOutcome Outcome(int yes, int no, List<string> vetoes) =>
        new()
        {
            Passes = vetoes.Count == 0 && Threshold.Met(yes, no),
            Yes = yes,
            No = no,
            Neither = TotalWeight - yes - no,
            VetoedBy = vetoes,
        };
}
