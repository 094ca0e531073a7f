using Entente.Claims.Language;
using Entente.Models.Voting;
using Entente.Record;

namespace Entente.Checking.Deduction;

/// <summary>What follows, under which premise, by which rule.</summary>
public sealed record DeductionOutcome
{
    /// <summary>Supported where it follows, contradicted where its opposite does, cannot tell where it depends on what the premise leaves open.</summary>
    public required Verdict Verdict { get; init; }

    public required string Explanation { get; init; }

    /// <summary>The premise in words, to be printed with the verdict.</summary>
    public required string Premise { get; init; }

    public required Derivation Derivation { get; init; }

    /// <summary>Set where there is no verdict.</summary>
    public Abstention? Reason { get; init; }
}

/// <summary>
/// Deductions from the rules of voting bodies: `if vote(RUS) = no and vote(CHN) = no then not passes(UNSC)`. Every way to vote that fits
/// the premise is counted, so that "follows" is a proof and "does not follow" comes with how often it would hold.
/// </summary>
public static class DeductionChecker
{
    /// <param name="expression">An `if … then …` or `… given …` about votes of a body.</param>
    /// <param name="record">Gives the members of groups that vote together (`vote(P5)`) and the rows that say so.</param>
    /// <returns>Null where the expression is no deduction about votes that this knows the rule of.</returns>
    public static DeductionOutcome? TryCheck(Expression expression, IRecord? record = null)
    {
        var (premise, conclusion) = expression switch
        {
            IfThen node => (node.Premise, node.Conclusion),
            Given node => (node.Condition, node.Body),
            _ => (null, null),
        };
        if (
            premise is null
            || conclusion is null
            || Conclusion(conclusion) is not var (passes, code)
            || VotingBodies.Readings(code) is not { Count: > 0 } readings
        )
            return null;
        var reader = new PremiseReader(record);
        if (reader.Read(premise) is not { Count: > 0 } cases)
            return null;
        var counts = readings.SelectMany(body => cases.Select(c => (Body: body, Count: VotingDeduction.Count(body, c)))).ToList();
        var body = readings[0];
        var words = PremiseReader.Words(premise);
        // An impossible case of a disjunction proves nothing and spoils nothing; all impossible, and the premise cannot be.
        var possible = counts.Where(c => c.Count.Follows != Follows.PremiseImpossible).ToList();
        var derivation = Derive(body, possible, words, reader.Sources);
        if (possible.Count == 0)
            return Undecided("premise-impossible", $"no vote of the {body.Name} fits the premise that {words}", words, derivation);
        var follows = possible.Select(c => c.Count.Follows).Distinct().ToList();
        if (follows is [Follows.AlwaysPasses] or [Follows.NeverPasses])
        {
            var holds = follows[0] == Follows.AlwaysPasses == passes;
            var why = follows[0] == Follows.NeverPasses ? Blocked(body, cases) : $"{body.Rule}: reached by those votes alone";
            return new()
            {
                Verdict = holds ? Verdict.Supported : Verdict.Contradicted,
                Explanation = $"{(holds ? "follows" : "the opposite follows")} if {words}: {why} ({body.Source})",
                Premise = words,
                Derivation = derivation,
            };
        }
        var open = possible.First(c => c.Count.Follows == Follows.Open || c.Count.Follows != follows[0]);
        var total = open.Count.All;
        var fitting = passes ? open.Count.Passing : total - open.Count.Passing;
        var share = new Fraction(fitting, total).Value;
        return Undecided(
            "does-not-follow",
            FormattableString.Invariant(
                $"does not follow from {words}: it depends on the other votes of the {body.Name} (holds in {share:0.0%} of the ways they can vote)"
            ),
            words,
            derivation
        );
    }

    private static DeductionOutcome Undecided(string code, string text, string words, Derivation derivation) =>
        new()
        {
            Verdict = Verdict.CannotTell,
            Explanation = text,
            Premise = words,
            Derivation = derivation,
            Reason = new(code, text),
        };

    /// <summary>`passes(BODY)` or its negation, however often negated; null for anything else.</summary>
    private static (bool Passes, string Body)? Conclusion(Expression expression) =>
        expression switch
        {
            Not not => Conclusion(not.Operand) is var (passes, body) ? (!passes, body) : null,
            Call { Function: "passes", Arguments: [{ Value: NameReference body }] } => (true, body.Name),
            _ => null,
        };

    private static string Blocked(VotingBody body, IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<VoteChoice>>> cases)
    {
        var vetoes = body
            .Seats.Where(s => s.Veto && cases.All(c => c.TryGetValue(s.Name, out var may) && may is [VoteChoice.No]))
            .Select(s => s.Name)
            .ToList();
        return vetoes.Count switch
        {
            0 => $"it takes {body.Rule}",
            1 => $"the no of {vetoes[0]}, a permanent member, blocks",
            _ => $"the no of {string.Join(" or of ", vetoes)}, permanent members, blocks by itself",
        };
    }

    private static Derivation Derive(
        VotingBody body,
        IReadOnlyList<(VotingBody Body, DeductionCount Count)> counts,
        string words,
        IReadOnlyList<Derivation> sources
    )
    {
        var rule = new Derivation
        {
            Op = $"rule of {body.Code}",
            Text = body.Rule,
            Note = body.Source,
        };
        var tallies = counts.Select(c => new Derivation
        {
            Op = "ways to vote that pass",
            Text = $"{c.Count.Passing} of {c.Count.All}",
            Note = c.Body.Source,
        });
        return new()
        {
            Op = $"passes({body.Code})",
            Args = [new Derivation { Op = "premise", Text = words }, rule, .. sources, .. tallies],
        };
    }
}
