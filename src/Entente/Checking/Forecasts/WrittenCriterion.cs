using Entente.Claims.Language;

namespace Entente.Checking.Forecasts;

/// <summary>A criterion that somebody writes by hand, in the claim language.</summary>
public static class WrittenCriterion
{
    /// <summary>The criterion as it is kept, and the last day of the period that it speaks of; null for what is no expression.</summary>
    public static (string Text, LocalDate? Deadline)? Read(string expression) =>
        ClaimParser.Parse(expression).Expression is { } parsed ? (ClaimPrinter.Print(parsed), Expressions.Latest(parsed)?.End) : null;
}
