using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Checking.Forecasts;

namespace Entente.Application.Forecasting;

/// <summary>What came of putting forecasts into a ledger.</summary>
/// <param name="Known">How many were there already.</param>
internal sealed record LedgerAdded(IReadOnlyList<Forecast> Added, int Known);

/// <summary>Puts forecasts into the ledger, each once, with who revises whom.</summary>
internal static class LedgerAdding
{
    /// <summary>Adds to the ledger in memory; <see cref="LedgerFile.Save"/> keeps it.</summary>
    /// <param name="resolver">Tells which forecasts are about the same; null where nobody can.</param>
    /// <param name="today">As histories write it.</param>
    public static LedgerAdded Add(ForecastLedger ledger, IReadOnlyList<Forecast> found, ForecastResolver? resolver, string today)
    {
        var added = new List<Forecast>();
        var known = 0;
        // The latest forecast of each speaker on each figure and deadline: a new number for it is a revision.
        var latest = new Dictionary<string, Forecast>(StringComparer.Ordinal);
        foreach (var forecast in ledger.Forecasts)
            if (resolver?.SubjectOf(forecast) is { } subject)
                latest[subject] = forecast;
        foreach (var forecast in found)
        {
            if (ledger.Knows(forecast.Id))
            {
                known++;
                continue;
            }
            var history = new List<string> { $"{today}: added from {forecast.Document}" };
            var subject = resolver?.SubjectOf(forecast);
            if (subject is not null && latest.TryGetValue(subject, out var other) && other.Criterion != forecast.Criterion)
            {
                // Whichever was said later revises the other.
                var isLater = other.Said is null || forecast.Said is null || other.Said <= forecast.Said;
                history.Add($"{today}: {(isLater ? "revises" : "was revised by")} {other.Id} (`{other.Criterion}`)");
                if (ledger.Find(other.Id) is { } entry)
                    ledger.Update(entry, $"{today}: {(isLater ? "was revised by" : "revises")} {forecast.Id} (`{forecast.Criterion}`)");
            }
            var kept = forecast with { History = history };
            ledger.Add(kept);
            added.Add(kept);
            if (subject is not null)
                latest[subject] = kept;
        }
        return new(added, known);
    }
}
