using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets;

/// <summary>
/// What one state has promised another in a year, by formal alliance: the table that the Correlates of War alliances and ATOP share. Each
/// direction has its own row: promises need not be mutual.
/// </summary>
public static class AlliancePledges
{
    /// <summary>The pledges in the order of their columns.</summary>
    public static IReadOnlyList<string> Pledges { get; } = ["defense", "offense", "neutrality", "nonaggression", "entente", "consultation"];

    /// <summary>
    /// From `state1` to `state2`. `alliance` is the publisher's number of the alliance, 0 in tables that add all alliances of a dyad up.
    /// Pledges are 1 or 0; what a publisher does not code is not applicable (offence and consultation for COW, entente for ATOP).
    /// </summary>
    public static TableShape Table { get; } =
        new()
        {
            Name = "alliance_pledge",
            Key = 6,
            Columns =
            [
                new("state1", CellKind.Integer),
                new("state2", CellKind.Integer),
                new("year", CellKind.Integer),
                new("number1", CellKind.Integer),
                new("number2", CellKind.Integer),
                new("alliance", CellKind.Integer),
                .. Pledges.Select(p => new Column(p, CellKind.Integer, true)),
            ],
        };
}
