using Entente.Models.Declared;

namespace Entente.Models.Bargaining;

/// <summary>
/// Rubinstein's alternating offers between two who may leave the table: without outside options the shares go by patience, and an outside
/// option counts only where it is worth more than that share, which it then replaces (Binmore, Shaked and Sutton 1989, Quarterly
/// Journal of Economics 104:753; Muthoo 1999, Bargaining Theory with Applications, corollary 5.1). The limit of offers that follow each
/// other at once.
/// </summary>
public sealed class OutsideOptions : IDeclaredModel
{
    public string Name => "outside-options";

    public string Summary =>
        "How two divide by offer and counter-offer, where leaving the table counts only if it beats what patience brings.";

    public IReadOnlyList<ModelInput> Inputs { get; } =
    [
        new("whole", "what agreement is worth to the two together (π)", "US$ bn", 0, double.PositiveInfinity),
        new("outside_1", "what the first has if it leaves (w₁)", "US$ bn", 0, double.PositiveInfinity),
        new("outside_2", "what the second has if it leaves (w₂)", "US$ bn", 0, double.PositiveInfinity),
        new("impatience_1", "the first's discount rate (r₁)", "1/year", 0, double.PositiveInfinity, 1),
        new("impatience_2", "the second's discount rate (r₂)", "1/year", 0, double.PositiveInfinity, 1),
    ];

    public IReadOnlyList<ModelOutput> Outputs { get; } =
    [
        new("agreement", "agreement is worth at least as much as both outside options", "truth"),
        new("share_1", "what the first gets", "US$ bn"),
        new("share_2", "what the second gets", "US$ bn"),
        new("patient_1", "what patience alone would bring the first: r₂/(r₁ + r₂) of the whole", "US$ bn"),
        new("binds_1", "the first's outside option decides the shares", "truth"),
        new("binds_2", "the second's outside option decides the shares", "truth"),
    ];

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        var (whole, one, two) = (inputs[0], inputs[1], inputs[2]);
        var rates = inputs[3] + inputs[4];
        // Two who do not mind waiting divide evenly: the limit of equal rates.
        var patient = whole * (rates > 0 ? inputs[4] / rates : 0.5);
        var agreement = one + two <= whole;
        var (bindsOne, bindsTwo) = (agreement && one > patient, agreement && two > whole - patient);
        outputs[0] = agreement ? 1 : 0;
        outputs[1] =
            !agreement || bindsOne ? one
            : bindsTwo ? whole - two
            : patient;
        outputs[2] = agreement ? whole - outputs[1] : two;
        outputs[3] = patient;
        outputs[4] = bindsOne ? 1 : 0;
        outputs[5] = bindsTwo ? 1 : 0;
    }
}
