using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction;

/// <summary>A claim while it is put together: token span, assertion, value. Frames make drafts; the extractor numbers and places them.</summary>
internal sealed record ClaimDraft
{
    public required int First { get; init; }

    public required int End { get; init; }

    public string? Assertion { get; init; }

    public IReadOnlyList<string> Alternatives { get; init; } = [];

    public required ClaimKind Kind { get; init; }

    public Modality? Modality { get; init; }

    public string? Relation { get; init; }

    public double? Value { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    public string? Unit { get; init; }

    public Period? Period { get; init; }

    public IReadOnlyList<Inference> Inferred { get; init; } = [];

    public string? Reason { get; init; }

    /// <summary>With the numeric fields of a quantity; a negative sign for falls.</summary>
    public ClaimDraft WithQuantity(QuantityMention quantity, double sign = 1, string? unit = null)
    {
        var bounds = QuantityBounds.Of(quantity);
        var (low, high) = (bounds.Low, bounds.High);
        if (sign < 0)
            (low, high) = (high is { } h ? -h : null, low is { } l ? -l : null);
        return this with
        {
            Relation = AssertionText.Relation(quantity),
            Value = quantity.Number.Value * sign,
            Low = low,
            High = high,
            Unit = unit ?? quantity.Unit.Symbol,
        };
    }
}
