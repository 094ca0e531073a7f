using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Quantities;

namespace Entente.Checking;

/// <summary>Dates compare at the precision written: `= 2014` is right of any day in that year; a recorded year cannot settle a claimed day.</summary>
internal static class DateTest
{
    public static Outcome Test(Evaluation evaluation, Relation relation, Period claimed, string what)
    {
        var judged = evaluation
            .Answers.Where(a => a.Value is DateAnswer)
            .Select(a => new Judged(a, Match(relation, claimed, ((DateAnswer)a.Value).Date), null))
            .ToArray();
        if (judged.All(j => !j.Answer.Decides))
            return Outcome.CannotTell(evaluation.Abstention ?? new("no-data", "no date is recorded"), Tester.Evidences(evaluation, []));
        var weighing = Weighing.Of(judged, evaluation with { AllAdmissible = true });
        var evidence = Tester.Evidences(
            evaluation,
            [
                .. judged,
                .. evaluation.Answers.Where(a => a.Value is not DateAnswer).Select(a => new Judged(a, Checking.Match.Undecided, null)),
            ],
            weighing.Lead
        );
        if (weighing.Verdict == Verdict.CannotTell || weighing.Lead is null)
            return Outcome.CannotTell(
                new("coarse-date", "the recorded date is less exact than the claimed one"),
                evidence,
                judged[0].Answer.Derivation
            );
        var all = judged.Where(j => j.Answer.Decides).Select(j => ((DateAnswer)j.Answer.Value).Date).Distinct().ToArray();
        var text =
            weighing.Verdict == Verdict.Contradicted
                ? all.Length > 1
                    ? $"{what}: {string.Join(", then ", all.Take(3).Select(d => d.Text))}, not {claimed.Text}"
                    : $"{what}: {all[0].Text}, not {claimed.Text}"
                : $"{what}: {((DateAnswer)weighing.Lead.Answer.Value).Date.Text} ({Wording.Who(weighing.Lead.Answer)})";
        return new()
        {
            Verdict = weighing.Verdict,
            Explanation = Wording.Fitting(text, $"recorded: {string.Join(", then ", all.Take(3).Select(d => d.Text))}"),
            Evidence = evidence,
            Derivation = weighing.Lead.Answer.Derivation,
            WouldBeTrue =
                weighing.Verdict == Verdict.Contradicted ? $"{what}: {string.Join(", then ", all.Take(3).Select(d => d.Text))}" : null,
        };
    }

    private static Match Match(Relation relation, Period claimed, Period found)
    {
        switch (relation)
        {
            case Relation.Less:
                return found.End < claimed.Start ? Checking.Match.Holds
                    : found.Start >= claimed.Start ? Checking.Match.Fails
                    : Checking.Match.Undecided;
            case Relation.LessOrEqual:
                return found.End <= claimed.End ? Checking.Match.Holds
                    : found.Start > claimed.End ? Checking.Match.Fails
                    : Checking.Match.Undecided;
            case Relation.Greater:
                return found.Start > claimed.End ? Checking.Match.Holds
                    : found.End <= claimed.End ? Checking.Match.Fails
                    : Checking.Match.Undecided;
            case Relation.GreaterOrEqual:
                return found.Start >= claimed.Start ? Checking.Match.Holds
                    : found.End < claimed.Start ? Checking.Match.Fails
                    : Checking.Match.Undecided;
        }
        var same =
            claimed.Contains(found) ? Checking.Match.Holds
            : found.End < claimed.Start || found.Start > claimed.End ? Checking.Match.Fails
            : Checking.Match.Undecided;
        // "Since about 2000": a year to either side is what the word allows; beyond it nothing is certain.
        if (relation == Relation.About && same == Checking.Match.Fails)
            return found.Start.Year >= claimed.Start.Year - 1 && found.End.Year <= claimed.End.Year + 1
                ? Checking.Match.Holds
                : Checking.Match.Undecided;
        return relation != Relation.NotEqual ? same
            : same == Checking.Match.Holds ? Checking.Match.Fails
            : same == Checking.Match.Fails ? Checking.Match.Holds
            : same;
    }
}

