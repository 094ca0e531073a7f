using Entente.Application.Composition;
using Entente.Cli;

namespace Entente.Tests.Cli;

/// <summary>`entente similarity`: what is printed, what is written, what is refused.</summary>
public sealed class SimilarityCommandTests : IDisposable
{
    private const string Table = "state,cap,gmy,rus\nGMY,0.25,3,0\nRUS,0.21,0,3\nUKG,0.2,0,1\nFRN,0.08,0,3\nITA,0.05,3,1\nBEL,0.03,0,0\n";

    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private void ImportVotes()
    {
        var calls = desk.Write(
            "calls.csv",
            "rcid,session,importantvote,date,unres,amend,para,short,descr\n"
                + string.Concat(Enumerable.Range(1, 60).Select(i => $"{i},{46 + (i / 31)},0,{1991 + (i / 31)}-10-01,R/{i},0,0,a,a\n"))
        );
        string[] choice = ["yes", "abstain", "no"];
        var votes = desk.Write(
            "votes.csv",
            "rcid,country,country_code,vote\n"
                + string.Concat(
                    Enumerable
                        .Range(1, 60)
                        .Select(i =>
                            $"{i},Russia,RU,{choice[i % 3 / 2]}\n{i},China,CN,{choice[i % 7 / 5]}\n{i},United States,US,{choice[2 - (i % 4 / 3)]}\n"
                        )
                )
        );
        var run = desk.Run("record", "import", "unga-votes", calls, votes, "--vintage", "2020-01");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public void A_pair_is_printed_on_eighty_columns()
    {
        ImportVotes();
        foreach (
            var more in (string[][])
                [
                    [],
                    ["--bootstrap", "100"],
                    ["--percentile"],
                    ["--by", "year", "--bootstrap", "50", "--percentile"],
                ]
        )
        {
            var run = desk.Run(["similarity", "rus", "China", .. more]);
            (run.Error, run.Status).ShouldBe(("", 0));
            run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
            run.Output.ShouldContain("unga-votes 2020-01");
            run.Output.ShouldContain("\n");
            run.Output.ShouldNotContain("NaN", Case.Sensitive);
            // One says what the other says.
            run.Output.ShouldContain(" agree ");
            run.Output.ShouldNotContain(" S abs  ");
        }
        desk.Run("similarity", "RUS", "CHN", "--bootstrap", "100")
            .Output.ShouldBe(desk.Run("similarity", "RUS", "CHN", "--bootstrap", "100").Output);
    }

    [Fact]
    public void Json_has_all_of_it()
    {
        ImportVotes();
        var json = desk.Json("similarity", "RUS", "USA", "--bootstrap", "50", "--percentile");
        json.GetProperty("schema").GetString().ShouldBe("entente/similarity/1");
        var first = json.GetProperty("periods")[0];
        first.GetProperty("session").GetInt32().ShouldBe(46);
        var coefficients = first.GetProperty("coefficients");
        coefficients.EnumerateObject().Count().ShouldBe(12);
        var agreement = coefficients.GetProperty("agreement");
        var s = coefficients.GetProperty("s_abs");
        s.GetProperty("value").GetDouble().ShouldBe((2 * agreement.GetProperty("value").GetDouble()) - 1, 1e-12);
        agreement.GetProperty("percentile_interval").GetArrayLength().ShouldBe(2);
        agreement.GetProperty("percentile").GetDouble().ShouldBeInRange(0, 1);
        var self = desk.Json("similarity", "RUS", "RUS").GetProperty("periods")[0].GetProperty("coefficients");
        self.GetProperty("kappa_linear").GetProperty("value").GetDouble().ShouldBe(1);
    }

    [Fact]
    public void A_table_of_the_users_own()
    {
        var file = desk.Write("table.csv", Table);
        var run = desk.Run("similarity", "gmy", "RUS", "--on", file, "--weight", "cap");
        (run.Error, run.Status).ShouldBe(("", 0));
        run.Output.ShouldContain("S cap");
        run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        var always = desk.Write("always.csv", "case,a,b\n1,2,2\n2,2,2\n");
        var json = desk.Json("similarity", "a", "b", "--on", always, "--categories", "1,2")
            .GetProperty("periods")[0]
            .GetProperty("coefficients");
        json.GetProperty("s_abs").GetProperty("value").GetDouble().ShouldBe(1);
        json.GetProperty("kappa_linear").GetProperty("undefined").GetString().ShouldBe("one_category");
        json.GetProperty("tau_b").GetProperty("undefined").GetString().ShouldBe("never_varies");
        desk.Run("similarity", "a", "b", "--on", always, "--categories", "1,2").Output.ShouldContain("– not defined");
        var csv = desk.Run("similarity", "gmy", "rus", "--on", file, "--weight", "cap", "--format", "csv", "--bootstrap", "20")
            .Output.TrimEnd('\n')
            .Split('\n');
        csv.Length.ShouldBe(2);
        csv[0].Split(',').Length.ShouldBe(csv[1].Split(',').Length);
    }

    [Fact]
    public void All_pairs_are_written_whole_or_not_at_all()
    {
        ImportVotes();
        var file = Path.Combine(desk.Folder, "all.csv");
        var run = desk.Run("similarity", "--all", "--out", file);
        run.Status.ShouldBe(0);
        run.Error.ShouldContain("6 pairs in 2 periods");
        File.ReadAllLines(file).Length.ShouldBe(7);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        using var error = new StringWriter();
        CommandLine
            .Run(
                ["similarity", "--all", "--out", Path.Combine(desk.Folder, "none.csv")],
                new Surroundings
                {
                    OpenInput = () => new MemoryStream(),
                    OpenOutput = () => new MemoryStream(),
                    Error = error,
                    Environment = name => name == "ENTENTE_HOME" ? desk.Home : null,
                    Today = null!,
                    ProgramFolder = Clone.Root,
                },
                Composer.Compose,
                cancelled.Token
            )
            .ShouldBe(ExitStatus.Cancelled);
        Directory.GetFiles(desk.Folder, "*none*").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("two states, or --all and none", "similarity", "RUS")]
    [InlineData("two states, or --all and none", "similarity", "RUS", "CHN", "--all")]
    [InlineData("a state such as RUS", "similarity", "RUS", "Ruritania")]
    [InlineData("in none of the votes", "similarity", "RUS", "FRA")]
    [InlineData("a year not before 1990", "similarity", "RUS", "CHN", "--from", "1990", "--to", "1980")]
    [InlineData("ME, NU, DI, HR, CO, EC", "similarity", "RUS", "CHN", "--issue", "XX")]
    [InlineData("20 to 1000000 draws", "similarity", "RUS", "CHN", "--bootstrap", "3")]
    [InlineData("with --on votes only", "similarity", "RUS", "CHN", "--on", "atop", "--important")]
    [InlineData("with --on a file only", "similarity", "RUS", "CHN", "--categories", "a,b")]
    [InlineData("record import atop FILE", "similarity", "RUS", "CHN", "--on", "atop")]
    public void Wrong_use_is_said(string expected, params string[] args)
    {
        ImportVotes();
        var run = desk.Run(args);
        run.Status.ShouldBe(ExitStatus.WrongUse);
        run.Error.ShouldContain(expected);
        run.Error.TrimEnd('\n').ShouldNotContain("\n");
    }

    [Fact]
    public void Without_a_store_it_says_what_to_import() =>
        desk.Run("similarity", "RUS", "CHN").Error.ShouldContain("entente record import unga-votes FILE");
}
