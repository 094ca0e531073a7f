namespace Entente.Profiles.Families;

/// <summary>The two beside each other: output, people, arms, capability, regime.</summary>
public sealed class StandingFamily : IProfileFamily
{
    private const string Regime = "electoral democracy (0 to 1)";

    private static readonly (string Label, string Template)[] Wanted =
    [
        ("GDP", "gdp({A}, {Y})"),
        ("GDP at purchasing power parity", "gdp_ppp({A}, {Y})"),
        ("population", "population({A}, {Y})"),
        ("military spending", "military_expenditure({A}, {Y})"),
        ("military spending, share of GDP", "military_expenditure_gdp_share({A}, {Y})"),
        ("nuclear warheads", "nuclear_warheads({A}, {Y})"),
        ("capability index (CINC)", "capability_index({A}, {Y})"),
        (Regime, "electoral_democracy({A}, {Y})"),
    ];

    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        var figures = new List<ProfileFigure>();
        var missing = new List<ProfileGap>();
        foreach (var (label, template) in Wanted)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = new Asked(request).Latest(label, template, ProfileSide.First);
            var second = new Asked(request.Turned()).Latest(label, template, ProfileSide.Second);
            // The same year for both where there is one: figures of different years are not compared unseen.
            if (first is not null && second is not null && first.Period != second.Period && CommonYear(request, template) is { } year)
            {
                first = new Asked(request).At(label, template, year, ProfileSide.First) ?? first;
                second = new Asked(request.Turned()).At(label, template, year, ProfileSide.Second) ?? second;
            }
            if (first is not null)
                figures.Add(first);
            if (second is not null)
                figures.Add(second);
            if (first is null && second is null && Remedy(label) is { } remedy)
                missing.Add(new(label, "not in the record for either", remedy));
        }
        if (Apart(figures) is { } apart)
            figures.Add(apart);
        return new()
        {
            Id = "standing",
            Title = "Side by side",
            Figures = figures,
            Missing = missing,
        };
    }

    /// <summary>How far apart the two regimes are, in a year that both have.</summary>
    private static ProfileFigure? Apart(List<ProfileFigure> figures) =>
        figures.FindAll(f => f.Label == Regime) is [var first, var second] && first.Period == second.Period
            ? new()
            {
                Label = "difference in electoral democracy (0: alike)",
                Value = Math.Abs(first.Value - second.Value),
                Period = first.Period,
                Cite = first.Cite,
            }
            : null;

    private static int? CommonYear(ProfileRequest request, string template)
    {
        const int back = 12;
        for (var year = request.To; year > request.To - back; year--)
            if (new Asked(request).At("", template, year) is not null && new Asked(request.Turned()).At("", template, year) is not null)
                return year;
        return null;
    }

    private static string? Remedy(string label) =>
        label switch
        {
            "GDP" => "entente record import wdi FILE",
            "population" => "entente record import wdi FILE",
            "capability index (CINC)" => "entente record import cow-nmc FILE",
            Regime => "entente record import vdem FILE",
            _ => null,
        };
}
