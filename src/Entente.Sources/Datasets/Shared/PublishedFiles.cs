using System.Globalization;
using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Datasets;

/// <summary>Finding the tables among the files that a publisher packs together, and the release that a file's name tells.</summary>
internal static class PublishedFiles
{
    /// <summary>
    /// The files with the columns that are wanted. Codebooks and tables of another kind in a publisher's zip are passed over; a file that
    /// was named by itself must be one of those wanted.
    /// </summary>
    /// <param name="files">The files as given, members of a zip among them.</param>
    /// <param name="wanted">Is this header one that can be read?</param>
    /// <param name="expected">What would have been read, for the message.</param>
    /// <exception cref="DataFileException">A file named by itself is none of them, or a zip has none.</exception>
    public static IReadOnlyList<DataFileInput> With(
        IReadOnlyList<DataFileInput> files,
        Func<IReadOnlyList<string>, bool> wanted,
        string expected
    )
    {
        var found = new List<DataFileInput>();
        DataFileException? refused = null;
        foreach (var file in files)
        {
            var packed = file.Name.Contains(".zip/", StringComparison.OrdinalIgnoreCase);
            if (packed && !IsTable(file.Name))
                continue;
            using var table = new CsvTable(file, SeparatorOf(file));
            if (wanted(table.Header))
            {
                found.Add(file);
                continue;
            }
            refused ??= new DataFileException(
                file.Name,
                1,
                "",
                $"the columns {string.Join(", ", table.Header.Take(12))}{(table.Header.Count > 12 ? " …" : "")}",
                expected
            );
            if (!packed)
                throw refused;
        }
        if (found.Count == 0)
            throw refused ?? new DataFileException(files.Count > 0 ? files[0].Name : "", 0, "", "no table", expected);
        return found;
    }

    /// <summary>Comma, semicolon or tabulator: whichever the header has most of.</summary>
    public static char SeparatorOf(DataFileInput file)
    {
        var head = file.Head(1);
        if (head.Count == 0)
            return ',';
        var best = ',';
        foreach (var c in ";\t")
            if (head[0].AsSpan().Count(c) > head[0].AsSpan().Count(best))
                best = c;
        return best;
    }

    /// <summary>
    /// The release in a file's name: `4.1` of `alliance_v4.1_by_directed_yearly.csv`, `5.1` of `atop5_1ddyr.csv`, `14` of
    /// `V-Dem-CY-Core-v14.csv`. Null where the name has no number that could be one.
    /// </summary>
    public static string? VersionIn(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = name[(name.LastIndexOf('/') + 1)..];
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsAsciiDigit(name[i]))
                continue;
            var end = Digits(name, i);
            if (end - i <= 2)
            {
                var minor = end < name.Length && name[end] is '.' or '_' ? Digits(name, end + 1) : end;
                return minor - end is 2 or 3
                    ? string.Create(CultureInfo.InvariantCulture, $"{name[i..end]}.{name[(end + 1)..minor]}")
                    : name[i..end];
            }
            i = end;
        }
        return null;
    }

    /// <summary>The release of the first file: its version column where it has one, else its name.</summary>
    public static Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        foreach (var file in files)
        {
            if (file.Name.Contains(".zip/", StringComparison.OrdinalIgnoreCase) && !IsTable(file.Name))
                continue;
            using var table = new CsvTable(file, SeparatorOf(file));
            if (table.Has("version") && table.Next() && table.Text(table.Column("version")).Trim() is { Length: > 0 } version)
                return new Release(version.Length == 1 ? version + ".0" : version);
            return VersionIn(file.Name) is { } named ? new Release(named) : null;
        }
        return null;
    }

    private static int Digits(string text, int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from]))
            from++;
        return from;
    }

    private static bool IsTable(string name) =>
        name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
}
