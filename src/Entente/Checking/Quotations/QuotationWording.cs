using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Quotations;

/// <summary>Sentences about quoted words.</summary>
internal static class QuotationWording
{
    public static string Explain(string quote, string? speaker, Period? date, RecordedQuotation source, QuotationDifference difference)
    {
        var beside = $"{Who(source)}, {source.Date.Text} ({source.Document}): “{source.Wording}”";
        if (difference == QuotationDifference.None)
            return $"as in the source; {beside}";
        var parts = new List<string>(3);
        if (difference.HasFlag(QuotationDifference.Wording))
            parts.Add($"“{quote}” is not the wording");
        if (difference.HasFlag(QuotationDifference.Speaker))
            parts.Add($"given to {speaker}");
        if (difference.HasFlag(QuotationDifference.Date))
            parts.Add($"dated {date!.Text}");
        return $"{string.Join(", ", parts)}; {beside}";
    }

    public static string Who(RecordedQuotation source) =>
        source.Speakers.Count > 0 ? string.Join(" and ", source.Speakers) : string.Join(" and ", source.Parties);
}
