using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>
/// Finds the quantities of a statement: amounts of money, shares, counts, durations, physical amounts, prices, fractions, multiples,
/// ordinals and votes, with their bounds. One pass from left to right; at each token a fixed number of readings is tried, each
/// looking a bounded number of tokens around, so that time is linear in the length.
/// </summary>
public static class QuantityReader
{
    /// <summary>All numbers of a statement: the quantities, and the numbers passed over with the reason. Never throws on any tokens.</summary>
    public static QuantityReading Read(IReadOnlyList<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var view = new TokenView(tokens);
        var mentions = new List<QuantityMention>();
        var skipped = new List<SkippedNumber>();
        var floor = 0;
        for (var i = 0; i < view.Count; )
        {
            if (!MayStart(view, i))
            {
                i++;
                continue;
            }
            if (TryRead(view, i, floor, out var mention))
            {
                mentions.Add(mention);
                i = floor = mention.EndToken;
            }
            else if (IsExcluded(view, i, out var start, out var end, out var reason))
            {
                end = Math.Min(end, view.Count);
                skipped.Add(new(Math.Max(start, floor), end, reason));
                i = floor = end;
            }
            else
            {
                if (view.IsNumber(i))
                    skipped.Add(new(i, i + 1, "not-a-number"));
                i++;
            }
        }
        return new() { Mentions = mentions, Skipped = skipped };
    }

    /// <summary>Numbers, currency signs and codes, and the few words that begin a written-out quantity.</summary>
    private static bool MayStart(TokenView view, int i)
    {
        ref readonly var token = ref view[i];
        if (token.Kind is TokenKind.Number or TokenKind.Currency)
            return true;
        if (token.Kind != TokenKind.Word)
            return false;
        var lower = token.Lower;
        return Openings.Contains(lower)
            || lower.EndsWith("fold", StringComparison.Ordinal)
            || char.IsAsciiDigit(lower[^1])
            || (view.IsNumber(i + 1) && UnitWords.CurrencyCodes.ContainsKey(lower))
            || (lower == "y" && view.Is(i + 1, "="))
            || (view.IsKind(i + 1, TokenKind.Currency) && view.GapAfter(i) <= 1);
    }

    // The words that may begin a quantity, looked up once for each token.
    private static readonly HashSet<string> Openings = new(
        [
            .. (ReadOnlySpan<string>)["a", "an", "half", "several", "many", "few", "twice", "thrice", "top", "no", "number", "nos"],
            .. NumberWords.Cardinals.Keys,
            .. NumberWords.VagueScales.Keys,
            .. NumberWords.Ordinals.Keys,
            .. NumberWords.MultiplyingVerbs.Keys,
        ],
        StringComparer.Ordinal
    );

    private static bool TryRead(TokenView view, int i, int floor, out QuantityMention mention)
    {
        mention = null!;
        // A name's number comes before all, a word's other meanings after: "a third" is a fraction before it is an ordinal.
        if (view.IsWord(i) && char.IsAsciiDigit(view.Lower(i)[^1]) && !UnitWords.CurrencyCodes.ContainsKey(view.Lower(i)))
            return false;
        Draft? draft =
            OrdinalReader.TryReadRank(view, i)
            ?? (
                IsAmountExcluded(view, i)
                    ? null
                    : VoteReader.TryRead(view, i)
                        ?? MultipleReader.TryRead(view, i)
                        ?? FractionReader.TryRead(view, i)
                        ?? AmountReader.TryRead(view, i)
            )
            ?? OrdinalReader.TryRead(view, i);
        if (draft is null)
            return false;
        mention = Finish(view, draft, floor);
        return true;
    }

    private static bool IsAmountExcluded(TokenView view, int i) =>
        !view.IsKind(i, TokenKind.Currency)
        && (view.IsNumber(i) || NumberWords.Cardinals.ContainsKey(view.Lower(i)))
        && !VoteReader.MayBeVote(view, i)
        && (OrdinalReader.Starts(view, i) || NumberExclusions.TryFind(view, i, out _, out _, out _));

    private static bool IsExcluded(TokenView view, int i, out int start, out int end, out string reason)
    {
        start = i;
        if (view.IsWord(i) && NumberExclusions.TryFindInWord(view, i, out end, out reason))
            return true;
        if (
            (view.IsNumber(i) || NumberWords.Cardinals.ContainsKey(view.Lower(i)))
            && NumberExclusions.TryFind(view, i, out start, out end, out reason)
        )
            return true;
        return OrdinalReader.IsExcluded(view, i, out end, out reason);
    }

    /// <summary>Adds what stands around the core: the hedge before, the direction of change.</summary>
    private static QuantityMention Finish(TokenView view, Draft draft, int floor)
    {
        var first = Math.Max(floor, draft.Start);
        var hedge = draft.Hedge;
        if (draft.Kind is not (QuantityKind.Ordinal or QuantityKind.VoteResult))
        {
            var before = HedgeWords.ReadBefore(view, draft.Start, floor, out var start);
            // "over 20 years" is a stretch as often as a bound: only where the words before it ask for an amount is it one.
            if (
                draft.Kind == QuantityKind.Duration
                && before == Hedge.MoreThan
                && view.Is(start, "over")
                && view.Lower(start - 1) is not ("for" or "after" or "well" or "of" or "lasted" or "is" or "was")
            )
                (before, start) = (Hedge.None, draft.Start);
            if (
                before != Hedge.None
                && (
                    hedge is Hedge.None
                    || (hedge is Hedge.AtLeast && before is Hedge.MoreThan)
                    || (hedge is Hedge.About && draft.Number.LastDigit > 0)
                )
            )
                hedge = before;
            if (before != Hedge.None || start < first)
                first = Math.Max(floor, start);
        }
        var end = draft.End;
        if (hedge == Hedge.None)
        {
            hedge = HedgeWords.ReadAfter(view, end, out var after);
            end = after;
        }
        if (draft.Upper is not null)
            hedge = Hedge.Between;
        var change = draft.Change;
        if (
            change == Change.None
            && draft.Kind is not (QuantityKind.Ordinal or QuantityKind.VoteResult or QuantityKind.Price or QuantityKind.Duration)
        )
            change = HedgeWords.ReadChange(view, first, end, floor);
        return new()
        {
            FirstToken = first,
            EndToken = end,
            CoreToken = Math.Max(first, draft.Core),
            Kind = draft.Kind,
            Number = draft.Number,
            Upper = draft.Upper,
            Unit = draft.Unit,
            Hedge = hedge,
            Change = change,
            Noun = draft.Noun,
            Vote = draft.Vote,
            Definite =
                draft.Kind is QuantityKind.Count or QuantityKind.Duration
                && DefiniteCounts.Is(view, first, draft.End, draft.Kind == QuantityKind.Duration),
        };
    }

    /// <summary>A quantity before the words around it are read.</summary>
    internal sealed record Draft
    {
        public required int Start { get; init; }

        public required int Core { get; init; }

        public required int End { get; init; }

        public required QuantityKind Kind { get; init; }

        public required WrittenNumber Number { get; init; }

        public WrittenNumber? Upper { get; init; }

        public required Unit Unit { get; init; }

        public Hedge Hedge { get; init; }

        public Change Change { get; init; }

        public string? Noun { get; init; }

        public VoteCount? Vote { get; init; }
    }
}
