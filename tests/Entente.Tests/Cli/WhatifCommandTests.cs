using System.Text.Json;

namespace Entente.Tests.Cli;

/// <summary>`entente whatif`: the gallery that ships, what is printed, what is refused and where.</summary>
public sealed class WhatifCommandTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private static string Samples => Path.Combine(Clone.Root, "samples", "scenarios");

    public static TheoryData<string> Gallery =>
        [
            .. Directory
                .EnumerateFiles(Samples, "*.yml")
                .Where(f => File.ReadAllText(f).Contains("\nbase: base-2021.yml", StringComparison.Ordinal))
                .Select(f => Path.GetFileName(f)!)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Gallery))]
    public void Every_scenario_of_the_small_base_runs_on_a_fresh_clone(string file)
    {
        var json = desk.Json("whatif", Path.Combine(Samples, file), "--draws", "20");
        json.GetProperty("schema").GetString().ShouldBe("entente/whatif/1");
        json.GetProperty("converged").GetBoolean().ShouldBeTrue();
        json.GetProperty("certificate").GetProperty("residual").GetDouble().ShouldBeLessThan(1e-10);
        foreach (var result in json.GetProperty("results").EnumerateArray())
            result
                .GetProperty("realIncome")
                .GetProperty("low")
                .GetDouble()
                .ShouldBeLessThanOrEqualTo(result.GetProperty("realIncome").GetProperty("high").GetDouble());
    }

    [Fact]
    public void Text_and_html_say_the_same_with_the_certificate()
    {
        var file = Path.Combine(Samples, "gone-china-russia.yml");
        var text = desk.Run("whatif", file, "--draws", "40");
        (text.Error, text.Status).ShouldBe(("", 0));
        text.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        text.Output.ShouldContain("converged after");
        text.Output.ShouldContain("not a forecast");
        text.Output.ShouldBe(desk.Run("whatif", file, "--draws", "40").Output);
        text.Output.ShouldNotBe(desk.Run("whatif", file, "--draws", "40", "--seed", "2").Output);
        var page = desk.Run("whatif", file, "--draws", "40", "--format", "html").Output;
        page.ShouldContain("<svg");
        page.ShouldContain("China and Russia without each other");
        page.ShouldNotContain("<script");
    }

    /// <summary>A region with a surplus that must be held and nobody to sell to: there is no equilibrium, and no number is printed.</summary>
    [Fact]
    public void Without_an_equilibrium_there_are_no_numbers()
    {
        var file = desk.Write(
            "alone.yml",
            $$"""
            scenario: Alone
            base: "{{Path.Combine(Samples, "base-2021.yml").Replace('\\', '/')}}"
            deficits: held
            groups:
              rest: [CHN, EU, IND, TUR, USA, JPN, GBR, KOR, KAZ, ARE, ROW]
            shocks:
              - embargo: {between: [RUS, rest], assumed: test}
            """
        );
        var json = desk.Json("whatif", file);
        json.GetProperty("converged").GetBoolean().ShouldBeFalse();
        json.TryGetProperty("results", out _).ShouldBeFalse();
        json.GetProperty("certificate").GetProperty("stopped").GetString().ShouldNotBe("converged");
        var text = desk.Run("whatif", file);
        text.Status.ShouldBe(0);
        text.Output.ShouldContain("No answer");
        text.Output.ShouldNotContain("real income");
    }

    private const string Small = """
        base: Two
        sectors:
          - {code: goods, elasticity: 5, value_added: 0.5, inputs: {goods: 1}, assumed: test}
        regions:
          - {code: AAA, gdp: 100, source: test, made_of: {goods: 1, assumed: test}}
          - {code: BBB, gdp: 200, source: test, made_of: {goods: 1, assumed: test}}
        flows:
          - {sector: goods, from: AAA, to: BBB, value: 30, source: test}
          - {sector: goods, from: BBB, to: AAA, value: 20, source: test}
        """;

    private const string Question = """
        scenario: Test
        base: base.yml
        shocks:
          - tariff: {from: AAA, to: BBB, rate: 0.1, source: test}
        """;

    [Theory]
    [InlineData("value: 30", "value: -30", "base.yml:8", "found -30, expected 0 or more")]
    [InlineData("value: 30, source: test", "value: 30", "base.yml:8", "a number without a source")]
    [InlineData("value: 30", "value: 300", "base.yml:5", "goods of AAA: exports of 300 above an output of 200")]
    [InlineData("goods: 1, assumed: test}}\n  - {code: BBB", "goods: 0.9, assumed: test}}\n  - {code: BBB", "base.yml:5", "sum to 0.9")]
    [InlineData("inputs: {goods: 1}", "inputs: {goods: 0.8}", "Two", "goods in AAA: inputs whose shares sum to 0.8")]
    [InlineData("to: BBB, value", "to: CCC, value", "base.yml:8", "'CCC', expected one of AAA, BBB")]
    [InlineData("gdp: 100", "gdp: 0", "base.yml:5", "above an output of 0")]
    public void A_wrong_base_is_refused_at_its_line(string good, string bad, string where, string what)
    {
        desk.Write("base.yml", Small.Replace(good, bad, StringComparison.Ordinal));
        Refused(Question, where, what);
    }

    [Theory]
    [InlineData("to: BBB", "to: XXX", "s.yml:4", "the region 'XXX', expected one of the base: AAA, BBB")]
    [InlineData("rate: 0.1", "sectors: steel, rate: 0.1", "s.yml:4", "the sector 'steel'")]
    [InlineData("rate: 0.1", "rate: much", "s.yml:4", "'much'")]
    [InlineData("tariff:", "duty:", "s.yml:4", "no measure")]
    [InlineData("rate: 0.1, source: test", "rate: 0.1", "s.yml:4", "a number without a source")]
    [InlineData("rate: 0.1", "rate: {low: 2, mode: 1, high: 3}", "s.yml:4", "low <= mode <= high")]
    [InlineData("base: base.yml", "base: none.yml", "none.yml", "cannot be read")]
    [InlineData("base: base.yml", "base: {dataset: wiod, year: 2011}", "s.yml:2", "no store")]
    [InlineData("scenario: Test", "scenario: Test\ndeficits: gone", "s.yml:2", "held, scaled or zeroed")]
    [InlineData("scenario: Test", "scenario: Test\nsurprise: 1", "s.yml:2", "the key 'surprise'")]
    public void A_wrong_scenario_is_refused_at_its_line(string good, string bad, string where, string what)
    {
        desk.Write("base.yml", Small);
        Refused(Question.Replace(good, bad, StringComparison.Ordinal), where, what);
    }

    private void Refused(string scenario, string where, string what)
    {
        var run = desk.Run("whatif", desk.Write("s.yml", scenario), "--draws", "0");
        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(where);
        run.Error.ShouldContain(what);
        run.Error.Trim().ShouldNotContain("\n");
    }

    /// <summary>
    /// Caliendo and Parro (2015), Review of Economic Studies 82:1, Tables 2 and 3 and section 4, printed −0.06, 1.31, 0.08 for welfare, 0.32, 1.72, 0.11 for
    /// real wages, 11.11, 118.28, 40.52 for imports from members; further digits were computed independently from the same data, as was the run with
    /// deficits.
    /// </summary>
    [SkippableFact]
    public void Nafta_on_a_folder_of_the_users_gives_the_published_table()
    {
        var folder = Clone.Shared("data", "cp2015");
        Skip.IfNot(Directory.Exists(folder), "needs the replication data in ../shared/data/cp2015, which is not beside this clone");
        var scenario = File.ReadAllText(Path.Combine(Samples, "nafta.yml"))
            .Replace("folder: cp2015", $"folder: \"{folder}\"", StringComparison.Ordinal);
        var file = desk.Write("nafta.yml", scenario);
        var json = desk.Json("whatif", file);
        var (without, with) = (json.GetProperty("runs")[0], json.GetProperty("runs")[1]);
        Members(without, "termsOfTrade").ShouldBe([-0.1081, -0.4118, 0.0435], 6e-5);
        Members(without, "volumeOfTrade").ShouldBe([0.0443, 1.7239, 0.0412], 6e-5);
        Members(without, "firstOrder").ShouldBe([-0.0638, 1.3121, 0.0848], 6e-5);
        Members(without, "realWage").ShouldBe([0.3228, 1.7153, 0.1124], 6e-5);
        Members(without, "importsFromBloc").ShouldBe([11.11, 118.28, 40.52], 6e-3);
        Members(without, "realIncome").ShouldBe([-0.1101, 0.0073, 0.0742], 6e-5);
        Members(with, "firstOrder").ShouldBe([-0.0405, 1.1743, 0.0850], 6e-5);
        json.GetProperty("run").GetString().ShouldBe("without deficits");
        var text = desk.Run("whatif", file).Output;
        text.Split('\n').ShouldAllBe(l => l.Length <= 80 || l.Contains(folder, StringComparison.Ordinal));
        text.ShouldContain("MEX   +118.3 ");

        static IEnumerable<double> Members(JsonElement run, string name) =>
            run.GetProperty("results")
                .EnumerateArray()
                .Take(3)
                .Select(r => r.GetProperty(name))
                .Select(v => 100 * (v.ValueKind == JsonValueKind.Number ? v.GetDouble() : v.GetProperty("value").GetDouble()));
    }

    [Fact]
    public void Any_pair_runs_without_a_file()
    {
        foreach (var (a, b) in new[] { ("TUR", "RUS"), ("jpn", "KOR"), ("KAZ", "ARE") })
        {
            var json = desk.Json("whatif", "--gone", a, b, "--draws", "20");
            json.GetProperty("converged").GetBoolean().ShouldBeTrue();
            var results = json.GetProperty("results").EnumerateArray().ToList();
            results.Select(r => r.GetProperty("region").GetString()).ShouldBe([a.ToUpperInvariant(), b]);
            results.ShouldAllBe(r => r.GetProperty("realIncome").GetProperty("value").GetDouble() < 0);
        }
        var set = desk.Run("whatif", Path.Combine(Samples, "gone.yml"), "--set", "A=TUR", "--set", "B=RUS", "--draws", "20");
        set.Output.ShouldBe(desk.Run("whatif", "--gone", "TUR", "RUS", "--draws", "20").Output);
        set.Output.ShouldContain("Turkey and Russia without each other");
        desk.Run("whatif", Path.Combine(Samples, "gone.yml"), "--set", "A=JPN,KOR", "--draws", "0")
            .Output.ShouldContain("Japan, South Korea and Russia");
    }

    [Theory]
    [InlineData("--gone: found the region 'DEU', expected one of the base: CHN, EU", "--gone", "DEU", "RUS")]
    [InlineData("found no file, expected a scenario", "--draws", "0")]
    [InlineData("both a file and --gone", "gone.yml", "--gone", "TUR", "RUS")]
    [InlineData("--set: found C=RUS, expected a parameter of gone.yml: A, B", "gone.yml", "--set", "C=RUS")]
    [InlineData("--set: found 'A', expected a name and a code", "gone.yml", "--set", "A")]
    [InlineData("found the region 'QQQ'", "gone.yml", "--set", "A=QQQ")]
    [InlineData("nothing to set: us-china-decoupling.yml has no parameters", "us-china-decoupling.yml", "--set", "A=QQQ")]
    [InlineData("--base: found no store", "--gone", "DEU", "POL", "--base", "wiod:2011")]
    [InlineData("--base: found 'wiod:now', expected a dataset with its year", "--gone", "DEU", "POL", "--base", "wiod:now")]
    [InlineData("--samples: found 3, expected 16 to", "gone.yml", "--samples", "3")]
    public void What_is_set_wrongly_is_named(string says, params string[] args)
    {
        var run = desk.Run(["whatif", .. args.Select(a => a.EndsWith(".yml", StringComparison.Ordinal) ? Path.Combine(Samples, a) : a)]);
        (run.Status, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain(says);
        run.Error.Trim().ShouldNotContain("\n");
    }

    [Fact]
    public void Short_and_long_run_stand_side_by_side()
    {
        var file = Path.Combine(Samples, "eu-energy-short-long.yml");
        var text = desk.Run("whatif", file, "--draws", "20");
        (text.Error, text.Status).ShouldBe(("", 0));
        text.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        text.Output.ShouldContain("      short                                long");
        var runs = desk.Json("whatif", file, "--draws", "20").GetProperty("runs").EnumerateArray().ToList();
        runs.Select(r => r.GetProperty("run").GetString()).ShouldBe(["short", "long"]);
        double Loss(int run) => runs[run].GetProperty("results")[0].GetProperty("realIncome").GetProperty("value").GetDouble();
        Loss(0).ShouldBeLessThan(2 * Loss(1));
        desk.Run("whatif", file, "--draws", "20", "--format", "html").Output.ShouldContain("<h3>short</h3>");
    }

    [Fact]
    public void Sensitivity_is_told_in_every_form()
    {
        string[] args =
        [
            "whatif",
            Path.Combine(Samples, "secondary-sanctions-banks.yml"),
            "--draws",
            "20",
            "--sensitivity",
            "--samples",
            "64",
        ];
        var text = desk.Run(args);
        (text.Error, text.Status).ShouldBe(("", 0));
        text.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        text.Output.ShouldContain("What moves the results");
        text.Output.ShouldContain("█");
        desk.Run(args).Output.ShouldBe(text.Output);
        var found = desk.Json(args).GetProperty("sensitivity");
        found.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("input").GetString()).ShouldContain("size of measure 2");
        var russia = found.GetProperty("results")[0];
        (russia.GetProperty("region").GetString(), russia.GetProperty("result").GetString()).ShouldBe(("RUS", "realIncome"));
        foreach (var input in russia.GetProperty("inputs").EnumerateArray())
        foreach (
            var key in new[]
            {
                "first",
                "firstError",
                "total",
                "totalError",
                "morrisMean",
                "morrisMeanAbsolute",
                "morrisDeviation",
                "atLow",
                "atHigh",
            }
        )
            input.GetProperty(key).ValueKind.ShouldBe(JsonValueKind.Number);
        var page = desk.Run([.. args, "--format", "html"]).Output;
        page.ShouldContain("What moves the results");
        page.ShouldContain("<rect class=\"bar hollow\"");
        page.ShouldNotContain("<script");
    }

    private void Import(string dataset, string name, string text)
    {
        var run = desk.Run("record", "import", dataset, desk.Write(name, text));
        (run.Error, run.Status).ShouldBe(("", 0));
    }

    /// <summary>Made-up rows in the layout of the OECD's tables: two industries, a row of taxes, China's in two parts.</summary>
    [Fact]
    public void The_oecds_tables_are_a_base()
    {
        Import(
            "icio",
            "ICIO2021_2018.csv",
            """
            V1,AUS_01T02,AUS_03,CN1_01T02,CN2_01T02,CHN_03,USA_01T02,USA_03,AUS_HFCE,CHN_HFCE,USA_HFCE,OUT
            AUS_01T02,30,10,5,0,2,3,0,60,10,5,125
            AUS_03,10,20,0,3,0,0,2,40,4,6,85
            CN1_01T02,2,0,20,5,5,4,0,3,30,8,77
            CN2_01T02,0,4,5,30,10,0,3,2,60,9,123
            CHN_03,1,0,10,10,40,0,5,5,90,4,165
            USA_01T02,4,0,3,0,2,40,10,5,8,90,162
            USA_03,0,3,0,4,3,20,60,6,7,150,253
            AUS_TAXSUB,1,1,0,0,0,0,0,3,0,0,5
            VA,77,47,34,71,103,95,173,0,0,0,600
            OUT,125,85,77,123,165,162,253,0,0,0,990
            """
        );
        var json = desk.Json("whatif", "--gone", "AUS", "CHN", "--base", "icio:2018", "--draws", "20");
        json.GetProperty("inputs").GetProperty("base").GetString().ShouldBe("OECD Inter-Country Input-Output Tables, 2018");
        json.GetProperty("converged").GetBoolean().ShouldBeTrue();
        json.GetProperty("results").EnumerateArray().ShouldAllBe(r => r.GetProperty("realIncome").GetProperty("value").GetDouble() < 0);
        var file = desk.Write(
            "s.yml",
            """
            scenario: Test
            base: {dataset: icio, year: 2018}
            elasticities:
              - {sectors: [01T02, 03], value: 5, assumed: test}
            shocks:
              - tariff: {from: AUS, to: CHN, sectors: 01T02, rate: 0.1, source: test}
            """
        );
        desk.Run("whatif", file).Output.ShouldContain("3 regions, 2 sectors");
        Refused(File.ReadAllText(file).Replace("2018", "2017", StringComparison.Ordinal), "s.yml:2", "no table of 2017 in the store");
    }

    /// <summary>Made-up rows in the layouts of BACI and of the World Bank.</summary>
    [Fact]
    public void Flows_of_baci_and_gdp_are_a_base()
    {
        Import(
            "baci",
            "BACI_HS92_Y2021_V202401b.csv",
            """
            t,i,j,k,v,q
            2021,643,156,270900,50000000,1
            2021,156,643,847130,70000000,1
            2021,156,276,847130,100000000,1
            2021,276,156,870323,90000000,1
            2021,276,643,870323,25000000,1
            2021,643,276,270900,30000000,1
            2021,276,616,870323,80000000,1
            2021,616,276,870323,70000000,1
            2021,616,643,080810,5000000,1
            2021,643,616,270900,10000000,1
            """
        );
        var gone = desk.Run("whatif", "--gone", "CHN", "RUS", "--base", "baci:2021");
        (gone.Status, gone.Error.Contains("no GDP of 2021 in the store", StringComparison.Ordinal)).ShouldBe((2, true));
        Import(
            "wdi",
            "wdi.csv",
            "Country Name,Country Code,Indicator Name,Indicator Code,2021\n"
                + "China,CHN,GDP (current US$),NY.GDP.MKTP.CD,17.8e12\nRussia,RUS,GDP (current US$),NY.GDP.MKTP.CD,1.8e12\n"
                + "Germany,DEU,GDP (current US$),NY.GDP.MKTP.CD,4.3e12\nPoland,POL,GDP (current US$),NY.GDP.MKTP.CD,0.68e12\n"
                + "China,CHN,Agriculture,NV.AGR.TOTL.ZS,7\nChina,CHN,Industry,NV.IND.TOTL.ZS,39\n"
        );
        var json = desk.Json("whatif", "--gone", "CHN", "RUS", "--base", "baci:2021", "--draws", "20");
        json.GetProperty("results").EnumerateArray().ShouldAllBe(r => r.GetProperty("realIncome").GetProperty("value").GetDouble() < 0);
        json.GetProperty("results")[1].GetProperty("partners")[0].GetProperty("shareAfter").GetDouble().ShouldBe(0);
        json.GetProperty("inputs").GetProperty("notes")[1].GetString()!.ShouldContain("3 regions without it are given 0.32");
        var file = desk.Write(
            "s.yml",
            """
            scenario: Test
            base: {dataset: baci, year: 2021, regions: [RUS, {code: EU, of: [DEU, POL]}]}
            shocks:
              - embargo: {between: [RUS, EU], assumed: test}
            """
        );
        var text = desk.Run("whatif", file, "--draws", "0");
        (text.Error, text.Status).ShouldBe(("", 0));
        text.Output.ShouldContain("3 regions, 2 sectors");
        var scenario = File.ReadAllText(file);
        Refused(scenario.Replace("[DEU, POL]", "[DEU, RUS]", StringComparison.Ordinal), "s.yml:2", "RUS in two regions");
        Refused(scenario.Replace("POL]", "XYZ]", StringComparison.Ordinal), "s.yml:2", "the state 'XYZ'");
    }

    [Theory]
    [InlineData("runs: {short: {}}", "s.yml:4", "fewer than two runs")]
    [InlineData("runs: {short: {speed: 1}, long: {}}", "s.yml:4", "the key 'speed'")]
    [InlineData("supply:\n  - {sectors: steel, value: 1, assumed: test}", "s.yml:5", "the sector 'steel'")]
    [InlineData("supply:\n  - {regions: XXX, value: 1, assumed: test}", "s.yml:5", "the region 'XXX'")]
    [InlineData("supply:\n  - {value: -1, assumed: test}", "s.yml:5", "an elasticity of supply of -1")]
    [InlineData("supply:\n  - {value: 1}", "s.yml:5", "a number without a source")]
    [InlineData("bloc: [AAA, CCC]", "s.yml:4", "the region 'CCC'")]
    [InlineData("parameters: {A: []}", "s.yml:4", "no code for 'A'")]
    [InlineData("groups: {A: [AAA]}\nparameters: {A: BBB}", "s.yml:5", "which is a group too")]
    public void What_a_scenario_adds_is_checked_at_its_line(string added, string where, string what)
    {
        desk.Write("base.yml", Small);
        Refused(
            "scenario: Test\nbase: base.yml\nshocks: [{tariff: {from: AAA, to: BBB, rate: 0.1, source: test}}]\n" + added + "\n",
            where,
            what
        );
    }

    /// <summary>Every kind of bad input that a base of one's own can have, through the program: the cell is named.</summary>
    [Theory]
    [InlineData("\n  - {sector: goods, from: BBB, to: AAA, value: 20, source: test}", "", "base.yml:8", "no flow of goods from BBB to AAA")]
    [InlineData("value: 30", "value: -30", "base.yml:8", "found -30")]
    [InlineData("value: 30", "value: ~", "base.yml:8", "value: a number")]
    [InlineData("gdp: 100", "gdp: 0", "base.yml:5", "goods of AAA: exports of 30 above an output of 0")]
    [InlineData("gdp: 100", "gdp: 14", "base.yml:5", "goods of AAA")]
    [InlineData(
        "made_of: {goods: 1, assumed: test}}\n  - {code: BBB",
        "made_of: {goods: 0.7, assumed: test}}\n  - {code: BBB",
        "base.yml:5",
        "sum to 0.7"
    )]
    [InlineData("inputs: {goods: 1}", "inputs: {goods: 0.8}", "Two", "goods in AAA: inputs whose shares sum to 0.8")]
    [InlineData("inputs: {goods: 1}", "inputs: {steel: 1}", "Two", "goods in AAA: inputs whose shares sum to 0")]
    [InlineData("sector: goods, from: AAA", "sector: steel, from: AAA", "base.yml:8", "'steel', expected one of goods")]
    [InlineData("from: AAA, to: BBB, value", "from: AAA, to: AAA, value", "base.yml:8", "goods from AAA to itself")]
    public void Bad_input_is_named_by_its_cell(string good, string bad, string where, string what)
    {
        Small.ShouldContain(good);
        desk.Write("base.yml", Small.Replace(good, bad, StringComparison.Ordinal));
        Refused(Question, where, what);
    }

    [Fact]
    public void A_region_that_makes_nothing_is_named()
    {
        desk.Write(
            "base.yml",
            Small.Replace("gdp: 100", "gdp: 0", StringComparison.Ordinal).Replace("value: 30", "value: 0", StringComparison.Ordinal)
        );
        Refused(Question, "Two", "AAA: an output of 0, expected a region that sells something");
    }

    /// <summary>Ranges of what is told of partners, and of the first-order effect where there is one.</summary>
    [Fact]
    public void Partners_have_ranges_too()
    {
        desk.Write("base.yml", Small.Replace("elasticity: 5", "elasticity: {low: 3, mode: 5, high: 8}", StringComparison.Ordinal));
        var result = desk.Json("whatif", desk.Write("s.yml", Question), "--draws", "40").GetProperty("results")[0];
        var partner = result.GetProperty("partners")[0];
        partner.GetProperty("shareAfter").GetDouble().ShouldBe(1, 1e-12);
        partner.GetProperty("shareAfterRange").GetProperty("low").GetDouble().ShouldBe(1, 1e-12);
        var range = result.GetProperty("firstOrderRange");
        result
            .GetProperty("firstOrder")
            .GetDouble()
            .ShouldBeInRange(range.GetProperty("low").GetDouble(), range.GetProperty("high").GetDouble());
    }

    /// <summary>An embargo that leaves a market without any seller: nothing is made at home, and nobody else may sell.</summary>
    [Fact]
    public void An_emptied_market_is_named()
    {
        desk.Write(
            "base.yml",
            Small
                .Replace("value: 30", "value: 0", StringComparison.Ordinal)
                .Replace("value: 20", "value: 30", StringComparison.Ordinal)
                .Replace(
                    "- {code: goods,",
                    "- {code: home, elasticity: 5, value_added: 1, assumed: test}\n  - {code: goods,",
                    StringComparison.Ordinal
                )
                .Replace(
                    "source: test, made_of: {goods: 1, assumed: test}}\n  - {code: BBB",
                    "source: test, made_of: {goods: 0, home: 1, assumed: test}}\n  - {code: BBB",
                    StringComparison.Ordinal
                )
                .Replace("made_of: {goods: 1, assumed: test}", "made_of: {goods: 1, home: 0, assumed: test}", StringComparison.Ordinal)
        );
        Refused(
            "scenario: Test\nbase: base.yml\nshocks:\n  - embargo: {from: BBB, to: AAA, assumed: test}\n",
            "s.yml:4",
            "goods in AAA: a market that the scenario leaves without a seller"
        );
    }

    /// <summary>What is not square, or not there, in a folder of the user's.</summary>
    [SkippableTheory]
    [InlineData("tariffs1993.txt", "B.txt", "40 rows, expected 620")]
    [InlineData("GO.txt", "", "no such file")]
    public void A_folder_of_another_shape_is_refused(string file, string with, string says)
    {
        var shared = Clone.Shared("data", "cp2015");
        Skip.IfNot(Directory.Exists(shared), "needs the replication data in ../shared/data/cp2015, which is not beside this clone");
        var folder = Directory.CreateDirectory(Path.Combine(desk.Folder, "cp2015")).FullName;
        foreach (var name in Directory.EnumerateFiles(shared).Select(Path.GetFileName))
            File.Copy(Path.Combine(shared, name!), Path.Combine(folder, name!));
        if (with.Length > 0)
            File.WriteAllText(Path.Combine(folder, file), File.ReadAllText(Path.Combine(shared, with)));
        else
            File.Delete(Path.Combine(folder, file));
        var run = desk.Run("whatif", desk.Write("nafta.yml", File.ReadAllText(Path.Combine(Samples, "nafta.yml"))));
        (run.Status, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain(file);
        run.Error.ShouldContain(says);
    }
}
