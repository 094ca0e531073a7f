namespace Entente.Models.Equilibrium;

/// <summary>What a measure does.</summary>
public enum ShockKind
{
    /// <summary>The tariff becomes this rate.</summary>
    Tariff,

    /// <summary>The tariff rises by this much.</summary>
    AddedTariff,

    /// <summary>Costs of trade are multiplied by this factor.</summary>
    Iceberg,

    /// <summary>Nothing is sold any more.</summary>
    Embargo,

    /// <summary>This share of the seller's varieties may not be sold: their weight in π falls by it.</summary>
    ExportControl,

    /// <summary>Each giver pays this fraction of its value added, split among the takers by theirs.</summary>
    Transfer,

    /// <summary>Tariffs become those of a table.</summary>
    TariffTable,
}

/// <summary>One declared measure.</summary>
public sealed record TradeShock
{
    public required ShockKind Kind { get; init; }

    /// <summary>Sellers; givers of a transfer. Region codes.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Buyers; takers of a transfer.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>True where it holds in the other direction too.</summary>
    public bool BothWays { get; init; }

    /// <summary>Sector codes; none is all.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Rate, factor or share, by kind; not read for an embargo.</summary>
    public Spread Size { get; init; } = Spread.Exactly(0);

    /// <summary>1 + the new tariffs, laid out like the base's; of <see cref="ShockKind.TariffTable"/> alone.</summary>
    public double[]? Table { get; init; }

    /// <summary>Where the size comes from, or why it is assumed.</summary>
    public required string Source { get; init; }

    /// <summary>Where it is declared, for errors.</summary>
    public string Where { get; init; } = "";
}

/// <summary>What deficits do in a scenario.</summary>
public enum DeficitTreatment
{
    Held,
    Scaled,

    /// <summary>The base is first solved without deficits, and that is the base.</summary>
    Zeroed,
}

/// <summary>An elasticity that a scenario gives to sectors: drawn once for all of them.</summary>
/// <param name="Sectors">Codes; none is all.</param>
public sealed record SectorElasticity(IReadOnlyList<string> Sectors, Spread Value, string Source);

/// <summary>
/// An elasticity of supply: of a sector's value added to its price over the wage. Drawn once for all sectors and regions that it is given to.
/// </summary>
/// <param name="Sectors">Codes; none is all.</param>
/// <param name="Regions">Codes; none is all.</param>
/// <param name="Value">0 is a given quantity, infinite a sector into which labour moves freely.</param>
public sealed record SupplyElasticity(IReadOnlyList<string> Sectors, IReadOnlyList<string> Regions, Spread Value, string Source);

/// <summary>A run of a scenario, such as the short or the long one: what it has in place of the scenario's own numbers.</summary>
public sealed record ScenarioVariant
{
    public required string Name { get; init; }

    public DeficitTreatment? Deficits { get; init; }

    public required IReadOnlyList<SectorElasticity> Elasticities { get; init; }

    public required IReadOnlyList<SupplyElasticity> Supply { get; init; }
}

/// <summary>A question to the model.</summary>
public sealed record TradeScenario
{
    public required string Name { get; init; }

    public string Question { get; init; } = "";

    public required DeficitTreatment Deficits { get; init; }

    /// <summary>In place of those of the base; later ones over earlier ones.</summary>
    public required IReadOnlyList<SectorElasticity> Elasticities { get; init; }

    public required IReadOnlyList<TradeShock> Shocks { get; init; }

    /// <summary>How embargoes and controls are evaded; null where they are not.</summary>
    public Rerouting? Rerouting { get; init; }

    /// <summary>Elasticities of supply; later ones over earlier ones. Where none is given labour moves freely.</summary>
    public IReadOnlyList<SupplyElasticity> Supply { get; init; } = [];

    /// <summary>Regions to print; none is all.</summary>
    public required IReadOnlyList<string> Report { get; init; }

    /// <summary>Members of a bloc whose imports from one another are told; none for no bloc.</summary>
    public IReadOnlyList<string> Bloc { get; init; } = [];

    /// <summary>Runs under other elasticities, to be told side by side; none where there is one set.</summary>
    public IReadOnlyList<ScenarioVariant> Variants { get; init; } = [];

    /// <summary>Which of its variants this is; empty where it is none.</summary>
    public string Run { get; init; } = "";

    /// <summary>Numbers that whoever runs it holds at a value, in place of the file's ranges.</summary>
    public IReadOnlyList<FixedNumber> Fixed { get; init; } = [];

    /// <summary>The first-order decomposition counts prices and tariff revenue, not what embargoes and costs take away: it holds for tariffs alone.</summary>
    public bool FirstOrderHolds => Shocks.All(s => s.Kind is ShockKind.Tariff or ShockKind.AddedTariff or ShockKind.TariffTable);

    /// <summary>What is to be solved: a scenario for each variant, or this one.</summary>
    public IReadOnlyList<TradeScenario> Runs() =>
        Variants.Count == 0
            ? [this]
            :
            [
                .. Variants.Select(v =>
                    this with
                    {
                        Run = v.Name,
                        Deficits = v.Deficits ?? Deficits,
                        Elasticities = [.. Elasticities, .. v.Elasticities],
                        Supply = [.. Supply, .. v.Supply],
                        Variants = [],
                    }
                ),
            ];
}
