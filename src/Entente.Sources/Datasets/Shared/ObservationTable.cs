using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets;

/// <summary>
/// The table for figures that have none of their own: the columns of the shipped record, so that shipped facts, facts added by hand and a
/// user's own files are of one kind. Parties are codes of the claim language; <c>value</c> and <c>upper</c> keep the digits as written.
/// </summary>
public static class ObservationTable
{
    public static TableShape Table { get; } =
        new()
        {
            Name = "observation",
            Key = 1,
            Columns =
            [
                new("number", CellKind.Integer),
                new("measure", CellKind.Text),
                new("of", CellKind.Text),
                new("subject", CellKind.Text),
                new("object", CellKind.Text),
                new("item", CellKind.Text),
                // Before the period, which is a text here: the year dates a row.
                new("year", CellKind.Integer),
                new("period", CellKind.Text),
                new("value", CellKind.Text, true),
                new("upper", CellKind.Text),
                new("unit", CellKind.Text),
                new("bound", CellKind.Text),
                new("source", CellKind.Text),
                new("via", CellKind.Text),
                new("tier", CellKind.Text),
                new("published", CellKind.Text),
                new("url", CellKind.Text),
                new("reporter", CellKind.Text),
                new("basis", CellKind.Text),
                new("derived", CellKind.Integer),
                new("note", CellKind.Text),
            ],
        };
}
