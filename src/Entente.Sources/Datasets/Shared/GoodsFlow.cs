using System.Globalization;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets;

/// <summary>
/// Goods that went from one state to another, as one of them reports it: the table that UN Comtrade, the IMF's Direction of Trade and BACI
/// share. An export's reporter is the seller, an import's the buyer.
/// </summary>
public static class GoodsFlow
{
    public const int Export = 1;
    public const int Import = 2;

    /// <summary>An import valued without freight, where a publisher has it beside the usual one.</summary>
    public const int ImportFob = 3;

    /// <summary>The item of all goods together.</summary>
    public const int AllGoods = 0;

    /// <summary>`item`: see <see cref="ItemOf"/>. `value` in US$ of the publisher's unit (see the reading's scale), `weight` in kg.</summary>
    public static TableShape Table { get; } =
        new()
        {
            Name = "goods_flow",
            Key = 5,
            Columns =
            [
                new("reporter", CellKind.Integer),
                new("partner", CellKind.Integer),
                new("item", CellKind.Integer),
                new("period", CellKind.Integer),
                new("direction", CellKind.Integer),
                new("value", CellKind.Real, true),
                new("weight", CellKind.Real, true),
            ],
        };

    /// <summary>
    /// A heading of the Harmonised System as a number that keeps how many digits it has: 27 is 2000027, 2709 is 4002709, 270900 is 6270900;
    /// `TOTAL` is 0. Null for what is none.
    /// </summary>
    public static int? ItemOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code is "TOTAL" or "Total" or "total")
            return AllGoods;
        return code.Length is 2 or 4 or 6 && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (code.Length * 1_000_000) + number
            : null;
    }

    /// <summary>All goods of one direction as a measure of the reporter.</summary>
    /// <param name="scale">From the publisher's unit to US$.</param>
    public static MeasureReading Reading(string measure, int direction, double scale) =>
        new()
        {
            Measure = measure,
            Table = Table,
            Value = "value",
            Scale = scale,
            Unit = "USD",
            Subject = "reporter",
            Object = "partner",
            Item = "total",
            Period = "period",
            Where = string.Create(CultureInfo.InvariantCulture, $"item = {AllGoods} and direction = {direction}"),
            Basis = "goods",
            ReportedBy = ReportedBy.Subject,
        };
}
