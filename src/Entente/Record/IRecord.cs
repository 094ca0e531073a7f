using NodaTime;

namespace Entente.Record;

/// <summary>What to look up: a measure, its parties and item; a null part matches anything.</summary>
public sealed record RecordQuery
{
    public required string Measure { get; init; }

    public string? Of { get; init; }

    public string? Subject { get; init; }

    public string? Object { get; init; }

    public string? Item { get; init; }
}

/// <summary>The record as checking sees it. The store behind it is swapped: shipped tables in memory, an embedded store, a cluster.</summary>
public interface IRecord
{
    /// <summary>All observations of a query over all periods, in a stable order. Never null; empty means "nothing recorded", not zero.</summary>
    IReadOnlyList<Observation> Find(RecordQuery query);

    IReadOnlyList<RecordedEvent> Events { get; }

    RecordedEvent? Event(string id);

    IReadOnlyList<Membership> Memberships(string body);

    /// <summary>Every body that has memberships in the record.</summary>
    IReadOnlyList<string> Bodies { get; }

    IReadOnlyList<RecordedVote> Votes(string resolution);

    IReadOnlyList<RecordedVote> VotesOf(string state);

    IReadOnlyList<Coverage> Coverages { get; }

    /// <summary>Public words in their official wording; a record without any says nothing of quotations.</summary>
    IReadOnlyList<RecordedQuotation> Quotations => [];

    /// <summary>SHA-256 over the tables, so that a report says which record it was made with.</summary>
    string Hash { get; }
}
