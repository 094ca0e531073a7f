namespace Entente.Numerics.IdealPoints;

/// <summary>A symmetric matrix of two rows. One dimension is two of which the second stands still.</summary>
internal readonly record struct Symmetric2(double A, double B, double C)
{
    public static Symmetric2 Identity { get; } = new(1, 0, 1);

    public static Symmetric2 operator +(Symmetric2 x, Symmetric2 y) => new(x.A + y.A, x.B + y.B, x.C + y.C);

    public static Symmetric2 operator -(Symmetric2 x, Symmetric2 y) => new(x.A - y.A, x.B - y.B, x.C - y.C);

    public static Symmetric2 operator *(double k, Symmetric2 x) => new(k * x.A, k * x.B, k * x.C);

    public static Pair2 operator *(Symmetric2 x, Pair2 v) => new((x.A * v.X) + (x.B * v.Y), (x.B * v.X) + (x.C * v.Y));

    public Symmetric2 Inverse()
    {
        var determinant = (A * C) - (B * B);
        return new(C / determinant, -B / determinant, A / determinant);
    }

    /// <summary>This · middle · this.</summary>
    public Symmetric2 Around(Symmetric2 middle)
    {
        var (a, b) = ((A * middle.A) + (B * middle.B), (A * middle.B) + (B * middle.C));
        var (c, d) = ((B * middle.A) + (C * middle.B), (B * middle.B) + (C * middle.C));
        return new((a * A) + (b * B), (a * B) + (b * C), (c * B) + (d * C));
    }
}

internal readonly record struct Pair2(double X, double Y)
{
    public static Pair2 operator +(Pair2 a, Pair2 b) => new(a.X + b.X, a.Y + b.Y);

    public static Pair2 operator -(Pair2 a, Pair2 b) => new(a.X - b.X, a.Y - b.Y);

    public static Pair2 operator *(double k, Pair2 a) => new(k * a.X, k * a.Y);
}
