using Entente.Quantities;

namespace Entente.Measures;

/// <summary>What parties a measure takes in the claim language.</summary>
public enum Parties
{
    /// <summary>`price(brent, 2022)`: none, or only an item.</summary>
    None,

    /// <summary>`gdp(CHN, 2022)`.</summary>
    State,

    /// <summary>`border_length(CHN, RUS)`: two parties, order without meaning for the value.</summary>
    Dyad,

    /// <summary>`trade(CHN, RUS)` or, with the world, `trade(CHN)`. The first party's statistics lead.</summary>
    StateOrDyad,

    /// <summary>`tariff(USA -&gt; CHN)`: from the acting side to the other.</summary>
    Flow,

    /// <summary>`exports(CHN -&gt; RUS)` or, to the world, `exports(CHN)`.</summary>
    StateOrFlow,
}

/// <summary>Authorities that lead for a point of view, best first ("for what China traded: China's customs").</summary>
public sealed record AuthorityRule
{
    /// <summary>The reporter whose view it is, or `*`.</summary>
    public required string For { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>A measure of the catalogue: the words texts use for it, its type in the claim language, and how the record holds it.</summary>
public sealed record MeasureDefinition
{
    /// <summary>The function name in the claim language and the measure id in the record: `trade`, `gdp`, `nuclear_warheads`.</summary>
    public required string Id { get; init; }

    public required Parties Parties { get; init; }

    /// <summary>The dimension of its values; money for trade, count for warheads.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>Unit symbol values are given in where the dimension leaves a choice (`warheads`, `km`); null for money (any currency).</summary>
    public string? Unit { get; init; }

    /// <summary>True where a product group may be given.</summary>
    public bool TakesItem { get; init; }

    /// <summary>True where values add up over months (flows), false for stocks (population, warheads).</summary>
    public bool Cumulative { get; init; }

    /// <summary>Words and phrases of texts that mean this measure.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Phrases that contain one of the words and mean something else ("trade union").</summary>
    public IReadOnlyList<string> AntiWords { get; init; } = [];

    /// <summary>Words for growth over which only this measure can be meant ("exporter" for exports).</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    /// <summary>Other readings the words admit, as measure ids; shown as notes, not decisive.</summary>
    public IReadOnlyList<string> OtherReadings { get; init; } = [];

    /// <summary>True where growth is customarily told in real terms, so that current prices do not decide it.</summary>
    public bool RealGrowth { get; init; }

    /// <summary>What the values of all states add up to by definition (1 for shares of the world's whole); null where they add up to nothing known.</summary>
    public double? WorldTotal { get; init; }

    /// <summary>How far independent authorities normally differ, as a fraction (trade: 0.10).</summary>
    public double NormalGap { get; init; } = 0.10;

    public IReadOnlyList<AuthorityRule> Authorities { get; init; } = [];
}
