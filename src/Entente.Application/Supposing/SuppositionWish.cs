using Entente.Checking.Reasoning;
using Entente.Sources.Scenarios;

namespace Entente.Application.Supposing;

/// <summary>A file of `whatif` to run.</summary>
/// <param name="File">A scenario, a question about oil, or an argument.</param>
/// <param name="Settings">What is set beside it.</param>
/// <param name="Draws">How often what is uncertain is drawn; null for what is usual of its kind.</param>
internal sealed record SuppositionWish(string File, ScenarioSettings Settings, int? Draws, ulong Seed, LocalDate AsOf)
{
    /// <summary>Points of the sensitivity; 0 for none.</summary>
    public int Samples { get; init; }

    /// <summary>Another argument about the same game; null for none.</summary>
    public string? Against { get; init; }

    /// <summary>Of an argument what a report of a text has room for: no turning points, no voices. For answers while somebody waits.</summary>
    public bool Brief { get; init; }

    /// <summary>How a file is told in the results: as it was opened, unless somebody else should not see where it lies.</summary>
    public Func<string, string> Told { get; init; } = static file => file;

    /// <summary>Reads an argument; null for reading its file each time.</summary>
    public Func<string, ScenarioSettings, DeclaredArgument>? Argument { get; init; }
}
