using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Datasets;

/// <summary>
/// Who is meant by the Correlates of War numbers of one import. Files of the project keep some numbers beyond the years of the state
/// system list (255 for West Germany's trade of 1960 to 1989, 260 for alliances after 1990): a number that has only ever meant one state
/// that exists means it in those years too. A state that is gone keeps its number for one year more (ATOP's Czechoslovakia of 1993).
/// </summary>
internal sealed class CowNumbers(ImportRun run)
{
    /// <summary>Years fit in this many bits.</summary>
    private const int YearBits = 12;
    private readonly Dictionary<int, int> placed = [];

    public const string Missing = "-9";

    /// <summary>The number as published, and the party in that year; null where it means nobody, which is then on the list.</summary>
    public int? Place(CsvTable row, int column, int year, out int number)
    {
        number = Number(row, column);
        var key = (number << YearBits) | year;
        if (!placed.TryGetValue(key, out var id))
            placed[key] = id = Find(run.States, row.Text(column), year)?.Id ?? -1;
        // Asked again, so that it is listed with its place.
        return id >= 0 ? id : run.Place(CodeSystem.Cow, column, row, year);
    }

    /// <inheritdoc cref="Place(CsvTable, int, int, out int)"/>
    public int? Place(CsvTable row, int column, int year) => Place(row, column, year, out _);

    public static int Number(CsvTable row, int column)
    {
        var number = row.Integer(column);
        return number is > 0 and < 10_000
            ? (int)number
            : throw row.Bad(column, CsvTable.Shown(row.Text(column)), "a Correlates of War number");
    }

    public static StateIdentity? Find(StateCodes states, string number, int year) =>
        states.Find(CodeSystem.Cow, number, year)
        ?? (states.Find(CodeSystem.Cow, number) is { } only && (only.Kind != IdentityKind.Historical || year == only.To + 1) ? only : null);
}
