using Entente.Claims.Language;

namespace Entente.Checking.Forecasts;

/// <summary>How often what was given a probability in a tenth came true.</summary>
/// <param name="Low">Lower end of the tenth, included.</param>
/// <param name="High">Upper end, excluded but for the last.</param>
/// <param name="Forecasts">How many fall in it.</param>
/// <param name="MeanForecast">The mean of their probabilities.</param>
/// <param name="CameTrue">The fraction that came true.</param>
public sealed record CalibrationBin(double Low, double High, int Forecasts, double MeanForecast, double CameTrue);

/// <summary>Interval forecasts in one unit: scores in different units do not add up.</summary>
public sealed record IntervalScore(string Unit, int Forecasts, double Mean);

/// <summary>What forecasts are taken together by.</summary>
public enum ScoredBy
{
    Speaker,

    /// <summary><see cref="ForecastTopic"/>.</summary>
    Topic,

    /// <summary>All in one.</summary>
    All,
}

/// <summary>What became of the forecasts of one speaker, or on one topic.</summary>
public sealed record SpeakerScore
{
    /// <summary>Fewer scored forecasts than this say nothing of calibration: at 20, all said at 50 %, what comes still misses by 0.22 one time in twenty.</summary>
    public const int FewestForCalibration = 20;

    /// <summary>The speaker, or the topic.</summary>
    public required string Speaker { get; init; }

    public ScoredBy By { get; init; }

    /// <summary>Decided either way.</summary>
    public required int Resolved { get; init; }

    public required int CameTrue { get; init; }

    /// <summary>Fraction of the decided that came true; null where none is decided.</summary>
    public double? HitRate => Resolved == 0 ? null : (double)CameTrue / Resolved;

    /// <summary>Decided, and said with a probability: only these have scores.</summary>
    public required int Scored { get; init; }

    /// <summary>Mean of <see cref="Scoring.Brier"/>.</summary>
    public double? Brier { get; init; }

    /// <summary>Mean of <see cref="Scoring.Logarithmic"/>; infinite where what came was held impossible.</summary>
    public double? Logarithmic { get; init; }

    public required IReadOnlyList<IntervalScore> Intervals { get; init; }

    /// <summary>What <see cref="Brier"/> is made of, over tenths; null where none is scored.</summary>
    public Murphy? Murphy { get; init; }

    /// <summary>Whether there are enough to speak of calibration.</summary>
    public bool Calibrates => Scored >= FewestForCalibration;

    /// <summary>Tenths that hold a forecast, lowest first.</summary>
    public required IReadOnlyList<CalibrationBin> Calibration { get; init; }

    /// <summary>Targets decided either way, and those that were met. They are nobody's forecasts, and have no score.</summary>
    public required int TargetsDecided { get; init; }

    public required int TargetsMet { get; init; }

    public required int Open { get; init; }

    public required int Void { get; init; }

    public required int Unresolvable { get; init; }
}

/// <summary>Scores per speaker.</summary>
public static class Scoreboard
{
    /// <returns>By name.</returns>
    public static IReadOnlyList<SpeakerScore> Of(IEnumerable<Forecast> forecasts, ScoredBy by = ScoredBy.Speaker) =>
        [
            .. forecasts
                .GroupBy(
                    f =>
                        by switch
                        {
                            ScoredBy.Topic => ForecastTopic.Of(f),
                            ScoredBy.All => "All forecasts",
                            _ => f.Speaker,
                        },
                    StringComparer.Ordinal
                )
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Of(g.Key, by, [.. g])),
        ];

    private static SpeakerScore Of(string speaker, ScoredBy by, List<Forecast> all)
    {
        var targets = all.Where(f => f is { IsTarget: true, Status: ForecastStatus.True or ForecastStatus.False }).ToList();
        var decided = all.Where(f => f is { IsTarget: false, Status: ForecastStatus.True or ForecastStatus.False }).ToList();
        var scored = decided
            .Where(f => f.Probability is not null)
            .Select(f => (P: f.Probability!.Value, Happened: f.Status == ForecastStatus.True))
            .ToList();
        return new()
        {
            Speaker = speaker,
            By = by,
            Resolved = decided.Count,
            CameTrue = decided.Count(f => f.Status == ForecastStatus.True),
            Scored = scored.Count,
            Brier = scored.Count == 0 ? null : scored.Average(s => Scoring.Brier(s.P, s.Happened)),
            Logarithmic = scored.Count == 0 ? null : scored.Average(s => Scoring.Logarithmic(s.P, s.Happened)),
            Murphy = Murphy.Of(scored),
            Intervals =
            [
                .. decided
                    .Select(Interval)
                    .OfType<(string Unit, double Score)>()
                    .GroupBy(i => i.Unit, StringComparer.Ordinal)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new IntervalScore(g.Key, g.Count(), g.Average(i => i.Score))),
            ],
            Calibration =
            [
                .. scored
                    .GroupBy(s => Murphy.Bin(s.P))
                    .OrderBy(g => g.Key)
                    .Select(g => new CalibrationBin(
                        (double)g.Key / Murphy.Bins,
                        (g.Key + 1.0) / Murphy.Bins,
                        g.Count(),
                        g.Average(s => s.P),
                        g.Average(s => s.Happened ? 1.0 : 0.0)
                    )),
            ],
            TargetsDecided = targets.Count,
            TargetsMet = targets.Count(f => f.Status == ForecastStatus.True),
            Open = all.Count(f => f.Status == ForecastStatus.Open),
            Void = all.Count(f => f.Status == ForecastStatus.Void),
            Unresolvable = all.Count(f => f.Status == ForecastStatus.Unresolvable),
        };
    }

    /// <summary>A range with a stated probability, and what came; the range is taken as central.</summary>
    private static (string Unit, double Score)? Interval(Forecast forecast)
    {
        if (
            forecast is not { Probability: > 0 and < 1, Observed: { } observed, Criterion: { } criterion }
            || ClaimParser.Parse(criterion).Expression is not Within within
            || Claimed.Between(within.Low, within.High) is not { Upper: { } upper } claimed
            || upper.Value < claimed.Number.Value
            || (forecast.ObservedUnit is { } unit && unit != claimed.Unit.Symbol)
        )
            return null;
        return (claimed.Unit.Symbol, Scoring.Interval(claimed.Number.Value, upper.Value, 1 - forecast.Probability.Value, observed));
    }
}
