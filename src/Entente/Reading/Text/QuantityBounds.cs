using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>
/// The values that a written quantity admits, in its unit. A null end is unbounded; an end is included unless <see cref="LowOpen"/> or
/// <see cref="HighOpen"/> says otherwise.
/// </summary>
/// <param name="Relation">`=`, `~`, `&lt;`, `&gt;`, `&lt;=`, `&gt;=` or `between`.</param>
/// <param name="Low">The lowest value admitted.</param>
/// <param name="High">The highest value admitted.</param>
/// <param name="LowOpen">The lowest value itself is not admitted ("more than 36").</param>
/// <param name="HighOpen">The highest value itself is not admitted ("fewer than 36").</param>
public readonly record struct WrittenBounds(string Relation, double? Low, double? High, bool LowOpen = false, bool HighOpen = false)
{
    public bool Contains(double value) =>
        (Low is not { } low || (LowOpen ? value > low : value >= low))
        && (High is not { } high || (HighOpen ? value < high : value <= high));
}

/// <summary>
/// The one place that says what the words around a number admit. Without a hedge a number commits its writer to half a unit of its
/// last digit on either side; "about" widens that to a tenth of the value, or to one unit of the last digit where that is more; "nearly"
/// and "just over" take the same width on one side; "more than" and "less than" bound and leave out the number itself.
/// </summary>
public static class QuantityBounds
{
    /// <summary>What a softening word is worth, as a share of the value.</summary>
    public const double Softening = 0.1;

    /// <summary>The bounds of a mention. A rank admits its own place alone, whatever the words; a vote its count of ayes.</summary>
    public static WrittenBounds Of(QuantityMention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        return mention.Kind is QuantityKind.Ordinal or QuantityKind.VoteResult && mention.Hedge is not Hedge.AtMost
            ? new("=", mention.Number.Value, mention.Number.Value)
            : Of(mention.Number, mention.Hedge, mention.Upper);
    }

    /// <summary>The two ends of <see cref="Of(QuantityMention)"/>, in the mention's unit; null where a side is open.</summary>
    public static (double? Low, double? High) Interval(QuantityMention mention) =>
        Of(mention) is var bounds ? (bounds.Low, bounds.High) : default;

    /// <summary>The bounds of a number with the words around it; <paramref name="upper"/> is the other end of a range.</summary>
    public static WrittenBounds Of(WrittenNumber number, Hedge hedge, WrittenNumber? upper = null)
    {
        if (upper is { } end)
            return new("between", Math.Min(number.Low, end.Low), Math.Max(number.High, end.High));
        var value = number.Value;
        var width = Math.Max(Math.Abs(value) * Softening, number.LastDigit);
        return hedge switch
        {
            Hedge.About => new("~", value - width, value + width),
            Hedge.Nearly => new("~", value - width, value),
            Hedge.JustOver => new("~", value, value + width),
            Hedge.MoreThan => new(">", value, null, LowOpen: true),
            Hedge.LessThan => new("<", null, value, HighOpen: true),
            Hedge.AtLeast => new(">=", number.Low, null),
            Hedge.AtMost => new("<=", null, number.High),
            _ => new("=", number.Low, number.High),
        };
    }
}
