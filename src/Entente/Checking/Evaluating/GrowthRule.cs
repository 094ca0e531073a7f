using Entente.Claims.Language;
using Entente.Numerics.Intervals;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>Growth as the authority printed it, beside growth computed from its own figures of the two periods.</summary>
internal static class GrowthRule
{
    public static Evaluation Evaluate(Call call, Evaluator evaluator, Period? at)
    {
        var (inner, period, since) = Parts(call, evaluator, at);
        if (inner is null)
            return Evaluation.Abstain("no-measure", "growth needs something that grows");
        if (period is null)
            return Evaluation.Abstain("no-period", "growth is claimed without a period, and none stands near");
        // Nine months against a year is no growth.
        if (since is not null && Math.Abs(Days(since) - Days(period)) > 0.1 * Days(period))
            return Evaluation.Abstain("unequal-periods", $"{period.Text} and {since.Text} are of different lengths");
        var (now, then) = (evaluator.Evaluate(inner, period), evaluator.Evaluate(inner, since ?? period.PlusYears(-1)));
        var answers = new List<Answer>();
        if (MeasureCall.Of(inner, evaluator.Context.Measures, period) is { } measure)
            answers.AddRange(Published(measure with { Period = period }, since, evaluator.Context));
        var label = $"growth over {(since ?? period.PlusYears(-1)).Text}";
        if (now.Measure is { RealGrowth: true })
        {
            // Growth of output and of spending is told in real terms; a quotient of current prices bears on it and does not decide.
            foreach (var real in Pairing.Combine(AtConstantPrices(now, true), AtConstantPrices(then, true), Rate, label))
                if (real.Kind != AnswerKind.Mixed)
                    answers.Add(real with { Kind = AnswerKind.Computed, Note = "at constant prices" });
            foreach (var nominal in Pairing.Combine(AtConstantPrices(now, false), AtConstantPrices(then, false), Rate, label))
                if (nominal.Kind != AnswerKind.Mixed)
                    answers.Add(nominal with { Kind = AnswerKind.Informs, Note = "in current prices" });
            (now, then) = (now with { Answers = [] }, then with { Answers = [] });
        }
        foreach (var answer in Pairing.Combine(now, then, Rate, label))
        {
            // Growth between two authorities' figures says how they differ, not what grew.
            if (answer.Kind == AnswerKind.Mixed)
                continue;
            var terms = CurrencyOf(now, answer);
            answers.Add(Admit(answer with { Terms = terms is "USD" ? null : terms }, evaluator.Context, printed: false));
        }
        var kept = Finest.Of(answers);
        return new()
        {
            Answers = kept,
            Abstention = kept.Any(a => a.Decides)
                ? null
                : now.Abstention ?? then.Abstention ?? new("no-data", "no figure for one of the two periods"),
            Measure = now.Measure ?? then.Measure,
            PointOfView = now.PointOfView,
            Period = period,
        };
    }

    private static Evaluation AtConstantPrices(Evaluation evaluation, bool constant) =>
        evaluation with
        {
            Answers = [.. evaluation.Answers.Where(a => a.Basis.StartsWith("constant", StringComparison.Ordinal) == constant)],
        };

    private static int Days(Period period) => NodaTime.Period.DaysBetween(period.Start, period.End) + 1;

    /// <summary>`X(now) / X(then) - 1` is growth written out, and finds the rates that are printed month on month or over several years.</summary>
    public static Evaluation? AsGrowth(Arithmetic arithmetic, Evaluator evaluator, Period? inherited)
    {
        if (
            arithmetic
            is not {
                Operator: ArithmeticOperator.Subtract,
                Left: Arithmetic { Operator: ArithmeticOperator.Divide } ratio,
                Right: QuantityLiteral { Number.Value: 1 }
            }
        )
            return null;
        var measures = evaluator.Context.Measures;
        if (
            MeasureCall.Of(ratio.Left, measures, inherited) is not { Period: { } now } later
            || MeasureCall.Of(ratio.Right, measures, inherited) is not { Period: { } then } earlier
        )
            return null;
        if (now.SameDays(then) || later with { Period = null } != earlier with { Period = null })
            return null;
        var call = new Call("growth", [new(null, ratio.Left), new(null, new PeriodLiteral(now)), new("since", new PeriodLiteral(then))]);
        return Evaluate(call, evaluator, now);
    }

    public static Evaluation Change(Call call, Evaluator evaluator, Period? at)
    {
        var (inner, period, since) = Parts(call, evaluator, at);
        if (inner is null || period is null)
            return Evaluation.Abstain(inner is null ? "no-measure" : "no-period", "change needs a measure and a period");
        var before = since ?? period.PlusYears(-1);
        return Evaluator.Combined(
            evaluator.Evaluate(inner, period),
            evaluator.Evaluate(inner, before),
            static (x, y) => x.Unit == y.Unit ? new(x.Range - y.Range, x.Best - y.Best, x.Unit) : null,
            $"change over {before.Text}"
        );
    }

