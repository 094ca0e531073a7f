using System.Globalization;
using Entente.Quantities;
using Entente.Record;
using Entente.Sources.Store;

namespace Entente.Sources.Datasets.SipriTransfers;

/// <summary>
/// Shares in the volume of arms transfers (trend-indicator values) over the spans in which they are told: single years, five and ten years.
/// As in the record, `arms_import_share(A, B)` is A's share in what B imported and `arms_export_share(A, B)` A's share in what B exported;
/// with the world as B, the state's share in all transfers.
/// </summary>
internal static class ArmsShares
{
    private const string Import = "arms_import_share";
    private const string Export = "arms_export_share";
    private const string World = "WLD";
    private static readonly int[] Spans = [1, 5, 10];

    public static IReadOnlyList<string> Measures { get; } = [Import, Export];

    public static IEnumerable<Observation> Of(RecordQuery query, ImportedRows rows)
    {
        if (query.Of is not null || query.Item is not (null or "arms"))
            return [];
        var (own, other) = query.Measure == Import ? ("recipient", "supplier") : ("supplier", "recipient");
        if (query.Object is null or World)
        {
            var world = InWorld(query, rows, own);
            return query is { Object: null, Subject: { } asked } ? [.. world, .. OfPartners(query, rows, own, other, asked)] : world;
        }
        return OfOwner(query, rows, own, other);
    }

    /// <summary>Each state's share in the transfers of all.</summary>
    private static List<Observation> InWorld(RecordQuery query, ImportedRows rows, string own)
    {
        var all = Sums(rows, "0", null, null);
        var sums = Sums(rows, own, query.Subject is null ? null : own, query.Subject);
        var parts = sums.Select(s => (rows.CodeOf(s.Key), World, s.Value, all.GetValueOrDefault(0)));
        // The whole stands beside its parts, so that a ranking can tell that nobody is left out.
        if (query.Subject is null or World && all.TryGetValue(0, out var whole))
            parts = parts.Append((World, World, whole, whole));
        return Shares(query.Measure, parts, rows);
    }

    /// <summary>The partners' shares in what one state imported or exported.</summary>
    private static List<Observation> OfOwner(RecordQuery query, ImportedRows rows, string own, string other)
    {
        var owner = query.Object!;
        if (!Sums(rows, "0", own, owner).TryGetValue(0, out var all))
            return [];
        var partners = Sums(rows, other, own, owner);
        return Shares(
            query.Measure,
            partners
                .Select(p => (Code: rows.CodeOf(p.Key), owner, p.Value, (Span?)all))
                .Where(p => query.Subject is null || p.Code == query.Subject),
            rows
        );
    }

    /// <summary>One state's share in what each of its partners imported or exported.</summary>
    private static List<Observation> OfPartners(RecordQuery query, ImportedRows rows, string own, string other, string asked)
    {
        var shares = new List<Observation>();
        foreach (var partner in Sums(rows, own, other, asked).Keys)
            if (rows.CodeOf(partner) is { } code)
                shares.AddRange(OfOwner(query with { Object = code, Subject = asked }, rows, own, other));
        return shares;
    }

    private static List<Observation> Shares(
        string measure,
        IEnumerable<(string? Who, string Of, Span Part, Span? All)> parts,
        ImportedRows rows
    )
    {
        var found = new List<Observation>();
        var (first, last) = Covered(rows);
        foreach (var (who, of, part, all) in parts)
        {
            if (who is null || all is null)
                continue;
            foreach (var span in Spans)
                for (var from = first; from + span - 1 <= last; from++)
                {
                    var (volume, line) = part.Sum(from, span);
                    var (whole, _) = all.Sum(from, span);
                    if (whole <= 0)
                        continue;
                    var period = span == 1 ? Period.OfYear(from) : Period.Parse(FormattableString.Invariant($"{from}..{from + span - 1}"));
                    found.Add(
                        rows.Observation(line) with
                        {
                            Measure = measure,
                            Subject = who,
                            Object = of,
                            Item = "arms",
                            Period = period,
                            Value = Written(volume / whole),
                            Upper = Written(volume / whole),
                            Unit = Units.Share,
                            Derived = true,
                            Note = string.Create(CultureInfo.InvariantCulture, $"{volume:0.#} of {whole:0.#} million TIV; {rows.Release}"),
                        }
                    );
                }
        }
        return found;
    }

    /// <summary>The years of which the register holds deliveries.</summary>
    private static (int First, int Last) Covered(ImportedRows rows)
    {
        var (first, last) = (0, -1);
        rows.Read(
            $"select min(year), max(year) from arms_transfer where {rows.Own}",
            [],
            r => (first, last) = ((int)r.Integer(0), (int)r.Integer(1))
        );
        return (first, last);
    }

    private static Dictionary<int, Span> Sums(ImportedRows rows, string group, string? column, string? code)
    {
        var sums = new Dictionary<int, Span>();
        var party = code is null ? null : rows.PartyOf(code);
        if (code is not null && party is null)
            return sums;
        var which = column is null ? "" : $" and {column} = @1";
        var known = group == "0" ? "" : $" and {group} is not null";
        rows.Read(
            $"select {group}, year, sum(tiv), min(line) from arms_transfer where {rows.Own}{which}{known} group by {(known.Length == 0 ? "" : $"{group}, ")}year order by 1, 2",
            party is { } id ? [id] : [],
            r =>
            {
                var key = (int)r.Integer(0);
                if (!sums.TryGetValue(key, out var span))
                    sums[key] = span = new Span();
                span.Years[(int)r.Integer(1)] = (r.Real(2), r.Integer(3));
            }
        );
        return sums;
    }

    // Three decimals: what a share of sums of rounded values can bear.
    private static WrittenNumber Written(double share) => new(Math.Round(share, 3), 0.001);

    private sealed class Span
    {
        public Dictionary<int, (double Volume, long Line)> Years { get; } = [];

        public (double Volume, long Line) Sum(int from, int years)
        {
            var (volume, line) = (0.0, 0L);
            for (var year = from; year < from + years; year++)
                if (Years.TryGetValue(year, out var sum))
                {
                    volume += sum.Volume;
                    line = line == 0 ? sum.Line : line;
                }
            return (volume, line);
        }
    }
}
