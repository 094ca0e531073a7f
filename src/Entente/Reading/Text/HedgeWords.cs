namespace Entente.Reading.Text;

/// <summary>The words before and after a number that bound it, and those that say which way it moved.</summary>
internal static class HedgeWords
{
    private static readonly PhraseTable<Hedge> Before = new(
        (
            Hedge.About,
            "about|around|some|roughly|approximately|circa|c .|ca .|c|ca|~|≈|an estimated|estimated|estimated at|in the region of|in the order of|on the order of|something like"
                + "|in the neighborhood of|in the neighbourhood of|in the vicinity of|or about|more or less|perhaps|an approximate|approx|approx .|an average of|averaging|barely|scarcely"
        ),
        (
            Hedge.Nearly,
            "nearly|almost|close to|just under|just below|just short of|just shy of|short of|shy of|not quite|approaching|nearing|a little under|slightly under|slightly below"
                + "|a little less than|slightly less than|a bit under|a little below|a bit less than|slightly fewer than|practically|virtually|near"
        ),
        (
            Hedge.JustOver,
            "just over|just above|a little over|a little more than|a little above|slightly over|slightly more than|slightly above|a bit over|a bit more than|little more than|just more than|barely over"
        ),
        (
            Hedge.MoreThan,
            "more than|over|above|exceeding|exceeds|exceeded|surpassing|surpassed|upwards of|upward of|in excess of|north of|beyond|greater than|higher than|larger than|bigger than|longer than"
                + "|well over|well above|far more than|far above|well more than|much more than|considerably more than|significantly more than|topping|topped|> |>|other than more than|passed the|excess of|older than|past the"
        ),
        (
            Hedge.LessThan,
            "less than|fewer than|under|below|lower than|smaller than|shorter than|well under|well below|far less than|far below|far fewer than|much less than|south of|<|considerably less than"
                + "|significantly less than|sub"
        ),
        (
            Hedge.AtLeast,
            "at least|at the very least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum of|as little as|as few as|as low as|≥|> =|starting at"
        ),
        (
            Hedge.AtMost,
            "at most|at the most|up to|no more than|not more than|a maximum of|maximum of|as much as|as many as|as high as|as large as|as long as|≤|< =|capped at|not exceeding"
        ),
        (Hedge.Exactly, "exactly|precisely|a full")
    );

    private static readonly PhraseTable<Hedge> After = new(
        (Hedge.About, "or so|or thereabouts|give or take|odd"),
        (
            Hedge.AtLeast,
            "or more|or higher|or greater|or above|or over|or larger|or longer|or better|and more|and counting|at least|at the very least|at a minimum|at minimum|plus|+"
        ),
        (Hedge.AtMost, "or less|or fewer|or lower|or under|or below|at most|at the most|at maximum|at the maximum|or smaller")
    );

