using System.Globalization;

namespace Entente.Cli.Commands.Estimate;

/// <summary>One row for each state and year; what did not converge is empty.</summary>
internal static class IdealPointsCsv
{
    public static void Write(TextWriter output, IdealPointsReport report)
    {
        var two = report.Request.Dimensions == 2;
        output.WriteLine(
            "state,year,position,error,low,high,votes"
                + (two ? ",position2,error2" : "")
                + (report.Request.Sampler ? ",rhat,bulk,tail" : "")
        );
        foreach (var p in report.Estimate.Points)
        {
            output.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{p.State},{p.Year},{Of(p.Position)},{Of(p.Error)},{Of(p.Low)},{Of(p.High)},{p.Votes}"
                )
            );
            if (two)
                output.Write($",{Of(p.Second?.Position)},{Of(p.Second?.Error)}");
            if (p.Convergence is { } c)
                output.Write($",{Of(c.RHat)},{Of(c.BulkSize)},{Of(c.TailSize)}");
            output.WriteLine();
        }
    }

    private static string Of(double? value) =>
        value is { } v && double.IsFinite(v) ? v.ToString("0.######", CultureInfo.InvariantCulture) : "";
}
