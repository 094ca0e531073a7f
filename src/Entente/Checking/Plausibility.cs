using Entente.Claims;
using Entente.Quantities;

namespace Entente.Checking;

/// <summary>
/// A figure that lies far beyond any error a writer makes was more likely misread by us than miswritten by them. Amounts whose parties,
/// period or measure came from the context must stay nearer to the record than those that were said in full.
/// </summary>
internal static class Plausibility
{
    private const double WidestInferred = 2;
    private const double WidestSaid = 4;

    public static Outcome Of(Claim claim, Outcome outcome, LocalDate? written)
    {
        if (outcome.Verdict is Verdict.Contradicted or Verdict.Disputed && claim.Inferred.Any(i => i.IsFallback))
            return Outcome.CannotTell(
                new("inferred", $"{Slots(claim)} not said; as read, the record differs"),
                outcome.Evidence,
                outcome.Derivation
            );
        // "Goods exports" beside a figure that counts services too: nothing follows either way.
        if (
            outcome.Verdict is Verdict.Supported or Verdict.Close or Verdict.Contradicted
            && outcome.Evidence.FirstOrDefault(e => e.Lead) is { Basis: { } basis }
            && basis.StartsWith("goods_services", StringComparison.Ordinal)
            && OnlyGoods(claim.Quote)
        )
            return Outcome.CannotTell(
                new("no-data", "Only goods and services together are recorded; the words speak of goods"),
                outcome.Evidence,
                outcome.Derivation
            );
        // A year that is not over cannot be what a writer has figures for: what is said of it ("$134bn this year", in August) is of its first months, or the
        // year was taken for want of a better one.
        if (
            outcome.Verdict is Verdict.Contradicted
            && written is { } day
            && claim.Period is { } period
            && period.End > day
            && period.Kind is PeriodKind.Year
            && claim.Kind is ClaimKind.Level or ClaimKind.Change or ClaimKind.Share
        )
            return Outcome.CannotTell(
                new("inferred", $"{period.Text} was not over when the text was written; which year it means is not said"),
                outcome.Evidence,
                outcome.Derivation
            );
        if (
            outcome.Verdict is not (Verdict.Contradicted or Verdict.Supported)
            || claim.WrittenByHand
            || claim.Value is not { } claimed
            || claimed == 0
        )
            return outcome;
        if (
            claim.Unit is not { } symbol
            || !Units.TryFind(symbol, out var unit)
            || unit.Dimension is not (Dimension.Money or Dimension.Mass or Dimension.Rate or Dimension.Volume)
        )
            return outcome;
        if (
            claim.Kind is not (ClaimKind.Level or ClaimKind.Change)
            || outcome.Evidence.FirstOrDefault(e => e.Lead)?.Value is not { } recorded
            || recorded == 0
        )
            return outcome;
        var ratio = recorded / claimed;
        var widest = claim.Inferred.Count > 0 ? WidestInferred : WidestSaid;
        return ratio > 0 && ratio <= widest && ratio >= 1 / widest
            ? outcome
            : Outcome.CannotTell(
                new("misread", "the recorded figure is of another size: the words probably mean another flow or period"),
                outcome.Evidence,
                outcome.Derivation
            );
    }

    private static bool OnlyGoods(string quote) =>
        !quote.Contains("services", StringComparison.OrdinalIgnoreCase)
        && (
            quote.Contains("goods exports", StringComparison.OrdinalIgnoreCase)
            || quote.Contains("goods imports", StringComparison.OrdinalIgnoreCase)
            || quote.Contains("goods trade", StringComparison.OrdinalIgnoreCase)
            || quote.Contains("exports of goods", StringComparison.OrdinalIgnoreCase)
            || quote.Contains("imports of goods", StringComparison.OrdinalIgnoreCase)
            || quote.Contains("trade in goods", StringComparison.OrdinalIgnoreCase)
            || quote.Contains("merchandise", StringComparison.OrdinalIgnoreCase)
        );

    private static string Slots(Claim claim)
    {
        var slots = claim.Inferred.Where(i => i.IsFallback).Select(i => i.Slot).Distinct().ToList();
        return $"the {string.Join(" and the ", slots)} {(slots.Count == 1 && slots[0] is not "parties" ? "is" : "are")}";
    }
}
