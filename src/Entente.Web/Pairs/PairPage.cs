using Entente.Profiles;
using Entente.Reports.Charts;
using Entente.Reports.Profile;
using Entente.Web.Http;
using Entente.Web.Sessions;

namespace Entente.Web.Pairs;

/// <summary>A profile that was made, with what is told of it: its JSON and its charts, each put together when first asked for.</summary>
internal sealed class PairPage(PairProfile profile)
{
    private readonly Lazy<Packed> json = new(() => new Packed(Answers.Text(w => ProfileJson.Write(w, profile, SessionEndpoints.Version))));
    private readonly Lazy<IReadOnlyList<SectionChart>> charts = new(() =>
        [.. ProfileCharts.Of(profile).Select(c => new SectionChart(c.Section, c.Chart, NameOf(c.Chart.Title, profile)))]
    );

    public PairProfile Profile => profile;

    public Packed Json => json.Value;

    public IReadOnlyList<SectionChart> Charts => charts.Value;

    /// <summary>What a pair is called among pairs.</summary>
    public string Name => $"{profile.First.Name} and {profile.Second.Name}";

    /// <summary>A name by which the same thing of another pair is known: the parties' names taken out.</summary>
    public string Bare(string text) => NameOf(text, profile);

    private static string NameOf(string text, PairProfile profile)
    {
        // The longer first: one may be part of the other (Guinea, Guinea-Bissau).
        var (one, other) = ((profile.First.Name, "{1}"), (profile.Second.Name, "{2}"));
        foreach (var (name, place) in one.Item1.Length >= other.Item1.Length ? new[] { one, other } : [other, one])
            text = text.Replace(name, place, StringComparison.Ordinal);
        return text;
    }
}

/// <summary>A chart of a profile over all its years, the section it belongs to, and the name under which other pairs have the same.</summary>
internal sealed record SectionChart(ProfileSection Section, ChartModel Model, string Name)
{
    public int First => (int)Math.Floor(Model.Series.Min(s => s.Points[0].X));

    public int Last => (int)Math.Floor(Model.Series.Max(s => s.Points[^1].X));
}
