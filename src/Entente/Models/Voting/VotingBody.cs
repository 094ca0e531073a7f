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

    /// <summary>The least weight of yes that meets it beside these noes.</summary>
    public abstract int Needed(int no);
}

/// <summary>At least this weight of yes, whatever the others do: abstaining is as good as no.</summary>
public sealed record Quota(int Yes) : Threshold
{
    public override bool Met(int yes, int no) => yes >= Yes;

    public override int Needed(int no) => Yes;
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

    // yes·d ≥ (yes + no)·n, so that yes ≥ no·n / (d − n).
    public override int Needed(int no)
    {
        var (part, of) = ((long)no * Numerator, (long)Denominator - Numerator);
        return (int)Math.Max(1, Strict ? (part / of) + 1 : (part + of - 1) / of);
    }
}

/// <summary>A further condition on the same votes, under weights of its own ("65 % of the inhabitants").</summary>
/// <param name="Name">What the weights are.</param>
/// <param name="Weights">One for each seat, in their order.</param>
/// <param name="Threshold">What they must come to.</param>
public sealed record Criterion(string Name, IReadOnlyList<int> Weights, Threshold Threshold)
{
    public int Total => Weights.Sum();

    /// <summary>Every seat has the same weight: what counts is how many vote yes.</summary>
    public bool IsCount => Weights.All(w => w == Weights[0]);
}

/// <summary>What one criterion came to.</summary>
/// <param name="Name">Of its weights.</param>
/// <param name="Yes">Weight of yes.</param>
/// <param name="No">Weight of no.</param>
/// <param name="Total">Weight of all seats.</param>
/// <param name="Needed">Weight of yes that meets it with these noes.</param>
/// <param name="Met">Whether it is met.</param>
public sealed record CriterionTally(string Name, int Yes, int No, int Total, int Needed, bool Met);

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

    /// <summary>Every criterion, the body's first; empty where only a tally was given.</summary>
    public IReadOnlyList<CriterionTally> Criteria { get; init; } = [];

    /// <summary>True where a criterion is not met and passes all the same, since fewer seats withheld their yes than it takes to block.</summary>
    public bool TooFewToBlock { get; init; }

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

    /// <summary>What the weights of <see cref="Threshold"/> are.</summary>
    public string Counted { get; init; } = "votes";

    /// <summary>Criteria that must be met besides.</summary>
    public IReadOnlyList<Criterion> Also { get; init; } = [];

    /// <summary>Seats that must withhold their yes for anything but a veto to block; null where any number will do.</summary>
    public int? FewestToBlock { get; init; }

    /// <summary>The rule in one sentence, for explanations.</summary>
    public required string Rule { get; init; }

    /// <summary>Where the rule is written ("UN Charter, Article 27(3)").</summary>
    public required string Source { get; init; }

    /// <summary>True for seats that rotate: any state may sit on them, and a premise about one takes such a seat.</summary>
    public Func<string, bool> IsRotating { get; init; } = static _ => false;

    public int TotalWeight => Seats.Sum(s => s.Weight);

    /// <summary>All criteria, that of the seats' own weights first.</summary>
    public IReadOnlyList<Criterion> Criteria => [new(Counted, [.. Seats.Select(s => s.Weight)], Threshold), .. Also];

    /// <summary>Whether votes, one for each seat in their order, pass.</summary>
    public bool Passes(ReadOnlySpan<VoteChoice> choices)
    {
        for (var i = 0; i < choices.Length; i++)
            if (choices[i] == VoteChoice.No && Seats[i].Veto)
                return false;
        if (FewestToBlock is { } fewest)
        {
            var withheld = 0;
            foreach (var choice in choices)
                withheld += choice == VoteChoice.Yes ? 0 : 1;
            if (withheld < fewest)
                return true;
        }
        var (yes, no) = (0, 0);
        for (var i = 0; i < choices.Length; i++)
        {
            yes += choices[i] == VoteChoice.Yes ? Seats[i].Weight : 0;
            no += choices[i] == VoteChoice.No ? Seats[i].Weight : 0;
        }
        if (!Threshold.Met(yes, no))
            return false;
        foreach (var criterion in Also)
        {
            (yes, no) = (0, 0);
            for (var i = 0; i < choices.Length; i++)
            {
                yes += choices[i] == VoteChoice.Yes ? criterion.Weights[i] : 0;
                no += choices[i] == VoteChoice.No ? criterion.Weights[i] : 0;
            }
            if (!criterion.Threshold.Met(yes, no))
                return false;
        }
        return true;
    }

    /// <summary>Decides a vote. A seat without a choice is taken as absent; a name that is no seat is misuse.</summary>
    public VoteOutcome Decide(IReadOnlyDictionary<string, VoteChoice> votes)
    {
        foreach (var name in votes.Keys)
            if (!Seats.Any(s => s.Name == name))
                throw new ArgumentException(
                    $"'{name}' has no seat in {Code}; seats are {string.Join(", ", Seats.Take(6).Select(s => s.Name))}{(Seats.Count > 6 ? " …" : "")}",
                    nameof(votes)
                );
        var choices = Array.ConvertAll([.. Seats], s => votes.TryGetValue(s.Name, out var choice) ? choice : VoteChoice.Absent);
        var vetoes = Seats.Where((s, i) => s.Veto && choices[i] == VoteChoice.No).Select(s => s.Name).ToList();
        var tallies = Criteria.Select(c => Tally(c, choices)).ToList();
        var met = tallies.All(t => t.Met);
        var tooFew = !met && Seats.Count - choices.Count(c => c == VoteChoice.Yes) < (FewestToBlock ?? 0);
        return new()
        {
            Passes = vetoes.Count == 0 && (met || tooFew),
            Yes = tallies[0].Yes,
            No = tallies[0].No,
            Neither = TotalWeight - tallies[0].Yes - tallies[0].No,
            VetoedBy = vetoes,
            Criteria = tallies,
            TooFewToBlock = tooFew,
        };
    }

    /// <summary>Decides from a tally alone, for bodies without weights and vetoes ("93–24–58").</summary>
    public VoteOutcome Decide(int yes, int no) =>
        new()
        {
            Passes = Threshold.Met(yes, no),
            Yes = yes,
            No = no,
            Neither = TotalWeight - yes - no,
            VetoedBy = [],
        };

    private static CriterionTally Tally(Criterion criterion, VoteChoice[] choices)
    {
        var (yes, no) = (0, 0);
        for (var i = 0; i < choices.Length; i++)
        {
            yes += choices[i] == VoteChoice.Yes ? criterion.Weights[i] : 0;
            no += choices[i] == VoteChoice.No ? criterion.Weights[i] : 0;
        }
        return new(criterion.Name, yes, no, criterion.Total, criterion.Threshold.Needed(no), criterion.Threshold.Met(yes, no));
    }
}
