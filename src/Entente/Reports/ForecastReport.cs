using Entente.Checking.Forecasts;

namespace Entente.Reports;

/// <summary>What a `forecasts` command has to say.</summary>
public sealed record ForecastReport
{
    /// <summary>`list`, `add`, `resolve` or `score`.</summary>
    public required string Command { get; init; }

    public required string Ledger { get; init; }

    /// <summary>SHA-256 of the ledger's text after the command, small hexadecimal letters.</summary>
    public required string LedgerHash { get; init; }

    /// <summary>The day up to which the record was consulted; null where it was not.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>The record's hash; null where it was not consulted.</summary>
    public string? Record { get; init; }

    /// <summary>For `list` all, for `add` those added, for `resolve` those decided or left open with a new reason.</summary>
    public IReadOnlyList<Forecast> Forecasts { get; init; } = [];

    /// <summary>For `add`: how many were there already.</summary>
    public int Known { get; init; }

    public IReadOnlyList<SpeakerScore> Scores { get; init; } = [];

    public IReadOnlyList<LedgerError> Warnings { get; init; } = [];
}
