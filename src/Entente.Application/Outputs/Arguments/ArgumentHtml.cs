using System.Globalization;
using System.Net;
using Entente.Application.Outputs;
using Entente.Checking.Reasoning;

namespace Entente.Application.Outputs.Arguments;

/// <summary>An argument's report as one page. No script, nothing loaded; every bar has its number beside it.</summary>
internal static class ArgumentHtml
{
    private const string Style =
        ":root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem}"
        + "table{border-collapse:collapse;margin:1rem 0}th,td{padding:.25rem .7rem;text-align:left;border-bottom:1px solid #8884;vertical-align:top}"
        + ".share{fill:#2f6f8f}.rest{fill:#8883}code{font-size:.95em}small,.soft{color:#767069}section{margin:2rem 0}h2{font-size:1.05rem}";

    public static void Write(TextWriter output, ArgumentAnswer answer, ArgumentDivision? division)
    {
        var argument = answer.Argument;
        output.WriteLine("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        output.WriteLine("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        output.WriteLine("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        output.WriteLine($"<title>{Text(argument.Title)}</title><style>{Style}{PageStyle.Anywhere}</style></head><body>");
        output.WriteLine($"<h1>{Text(argument.Title)}</h1>");
        output.WriteLine($"<p>{Link(argument.Source)}</p>");
        if (argument.Question.Length > 0)
            output.WriteLine($"<p>{Text(argument.Question)}</p>");
        foreach (var line in FixedNumbers.Lines(argument.Fixed))
            output.WriteLine($"<p>{Text(line)}</p>");
        output.WriteLine($"<p><strong>{Text(ArgumentWords.Label)}</strong></p>");
        if (ArgumentWords.Readings(argument) is { } readings)
            output.WriteLine($"<p>{Text(readings)}</p>");
        foreach (var claim in answer.Claims)
            Claim(output, claim);
        if (division is not null)
            Division(output, division);
        Inputs(output, answer);
        foreach (var note in argument.Notes)
            output.WriteLine($"<p class=\"soft\">Left out: {Text(note)}</p>");
        foreach (var warning in answer.Warnings)
            output.WriteLine($"<p class=\"soft\">{Text(warning)}.</p>");
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<p class=\"soft\">Solved by {Text(argument.Solution)}; {answer.Draws} draws, seed {answer.Seed}, {answer.Failed} without a solution.</p>"
            )
        );
        output.WriteLine("</body></html>");
    }

    private static string Link(ArgumentSource source)
    {
        var words = Text(ArgumentWords.Source(source));
        return Uri.TryCreate(source.Address, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? $"<a href=\"{Text(source.Address)}\" rel=\"noreferrer\">{words}</a>"
            : words;
    }

    private static void Claim(TextWriter output, ClaimAnswer claim)
    {
        output.WriteLine($"<section><h2><code>{Text(claim.Claim.Text)}</code></h2>");
        if (claim.Claim.Says.Length > 0)
            output.WriteLine($"<p>{Text(claim.Claim.Says)}</p>");
        output.WriteLine(
            $"<p>{Bar(claim.P)} {Text(ArgumentWords.Holds(claim))}; at the modes it {ArgumentWords.AtModes(claim.AtModes)}.</p>"
        );
        if (claim.Drivers.Count > 0)
        {
            output.WriteLine(
                "<table><thead><tr><th>Assumption<th>Total index<th>First order<th>Morris μ*<th>Whose<th>Turns at</tr></thead><tbody>"
            );
            foreach (var driver in claim.Drivers)
            {
                var flip = claim.Flips.First(f => f.Input.Name == driver.Input.Name);
                var turns =
                    flip.Within is { } within ? ArgumentWords.Number(within)
                    : flip.Beyond is { } beyond ? $"{ArgumentWords.Number(beyond)}, beyond its range"
                    : "none within range";
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"<tr><td>{Text(driver.Input.Name)}<td>{Bar(driver.Sobol!.Total)} {driver.Sobol.Total:0.00}<td>{driver.Sobol.First:0.00}<td>{driver.Morris?.MeanAbsolute:0.00}<td>{Text(ArgumentWords.Whose(driver.Input))}<td>{turns}</tr>"
                    )
                );
            }
            output.WriteLine("</tbody></table>");
        }
        else
            output.WriteLine($"<p>What drives it: {Text(ArgumentWords.Drivers(claim))}.</p>");
        if (ArgumentWords.Breaks(claim) is { } breaks)
            output.WriteLine($"<p>Breaks when {Text(breaks)}.</p>");
        output.WriteLine($"<p>Whose ranges turn it: {Text(ArgumentWords.Voices(claim))}.</p></section>");
    }

    private static void Division(TextWriter output, ArgumentDivision division)
    {
        output.WriteLine(
            $"<section><h2>What divides {Text(division.First.Source.Author)} (A) and {Text(division.Second.Source.Author)} (B)</h2><table><thead><tr><th>Claim<th>A<th>B<th>Divided by</tr></thead><tbody>"
        );
        foreach (var claim in division.Claims)
        {
            var shares = claim
                .Shares.Where(s => Math.Abs(s.Share) >= 0.005)
                .Select(s => string.Create(CultureInfo.InvariantCulture, $"{Text(s.First.Name)} ({100 * s.Share:+0.#;-0.#} points)"));
            output.WriteLine(
                $"<tr><td><code>{Text(claim.Text)}</code><td>{Bar(claim.P.First)}<td>{Bar(claim.P.Second)}<td>{string.Join(", ", shares)}</tr>"
            );
        }
        output.WriteLine("</tbody></table></section>");
    }

    private static void Inputs(TextWriter output, ArgumentAnswer answer)
    {
        output.WriteLine(
            $"<section><h2>Assumptions</h2><p class=\"soft\">Payoffs in {Text(answer.Argument.Unit)}.</p><table><thead><tr><th>Name<th>Low … mode … high<th>Whose<th>From</tr></thead><tbody>"
        );
        foreach (var input in answer.Argument.Inputs)
        {
            var from = input
                .Formulas.Distinct()
                .Select(f => $"<code>{Text(f)}</code>")
                .Concat(input.Assumed.Length > 0 ? [$"assumed: {Text(input.Assumed)}"] : [])
                .Concat(input.Evidence.Select(e => $"<small>{Text(e.Id)}: {Text(e.Said)}</small>"));
            output.WriteLine(
                $"<tr><td>{Text(input.Name)}<br><small>{Text(input.Meaning)}</small><td>{ArgumentWords.Range(input.Range)}<td>{Text(ArgumentWords.Whose(input))}<td>{string.Join("<br>", from)}</tr>"
            );
        }
        output.WriteLine("</tbody></table></section>");
    }

    private static string Bar(double? share) =>
        share is not { } p
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"<svg width=\"102\" height=\"12\" role=\"img\"><title>{100 * p:0.#} %</title><rect class=\"rest\" width=\"100\" height=\"10\" y=\"1\"/><rect class=\"share\" width=\"{Math.Clamp(100 * p, 0, 100):0.#}\" height=\"10\" y=\"1\"/></svg>"
            );

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