    private static readonly HashSet<string> UpWords = new(
        (
            "rose risen rise rises rising grew grown grow grows growing growth jumped jump jumps jumping increased increase increases increasing climbed climb climbs climbing soared soar soars soaring"
            + " surged surge surges surging expanded expand expands expansion gained gain gains leapt leap leaped swelled swell up higher more spiked spike added larger bigger greater boosted raised raise raises"
            + " hike hiked uptick rebounded accelerated rocketed ballooned shot longer advance advanced"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> DownWords = new(
        (
            "fell fall fallen falls falling dropped drop drops dropping declined decline declines declining decreased decrease decreases decreasing shrank shrunk shrink shrinks shrinking plunged plunge plunges"
            + " plunging plummeted plummet plummeting plummets slumped slump slid slide slipped dipped dip tumbled tumble contracted contraction contract cut cuts cutting reduced reduce reduces reduction lost lose loses losing loss down lower less"
            + " fewer smaller collapsed collapse shed dwindled slashed weakened shorter retreat retreated lowered depreciated"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Verbs that "over" belongs to.</summary>
    private static readonly HashSet<string> Handing = new(
        "handed hand hands handing took take takes taken taking turned turn signed sign carried carry ceded cede passed".Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Verbs whose "up to" says where something got to, not how far it may go.</summary>
    private static readonly HashSet<string> Risers = new(
        "back went go goes going gone shot ticked edged inched crept climbed climbs climb climbing ramped nudged".Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>The bound that the words before a number give; <paramref name="start"/> is the first of them.</summary>
    public static Hedge ReadBefore(TokenView view, int at, int floor, out int start)
    {
        start = at;
        var hedge = Hedge.None;
        for (var round = 0; round < 2 && start > floor; round++)
        {
            var from = view.BeforeHyphen(start - 1) == start - 1 ? start : start - 1;
            if (!Before.TryMatchBefore(view, from, out var first, out var found) || first < floor || IsNoHedge(view, first, start))
                break;
            // "no more than about 20": the outer words bound, the inner ones only soften.
            hedge = hedge is Hedge.None or Hedge.About || found is not Hedge.About ? found : hedge;
            start = first;
        }
        return hedge;
    }

    /// <summary>The bound that follows a number ("or more", "-odd", "+"); <paramref name="end"/> is one past it.</summary>
    public static Hedge ReadAfter(TokenView view, int at, out int end)
    {
        var from = view.PastHyphen(at);
        if (!After.TryMatch(view, from, out end, out var hedge))
        {
            end = at;
            return Hedge.None;
        }
        var word = view.Lower(from);
        var joined = from != at || view.Touches(at - 1);
        // "odd" and "+" bound only what they touch; "plus" and "or more ..." may stand free, but "two plus three" is a sum.
        if (
            (word is "odd" or "+" && !joined)
            || (word == "+" && view.IsNumber(end))
            || (word == "plus" && !joined)
            || (word == "or" && view.IsNumber(end))
        )
        {
            end = at;
            return Hedge.None;
        }
        return hedge;
    }

    /// <summary>
    /// Which way the quantity moved, from the words right after it ("a 54 percent jump", "36 percent higher") or from the verb shortly before
    /// it ("rose by 36 percent", "up 5 percent"). What a verb reaches ("grew to $240 billion") has no direction of its own.
    /// </summary>
    public static Change ReadChange(TokenView view, int first, int end, int floor)
    {
        for (var i = end; i < Math.Min(end + 3, view.Count); i++)
        {
            if (view.IsKind(i, TokenKind.Punctuation) && !view.IsHyphen(i))
                break;
            if (
                view.Lower(i)
                is "of"
                    or "in"
                    or "to"
                    or "from"
                    or "and"
                    or "than"
                    or "as"
                    or "or"
                    or "but"
                    or "while"
                    or "year"
                    or "years"
                    or "a"
            )
            {
                if (view.Lower(i) is not ("year" or "years"))
                    break;
                continue;
            }
            // "a $150,000 contract", "30 million shares up for sale"
            if (view.Is(i, "contract") || (view.Is(i, "up") && view.Is(i + 1, "for")))
                break;
            if (Direction(view.Lower(i)) is var after and not Change.None)
                return after;
        }
        for (var i = first - 1; i >= Math.Max(floor, first - 5); i--)
        {
            var lower = view.Lower(i);
            if (
                lower is "to" or "at" or "from" or "for" or "with" or "than"
                || (view.IsKind(i, TokenKind.Punctuation) && !view.IsHyphen(i))
                || view.IsNumber(i)
            )
                return Change.None;
            // "the start-up employs 600", "gave up 517 yards"
            if (
                lower == "up"
                && (
                    view.IsHyphen(i - 1)
                    || view.Lower(i - 1)
                        is "put"
                            or "puts"
                            or "putting"
                            or "gave"
                            or "give"
                            or "gives"
                            or "giving"
                            or "made"
                            or "make"
                            or "makes"
                            or "set"
                )
            )
                return Change.None;
            if (Direction(lower) is var before and not Change.None)
                return before;
        }
        return Change.None;
    }

    public static Change Direction(string lower) =>
        UpWords.Contains(lower) ? Change.Up
        : DownWords.Contains(lower) ? Change.Down
        : Change.None;

    /// <summary>"talks about 3 ..." cannot be told apart, but "the above 3", "by over", "c" as a letter and a lone "estimated" after a noun can.</summary>
    private static bool IsNoHedge(TokenView view, int first, int at)
    {
        var word = view.Lower(first);
        // "went up to $219 billion" reached it.
        if (word == "up" && at - first == 2 && Risers.Contains(view.Lower(first - 1)))
            return true;
        // "handed over 337 tanks", "took over two banks"
        if (word == "over" && at - first == 1 && Handing.Contains(view.Lower(first - 1)))
            return true;
        return at - first == 1
            && word switch
            {
                "c" or "ca" => view.HasUpper(first),
                "above" or "below" => view.Is(first - 1, "the"),
                "near" => view.IsName(first),
                "past" => true,
                "barely" or "scarcely" => false,
                _ => false,
            };
    }
}
