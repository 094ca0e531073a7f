namespace Entente.Tests.Cli;

/// <summary>`measure trade`, `measure breaks` and `measure triangle`.</summary>
public sealed class MeasureCommandTests : IDisposable
{
    private const string Head = "reporterCode,partnerCode,refYear,refMonth,freqCode,flowCode,cmdCode,primaryValue\n";
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void A_triangle_of_ones_own_ties_needs_no_store()
    {
        var run = desk.Run("measure", "triangle", "CHN", "RUS", "USA", "--ties", "0.7,0.5,-0.5");
        run.Status.ShouldBe(0, run.Error);
        run.Output.ShouldContain("Dittmer: romantic triangle, pivot CHN");
        run.Output.ShouldContain("structural balance: unbalanced; weak (Davis): unbalanced");
        run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        var json = desk.Json("measure", "triangle", "CHN", "RUS", "USA", "--ties", "0.7,-0.5,0").GetProperty("readings")[0];
        json.GetProperty("dittmer").GetString().ShouldBe("undecided");
        json.GetProperty("possible").EnumerateArray().Select(p => p.GetString()).ShouldBe(["stable_marriage", "romantic_triangle"]);
    }

    [Fact]
    public void A_year_of_trade_fits_the_screen_and_has_its_reasons_in_JSON()
    {
        Import();
        var run = desk.Run("measure", "trade", "CHN", "Russia", "--year", "2020");
        run.Status.ShouldBe(0, run.Error);
        run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        run.Output.ShouldContain("Trade in goods of China (CHN) and Russia (RUS), 2020");
        run.Output.ShouldContain("from: comtrade");
        var year = desk.Json("measure", "trade", "CHN", "RUS", "--year", "2020");
        var own = year.GetProperty("readings")[0];
        own.GetProperty("view").GetString().ShouldBe("own");
        own.GetProperty("first").GetProperty("export_share").GetDouble().ShouldBe(0.1, 1e-12);
        own.GetProperty("lower_dependence").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        own.GetProperty("lower_dependence_absent").GetString().ShouldBe("missing");
        var span = desk.Run("measure", "trade", "CHN", "RUS", "--from", "2018", "--view", "own");
        span.Output.Split('\n').Count(l => l.StartsWith("20", StringComparison.Ordinal)).ShouldBe(3);
        span.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
    }

    [Fact]
    public void Breaks_are_dated_and_stand_beside_events()
    {
        Import();
        var run = desk.Run("measure", "breaks", "CHN", "RUS", "--series", "exports", "--model", "level", "--select", "lwz");
        run.Status.ShouldBe(0, run.Error);
        run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        run.Output.ShouldContain("break after 2009");
        var json = desk.Json("measure", "breaks", "CHN", "RUS", "--series", "exports", "--model", "level", "--select", "lwz");
        json.GetProperty("breaks")[0].GetProperty("year").GetInt32().ShouldBe(2009);
        json.GetProperty("values").GetArrayLength().ShouldBe(31);
        desk.Json("measure", "breaks", "CHN", "RUS", "--series", "exports", "--from", "2018")
            .GetProperty("absent")
            .GetString()
            .ShouldBe("too_short");
    }

    [Fact]
    public void A_heading_with_weights_is_split_into_price_and_quantity()
    {
        var file = desk.Write("BACI_HS17_Y2020_V202401.csv", "t,i,j,k,v,q\n2020,643,156,270900,100,10\n2021,643,156,270900,175,12.5\n");
        desk.Run("record", "import", "baci", file).Status.ShouldBe(0);
        string[] asked = ["measure", "price", "CHN", "RUS", "--item", "270900", "--from", "2020", "--to", "2021"];
        var run = desk.Run(asked);
        run.Status.ShouldBe(0, run.Error);
        run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        run.Output.ShouldContain("value +75.0 %");
        desk.Json(asked).GetProperty("lmdi").GetProperty("price_share").GetDouble().ShouldBe(Math.Log(1.4) / Math.Log(1.75), 1e-9);
    }

    [Theory]
    [InlineData("measure trade: found 'ZZZ'", "measure", "trade", "ZZZ", "RUS")]
    [InlineData("measure trade: found CHN twice", "measure", "trade", "CHN", "China")]
    [InlineData("measure trade: found no store", "measure", "trade", "CHN", "RUS")]
    [InlineData("--to: found 1990", "measure", "trade", "CHN", "RUS", "--from", "2000", "--to", "1990")]
    [InlineData("--year: found also --from", "measure", "trade", "CHN", "RUS", "--from", "2000", "--year", "2001")]
    [InlineData("--view: found 'mine'", "measure", "trade", "CHN", "RUS", "--view", "mine")]
    [InlineData("--ties: found '1,2'", "measure", "triangle", "CHN", "RUS", "USA", "--ties", "1,2")]
    [InlineData("--negative: found 0.5", "measure", "triangle", "CHN", "RUS", "USA", "--negative", "0.5")]
    [InlineData("--to: found the year of --from", "measure", "price", "CHN", "RUS", "--from", "2020", "--to", "2020")]
    [InlineData("measure price: found no store", "measure", "price", "CHN", "RUS", "--from", "2020", "--to", "2021")]
    [InlineData("measure communities: found no store", "measure", "communities", "--year", "2018")]
    [InlineData("measure triangle: found no store", "measure", "triangle", "CHN", "RUS", "USA")]
    public void Wrong_use_is_located(string expected, params string[] args)
    {
        var run = desk.Run(args);
        run.Status.ShouldBe(2);
        run.Error.ShouldContain(expected);
        run.Error.Trim().Split('\n').Length.ShouldBe(1);
    }

    private void Import()
    {
        var rows = new System.Text.StringBuilder(Head);
        foreach (var year in Enumerable.Range(1990, 31))
            rows.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"156,643,{year},52,A,X,TOTAL,{(year < 2010 ? 20 : 50) + (year == 2020 ? 0 : year % 2)}\n156,0,{year},52,A,X,TOTAL,500\n156,643,{year},52,A,M,TOTAL,7\n156,0,{year},52,A,M,TOTAL,300\n"
            );
        desk.Run("record", "import", "comtrade", desk.Write("comtrade.csv", rows.ToString())).Status.ShouldBe(0);
    }
}
