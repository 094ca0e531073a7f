using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Quantities;

namespace Entente.Checking;

/// <summary>Sentences of explanations, kept short enough for one line of a terminal.</summary>
internal static class Wording
{
    public const int Longest = 160;

    public static string Sentence(string text)
    {
        if (text.Length == 0)
            return text;
        var sentence = text.Length > Longest ? string.Concat(text.AsSpan(0, Longest - 1), "…") : text;
        return char.IsLower(sentence[0]) ? char.ToUpperInvariant(sentence[0]) + sentence[1..] : sentence;
    }

    /// <summary>The first form that fits on a line.</summary>
    public static string Fitting(params ReadOnlySpan<string?> forms)
    {
        var shortest = "";
        foreach (var form in forms)
        {
            if (form is null)
                continue;
            if (form.Length <= Longest)
                return Sentence(form);
            shortest = form;
        }
        return Sentence(shortest);
    }

    /// <summary>A value as an editor writes it, with the digits its source gave.</summary>
    public static string Value(Answer answer, NumberAnswer? converted = null, bool signed = false) =>
        answer.Value switch
        {
            NumberAnswer n => Bounded(converted ?? n, answer.Kind == AnswerKind.Bound, signed),
            DateAnswer d => d.Date.Text,
            TruthAnswer t => t.Holds ? "true" : "false",
            ChoiceAnswer c => VoteRule.Word(c.Choice),
            SetAnswer s => string.Join(", ", s.Members),
            _ => "",
        };

    private static string Bounded(NumberAnswer n, bool bound, bool signed)
    {
        if (bound && double.IsInfinity(n.Range.High))
            return $"at least {Figures.Text(n.Range.Low, n.Unit, signed)}";
        if (bound && n.Range.Low <= 0)
            return $"at most {Figures.Text(n.Range.High, n.Unit, signed)}";
        if (bound && n.Range.Low < n.Range.High)
            return $"{Figures.Text(n.Range.Low, n.Unit, signed)} to {Figures.Text(n.Range.High, n.Unit, signed)}";
        return Figures.Text(n.Best, n.Unit, signed);
    }

    public static string Claim(Claimed claimed, bool signed)
    {
        var text = Figures.Text(
            claimed.Number.Value,
            claimed.Unit,
            signed && claimed.Relation is Relation.Equal or Relation.About,
            claimed.Number.LastDigit
        );
        if (claimed.Upper is { } upper)
            return $"{text} to {Figures.Text(upper.Value, claimed.Unit, false, upper.LastDigit)}";
        return claimed.Relation switch
        {
            Relation.About => $"about {text}",
            Relation.Greater => $"more than {text}",
            Relation.Less => $"less than {text}",
            Relation.GreaterOrEqual => $"at least {text}",
            Relation.LessOrEqual => $"at most {text}",
            _ => text,
        };
    }

    public static string Who(Answer answer) =>
        answer.Source.Length == 0 ? "By the calendar"
        : answer.Own ? $"{answer.Source} (own entry)"
        : answer.Source;

    /// <summary>Growth and changes are shown with their sign.</summary>
    public static bool IsSigned(Expression left) =>
        left switch
        {
            Call { Function: "growth" or "change" } => true,
            Call call => call.Function == "balance",
            Arithmetic { Operator: ArithmeticOperator.Subtract } => true,
            _ => false,
        };

    public static string In(Period? period) => period is null ? "" : $" in {period.Text}";
}
