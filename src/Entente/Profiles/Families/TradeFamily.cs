namespace Entente.Profiles.Families;

/// <summary>How much the two trade: levels, balance, change, and each one's place among the other's partners.</summary>
public sealed class TradeFamily : IProfileFamily
{
    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        var asked = new Asked(request);
        var (a, b) = (request.First, request.Second);
        var figures = new List<ProfileFigure>();
        void Add(ProfileFigure? figure)
        {
            cancellation.ThrowIfCancellationRequested();
            if (figure is not null)
                figures.Add(figure);
        }
        Add(asked.Latest($"Trade, as {a.Name} counts", "trade({A}, {B}, {Y})", books: Books.Own));
        Add(asked.Latest($"Trade, as {b.Name} counts", "trade({B}, {A}, {Y})", books: Books.Own));
        Add(asked.Latest($"{a.Name} sells to {b.Name}", "exports({A} -> {B}, {Y})"));
        Add(asked.Latest($"{b.Name} sells to {a.Name}", "exports({B} -> {A}, {Y})"));
        Add(asked.Latest($"{a.Name}'s balance", "balance({A}, {B}, {Y})"));
        if (asked.Latest("Change on the year before", "growth(trade({A}, {B}), {Y})") is { } change)
            Add(change with { IsChange = true });
        Add(asked.Latest($"{b.Name}'s place among {a.Name}'s partners", "rank({B}, among: partners({A}), by: trade, {Y})"));
        Add(asked.Latest($"{a.Name}'s place among {b.Name}'s partners", "rank({A}, among: partners({B}), by: trade, {Y})"));
        var charts = new List<ProfileChart>();
        if (asked.Lines("trade({A}, {B}, {Y})", 4, unit: "USD") is { Count: > 0 } trade)
            charts.Add(
                new()
                {
                    Title = $"Trade between {a.Name} and {b.Name}",
                    Unit = "USD",
                    Lines = trade,
                }
            );
        ProfileLine[] flows =
        [
            .. asked.Lines("exports({A} -> {B}, {Y})", 1, ProfileSide.First, $"{a.Name} sells", "USD"),
            .. asked.Lines("exports({B} -> {A}, {Y})", 1, ProfileSide.Second, $"{b.Name} sells", "USD"),
        ];
        if (flows.Length > 0)
            charts.Add(
                new()
                {
                    Title = "What each sells to the other",
                    Unit = "USD",
                    Lines = flows,
                }
            );
        return new()
        {
            Id = "trade",
            Title = "Trade",
            Figures = figures,
            Charts = charts,
            Notes =
                figures.Count == 0
                    ? []
                    :
                    [
                        "Goods, current US dollars unless a line says otherwise. The two sides' books differ by freight and insurance, by goods "
                            + "that pass through third states and by what either does not publish: both are shown.",
                    ],
            Missing =
                figures.Count == 0
                    ?
                    [
                        new(
                            $"trade between {a.Name} and {b.Name}",
                            "no figure of either side is in the record",
                            "entente record import cow-trade | imf-imts | comtrade FILE"
                        ),
                    ]
                : charts.Count == 0
                    ? [new("trade year by year", "fewer than three years of one authority", "entente record import cow-trade FILE")]
                : [],
        };
    }
}
