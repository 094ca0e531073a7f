using Entente.Actors.Identity;
using Entente.Numerics.Similarity;
using Entente.Profiles;
using Entente.Sources.Datasets.IdealPoints;
using Entente.Sources.Similarity;
using Entente.Sources.Store;

namespace Entente.Sources.Profiles;

/// <summary>
/// How alike the two vote in the General Assembly: agreement with its interval, what chance correction makes of it, the place among all
/// pairs, and the published ideal points.
/// </summary>
public sealed class VotesFamily(Func<IRecordStore?> open, Func<StateCodes> states, StoreRecord? record, PanelMemory? panels = null)
    : IProfileFamily
{
    private readonly PanelMemory panels = panels ?? new();

    private const int Draws = 1000;
    private const ulong Seed = 1;

    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (figures, charts, notes, missing) = (
            new List<ProfileFigure>(),
            new List<ProfileChart>(),
            new List<string>(),
            new List<ProfileGap>()
        );
        if (record?.Imported("unga-votes") is null)
            missing.Add(
                new("agreement in the General Assembly", "the roll calls have not been imported", "entente record import unga-votes FILES")
            );
        else
            Agreement(request, record.Imported("unga-votes")!, figures, charts, notes, cancellation);
        if (record?.Imported("unga-ideal-points") is { } points)
            IdealPoints(request, points, figures, charts);
        else
            missing.Add(new("ideal points", "no release has been imported", "entente record import unga-ideal-points FILE"));
        return new()
        {
            Id = "votes",
            Title = "Votes in the General Assembly",
            Figures = figures,
            Charts = charts,
            Notes = notes,
            Missing = missing,
        };
    }

    private void Agreement(
        ProfileRequest request,
        ImportedRows rows,
        List<ProfileFigure> figures,
        List<ProfileChart> charts,
        List<string> notes,
        CancellationToken cancellation
    )
    {
        using var store = open();
        if (store is null)
            return;
        var panel = panels.Votes(store, states(), cancellation);
        var years = panel.Of(
            request.First.Code,
            request.Second.Code,
            new SimilarityQuery
            {
                From = request.From,
                To = request.To,
                Draws = Draws,
                Seed = Seed,
            },
            cancellation
        );
        if (years.Count == 0)
            return;
        var cite = StoreCite.Of(rows);
        // A year that holds a handful of votes (the first days of January) is no year's record.
        var most = years.Max(y => y.Cases);
        var whole = years.Where(y => y.Cases >= Math.Min(10, most)).ToList();
        var last = whole[^1];
        var placed = panel.Of(
            request.First.Code,
            request.Second.Code,
            new SimilarityQuery
            {
                From = last.Year,
                To = last.Year,
                Percentiles = true,
            },
            cancellation
        )[0];
        void Add(string label, Coefficient coefficient, string? unit)
        {
            if (last[coefficient] is { } value)
                figures.Add(
                    new()
                    {
                        Label = label,
                        Value = value,
                        Low = last.Interval(coefficient)?.Low,
                        High = last.Interval(coefficient)?.High,
                        Unit = unit,
                        Period = PairEvents.Year(last.Year),
                        Cite = cite,
                    }
                );
        }
        Add($"agreement on {last.Cases} votes that divided the house", Coefficient.Agreement, "share");
        Add("κ, linear: beyond what their own habits give", Coefficient.KappaLinear, null);
        Add("π, nominal: beyond what both habits give", Coefficient.PiNominal, null);
        Add("A: S less S of independent voters", Coefficient.AAbsolute, null);
        if (placed.Percentile(Coefficient.Agreement) is { } place)
            figures.Add(
                new()
                {
                    Label = "pairs of states that agreed less",
                    Value = place,
                    Unit = "share",
                    Period = PairEvents.Year(last.Year),
                    Cite = cite,
                }
            );
        Community(request, store, last.Year, figures, notes, cite, cancellation);
        charts.Add(
            new()
            {
                Title = "Agreement, and κ (linear) beside it",
                Lines = [Line("agreement", whole, Coefficient.Agreement, cite), Line("κ (linear)", whole, Coefficient.KappaLinear, cite)],
            }
        );
        notes.Add(
            $"Bands are 95 % of {Draws} draws of roll calls with replacement. Votes in which all who voted voted alike are left out."
        );
        if (last.Coefficients.FlipsByChance)
            notes.Add(
                "Chance correction turns the reading: they agree more (or less) often than not, but not more (or less) than their own habits of voting would give."
            );
    }

    /// <summary>Whether the two vote in one community of the network of all voters.</summary>
    private void Community(
        ProfileRequest request,
        IRecordStore store,
        int year,
        List<ProfileFigure> figures,
        List<string> notes,
        Cite cite,
        CancellationToken cancellation
    )
    {
        if (panels.Network(store, states(), year, cancellation) is not { } network)
            return;
        var (first, second) = (Place(network.States, request.First.Code), Place(network.States, request.Second.Code));
        if (first < 0 || second < 0)
            return;
        var (one, two) = (network.Communities.Of[first], network.Communities.Of[second]);
        figures.Add(
            new()
            {
                Label = "communities of voters (signed modularity)",
                Value = network.Communities.Count,
                Unit = "count",
                Period = PairEvents.Year(year),
                Cite = cite,
            }
        );
        notes.Add(
            one == two
                ? $"In the session of {PairEvents.Year(year)} both are in one community of {network.Communities.Of.Count(c => c == one)} voters."
                : $"In the session of {PairEvents.Year(year)} they are in different communities, of {network.Communities.Of.Count(c => c == one)} and {network.Communities.Of.Count(c => c == two)} voters."
        );
    }

    private static int Place(IReadOnlyList<string> states, string code)
    {
        for (var i = 0; i < states.Count; i++)
            if (states[i] == code)
                return i;
        return -1;
    }

    private static ProfileLine Line(string name, List<SimilarityYear> years, Coefficient coefficient, Cite cite) =>
        new()
        {
            Name = name,
            Points =
            [
                .. years
                    .Where(y => y[coefficient] is not null)
                    .Select(y => new ProfilePoint(
                        y.Year,
                        y[coefficient]!.Value,
                        y.Interval(coefficient)?.Low,
                        y.Interval(coefficient)?.High
                    )),
            ],
            Cite = cite,
        };

    private static void IdealPoints(ProfileRequest request, ImportedRows rows, List<ProfileFigure> figures, List<ProfileChart> charts)
    {
        var variant = Variant(rows);
        var cite = StoreCite.Of(rows) with { Basis = variant };
        var lines = new List<ProfileLine>();
        foreach (var (party, side) in new[] { (request.First, ProfileSide.First), (request.Second, ProfileSide.Second) })
        {
            var points = Points(rows, party, variant, request);
            if (points.Count > 0)
                lines.Add(
                    new()
                    {
                        Name = party.Name,
                        Side = side,
                        Points = points,
                        Cite = cite,
                    }
                );
        }
        if (lines.Count != 2)
            return;
        charts.Add(new() { Title = "Ideal points, as published (higher: nearer the US-led order)", Lines = lines });
        var common = lines[0].Points.Select(p => p.Year).Intersect(lines[1].Points.Select(p => p.Year)).ToList();
        if (common.Count == 0)
            return;
        figures.Add(Distance(lines, common[^1], "distance of ideal points", cite));
        if (common.Count > 1)
            figures.Add(Distance(lines, common[0], "the same at the beginning", cite));
    }

    private static ProfileFigure Distance(List<ProfileLine> lines, int year, string label, Cite cite) =>
        new()
        {
            Label = label,
            Value = Math.Abs(lines[0].Points.First(p => p.Year == year).Value - lines[1].Points.First(p => p.Year == year).Value),
            Period = PairEvents.Year(year),
            Cite = cite,
        };

    /// <summary>Final passage where the release has it, else all votes.</summary>
    private static string Variant(ImportedRows rows)
    {
        var variants = new List<string>();
        rows.Read(
            $"select distinct variant from {IdealPointsDataset.Table.Name} where {rows.Own} order by variant",
            [],
            r => variants.Add(r.Text(0))
        );
        return variants.Contains("fp") ? "fp" : "all";
    }

    private static List<ProfilePoint> Points(ImportedRows rows, ProfileParty party, string variant, ProfileRequest request)
    {
        var points = new List<ProfilePoint>();
        if (rows.PartyOf(party.Code) is not { } number)
            return points;
        rows.Read(
            $"select year, value, q5, q95 from {IdealPointsDataset.Table.Name} where {rows.Own} and state = @1 and variant = @2 and year >= @3 and year <= @4 order by year",
            [number, variant, request.From, request.To],
            r =>
            {
                if (!r.IsNull(1))
                    points.Add(new((int)r.Integer(0), r.Real(1), r.IsNull(2) ? null : r.Real(2), r.IsNull(3) ? null : r.Real(3)));
            }
        );
        return points;
    }
}
