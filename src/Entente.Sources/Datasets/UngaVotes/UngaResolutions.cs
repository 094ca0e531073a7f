using Entente.Quantities;
using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Sources.Datasets.UngaVotes;

/// <summary>
/// Votes of the General Assembly under the symbol of their resolution, `A/RES/73/72` for the files' `R/73/72`. A resolution on which several
/// roll calls are filed under one symbol (paragraphs, amendments) is left out: which one is meant cannot be told.
/// </summary>
internal static class UngaResolutions
{
    private const string Symbol = "A/RES/";

    public static IEnumerable<RecordedVote> Of(ImportedRows rows, string? resolution, string? state)
    {
        var votes = new List<RecordedVote>();
        if (resolution is not null)
        {
            if (!resolution.StartsWith(Symbol, StringComparison.Ordinal))
                return votes;
            var filed = "R/" + resolution[Symbol.Length..].Replace(" ", "", StringComparison.Ordinal);
            var calls = 0L;
            rows.Read($"select count(*) from roll_call where {rows.Own} and resolution = @1", [filed], r => calls = r.Integer(0));
            if (calls != 1)
                return votes;
            Read(
                rows,
                "resolution = @1",
                $"rcid in (select rcid from roll_call where {rows.Own} and resolution = @1)",
                [filed],
                votes,
                null
            );
        }
        else if (state is not null && rows.PartyOf(state) is { } party)
        {
            var several = new HashSet<string>(StringComparer.Ordinal);
            rows.Read(
                $"select resolution from roll_call where {rows.Own} and resolution is not null group by resolution having count(*) > 1",
                [],
                r => several.Add(r.Text(0))
            );
            Read(rows, "resolution is not null", "state = @1", [party], votes, several);
        }
        return votes;
    }

    private static void Read(
        ImportedRows rows,
        string calls,
        string cast,
        object[] values,
        List<RecordedVote> votes,
        HashSet<string>? except
    ) =>
        rows.Read(
            // Each side narrowed by itself: a cluster brings both together on one server.
            $"select v.state, v.choice, c.day, c.resolution, c.title, v.line from (select rcid, state, choice, line from vote where {rows.Own} and {cast}) v "
                + $"join (select rcid, day, resolution, title from roll_call where {rows.Own} and {calls}) c on v.rcid = c.rcid order by c.day, v.rcid, v.state",
            values,
            r =>
            {
                var filed = r.Text(3);
                if (except?.Contains(filed) == true || filed.Length < 3 || rows.CodeOf((int)r.Integer(0)) is not { } code)
                    return;
                votes.Add(
                    new RecordedVote
                    {
                        Body = "UNGA",
                        Date = Period.Parse(PeriodCode.Text((int)r.Integer(2))),
                        Resolution = Symbol + filed[2..],
                        Topic = r.Text(4),
                        State = code,
                        Choice = r.Integer(1) switch
                        {
                            1 => VoteChoice.Yes,
                            2 => VoteChoice.Abstain,
                            _ => VoteChoice.No,
                        },
                        Source = rows.Authority,
                        Tier = Tier.Repost,
                        Url = rows.Address,
                        Row = rows.RowAt(r.Integer(5)),
                    }
                );
            }
        );
}
