using Entente.Models.Declared;

namespace Entente.Models.Wedge;

/// <summary>
/// Dividing two partners by rewarding one: the smallest concession for which the target would leave against the largest that the divider would
/// make. Where the first is larger than the second no concession does both, and the wedge is futile (the accommodative wedge of
/// Crawford 2011, International Security 35:4, with the partner's counter-offer as in Izumikawa 2013, Security Studies 22:498). Neither
/// writes equations; these are declared here.
/// </summary>
public sealed class WedgeStrategy : IDeclaredModel
{
    public string Name => "wedge";

    public string Summary =>
        "Whether some concession is large enough for a target to leave its partner and small enough for the divider to make.";

    public IReadOnlyList<ModelInput> Inputs { get; } =
    [
        new("partnership", "what staying with its partner is worth to the target", "utility of the target", 0, double.PositiveInfinity),
        new("apart", "what it has apart from its partner, without any concession", "utility of the target", 0, double.PositiveInfinity),
        new("exit_cost", "what leaving costs it", "utility of the target", 0, double.PositiveInfinity, 0),
        new("counter_offer", "what its partner would add to keep it", "utility of the target", 0, double.PositiveInfinity, 0),
        new("credibility", "how far the target believes that the concession will be kept to", "share", 0, 1, 1),
        new(
            "worth",
            "what a unit of the divider's concession is worth to the target",
            "utility of the target per US$ bn",
            0,
            double.PositiveInfinity,
            1
        ),
        new("gain", "what the divider would gain by the division", "US$ bn", 0, double.PositiveInfinity),
        new(
            "divider_cost",
            "what conceding costs the divider beside the concession itself: at home, with its allies",
            "US$ bn",
            0,
            double.PositiveInfinity,
            0
        ),
    ];

    public IReadOnlyList<ModelOutput> Outputs { get; } =
    [
        new("needed", "what the target must be given before it leaves", "utility of the target"),
        new(
            "least_concession",
            "the smallest concession for which it leaves; none where nothing offered would be believed or wanted",
            "US$ bn"
        ),
        new("most_concession", "the largest that the divider would make", "US$ bn"),
        new("room", "the largest less the smallest; below zero there is none", "US$ bn"),
        new("feasible", "some concession does both", "truth"),
        new("futile", "no concession does both: the set is empty", "truth"),
    ];

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        var needed = Math.Max(0, inputs[0] + inputs[2] + inputs[3] - inputs[1]);
        var effect = inputs[4] * inputs[5];
        var least =
            needed == 0 ? 0
            : effect > 0 ? needed / effect
            : double.NaN;
        var most = inputs[6] - inputs[7];
        // A divider that loses by the division would make no concession, not even none.
        var feasible = most >= 0 && least <= most;
        outputs[0] = needed;
        outputs[1] = least;
        outputs[2] = most;
        outputs[3] = most - least;
        outputs[4] = feasible ? 1 : 0;
        outputs[5] = feasible ? 0 : 1;
    }
}
