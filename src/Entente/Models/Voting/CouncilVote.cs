using Entente.Models.Declared;

namespace Entente.Models.Voting;

/// <summary>
/// The Security Council as a model that an argument's file can name ("two vetoes mean no resolution"): from how likely each permanent member's veto is, and how
/// likely the others' yes, to how likely passage is. Votes share one shock as in <see cref="Passage"/>.
/// </summary>
public sealed class CouncilVote : IDeclaredModel
{
    private const int FirstShared = 5;

    public string Name => "council-vote";

    public string Summary => "Whether the UN Security Council adopts a text, from the chances of each veto and of a yes.";

    public IReadOnlyList<ModelInput> Inputs { get; } =
    [
        .. VotingBodies.PermanentMembers.Select(m => new ModelInput(
            $"veto_{m.ToLowerInvariant()}",
            $"probability that {m} votes no",
            "1",
            0,
            1,
            0
        )),
        new("yes_permanent", "probability that a permanent member that does not veto votes yes; else it abstains", "1", 0, 1),
        new("yes_elected", "probability that an elected member votes yes; else it abstains", "1", 0, 1),
        new("correlation", "how much all votes share one shock", "1", 0, 1, 0),
    ];

    public IReadOnlyList<ModelOutput> Outputs { get; } =
    [
        new("passes", "probability that the text is adopted", "1"),
        new("vetoed", "probability that a permanent member at least votes no", "1"),
        new("short", "probability that nobody vetoes and fewer than nine vote yes", "1"),
    ];

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        var (permanent, elected, correlation) = (inputs[FirstShared], inputs[FirstShared + 1], inputs[FirstShared + 2]);
        var body = VotingBodies.SecurityCouncil;
        var chances = new Chances[body.Seats.Count];
        for (var i = 0; i < chances.Length; i++)
        {
            var no = i < FirstShared ? inputs[i] : 0;
            var yes = (1 - no) * (i < FirstShared ? permanent : elected);
            chances[i] = new(yes, no, 1 - no - yes);
        }
        var passes = Passage.Of(body, chances, correlation).Passes;
        var unopposed = Passage.Of(AnyYes, chances, correlation).Passes;
        (outputs[0], outputs[1], outputs[2]) = (passes, Math.Clamp(1 - unopposed, 0, 1), Math.Clamp(unopposed - passes, 0, 1));
    }

    /// <summary>The same seats and vetoes, and no number of yes that is needed.</summary>
    private static readonly VotingBody AnyYes = VotingBodies.SecurityCouncil with { Threshold = new Quota(0) };
}
