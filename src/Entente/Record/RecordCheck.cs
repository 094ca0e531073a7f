using System.Globalization;
using Entente.Quantities;

namespace Entente.Record;

/// <summary>Something in the record that does not fit, at a row, with a key that stays the same when rows move.</summary>
public sealed record RecordFinding
{
    /// <summary>`actor`, `item`, `duplicate`, `tier`, `share`, `growth`, `rank`, `sum`, `part`, `vote`, `date`, `stale`.</summary>
    public required string Rule { get; init; }

    public required string Key { get; init; }

    public required RowRef Row { get; init; }

    public required string Found { get; init; }

    public required string Expected { get; init; }

    public override string ToString() => $"{Row}: {Rule}: found {Found}, expected {Expected} [{Key}]";
}

/// <summary>What the check of a record asks of the catalogue.</summary>
public sealed record RecordVocabulary
{
    /// <summary>True for the code or name of an actor of the catalogue.</summary>
    public required Func<string, bool> KnowsActor { get; init; }

    /// <summary>True for the id of an item of the catalogue.</summary>
    public required Func<string, bool> KnowsItem { get; init; }
}

/// <summary>
/// Checks what the tables of a record say against each other and against the catalogue: codes, duplicates, ranges, totals that must add
/// up, parts that cannot exceed the whole, votes that cannot differ. Disagreements of authorities are no findings: they are kept on purpose.
/// </summary>
public static class RecordCheck
{
    /// <summary>All findings that `known-gaps.csv` does not name, and a finding for each known gap that is none any more; in the order of the rows.</summary>
    /// <param name="tables">The record, read without errors.</param>
    /// <param name="vocabulary">The catalogue's codes; null leaves codes unchecked.</param>
    public static IReadOnlyList<RecordFinding> Run(RecordTables tables, RecordVocabulary? vocabulary = null)
    {
        var findings = new List<RecordFinding>();
        if (vocabulary is not null)
            Codes(tables, vocabulary, findings);
        Duplicates(tables.Observations, findings);
        foreach (var row in tables.Observations)
        {
            Ranges(row, findings);
            Provenance(row, findings);
        }
        RecordSums.Check(tables.Observations, findings);
        Votes(tables.Votes, findings);
        return [.. WithoutKnown(findings, tables.KnownGaps).OrderBy(f => f.Row.File, StringComparer.Ordinal).ThenBy(f => f.Row.Line)];
    }

    private static IEnumerable<RecordFinding> WithoutKnown(List<RecordFinding> findings, IReadOnlyList<KnownGap> gaps)
    {
        var found = findings.Select(f => (f.Rule, f.Key)).ToHashSet();
        var known = gaps.Select(g => (g.Rule, g.Key)).ToHashSet();
        foreach (var finding in findings)
            if (!known.Contains((finding.Rule, finding.Key)))
                yield return finding;
        foreach (var gap in gaps)
            if (!found.Contains((gap.Rule, gap.Key)))
                yield return new()
                {
                    Rule = "stale",
                    Key = gap.Key,
                    Row = gap.Row,
                    Found = $"a known gap of rule '{gap.Rule}' that the check no longer finds",
                    Expected = "no such row: take it out",
                };
    }

