using Entente.Models.Equilibrium;

namespace Entente.Application.Outputs.Scenarios;

/// <summary>The runs of a scenario side by side: the same question under other elasticities.</summary>
internal static class WhatifRuns
{
    private const int Width = 80;
    private const int Codes = 6;

    public static void Write(TextWriter output, IReadOnlyList<ScenarioAnswer> answers)
    {
        foreach (var answer in answers)
        {
            WhatifText.Wrapped(output, $"Run {answer.Scenario.Run}", 2);
            WhatifText.Numbers(output, answer.Scenario);
        }
        output.WriteLine();
        var column = Math.Max(9, (Width - Codes) / answers.Count);
        // A value with its interval takes up to 24 places.
        var intervals = column >= 24;
        output.WriteLine(
            "Changes in per cent" + (intervals && answers.Any(a => a.Intervals is not null) ? "; in brackets 90 % of the draws" : "")
        );
        foreach (var outcome in Told(answers[0]))
        {
            output.WriteLine();
            output.WriteLine(Heading(outcome));
            Row(output, "", answers, column, a => a.Scenario.Run);
            foreach (var n in WhatifWords.Regions(answers[0]))
                if (answers.Any(a => a.Central is null || !double.IsNaN(Value(a, outcome, n))))
                    Row(output, answers[0].World.Regions[n].Code, answers, column, a => Cell(a, outcome, n, intervals));
        }
        output.WriteLine();
        WhatifText.Wrapped(
            output,
            "Real income is exact. First-order is terms plus volume of trade, as papers print it, and holds for changes of tariffs alone."
                + " Exports and imports are values, with world value added fixed.",
            0
        );
        output.WriteLine();
        foreach (var answer in answers)
        {
            if (answer.Sensitivity is { } sensitivity)
            {
                output.WriteLine($"Run {answer.Scenario.Run}");
                WhatifSensitivityText.Write(output, answer, sensitivity);
            }
        }
        foreach (var answer in answers)
        {
            output.WriteLine($"Run {answer.Scenario.Run}");
            if (answer.Central is null)
                output.WriteLine("No answer: what did not converge has no numbers.");
            WhatifText.Certificate(output, answer);
        }
    }

    // First-order is not one of the model's outcomes but the sum of two of them: told as null.
    private static IEnumerable<RegionOutcome?> Told(ScenarioAnswer answer)
    {
        yield return RegionOutcome.RealIncome;
        yield return RegionOutcome.RealWage;
        if (answer.FirstOrderHolds)
        {
            yield return RegionOutcome.TermsOfTrade;
            yield return RegionOutcome.VolumeOfTrade;
            yield return null;
        }
        yield return RegionOutcome.Exports;
        yield return RegionOutcome.Imports;
        if (answer.Scenario.Bloc.Count > 0)
            yield return RegionOutcome.ImportsFromBloc;
    }

    private static string Heading(RegionOutcome? outcome) =>
        outcome is { } one ? WhatifWords.Of(one) : "first-order welfare, terms plus volume";

    private static double Value(ScenarioAnswer answer, RegionOutcome? outcome, int n) =>
        answer.Central is not { } central ? double.NaN
        : outcome is { } one ? central[(int)one][n]
        : central[(int)RegionOutcome.TermsOfTrade][n] + central[(int)RegionOutcome.VolumeOfTrade][n];

    private static string Cell(ScenarioAnswer answer, RegionOutcome? outcome, int n, bool intervals)
    {
        var value = Value(answer, outcome, n);
        if (double.IsNaN(value))
            return "–";
        return intervals && outcome is { } one && answer.Intervals?[(int)one][n] is { } drawn
            ? $"{WhatifWords.Percent(value)} [{WhatifWords.Percent(drawn.Low)}, {WhatifWords.Percent(drawn.High)}]"
            : WhatifWords.Percent(value);
    }

    private static void Row(
        TextWriter output,
        string first,
        IReadOnlyList<ScenarioAnswer> answers,
        int column,
        Func<ScenarioAnswer, string> cell
    ) => output.WriteLine((first.PadRight(Codes) + string.Concat(answers.Select(a => cell(a).PadRight(column)))).TrimEnd());
}
