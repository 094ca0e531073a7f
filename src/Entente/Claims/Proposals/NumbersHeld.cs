using Entente.Claims.Language;
using Entente.Quantities;
using Entente.Reading.Text;
using TokenKind = Entente.Reading.Text.TokenKind;

namespace Entente.Claims.Proposals;

/// <summary>
/// Whether every number of an assertion stands in its quotation, as Entente's own reader reads it: with its unit, and times as the text dates them. A
/// model that knows a figure must not lend it to a text that does not give it.
/// </summary>
internal sealed class NumbersHeld
{
    // What makes a first of many without a number.
    private static readonly HashSet<string> Superlatives = new(StringComparer.Ordinal)
    {
        "largest",
        "biggest",
        "top",
        "leading",
        "main",
        "most",
        "highest",
        "greatest",
        "principal",
        "primary",
        "foremost",
        "heaviest",
    };

    private readonly string quote;
    private readonly IReadOnlyList<QuantityMention> mentions;
    private readonly List<Period> periods = [];
    private readonly HashSet<double> digits = [];
    private readonly bool superlative;

    public NumbersHeld(string quote, Period? published)
    {
        this.quote = quote;
        var tokens = Tokenizer.Tokenize(quote);
        mentions = QuantityReader.Read(tokens).Mentions;
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (
                token.Kind == TokenKind.Number
                // Part of an amount or a share it counts nothing.
                && !mentions.Any(m =>
                    m.Kind is not (QuantityKind.Count or QuantityKind.Ordinal) && m.FirstToken <= index && index < m.EndToken
                )
                && WrittenNumber.TryParse(token.Text.Replace(",", "", StringComparison.Ordinal), out var number)
            )
                digits.Add(number.Value);
            superlative |= token.Kind == TokenKind.Word && Superlatives.Contains(token.Lower);
        }
        foreach (var time in TimeReader.Read(tokens, new TimeContext { Published = published }))
            if (time.Period is { } period)
                periods.Add(period);
    }

    /// <summary>The first number of the assertion that the quotation does not hold, as it is written there; null where it holds all.</summary>
    /// <param name="assertion">An assertion, its bare years elaborated to periods by the type checker.</param>
    public string? Missing(Expression assertion)
    {
        var structural = Structural(assertion);
        foreach (var part in AssertionForm.Parts(assertion))
        {
            var holds = part switch
            {
                QuantityLiteral literal => structural.Contains(literal, ReferenceEqualityComparer.Instance) || Holds(literal, assertion),
                PeriodLiteral period => Holds(period.Period),
                StringLiteral text => !text.Value.Any(char.IsDigit) || quote.Contains(text.Value, StringComparison.OrdinalIgnoreCase),
                _ => true,
            };
            if (!holds)
                return part.ToString();
        }
        return null;
    }

    /// <summary>The one of `now / then - 1` is no figure.</summary>
    private static List<object> Structural(Expression assertion) =>
        [
            .. AssertionForm
                .Parts(assertion)
                .OfType<Arithmetic>()
                .Where(a => a is { Operator: ArithmeticOperator.Subtract, Left: Arithmetic { Operator: ArithmeticOperator.Divide } })
                .Select(a => a.Right)
                .OfType<QuantityLiteral>()
                .Where(q => q.Number.Value == 1),
        ];

    private bool Holds(QuantityLiteral literal, Expression assertion)
    {
        foreach (var mention in mentions)
            if (
                SameUnit(literal, mention)
                && (Same(literal, mention.Number, mention) || (mention.Upper is { } upper && Same(literal, upper, mention)))
            )
                return true;
        foreach (var vote in mentions.Select(m => m.Vote).OfType<VoteCount>())
            if (
                literal.Unit.Dimension is Dimension.Count or Dimension.Number
                && (literal.Number.Value == vote.Yes || literal.Number.Value == vote.No || literal.Number.Value == vote.Abstain)
            )
                return true;
        var isPlain = literal.Unit.Dimension is Dimension.Number or Dimension.Count or Dimension.Rank;
        if (isPlain && digits.Contains(literal.Number.Value))
            return true;
        return isPlain && literal.Number.Value == 1 && superlative && IsRank(assertion);
    }

    private static bool IsRank(Expression assertion) =>
        AssertionForm.Parts(assertion).Any(p => p is Call { Function: "rank" or "highest" or "lowest" });

    private static bool Same(QuantityLiteral literal, WrittenNumber written, QuantityMention mention)
    {
        var (claimed, said) = (literal.Number.Value, written.Value);
        // "a third" is any number of per cent that rounds to it; a written number is itself.
        var slack =
            mention.Kind == QuantityKind.Fraction ? literal.Number.LastDigit / 2 : 1e-9 * Math.Max(Math.Abs(claimed), Math.Abs(said));
        return Math.Abs(Math.Abs(claimed) - Math.Abs(said)) <= slack;
    }

    private static bool SameUnit(QuantityLiteral literal, QuantityMention mention) =>
        literal.Unit.Dimension switch
        {
            Dimension.Money => mention.Kind == QuantityKind.Money && mention.Unit.Symbol == literal.Unit.Symbol,
            Dimension.Share => mention.Kind is QuantityKind.Percent or QuantityKind.Fraction,
            Dimension.PercentagePoints => mention.Kind == QuantityKind.PercentagePoints,
            Dimension.Number or Dimension.Count or Dimension.Rank => mention.Kind
                is QuantityKind.Count
                    or QuantityKind.Ordinal
                    or QuantityKind.Multiple
                    or QuantityKind.VoteResult,
            _ => mention.Unit.Symbol == literal.Unit.Symbol,
        };

    private bool Holds(Period period)
    {
        if (periods.Contains(period) || periods.Exists(p => p.Start == period.Start && p.End == period.End))
            return true;
        // A range whose ends the words name one by one.
        if (periods.Exists(p => p.Start == period.Start) && periods.Exists(p => p.End == period.End))
            return true;
        // Whole years that stand there as digits.
        return period.Start is { Month: 1, Day: 1 }
            && period.End is { Month: 12, Day: 31 }
            && digits.Contains(period.Start.Year)
            && digits.Contains(period.End.Year);
    }
}
