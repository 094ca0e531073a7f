using Entente.Models.Declared;
using Entente.Numerics.Games;

namespace Entente.Models.TwoFronts;

/// <summary>
/// One who faces two rivals with one stock of effort: what it gives up by splitting it, against what it gives up by putting all into one front.
/// Fronts are contests (Tullock 1980; Skaperdas 1996, Economic Theory 7:283). Regret is measured against the best split, whatever it is.
/// </summary>
public sealed class TwoFrontEffort : IDeclaredModel
{
    public string Name => "two-fronts";

    public string Summary => "What splitting effort between two rivals gives up, against what concentrating it on one gives up.";

    public IReadOnlyList<ModelInput> Inputs { get; } =
    [
        new("effort", "what there is to spend (E)", "US$ bn", 0, double.PositiveInfinity),
        new("rival_1", "effort of the first rival (y₁)", "US$ bn", 1e-6, double.PositiveInfinity),
        new("rival_2", "effort of the second rival (y₂)", "US$ bn", 1e-6, double.PositiveInfinity),
        new("value_1", "what prevailing on the first front is worth (V₁)", "utility", 0, double.PositiveInfinity),
        new("value_2", "what prevailing on the second front is worth (V₂)", "utility", 0, double.PositiveInfinity),
        new(
            "decisiveness",
            "how far more effort decides (m): 1 in proportion, above 1 the larger takes more than its part",
            "1",
            0.1,
            8,
            1
        ),
        new(
            "link",
            "how much of a rival's effort helps the other rival (ℓ): 0 two rivals apart, 1 allies who fight as one",
            "share",
            0,
            1,
            0
        ),
        new("split", "the part of the effort that goes to the first front when it is split (s)", "share", 0, 1, 0.5),
    ];

    public IReadOnlyList<ModelOutput> Outputs { get; } =
    [
        new("value_split", "what splitting brings", "utility"),
        new("value_first", "what all effort on the first front brings", "utility"),
        new("value_second", "what all effort on the second front brings", "utility"),
        new("best_share", "the part of the effort that is best put into the first front", "share"),
        new("best_value", "what that brings", "utility"),
        new("regret_split", "what splitting gives up against the best", "utility"),
        new("regret_concentrate", "what the better of the two concentrations gives up against the best", "utility"),
        new("must_choose", "concentrating gives up less than splitting", "truth"),
    ];

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        var link = inputs[6];
        var fronts = new TwoFrontContest
        {
            Effort = inputs[0],
            Rivals = (inputs[1] + (link * inputs[2]), inputs[2] + (link * inputs[1])),
            Values = (inputs[3], inputs[4]),
            Decisiveness = inputs[5],
        };
        var (split, first, second) = (fronts.Value(inputs[7]), fronts.Value(1), fronts.Value(0));
        var (share, best) = fronts.Best();
        // A best that was looked for is no worse than what is named here.
        if (split > best)
            (share, best) = (inputs[7], split);
        if (first > best)
            (share, best) = (1, first);
        if (second > best)
            (share, best) = (0, second);
        outputs[0] = split;
        outputs[1] = first;
        outputs[2] = second;
        outputs[3] = share;
        outputs[4] = best;
        outputs[5] = best - split;
        outputs[6] = best - Math.Max(first, second);
        outputs[7] = outputs[6] < outputs[5] ? 1 : 0;
    }
}
