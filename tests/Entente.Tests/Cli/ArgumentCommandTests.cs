using System.Text;
using System.Text.Json;

namespace Entente.Tests.Cli;

/// <summary>`whatif` of arguments, `game solve` of their games, `check` of texts that they are in; the gallery that ships.</summary>
public sealed class ArgumentCommandTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private static string Samples => Path.Combine(Clone.Root, "samples", "arguments");

    private static string Sample(string name) => Path.Combine(Samples, name);

    public static TheoryData<string> Gallery =>
        [
            .. Directory
                .EnumerateFiles(Samples, "*.yml")
                .Select(f => Path.GetFileName(f)!)
                .Where(f => f != "template.yml")
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Gallery))]
    public void Every_argument_of_the_gallery_runs_with_its_source_and_half_of_its_numbers_worked_out(string file)
    {
        var json = desk.Json("whatif", Sample(file), "--draws", "100");
        json.GetProperty("schema").GetString().ShouldBe("entente/argument/1");
        json.GetProperty("converged").GetBoolean().ShouldBeTrue();
        var inputs = json.GetProperty("inputs");
        inputs.GetProperty("source").GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        inputs.GetProperty("source").GetProperty("end").GetInt32().ShouldBeGreaterThan(0);
        inputs.GetProperty("files").EnumerateArray().ShouldAllBe(f => f.GetProperty("sha256").GetString()!.Length == 64);
        var assumptions = inputs.GetProperty("assumptions").EnumerateArray().ToList();
        var formulas = assumptions.Where(a => a.GetProperty("formulas").GetArrayLength() > 0).ToList();
        (2 * formulas.Count).ShouldBeGreaterThanOrEqualTo(assumptions.Count, file);
        formulas.ShouldAllBe(a => a.GetProperty("evidence").GetArrayLength() > 0);
        assumptions.Except(formulas).ShouldAllBe(a => a.GetProperty("author").GetString() != "" && a.GetProperty("date").GetString() != "");
        foreach (var claim in json.GetProperty("results").EnumerateArray())
        {
            claim.GetProperty("p").GetDouble().ShouldBeInRange(0, 1);
            claim.GetProperty("says").GetString().ShouldNotBeEmpty();
        }
        json.GetProperty("warnings")[0].GetString().ShouldBe("Robustness under declared ranges is not a forecast probability.");
    }

    [Fact]
    public void The_template_runs_and_is_what_is_printed()
    {
        desk.Run("whatif", "--template", "argument").Output.ShouldBe(File.ReadAllText(Sample("template.yml")));
        var run = desk.Run("whatif", Sample("template.yml"), "--draws", "200");
        (run.Error, run.Status).ShouldBe(("", 0));
        run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        run.Output.ShouldContain("driven by (Sobol first/total, Morris μ*)");
        run.Output.ShouldContain("whose ranges turn it: ");
        run.Output.ShouldContain("= loss(CHN, scenario: ");
        run.Output.ShouldBe(desk.Run("whatif", Sample("template.yml"), "--draws", "200").Output);
        run.Output.ShouldNotBe(desk.Run("whatif", Sample("template.yml"), "--draws", "200", "--seed", "2").Output);
        var page = desk.Run("whatif", Sample("template.yml"), "--draws", "200", "--format", "html").Output;
        page.ShouldContain("<svg");
        page.ShouldContain("not a forecast probability");
        page.ShouldNotContain("<script");
    }

    [Theory]
    [InlineData("whoever-wins.yml", "ties-to-america-first.yml", "partner")]
    [InlineData("prioritise.yml", "confront-both.yml", "neglect")]
    [InlineData("wedge-futile.yml", "only-by-policy-on-china.yml", "trust_cn")]
    [InlineData("never-a-true-alliance.yml", "increasingly-an-alliance.yml", "firmer")]
    [InlineData("resentment-resets.yml", "cannot-wish-it-away.yml", "pride")]
    [InlineData("little-choice-but-beijing.yml", "not-desperate.yml", "europe_buys")]
    public void Opposite_arguments_run_on_one_game_and_what_divides_them_is_said(string first, string second, string divides)
    {
        var json = desk.Json("whatif", Sample(first), "--against", Sample(second), "--draws", "300").GetProperty("against");
        json.GetProperty("differing").GetInt32().ShouldBeGreaterThan(0);
        var most = json.GetProperty("claims")
            .EnumerateArray()
            .MaxBy(c => Math.Abs(c.GetProperty("p").GetDouble() - c.GetProperty("pThere").GetDouble()));
        Math.Abs(most.GetProperty("p").GetDouble() - most.GetProperty("pThere").GetDouble()).ShouldBeGreaterThan(0.3);
        most.GetProperty("dividedBy")[0].GetProperty("name").GetString().ShouldBe(divides);
        var text = desk.Run("whatif", Sample(first), "--against", Sample(second), "--draws", "100").Output;
        text.ShouldContain("What divides");
        text.Split('\n').ShouldAllBe(l => l.Length <= 80);
    }

    [Theory]
    [InlineData("nash")]
    [InlineData("qre")]
    [InlineData("backward")]
    [InlineData("level-k")]
    public void The_game_of_an_argument_is_solved_at_its_modes(string solver)
    {
        var json = desk.Json("game", "solve", Sample("template.yml"), "--solver", solver);
        json.GetProperty("certificate").GetProperty("converged").GetBoolean().ShouldBeTrue();
        json.GetProperty("inputs").GetProperty("players").EnumerateArray().Select(p => p.GetString()).ShouldBe(["USA", "CHN"]);
        if (solver == "qre")
            json.GetProperty("inputs").GetProperty("lambda").GetDouble().ShouldBe(5);
    }

    [Fact]
    public void Wrong_use_is_told()
    {
        Wrong("whatif").ShouldContain("no file");
        Wrong("whatif", Sample("template.yml"), "--draws", "0").ShouldContain("of an argument");
        Wrong("whatif", Sample("template.yml"), "--against", Sample("whoever-wins.yml")).ShouldContain("another game");
        Wrong("whatif", Path.Combine(Clone.Root, "samples", "scenarios", "gone-china-russia.yml"), "--against", Sample("template.yml"))
            .ShouldContain("no argument");
        var file = desk.Write(
            "a.yml",
            File.ReadAllText(Sample("template.yml")).Replace("scenarios/secondary", "scenarios/no-such", StringComparison.Ordinal)
        );
        Wrong("whatif", file).ShouldContain("no-such");
        var region = desk.Write(
            "b.yml",
            File.ReadAllText(Sample("template.yml"))
                .Replace(
                    "loss(CHN, scenario: \"../scenarios",
                    $"loss(XXX, scenario: \"{Path.Combine(Clone.Root, "samples", "scenarios")}",
                    StringComparison.Ordinal
                )
        );
        Wrong("whatif", region).ShouldContain("no region 'XXX'");
        Wrong("whatif", desk.Write("c.yml", "argument: Nothing\n")).ShouldContain("c.yml:1");
    }

    private const string Note = """
        ---
        title: A made-up note
        date: 2024-05-01
        ---
        Trade between China and Russia grew in 2022. As long as the bank fears for the market, it goes along with the sanction.

        ```claim
        quote: it goes along with the sanction
        argument: mine
        choice(CHN, in: mine) = comply
        ```
        """;

    /// <summary>The user's own folder of arguments: by hash and position, and by the name in a claim block.</summary>
    [Fact]
    public void Check_shows_an_argument_beside_what_it_was_made_of()
    {
        var text = Note.Replace("\r", "", StringComparison.Ordinal);
        var note = desk.Write("note.md", text);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var template = File.ReadAllText(Sample("template.yml"))
            .Replace("../scenarios", Path.Combine(Clone.Root, "samples", "scenarios"), StringComparison.Ordinal);
        var start = text.IndexOf("As long as", StringComparison.Ordinal);
        desk.Write("home/arguments/mine.yml", template);
        desk.Write(
            "home/arguments/placed.yml",
            template.Replace(
                "  date: 2024-05-01\n  # address",
                $"  date: 2024-05-01\n  sha256: {hash}\n  start: 0\n  end: 10\n  # address",
                StringComparison.Ordinal
            )
        );
        var claims = Claims(desk.Run("check", note, "--format", "json").Output);
        var linked = claims.Single(c =>
            c.GetProperty("model").ValueKind == JsonValueKind.Object && c.GetProperty("model").GetProperty("scenario").GetString() == "mine"
        );
        linked.GetProperty("verdict").GetString().ShouldBe("judgement");
        linked.GetProperty("start").GetInt32().ShouldBeGreaterThan(start);
        var model = linked.GetProperty("model");
        model.GetProperty("predicate").GetString().ShouldBe("choice(CHN) = comply");
        model.GetProperty("p").GetDouble().ShouldBeInRange(0, 1);
        model.GetProperty("drivers").GetArrayLength().ShouldBeGreaterThan(0);
        model.GetProperty("breaksWhen").GetString().ShouldNotBeNull();
        // Nothing was found where the other argument stands: it becomes a claim of its own.
        var placed = claims.Single(c =>
            c.GetProperty("model").ValueKind == JsonValueKind.Object
            && c.GetProperty("model").GetProperty("scenario").GetString() == "placed"
        );
        (placed.GetProperty("start").GetInt32(), placed.GetProperty("end").GetInt32(), placed.GetProperty("kind").GetString()).ShouldBe(
            (0, 10, "argument")
        );
        desk.Run("check", note).Output.ShouldContain("Argument mine: ");
        desk.Run("check", note, "--format", "html").Output.ShouldContain("no forecast");
        // Another text with the same words is another document.
        var other = desk.Write("other.md", text + "\nMore.\n");
        Claims(desk.Run("check", other, "--format", "json").Output)
            .Count(c => c.GetProperty("model").ValueKind == JsonValueKind.Object)
            .ShouldBe(1);
    }

    [Fact]
    public void An_argument_that_cannot_be_read_is_a_warning_of_the_text()
    {
        var note = desk.Write("note.md", Note.Replace("argument: mine", "argument: nobodys", StringComparison.Ordinal));
        var run = desk.Run("check", note, "--format", "json");
        run.Status.ShouldBeLessThan(2);
        JsonDocument
            .Parse(run.Output.Split('\n')[0])
            .RootElement.GetProperty("document")
            .GetProperty("warnings")
            .EnumerateArray()
            .ShouldContain(w => w.GetString()!.Contains("'nobodys'", StringComparison.Ordinal));
    }

    private static List<JsonElement> Claims(string output) =>
        [.. JsonDocument.Parse(output.Split('\n')[0]).RootElement.GetProperty("claims").EnumerateArray()];

    private string Wrong(params string[] args)
    {
        var run = desk.Run(args);
        run.Status.ShouldBe(2, run.Output);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith("entente");
        run.Error.TrimEnd('\n').ShouldNotContain('\n');
        return run.Error;
    }
}
