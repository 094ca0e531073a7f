using System.Text;

namespace Entente.Tests.Cli;

/// <summary>Past verdicts that newer data turns: what is kept of a run, what is found after an import, what two processes may do to the file.</summary>
public sealed class FlipsTests : IDisposable
{
    private const string Note = "In 1990 trade between the United States and Canada was $169 billion.\n";

    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private string Journal => Path.Combine(desk.Home, "verdicts.jsonl");

    private string[] Kept => File.Exists(Journal) ? [.. File.ReadAllLines(Journal).Skip(1)] : [];

    [Fact]
    public void An_import_turns_a_verdict_and_both_sides_are_shown()
    {
        var note = desk.Write("texts/a.md", "In 1995 German exports to Poland amounted to $18.2 billion.\n");
        desk.Run("check", note).Output.ShouldContain("cannot tell");
        desk.Run("check", "--changed").Output.ShouldBe("1 text checked before, all against the present record\n");

        var file = desk.ImportExports("276,616,43500000000,1995");
        desk.Today = new(2026, 11, 9);
        var run = desk.Run("check", "--changed");
        run.Error.ShouldBeEmpty();
        run.Status.ShouldBe(1);
        run.Output.ShouldContain("“exports to Poland amounted to $18.2 billion”");
        run.Output.ShouldContain("was ? cannot tell  2026-11-01: no figure");
        run.Output.ShouldContain("now ✗ contradicted  2026-11-09: $43.5bn, UN Comtrade 2026-01-15,");
        run.Output.ReplaceLineEndings(" ").ShouldContain("(import ");
        run.Output.ShouldContain("1 past verdict turned in 1 of 1 text checked before, 1 now contradicted");
        run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        desk.Run("check", "--changed", "--exit-zero").Status.ShouldBe(0);

        var json = desk.Json("check", "--changed");
        json.GetProperty("schema").GetString().ShouldBe("entente/flips/1");
        var flip = json.GetProperty("flips").EnumerateArray().ShouldHaveSingleItem();
        flip.GetProperty("path").GetString().ShouldBe(note);
        flip.GetProperty("before").GetProperty("verdict").GetString().ShouldBe("cannot-tell");
        flip.GetProperty("before").GetProperty("date").GetString().ShouldBe("2026-11-01");
        flip.GetProperty("now").GetProperty("value").GetDouble().ShouldBe(43.5e9);
        flip.GetProperty("now").GetProperty("source").GetString().ShouldBe("UN Comtrade");
        flip.GetProperty("now").GetProperty("row").GetString().ShouldBe(file + ":2");
    }

    [Fact]
    public void What_an_undone_import_had_decided_is_shown_with_its_figure()
    {
        var note = desk.Write("a.md", Note);
        var import = desk.ImportTrade("2,20,1990,93780.2,75200.1");
        desk.Run("check", note).Output.ShouldContain("supported");
        desk.Run("record", "undo", import).Status.ShouldBe(0);
        var run = desk.Run("check", "--changed");
        run.Status.ShouldBe(0, "nothing is contradicted");
        run.Output.ShouldContain("was ✓ supported  2026-11-01: $169bn, COW");
        run.Output.ShouldContain("now ? cannot tell  2026-11-01: no figure");
    }

    [Fact]
    public void Looking_changes_nothing_until_it_is_accepted_or_checked_again()
    {
        var note = desk.Write("a.md", Note);
        desk.Run("check", note);
        desk.ImportTrade("2,20,1990,93780.2,75200.1");
        var first = desk.Run("check", "--changed").Output;
        first.ShouldContain("1 past verdict turned");
        desk.Run("check", "--changed").Output.ShouldBe(first);
        desk.Run("check", "--changed", "--accept").Output.ShouldBe(first);
        desk.Run("check", "--changed").Output.ShouldBe("1 text checked before, all against the present record\n");
    }

