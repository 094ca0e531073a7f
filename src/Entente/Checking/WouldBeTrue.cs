using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Quantities;

namespace Entente.Checking;

/// <summary>
/// What the claimed number would have been right of: another year, the other direction, the whole instead of the part, another
/// currency's terms. A finding is a hint to the editor, never a verdict.
/// </summary>
internal static class WouldBeTrue
{
    private const int Years = 3;

    public static string? Find(Expression left, Claimed claimed, Evaluation evaluation, Judged lead, Evaluator evaluator, Names names)
    {
        if (claimed.Relation is not (Relation.Equal or Relation.About))
            return null;
        var text = Wording.Claim(claimed with { Relation = Relation.Equal }, Wording.IsSigned(left));
        return Whole(left, claimed, evaluation, evaluator, names, text)
            ?? OtherReading(claimed, evaluation, evaluator, text)
            ?? OtherPeriod(left, claimed, lead, evaluator, text)
            ?? OtherFlow(left, claimed, evaluator, names, text);
    }

    /// <summary>A part was claimed; the number is the whole's.</summary>
    private static string? Whole(Expression left, Claimed claimed, Evaluation evaluation, Evaluator evaluator, Names names, string text)
    {
        foreach (var answer in evaluation.Answers)
            if (
                answer.Whole is { } whole
                && claimed.Convert(whole, evaluator.Context, evaluation.Period) is { } converted
                && claimed.Test(converted) == Match.Holds
            )
            {
                var all = left is Call call ? Expressions.WithoutItem(call) : left;
                // The other side's statistics name the flow from their end.
                if (answer.Mirror && all is Call flow)
                    all = Expressions.Mirrored(flow);
                return $"{text} is all of {names.Phrase(all, evaluator.Context.Measures)} ({Figures.Text(whole.Best, whole.Unit)})";
            }
        return null;
    }

    private static string? OtherReading(Claimed claimed, Evaluation evaluation, Evaluator evaluator, string text)
    {
        foreach (var answer in evaluation.Answers)
        {
            if (
                answer.Kind != AnswerKind.Informs
                || answer.Number is not { } number
                || claimed.Convert(number, evaluator.Context, evaluation.Period) is not { } converted
                || !claimed.Range.Contains(converted.Best)
            )
                continue;
            if (answer.Terms is { } terms)
                return $"{text} is in {(terms == "CNY" ? "yuan" : terms)} terms";
            if (answer.Note?.StartsWith("by ", StringComparison.Ordinal) == true)
                return $"{text} only {answer.Note}{Wording.In(answer.Period)}";
        }
        return null;
    }

    private static string? OtherPeriod(Expression left, Claimed claimed, Judged lead, Evaluator evaluator, string text)
    {
        for (var distance = 1; distance <= Years; distance++)
            foreach (var years in new[] { -distance, distance })
            {
                Period? shown = null;
                var shifted = Expressions.Shift(left, p => shown = p.PlusYears(years));
                if (shown is null)
                    return null;
                if (Holds(shifted, claimed, evaluator) is { } found)
                    return $"{text} is {shown.Text} ({Wording.Value(found, null, Wording.IsSigned(left))})";
            }
        return null;
    }

    private static string? OtherFlow(Expression left, Claimed claimed, Evaluator evaluator, Names names, string text)
    {
        foreach (var variant in Expressions.Variants(left, evaluator.Context.Measures))
            if (Holds(variant, claimed, evaluator) is { } found)
                return $"{text} is {names.Phrase(variant, evaluator.Context.Measures)} ({Wording.Value(found, null, Wording.IsSigned(left))})";
        return null;
    }

    private static Answer? Holds(Expression expression, Claimed claimed, Evaluator evaluator)
    {
        var evaluation = evaluator.Evaluate(expression);
        return
            Pairing.Lead(evaluation) is { Number: { } number } lead
            && claimed.Convert(number, evaluator.Context, evaluation.Period) is { } converted
            && claimed.Range.Contains(converted.Best)
            ? lead
            : null;
    }
}
