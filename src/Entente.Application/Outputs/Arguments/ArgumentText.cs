using System.Globalization;
using Entente.Checking.Reasoning;
using Entente.Models.Declared;
using Entente.Reports.Terminal;

namespace Entente.Application.Outputs.Arguments;

/// <summary>An argument's report for a terminal, in 80 columns.</summary>
internal static class ArgumentText
{
    private const int Width = 80;
    private const int MostEvidence = 6;

    public static void Write(TextWriter output, ArgumentAnswer answer)
    {
        var argument = answer.Argument;
        Line(output, "", argument.Title);
        Line(output, "", ArgumentWords.Source(argument.Source));
        if (argument.Question.Length > 0)
            Line(output, "", argument.Question);
        foreach (var line in FixedNumbers.Lines(argument.Fixed))
            Line(output, "  ", line);
        output.Write('\n');
        foreach (var claim in answer.Claims)
            Claim(output, claim);
        if (answer.Converged)
            AtModes(output, answer);
        output.Write("Assumptions\n");
        foreach (var input in argument.Inputs)
            Input(output, input);
        output.Write('\n');
        foreach (var note in argument.Notes)
            Line(output, "  ", $"Left out: {note}");
        foreach (var warning in answer.Warnings)
            Line(output, "  ", $"Note: {warning}.");
        Line(output, "", Certificate(answer));
        Line(output, "", ArgumentWords.Label);
        if (ArgumentWords.Readings(argument) is { } readings)
            Line(output, "", readings);
    }

    /// <summary>Two arguments about one game: what divides them.</summary>
    public static void Write(TextWriter output, ArgumentDivision division)
    {
        var (one, two) = (division.First.Source.Author, division.Second.Source.Author);
        output.Write('\n');
        Line(output, "", $"What divides {one} (A) and {two} (B)");
        Line(
            output,
            "",
            string.Create(
                CultureInfo.InvariantCulture,
                $"One game; {division.Differing} of {division.First.Inputs.Count} assumptions differ. {division.Draws} draws for each exchange, seed {division.Seed}."
            )
        );
        foreach (var claim in division.Claims)
        {
            output.Write('\n');
            Line(output, "", claim.Text);
            if (claim.Says.Length > 0)
                Line(output, "  ", claim.Says);
            Line(
                output,
                "  ",
                $"holds in {P(claim.P.First)} under A{(claim.ClaimedBy.First ? ", who claims it" : "")}, in {P(claim.P.Second)} under B{(claim.ClaimedBy.Second ? ", who claims it" : "")}"
            );
            var dividing = claim.Shares.Where(s => Math.Abs(s.Share) >= 0.005).ToList();
            Line(
                output,
                "  ",
                dividing.Count == 0
                    ? "no assumption divides them here"
                    : $"divided by {dividing[0].First.Name}: {ArgumentWords.Range(dividing[0].First.Range)} ({ArgumentWords.Whose(dividing[0].First)}) against {ArgumentWords.Range(dividing[0].Second.Range)} ({ArgumentWords.Whose(dividing[0].Second)})"
            );
            foreach (var share in dividing)
                Line(
                    output,
                    "    ",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{share.First.Name}: {100 * share.Share:+0.#;-0.#} points of the difference; A with B's: {P(share.Alone)}{(share.Turns ? ", turned at the modes" : "")}"
                    )
                );
        }
        output.Write('\n');
        Line(output, "", ArgumentWords.Label);
    }

    private static string P(double? share) => share is { } p ? $"{ArgumentWords.Percent(p)} %" : "no draw";

    private static void Claim(TextWriter output, ClaimAnswer claim)
    {
        Line(output, "", claim.Claim.Text);
        if (claim.Claim.Says.Length > 0)
            Line(output, "  ", claim.Claim.Says);
        Line(output, "  ", $"{ArgumentWords.Holds(claim)}; at the modes it {ArgumentWords.AtModes(claim.AtModes)}");
        Line(output, "  ", $"driven by (Sobol first/total, Morris μ*): {ArgumentWords.Drivers(claim)}");
        if (ArgumentWords.Breaks(claim) is { } breaks)
            Line(output, "  ", $"breaks when {breaks}");
        if (claim.Flips.Count > 0)
        {
            Line(output, "  ", "turns, the others at their modes:");
            foreach (var flip in ArgumentWords.Flips(claim))
                Line(output, "    ", flip);
        }
        Line(output, "  ", $"whose ranges turn it: {ArgumentWords.Voices(claim)}");
        output.Write('\n');
    }

    private static void AtModes(TextWriter output, ArgumentAnswer answer)
    {
        output.Write("At the modes\n");
        foreach (var move in answer.Play)
            Line(
                output,
                "  ",
                $"{move.Actor} at {move.Move}: "
                    + string.Join(
                        ", ",
                        move.Options.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Option} {o.Probability:0.###}"))
                    )
            );
        if (answer.Utilities.Count > 0)
            Line(
                output,
                "  ",
                $"expected ({answer.Argument.Unit}): {string.Join(", ", answer.Utilities.Select(u => $"{u.Actor} {ArgumentWords.Number(u.Value)}"))}"
            );
        foreach (var (name, value, unit) in answer.Outputs)
            Line(
                output,
                "  ",
                unit == "truth"
                    ? $"{name}: {(value == 1 ? "yes" : value == 0 ? "no" : "no answer")}"
                    : $"{name}: {ArgumentWords.Number(value)} {unit}"
            );
        output.Write('\n');
    }

    private static void Input(TextWriter output, DeclaredInput input)
    {
        Line(
            output,
            "  ",
            $"{input.Name}: {ArgumentWords.Range(input.Range)} · {ArgumentWords.Whose(input)}{(input.Meaning.Length > 0 ? $" · {input.Meaning}" : "")}"
        );
        foreach (var formula in input.Formulas.Distinct())
            Line(output, "    ", $"= {formula}");
        if (input.Assumed.Length > 0)
            Line(output, "    ", $"assumed: {input.Assumed}");
        if (input.Evidence.Count > 0)
            Line(
                output,
                "    ",
                $"evidence: {string.Join("; ", input.Evidence.Take(MostEvidence).Select(e => Path.GetFileName(e.Id) is { } id && e.Id.EndsWith(".yml", StringComparison.Ordinal) ? $"{id}: {e.Said}" : $"{e.Id}: {e.Said}"))}{(input.Evidence.Count > MostEvidence ? " …" : "")}"
            );
    }

    private static string Certificate(ArgumentAnswer answer) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Solved by {answer.Argument.Solution}; {answer.Draws} draws, seed {answer.Seed}, {answer.Failed} without a solution."
        );

    private static void Line(TextWriter output, string indent, string text)
    {
        var first = true;
        foreach (var line in TerminalText.Wrap(TerminalText.Clean(text), Width - indent.Length - 2))
        {
            output.Write(indent);
            if (!first)
                output.Write("  ");
            output.Write(line);
            output.Write('\n');
            first = false;
        }
    }
}
