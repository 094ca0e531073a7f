using System.Globalization;
using System.Text;
using Entente.Application.Stores;
using Entente.Sources.Panel;
using Entente.Sources.Store;
using Entente.Sources.Store.Sqlite;

namespace Entente.Tests.Sources.Panel;

/// <summary>Each member of the system with each other member, in both directions, in every year; figures beside them.</summary>
public sealed class PanelTests : IDisposable
{
    private const string States =
        "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
        + "USA,2,United States of America,1816,1,1,2016,12,31,2016\n"
        + "CAN,20,Canada,1989,1,10,2016,12,31,2016\n"
        + "GMY,255,Germany,1990,10,3,2016,12,31,2016\n"
        + "GFR,260,German Federal Republic,1955,5,5,1990,10,2,2016\n"
        // In, out and in again.
        + "YUG,345,Yugoslavia,1988,1,1,1988,4,20,2016\n"
        + "YUG,345,Yugoslavia,1991,10,20,2016,12,31,2016\n";

    private readonly ImportBench bench = new();

    public PanelTests() => bench.Import("cow-states", bench.File(States));

    private DyadYearPanel Build(int from, int to, params string[] with) =>
        DyadYearPanel.Build(
            () => SqliteStore.Open(bench.StorePath),
            new PanelRequest
            {
                From = from,
                To = to,
                With = with,
            },
            CancellationToken.None
        );

    private static string[] Lines(DyadYearPanel panel)
    {
        using var stream = new MemoryStream();
        PanelCsv.Write(panel, stream, CancellationToken.None);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        text.ShouldEndWith("\n");
        return text.TrimEnd('\n').Split('\n');
    }

    [Fact]
    public void Has_every_directed_pair_of_members_in_order()
    {
        var panel = Build(1988, 1991);
        Lines(panel)
            .ShouldBe([
                "ccode1,ccode2,year",
                "2,20,1989",
                "2,20,1990",
                "2,20,1991",
                "2,255,1990",
                "2,255,1991",
                "2,260,1988",
                "2,260,1989",
                "2,260,1990",
                "2,345,1988",
                "2,345,1991",
                "20,2,1989",
                "20,2,1990",
                "20,2,1991",
                "20,255,1990",
                "20,255,1991",
                "20,260,1989",
                "20,260,1990",
                "20,345,1991",
                "255,2,1990",
                "255,2,1991",
                "255,20,1990",
                "255,20,1991",
                "255,260,1990",
                "255,345,1991",
                "260,2,1988",
                "260,2,1989",
                "260,2,1990",
                "260,20,1989",
                "260,20,1990",
                "260,255,1990",
                "260,345,1988",
                "345,2,1988",
                "345,2,1991",
                "345,20,1991",
                "345,255,1991",
                "345,260,1988",
            ]);
        panel.Rows.ShouldBe(36);
    }

    [Fact]
    public void What_is_missing_is_empty_and_what_is_none_is_nought()
    {
        bench.Import(
            "cow-trade",
            bench.File(
                "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,version\n2,20,1989,A,B,12.5,-9,-9,-9,4\n2,260,1990,A,B,0,3,-9,-9,4\n"
            )
        );
        bench.Import(
            "cow-alliances",
            bench.File(
                "ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n2,20,1989,1,0,0,1\n20,2,1989,1,0,0,1\n20,2,1990,0,1,0,0\n"
            )
        );
        bench.Import(
            "cow-contiguity",
            bench.File(
                "dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version\n2020,2,USA,20,CAN,1,192001,199006,,3.2\n"
            )
        );
        var panel = Build(1989, 1991, "trade", "alliances", "contiguity");
        var rows = Lines(panel).ToDictionary(l => string.Join(',', l.Split(',').Take(3)), l => string.Join(',', l.Split(',').Skip(3)));
        rows["ccode1,ccode2,year"].ShouldBe("imports1,imports2,cow_defense,cow_neutrality,cow_nonaggression,cow_entente,contiguity");
        rows["2,20,1989"].ShouldBe("12.5,,1,0,0,1,1");
        rows["20,2,1989"].ShouldBe(",12.5,1,0,0,1,1");
        rows["2,20,1990"].ShouldBe(",,0,0,0,0,1");
        rows["20,2,1990"].ShouldBe(",,0,1,0,0,1");
        rows["20,2,1991"].ShouldBe(",,,,,,");
        // One state of the table, two members of the list.
        rows["2,260,1990"].ShouldBe("0,3,0,0,0,0,0");
        rows["255,2,1990"].ShouldBe("3,0,0,0,0,0,0");
        panel.Value("imports2", 255, 2, 1990).ShouldBe(0);
        panel.Value("imports1", 345, 2, 1990).ShouldBe(double.NaN);
    }