/// <summary>Whether a set includes others, member by member.</summary>
internal static class SetTest
{
    public static Outcome Test(Includes includes, Evaluation whole)
    {
        if (whole.Answers is not [{ Value: SetAnswer set } answer, ..])
            return Outcome.CannotTell(whole.Abstention ?? new("not-a-set", "the left side is no set"));
        var asked = includes.Part.Members.Select(m => Arguments.NameOf(m) ?? "?").ToArray();
        var outside = asked
            .Where(a =>
                set.NotMembers.Contains(a)
                || (set.Complete && !set.Members.Contains(a) && !set.Contested.Contains(a) && !set.Undated.Contains(a))
            )
            .ToArray();
        var contested = asked.Where(set.Contested.Contains).ToArray();
        var unknown = asked.Where(a => !set.Members.Contains(a) && !outside.Contains(a) && !contested.Contains(a)).ToArray();
        Outcome Make(Verdict verdict, string text) =>
            new()
            {
                Verdict = verdict,
                Explanation = Wording.Sentence(text),
                Evidence =
                [
                    Tester.Evidence(
                        new(
                            answer,
                            verdict == Verdict.Supported ? Match.Holds
                                : verdict == Verdict.Contradicted ? Match.Fails
                                : Match.Undecided,
                            null
                        ),
                        lead: true
                    ),
                ],
                Derivation = answer.Derivation,
            };
        var when = whole.Period is null ? "" : $" in {whole.Period.Text}";
        if (outside.Length > 0)
            return Make(Verdict.Contradicted, $"not recorded as a member{when}: {string.Join(", ", outside)}") with
            {
                WouldBeTrue = $"members{when}: {string.Join(", ", set.Members)}",
            };
        if (contested.Length > 0)
            return Make(Verdict.Disputed, $"told differently by sources: {string.Join(", ", contested)}");
        if (unknown.Length > 0)
            return Outcome.CannotTell(
                new("incomplete-coverage", $"no membership recorded of {string.Join(", ", unknown)}{when}"),
                Make(Verdict.CannotTell, "").Evidence,
                answer.Derivation
            );
        return Make(Verdict.Supported, $"members{when}: {string.Join(", ", asked)}");
    }
}

/// <summary>How a state voted, compared with a choice.</summary>
internal static class ChoiceTest
{
    public static Outcome Test(Expression left, Relation relation, ChoiceAnswer choice, Evaluator evaluator)
    {
        var evaluation = evaluator.Evaluate(left);
        var judged = evaluation
            .Answers.Where(a => a.Value is ChoiceAnswer)
            .Select(a => new Judged(
                a,
                (((ChoiceAnswer)a.Value).Choice == choice.Choice) == (relation != Relation.NotEqual) ? Match.Holds : Match.Fails,
                null
            ))
            .ToArray();
        if (judged.Length == 0)
            return Outcome.CannotTell(evaluation.Abstention ?? new("not-recorded", "no vote is recorded"));
        var distinct = judged.Select(j => j.Match).Distinct().ToArray();
        var verdict = distinct.Length > 1 ? Verdict.Disputed : Outcome.Of(distinct[0]);
        var voted = string.Join(" or ", judged.Select(j => VoteRule.Word(((ChoiceAnswer)j.Answer.Value).Choice)).Distinct());
        return new()
        {
            Verdict = verdict,
            Explanation = Wording.Fitting(
                $"{judged[0].Answer.Source}: {judged[0].Answer.Derivation.Op} was {voted}",
                $"the recorded vote was {voted}"
            ),
            Evidence = [.. judged.Select((j, i) => Tester.Evidence(j, i == 0))],
            Derivation = judged[0].Answer.Derivation,
            WouldBeTrue = verdict == Verdict.Contradicted ? $"the recorded vote was {voted}" : null,
        };
    }
}

/// <summary>
/// No figure for the period, but one authority's on both sides of it, each within one further unit of what is claimed: near, as said,
/// and never more than that. Other periods cannot refute.
/// </summary>
internal static class Neighbours
{
    private const int Days = 550;

    public static Outcome? Of(Evaluation evaluation, Claimed claimed)
    {
        if (
            evaluation.Period is not { } period
            || claimed.Relation is not (Relation.Equal or Relation.About)
            || claimed.Unit.Dimension != Dimension.Share
        )
            return null;
        var near = evaluation
            .Answers.Where(a =>
                a.Kind == AnswerKind.Informs
                && a.Period is not null
                && a.Number is { } n
                && n.Unit.Dimension == Dimension.Share
                && a.Terms is null
                && Within(n, claimed)
            )
            .ToArray();
        var order = Authorities.Order(near, evaluation.Measure, evaluation.PointOfView);
        foreach (var before in order)
        {
            if (before.Period!.End >= period.Start || NodaTime.Period.DaysBetween(before.Period.End, period.Start) > Days)
                continue;
            foreach (var after in order)
                if (
                    after.Source == before.Source
                    && after.Period!.Start > period.End
                    && NodaTime.Period.DaysBetween(period.End, after.Period.Start) <= Days
                )
                    return new()
                    {
                        Verdict = Verdict.Close,
                        Explanation = Wording.Sentence(
                            $"no figure for {period.Text}; {before.Source} has {Wording.Value(before)} for {before.Period.Text} and {Wording.Value(after)} for {after.Period.Text}"
                        ),
                    };
        }
        return null;
    }

    private static bool Within(NumberAnswer found, Claimed claimed)
    {
        var range = claimed.Range;
        return found.Best >= range.Low - claimed.Number.LastDigit && found.Best <= range.High + claimed.Number.LastDigit;
    }
}
