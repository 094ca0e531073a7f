using Entente.Quantities;

namespace Entente.Checking.Forecasts;

public enum ForecastStatus
{
    /// <summary>Its deadline has not come, or nothing yet decides it.</summary>
    Open,

    /// <summary>It came as said.</summary>
    True,

    False,

    /// <summary>What it was about fell away: it counts for nobody and against nobody.</summary>
    Void,

    /// <summary>Too vague to be decided; <see cref="Forecast.Why"/> says what is missing.</summary>
    Unresolvable,
}

/// <summary>What somebody said would come, with what decides it and when.</summary>
public sealed record Forecast
{
    /// <summary>`f-` and eight hexadecimal digits of speaker, criterion and words: the same forecast has the same id in every ledger.</summary>
    public required string Id { get; init; }

    /// <summary>The words that carry the forecast.</summary>
    public required string Quote { get; init; }

    /// <summary>The sentence they stand in, verbatim.</summary>
    public required string Sentence { get; init; }

    public required string Speaker { get; init; }

    /// <summary>True for an aim that somebody set rather than a thing that somebody foresaw: who reports it has not foretold anything.</summary>
    public bool IsTarget { get; init; }

    /// <summary>When it was said, as precisely as known; null where the text has no date.</summary>
    public Period? Said { get; init; }

    /// <summary>The text it stands in.</summary>
    public string? Document { get; init; }

    /// <summary>What must hold, in the claim language; null where the words do not say.</summary>
    public string? Criterion { get; init; }

    /// <summary>What it is on, where somebody wrote that into the ledger.</summary>
    public string? Topic { get; init; }

    /// <summary>The last day of the period that the criterion speaks of.</summary>
    public LocalDate? Deadline { get; init; }

    /// <summary>True where the record may decide it; false where only a person may.</summary>
    public bool ByRecord { get; init; } = true;

    /// <summary>The probability that the words state, between 0 and 1; null where they state none, and none is made up.</summary>
    public double? Probability { get; init; }

    /// <summary>The words that state it (`likely`, `70 percent chance`).</summary>
    public string? ProbabilityWords { get; init; }

    public required ForecastStatus Status { get; init; }

    /// <summary>Why it cannot be resolved, or remains open although its day has come.</summary>
    public string? Why { get; init; }

    public LocalDate? Resolved { get; init; }

    /// <summary>What was observed, in the unit of the criterion.</summary>
    public double? Observed { get; init; }

    public string? ObservedUnit { get; init; }

    /// <summary>The authority or address that decided.</summary>
    public string? Source { get; init; }

    /// <summary>Who decided: `the record`, or a name.</summary>
    public string? By { get; init; }

    /// <summary>What happened to the entry, oldest first; only ever added to.</summary>
    public IReadOnlyList<string> History { get; init; } = [];
}

/// <summary>A broken entry: where in the ledger, what was found and what was expected.</summary>
public sealed record LedgerError
{
    public required string File { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    public required string Found { get; init; }

    public required string Expected { get; init; }

    public string? Hint { get; init; }

    public override string ToString() => $"{File}:{Line}: found {Found}, expected {Expected}{(Hint is null ? "" : $" ({Hint})")}";
}
