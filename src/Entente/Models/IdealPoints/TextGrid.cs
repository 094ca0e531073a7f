using Entente.Numerics.Distributions;

namespace Entente.Models.IdealPoints;

/// <summary>A text as the ordinal model sees it (Bailey, Strezhnev and Voeten 2017, JCR 61:430): yes below the first cut, no above the second.</summary>
/// <param name="Discrimination">β: how much a state's position moves its vote; above 0, the higher the position the likelier a no.</param>
/// <param name="Cut1">Between yes and abstaining.</param>
/// <param name="Cut2">Between abstaining and no.</param>
public readonly record struct TextPosition(double Discrimination, double Cut1, double Cut2)
{
    /// <summary>Probabilities of yes, abstaining and no of a state.</summary>
    /// <param name="position">x, of the state.</param>
    /// <param name="error">The standard error of its position, which blurs its vote.</param>
    /// <param name="precision">λ: how much payoffs count beside chance; 1 is the model as estimated.</param>
    public (double Yes, double Abstain, double No) Chances(double position, double error = 0, double precision = 1)
    {
        var scale = precision / Math.Sqrt(1 + (Discrimination * Discrimination * error * error));
        var yes = StandardNormal.Cumulative((Cut1 - (Discrimination * position)) * scale);
        var upTo = StandardNormal.Cumulative((Cut2 - (Discrimination * position)) * scale);
        return (yes, upTo - yes, 1 - upTo);
    }
}

/// <summary>
/// Texts that the votes known so far may be on, each with its weight: a grid over discrimination (prior: standard normal, as in the estimation), the middle of the
/// cuts (flat from −4 to 4) and half their distance (exponential, mean 0.5). What is not known of the text is the shock that all votes share.
/// </summary>
public static class TextGrid
{
    /// <summary>Texts lighter than this part of the heaviest are left out.</summary>
    private const double Lightest = 1e-4;

    /// <param name="known">Positions of states whose vote is known, with 0 yes, 1 abstain, 2 no.</param>
    /// <returns>Weights that sum to 1.</returns>
    public static IReadOnlyList<(double Weight, TextPosition Text)> Of(IReadOnlyList<(double Position, int Choice)> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var found = new List<(double Log, TextPosition Text)>();
        for (var b = -2.7; b < 2.75; b += 0.3)
        for (var middle = -4.0; middle < 4.1; middle += 0.25)
        for (var half = 0.05; half < 2.1; half += 0.25)
        {
            var text = new TextPosition(b, middle - half, middle + half);
            var log = (-0.5 * b * b) - (half / 0.5);
            foreach (var (position, choice) in known)
            {
                var (yes, abstain, no) = text.Chances(position);
                log += Math.Log(
                    Math.Max(
                        1e-12,
                        choice == 0 ? yes
                            : choice == 1 ? abstain
                            : no
                    )
                );
            }
            found.Add((log, text));
        }
        var best = found.Max(f => f.Log);
        var kept = found.Select(f => (Weight: Math.Exp(f.Log - best), f.Text)).Where(f => f.Weight > Lightest).ToList();
        var total = kept.Sum(k => k.Weight);
        return [.. kept.Select(k => (k.Weight / total, k.Text))];
    }
}