    [Fact]
    public void The_newest_import_is_read()
    {
        const string header = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n";
        bench.Import("cow-nmc", bench.File(header + "USA,2,1989,-9,1,1,1,250,1,.1,2021\n"));
        bench.Import("cow-nmc", bench.File(header + "USA,2,1989,5,1,1,1,250,1,.2,2025\n"));
        var panel = Build(1989, 1989, "capabilities");
        (panel.Value("cinc1", 2, 20, 1989), panel.Value("cinc2", 20, 2, 1989), panel.Value("milex1", 20, 2, 1989)).ShouldBe(
            (0.2, 0.2, double.NaN)
        );
        panel.Sources.Select(s => s.Import.Vintage).ShouldBe(["2016", "7.0"]);
    }

    [Fact]
    public void A_dataset_that_was_not_imported_is_named() =>
        Should.Throw<StoreException>(() => Build(1989, 1990, "igo")).Message.ShouldContain("record import cow-igo FILE");

    [Fact]
    public void Years_outside_the_list_have_no_rows() => Lines(Build(1700, 1750)).ShouldBe(["ccode1,ccode2,year"]);

    /// <summary>The whole panel of the public data: its size, a row by hand, and that each row is its opposite's mirror.</summary>
    [SkippableFact]
    public void The_panel_of_the_public_data()
    {
        bench.Store.Undo(1, CancellationToken.None);
        bench.Import("cow-states", ImportBench.Public("cow", "states2016.csv"));
        bench.Import("cow-trade", ImportBench.Public("cow", "dyadic_trade_4.0.csv.gz"));
        bench.Import("cow-alliances", ImportBench.Public("cow", "alliance_4.1_directed_dyad_year.csv.gz"));
        bench.Import("atop", ImportBench.Public("atop", "atop_5.1_directed_dyad_year.csv.gz"));
        bench.Import("cow-igo", ImportBench.Public("cow", "igo_3_dyad_year.csv.gz"));
        bench.Import("cow-contiguity", ImportBench.Public("cow", "contdir_3.2.csv"));
        bench.Import("cow-nmc", ImportBench.Public("cow", "nmc_7.0_abridged.csv.gz"));
        bench.Import("cshapes-distance", ImportBench.Public("cow", "cshapes_mindist.csv.gz"));
        bench.Import("vdem", ImportBench.Public("vdem", "cw_democracy.csv.gz"));
        var panel = Build(1816, 2016, [.. DyadYearPanel.PartNames]);
        panel.Rows.ShouldBe(1_912_350);
        panel.Value("imports1", 710, 365, 2012).ShouldBe(45_027);
        panel.Value("imports2", 710, 365, 2012).ShouldBe(51_743);
        panel.Value("cow_nonaggression", 710, 365, 2012).ShouldBe(1);
        panel.Value("cow_defense", 710, 365, 2014).ShouldBe(double.NaN);
        panel.Value("shared_igos", 365, 710, 2014).ShouldBe(55);
        panel.Value("contiguity", 365, 710, 2014).ShouldBe(1);
        panel.Value("cinc2", 365, 710, 2016).ShouldBe(0.23082519);
        panel.Value("mindist", 365, 710, 2014).ShouldBe(0);
        panel.Value("polyarchy1", 2, 20, 1920).ShouldBe(0.51);
        Mirrored(panel);
    }

    private static void Mirrored(DyadYearPanel panel)
    {
        var random = new Random(20160101);
        using var stream = new MemoryStream();
        PanelCsv.Write(panel, stream, CancellationToken.None);
        stream.Position = 0;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var lines = 0;
        while (reader.ReadLine() is { } line)
        {
            lines++;
            if (random.Next(400) != 0)
                continue;
            var cells = line.Split(',');
            cells.Length.ShouldBe(panel.Columns.Count);
            var (one, two, year) = (Whole(cells[0]), Whole(cells[1]), Whole(cells[2]));
            for (var c = 3; c < cells.Length; c++)
            {
                var here = cells[c].Length == 0 ? double.NaN : double.Parse(cells[c], CultureInfo.InvariantCulture);
                panel.Value(panel.Columns[c], one, two, year).ShouldBe(here);
                // What ends in 1 is the other's 2; what belongs to the pair is the pair's; promises have a direction.
                var mirror = panel.Columns[c] switch
                {
                    [.. var name, '1'] => name + "2",
                    [.. var name, '2'] => name + "1",
                    var name => name,
                };
                if (!mirror.StartsWith("atop_", StringComparison.Ordinal) && !mirror.StartsWith("cow_", StringComparison.Ordinal))
                    panel.Value(mirror, two, one, year).ShouldBe(here, $"{mirror} of {two}, {one}, {year}");
            }
        }
        lines.ShouldBe((int)panel.Rows);
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    public void Dispose() => bench.Dispose();
}
