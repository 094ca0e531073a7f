using System.Globalization;
using System.Text;
using Entente.Numerics.Similarity;
using Entente.Sources.Similarity;

namespace Entente.Application.Outputs;

/// <summary>A pair and how alike it was, ready to be shown.</summary>
/// <param name="Panel">What was compared.</param>
/// <param name="First">One of the two.</param>
/// <param name="Second">The other.</param>
/// <param name="Query">What was asked.</param>
/// <param name="Reading">Which votes, in words; empty for all.</param>
/// <param name="Years">Period by period.</param>
internal sealed record ShownSimilarity(
    SimilarityPanel Panel,
    SimilarityUnit First,
    SimilarityUnit Second,
    SimilarityQuery Query,
    string Reading,
    IReadOnlyList<SimilarityYear> Years
);

/// <summary>The table for a terminal: one line for each session or year, at most 80 columns, definitions below.</summary>
internal static class SimilarityText
{
    private const int IntervalWidth = 13;
    private const string Mark = "↯";
    private const string None = "–";

    private sealed record Column(string Head, int Width, Func<SimilarityYear, string> Cell, Coefficient? Of = null);

    public static void Write(TextWriter output, ShownSimilarity shown, int width)
    {
        var panel = shown.Panel;
        Wrapped(output, Title(shown), width);
        foreach (var import in panel.Imports)
            Wrapped(output, $"  {import.Dataset} {import.Vintage} (import {import.Id})", width);
        output.WriteLine();
        if (shown.Years.Count == 0)
        {
            Wrapped(output, $"No {(panel.By == "session" ? "session" : "year")} in which both are known. Missing is not zero.", width);
            return;
        }
        var columns = Columns(shown);
        Line(output, columns.Select(c => Left(c) ? c.Head.PadRight(c.Width) : c.Head.PadLeft(c.Width)));
        foreach (var year in shown.Years)
            Line(output, columns.Select(c => Left(c) ? c.Cell(year).PadRight(c.Width) : c.Cell(year).PadLeft(c.Width)));
        output.WriteLine();
        foreach (var line in Below(shown, [.. columns.Select(c => c.Of).OfType<Coefficient>()]))
            Wrapped(output, line, width);
    }

    // What follows a number to the right of it stands beside it.
    private static bool Left(Column column) => column.Width == IntervalWidth || column.Head.Length == 0;

    private static void Line(TextWriter output, IEnumerable<string> cells) => output.WriteLine(string.Concat(cells).TrimEnd());

    private static string Title(ShownSimilarity shown)
    {
        var what = shown.Panel.On switch
        {
            "votes" => "votes in the UN General Assembly",
            "atop" => "alliance portfolios (ATOP)",
            "cow" => "alliance portfolios (Correlates of War)",
            var file => file,
        };
        return $"{shown.First.Name} and {shown.Second.Name}: {what}{(shown.Reading.Length > 0 ? $", {shown.Reading}" : "")}";
    }

    private static List<Column> Columns(ShownSimilarity shown)
    {
        var (panel, intervals) = (shown.Panel, shown.Query.Draws > 0);
        var columns = new List<Column>();
        if (panel.By == "session")
            columns.Add(new("session", 7, y => Whole(y.Period)));
        if (panel.By.Length > 0)
            columns.Add(new("year", 6, y => Whole(y.Year)));
        columns.Add(new("n", 5, y => Whole(y.Cases)));
        void Add(string head, Coefficient c, bool interval)
        {
            columns.Add(new(head, 8, y => Number(y[c]), c));
            if (interval && intervals)
                columns.Add(new("  95 %", IntervalWidth, y => Ends(y.Interval(c))));
        }
        // Agreement and S say the same: votes show the one, portfolios the other.
        if (panel.On == "votes")
            Add("agree", Coefficient.Agreement, true);
        else
            Add("S abs", Coefficient.SAbsolute, true);
        if (panel.On != "votes" && !intervals)
            Add("S sq", Coefficient.SSquared, false);
        if (panel.WeightName is { } weight && !intervals)
            columns.Add(new($"S {(weight.Length > 5 ? "wtd" : weight)}", 8, y => Number(y.Weighted?[Coefficient.SAbsolute])));
        Add("κ lin", Coefficient.KappaLinear, true);
        if (!intervals)
            Add("κ quad", Coefficient.KappaQuadratic, false);
        Add("π lin", Coefficient.PiLinear, false);
        Add("A abs", Coefficient.AAbsolute, false);
        if (shown.Query.Percentiles)
            columns.Add(
                new(
                    "rank",
                    6,
                    y =>
                        y.Percentile(Coefficient.KappaLinear) is { } p ? string.Create(CultureInfo.InvariantCulture, $"{100 * p:0}%") : None
                )
            );
        columns.Add(new("", 2, y => y.Coefficients.FlipsByChance ? " " + Mark : ""));
        return columns;
    }

