using Entente.Checking.Evaluating;

namespace Entente.Checking;

/// <summary>The one line under a verdict, as a good editor would put it: who says what, for when, and what it is not.</summary>
internal static class Explanations
{
    public static string Of(Weighing weighing, Claimed claimed, bool signed, Evaluation evaluation, string? would)
    {
        var lead = weighing.Lead!;
        var who = Wording.Who(lead.Answer);
        var value = Wording.Value(lead.Answer, lead.Converted, signed);
        var period = Wording.In(
            lead.Answer.Kind is AnswerKind.Published or AnswerKind.Bound
            && lead.Answer.Period is { } own
            && lead.Answer.Kind == AnswerKind.Published
                ? own
                : evaluation.Period
        );
        var stated = $"{who}: {value}{period}";
        var claim = Wording.Claim(claimed, signed);
        // "$114.5bn, not quite $114.5bn" would explain nothing.
        if (weighing.Verdict == Verdict.Close && claim == value && (lead.Converted ?? lead.Answer.Value as NumberAnswer) is { } number)
        {
            stated = $"{who}: {Figures.Text(number.Best, number.Unit, signed, fine: true)}{period}";
            claim = Figures.Text(claimed.Number.Value, claimed.Unit, signed, fine: true);
        }
        if (lead.Answer.Kind == AnswerKind.Bound && lead.Answer.Note is { } note)
            stated = $"{who}: {value}{period} ({note})";
        if (lead.Answer.Kind == AnswerKind.Informs)
            stated +=
                $" ({(lead.Answer.Terms is { } terms ? $"in {(terms == "CNY" ? "yuan" : terms)} terms" : lead.Answer.Basis.Replace('_', ' ').Replace(";", ", ", StringComparison.Ordinal))})";
        if (lead.Answer.BothBooks && weighing.Verdict is Verdict.Supported or Verdict.Close)
            stated += ", by each side's own exports";
        else if (weighing.WithinGap && lead.Answer.Mirror)
            stated += ", by the other side's books";
        if (lead.Answer.Kind == AnswerKind.Mixed && weighing.Verdict != Verdict.Contradicted)
            stated += ", across two authorities";
        return weighing.Verdict switch
        {
            Verdict.Supported => Wording.Fitting(stated, $"{who}: {value}{period}"),
            Verdict.Close when weighing.WithinGap => Wording.Fitting(
                $"{stated}; {claim} lies within what two books of one trade normally differ by",
                $"{stated}; {claim} is within the normal gap"
            ),
            Verdict.Close => Wording.Fitting($"{stated}, not quite {claim}"),
            Verdict.Disputed when lead.Answer.Contested => Wording.Fitting($"told differently by each side: {who} {value}"),
            Verdict.Disputed when weighing.Other is { } other => Wording.Fitting(
                $"{stated}; {Wording.Who(other.Answer)}: {Wording.Value(other.Answer, other.Converted, signed)}"
            ),
            Verdict.Contradicted => Wording.Fitting(
                would is null ? null : $"{stated}, not {claim}; {would}",
                would is null ? null : $"{who}: {value}{period}, not {claim}; {would}",
                $"{stated}, not {claim}",
                $"{who}: {value}, not {claim}"
            ),
            _ => Wording.Sentence(stated),
        };
    }
}
