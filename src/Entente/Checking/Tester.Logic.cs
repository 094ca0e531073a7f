using Entente.Checking.Evaluating;

namespace Entente.Checking;

/// <summary>And, or, not over verdicts, and the evidence shown with them.</summary>
internal sealed partial class Tester
{
    private static Outcome Negated(Outcome inner) =>
        inner.Verdict switch
        {
            Verdict.Supported => inner with { Verdict = Verdict.Contradicted, Evidence = [.. inner.Evidence.Select(Flip)] },
            Verdict.Contradicted => inner with
            {
                Verdict = Verdict.Supported,
                WouldBeTrue = null,
                Evidence = [.. inner.Evidence.Select(Flip)],
            },
            // Nearly the number that the text denies: too near to call either way.
            Verdict.Close => Outcome.CannotTell(
                new("too-close", "the figure is within rounding of the one denied"),
                inner.Evidence,
                inner.Derivation
            ),
            Verdict.Judgement when inner.Model is { P: { } p } model => inner with
            {
                Explanation = $"{inner.Explanation} (of what is denied)",
                Model = model with
                {
                    P = 1 - p,
                    BreaksWhen = null,
                    Drivers = [.. model.Drivers.Select(d => d with { Correlation = -d.Correlation })],
                    Settings = [.. model.Settings.Select(s => (s.Setting, !s.Holds))],
                },
            },
            _ => inner,
        };

    private static Evidence Flip(Evidence evidence) =>
        evidence with
        {
            Verdict = evidence.Verdict switch
            {
                Verdict.Supported => Verdict.Contradicted,
                Verdict.Contradicted => Verdict.Supported,
                var other => other,
            },
        };

    /// <summary>Both must hold: the gravest of the two, and what cannot be told keeps a conjunction from being supported.</summary>
    private static Outcome Both(Outcome a, Outcome b)
    {
        if (a.Verdict == Verdict.Contradicted || b.Verdict == Verdict.Contradicted)
            return Joined(a.Verdict == Verdict.Contradicted ? a : b, a, b, "and");
        if (a.Verdict is Verdict.CannotTell or Verdict.Open or Verdict.Judgement)
            return Joined(a, a, b, "and");
        if (b.Verdict is Verdict.CannotTell or Verdict.Open or Verdict.Judgement)
            return Joined(b, a, b, "and");
        return Joined(a.Verdict >= b.Verdict ? a : b, a, b, "and") with
        {
            Explanation =
                a.Verdict == b.Verdict
                    ? Wording.Fitting($"{a.Explanation}; {b.Explanation}", a.Explanation)
                    : (a.Verdict > b.Verdict ? a : b).Explanation,
        };
    }

    private static Outcome Either(Outcome a, Outcome b)
    {
        var best = Standing(a.Verdict) >= Standing(b.Verdict) ? a : b;
        return Joined(best, a, b, "or");
    }

    // For a disjunction: what holds beats what nearly holds, and ignorance beats refutation.
    public static int Standing(Verdict verdict) =>
        verdict switch
        {
            Verdict.Supported => 6,
            Verdict.Close => 5,
            Verdict.Disputed => 4,
            Verdict.Judgement => 3,
            Verdict.Open => 2,
            Verdict.CannotTell => 1,
            _ => 0,
        };

    private static Outcome Joined(Outcome leading, Outcome a, Outcome b, string op) =>
        leading with
        {
            Evidence = [.. a.Evidence, .. b.Evidence],
            Derivation = new()
            {
                Op = op,
                Args = [.. new[] { a.Derivation, b.Derivation }.Where(d => d is not null).Select(d => d!)],
                Text = leading.Verdict.ToString(),
            },
            Premise = a.Premise ?? b.Premise,
        };

    internal static IReadOnlyList<Evidence> Evidences(
        Evaluation evaluation,
        IReadOnlyList<Judged> judged,
        Judged? lead = null,
        bool informs = true
    )
    {
        if (judged.Count == 0)
            judged =
            [
                .. Authorities
                    .Order(evaluation.Answers, evaluation.Measure, evaluation.PointOfView)
                    .Select(a => new Judged(a, Match.Undecided, a.Number)),
            ];
        return
        [
            .. judged
                .Where(j =>
                    informs || j.Answer.Kind != AnswerKind.Informs || j.Answer.Note?.StartsWith("by ", StringComparison.Ordinal) == true
                )
                .Take(MostEvidence)
                .Select(j => Evidence(j, ReferenceEquals(j, lead))),
        ];
    }

    internal static Evidence Evidence(Judged judged, bool lead)
    {
        var answer = judged.Answer;
        var number = answer.Number;
        return new()
        {
            Value = number?.Best,
            Text = number is null || answer.Kind == AnswerKind.Bound ? Wording.Value(answer) : null,
            Unit = number?.Unit.Symbol,
            Source = answer.Source,
            Published = answer.Published?.Text,
            Url = answer.Url,
            Basis =
                answer.Mirror ? (answer.Basis.Length > 0 ? $"{answer.Basis}, mirror" : "mirror")
                : answer.Basis.Length > 0 ? answer.Basis
                : null,
            Tier = answer.Tier,
            Lead = lead,
            Verdict =
                judged.Match == Match.Undecided
                || !(answer.Decides || answer.Kind is AnswerKind.Bound or AnswerKind.Mixed or AnswerKind.Estimated)
                    ? null
                    : Outcome.Of(judged.Match),
            Note =
                answer.Kind == AnswerKind.Informs && answer.Period is { } period && answer.Note != period.Text
                    ? $"{period.Text}{(answer.Note is null ? "" : "; " + answer.Note)}"
                    : answer.Note,
            Derivation = answer.Derivation,
        };
    }
}