    [Fact]
    public void An_edited_text_is_matched_by_its_words_and_a_lost_one_is_said()
    {
        var edited = desk.Write("texts/a.md", Note);
        var lost = desk.Write("texts/b.md", Note);
        var other = desk.Write("other/c.md", Note);
        desk.Run("check", edited, lost, other);
        desk.ImportTrade("2,20,1990,93780.2,75200.1");
        File.WriteAllText(edited, "# A new heading\n\nSomething stands before it now.\n\n" + Note);
        File.Delete(lost);
        var run = desk.Run("check", "--changed", Path.Combine(desk.Folder, "texts"));
        run.Status.ShouldBe(0);
        run.Output.ShouldContain("(edited since)");
        run.Output.ShouldContain("gone: ");
        run.Output.ShouldContain("1 past verdict turned in 1 of 2 texts");
        run.Output.ShouldNotContain("c.md");
    }

    [Fact]
    public void A_remembered_folder_does_not_outlive_an_import()
    {
        desk.Write("texts/a.md", Note);
        desk.Write("texts/b.md", Note);
        var texts = Path.Combine(desk.Folder, "texts");
        desk.Run("check", texts).Output.ShouldContain("cannot tell");
        var import = desk.ImportTrade("2,20,1990,93780.2,75200.1");
        desk.Run("check", texts).Output.ShouldContain("supported  COW");
        desk.Run("record", "undo", import);
        desk.Run("check", texts).Output.ShouldNotContain("COW");
    }

    [Fact]
    public void Only_what_was_worked_out_today_is_kept()
    {
        var note = desk.Write("texts/a.md", Note);
        desk.Run("check", note, "--as-of", "2020-01-01");
        desk.Run("check", "-");
        desk.Run("check", note, "--private");
        Kept.ShouldBeEmpty();
        var texts = Path.GetDirectoryName(note)!;
        desk.Run("check", texts);
        desk.Run("check", texts);
        Kept.Length.ShouldBe(1, "the second run took what was known");
        Kept[0].ShouldContain(note);
    }

    [Fact]
    public void A_torn_line_costs_itself_alone()
    {
        var (a, b) = (desk.Write("a.md", Note), desk.Write("b.md", Note));
        desk.Run("check", a);
        File.AppendAllText(Journal, Kept[0][..(Kept[0].Length / 2)]);
        desk.Run("check", b);
        desk.ImportTrade("2,20,1990,93780.2,75200.1");
        desk.Run("check", "--changed").Output.ShouldContain("2 past verdicts turned in 2 of 2 texts");
    }

    [Fact]
    public void Many_at_once_lose_nothing()
    {
        var notes = Enumerable.Range(0, 24).Select(i => desk.Write($"n{i}.md", Note)).ToArray();
        Parallel.ForEach(notes, new() { MaxDegreeOfParallelism = 8 }, note => desk.Run(_ => Installation.Engine, "check", note));
        Kept.Length.ShouldBe(24);
        Kept.ShouldAllBe(l => l.StartsWith("{\"path\":") && l.EndsWith("]}"));
    }

    [Fact]
    public void A_large_journal_is_written_anew_without_what_is_stale()
    {
        var note = desk.Write("a.md", Note);
        desk.Run(_ => Installation.Engine, "check", note);
        var line = Kept[0];
        var stale = new StringBuilder();
        while (stale.Length < 5 << 20)
            stale.Append(line).Append('\n');
        File.AppendAllText(Journal, stale.ToString());
        var header = File.ReadLines(Journal).First();
        desk.Run(_ => Installation.Engine, "check", note);
        Kept.ShouldHaveSingleItem().ShouldBe(line);
        File.ReadLines(Journal).First().ShouldNotBe(header, "readers must see that it is another file");
        Directory.EnumerateFiles(desk.Home, "*.part").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("found '--format html' with '--changed'", "--changed", "--format", "html")]
    [InlineData("found '--as-of' with '--changed'", "--changed", "--as-of", "2020-01-01")]
    [InlineData("found '--accept', expected '--changed --accept'", "--accept", "x.md")]
    [InlineData("found no PATH, expected PATH: A file, a folder (walked), or - for standard input.")]
    public void Wrong_use_is_one_line_and_status_2(string line, params string[] args)
    {
        var run = desk.Run(["check", .. args]);
        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(line);
        run.Error.TrimEnd('\n').ShouldNotContain("\n");
    }

    [Fact]
    public void A_home_that_is_a_file_costs_only_the_memory()
    {
        File.WriteAllText(desk.Home, "");
        var run = desk.Run(_ => Installation.Engine, "check", desk.Write("a.md", Note));
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("$169 billion");
    }
}
