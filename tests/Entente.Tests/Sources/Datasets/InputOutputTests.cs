using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Tests.Sources.Datasets;

/// <summary>Input-output tables: WIOD of both releases, and the OECD's ICIO.</summary>
public sealed class InputOutputTests : IDisposable
{
    private readonly ImportBench bench = new();

    private List<(long, string, long, string, double)> Cells()
    {
        var cells = new List<(long, string, long, string, double)>();
        bench.Store.Read(
            new(
                "select c.row_state, r.code, c.column_state, k.code, c.value from io_cell c "
                    + "join io_sector r on r.import_id = c.import_id and r.number = c.row_sector "
                    + "join io_sector k on k.import_id = c.import_id and k.number = c.column_sector order by c.line, c.column_state, k.code"
            ),
            r => cells.Add((r.Integer(0), r.Text(1), r.Integer(2), r.Text(3), r.Real(4)))
        );
        return cells;
    }

    [Fact]
    public void A_matrix_keeps_its_cells_but_zeros()
    {
        bench.Import("wiod", bench.File("row,AUS.c1,ROM.c1,RoW.c37,output\nAUS.c1,5,0,2,7\nRoW.c1,0,1.5,-3,0\n", "wiot_2011.csv"));
        Cells()
            .ShouldBe([
                (36, "c1", 1, "output", 7),
                (36, "c1", 36, "c1", 5),
                (36, "c1", 32001, "c37", 2),
                (32001, "c1", 642, "c1", 1.5),
                (32001, "c1", 32001, "c37", -3),
            ]);
        bench
            .Numbers("select min(year), max(year) from io_cell")
            .ShouldBe([
                [2011, 2011],
            ]);
        new StoreCheck(bench.Store).Run(default).ShouldBeEmpty();
    }

    [Fact]
    public void The_release_of_2016_numbers_its_columns()
    {
        bench.Import(
            "wiod",
            bench.File(
                "IndustryCode,IndustryDescription,Country,RNr,Year,vAUS1,vAUS2,vAUS57,TOT\n"
                    + "A01,Crops,AUS,1,2014,10,20,3,33\nA02,Forestry,AUS,2,2014,0,1,0,1\nVA,Value added,TOT,70,2014,4,5,0,9\n",
                "WIOT2014_October16_ROW.csv"
            )
        );
        Cells()
            .ShouldBe([
                (36, "A01", 1, "output", 33),
                (36, "A01", 36, "A01", 10),
                (36, "A01", 36, "A02", 20),
                (36, "A01", 36, "CONS_h", 3),
                (36, "A02", 1, "output", 1),
                (36, "A02", 36, "A02", 1),
                (1, "VA", 1, "output", 9),
                (1, "VA", 36, "A01", 4),
                (1, "VA", 36, "A02", 5),
            ]);
    }

    [Fact]
    public void The_tables_of_the_OECD_and_the_parts_of_China()
    {
        bench.Import(
            "icio",
            bench.File("V1,AUS_01T02,CN1_01T02,CHN_HFCE,OUT\nAUS_01T02,5,1,0,6\nCN1_01T02,0,2.5,1,3.5\nVA,7,,0,0\n", "ICIO2021_2018.csv")
        );
        Cells()
            .ShouldBe([
                (36, "01T02", 1, "OUT", 6),
                (36, "01T02", 36, "01T02", 5),
                (36, "01T02", 156, "CN1:01T02", 1),
                (156, "CN1:01T02", 1, "OUT", 3.5),
                (156, "CN1:01T02", 156, "CN1:01T02", 2.5),
                (156, "CN1:01T02", 156, "HFCE", 1),
                (1, "VA", 36, "01T02", 7),
            ]);
        bench
            .Numbers("select min(year), max(year) from io_cell")
            .ShouldBe([
                [2018, 2018],
            ]);
    }

    [Theory]
    [InlineData("wiod", "row,AUS.c1\nAUS.c1,5\n", "wiot.csv", "year")]
    [InlineData("icio", "V1,AUS_01T02\nAUS_01T02,5\n", "icio.csv", "year")]
    [InlineData("wiod", "a,b\n1,2\n", "wiot_2011.csv", "RNr")]
    [InlineData("icio", "a,b\n1,2\n", "2018_SML.csv", "AUS_01T02")]
    [InlineData("wiod", "row,AUS.c1\nAUS.c1,x\n", "wiot_2011.csv", "'x'")]
    [InlineData("wiod", "row,QQQ.c1\nQQQ.c1,1\n", "wiot_2011.csv", "QQQ")]
    public void What_cannot_be_read_is_refused(string dataset, string text, string name, string says)
    {
        Should.Throw<DataFileException>(() => bench.Import(dataset, bench.File(text, name))).Message.ShouldContain(says);
        bench.Count("io_cell").ShouldBe(0);
    }

    [SkippableFact]
    public void The_world_of_2011_adds_up_to_its_published_output()
    {
        bench.Import("wiod", ImportBench.Public("wiod", "wiot_2011.csv.gz"));
        bench
            .Numbers("select sum(value), count(*) from io_cell where column_sector = (select number from io_sector where code = 'output')")[
                0
            ][0]
            .ShouldBe(141_767_904);
    }

    public void Dispose() => bench.Dispose();
}
