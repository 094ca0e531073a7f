using Entente.Claims.Language;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>
/// What has been looked up in one record: texts on the same states ask for the same figures again and again, and the search for what
/// would have been true asks for those of the years around. Safe for use by many threads.
/// </summary>
internal sealed class EvaluationMemo
{
    // With its derivations an evaluation takes a few kilobytes; a list of rows far less.
    private readonly BoundedMemo<MeasureKey, Evaluation> measures = new(8_000);
    private readonly BoundedMemo<MeasureKey, (Observation Row, bool Negate)[]> series = new(4_000);
    private readonly BoundedMemo<CallKey, Evaluation> calls = new(8_000);

    /// <summary>What a measure came to as of the context's day.</summary>
    public Evaluation Measure(MeasureCall call, EvaluationContext context, Func<MeasureCall, EvaluationContext, Evaluation> evaluate)
    {
        var key = MeasureKey.Of(call, call.Period, context.AsOf);
        if (!measures.TryGet(key, out var evaluation))
            measures.Add(key, evaluation = evaluate(call, context));
        return evaluation;
    }

    /// <summary>A measure's rows for all periods, as known on the context's day.</summary>
    public (Observation Row, bool Negate)[] Series(
        MeasureCall call,
        EvaluationContext context,
        Func<MeasureCall, EvaluationContext, (Observation Row, bool Negate)[]> find
    )
    {
        var key = MeasureKey.Of(call, null, context.AsOf);
        if (!series.TryGet(key, out var rows))
            series.Add(key, rows = find(call, context));
        return rows;
    }

    /// <summary>What a call of a rule (growth, share, rank …) came to as of the context's day and in its terms.</summary>
    public Evaluation Rule(Call call, Period? inherited, EvaluationContext context, Func<Call, Period?, Evaluation> evaluate)
    {
        var key = new CallKey(call, inherited, context.AsOf, string.Join(',', context.Terms));
        if (!calls.TryGet(key, out var evaluation))
            calls.Add(key, evaluation = evaluate(call, inherited));
        return evaluation;
    }

    private readonly record struct MeasureKey(string Measure, string? First, string? Second, string? Item, Period? Period, LocalDate AsOf)
    {
        public static MeasureKey Of(MeasureCall call, Period? period, LocalDate asOf) =>
            new(call.Measure.Id, call.First, call.Second, call.Item, period, asOf);
    }

    private readonly record struct CallKey(Call Call, Period? Inherited, LocalDate AsOf, string Terms);
}
