using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Entente.Numerics.Distributions;

namespace Entente.Numerics.IdealPoints;

/// <summary>
/// The probability P of a choice given the latent position η and the cutpoints γ₁ ≤ γ₂, and its logarithm's derivatives. With L and U
/// the distances from η to the cutpoints below and above: P = Φ(U) − Φ(L). <see cref="Score"/> is ∂ ln P / ∂η; <see cref="First"/> and <see cref="Second"/>
/// are ∂² ln P / ∂η∂γ₁ and ∂² ln P / ∂η∂γ₂; they add up to the information about η.
/// </summary>
internal readonly ref struct ChoiceTerms
{
    public required Vector512<double> Score { get; init; }

    /// <summary>∂ ln P / ∂γ₁.</summary>
    public required Vector512<double> Slope1 { get; init; }

    /// <summary>∂ ln P / ∂γ₂.</summary>
    public required Vector512<double> Slope2 { get; init; }

    public required Vector512<double> First { get; init; }

    public required Vector512<double> Second { get; init; }

    /// <summary>∂² ln P / ∂γ₁∂γ₂.</summary>
    public required Vector512<double> Cross { get; init; }

    public Vector512<double> Information
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => First + Second;
    }

    private static Vector512<double> Tiny => Vector512.Create(1e-300);

    /// <param name="choice">0, 1 or 2.</param>
    /// <param name="eta">β·θ.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ChoiceTerms Of(int choice, Vector512<double> eta, Vector512<double> cut1, Vector512<double> cut2)
    {
        var zero = Vector512<double>.Zero;
        if (choice == 0)
        {
            var upper = cut1 - eta;
            var ratio = DensityOverCumulative(upper);
            return new()
            {
                Score = -ratio,
                Slope1 = ratio,
                Slope2 = zero,
                First = ratio * (ratio + upper),
                Second = zero,
                Cross = zero,
            };
        }
        if (choice == 2)
        {
            var lower = cut2 - eta;
            var ratio = DensityOverCumulative(-lower);
            return new()
            {
                Score = ratio,
                Slope1 = zero,
                Slope2 = -ratio,
                First = zero,
                Second = ratio * (ratio - lower),
                Cross = zero,
            };
        }
        var (low, high) = (cut1 - eta, cut2 - eta);
        var over = Vector512<double>.One / Between(low, high);
        var (a, b) = (StandardNormal.Density(low) * over, StandardNormal.Density(high) * over);
        var product = a * b;
        return new()
        {
            Score = a - b,
            Slope1 = -a,
            Slope2 = b,
            First = (a * (a - low)) - product,
            Second = (b * (b + high)) - product,
            Cross = product,
        };
    }

    /// <summary>P itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Probability(int choice, Vector512<double> eta, Vector512<double> cut1, Vector512<double> cut2) =>
        choice switch
        {
            0 => Vector512.Max(StandardNormal.Cumulative(cut1 - eta), Tiny),
            2 => Vector512.Max(StandardNormal.Cumulative(eta - cut2), Tiny),
            _ => Between(cut1 - eta, cut2 - eta),
        };

    /// <summary>φ(x) / Φ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> DensityOverCumulative(Vector512<double> x)
    {
        var mills = StandardNormal.MillsRatio(Vector512.Abs(x));
        var density = StandardNormal.Density(x);
        var isTail = Vector512.LessThan(x, Vector512<double>.Zero);
        return Vector512.ConditionalSelect(isTail, Vector512<double>.One, density)
            / Vector512.ConditionalSelect(isTail, mills, Vector512<double>.One - (density * mills));
    }

    /// <summary>Φ(high) − Φ(low), taken in the lower tail, where differences keep their digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Between(Vector512<double> low, Vector512<double> high)
    {
        var flip = Vector512.GreaterThan(low + high, Vector512<double>.Zero);
        var from = Vector512.ConditionalSelect(flip, -high, low);
        var to = Vector512.ConditionalSelect(flip, -low, high);
        return Vector512.Max(StandardNormal.Cumulative(to) - StandardNormal.Cumulative(from), Tiny);
    }
}
