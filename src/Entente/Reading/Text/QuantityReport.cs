using System.Collections.Frozen;
using Entente.Quantities;

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

    /// <summary>The number in the unit; null for a range and for a vague plural ("dozens"), which are their two ends.</summary>
    public double? Value { get; init; }

    /// <summary>The ends of what the words admit; null where they leave a side open. A range's ends are as written.</summary>
    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>The unit's symbol (`USD`, `share`, `pp`, `days` …); for a plain count the noun that it counts ("countries"), `count` where there is none.</summary>
    public required string Unit { get; init; }

    /// <summary>The unit as the claim language knows it: `count` or `persons` where <see cref="Unit"/> is a noun.</summary>
    public Unit? Measured { get; init; }

    /// <summary>`up`, `down` or null.</summary>
    public string? Change { get; init; }

    /// <summary>What is counted or what it is a part of ("European countries", "Russian exports"); null where the words do not say.</summary>
    public string? Of { get; init; }
}

/// <summary>
/// The quantities of one line of text, for the command line and other programs. What the claims pass over because it only describes is
/// here too ("one of the largest banks", an age); what is a word more than a number is not ("a year ago", "for the second time").
/// </summary>
public static class QuantityReport
{
    private const int LongestOf = 6;

    private static readonly FrozenSet<string> Movers = (
        "went go goes gone going move moves moved moving shift shifts shifted change changes changed changing revise revised swing swung taken takes took take brought brings"
        + " extend extended widened widen widens narrowed narrow narrows slow slowed slows slowing ease eased eases improved improve turned lifted lift lifts"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A vague plural reaches to the next power: "dozens" are 12 to 120.</summary>
    private const double VagueSpan = 10;

    public static IReadOnlyList<ReportedQuantity> Of(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var tokens = Tokenizer.Tokenize(line);
        var view = new TokenView(tokens);
        var reading = QuantityReader.Read(tokens);
        var reported = new List<ReportedQuantity>(reading.Mentions.Count);
        var skip = 0;
        string? counted = null;
        QuantityMention? last = null;
        var suspended = 0;
        var named = 0;
        foreach (var mention in reading.Mentions)
        {
            for (; skip < reading.Skipped.Count && reading.Skipped[skip].FirstToken < mention.FirstToken; skip++)
                Add(reported, PassedOver(line, view, reading.Skipped[skip]));
            if (IsBareLength(view, mention) || (mention.Kind == QuantityKind.Ordinal && !Ranks(view, mention)))
                continue;
            // "two new 737 Max jets": a number within the name of what is counted.
            if (mention.Kind == QuantityKind.Count && mention.FirstToken < named)
                continue;
            var quantity = Report(line, view, mention, ref counted, ref named);
            if (
                reported.Count > 0
                && JoinsFrom(view, last, mention)
                && TryJoin(line, reported[^1], quantity, Moves(view, last!.FirstToken - 1)) is { } range
            )
                reported[^1] = range;
            else
            {
                if (!IsSuspended(view, mention, quantity))
                    for (; suspended > 0; suspended--)
                        reported[^suspended] = reported[^suspended] with
                        {
                            Unit = quantity.Unit,
                            Measured = quantity.Measured,
                            Of = quantity.Of,
                        };
                reported.Add(quantity);
            }
            suspended = IsSuspended(view, mention, quantity) ? suspended + 1 : 0;
            last = mention;
        }
        for (; skip < reading.Skipped.Count; skip++)
            Add(reported, PassedOver(line, view, reading.Skipped[skip]));
        return reported;
    }

    private static void Add(List<ReportedQuantity> reported, ReportedQuantity? quantity)
    {
        if (quantity is not null)
            reported.Add(quantity);
    }

    /// <summary>
    /// "fines from $250,000 to $1 million" are a range, and so is what has one unit for both ends ("rose from 10 to 12 million tonnes"); what moves
    /// from one amount to another ("fell from $75 a barrel to $46") has two levels.
    /// </summary>
    private static bool JoinsFrom(TokenView view, QuantityMention? low, QuantityMention high)
    {
        if (
            low is null
            || high.FirstToken != low.EndToken + 1
            || !view.Is(low.EndToken, "to")
            || !view.Is(low.FirstToken - 1, "from")
            || low.Kind == QuantityKind.Ordinal
        )
            return false;
        var shared =
            low.Kind != QuantityKind.Count
            && (view.IsNumber(low.EndToken - 1) || NumberWords.Cardinals.ContainsKey(view.Lower(low.EndToken - 1)))
            && !(view.IsKind(low.CoreToken, TokenKind.Currency) && view.IsKind(high.CoreToken, TokenKind.Currency));
        return shared || !Moves(view, low.FirstToken - 1);
    }

    private static bool Moves(TokenView view, int from)
    {
        for (var i = from - 1; i >= Math.Max(0, from - 7) && !(view.IsKind(i, TokenKind.Punctuation) && !view.IsHyphen(i)); i--)
            if (HedgeWords.Direction(view.Lower(i)) != Change.None || Movers.Contains(view.Lower(i)))
                return true;
        return false;
    }

    /// <summary>The unit comes with the next: "four-, five- and six-cylinder engines", "280 million of the 1.5 billion shekels".</summary>
    private static bool IsSuspended(TokenView view, QuantityMention mention, ReportedQuantity quantity)
    {
        var end = mention.EndToken;
        return quantity.Unit == Units.Count.Symbol
            && (
                (view.IsDash(end) && view.Touches(end - 1))
                || (view.Is(end, "of") && view.Lower(end + 1) is "the" or "its" or "their" && view.IsNumber(end + 2))
            );
    }

    /// <summary>The two ends as one range, as the words write it; null where they are of different units.</summary>
    private static ReportedQuantity? TryJoin(string line, ReportedQuantity low, ReportedQuantity high, bool moves) =>
        low.Value is not { } a
        || high.Value is not { } b
        || (
            low.Unit != high.Unit
            && !low.Unit.StartsWith(high.Unit + "/", StringComparison.Ordinal)
            && !high.Unit.StartsWith(low.Unit + "/", StringComparison.Ordinal)
        )
        || high.Unit is "rank"
            ? null
            : low with
            {
                Text = line[low.Start..high.End],
                End = high.End,
                Relation = "between",
                Value = null,
                Low = Math.Min(a, b),
                High = Math.Max(a, b),
                Change =
                    !moves ? null
                    : a < b ? "up"
                    : "down",
                Unit = low.Unit.Length >= high.Unit.Length ? low.Unit : high.Unit,
                Of = low.Of ?? high.Of,
            };

    private static ReportedQuantity Report(string line, TokenView view, QuantityMention mention, ref string? counted, ref int named)
    {
        var end = mention.EndToken;
        var unit = mention.Unit.Symbol;
        string? of;
        if (mention.Kind == QuantityKind.Count)
        {
            (unit, of, named) = Count(line, view, mention, counted);
            var past = named;
            counted = unit == Units.Count.Symbol ? counted : unit;
            if (unit != Units.Count.Symbol && Rate(view, past, out _) is { } rate)
                unit = $"{unit}/{rate}";
        }
        else
        {
            if (
                mention.Kind
                    is QuantityKind.Duration
                        or QuantityKind.Money
                        or QuantityKind.Percent
                        or QuantityKind.PercentagePoints
                        or QuantityKind.Physical
                && !unit.Contains('/', StringComparison.Ordinal)
                && Rate(view, end, out var past) is { } rate
            )
                (unit, end) = ($"{unit}/{rate}", past);
            of = mention.Noun ?? Whole(line, view, end);
        }
        var bounds = QuantityBounds.Of(mention);
        var vague = mention.Hedge == Hedge.AtLeast && NumberWords.VagueScales.ContainsKey(view.Lower(mention.CoreToken));
        var (low, high) =
            mention.Upper is { } upper ? (mention.Number.Value, upper.Value)
            : vague ? (mention.Number.Value / 2, mention.Number.Value / 2 * VagueSpan)
            : (bounds.Low, bounds.High);
        // Half a point is written 0.5 pp, though the claims keep it as they keep shares.
        var factor = mention.Kind == QuantityKind.PercentagePoints ? 100 : 1;
        var within = mention.Kind == QuantityKind.Duration && bounds.Relation == "=" && view.Is(mention.FirstToken - 1, "within");
        return new()
        {
            Text = line[view[mention.FirstToken].Start..view[end - 1].End],
            Start = view[mention.FirstToken].Start,
            End = view[end - 1].End,
            Relation =
                vague ? "between"
                : within ? "<="
                : bounds.Relation,
            Value = mention.Upper is null && !vague ? Points(mention.Number.Value, factor) : null,
            Low = within || low is not { } lowest ? null : Points(lowest, factor),
            High = high is { } highest ? Points(highest, factor) : null,
            Unit = unit,
            Measured = mention.Unit,
            Change = mention.Change switch
            {
                Change.Up => "up",
                Change.Down => "down",
                _ => null,
            },
            Of = of,
        };
    }

    /// <summary>Without the last binary digits that a hundredfold leaves behind.</summary>
    private static double Points(double value, int factor) => factor == 1 ? value : Math.Round(value * factor, 9);

    /// <summary>The noun, the words that belong to it and the token after it; of the count before where "and", "from" or the like goes on with it.</summary>
    private static (string Unit, string? Of, int Past) Count(string line, TokenView view, QuantityMention mention, string? before)
    {
        var end = mention.EndToken;
        if (mention.Noun == "times")
            return ("times", "times", end);
        var one = mention.Number.Value == 1 && mention.Upper is null;
        if (CountedThings.After(view, end, plural: !one) is { } thing)
            return (thing.Head, thing.End > thing.First ? line[view[thing.First].Start..view[thing.End - 1].End] : thing.Head, thing.End);
        var word = view.Lower(mention.FirstToken - 1);
        if (word is "was" or "is" or "turned" or "turns" && view.Lower(mention.FirstToken - 2) is "who" or "he" or "she")
            return ("years", "age", end);
        return
            before is not null
            && (
                word is "with" && view.Is(mention.FirstToken - 2, "compared")
                || word is "and" or "or" or "from" or "to" or "than" or "against" or "versus" or "including"
            )
            ? (before, before, end)
            : (Units.Count.Symbol, Whole(line, view, end), end);
    }

    /// <summary>What a quantity is counted for: "$3,500 a month", "5 percent per year", "500 flights a day".</summary>
    private static string? Rate(TokenView view, int at, out int end)
    {
        end = at;
        var article = view.Lower(at) is "a" or "an";
        if (!article && !view.Is(at, "per") && !(view.Is(at, "/") && view.Touches(at - 1) && view.Touches(at)))
            return null;
        var word = view.Lower(at + 1) switch
        {
            "second" => "second",
            "minute" or "min" => "minute",
            "hour" or "h" => "hour",
            "day" => "day",
            "week" => "week",
            "month" => "month",
            "quarter" => "quarter",
            "year" or "annum" or "yr" => "year",
            "person" or "capita" or "head" => "person",
            "share" => "share",
            "pound" => "lb",
            "litre" or "liter" => "litre",
            "gallon" => "gallon",
            "tonne" or "ton" => "tonne",
            "barrel" => "barrel",
            "decade" => "decade",
            "century" => "century",
            "household" => "household",
            "game" => "game",
            _ => null,
        };
        if (word is null || (article && view.Lower(at + 2) is "ago" or "earlier" or "later" or "before" or "after" or "previously"))
            return null;
        // "a year and a half"
        if (article && view.Is(at + 2, "and") && view.Is(at + 3, "a"))
            return null;
        end = at + 2;
        return word;
    }

    /// <summary>"a year", "a decade": an article and a word of time, no number.</summary>
    private static bool IsBareLength(TokenView view, QuantityMention mention) =>
        mention.Kind == QuantityKind.Duration
        && view.Lower(mention.CoreToken) is "a" or "an"
        && UnitWords.Durations.ContainsKey(view.Lower(mention.CoreToken + 1))
        && !view.Is(mention.CoreToken + 2, "and");

    /// <summary>True for a place in an order ("second-largest", "No. 2", "ranked third"), false for an ordinal that only numbers ("the second time").</summary>
    private static bool Ranks(TokenView view, QuantityMention mention)
    {
        var first = view.Lower(mention.FirstToken);
        if (mention.Hedge == Hedge.AtMost || first is "no" or "number" or "top")
            return true;
        var next = view.Lower(view.PastHyphen(mention.EndToken));
        // "fell from fifth to ninth", "for the fourteenth time"
        return mention.Noun is "place" or "position" or "rank" or "spot"
            || (mention.Noun is "time" && mention.Number.Value > 2)
            || (
                view.Lower(mention.FirstToken - 1) is "from" or "to"
                && (!view.IsWord(mention.EndToken) || NounWords.IsStop(view.Lower(mention.EndToken)))
            )
            || next is "most" or "least" or "best" or "worst" or "leading"
            || (next.Length > 5 && next.EndsWith("est", StringComparison.Ordinal))
            || view.Lower(mention.FirstToken - 1) is "ranked" or "ranks" or "ranking" or "placed" or "finished" or "came" or "comes";
    }

    /// <summary>What the reader set aside and still is a quantity: one of several things, an age.</summary>
    private static ReportedQuantity? PassedOver(string line, TokenView view, SkippedNumber skipped)
    {
        var at = skipped.FirstToken;
        double value;
        int end;
        string unit;
        string of;
        Unit measured;
        if (skipped.Reason == "pronoun" && view.Is(at, "one") && view.Is(at + 1, "of") && CountedThings.OneOf(view, at + 1) is { } thing)
            (value, end, unit, of, measured) = (1, at + 1, thing.Head, line[view[thing.First].Start..view[thing.End - 1].End], Units.Count);
        else if (
            skipped.Reason == "age"
            && !view.Is(at - 1, ",")
            && NumberReader.TryRead(view, at, false, out var age)
            && !IsAgeRange(view, age.End)
        )
            (value, end, unit, of, measured) = (age.Number.Value, Math.Max(age.End, skipped.EndToken), "years", "age", Units.Find("years"));
        else
            return null;
        return new()
        {
            Text = line[view[at].Start..view[end - 1].End],
            Start = view[at].Start,
            End = view[end - 1].End,
            Relation = "=",
            Value = value,
            Low = value,
            High = value,
            Unit = unit,
            Measured = measured,
            Of = of,
        };
    }

    /// <summary>"in her 30s", "aged 25 to 54".</summary>
    private static bool IsAgeRange(TokenView view, int at) =>
        view.Is(at, "s") || ((view.IsDash(at) || view.Lower(at) is "to" or "and" or "or") && view.IsNumber(at + 1));

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
