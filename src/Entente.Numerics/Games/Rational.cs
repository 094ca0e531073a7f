using System.Globalization;
using System.Numerics;

namespace Entente.Numerics.Games;

/// <summary>An exact fraction in lowest terms, its denominator above zero.</summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private const int LongestNumeral = 400;
    private const int LargestExponent = 400;

    // One less than the denominator, so that the default value is zero and not 0/0.
    private readonly BigInteger below;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        below = (denominator / divisor) - 1;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator => below + 1;

    public int Sign => Numerator.Sign;

    public bool IsZero => Numerator.IsZero;

    public static Rational Zero => default;

    public static Rational One => new(1, 1);

    public static implicit operator Rational(int value) => new(value, 1);

    public static Rational operator +(Rational a, Rational b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    public static Rational operator *(Rational a, Rational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    /// <summary>
    /// Reads `-3`, `0.25`, `1.5e-3` or `2/3` for exactly what is written: a decimal is the decimal fraction, not the double near it.
    /// False where the text is none of these, or is longer than any figure that is meant.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Rational value)
    {
        value = default;
        if (text.Length is 0 or > LongestNumeral)
            return false;
        if (text.IndexOf('/') is >= 0 and var slash)
        {
            if (
                !Whole(text[..slash], signed: true, out var top)
                || !Whole(text[(slash + 1)..], signed: false, out var bottom)
                || bottom.IsZero
            )
                return false;
            value = new(top, bottom);
            return true;
        }
        var exponent = 0;
        if (text.IndexOfAny('e', 'E') is >= 0 and var mark)
        {
            if (!int.TryParse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
                return false;
            if (Math.Abs(exponent) > LargestExponent)
                return false;
            text = text[..mark];
        }
        var point = text.IndexOf('.');
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        var digits = point < 0 ? text.ToString() : string.Concat(text[..point], text[(point + 1)..]);
        if (!Whole(digits, signed: true, out var whole))
            return false;
        exponent -= decimals;
        value = exponent >= 0 ? new(whole * BigInteger.Pow(10, exponent), 1) : new(whole, BigInteger.Pow(10, -exponent));
        return true;
    }

    /// <summary>A finite number from 0 to 1, or a little about them, to 2⁻⁶⁰.</summary>
    public static Rational Nearest(double share) => new((BigInteger)Math.ScaleB(share, 60), BigInteger.One << 60);

    public double ToDouble() =>
        Numerator.GetBitLength() < 1000 && Denominator.GetBitLength() < 1000
            ? (double)Numerator / (double)Denominator
            : Sign * Math.Exp(BigInteger.Log(BigInteger.Abs(Numerator)) - BigInteger.Log(Denominator));

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && below == other.below;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, below);

    /// <summary>`2/3`, or `2` where it is whole.</summary>
    public override string ToString() =>
        below.IsZero
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static bool Whole(ReadOnlySpan<char> text, bool signed, out BigInteger value) =>
        BigInteger.TryParse(text, signed ? NumberStyles.AllowLeadingSign : NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
