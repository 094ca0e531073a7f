namespace Entente.Profiles.Families;

/// <summary>
/// Who needs whom, both ways: shares in each one's trade, and trade against what each produces, each as the span of those who count; and what each
/// would lose, where a model tells it.
/// </summary>
/// <param name="losses">Figures, notes and gaps of what each would lose; null for none.</param>
public sealed class DependenceFamily(IProfileFamily? losses = null) : IProfileFamily
{
    private static readonly (string Label, string Template, Books Books)[] Wanted =
    [
        ("its share in all trade", "share(trade({A}, {B}), of: trade({A}), {Y})", Books.Any),
        ("its share in exports", "share(exports({A} -> {B}), of: exports({A}), {Y})", Books.Any),
        ("its share in imports", "share(imports({B} -> {A}), of: imports({A}), {Y})", Books.Any),
        ("trade with it against own GDP", "trade({A}, {B}, {Y}) / gdp({A}, {Y})", Books.Mixed),
        ("its share in arms imports", "arms_import_share({B} -> {A}, {Y})", Books.Any),
    ];

    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        var figures = new List<ProfileFigure>();
        foreach (var (label, template, books) in Wanted)
        foreach (var (view, side) in new[] { (request, ProfileSide.First), (request.Turned(), ProfileSide.Second) })
        {
            cancellation.ThrowIfCancellationRequested();
            if (new Asked(view).Latest(label, template, side, books) is { } figure)
                figures.Add(figure);
        }
        ProfileLine[] lines =
        [
            .. new Asked(request).Lines(
                "share(trade({A}, {B}), of: trade({A}), {Y})",
                2,
                ProfileSide.First,
                $"in {request.First.Name}'s trade"
            ),
            .. new Asked(request.Turned()).Lines(
                "share(trade({A}, {B}), of: trade({A}), {Y})",
                2,
                ProfileSide.Second,
                $"in {request.Second.Name}'s trade"
            ),
        ];
        var lost = losses?.Build(request, cancellation);
        return new()
        {
            Id = "dependence",
            Title = "Who needs whom",
            Figures = [.. figures, .. lost?.Figures ?? []],
            Charts =
                lines.Length == 0
                    ? []
                    :
                    [
                        new()
                        {
                            Title = "The other's share in each one's trade",
                            Unit = "share",
                            Lines = lines,
                        },
                    ],
            Notes =
                figures.Count == 0
                    ? lost?.Notes ?? []
                    :
                    [
                        "Each column is the other state's share as seen from that one. A share in trade says how much of its trade each would have to replace, not what it would lose: that depends on what is "
                            + "traded and who else sells or buys it. Spans are what independent books give for the same share.",
                        .. lost?.Notes ?? [],
                    ],
            Missing = [.. Missing(request, figures), .. lost?.Missing ?? []],
        };
    }

    private static List<ProfileGap> Missing(ProfileRequest request, List<ProfileFigure> figures)
    {
        var missing = new List<ProfileGap>();
        foreach (var (party, side) in new[] { (request.First, ProfileSide.First), (request.Second, ProfileSide.Second) })
            if (!figures.Any(f => f.Side == side && f.Label.Contains("all trade", StringComparison.Ordinal)))
                missing.Add(
                    new(
                        $"the other's share in the trade of {party.Name}",
                        "its trade with the other and with all are not in the record for one and the same year",
                        "entente record import imf-imts | cow-trade FILE with cow-national-trade FILE"
                    )
                );
        return missing;
    }
}
