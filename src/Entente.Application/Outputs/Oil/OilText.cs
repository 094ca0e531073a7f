using System.Globalization;
using Entente.Application.Outputs.Scenarios;
using Entente.Models.Oil;

namespace Entente.Application.Outputs.Oil;

/// <summary>The answer about oil as tables for a terminal.</summary>
internal static class OilText
{
    public static void Write(TextWriter output, OilAnswer answer)
    {
        var question = answer.Question;
        void Wrapped(string text, int indent = 0) => WhatifText.Wrapped(output, text, indent);
        output.WriteLine(question.Name);
        if (question.Question.Length > 0)
            Wrapped(question.Question);
        output.WriteLine();
        Wrapped(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Seller: {question.Seller}. {question.Figures.Cited} parts of the file cited, {question.Figures.Assumed} assumed; each says so there."
            )
        );
        foreach (var line in FixedNumbers.Lines(question.Fixed))
            Wrapped(line, 2);
        Wrapped(OilWords.Units + (answer.Draws > 0 ? " In brackets 90 % of the draws." : ""));
        output.WriteLine();
        if (!answer.Converged)
        {
            Wrapped("No answer: no world price and volume could be made to agree, and the numbers mean nothing.");
            return;
        }
        foreach (var told in answer.Cases)
            Case(output, told, Wrapped);
        if (OilWords.Held(answer) is { Length: > 0 } held)
            Wrapped(held);
        output.WriteLine(
            answer.Draws > 0
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"Draws: {answer.Draws}, seed {answer.Seed}; {answer.Failed} without an answer, in no interval"
                )
                : "Draws: none"
        );
        foreach (var note in question.Notes)
            Wrapped("Note: " + note, 2);
        Wrapped(OilWords.Meaning);
    }

    private static void Case(TextWriter output, OilCaseAnswer told, Action<string, int> wrapped)
    {
        var (market, central) = (told.Case, told.AsIs.Central);
        output.WriteLine(
            $"{market.Name}: world price {WhatifWords.Size(market.WorldPrice)}, cap {OilWords.Cap(market.Cap)}, "
                + $"ships outside {WhatifWords.Size(market.Fleet)}"
        );
        output.WriteLine(
            $"  price {OilWords.Range(told.AsIs.Price)}, discount {OilWords.Range(told.AsIs.Discount)}, volume {OilWords.Range(told.AsIs.Volume, OilWords.Volume)}"
        );
        wrapped(
            $"  discount by freight and grade {OilWords.Range(told.Transport)}, by buyers' power {OilWords.Range(told.Bargaining)}, by the cap {OilWords.Range(told.ByCap)}",
            4
        );
        output.WriteLine($"  {"buyer", -7}{"volume", 8}{"price", 8}{"discount", 10}{"bargained", 11}{"outside", 9}{"at cap", 8}");
        for (var b = 0; b < market.Buyers.Count; b++)
        {
            var sale = central.Sales[b];
            output.WriteLine(
                $"  {market.Buyers[b].Code, -7}{OilWords.Volume(sale.Volume), 8}{OilWords.Number(sale.Price), 8}"
                    + $"{OilWords.Number(central.WorldPrice - sale.Price), 10}{OilWords.Number(sale.Bargained), 11}"
                    + $"{OilWords.Volume(sale.Outside), 9}{OilWords.Volume(sale.Capped), 8}"
            );
        }
        if (told.Caps.Count > 0)
        {
            output.WriteLine($"  {"cap", -7}{"volume", -19}{"price", -19}{"revenue", -22}{"world price", 11}");
            foreach (var other in told.Caps)
                output.WriteLine(
                    $"  {OilWords.Cap(other.Cap), -7}{OilWords.Range(other.Volume, OilWords.Volume), -19}{OilWords.Range(other.Price), -19}"
                        + $"{OilWords.Range(other.Revenue, v => v.ToString("0", CultureInfo.InvariantCulture)), -22}{OilWords.Number(other.WorldPrice.Mode), 11}"
                );
        }
        if (told.Fits.Count > 0)
            output.WriteLine($"  {"read", -28}{"figure", 8}  model");
        foreach (var fit in told.Fits)
        {
            var form = OilWords.Form(fit.Observed.Measure);
            output.WriteLine(
                $"  {OilWords.What(fit.Observed), -28}{form(fit.Observed.Value), 8}  {OilWords.Range(fit.Modelled, form), -22}"
                    + (
                        fit.Within switch
                        {
                            true => "within",
                            false => "outside",
                            _ => "",
                        }
                    )
            );
        }
        output.WriteLine();
    }
}
