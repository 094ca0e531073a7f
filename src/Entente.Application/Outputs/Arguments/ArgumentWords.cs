using System.Globalization;
using Entente.Checking.Reasoning;
using Entente.Models;
using Entente.Models.Declared;

namespace Entente.Application.Outputs.Arguments;

/// <summary>What the forms of an argument's report share.</summary>
internal static class ArgumentWords
{
    /// <summary>In place of what drives a claim.</summary>
    public const string TooFew = "not told: too few draws turn it";

    /// <summary>Printed with every share.</summary>
    public const string Label = "Robustness under declared ranges is not a forecast probability.";

    /// <summary>Who is named with an assumed number did not write the number; null where no number is of that kind.</summary>
    public static string? Readings(DeclaredArgument argument) =>
        argument.Inputs.Any(i => i.Assumed.Length > 0)
            ? "Where a number is assumed, the words are of whom it names and the figure is this file's reading of them."
            : null;

    /// <summary>Indices below this are noise.</summary>
    public const double LeastIndex = 0.01;

    public static string Number(double value) =>
        // What a search leaves of nothing is nothing.
        Math.Abs(value) < 1e-12
            ? "0"
        : Math.Abs(value) is >= 1e6 or < 1e-3 ? value.ToString("0.###e+0", CultureInfo.InvariantCulture)
        : value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>Without its sign. What is nearly all or nothing is not rounded to it.</summary>
    public static string Percent(double share) =>
        (100 * share).ToString(share is > 0 and < 0.0095 or > 0.9905 and < 1 ? "0.##" : "0.#", CultureInfo.InvariantCulture);

    public static string Range(Spread range) =>
        range.IsExact ? Number(range.Mode) : $"{Number(range.Low)} … {Number(range.Mode)} … {Number(range.High)}";

    public static string Source(ArgumentSource source)
    {
        var parts = new List<string> { source.Author };
        if (source.Title.Length > 0)
            parts.Add(source.Title);
        parts.Add(source.Date);
        if (source.Position is var (start, end))
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"characters {start} to {end}"));
        return string.Join(", ", parts);
    }

    /// <summary>"holds in 93 % of draws [92, 94]".</summary>
    public static string Holds(ClaimAnswer claim) =>
        claim.P is { } p && claim.Interval is var (low, high)
            ? $"holds in {Percent(p)} % of draws [{Percent(low)}, {Percent(high)}]"
            : "has no value in any draw";

    public static string AtModes(bool? holds) =>
        holds switch
        {
            true => "holds",
            false => "fails",
            null => "has no value",
        };

    public static string Drivers(ClaimAnswer claim)
    {
        if (claim.Drivers.Count == 0)
            return claim.P is > 0 and < 1 ? TooFew : "nothing: it is the same in every draw";
        var telling = claim.Drivers.Where(d => d.Sobol!.Total >= LeastIndex).ToList();
        var listed = telling.Select(d =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{d.Input.Name} {Math.Max(0, d.Sobol!.First):0.00}/{d.Sobol.Total:0.00}/{d.Morris?.MeanAbsolute:0.00}"
            )
        );
        var idle = claim.Drivers.Count - telling.Count;
        return string.Join(", ", listed) + (idle > 0 ? $"; {idle} more below {LeastIndex.ToString(CultureInfo.InvariantCulture)}" : "");
    }

    public static string? Breaks(ClaimAnswer claim) =>
        claim.Breaks is { } box
            ? $"{string.Join(" and ", box.Sides.Select(Side))} (fails in {Percent(box.Failing)} % of such draws; {Percent(box.Coverage)} % of its failures are there)"
            : null;

    public static string Side(BrokenSide side) =>
        double.IsNegativeInfinity(side.Low) ? $"{side.Input.Name} <= {Number(side.High)}"
        : double.IsPositiveInfinity(side.High) ? $"{side.Input.Name} >= {Number(side.Low)}"
        : $"{side.Input.Name} from {Number(side.Low)} to {Number(side.High)}";

    /// <summary>Each number with the value at which the claim turns, those that do first.</summary>
    public static IEnumerable<string> Flips(ClaimAnswer claim)
    {
        foreach (var flip in claim.Flips.Where(f => f.Within is not null))
            yield return $"{flip.Input.Name} at {Number(flip.Within!.Value)} (declared {Range(flip.Input.Range)})";
        foreach (var flip in claim.Flips.Where(f => f.Beyond is not null))
            yield return $"{flip.Input.Name} only beyond its range, at {Number(flip.Beyond!.Value)}";
        if (
            string.Join(", ", claim.Flips.Where(f => f is { Within: null, Beyond: null }).Select(f => f.Input.Name)) is
            { Length: > 0 } never
        )
            yield return $"none within range or five ranges beyond: {never}";
    }

    public static string Voices(ClaimAnswer claim)
    {
        if (claim.AtModes is null || claim.Voices.Count == 0)
            return "nobody's";
        var turning = claim
            .Voices.Where(v => v.Turns > 0)
            .Select(v => $"{v.Author} (in {Percent(v.Turns)} % of draws of {Own(v)})")
            .ToList();
        var still = claim.Voices.Where(v => v.Turns == 0).Select(v => v.Author).ToList();
        return turning.Count == 0 ? $"nobody's alone ({string.Join(", ", still)})"
            : still.Count == 0 ? string.Join(", ", turning)
            : $"{string.Join(", ", turning)}; not those of {string.Join(", ", still)}";
    }

    /// <summary>Whose a number is: name and date, or the formula's ground.</summary>
    public static string Whose(DeclaredInput input) =>
        input.Origin == InputOrigin.Stated || input.Date.Length > 0 ? $"{input.Author}, {input.Date}" : input.Author;

    private static string Own(VoiceTurn voice) => voice.Inputs == 1 ? "that number" : $"those {voice.Inputs} numbers";
}
