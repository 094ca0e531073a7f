using Entente.Models.IdealPoints;
using Entente.Numerics.IdealPoints;
using Entente.Record;

namespace Entente.Models.Backtests;

/// <summary>What is fitted and what is scored.</summary>
public sealed record BacktestOptions
{
    public required string State { get; init; }

    /// <summary>The first year whose votes positions are estimated from.</summary>
    public int From { get; init; } = 1992;

    /// <summary>The last year that anything is learnt from.</summary>
    public int Freeze { get; init; } = 2016;

    /// <summary>The last year whose roll calls are scored.</summary>
    public int To { get; init; } = 2019;

    /// <summary>How many years before the freeze forecasters learn from.</summary>
    public int Learn { get; init; } = 10;

    public ulong Seed { get; init; } = 1;
}

/// <summary>A text of the record, with what each forecaster gave to what came.</summary>
/// <param name="Resolution">Its number.</param>
/// <param name="Topic">Its subject.</param>
/// <param name="Date">Of the vote.</param>
/// <param name="Came">The state's vote.</param>
/// <param name="Others">How many votes of others the record has.</param>
/// <param name="InSample">True where positions were estimated from years that include the vote's own.</param>
public sealed record TextCase(string Resolution, string Topic, string Date, int Came, int Others, bool InSample);

/// <summary>Forecasters scored once on votes after the freeze.</summary>
public sealed record VoteBacktest
{
    public required BacktestOptions Options { get; init; }

    public required VoteForecasters Forecasters { get; init; }

    /// <summary>How the estimation of positions stopped.</summary>
    public required (int Rounds, double Residual, bool Converged) Fit { get; init; }

    /// <summary>Roll calls scored, and how many of each choice came.</summary>
    public required IReadOnlyList<ForecastSeries> RollCalls { get; init; }

    /// <summary>Texts of the record, oldest first.</summary>
    public required IReadOnlyList<TextCase> Texts { get; init; }

    public required IReadOnlyList<ForecastSeries> OnTexts { get; init; }

    /// <param name="calls">Roll calls of the Assembly.</param>
    /// <param name="votes">What was cast on them.</param>
    /// <param name="record">Votes of the record: its Assembly texts are scored after the roll calls, and are no part of what is learnt.</param>
    /// <param name="options">Years and state.</param>
    /// <param name="progress">Told the round of the estimation and how far the furthest position moved.</param>
    /// <param name="cancellation">Honoured throughout.</param>
    /// <exception cref="ArgumentException">The state cast no vote that could be learnt from or scored.</exception>
    public static VoteBacktest Run(
        IReadOnlyList<RollCall> calls,
        IReadOnlyList<CastVote> votes,
        IReadOnlyList<RecordedVote> record,
        BacktestOptions options,
        IProgress<(int Round, double Moved)>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(calls);
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(options);
        var (texts, onRecord) = OfRecord(record, options);
        // A text that is scored on its own is no part of what is learnt.
        var dates = texts.Select(t => t.Date).ToHashSet(StringComparer.Ordinal);
        var kept = calls
            .Where(c => !(c.IsAmendment || c.IsParagraph) && c.Year >= options.From && c.Year <= options.To)
            .Where(c => c.Date is null || !dates.Contains(c.Date) || !c.Description.Contains("UKRAINE", StringComparison.OrdinalIgnoreCase))
            .ToList();
        var learnt = kept.Where(c => c.Year <= options.Freeze).ToList();
        var ids = learnt.Select(c => c.Id).ToHashSet();
        var selected = SelectedVotes.Of(learnt, [.. votes.Where(v => ids.Contains(v.RollCall))], new VoteSelection { ByYear = true });
        var fit = FastFit.Run(
            selected.Votes,
            new IdealPointOptions { PositiveState = Math.Max(0, selected.StateAt("USA")) },
            progress,
            cancellation
        );
        var positions = new FrozenPositions(new IdealPointEstimate(selected, fit, null));
        if (!fit.Converged || positions.At(options.State, options.Freeze) is null)
            throw new ArgumentException($"no position of {options.State} up to {options.Freeze}");
        var cases = Cases(kept, votes, options.State);
        var known = cases.Where(c => c.Year <= options.Freeze && c.Year > options.Freeze - options.Learn).ToList();
        var scored = cases.Where(c => c.Year > options.Freeze).ToList();
        if (known.Count == 0 || scored.Count == 0)
            throw new ArgumentException($"{known.Count} votes of {options.State} up to {options.Freeze} and {scored.Count} after it");
        var forecasters = new VoteForecasters(options.State, positions, known, options.Freeze, cancellation);
        return new()
        {
            Options = options,
            Forecasters = forecasters,
            Fit = (fit.Rounds, fit.Residual, fit.Converged),
            RollCalls = forecasters.Of(scored, cancellation),
            Texts = texts,
            OnTexts = forecasters.Of(onRecord, cancellation),
        };
    }

    private static List<VoteCase> Cases(List<RollCall> calls, IReadOnlyList<CastVote> votes, string state)
    {
        var before = Bridging.Find(calls);
        var cast = votes.ToLookup(v => v.RollCall);
        var own = votes.Where(v => v.State == state).GroupBy(v => v.RollCall).ToDictionary(g => g.Key, g => (int)g.First().Choice);
        return
        [
            .. calls
                .Where(c => own.ContainsKey(c.Id))
                .OrderBy(c => c.Year)
                .ThenBy(c => c.Id)
                .Select(c => new VoteCase
                {
                    Name = c.Title,
                    Year = c.Year,
                    Came = own[c.Id],
                    Before = before.TryGetValue(c.Id, out var earlier) && own.TryGetValue(earlier, out var then) ? then : null,
                    Others = [.. cast[c.Id].Where(v => v.State != state).Select(v => (v.State, v.Choice))],
                }),
        ];
    }

    /// <summary>The record's Assembly texts on which the state's vote is known; the one before is what persistence knows.</summary>
    private static (List<TextCase> Texts, List<VoteCase> Cases) OfRecord(IReadOnlyList<RecordedVote> record, BacktestOptions options)
    {
        var (texts, cases) = (new List<TextCase>(), new List<VoteCase>());
        int? before = null;
        foreach (
            var text in record
                .Where(v => v.Body == "UNGA")
                .GroupBy(v => (v.Resolution, v.Topic, Date: v.Date.Text))
                .OrderBy(g => g.Key.Date, StringComparer.Ordinal)
        )
        {
            if (text.FirstOrDefault(v => v.State == options.State) is not { } own || Choice(own.Choice) is not { } came)
                continue;
            var others = text.Where(v => v.State != options.State)
                .Select(v => (v.State, Choice: Choice(v.Choice)))
                .Where(v => v.Choice is not null)
                .ToList();
            var year = own.Date.Start.Year;
            texts.Add(new(text.Key.Resolution, text.Key.Topic, text.Key.Date, came, others.Count, year <= options.Freeze));
            cases.Add(
                new()
                {
                    Name = text.Key.Resolution,
                    Year = year,
                    Came = came,
                    Before = before,
                    Others = [.. others.Select(o => (o.State, (byte)o.Choice!.Value))],
                }
            );
            before = came;
        }
        return (texts, cases);
    }

    private static int? Choice(VoteChoice choice) =>
        choice switch
        {
            VoteChoice.Yes => 0,
            VoteChoice.Abstain => 1,
            VoteChoice.No => 2,
            _ => null,
        };
}
