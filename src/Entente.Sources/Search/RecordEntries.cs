using System.Globalization;
using Entente.Sources.Datasets;

namespace Entente.Sources.Search;

/// <summary>What the record and the catalogue can be found by: measures, items, datasets, events and sources.</summary>
public static class RecordEntries
{
    public static IEnumerable<SearchEntry> Of(Knowledge knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        foreach (var measure in knowledge.Measures.All)
            yield return new(
                "measure",
                measure.Id,
                measure.Id.Replace('_', ' '),
                string.Join(", ", measure.Words.Take(6)),
                string.Join(" · ", measure.Words.Concat(measure.Verbs))
            );
        foreach (var item in knowledge.Items.ById.Values.OrderBy(i => i.Id, StringComparer.Ordinal))
            yield return new(
                "item",
                item.Id,
                item.Id.Replace('_', ' '),
                string.Join(", ", item.Words.Take(6)),
                string.Join(" · ", item.Words)
            );
        foreach (var dataset in DatasetCatalogue.All)
            yield return new(
                "dataset",
                dataset.Name,
                dataset.Publication.Title,
                dataset.Publication.Producer,
                $"{dataset.Name} · {dataset.Authority} · {dataset.Publication.In} · {dataset.Publication.Licence}"
            );
        foreach (var one in knowledge.Tables.Events)
            yield return new(
                "event",
                one.Id,
                one.Title,
                $"{one.Date.Text}, {one.Kind.Replace('_', ' ')}{(one.Place is null ? "" : $", {one.Place}")}",
                string.Join(" · ", one.Names.Concat(one.Actors).Append(one.Id))
            );
        foreach (
            var source in knowledge
                .Tables.Observations.GroupBy(o => o.Source, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
            yield return new(
                "source",
                source.Key,
                source.Key,
                string.Create(CultureInfo.InvariantCulture, $"{source.Count()} {(source.Count() == 1 ? "row" : "rows")} of the record"),
                string.Join(" · ", source.Select(o => o.Measure.Replace('_', ' ')).Distinct(StringComparer.Ordinal))
            );
    }
}
