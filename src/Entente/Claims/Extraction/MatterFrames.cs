using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction;

/// <summary>
/// The frames that know how one matter is spoken of: comparisons, people, reserves and aid, prices, volumes, settlement, and figures that
/// lean on the one before. Asked before the general frames of amounts, counts and shares; one per sentence.
/// </summary>
internal sealed class MatterFrames
{
    private readonly SentenceAnalysis analysis;
    private readonly Discourse discourse;
    private readonly GappedFrame gapped;
    private readonly RatioFrame ratios;
    private readonly LevelComparisonFrame levels;
    private readonly PopulationFrame people;
    private readonly FinanceFrame finance;
    private readonly PriceFrame prices;
    private readonly VolumeFrame volumes;
    private readonly SettlementFrame settlements;
    private readonly List<ClaimDraft> also = [];
    private Told? told;

    public MatterFrames(SentenceAnalysis analysis, ExtractionCatalogue catalogue, Discourse discourse, MeasureResolver resolver)
    {
        this.analysis = analysis;
        this.discourse = discourse;
        var comparables = new Comparables(analysis, catalogue, resolver);
        gapped = new GappedFrame(analysis, discourse, comparables);
        ratios = new RatioFrame(analysis, discourse, comparables);
        levels = new LevelComparisonFrame(analysis, discourse, comparables);
        people = new PopulationFrame(analysis, discourse, resolver);
        finance = new FinanceFrame(analysis, catalogue, discourse, resolver);
        prices = new PriceFrame(analysis, catalogue, discourse, resolver);
        volumes = new VolumeFrame(analysis, discourse, resolver);
        settlements = new SettlementFrame(analysis, catalogue, discourse, resolver);
    }

    /// <summary>The claim of a quantity, where one of these frames knows it.</summary>
    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (ratios.Spelled(quantity) is { } spelled)
            return spelled;
        if (gapped.Read(quantity, told) is { } leaning)
        {
            if (gapped.Comparison is { } comparison)
                also.Add(comparison);
            return leaning;
        }
        return ratios.Read(quantity)
            ?? quantity.Kind switch
            {
                QuantityKind.Count => people.Read(quantity),
                QuantityKind.Money => finance.Read(quantity)?.Draft ?? prices.Read(quantity),
                QuantityKind.Price => prices.Read(quantity),
                QuantityKind.Physical => volumes.Read(quantity)?.Draft,
                QuantityKind.Percent or QuantityKind.Fraction => settlements.Read(quantity),
                _ => null,
            };
    }

    /// <summary>True for a figure of which it is known only that it is not of what was spoken of before.</summary>
    public bool Blocks(QuantityMention quantity) => gapped.Blocks(quantity, told);

    /// <summary>Takes note of a level that was read, by whichever frame: the next figure may lean on it.</summary>
    public void Note(QuantityMention quantity, ClaimDraft draft)
    {
        if (draft.Kind is not (ClaimKind.Level or ClaimKind.Count) || draft.Assertion is not { } text || discourse.LastInSentence is not { } reference)
            return;
        if (!text.StartsWith(reference.Measure + "(", StringComparison.Ordinal))
            return;
        told = new Told(quantity, reference, draft.Period, SpanOf(quantity, reference));
        if (levels.Beside(quantity, reference, told.Span, draft.Period) is { } beside)
            also.Add(beside);
    }

    /// <summary>Comparisons: those told beside the figures read, and those told without any.</summary>
    public IEnumerable<ClaimDraft> Comparisons() => also.Concat(levels.Read());

    private MeasureSpan? SpanOf(QuantityMention quantity, MeasureRef reference)
    {
        MeasureSpan? best = null;
        foreach (var m in analysis.Measures)
        {
            var fits = m.Measure == reference.Measure || (reference.Measure == "volume" && m.Measure is "exports" or "imports");
            if (!fits)
                continue;
            if (m.End <= quantity.FirstToken)
                best = m;
            else if (best is null)
                return m;
        }
        return best;
    }
}
