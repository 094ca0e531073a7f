namespace Entente.Models.Deterrence;

/// <summary>An actor's calculus: what it does, by how much, and where it would turn.</summary>
/// <param name="Supports">B &gt; π·L. At equality it does not: a threat that just outweighs the benefit deters.</param>
/// <param name="Margin">B − π·L.</param>
/// <param name="BreakEven">B/L; NaN where there is no loss.</param>
internal readonly record struct Threshold(bool Supports, double Margin, double BreakEven)
{
    public static Threshold Of(double benefit, double probability, double loss)
    {
        var margin = benefit - (probability * loss);
        return new(margin > 0, margin, loss > 0 ? benefit / loss : double.NaN);
    }
}
