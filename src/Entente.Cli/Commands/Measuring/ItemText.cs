using Entente.Measures.Trade;
using Entente.Sources.TradeMeasures;

namespace Entente.Cli.Commands.Measuring;

/// <summary>The measures by item for a terminal.</summary>
internal static class ItemText
{
    public static void Write(TextWriter output, TradeYear year, ItemReading items)
    {
        var (a, b) = (year.First, year.Second);
        output.WriteLine();
        output.WriteLine($"By item: {items.Items} headings of {items.Digits} digits, {items.Source}");
        output.WriteLine(Figures.Row("flow", 14, "intensity I", "complement. C", "bias B", "Michaely"));
        Flow(output, $"{a} to {b}", items.FirstToSecond, items.FirstFits);
        Flow(output, $"{b} to {a}", items.SecondToFirst, items.SecondFits);
        output.WriteLine(
            $"concentration over items (HHI 0–10,000): {a} exports {Points(items, 0)}, imports {Points(items, 1)}; {b} exports {Points(items, 2)}, imports {Points(items, 3)}"
        );
        Advantages(output, a, items.FirstAdvantages);
        Advantages(output, b, items.SecondAdvantages);
        Dependencies(output, a, b, items, items.FirstDependsOnSecond);
        Dependencies(output, b, a, items, items.SecondDependsOnFirst);
        Figures.Note(output, "I = C·B; C above 1: the buyer wants what the seller sells. Michaely 0 to 100. RCA: Balassa (1965).");
        Figures.Note(
            output,
            "dependent: imports concentrated (HHI > 0.4), from outside (> 0.5), above own exports (> 1), European Commission SWD(2021) 352."
        );
    }

    private static void Flow(TextWriter output, string name, IntensityMeasures measures, TradeFigure fit) =>
        output.WriteLine(
            Figures.Row(
                name,
                14,
                Figures.Ratio(measures.Intensity),
                Figures.Ratio(measures.Complementarity),
                Figures.Ratio(measures.Bias),
                Figures.Ratio(fit)
            )
        );

    private static string Points(ItemReading items, int place) => Figures.Points(items.Concentration[place].Points);

    private static void Advantages(TextWriter output, string state, IReadOnlyList<ItemAdvantage> advantages)
    {
        if (advantages.Count > 0)
            Figures.Note(
                output,
                $"advantage of {state} (RCA): {string.Join(", ", advantages.Select(i => $"{i.Item} {Figures.Text(i.Advantage, "0.0")}"))}"
            );
    }

    private static void Dependencies(
        TextWriter output,
        string state,
        string on,
        ItemReading items,
        IReadOnlyList<ItemDependency> dependencies
    ) =>
        Figures.Note(
            output,
            !items.BySellers ? $"dependence of {state} on {on} by item: no suppliers in this dataset"
                : dependencies.Count == 0 ? $"{state} is dependent on {on} in no heading"
                : $"{state} is dependent on {on} in: {string.Join(", ", dependencies.Select(d => $"{d.Item} (US$ {Figures.Billions(d.Imports)} bn, {Figures.Percent(d.Test.FirstShare)} %)"))}"
        );
}
