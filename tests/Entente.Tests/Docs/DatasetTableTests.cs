using Entente.Sources.Datasets;

namespace Entente.Tests.Docs;

/// <summary>docs/imports.md lists every dataset; regenerated with ENTENTE_UPDATE_DOCS=1.</summary>
public sealed class DatasetTableTests
{
    private const string Begin = "<!-- datasets: begin -->\n";
    private const string End = "<!-- datasets: end -->";

    [Fact]
    public void The_page_lists_every_dataset()
    {
        var path = Page.FullPath("docs/imports.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var table = "\n" + string.Join('\n', Lines()) + "\n\n";
        if (Environment.GetEnvironmentVariable("ENTENTE_UPDATE_DOCS") == "1")
            File.WriteAllText(path, text[..from] + table + text[to..]);
        else
            text[from..to].ShouldBe(table);
    }

    [Fact]
    public void Every_dataset_has_its_page()
    {
        foreach (var dataset in Published())
            File.Exists(Page.FullPath(PageOf(dataset))).ShouldBeTrue($"{dataset.Name}: no {PageOf(dataset)}");
    }

    private static IEnumerable<string> Lines()
    {
        yield return "| `record import` | what | licence |";
        yield return "|---|---|---|";
        foreach (var dataset in Published().OrderBy(d => d.Name, StringComparer.Ordinal))
            yield return $"| [`{dataset.Name}`](../{PageOf(dataset)}) | {Citation.Short(dataset.Publication)} | {dataset.Publication.Licence} |";
    }

    // What is computed has no file to fetch.
    private static IEnumerable<Dataset> Published() => DatasetCatalogue.All.Where(d => d.Name != "reconciled");

    private static string PageOf(Dataset dataset) =>
        $"src/Entente.Sources/Datasets/{dataset.GetType().Namespace!.Split('.')[^1]}/README.md";
}
