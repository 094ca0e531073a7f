using Entente.Checking;
using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Reports;
using Entente.Sources;

namespace Entente.Application.Composition;

/// <summary>Answers an expression: a value with every authority's figure, or for a test whether it holds.</summary>
internal static class Asking
{
    public static Outcome<Reports.Answer> Answer(string text, Knowledge knowledge, ClaimChecker checker)
    {
        var parsed = ClaimParser.Parse(text);
        if (parsed.Expression is not { } expression)
            return Problem(text, parsed.Error!);
        var typed = TypeChecker.Check(expression, knowledge.Names);
        if (typed.Expression is not { } elaborated)
            return Problem(text, typed.Errors[0]);
        var printed = ClaimPrinter.Print(expression);
        return typed.Type!.Kind == TypeKind.Truth ? Test(printed, elaborated, checker) : Value(printed, elaborated, checker);
    }

    /// <summary>What keeps an expression from being a claim: it cannot be read, its types do not fit, or it has a value and asserts nothing.</summary>
    public static IReadOnlyList<LanguageError> Faults(string text, Knowledge knowledge)
    {
        var parsed = ClaimParser.Parse(text);
        if (parsed.Expression is not { } expression)
            return [parsed.Error!];
        var typed = TypeChecker.Check(expression, knowledge.Names);
        if (typed.Expression is null)
            return typed.Errors;
        return typed.Type!.Kind == TypeKind.Truth
            ? []
            :
            [
                new LanguageError
                {
                    Position = text.Length,
                    Length = 0,
                    Found = "a question, which has a value",
                    Expected = "a claim, which is true or false",
                    Hint = "compare it with a value, e.g. trade(CHN, RUS, 2022) = 190e9 USD",
                },
            ];
    }

    private static Reports.Answer Test(string printed, Expression expression, ClaimChecker checker)
    {
        var outcome = checker.Test(expression);
        bool? holds = outcome.Verdict switch
        {
            Verdict.Supported => true,
            Verdict.Contradicted or Verdict.Close => false,
            _ => null,
        };
        return new Reports.Answer
        {
            Expression = printed,
            Holds = holds,
            Text = outcome.Verdict == Verdict.Judgement ? "judgement" : null,
            Unit = "truth",
            Explanation = outcome.Explanation,
            Reason = outcome.Reason,
            Alternatives = outcome.Evidence,
            Derivation = outcome.Derivation,
        };
    }

    private static Reports.Answer Value(string printed, Expression expression, ClaimChecker checker)
    {
        var evaluation = new Evaluator(checker.Now).Evaluate(expression);
        if (evaluation.Answers.Count == 0)
            return new Reports.Answer
            {
                Expression = printed,
                Reason = evaluation.Abstention,
                Explanation = evaluation.Abstention?.Text,
            };
        // Whose figure a claim would be held against answers the question too; where a claim could be held against none, there is no value.
        if (evaluation.Leading() is not { } lead)
            return Undecided(printed, evaluation);
        var number = lead.Value as NumberAnswer;
        return new Reports.Answer
        {
            Expression = printed,
            Value = number?.Best,
            Text = number is null ? Describe(lead.Value) : null,
            Low = number?.Range.Low,
            High = number?.Range.High,
            Unit = number?.Unit.Symbol,
            Alternatives =
            [
                EvidenceOf(lead, lead: true),
                .. evaluation.Answers.Where(a => a != lead && a.Kind != AnswerKind.Informs).Select(a => EvidenceOf(a, lead: false)),
            ],
            Derivation = lead.Derivation,
        };
    }

    /// <summary>Figures for a part, for another period, or told differently by each side: they are shown, and none of them is the value.</summary>
    private static Reports.Answer Undecided(string printed, Evaluation evaluation)
    {
        var bound = evaluation.Answers.FirstOrDefault(a => a.Kind == AnswerKind.Bound && !a.Contested);
        var reason =
            evaluation.Abstention
            ?? (
                evaluation.Answers.Any(a => a.Contested)
                    ? new Abstention("disputed", "told differently by each side")
                    : new Abstention("no-data", $"no figure is recorded for exactly {printed}")
            );
        var range = bound?.Number?.Range;
        return new Reports.Answer
        {
            Expression = printed,
            Low = range?.Low,
            High = range?.High,
            Unit = bound?.Number?.Unit.Symbol,
            Reason = reason,
            Explanation = bound is null ? reason.Text : Bounds.Describe(bound),
            Alternatives = [.. evaluation.Answers.Select(a => EvidenceOf(a, lead: false) with { Note = a.Note })],
            Derivation = (bound ?? evaluation.Answers[0]).Derivation,
        };
    }

    private static string Describe(AnswerValue value) =>
        value switch
        {
            DateAnswer date => date.Date.Text,
            SetAnswer set => "{" + string.Join(", ", set.Members) + "}",
            ChoiceAnswer choice => choice.Choice.ToString().ToLowerInvariant(),
            TruthAnswer truth => truth.Holds ? "true" : "false",
            _ => value.ToString() ?? "",
        };

    private static Evidence EvidenceOf(Entente.Checking.Evaluating.Answer answer, bool lead) =>
        new()
        {
            Value = (answer.Value as NumberAnswer)?.Best,
            Text = answer.Value is NumberAnswer ? null : Describe(answer.Value),
            Unit = (answer.Value as NumberAnswer)?.Unit.Symbol,
            Source = answer.Source,
            Published = answer.Published?.Text,
            Url = answer.Url,
            Basis = answer.Basis,
            Tier = answer.Tier,
            Lead = lead,
            // Whose entry it is must be seen wherever the figure is.
            Note = answer.Own ? answer.Note : null,
            Derivation = answer.Derivation,
        };

    private static InputProblem Problem(string text, LanguageError error) =>
        new()
        {
            Where = $"entente ask: character {error.Position + 1}",
            Found = error.Found,
            Expected = error.Expected,
            Hint = error.Hint,
        };
}
