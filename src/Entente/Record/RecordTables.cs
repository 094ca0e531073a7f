using System.Security.Cryptography;
using System.Text;
using Entente.Catalogue;

namespace Entente.Record;

/// <summary>All tables of a record, read. Where <see cref="Errors"/> is not empty the rest is what could be read, and is not to be relied on.</summary>
public sealed record RecordTables
{
    public required IReadOnlyList<Observation> Observations { get; init; }

    public required IReadOnlyList<RecordedEvent> Events { get; init; }

    public required IReadOnlyList<Membership> Memberships { get; init; }

    public required IReadOnlyList<RecordedVote> Votes { get; init; }

    public required IReadOnlyList<Coverage> Coverages { get; init; }

    public required IReadOnlyList<KnownGap> KnownGaps { get; init; }

    /// <summary>What is known to be wrong in public datasets; the user's own after the shipped.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    public IReadOnlyList<RecordedQuotation> Quotations { get; init; } = [];

    public required IReadOnlyList<CatalogueError> Errors { get; init; }

    private const string CorrectionsName = "corrections.csv";

    /// <summary>What the note of a user's own fact begins with, so that every report says whose it is.</summary>
    public const string OwnNote = "own entry";

    /// <summary>SHA-256 over the paths and texts in the order of the paths, in small hexadecimal letters.</summary>
    public required string Hash { get; init; }

    /// <summary>
    /// Reads the tables of a record. Which kind a table is follows from its name (`events.csv`, `event_sources.csv`, `memberships.csv`,
    /// `votes.csv`, `quotations.csv`, `coverage.csv`, `known-gaps.csv`, `corrections.csv`); every other table holds observations.
    /// </summary>
    /// <param name="files">Path within the record (with `/`) and text of each CSV file, in any order.</param>
    /// <param name="own">The user's own tables, observations and corrections; they come after all others.</param>
    public static RecordTables Read(IEnumerable<(string Path, string Text)> files, IEnumerable<(string Path, string Text)>? own = null)
    {
        var sorted = files.OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var pools = new TablePools();
        var errors = new List<CatalogueError>();
        var observations = new List<Observation>();
        foreach (var (path, text) in sorted)
            if (!IsSpecial(path))
                observations.AddRange(Rows(RecordTableReader.Read(text, path, pools)));
        var corrections = new List<Correction>(Rows(Special(CorrectionsName, CorrectionTableReader.Read)));
        foreach (var table in own ?? [])
        {
            sorted.Add(table);
            if (table.Path.EndsWith(CorrectionsName, StringComparison.Ordinal))
                corrections.AddRange(Rows(CorrectionTableReader.Read(table.Text, table.Path, pools)));
            else
                foreach (var row in Rows(RecordTableReader.Read(table.Text, table.Path, pools)))
                    observations.Add(row with { Own = true, Note = row.Note is null ? OwnNote : $"{OwnNote}: {row.Note}" });
        }
        return new()
        {
            Observations = observations,
            Events = Rows(ReadEvents()),
            Memberships = Rows(Special("memberships.csv", MembershipTableReader.Read)),
            Votes = Rows(Special("votes.csv", VoteTableReader.Read)),
            Coverages = Rows(Special("coverage.csv", CoverageTableReader.Read)),
            KnownGaps = Rows(Special("known-gaps.csv", KnownGapTableReader.Read)),
            Quotations = Rows(Special("quotations.csv", QuotationTableReader.Read)),
            Corrections = corrections,
            Errors = errors,
            Hash = HashOf(sorted),
        };

        IReadOnlyList<T> Rows<T>(TableOutcome<T> outcome)
        {
            errors.AddRange(outcome.Errors);
            return outcome.Rows;
        }

        string? Find(string name) => sorted.Where(f => f.Path == name).Select(f => f.Text).FirstOrDefault();

        TableOutcome<T> Special<T>(string name, Func<string, string, TablePools, TableOutcome<T>> read) =>
            Find(name) is { } text ? read(text, name, pools) : new() { Rows = [], Errors = [] };

        TableOutcome<RecordedEvent> ReadEvents()
        {
            var (events, sources) = (Find("events.csv"), Find("event_sources.csv"));
            if (events is null && sources is null)
                return new() { Rows = [], Errors = [] };
            if (events is not null && sources is not null)
                return EventTableReader.Read(events, "events.csv", sources, "event_sources.csv", pools);
            var (have, lack) = events is null ? ("event_sources.csv", "events.csv") : ("events.csv", "event_sources.csv");
            var error = new CatalogueError
            {
                File = have,
                Line = 1,
                Column = 1,
                Found = $"no {lack} beside it",
                Expected = "both tables",
            };
            return new() { Rows = [], Errors = [error] };
        }
    }

    private static bool IsSpecial(string path) =>
        path
            is "events.csv"
                or "event_sources.csv"
                or "memberships.csv"
                or "votes.csv"
                or "coverage.csv"
                or "known-gaps.csv"
                or CorrectionsName
                or "quotations.csv";

    private static string HashOf(List<(string Path, string Text)> sorted)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in sorted)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData([0]);
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
