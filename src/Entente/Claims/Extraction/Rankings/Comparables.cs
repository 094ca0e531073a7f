using Entente.Actors;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Rankings;

/// <summary>What a figure is compared with: one measure of another party, or those of several that are added up.</summary>
internal sealed record Compared(IReadOnlyList<MeasureRef> Terms, int End)
{
    public string Text(string? period) => string.Join(" + ", Terms.Select(t => t.Text(period)));
}

/// <summary>
/// The other side of a comparison, where most of it goes unsaid: "than Britain's", "as with the United States", "that of Japan",
/// "as Iran and Iraq combined". What is unsaid is that of the side that is spelled out.
/// </summary>
internal sealed class Comparables(SentenceAnalysis analysis, ExtractionCatalogue catalogue, MeasureResolver resolver)
{
    /// <summary>The same measure of another subject; null where the other is already its partner or the measure has no subject.</summary>
    public static MeasureRef? WithSubject(MeasureRef reference, string party, bool subjectBuys)
    {
        if (subjectBuys && reference.Second is not null)
            return party == reference.First || party == reference.Second ? null : reference with { Second = party, PartnerOpen = false };
        if (reference.First is null || party == reference.First || party == reference.Second)
            return null;
        return reference with { First = party, Second = reference.PartnerOpen ? null : reference.Second, PartnerOpen = false };
    }

    /// <summary>The same measure with another partner.</summary>
    public static MeasureRef? WithPartner(MeasureRef reference, string party, bool subjectBuys)
    {
        if (party == reference.First || party == reference.Second)
            return null;
        return subjectBuys ? (reference.Second is null ? null : reference with { First = party, PartnerOpen = false })
            : reference.Second is null ? null
            : reference with { Second = party, PartnerOpen = false };
    }

    /// <summary>
    /// "Trade with China was higher than Russia's trade with the Union": whose trade the left one is was guessed, and the right one says it.
    /// </summary>
    public static MeasureRef Owned(MeasureRef left, Compared right) =>
        left.Measure == "trade"
        && left.Inferred.Any(i => i.IsFallback)
        && right.Terms is [{ Measure: "trade", First: { } owner, Inferred: [] }]
        && owner != left.Second
            ? left with
            {
                First = left.Second,
                Second = owner,
                Inferred = [],
            }
            : left;

    /// <summary>True where the one whose measure it is stands as the second party: the buyer of an import.</summary>
    public static bool SubjectBuys(MeasureRef reference, MeasureSpan? span) =>
        reference.Measure == "imports" || (reference.Measure is "volume" && span?.Measure == "imports");

    /// <summary>The measure that a sentence's comparison is of, resolved: the nearest before a position or the first before a limit.</summary>
    public (MeasureSpan Span, MeasureRef Reference)? Left(int at, int limit)
    {
        MeasureSpan? span = null;
        foreach (var m in analysis.Measures)
        {
            if (m.First >= at && m.First < limit)
            {
                span ??= m;
                break;
            }
            if (m.End <= at && !analysis.InAsideBefore(m.First, at) && analysis.Distance(m.End, at) <= 16)
                span = m;
        }
        if (span is null)
            return null;
        if (resolver.Resolve(span) is not { First: not null } reference)
            return null;
        // A partner that was not said is no part of a comparison.
        if (reference is { PartnerOpen: true, Second: not null })
            reference = reference with
            {
                First = SubjectBuys(reference, span) ? reference.Second : reference.First,
                Second = null,
                PartnerOpen = false,
                Inferred = [],
            };
        // Of arms that go to nobody named the record has shares of all that are sold.
        if (reference is { Measure: "exports", Item: "arms" or null, Second: null } && Arms(span, limit))
            reference = new MeasureRef("arms_export_share", reference.First, null, null);
        return (span, reference);
    }

    /// <summary>"Trade with China was higher than Russia's trade with the Union": the owner of both is said with the second.</summary>
    public (MeasureSpan Span, MeasureRef Reference)? Borrowed(int at, int from)
    {
        foreach (var m in analysis.Measures)
            if (
                m is { Measure: "trade", IsVerb: false }
                && m.End <= at
                && Word(m.End) is "with"
                && ActorAt(m.End + 1) is { IsAdjective: false, Party: { } partner }
                && MeasureAt(from, new MeasureRef("trade", partner, "", null)) is { Terms: [{ First: { } owner, Inferred.Count: 0 }] }
                && owner != partner
            )
                return (m, new MeasureRef("trade", partner, owner, null));
        return null;
    }

    private bool Arms(MeasureSpan span, int limit)
    {
        foreach (var item in analysis.Items)
            if (item.Item == "arms" && item.First >= span.First - 1 && item.First < limit)
                return true;
        return false;
    }

