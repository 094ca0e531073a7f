namespace Entente.Models.Gravity;

/// <summary>A column of names: for each row the number of its name, −1 where it has none.</summary>
public sealed record NameColumn(int[] Codes, IReadOnlyList<string> Names);

/// <summary>The columns that a model needs, of all rows of a file.</summary>
public sealed record GravityTable
{
    /// <summary>For messages.</summary>
    public required string File { get; init; }

    /// <summary>The line of the file on which each row begins.</summary>
    public required int[] Lines { get; init; }

    /// <summary>NaN where a field is missing.</summary>
    public required IReadOnlyDictionary<string, double[]> Numbers { get; init; }

    public required IReadOnlyDictionary<string, NameColumn> Names { get; init; }

    public int Rows => Lines.Length;
}
