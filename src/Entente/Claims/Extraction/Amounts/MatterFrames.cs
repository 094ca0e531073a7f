using Entente.Claims.Extraction.Rankings;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>
/// The frames that know how one matter is spoken of: comparisons, people, reserves and aid, prices, volumes, settlement, and figures that
/// lean on the one before. Asked before the general frames of amounts, counts and shares; one per sentence, its parts made when needed.
/// </summary>
internal sealed class MatterFrames(SentenceAnalysis analysis, ExtractionCatalogue catalogue, Discourse discourse, MeasureResolver resolver)
{
    private Comparables? comparables;
    private GappedFrame? gapped;
    private RatioFrame? ratios;
    private LevelComparisonFrame? levels;
    private PopulationFrame? people;
    private FinanceFrame? finance;
    private PriceFrame? prices;
    private VolumeFrame? volumes;
    private SettlementFrame? settlements;
    private PaidFrame? paid;
    private List<ClaimDraft>? also;
    private Told? told;

    private Comparables Comparables => comparables ??= new(analysis, catalogue, resolver);

    private GappedFrame Gapped => gapped ??= new(analysis, discourse, Comparables);

    private LevelComparisonFrame Levels => levels ??= new(analysis, discourse, Comparables);

    private PopulationFrame People => people ??= new(analysis, discourse, resolver);

    private FinanceFrame Finance => finance ??= new(analysis, catalogue, discourse, resolver);

    private PriceFrame Prices => prices ??= new(analysis, catalogue, discourse, resolver);

    /// <summary>The claim of a quantity, where one of these frames knows it.</summary>
    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (told is not null && Gapped.Foreign(quantity, told))
            return null;
        ratios ??= new(analysis, discourse, Comparables);
        if (ratios.Spelled(quantity) is { } spelled)
            return spelled;
        if (told is not null && Gapped.Read(quantity, told) is { } leaning)
        {
            if (Gapped.Comparison is { } comparison)
                (also ??= []).Add(comparison);
            return leaning;
        }
        return ratios.Read(quantity, told)
            ?? new BracketedFrame(analysis, catalogue, discourse).Read(quantity)
            ?? quantity.Kind switch
            {
                QuantityKind.Count => People.Read(quantity),
                QuantityKind.Money => Finance.Read(quantity)
                    ?? Prices.Read(quantity)
                    ?? (paid ??= new(analysis, discourse, resolver)).Read(quantity),
                QuantityKind.Price => Prices.Read(quantity),
                QuantityKind.Physical => (volumes ??= new(analysis, discourse, resolver)).Read(quantity),
                QuantityKind.Percent or QuantityKind.Fraction => (settlements ??= new(analysis, catalogue, discourse, resolver)).Read(
                    quantity
                ),
                _ => null,
            };
    }

    /// <summary>True for a figure of which it is known only that it is not of what was spoken of before.</summary>
    public bool Blocks(QuantityMention quantity) =>
        VolumeFrame.IsStrangeRate(analysis, quantity)
        || Gapped.Foreign(quantity, told)
        || Gapped.Blocks(quantity, told)
        || (
            quantity.Kind is QuantityKind.Money or QuantityKind.Physical
            && MoneyFrame.ClimbedTo(analysis, quantity) is var verb and >= 0
            && ClauseSubject.Of(analysis, verb, out var foreign) is null
            && foreign
        )
        || Finance.Blocks(quantity)
        || People.Blocks(quantity);

    /// <summary>Takes note of a level that was read, by whichever frame: the next figure may lean on it.</summary>
    public void Note(QuantityMention quantity, ClaimDraft draft)
    {
        if (
            draft.Kind is not (ClaimKind.Level or ClaimKind.Count)
            || draft.Assertion is not { } text
            || discourse.LastInSentence is not { } reference
            || !text.StartsWith(reference.Measure + "(", StringComparison.Ordinal)
            || text.Contains(") - ", StringComparison.Ordinal)
        )
            return;
        told = new Told(quantity, reference, draft.Period, SpanOf(quantity, reference));
        if (Levels.Beside(quantity, reference, told.Span, draft.Period) is { } beside)
            (also ??= []).Add(beside);
    }

    /// <summary>Comparisons: those told beside the figures read, and those told without any.</summary>
    public IEnumerable<ClaimDraft> Comparisons()
    {
        if (also is not null)
            foreach (var draft in also)
                yield return draft;
        if (analysis.Measures.Count > 0)
            foreach (var draft in Levels.Read())
                yield return draft;
    }

    private MeasureSpan? SpanOf(QuantityMention quantity, MeasureRef reference)
    {
        MeasureSpan? best = null;
        foreach (var m in analysis.Measures)
        {
            if (m.Measure != reference.Measure && !(reference.Measure == "volume" && m.Measure is "exports" or "imports"))
                continue;
            if (m.End <= quantity.FirstToken)
                best = m;
            else if (best is null)
                return m;
        }
        return best;
    }
}
