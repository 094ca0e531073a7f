using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Tests.Sources.Datasets;

/// <summary>Direct investment of the IMF and freight margins of the OECD.</summary>
public sealed class FinanceTests : IDisposable
{
    private const string Positions =
        "COUNTRY.ID,COUNTRY,DV_TYPE.ID,DV_TYPE,INDICATOR.ID,INDICATOR,COUNTERPART_COUNTRY.ID,COUNTERPART_COUNTRY,FREQUENCY.ID,FREQUENCY,TIME_PERIOD,OBS_VALUE\n";

    private const string Margins =
        "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,COUNTERPART_AREA,MEASURE,COMM_HS2017,FREQ,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,METHODOLOGY_TYPE\n";

    private readonly ImportBench bench = new();

    [Fact]
    public void Both_sides_of_a_position_stand_and_the_investor_is_the_subject()
    {
        bench.Import(
            "imf-dip",
            bench.File(
                Positions
                    + "KEN,Kenya,O,x,INWD_D_NETLA_FALL_ALL,x,NLD,Netherlands,A,Annual,2022,1200.5\n"
                    + "KEN,Kenya,SCC,x,INWD_D_NETLA_FALL_ALL,x,NLD,Netherlands,A,Annual,2022,999\n"
                    + "NLD,Netherlands,O,x,OTWD_D_NETAL_FALL_ALL,x,KEN,Kenya,A,Annual,2022,1100\n"
                    + "NLD,Netherlands,O,x,OTWD_D_NETAL_FALL_ALL,x,KEN,Kenya,A,Annual,2023,\n"
                    + "NLD,Netherlands,O,x,OTWD_D_NETAL_FALL_ALL,x,UGA,Uganda,A,Annual,,\n"
            )
        );
        bench.Count("direct_investment").ShouldBe(4);
        new StoreCheck(bench.Store).Run(default).ShouldBeEmpty();
        bench
            .Observations("direct_investment", "NLD", "KEN")
            .Select(o => (o.Value.Value, o.Reporter, o.Basis))
            .ShouldBe([(1.1e9, "NLD", "outward"), (1.2005e9, "KEN", "inward")]);
    }

    [Fact]
    public void Margins_stay_per_cent_of_the_value_with_freight()
    {
        bench
            .Import(
                "oecd-cif-fob",
                bench.File(
                    Margins
                        + "DATAFLOW,X:DSD_ITIC@DF_ITIC(1.1),I,USA,KEN,C_F,_T,A,PT_IM_CIF,2023,4.5,I,AG\n"
                        + "DATAFLOW,X:DSD_ITIC@DF_ITIC(1.1),I,USA,ANT_F,C_F,27,A,PT_IM_CIF,2009,,I,AG\n"
                )
            )
            .Import.Vintage.ShouldBe("1.1");
        bench
            .Numbers("select importer, exporter, item, year, margin from cif_margin order by line")
            .ShouldBe([
                [840, 404, 0, 2023, 4.5],
                [840, 530, 2000027, 2009, null],
            ]);
    }

    [Theory]
    [InlineData("imf-dip", Positions + "KEN,Kenya,Z,x,INWD_D_NETLA_FALL_ALL,x,NLD,x,A,Annual,2022,1\n", "DV_TYPE.ID")]
    [InlineData("imf-dip", Positions + "KEN,Kenya,O,x,FLOW,x,NLD,x,A,Annual,2022,1\n", "INDICATOR.ID")]
    [InlineData("oecd-cif-fob", Margins + "D,X,I,USA,KEN,Q_Q,_T,A,PT_IM_CIF,2023,4.5,I,AG\n", "MEASURE")]
    [InlineData("oecd-cif-fob", Margins + "D,X,I,USA,KEN,C_F,_T,A,USD,2023,4.5,I,AG\n", "UNIT_MEASURE")]
    [InlineData("oecd-cif-fob", Margins + "D,X,I,USA,KEN,C_F,1234567,A,PT_IM_CIF,2023,4.5,I,AG\n", "COMM_HS2017")]
    public void What_cannot_be_read_is_refused_with_its_place(string dataset, string text, string column)
    {
        var problem = Should.Throw<DataFileException>(() => bench.Import(dataset, bench.File(text)));
        (problem.Line, problem.Column).ShouldBe((2, column));
    }

    [SkippableFact]
    public void The_published_positions_come_in_whole()
    {
        // 16,643 and 15,721 rows, of which 30 and 24 are series without any figure.
        bench
            .Import(
                "imf-dip",
                ImportBench.Public("imf", "dip_inward_2014_2024.csv.gz"),
                ImportBench.Public("imf", "dip_outward_2014_2024.csv.gz")
            )
            .Import.Rows.ShouldBe(32310);
        bench
            .Numbers(
                "select value, direction from direct_investment where reporter = 840 and partner = 276 and kind = 1 and period = 20220000 order by direction"
            )
            .ShouldBe([
                [411361e6, 1],
                [179026e6, 2],
            ]);
    }

    [SkippableFact]
    public void The_published_margins_come_in_whole()
    {
        bench
            .Import("oecd-cif-fob", ImportBench.Public("oecd", "itic_chn.csv.gz"), ImportBench.Public("oecd", "itic_usa.csv.gz"))
            .Import.Rows.ShouldBe(2154 + 2294);
        bench
            .Numbers("select margin, year from cif_margin where importer = 156 and exporter = 4 and year = 2024")
            .ShouldBe([
                [6.24605710962237, 2024],
            ]);
    }

    public void Dispose() => bench.Dispose();
}
