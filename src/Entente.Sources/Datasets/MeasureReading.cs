using Entente.Quantities;
using Entente.Record;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets;

/// <summary>Whose statistics a row is.</summary>
public enum ReportedBy
{
    Nobody,
    Subject,
    Object,
}

/// <summary>
/// How the rows of a bulk table answer for a measure of the catalogue: which column is the value, which the parties, in which unit. One
/// table may have several (the same flow is an import of one party and an export of the other).
/// </summary>
public sealed record MeasureReading
{
    /// <summary>The measure of the catalogue: `imports`.</summary>
    public required string Measure { get; init; }

    /// <summary>For volumes, whose statistics they are: `imports` or `exports`; null for measures of nothing else.</summary>
    public string? Of { get; init; }

    public required TableShape Table { get; init; }

    /// <summary>The column of the value.</summary>
    public required string Value { get; init; }

    /// <summary>The columns of the value's interval, where a figure has one; else null.</summary>
    public string? Lower { get; init; }

    public string? Upper { get; init; }

    /// <summary>True for figures computed from others: they inform, and are no authority.</summary>
    public bool Derived { get; init; }

    /// <summary>What the value is multiplied with to be in base units (1e6 for US$ million).</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The unit after scaling: `USD`, `share`, `index`.</summary>
    public required string Unit { get; init; }

    /// <exception cref="ArgumentException">The unit is not one of ours.</exception>
    public Unit UnitOf => unit ??= Units.Find(Unit);

    private Unit? unit;

    /// <summary>The column of the party whose measure it is; for a flow, the seller.</summary>
    public required string Subject { get; init; }

    /// <summary>The column of the partner; null for measures of one state.</summary>
    public string? Object { get; init; }

    /// <summary>The product group of all rows; where rows differ, <see cref="ItemColumn"/>.</summary>
    public string Item { get; init; } = "";

    /// <summary>The column that holds the product group's id.</summary>
    public string? ItemColumn { get; init; }

    /// <summary>The column of the year, or of a <see cref="Reading.PeriodCode"/> where its name is `period` or `day`.</summary>
    public required string Period { get; init; }

    /// <summary>A further condition on the table's columns (`direction = 1`); SQL of the shared kind.</summary>
    public string? Where { get; init; }

    public string Basis { get; init; } = "";

    public ReportedBy ReportedBy { get; init; }

    public Tier Tier { get; init; } = Tier.Primary;
}
