using Entente.Sources.Datasets;

namespace Entente.Web.Charts;

/// <summary>The terms on which figures may be passed on, where the publisher's dataset is one that Entente knows.</summary>
internal static class Licences
{
    public static string? Of(string? url, string? source)
    {
        foreach (var dataset in DatasetCatalogue.All)
        {
            var about = dataset.Publication;
            if (url is not null && (url == about.Address || (about.Doi is { } doi && url.Contains(doi, StringComparison.Ordinal))))
                return about.Licence;
            if (source is not null && source.StartsWith(about.Title, StringComparison.Ordinal))
                return about.Licence;
        }
        return null;
    }
}
