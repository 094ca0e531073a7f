using System.Globalization;
using System.Net;
using Entente.Application.Outputs.Scenarios;
using Entente.Models.Oil;

namespace Entente.Application.Outputs.Oil;

/// <summary>The answer about oil as one page with bars. No script, nothing loaded.</summary>
internal static class OilHtml
{
    private const double Width = 300;

    public static void Write(TextWriter output, OilAnswer answer)
    {
        WhatifHtml.Head(output, answer.Question.Name);
        if (answer.Question.Question.Length > 0)
            output.WriteLine($"<p>{Text(answer.Question.Question)}</p>");
        foreach (var line in FixedNumbers.Lines(answer.Question.Fixed))
            output.WriteLine($"<p>{Text(line)}</p>");
        output.WriteLine($"<p class=\"soft\">{OilWords.Units}</p>");
        if (answer.Converged)
            foreach (var told in answer.Cases)
                Case(output, told);
        else
            output.WriteLine("<p><strong>No answer:</strong> no world price and volume could be made to agree.</p>");
        output.WriteLine($"<p>{Text(answer.Converged ? OilWords.Held(answer) : "")}</p>");
        foreach (var note in answer.Question.Notes)
            output.WriteLine($"<p class=\"soft\">{Text(note)}</p>");
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<p class=\"soft\">{answer.Draws} draws, seed {answer.Seed}. {answer.Question.Figures.Cited} parts of the file cited, {answer.Question.Figures.Assumed} assumed. {OilWords.Meaning}</p></body></html>"
            )
        );
    }

    private static void Case(TextWriter output, OilCaseAnswer told)
    {
        output.WriteLine($"<h2>{Text(told.Case.Name)}</h2>");
        var price = told.Case.WorldPrice.Mode;
        output.WriteLine("<table><thead><tr><th>Of the world price<th>US$ a barrel<th></tr></thead><tbody>");
        Row("reaches the seller", told.AsIs.Price);
        Row("freight and grade", told.Transport);
        Row("buyers' power", told.Bargaining);
        Row("the cap", told.ByCap);
        output.WriteLine("</tbody></table>");
        if (told.Caps.Count > 0)
        {
            output.WriteLine("<table><thead><tr><th>Cap<th>volume<th>price<th>revenue<th>world price</tr></thead><tbody>");
            foreach (var other in told.Caps)
                output.WriteLine(
                    $"<tr><td>{OilWords.Cap(other.Cap)}<td>{OilWords.Range(other.Volume, OilWords.Volume)}<td>{OilWords.Range(other.Price)}<td>{OilWords.Range(other.Revenue)}<td>{OilWords.Number(other.WorldPrice.Mode)}</tr>"
                );
            output.WriteLine("</tbody></table>");
        }
        if (told.Fits.Count == 0)
            return;
        output.WriteLine("<table><thead><tr><th>Read<th>figure<th>model<th></tr></thead><tbody>");
        foreach (var fit in told.Fits)
        {
            var form = OilWords.Form(fit.Observed.Measure);
            output.WriteLine(
                $"<tr><td>{Text(OilWords.What(fit.Observed))} <small>{Text(fit.Observed.Source)}</small><td>{form(fit.Observed.Value)}<td>{OilWords.Range(fit.Modelled, form)}<td>{(fit.Within is false ? "outside" : fit.Within is true ? "within" : "")}</tr>"
            );
        }
        output.WriteLine("</tbody></table>");

        void Row(string what, OilNumber number) =>
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<tr><td>{what}<td>{OilWords.Range(number)}<td><svg width=\"{Width:0}\" height=\"14\" role=\"img\"><title>{what}: {OilWords.Number(number.Mode)}</title><rect class=\"{(what == "reaches the seller" ? "up" : "down")}\" x=\"0\" y=\"1\" height=\"12\" width=\"{Math.Clamp(Width * number.Mode / price, 0, Width):0.#}\"/></svg></tr>"
                )
            );
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
