using Entente.Checking.Evaluating;

namespace Entente.Checking;

/// <summary>Figures of which only a side is known, in words.</summary>
public static class Bounds
{
    /// <summary>`Indian Commerce Ministry: at least $50.79bn (2022-04..2022-08 alone, a part of 2022)`.</summary>
    public static string Describe(Answer answer) =>
        Wording.Sentence($"{Wording.Who(answer)}: {Wording.Value(answer)}{(answer.Note is { } note ? $" ({note})" : "")}");
}
