using System.Globalization;
using System.Text;

namespace Entente.Cli.Commands.Estimate;

/// <summary>A table for LaTeX with booktabs: estimates, errors in brackets below, stars.</summary>
internal static class GravityLatex
{
    public static void Write(TextWriter output, ShownGravity shown)
    {
        var fit = shown.Fit;
        output.WriteLine("\\begin{tabular}{lc}");
        output.WriteLine("  \\toprule");
        output.WriteLine($"  Dependent variable & {Escaped(shown.Request.Formula.ResponseName)} \\\\");
        output.WriteLine($"  Estimator & {shown.Family} \\\\");
        output.WriteLine("  \\midrule");
        if (!fit.Converged)
            output.WriteLine($"  \\multicolumn{{2}}{{l}}{{Not converged: {Escaped(fit.Stop)}}} \\\\");
        foreach (var c in shown.Estimate.Coefficients)
        {
            var stars = ShownGravity.Stars(c.P);
            output.WriteLine($"  {Escaped(c.Name)} & ${ShownGravity.Number(c.Estimate)}{(stars.Length > 0 ? $"^{{{stars}}}" : "")}$ \\\\");
            output.WriteLine($"  & $({ShownGravity.Number(c.Error)})$ \\\\");
            if (c.Bias is { } bias)
            {
                output.WriteLine($"  \\quad bias-corrected & ${ShownGravity.Number(c.Estimate - bias)}$ \\\\");
                if (c.CorrectedError is { } error)
                    output.WriteLine($"  & $({ShownGravity.Number(error)})$ \\\\");
            }
        }
        output.WriteLine("  \\midrule");
        foreach (var (name, e) in shown.Request.Formula.EffectNames.Select((n, e) => (n, e)))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Escaped(name)} effects & {fit.Levels[e]:#,0} \\\\"));
        if (shown.Estimate.Collinear.Count > 0)
            output.WriteLine($"  Left out as collinear & {Escaped(string.Join(", ", shown.Estimate.Collinear))} \\\\");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  Observations & {fit.Observations:#,0} \\\\"));
        if (fit.Converged)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  Squared correlation & {fit.SquaredCorrelation:0.0000} \\\\"));
        output.WriteLine("  \\bottomrule");
        if (fit.Converged)
        {
            output.WriteLine(
                $"  \\multicolumn{{2}}{{l}}{{\\footnotesize Standard errors {Escaped(shown.Errors)} in brackets; $^{{***}}p<0.001$, $^{{**}}p<0.01$, $^{{*}}p<0.05$}} \\\\"
            );
            output.WriteLine($"  \\multicolumn{{2}}{{l}}{{\\footnotesize {Escaped(fit.Covariance!.SmallSample.ToString())}}} \\\\");
        }
        output.WriteLine("\\end{tabular}");
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
            escaped.Append(
                c switch
                {
                    '\\' => "\\textbackslash{}",
                    '^' => "\\textasciicircum{}",
                    '~' => "\\textasciitilde{}",
                    '_' or '%' or '&' or '#' or '$' or '{' or '}' => $"\\{c}",
                    _ => char.IsControl(c) ? " " : c.ToString(),
                }
            );
        return escaped.ToString();
    }
}
