using System.Xml.Linq;

namespace Entente.Tests.Cli;

/// <summary>Pictures beside reports in Markdown and in vaults: written with the report or not at all, and never in place of what is not ours.</summary>
public sealed class PictureTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private static string Article => Path.Combine(Clone.Root, "samples", "article.md");

    [Theory]
    [InlineData("check")]
    [InlineData("profile")]
    [InlineData("whatif")]
    public void Every_picture_that_a_report_shows_lies_beside_it(string command)
    {
        var path = Path.Combine(desk.Folder, "a report.md");
        Run(command, path);
        var text = File.ReadAllText(path);
        var links = text.Split("](")
            .Skip(1)
            .Select(p => p[..p.IndexOf(')')])
            .Where(l => l.EndsWith(".svg", StringComparison.Ordinal))
            .ToList();
        links.ShouldNotBeEmpty();
        links.ShouldBeUnique();
        foreach (var link in links)
        {
            link.ShouldStartWith("a%20report.assets/");
            XDocument.Load(Path.Combine(desk.Folder, Uri.UnescapeDataString(link))).Root!.Name.LocalName.ShouldBe("svg");
        }
        Directory.GetFiles(Path.Combine(desk.Folder, "a report.assets")).Length.ShouldBe(links.Count);
        Directory.GetFileSystemEntries(desk.Folder, ".*").ShouldBeEmpty();
        foreach (var alt in text.Split("![").Skip(1))
            alt.IndexOf(']').ShouldBeGreaterThan(10);
    }

    [Fact]
    public void On_standard_output_the_tables_stand_for_the_pictures()
    {
        var run = desk.Run("check", Article, "--format", "markdown", "--exit-zero");
        run.Output.ShouldNotContain("![");
        run.Output.ShouldContain("`--out FILE.md` puts them beside the file");
        run.Output.ShouldContain("| Year | 2013 | 2014 |");
    }

    [Fact]
    public void Written_again_the_pictures_are_those_of_the_new_report()
    {
        var path = Path.Combine(desk.Folder, "r.md");
        Run("check", path);
        var folder = Path.Combine(desk.Folder, "r.assets");
        File.WriteAllText(Path.Combine(folder, "mine.svg"), "<svg/>");
        File.Copy(Path.Combine(folder, "c5.svg"), Path.Combine(folder, "c99.svg"));
        Run("check", path);
        File.Exists(Path.Combine(folder, "c99.svg")).ShouldBeFalse();
        File.ReadAllText(Path.Combine(folder, "mine.svg")).ShouldBe("<svg/>");
    }

    [Fact]
    public void What_is_not_ours_is_not_written_over_and_nothing_is_left_half_done()
    {
        var mine = desk.Write(Path.Combine("r.assets", "c5.svg"), "<svg>mine</svg>");
        var path = Path.Combine(desk.Folder, "r.md");
        var run = desk.Run("check", Article, "--format", "markdown", "--exit-zero", "--out", path);
        run.Status.ShouldBe(2);
        run.Error.ShouldContain("c5.svg");
        run.Error.ShouldContain("no picture of Entente's");
        File.ReadAllText(mine).ShouldBe("<svg>mine</svg>");
        File.Exists(path).ShouldBeFalse();
        Directory.GetFiles(Path.Combine(desk.Folder, "r.assets")).Length.ShouldBe(1);
        Directory.GetFileSystemEntries(desk.Folder, ".*").ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_of_companions_has_its_attachments_in_one_folder()
    {
        var vault = Directory.CreateDirectory(Path.Combine(desk.Folder, "vault")).FullName;
        var run = desk.Run("check", Article, "--format", "obsidian", "--exit-zero", "--out", vault);
        run.Error.ShouldBeEmpty();
        var note = File.ReadAllText(Path.Combine(vault, "article.entente.md"));
        var pictures = note.Split("![[")
            .Skip(1)
            .Select(p => p[..p.IndexOf("]]", StringComparison.Ordinal)])
            .Where(p => p.EndsWith(".svg"))
            .ToList();
        pictures.Count.ShouldBeGreaterThan(10);
        foreach (var picture in pictures)
            File.Exists(Path.Combine(vault, picture)).ShouldBeTrue();
    }

    private void Run(string command, string path)
    {
        string[] args = command switch
        {
            "check" => ["check", Article, "--exit-zero"],
            "profile" => ["profile", "CHN", "RUS"],
            _ => ["whatif", Path.Combine(Clone.Root, "samples", "scenarios", "export-controls-russia-2022.yml"), "--draws", "40"],
        };
        var run = desk.Run([.. args, "--format", "markdown", "--out", path]);
        run.Error.ShouldBeEmpty();
        run.Status.ShouldBe(0);
    }
}
