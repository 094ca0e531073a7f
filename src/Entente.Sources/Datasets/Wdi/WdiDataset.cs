using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.Wdi;

/// <summary>
/// The World Bank's World Development Indicators: the bulk file (`WDICSV.csv`, before `WDIData.csv`, or the zip that holds it), the file
/// of one indicator, and DataBank exports, long and wide.
/// </summary>
public sealed class WdiDataset : Dataset
{
    // United States and World in catalogue/states.csv.
    private const string Usa = "840";
    private const string World = "1";

    public override string Name => "wdi";

    public override string Authority => "World Bank";

    public override Publication Publication { get; } =
        new()
        {
            Title = "World Development Indicators",
            Producer = "World Bank",
            Year = 2024,
            In = "World Bank Group",
            Address = "https://databank.worldbank.org/source/world-development-indicators",
            Licence = "CC BY 4.0: figures may be passed on with attribution",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [WdiTables.Series, WdiTables.Values];

    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [
        WdiTables.Reading("gdp", "NY.GDP.MKTP.CD", "USD", basis: "current_usd"),
        WdiTables.Reading("gdp", "NY.GDP.MKTP.KD", "USD", basis: "constant_usd"),
        WdiTables.Reading("gdp_ppp", "NY.GDP.MKTP.PP.CD", "USD", basis: "ppp"),
        WdiTables.Reading("population", "SP.POP.TOTL", "persons", basis: "midyear"),
        WdiTables.Reading("military_expenditure", "MS.MIL.XPND.CD", "USD", basis: "current_usd"),
        WdiTables.Reading("military_expenditure_gdp_share", "MS.MIL.XPND.GD.ZS", "share", 0.01),
        WdiTables.Reading("central_bank_reserves", "FI.RES.TOTL.CD", "USD"),
        WdiTables.Reading("exchange_rate", "PA.NUS.FCRF", "1", basis: "mean") with
        {
            Object = Usa,
        },
        Total("exports", "TX.VAL.MRCH.CD.WT"),
        Total("imports", "TM.VAL.MRCH.CD.WT"),
    ];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
            if (WdiTable.Open(file) is { } table)
                using (table)
                {
                    if (table.Updated is null && table.SaysAtEnd)
                        while (table.Next()) { }
                    if (table.Updated is { } date)
                        return new Release(date, date);
                }
        return null;
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var names = new Dictionary<long, string>();
        var any = false;
        foreach (var file in files)
        {
            using var table = WdiTable.Open(file);
            if (table is null)
            {
                // The zip holds descriptions of countries, series and footnotes beside the figures.
                if (file.IsMember)
                    continue;
                using var other = new CsvTable(file, ragged: true);
                throw new DataFileException(
                    file.Name,
                    1,
                    "",
                    $"the columns {string.Join(", ", other.Header.Take(12))}",
                    "Country Name, Country Code, Indicator Name, Indicator Code and years; or a DataBank export (Series Name, Series Code, Country Name, Country Code, Time …)"
                );
            }
            any = true;
            table.Read(run, names);
        }
        if (!any)
            throw new DataFileException(files[0].Name, 0, "", "no table of figures", "WDICSV.csv (before: WDIData.csv) among the files");
    }

    /// <summary>A total of the state's trade in goods; the partner is the world.</summary>
    private static MeasureReading Total(string measure, string code) =>
        WdiTables.Reading(measure, code, "USD", basis: "goods") with
        {
            Object = World,
            Item = "total",
            ReportedBy = ReportedBy.Subject,
        };
}
