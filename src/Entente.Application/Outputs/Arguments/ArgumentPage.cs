using System.Globalization;
using Entente.Checking.Reasoning;
using Entente.Reports.Pages;

namespace Entente.Application.Outputs.Arguments;

/// <summary>An argument's report as a page: how often each claim holds, what decides it, where it breaks, whose numbers turn it, and every assumption.</summary>
internal static class ArgumentPage
{
    public static ReportPage Of(ArgumentAnswer answer, ArgumentDivision? division)
    {
        var argument = answer.Argument;
        var blocks = new List<Block>();
        if (argument.Question.Length > 0)
            blocks.Add(new TextBlock(argument.Question));
        blocks.AddRange(FixedNumbers.Lines(argument.Fixed).Select(l => new TextBlock(l)));
        blocks.Add(new TextBlock(new Words(new Span(ArgumentWords.Label, SpanStyle.Strong))));
        if (ArgumentWords.Readings(argument) is { } readings)
            blocks.Add(new TextBlock(readings, Soft: true));
        if (ArgumentCharts.Holding(answer) is { } holding)
        {
            blocks.Add(new HeadingBlock(2, "How often the claims hold"));
            blocks.Add(new ChartBlock(holding));
        }
        for (var i = 0; i < answer.Claims.Count; i++)
            Claim(blocks, answer.Claims[i], i);
        if (division is not null)
            Division(blocks, division);
        Inputs(blocks, answer);
        if (argument.Notes.Count + answer.Warnings.Count > 0)
            blocks.Add(new HeadingBlock(2, "What to know"));
        blocks.AddRange(argument.Notes.Select(n => new TextBlock($"Left out: {n}", Soft: true)));
        blocks.AddRange(answer.Warnings.Select(w => new TextBlock($"{w}.", Soft: true)));
        return new()
        {
            Title = argument.Title,
            Meta = new Words(new Span(ArgumentWords.Source(argument.Source), Url: argument.Source.Address)),
            Blocks = blocks,
            Foot = string.Create(
                CultureInfo.InvariantCulture,
                $"Solved by {argument.Solution}; {answer.Draws} draws, seed {answer.Seed}, {answer.Failed} without a solution."
            ),
        };
    }

    private static void Claim(List<Block> blocks, ClaimAnswer claim, int index)
    {
        blocks.Add(new HeadingBlock(2, new Words(new Span(claim.Claim.Text, SpanStyle.Code))));
        if (claim.Claim.Says.Length > 0)
            blocks.Add(new TextBlock(claim.Claim.Says));
        var sign = claim.AtModes switch
        {
            true => "✓",
            false => "✗",
            null => "?",
        };
        blocks.Add(
            new TextBlock(
                new Words(
                    new Span($"{sign} At the modes it {ArgumentWords.AtModes(claim.AtModes)};", SpanStyle.Strong),
                    new Span($"it {ArgumentWords.Holds(claim)}.")
                )
            )
        );
        if (ArgumentWords.Breaks(claim) is { } breaks)
            blocks.Add(new TextBlock(new Words(new Span("Breaks when", SpanStyle.Strong), new Span($"{breaks}."))));
        blocks.Add(
            new TextBlock(new Words(new Span("Whose ranges turn it:", SpanStyle.Strong), new Span($"{ArgumentWords.Voices(claim)}.")))
        );
        if (ArgumentCharts.Turns(claim, index) is { } turns)
            blocks.Add(new ChartBlock(turns, Table: claim.Drivers.Count == 0));
        if (claim.Drivers.Count == 0)
        {
            blocks.Add(new TextBlock($"What drives it: {ArgumentWords.Drivers(claim)}."));
            return;
        }
        if (ArgumentCharts.Drivers(claim, index) is { } drivers)
            blocks.Add(new ChartBlock(drivers, Table: false));
        blocks.Add(
            new TableBlock(
                "What decides whether it holds",
                [
                    new("Assumption"),
                    new("Total index", true),
                    new("First order", true),
                    new("Morris µ*", true),
                    new("Whose"),
                    new("Turns at"),
                ],
                [.. claim.Drivers.Select(d => Driver(claim, d))]
            )
        );
    }

    private static IReadOnlyList<Words> Driver(ClaimAnswer claim, InputDriver driver)
    {
        var flip = claim.Flips.First(f => f.Input.Name == driver.Input.Name);
        var turns =
            flip.Within is { } within ? ArgumentWords.Number(within)
            : flip.Beyond is { } beyond ? $"{ArgumentWords.Number(beyond)}, beyond its range"
            : "none within range";
        return
        [
            driver.Input.Name,
            string.Create(CultureInfo.InvariantCulture, $"{driver.Sobol!.Total:0.00}"),
            string.Create(CultureInfo.InvariantCulture, $"{driver.Sobol.First:0.00}"),
            string.Create(CultureInfo.InvariantCulture, $"{driver.Morris?.MeanAbsolute:0.00}"),
            ArgumentWords.Whose(driver.Input),
            turns,
        ];
    }

    private static void Division(List<Block> blocks, ArgumentDivision division)
    {
        blocks.Add(new HeadingBlock(2, $"What divides {division.First.Source.Author} (A) and {division.Second.Source.Author} (B)"));
        blocks.Add(
            new TableBlock(
                "The share of draws in which each claim holds, under the numbers of either",
                [new("Claim"), new("A", true), new("B", true), new("Divided by")],
                [
                    .. division.Claims.Select(claim =>
                        (IReadOnlyList<Words>)
                            [
                                new Words(new Span(claim.Text, SpanStyle.Code)),
                                claim.P.First is { } a ? $"{ArgumentWords.Percent(a)} %" : "–",
                                claim.P.Second is { } b ? $"{ArgumentWords.Percent(b)} %" : "–",
                                string.Join(
                                    ", ",
                                    claim
                                        .Shares.Where(s => Math.Abs(s.Share) >= 0.005)
                                        .Select(s =>
                                            string.Create(
                                                CultureInfo.InvariantCulture,
                                                $"{s.First.Name} ({100 * s.Share:+0.#;-0.#} points)"
                                            )
                                        )
                                ),
                            ]
                    ),
                ]
            )
        );
    }

    private static void Inputs(List<Block> blocks, ArgumentAnswer answer)
    {
        blocks.Add(new HeadingBlock(2, "Assumptions"));
        blocks.Add(new TextBlock($"Payoffs in {answer.Argument.Unit}.", Soft: true));
        blocks.Add(
            new TableBlock(
                "Every number of the argument",
                [new("Name"), new("Low … mode … high"), new("Whose"), new("From")],
                [
                    .. answer.Argument.Inputs.Select(input =>
                        (IReadOnlyList<Words>)
                            [
                                new Words(new Span(input.Name), new Span(input.Meaning, SpanStyle.Small)),
                                ArgumentWords.Range(input.Range),
                                ArgumentWords.Whose(input),
                                new Words([
                                    .. input.Formulas.Distinct().Select(f => new Span(f, SpanStyle.Code)),
                                    .. input.Assumed.Length > 0 ? [new Span($"assumed: {input.Assumed}")] : (Span[])[],
                                    .. input.Evidence.Select(e => new Span($"{e.Id}: {e.Said}", SpanStyle.Small)),
                                ]),
                            ]
                    ),
                ]
            )
        );
    }
}