    private static IEnumerable<string> Below(ShownSimilarity shown, IReadOnlyList<Coefficient> coefficients)
    {
        var (panel, years) = (shown.Panel, shown.Years);
        var flipped = years.Where(y => y.Coefficients.FlipsByChance).ToList();
        if (flipped.Count > 0)
            yield return $"{Mark} Correcting for chance turns the reading in {Whole(flipped.Count)} of {Whole(years.Count)}: "
                + (
                    flipped.TrueForAll(y => y[Coefficient.SAbsolute] > 0)
                        ? "alike by S, less alike than chance by κ."
                        : "S and κ have opposite signs."
                );
        var undefined = years
            .SelectMany(y => coefficients.Select(c => y.Coefficients.Why(c)))
            .OfType<Undefined>()
            .Distinct()
            .Order()
            .ToList();
        foreach (var why in undefined)
            yield return $"{None} not defined: {Why(why, panel)}.";
        yield return panel.On == "votes"
            ? "agree: mean of 1 − |x−y|/2 with yes, abstain, no one step apart; S abs is 2·agree − 1 and is not shown. n: votes both cast; who was absent has none."
            : $"S abs, sq: Signorino and Ritter's S with absolute and squared distances on the scale {string.Join(", ", panel.Categories)}; n: {panel.CaseName} in which both are known.";
        if (panel.WeightName is { } weight && shown.Query.Draws == 0)
            yield return $"S {weight}: S abs, each case weighted by its {weight}{Unweighed(years)}.";
        yield return "κ (Cohen), π (Scott), A (Benati and Capurri) correct for chance: by the two's own margins, by pooled margins, by the difference to S under independence. lin, abs: linear distances; quad: squared. The range is the scale's. JSON and CSV have all of them, nominal too.";
        if (shown.Query.Draws > 0)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"95 %: bootstrap over {panel.CaseName}, {shown.Query.Draws:#,0} draws, seed {shown.Query.Seed}, BCa (percentile, marked *, where BCa is not defined)."
            );
        if (shown.Query.Percentiles)
            yield return "rank: share of all other pairs of the same year that are less alike by κ lin.";
        foreach (var note in panel.Notes)
            yield return char.ToUpperInvariant(note[0]) + note[1..] + ".";
    }

    public static string Why(Undefined why, SimilarityPanel panel) =>
        why switch
        {
            Undefined.NoCases => $"no {panel.CaseName} in which both are known",
            Undefined.OneCategory => "both always in one and the same category, so that chance alone is certain to agree (0/0)",
            _ => "one of the two always in one category, which has no order",
        };

    private static string Unweighed(IReadOnlyList<SimilarityYear> years) =>
        years.Max(y => y.Unweighed) is > 0 and var most
            ? string.Create(CultureInfo.InvariantCulture, $" (up to {most} a year left out, weight unknown)")
            : "";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double? value) => value is { } number ? Signed(number, "0.000") : None;

    private static string Ends(ResampledInterval? interval)
    {
        if (interval is null)
            return "  " + None;
        var (low, high) = interval.Bca ?? (interval.Low, interval.High);
        return $"  {Signed(low, "0.00")}…{Signed(high, "0.00")}{(interval.Bca is null ? "*" : "")}";
    }

    private static string Signed(double value, string format)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return text[0] != '-' ? text
            : text.AsSpan(1).ContainsAnyExcept("0.") ? "−" + text[1..]
            : text[1..];
    }

    private static void Wrapped(TextWriter output, string text, int width)
    {
        var indent = text.Length - text.TrimStart().Length;
        var line = new StringBuilder(text[..indent]);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > indent && line.Length + 1 + word.Length > width)
            {
                output.WriteLine(line);
                line.Clear().Append(' ', indent + 2);
                line.Append(word);
                continue;
            }
            if (line.Length > indent)
                line.Append(' ');
            line.Append(word);
        }
        output.WriteLine(line);
    }
}
