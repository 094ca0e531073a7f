using System.Globalization;
using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.Wdi;

/// <summary>
/// One file of the World Bank in any of its layouts. What is not in a row (year, series) stands over its columns: `2022`,
/// `2022 [YR2022]`, `GDP (current US$) [NY.GDP.MKTP.CD]`.
/// </summary>
internal sealed class WdiTable : IDisposable
{
    private static readonly string[] Missing = ["..", "NA"];

    /// <summary>The only series of the short layout `date,gdp,reporter`.</summary>
    private const string ShortSeries = "NY.GDP.MKTP.CD";
    private readonly CsvTable table;
    private readonly int country;
    private readonly CodeSystem system;
    private readonly int seriesCode;
    private readonly int seriesName;
    private readonly int time;
    private readonly Value[] values;

    private readonly record struct Value(int Column, int Year, string Series, string Name);

    private WdiTable(CsvTable table, string? updated)
    {
        this.table = table;
        Updated = updated;
        if (table.Has("reporter"))
        {
            (country, system, seriesCode, seriesName) = (table.Column("reporter"), CodeSystem.Name, -1, -1);
            time = table.Column("date");
            values = [new(table.Column("gdp"), 0, ShortSeries, "GDP (current US$)")];
            return;
        }
        (country, system) = (table.Column("Country Code"), CodeSystem.Iso3);
        seriesCode = Find("Indicator Code", "Series Code");
        seriesName = Find("Indicator Name", "Series Name");
        time = Find("Time Code", "Time");
        values = ValuesOf();
        SaysAtEnd = table.Has("Series Code") || time >= 0;
    }

    /// <summary>When the World Bank last changed the figures (`2019-10-28`); null where not said, or not yet come to.</summary>
    public string? Updated { get; private set; }

    /// <summary>True where the date stands in a line below the figures.</summary>
    public bool SaysAtEnd { get; }

    /// <summary>The file as a table of figures; null where it is none.</summary>
    public static WdiTable? Open(DataFileInput file)
    {
        var head = file.Head(6);
        // A file of one indicator begins with its source and date, then an empty line.
        var skip = 0;
        string? updated = null;
        if (head.Count > 0 && head[0].Contains("Data Source", StringComparison.Ordinal))
            for (; skip < head.Count && !head[skip].Contains("Country Code", StringComparison.Ordinal); skip++)
                if (head[skip].Contains("Last Updated", StringComparison.Ordinal))
                    updated = DateIn(head[skip]);
        if (skip >= head.Count)
            return null;
        var table = new CsvTable(file, skipLines: skip, ragged: true);
        var figures =
            (table.Has("reporter") && table.Has("date") && table.Has("gdp"))
            || (
                table.Has("Country Code")
                && (
                    (
                        (table.Has("Indicator Code") || table.Has("Series Code"))
                        && (table.Has("Time") || ImfTable.PeriodsOf(table).Length > 0)
                    ) || (table.Has("Time") && table.Header.Any(h => h.EndsWith(']')))
                )
            );
        if (figures)
            return new WdiTable(table, updated);
        table.Dispose();
        return null;
    }

    /// <summary>Goes to the next row of figures; what stands below them is read for its date.</summary>
    public bool Next()
    {
        while (table.Next())
        {
            if (table.Text(country).Length > 0)
                return true;
            if (table.Text(0) is { } text && text.Contains("Last Updated", StringComparison.Ordinal))
                Updated = DateIn(text);
        }
        return false;
    }

    /// <param name="names">Series written so far, by number.</param>
    public void Read(ImportRun run, Dictionary<long, string> names)
    {
        var rows = run.Table(WdiTables.Values);
        var fixedNumbers = new long[values.Length];
        if (seriesCode < 0)
            for (var i = 0; i < values.Length; i++)
                fixedNumbers[i] = Named(run, names, values[i].Series, values[i].Name);
        var (lastCode, number) = ((string?)null, 0L);
        while (Next())
        {
            var code = table.Text(country);
            var by = system;
            // The IMF has a group of the same name with other members.
            if (by == CodeSystem.Name && code == "Sub-Saharan Africa")
                (by, code) = (CodeSystem.Iso3, "SSF");
            if (seriesCode >= 0 && table.Text(seriesCode) is var series && series != lastCode)
            {
                if (series.Length == 0)
                    throw table.Bad(seriesCode, "nothing", "a series such as NY.GDP.MKTP.CD");
                (lastCode, number) = (series, Named(run, names, series, table.Text(seriesName)));
            }
            var year = time < 0 ? 0 : YearOf(table.Text(time));
            var (first, last) = (0, values.Length - 1);
            if (time < 0)
            {
                // What is empty between two figures was not reported; what is empty before and after is no part of the series.
                while (first <= last && IsMissing(values[first].Column))
                    first++;
                while (last > first && IsMissing(values[last].Column))
                    last--;
            }
            for (var i = first; i <= last; i++)
            {
                var value = table.RealOrMissing(values[i].Column, Missing);
                var when = year > 0 ? year : values[i].Year;
                if (value is null && run.States.Find(by, code, when) is null)
                    continue;
                if (run.Place(by, code, table, country, when) is { } state)
                    rows.Row(table).Int(seriesCode < 0 ? fixedNumbers[i] : number).Int(state).Int(when).RealOr(value, Absence.Unreported);
            }
        }
    }

    public void Dispose() => table.Dispose();

    private bool IsMissing(int column) => table.Text(column) is "" or ".." or "NA";

    private long Named(ImportRun run, Dictionary<long, string> names, string code, string name)
    {
        var number = WdiTables.Number(code);
        if (names.TryGetValue(number, out var other))
            return other == code
                ? number
                : throw table.Bad(
                    Math.Max(seriesCode, 0),
                    $"{code}, whose number is that of {other}",
                    "series with numbers of their own",
                    "a defect: report it"
                );
        names[number] = code;
        run.Table(WdiTables.Series).Row(table).Int(number).Text(code).Text(name);
        return number;
    }

    private int YearOf(string text) =>
        PeriodText.Code(text) is { } code ? PeriodCode.Year(code) : throw table.Bad(time, CsvTable.Shown(text), "a year");

    private int Find(string name, string other) =>
        table.Has(name) ? table.Column(name)
        : table.Has(other) ? table.Column(other)
        : -1;

    private Value[] ValuesOf()
    {
        if (time >= 0 && table.Has("Value"))
            return [new(table.Column("Value"), 0, "", "")];
        var found = new List<Value>();
        for (var i = 0; i < table.Header.Count; i++)
        {
            var name = table.Header[i];
            if (time < 0 && PeriodText.Code(name) is { } code)
                found.Add(new(i, PeriodCode.Year(code), "", ""));
            else if (time >= 0 && name.EndsWith(']') && name.LastIndexOf('[') is > 0 and var at)
                found.Add(new(i, 0, name[(at + 1)..^1], name[..at].Trim()));
        }
        return [.. found];
    }

    /// <summary>The first date in a line: `2024-06-28` or, as DataBank writes it, `10/28/2019`.</summary>
    private static string? DateIn(string line)
    {
        foreach (var word in line.Split([' ', ',', '"'], StringSplitOptions.RemoveEmptyEntries))
            if (
                DateOnly.TryParseExact(
                    word,
                    ["yyyy-MM-dd", "M/d/yyyy", "MM/dd/yyyy"],
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var date
                )
            )
                return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return null;
    }
}
