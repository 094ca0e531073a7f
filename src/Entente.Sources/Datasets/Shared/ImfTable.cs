using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Datasets;

/// <summary>A cell of a publisher's series: when, and the value, null where the publisher has none.</summary>
internal readonly record struct SeriesCell(int Period, double? Value);

/// <summary>
/// A table of the International Monetary Fund, in each of its layouts: exports of the Data Explorer with one row per figure
/// (TIME_PERIOD, OBS_VALUE) or with periods as columns, and the older bulk files (Country Code, Indicator Code, Attribute, periods).
/// </summary>
internal sealed class ImfTable : IDisposable
{
    private static readonly string[] Missing = ["..", "...", "NA", "n/a", "-"];
    private readonly (int Column, int Period)[] wide;
    private readonly List<SeriesCell> cells = [];
    private readonly int period = -1;
    private readonly int value = -1;
    private readonly int attribute = -1;
    private readonly int series = -1;
    private readonly int scale = -1;
    private readonly bool powers;
    private string[] parts = [];

    /// <exception cref="DataFileException">The file is in none of the layouts.</exception>
    public ImfTable(DataFileInput file, string what)
    {
        Table = new CsvTable(file, ragged: true);
        IsBulk = Table.Has("Country Code") && Table.Has("Indicator Code");
        if (Table.Has("TIME_PERIOD") && Table.Has("OBS_VALUE"))
        {
            (period, value) = (Table.Column("TIME_PERIOD"), Table.Column("OBS_VALUE"));
            wide = [];
        }
        else
        {
            wide = PeriodsOf(Table);
        }
        if ((period < 0 && wide.Length == 0) || !(IsBulk || Table.Has("COUNTRY.ID") || Table.Has("COUNTRY") || Table.Has("SERIES_CODE")))
        {
            using (Table)
                throw new DataFileException(
                    file.Name,
                    1,
                    "",
                    $"the columns {string.Join(", ", Table.Header.Take(12))}",
                    $"{what}: COUNTRY.ID … with TIME_PERIOD and OBS_VALUE or with years as columns, or the bulk file's Country Code, Indicator Code, Attribute and years"
                );
        }
        if (!Table.Has("COUNTRY.ID") && Table.Has("SERIES_CODE"))
            series = Table.Column("SERIES_CODE");
        if (Table.Has("Attribute"))
            attribute = Table.Column("Attribute");
        powers = Table.Has("SCALE.ID");
        foreach (var name in (ReadOnlySpan<string>)["SCALE.ID", "SCALE", "Scale"])
            if (scale < 0 && Table.Has(name))
                scale = Table.Column(name);
    }

    public CsvTable Table { get; }

    /// <summary>True for the older bulk files, whose parties are numbers of the IMF.</summary>
    public bool IsBulk { get; }

    /// <summary>The cells of the present row; valid until the next.</summary>
    public IReadOnlyList<SeriesCell> Cells => cells;

    /// <summary>Goes to the next row that holds figures; rows of other attributes (`Status`) are passed over, and rows without any figure.</summary>
    public bool Next()
    {
        while (Table.Next())
        {
            if (attribute >= 0 && Table.Text(attribute) is not ("Value" or ""))
                continue;
            cells.Clear();
            if (period >= 0)
                ReadOne();
            else
                ReadWide();
            if (cells.Count == 0)
                continue;
            if (series >= 0)
                parts = Table.Text(series).Split('.');
            return true;
        }
        return false;
    }

    /// <summary>The first of the columns that the table has; -1 where it has none.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Table.Has(name))
                return Table.Column(name);
        return -1;
    }

    /// <summary>A part of the series' code (`RUS.MG_CIF_USD.CHN.A`), where codes stand nowhere else; else the column's text.</summary>
    public string Code(int column, int part) =>
        series >= 0 && part < parts.Length ? parts[part]
        : column >= 0 ? Table.Text(column)
        : "";

    /// <summary>What a value is multiplied with: from SCALE (6, or `Millions`); null where the file has no such column or no word in it.</summary>
    public double? Scale()
    {
        var text = scale < 0 ? "" : Table.Text(scale);
        if (text.Length == 0)
            return null;
        if (powers || char.IsAsciiDigit(text[0]))
            return Table.Integer(scale) is >= 0 and <= 15 and var power
                ? Math.Pow(10, power)
                : throw Table.Bad(scale, text, "a power of ten");
        return text.ToUpperInvariant() switch
        {
            "UNITS" => 1,
            "THOUSANDS" => 1e3,
            "MILLIONS" => 1e6,
            "BILLIONS" => 1e9,
            _ => throw Table.Bad(scale, CsvTable.Shown(text), "Units, Thousands, Millions or Billions"),
        };
    }

    /// <summary>The value in whole units; the noise that multiplying binary fractions adds is rounded away.</summary>
    public static double? Scaled(double? value, double scale) => scale >= 1000 && value is { } v ? Math.Round(v * scale, 2) : value * scale;

    /// <summary>
    /// The party that a code or a label means in a year. Without a value there is nothing to place: a state that was not yet, or no longer,
    /// there has empty cells in every table.
    /// </summary>
    public int? Party(ImportRun run, string code, int column, int nameColumn, SeriesCell cell)
    {
        var year = PeriodCode.Year(cell.Period);
        var system =
            IsBulk ? CodeSystem.Imf
            : LooksLikeCode(code) ? CodeSystem.Iso3
            : CodeSystem.Name;
        // Groups of countries have numbers of their own in the bulk files; their names are the ones that the later tables use.
        if (IsBulk && nameColumn >= 0 && run.States.Find(CodeSystem.Imf, code, year) is null)
            (system, code, column) = (CodeSystem.Name, Table.Text(nameColumn), nameColumn);
        if (cell.Value is null && run.States.Find(system, code, year) is null)
            return null;
        return run.Place(system, code, Table, column < 0 ? series : column, year);
    }

    public void Dispose() => Table.Dispose();

    /// <summary>The columns that are periods.</summary>
    internal static (int Column, int Period)[] PeriodsOf(CsvTable table)
    {
        var found = new List<(int, int)>();
        for (var i = 0; i < table.Header.Count; i++)
            if (PeriodText.Code(table.Header[i]) is { } code)
                found.Add((i, code));
        return [.. found];
    }

    private static bool LooksLikeCode(string text)
    {
        if (text.Length is 0 or > 6)
            return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '_')
                return false;
        return true;
    }

    private void ReadOne()
    {
        var text = Table.Text(period);
        // A series without any figure has one row without a period.
        if (text.Length == 0 && Table.Text(value).Length == 0)
            return;
        var code = PeriodText.Code(text) ?? throw Table.Bad(period, CsvTable.Shown(text), "a period such as 2022, 2022-Q1 or 2022-M03");
        cells.Add(new(code, Table.RealOrMissing(value, Missing)));
    }

    /// <summary>From the first figure to the last: what is empty in between was not reported; what is empty outside is no part of the series.</summary>
    private void ReadWide()
    {
        var (first, last) = (-1, -1);
        for (var i = 0; i < wide.Length; i++)
            if (!IsMissing(Table.Text(wide[i].Column)))
                (first, last) = (first < 0 ? i : first, i);
        if (first < 0)
            return;
        for (var i = first; i <= last; i++)
            cells.Add(new(wide[i].Period, Table.RealOrMissing(wide[i].Column, Missing)));
    }

    private static bool IsMissing(string text) => text.Length == 0 || Array.IndexOf(Missing, text) >= 0;
}
