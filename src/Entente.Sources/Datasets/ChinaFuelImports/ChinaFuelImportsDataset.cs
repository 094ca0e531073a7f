using System.Globalization;
using Entente.Actors.Identity;
using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.ChinaFuelImports;

/// <summary>
/// China's imports of fossil fuels by month as its customs report them, in Wind's export: rows of metadata on top, one column per series.
/// Two layouts: months as `2022-11` with blanks for missing, and month ends as `2022-11-30` with zeros for missing.
/// </summary>
public sealed class ChinaFuelImportsDataset : Dataset
{
    private const string Imports = "of Imports:";

    /// <summary>Of the release's time: partners are named as they are called today.</summary>
    private const int NamesOf = 2022;

    /// <summary>What the series call a fuel, and the item of the catalogue; items that it does not have answer no claim.</summary>
    private static readonly Dictionary<string, string> Items = new(StringComparer.Ordinal)
    {
        ["Crude Oil"] = "crude_oil",
        ["Liquified Natural Gas (LNG)"] = "lng",
        ["Liquified Natural Gas(271111)"] = "lng",
        ["Pipeline Carried Natural Gas (Gaseous State)"] = "pipeline_gas",
        ["Natural Gas in Gaseous State"] = "pipeline_gas",
        ["Natural Gas(271121)"] = "pipeline_gas",
        ["Coking Coal"] = "coking_coal",
        // "Coal" leaves lignite out, which for some partners is most of it: not what a text calls coal.
        ["Coal"] = "coal_without_lignite",
        ["Coal and Lignite"] = "coal",
        ["Steam Coal"] = "steam_coal",
        ["Anthracite Coal"] = "anthracite",
        ["Lignite"] = "lignite",
    };

    /// <summary>Names of partners that only these series use.</summary>
    private static readonly Dictionary<string, string> Partners = new(StringComparer.Ordinal)
    {
        ["Columbia"] = "COL",
        ["Zaire"] = "COD",
        ["Lao"] = "LAO",
    };

    public override string Name => "china-fuel-imports";

    public override string Authority => "GACC";

    public override Publication Publication { get; } =
        new()
        {
            Title = "China's imports of crude oil, gas and coal by month",
            Producer = "General Administration of Customs of China",
            Year = 2023,
            In = "Wind terminal",
            Address = "http://www.customs.gov.cn; export of the Wind terminal",
            Licence = "Wind's data is proprietary: for own use, not to be passed on",
        };

    /// <summary>`amount` in the publisher's unit; `series` is Wind's number of the series.</summary>
    public static TableShape Table { get; } =
        new()
        {
            Name = "fuel_import",
            Key = 4,
            Columns =
            [
                new("item", CellKind.Text),
                new("partner", CellKind.Integer),
                new("unit", CellKind.Integer),
                new("period", CellKind.Integer),
                new("amount", CellKind.Real, true),
                new("series", CellKind.Text),
            ],
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [Table];

    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [
        Volume(FuelUnit.Kilogram, 0.001),
        Volume(FuelUnit.Tonne, 1),
        Volume(FuelUnit.TenThousandTonnes, 10_000),
        Value(FuelUnit.Dollar, 1),
        Value(FuelUnit.TenThousandDollars, 10_000),
    ];

    /// <summary>The last update of any series.</summary>
    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var last = "";
        foreach (var file in files)
        foreach (var line in file.Head(12))
            if (line.StartsWith("Update,", StringComparison.Ordinal))
                foreach (var cell in line.Split(','))
                {
                    var day = cell.Trim(' ', '\'', '"');
                    if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                        last = string.CompareOrdinal(day, last) > 0 ? day : last;
                }
        return last.Length == 0 ? null : new Release(last, last);
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var china = run.States.ByCode("CHN")!.Id;
        var rows = run.Table(Table);
        foreach (var file in files)
            Import(file, china, run, rows);
    }

    private static void Import(DataFileInput file, int china, ImportRun run, TableWriter rows)
    {
        var head = file.Head(4);
        var title = head.Count > 0 && !IsHeader(head[0]) ? 1 : 0;
        if (head.Count <= title || !IsHeader(head[title]))
            throw new DataFileException(
                file.Name,
                1,
                "",
                head.Count == 0 ? "an empty file" : CsvTable.Shown(head[0]),
                "Wind's export: a row of names that begins with 'Name', rows of Frequency, Unit, ID, Time Period, Source and Update, then months"
            );
        using var table = new CsvTable(file, skipLines: title);
        var names = table.Header.ToArray();
        string[]? units = null,
            ids = null,
            spans = null;
        Series?[]? series = null;
        while (table.Next())
        {
            var first = table.Text(0).Trim();
            if (first.Length > 0 && !char.IsAsciiDigit(first[0]))
            {
                // The export ends with the name of its source.
                if (series is not null)
                    break;
                switch (first)
                {
                    case "Unit":
                        units = Row(table);
                        break;
                    case "ID":
                        ids = Row(table);
                        break;
                    case "Time Period":
                        spans = Row(table);
                        break;
                }
                continue;
            }
            if (first.Length == 0)
                continue;
            series ??= Plan(table, names, units, ids, spans, china, run);
            var (period, zeroIsMissing) = Month(table, first);
            for (var c = 1; c < series.Length; c++)
            {
                // Before a series begins and after its end there is nothing that could be missing.
                if (series[c] is not { } one || period < one.From || period > one.To)
                    continue;
                var amount = Amount(table, c);
                rows.Row(table).Text(one.Item).Int(one.Partner).Int((int)one.Unit).Int(period);
                rows.RealOr(zeroIsMissing && amount is 0 ? null : amount, Absence.Unreported).Text(one.Id);
            }
        }
        if (series is null)
            throw new DataFileException(
                file.Name,
                0,
                "",
                "no row of a month",
                "rows of months below the metadata",
                "a torn file? export it again"
            );
    }

