using Entente.Profiles;
using Entente.Sources.Store;

namespace Entente.Sources.Profiles;

/// <summary>How a figure made from the rows of an import is cited: its publisher and release.</summary>
internal static class StoreCite
{
    public static Cite Of(ImportedRows rows) =>
        new()
        {
            Source = rows.Authority,
            Published = rows.Published?.Text,
            Url = rows.Address,
            Row = rows.Release,
        };
}
