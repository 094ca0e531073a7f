using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Tests.Sources.Datasets;

/// <summary>Any table with one figure in a row, by a mapping.</summary>
public sealed class LongCsvTests : IDisposable
{
    private const string Table =
        "seller;buyer;when;amount;good\r\nKenya;UGA;2023;812.50;All\r\nKenya;TZA;2023-M03;n/a;All\r\nKenya;RWA;2023-01..2023-06;1.2e2;Oil\r\n";

    private const string Mapping = """
        measure: exports
        subject: { column: seller, codes: name }
        object: { column: buyer, codes: iso3 }
        item: { column: good, values: { All: total, Oil: oil } }
        period: { column: when }
        value: { column: amount }
        unit: USD
        scale: 1000000
        source: National Bank
        reporter: subject
        basis: goods
        bound: "~"
        tier: agency
        published: 2024-05
        missing: ["-", "n/a"]
        delimiter: ";"
        """;

    private readonly ImportBench bench = new();

    private ImportOutcome Import(string table, string mapping, string name = "map.yml") =>
        bench.Import(
            "long-csv",
            new ImportOptions
            {
                Now = ImportBench.Now,
                Program = "test",
                Mapping = bench.File(mapping, name),
            },
            bench.File(table)
        );

    [Fact]
    public void Rows_become_observations_with_everything_the_mapping_says()
    {
        Import(Table, Mapping).Import.Rows.ShouldBe(3);
        var row = bench.Observations("exports", "KEN", "UGA").ShouldHaveSingleItem();
        (row.Value.Value, row.Unit.Symbol, row.Item, row.Period!.Text).ShouldBe((812.5e6, "USD", "total", "2023"));
        (row.Source, row.Reporter, row.Basis, row.Bound, row.Tier).ShouldBe(("National Bank", "KEN", "goods", Bound.About, Tier.Agency));
        (row.Published!.Text, row.Row.Line).ShouldBe(("2024-05", 2));
        new StoreCheck(bench.Store).Run(default).ShouldBeEmpty();
        // Digits weigh what was written: 812.5 million.
        row.Value.LastDigit.ShouldBe(1e5);
        bench.Observations("exports", "KEN", "RWA").ShouldHaveSingleItem().Period!.Text.ShouldBe("2023-01..2023-06");
        // What is missing is a row with its reason, and no observation.
        bench.Observations("exports", "KEN", "TZA").ShouldBeEmpty();
        bench
            .Numbers("select absent / 65536 / 65536, year from observation where value is null")
            .ShouldBe([
                [1, 2023],
            ]);
    }

    [Fact]
    public void The_mapping_may_be_a_table_itself()
    {
        const string Rows =
            "field,column,codes,value\nmeasure,,,exports\nsubject,seller,name,\nobject,buyer,iso3,\nperiod,when,,\nvalue,amount,,\nunit,,,USD\nsource,,,Bank\nmissing,,,n/a|-\ndelimiter,,,;\n";
        Import(Table, Rows, "map.csv");
        bench.Observations("exports", "KEN", "UGA").ShouldHaveSingleItem().Value.Value.ShouldBe(812.5);
    }

    [Fact]
    public void Another_mapping_over_the_same_file_is_another_import()
    {
        Import(Table, Mapping);
        Import(Table, Mapping).Already.ShouldBeTrue();
        Import(Table, Mapping.Replace("measure: exports", "measure: imports", StringComparison.Ordinal)).Already.ShouldBeFalse();
        bench.Count("observation").ShouldBe(6);
    }

    [Theory]
    [InlineData("measure: exports", "mesure: exports", "map.yml:1")]
    [InlineData("source: National Bank\n", "", "no 'source'")]
    [InlineData("unit: USD", "unit: parsec", "map.yml:7")]
    [InlineData("codes: name", "codes: names", "map.yml:2")]
    [InlineData("column: amount", "column: sum", "'sum'")]
    [InlineData("Oil: oil", "Gas: gas", "'Oil'")]
    [InlineData("tier: agency", "tier: best", "map.yml:13")]
    [InlineData("scale: 1000000", "scale: million", "map.yml:8")]
    public void A_wrong_mapping_is_refused_with_its_place(string good, string bad, string says)
    {
        Should
            .Throw<DataFileException>(() => Import(Table, Mapping.Replace(good, bad, StringComparison.Ordinal)))
            .Message.ShouldContain(says);
        bench.Count("observation").ShouldBe(0);
    }

    [Theory]
    [InlineData("Kenia Republic;UGA;2023;1;All", "seller")]
    [InlineData("Kenya;UGA;soon;1;All", "when")]
    [InlineData("Kenya;UGA;2023;1,5;All", "amount")]
    public void A_bad_row_is_refused_with_its_place(string row, string column)
    {
        var problem = Should.Throw<DataFileException>(() => Import("seller;buyer;when;amount;good\n" + row + "\n", Mapping));
        (problem.Line, problem.Column).ShouldBe((2, column));
    }

    [Fact]
    public void Without_a_mapping_it_says_so() =>
        Should.Throw<DataFileException>(() => bench.Import("long-csv", bench.File(Table))).Message.ShouldContain("--mapping");

    public void Dispose() => bench.Dispose();
}
