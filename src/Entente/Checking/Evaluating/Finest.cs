namespace Entente.Checking.Evaluating;

/// <summary>Of several printings of one figure, the finest: "190 billion" is no second reading beside 190.271.</summary>
internal static class Finest
{
    public static IReadOnlyList<Answer> Of(IReadOnlyList<Answer> answers)
    {
        if (answers.Count < 2)
            return answers;
        var kept = new List<Answer>(answers.Count);
        foreach (var answer in answers)
        {
            if (answer.Number is not { } number || !answers.Any(other => !ReferenceEquals(other, answer) && Covers(answer, number, other)))
                kept.Add(answer);
        }
        return Distinct(kept);
    }

    private static bool Covers(Answer coarse, NumberAnswer number, Answer fine)
    {
        if (
            coarse.Source != fine.Source
            || coarse.Kind == AnswerKind.Informs != (fine.Kind == AnswerKind.Informs)
            || coarse.Terms != fine.Terms
            // What the user entered never hides what a publisher printed.
            || (fine.Own && !coarse.Own)
            || fine.Number is not { } other
            || other.Unit != number.Unit
            || coarse.Contested != fine.Contested
            || (coarse.Period is not null && fine.Period is not null && !coarse.Period.Equals(fine.Period))
        )
            return false;
        if (coarse.Mirror != fine.Mirror)
            return false;
        // A computed figure replaces a printed one only where the printing is much coarser ("3 %" beside 3.04 %).
        if (fine.Kind > coarse.Kind && !(coarse.Decides && fine.Decides && other.Range.Width < number.Range.Width / 4))
            return false;
        // A bounding figure that agrees is never wanted beside the figure itself.
        if (coarse.Kind == AnswerKind.Bound && fine.Decides)
            return number.Range.Overlaps(other.Range);
        return other.Range.Width < number.Range.Width * 0.999 && number.Range.Contains(other.Best);
    }

    /// <summary>The same figure on several pages is one answer: the best tier first, then the earliest publication.</summary>
    private static List<Answer> Distinct(List<Answer> answers)
    {
        var result = new List<Answer>(answers.Count);
        foreach (
            var answer in answers
                .OrderBy(a => a.Kind)
                .ThenBy(a => a.Own)
                .ThenBy(a => a.Tier)
                .ThenBy(a => a.Published?.Start ?? LocalDate.MaxIsoValue)
        )
        {
            if (
                answer.Number is { } number
                && result.Any(r =>
                    r.Source == answer.Source
                    && r.Kind == answer.Kind
                    && r.Terms == answer.Terms
                    && r.Mirror == answer.Mirror
                    && r.Basis == answer.Basis
                    && r.Contested == answer.Contested
                    && Equals(r.Period, answer.Period)
                    && r.Number == number
                )
            )
                continue;
            result.Add(answer);
        }
        return result;
    }
}
