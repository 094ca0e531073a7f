using System.Globalization;

namespace Entente.Cli.Commands.Estimate;

/// <summary>The table for a terminal of at most 80 columns.</summary>
internal static class GravityText
{
    private const int Column = 12;
    private const int MostLines = 12;

    public static void Write(TextWriter output, ShownGravity shown, int width)
    {
        var (fit, model) = (shown.Fit, shown.Estimate.Model);
        Say(output, width, $"{shown.Family}  {shown.Request.Formula.Text.Trim()}");
        Say(output, width, $"{model.Table.File}: {fit.Observations:#,0} of {model.Table.Rows:#,0} rows used");
        if (model.Missing > 0)
            Say(output, width, $"  {model.Missing:#,0} left out: a field is missing");
        if (model.Infinite > 0)
            Say(output, width, $"  {model.Infinite:#,0} left out: no finite value (the logarithm of zero)");
        if (fit.Dropped.Weightless > 0)
            Say(output, width, $"  {fit.Dropped.Weightless:#,0} left out: of weight zero");
        if (fit.Dropped.Singletons.Count > 0)
            Say(output, width, $"  {fit.Dropped.Singletons.Count:#,0} left out: alone in a level of an effect (singletons)");
        Separated(output, shown, width);
        if (shown.Estimate.Collinear.Count > 0)
            Say(output, width, $"  regressors left out, explained by others or by effects: {string.Join(", ", shown.Estimate.Collinear)}");
        output.WriteLine();
        if (fit.Converged)
            Table(output, shown, width);
        else
            Say(output, width, $"Not converged, so there are no numbers: {fit.Stop}.");
        if (shown.Request.Formula.Effects.Count > 0)
            Say(
                output,
                width,
                $"Fixed effects: {string.Join(", ", shown.Request.Formula.EffectNames.Select((n, e) => string.Create(CultureInfo.InvariantCulture, $"{n} ({fit.Levels[e]:#,0})")))}"
            );
        if (!fit.Converged)
            return;
        Say(output, width, $"Standard errors: {shown.Errors}");
        Say(
            output,
            width,
            $"  {fit.Covariance!.SmallSample}: K = {fit.Covariance.CountedParameters:#,0}, factor {fit.Covariance.Factor:0.000000}"
        );
        if (fit.Covariance.Repaired)
            Say(output, width, $"  a variance was negative: the matrix was made positive by its eigenvalues");
        var deviance = string.Create(
            CultureInfo.InvariantCulture,
            $"{(shown.Family == "PPML" ? "Deviance" : "Residual sum of squares")} {fit.Deviance:0.######E+0}"
        );
        var correlation = double.IsNaN(fit.SquaredCorrelation)
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; squared correlation with the fitted {fit.SquaredCorrelation:0.0000}");
        Say(output, width, $"{deviance}{correlation}");
        Say(
            output,
            width,
            $"Converged in {fit.Iterations} {(fit.Iterations == 1 ? "round" : "rounds")} ({fit.Absorption}, {fit.InnerIterations} steps); first-order conditions hold to {Math.Max(fit.Violation, 1e-16):0e+0}"
        );
    }

    private static void Separated(TextWriter output, ShownGravity shown, int width)
    {
        var dropped = shown.Fit.Dropped;
        var lines = shown.Estimate.SeparatedLines;
        if (lines.Count > 0)
        {
            Say(
                output,
                width,
                $"  {lines.Count:#,0} left out: separated, so that no finite effect fits them ({dropped.ZeroLevels.Count:#,0} in levels without a positive flow)"
            );
            var more = lines.Count > MostLines ? ", … (all with --format json)" : "";
            Say(output, width, $"    lines {string.Join(", ", lines.Take(MostLines))}{more}");
        }
        if (!dropped.SeparationCertified)
            Say(output, width, $"  the search for separation did not come to an end: there may be more separated rows");
    }

    private static void Table(TextWriter output, ShownGravity shown, int width)
    {
        if (shown.Estimate.Coefficients.Count == 0)
        {
            Say(output, width, $"No regressor is left: effects alone are fitted.");
            output.WriteLine();
            return;
        }
        var biased = shown.Fit.Bias is not null;
        var names = width - (Column * 4) - 4 - (biased ? Column + 1 : 0);
        output.WriteLine(
            $"{"".PadRight(names)}{"estimate", Column}{"std. error", Column}{shown.Statistic, Column}{$"P(>|{shown.Statistic}|)", Column}{(biased ? "    less bias" : "")}".TrimEnd()
        );
        foreach (var c in shown.Estimate.Coefficients)
        {
            var name = c.Name;
            if (name.Length >= names)
            {
                output.WriteLine(name.Length > width ? name[..(width - 1)] + "…" : name);
                name = "";
            }
            var corrected = c.Bias is { } bias ? ShownGravity.Number(c.Estimate - bias).PadLeft(Column + 1) : "";
            output.WriteLine(
                string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name.PadRight(names)}{ShownGravity.Number(c.Estimate), Column}{ShownGravity.Number(c.Error), Column}{c.Statistic, Column:0.000}{ShownGravity.Probability(c.P), Column}{corrected} {ShownGravity.Stars(c.P)}"
                    )
                    .TrimEnd()
            );
        }
        if (biased)
            Corrected(output, shown, width);
        output.WriteLine();
    }

    private static void Corrected(TextWriter output, ShownGravity shown, int width)
    {
        Say(output, width, $"less bias: after Weidner and Zylkin (2021); the standard error is that of the estimate");
        if (shown.Estimate.Coefficients.All(c => c.CorrectedError is null))
            Say(output, width, $"The standard error less its own bias is left out: too many levels of effects with time.");
        foreach (var c in shown.Estimate.Coefficients)
            if (c.CorrectedError is { } error && c.Bias is { } bias)
                Say(
                    output,
                    width,
                    $"  {c.Name}: {ShownGravity.Number(c.Estimate - bias)}, standard error clustered by pair less its own bias {ShownGravity.Number(error)}, z {((c.Estimate - bias) / error).ToString("0.000", CultureInfo.InvariantCulture)}"
                );
    }

    private static void Say(TextWriter output, int width, FormattableString line)
    {
        var text = line.ToString(CultureInfo.InvariantCulture);
        var indent = new string(' ', text.Length - text.TrimStart().Length + 2);
        while (text.Length > width)
        {
            var at = text.LastIndexOf(' ', width);
            if (at <= indent.Length)
                break;
            output.WriteLine(text[..at]);
            text = indent + text[(at + 1)..];
        }
        output.WriteLine(text);
    }
}
