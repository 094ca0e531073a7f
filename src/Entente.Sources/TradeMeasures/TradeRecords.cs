using Entente.Measures.Trade;

namespace Entente.Sources.TradeMeasures;

/// <summary>Where a figure comes from.</summary>
/// <param name="Dataset">As `record import` calls it.</param>
/// <param name="Vintage">The publisher's release.</param>
/// <param name="Import">The number of the import.</param>
public sealed record TradeSource(string Dataset, string Vintage, int Import)
{
    public override string ToString() => $"{Dataset} {Vintage} (import {Import})";
}

/// <summary>Through whose reports a pair's trade is seen. Each reading keeps to one point of view for all of its flows.</summary>
public enum TradeView
{
    /// <summary>The Correlates of War Project's figures: every flow as its buyer reported it, totals as each state reported them.</summary>
    Cow,

    /// <summary>Each state's own reports, of its exports and of its imports, as one dataset has them; a reading for each dataset.</summary>
    Own,

    /// <summary>What the others report of each state.</summary>
    Mirror,

    /// <summary>Every flow as its seller reports it.</summary>
    Seller,

    /// <summary>Every flow as its buyer reports it.</summary>
    Buyer,

    /// <summary>CEPII's BACI: both reports brought to one figure by its authors.</summary>
    Baci,

    /// <summary>Both reports brought to one figure here (`record reconcile`).</summary>
    Reconciled,
}

/// <summary>How few partners a state has, and what part of its total those that are known make up.</summary>
/// <param name="Index">Over the partners with a figure.</param>
/// <param name="Coverage">Their sum over the reported total; no value where there is no such total.</param>
public sealed record PartnerConcentration(HerfindahlIndex Index, TradeFigure Coverage);

/// <summary>One state's side of a pair in a year, in one view. Values in US$ at current prices; null is missing, never nothing.</summary>
public sealed record TradeSide
{
    /// <summary>The code of the state.</summary>
    public required string State { get; init; }

    /// <summary>x_ij: to the other of the pair.</summary>
    public required double? Exports { get; init; }

    /// <summary>m_ij: from the other of the pair.</summary>
    public required double? Imports { get; init; }

    /// <summary>x_i: to the world.</summary>
    public required double? TotalExports { get; init; }

    /// <summary>m_i: from the world.</summary>
    public required double? TotalImports { get; init; }

    /// <summary>Of how many others' reports <see cref="TotalExports"/> is the sum; null where it is one reported figure.</summary>
    public required int? ExportReports { get; init; }

    public required int? ImportReports { get; init; }

    /// <summary>x_ij / x_i.</summary>
    public required TradeFigure ExportShare { get; init; }

    /// <summary>m_ij / m_i.</summary>
    public required TradeFigure ImportShare { get; init; }

    /// <summary>TS_i = T_ij / T_i.</summary>
    public required TradeFigure TradeShare { get; init; }

    /// <summary>x_ij − m_ij, US$.</summary>
    public required TradeFigure Balance { get; init; }

    /// <summary>I of the exports to the other (Drysdale and Garnaut); of all goods, without items.</summary>
    public required TradeFigure Intensity { get; init; }

    public required PartnerConcentration? ExportPartners { get; init; }

    public required PartnerConcentration? ImportPartners { get; init; }
}

/// <summary>A pair's trade in a year in one view.</summary>
public sealed record TradeReading
{
    public required TradeView View { get; init; }

    /// <summary>The view, and the dataset where the view is of one dataset: `own imf-imts`. No year has two readings of one name.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<TradeSource> Sources { get; init; }

    public required TradeSide First { get; init; }

    public required TradeSide Second { get; init; }

    /// <summary>T_ij: both flows, US$.</summary>
    public required TradeFigure Trade { get; init; }

    public required BarbieriMeasures Barbieri { get; init; }

    public required OnealRussettMeasures OnealRussett { get; init; }
}

/// <summary>Both reports of one flow.</summary>
public sealed record MirrorReading
{
    public required string Seller { get; init; }

    public required string Buyer { get; init; }