    private static (Expression? Inner, Period? Period, Period? Since) Parts(Call call, Evaluator evaluator, Period? at)
    {
        var inner = Arguments.First(call);
        var period = at ?? (inner is Call c ? Arguments.PeriodOf(c) : null);
        return (
            inner is Call stripped ? WithoutPeriod(stripped, evaluator) : inner,
            period,
            Arguments.AsPeriod(Arguments.Named(call, "since"))
        );
    }

    // trade(CHN, RUS, 2022) inside growth names the later period; the base needs the same call for another year.
    private static Call WithoutPeriod(Call call, Evaluator evaluator) =>
        evaluator.Context.Measures.ById.ContainsKey(call.Function)
            ? call with
            {
                Arguments = [.. call.Arguments.Where(a => Arguments.AsPeriod(a.Value) is null)],
            }
            : call;

    private static NumberAnswer? Rate(NumberAnswer now, NumberAnswer then) =>
        then.Best == 0 || now.Unit != then.Unit
            ? null
            : new((now.Range / then.Range) - Interval.Point(1), (now.Best / then.Best) - 1, Units.Share);

    private static string? CurrencyOf(Evaluation now, Answer answer) =>
        answer.Derivation.Args is [var first, ..]
        && now.Answers.FirstOrDefault(a => ReferenceEquals(a.Derivation, first))?.Number?.Unit is { IsMoney: true } unit
            ? unit.Symbol
            : null;

    /// <summary>A rate in yuan answers a claim in yuan. A claim that names no currency gets the dollar or currency-free reading.</summary>
    private static Answer Admit(Answer answer, EvaluationContext context, bool printed)
    {
        var asked = context.Terms;
        var admissible = answer.Terms is null ? asked.Count == 0 || asked.Contains("USD") : asked.Contains(answer.Terms);
        // A growth rate computed from euro figures is as good as any where the parties count in euro.
        if (!printed && asked.Count == 0 && answer.Terms is not (null or "CNY" or "RUB"))
            admissible = true;
        return admissible || answer.Kind == AnswerKind.Informs
            ? answer
            : answer with
            {
                Kind = AnswerKind.Informs,
                Note = $"in {answer.Terms ?? "dollar"} terms",
            };
    }

    private static IEnumerable<Answer> Published(MeasureCall call, Period? since, EvaluationContext context)
    {
        var yearOnYear = since is null || since.SameDays(call.Period!.PlusYears(-1));
        var monthOnMonth = !yearOnYear && call.Period!.Kind == PeriodKind.Month && since!.End.PlusDays(1) == call.Period.Start;
        var measure =
            yearOnYear ? "growth"
            : monthOnMonth ? "growth_month_on_month"
            : "growth_multi_year";
        foreach (var query in Queries(call, measure))
        foreach (var row in context.Record.Find(query))
        {
            if (row.Period is null || !RowAnswers.Known(row, context.AsOf, stock: false) || !ItemFits(call, row))
                continue;
            var same =
                row.Period.SameDays(call.Period!)
                || (measure == "growth_multi_year" && row.Period.Start == since!.Start && row.Period.End == call.Period!.End);
            // Without its base a rate over several years cannot be told from another.
            if (measure == "growth_multi_year" && row.Period.SameDays(call.Period!))
                same = false;
            if (!same)
                continue;
            var answer = Admit(RowAnswers.Of(row, $"growth({call.Label()})", call.PointOfView), context, printed: true);
            yield return RowAnswers.IsPlain(row.Basis) || call.Item is not null
                ? answer
                : answer with
                {
                    Kind = AnswerKind.Informs,
                    Note = row.Basis,
                };
        }
    }

    private static bool ItemFits(MeasureCall call, Observation row) =>
        call.Item is null ? row.Item is "" or "total" or "goods" : row.Item == call.Item;

    /// <summary>Rows "of" a measure, for both sides' statistics.</summary>
    public static IEnumerable<RecordQuery> Queries(MeasureCall call, string measure)
    {
        var id = call.Measure.Id;
        if (id is "exports" or "imports")
        {
            var (seller, buyer) = (call.First ?? MeasureCall.World, call.Second ?? MeasureCall.World);
            if (seller != MeasureCall.World)
                yield return new()
                {
                    Measure = measure,
                    Of = "exports",
                    Subject = seller,
                    Object = buyer,
                };
            if (buyer != MeasureCall.World)
                yield return new()
                {
                    Measure = measure,
                    Of = "imports",
                    Subject = buyer,
                    Object = seller,
                };
            yield break;
        }
        var subject = call.BuyerReports ? call.Second ?? call.First : call.First;
        var partner = call.BuyerReports && call.Second is not null ? call.First : call.Second;
        if (call.Measure.Parties == Measures.Parties.StateOrDyad)
            partner ??= MeasureCall.World;
        yield return new()
        {
            Measure = measure,
            Of = id,
            Subject = subject,
            Object = partner,
        };
        if (call.Measure.Parties is Measures.Parties.StateOrDyad or Measures.Parties.Dyad && partner is not (null or MeasureCall.World))
            yield return new()
            {
                Measure = measure,
                Of = id,
                Subject = partner,
                Object = subject,
            };
    }
}
