using System.Globalization;
using System.Text;
using Entente.Quantities;

namespace Entente.Record;

/// <summary>Writes rows of the record's long format, as <see cref="RecordTableReader"/> reads them.</summary>
public static class RecordTableWriter
{
    /// <summary>One row in the order of the columns, without its line end.</summary>
    public static string Line(Observation row)
    {
        ArgumentNullException.ThrowIfNull(row);
        string[] fields =
        [
            row.Measure,
            row.Of ?? "",
            row.Subject,
            row.Object ?? "",
            row.Item,
            row.Period?.Text ?? "",
            row.Upper.Value > row.Value.Value ? $"{Digits(row.Value)}..{Digits(row.Upper)}" : Digits(row.Value),
            row.Unit.Symbol,
            RecordTableReader.Sign(row.Bound),
            row.Source,
            row.Via ?? "",
            row.Tier switch
            {
                Tier.Primary => "primary",
                Tier.Agency => "agency",
                _ => "repost",
            },
            row.Published?.Text ?? "",
            row.Url ?? "",
            row.Reporter ?? "",
            row.Basis,
            row.Derived ? "yes" : "",
            row.Pages.ToString(CultureInfo.InvariantCulture),
            row.Note ?? "",
        ];
        return string.Join(',', fields.Select(Quoted));
    }

    /// <summary>Plain digits in base units, with as many decimals as were written.</summary>
    private static string Digits(WrittenNumber number)
    {
        // The reader takes trailing zeros of large numbers for rounding, and so they are.
        var decimals = number.LastDigit >= 1 ? 0 : (int)Math.Min(12, Math.Round(-Math.Log10(number.LastDigit)));
        return number.Value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }

    /// <summary>RFC 4180, on one line: a row of the record has one line, so that its number names it.</summary>
    private static string Quoted(string field)
    {
        var line = new StringBuilder(field.Length + 2);
        foreach (var c in field)
            line.Append(char.IsControl(c) ? ' ' : c);
        var text = line.ToString().Trim();
        return text.AsSpan().ContainsAny(',', '"') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
