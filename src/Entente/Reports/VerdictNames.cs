using Entente.Checking;

namespace Entente.Reports;

/// <summary>How a verdict is called and signed, in one place: every report says it with a word and a sign, never by colour alone.</summary>
public static class VerdictNames
{
    /// <summary>Gravest first, the order in which summaries count.</summary>
    public static IReadOnlyList<Verdict> ByGravity { get; } =
    [
        Verdict.Inconsistent,
        Verdict.Contradicted,
        Verdict.Disputed,
        Verdict.Close,
        Verdict.Supported,
        Verdict.Open,
        Verdict.Judgement,
        Verdict.CannotTell,
    ];

    /// <summary>Mildest news first, the order of the summary line: what holds, what nearly holds, what fails, what cannot be said.</summary>
    public static IReadOnlyList<Verdict> ForSummary { get; } =
    [
        Verdict.Supported,
        Verdict.Close,
        Verdict.Contradicted,
        Verdict.Disputed,
        Verdict.Inconsistent,
        Verdict.Open,
        Verdict.Judgement,
        Verdict.CannotTell,
    ];

    /// <summary>The code in JSON and in style classes: `cannot-tell`.</summary>
    public static string Code(this Verdict verdict) =>
        verdict switch
        {
            Verdict.Supported => "supported",
            Verdict.Close => "close",
            Verdict.Contradicted => "contradicted",
            Verdict.Disputed => "disputed",
            Verdict.Inconsistent => "inconsistent",
            Verdict.Open => "open",
            Verdict.Judgement => "judgement",
            Verdict.CannotTell => "cannot-tell",
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "not a verdict"),
        };

    /// <summary>The word for people: `cannot tell`.</summary>
    public static string Word(this Verdict verdict) => verdict == Verdict.CannotTell ? "cannot tell" : verdict.Code();

    /// <summary>One character, one column wide.</summary>
    public static string Sign(this Verdict verdict) =>
        verdict switch
        {
            Verdict.Supported => "✓",
            Verdict.Close => "≈",
            Verdict.Contradicted => "✗",
            Verdict.Disputed => "±",
            Verdict.Inconsistent => "≠",
            Verdict.Open => "○",
            Verdict.Judgement => "◇",
            _ => "?",
        };

    /// <summary>What the verdict means, for legends.</summary>
    public static string Meaning(this Verdict verdict) =>
        verdict switch
        {
            Verdict.Supported => "the lead authority's figure agrees at the precision written",
            Verdict.Close => "off by at most one more unit of the last digit written",
            Verdict.Contradicted => "every admissible reading of the lead authority disagrees",
            Verdict.Disputed => "independent authorities differ",
            Verdict.Inconsistent => "the text contradicts itself",
            Verdict.Open => "a forecast or target whose time has not come",
            Verdict.Judgement => "an opinion; measures bear on it",
            _ => "the record does not decide it; the reason is given",
        };

    /// <summary>True for the verdicts that make a run end with status 1.</summary>
    public static bool IsWrong(this Verdict verdict) => verdict is Verdict.Contradicted or Verdict.Inconsistent;
}
