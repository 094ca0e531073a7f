using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.UngaVotes;

/// <summary>The tables of General Assembly votes.</summary>
public static class UngaVotesTables
{
    public static TableShape RollCall { get; } =
        new()
        {
            Name = "roll_call",
            Key = 1,
            Columns =
            [
                new("rcid", CellKind.Integer),
                new("session", CellKind.Integer),
                new("day", CellKind.Integer),
                new("important", CellKind.Integer, true),
                new("amendment", CellKind.Integer, true),
                new("paragraph", CellKind.Integer, true),
                new("resolution", CellKind.Text, true),
                new("title", CellKind.Text, true),
                new("description", CellKind.Text, true),
            ],
        };

    /// <summary>`choice`: 1 yes, 2 abstain, 3 no. Who was absent has no row.</summary>
    public static TableShape Vote { get; } =
        new()
        {
            Name = "vote",
            Key = 2,
            Subject = "state",
            Columns = [new("rcid", CellKind.Integer), new("state", CellKind.Integer), new("choice", CellKind.Integer)],
        };

    public static TableShape Issue { get; } =
        new()
        {
            Name = "roll_call_issue",
            Key = 2,
            Columns = [new("rcid", CellKind.Integer), new("issue", CellKind.Text)],
        };
}
