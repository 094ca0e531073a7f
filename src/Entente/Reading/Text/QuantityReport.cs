namespace Entente.Reading.Text;

/// <summary>One quantity of a line as `entente quantities` prints it.</summary>
public sealed record ReportedQuantity
{
    /// <summary>The words of the quantity, its hedge included.</summary>
    public required string Text { get; init; }

    /// <summary>First and one-past-last UTF-16 code unit in the line.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>`=`, `~`, `&lt;`, `&gt;`, `&lt;=`, `&gt;=` or `between`.</summary>
    public required string Relation { get; init; }

    /// <summary>The number in the unit; null for a range, which is its two ends.</summary>
    public double? Value { get; init; }

    /// <summary>The ends of what the words admit; null where they leave a side open.</summary>
    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>The unit's symbol (`USD`, `share`, `pp`, `count`, `days` …).</summary>
    public required string Unit { get; init; }

    /// <summary>`up`, `down` or null.</summary>
    public string? Change { get; init; }

    /// <summary>What is counted or what it is a part of ("meetings", "Russian exports"); null where the words after it do not say.</summary>
    public string? Of { get; init; }
}

/// <summary>The quantities of one line of text, for the command line and other programs.</summary>
public static class QuantityReport
{
    private const int LongestOf = 6;

    public static IReadOnlyList<ReportedQuantity> Of(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var tokens = Tokenizer.Tokenize(line);
        var view = new TokenView(tokens);
        return [.. QuantityReader.Read(tokens).Mentions.Select(mention => Report(line, view, mention))];
    }

    private static ReportedQuantity Report(string line, TokenView view, QuantityMention mention)
    {
        var start = view[mention.FirstToken].Start;
        var end = view[mention.EndToken - 1].End;
        var bounds = QuantityBounds.Of(mention);
        return new()
        {
            Text = line[start..end],
            Start = start,
            End = end,
            Relation = bounds.Relation,
            Value = mention.Upper is null ? mention.Number.Value : null,
            Low = bounds.Low,
            High = bounds.High,
            Unit = mention.Unit.Symbol,
            Change = mention.Change switch
            {
                Change.Up => "up",
                Change.Down => "down",
                _ => null,
            },
            Of = mention.Noun ?? Whole(line, view, mention.EndToken),
        };
    }

    /// <summary>The words after "of", up to the next preposition, verb or sign: "73 percent of Russian exports to China" is of "Russian exports".</summary>
    private static string? Whole(string line, TokenView view, int at)
    {
        if (!view.Is(at, "of"))
            return null;
        var first = at + 1;
        while (view.Lower(first) is "the" or "its" or "their" or "all" or "his" or "her" or "a" or "an")
            first++;
        var end = first;
        while (
            end < view.Count
            && end - first < LongestOf
            && (view.IsWord(end) && (!NounWords.IsStop(view.Lower(end)) || view.Is(end, "'s")) || view.IsHyphen(end))
        )
            end++;
        return end == first ? null : line[view[first].Start..view[end - 1].End];
    }
}
