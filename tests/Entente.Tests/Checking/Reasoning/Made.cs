using Entente.Checking.Evaluating;
using Entente.Checking.Reasoning;
using Entente.Models;
using Entente.Sources.Arguments;
using Entente.Sources.Datasets.Reading;
using Entente.Tests.Checking;

namespace Entente.Tests.Checking.Reasoning;

/// <summary>Arguments of tests, read from text with the shipped record.</summary>
internal static class Made
{
    public const string Source = "source: {author: A. Author, date: 2024-05-01}\nunit: points\n";

    public const string By = "author: A. Author, date: 2024-05-01, assumed: a test";

    public static DeclaredArgument Read(string text, string? name = null)
    {
        var folder = Directory.CreateTempSubdirectory("entente-argument-").FullName;
        try
        {
            var path = Path.Combine(folder, name ?? "made.yml");
            File.WriteAllText(path, text);
            File.WriteAllText(Path.Combine(folder, "x.yml"), "scenario: made\n");
            return ArgumentFile.Read(path, Tools);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What is said of a file that is wrong, and on which line.</summary>
    public static (int Line, string Found, string Expected, string? Hint) Wrong(string text)
    {
        var wrong = Should.Throw<DataFileException>(() => Read(text));
        return (wrong.Line, wrong.Found, wrong.Expected, wrong.Hint);
    }

    public static double P(ArgumentAnswer answer, int claim) => answer.Claims[claim].P!.Value;

    private static readonly Entente.Claims.KnownNames Names = Entente
        .Sources.Knowledge.Load(new Entente.Sources.Files.DataFolders { Root = Clone.Root })
        .Names;

    private static ArgumentTools Tools { get; } =
        new()
        {
            Formulas = new(
                new Evaluator(Shipped.Context()),
                Names,
                (region, _, what) => (new Spread(0.01, 0.02, 0.04), $"{region} loses {what}")
            ),
            Record = Shipped.Record,
            Row = place => place == "trade/china-russia.csv:2" ? "a row" : null,
        };
}
