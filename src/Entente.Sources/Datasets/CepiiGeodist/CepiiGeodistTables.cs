using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.CepiiGeodist;

/// <summary>The two tables of GeoDist.</summary>
public static class CepiiGeodistTables
{
    /// <summary>The numbers of `dist_cepii`, in the order of their columns.</summary>
    internal static readonly string[] Links = ["contig", "comlang_off", "comlang_ethno", "colony", "comcol", "curcol", "col45", "smctry"];

    /// <summary>
    /// km: `dist` between the largest cities, `distcap` between the capitals, `distw` and `distwces` weighted by where people live
    /// (arithmetic, and with an elasticity of -1).
    /// </summary>
    internal static readonly string[] Distances = ["dist", "distcap", "distw", "distwces"];

    /// <summary>
    /// A pair of places in one direction, both directions as published, and each place with itself. The links are 1 or 0: a common border,
    /// an official language, a language that a tenth of the people speak in both, a colonial tie ever, a common coloniser after 1945, a
    /// colony now, a colonial tie after 1945, once the same country.
    /// </summary>
    public static TableShape Pairs { get; } =
        new()
        {
            Name = "geo_distance",
            Key = 2,
            Columns =
            [
                new("state1", CellKind.Integer),
                new("state2", CellKind.Integer),
                .. Links.Select(l => new Column(l, CellKind.Integer, true)),
                .. Distances.Select(d => new Column(d, CellKind.Real, true)),
            ],
        };

    /// <summary>
    /// A country and one of its cities: some have two, the capital and the largest. `area` in km², `internal` distance in km, `capital` 1
    /// for a capital, 2 for a second one, 0 for another city, `main` 1 for the city that `dist` is measured from. `rank` counts a country's
    /// rows: names do not tell them apart (both of Tanzania's are called Dar es Salaam, one is Dodoma).
    /// </summary>
    public static TableShape Places { get; } =
        new()
        {
            Name = "geo_place",
            Key = 2,
            Columns =
            [
                new("state", CellKind.Integer),
                new("rank", CellKind.Integer),
                new("city", CellKind.Text),
                new("area", CellKind.Real, true),
                new("internal", CellKind.Real, true),
                new("landlocked", CellKind.Integer, true),
                new("continent", CellKind.Text, true),
                new("latitude", CellKind.Real, true),
                new("longitude", CellKind.Real, true),
                new("capital", CellKind.Integer, true),
                new("main", CellKind.Integer, true),
                new("languages", CellKind.Text, true),
                new("colonisers", CellKind.Text, true),
            ],
        };
}
