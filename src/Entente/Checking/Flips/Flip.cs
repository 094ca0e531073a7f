namespace Entente.Checking.Flips;

/// <summary>A verdict that was another when the text was last checked.</summary>
public sealed record Flip
{
    /// <summary>The text's full path.</summary>
    public required string Path { get; init; }

    /// <summary>True where the text itself has been changed since.</summary>
    public bool Edited { get; init; }

    /// <summary>The day of the earlier verdict.</summary>
    public required LocalDate Day { get; init; }

    public required RememberedVerdict Before { get; init; }

    public required CheckedClaim Now { get; init; }

    /// <summary>The figure that decides now; null where the record holds none.</summary>
    public RememberedFigure? Figure => RememberedFigure.Of(Now);
}

/// <summary>Finds, among the verdicts of a text, those that have turned.</summary>
public static class FlipFinder
{
    /// <summary>
    /// A claim is the same where it asserts the same at the same place of an unchanged text; in an edited one, where its words are the
    /// same, the nearest to the old place first. What has no counterpart any more is no flip: the text no longer says it.
    /// </summary>
    /// <param name="before">What was kept of the text.</param>
    /// <param name="now">The text checked again.</param>
    public static IReadOnlyList<Flip> Find(RememberedText before, CheckReport now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var edited = before.Sha256 != now.Document.Sha256;
        var taken = new bool[now.Claims.Count];
        var partners = new int[before.Claims.Count];
        Array.Fill(partners, -1);
        // The surest first, over all claims, so that a loose match never takes what a sure one needs.
        for (var looseness = 0; looseness < 4; looseness++)
        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] >= 0)
                continue;
            var at = Nearest(before.Claims[i], now.Claims, taken, looseness);
            if (at < 0)
                continue;
            taken[at] = true;
            partners[i] = at;
        }
        var flips = new List<Flip>();
        for (var i = 0; i < partners.Length; i++)
            if (partners[i] is >= 0 and var at && now.Claims[at].Verdict != before.Claims[i].Verdict)
                flips.Add(
                    new()
                    {
                        Path = before.Path,
                        Edited = edited,
                        Day = before.Day,
                        Before = before.Claims[i],
                        Now = now.Claims[at],
                    }
                );
        return flips;
    }

    private static int Nearest(RememberedVerdict before, IReadOnlyList<CheckedClaim> claims, bool[] taken, int looseness)
    {
        var (best, distance) = (-1, int.MaxValue);
        for (var i = 0; i < claims.Count; i++)
        {
            if (taken[i] || !Same(before, claims[i].Claim, looseness))
                continue;
            var away = Math.Abs(claims[i].Claim.Start - before.Start);
            if (away < distance)
                (best, distance) = (i, away);
        }
        return best;
    }

    private static bool Same(RememberedVerdict before, Claims.Claim claim, int looseness)
    {
        var words = RememberedText.Short(claim.Quote) == before.Quote;
        var assertion = claim.Assertion == before.Assertion;
        return looseness switch
        {
            0 => assertion && words && claim.Start == before.Start,
            1 => assertion && words,
            2 => words,
            _ => assertion && claim.Assertion is not null && claim.Start == before.Start,
        };
    }
}
