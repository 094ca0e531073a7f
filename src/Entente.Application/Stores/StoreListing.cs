using System.Globalization;
using Entente.Sources.Datasets;
using Entente.Sources.Store;

namespace Entente.Application.Stores;

/// <summary>What has been imported, as `record list` shows it.</summary>
internal static class StoreListing
{
    public static void Write(TextWriter output, IRecordStore store)
    {
        var imports = store.Imports().Where(i => i.Dataset != ShippedFacts.Dataset).ToArray();
        output.WriteLine();
        output.WriteLine(imports.Length == 0 ? $"imported: nothing ({store.Place})" : $"imported ({store.Place})");
        foreach (var import in imports)
        {
            var dataset = DatasetCatalogue.Find(import.Dataset);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{import.Id, 3}  {import.Dataset, -18} {import.Vintage, -11} {Years(import), -9}  {import.Rows, 12:#,0} rows  {import.ImportedAt[..10]}"
                )
            );
            if (import.Unplaced > 0)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"     {import.Unplaced:#,0} rows not placed"));
            if (dataset is null)
                continue;
            output.WriteLine($"     {Citation.Short(dataset.Publication)}");
            output.WriteLine($"     {dataset.Publication.Licence}");
        }
    }

    private static string Years(StoredImport import)
    {
        var dated = import.Tables.Where(t => t.From > 0).ToArray();
        return dated.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{dated.Min(t => t.From)}–{dated.Max(t => t.To)}");
    }
}
