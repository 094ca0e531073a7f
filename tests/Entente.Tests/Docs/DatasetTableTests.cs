using Entente.Sources.Datasets;

namespace Entente.Tests.Docs;

/// <summary>docs/imports.md lists every dataset; regenerated with ENTENTE_UPDATE_DOCS=1.</summary>
public sealed class DatasetTableTests
{
    [Fact]
    public void The_page_lists_every_dataset() => Region.ShouldHold("docs/imports.md", "datasets", Lines());

    [Fact]
    public void Every_dataset_has_its_page()
    {
        foreach (var dataset in Published())
            File.Exists(Page.FullPath(PageOf(dataset))).ShouldBeTrue($"{dataset.Name}: no {PageOf(dataset)}");
    }

    private static IEnumerable<string> Lines()
    {
        yield return "| `record import` | what | answers | licence |";
        yield return "|---|---|---|---|";
        foreach (var dataset in Published().OrderBy(d => d.Name, StringComparer.Ordinal))
            yield return $"| [`{dataset.Name}`](../{PageOf(dataset)}) | {Citation.Short(dataset.Publication)}; {Fetched(dataset.Publication.Address)} | {Measures(dataset)} | {dataset.Publication.Licence} |";
    }

    // Some addresses come with a remark.
    private static string Fetched(string address)
    {
        var end = address.IndexOfAny([' ', ';']);
        var bare = end < 0 ? address : address[..end];
        return bare.StartsWith("http", StringComparison.Ordinal)
            ? $"[publisher]({bare}){(end < 0 ? "" : address[end..])}"
            : "a file of yours";
    }

    private static string Measures(Dataset dataset)
    {
        var names = dataset
            .Readings.Select(r => r.Measure)
            .Concat(dataset.Answers)
            .Distinct()
            .OrderBy(m => m, StringComparer.Ordinal)
            .ToList();
        return names.Count == 0 ? "measures and models of its own" : string.Join(", ", names.Select(n => $"`{n}`"));
    }

    // What is computed has no file to fetch.
    private static IEnumerable<Dataset> Published() => DatasetCatalogue.All.Where(d => d.Name != "reconciled");

    private static string PageOf(Dataset dataset) =>
        $"src/Entente.Sources/Datasets/{dataset.GetType().Namespace!.Split('.')[^1]}/README.md";
}
