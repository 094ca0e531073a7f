using Entente.Models.Declared;
using Entente.Numerics.Games;
using Entente.Numerics.Random;
using Entente.Numerics.Sensitivity;

namespace Entente.Checking.Reasoning;

/// <summary>
/// Runs an argument: how often each claim holds under the declared ranges, what drives it, where it breaks, at which value of each number it turns, and
/// whose ranges turn it. The share is a robustness, no forecast.
/// </summary>
public static class ArgumentRun
{
    /// <summary>No index is told of a claim of which one has a standard error above this.</summary>
    private const double MostError = 0.15;

    /// <summary>Points of each Sobol matrix; fewer where there are many numbers.</summary>
    private const int SobolCalls = 40_000;
    private const int BriefSamples = 128;
    private const int Trajectories = 200;
    private const int MostBoxPoints = 3_000;
    private const int BriefBoxPoints = 500;
    private const int VoiceDraws = 1_000;

    /// <summary>What a report of a text has room for: shares, drivers, boxes.</summary>
    public static ArgumentAnswer Brief(
        DeclaredArgument argument,
        int draws,
        ulong seed,
        int threads,
        CancellationToken cancellation = default
    ) => Answer(argument, draws, seed, threads, null, brief: true, cancellation);

    /// <summary>The whole report.</summary>
    /// <param name="argument">What to run.</param>
    /// <param name="draws">At least 1.</param>
    /// <param name="seed">The same seed gives the same bits on any number of threads.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="progress">Told the share that is done, from several threads.</param>
    /// <param name="cancellation">Looked at in every draw.</param>
    public static ArgumentAnswer Answer(
        DeclaredArgument argument,
        int draws,
        ulong seed,
        int threads,
        Action<double>? progress = null,
        CancellationToken cancellation = default
    ) => Answer(argument, draws, seed, threads, progress, brief: false, cancellation);

    private static ArgumentAnswer Answer(
        DeclaredArgument argument,
        int draws,
        ulong seed,
        int threads,
        Action<double>? progress,
        bool brief,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(argument);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        var runs = new ArgumentDraws(argument);
        double[] modes = [.. argument.Inputs.Select(i => i.Range.Mode)];
        var atModes = new double[argument.Claims.Count];
        if (!runs.Hold(modes, atModes))
            return new()
            {
                Argument = argument,
                Draws = draws,
                Seed = seed,
                Failed = 0,
                Converged = false,
                Claims = [],
                Warnings =
                [
                    "no solution at the modes: the numbers make no chances, or the path to λ could not be followed; there are no figures",
                ],
            };
        int[] free = [.. Enumerable.Range(0, runs.Width).Where(i => !argument.Inputs[i].Range.IsExact)];
        var values = new double[draws * runs.Width];
        var truths = runs.Run(draws, seed, threads, null, values, d => progress?.Invoke(0.5 * d / draws), cancellation);
        var claims = argument.Claims.Count;
        var failed = Enumerable.Range(0, draws).Count(d => Enumerable.Range(0, claims).All(c => double.IsNaN(truths[(d * claims) + c])));
        var (sobol, morris) = Sensitivities(runs, free, claims, seed, threads, brief, p => progress?.Invoke(0.5 + (0.4 * p)), cancellation);
        var voices = brief ? null : Voices(argument, runs, free, atModes, seed, threads, cancellation);
        var answers = new ClaimAnswer[claims];
        for (var c = 0; c < claims; c++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[] own = [.. Enumerable.Range(0, draws).Select(d => truths[(d * claims) + c])];
            var (defined, holding) = (own.Count(t => !double.IsNaN(t)), own.Count(t => t == 1));
            answers[c] = new()
            {
                Claim = argument.Claims[c],
                AtModes = double.IsNaN(atModes[c]) ? null : atModes[c] == 1,
                P = defined == 0 ? null : (double)holding / defined,
                Interval = defined == 0 ? null : Wilson(holding, defined),
                Undefined = draws - defined,
                Drivers = Drivers(argument, free, sobol?[c], morris?[c]),
                Breaks = Breaks(argument, free, values, own, brief ? BriefBoxPoints : MostBoxPoints, cancellation),
                Flips = brief ? [] : [.. free.Select(i => FlipSearch.Of(argument, runs, modes, i, c, atModes[c]))],
                Voices = voices?[c] ?? [],
            };
        }
        progress?.Invoke(1);
        return new()
        {
            Argument = argument,
            Draws = draws,
            Seed = seed,
            Failed = failed,
            Converged = true,
            Claims = answers,
            Play = runs.Solved(modes, s => Play(argument, s)) ?? [],
            Utilities = runs.Solved(modes, s => Utilities(argument, s)) ?? [],
            Outputs = runs.Solved(modes, s => Outputs(argument, s)) ?? [],
            Warnings = Warnings(argument, failed, answers),
        };
    }

