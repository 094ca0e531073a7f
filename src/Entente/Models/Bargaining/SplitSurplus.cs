using Entente.Models.Declared;

namespace Entente.Models.Bargaining;

/// <summary>
/// Nash's solution for two who divide what agreement is worth, each with what it has without one: share_i = d_i + α_i·(S − d_1 − d_2), with α = ½
/// where neither has more bargaining power (Nash 1950, Econometrica 18:155; Muthoo 1999, Bargaining Theory with Applications, section 2.2
/// and 2.8). What one has without agreement is what it would find elsewhere less the part that it cannot replace, which is its
/// dependence: d_i = a_i·(1 − δ_i). Leverage is how much share a unit of the other's dependence moves: α_i·a_j.
/// </summary>
public sealed class SplitSurplus : IDeclaredModel
{
    public string Name => "bargaining";

    public string Summary =>
        "How two divide what agreement is worth, given what each has without it, and what dependence does to the shares.";

    public IReadOnlyList<ModelInput> Inputs { get; } =
    [
        new("whole", "what agreement is worth to the two together (S)", "US$ bn", 0, double.PositiveInfinity),
        new("alternative_1", "what the first would have elsewhere if all could be replaced (a₁)", "US$ bn", 0, double.PositiveInfinity),
        new("alternative_2", "what the second would have elsewhere if all could be replaced (a₂)", "US$ bn", 0, double.PositiveInfinity),
        new("dependence_1", "the part of it that the first cannot replace (δ₁)", "share", 0, 1, 0),
        new("dependence_2", "the part of it that the second cannot replace (δ₂)", "share", 0, 1, 0),
        new("power_1", "bargaining power of the first (α); ½ favours nobody", "share", 0, 1, 0.5),
    ];

    public IReadOnlyList<ModelOutput> Outputs { get; } =
    [
        new("agreement", "agreement is worth at least as much as what both have without it", "truth"),
        new("share_1", "what the first gets; without agreement what it has then", "US$ bn"),
        new("share_2", "what the second gets", "US$ bn"),
        new("surplus", "S − d₁ − d₂: what agreement adds; below zero there is none", "US$ bn"),
        new("leverage_1", "by how much the first's share rises per unit of the second's dependence", "US$ bn"),
        new("leverage_2", "by how much the second's share rises per unit of the first's dependence", "US$ bn"),
        new("asymmetry", "leverage of the first less that of the second", "US$ bn"),
    ];

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        var (whole, power) = (inputs[0], inputs[5]);
        var (first, second) = (inputs[1] * (1 - inputs[3]), inputs[2] * (1 - inputs[4]));
        var surplus = whole - first - second;
        var agreement = surplus >= 0;
        outputs[0] = agreement ? 1 : 0;
        outputs[1] = agreement ? first + (power * surplus) : first;
        outputs[2] = agreement ? second + ((1 - power) * surplus) : second;
        outputs[3] = surplus;
        outputs[4] = agreement ? power * inputs[2] : 0;
        outputs[5] = agreement ? (1 - power) * inputs[1] : 0;
        outputs[6] = outputs[4] - outputs[5];
    }
}
