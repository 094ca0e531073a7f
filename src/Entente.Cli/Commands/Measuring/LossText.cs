using System.Globalization;
using Entente.Models.Equilibrium;
using Entente.Sources.Scenarios;

namespace Entente.Cli.Commands.Measuring;

/// <summary>What each would lose without the other, for a terminal: a model's answers, told apart from what was reported.</summary>
internal static class LossText
{
    private const int Name = 34;
    private const int Column = 23;

    public static void Write(
        TextWriter output,
        (string First, string Second) codes,
        (IReadOnlyList<LossReading> Readings, IReadOnlyList<LossGap> Gaps) losses
    )
    {
        output.WriteLine();
        output.WriteLine("Model, no report: change of real income if the two traded nothing, per cent");
        if (losses.Readings.Count > 0)
            output.WriteLine(("base".PadRight(Name) + codes.First.PadLeft(Column) + codes.Second.PadLeft(Column)).TrimEnd());
        foreach (var reading in losses.Readings)
            output.WriteLine(
                Base(reading).PadRight(Name)
                    + Change(reading.Loss.First, reading.Loss.FirstRange).PadLeft(Column)
                    + Change(reading.Loss.Second, reading.Loss.SecondRange).PadLeft(Column)
            );
        foreach (var reading in losses.Readings.Where(r => r.Loss.FirstRange is not null))
            Figures.Note(
                output,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Base(reading)}: in brackets 90 % of {reading.Loss.Answer!.Draws} draws of the elasticities, seed {reading.Loss.Answer.Seed}; residual {reading.Loss.Answer.Certificate.Residual:0e+0}"
                )
            );
        foreach (var gap in losses.Gaps)
            Figures.Note(output, $"none: {gap.Why}{(gap.Remedy is { } remedy ? $" → {remedy}" : "")}");
    }

    private static string Base(LossReading reading) =>
        reading.Base == "wiod" ? string.Create(CultureInfo.InvariantCulture, $"WIOD, {reading.Year}") : reading.World.Name;

    private static string Change(double? value, DrawnInterval? range) =>
        value is not { } v ? "–"
        : range is { } r ? $"{Percent(v)} [{Percent(r.Low)}, {Percent(r.High)}]"
        : Percent(v);

    private static string Percent(double value) => (value * 100).ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);
}
