using Entente.Checking.Reasoning;
using Entente.Models.Declared;
using Entente.Record;

namespace Entente.Sources.Arguments;

/// <summary>What an argument's file is read with.</summary>
public sealed record ArgumentTools
{
    /// <summary>Works out formulas; a scenario's file is given as it is to be opened.</summary>
    public required FormulaReader Formulas { get; init; }

    /// <summary>Where ids of evidence are looked up.</summary>
    public required IRecord Record { get; init; }

    /// <summary>A row by its place (`trade/china-russia.csv:120`), as a reader is told of it; null where there is none.</summary>
    public Func<string, string?> Row { get; init; } = static _ => null;

    /// <summary>Where a file that an argument names is looked for when it is not beside it.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Models that a file may name.</summary>
    public IReadOnlyList<IDeclaredModel> Models { get; init; } = [];
}
