using Entente.Models.Equilibrium;
using Entente.Numerics.PriceCaps;
using Entente.Numerics.Random;

namespace Entente.Models.Oil;

/// <summary>A number at the modes, with 5th and 95th percentile of the draws; these are NaN without draws.</summary>
public readonly record struct OilNumber(double Mode, double Low, double High);

/// <summary>The answer to a case or to another cap in it.</summary>
public sealed record OilOutcome
{
    /// <summary>Infinite is none.</summary>
    public required double Cap { get; init; }

    /// <summary>At the modes.</summary>
    public required CappedOutcome Central { get; init; }

    /// <summary>Million US$ a day.</summary>
    public required OilNumber Revenue { get; init; }

    public required OilNumber Price { get; init; }

    public required OilNumber Discount { get; init; }

    public required OilNumber Volume { get; init; }

    public required OilNumber WorldPrice { get; init; }
}

/// <summary>A figure that was read beside what the model says.</summary>
public sealed record OilFit(OilObservation Observed, OilNumber Modelled)
{
    /// <summary>Whether the figure lies in the middle 90 % of the draws; at the modes alone nothing can be said.</summary>
    public bool? Within => double.IsNaN(Modelled.Low) ? null : Observed.Value >= Modelled.Low && Observed.Value <= Modelled.High;
}

public sealed record OilCaseAnswer
{
    public required OilCase Case { get; init; }

    public required OilOutcome AsIs { get; init; }

    /// <summary>Of the discount: freight and grade, buyers' power, and the cap.</summary>
    public required OilNumber Transport { get; init; }

    public required OilNumber Bargaining { get; init; }

    public required OilNumber ByCap { get; init; }

    /// <summary>Other caps, the world price answering to what they do to volume.</summary>
    public required IReadOnlyList<OilOutcome> Caps { get; init; }

    public required IReadOnlyList<OilFit> Fits { get; init; }
}

public sealed record OilAnswer
{
    public required OilQuestion Question { get; init; }

    public required IReadOnlyList<OilCaseAnswer> Cases { get; init; }

    public required int Draws { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Draws in which a world price and a volume could not be made to agree; they are in no interval.</summary>
    public required int Failed { get; init; }

    /// <summary>At the modes: the largest relative gap between a world price and what the volume sold makes of it.</summary>
    public required double Residual { get; init; }

    /// <summary>False where a world price and a volume could not be made to agree: then no number is shown.</summary>
    public bool Converged => Residual < Tolerance;

    internal const double Tolerance = 1e-6;
}

/// <summary>Puts a question about oil: at the modes, and with everything uncertain drawn.</summary>
public static class OilRun
{
    /// <param name="question">Checked by <see cref="OilCheck"/>.</param>
    /// <param name="draws">0 for the modes alone.</param>
    /// <param name="seed">The same gives the same, on any number of threads.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="cancellation">Looked at before every draw.</param>
    public static OilAnswer Answer(OilQuestion question, int draws, ulong seed, int threads, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        // A spread that several cases share is one number: drawn once.
        var spreads = question.Cases.SelectMany(c => c.Spreads()).Distinct(ReferenceEqualityComparer.Instance).Cast<Spread>().ToArray();
        draws = spreads.All(s => s.IsExact) ? 0 : draws;
        var modes = OilDraw.Of(question, spreads, s => s.Mode);
        var drawn = new OilDraw[draws];
        Parallel.For(
            0,
            draws,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            d =>
            {
                var random = new RandomStream(seed, (ulong)d);
                drawn[d] = OilDraw.Of(question, spreads, s => s.Draw(ref random));
            }
        );
        var converged = drawn.Where(d => d.Residual < OilAnswer.Tolerance).ToArray();
        return new()
        {
            Question = question,
            Cases = [.. question.Cases.Select((c, i) => Told(question, c, i, modes, converged))],
            Draws = draws,
            Seed = seed,
            Failed = draws - converged.Length,
            Residual = modes.Residual,
        };
    }

    private static OilCaseAnswer Told(OilQuestion question, OilCase market, int at, OilDraw modes, OilDraw[] drawn)
    {
        OilNumber Number(Func<OilMarket, double> of)
        {
            var sorted = drawn.Select(d => of(d.Markets[at])).Where(double.IsFinite).Order().ToArray();
            return sorted.Length < 20
                ? new(of(modes.Markets[at]), double.NaN, double.NaN)
                : new(of(modes.Markets[at]), ScenarioRun.Quantile(sorted, 0.05), ScenarioRun.Quantile(sorted, 0.95));
        }
        OilOutcome Outcome(double cap, Func<OilMarket, CappedOutcome> of) =>
            new()
            {
                Cap = cap,
                Central = of(modes.Markets[at]),
                Revenue = Number(m => of(m).Revenue),
                Price = Number(m => of(m).Price),
                Discount = Number(m => of(m).Discount),
                Volume = Number(m => of(m).Volume),
                WorldPrice = Number(m => of(m).WorldPrice),
            };
        return new()
        {
            Case = market,
            AsIs = Outcome(market.Cap, m => m.AsIs),
            Transport = Number(m => m.Part(OilMeasure.Transport, [])),
            Bargaining = Number(m => m.Part(OilMeasure.Bargaining, [])),
            ByCap = Number(m => m.Part(OilMeasure.Cap, [])),
            Caps = [.. question.Caps.Select((cap, c) => Outcome(cap, m => m.Caps[c]))],
            Fits = [.. market.Observed.Select(o => new OilFit(o, Number(m => m.Read(o.Measure, o.Buyers))))],
        };
    }
}
