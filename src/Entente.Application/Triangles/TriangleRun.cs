using System.Globalization;
using Entente.Actors.Identity;
using Entente.Measures.Alignment;
using Entente.Sources.Store;
using Entente.Sources.Triangles;

namespace Entente.Application.Triangles;

/// <summary>What kind of triangle three states are, of imported evidence or of ties that are given.</summary>
internal static class TriangleRun
{
    public const double UsualThreshold = 0.2;

    /// <summary>Years looked back for evidence where no year is asked for.</summary>
    private const int YearsBack = 10;

    /// <exception cref="WrongUseException">They are not in order.</exception>
    public static TieThresholds Thresholds(double positive, double negative, string where, string positiveCalled) =>
        negative < positive
            ? new(positive, negative)
            : throw new WrongUseException(
                new InputProblem
                {
                    Where = where,
                    Found = TriangleWords.Number(negative),
                    Expected = $"a number below {positiveCalled} ({TriangleWords.Number(positive)})",
                }
            );

    /// <summary>The last year with evidence, or the one that is asked for.</summary>
    /// <returns>Null where nothing imported covers it.</returns>
    public static (int Year, IReadOnlyList<TieReading> Readings)? Imported(
        IRecordStore store,
        StateIdentity[] parties,
        int? year,
        TieThresholds thresholds,
        CancellationToken cancellation
    )
    {
        var last = store
            .Imports()
            .SelectMany(i => i.Tables)
            .Where(t => t.Name is "roll_call" or "alliance_pledge" && t.To > 0)
            .Select(t => t.To)
            .DefaultIfEmpty(0)
            .Max();
        // The last session began in the year before the last votes; years without evidence are passed over.
        for (var y = year ?? last; y >= (year ?? last - YearsBack) && y > 0; y--)
            if (TieReadings.Of(store, parties, y, thresholds, cancellation) is { Count: > 0 } found)
                return (y, found);
        return null;
    }

    /// <summary>What to say where nothing was imported that tells of ties.</summary>
    public static InputProblem NoEvidence(string where, int? year) =>
        new()
        {
            Where = where,
            Found = year is { } asked ? $"no imported evidence for {asked.ToString(CultureInfo.InvariantCulture)}" : "no imported evidence",
            Expected = "unga-votes; or atop (or cow-alliances) with ist-sanctions; or --ties of your own",
            Hint = "entente record import unga-votes FILE…",
        };
}
