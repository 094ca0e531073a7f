using Entente.Quantities;
using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets;

/// <summary>Cases of sanctions as databases of them count: who against whom, from when to when, of which kinds. Shared by IST and the GSDB.</summary>
public static class SanctionCase
{
    /// <summary>
    /// One row per case, sender and target. `number`: the case's place in the file; `period` and `ended`: a year or a day; the parties are
    /// absent where their names mean none that is known (regional organisations); `measures`, `objective` and `outcome` as the publisher
    /// writes them.
    /// </summary>
    public static TableShape Table { get; } =
        new()
        {
            Name = "sanction_case",
            Key = 3,
            Columns =
            [
                new("number", CellKind.Integer),
                new("sender_name", CellKind.Text),
                new("target_name", CellKind.Text),
                new("sender", CellKind.Integer, true),
                new("target", CellKind.Integer, true),
                new("period", CellKind.Integer),
                new("ended", CellKind.Integer, true),
                new("ongoing", CellKind.Integer, true),
                new("trade", CellKind.Integer, true),
                new("arms", CellKind.Integer, true),
                new("military", CellKind.Integer, true),
                new("financial", CellKind.Integer, true),
                new("travel", CellKind.Integer, true),
                new("other", CellKind.Integer, true),
                new("objective", CellKind.Text, true),
                new("outcome", CellKind.Text, true),
                new("case_id", CellKind.Text),
                new("measures", CellKind.Text),
            ],
        };

    /// <summary>
    /// The cases as events of the kind `sanction_case`, sender on target. Not of the kind of single measures: a case is many of those, and
    /// counted with them would be counted twice.
    /// </summary>
    public static IEnumerable<RecordedEvent> Events(ImportedRows rows, string prefix)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var events = new List<RecordedEvent>();
        rows.Read(
            $"select case_id, sender, target, period, ended, measures, number, line from sanction_case where {rows.Own} and sender is not null and target is not null order by number, sender_name, target_name",
            [],
            r =>
            {
                if (rows.CodeOf((int)r.Integer(1)) is not { } sender || rows.CodeOf((int)r.Integer(2)) is not { } target)
                    return;
                var date = Period.Parse(PeriodCode.Text((int)r.Integer(3)));
                var row = rows.RowAt(r.Integer(7));
                events.Add(
                    new RecordedEvent
                    {
                        Id = FormattableString.Invariant($"{prefix}_{r.Integer(6)}_{sender}_{target}").ToLowerInvariant(),
                        Kind = "sanction_case",
                        Date = date,
                        End = r.IsNull(4) ? null : Period.Parse(PeriodCode.Text((int)r.Integer(4))),
                        Actors = [sender, target],
                        Directed = true,
                        Senders = 1,
                        Title =
                            $"Sanctions of {rows.NameOf((int)r.Integer(1))} on {rows.NameOf((int)r.Integer(2))} ({r.Text(0)}: {r.Text(5)})",
                        Sources =
                        [
                            new EventSource
                            {
                                Source = rows.Authority,
                                Date = date,
                                Tier = Tier.Primary,
                                Published = rows.Published,
                                Url = rows.Address,
                                Row = row,
                            },
                        ],
                        Row = row,
                    }
                );
            }
        );
        return events;
    }
}
