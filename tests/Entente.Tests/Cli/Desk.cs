using System.Text;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Cli;
using Entente.Quantities;

namespace Entente.Tests.Cli;

/// <summary>A user's desk: a folder with texts and files, a home of its own, and the program as it ships. Gone when the test is over.</summary>
internal sealed class Desk : IDisposable
{
    private const string Dyad = "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,version\n";

    public string Folder { get; } = Directory.CreateTempSubdirectory("entente-desk-").FullName;

    public string Home => Path.Combine(Folder, "home");

    public LocalDate Today { get; set; } = Installation.Today;

    /// <summary>Writes a file and gives its full path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Imports made-up rows in the layout of Correlates of War's dyadic trade: codes, year, two flows in US$ million.</summary>
    /// <returns>The number of the import.</returns>
    public string ImportTrade(params string[] rows)
    {
        var file = Write($"trade{Guid.NewGuid():N}.csv", Dyad + string.Concat(rows.Select(r => Row(r.Split(',')))));
        var run = Run("record", "import", "cow-trade", file);
        run.Error.ShouldBeEmpty();
        run.Status.ShouldBe(0);
        const string Said = "import ";
        var at = run.Output.IndexOf(Said, StringComparison.Ordinal) + Said.Length;
        return run.Output[at..run.Output.IndexOf(',', at)];

        static string Row(string[] r) => $"{r[0]},{r[1]},{r[2]},A,B,{r[3]},{r[4]},1,1,4\n";
    }

    /// <summary>Imports made-up exports of goods in the layout of UN Comtrade: two M49 codes, US$, year.</summary>
    public string ImportExports(params string[] rows)
    {
        var text = string.Concat(rows.Select(r => r.Split(',')).Select(r => $"{r[0]},{r[1]},{r[2]},{r[3]},12,X\n"));
        var file = Write($"exports{Guid.NewGuid():N}.csv", "reporterCode,partnerCode,primaryValue,refYear,refMonth,flowCode\n" + text);
        var run = Run("record", "import", "comtrade", file, "--vintage", "2026-01", "--published", "2026-01-15");
        run.Error.ShouldBeEmpty();
        run.Status.ShouldBe(0);
        return Path.GetFileName(file);
    }

    public (int Status, string Output, string Error) Run(params string[] args) => Run(Composer.Compose, args);

    public (int Status, string Output, string Error) Run(Func<Surroundings, Engine> compose, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings
        {
            OpenInput = () => new MemoryStream("Trade between China and Russia grew by 36 percent in 2022.\n"u8.ToArray()),
            OpenOutput = () => new Unclosed(output),
            Error = error,
            Environment = name => name == "ENTENTE_HOME" ? Home : null,
            Today = new Day(Today),
            ProgramFolder = Clone.Root,
        };
        var status = CommandLine.Run(args, surroundings, compose);
        return (status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    public JsonElement Json(params string[] args)
    {
        var run = Run([.. args, "--format", "json"]);
        run.Error.ShouldBeEmpty();
        return JsonDocument.Parse(run.Output).RootElement;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private sealed class Day(LocalDate day) : IToday
    {
        public LocalDate Today => day;
    }
}
