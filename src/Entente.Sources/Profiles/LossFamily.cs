using System.Globalization;
using Entente.Profiles;
using Entente.Sources.Scenarios;

namespace Entente.Sources.Profiles;

/// <summary>
/// Dependence as what each would lose: the change of its real income if all trade with the other ended, on each base that has both, with the range that the
/// elasticities leave. A part of the section on who needs whom.
/// </summary>
public sealed class LossFamily(PairLosses losses) : IProfileFamily
{
    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var latest = Math.Min(request.To, request.AsOf.Year - 1);
        var (readings, gaps) = losses.Of(request.First.Code, request.Second.Code, latest, cancellation);
        return new()
        {
            Id = "losses",
            Title = "What each would lose",
            Figures = [.. readings.SelectMany(Figures)],
            Notes = readings.Count == 0 ? [] : [Note(readings)],
            // A base that the pair is in answers; that another does not have it is told in the note only where none has.
            Missing =
                readings.Count > 0
                    ? []
                    :
                    [
                        new(
                            "what each would lose without the other",
                            string.Join("; ", gaps.Select(g => g.Why)),
                            gaps.Select(g => g.Remedy).FirstOrDefault(r => r is not null)
                        ),
                    ],
        };
    }

    private static IEnumerable<ProfileFigure> Figures(LossReading reading)
    {
        foreach (
            var (side, value, range) in new[]
            {
                (ProfileSide.First, reading.Loss.First, reading.Loss.FirstRange),
                (ProfileSide.Second, reading.Loss.Second, reading.Loss.SecondRange),
            }
        )
            yield return new()
            {
                Label = reading.Base == "wiod" ? "income without it (model, WIOD)" : "income without it (model)",
                Side = side,
                Value = value!.Value,
                Low = range?.Low,
                High = range?.High,
                Unit = "share",
                IsChange = true,
                IsModel = true,
                Period = reading.Year.ToString("0000", CultureInfo.InvariantCulture),
                Cite = new()
                {
                    Source = $"trade model on {reading.World.Name}",
                    Row = reading.Place,
                    Basis = "model",
                },
                Note = "computed under assumptions, not recorded",
            };
    }

    private static string Note(IReadOnlyList<LossReading> readings) =>
        "Income without the other is a model's answer, no record: how real income would differ in the base's year if the two traded nothing and "
        + "everything else had adjusted ("
        + string.Join(
            "; ",
            readings.Select(r =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{r.World.Name}: {r.World.Regions.Count} regions, {r.World.Sectors.Count} sectors{Assumed(r)}{Drawn(r)}"
                )
            )
        )
        + "). The cost of getting there is not in it. The model: docs/models/equilibrium.md.";

    private static string Assumed(LossReading reading) =>
        reading.World.Figures is { Assumed: > 0 and var assumed, Cited: var cited }
            ? string.Create(CultureInfo.InvariantCulture, $", {assumed} of {assumed + cited} figures assumed")
            : "";

    private static string Drawn(LossReading reading) =>
        reading.Loss is { FirstRange: not null, Answer: { } answer }
            ? string.Create(
                CultureInfo.InvariantCulture,
                $", spans are 90 % of {answer.Draws} draws of the elasticities, seed {answer.Seed}{(answer.Failed > 0 ? $", {answer.Failed} without convergence" : "")}"
            )
            : ", no span";
}