    private static void Codes(RecordTables tables, RecordVocabulary vocabulary, List<RecordFinding> findings)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var row in tables.Observations)
        {
            foreach (var code in Parts(row.Subject).Concat(Parts(row.Object)).Concat(Parts(row.Reporter)))
                Actor(code, row.Row);
            if (row.Item.Length > 0 && seen.Add(("item", row.Item)) && !vocabulary.KnowsItem(row.Item))
                findings.Add(
                    new()
                    {
                        Rule = "item",
                        Key = row.Item,
                        Row = row.Row,
                        Found = $"item '{row.Item}'",
                        Expected = "an item of the catalogue",
                    }
                );
        }
        foreach (var one in tables.Events)
        foreach (var actor in one.Actors)
            // `CHN:Xi Jinping`: the state must be known; persons and firms of events need not be in the catalogue.
            Actor(actor.Split(':')[0], one.Row);
        foreach (var membership in tables.Memberships)
        {
            Actor(membership.Body, membership.Row);
            Actor(membership.Member, membership.Row);
        }
        foreach (var vote in tables.Votes)
        {
            Actor(vote.Body, vote.Row);
            Actor(vote.State, vote.Row);
        }

        void Actor(string code, RowRef row)
        {
            if (seen.Add(("actor", code)) && !vocabulary.KnowsActor(code))
                findings.Add(
                    new()
                    {
                        Rule = "actor",
                        Key = code,
                        Row = row,
                        Found = $"actor '{code}'",
                        Expected = "an actor of the catalogue",
                    }
                );
        }
    }

    private static string[] Parts(string? codes) => string.IsNullOrEmpty(codes) ? [] : codes.Split(';');

    private static void Duplicates(IReadOnlyList<Observation> rows, List<RecordFinding> findings)
    {
        var seen = new Dictionary<string, RowRef>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            // A note may hold what tells two figures apart that agree in all columns (lower and upper end, kinds of a document).
            var key = $"{Key(row)}|{row.Bound}|{row.Derived}|{row.Reporter}|{row.Note}|{row.Via}|{row.Url}";
            if (!seen.TryAdd(key, row.Row))
                findings.Add(Finding("duplicate", row, $"the figure of {seen[key]} again", "one row with the number of its pages"));
        }
    }

    private static void Ranges(Observation row, List<RecordFinding> findings)
    {
        var (value, upper) = (row.Value.Value, row.Upper.Value);
        if (row.Unit.Dimension == Dimension.Rank && (value < 1 || value != Math.Floor(value)))
            findings.Add(Finding("rank", row, Show(value), "a whole number from 1"));
        if (row.Measure.StartsWith("growth", StringComparison.Ordinal) && row.Unit.Dimension == Dimension.Share && value <= -1)
            findings.Add(Finding("growth", row, Show(value), "a fraction above -1 (-0.36 is a fall of 36 %)"));
        if (row.Measure.EndsWith("_share", StringComparison.Ordinal) && (row.Unit.Dimension != Dimension.Share || value < 0 || upper > 1))
            findings.Add(Finding("share", row, $"{Show(value)} {row.Unit}", "a share between 0 and 1 (36 % is 0.36)"));
        if (row.Unit.Dimension == Dimension.Truth && value is not (0 or 1))
            findings.Add(Finding("truth", row, Show(value), "0 or 1"));
    }

    private static void Provenance(Observation row, List<RecordFinding> findings)
    {
        if (row.Tier == Tier.Primary && row.Url is null && !row.Derived)
            findings.Add(Finding("tier", row, "tier primary without an address", "the authority's address, or a lower tier"));
        // Targets and duties are announced before the period they are for; a figure for a period that has not begun is a forecast.
        var announced = row.Measure is "target" or "tariff_rate" or "price_cap" or "pipeline_capacity";
        if (
            !announced
            && row.Basis != "forecast"
            && row is { Published: { } published, Period: { } period }
            && published.End < period.Start
        )
            findings.Add(Finding("date", row, $"published {published} for {period}", "a page not older than the period"));
    }

    private static void Votes(IReadOnlyList<RecordedVote> votes, List<RecordFinding> findings)
    {
        var first = new Dictionary<(string Body, string Resolution, string State), RecordedVote>();
        foreach (var vote in votes)
        {
            var key = (vote.Body, vote.Resolution, vote.State);
            if (first.TryAdd(key, vote) || first[key].Choice == vote.Choice)
                continue;
            findings.Add(
                new()
                {
                    Rule = "vote",
                    Key = $"{vote.Body}|{vote.Resolution}|{vote.State}",
                    Row = vote.Row,
                    Found = vote.Choice.ToString(),
                    Expected = $"{first[key].Choice} as in {first[key].Row}",
                }
            );
        }
    }

    internal static RecordFinding Finding(string rule, Observation row, string found, string expected) =>
        new()
        {
            Rule = rule,
            Key = Key(row),
            Row = row.Row,
            Found = found,
            Expected = expected,
        };

    /// <summary>What a row is about and says, without where it was read.</summary>
    internal static string Key(Observation row) =>
        string.Join(
            '|',
            row.Measure,
            row.Of,
            row.Subject,
            row.Object,
            row.Item,
            row.Period,
            Show(row.Value.Value),
            row.Unit,
            row.Source,
            row.Basis
        );

    internal static string Show(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
