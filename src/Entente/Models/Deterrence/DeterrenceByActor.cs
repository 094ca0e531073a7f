using Entente.Models.Declared;

namespace Entente.Models.Deterrence;

/// <summary>
/// A country is not one actor: the state, its large banks, its small banks and its firms each weigh their own benefit against their own loss. A
/// state that supports may order the others to, which is worth to them what obeying brings or refusing costs; one that does not may forbid
/// it at the same price.
/// </summary>
public sealed class DeterrenceByActor : IDeclaredModel
{
    private const int PerActor = 3;
    private const int FirstFollower = PerActor;
    private const int PerFollower = 5;

    private static readonly (string Name, string Called)[] Followers =
    [
        ("large_banks", "large banks"),
        ("small_banks", "small banks"),
        ("firms", "firms"),
    ];

    private static readonly int Order = FirstFollower + (PerFollower * Followers.Length);

    public string Name => "deterrence-by-actor";

    public string Summary =>
        "Which of a state, its large banks, its small banks and its firms support another although each is threatened for it.";

    public IReadOnlyList<ModelInput> Inputs { get; } =
    [
        .. Calculus("state", "the state"),
        .. Followers.SelectMany(f =>
            (ModelInput[])
                [
                    .. Calculus(f.Name, f.Called),
                    new(
                        $"{f.Name}_obedience",
                        $"what following the state's word is worth to {f.Called}",
                        "US$ bn",
                        0,
                        double.PositiveInfinity,
                        0
                    ),
                    new(
                        $"{f.Name}_weight",
                        $"how much of the exchange goes through {f.Called}, on any scale",
                        "1",
                        0,
                        double.PositiveInfinity,
                        1
                    ),
                ]
        ),
        new("order", "how far a state that supports orders the others to: 0 leaves them free, 1 orders", "1", 0, 1, 0),
        new("ban", "how far a state that does not support forbids it to the others: 0 leaves them free, 1 forbids", "1", 0, 1, 0),
    ];

    public IReadOnlyList<ModelOutput> Outputs { get; } =
    [
        .. Findings("state", "the state"),
        .. Followers.SelectMany(f => Findings(f.Name, f.Called)),
        new("flow", "the share of the exchange that goes on: weights of those who support over all weights", "share"),
        new("goes_round", "large banks do not support, and small banks or firms do", "truth"),
        new("turned", "how many of the three do otherwise than they would without the state's word", "number"),
    ];

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        var state = Threshold.Of(inputs[0], inputs[1], inputs[2]);
        Write(state, outputs);
        var word = state.Supports ? inputs[Order] : -inputs[Order + 1];
        var (carried, all, turned) = (0.0, 0.0, 0);
        for (var f = 0; f < Followers.Length; f++)
        {
            var own = inputs.Slice(FirstFollower + (PerFollower * f), PerFollower);
            var told = Threshold.Of(own[0] + (word * own[3]), own[1], own[2]);
            Write(told, outputs[(PerActor * (f + 1))..]);
            all += own[4];
            if (told.Supports)
                carried += own[4];
            if (told.Supports != Threshold.Of(own[0], own[1], own[2]).Supports)
                turned++;
        }
        var at = PerActor * (Followers.Length + 1);
        outputs[at] = all > 0 ? carried / all : double.NaN;
        outputs[at + 1] = outputs[PerActor] == 0 && (outputs[2 * PerActor] == 1 || outputs[3 * PerActor] == 1) ? 1 : 0;
        outputs[at + 2] = turned;
    }

    private static void Write(Threshold at, Span<double> outputs)
    {
        outputs[0] = at.Supports ? 1 : 0;
        outputs[1] = at.Margin;
        outputs[2] = at.BreakEven;
    }

    private static ModelInput[] Calculus(string name, string called) =>
        [
            new($"{name}_benefit", $"what support is worth to {called} (B)", "US$ bn", 0, double.PositiveInfinity),
            new($"{name}_probability", $"how likely {called} would be punished for it (π)", "1", 0, 1),
            new($"{name}_loss", $"what {called} would then lose (L)", "US$ bn", 0, double.PositiveInfinity),
        ];

    private static ModelOutput[] Findings(string name, string called) =>
        [
            new($"{name}_supports", $"{called}: B > π·L, the state's word counted in B", "truth"),
            new($"{name}_margin", $"{called}: B − π·L", "US$ bn"),
            new($"{name}_break_even", $"{called}: the probability at which B = π·L; none where there is no loss", "1"),
        ];
}
