using System.Globalization;
using Entente.Actors.Identity;
using Entente.Measures.Alignment;

namespace Entente.Application.Triangles;

/// <summary>What kinds of triangle, ties and balance are called.</summary>
internal static class TriangleWords
{
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture).Replace('-', '−');

    public static string Kind(TriangleReading reading, StateIdentity[] parties) =>
        reading.Kind switch
        {
            TriangleKind.Menage => "ménage à trois: all three ties positive",
            TriangleKind.Romantic => $"romantic triangle, pivot {parties[reading.Place!.Value].Code}",
            TriangleKind.StableMarriage => $"stable marriage, outcast {parties[reading.Place!.Value].Code}",
            TriangleKind.UnitVeto => "unit veto: all three ties negative",
            _ => $"undecided; possible: {string.Join(", ", reading.Possible.Select(Word))}",
        };

    private static string Word(TriangleKind kind) => kind == TriangleKind.Menage ? "ménage à trois" : Code(kind).Replace('_', ' ');

    public static string Code(TriangleKind kind) =>
        kind switch
        {
            TriangleKind.Menage => "menage_a_trois",
            TriangleKind.Romantic => "romantic_triangle",
            TriangleKind.StableMarriage => "stable_marriage",
            TriangleKind.UnitVeto => "unit_veto",
            _ => "undecided",
        };

    public static string Sign(TieSign sign) =>
        sign switch
        {
            TieSign.Positive => "positive",
            TieSign.Negative => "negative",
            TieSign.Neutral => "neutral",
            _ => "unknown",
        };

    public static string Said(Balance balance) =>
        balance switch
        {
            Balance.Balanced => "balanced",
            Balance.Unbalanced => "unbalanced",
            _ => "undecided",
        };
}
