using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Checking.Forecasts;
using Entente.Reports;

namespace Entente.Application.Forecasting;

/// <summary>What a person decided of a forecast, as it was typed.</summary>
internal sealed record HandDecision
{
    /// <summary>What stands before the name of a part in messages: `--` for options, nothing for fields.</summary>
    public required string Mark { get; init; }

    public required string Id { get; init; }

    /// <summary>`true`, `false` or `void`.</summary>
    public required string Outcome { get; init; }

    /// <summary>The page that shows it.</summary>
    public required string Source { get; init; }

    public required string By { get; init; }

    /// <summary>The day it was decided; null for today.</summary>
    public string? Date { get; init; }
}

/// <summary>Decides forecasts of a ledger in memory; <see cref="LedgerFile.Save"/> keeps it.</summary>
internal static class LedgerResolving
{
    /// <summary>Decides by the record what is due.</summary>
    /// <param name="only">One forecast alone; null for all.</param>
    /// <returns>Those that were decided, or are left open with a new reason.</returns>
    public static IReadOnlyList<Forecast> ByRecord(CommandContext context, ForecastLedger ledger, LocalDate asOf, string? only = null)
    {
        var resolver = context.Engine.Resolver(asOf);
        var changed = new List<Forecast>();
        var today = Period.OfDay(context.Surroundings.Today.Today).Text;
        foreach (var forecast in ledger.Forecasts)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if ((only is not null && forecast.Id != only) || resolver?.Resolve(forecast) is not { } resolved || resolved == forecast)
                continue;
            ledger.Update(
                resolved,
                resolved.Status == ForecastStatus.Open
                    ? $"{today}: due and not decided by the record as known on {Period.OfDay(asOf).Text}"
                    : $"{today}: {ForecastPhrases.Word(resolved.Status)} by the record as known on {Period.OfDay(asOf).Text} ({resolved.Source})"
            );
            changed.Add(resolved);
        }
        return changed;
    }

    /// <summary>Decides one by hand.</summary>
    /// <exception cref="WrongUseException">There is no such forecast, or a part of the decision is none.</exception>
    public static Forecast ByHand(CommandContext context, LedgerFile file, HandDecision decision)
    {
        if (file.Ledger.Find(decision.Id) is not { } forecast)
            throw Wrong(
                file.Path,
                file.Ledger.Knows(decision.Id) ? $"{decision.Id} in an entry that cannot be read" : $"no forecast '{decision.Id}'",
                "the id of an entry",
                file.Ledger.Errors.Count > 0 ? file.Ledger.Errors[0].ToString() : "entente forecasts list shows them"
            );
        if (!Uri.TryCreate(decision.Source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw Wrong($"{decision.Mark}source", $"'{decision.Source}'", "an address that starts with http:// or https://", null);
        var today = context.Surroundings.Today.Today;
        var day = decision.Date is null ? today : Day($"{decision.Mark}date", decision.Date);
        var status = decision.Outcome switch
        {
            "true" => ForecastStatus.True,
            "false" => ForecastStatus.False,
            "void" => ForecastStatus.Void,
            var other => throw Wrong($"{decision.Mark}outcome", $"'{other}'", "true, false or void", null),
        };
        var was =
            forecast.Status == ForecastStatus.Open
                ? ""
                : $", was {ForecastPhrases.Word(forecast.Status)}{(forecast.By is { } former ? $" by {former}" : "")}";
        var resolved = forecast with
        {
            Status = status,
            Why = null,
            Resolved = day,
            // What the record observed was for the other outcome.
            Observed = forecast.By is null ? forecast.Observed : null,
            ObservedUnit = forecast.By is null ? forecast.ObservedUnit : null,
            Source = decision.Source,
            By = decision.By,
        };
        file.Ledger.Update(resolved, $"{Period.OfDay(today).Text}: {decision.Outcome} by {decision.By} ({decision.Source}){was}");
        return resolved;
    }

    private static LocalDate Day(string where, string text) =>
        Period.TryParse(text, out var period) && period.Kind == Entente.Quantities.PeriodKind.Day
            ? period.End
            : throw Wrong(where, $"'{text}'", "a day such as 2024-04-09", null);

    private static WrongUseException Wrong(string where, string found, string expected, string? hint) =>
        new(
            new InputProblem
            {
                Where = where,
                Found = found,
                Expected = expected,
                Hint = hint,
            }
        );
}
