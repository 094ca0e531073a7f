using System.Text;
using System.Text.Json;
using Entente.Cli;
using Entente.Quantities;
using Entente.Tests.Reading.Formats;

namespace Entente.Tests.Cli;

/// <summary>Files of every format through the program as it ships: what a user sees of them is words, never tags and escapes.</summary>
public sealed class FormatsOnTheCommandLineTests : IDisposable
{
    private const string Claim = "Trade between China and Russia reached $240 billion in 2023.";

    private readonly string folder = Directory.CreateTempSubdirectory("entente-formats-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_folder_of_every_format()
    {
        Write(
            "a.html",
            $"<!doctype html><body><p>{Claim.Replace("240 billion", "<b>240&nbsp;billion</b>", StringComparison.Ordinal)}</p></body>"
        );
        Write("a_files/ad.html", $"<!doctype html><body><p>{Claim}</p></body>");
        Write("b.json", Export(Claim, "Nothing is claimed here."));
        Write("c.srt", $"1\n00:00:01,000 --> 00:00:02,000\n{Claim}\n");
        File.WriteAllBytes(Path.Combine(folder, "d.docx"), WordPackages.OfBody($"<w:p><w:r><w:t>{Claim}</w:t></w:r></w:p>"));
        Write("~$d.docx", "x");
        Write("e.json", "{\"a\": 1}");
        var (status, output, error) = Run("check", folder, "--format", "json");
        status.ShouldBe(0);
        error.ShouldContain("skipped");
        error.ShouldContain("e.json: found JSON of a shape that is not known");
        var lines = output.TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToList();
        lines
            .SkipLast(1)
            .Select(l => Path.GetFileName(l.GetProperty("document").GetProperty("path").GetString()))
            .ShouldBe(["a.html", "b.json#1", "b.json#2", "c.srt", "d.docx"]);
        foreach (var line in lines.SkipLast(1).Where((_, i) => i != 2))
        {
            var claim = line.GetProperty("claims")[0];
            claim.GetProperty("assertion").GetString().ShouldBe("trade(CHN, RUS, 2023) = 240e9 USD");
            claim
                .GetProperty("quote")
                .GetString()!
                .Replace('\u00A0', ' ')
                .ShouldBe(Claim[..Claim.IndexOf(" in 2023", StringComparison.Ordinal)]);
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData("html")]
    [InlineData("markdown")]
    public void Reports_show_words(string format)
    {
        Write(
            "a.html",
            "<!doctype html><body class=zebra><p>Trade between China and Russia reached <b class=zebra>$240&nbsp;billion</b> in 2023.</p></body>"
        );
        Write("b.json", Export(Claim.Replace("$", "\\u0024", StringComparison.Ordinal), Claim));
        foreach (var file in (string[])["a.html", "b.json"])
        {
            var (_, output, _) = Run("check", Path.Combine(folder, file), "--format", format);
            output.ShouldContain("240");
            output.ShouldNotContain("zebra");
            output.ShouldNotContain("u0024");
            output.ShouldNotContain("user_book_id");
        }
    }

    [Fact]
    public void A_named_file_that_is_broken_is_said_with_its_place()
    {
        var (status, _, error) = Run("check", Write("x.json", "{\"results\": [\n{\"highlights\": }]}"));
        status.ShouldBe(2);
        error.ShouldContain("x.json, line 2, column 16: found '}', expected a value");
    }

    private static string Export(string one, string other) =>
        $$$"""{"results":[{"user_book_id":1,"title":"One","highlights":[{"text":"{{{one}}}"}]},{"user_book_id":2,"title":"Two","highlights":[{"text":"{{{other}}}"}]}]}""";

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Status, string Output, string Error) Run(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings
        {
            OpenInput = () => Stream.Null,
            OpenOutput = () => new Unclosed(output),
            Error = error,
            Environment = _ => null,
            Today = new Fixed(),
            ProgramFolder = Clone.Root,
        };
        var status = CommandLine.Run(args, surroundings, _ => Installation.Engine);
        return (status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private sealed class Fixed : IToday
    {
        public LocalDate Today => Installation.Today;
    }
}
