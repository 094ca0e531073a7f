using Entente.Profiles;

namespace Entente.Reports.Profile;

/// <summary>Numbers for sources in the order of their first appearance, so that every figure carries a short mark and the list stands once at the end.</summary>
internal sealed class CiteNumbers
{
    private readonly Dictionary<(string Source, string? Url), int> numbers = [];

    public CiteNumbers(PairProfile profile)
    {
        All = profile.Sources();
        for (var i = 0; i < All.Count; i++)
            numbers[(All[i].Source, All[i].Url)] = i + 1;
    }

    public IReadOnlyList<Cite> All { get; }

    public int this[Cite cite] => numbers[(cite.Source, cite.Url)];
}