    private static bool IsHeader(string line) =>
        line.StartsWith("Name,", StringComparison.Ordinal) || line.StartsWith("\"Name\",", StringComparison.Ordinal);

    private static string[] Row(CsvTable table)
    {
        var cells = new string[table.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = table.Text(i).Trim(' ', '\'');
        return cells;
    }

    private sealed record Series(string Item, int Partner, FuelUnit Unit, string Id, int From, int To);

    /// <summary>What each column is; null for one that repeats another.</summary>
    private static Series?[] Plan(CsvTable table, string[] names, string[]? units, string[]? ids, string[]? spans, int china, ImportRun run)
    {
        if (units is null || ids is null || spans is null)
            throw table.Bad(
                0,
                $"no row '{(units is null ? "Unit" : ids is null ? "ID" : "Time Period")}' above the first month",
                "Wind's rows of metadata: Frequency, Unit, ID, Time Period, Source, Update"
            );
        var series = new Series?[names.Length];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var c = 1; c < names.Length; c++)
        {
            if (names[c].Length == 0 || !seen.Add(ids[c]))
                continue;
            var unit = UnitOf(table, c, units[c]);
            var at = names[c].IndexOf(Imports, StringComparison.Ordinal);
            var rest = at < 0 ? "" : names[c][(at + Imports.Length)..].Trim();
            var colon = rest.LastIndexOf(": ", StringComparison.Ordinal);
            var (fuel, partner) = colon < 0 ? (rest, "") : (rest[..colon].Trim(), rest[(colon + 2)..].Trim());
            if (!Items.TryGetValue(fuel, out var item))
                throw table.Bad(c, CsvTable.Shown(names[c]), $"'Volume' or 'Value of Imports:' and one of {string.Join(", ", Items.Keys)}");
            var party =
                partner.Length == 0 ? run.States.ByCode("WLD")!.Id
                : Partners.TryGetValue(partner, out var code) ? run.States.ByCode(code)!.Id
                : run.Place(CodeSystem.Name, partner, table, c, NamesOf);
            if (party is not { } id || id == china)
                continue;
            var (from, to) = SpanOf(table, c, spans[c]);
            series[c] = new Series(item, id, unit, ids[c], from, to);
        }
        return series;
    }

    private static FuelUnit UnitOf(CsvTable table, int column, string unit) =>
        unit switch
        {
            "kg" => FuelUnit.Kilogram,
            "ton" => FuelUnit.Tonne,
            "10000 tons" => FuelUnit.TenThousandTonnes,
            "USD" => FuelUnit.Dollar,
            "USD 10 th" => FuelUnit.TenThousandDollars,
            var other => throw table.Bad(column, CsvTable.Shown(other), "kg, ton, 10000 tons, USD or USD 10 th"),
        };

    /// <summary>`1995-04:2022-11`.</summary>
    private static (int From, int To) SpanOf(CsvTable table, int column, string span)
    {
        var colon = span.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && MonthOf(span.AsSpan(0, colon)) is { } from && MonthOf(span.AsSpan(colon + 1)) is { } to)
            return (from, to);
        throw table.Bad(column, CsvTable.Shown(span), "a span of months such as 1995-04:2022-11");
    }

    private static (int Period, bool ZeroIsMissing) Month(CsvTable table, string text) =>
        MonthOf(text) is { } month
            ? (month, text.Length == 10)
            : throw table.Bad(0, CsvTable.Shown(text), "a month such as 2022-11 or the last day of one");

    private static int? MonthOf(ReadOnlySpan<char> text) =>
        text.Length is 7 or 10
        && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && text[4] == '-'
        && int.TryParse(text.Slice(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && month is >= 1 and <= 12
            ? PeriodCode.OfMonth(year, month)
            : null;

    private static double? Amount(CsvTable table, int column)
    {
        var text = table.Text(column).AsSpan().Trim();
        if (text.IsEmpty)
            return null;
        return
            double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount)
            && amount >= 0
            ? amount
            : throw table.Bad(column, CsvTable.Shown(table.Text(column)), "an amount of at least 0");
    }

    private static MeasureReading Volume(FuelUnit unit, double scale) => Reading("volume", unit, scale, "tonne") with { Of = "imports" };

    private static MeasureReading Value(FuelUnit unit, double scale) => Reading("imports", unit, scale, "USD");

    private static MeasureReading Reading(string measure, FuelUnit code, double scale, string unit) =>
        new()
        {
            Measure = measure,
            Table = Table,
            Value = "amount",
            Scale = scale,
            Unit = unit,
            // All of it is China's, M49 156.
            Subject = "156",
            Object = "partner",
            ItemColumn = "item",
            Period = "period",
            Where = string.Create(CultureInfo.InvariantCulture, $"unit = {(int)code}"),
            Basis = "goods",
            ReportedBy = ReportedBy.Subject,
            Tier = Tier.Agency,
        };
}

/// <summary>In what a series counts.</summary>
public enum FuelUnit
{
    Kilogram = 1,
    Tonne = 2,
    TenThousandTonnes = 3,
    Dollar = 4,
    TenThousandDollars = 5,
}
