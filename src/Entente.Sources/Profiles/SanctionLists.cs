using Entente.Actors.Identity;
using Entente.Profiles;
using Entente.Quantities;
using Entente.Sources.Datasets;
using Entente.Sources.Datasets.EuRussiaMeasures;
using Entente.Sources.Datasets.Gsdb;
using Entente.Sources.Datasets.IstSanctions;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;
using NodaTime;

namespace Entente.Sources.Profiles;

/// <summary>Cases and steps of sanctions against either of a pair, from the imported lists: by the other and by third parties.</summary>
/// <param name="open">The store of imports; null where there is none.</param>
/// <param name="states">Who the lists' parties are.</param>
public sealed class SanctionLists(Func<IRecordStore?> open, Func<StateCodes> states)
{
    private static readonly Dataset[] Cases = [new IstSanctionsDataset(), new GsdbDataset()];
    private static readonly string[] Kinds = ["trade", "arms", "military", "financial", "travel", "other"];

    public ListedSanctions Of(ProfileRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var store = open();
        if (store is null)
            return new();
        var known = states();
        int[] targets = [.. new[] { request.First, request.Second }.Select(p => known.ByCode(p.Code)?.Id).OfType<int>()];
        if (targets.Length < 2)
            return new();
        var imports = store.Imports();
        var (cases, steps, lists) = (new List<ListedCase>(), new List<ListedSteps>(), new List<string>());
        foreach (var dataset in Cases)
            if (imports.Where(i => i.Dataset == dataset.Name).MaxBy(i => i.Id) is { } import)
            {
                var closes = Closes(store, import, cancellation);
                lists.Add($"{dataset.Authority} (to {PairEvents.Year(closes.Year)})");
                Read(store, dataset, import, closes, known, targets, request, cases, cancellation);
            }
        var measures = new EuRussiaMeasuresDataset();
        var of = imports.Where(i => i.Dataset == measures.Name).OrderByDescending(i => i.Id).ToList();
        // The lists come as files of their own: the newest import that has the direction answers for it.
        var seen = new HashSet<(string, string)>();
        foreach (var import in of)
            Steps(store, measures, import, known, targets, request, steps, seen, cancellation);
        return new()
        {
            Cases = cases,
            Steps = steps,
            Lists = lists,
        };
    }

    /// <summary>The end of the last year in which the list has anything happen.</summary>
    private static LocalDate Closes(IRecordStore store, StoredImport import, CancellationToken cancellation)
    {
        var year = 1;
        store.Read(
            new("select max(period), max(ended) from sanction_case where import_id = @1", import.Id),
            r =>
                year = Math.Max(r.IsNull(0) ? 1 : PeriodCode.Year((int)r.Integer(0)), r.IsNull(1) ? 1 : PeriodCode.Year((int)r.Integer(1))),
            cancellation
        );
        return new LocalDate(year, 12, 31);
    }

    private static void Read(
        IRecordStore store,
        Dataset dataset,
        StoredImport import,
        LocalDate closes,
        StateCodes known,
        int[] targets,
        ProfileRequest request,
        List<ListedCase> cases,
        CancellationToken cancellation
    )
    {
        var rows = new List<(string Case, string Sender, string Target, int From, int? End, bool Ongoing, string Measures, long Line)>();
        store.Read(
            new(
                $"select case_id, sender, target, period, ended, ongoing, line, sender_name, {string.Join(", ", Kinds)} from sanction_case where import_id = @1 and target in (@2, @3) order by number, sender_name",
                import.Id,
                targets[0],
                targets[1]
            ),
            r =>
                rows.Add(
                    (
                        r.Text(0),
                        r.IsNull(1) ? r.Text(7) : known.ById((int)r.Integer(1))?.Code ?? r.Text(7),
                        known.ById((int)r.Integer(2))!.Code,
                        (int)r.Integer(3),
                        r.IsNull(4) ? null : (int)r.Integer(4),
                        !r.IsNull(5) && r.Integer(5) == 1,
                        string.Join(", ", Kinds.Where((_, k) => !r.IsNull(8 + k) && r.Integer(8 + k) == 1)),
                        r.Integer(6)
                    )
                ),
            cancellation
        );
        foreach (var same in rows.GroupBy(r => (r.Case, r.Target)))
        {
            var first = same.First();
            var from = Period.Parse(PeriodCode.Text(first.From));
            if (from.Start > request.AsOf)
                continue;
            // A list of years gives a case that goes on the last year it has: whether it ended then is not told.
            var end = first.End is { } code && Period.Parse(PeriodCode.Text(code)) is var told ? told : null;
            if (end is { Kind: PeriodKind.Year } && end.Start.Year >= closes.Year)
                end = null;
            cases.Add(
                new()
                {
                    Id = first.Case,
                    List = dataset.Authority,
                    Senders = [.. same.Select(r => r.Sender).Distinct(StringComparer.Ordinal)],
                    Target = first.Target,
                    From = from,
                    End = first.Ongoing ? null : end,
                    Closes = closes,
                    Measures = first.Measures,
                    Cite = Cite(dataset, import, first.Line),
                }
            );
        }
    }

    private static void Steps(
        IRecordStore store,
        Dataset dataset,
        StoredImport import,
        StateCodes known,
        int[] targets,
        ProfileRequest request,
        List<ListedSteps> steps,
        HashSet<(string, string)> seen,
        CancellationToken cancellation
    )
    {
        var found = new List<ListedSteps>();
        store.Read(
            new(
                "select sender, target, count(*), min(day), max(day), min(line) from sanction_step where import_id = @1 and target in (@2, @3) and day <= @4 and type <> 'announcement' and type not like 'ANN%' group by sender, target",
                import.Id,
                targets[0],
                targets[1],
                PeriodCode.OfDay(request.AsOf.Year, request.AsOf.Month, request.AsOf.Day)
            ),
            r =>
                found.Add(
                    new()
                    {
                        List = dataset.Authority,
                        Sender = known.ById((int)r.Integer(0))!.Code,
                        Target = known.ById((int)r.Integer(1))!.Code,
                        Count = (int)r.Integer(2),
                        First = Period.Parse(PeriodCode.Text((int)r.Integer(3))),
                        Last = Period.Parse(PeriodCode.Text((int)r.Integer(4))),
                        Cite = Cite(dataset, import, r.Integer(5)),
                    }
                ),
            cancellation
        );
        steps.AddRange(found.Where(s => seen.Add((s.Sender, s.Target))));
    }

    private static Cite Cite(Dataset dataset, StoredImport import, long line) =>
        new()
        {
            Source = $"{dataset.Authority}, {dataset.Publication.Title}",
            Published = import.Published.Length > 0 ? import.Published : null,
            Url = dataset.Publication.Address,
            Row =
                SourceLine.File(line) is var file && file < import.Files.Count
                    ? FormattableString.Invariant($"{import.Files[file].Name}:{SourceLine.Line(line)}")
                    : null,
        };
}
