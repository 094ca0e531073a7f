namespace Entente.Sources.Datasets.Reading;

/// <summary>A data file that cannot be read as what it was said to be: where, what was found, what was expected, what to do.</summary>
public sealed class DataFileException(string file, int line, string column, string found, string expected, string? hint = null)
    : Exception($"{Place(file, line, column)}: {found}; expected {expected}")
{
    public string File => file;

    /// <summary>From 1; 0 where it is about the whole file.</summary>
    public int Line => line;

    public string Column => column;

    public string Where => Place(file, line, column);

    public string Found => found;

    public string Expected => expected;

    public string? Hint => hint;

    private static string Place(string file, int line, string column) =>
        (line, column) switch
        {
            (0, _) => file,
            (_, "") => FormattableString.Invariant($"{file}:{line}"),
            _ => FormattableString.Invariant($"{file}:{line}, column {column}"),
        };
}
