using System.Globalization;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.ImfRates;

/// <summary>
/// The IMF's exchange rates, averages of a period and rates at its end. What flows over a year is converted with the year's average; a
/// rate at the end of a year is the rate of that day and of no other.
/// </summary>
public sealed class ImfRatesDataset : Dataset
{
    /// <summary>The series of national currency for one US dollar.</summary>
    public const string PerDollar = "XDC_USD";

    public const int Average = 1;
    public const int EndOfPeriod = 2;

    // Numbers of catalogue/states.csv: the currency of the euro area is the European Union's in the claim language.
    private const int Usa = 840;
    private const int EuroArea = 30003;
    private const int EuropeanUnion = 97;

    /// <summary>`series` is the publisher's (`XDC_USD`: national currency for one US dollar); `kind` 1 average of the period, 2 at its end.</summary>
    public static TableShape Rates { get; } =
        new()
        {
            Name = "exchange_rate",
            Key = 4,
            Columns =
            [
                new("state", CellKind.Integer),
                new("series", CellKind.Text),
                new("kind", CellKind.Integer),
                new("period", CellKind.Integer),
                new("rate", CellKind.Real, true),
            ],
        };

    public override string Name => "imf-rates";

    public override string Authority => "IMF";

    public override Publication Publication { get; } =
        new()
        {
            Title = "Exchange Rates (ER)",
            Producer = "International Monetary Fund",
            Year = 2025,
            In = "IMF Data; before 2025 International Financial Statistics",
            Address = "https://data.imf.org/en/datasets/IMF.STA:ER",
            Licence = "free to use with attribution; terms on passing data on at imf.org/en/about/copyright-and-terms",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [Rates];

    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [Mean("state", ""), LastDay("state", ""), Mean(Text(EuropeanUnion), OfEuro), LastDay(Text(EuropeanUnion), OfEuro)];

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(Rates);
        foreach (var file in files)
        {
            using var source = new ImfTable(file, "exchange rates");
            var table = source.Table;
            var indicator = source.Find("INDICATOR.ID", "Indicator Code", "INDICATOR");
            var kindAt = source.Find("TYPE_OF_TRANSFORMATION.ID", "TYPE_OF_TRANSFORMATION");
            var (country, name) = (source.Find("COUNTRY.ID", "Country Code", "COUNTRY"), source.Find("Country Name"));
            var said = source.IsBulk || kindAt >= 0 || table.Has("SERIES_CODE") ? 0 : KindByName(file);
            while (source.Next())
            {
                var (series, kind) = source.IsBulk
                    ? Bulk(table.Text(indicator))
                    : (SeriesOf(source.Code(indicator, 1)), said > 0 ? said : KindOf(table, kindAt, source.Code(kindAt, 2)));
                // The bulk file of the International Financial Statistics holds thousands of other series.
                if (series.Length == 0)
                    continue;
                var code = source.Code(country, 0);
                var scale = source.Scale() ?? 1;
                foreach (var cell in source.Cells)
                    if (source.Party(run, code, country, name, cell) is { } state)
                        rows.Row(table)
                            .Int(state)
                            .Text(series)
                            .Int(kind)
                            .Int(cell.Period)
                            .RealOr(ImfTable.Scaled(cell.Value, scale), Absence.Unreported);
            }
        }
    }

    private static string OfEuro => $" and state = {Text(EuroArea)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static MeasureReading Mean(string subject, string where) =>
        new()
        {
            Measure = "exchange_rate",
            Table = Rates,
            Value = "rate",
            Unit = "1",
            Subject = subject,
            Object = Text(Usa),
            Period = "period",
            Where = $"series = '{PerDollar}' and kind = {Text(Average)}{where}",
            Basis = "mean",
        };

    // At the end of a year is on its last day: a figure of that day is converted with it, and no flow over the year.
    private static MeasureReading LastDay(string subject, string where) =>
        Mean(subject, where) with
        {
            Period = "period + 1231",
            Where = $"series = '{PerDollar}' and kind = {Text(EndOfPeriod)} and period % 10000 = 0{where}",
            Basis = "end of period",
        };

    private static (string Series, int Kind) Bulk(string code) =>
        code.StartsWith("END", StringComparison.Ordinal) && code.EndsWith("_RATE", StringComparison.Ordinal) && code.Length > 10
            ? code[3] switch
            {
                'A' => (code[5..^5], Average),
                'E' => (code[5..^5], EndOfPeriod),
                _ => ("", 0),
            }
            : ("", 0);

    private static string SeriesOf(string code) =>
        code switch
        {
            "" => PerDollar,
            "Domestic currency per US Dollar" => PerDollar,
            _ => code,
        };

    private static int KindOf(CsvTable table, int column, string text) =>
        text switch
        {
            "PA_RT" => Average,
            "EOP_RT" => EndOfPeriod,
            _ when text.Contains("average", StringComparison.OrdinalIgnoreCase) => Average,
            _ when text.Contains("end-of-period", StringComparison.OrdinalIgnoreCase) => EndOfPeriod,
            _ => throw table.Bad(Math.Max(column, 0), CsvTable.Shown(text), "PA_RT (period average) or EOP_RT (end of period)"),
        };

    /// <summary>A cut without the column that says which rates these are has to say it in its name.</summary>
    private static int KindByName(DataFileInput file)
    {
        var name = file.Name;
        if (Has("eop") || Has("end-of-period") || Has("end of period"))
            return EndOfPeriod;
        if (Has("average") || Has("_pa_") || Has("_avg"))
            return Average;
        throw new DataFileException(
            name,
            1,
            "",
            "rates that do not say whether they are averages or of the last day",
            "a column TYPE_OF_TRANSFORMATION.ID as published, or 'average' or 'eop' in the file's name"
        );

        bool Has(string word) => name.Contains(word, StringComparison.OrdinalIgnoreCase);
    }
}
