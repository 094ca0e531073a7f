using Entente.Claims.Language;
using Entente.Measures;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>A part of a whole: the share as printed, beside the quotient of one authority's figures. The whole's owner has the point of view.</summary>
internal static class ShareRule
{
    private const int YearsAround = 2;

    public static Evaluation Evaluate(Call call, Evaluator evaluator, Period? at)
    {
        var context = evaluator.Context;
        var part = Arguments.First(call);
        var whole = Arguments.Named(call, "of");
        if (part is null || whole is null)
            return Evaluation.Abstain("no-whole", "a share needs the whole it is a share of");
        at ??= (part is Call p ? Arguments.PeriodOf(p) : null) ?? (whole is Call w ? Arguments.PeriodOf(w) : null);
        var partCall = MeasureCall.Of(part, context.Measures, at);
        var wholeCall = MeasureCall.Of(whole, context.Measures, at);
        if (at is null && partCall is { Measure.Cumulative: true })
            return Evaluation.Abstain("no-period", "a share is claimed without a period, and none stands near");
        // Bilateral trade seen from the side whose total it is a part of.
        if (
            partCall is not null
            && wholeCall is { Second: null }
            && partCall.Measure.Parties == Parties.StateOrDyad
            && partCall.Second == wholeCall.First
        )
            partCall = partCall with { First = partCall.Second, Second = partCall.First };

        var answers = new List<Answer>();
        if (partCall is not null && wholeCall is not null)
            answers.AddRange(Published(partCall, wholeCall, at, context));
        var left = partCall is not null ? MeasureLookup.Evaluate(partCall, context) : evaluator.Evaluate(part, at);
        var right = wholeCall is not null ? MeasureLookup.Evaluate(wholeCall, context) : evaluator.Evaluate(whole, at);
        foreach (var answer in Pairing.Combine(left, right, static (x, y) => Pairing.Divide(x, y, Units.Share), "÷"))
            answers.Add(
                answer.Kind == AnswerKind.Mixed && answers.Any(a => a.Decides) ? answer with { Kind = AnswerKind.Informs } : answer
            );
        var kept = Finest.Of(answers);
        var owner = wholeCall?.PointOfView is { } o && o != MeasureCall.World ? o : partCall?.PointOfView;
        return new()
        {
            Answers = kept,
            Abstention = kept.Any(a => a.Decides)
                ? null
                : left.Abstention ?? right.Abstention ?? new("no-data", "part and whole are recorded in different currencies only"),
            Measure = wholeCall?.Measure ?? left.Measure,
            PointOfView = owner,
            Period = at,
        };
    }

    private static IEnumerable<Answer> Published(MeasureCall part, MeasureCall whole, Period? at, EvaluationContext context)
    {
        foreach (var query in Queries(part, whole))
        foreach (var row in context.Record.Find(query))
        {
            if (
                row.Period is null
                || !RowAnswers.Known(row, context.AsOf, stock: false)
                || (query.Item is null && row.Item is not ("" or "total" or "goods"))
            )
                continue;
            var owner = whole.PointOfView;
            var answer = RowAnswers.Of(row, $"share of {part.Label()} in {whole.Label()}", owner);
            if (at is not null && row.Period.SameDays(at))
                yield return row.Basis is "services" ? answer with { Kind = AnswerKind.Informs, Note = row.Basis } : answer;
            else if (at is not null && Math.Abs(row.Period.Start.Year - at.Start.Year) <= YearsAround)
                yield return answer with
                {
                    Kind = AnswerKind.Informs,
                    Note = row.Period.Text,
                };
        }
    }

    public static IEnumerable<RecordQuery> Queries(MeasureCall part, MeasureCall whole)
    {
        var id = whole.Measure.Id;
        var sameItem = part.Item == whole.Item || (part.Item is null or "total" && whole.Item is null or "total");
        var world = MeasureCall.World;
        if (!sameItem && whole.Item is null or "total")
        {
            if (id is "exports" or "imports")
            {
                if (part.First is { } seller && seller != world)
                    yield return new()
                    {
                        Measure = "item_share",
                        Of = "exports",
                        Subject = seller,
                        Object = part.Second ?? world,
                        Item = part.Item,
                    };
                if (part.Second is { } buyer && buyer != world)
                    yield return new()
                    {
                        Measure = "item_share",
                        Of = "imports",
                        Subject = buyer,
                        Object = part.First ?? world,
                        Item = part.Item,
                    };
            }
            else
                yield return new()
                {
                    Measure = "item_share",
                    Of = id,
                    Subject = part.First,
                    Object = part.Second,
                    Item = part.Item,
                };
            yield break;
        }
        var item = whole.Item is null or "total" ? null : whole.Item;
        var (partner, owner) =
            id == "imports" || whole.BuyerReports ? (part.First, whole.Second ?? whole.First)
            : whole.First == world ? (part.First, world)
            : (part.Second, whole.First);
        if (partner is null || owner is null)
            yield break;
        yield return new()
        {
            Measure = "partner_share",
            Of = id,
            Subject = partner,
            Object = owner,
            Item = item,
        };
    }
}
