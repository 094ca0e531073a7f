using System.Globalization;
using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Models;
using Entente.Models.Declared;

namespace Entente.Checking.Reasoning;

/// <summary>What the trade model says of a region in a scenario, as a fraction: what is lost is above zero.</summary>
public enum TradeLoss
{
    /// <summary>Real income.</summary>
    Income,
    Exports,
    Imports,
}

/// <summary>A formula's value, and what it rests on.</summary>
public sealed record FormulaValue(Spread Range, IReadOnlyList<InputEvidence> Evidence, bool FromRecord, bool FromTradeModel);

/// <summary>
/// Works out the formulas of an argument's numbers: arithmetic over expressions of the claim language, each answered as `ask` answers it, and over
/// `loss(REGION, scenario: "FILE")`. A range comes of it where authorities differ, where digits leave one open, and where the trade model's inputs are
/// ranges; parts of one formula are put together at the corners of their ranges.
/// </summary>
public sealed class FormulaReader
{
    private const int MostParts = 8;

    private readonly Evaluator evaluator;
    private readonly ITypeEnvironment names;
    private readonly Func<string, string, TradeLoss, (Spread Range, string Said)> loss;

    /// <param name="evaluator">Answers as of its day.</param>
    /// <param name="names">What expressions may name.</param>
    /// <param name="loss">A region, a scenario's file as written, and what is lost → the model's answer. May throw of the file.</param>
    public FormulaReader(Evaluator evaluator, ITypeEnvironment names, Func<string, string, TradeLoss, (Spread Range, string Said)> loss) =>
        (this.evaluator, this.names, this.loss) = (evaluator, names, loss);

    /// <summary>The value, or what is wrong with the formula.</summary>
    public (FormulaValue? Value, LanguageError? Error) Read(Expression formula)
    {
        var run = new Run(this);
        var shape = run.Shape(formula);
        if (run.Error is { } error)
            return (null, error);
        if (run.Parts.Count > MostParts)
            return (
                null,
                Error(
                    formula,
                    $"{run.Parts.Count} figures",
                    $"at most {MostParts} in one formula",
                    "write two numbers and join them in a payoff"
                )
            );
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        var at = new double[run.Parts.Count];
        for (var corner = 0; corner < 1 << at.Length; corner++)
        {
            for (var p = 0; p < at.Length; p++)
                at[p] = (corner & (1 << p)) == 0 ? run.Parts[p].Low : run.Parts[p].High;
            var value = shape(at);
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }
        for (var p = 0; p < at.Length; p++)
            at[p] = run.Parts[p].Mode;
        var mode = shape(at);
        if (!double.IsFinite(low) || !double.IsFinite(high) || !double.IsFinite(mode))
            return (null, Error(formula, "no finite number", "a formula that has one at every end of its figures' ranges", null));
        return (
            new(
                new(Math.Min(low, mode), mode, Math.Max(high, mode)),
                [.. run.Evidence.DistinctBy(e => e.Id)],
                run.FromRecord,
                run.FromTradeModel
            ),
            null
        );
    }

    /// <summary>What an expression of the record says, for a reader; null where it says nothing.</summary>
    public IReadOnlyList<InputEvidence>? Said(Expression expression)
    {
        var typed = TypeChecker.Check(expression, names);
        return typed.Expression is { } elaborated && evaluator.Evaluate(elaborated) is { Answers: [var lead, ..] }
            ? [.. Rows(lead.Derivation).Append(new(expression.ToString(), Words(lead)))]
            : null;
    }

    private static LanguageError Error(Expression at, string found, string expected, string? hint) =>
        new()
        {
            Position = at.Span.Start,
            Length = at.Span.Length,
            Found = found,
            Expected = expected,
            Hint = hint,
        };

    private static string Words(Answer answer)
    {
        var value = answer.Number is { } n
            ? n.Unit.Dimension == Quantities.Dimension.Share
                ? string.Create(CultureInfo.InvariantCulture, $"{100 * n.Best:0.##} %")
                : string.Create(CultureInfo.InvariantCulture, $"{n.Best:G6} {n.Unit.Symbol}")
            : answer.Derivation.Text ?? "";
        return $"{value} ({answer.Source}{(answer.Published is { } p ? $", {p.Text}" : "")})".Trim();
    }