    /// <summary>Wilson's interval at 95 % (1927, Journal of the American Statistical Association 22:209).</summary>
    public static (double Low, double High) Wilson(int holding, int draws)
    {
        const double Z = 1.959963984540054;
        var (n, p) = ((double)draws, (double)holding / draws);
        var middle = (p + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    private static (IReadOnlyList<OutputSensitivity>?, IReadOnlyList<IReadOnlyList<ElementaryEffects>>?) Sensitivities(
        ArgumentDraws runs,
        int[] free,
        int claims,
        ulong seed,
        int threads,
        bool brief,
        Action<double> progress,
        CancellationToken cancellation
    )
    {
        if (free.Length == 0 || claims == 0)
            return (null, null);
        void Model(ReadOnlySpan<double> quantiles, Span<double> truths) => runs.HoldAt(free, quantiles, truths);
        var samples = brief ? BriefSamples : Math.Clamp(SobolCalls / (free.Length + 2), 512, 4096);
        var all = (double)SobolIndices.Evaluations(free.Length, samples);
        var sobol = SobolIndices.Estimate(Model, free.Length, claims, samples, seed, threads, n => progress(n / all), cancellation);
        if (brief)
            return (sobol, null);
        var morris = MorrisScreening.Run(Model, free.Length, claims, Trajectories, seed, threads, cancellation: cancellation);
        return (sobol, morris);
    }

    private static InputDriver[] Drivers(
        DeclaredArgument argument,
        int[] free,
        OutputSensitivity? sobol,
        IReadOnlyList<ElementaryEffects>? morris
    ) =>
        // Where hardly a point turns the claim, shares of its variance are noise: they are not told.
        sobol?.Inputs
            is not { } indices
        || indices.Any(i => !(i.TotalError <= MostError))
            ? []
            :
            [
                .. free.Select(
                        (place, f) =>
                            new InputDriver
                            {
                                Input = argument.Inputs[place],
                                Sobol = indices[f],
                                Morris = morris?[f],
                            }
                    )
                    .OrderByDescending(d => d.Sobol!.Total),
            ];

    private static BrokenBox? Breaks(
        DeclaredArgument argument,
        int[] free,
        double[] values,
        double[] truths,
        int most,
        CancellationToken cancellation
    )
    {
        var width = argument.Inputs.Count;
        int[] used = [.. Enumerable.Range(0, truths.Length).Where(d => !double.IsNaN(truths[d])).Take(most)];
        if (free.Length == 0 || used.Length == 0 || used.All(d => truths[d] == 1) || used.All(d => truths[d] == 0))
            return null;
        var search = PatientRuleInduction.Search(
            [.. used.Select(d => free.Select(i => values[(d * width) + i]).ToArray())],
            [.. used.Select(d => truths[d] == 0)],
            cancellation: cancellation
        );
        return search.Chosen is not { } box
            ? null
            : new([.. box.Sides.Select(s => new BrokenSide(argument.Inputs[free[s.Input]], s.Low, s.High))], box.Density, box.Coverage);
    }

    /// <summary>By claim: each author's numbers drawn alone.</summary>
    private static VoiceTurn[][] Voices(
        DeclaredArgument argument,
        ArgumentDraws runs,
        int[] free,
        double[] atModes,
        ulong seed,
        int threads,
        CancellationToken cancellation
    )
    {
        var claims = argument.Claims.Count;
        var found = Enumerable.Range(0, claims).Select(_ => new List<VoiceTurn>()).ToArray();
        foreach (var group in free.GroupBy(i => argument.Inputs[i].Author, StringComparer.Ordinal))
        {
            int[] own = [.. group];
            var truths = runs.Run(VoiceDraws, seed, threads, own, cancellation: cancellation);
            for (var c = 0; c < claims; c++)
            {
                if (double.IsNaN(atModes[c]))
                    continue;
                var defined = Enumerable.Range(0, VoiceDraws).Select(d => truths[(d * claims) + c]).Where(t => !double.IsNaN(t)).ToArray();
                if (defined.Length > 0)
                    found[c].Add(new(group.Key, own.Length, (double)defined.Count(t => t != atModes[c]) / defined.Length));
            }
        }
        return [.. found.Select(f => f.OrderByDescending(v => v.Turns).ToArray())];
    }

    private static List<ModalMove> Play(DeclaredArgument argument, Situation at)
    {
        if (argument.Scenario.Game is not { } game)
            return [];
        var play = at.Plays[0];
        var moves = new List<ModalMove>();
        for (var m = 0; m < game.Moves.Count; m++)
        {
            if (game.Moves[m].IsChance)
                continue;
            var sums = new double[game.Moves[m].Options.Count];
            var reach = 0.0;
            for (var node = 0; node < game.Tree.Nodes.Count; node++)
                if (game.MoveAt(node) == m)
                {
                    reach += play.Reach[node];
                    for (var o = 0; o < sums.Length; o++)
                        sums[o] += play.Reach[node] * play.Choices[game.Tree.Offsets[game.Tree.Nodes[node].InformationSet] + o];
                }
            if (reach > 0)
                moves.Add(
                    new(
                        game.Actors[game.Moves[m].Actor],
                        game.Moves[m].Name,
                        [.. sums.Select((s, o) => (game.Moves[m].Options[o], s / reach))]
                    )
                );
        }
        return moves;
    }

    private static List<(string, double)> Utilities(DeclaredArgument argument, Situation at) =>
        argument.Scenario.Game is { } game ? [.. game.Actors.Select((a, p) => (a, at.Plays[0].Values[p]))] : [];

    private static List<(string, double, string)> Outputs(DeclaredArgument argument, Situation at) =>
        argument.Scenario.Model is { } model ? [.. model.Outputs.Select((o, i) => (o.Name, at.Outputs[i], o.Unit))] : [];

    private static List<string> Warnings(DeclaredArgument argument, int failed, IReadOnlyList<ClaimAnswer> claims)
    {
        var warnings = new List<string>();
        if (failed > 0)
            warnings.Add(FormattableString.Invariant($"{failed} draws have no solution and are in no share"));
        if (argument.Links.Count > 0)
            warnings.Add("Sobol and Morris take the numbers as independent; the shares take them as linked");
        if (argument.Inputs.All(i => i.Range.IsExact))
            warnings.Add("no number is a range: all draws are the same");
        foreach (var claim in claims.Where(c => c.Undefined > failed))
            warnings.Add(FormattableString.Invariant($"'{claim.Claim.Text}' has no value in {claim.Undefined} draws"));
        return warnings;
    }
}

/// <summary>Where a claim turns along one number, the others at their modes.</summary>
internal static class FlipSearch
{
    private const int Steps = 60;
    private const int Halvings = 50;

    // How far beyond the range is looked, in ranges: what turns only farther off is said not to turn.
    private const double Reach = 5;

    public static FlipValue Of(DeclaredArgument argument, ArgumentDraws runs, double[] modes, int input, int claim, double atModes)
    {
        var range = argument.Inputs[input].Range;
        if (double.IsNaN(atModes))
            return new(argument.Inputs[input], null, null);
        var truths = new double[argument.Claims.Count];
        var values = (double[])modes.Clone();
        bool Turned(double value)
        {
            values[input] = value;
            runs.Hold(values, truths);
            return !double.IsNaN(truths[claim]) && truths[claim] != atModes;
        }
        double? Towards(double end)
        {
            var far = end + (Math.Sign(end - range.Mode) * Reach * (range.High - range.Low));
            // First the declared range finely, then what lies beyond it.
            return Between(range.Mode, end) ?? (far == end ? null : Between(end, far));
        }
        double? Between(double from, double to)
        {
            var last = from;
            for (var s = 1; s <= Steps && from != to; s++)
            {
                var next = from + ((to - from) * s / Steps);
                if (Turned(next))
                {
                    var (same, turned) = (last, next);
                    for (var h = 0; h < Halvings; h++)
                    {
                        var middle = 0.5 * (same + turned);
                        if (Turned(middle))
                            turned = middle;
                        else
                            same = middle;
                    }
                    return turned;
                }
                last = next;
            }
            return null;
        }
        return new(
            argument.Inputs[input],
            Towards(range.Low < range.Mode ? range.Low : range.Mode - (range.High - range.Low)),
            Towards(range.High > range.Mode ? range.High : range.Mode + (range.High - range.Low))
        );
    }
}
