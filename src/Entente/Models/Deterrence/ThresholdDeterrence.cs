using Entente.Models.Declared;

namespace Entente.Models.Deterrence;

/// <summary>
/// One actor before a threat: it supports where what support brings it is worth more than the loss threatened times the probability that it
/// comes, B &gt; π·L. The probability at which it turns is π* = B/L (the expected-value calculus of deterrence: Ellsberg 1961, RAND
/// P-2375; Russett 1963, Journal of Conflict Resolution 7:97).
/// </summary>
public sealed class ThresholdDeterrence : IDeclaredModel
{
    public string Name => "threshold-deterrence";

    public string Summary =>
        "Whether an actor supports another although it is threatened for it, and from what probability on it would not.";

    public IReadOnlyList<ModelInput> Inputs { get; } =
    [
        new("benefit", "what support is worth to the actor (B)", "US$ bn", 0, double.PositiveInfinity),
        new("probability", "how likely the threat is carried out if it supports (π)", "1", 0, 1),
        new("loss", "what it then loses (L); may be the trade model's loss of a market", "US$ bn", 0, double.PositiveInfinity),
    ];

    public IReadOnlyList<ModelOutput> Outputs { get; } =
    [
        new("supports", "B > π·L", "truth"),
        new("margin", "B − π·L: what is left of the benefit", "US$ bn"),
        new("break_even", "π* = B/L: it supports below; above 1 nothing deters it; none where there is no loss", "1"),
        new("deterrable", "some probability deters it: B ≤ L", "truth"),
        new("least_loss", "B/π: a loss from which on it does not support; none where the threat is never carried out", "US$ bn"),
    ];

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        var at = Threshold.Of(inputs[0], inputs[1], inputs[2]);
        outputs[0] = at.Supports ? 1 : 0;
        outputs[1] = at.Margin;
        outputs[2] = at.BreakEven;
        outputs[3] = inputs[0] <= inputs[2] ? 1 : 0;
        outputs[4] = inputs[1] > 0 ? inputs[0] / inputs[1] : double.NaN;
    }
}
