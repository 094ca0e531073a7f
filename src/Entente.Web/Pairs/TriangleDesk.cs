using Entente.Actors.Identity;
using Entente.Application.Parties;
using Entente.Application.Stores;
using Entente.Application.Triangles;
using Entente.Measures.Alignment;
using Entente.Profiles;
using Entente.Reports.Charts;
using Entente.Sources.Triangles;
using Entente.Web.Hosting;
using Entente.Web.Http;
using NodaTime.Text;

namespace Entente.Web.Pairs;

/// <summary>Which triangle, of what.</summary>
internal sealed record TriangleKey(
    string First,
    string Second,
    string Third,
    int? Year,
    double Positive,
    double Negative,
    LocalDate AsOf,
    int Generation
)
{
    public IReadOnlyList<string> Codes => [First, Second, Third];

    /// <summary>The version of an answer, known before it is made.</summary>
    /// <param name="started">This run of the server.</param>
    /// <param name="part">Which answer of the triangle's, over which years.</param>
    public string ETag(Started started, string part) =>
        started.ETag(
            Generation,
            FormattableString.Invariant(
                $"{First}|{Second}|{Third}|{Year}|{Positive:R}|{Negative:R}|{LocalDatePattern.Iso.Format(AsOf)}|{part}"
            )
        );
}

/// <summary>Three states: what kind of triangle they are by imported evidence, and who is closer to whom by each measure over the years.</summary>
internal sealed record TrianglePage
{
    public required IReadOnlyList<ProfileParty> Parties { get; init; }

    /// <summary>What `measure triangle` says; null where there is no evidence for it.</summary>
    public (StateIdentity[] States, int Year, IReadOnlyList<TieReading> Readings)? Triangle { get; init; }

    /// <summary>Why there is no triangle.</summary>
    public InputProblem? Why { get; init; }

    /// <summary>One chart for each measure and coding that at least two of the three pairs have.</summary>
    public required IReadOnlyList<ChartModel> Measures { get; init; }

    /// <summary>What none or only one of the pairs has.</summary>
    public required IReadOnlyList<string> Alone { get; init; }
}

/// <summary>The triangles that were asked for lately.</summary>
internal sealed class TriangleDesk(Workbench workbench) : IDisposable
{
    private const int Kept = 32;

    private static readonly (int, int)[] Ties = [(0, 1), (0, 2), (1, 2)];

    private readonly SharedMemo<TriangleKey, TrianglePage> pages = new(Kept, Math.Max(1, Environment.ProcessorCount));

    public Task<TrianglePage> Page(TriangleKey key, CancellationToken cancellation) => pages.Get(key, () => Make(key), cancellation);

    public void Dispose() => pages.Dispose();

    private TrianglePage Make(TriangleKey key)
    {
        var engine = workbench.Engine;
        ProfileParty[] parties = [.. key.Codes.Select(c => engine.Parties().Find(c)!)];
        var (triangle, why) = Kind(key, engine.States());
        var (measures, alone) = Measures(parties, engine, key.AsOf);
        return new()
        {
            Parties = parties,
            Triangle = triangle,
            Why = why,
            Measures = measures,
            Alone = alone,
        };
    }

    private ((StateIdentity[], int, IReadOnlyList<TieReading>)?, InputProblem?) Kind(TriangleKey key, StateCodes states)
    {
        const string Where = "the kind of triangle";
        try
        {
            StateIdentity[] parties = [.. key.Codes.Select(c => StateParties.Of(states, Where, c))];
            StateParties.Different(Where, parties);
            using var store = Stores.OpenExisting(workbench.Context(CancellationToken.None));
            var thresholds = TriangleRun.Thresholds(key.Positive, key.Negative, "negative", "positive");
            return store is not null && TriangleRun.Imported(store, parties, key.Year, thresholds, CancellationToken.None) is { } found
                ? ((parties, found.Year, found.Readings), null)
                : (null, TriangleRun.NoEvidence(Where, key.Year));
        }
        catch (WrongUseException e)
        {
            // The measures still stand: an organisation has trade but no seat.
            return (null, e.Problem);
        }
    }

    private static (IReadOnlyList<ChartModel>, IReadOnlyList<string>) Measures(
        ProfileParty[] parties,
        Application.Composition.Engine engine,
        LocalDate asOf
    )
    {
        var byTie = Ties.Select(t => engine.Alignment(parties[t.Item1].Code, parties[t.Item2].Code, asOf)).ToList();
        var charts = new List<ChartModel>();
        var alone = new List<string>();
        foreach (
            var (family, coding) in byTie
                .SelectMany(s => s)
                .Select(s => (s.Family, s.Coding))
                .Distinct()
                .OrderBy(m => m.Family, StringComparer.Ordinal)
                .ThenBy(m => m.Coding, StringComparer.Ordinal)
        )
        {
            var lines = new List<ChartSeries>();
            for (var i = 0; i < Ties.Length; i++)
                if (byTie[i].FirstOrDefault(s => s.Family == family && s.Coding == coding) is { } series)
                    lines.Add(Line($"{parties[Ties[i].Item1].Name}–{parties[Ties[i].Item2].Name}", series));
            if (lines.Count < 2)
            {
                alone.Add($"{family}, {coding}: only {lines[0].Name}");
                continue;
            }
            charts.Add(
                new()
                {
                    Id = FormattableString.Invariant($"m{charts.Count + 1}"),
                    Form = ChartForm.Lines,
                    Title = $"{char.ToUpperInvariant(family[0])}{family[1..]}: {coding}",
                    Across = "Year",
                    Series = lines,
                    Summary = "",
                    Note = "Higher is closer.",
                }
            );
        }
        return (charts, alone);
    }

    private static ChartSeries Line(string name, AlignmentSeries series) =>
        new()
        {
            Name = name,
            Source = series.Source,
            Points =
            [
                .. series
                    .Values.OrderBy(v => v.Key)
                    .Select(v => new ChartPoint
                    {
                        At = PairCharts.Year(v.Key),
                        X = v.Key,
                        Value = v.Value,
                    }),
            ],
        };
}
