using System.Globalization;

namespace Entente.Models.Games;

/// <summary>A game's file that cannot be used: where, what was found, what was expected.</summary>
public sealed class GameFileException(int line, int column, string found, string expected)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}: found {found}, expected {expected}"))
{
    /// <summary>From 1.</summary>
    public int Line { get; } = line;

    /// <summary>From 1.</summary>
    public int Column { get; } = column;

    public string Found { get; } = found;

    public string Expected { get; } = expected;
}
