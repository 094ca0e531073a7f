using System.Globalization;
using Entente.Models.Gravity;

namespace Entente.Cli.Commands.Estimate;

/// <summary>What an estimation leaves as CSV: fitted flows, effects, resistances.</summary>
internal static class GravityFiles
{
    /// <summary>Every row used, by its line in the file; what was left out has no fitted value and is not in it.</summary>
    public static void Fitted(TextWriter output, GravityEstimate estimate)
    {
        var (model, fit) = (estimate.Model, estimate.Fit);
        output.WriteLine($"line,{string.Join(',', model.FactorColumns.Select(Field))},{Field(model.Request.Formula.ResponseName)},fitted");
        for (var r = 0; r < model.Rows.Length; r++)
        {
            if (double.IsNaN(fit.Fitted![r]))
                continue;
            output.Write(model.Table.Lines[model.Rows[r]].ToString(CultureInfo.InvariantCulture));
            foreach (var column in model.FactorColumns)
                output.Write("," + Field(estimate.Level([column], r)));
            output.WriteLine($",{Number(model.Data.Response[r])},{Number(fit.Fitted[r])}");
        }
    }

    public static void Effects(TextWriter output, GravityEstimate estimate)
    {
        output.WriteLine("effect,level,value");
        foreach (var effect in estimate.Effects())
            output.WriteLine($"{Field(effect.Effect)},{Field(effect.Level)},{Number(effect.Value)}");
    }

    public static void Resistances(TextWriter output, IReadOnlyList<Resistance> found)
    {
        output.WriteLine("state,period,outward,inward");
        foreach (var r in found)
            output.WriteLine($"{Field(r.State)},{Field(r.Period)},{Number(r.Outward)},{Number(r.Inward)}");
    }

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
