using System.Globalization;
using System.Text;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store.ClickHouse;

/// <summary>
/// <see cref="RowSum"/> in ClickHouse's words, so that ten billion rows are verified where they lie. Each cell is mixed in by a select around
/// the one before: as one expression, which names each value twice, it would double in size with every step.
/// </summary>
internal static class RowSumSql
{
    private const string First = "toUInt64(13787848793156543929)"; // 0xBF58476D1CE4E5B9
    private const string Second = "toUInt64(10723151780598845931)"; // 0x94D049BB133111EB

    /// <summary>How many columns a table may have: servers take a hundred selects in one another.</summary>
    public const int MostColumns = 90;

    public static string Of(TableShape shape, int import)
    {
        var columns = shape.Columns;
        var cells = new List<string>();
        if (shape.HasAbsent)
            cells.Add("toUInt64(absent)");
        else
            cells.Add("toUInt64(0)");
        cells.Add("toUInt64(line)");
        foreach (var column in columns)
        {
            var value = column.Nullable ? $"ifNull({column.Name}, {(column.Kind == CellKind.Real ? "toFloat64(0)" : "0")})" : column.Name;
            cells.Add(column.Kind == CellKind.Real ? $"reinterpretAsUInt64(reinterpretAsString({value}))" : $"toUInt64(toInt64({value}))");
        }
        var time = shape.TimeColumn;
        var year =
            time < 0 ? "toInt64(0)"
            : columns[time].Name == "year" ? $"toInt64({columns[time].Name})"
            : $"toInt64(intDiv({columns[time].Name}, 10000))";
        var inner = new StringBuilder("select ");
        for (var i = 0; i < cells.Count; i++)
            inner.Append(CultureInfo.InvariantCulture, $"{cells[i]} as c{i}, ");
        inner.Append(CultureInfo.InvariantCulture, $"{year} as y, toUInt64(11400714819323198485) as s0"); // 0x9E3779B97F4A7C15
        inner.Append(CultureInfo.InvariantCulture, $" from {ClickHouseSql.Local(shape.Name)} where import_id = {import}");
        var sql = inner.ToString();
        for (var i = 0; i < cells.Count; i++)
        {
            var rest = string.Concat(Enumerable.Range(i + 1, cells.Count - i - 1).Select(n => $"c{n}, "));
            sql =
                $"select {rest}y, bitXor((bitXor((bitXor((bitXor(s{i}, c{i} * {First}) as a), bitShiftRight(a, 30)) * {First} as b), "
                + $"bitShiftRight(b, 27)) * {Second} as d), bitShiftRight(d, 31)) as s{i + 1} from ({sql})";
        }
        return $"select count(), toString(sum(s{cells.Count})), minIf(y, y != 0), max(y) from ({sql})";
    }
}
