using Entente.Checking.Evaluating;
using Entente.Claims.Language;
using Entente.Record;

namespace Entente.Checking.Deduction;

/// <summary>The rules of voting bodies as the evaluator asks for them.</summary>
public sealed class VotingRules : IDeduction
{
    public DeductionResult? TryCheck(Expression expression, IRecord record, LocalDate asOf) =>
        DeductionChecker.TryCheck(expression, record) is { } outcome
            ? new()
            {
                Verdict = outcome.Verdict,
                Explanation = outcome.Explanation,
                Premise = outcome.Premise,
                Derivation = outcome.Derivation,
            }
            : null;
}
