namespace Entente.Reports.Charts;

/// <summary>How the points of a chart are laid out.</summary>
public enum ChartForm
{
    /// <summary>Lines over time; <see cref="ChartPoint.X"/> is a year with its fraction.</summary>
    Lines,

    /// <summary>One row for each point, a mark with its interval on a common scale; <see cref="ChartPoint.X"/> is the row.</summary>
    Rows,

    /// <summary>One row for each point, a bar from <see cref="ChartPoint.Low"/> to <see cref="ChartPoint.High"/> around <see cref="ChartModel.Base"/>, the widest first.</summary>
    Tornado,

    /// <summary>One row for each point, a bar from zero to the value, with its interval where it has one.</summary>
    Bars,
}

/// <summary>
/// What a chart shows, apart from how it is drawn: the reports draw it as SVG, a page may draw it otherwise, and all of them print its table. Every
/// number is in the unit's own scale (36 % is 0.36).
/// </summary>
public sealed record ChartModel
{
    /// <summary>Stable within one answer, for scripts and addresses: `c7`, `trade-1`, `real-income`.</summary>
    public required string Id { get; init; }

    public required ChartForm Form { get; init; }

    public required string Title { get; init; }

    /// <summary>A unit symbol (`USD`, `share`, `count`); null for bare numbers.</summary>
    public string? Unit { get; init; }

    /// <summary>True for changes, printed with their sign.</summary>
    public bool Signed { get; init; }

    /// <summary>True where a model computed the numbers: nobody has rounded them, and below a tenth two decimals of a per cent are told.</summary>
    public bool Modelled { get; init; }

    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Dated happenings to mark on the axis of time, the oldest first.</summary>
    public IReadOnlyList<ChartEvent> Events { get; init; } = [];

    /// <summary>What a text claims, to lay over the series; null where nothing is claimed.</summary>
    public ChartMark? Mark { get; init; }

    /// <summary>The value that bars or intervals are read against (the central result, one half, zero); null without one.</summary>
    public double? Base { get; init; }

    /// <summary>What <see cref="Base"/> is called: "all at their modes".</summary>
    public string? BaseName { get; init; }

    /// <summary>What the first column of the table is: "Year", "Region", "Assumption".</summary>
    public required string Across { get; init; }

    /// <summary>What the chart shows in a sentence or two with its numbers: for those who do not see it.</summary>
    public required string Summary { get; init; }

    /// <summary>What to know before using it; null where nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>One line, or one kind of rows: whose figures, from where, as published when.</summary>
public sealed record ChartSeries
{
    public required string Name { get; init; }

    /// <summary>The authority or publication; null where a model computed it.</summary>
    public string? Source { get; init; }

    /// <summary>Who passed it on.</summary>
    public string? Via { get; init; }

    /// <summary>When the latest of its figures was published.</summary>
    public string? Vintage { get; init; }

    public string? Url { get; init; }

    /// <summary>True for the authority whose word decides.</summary>
    public bool Lead { get; init; }

    /// <summary>In the order of <see cref="ChartPoint.X"/>; what is missing is not there.</summary>
    public required IReadOnlyList<ChartPoint> Points { get; init; }
}

/// <summary>A value, with its interval where it has one.</summary>
public sealed record ChartPoint
{
    /// <summary>What it is for: a period of the claim language (`2022`, `2022-03`), or what its row is called.</summary>
    public required string At { get; init; }

    /// <summary>Where it stands: a year with its fraction, or the number of its row from 0.</summary>
    public required double X { get; init; }

    public required double Value { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    public string? Published { get; init; }

    /// <summary>What to know of this one: whose assumption, what it was set to.</summary>
    public string? Note { get; init; }
}

/// <summary>Something dated that bears on what the lines show.</summary>
public sealed record ChartEvent
{
    /// <summary>`2022-02-24`, `2014`.</summary>
    public required string At { get; init; }

    public required double X { get; init; }

    public required string Text { get; init; }

    public string? Source { get; init; }

    public string? Url { get; init; }
}

/// <summary>What a text claims, on the scale of a chart: a value or a range, at a period.</summary>
public sealed record ChartMark
{
    /// <summary>`claimed 36 %`.</summary>
    public required string Text { get; init; }

    public double? Value { get; init; }

    /// <summary>What the words commit to; negative infinity for "at most".</summary>
    public required double Low { get; init; }

    /// <summary>Positive infinity for "at least".</summary>
    public required double High { get; init; }

    /// <summary>The claim's period; null where it names none.</summary>
    public string? At { get; init; }

    public double? X { get; init; }

    /// <summary>The code of the verdict: `contradicted`.</summary>
    public required string Verdict { get; init; }

    /// <summary>How far it lies from the lead authority's figure, in words: `10.9 pp too low`; null where that is not known.</summary>
    public string? OffBy { get; init; }
}