    /// <summary>Reads what stands after "than", "as" or "times"; null where it is not the like of the left side.</summary>
    public Compared? Right(int at, MeasureRef left, MeasureSpan span)
    {
        var buys = SubjectBuys(left, span);
        if (Word(at) is "that" or "those" && Word(at + 1) is "of" or "in" or "for" or "by" or "from" or "to" or "with")
            at += Word(at + 1) is "of" or "for" or "by" ? 2 : 1;
        // "as it sells there", "what it buys in return": the flow the other way.
        if (Word(at) is "what")
            at++;
        if (Word(at) is "it" or "they")
            return Reverse(at, left);
        if (Word(at) is "with" or "to" or "from" or "in")
            return ActorAt(at + 1) is { IsAdjective: false, Party: { } partner } there && Closes(there.End)
                ? (Word(at) == "in" ? WithSubject(left, partner, buys) : Partner(Word(at), left, partner, buys)) is { } other
                    ? new Compared([other], there.End)
                    : null
                : null;
        if (ActorAt(at) is not { Party: { } party } actor)
            return MeasureAt(at, left);
        var end = PastPossessive(actor.End);
        if (MeasureAt(at, left) is { } whole)
            return whole;
        if (Word(end) is "and" && ActorAt(end + 1) is { Party: { } second } next && Together(PastPossessive(next.End)) is { } past)
            return WithSubject(left, party, buys) is { } one && WithSubject(left, second, buys) is { } two && one != two
                ? new Compared([one, two], past)
                : null;
        // "that of China, Russia and India combined"
        if (Word(end) is "," && ActorAt(end + 1) is not null)
            return Several(at, left, buys);
        if (actor.IsAdjective && Word(end) is "one" or "figure" or "equivalent")
            end++;
        if (!Closes(end))
            return null;
        return WithSubject(left, party, buys) is { } like ? new Compared([like], end) : null;
    }

    private static MeasureRef? Partner(string preposition, MeasureRef left, string partner, bool buys) =>
        left.Measure switch
        {
            "exports" or "volume" or "imports" when preposition == "from" => partner == left.First || partner == left.Second || !buys
                ? null
                : left with
                {
                    First = partner,
                },
            "exports" or "volume" when preposition == "to" => WithPartner(left, partner, buys),
            "trade" or "balance" when preposition == "with" => WithPartner(left, partner, false),
            _ => null,
        };

    /// <summary>"(Russia's) trade with the Union", "the population of Brazil": the measure said again, with its own parties.</summary>
    private Compared? MeasureAt(int at, MeasureRef left)
    {
        foreach (var m in analysis.Measures)
            if (m.First >= at && m.First <= at + 4 && !analysis.StrongBreak(at, m.First) && !m.IsVerb)
                return
                    m.Measure == left.Measure
                    && Plain(at, m.First)
                    && resolver.Resolve(m) is { First: not null } other
                    && !other.SameMatter(left)
                    && other.Second is null == (left.Second is null)
                    ? new Compared([other with { Item = other.Item ?? left.Item }], m.End)
                    : null;
        return null;
    }

    private Compared? Reverse(int at, MeasureRef left)
    {
        foreach (var m in analysis.Measures)
            if (
                m is { IsVerb: true, Passive: false }
                && m.First > at
                && m.First <= at + 2
                && left is { First: { } seller, Second: { } buyer, IsFlow: true }
                && m.Measure is "exports" or "imports"
                && m.Measure != left.Measure
                && (Closes(m.End) || Word(m.End) is "there" or "to" or "from" or "in")
            )
                return new Compared([new MeasureRef(m.Measure, buyer, seller, left.Item)], m.End);
        return null;
    }

    private bool Plain(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (analysis.Tokens[i].Kind is TokenKind.Number or TokenKind.Currency || Word(i) is "," or "and" or "(" or ")" or "in")
                return false;
        return true;
    }

    private Compared? Several(int at, MeasureRef left, bool buys)
    {
        var terms = new List<MeasureRef>();
        while (ActorAt(at) is { Party: { } party } actor)
        {
            if (WithSubject(left, party, buys) is not { } term || terms.Contains(term))
                return null;
            terms.Add(term);
            at = PastPossessive(actor.End);
            if (Together(at) is { } past)
                return new Compared(terms, past);
            at += Word(at) is "," && Word(at + 1) is "and" ? 2 : 1;
        }
        return null;
    }

    private int? Together(int at)
    {
        for (var i = at; i <= at + 2; i++)
            if (Word(i) is "combined" or "together")
                return i + 1;
        return null;
    }

    /// <summary>True where nothing goes on that would make the name before it a part of something else.</summary>
    public bool Closes(int at)
    {
        if (
            at >= analysis.Tokens.Count
            || Word(at) is "," or "." or ";" or ":" or ")" or "(" or "!" or "—" or "–" or "did" or "does" or "do"
        )
            return true;
        if (Word(at) is "”" or "\"" or "»" or "but" or "while" or "whereas" or "though" or "although" or "has" or "had")
            return true;
        foreach (var time in analysis.Times)
            if (time.FirstToken == at || (time.FirstToken == at + 1 && Word(at) is "in" or "during" or "over" or "at" or "by"))
                return true;
        return false;
    }

    public int PastPossessive(int end) => Word(end) is "'s" or "'" or "’" or "’s" ? end + 1 : end;

    /// <summary>The actor at a position, articles and the like before it passed over.</summary>
    public ActorSpan? ActorAt(int at)
    {
        while (Word(at) is "the" or "all" or "neighbouring" or "neighboring" or "mainland" or "rival" or "whole")
            at++;
        return analysis.ActorStartingAt(at);
    }

    /// <summary>The period of a comparison, and how it was come by.</summary>
    public ChosenPeriod Period(int first, int end, MeasureRef left, Discourse discourse)
    {
        var state = catalogue.Measures.ById.TryGetValue(left.Measure, out var definition) && definition.Parties == Measures.Parties.State;
        var chosen = PeriodChooser.Choose(
            analysis,
            first,
            end,
            left,
            discourse,
            definition is { Cumulative: false, Dimension: not Quantities.Dimension.Money }
        );
        // What is said of two economies without a year is said of the last year that is over.
        if (chosen.Period is not null || !state || discourse.Published is not { } day)
            return chosen;
        var year = Quantities.Period.OfYear(day.Year - 1);
        return new ChosenPeriod(year, null, new Inference("period", year.Text, Inference.LastFullYear), chosen.Since);
    }

    private string Word(int i) => analysis.Word(i);
}