    /// <summary>X: US$, free on board.</summary>
    public required double? Export { get; init; }

    /// <summary>M: US$, with freight.</summary>
    public required double? Import { get; init; }

    /// <summary>ln(M/X).</summary>
    public required TradeFigure Gap { get; init; }
}

/// <summary>A gross domestic product, US$ at current prices.</summary>
public sealed record GdpFigure(string State, double? Value, TradeSource? Source);

/// <summary>The least and the greatest value of a measure over the views that have one: what the choice of reports alone does to it.</summary>
public readonly record struct FigureRange(double? Low, double? High, int Views);

/// <summary>Everything that imported datasets say of a pair's trade in a year.</summary>
public sealed record TradeYear
{
    public required string First { get; init; }

    public required string Second { get; init; }

    public required int Year { get; init; }

    /// <summary>In the order of <see cref="TradeView"/>; only views with at least one flow between the two.</summary>
    public required IReadOnlyList<TradeReading> Readings { get; init; }

    /// <summary>First to second, second to first.</summary>
    public required IReadOnlyList<MirrorReading> Mirror { get; init; }

    public required IReadOnlyList<GdpFigure> Gdp { get; init; }

    /// <summary>By item, where an imported dataset has headings; null where none has.</summary>
    public required ItemReading? Items { get; init; }

    /// <summary>The second's part in the first's trade, over all views.</summary>
    public FigureRange FirstShare => Range(r => r.First.TradeShare);

    /// <summary>The first's part in the second's trade, over all views.</summary>
    public FigureRange SecondShare => Range(r => r.Second.TradeShare);

    /// <summary>The range of any figure over the views.</summary>
    public FigureRange Range(Func<TradeReading, TradeFigure> figure)
    {
        var (low, high, views) = ((double?)null, (double?)null, 0);
        foreach (var reading in Readings)
            if (figure(reading).Value is { } value)
                (low, high, views) = (Math.Min(low ?? value, value), Math.Max(high ?? value, value), views + 1);
        return new(low, high, views);
    }
}

/// <summary>What the items of trade say, from one dataset with headings of a goods classification.</summary>
public sealed record ItemReading
{
    public required TradeSource Source { get; init; }

    /// <summary>How many digits the headings have.</summary>
    public required int Digits { get; init; }

    public required int Items { get; init; }

    /// <summary>True where flows are seen as their sellers report them; false where totals with the world are each state's own.</summary>
    public required bool BySellers { get; init; }

    /// <summary>Exports of the first to the second: I, C and B.</summary>
    public required IntensityMeasures FirstToSecond { get; init; }

    public required IntensityMeasures SecondToFirst { get; init; }

    /// <summary>Michaely's index: what the first sells against what the second buys, 0 to 100.</summary>
    public required TradeFigure FirstFits { get; init; }

    public required TradeFigure SecondFits { get; init; }

    /// <summary>Of each state's exports over items, and of its imports: first's exports, first's imports, second's exports, second's imports.</summary>
    public required IReadOnlyList<HerfindahlIndex> Concentration { get; init; }

    /// <summary>The items in which the first has the greatest advantage (Balassa), of those that make up a thousandth of its exports.</summary>
    public required IReadOnlyList<ItemAdvantage> FirstAdvantages { get; init; }

    public required IReadOnlyList<ItemAdvantage> SecondAdvantages { get; init; }

    /// <summary>Items of which the first is strategically dependent (Commission 2021) and the second its first supplier, by value.</summary>
    public required IReadOnlyList<ItemDependency> FirstDependsOnSecond { get; init; }

    public required IReadOnlyList<ItemDependency> SecondDependsOnFirst { get; init; }
}

/// <param name="Item">The heading: `2709`.</param>
/// <param name="Share">In the exports of the state, 0 to 1.</param>
/// <param name="Advantage">RCA.</param>
public sealed record ItemAdvantage(string Item, double Share, double Advantage);

/// <param name="Item">The heading.</param>
/// <param name="Imports">From all, US$.</param>
/// <param name="Test">The three indicators.</param>
public sealed record ItemDependency(string Item, double Imports, StrategicDependencyTest Test);