    private static IEnumerable<InputEvidence> Rows(Derivation derivation)
    {
        if (derivation.Source is { } source)
            yield return new(
                source.Row,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{derivation.Op} {derivation.Value:G6} ({source.Source}{(source.Published is { } p ? $", {p}" : "")})"
                )
            );
        foreach (var row in derivation.Args.SelectMany(Rows))
            yield return row;
    }

    /// <summary>One formula: its figures as parts, and the arithmetic over them.</summary>
    private sealed class Run(FormulaReader reader)
    {
        public List<Spread> Parts { get; } = [];

        public List<InputEvidence> Evidence { get; } = [];

        public bool FromRecord { get; private set; }

        public bool FromTradeModel { get; private set; }

        public LanguageError? Error { get; private set; }

        public Func<double[], double> Shape(Expression expression)
        {
            switch (expression)
            {
                case QuantityLiteral q:
                    return _ => q.Number.Value;
                case Negate n when Shape(n.Operand) is var inner:
                    return at => -inner(at);
                case Arithmetic a when HasOwnPart(a) && Shape(a.Left) is var left && Shape(a.Right) is var right:
                    return a.Operator switch
                    {
                        ArithmeticOperator.Add => at => left(at) + right(at),
                        ArithmeticOperator.Subtract => at => left(at) - right(at),
                        ArithmeticOperator.Multiply => at => left(at) * right(at),
                        _ => at => left(at) / right(at),
                    };
                case Call { Function: "loss" } call:
                    return Part(Loss(call));
                default:
                    return Part(Recorded(expression));
            }
        }

        // What has no literal and no loss in it is one question to the record, which knows what goes with what: a difference of two authorities is none.
        private static bool HasOwnPart(Expression expression) =>
            AssertionForm.Parts(expression).Any(p => p is Call { Function: "loss" })
            || expression is Arithmetic { Left: var left, Right: var right }
                && (IsLiteral(left) || IsLiteral(right) || HasOwnPart(left) || HasOwnPart(right));

        private static bool IsLiteral(Expression expression) => expression is QuantityLiteral or Negate { Operand: QuantityLiteral };

        private Func<double[], double> Part(Spread? range)
        {
            var place = Parts.Count;
            Parts.Add(range ?? Spread.Exactly(double.NaN));
            return at => at[place];
        }

        private Spread? Recorded(Expression expression)
        {
            var typed = TypeChecker.Check(expression, reader.names);
            if (typed.Expression is not { } elaborated)
            {
                Error ??= typed.Errors[0];
                return null;
            }
            var evaluation = reader.evaluator.Evaluate(elaborated);
            var answers = evaluation
                .Answers.Where(a => a.Number is not null && a.Kind is not (AnswerKind.Informs or AnswerKind.Bound))
                .ToList();
            if (answers is not [{ Number: { } lead }, ..])
            {
                Fail(expression, "no figure of the record", $"one that it has ({evaluation.Abstention?.Text ?? "this is no number"})");
                return null;
            }
            FromRecord = true;
            foreach (var answer in answers)
                Evidence.AddRange(Rows(answer.Derivation));
            // Figures of other units or terms are not of this range.
            var alike = answers.Where(a => a.Number!.Unit.Symbol == lead.Unit.Symbol).ToList();
            return new(
                Math.Min(lead.Best, alike.Min(a => a.Number!.Range.Low)),
                lead.Best,
                Math.Max(lead.Best, alike.Max(a => a.Number!.Range.High))
            );
        }

        private Spread? Loss(Call call)
        {
            var region = call.Arguments.FirstOrDefault(a => a.Name is null)?.Value as NameReference;
            var file = call.Arguments.FirstOrDefault(a => a.Name == "scenario")?.Value as StringLiteral;
            var of = call.Arguments.FirstOrDefault(a => a.Name == "of")?.Value;
            var what = of switch
            {
                null or NameReference { Name: "income" } => TradeLoss.Income,
                NameReference { Name: "exports" } => TradeLoss.Exports,
                NameReference { Name: "imports" } => TradeLoss.Imports,
                _ => (TradeLoss?)null,
            };
            if (region is null || file is null || what is null || call.Arguments.Count > (of is null ? 2 : 3))
            {
                Fail(
                    call,
                    $"{LanguageError.Quote(call.ToString())} (other arguments)",
                    "loss(REGION, scenario: \"FILE.yml\") or with of: income, exports or imports"
                );
                return null;
            }
            FromTradeModel = true;
            var (range, said) = reader.loss(region.Name, file.Value, what.Value);
            Evidence.Add(new(file.Value, said));
            return range;
        }

        private void Fail(Expression at, string found, string expected) => Error ??= FormulaReader.Error(at, found, expected, null);
    }
}
