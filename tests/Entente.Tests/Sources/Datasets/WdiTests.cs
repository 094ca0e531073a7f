using System.IO.Compression;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Datasets.Wdi;
using Entente.Sources.Store;

namespace Entente.Tests.Sources.Datasets;

/// <summary>The World Development Indicators in each layout of the World Bank.</summary>
public sealed class WdiTests : IDisposable
{
    private const string Bulk =
        "Country Name,Country Code,Indicator Name,Indicator Code,2019,2020,2021,2022,\n"
        + "Kenya,KEN,GDP (current US$),NY.GDP.MKTP.CD,1.5E+11,,1.7e11,,\n"
        + "\"Congo, Rep.\",COG,\"Population, total\",SP.POP.TOTL,5500000,5600000,5700000,5800000,\n"
        + "Africa Eastern and Southern,AFE,\"Population, total\",SP.POP.TOTL,,,,720000000,\n"
        + "Kenya,KEN,\"Military expenditure (% of GDP)\",MS.MIL.XPND.GD.ZS,,1.25,,,\n"
        + "Kenya,KEN,Nothing,XX.YY,,,,,\n";

    private readonly ImportBench bench = new();

    private IReadOnlyList<double?[]> Gdp => bench.Numbers("select state, year, value from wdi where series = @1 order by year", Number);

    private static long Number => WdiTables.Number("NY.GDP.MKTP.CD");

    [Fact]
    public void The_bulk_file_with_its_empty_last_column()
    {
        bench.Import("wdi", bench.File(Bulk));
        Gdp.ShouldBe([
            [404, 2019, 1.5e11],
            [404, 2020, null],
            [404, 2021, 1.7e11],
        ]);
        bench.Count("wdi").ShouldBe(9);
        bench.Count("wdi_series").ShouldBe(4);
        new StoreCheck(bench.Store).Run(default).ShouldBeEmpty();
        var gdp = bench.Observations("gdp", "KEN", null);
        gdp.Select(o => (o.Period!.Text, o.Value.Value, o.Source))
            .ShouldBe([("2019", 1.5e11, "World Bank"), ("2021", 1.7e11, "World Bank")]);
        bench.Observations("military_expenditure_gdp_share", "KEN", null).ShouldHaveSingleItem().Value.Value.ShouldBe(0.0125, 1e-12);
    }

    [Fact]
    public void The_zip_with_its_descriptions()
    {
        var path = Path.Combine(bench.Folder, "WDI_CSV.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            Add(zip, "WDICountry.csv", "Country Code,Short Name\nKEN,Kenya\n");
            Add(zip, "WDISeries.csv", "Series Code,Topic,Indicator Name\nNY.GDP.MKTP.CD,x,y\n");
            Add(zip, "WDICSV.csv", Bulk);
            Add(zip, "WDIfootnote.csv", "CountryCode,SeriesCode,Year,Description\nKEN,NY.GDP.MKTP.CD,YR2019,x\n");
        }
        bench.Import("wdi", path);
        Gdp.Count.ShouldBe(3);
    }

    [Fact]
    public void The_file_of_one_indicator_says_when_it_was_updated()
    {
        var path = bench.File(
            "\uFEFF\"Data Source\",\"World Development Indicators\",\n\n\"Last Updated Date\",\"2024-06-28\",\n\n"
                + "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2020\",\"2021\",\n"
                + "\"Kenya\",\"KEN\",\"GDP (current US$)\",\"NY.GDP.MKTP.CD\",\"1\",\"2\",\n"
        );
        var import = bench.Import("wdi", path).Import;
        (import.Vintage, import.Published).ShouldBe(("2024-06-28", "2024-06-28"));
        bench
            .Numbers("select state, year, line from wdi where year = 2021")
            .ShouldBe([
                [404, 2021, 6],
            ]);
    }

    [Theory]
    [InlineData(
        "Series Name,Series Code,Country Name,Country Code,Time,Time Code,Value\nGDP,NY.GDP.MKTP.CD,Kenya,KEN,2020,YR2020,1\nGDP,NY.GDP.MKTP.CD,Kenya,KEN,2021,YR2021,..\n"
    )]
    [InlineData(
        "Country Name,Country Code,Series Name,Series Code,2020 [YR2020],2021 [YR2021],2022 [YR2022]\nKenya,KEN,GDP,NY.GDP.MKTP.CD,1,..,3\n"
    )]
    [InlineData(
        "Time,Time Code,Country Name,Country Code,GDP (current US$) [NY.GDP.MKTP.CD]\n2020,YR2020,Kenya,KEN,1\n2021,YR2021,Kenya,KEN,..\n"
    )]
    public void Exports_of_DataBank_long_and_wide(string text)
    {
        var import = bench
            .Import("wdi", bench.File(text + "\n\"\"\nData from database: World Development Indicators\nLast Updated: 10/28/2019\n"))
            .Import;
        import.Vintage.ShouldBe("2019-10-28");
        Gdp[0].ShouldBe([404, 2020, 1]);
        Gdp[1].ShouldBe([404, 2021, null]);
    }

    [Theory]
    [InlineData("Country Name,Country Code,Indicator Name,Indicator Code,2019\nKenya,KEN,x,NY.GDP.MKTP.CD,abc\n", "2019", "'abc'")]
    [InlineData("Country Name,Country Code,Indicator Name,Indicator Code,2019\nKenya,QQQ,x,NY.GDP.MKTP.CD,1\n", "Country Code", "'QQQ'")]
    [InlineData("Country Name,Country Code,Indicator Name,Indicator Code,2019\nKenya,KEN,x,,1\n", "Indicator Code", "nothing")]
    public void What_cannot_be_read_is_refused_with_its_place(string text, string column, string found)
    {
        var problem = Should.Throw<DataFileException>(() => bench.Import("wdi", bench.File(text)));
        (problem.Line, problem.Column).ShouldBe((2, column));
        problem.Found.ShouldContain(found);
    }

    [Fact]
    public void Another_table_is_refused_saying_what_was_expected() =>
        Should.Throw<DataFileException>(() => bench.Import("wdi", bench.File("a,b\n1,2\n"))).Expected.ShouldContain("Country Code");

    [SkippableFact]
    public void The_published_export_comes_in_whole()
    {
        var import = bench.Import("wdi", ImportBench.Public("worldbank", "gdp_constant2010_databank.csv")).Import;
        import.Vintage.ShouldBe("2019-10-28");
        bench.Count("wdi").ShouldBe(2640);
        bench
            .Numbers("select value, year from wdi where state = 1 and year = 2018")
            .ShouldBe([
                [82634731642744.6, 2018],
            ]);
    }

    [SkippableFact]
    public void The_short_copy_comes_in_whole()
    {
        bench.Import("wdi", ImportBench.Public("worldbank", "gdp_current_usd.csv.gz"));
        bench.Count("wdi").ShouldBe(11125);
        bench
            .Numbers("select value, year from wdi where state = 533 and year = 1986")
            .ShouldBe([
                [405586592.178771, 1986],
            ]);
    }

    public void Dispose() => bench.Dispose();

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
