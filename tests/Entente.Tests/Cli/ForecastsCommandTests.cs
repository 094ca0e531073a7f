using System.Text;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Application.Stores;
using Entente.Cli;
using Entente.Quantities;

namespace Entente.Tests.Cli;

/// <summary>`forecasts` as it is typed: a text goes in, a ledger comes out, the record decides, scores are told.</summary>
public sealed class ForecastsCommandTests : IDisposable
{
    private const string Text = """
        ---
        title: Outlook
        author: Mara Quist
        date: 2021-05-01
        ---
        Trade between China and Russia will probably exceed $180 billion in 2022, Li Wei said. There is a 30 percent chance that China's
        exports to Russia will exceed $150 billion in 2023. China and Russia want to raise their trade to $200 billion by 2024. India's trade
        with Russia will reach $900 billion by 2035. China and Russia aim to lift trade to $400 billion.
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("entente-forecasts-").FullName;

    private string Ledger => Path.Combine(folder, "home", "forecasts.md");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_text_is_added_once_resolved_by_the_record_and_scored()
    {
        var added = Json(Run("forecasts", "add", Note("a.md", Text), "--format", "json"));
        added.GetProperty("schema").GetString().ShouldBe("entente/forecasts/1");
        var entries = added.GetProperty("results").EnumerateArray().ToList();
        entries
            .Select(e => (e.GetProperty("status").GetString(), e.GetProperty("speaker").GetString(), e.GetProperty("kind").GetString()))
            .ShouldBe([
                ("open", "Li Wei", "forecast"),
                ("open", "Mara Quist", "forecast"),
                ("open", "Mara Quist", "target"),
                ("open", "Mara Quist", "forecast"),
                ("unresolvable", "Mara Quist", "target"),
            ]);
        entries[0].GetProperty("criterion").GetString().ShouldBe("trade(CHN, RUS, 2022) > 180e9 USD");
        entries[2].GetProperty("criterion").GetString().ShouldBe("trade(CHN, RUS, 2024) >= 200e9 USD");
        entries[4].GetProperty("why").GetString().ShouldBe("no deadline is named");

        Json(Run("forecasts", "add", Note("a.md", Text), "--format", "json")).GetProperty("known").GetInt32().ShouldBe(5);

        var early = Json(Run("forecasts", "resolve", "--as-of", "2022-12-01", "--format", "json"));
        early.GetProperty("results").GetArrayLength().ShouldBe(0);

        var resolved = Json(Run("forecasts", "resolve", "--format", "json"));
        resolved
            .GetProperty("results")
            .EnumerateArray()
            .Select(e => e.GetProperty("status").GetString())
            .ShouldBe(["true", "false", "true"]);
        var scores = Json(Run("forecasts", "score", "--format", "json")).GetProperty("results").EnumerateArray().ToList();
        scores[0].GetProperty("speaker").GetString().ShouldBe("Li Wei");
        scores[0].GetProperty("brier").GetDouble().ShouldBe(0.105625, 1e-9);
        scores[1].GetProperty("brier").GetDouble().ShouldBe(0.09, 1e-9);
        scores[1].GetProperty("targets").GetProperty("met").GetInt32().ShouldBe(1);
        scores[1].GetProperty("open").GetInt32().ShouldBe(1);
        Run("forecasts", "score").Output.ShouldContain("Brier 0.106");
        Directory.GetFiles(Path.GetDirectoryName(Ledger)!).ShouldBe([Ledger]);
    }

    [Fact]
    public void A_person_decides_with_source_and_name()
    {
        Run("forecasts", "add", Note("a.md", Text));
        var id = Json(Run("forecasts", "list", "--format", "json")).GetProperty("results")[3].GetProperty("id").GetString()!;
        Run("forecasts", "resolve", id, "--outcome", "true", "--by", "me")
            .Error.ShouldBe("entente forecasts resolve: found no --source, expected --source with the address of the page that shows it\n");
        Run("forecasts", "resolve", id, "--outcome", "false", "--source", "notes", "--by", "me").Status.ShouldBe(2);
        Run("forecasts", "resolve", "f-none", "--outcome", "false", "--source", "https://example.org/a", "--by", "me").Status.ShouldBe(2);
        Run("forecasts", "resolve", id, "--outcome", "false", "--source", "https://example.org/a", "--by", "Mara", "--date", "2036-01-02")
            .Status.ShouldBe(0);
        var text = File.ReadAllText(Ledger);
        text.ShouldContain("- status: false\n- resolved: 2036-01-02\n- source: https://example.org/a\n- by: Mara\n- history:\n");
        text.ShouldContain("  - 2026-11-01: false by Mara (https://example.org/a)\n");
    }

    [Fact]
    public void A_later_number_for_the_same_figure_is_a_revision()
    {
        Run("forecasts", "add", Note("a.md", Text));
        Run(
            "forecasts",
            "add",
            Note("b.md", "---\nauthor: Mara Quist\ndate: 2023-05-01\n---\nIndia's trade with Russia will reach $120 billion by 2035.\n")
        );
        var entries = Json(Run("forecasts", "list", "--format", "json")).GetProperty("results").EnumerateArray().ToList();
        string Last(int i) => entries[i].GetProperty("history").EnumerateArray().Last().GetString()!;
        Last(3).ShouldContain("was revised by " + entries[5].GetProperty("id").GetString());
        Last(5).ShouldContain("revises " + entries[3].GetProperty("id").GetString());
    }

    [Fact]
    public void What_a_person_wrote_stays_and_what_is_broken_is_said()
    {
        Run("forecasts", "add", Note("a.md", Text));
        var text = File.ReadAllText(Ledger);
        var lines = text.Split('\n').ToList();
        var at = lines.IndexOf("- status: open");
        lines[at] = "- status: perhaps";
        lines.Insert(at + 1, "- my view: no");
        File.WriteAllText(Ledger, string.Join('\n', lines));
        var run = Run("forecasts", "resolve");
        run.Status.ShouldBe(2);
        run.Error.ShouldBe($"entente: {Ledger}:{at + 1}: found 'status: perhaps', expected one of open, true, false, void, unresolvable\n");
        var after = File.ReadAllText(Ledger).Split('\n');
        after[at].ShouldBe("- status: perhaps");
        after[at + 1].ShouldBe("- my view: no");
        Run("forecasts", "add", Note("a.md", Text)).Output.ShouldContain("5 there already");
    }

    [Fact]
    public void Another_ledger_can_be_named_and_an_absent_one_is_empty()
    {
        var other = Path.Combine(folder, "deep", "er", "mine.md");
        Run("forecasts", "list", "--ledger", other).Output.ShouldBe($"no forecast in {other}\n");
        File.Exists(other).ShouldBeFalse();
        Run("forecasts", "add", Note("a.md", Text), "--ledger", other).Status.ShouldBe(0);
        File.Exists(other).ShouldBeTrue();
        Run("forecasts", "list", "--ledger", folder).Status.ShouldBe(2);
        File.WriteAllBytes(other, [0x23, 0x20, 0xff, 0xfe, 0x00]);
        Run("forecasts", "list", "--ledger", other).Error.ShouldContain("not UTF-8");
    }

    private string Note(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static JsonElement Json(Result run) => JsonDocument.Parse(run.Output).RootElement;

    private sealed record Result(int Status, string Output, string Error);

    private Result Run(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings
        {
            OpenInput = () => Stream.Null,
            OpenOutput = () => new Unclosed(output),
            Error = error,
            Width = 200,
            Environment = name => name == "ENTENTE_HOME" ? Path.Combine(folder, "home") : null,
            Today = new Fixed(),
            ProgramFolder = Clone.Root,
        };
        var status = CommandLine.Run(args, surroundings, _ => Installation.Engine);
        return new(status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private sealed class Fixed : IToday
    {
        public LocalDate Today => Installation.Today;
    }
}
