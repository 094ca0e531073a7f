using System.Globalization;
using System.Text;

namespace Entente.Reports.Charts;

/// <summary>A chart's numbers as a table: every chart has one, for those who do not see it and for those who want to count on.</summary>
public sealed record ChartTable
{
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The first cell of a row names it; a missing value is an empty cell.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>The table with numbers as people read them.</summary>
    public static ChartTable Of(ChartModel chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        string Number(double value) => ChartNumber.Short(value, chart);
        return Of(
            chart,
            point =>
                point is { Low: { } low, High: { } high } && chart.Form == ChartForm.Tornado ? $"{Number(low)} to {Number(high)}"
                : point is { Low: { } from, High: { } to } && from != to ? $"{Number(point.Value)} ({Number(from)} to {Number(to)})"
                : Number(point.Value)
        );
    }

    /// <summary>Comma-separated values with full digits, one row for each value: what, period, value, interval, source, published, address.</summary>
    public static string Csv(ChartModel chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var csv = new StringBuilder("series,at,value,low,high,unit,source,published,url\r\n");
        foreach (var series in chart.Series)
        foreach (var point in series.Points)
            csv.AppendJoin(
                    ',',
                    new[]
                    {
                        series.Name,
                        point.At,
                        Digits(point.Value),
                        Digits(point.Low),
                        Digits(point.High),
                        chart.Unit ?? "",
                        series.Source ?? "",
                        point.Published ?? series.Vintage ?? "",
                        series.Url ?? "",
                    }.Select(Field)
                )
                .Append("\r\n");
        return csv.ToString();
    }

    private static ChartTable Of(ChartModel chart, Func<ChartPoint, string> cell)
    {
        var rows = new SortedDictionary<double, (string At, string[] Cells)>();
        for (var i = 0; i < chart.Series.Count; i++)
            foreach (var point in chart.Series[i].Points)
            {
                if (!rows.TryGetValue(point.X, out var row))
                    rows[point.X] = row = (point.At, new string[chart.Series.Count]);
                row.Cells[i] = cell(point);
            }
        return new()
        {
            Columns = [chart.Across, .. chart.Series.Select(s => s.Name)],
            Rows = [.. rows.Values.Select(r => (IReadOnlyList<string>)[r.At, .. r.Cells.Select(c => c ?? "")])],
        };
    }

    private static string Digits(double? value) =>
        value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";

    // A cell that begins like a formula would be run by a spreadsheet.
    private static string Field(string text)
    {
        if (
            text.Length > 0
            && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n'
            && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        )
            text = "'" + text;
        return text.AsSpan().IndexOfAny(',', '"', '\n') >= 0 || text.Contains('\r', StringComparison.Ordinal)
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }
}
