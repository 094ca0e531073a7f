using System.Globalization;
using Entente.Models.Oil;
using Entente.Reports.Pages;

namespace Entente.Application.Outputs.Oil;

/// <summary>The answer about oil as a page: by market, what becomes of the world price, what other caps would do, and what was read.</summary>
internal static class OilPage
{
    public static ReportPage Of(OilAnswer answer)
    {
        var blocks = new List<Block>();
        if (answer.Question.Question.Length > 0)
            blocks.Add(new TextBlock(answer.Question.Question));
        blocks.AddRange(FixedNumbers.Lines(answer.Question.Fixed).Select(l => new TextBlock(l)));
        blocks.Add(new TextBlock(OilWords.Units, Soft: true));
        if (answer.Converged)
            foreach (var told in answer.Cases)
                Case(blocks, told);
        else
            blocks.Add(
                new TextBlock(
                    new Words(new Span("No answer:", SpanStyle.Strong), new Span("no world price and volume could be made to agree."))
                )
            );
        blocks.Add(new HeadingBlock(2, "What to know"));
        if (answer.Converged && OilWords.Held(answer) is { Length: > 0 } held)
            blocks.Add(new TextBlock(held));
        blocks.AddRange(answer.Question.Notes.Select(n => new TextBlock(n, Soft: true)));
        return new()
        {
            Title = answer.Question.Name,
            Blocks = blocks,
            Foot = string.Create(
                CultureInfo.InvariantCulture,
                $"{answer.Draws} draws, seed {answer.Seed}. {answer.Question.Figures.Cited} parts of the file cited, {answer.Question.Figures.Assumed} assumed. {OilWords.Meaning}"
            ),
        };
    }

    private static void Case(List<Block> blocks, OilCaseAnswer told)
    {
        blocks.Add(new HeadingBlock(2, told.Case.Name));
        blocks.AddRange(OilCharts.Of(told).Select(c => new ChartBlock(c)));
        if (told.Caps.Count > 0)
            blocks.Add(
                new TableBlock(
                    $"Other caps, {told.Case.Name}",
                    [new("Cap"), new("volume", true), new("price", true), new("revenue", true), new("world price", true)],
                    [
                        .. told.Caps.Select(c =>
                            (IReadOnlyList<Words>)
                                [
                                    OilWords.Cap(c.Cap),
                                    OilWords.Range(c.Volume, OilWords.Volume),
                                    OilWords.Range(c.Price),
                                    OilWords.Range(c.Revenue),
                                    OilWords.Number(c.WorldPrice.Mode),
                                ]
                        ),
                    ]
                )
            );
        if (told.Fits.Count > 0)
            blocks.Add(
                new TableBlock(
                    $"The model beside figures that were read, {told.Case.Name}",
                    [new("Read"), new("figure", true), new("model", true), new("90 % of draws")],
                    [
                        .. told.Fits.Select(f =>
                        {
                            var form = OilWords.Form(f.Observed.Measure);
                            return (IReadOnlyList<Words>)
                                [
                                    new Words(new Span(OilWords.What(f.Observed)), new Span(f.Observed.Source, SpanStyle.Small)),
                                    form(f.Observed.Value),
                                    OilWords.Range(f.Modelled, form),
                                    f.Within switch
                                    {
                                        true => "✓ within",
                                        false => "✗ outside",
                                        null => "",
                                    },
                                ];
                        }),
                    ]
                )
            );
    }
}
