using System.Globalization;
using Entente.Checking.Modelled;

namespace Entente.Reports;

/// <summary>A model's reading in lines, each with a label: the same for every format that people read.</summary>
internal static class ModelPhrases
{
    public static IEnumerable<(string Label, string Text)> Lines(ModelReading? model)
    {
        if (model is null)
            yield break;
        yield return ("Model", $"{model.Scenario}; {model.Base}");
        foreach (var figure in model.Figures)
            yield return ("", $"{figure.What}: {ModelWords.Ranged(figure)}");
        if (model.P is { } p)
            yield return (
                "Holds",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"in {ModelWords.Share(p)} of {model.Draws} draws from the declared ranges (seed {model.Seed}); not the probability that it is true"
                )
            );
        if (model.Drivers.Count > 0)
            yield return (
                "Driven by",
                string.Join(
                    ", ",
                    model.Drivers.Select(d => $"{d.Input} ({d.Correlation.ToString("+0.00;−0.00", CultureInfo.InvariantCulture)})")
                )
            );
        if (model.BreaksWhen is { } turns)
            yield return ("Turns", turns);
        var settings = model.Settings.Select(s => $"{s.Setting}: {(s.Holds is { } holds ? (holds ? "holds" : "fails") : "no answer")}");
        yield return ("Assumes", string.Join("; ", model.Assumes.Concat(settings)));
    }
}
